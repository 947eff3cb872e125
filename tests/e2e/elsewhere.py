"""A further device of somebody's, without a screen: it speaks the protocol directly."""

from typing import Any
from uuid import uuid4

import httpx

from tests.push_service.encryption import from_base64url
from tests.push_service.fake_browser import FakeBrowser
from tests.push_service.push_service import PushService

HERE = {"Sec-Fetch-Site": "same-origin"}


class Elsewhere:
    """Signs up or in, and sends changes in rounds."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._account_id = ""
        self._state = {
            "device_id": str(uuid4()),
            "epoch": None,
            "cursor": 0,
            "mark": None,
            "last_answered": 0,
        }

    def sign(self, how: str, email: str, password: str) -> httpx.Response:
        """Sign "up" or "in"."""
        words = {"email": email, "password": password}
        answer = self._client.post(f"/api/sign-{how}", json=words, headers=HERE)
        self._account_id = answer.json()["account"]["id"]
        # Browsers send a Secure cookie to this machine's own address without HTTPS; httpx does not.
        self._client.headers["Cookie"] = answer.headers["set-cookie"].partition(";")[0]
        return answer

    def send(self, kind: str, **fields: Any) -> str:
        """Make a record of these fields, and return its id."""
        id = str(uuid4())
        answer = self.round(self.change(kind, id, **fields))
        assert [result["outcome"] for result in answer["results"]] == ["applied"], answer
        return id

    def change(self, kind: str, id: str, **fields: Any) -> dict[str, Any]:
        """Return the next change of this device, to a record that is new."""
        return {
            "number": int(self._state["last_answered"] or 0) + 1,
            "kind": kind,
            "id": id,
            "base_seq": 0,
            "made_at": "2026-05-04T18:30:00.000Z",
            "set": fields,
            "action": "set",
        }

    def round(self, *changes: dict[str, Any]) -> dict[str, Any]:
        """Send changes, store the news, and return the server's response."""
        asked = {
            "protocol": 1,
            "client": "9.0.0",
            "account_id": self._account_id,
            "changes": list(changes),
            "limit": 500,
            **self._state,
        }
        answer = self._client.post("/api/sync", json=asked, headers=HERE)
        assert answer.is_success, answer.text
        given: dict[str, Any] = answer.json()
        self._state |= {name: given[name] for name in ("epoch", "cursor", "mark")}
        self._state["last_answered"] = given["last_number"]
        return given

    def take_pushes(self, service: PushService) -> FakeBrowser:
        """Subscribe, and return what reads the pushes."""
        key = self._client.get("/api/push").json()["key"]
        reader = FakeBrowser(service, from_base64url(key))
        given = reader.subscription()
        told = {"endpoint": given["endpoint"], "keys": given["keys"], "key": key}
        told["device_id"] = self._state["device_id"]
        answer = self._client.put("/api/push", json=told, headers=HERE)
        assert answer.is_success, answer.text
        return reader
