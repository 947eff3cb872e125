"""The formula of warmth: how much contact there was, how fresh it is, and how balanced."""

from math import exp, floor

# Judgements, to be recalibrated together; dormant ties keep their worth, so a quarter stays.
DEPTH_AT = 6
COOLS_AT = 3
COOLS_BY = 1.5
STAYS = 0.25
LOWEST_BALANCE = 0.6


def depth(weight: float) -> float:
    """Return how much contact there was, from 0 to 1."""
    return 1 - exp(-max(0.0, weight) / DEPTH_AT)


def recency(x: float) -> float:
    """Return how fresh the last contact is, from 1 down to 0.

    Args:
        x: The time since then, in multiples of the usual gap.
    """
    return float(1 / (1 + (x / COOLS_AT) ** COOLS_BY))


def balance(mine: int, theirs: int) -> float:
    """Return 1 where they get in touch as often as I do, and less where I alone do."""
    share = (theirs + 1) / (mine + theirs + 2)
    return LOWEST_BALANCE + 2 * (1 - LOWEST_BALANCE) * min(share, 0.5)


def warmth_of(depth: float, recency: float, balance: float) -> int:
    """Return the warmth from 0 to 100."""
    return floor(rounded(100 * depth * balance * (STAYS + (1 - STAYS) * recency)) + 0.5)


def rounded(number: float) -> float:
    """Round to nine decimals, so that all machines agree on which side of a limit it is."""
    return floor(number * 1e9 + 0.5) / 1e9
