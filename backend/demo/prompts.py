"""The listening prompts that the demo's conversations began with, and those of the user's own."""

from datetime import datetime, timedelta
from typing import NamedTuple

from backend.db import iso_utc
from backend.demo.diary import DemoRecord, Diary, derived_id
from backend.schema.settings import PROMPT_OFF


class Shown(NamedTuple):
    """A prompt that Earshot ships (pwa/src/domain/prompts/wordings.ts)."""

    id: str
    style: str


FIRST = (
    Shown("open.brought", "open_question"),
    Shown("their_problem.their_words", "say_it_back"),
    Shown("open.detail", "concrete_follow_up"),
    Shown("their_problem.hardest", "open_question"),
    Shown("open.surprised", "open_question"),
    Shown("their_problem.tried", "open_question"),
)
AGAIN = (
    Shown("depth.proud", "open_question"),
    Shown("follow_up.then_what", "concrete_follow_up"),
    Shown("say_it_back.snag", "say_it_back"),
    Shown("pause.count_two", "say_it_back"),
)
SWIPED_SHARE = 0.15
SWITCHED_OFF = f"{PROMPT_OFF}pause.own_answer"
OWN = (("depth", "open_question", "What would you do with a free Tuesday?"),)


def write_prompt_use(diary: Diary, card: DemoRecord, is_first: bool) -> None:
    """Write which prompt a conversation began with, and one that was swiped away before, if any."""
    shown_at = datetime.fromisoformat(card.body["happened_at"]) - timedelta(minutes=2)
    shown = FIRST if is_first else AGAIN
    # In turn, for no family comes three times running.
    place = len(diary.all("prompt_use"))
    swipes = int(diary.random.random() < SWIPED_SHARE)
    for swipe in range(swipes + 1):
        prompt = shown[(place + swipe) % len(shown)]
        at = shown_at + timedelta(seconds=4 * swipe)
        body = {
            "prompt_id": prompt.id,
            "family": prompt.id.partition(".")[0],
            "style": prompt.style,
            "event_id": card.body.get("event_id"),
            "conversation_id": card.id,
            "person_ids": card.body["person_ids"],
            "shown_at": iso_utc(at),
            "swiped_at": iso_utc(at + timedelta(seconds=3)) if swipe < swipes else "",
        }
        diary.write("prompt_use", at, body, derived_id(card.id, f"prompt {swipe}"))


def write_prompts(diary: Diary, at: datetime) -> None:
    """Write the user's own prompts, and switch off one that they don't like."""
    for family, style, words in OWN:
        diary.write("prompt", at, {"words": words, "family": family, "style": style})
    off = {"name": SWITCHED_OFF, "value": "off"}
    diary.write("setting", at, off, derived_id("", SWITCHED_OFF))
