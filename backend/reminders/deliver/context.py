"""What the messages of due items are made from: their users, and the records they name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select

from backend.db import db
from backend.reminders.models import Due, ReminderState
from backend.reminders.plan.record_bodies import RecordBody, RecordKey, read_bodies


@dataclass
class MessageContext:
    """The users, and the records that their messages are about."""

    users: Mapping[str, ReminderState]
    badges: Mapping[str, int]
    bodies: dict[RecordKey, RecordBody] = field(default_factory=dict)

    def names(self, owner_id: str, body: RecordBody) -> list[str]:
        """Return the names of the people a record is about, as far as they have any."""
        people = [self.bodies.get((owner_id, id), {}) for id in body.get("person_ids") or []]
        return [name for person in people if (name := name_of(person))]


def name_of(person: RecordBody) -> str:
    """Return a person's name, else what they are remembered by."""
    return str(person.get("name") or person.get("traits") or "").strip()[:80]


def read_context(
    users: Mapping[str, ReminderState], keys: Sequence[RecordKey], now: datetime
) -> MessageContext:
    """Read the records of these keys, and the people and conversations that they name."""
    context = MessageContext(users, _badges(list(users), now), read_bodies(keys))
    named = {
        (owner_id, id)
        for (owner_id, _), body in context.bodies.items()
        for id in [*(body.get("person_ids") or []), body.get("conversation_id")]
        if id
    }
    context.bodies |= read_bodies(named)
    return context


def _badges(owner_ids: list[str], now: datetime) -> dict[str, int]:
    """Count, by user, the promises that are due."""
    is_due = Due.what.in_(("promise", "late")) & (Due.at <= now)
    query = select(Due.owner_id, func.count()).where(Due.owner_id.in_(owner_ids), is_due)
    return dict(iter(db.session.execute(query.group_by(Due.owner_id))))
