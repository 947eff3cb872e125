"""How the demo stays in touch: as often as the ring asks, on all channels, not with everybody."""

from datetime import datetime, timedelta
from typing import Any

from backend.db import iso_utc
from backend.demo.diary import DemoRecord, Diary
from backend.demo.first_conversations import Met
from backend.demo.phrases import AGAIN
from backend.demo.prompts import write_prompt_use

# From how many to how many days later: twice soon after the first meeting, then by ring.
SOON_DAYS = (14, 40)
RING_DAYS = {"inner": (14, 34), "close": (35, 90), "active": (110, 240)}
WIDE_DAYS = (220, 300)
WITH_WORDS = 3
ASLEEP_SHARE = 0.25
SOLVED_SHARE = 0.6
CHANNELS = ("in_person", "call", "call", "video", "message", "message", "message")


def stay_in_touch(diary: Diary, met: Met) -> None:
    """Write all contacts after the first conversation; some ties fade."""
    ring = met.character.ring
    ends_at = diary.now - timedelta(hours=20)
    if not ring or diary.random.random() < ASLEEP_SHARE:
        ends_at = min(ends_at, met.card.at + timedelta(days=90))
    at = diary.after(met.card.at, *SOON_DAYS)
    for how, words in _contacts(diary, met):
        if at >= ends_at:
            return
        _write_conversation(diary, met, at, {"channel": how, "notes": words})
        at = diary.after(at, *(RING_DAYS.get(ring, WIDE_DAYS)))


def _contacts(diary: Diary, met: Met) -> list[tuple[str, str]]:
    """Return the channel and the notes of each contact; the notes are often empty."""
    words_of = {"hook": met.character.hook, "first": met.character.name.split()[0]}
    first = diary.random.choice(("in_person", "in_person", "call", "video"))
    noted = [(first, met.character.later), *diary.random.sample(AGAIN, WITH_WORDS)]
    logged = [(diary.random.choice(CHANNELS), "") for _ in range(20)]
    return [(how, words.format(**words_of)) for how, words in [*noted, *logged]]


def _write_conversation(diary: Diary, met: Met, at: datetime, said: dict[str, str]) -> None:
    body: dict[str, Any] = {
        "person_ids": [met.person.id],
        "begun_by": diary.random.choice(("me", "me", "them")),
        "happened_at": iso_utc(at),
        **said,
    }
    if said["channel"] == "message" and diary.random.random() < 0.8:
        body["answered_at"] = iso_utc(at + timedelta(hours=diary.random.randrange(1, 19)))
    card = diary.write("conversation", at + timedelta(minutes=diary.random.randrange(1, 9)), body)
    if said["channel"] == "in_person" and said["notes"]:
        write_prompt_use(diary, card, is_first=False)
    if said["notes"] == met.character.later:
        _maybe_solve(diary, met, card)


def _maybe_solve(diary: Diary, met: Met, card: DemoRecord) -> None:
    # What came of it is told once; for most it means that the problem is solved.
    if diary.random.random() < SOLVED_SHARE:
        problem = next(
            one for one in diary.all("problem") if one.body["person_ids"] == [met.person.id]
        )
        problem.body["solved_at"] = iso_utc(card.at)
