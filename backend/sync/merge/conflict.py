"""Settles one field that two devices changed at once; pure: no database, no clock."""

from dataclasses import dataclass
from typing import Any

from backend.schema.values import Merge
from backend.sync.merge.merge_text import merge_text


@dataclass(frozen=True)
class Meeting:
    """Three values of one field; None is "not set".

    `seen` is what the sending device started from, `known` says whether the server still has it.
    """

    seen: Any
    stored: Any
    sent: Any
    known: bool = True


@dataclass(frozen=True)
class Settled:
    """What stands now, and what the record keeps beside it for the person to look at."""

    value: Any
    also: Any = None
    two_versions: bool = False


def settle(how: Merge, meeting: Meeting, on_purpose: bool = False) -> Settled:
    """Decide what stands of a field changed elsewhere since the sending device saw it.

    takes: on_purpose: the change unsets end states knowingly (an undo)
    source: docs/sync.md, "Merging"
    """
    unchanged = meeting.known and meeting.seen == meeting.stored
    if unchanged or meeting.stored == meeting.sent:
        return Settled(meeting.sent)
    if how is Merge.TEXT:
        return _text(meeting)
    if how is Merge.SET:
        return Settled(_set(meeting))
    if how is Merge.END_STATE:
        return Settled(meeting.sent if on_purpose else meeting.stored or meeting.sent)
    return Settled(meeting.sent, also=None if _is_empty(meeting.stored) else meeting.stored)


def _is_empty(value: Any) -> bool:
    return value in (None, "", [])


def _text(meeting: Meeting) -> Settled:
    seen = meeting.seen or "" if meeting.known else None
    merged = merge_text(seen, meeting.stored or "", meeting.sent or "")
    value = merged.text or (None if meeting.sent is None else "")
    return Settled(value, two_versions=merged.two_versions)


def _set(meeting: Meeting) -> list[Any] | None:
    seen = meeting.seen or [] if meeting.known else []
    stored, sent = meeting.stored or [], meeting.sent or []
    removed = [item for item in seen if item not in sent]
    stays = [item for item in stored if item not in removed]
    added = [item for item in sent if item not in seen and item not in stored]
    items = list(dict.fromkeys([*stays, *added]))
    return items or (None if meeting.sent is None else [])
