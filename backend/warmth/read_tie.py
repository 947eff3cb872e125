"""Reads a tie from the bodies of records, sparse as they are stored."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Any

from backend.warmth.tie import Contact, Tie

RecordBody = dict[str, Any]


@dataclass(frozen=True)
class RecordsAbout:
    """The records that name a person, without deleted ones; `nudge` is empty without one."""

    conversations: Iterable[RecordBody] = ()
    follow_ups: Iterable[RecordBody] = ()
    introduced: Iterable[str] = ()
    nudge: RecordBody = field(default_factory=dict)


def tie_to(person: RecordBody, about: RecordsAbout, zone: tzinfo) -> Tie:
    """Read the tie to a person, who is not deleted."""
    follow_ups = list(about.follow_ups)
    return Tie(
        zone=zone,
        is_me=bool(person.get("is_me")),
        added_at=person.get("captured_at"),
        ring=person.get("ring"),
        contacts=[contact for body in about.conversations for contact in _contact(body)],
        kept=[body["done_at"] for body in follow_ups if body.get("done_at")],
        broken=[body["broken_at"] for body in follow_ups if _is_broken_by_me(body)],
        introduced=list(about.introduced),
        plan_ended_at=person.get("plan_ended_at"),
        let_go_at=person.get("let_go_at"),
        put_off_to=about.nudge.get("put_off_to"),
        passed_at=about.nudge.get("passed_at"),
    )


def _contact(body: RecordBody) -> list[Contact]:
    at = body.get("happened_at") or body.get("captured_at")
    if not at:
        return []
    return [
        Contact(
            at=at,
            channel=body.get("channel") or "in_person",
            begun_by=body.get("begun_by"),
            answered_at=body.get("answered_at"),
        )
    ]


def _is_broken_by_me(body: RecordBody) -> bool:
    mine = (body.get("owed_by") or "me") == "me"
    return bool(mine and body.get("broken_at") and not body.get("done_at"))
