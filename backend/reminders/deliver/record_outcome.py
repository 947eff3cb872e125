"""Notes what came of announcing: what is done, what is tried again, who cannot be reached."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from backend.reminders.deliver.claim import AS_READ, note_later, note_sent
from backend.reminders.deliver.message import Announcement
from backend.reminders.models import Due, Reminded, Subscription
from backend.reminders.plan.batch_time import plan_batch
from backend.reminders.plan.due_list import Agenda
from backend.reminders.plan.local_hours import local_day
from backend.reminders.plan.nudges import People
from backend.reminders.plan.preferences import habits_of
from backend.reminders.push.push_sender import Outcome
from backend.reminders.push.subscriptions import is_subscribed
from backend.reminders.state import state_of

BATCH_TRIED_FOR = timedelta(hours=12)
ABSENT_FOR = timedelta(hours=1)


@dataclass(frozen=True)
class Told:
    """An announcement, and what came of it by channel; None where there was no time for it."""

    announcement: Announcement
    has_channels: bool
    outcomes: list[tuple[str, Outcome | None]] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Say whether there was time for all of it."""
        return all(outcome for _, outcome in self.outcomes)

    @property
    def is_taken(self) -> bool:
        """Say whether it got anywhere, or had nowhere to go among the user's channels."""
        return bool(self.ids("taken")) or (self.has_channels and not self.outcomes)

    def ids(self, *kinds: str) -> list[str]:
        """Give the channels on which this came of it."""
        return [id for id, outcome in self.outcomes if outcome and outcome.kind in kinds]

    def again_at(self, now: datetime) -> datetime:
        """Say when to try again."""
        waits = [one.wait_seconds for _, one in self.outcomes if one and one.wait_seconds]
        return now + timedelta(seconds=max(min(waits, default=0), 1))


def note(transaction: Session, told: Told, now: datetime) -> None:
    """Note what came of one announcement."""
    gone = told.ids("gone")
    if gone:
        transaction.execute(delete(Subscription).where(Subscription.id.in_(gone)))
    if told.announcement.row.what == "batch":
        _note_batch(transaction, told, now)
    elif left := told.ids("later", "refused"):
        until = told.again_at(now)
        note_later(transaction, told.announcement.row, until, left=json.dumps(left))
    elif told.is_taken:
        note_sent(transaction, told.announcement.row, now)
    else:
        _put_aside(transaction, told.announcement.row, now)


def _put_aside(transaction: Session, row: Due, now: datetime) -> None:
    """Take off the list what is due for somebody who takes no pushes any more.

    Once they do, all that they are owed is looked at again. Who only has not been here for long
    keeps it: by a clock that is ahead, that is everybody.
    """
    if is_subscribed(row.owner_id):
        note_later(transaction, row, now + ABSENT_FOR)
    else:
        transaction.execute(delete(Due).filter_by(owner_id=row.owner_id, sent_at=None))


def _note_batch(transaction: Session, told: Told, now: datetime) -> None:
    row, left = told.announcement.row, told.ids("later", "refused")
    user = state_of(transaction, row.owner_id)
    said_at = datetime.fromisoformat(row.value) if row.left else now
    if not row.left and not told.is_taken:
        if left:
            note_later(transaction, row, told.again_at(now))
        else:
            _put_aside(transaction, row, now)
        return
    if not row.left:
        _note_lines(transaction, user, told.announcement, now)
    if left and now - said_at < BATCH_TRIED_FOR:
        until, said = told.again_at(now), said_at.isoformat()
        note_later(transaction, row, until, left=json.dumps(left), value=said)
    else:
        note_sent(transaction, row, now)
    plan_batch(transaction, user, now)


def _note_lines(
    transaction: Session, user: Reminded, announcement: Announcement, now: datetime
) -> None:
    items = (*announcement.lines, *announcement.silent)
    people = [item.record_id for item in items if item.what == "nudge"]
    user.batch_on = local_day(now, habits_of(user).zone).isoformat()
    for item in announcement.lines:
        _note_line(transaction, item, now)
    for item in announcement.silent:
        # Not `now`, by which the lines are found again for a device that was not reached.
        _note_line(transaction, item, item.at)
    if people:
        agenda = Agenda(transaction, user.owner_id, now)
        People(transaction, user).plan(agenda, *people)


def _note_line(transaction: Session, item: Due, at: datetime) -> None:
    if item.what == "nudge":
        key = {"owner_id": item.owner_id, "record_id": item.record_id}
        transaction.execute(delete(Due).filter_by(**key, what="nudged"))
        noted = update(Due).filter_by(**key, what="nudge", value=item.value)
        announced = noted.values(what="nudged", sent_at=at)
        transaction.execute(announced, execution_options=AS_READ)
        # The next nudge takes the very key that this one had.
        if item in transaction:
            transaction.expunge(item)
    else:
        note_sent(transaction, item, at)
