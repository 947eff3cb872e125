"""A device that sends single rounds of Earshot, so that each can be counted by itself."""

import gzip
import json
import random
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any
from uuid import UUID, uuid4

from benchmarks.sync.server import HOST, PORT

WORDS = ("audit", "lunch", "board", "deadline", "team", "garden", "vendor", "release", "Friday")
EMAIL, PASSWORD = "ada@earshot.test", "slow green tractor"
MADE_AT = "2026-01-01T18:30:00Z"
Content = dict[str, Any]


@dataclass
class Device:
    """One device: how it identifies itself in each round, and its cursor."""

    account_id: str
    device_id: str = field(default_factory=lambda: str(uuid4()))
    last_number: int = 0
    place: Content = field(default_factory=lambda: place_at(0))

    def round(self, note_count: int = 0) -> Content:
        """Return a round that brings so many new notes."""
        changes = [self._change() for _ in range(note_count)]
        who = {"account_id": self.account_id, "device_id": self.device_id}
        frame = {"protocol": 1, "client": "0.1.0", "limit": 500, "changes": changes}
        return {**frame, **who, **self.place}

    def stand_where(self, reply: Content) -> None:
        """Continue from where an answer ended."""
        epoch, cursor, mark = reply["epoch"], reply["cursor"], reply["mark"]
        self.place = place_at(cursor, mark, epoch) | {"last_answered": self.last_number}

    def _change(self) -> Content:
        self.last_number += 1
        change = {"number": self.last_number, "kind": "conversation", "id": new_id()}
        return {**change, "base_seq": 0, "made_at": MADE_AT, "action": "set", "set": note()}


def place_at(cursor: int, mark: str | None = None, epoch: str | None = None) -> Content:
    """Return the part of a round that tells how far its device is."""
    return {"epoch": epoch, "cursor": cursor, "mark": mark, "last_answered": 0}


def note() -> Content:
    """Make a believable conversation of about 600 bytes."""
    return {
        "person_ids": [new_id()],
        "event_id": new_id(),
        "channel": "in_person",
        "begun_by": "me",
        "captured_at": MADE_AT,
        "happened_at": MADE_AT,
        "who": _say(3),
        "problem": _say(10),
        "promise": _say(6),
        "promise_due_on": "2026-01-09",
        "notes": _say(22),
    }


def new_id() -> str:
    """Make an id as the app does: they sort by the moment at which they were made (UUIDv7)."""
    moment, drawn = time.time_ns() // 1_000_000, uuid4().int & (1 << 76) - 1
    return str(UUID(int=moment << 80 | 0x7 << 76 | drawn))


def _say(count: int) -> str:
    return " ".join(random.choice(WORDS) for _ in range(count))


class Line:
    """A signed-in connection to the server, kept open as a browser keeps it."""

    def __init__(self) -> None:
        self._connection = HTTPConnection(HOST, PORT, timeout=60)
        origin = {"Origin": f"http://{HOST}:{PORT}", "Content-Type": "application/json"}
        self._headers = {**origin, "Accept-Encoding": "gzip"}

    def sign_in(self) -> Device:
        """Sign in to the account that came with the server, and return its first device."""
        reply = self.post("/api/sign-in", {"email": EMAIL, "password": PASSWORD})
        return Device(reply["account"]["id"])

    def post(self, path: str, content: Content) -> Content:
        """Make one call.

        Raises:
            RuntimeError: The server refuses it.
        """
        self._connection.request("POST", path, json.dumps(content), self._headers)
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{path}: {answer.status} {body!r}")
        if cookie := answer.getheader("Set-Cookie"):
            self._headers["Cookie"] = cookie.split(";")[0]
        packed = answer.getheader("Content-Encoding") == "gzip"
        reply: Content = json.loads(gzip.decompress(body) if packed else body)
        return reply
