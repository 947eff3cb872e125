"""The message for a due item, and the items that count as sent with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from backend.db import db
from backend.reminders.models import Due, Reminded
from backend.reminders.plan.record_bodies import RecordBody, RecordKey, read_bodies
from backend.reminders.push.push_sender import Push
from backend.reminders.words import fitted, follow_up_push, settled_push
from backend.schema.kinds import FollowUp

DAY_SECONDS = 86_400


@dataclass(frozen=True)
class Message:
    """What is sent for one claimed item.

    Attributes:
        row: The claimed item.
        push: The push, if there is one to send.
        lines: The items of a batch.
        silent: The items that are skipped with the batch.
        mail: The text of the e-mail, empty without one.
    """

    row: Due
    push: Push | None
    lines: Sequence[Due] = ()
    silent: Sequence[Due] = ()
    mail: str = ""


@dataclass
class MessageContext:
    """The users, and the records that their messages are about."""

    users: Mapping[str, Reminded]
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
    users: Mapping[str, Reminded], keys: Sequence[RecordKey], now: datetime
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


def promise_message(row: Due, context: MessageContext) -> Message | None:
    """Return the message for a promise that is due; None where it is closed by now."""
    body = context.bodies.get((row.owner_id, row.record_id))
    if body is None or FollowUp.is_closed(body):
        return None
    talk = context.bodies.get((row.owner_id, body.get("conversation_id") or ""), {})
    said = (str(body.get("what") or "").strip(), str(talk.get("problem") or "").strip())
    names = context.names(row.owner_id, body)
    payload = follow_up_push(
        row.record_id, said, names, is_discreet=context.users[row.owner_id].is_discreet
    )
    return Message(row, _push(payload, context, row, "high"))


def closed_message(row: Due, context: MessageContext) -> Message:
    """Return the message that removes a promise's notification."""
    return Message(row, _push(settled_push(row.record_id), context, row, "low"))


def _push(payload: dict[str, Any], context: MessageContext, row: Due, urgency: Any) -> Push:
    content = fitted(payload, context.badges.get(row.owner_id, 0))
    return Push(content, payload["tag"], DAY_SECONDS, urgency)


def _badges(owner_ids: list[str], now: datetime) -> dict[str, int]:
    """Count, by user, the promises that are due."""
    is_due = Due.what.in_(("promise", "late")) & (Due.at <= now)
    query = select(Due.owner_id, func.count()).where(Due.owner_id.in_(owner_ids), is_due)
    return dict(iter(db.session.execute(query.group_by(Due.owner_id))))
