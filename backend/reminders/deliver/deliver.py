"""Sends claimed items on every channel of their users, and records the outcome."""

import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from backend.config import config
from backend.db import utc_now, write_transaction
from backend.reminders.deliver.channels import Channel, Dispatcher, channels_of, takes
from backend.reminders.deliver.claim import LEASE
from backend.reminders.deliver.daily_batch import batch_message
from backend.reminders.deliver.message import (
    Message,
    MessageContext,
    closed_message,
    promise_message,
    read_context,
)
from backend.reminders.deliver.record_outcome import Delivery, record_outcome
from backend.reminders.models import Due
from backend.reminders.push.app_sender import push_sender
from backend.reminders.state import lock_users, read_users

THREADS = 8
# What cannot be begun so long before the lease ends is left to whoever takes it next.
SPARE_SECONDS = 20


def deliver(rows: Sequence[Due]) -> None:
    """Send these items, which this worker has claimed."""
    ends_at = time.monotonic() + LEASE.total_seconds() - SPARE_SECONDS
    now, users = utc_now(), read_users({row.owner_id for row in rows})
    keys = [(row.owner_id, row.record_id) for row in rows if row.what != "batch"]
    context = read_context(users, keys, now)
    said = [one for row in rows if (one := _message(row, context, now))]
    deliveries = _send_all(said, channels_of(users.values()), ends_at)
    with write_transaction() as transaction:
        lock_users(transaction, users)
        for result in deliveries:
            record_outcome(transaction, result, now)


def _message(row: Due, context: MessageContext, now: datetime) -> Message | None:
    if row.what == "batch":
        return batch_message(row, context.users[row.owner_id], now)
    return promise_message(row, context) if row.what == "promise" else closed_message(row, context)


def _send_all(
    said: Sequence[Message], channels: Mapping[str, list[Channel]], ends_at: float
) -> list[Delivery]:
    """Send all messages, several at a time; those without time left are not in the result."""
    dispatcher = Dispatcher(push_sender(), config(), ends_at)
    calls = [
        (place, channel)
        for place, one in enumerate(said)
        for channel in channels[one.row.owner_id]
        if takes(channel, one)
    ]
    with ThreadPoolExecutor(THREADS) as pool:
        outcomes = list(pool.map(lambda call: dispatcher.send(call[1], said[call[0]]), calls))
    deliveries = [Delivery(one, bool(channels[one.row.owner_id])) for one in said]
    for (place, channel), outcome in zip(calls, outcomes, strict=True):
        deliveries[place].outcomes.append((channel.id, outcome))
    return [one for one in deliveries if one.is_whole]
