"""Resolves a conflict: one field that two devices changed at once; pure."""

from dataclasses import dataclass
from typing import Any

from backend.schema.values import Merge
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


def resolve(how: Merge, conflict: Conflict, on_purpose: bool = False) -> Resolution:
    """Resolve a field that was changed elsewhere since the sending device saw it.

    See docs/sync.md, "Merging".

    Args:
        how: The field's merge rule.
        conflict: The three values.
        on_purpose: The change clears end states knowingly (an undo).
    """
    unchanged = conflict.known and conflict.seen == conflict.stored
    if unchanged or conflict.stored == conflict.sent:
        return Resolution(conflict.sent)
    if how is Merge.TEXT:
        return _text(conflict)
    if how is Merge.SET:
        return Resolution(_set(conflict))
    if how is Merge.END_STATE:
        return Resolution(conflict.sent if on_purpose else conflict.stored or conflict.sent)
    return Resolution(conflict.sent, also=None if _is_empty(conflict.stored) else conflict.stored)


def _is_empty(value: Any) -> bool:
    return value in (None, "", [])


def _text(conflict: Conflict) -> Resolution:
    seen = conflict.seen or "" if conflict.known else None
    merged = merge_text(seen, conflict.stored or "", conflict.sent or "")
    value = merged.text or (None if conflict.sent is None else "")
    return Resolution(value, two_versions=merged.two_versions)


def _set(conflict: Conflict) -> list[Any] | None:
    seen = conflict.seen or [] if conflict.known else []
    stored, sent = conflict.stored or [], conflict.sent or []
    removed = [item for item in seen if item not in sent]
    stays = [item for item in stored if item not in removed]
    added = [item for item in sent if item not in seen and item not in stored]
    items = list(dict.fromkeys([*stays, *added]))
    return items or (None if conflict.sent is None else [])
