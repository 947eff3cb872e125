"""Sends claimed items on every channel of their users, and records the outcome."""

import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from backend.db import utc_now, write_transaction
from backend.reminders.channel import Address, Channel, Message
from backend.reminders.channels import addresses_of, goes_to
from backend.reminders.deliver.claim import LEASE
from backend.reminders.deliver.context import MessageContext, read_context
from backend.reminders.deliver.daily_batch import batch_message
from backend.reminders.deliver.dispatcher import Dispatcher
from backend.reminders.deliver.message import closed_message, promise_message, session_end_message
from backend.reminders.deliver.record_outcome import Delivery, record_outcome
from backend.reminders.models import Due
from backend.reminders.state import lock_users, read_users

THREADS = 8
# What cannot be begun so long before the lease ends is left to whoever takes it next.
SPARE_SECONDS = 20

Addresses = list[tuple[Channel, Address]]


def deliver(rows: Sequence[Due]) -> None:
    """Send these items, which this worker has claimed."""
    ends_at = time.monotonic() + LEASE.total_seconds() - SPARE_SECONDS
    now, users = utc_now(), read_users({row.owner_id for row in rows})
    keys = [(row.owner_id, row.record_id) for row in rows if row.what != "batch"]
    context = read_context(users, keys, now)
    messages = [one for row in rows if (one := _message(row, context, now))]
    deliveries = _send_all(messages, addresses_of(users), ends_at)
    with write_transaction() as transaction:
        lock_users(transaction, users)
        for result in deliveries:
            record_outcome(transaction, result, now)


def _message(row: Due, context: MessageContext, now: datetime) -> Message | None:
    if row.what == "batch":
        return batch_message(row, context.users[row.owner_id], now)
    if row.what == "session":
        return session_end_message(row, context)
    return promise_message(row, context) if row.what == "promise" else closed_message(row, context)


def _send_all(
    messages: Sequence[Message], addresses: Mapping[str, Addresses], ends_at: float
) -> list[Delivery]:
    """Send all messages, several at a time; those without time left are not in the result."""
    deliveries = [Delivery(one, bool(addresses[one.row.owner_id])) for one in messages]
    calls = [
        (delivery, channel, address)
        for delivery in deliveries
        for channel, address in goes_to(delivery.message, addresses[delivery.message.row.owner_id])
    ]
    dispatcher = Dispatcher({channel for _, channel, _ in calls}, ends_at)
    with ThreadPoolExecutor(THREADS) as pool:
        outcomes = pool.map(lambda call: dispatcher.send(call[1], call[2], call[0].message), calls)
    for (delivery, _, address), outcome in zip(calls, outcomes, strict=True):
        delivery.outcomes.append((address.id, outcome))
    return [one for one in deliveries if one.is_whole]
