"""Takes one change into one record: what stands afterwards, and what it wrote over."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple, Protocol

import orjson

from backend.errors import Code, Refusal
from backend.schema.fields import merge_rule
from backend.sync.history.revisions import Revision, seen_value
from backend.sync.merge.conflict import Meeting, Settled, settle
from backend.sync.store.record_state import DELETION, Held, Touch

RECORD_BYTES = 1024 * 1024

Action = Literal["set", "delete", "restore"]


class Change(NamedTuple):
    """Fields of one record that one device set, or its deletion, or its return."""

    number: int
    kind: str
    id: str
    base_seq: int
    made_at: str
    action: Action
    set: dict[str, Any] | None


class Past(Protocol):
    """Where the overwritten values of a field are looked up."""

    def since(self, record_id: str, field: str, base_seq: int) -> list[Revision]:
        """Give a field's revisions above a seq, oldest first."""


class Turn(NamedTuple):
    """Where a change stands: its device, the seq it would get, the server's moment, the past."""

    device_id: str
    seq: int
    now: str
    past: Past


@dataclass
class Taken:
    """The record after a change; `merged` where it is not just what the device sent."""

    held: Held
    merged: bool = False
    revisions: list[Revision] = field(default_factory=list)


def take_in(held: Held | None, change: Change, turn: Turn) -> Taken:
    """Work out what a change makes of a record; a record that stays as it was keeps its seq.

    raises: Refusal with no_record, purged, wrong_kind, edited_since or too_large
    """
    if held is None:
        return _create(change, turn)
    if held.purged_at:
        raise Refusal(Code.PURGED)
    if held.kind != change.kind:
        raise Refusal(Code.WRONG_KIND)
    if change.action == "delete":
        return _delete(held, change, turn)
    return _Edit(held, change, turn).taken()


def _create(change: Change, turn: Turn) -> Taken:
    if change.action != "set" or change.base_seq > 0:
        raise Refusal(Code.NO_RECORD)
    body = {name: value for name, value in (change.set or {}).items() if value is not None}
    created = Touch(turn.seq, turn.device_id)
    return Taken(Held(change.id, change.kind, turn.seq, created, body, touches={}, kept={}))


def _delete(held: Held, change: Change, turn: Turn) -> Taken:
    if held.deleted_at:
        return Taken(held)
    if held.is_edited_since(change.base_seq, turn.device_id):
        raise Refusal(Code.EDITED_SINCE)
    edit = _Edit(held, change, turn)
    edit.write(DELETION, Settled(turn.now), None, turn.now)
    return edit.taken()


class _Edit:
    """A record while a change is laid over it field by field."""

    def __init__(self, held: Held, change: Change, turn: Turn) -> None:
        self._held, self._change, self._turn = held, change, turn
        self._values = {**held.body, DELETION: held.deleted_at}
        self._touches = dict(held.touches)
        self._kept = {name: list(entries) for name, entries in held.kept.items()}
        self._merged = False
        self._revisions: list[Revision] = []

    def taken(self) -> Taken:
        """Lay the change over the record.

        raises: Refusal with too_large
        """
        if self._held.deleted_at:
            self._merged = self._change.action == "set"
            self.write(DELETION, Settled(None), self._held.deleted_at, None)
        for name, sent in (self._change.set or {}).items():
            self._lay(name, sent)
        if not self._revisions and self._kept == self._held.kept:
            return Taken(self._held)
        return Taken(self._result(), self._merged, self._revisions)

    def _lay(self, name: str, sent: Any) -> None:
        stored, touch = self._values.get(name), self._held.touch(name)
        if touch is None or (self._is_seen(touch) and not self._was_hidden(touch)):
            self._keep_unseen(name)
            if stored != sent:
                self.write(name, Settled(sent), stored, sent)
            return
        settled = settle(merge_rule(self._held.kind, name), self._meeting(name, sent), self._undoes)
        if settled.value == stored == sent:
            self._kept.pop(name, None)
        self._keep(name, settled)
        self.write(name, settled, stored, sent)

    @property
    def _undoes(self) -> bool:
        return self._change.action == "restore"

    def _is_seen(self, touch: Touch) -> bool:
        return touch.is_seen_by(self._turn.device_id, self._change.base_seq)

    def _was_hidden(self, touch: Touch) -> bool:
        return touch.seq <= self._change.base_seq and self._was_gone

    @cached_property
    def _was_gone(self) -> bool:
        """Say whether the device knew the record as deleted by another, so without its content."""
        if DELETION not in self._held.touches:
            return False
        turns = self._turn.past.since(self._held.id, DELETION, 0)
        before = [one for one in turns if one.seq <= self._change.base_seq]
        if not before or before[-1].device_id == self._turn.device_id:
            return False
        return before[-1].overwritten is None

    def _meeting(self, name: str, sent: Any) -> Meeting:
        base, stored = self._change.base_seq, self._values.get(name)
        since = self._turn.past.since(self._held.id, name, base)
        if self._was_gone and not any(one.device_id == self._turn.device_id for one in since):
            return Meeting(None, stored, sent)
        try:
            return Meeting(seen_value(self._held, base, self._turn.device_id, since), stored, sent)
        except LookupError:
            return Meeting(None, stored, sent, known=False)

    def _keep_unseen(self, name: str) -> None:
        """Forget what the person saw beside the field when they set it anew."""
        unseen = [
            entry for entry in self._kept.pop(name, []) if entry["seq"] > self._change.base_seq
        ]
        if unseen:
            self._kept[name] = unseen

    def _keep(self, name: str, settled: Settled) -> None:
        """Keep beside the field what lost, for the person to look at."""
        self._keep_unseen(name)
        entry: dict[str, Any] = {"seq": self._turn.seq}
        if settled.two_versions:
            entry["two_versions"] = True
        elif settled.also is not None:
            entry["value"] = settled.also
        else:
            return
        others = [one for one in self._kept.get(name, []) if not _says_the_same(one, entry)]
        self._kept[name] = [*others, entry]

    def write(self, name: str, settled: Settled, stored: Any, sent: Any) -> None:
        """Put a settled value in its field, and note what it wrote over."""
        turn, as_sent = self._turn, settled.value == sent
        nth = self._touches[name].nth + 1 if name in self._touches else 1
        self._values[name] = settled.value
        self._touches[name] = Touch(turn.seq, turn.device_id, as_sent, nth)
        self._merged |= not as_sent or settled.also is not None
        self._revisions.append(
            Revision(
                record_id=self._held.id,
                field=name,
                seq=turn.seq,
                overwritten=stored,
                as_sent=as_sent,
                sent=None if as_sent else sent,
                device_id=turn.device_id,
                made_at=self._change.made_at,
                nth=nth,
            )
        )

    def _result(self) -> Held:
        values = dict(self._values)
        deleted_at = values.pop(DELETION)
        body = {name: value for name, value in values.items() if value is not None}
        if len(orjson.dumps(body)) > RECORD_BYTES:
            raise Refusal(Code.TOO_LARGE)
        return self._held._replace(
            seq=self._turn.seq,
            body=body,
            touches=self._touches,
            kept=self._kept,
            deleted_at=deleted_at,
        )


def _says_the_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return {**one, "seq": 0} == {**other, "seq": 0}
