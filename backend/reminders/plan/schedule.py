"""What a record of the user's wants to have announced, and when; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from backend.reminders.models import What
from backend.reminders.plan.local_hours import FIRST_DAY, LAST_DAY, at_hour, local_day

CLOSED = ("done_at", "dropped_at", "broken_at")
# The morning after an event comes at the user's hour, if that is neither too early nor too late.
RECALL_AFTER, RECALL_BEFORE = timedelta(hours=8), timedelta(hours=20)
RECALL_ELSE = timedelta(hours=9)
NIGHT_BEGINS, NIGHT_ENDS = time(22), "08:00"


@dataclass(frozen=True)
class Habits:
    """When and where a user wants to hear of things: their hour, as 08:00, in their time zone."""

    zone: ZoneInfo
    hour: str


@dataclass(frozen=True)
class Want:
    """Something to announce: once for each `value`, from `at` on."""

    what: What
    value: str
    at: datetime


def wanted_by_follow_up(body: Mapping[str, Any], habits: Habits) -> Want | None:
    """Give what an open follow-up wants: mine a push of its own, theirs a line of the batch."""
    due = body.get("due_at") or body.get("due_on")
    if not due or any(body.get(name) for name in CLOSED):
        return None
    if (body.get("owed_by") or "me") == "me":
        return Want("promise", due, due_moment(due, habits))
    return Want("theirs", due, at_hour(_day(due, habits), habits.hour, habits.zone))


def due_moment(due: str, habits: Habits) -> datetime:
    """Give the moment that is meant by a day or a moment."""
    if "T" in due:
        return _within_calendar(datetime.fromisoformat(due))
    return at_hour(date.fromisoformat(due), habits.hour, habits.zone)


def wanted_by_event(body: Mapping[str, Any], habits: Habits) -> Want | None:
    """Give the morning after an event, at which whom one met is recalled."""
    ended = body.get("ended_at") or body.get("ends_at")
    if not ended:
        return None
    ended_at = _within_calendar(datetime.fromisoformat(ended))
    return Want("recall", ended, _morning_after(ended_at, habits))


def wanted_by_person(due_on: str, why: str, habits: Habits) -> Want:
    """Give the nudge about a person."""
    at = at_hour(date.fromisoformat(due_on), habits.hour, habits.zone)
    return Want("nudge", f"{due_on} {why}", at)


def _day(due: str, habits: Habits) -> date:
    if "T" in due:
        return local_day(datetime.fromisoformat(due), habits.zone)
    return date.fromisoformat(due)


def _morning_after(ended_at: datetime, habits: Habits) -> datetime:
    day = local_day(ended_at, habits.zone)
    for days in (0, 1):
        hour = at_hour(day + timedelta(days=days), habits.hour, habits.zone)
        if RECALL_AFTER <= hour - ended_at <= RECALL_BEFORE:
            return hour
    return _outside_the_night(ended_at + RECALL_ELSE, habits.zone)


def _outside_the_night(moment: datetime, zone: ZoneInfo) -> datetime:
    there = moment.astimezone(zone)
    if there.time() < time.fromisoformat(NIGHT_ENDS):
        return at_hour(there.date(), NIGHT_ENDS, zone)
    if there.time() >= NIGHT_BEGINS:
        return at_hour(there.date() + timedelta(days=1), NIGHT_ENDS, zone)
    return moment


def _within_calendar(moment: datetime) -> datetime:
    """Keep clear of the calendar's ends, where nothing can be added any more."""
    first = datetime.combine(FIRST_DAY, time(), UTC)
    last = datetime.combine(LAST_DAY, time(), UTC)
    return min(max(moment, first), last)
