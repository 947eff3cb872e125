"""The daily batch of a user: its lines, and what is skipped or waits for another day."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from backend.db import db
from backend.reminders.channel import Message
from backend.reminders.deliver.context import MessageContext, name_of, read_context
from backend.reminders.deliver.met_at_event import events_of, was_anybody_met
from backend.reminders.models import Due, ReminderState
from backend.reminders.notification_texts import (
    SOMEONE,
    BatchLine,
    batch_push,
    line_of_nudge,
    line_of_recall,
)
from backend.reminders.plan.batch_time import BATCH_LINES, waits_for_batch
from backend.reminders.plan.local_hours import at_hour, local_day
from backend.reminders.plan.preferences import preferences_of

RHYTHM_NUDGES_A_WEEK = 5
FIRST_NUDGES_OF_AN_EVENT = 5
# Whom one met is recalled on the morning after, or not at all.
RECALL_WITHIN = timedelta(hours=36)
ITEMS_AT_MOST = 300
ORDER = ("late", "promise", "theirs", "recall", "nudge", "nudged")


def batch_message(row: Due, user: ReminderState, now: datetime) -> Message:
    """Return the message of today's batch, or the earlier one again for devices that missed it."""
    zone = preferences_of(user).zone
    day = local_day(now, zone)
    if row.left is None:
        waiting = _waiting(user, now, day)
        items, silent = _chosen(user, waiting, now)
    else:
        items, silent = _said_at(user, datetime.fromisoformat(row.value)), []
    context = read_context(
        {user.owner_id: user}, [(user.owner_id, item.record_id) for item in items], now
    )
    lines = {item: line for item in items if (line := _line(item, context))}
    silent += [item for item in items if item not in lines]
    pushed = {item: line for item, line in lines.items() if item.what != "promise"}
    payload = batch_push(day.isoformat(), list(pushed.values()), is_discreet=user.is_discreet)
    return Message(
        row,
        payload if pushed else None,
        badge=context.badges.get(user.owner_id, 0),
        lines=list(lines.values()),
        is_discreet=user.is_discreet,
        announced=list(pushed),
        silent=silent,
    )


def _waiting(user: ReminderState, now: datetime, day: date) -> list[Due]:
    zone = preferences_of(user).zone
    tomorrow = at_hour(day + timedelta(days=1), "00:00", zone)
    is_now = (Due.at <= now) | ((Due.what == "promise") & (Due.at < tomorrow))
    query = select(Due).where(waits_for_batch(user, now), is_now).order_by(Due.at, Due.record_id)
    return _in_order(db.session.scalars(query.limit(ITEMS_AT_MOST)))


def _said_at(user: ReminderState, moment: datetime) -> list[Due]:
    query = select(Due).filter_by(owner_id=user.owner_id, sent_at=moment)
    lines = query.where(Due.what.in_((*BATCH_LINES, "nudged"))).order_by(Due.at, Due.record_id)
    return _in_order(db.session.scalars(lines))


def _in_order(items: Iterable[Due]) -> list[Due]:
    return sorted(items, key=lambda item: ORDER.index(item.what))


def _chosen(user: ReminderState, waiting: list[Due], now: datetime) -> tuple[list[Due], list[Due]]:
    """Return the items to send now, and those to skip; other nudges wait for another day."""
    others = [item for item in waiting if item.what not in ("nudge", "recall")]
    recalls = [item for item in waiting if item.what == "recall"]
    met = [item for item in recalls if _is_worth_recalling(item, now)]
    nudges = [item for item in waiting if item.what == "nudge"]
    first = [item for item in nudges if item.why == "plan_1"]
    few, too_many = _few_of_each_event(user, first)
    rhythm = [item for item in nudges if item.why == "rhythm"]
    plan = [item for item in nudges if item not in first and item not in rhythm]
    said = [*others, *met, *few, *plan, *rhythm[: _rhythm_nudges_left(user, now)]]
    return said, [*too_many, *(item for item in recalls if item not in met)]


def _is_worth_recalling(item: Due, now: datetime) -> bool:
    return now - item.at <= RECALL_WITHIN and was_anybody_met(item.owner_id, item.record_id)


def _few_of_each_event(user: ReminderState, first: list[Due]) -> tuple[list[Due], list[Due]]:
    if len(first) <= FIRST_NUDGES_OF_AN_EVENT:
        return first, []
    events, counts = events_of(user.owner_id, [item.record_id for item in first]), Counter[str]()
    few: list[Due] = []
    too_many: list[Due] = []
    for item in first:
        event_id = events.get(item.record_id, item.record_id)
        counts[event_id] += 1
        (few if counts[event_id] <= FIRST_NUDGES_OF_AN_EVENT else too_many).append(item)
    return few, too_many


def _rhythm_nudges_left(user: ReminderState, now: datetime) -> int:
    query = select(func.count()).select_from(Due).filter_by(owner_id=user.owner_id, what="nudged")
    this_week = (Due.why == "rhythm") & (Due.sent_at > now - timedelta(days=7))
    said = db.session.scalar(query.where(this_week, Due.sent_at <= now)) or 0
    return max(RHYTHM_NUDGES_A_WEEK - said, 0)


def _line(item: Due, context: MessageContext) -> BatchLine | None:
    body = context.bodies.get((item.owner_id, item.record_id))
    if body is None:
        return None
    if item.what in ("nudge", "nudged"):
        return line_of_nudge(item.record_id, item.why, name_of(body) or SOMEONE)
    if item.what == "recall":
        return line_of_recall(item.record_id, str(body.get("name") or ""))
    return context.line_of_follow_up((item.owner_id, item.record_id))
