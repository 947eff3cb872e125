"""When the next daily batch of a user is due."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from backend.db import insert
from backend.reminders.channels import lists_promises
from backend.reminders.models import Due, ReminderState, What
from backend.reminders.plan.local_hours import at_hour, local_day
from backend.reminders.plan.preferences import preferences_of
from backend.reminders.plan.schedule import Preferences

BATCH_LINES: tuple[What, ...] = ("late", "theirs", "nudge", "recall")
# The batch waits so long for the morning after an event, which may come later than the hour.
WAITS = timedelta(hours=6)
LOOKED_AT = 50


def plan_batch(transaction: Session, user: ReminderState, now: datetime) -> None:
    """Put the next batch on the list, or remove it where nothing waits for it. Safe to repeat."""
    transaction.flush()
    query = (
        select(Due.at, Due.what).where(waits_for_batch(user, now)).order_by(Due.at).limit(LOOKED_AT)
    )
    waiting = [(at, what) for at, what in transaction.execute(query)]
    if not waiting:
        mine = delete(Due).filter_by(owner_id=user.owner_id, what="batch", left=None)
        transaction.execute(mine)
        return
    at = next_batch(waiting, now, user.batch_on, preferences_of(user))
    row = {"owner_id": user.owner_id, "record_id": user.owner_id, "what": "batch", "value": ""}
    put = insert(Due).values(**row, at=at)
    keys = ["owner_id", "record_id", "what"]
    # One that is still owed to some device stays as it is until that has it.
    is_fresh = Due.left.is_(None)
    transaction.execute(
        put.on_conflict_do_update(index_elements=keys, set_={"at": at}, where=is_fresh)
    )


def waits_for_batch(user: ReminderState, now: datetime) -> ColumnElement[bool]:
    """Select what waits for the batch: its lines, and for the e-mail also the promises of today."""
    is_line = Due.sent_at.is_(None) & Due.what.in_(BATCH_LINES)
    if lists_promises(user):
        preferences = preferences_of(user)
        today = at_hour(local_day(now, preferences.zone), "00:00", preferences.zone)
        is_line |= (Due.what == "promise") & (Due.sent_at.is_(None) | (Due.at >= today))
    return (Due.owner_id == user.owner_id) & is_line


def next_batch(
    waiting: Sequence[tuple[datetime, What]],
    now: datetime,
    batch_on: str | None,
    preferences: Preferences,
) -> datetime:
    """Return when the next batch is due.

    Args:
        waiting: What waits for it and since when, the earliest first.
        now: The current time.
        batch_on: The local day of the latest batch.
        preferences: The user's hour and time zone.
    """
    day = local_day(max(waiting[0][0], now), preferences.zone)
    if day.isoformat() == batch_on:
        return at_hour(day + timedelta(days=1), preferences.hour, preferences.zone)
    hour = at_hour(day, preferences.hour, preferences.zone)
    recalls = [at for at, what in waiting if what == "recall"]
    return max([hour, *(at for at in recalls if hour < at <= hour + WAITS)])
