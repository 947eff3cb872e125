"""Takes the changes of one round in their order, each with its own result."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.db import iso_utc
from backend.errors import Code, Refusal
from backend.sync.history.revisions import History
from backend.sync.merge.apply_change import Change, Taken, Turn, take_in
from backend.sync.round.idempotency import Answer, Answers, content_hash
from backend.sync.round.read_change import id_of, number_of, read_change
from backend.sync.round.validate_batch import are_good
from backend.sync.store.mentions import ids_in, is_only_about, without
from backend.sync.store.record_state import Held
from backend.sync.store.record_store import Store

Result = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where a round begins: the owner's head, how far the device is, and the server's moment."""

    head: int
    last_number: int
    last_answered: int
    now: datetime


class Batch:
    """The changes of one round, from what is stored before to what is stored after."""

    def __init__(self, store: Store, place: Place) -> None:
        self._store, self._place = store, place
        self._answers = Answers(store.connection, store.owner_id, store.device_id)
        self._history = History(store.connection, store.owner_id)
        self._before: dict[str, Held] = {}
        self._after: dict[str, Held] = {}
        self._known: dict[int, Answer] = {}
        self._given: dict[int, Answer] = {}
        self._unlike_sent: set[str] = set()
        self._unborn: set[str] = set()
        self._purged: set[str] = set()
        self.head = place.head
        self._moment = iso_utc(place.now)
        self._is_good = False
        self.last_number = place.last_number

    def take(self, changes: list[Any]) -> list[Result]:
        """Take all changes, store what came of them, and give a result for each.

        raises: Refusal with bad_request, seq_gap or device_forked, of the round as a whole
        """
        numbers = [number_of(raw, place) for place, raw in enumerate(changes)]
        self._is_good = are_good(changes)
        self._known = self._answers.recall([one for one in numbers if one <= self.last_number])
        self._before = self._store.load({id for raw in changes if (id := id_of(raw))})
        self._after = dict(self._before)
        self._purged = self._purged_people(changes)
        results = [
            self._again(number, raw) if number <= self.last_number else self._first(number, raw)
            for number, raw in zip(numbers, changes, strict=True)
        ]
        if self._given:
            self._save()
        return results

    @property
    def has_news(self) -> bool:
        """Say whether this round changed anything that other devices have to hear of."""
        return self.head > self._place.head

    def others(self, cursor: int) -> list[Held]:
        """Give the records that this round touched and that this device may not have as they are.

        They go with the answer even beyond the page of news: else the device would take the seq
        of a result for one whose state it has seen.
        """
        return [
            held
            for id, held in self._after.items()
            if id in self._unlike_sent or not _is_known_at(cursor, self._before.get(id))
        ]

    def _again(self, number: int, raw: Any) -> Result:
        answer = self._given.get(number) or self._known.get(number)
        if answer is None or not answer.is_to(raw):
            raise Refusal(Code.DEVICE_FORKED)
        self._note(raw, is_refused=answer.result["outcome"] == "rejected")
        return {**answer.result, "seen_before": True}

    def _first(self, number: int, raw: Any) -> Result:
        if number > self.last_number + 1:
            raise Refusal(Code.SEQ_GAP, last_number=self._place.last_number)
        try:
            told = self._take_in(raw)
        except Refusal as refusal:
            self._note(raw, is_refused=True)
            told = _rejected(refusal)
        result = {"number": number, "seen_before": False, **told}
        self._given[number] = Answer(content_hash(raw), result)
        self.last_number = number
        return result

    def _take_in(self, raw: Any) -> Result:
        sent = read_change(raw, self._place.head, self._is_good)
        held = self._after.get(sent.id)
        change = self._without_purged(sent, is_new=held is None)
        if held is None and change.id in self._unborn:
            raise Refusal(Code.NO_RECORD)
        turn = Turn(self._store.device_id, self.head + 1, self._moment, self._history)
        taken = take_in(held, change, turn)
        taken.merged |= change is not sent
        self._hold(taken)
        if change.action == "restore":
            # The device may have nothing left of what it brings back.
            self._unlike_sent.add(change.id)
        return {"outcome": "merged" if taken.merged else "applied", "seq": taken.held.seq}

    def _purged_people(self, changes: list[Any]) -> set[str]:
        """Read who was purged, where a change mentions anybody at all."""
        mentions = any(any(ids_in(raw.get("set"))) for raw in changes)
        return self._store.purged_people() if mentions else set()

    def _without_purged(self, change: Change, is_new: bool) -> Change:
        """Take the purged out of what a device says that has not heard of it yet.

        raises: Refusal with purged, for a new record that is about nobody else
        """
        if not self._purged or change.set is None:
            return change
        if is_new and is_only_about(change.set, self._purged):
            raise Refusal(Code.PURGED)
        content = without(change.set, self._purged)
        return change if content == change.set else change._replace(set=content)

    def _hold(self, taken: Taken) -> None:
        held = taken.held
        self.head = max(self.head, held.seq)
        self._history.add(taken.revisions)
        if taken.merged or held.kept or getattr(self._after.get(held.id), "kept", None):
            self._unlike_sent.add(held.id)
        self._after[held.id] = held

    def _note(self, raw: Any, is_refused: bool) -> None:
        """Remember that a record may not stand as this device has it, or was never made."""
        if (id := id_of(raw)) is None:
            return
        self._unlike_sent.add(id)
        if is_refused and raw.get("action") == "set":
            self._unborn.add(id)

    def _save(self) -> None:
        last_answered = self._place.last_answered
        self._store.save_device(self.last_number, last_answered, self._place.now)
        self._answers.keep(self._given, last_answered)
        if self.has_news:
            self._store.save(self._before, self._after.values())
            self._history.store(self._place.now)
            self._store.give_head(self._place.head, self.head)


def _is_known_at(cursor: int, before: Held | None) -> bool:
    return before is None or before.seq <= cursor


def _rejected(refusal: Refusal) -> Result:
    fields = {"fields": refusal.fields} if refusal.fields else {}
    return {"outcome": "rejected", "seq": None, "code": refusal.code.value, **fields}
