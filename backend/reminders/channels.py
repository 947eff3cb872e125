"""The registered channels, and what they have in common."""

import json
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy.orm import Session

from backend.reminders.calendar_feed_address import FeedChannel
from backend.reminders.channel import Address, Channel, Message, SendingChannel
from backend.reminders.mail import MailChannel
from backend.reminders.models import ReminderState
from backend.reminders.push.push_channel import PushChannel

CHANNELS: tuple[Channel, ...] = (PushChannel(), MailChannel(), FeedChannel())


def is_reachable(user: ReminderState) -> bool:
    """Check whether any channel can reach a user, now or later."""
    return any(channel.can_reach(user) for channel in CHANNELS)


def lists_promises(user: ReminderState) -> bool:
    """Check whether a user's daily batch goes to a channel that lists today's promises."""
    return any(channel.lists_promises and channel.can_reach(user) for channel in CHANNELS)


def addresses_of(users: Mapping[str, ReminderState]) -> dict[str, list[tuple[Channel, Address]]]:
    """Return, by user, the addresses at which they can be reached, with their channels."""
    found: dict[str, list[tuple[Channel, Address]]] = {owner_id: [] for owner_id in users}
    for channel in CHANNELS:
        for address in channel.addresses(users):
            found[address.owner_id].append((channel, address))
    return found


def goes_to(
    message: Message, addresses: Sequence[tuple[Channel, Address]]
) -> Iterator[tuple[SendingChannel, Address]]:
    """Yield those of a user's addresses to which a message has not been sent yet."""
    left = None if message.row.left is None else json.loads(message.row.left)
    for channel, address in addresses:
        is_left = left is None or address.id in left
        if is_left and isinstance(channel, SendingChannel) and channel.takes(address, message):
            yield channel, address


def remove_addresses(transaction: Session, ids: Sequence[str]) -> None:
    """Remove addresses that have ended."""
    for channel in CHANNELS:
        if isinstance(channel, SendingChannel):
            channel.remove(transaction, ids)
