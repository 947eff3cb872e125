"""What each record reminds of, and when; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from backend.reminders.models import What
from backend.reminders.plan.local_hours import FIRST_DAY, LAST_DAY, at_hour, local_day
from backend.schema.kinds import FollowUp

# The morning after an event comes at the user's hour, if that is neither too early nor too late.
RECALL_AFTER, RECALL_BEFORE = timedelta(hours=8), timedelta(hours=20)
RECALL_ELSE = timedelta(hours=9)
NIGHT_BEGINS, NIGHT_ENDS = time(22), "08:00"


@dataclass(frozen=True)
class Preferences:
    """When a user wants reminders: their hour, such as "08:00", and their time zone."""

    zone: ZoneInfo
    hour: str


@dataclass(frozen=True)
class Reminder:
    """Something to send: once for each `value` and `why`, from `at` on."""

    what: What
    value: str
    at: datetime
    why: str = ""


def follow_up_reminder(body: Mapping[str, Any], preferences: Preferences) -> Reminder | None:
    """Return the reminder of an open follow-up: mine is a push, theirs a line of the batch."""
    due = FollowUp.next_due(body)
    if due is None:
        return None
    if (body.get("owed_by") or "me") == "me":
        return Reminder("promise", due, due_moment(due, preferences))
    return Reminder(
        "theirs", due, at_hour(due_day(due, preferences.zone), preferences.hour, preferences.zone)
    )


def due_moment(due: str, preferences: Preferences) -> datetime:
    """Return the moment of a due date, which is a day or a moment."""
    if "T" in due:
        return _within_calendar(datetime.fromisoformat(due))
    return at_hour(date.fromisoformat(due), preferences.hour, preferences.zone)


def recall_reminder(body: Mapping[str, Any], preferences: Preferences) -> Reminder | None:
    """Return the reminder to recall an event, on the morning after it."""
    ended = body.get("ended_at") or body.get("ends_at")
    if not ended:
        return None
    ended_at = _within_calendar(datetime.fromisoformat(ended))
    return Reminder("recall", ended, _morning_after(ended_at, preferences))


def nudge_reminder(due_on: str, why: str, preferences: Preferences) -> Reminder:
    """Return the reminder of a nudge about a person."""
    at = at_hour(date.fromisoformat(due_on), preferences.hour, preferences.zone)
    return Reminder("nudge", due_on, at, why)


def due_day(due: str, zone: ZoneInfo) -> date:
    """Return the day of a due date where the user is; the due date is a day or a moment."""
    if "T" in due:
        return local_day(datetime.fromisoformat(due), zone)
    return date.fromisoformat(due)


def _morning_after(ended_at: datetime, preferences: Preferences) -> datetime:
    day = local_day(ended_at, preferences.zone)
    for days in (0, 1):
        hour = at_hour(day + timedelta(days=days), preferences.hour, preferences.zone)
        if RECALL_AFTER <= hour - ended_at <= RECALL_BEFORE:
            return hour
    return _outside_the_night(ended_at + RECALL_ELSE, preferences.zone)


def _outside_the_night(moment: datetime, zone: ZoneInfo) -> datetime:
    there = moment.astimezone(zone)
    if there.time() < time.fromisoformat(NIGHT_ENDS):
        return at_hour(there.date(), NIGHT_ENDS, zone)
    if there.time() >= NIGHT_BEGINS:
        return at_hour(there.date() + timedelta(days=1), NIGHT_ENDS, zone)
    return moment


def _within_calendar(moment: datetime) -> datetime:
    """Keep clear of the calendar's ends, beyond which dates can't be computed."""
    first = datetime.combine(FIRST_DAY, time(), UTC)
    last = datetime.combine(LAST_DAY, time(), UTC)
    return min(max(moment, first), last)
