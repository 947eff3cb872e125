"""Resolves a conflict: one field that two devices changed at once; pure."""

from dataclasses import dataclass
from typing import Any

from backend.schema.json_values import json_key, same_json
from backend.schema.values import Merge
from backend.sync.merge.effort import Effort
from backend.sync.merge.merge_text import merge_text


@dataclass(frozen=True)
class Conflict:
    """Three values of one field; None is "not set".

    Attributes:
        seen: What the sending device started from.
        stored: What is stored.
        sent: What the device sent.
        known: Whether the server still knows `seen`.
    """

    seen: Any
    stored: Any
    sent: Any
    known: bool = True


@dataclass(frozen=True)
class Resolution:
    """The value to store, and what is kept beside it for the person to look at."""

    value: Any
    also: Any = None
    two_versions: bool = False


def resolve(how: Merge, conflict: Conflict, effort: Effort, on_purpose: bool = False) -> Resolution:
    """Resolve a field that was changed elsewhere since the sending device saw it.

    See docs/sync.md, "Merging".

    Args:
        how: The field's merge rule.
        conflict: The three values.
        effort: What is left for merging texts.
        on_purpose: The change clears end states knowingly (an undo).
    """
    unchanged = conflict.known and same_json(conflict.seen, conflict.stored)
    if unchanged or same_json(conflict.stored, conflict.sent):
        return Resolution(conflict.sent)
    if how is Merge.TEXT:
        return _text(conflict, effort)
    if how is Merge.SET:
        return Resolution(_set(conflict))
    if how is Merge.END_STATE:
        return Resolution(conflict.sent if on_purpose else conflict.stored or conflict.sent)
    return Resolution(conflict.sent, also=None if _is_empty(conflict.stored) else conflict.stored)


def _is_empty(value: Any) -> bool:
    return value in (None, "", [])


def _text(conflict: Conflict, effort: Effort) -> Resolution:
    seen = conflict.seen or "" if conflict.known else None
    merged = merge_text(seen, conflict.stored or "", conflict.sent or "", effort)
    value = merged.text or (None if conflict.sent is None else "")
    return Resolution(value, two_versions=merged.two_versions)


def _set(conflict: Conflict) -> list[Any] | None:
    seen = _by_key(conflict.seen if conflict.known else None)
    stored, sent = _by_key(conflict.stored), _by_key(conflict.sent)
    removed = seen.keys() - sent.keys()
    added = sent.keys() - seen.keys()
    stays = {key: item for key, item in stored.items() if key not in removed}
    items = stays | {key: item for key, item in sent.items() if key in added}
    return list(items.values()) or (None if conflict.sent is None else [])


def _by_key(items: list[Any] | None) -> dict[bytes, Any]:
    return {json_key(item): item for item in items or []}
