"""Applies the changes of one round in their order, each with its own result."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from backend.db import iso_utc
from backend.errors import Code, Refusal
from backend.sync.history.revisions import History
from backend.sync.merge.apply_change import AppliedChange, Change, ChangeContext, apply_change
from backend.sync.merge.effort import Effort
from backend.sync.round.idempotency import SavedResult, SavedResults, content_hash
from backend.sync.round.read_change import read_change, read_id, read_number
from backend.sync.round.room import Room
from backend.sync.round.validate_batch import is_valid_batch
from backend.sync.store.mentions import ids_in, names_only, remove_ids
from backend.sync.store.record_state import ServerRecord
from backend.sync.store.record_store import RecordStore
from backend.sync.store.usage import Amount, Usage

Result = dict[str, Any]
# A result is kept until it is confirmed, and nobody reads a longer list.
FIELDS_NAMED = 20


@dataclass(frozen=True)
class RoundStart:
    """Where a round starts: the owner's head and usage, the device's progress, and the time."""

    head: int
    usage: Usage
    quota: Amount
    last_number: int
    last_answered: int
    now: datetime


class Batch:
    """The changes of one round, with the records before and after them."""

    def __init__(self, store: RecordStore, place: RoundStart) -> None:
        self._store, self._start = store, place
        self._saved_results = SavedResults(store.connection, store.owner_id, store.device_id)
        self._history = History(store.connection, store.owner_id)
        self._effort = Effort()
        self._room = Room(place.usage, place.quota)
        self._before: dict[str, ServerRecord] = {}
        self._after: dict[str, ServerRecord] = {}
        self._earlier: dict[int, SavedResult] = {}
        self._results: dict[int, SavedResult] = {}
        self._differing: set[str] = set()
        self._never_created: set[str] = set()
        self._purged: set[str] = set()
        self.head = place.head
        self._moment = iso_utc(place.now)
        self._is_good = False
        self.last_number = place.last_number

    def apply_all(self, changes: list[Any]) -> list[Result]:
        """Apply all changes, store the records, and return a result for each change.

        Raises:
            Refusal: `bad_request`, `seq_gap`, `device_forked` or `too_large`, of the round as a
                whole.
        """
        numbers = [read_number(raw, place) for place, raw in enumerate(changes)]
        self._is_good = is_valid_batch(changes)
        self._earlier = self._saved_results.load(
            [one for one in numbers if one <= self.last_number]
        )
        self._before = self._store.load({id for raw in changes if (id := read_id(raw))})
        self._after = dict(self._before)
        self._purged = self._purged_people(changes)
        results = [
            self._repeat(number, raw)
            if number <= self.last_number
            else self._apply_new(number, raw)
            for number, raw in zip(numbers, changes, strict=True)
        ]
        if self._results:
            self._save()
        return results

    @property
    def usage(self) -> Usage:
        """Return what the owner stores now."""
        return self._room.usage

    @property
    def has_news(self) -> bool:
        """Check whether this round changed anything that other devices need."""
        return self.head > self._start.head

    def records_to_send(self, cursor: int) -> list[ServerRecord]:
        """Return the changed records that this device may not have as they are.

        They are sent even beyond the page of news: otherwise the device would take the seq of a
        result for a record whose state it hasn't seen.
        """
        return [
            record
            for id, record in self._after.items()
            if id in self._differing or not _is_known_at(cursor, self._before.get(id))
        ]

    def _repeat(self, number: int, raw: Any) -> Result:
        answer = self._results.get(number) or self._earlier.get(number)
        if answer is None or not answer.is_for(raw):
            raise Refusal(Code.DEVICE_FORKED)
        self._note_differing(raw, is_refused=answer.result["outcome"] == "rejected")
        return {**answer.result, "seen_before": True}

    def _apply_new(self, number: int, raw: Any) -> Result:
        if number > self.last_number + 1:
            raise Refusal(Code.SEQ_GAP, last_number=self._start.last_number)
        try:
            outcome = self._apply(raw)
        except Refusal as refusal:
            self._note_differing(raw, is_refused=True)
            outcome = _rejected(refusal)
        if self._room.is_round_full:
            raise Refusal(Code.TOO_LARGE)
        result = {"number": number, "seen_before": False, **outcome}
        self._results[number] = SavedResult(content_hash(raw), result)
        self.last_number = number
        return result

    def _apply(self, raw: Any) -> Result:
        sent = read_change(raw, self._start.head, self._is_good)
        record = self._after.get(sent.id)
        change = self._without_purged(sent, is_new=record is None)
        if record is None and change.id in self._never_created:
            raise Refusal(Code.NO_RECORD)
        context = self._context()
        applied = apply_change(record, change, context)
        applied.merged |= change is not sent
        self._room.take(record, applied, is_deletion=change.action == "delete")
        self._keep(applied)
        if change.action == "restore":
            # The device may have nothing left of what it brings back.
            self._differing.add(change.id)
        return {"outcome": "merged" if applied.merged else "applied", "seq": applied.record.seq}

    def _context(self) -> ChangeContext:
        device_id, seq = self._store.device_id, self.head + 1
        return ChangeContext(device_id, seq, self._moment, self._history, self._effort)

    def _purged_people(self, changes: list[Any]) -> set[str]:
        """Read who was purged, where a change mentions anybody at all."""
        mentions = any(any(ids_in(raw.get("set"))) for raw in changes)
        return self._store.purged_people() if mentions else set()

    def _without_purged(self, change: Change, is_new: bool) -> Change:
        """Remove the purged people from a change of a device that has not heard of the purge yet.

        Raises:
            Refusal: `purged`, for a new record that is about nobody else.
        """
        if not self._purged or change.set is None:
            return change
        if is_new and names_only(change.set, self._purged):
            raise Refusal(Code.PURGED)
        content = remove_ids(change.set, self._purged)
        return change if content == change.set else change._replace(set=content)

    def _keep(self, applied: AppliedChange) -> None:
        record = applied.record
        self.head = max(self.head, record.seq)
        self._history.add(applied.revisions)
        if applied.merged or record.kept or getattr(self._after.get(record.id), "kept", None):
            self._differing.add(record.id)
        self._after[record.id] = record

    def _note_differing(self, raw: Any, is_refused: bool) -> None:
        """Remember that a record may differ from what this device has, or was never created."""
        if (id := read_id(raw)) is None:
            return
        self._differing.add(id)
        if is_refused and raw.get("action") == "set":
            self._never_created.add(id)

    def _save(self) -> None:
        last_answered = self._start.last_answered
        self._store.save_device(self.last_number, last_answered, self._start.now)
        self._saved_results.save(self._results, last_answered)
        if self.has_news:
            self._store.save(self._before, self._after.values())
            self._room.free(self._history.store(self._start.now))
            self._store.advance_head(self._start.head, self.head, self.usage)
        elif self._room.was_missing:
            # Otherwise an account that is full would never forget what is old.
            self._room.free(self._history.store(self._start.now))
            self._store.save_usage(self.usage)


def _is_known_at(cursor: int, before: ServerRecord | None) -> bool:
    return before is None or before.seq <= cursor


def _rejected(refusal: Refusal) -> Result:
    named = dict(islice(refusal.fields.items(), FIELDS_NAMED))
    fields = {"fields": named} if named else {}
    return {"outcome": "rejected", "seq": None, "code": refusal.code.value, **fields}
