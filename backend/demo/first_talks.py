"""How people are met in the demo: the person, the card of the first talk, and what it made."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from backend.db import iso_utc
from backend.demo.cast import Occasion, Somebody
from backend.demo.diary import DemoRecord, Diary, derived_id
from backend.demo.phrases import RECALLED
from backend.demo.prompts import note_prompt

# Lines are typed since about then; a ring is chosen when one looks back.
LINES_SINCE_DAYS = 50
STILL_ASKED_DAYS = 3


@dataclass(frozen=True)
class Met:
    """A person, what is told of them, and the card of the first talk."""

    somebody: Somebody
    person: DemoRecord
    card: DemoRecord


def meet(diary: Diary, somebody: Somebody, event: Occasion, at_event: DemoRecord) -> Met:
    """Meet somebody at an event."""
    begin = diary.begin_of(event)
    until = min(begin + timedelta(hours=int(event.hours)), diary.now - timedelta(minutes=10))
    minutes = int((until - begin).total_seconds()) // 60
    at = begin + timedelta(minutes=diary.random.randrange(8, minutes))
    person = diary.write("person", at, _person(diary, somebody, at))
    card = _card(diary, somebody, at, {"person_ids": [person.id], "event_id": at_event.id})
    note_prompt(diary, card, is_first=True)
    _keep_problem(diary, card)
    return Met(somebody, person, card)


def _person(diary: Diary, somebody: Somebody, at: datetime) -> dict[str, Any]:
    first, last = _ascii(somebody.name).split()[0], _ascii(somebody.name).split()[-1]
    domain = "".join(c for c in _ascii(somebody.organisation) if c.isalnum()).lower()
    body: dict[str, Any] = {
        "name": somebody.name,
        "role": somebody.role,
        "organisation": somebody.organisation,
        "traits": somebody.traits,
        "notes": f"Ask about {somebody.hook}.",
        "ring": somebody.ring if somebody.ring != "let_go" else "",
    }
    if diary.random.random() < 0.7:
        body["emails"] = [f"{first}.{last}@{domain}.example".lower().replace("'", "")]
    if diary.random.random() < 0.4:
        # Numbers that are kept for fiction and never given to anybody.
        body["phones"] = [f"+44 7700 900{diary.random.randrange(1000):03}"]
    if not somebody.ring and diary.random.random() < 0.4:
        looked_back_at = at + timedelta(days=2)
        body["plan_ended_at"] = iso_utc(looked_back_at) if looked_back_at < diary.now else ""
    if somebody.ring == "let_go":
        body["let_go_at"] = iso_utc(at + timedelta(days=200))
    return body


def _card(diary: Diary, somebody: Somebody, at: datetime, body: dict[str, Any]) -> DemoRecord:
    written_at = at + timedelta(minutes=diary.random.randrange(1, 9))
    is_line = (diary.now - at).days < LINES_SINCE_DAYS
    said = {
        "who": somebody.name,
        "line": f"{somebody.name}, {somebody.role} at {somebody.organisation}" if is_line else "",
        "problem": somebody.problem,
        "promise": somebody.promise,
        "notes": somebody.notes,
        "forecast": _forecast(diary, somebody.ring),
        "happened_at": iso_utc(at),
    }
    return diary.write(
        "conversation", written_at, {**body, **said, **_recalled(diary, somebody, at)}
    )


def _forecast(diary: Diary, ring: str) -> str:
    likely = {"inner": "yes", "close": "yes", "active": "probably"}.get(ring, "no")
    return diary.random.choice((likely, likely, "probably"))


def _recalled(diary: Diary, somebody: Somebody, at: datetime) -> dict[str, str]:
    days_ago = (diary.now.date() - at.date()).days
    if days_ago < 2 or (days_ago > STILL_ASKED_DAYS and diary.random.random() < 0.3):
        return {}
    words = diary.random.choice(RECALLED).format(hook=somebody.hook)
    return {"recalled": words, "recalled_at": iso_utc(at + timedelta(hours=13))}


def _keep_problem(diary: Diary, card: DemoRecord) -> None:
    kept = {name: card.body[name] for name in ("person_ids", "captured_at")}
    body = {**kept, "conversation_id": card.id, "what": card.body["problem"]}
    diary.write("problem", card.at, body, derived_id(card.id, "problem"))


def _ascii(words: str) -> str:
    plain = words.translate(str.maketrans("øØł", "oOl"))
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
