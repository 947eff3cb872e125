"""The messages of a due promise, of one that was closed, and of a session about to end."""

from datetime import date

from backend.reminders.channel import Message
from backend.reminders.deliver.context import MessageContext
from backend.reminders.models import Due
from backend.reminders.notification_texts import closed_push, follow_up_push, session_end_push
from backend.schema.kinds import FollowUp


def promise_message(row: Due, context: MessageContext) -> Message | None:
    """Return the message for a promise that is due; None where it is closed by now."""
    body = context.bodies.get((row.owner_id, row.record_id))
    if body is None or FollowUp.is_closed(body):
        return None
    talk = context.bodies.get((row.owner_id, body.get("conversation_id") or ""), {})
    said = (str(body.get("what") or "").strip(), str(talk.get("problem") or "").strip())
    names = context.names(row.owner_id, body)
    is_discreet = context.users[row.owner_id].is_discreet
    payload = follow_up_push(row.record_id, said, names, is_discreet=is_discreet)
    return Message(row, payload, context.badges.get(row.owner_id, 0), "high")


def closed_message(row: Due, context: MessageContext) -> Message:
    """Return the message that removes a promise's notification."""
    badge = context.badges.get(row.owner_id, 0)
    return Message(row, closed_push(row.record_id), badge, "low")


def session_end_message(row: Due, context: MessageContext) -> Message:
    """Return the message for a device whose session is about to end."""
    payload = session_end_push(
        row.record_id, date.fromisoformat(row.value), is_unused=row.why == "idle"
    )
    return Message(row, payload, context.badges.get(row.owner_id, 0))
