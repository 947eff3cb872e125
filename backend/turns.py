"""A queue for what only few may do at once: turns in order, a bounded wait, and room for others."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event as Signal
from threading import Lock

from backend.errors import Code, Refusal


class TurnQueue:
    """A lock for `at_once` holders, handed out in the order in which it was asked for.

    Who waits holds a thread of the server. So at most `waiting_at_most` wait, and at most
    `each_at_most` turns are held or waited for under one name; all others are refused at once.
    """

    def __init__(self, at_once: int, waiting_at_most: int, each_at_most: int | None = None) -> None:
        self._at_once, self._most = at_once, at_once + waiting_at_most
        self._each = self._most if each_at_most is None else each_at_most
        self._guard = Lock()
        self._turns: list[Signal] = []
        self._names: Counter[str] = Counter()

    @contextmanager
    def turn(self, wait_seconds: float, name: str = "") -> Iterator[None]:
        """Hold the lock.

        Args:
            wait_seconds: How long to wait for it.
            name: Whose turn it is, where the turns of one are limited.

        Raises:
            Refusal: `busy`, where too many wait already, or it wasn't free in time.
        """
        mine = self._join(name)
        try:
            if not mine.wait(wait_seconds):
                raise Refusal(Code.BUSY)
            yield
        finally:
            self._leave(mine, name)

    def _join(self, name: str) -> Signal:
        with self._guard:
            if len(self._turns) >= self._most or self._names[name] >= self._each:
                raise Refusal(Code.BUSY)
            mine = Signal()
            self._turns.append(mine)
            self._names[name] += 1
            self._call_next()
        return mine

    def _leave(self, mine: Signal, name: str) -> None:
        with self._guard:
            self._turns.remove(mine)
            self._names -= Counter({name: 1})
            self._call_next()

    def _call_next(self) -> None:
        for turn in self._turns[: self._at_once]:
            turn.set()
