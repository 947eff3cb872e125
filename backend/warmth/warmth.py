"""How warm the tie to a person is: a pure function, with the same result on every device."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from backend.warmth.formula import balance, depth, recency, rounded, warmth_of
from backend.warmth.interactions import (
    ANSWER_WITHIN_DAYS,
    CONTACTS,
    TWO_WAY,
    WEIGHTS,
    Interaction,
    interactions_of,
    two_way,
)
from backend.warmth.moments import DAY_MS, days_between, in_milliseconds, local_day
from backend.warmth.plant_state import State, plant_state
from backend.warmth.rhythm import awaited_since, rhythm_days
from backend.warmth.tie import Tie

# Judgements, to be recalibrated together.
FADES_BY_HALF_DAYS = 730
BALANCE_OVER_DAYS = 730


@dataclass(frozen=True)
class Warmth:
    """The value from 0 to 100, its parts, and the facts for its sentence.

    `x`: the share of the rhythm that has passed; `last`: how the last contact in both directions
    took place, if any; `days_ago`: since then, else since the person was added; `mine`, `theirs`:
    how often each side got in touch; `writes`: there were messages; `waits`: my last one may still
    be answered; `broke`: a promise was broken.
    """

    warmth: int
    depth: float
    rhythm_days: float
    x: float
    recency: float
    balance: float
    state: State
    last: str | None
    days_ago: int | None
    contacts_count: int
    mine: int
    theirs: int
    writes: bool
    waits: bool
    broke: bool


def warmth(tie: Tie, now: datetime) -> Warmth:
    """Return how warm a tie is at a moment."""
    at = in_milliseconds(now)
    interactions = interactions_of(tie, at)
    rhythm = rhythm_days(tie, interactions)
    since = awaited_since(tie, interactions, at)
    x = rounded(0 if since is None else (at - since) / DAY_MS / rhythm)
    recent = [
        interaction
        for interaction in interactions
        if at - interaction.at <= BALANCE_OVER_DAYS * DAY_MS
    ]
    mine, theirs = _sides(recent, at)
    parts = depth(_weight(interactions, at)), recency(x), balance(mine, theirs)
    talks = [interaction.what for interaction in interactions if interaction.what in TWO_WAY]
    return Warmth(
        warmth=warmth_of(*parts),
        depth=parts[0],
        rhythm_days=rhythm,
        x=x,
        recency=parts[1],
        balance=parts[2],
        state=plant_state(tie, interactions, at, x),
        last=talks[-1] if talks else None,
        days_ago=None if since is None else _days_ago(since, at, tie.zone),
        contacts_count=len(talks),
        mine=mine,
        theirs=theirs,
        writes=any(interaction.what in {"message", "mine", "theirs"} for interaction in recent),
        waits=_is_waiting(interactions, at),
        broke=any(interaction.what == "broken" for interaction in recent),
    )


def _weight(interactions: list[Interaction], now: int) -> float:
    """Add up all weights, the smallest first, so that every machine gets the same sum."""
    halves = ((now - at) / DAY_MS / FADES_BY_HALF_DAYS for at, _ in interactions)
    weights = (WEIGHTS[what] for _, what in interactions)
    total = 0.0
    for weight in sorted(w * 2**-half for w, half in zip(weights, halves, strict=True)):
        total += weight
    return total


def _sides(recent: list[Interaction], now: int) -> tuple[int, int]:
    """Count how often I and they got in touch; a message of mine may wait for its answer first."""
    both = len(two_way(recent))
    waited = now - ANSWER_WITHIN_DAYS * DAY_MS
    mine = sum(what == "mine" and at <= waited for at, what in recent)
    theirs = sum(what == "theirs" for _, what in recent)
    return both + mine, both + theirs


def _is_waiting(interactions: list[Interaction], now: int) -> bool:
    last = next(
        (interaction for interaction in reversed(interactions) if interaction.what in CONTACTS),
        None,
    )
    return last is not None and last.what == "mine" and last.at > now - ANSWER_WITHIN_DAYS * DAY_MS


def _days_ago(since: int, now: int, zone: tzinfo) -> int:
    return days_between(local_day(since, zone), local_day(now, zone))
