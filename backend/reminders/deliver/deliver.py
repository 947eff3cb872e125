"""Announces items that were taken, on every channel of their users, and notes what came of it."""

import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from backend.config import config
from backend.db import utc_now, writing
from backend.reminders.deliver.channels import Channel, Voice, channels_of, takes
from backend.reminders.deliver.claim import LEASE
from backend.reminders.deliver.daily_batch import announce_batch
from backend.reminders.deliver.message import (
    Announcement,
    Speakers,
    announce_promise,
    announce_settled,
    read_speakers,
)
from backend.reminders.deliver.record_outcome import Told, note
from backend.reminders.models import Due
from backend.reminders.push.app_sender import sender
from backend.reminders.state import hold, users_of

THREADS = 8
# What cannot be begun so long before the lease ends is left to whoever takes it next.
SPARE_SECONDS = 20


def deliver(rows: Sequence[Due]) -> None:
    """Announce these items, which this worker has taken."""
    ends_at = time.monotonic() + LEASE.total_seconds() - SPARE_SECONDS
    now, users = utc_now(), users_of({row.owner_id for row in rows})
    keys = [(row.owner_id, row.record_id) for row in rows if row.what != "batch"]
    known = read_speakers(users, keys, now)
    said = [one for row in rows if (one := _announcement(row, known, now))]
    told = _tell(said, channels_of(users.values()), ends_at)
    with writing() as transaction:
        hold(transaction, users)
        for result in told:
            note(transaction, result, now)


def _announcement(row: Due, known: Speakers, now: datetime) -> Announcement | None:
    if row.what == "batch":
        return announce_batch(row, known.users[row.owner_id], now)
    return announce_promise(row, known) if row.what == "promise" else announce_settled(row, known)


def _tell(
    said: Sequence[Announcement], channels: Mapping[str, list[Channel]], ends_at: float
) -> list[Told]:
    """Say it all, several at a time; what there was no time for is not in the result."""
    voice = Voice(sender(), config(), ends_at)
    calls = [
        (place, channel)
        for place, one in enumerate(said)
        for channel in channels[one.row.owner_id]
        if takes(channel, one)
    ]
    with ThreadPoolExecutor(THREADS) as pool:
        outcomes = list(pool.map(lambda call: voice.tell(call[1], said[call[0]]), calls))
    told = [Told(one, bool(channels[one.row.owner_id])) for one in said]
    for (place, channel), outcome in zip(calls, outcomes, strict=True):
        told[place].outcomes.append((channel.id, outcome))
    return [one for one in told if one.is_whole]
