"""First meetings in the demo: the person, the first conversation, and what came of it."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from backend.db import iso_utc
from backend.demo.diary import DemoRecord, Diary, derived_id
from backend.demo.people_and_events import Character, PlannedEvent
from backend.demo.phrases import RECALLED
from backend.demo.prompts import write_prompt_use

# Lines are typed since about then; a ring is chosen when one looks back.
LINES_SINCE_DAYS = 50
STILL_ASKED_DAYS = 3


@dataclass(frozen=True)
class Met:
    """A person, their character, and the first conversation with them."""

    character: Character
    person: DemoRecord
    card: DemoRecord


def meet_at_event(
    diary: Diary, character: Character, event: PlannedEvent, at_event: DemoRecord
) -> Met:
    """Meet a person at an event."""
    begin = diary.begin_of(event)
    until = min(begin + timedelta(hours=int(event.hours)), diary.now - timedelta(minutes=10))
    minutes = int((until - begin).total_seconds()) // 60
    at = begin + timedelta(minutes=diary.random.randrange(8, minutes))
    person = diary.write("person", at, _person(diary, character, at))
    card = _card(diary, character, at, {"person_ids": [person.id], "event_id": at_event.id})
    write_prompt_use(diary, card, is_first=True)
    _write_problem(diary, card)
    return Met(character, person, card)


def _person(diary: Diary, character: Character, at: datetime) -> dict[str, Any]:
    first, last = _ascii(character.name).split()[0], _ascii(character.name).split()[-1]
    domain = "".join(c for c in _ascii(character.organisation) if c.isalnum()).lower()
    body: dict[str, Any] = {
        "name": character.name,
        "role": character.role,
        "organisation": character.organisation,
        "traits": character.traits,
        "notes": f"Ask about {character.hook}.",
        "ring": character.ring if character.ring != "let_go" else "",
    }
    if diary.random.random() < 0.7:
        body["emails"] = [f"{first}.{last}@{domain}.example".lower().replace("'", "")]
    if diary.random.random() < 0.4:
        # Numbers that are kept for fiction and never given to anybody.
        body["phones"] = [f"+44 7700 900{diary.random.randrange(1000):03}"]
    if not character.ring and diary.random.random() < 0.4:
        looked_back_at = at + timedelta(days=2)
        body["plan_ended_at"] = iso_utc(looked_back_at) if looked_back_at < diary.now else ""
    if character.ring == "let_go":
        body["let_go_at"] = iso_utc(at + timedelta(days=200))
    return body


def _card(diary: Diary, character: Character, at: datetime, body: dict[str, Any]) -> DemoRecord:
    written_at = at + timedelta(minutes=diary.random.randrange(1, 9))
    is_line = (diary.now - at).days < LINES_SINCE_DAYS
    said = {
        "who": character.name,
        "line": f"{character.name}, {character.role} at {character.organisation}"
        if is_line
        else "",
        "problem": character.problem,
        "promise": character.promise,
        "notes": character.notes,
        "forecast": _forecast(diary, character.ring),
        "happened_at": iso_utc(at),
    }
    return diary.write(
        "conversation", written_at, {**body, **said, **_recalled(diary, character, at)}
    )


def _forecast(diary: Diary, ring: str) -> str:
    likely = {"inner": "yes", "close": "yes", "active": "probably"}.get(ring, "no")
    return diary.random.choice((likely, likely, "probably"))


def _recalled(diary: Diary, character: Character, at: datetime) -> dict[str, str]:
    days_ago = (diary.now.date() - at.date()).days
    if days_ago < 2 or (days_ago > STILL_ASKED_DAYS and diary.random.random() < 0.3):
        return {}
    words = diary.random.choice(RECALLED).format(hook=character.hook)
    return {"recalled": words, "recalled_at": iso_utc(at + timedelta(hours=13))}


def _write_problem(diary: Diary, card: DemoRecord) -> None:
    kept = {name: card.body[name] for name in ("person_ids", "captured_at")}
    body = {**kept, "conversation_id": card.id, "what": card.body["problem"]}
    diary.write("problem", card.at, body, derived_id(card.id, "problem"))


def _ascii(words: str) -> str:
    plain = words.translate(str.maketrans("øØł", "oOl"))
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
