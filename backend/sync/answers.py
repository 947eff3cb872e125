"""The shapes of the answers of sync, as docs/api.md shows them; docs/sync.md explains them."""

from typing import Any, Literal, NotRequired

from pydantic import with_config
from typing_extensions import TypedDict

from backend.http.contract import ANSWER


@with_config(ANSWER)
class ChangeResult(TypedDict):
    """The result of one change."""

    number: int
    outcome: Literal["applied", "merged", "rejected"]
    seen_before: bool
    seq: int | None
    code: NotRequired[str]
    fields: NotRequired[dict[str, str]]


@with_config(ANSWER)
class KeptValue(TypedDict):
    """Another value of a field that was in conflict, or that the text holds two versions."""

    seq: int
    value: NotRequired[Any]
    two_versions: NotRequired[Literal[True]]


@with_config(ANSWER)
class NewRecord(TypedDict):
    """A record that is new to the device; deleted and purged ones have an empty body."""

    kind: str
    id: str
    seq: int
    body: dict[str, Any]
    deleted_at: str | None
    kept: NotRequired[dict[str, list[KeptValue]]]
    purged: NotRequired[Literal[True]]


@with_config(ANSWER)
class Room(TypedDict):
    """What the account stores, and how much it may."""

    used_bytes: int
    max_bytes: int
    used_records: int
    max_records: int


@with_config(ANSWER)
class RoundAnswer(TypedDict):
    """The results of a round's changes, and a page of what is new."""

    epoch: str
    results: list[ChangeResult]
    records: list[NewRecord]
    cursor: int
    mark: str | None
    more: bool
    last_number: int
    head: int
    room: Room
    now: str


@with_config(ANSWER)
class DeletedRecord(TypedDict):
    """A deleted record, with what it held."""

    kind: str
    id: str
    deleted_at: str
    body: dict[str, Any]


@with_config(ANSWER)
class DeletedPage(TypedDict):
    """Deleted records, the latest first; `before` asks for the next page."""

    records: list[DeletedRecord]
    before: str | None


@with_config(ANSWER)
class HistoryDevice(TypedDict):
    """The device that sent a value, with the label of its session at its last round."""

    id: str
    label: str | None


@with_config(ANSWER)
class HistoryEntry(TypedDict):
    """A value that was overwritten; `sent` is there where a merge stored something else."""

    field: str
    seq: int
    value: Any
    replaced_by: Any
    taken_at: str
    made_at: str
    device: HistoryDevice
    sent: NotRequired[Any]


@with_config(ANSWER)
class HistoryPage(TypedDict):
    """A record, and the values that it held before, the latest first."""

    kind: str
    id: str
    deleted_at: str | None
    body: dict[str, Any]
    entries: list[HistoryEntry]
    before: str | None
