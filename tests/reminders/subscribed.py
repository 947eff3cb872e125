"""A browser of the cast's that takes pushes, and records as the cast's devices write them."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from tests.push_service.encryption import from_base64url
from tests.push_service.fake_browser import FakeBrowser
from tests.push_service.push_service import PushService
from tests.sync.device import Caller, Device


class Subscribed:
    """What one browser has been shown."""

    def __init__(self, browser: FakeBrowser) -> None:
        self.browser = browser

    @property
    def shown(self) -> list[dict[str, Any]]:
        """Return all pushes that arrived, the first first."""
        return [json.loads(plain) for plain in self.browser.read()]

    @property
    def titles(self) -> list[str]:
        """Return the title of each."""
        return [push["title"] for push in self.shown]


def subscribed(browser: Caller, service: PushService, device_id: str) -> Subscribed:
    """Subscribe a browser as its page does."""
    key = browser.call("GET", "/api/push").json["key"]
    fake = FakeBrowser(service, from_base64url(key))
    given = fake.subscription()
    body = {"endpoint": given["endpoint"], "keys": given["keys"], "key": key}
    answer = browser.call("PUT", "/api/push", json=body | {"device_id": device_id})
    assert answer.status_code == 204, answer.json
    return Subscribed(fake)


def add(device: Device, kind: str, **fields: Any) -> str:
    """Write a record on a device, send it, and return its id."""
    change = device.change(str(uuid4()), fields, kind=kind)
    result = device.round(change)["results"][0]
    assert result["outcome"] == "applied", result
    return str(change["id"])


def edit(device: Device, kind: str, id: str, **fields: Any) -> None:
    """Change a record on a device and send it up."""
    device.catch_up()
    device.round(device.change(id, fields, kind=kind))


def choose(device: Device, **settings: str) -> None:
    """Make choices in the account's settings."""
    for name, value in settings.items():
        add(device, "setting", name=name, value=value)


def promise(device: Device, what: str, due_on: str, people: Sequence[str] = ()) -> str:
    """Promise something for a day."""
    return add(device, "follow_up", what=what, due_on=due_on, person_ids=list(people))
