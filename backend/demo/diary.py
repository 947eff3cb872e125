"""The records that the demo has written so far, with its random numbers and its clock."""

import random
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from backend.db import iso_utc
from backend.demo.people_and_events import PlannedEvent
from backend.schema.kinds import KINDS

# The browser derives the ids of what there is once from the same (pwa/src/data/ids.ts).
ACCOUNT_NAMESPACE = "6f0f6b0e-6a4e-5d0c-9a53-0e7a1c1d5b1e"
BEGAN_BEFORE_MINUTES = 70


@dataclass(frozen=True)
class DemoRecord:
    """One record, and the moment at which it was written."""

    kind: str
    id: str
    at: datetime
    body: dict[str, Any]


def derived_id(parent: str, name: str) -> str:
    """Derive the id of a record that may exist only once; the parent "" is the account."""
    return str(uuid5(UUID(parent or ACCOUNT_NAMESPACE), name))


class Diary:
    """The records of a year up to now, in the order of writing."""

    def __init__(self, seed: int, now: datetime) -> None:
        self.random = random.Random(seed)
        self.now = now
        self.records: list[DemoRecord] = []

    def moment(self, days: int, hour: int) -> datetime:
        """Return an hour of a day, counted from today, in the zone of `now`."""
        return datetime.combine(self.now.date() + timedelta(days=days), time(hour), self.now.tzinfo)

    def begin_of(self, event: PlannedEvent) -> datetime:
        """Return when an event begins; the current one began a while ago."""
        if event.hour == "now":
            begin = self.now - timedelta(minutes=BEGAN_BEFORE_MINUTES)
            return begin.replace(minute=begin.minute // 15 * 15, second=0, microsecond=0)
        return self.moment(int(event.days), int(event.hour))

    def after(self, moment: datetime, *days: int) -> datetime:
        """Return a random moment within this range of days after another."""
        minutes = self.random.randrange(90)
        return moment + timedelta(days=self.random.randrange(*days), minutes=minutes)

    def write(self, kind: str, at: datetime, body: dict[str, Any], id: str = "") -> DemoRecord:
        """Write a record, with a random id where none is given."""
        filled = {name: value for name, value in body.items() if value not in ("", None)}
        if "captured_at" in KINDS[kind].model_fields:
            filled.setdefault("captured_at", iso_utc(at))
        record = DemoRecord(kind, id or self._new_id(at), at, filled)
        self.records.append(record)
        return record

    def all(self, kind: str) -> list[DemoRecord]:
        """Return the records of a kind, the oldest first."""
        records = (record for record in self.records if record.kind == kind)
        return sorted(records, key=lambda record: record.at)

    def _new_id(self, at: datetime) -> str:
        """Make an id of the same shape as a device's own (UUIDv7), from the seed."""
        milliseconds = int(at.timestamp() * 1000)
        number = milliseconds << 80 | 0x7 << 76 | self.random.getrandbits(76)
        return str(UUID(int=number & ~(0x3 << 62) | 0x2 << 62))
