"""How often there is contact: the usual gap in days, and since when contact is awaited."""

from datetime import tzinfo
from itertools import pairwise
from statistics import median

from backend.warmth.interactions import Interaction, two_way
from backend.warmth.moments import days_between, local_day, read_moment
from backend.warmth.tie import Tie

# Judgements, to be recalibrated together.
RING_DAYS = {"inner": 21, "close": 60, "active": 180, "wide": 365}
RING_COUNTS_AS_GAPS = 4
GAPS_AT_MOST = 12


def rhythm_days(tie: Tie, interactions: list[Interaction]) -> float:
    """Return the usual number of days between two contacts, drawn towards that of the ring."""
    days = _last_days(two_way(interactions), tie.zone)
    gaps = [days_between(before, day) for day, before in pairwise(days)]
    ring = RING_COUNTS_AS_GAPS * RING_DAYS[tie.ring or "wide"]
    usual = len(gaps) * float(median(gaps)) if gaps else 0.0
    return (usual + ring) / (len(gaps) + RING_COUNTS_AS_GAPS)


def awaited_since(tie: Tie, interactions: list[Interaction], now: int) -> int | None:
    """Return the last contact in both directions, else when the person was added or first wrote."""
    added = read_moment(tie.added_at, now)
    if both := two_way(interactions):
        return both[-1]
    return interactions[0].at if added is None and interactions else added


def _last_days(moments: list[int], zone: tzinfo) -> list[str]:
    """Return the different local days of these moments, the last first."""
    days: list[str] = []
    for at in reversed(moments):
        day = local_day(at, zone)
        if day not in days[-1:]:
            days.append(day)
        if len(days) > GAPS_AT_MOST:
            break
    return days
