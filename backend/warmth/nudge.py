"""When the next nudge about a person is due, and why: the first weeks' plan, then the rhythm."""

from datetime import datetime
from itertools import dropwhile
from math import floor
from typing import Literal, NamedTuple

from backend.warmth.interactions import CONTACTS, Interaction, interactions_of
from backend.warmth.moments import DAY_MS, days_after, in_milliseconds, local_day, read_moment
from backend.warmth.rhythm import awaited_since, rhythm_days
from backend.warmth.tie import Tie

Why = Literal["plan_1", "plan_8", "plan_30", "rhythm"]

# Judgements, to be recalibrated together.
PLAN: dict[Why, int] = {"plan_1": 1, "plan_8": 8, "plan_30": 30}
CONTACT_COVERS_DAYS = 3
MESSAGE_QUIETS_RHYTHMS = 0.5


class Nudge(NamedTuple):
    """The suggestion to get in touch, from this local day on."""

    due_on: str
    why: Why


def next_nudge(tie: Tie, now: datetime) -> Nudge | None:
    """Return the nudge that is open today, else the next one; None for whom the user let go."""
    nudges = coming_nudges(tie, now)
    today = local_day(in_milliseconds(now), tie.zone)
    open_now = [nudge for nudge in nudges if nudge.due_on <= today]
    return next(iter([*open_now[-1:], *nudges]), None)


def coming_nudges(tie: Tie, now: datetime) -> list[Nudge]:
    """Return the nudges that come if nothing happens, by day; each replaces the one before."""
    if tie.let_go_at or tie.is_me:
        return []
    at = in_milliseconds(now)
    interactions = interactions_of(tie, at)
    plan = [] if tie.plan_ended_at else _plan(tie, interactions, at)
    return _put_off([*plan, *_rhythm(tie, interactions, at, plan)], tie.put_off_to)


def _plan(tie: Tie, interactions: list[Interaction], now: int) -> list[Nudge]:
    """Return the days of the plan that are left, counted from the first contact by them."""
    deeds_of_contact = (interaction for interaction in interactions if interaction.what in CONTACTS)
    heard = dropwhile(lambda interaction: interaction.what == "mine", deeds_of_contact)
    contacts = [(local_day(at, tie.zone), what) for at, what in heard]
    if not contacts:
        return []
    began = contacts[0][0]
    last_taken = _last_taken(contacts, tie, now)
    days = [Nudge(days_after(began, days), why) for why, days in PLAN.items()]
    return [nudge for nudge in days if nudge.due_on > last_taken]


def _last_taken(contacts: list[tuple[str, str]], tie: Tie, now: int) -> str:
    """Return the last day of the plan that something has replaced.

    That is contact (on the first day only a message, which is the thanks), a skipped nudge, and
    that the person was added later.
    """
    (began, _), *others = contacts
    covering = [day for day, what in others if day > began or what == "mine"]
    taken = [days_after(covering[-1], CONTACT_COVERS_DAYS)] if covering else []
    if (passed := read_moment(tie.passed_at, now)) is not None:
        taken.append(local_day(passed, tie.zone))
    if (added := read_moment(tie.added_at, now)) is not None:
        taken.append(days_after(local_day(added, tie.zone), -1))
    return max(taken, default="")


def _rhythm(tie: Tie, interactions: list[Interaction], now: int, plan: list[Nudge]) -> list[Nudge]:
    """Return the nudge of the day on which one rhythm has passed, later after a message of mine."""
    since = awaited_since(tie, interactions, now)
    if since is None:
        return []
    rhythm = rhythm_days(tie, interactions)
    quiet = [
        at + rhythm * MESSAGE_QUIETS_RHYTHMS * DAY_MS for at, what in interactions if what == "mine"
    ]
    due_on = local_day(floor(max([since + rhythm * DAY_MS, *quiet[-1:]])), tie.zone)
    passed = read_moment(tie.passed_at, now)
    if passed is not None and due_on <= local_day(passed, tie.zone):
        due_on = local_day(floor(passed + rhythm * DAY_MS), tie.zone)
    after_plan = [days_after(nudge.due_on, floor(rhythm + 0.5)) for nudge in plan[-1:]]
    return [Nudge(max(due_on, *after_plan, ""), "rhythm")]


def _put_off(nudges: list[Nudge], day: str | None) -> list[Nudge]:
    """Move the nudges up to the day that the user chose to that day, as one."""
    before = [nudge for nudge in nudges if nudge.due_on <= (day or "")]
    if not before or not day:
        return nudges
    return [Nudge(day, before[-1].why), *nudges[len(before) :]]
