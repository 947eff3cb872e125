"""What lies in a device's storage, changed as a whole or not at all: it outlives a kill."""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4


@dataclass
class Refused:
    """A change that the server would not take: why, what was typed, and what stood there before."""

    code: str
    action: str
    set: dict[str, Any]
    was: dict[str, Any]
    # What the person had seen when typing it; nothing where that history is gone.
    base_seq: int | None = None


@dataclass
class Stored:
    """One record as the device shows it; what is deleted keeps its body, for undo."""

    id: str
    kind: str
    seq: int = 0
    body: dict[str, Any] = field(default_factory=dict)
    is_deleted: bool = False
    kept: dict[str, Any] = field(default_factory=dict)
    refused: Refused | None = None
    adrift: str | None = None


@dataclass
class Row:
    """A change on its way to the server; it has a number once it went into a request."""

    order: int
    kind: str
    id: str
    action: str
    set: dict[str, Any] | None
    was: dict[str, Any]
    base_seq: int
    made_at: str
    number: int | None = None


@dataclass
class Contents:
    """Everything that a device holds, and how far it is with the server."""

    device_id: str = field(default_factory=lambda: str(uuid4()))
    cursor: int = 0
    mark: str | None = None
    epoch: str | None = None
    last_number: int = 0
    last_answered: int = 0
    is_resyncing: bool = False
    records: dict[str, Stored] = field(default_factory=dict)
    outbox: list[Row] = field(default_factory=list)
    last_order: int = 0
    marks: list[tuple[int, str]] = field(default_factory=list)

    def record(self, id: str) -> Stored | None:
        """Return a record, if it is known."""
        return self.records.get(id)

    def rows(self, id: str) -> list[Row]:
        """Return the changes of a record that the server has not answered, oldest first."""
        return [row for row in self.outbox if row.id == id]

    def begin_anew(self) -> None:
        """Become a device that no server has heard of; what is held stays."""
        self.device_id = str(uuid4())
        self.cursor = self.last_number = self.last_answered = 0
        self.mark = self.epoch = None


class Storage:
    """A device's disk."""

    def __init__(self) -> None:
        self._disk = pickle.dumps(Contents())

    def read(self) -> Contents:
        """Return what is stored now."""
        contents: Contents = pickle.loads(self._disk)
        return contents

    @contextmanager
    def together(self) -> Iterator[Contents]:
        """Change what is stored; whatever ends this early leaves it as it was."""
        contents = self.read()
        yield contents
        self._disk = pickle.dumps(contents)
