"""Settles one field that two devices changed at once; pure: no database, no clock."""

from dataclasses import dataclass
from typing import Any

from backend.schema.values import Merge
from backend.sync.merge.merge_text import merge_text


@dataclass(frozen=True)
class Conflict:
    """Three values of one field; None is "not set".

    `seen` is what the sending device started from, `known` says whether the server still has it.
    """

    seen: Any
    stored: Any
    sent: Any
    known: bool = True


@dataclass(frozen=True)
class Resolution:
    """What stands now, and what the record keeps beside it for the person to look at."""

    value: Any
    also: Any = None
    two_versions: bool = False


def resolve(how: Merge, conflict: Conflict, on_purpose: bool = False) -> Resolution:
    """Decide what stands of a field changed elsewhere since the sending device saw it.

    takes: on_purpose: the change unsets end states knowingly (an undo)
    source: docs/sync.md, "Merging"
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
