"""Tells a year: the same seed and day give the same people, talks and promises."""

import random
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from backend.demo.cast import SERIES, Occasion, Somebody, occasions, people
from backend.demo.phrases import AGAIN, DROPPED_BECAUSE, OWED_BY_THEM
from backend.sync.moments import in_json

OPEN_DAYS = 21
OWED_TO_ME = 12
# In how many days the newest promises are due.
NEXT_DUE_DAYS = (0, 1, 0, 1, 2, 4, 7)


@dataclass(frozen=True)
class Told:
    """One record, and the moment at which it was written down."""

    kind: str
    id: str
    at: datetime
    body: dict[str, Any]


def tell_year(seed: int, today: date) -> list[Told]:
    """Give the records of the year before a day, and the next event, oldest first."""
    return _Year(seed, today).told()


class _Year:
    def __init__(self, seed: int, today: date) -> None:
        self._random = random.Random(seed)
        self._today = today
        self._records: list[Told] = []
        self._promises: list[Told] = []

    def told(self) -> list[Told]:
        events = {event: self._event(event) for event in occasions()}
        for series in SERIES:
            past = [event for event in events if event.series == series and int(event.days) < 0]
            for place, somebody in enumerate(one for one in people() if one.series == series):
                event = past[place % len(past)]
                self._meet(somebody, event, events[event])
        self._make_promises_due()
        return sorted(self._records, key=lambda record: record.at)

    def _event(self, event: Occasion) -> Told:
        starts = self._moment(int(event.days), int(event.hour))
        body = {
            "name": event.name,
            "series": SERIES[event.series],
            "place": event.place,
            "goal": event.goal,
            "notes": event.notes,
            "starts_at": in_json(starts),
            "ends_at": in_json(starts + timedelta(hours=int(event.hours))),
        }
        return self._write("event", min(starts, self._moment(-2, 8)) - timedelta(days=6), body)

    def _meet(self, somebody: Somebody, event: Occasion, at_event: Told) -> None:
        minutes = self._random.randrange(10, int(event.hours) * 60)
        at = self._moment(int(event.days), int(event.hour)) + timedelta(minutes=minutes)
        person = self._person(somebody, at)
        first = self._talk(
            person,
            at,
            who=f"{somebody.name}, {somebody.role}, {somebody.organisation}",
            event_id=at_event.id,
            problem=somebody.problem,
            promise=somebody.promise,
            notes=somebody.notes,
            forecast=self._forecast(somebody.ring),
        )
        self._promise(person, first, somebody.promise)
        self._meet_again(somebody, person, at)

    def _person(self, somebody: Somebody, at: datetime) -> Told:
        first, last = _ascii(somebody.name).split()[0], _ascii(somebody.name).split()[-1]
        domain = "".join(c for c in _ascii(somebody.organisation) if c.isalnum()).lower()
        body: dict[str, Any] = {
            "name": somebody.name,
            "role": somebody.role,
            "organisation": somebody.organisation,
            "traits": somebody.traits,
            "notes": f"Ask about {somebody.hook}.",
        }
        if self._random.random() < 0.7:
            body["emails"] = [f"{first}.{last}@{domain}.example".lower().replace("'", "")]
        if self._random.random() < 0.4:
            # Numbers that are kept for fiction and never given to anybody.
            body["phones"] = [f"+44 7700 900{self._random.randrange(1000):03}"]
        if somebody.ring:
            body["ring"] = somebody.ring
        return self._write("person", at, body)

    def _meet_again(self, somebody: Somebody, person: Told, met_at: datetime) -> None:
        told = {"hook": somebody.hook, "first": somebody.name.split()[0]}
        often = 2 if somebody.ring in ("inner", "close") else 1
        channel = self._random.choice(("in_person", "in_person", "call", "video"))
        at = met_at
        for how, line in [(channel, somebody.later), *self._random.sample(AGAIN, often)]:
            at += timedelta(days=self._random.randrange(18, 60), minutes=self._random.randrange(90))
            if at >= self._moment(-1, 12):
                return
            begun_by = self._random.choice(("me", "them"))
            notes = line.format(**told)
            self._talk(person, at, channel=how, begun_by=begun_by, notes=notes)

    def _talk(self, person: Told, at: datetime, **said: str) -> Told:
        written_at = at + timedelta(minutes=self._random.randrange(1, 9))
        moments = {"happened_at": in_json(at), "captured_at": in_json(written_at)}
        return self._write(
            "conversation", written_at, {"person_ids": [person.id], **said, **moments}
        )

    def _promise(self, person: Told, talk: Told, what: str) -> None:
        due_on = (talk.at + timedelta(days=self._random.choice((2, 4, 7, 10)))).date()
        body = self._owed("me", person, talk, what)
        if (self._today - talk.at.date()).days <= OPEN_DAYS:
            self._promises.append(self._write("follow_up", talk.at, body))
            return
        self._write("follow_up", talk.at, {**body, "due_on": due_on.isoformat(), **self._end(talk)})
        if self._random.random() < OWED_TO_ME / len(people()):
            owed = self._random.choice(OWED_BY_THEM)
            self._write("follow_up", talk.at, self._owed("them", person, talk, owed))

    def _owed(self, by: str, person: Told, talk: Told, what: str) -> dict[str, Any]:
        return {"owed_by": by, "person_ids": [person.id], "conversation_id": talk.id, "what": what}

    def _end(self, talk: Told) -> dict[str, str]:
        ended_at = in_json(talk.at + timedelta(days=self._random.randrange(1, 9), hours=3))
        if self._random.random() < 0.85:
            return {"done_at": ended_at}
        return {"dropped_at": ended_at, "dropped_because": self._random.choice(DROPPED_BECAUSE)}

    def _make_promises_due(self) -> None:
        newest = sorted(self._promises, key=lambda promise: promise.at, reverse=True)
        for place, promise in enumerate(newest):
            days = NEXT_DUE_DAYS[place % len(NEXT_DUE_DAYS)]
            promise.body["due_on"] = (self._today + timedelta(days=days)).isoformat()

    def _forecast(self, ring: str) -> str:
        likely = {"inner": "yes", "close": "yes", "active": "probably"}.get(ring, "no")
        return self._random.choice((likely, likely, "probably"))

    def _moment(self, days: int, hour: int) -> datetime:
        return datetime.combine(self._today + timedelta(days=days), time(hour), UTC)

    def _write(self, kind: str, at: datetime, body: dict[str, Any]) -> Told:
        filled = {name: value for name, value in body.items() if value != ""}
        if kind != "event":
            filled.setdefault("captured_at", in_json(at))
        record = Told(kind, self._id(at), at, filled)
        self._records.append(record)
        return record

    def _id(self, at: datetime) -> str:
        """Make an id of the same shape as a device's own (UUIDv7), drawn from the seed."""
        milliseconds = int(at.timestamp() * 1000)
        number = milliseconds << 80 | 0x7 << 76 | self._random.getrandbits(76)
        return str(UUID(int=number & ~(0x3 << 62) | 0x2 << 62))


def _ascii(words: str) -> str:
    plain = words.translate(str.maketrans("øØł", "oOl"))
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
