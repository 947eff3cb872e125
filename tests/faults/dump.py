"""Reads what the server's file holds, past the server."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Kept:
    """One record as the server's file has it, with every value that was written over."""

    kind: str
    seq: int
    body: dict[str, Any]
    is_deleted: bool
    kept: dict[str, Any]
    past: list[dict[str, Any]] = field(default_factory=list)

    def said(self) -> str:
        """Return all that was ever said in this record, to look for words in."""
        return json.dumps([self.body, self.kept, self.past])


@dataclass
class Dump:
    """The records of each account, and what SQLite thinks of its file."""

    records: dict[str, dict[str, Kept]]
    integrity: str

    def of(self, account_id: str) -> dict[str, Kept]:
        """Return the records of one account."""
        return self.records.get(account_id, {})


def read_server(path: Path) -> Dump:
    """Read a server's file, which may be in use."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        records: dict[str, dict[str, Kept]] = {}
        for owner_id, id, record in _records(connection):
            records.setdefault(owner_id, {})[id] = record
        for row in connection.execute("SELECT * FROM revision ORDER BY seq DESC"):
            changed = records.get(row["owner_id"], {}).get(row["record_id"])
            if changed:
                changed.past.append(_revision(row))
        return Dump(records, connection.execute("PRAGMA integrity_check").fetchone()[0])


def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of the tables that rounds write."""
    tables = ("record", "revision", "device", "answered_round", "mark", "user")
    with closing(sqlite3.connect(path)) as connection:
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"')) for name in tables}


def _records(connection: sqlite3.Connection) -> Iterator[tuple[str, str, Kept]]:
    for row in connection.execute("SELECT * FROM record"):
        body, kept = json.loads(row["body"]), json.loads(row["kept"])
        is_deleted = row["deleted_at"] is not None
        yield (
            row["owner_id"],
            row["id"],
            Kept(row["kind"], row["seq"], body, is_deleted, kept),
        )


def _revision(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "field": row["field"],
        "seq": row["seq"],
        "overwritten": json.loads(row["overwritten"]),
        "sent": json.loads(row["sent"]),
    }
