"""The channel of pushes: one address for each subscription."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete
from sqlalchemy.orm import Session

from backend.reminders.channel import Address, Message, Outcome, Send, SendingChannel
from backend.reminders.models import ReminderState, Subscription
from backend.reminders.push.app_sender import push_sender
from backend.reminders.push.payload import fit_payload
from backend.reminders.push.push_sender import Push, PushSender
from backend.reminders.push.subscriptions import is_subscribed, push_target, subscriptions_of

DAY_SECONDS = 86_400


class PushChannel(SendingChannel):
    """Sends notifications to browsers, each of which can be gone for a while."""

    def can_reach(self, user: ReminderState) -> bool:
        """Check whether a user has any subscription, also in sessions that are idle."""
        return is_subscribed(user.owner_id)

    def addresses(self, users: Mapping[str, ReminderState]) -> Iterable[Address]:
        """Return the subscriptions of these users' open sessions."""
        return [Address(one.id, one.owner_id, one) for one in subscriptions_of(set(users))]

    def takes(self, address: Address, message: Message) -> bool:
        """Check whether there is a notification; a device that closed a promise needs none."""
        row = message.row
        did_it = row.what == "settled" and row.value == address.target.device_id
        return message.payload is not None and not did_it

    def open(self) -> Send:
        """Return a function that sends one push, once."""
        sender = push_sender()
        return lambda address, message: _send(sender, address.target, message)

    def remove(self, transaction: Session, ids: Sequence[str]) -> None:
        """Delete subscriptions that their push services have ended."""
        transaction.execute(delete(Subscription).where(Subscription.id.in_(ids)))


def _send(sender: PushSender, subscription: Subscription, message: Message) -> Outcome:
    payload = message.payload or {}
    content = fit_payload(payload, message.badge)
    push = Push(content, payload["tag"], DAY_SECONDS, message.urgency)
    return sender.send(push_target(subscription), push, message.row.tries - 1)
