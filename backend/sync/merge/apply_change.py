"""Applies one change to one record: the record afterwards, and what was overwritten."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple, Protocol

from backend.errors import Code, Refusal
from backend.schema.fields import merge_rule
from backend.schema.json_values import same_json
from backend.schema.validate import FIELDS_AT_MOST
from backend.sync.history.revisions import Revision, seen_value
from backend.sync.merge.conflict import Conflict, Resolution, resolve
from backend.sync.merge.effort import Effort, TooMuchWork
from backend.sync.store.record_state import DELETION, FieldVersion, ServerRecord
from backend.sync.store.row_bytes import json_bytes

RECORD_BYTES = 1024 * 1024
# In steps of an `Effort`: one question to the history, and each value of its answer.
STEPS_PER_LOOKUP = 600
STEPS_PER_REVISION = 20
CHARACTERS_PER_STEP = 100

Action = Literal["set", "delete", "restore"]


class Change(NamedTuple):
    """Fields that one device set in one record, or its deletion, or its restoration."""

    number: int
    kind: str
    id: str
    base_seq: int
    made_at: str
    action: Action
    set: dict[str, Any] | None


class RevisionSource(Protocol):
    """Looks up the overwritten values of a field."""

    def since(self, record_id: str, field: str, base_seq: int) -> list[Revision]:
        """Return a field's revisions above a seq, the oldest first."""


class ChangeContext(NamedTuple):
    """What a change needs to be applied: its device, its seq, the server's time, the revisions.

    `effort` is what is left of the round's for merging.
    """

    device_id: str
    seq: int
    now: str
    revisions: RevisionSource
    effort: Effort


@dataclass
class AppliedChange:
    """The record after a change; `merged` where it differs from what the device sent."""

    record: ServerRecord
    merged: bool = False
    revisions: list[Revision] = field(default_factory=list)


def apply_change(
    record: ServerRecord | None, change: Change, context: ChangeContext
) -> AppliedChange:
    """Apply a change to a record; a record that stays as it was keeps its seq.

    Raises:
        Refusal: `no_record`, `purged`, `wrong_kind`, `edited_since` or `too_large`.
    """
    if record is None:
        return _create(change, context)
    if record.purged_at:
        raise Refusal(Code.PURGED)
    if record.kind != change.kind:
        raise Refusal(Code.WRONG_KIND)
    if change.action == "delete":
        return _delete(record, change, context)
    return _Edit(record, change, context).apply()


def _create(change: Change, context: ChangeContext) -> AppliedChange:
    if change.action != "set" or change.base_seq > 0:
        raise Refusal(Code.NO_RECORD)
    body = {name: value for name, value in (change.set or {}).items() if value is not None}
    if len(body) > FIELDS_AT_MOST:
        raise Refusal(Code.TOO_LARGE)
    created = FieldVersion(context.seq, context.device_id)
    return AppliedChange(
        ServerRecord(change.id, change.kind, context.seq, created, body, field_versions={}, kept={})
    )


def _delete(record: ServerRecord, change: Change, context: ChangeContext) -> AppliedChange:
    if record.deleted_at:
        return AppliedChange(record)
    if record.is_edited_since(change.base_seq, context.device_id):
        raise Refusal(Code.EDITED_SINCE)
    edit = _Edit(record, change, context)
    edit.write(DELETION, Resolution(context.now), None, context.now)
    return edit.apply()


class _Edit:
    """A record while a change is applied to it field by field."""

    def __init__(self, record: ServerRecord, change: Change, context: ChangeContext) -> None:
        self._record, self._change, self._context = record, change, context
        self._values = {**record.body, DELETION: record.deleted_at}
        self._field_versions = dict(record.field_versions)
        self._kept = {name: list(entries) for name, entries in record.kept.items()}
        self._merged = False
        self._revisions: list[Revision] = []

    def apply(self) -> AppliedChange:
        """Apply the change to the record.

        Raises:
            Refusal: `too_large`.
        """
        if self._record.deleted_at:
            self._merged = self._change.action == "set"
            self.write(DELETION, Resolution(None), self._record.deleted_at, None)
        for name, sent in (self._change.set or {}).items():
            self._apply_field(name, sent)
        if not self._revisions and self._kept == self._record.kept:
            return AppliedChange(self._record)
        return AppliedChange(self._result(), self._merged, self._revisions)

    def _apply_field(self, name: str, sent: Any) -> None:
        stored, version = self._values.get(name), self._record.version_of(name)
        if version is None or (self._is_seen(version) and not self._was_hidden(version)):
            self._keep_unseen(name)
            if not same_json(stored, sent):
                self.write(name, Resolution(sent), stored, sent)
            return
        conflict, rule = self._conflict(name, sent), merge_rule(self._record.kind, name)
        resolution = resolve(rule, conflict, self._context.effort, self._undoes)
        if same_json(resolution.value, stored) and same_json(stored, sent):
            self._kept.pop(name, None)
        self._keep_loser(name, resolution)
        self.write(name, resolution, stored, sent)

    @property
    def _undoes(self) -> bool:
        return self._change.action == "restore"

    def _is_seen(self, version: FieldVersion) -> bool:
        return version.is_seen_by(self._context.device_id, self._change.base_seq)

    def _was_hidden(self, version: FieldVersion) -> bool:
        return version.seq <= self._change.base_seq and self._was_gone

    @cached_property
    def _was_gone(self) -> bool:
        """Check whether the device knew the record as deleted by another, so without content."""
        if DELETION not in self._record.field_versions:
            return False
        try:
            turns = self._since(DELETION, 0)
        except TooMuchWork:
            return True
        before = [one for one in turns if one.seq <= self._change.base_seq]
        if not before or before[-1].device_id == self._context.device_id:
            return False
        return before[-1].overwritten is None

    def _conflict(self, name: str, sent: Any) -> Conflict:
        base, stored = self._change.base_seq, self._values.get(name)
        try:
            since = self._since(name, base)
        except TooMuchWork:
            return Conflict(None, stored, sent, known=False)
        if self._was_gone and not any(one.device_id == self._context.device_id for one in since):
            return Conflict(None, stored, sent)
        try:
            return Conflict(
                seen_value(self._record, base, self._context.device_id, since), stored, sent
            )
        except LookupError:
            return Conflict(None, stored, sent, known=False)

    def _since(self, name: str, base_seq: int) -> list[Revision]:
        effort = self._context.effort
        effort.spend(STEPS_PER_LOOKUP)
        since = self._context.revisions.since(self._record.id, name, base_seq)
        characters = sum(len(one.overwritten) for one in since if isinstance(one.overwritten, str))
        effort.count(len(since) * STEPS_PER_REVISION + characters // CHARACTERS_PER_STEP)
        return since

    def _keep_unseen(self, name: str) -> None:
        """Drop the losing versions that the person saw when they set the field anew."""
        unseen = [
            entry for entry in self._kept.pop(name, []) if entry["seq"] > self._change.base_seq
        ]
        if unseen:
            self._kept[name] = unseen

    def _keep_loser(self, name: str, resolution: Resolution) -> None:
        """Keep the losing version beside the field, for the person to look at."""
        self._keep_unseen(name)
        entry: dict[str, Any] = {"seq": self._context.seq}
        if resolution.two_versions:
            entry["two_versions"] = True
        elif resolution.also is not None:
            entry["value"] = resolution.also
        else:
            return
        others = [one for one in self._kept.get(name, []) if not _says_the_same(one, entry)]
        self._kept[name] = [*others, entry]

    def write(self, name: str, resolution: Resolution, stored: Any, sent: Any) -> None:
        """Set a field to its resolved value, and add the revision that it overwrites."""
        context, as_sent = self._context, same_json(resolution.value, sent)
        nth = self._field_versions[name].nth + 1 if name in self._field_versions else 1
        self._values[name] = resolution.value
        self._field_versions[name] = FieldVersion(context.seq, context.device_id, as_sent, nth)
        self._merged |= not as_sent or resolution.also is not None
        self._revisions.append(
            Revision(
                record_id=self._record.id,
                field=name,
                seq=context.seq,
                overwritten=stored,
                as_sent=as_sent,
                sent=None if as_sent else sent,
                device_id=context.device_id,
                made_at=self._change.made_at,
                nth=nth,
            )
        )

    def _result(self) -> ServerRecord:
        values = dict(self._values)
        deleted_at = values.pop(DELETION)
        body = {name: value for name, value in values.items() if value is not None}
        self._refuse_large(body)
        return self._record._replace(
            seq=self._context.seq,
            body=body,
            field_versions=self._field_versions,
            kept=self._kept,
            deleted_at=deleted_at,
        )

    def _refuse_large(self, body: dict[str, Any]) -> None:
        # A field that was cleared still has its version. What is too large already may shrink.
        before = self._record.body.keys() | self._record.field_versions.keys()
        names = body.keys() | self._field_versions.keys()
        has_many = len(names - {DELETION}) > FIELDS_AT_MOST and len(names) > len(before)
        if has_many or max(json_bytes(body), json_bytes(self._kept)) > RECORD_BYTES:
            raise Refusal(Code.TOO_LARGE)


def _says_the_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return same_json({**one, "seq": 0}, {**other, "seq": 0})
