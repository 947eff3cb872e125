"""Earshot behind the reverse proxy of `deploy/`, over HTTPS, as a phone reaches it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from backend.accounts.sessions import COOKIE
from tests.cast import PASSWORD
from tests.e2e.elsewhere import HERE, Elsewhere
from tests.e2e.proxy import Proxy
from tests.e2e.server import Server
from tests.e2e.waiting import PATIENCE_SECONDS

pytestmark = pytest.mark.own_server

ADA = {"email": "ada@earshot.test", "password": PASSWORD}
BEN = {"email": "ben@earshot.test", "password": PASSWORD}
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def proxy(server: Server, tmp_path: Path) -> Iterator[Proxy]:
    proxy = Proxy(tmp_path, server.address)
    # Before anybody else can call it.
    httpx.post(f"{server.address}/api/sign-up", json=ADA, headers=SAME_SITE).raise_for_status()
    server.restart(PROXY_COUNT="1", TRUSTED_HOSTS="localhost")
    proxy.start()
    yield proxy
    proxy.stop()


def test_every_answer_through_the_proxy_keeps_browsers_on_https(proxy: Proxy) -> None:
    with proxy.client() as phone:
        answer = phone.get("/version")

    assert answer.status_code == 200
    assert "max-age=" in answer.headers["strict-transport-security"]


def test_signing_up_and_a_round_work_through_the_proxy(proxy: Proxy) -> None:
    with proxy.client() as phone:
        ada = Elsewhere(phone)
        ada.sign("up", **BEN)
        sent = ada.round(ada.change("person", str(uuid4()), name="Li"))

    assert [result["outcome"] for result in sent["results"]] == ["applied"]


def test_the_session_is_a_cookie_that_only_https_carries(proxy: Proxy) -> None:
    with proxy.client() as phone:
        signed_up = Elsewhere(phone).sign("up", **BEN)

    cookie = signed_up.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert all(mark in cookie for mark in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))


def test_a_body_that_is_too_large_is_refused_by_its_code(proxy: Proxy) -> None:
    large = b'{"email": "' + b"a" * 1_500_000 + b'"}'

    with proxy.client() as phone:
        headers = HERE | {"Content-Type": "application/json"}
        answer = phone.post("/api/sign-in", content=large, headers=headers)

    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"


def test_a_caller_cannot_claim_https_where_no_proxy_is_configured(server: Server) -> None:
    with httpx.Client(base_url=server.address, timeout=PATIENCE_SECONDS) as phone:
        claimed = phone.get("/version", headers={"X-Forwarded-Proto": "https"})

    assert claimed.status_code == 200
    assert "strict-transport-security" not in claimed.headers
