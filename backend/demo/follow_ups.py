"""What the demo's user and their people owe each other: done, dropped, broken, or open."""

from datetime import timedelta
from typing import Any

from backend.db import iso_utc
from backend.demo.diary import DemoRecord, Diary, derived_id
from backend.demo.first_conversations import Met
from backend.demo.phrases import DROPPED_BECAUSE, OWED_BY_THEM
from backend.schema.kinds import FollowUp

OPEN_DAYS = 14
THEIRS_SHARE = 0.3
# In how many days the newest promises are due, and what is owed to me; None has no day.
MINE_DUE_DAYS = (1, 0, 0, 2, None, -1, 4, 1, 7)
THEIRS_DUE_DAYS = (-4, 3, None)


def write_promise(diary: Diary, met: Met) -> None:
    """Write what was promised at the first meeting; an old promise is closed."""
    card = met.card
    due_on = (card.at + timedelta(days=diary.random.choice((2, 4, 7, 10)))).date().isoformat()
    kept = {"person_ids": card.body["person_ids"], "conversation_id": card.id}
    body = {"owed_by": "me", "what": met.character.promise, "due_on": due_on, **kept}
    card.body["promise_due_on"] = due_on
    is_open = (diary.now - card.at).days < OPEN_DAYS
    end = {} if is_open else _end(diary, card)
    diary.write("follow_up", card.at, {**body, **end}, derived_id(card.id, "promise"))
    if not is_open and diary.random.random() < THEIRS_SHARE:
        place = len(_follow_ups(diary, "them"))
        owed = {"owed_by": "them", "what": OWED_BY_THEM[place % len(OWED_BY_THEM)], **kept}
        diary.write("follow_up", card.at, {**owed, **_end(diary, card)})


def set_due_dates(diary: Diary) -> None:
    """Make the newest promises due around today, and leave a few open that are owed to the user."""
    open_ones = [one for one in _follow_ups(diary, "me") if not FollowUp.is_closed(one.body)]
    for place, one in enumerate(reversed(open_ones)):
        days = MINE_DUE_DAYS[place % len(MINE_DUE_DAYS)]
        card = next(record for record in diary.records if record.id == one.body["conversation_id"])
        _put_due(diary, one.body, days, "due_on")
        _put_due(diary, card.body, days, "promise_due_on")
    for one, days in zip(reversed(_follow_ups(diary, "them")), THEIRS_DUE_DAYS, strict=False):
        for name in (*FollowUp.closed_by, "dropped_because"):
            one.body.pop(name, None)
        _put_due(diary, one.body, days, "due_on")


def _follow_ups(diary: Diary, side: str) -> list[DemoRecord]:
    return [one for one in diary.all("follow_up") if one.body["owed_by"] == side]


def _put_due(diary: Diary, body: dict[str, Any], days: int | None, name: str) -> None:
    body.pop(name, None)
    if days is not None:
        body[name] = (diary.now.date() + timedelta(days=days)).isoformat()


def _end(diary: Diary, card: DemoRecord) -> dict[str, str]:
    at = min(diary.after(card.at, 1, 9), diary.now - timedelta(hours=5))
    how = diary.random.random()
    if how < 0.82:
        return {"done_at": iso_utc(at)}
    if how < 0.94:
        because = diary.random.choice(DROPPED_BECAUSE)
        return {"dropped_at": iso_utc(at), **({"dropped_because": because} if because else {})}
    return {"broken_at": iso_utc(at)}
