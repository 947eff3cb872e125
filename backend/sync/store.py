"""Reads and writes what a round works on: records, the device, its answers, the mark."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic_core import to_json
from sqlalchemy import Row, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from backend.accounts.models import User
from backend.errors import Code, Refusal
from backend.records.kinds import KINDS, Kind
from backend.sync.held import Held, Touch
from backend.sync.models import answers, devices, marks, records

LOADED_CHARACTERS = 8_000_000


@dataclass(frozen=True)
class Answer:
    """What came of one change, and the hash of what was sent under its number."""

    content_hash: str
    result: dict[str, Any]


@dataclass(frozen=True)
class Store:
    """One owner's tables, as one device of theirs meets them in one transaction."""

    session: Session
    owner_id: str
    device_id: str
    device_label: str | None = None

    def take_head(self) -> int:
        """Give the owner's newest seq, and let nobody else take seqs until this round is over."""
        query = select(User.head_seq).where(User.id == self.owner_id).with_for_update()
        return self.session.execute(query).scalar_one()

    def load(self, ids: Iterable[str]) -> dict[str, Held]:
        """Read those of the named records that exist.

        raises: Refusal with too_large where they are more than one round may touch
        """
        query = select(records).where(
            records.c.owner_id == self.owner_id, records.c.id.in_(set(ids))
        )
        rows = list(self.session.execute(query))
        if sum(len(row.body) for row in rows) > LOADED_CHARACTERS:
            raise Refusal(Code.TOO_LARGE)
        return {row.id: read_held(row) for row in rows}

    def purged_people(self) -> set[str]:
        """Give the people of whom nothing may be stored any more."""
        query = select(records.c.id).where(
            records.c.owner_id == self.owner_id,
            records.c.purged_at.is_not(None),
            records.c.kind == "person",
        )
        return set(self.session.execute(query).scalars())

    def save(self, before: dict[str, Held], after: Iterable[Held]) -> None:
        """Write the records that this round made or changed."""
        changed = [held for held in after if held is not before.get(held.id)]
        made = [_row(held) for held in changed if held.id not in before]
        if made:
            rows = [{**row, "owner_id": self.owner_id} for row in made]
            self.session.execute(insert(records), rows)
        edited = [
            {f"new_{name}": value for name, value in _row(held).items()}
            for held in changed
            if held.id in before
        ]
        if edited:
            self.session.connection().execute(self._update(edited[0]), edited)

    def _update(self, row: dict[str, Any]) -> Any:
        names = [name.removeprefix("new_") for name in row if name != "new_id"]
        return (
            update(records)
            .where(records.c.owner_id == self.owner_id, records.c.id == bindparam("new_id"))
            .values({name: bindparam(f"new_{name}") for name in names})
        )

    def answered(self, numbers: Iterable[int]) -> dict[int, Answer]:
        """Read what came of numbers that were taken before."""
        query = select(answers).where(
            answers.c.owner_id == self.owner_id,
            answers.c.device_id == self.device_id,
            answers.c.number.in_(list(numbers)),
        )
        return {
            row.number: Answer(row.content_hash, json.loads(row.result))
            for row in self.session.execute(query)
        }

    def save_answers(self, given: dict[int, Answer], last_answered: int) -> None:
        """Keep new answers, and forget those that the device has confirmed."""
        self.session.execute(
            delete(answers).where(
                answers.c.owner_id == self.owner_id,
                answers.c.device_id == self.device_id,
                answers.c.number <= last_answered,
            )
        )
        key = {"owner_id": self.owner_id, "device_id": self.device_id}
        rows = [
            {
                **key,
                "number": number,
                "content_hash": answer.content_hash,
                "result": _json(answer.result),
            }
            for number, answer in given.items()
        ]
        self.session.execute(insert(answers), rows)

    def save_device(self, last_number: int, last_answered: int, now: datetime) -> None:
        """Note how far the device has come."""
        values = {
            "last_number": last_number,
            "last_answered": last_answered,
            "seen_at": now,
            "label": self.device_label,
        }
        known = self.session.execute(
            update(devices)
            .where(devices.c.owner_id == self.owner_id, devices.c.id == self.device_id)
            .values(values)
            .returning(devices.c.id)
        ).first()
        if known is None:
            key = {"owner_id": self.owner_id, "id": self.device_id}
            self.session.execute(insert(devices), [{**key, **values}])

    def give_head(self, head: int) -> None:
        """Store the owner's new head, and the mark of the seqs that this round took."""
        self.session.execute(update(User).where(User.id == self.owner_id).values(head_seq=head))
        mark = {"owner_id": self.owner_id, "last_seq": head, "mark": secrets.token_urlsafe(9)}
        self.session.execute(insert(marks), [mark])


def read_held(row: Row[Any]) -> Held:
    """Read one row of the table of records."""
    touches = {name: Touch(*touch) for name, touch in json.loads(row.touches).items()}
    return Held(
        id=row.id,
        kind=row.kind,
        seq=row.seq,
        created=Touch(row.created_seq, row.created_by),
        body=json.loads(row.body),
        touches=touches,
        kept=json.loads(row.kept),
        deleted_at=row.deleted_at,
        purged_at=row.purged_at,
    )


def _row(held: Held) -> dict[str, Any]:
    return {
        "id": held.id,
        "kind": held.kind,
        "seq": held.seq,
        "created_seq": held.created.seq,
        "created_by": held.created.device_id,
        "body": _json(held.body),
        "touches": _json(held.touches),
        "kept": _json(held.kept),
        "deleted_at": held.deleted_at,
        "purged_at": held.purged_at,
        "due_at": _due_at(held),
    }


def _due_at(held: Held) -> str | None:
    if held.deleted_at or held.kind not in KINDS:
        return None
    kind = KINDS[held.kind]
    is_ever_due = kind.next_due is not Kind.next_due
    return kind.model_construct(None, **held.body).next_due() if is_ever_due else None


def _json(value: Any) -> str:
    return to_json(value).decode()
