"""What one round may spend on merging: steps, which come out alike on every machine."""

# About 200 ms of one core. Steps and not a clock: the same round has the same outcome everywhere.
ROUND_STEPS = 1_000_000


class TooMuchWork(Exception):
    """What is left of a round's effort is not enough for this."""


class Effort:
    """The steps that are left to one round; a step is about 0.2 µs."""

    def __init__(self, steps: int = ROUND_STEPS) -> None:
        self._left = steps

    def spend(self, steps: int) -> None:
        """Take steps before they are made.

        Raises:
            TooMuchWork: There are fewer; none are taken, so smaller work may still be done.
        """
        if steps > self._left:
            raise TooMuchWork
        self._left -= steps

    def count(self, steps: int) -> None:
        """Take steps that were made already."""
        self._left = max(0, self._left - steps)
