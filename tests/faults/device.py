"""A small, honest device: it keeps what a person does, and syncs as docs/sync.md says."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from tests.faults.answered import Reply, settle
from tests.faults.put_back import begin_again, forget_numbers
from tests.faults.storage import Contents, Row, Storage, Stored
from tests.faults.typing_in import delete, restore, set_fields

ROUNDS_AT_MOST = 60
# What the cast types, so that each typing can be found again wherever it went.
WORD = re.compile(r"[a-z]+_[0-9]+")
NOW = datetime(2026, 5, 4, 18, 30, tzinfo=UTC)


class Answer(NamedTuple):
    """What came back from the server."""

    status: int
    body: dict[str, Any]


# Carries the bytes of a round to the server; gives None where no answer comes back.
Carry = Callable[[bytes], Answer | None]


@dataclass
class Saved:
    """One value that the device told a person was saved; `order` names the row that carries it."""

    id: str
    field: str
    word: str
    order: int
    is_withdrawn: bool = False


@dataclass
class Device:
    """One browser of somebody's, and everything that its person was told was saved."""

    name: str
    account_id: str
    changes_at_most: int = 500
    news_at_most: int = 500
    clock_ahead: timedelta = timedelta()
    storage: Storage = field(default_factory=Storage)
    saved: list[Saved] = field(default_factory=list)
    cursors: list[tuple[str, int]] = field(default_factory=list)
    told: list[dict[str, Any]] = field(default_factory=list)
    made: set[str] = field(default_factory=set)
    rejected: set[int] = field(default_factory=set)
    odd: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    @property
    def holds(self) -> Contents:
        """Return what lies in the storage now."""
        return self.storage.read()

    def new_id(self) -> str:
        """Return the id of a record to be made."""
        return str(UUID(int=len(self.made) + 1))

    def write(self, id: str, word: str = "", /, **fields: Any) -> None:
        """Set fields of a person; the word, if any, is what has to be found again for ever."""
        with self.storage.together() as contents:
            record = contents.records.setdefault(id, Stored(id, "person"))
            row = set_fields(contents, record, fields, self._made_at())
        self.made.add(id)
        self._carry_again(row)
        self._withdraw(lambda one: one.order == row.order and _is_typed_over(one, fields))
        self.saved += [Saved(id, name, word, row.order) for name in fields if word]

    def delete(self, id: str) -> None:
        """Delete a person."""
        with self.storage.together() as contents:
            record = contents.records[id]
            taken_back = delete(contents, record, self._made_at())
        gone = words_in([record.refused, [row.set for row in taken_back]])
        self._withdraw(lambda one: one.id == id and one.word in gone)

    def restore(self, id: str) -> None:
        """Bring a deleted person back."""
        with self.storage.together() as contents:
            record = contents.records[id]
            row = restore(contents, record, self._made_at())
        if row:
            self._carry_again(row)

    def owed(self) -> list[Saved]:
        """Return what has to be found: all but what its person took back or typed anew."""
        latest = {(one.id, one.field): one for one in self.saved}
        return [
            one
            for one in self.saved
            if not one.is_withdrawn
            and (one.order not in self.rejected or latest[one.id, one.field] is one)
        ]

    def sync(self, carry: Carry) -> str:
        """Exchange rounds until neither side has more; return what stopped it, or "synced"."""
        for _ in range(ROUNDS_AT_MOST):
            rows = self._claim()
            sent = self.holds
            answer = carry(json.dumps(self._round(sent, rows)).encode())
            if answer is None:
                return "offline"
            if answer.status != 200:
                code: str = answer.body["code"]
                self.refusals.append(code)
                if not self._mend(code, answer.body, carry):
                    return code
            elif self._settle(sent, answer.body):
                return "synced"
        return "moving"

    def _claim(self) -> list[Row]:
        with self.storage.together() as contents:
            if contents.is_resyncing:
                return []
            rows = contents.outbox[: self.changes_at_most]
            for row in rows:
                if row.number is None:
                    contents.last_number += 1
                    row.number = contents.last_number
            return rows

    def _round(self, contents: Contents, rows: list[Row]) -> dict[str, Any]:
        frame = ("device_id", "epoch", "cursor", "mark", "last_answered")
        change = ("number", "kind", "id", "base_seq", "made_at", "action", "set")
        return {
            "protocol": 1,
            "client": "9.0.0",
            "account_id": self.account_id,
            **{name: getattr(contents, name) for name in frame},
            "changes": [{name: getattr(row, name) for name in change} for row in rows],
            "limit": self.news_at_most,
        }

    def _settle(self, sent: Contents, reply: Reply) -> bool:
        """Take an answer in; says whether neither side has more."""
        self._look_at(sent, reply)
        with self.storage.together() as contents:
            settle(contents, reply)
            return not reply["more"] and not contents.outbox

    def _look_at(self, sent: Contents, reply: Reply) -> None:
        seqs = [record["seq"] for record in reply["records"]]
        numbers = [result["number"] for result in reply["results"]]
        claimed = [row.number for row in sent.outbox if row.number is not None]
        if seqs != sorted(set(seqs)):
            self.odd.append(f"a page out of order: {seqs}")
        if numbers != claimed[: len(numbers)] or (numbers and reply["last_number"] < numbers[-1]):
            self.odd.append(f"results {numbers} for {claimed}")
        self.cursors.append((sent.device_id, reply["cursor"]))
        self.told += reply["records"]
        rejected = {one["number"] for one in reply["results"] if one["outcome"] == "rejected"}
        self.rejected |= {row.order for row in sent.outbox if row.number in rejected}

    def _mend(self, code: str, known: dict[str, Any], carry: Carry) -> bool:
        if code in ("resync", "epoch_changed"):
            return self._put_right(carry)
        with self.storage.together() as contents:
            if code == "seq_gap":
                forget_numbers(contents, known["last_number"])
                contents.last_number = known["last_number"]
            elif code == "device_forked":
                forget_numbers(contents, 0)
                contents.begin_anew()
            else:
                return False
        return True

    def _put_right(self, carry: Carry) -> bool:
        """Ask with ever older marks of its own until the server knows one, then begin again."""
        sent, common = self.holds, 0
        for cursor, mark in reversed(sent.marks):
            place = {"epoch": None, "cursor": cursor, "mark": mark, "last_answered": 0, "limit": 1}
            answer = carry(json.dumps({**self._round(sent, []), **place}).encode())
            if answer is None or answer.status not in (200, 409):
                return False
            if answer.status == 200:
                common = cursor
                break
        with self.storage.together() as contents:
            begin_again(contents, common)
        return True

    def _carry_again(self, row: Row) -> None:
        """Owe again what was taken back and now goes with a row that carries the whole record."""
        for one in self.saved:
            if one.is_withdrawn and one.id == row.id and one.word in words_in(row.set):
                one.order, one.is_withdrawn = row.order, False

    def _withdraw(self, is_meant: Callable[[Saved], bool]) -> None:
        for one in self.saved:
            one.is_withdrawn = one.is_withdrawn or is_meant(one)

    def _made_at(self) -> str:
        moment = NOW + self.clock_ahead
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def words_in(said: object) -> list[str]:
    """Return the words of the cast in something, in their order."""
    return WORD.findall(repr(said))


def _is_typed_over(one: Saved, fields: dict[str, Any]) -> bool:
    return one.field in fields and one.word not in words_in(fields[one.field])
