"""What the messages of due items are made from: their users, and the records they name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import func, select

from backend.db import db
from backend.reminders.models import Due, ReminderState
from backend.reminders.notification_texts import BatchLine, line_of_follow_up
from backend.reminders.plan.local_hours import zone_of
from backend.reminders.plan.preferences import DEFAULT_ZONE, preferences_of
from backend.reminders.plan.record_bodies import RecordBody, RecordKey, read_bodies
from backend.reminders.plan.schedule import due_day
from backend.schema.kinds import FollowUp


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

    def line_of_follow_up(self, key: RecordKey) -> BatchLine | None:
        """Return the line of an open follow-up with a due date, on its day where the user is."""
        owner_id, id = key
        body = self.bodies.get(key, {})
        due = FollowUp.next_due(body)
        if due is None:
            return None
        owed_by: Literal["me", "them"] = "them" if body.get("owed_by") == "them" else "me"
        user = self.users.get(owner_id)
        due_on = due_day(due, preferences_of(user).zone if user else zone_of(DEFAULT_ZONE))
        said = (owed_by, str(body.get("what") or ""))
        return line_of_follow_up(id, said, due_on, self.names(owner_id, body))


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
