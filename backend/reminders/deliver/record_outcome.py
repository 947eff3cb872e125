"""Records the outcome of sending: what is done, what is retried, which subscriptions ended."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from backend.reminders.channel import Message, Outcome
from backend.reminders.channels import is_reachable, remove_addresses
from backend.reminders.deliver.claim import AS_READ, record_retry, record_sent
from backend.reminders.models import Due, ReminderState
from backend.reminders.plan.batch_time import plan_batch
from backend.reminders.plan.due_list import DueList
from backend.reminders.plan.local_hours import local_day
from backend.reminders.plan.nudges import NudgePlanner
from backend.reminders.plan.preferences import preferences_of
from backend.reminders.state import lock_user

BATCH_TRIED_FOR = timedelta(hours=12)
ABSENT_FOR = timedelta(hours=1)


@dataclass(frozen=True)
class Delivery:
    """A message, and its outcome by channel; None where there was no time to send it."""

    message: Message
    has_channels: bool
    outcomes: list[tuple[str, Outcome | None]] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Check whether there was time for all channels."""
        return all(outcome for _, outcome in self.outcomes)

    @property
    def is_taken(self) -> bool:
        """Check whether a channel accepted it, or none of the user's channels applied."""
        return bool(self.ids("taken")) or (self.has_channels and not self.outcomes)

    def ids(self, *kinds: str) -> list[str]:
        """Return the channels with one of these outcomes."""
        return [id for id, outcome in self.outcomes if outcome and outcome.kind in kinds]

    def again_at(self, now: datetime) -> datetime:
        """Return when to try again."""
        waits = [one.wait_seconds for _, one in self.outcomes if one and one.wait_seconds]
        return now + timedelta(seconds=max(min(waits, default=0), 1))


def record_outcome(transaction: Session, delivery: Delivery, now: datetime) -> None:
    """Record the outcome of one message."""
    gone = delivery.ids("gone")
    if gone:
        remove_addresses(transaction, gone)
    if delivery.message.row.what == "batch":
        _record_batch(transaction, delivery, now)
    elif left := delivery.ids("later", "refused"):
        until = delivery.again_at(now)
        record_retry(transaction, delivery.message.row, until, left=json.dumps(left))
    elif delivery.is_taken:
        record_sent(transaction, delivery.message.row, now)
    else:
        _drop_unreachable(transaction, delivery.message.row, now)


def _drop_unreachable(transaction: Session, row: Due, now: datetime) -> None:
    """Remove the due items of a user who takes no pushes any more.

    Once they do again, everything that is due for them is planned anew. A user whose sessions are
    only idle keeps the items: with a clock that is ahead, that is everybody.
    """
    if is_reachable(lock_user(transaction, row.owner_id)):
        record_retry(transaction, row, now + ABSENT_FOR)
    else:
        transaction.execute(delete(Due).filter_by(owner_id=row.owner_id, sent_at=None))


def _record_batch(transaction: Session, delivery: Delivery, now: datetime) -> None:
    row, left = delivery.message.row, delivery.ids("later", "refused")
    user = lock_user(transaction, row.owner_id)
    said_at = datetime.fromisoformat(row.value) if row.left else now
    if not row.left and not delivery.is_taken:
        if left:
            record_retry(transaction, row, delivery.again_at(now))
        else:
            _drop_unreachable(transaction, row, now)
        return
    if not row.left:
        _record_lines(transaction, user, delivery.message, now)
    if left and now - said_at < BATCH_TRIED_FOR:
        until, said = delivery.again_at(now), said_at.isoformat()
        record_retry(transaction, row, until, left=json.dumps(left), value=said)
    else:
        record_sent(transaction, row, now)
    plan_batch(transaction, user, now)


def _record_lines(
    transaction: Session, user: ReminderState, message: Message, now: datetime
) -> None:
    items = (*message.announced, *message.silent)
    people = [item.record_id for item in items if item.what == "nudge"]
    user.batch_on = local_day(now, preferences_of(user).zone).isoformat()
    for item in message.announced:
        _record_line(transaction, item, now)
    for item in message.silent:
        # Not `now`, by which the lines are found again for a device that was not reached.
        _record_line(transaction, item, item.at)
    if people:
        due_list = DueList(transaction, user.owner_id, now)
        NudgePlanner(transaction, user).plan(due_list, *people)


def _record_line(transaction: Session, item: Due, at: datetime) -> None:
    if item.what == "nudge":
        key = {"owner_id": item.owner_id, "record_id": item.record_id}
        transaction.execute(delete(Due).filter_by(**key, what="nudged"))
        noted = update(Due).filter_by(**key, what="nudge", value=item.value, why=item.why)
        announced = noted.values(what="nudged", sent_at=at)
        transaction.execute(announced, execution_options=AS_READ)
        # The next nudge takes the very key that this one had.
        if item in transaction:
            transaction.expunge(item)
    else:
        record_sent(transaction, item, at)
