"""A device as the server meets it: it numbers its changes and keeps its cursor."""

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import uuid4

MADE_AT = "2026-05-04T18:30:00.000Z"


class Owner(Protocol):
    """Whose account it is."""

    id: str


class Caller(Protocol):
    """A signed-in browser, whichever way it reaches the server."""

    def call(self, method: str, path: str, json: Any = None) -> Any:
        """Make a call and return the answer, with its `status_code` and its `json`."""


class Device:
    """One browser's side of the protocol, with every record that it was told of."""

    def __init__(self, owner: Owner, browser: Caller) -> None:
        self._owner, self._browser = owner, browser
        self.id = str(uuid4())
        self.epoch: str | None = None
        self.mark: str | None = None
        self.cursor = self.last_number = self.last_answered = 0
        self.holds: dict[str, dict[str, Any]] = {}

    def change(self, id: str, fields: dict[str, Any] | None, /, **unusual: Any) -> dict[str, Any]:
        """Number a change of a person, made upon what this device holds."""
        self.last_number += 1
        usual = {
            "number": self.last_number,
            "kind": "person",
            "id": id,
            "base_seq": self.holds[id]["seq"] if id in self.holds else 0,
            "made_at": MADE_AT,
            "action": "set",
            "set": fields,
        }
        return {**usual, **unusual}

    def new(self, **fields: Any) -> dict[str, Any]:
        """Number the creation of a person."""
        return self.change(str(uuid4()), fields)

    def frame(self, *changes: Any, **unusual: Any) -> dict[str, Any]:
        """Return the body of a round."""
        usual = {
            "protocol": 1,
            "client": "9.0.0",
            "account_id": self._owner.id,
            "device_id": self.id,
            "epoch": self.epoch,
            "cursor": self.cursor,
            "mark": self.mark,
            "last_answered": self.last_answered,
            "changes": list(changes),
            "limit": 500,
        }
        return {**usual, **unusual}

    def ask(self, *changes: Any, **unusual: Any) -> Any:
        """Send a round and leave the answer unread, as if it were lost."""
        return self._browser.call("POST", "/api/sync", json=self.frame(*changes, **unusual))

    def round(self, *changes: Any, **unusual: Any) -> dict[str, Any]:
        """Send a round and take its answer to heart."""
        answer = self.ask(*changes, **unusual)
        assert answer.status_code == 200, answer.json
        reply: dict[str, Any] = answer.json
        self.take(changes, reply)
        return reply

    def refused(self, *changes: Any, **unusual: Any) -> dict[str, Any]:
        """Send a round that the server refuses as a whole, and return the refusal."""
        answer = self.ask(*changes, **unusual)
        assert answer.status_code in (400, 409, 413, 422, 426), answer.json
        return {"status": answer.status_code, **answer.json}

    def history(self, id: str) -> Any:
        """Return the first page of a record's history."""
        return self._browser.call("GET", f"/api/history/{id}").json

    def catch_up(self) -> dict[str, dict[str, Any]]:
        """Pull until nothing is new, and return all that the device holds."""
        while self.round()["more"]:
            pass
        return self.holds

    def take(self, changes: Sequence[Any], reply: dict[str, Any]) -> None:
        """Take an answer to heart."""
        self.epoch, self.cursor, self.mark = reply["epoch"], reply["cursor"], reply["mark"]
        for change, result in zip(changes, reply["results"], strict=True):
            self.last_answered = max(self.last_answered, result["number"])
            if result["outcome"] == "applied":
                self._put(change, result["seq"])
        for record in reply["records"]:
            self.holds[record["id"]] = record

    def _put(self, change: dict[str, Any], seq: int) -> None:
        record = self.holds.get(
            change["id"], {"kind": change["kind"], "id": change["id"], "body": {}}
        )
        body = {**record["body"], **(change["set"] or {})}
        kept_body = {name: value for name, value in body.items() if value is not None}
        deleted_at = {"set": None, "restore": None, "delete": MADE_AT}[change["action"]]
        self.holds[change["id"]] = {
            **record,
            "seq": seq,
            "body": kept_body,
            "deleted_at": deleted_at,
        }
