"""The loop as it runs: within the server, as a command, and until it is told to end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from tests.cast import PASSWORD
from tests.e2e.server import Server, free_port
from tests.e2e.waiting import wait_until
from tests.push_service.push_service import PushService
from tests.reminders.subscribed import Subscribed, add, subscribed
from tests.served import ANSWER_SECONDS
from tests.sources import ROOT
from tests.sync.device import Device

HERE = {"Sec-Fetch-Site": "same-origin"}


class Page:
    """A signed-in page over a real network; it speaks as `tests.cast.Browser` does."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def call(self, method: str, path: str, json: Any = None) -> Any:
        answer = self._client.request(method, path, json=json, headers=HERE)
        content = answer.json() if answer.content else None
        return SimpleNamespace(status_code=answer.status_code, json=content)


@pytest.fixture
def server(tmp_path: Path, service: PushService) -> Iterator[Server]:
    server = Server(tmp_path, PUSH_HOSTS=service.origin, PUSH_ADDRESSES="127.0.0.1")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def page(server: Server) -> Iterator[Page]:
    with httpx.Client(base_url=server.address, timeout=ANSWER_SECONDS) as client:
        form = {"email": "ada@earshot.test", "password": PASSWORD}
        answer = client.post("/api/sign-up", json=form, headers=HERE)
        client.headers["Cookie"] = answer.headers["set-cookie"].partition(";")[0]
        yield Page(client)


@pytest.fixture
def phone(page: Page) -> Device:
    account = page.call("GET", "/api/account").json["account"]
    return Device(SimpleNamespace(id=account["id"]), page)


@pytest.fixture
def adas(page: Page, service: PushService, phone: Device) -> Subscribed:
    return subscribed(page, service, phone.id)


def test_the_server_reminds_by_itself_and_ends_when_told(
    server: Server, service: PushService, phone: Device, adas: Subscribed
) -> None:
    # Late by a day it would wait for the hour of the batch.
    just_now = datetime.now(UTC) - timedelta(minutes=1)
    add(phone, "follow_up", what="Send deck", due_at=just_now.strftime("%Y-%m-%dT%H:%M:%SZ"))

    wait_until(lambda: adas.shown, "the reminder", explain=server.log.read_text)
    server.end()

    assert len(service.attempts) == 1
    assert service.subscriptions[adas.browser.token].token not in server.log.read_text()


def test_a_renewed_key_reaches_old_and_new(
    server: Server,
    service: PushService,
    page: Page,
    phone: Device,
    adas: Subscribed,
    tmp_path: Path,
) -> None:
    before = page.call("GET", "/api/push").json["key"]

    flask(tmp_path, "renew-push-key")
    server.restart()

    assert page.call("GET", "/api/push").json["key"] != before
    assert page.call("POST", "/api/push/trial").status_code == 202
    anew = subscribed(page, service, phone.id)
    assert page.call("POST", "/api/push/trial").status_code == 202
    assert (len(adas.shown), len(anew.shown)) == (1, 1)


def test_keys_of_the_setting_are_not_renewed_in_the_folder(tmp_path: Path) -> None:
    failed = flask(tmp_path, "renew-push-key", VAPID_KEYS="A" * 42 + "E")

    assert failed.returncode == 1
    assert "VAPID_KEYS" in failed.stderr


def test_a_server_with_keys_that_make_no_sense_does_not_start(tmp_path: Path) -> None:
    settings = {"INSTANCE_DIR": str(tmp_path), "PORT": str(free_port()), "VAPID_KEYS": "tomatoes"}
    environment = os.environ | settings
    command = [sys.executable, "app.py"]

    ended = subprocess.run(
        command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )

    assert ended.returncode == 1
    assert "keys for pushes are invalid" in ended.stderr
    assert "tomatoes" not in ended.stderr


def flask(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command as an operator does."""
    environment = os.environ | {"INSTANCE_DIR": str(folder / "instance")} | settings
    command = [sys.executable, "-m", "flask", "--app", "app", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )
