"""Plans anew what is due after a user has changed something."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from backend.accounts.models import User
from backend.db import utc_now, write_transaction
from backend.reminders.channels import is_reachable
from backend.reminders.models import ReminderState
from backend.reminders.plan.batch_time import plan_batch
from backend.reminders.plan.due_list import DueList
from backend.reminders.plan.nudges import NudgePlanner
from backend.reminders.plan.preferences import apply_setting, preferences_of
from backend.reminders.plan.schedule import Reminder, follow_up_reminder, recall_reminder
from backend.reminders.state import lock_user
from backend.sync.models import records

KINDS = ("follow_up", "event", "person", "conversation", "nudge", "setting")


@dataclass(frozen=True)
class Changed:
    """A changed record, with an empty body where it is deleted; `by` is the device."""

    id: str
    kind: str
    body: dict[str, Any]
    by: str


def refresh(owner_id: str) -> None:
    """Plan what is due from what one user has changed. Safe to repeat."""
    with write_transaction() as transaction:
        user = lock_user(transaction, owner_id)
        head = transaction.scalar(select(User.head_seq).filter_by(id=owner_id)) or 0
        if _note_choices(transaction, user):
            user.seen_seq = 0
        if user.seen_seq < head and is_reachable(user):
            _plan(transaction, user)
        user.seen_seq = head


def _note_choices(transaction: Session, user: ReminderState) -> bool:
    settings = [one for one in _read(transaction, user, ("setting",)) if one.body]
    # All of them, also when the first one already says so.
    return sum(apply_setting(user, setting.body) for setting in settings) > 0


def _plan(transaction: Session, user: ReminderState) -> None:
    changed = list(_read(transaction, user, KINDS))
    due_list, now = DueList(transaction, user.owner_id, utc_now()), utc_now()
    preferences = preferences_of(user)
    reminders: dict[str, Reminder | None] = {}
    for one in changed:
        if one.kind == "follow_up":
            reminders[one.id] = follow_up_reminder(one.body, preferences)
        elif one.kind == "event":
            reminders[one.id] = recall_reminder(one.body, preferences)
    due_list.set_reminders(reminders, {one.id: one.by for one in changed})
    people = NudgePlanner(transaction, user)
    people.note_changes((one.id, one.kind, one.body) for one in changed)
    people.plan(due_list)
    plan_batch(transaction, user, now)


def _read(transaction: Session, user: ReminderState, kinds: Iterable[str]) -> list[Changed]:
    query = select(records).where(
        records.c.owner_id == user.owner_id,
        records.c.seq > user.seen_seq,
        records.c.kind.in_(tuple(kinds)),
    )
    return [
        Changed(row.id, row.kind, {} if row.deleted_at else json.loads(row.body), _device(row))
        for row in transaction.execute(query.order_by(records.c.seq))
    ]


def _device(row: Row[Any]) -> str:
    """Return the device that changed a record last; empty where the server did, as in a purge."""
    touches = [touch[:2] for touch in json.loads(row.touches).values()]
    by = [device for seq, device in [*touches, (row.created_seq, row.created_by)] if seq == row.seq]
    return by[0] if by else ""
