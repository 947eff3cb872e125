"""Whom a call counts for, whatever stands in X-Forwarded-For."""

from collections.abc import Iterator

import pytest
from flask import Flask

from backend import create_app
from backend.config import Config
from backend.db import db
from backend.http.client_address import client_address
from tests.cast import Browser, Clock, Person

PROXY = "192.0.2.1"


@pytest.fixture
def behind_a_proxy(settings: Config, clock: Clock) -> Iterator[Flask]:
    app = create_app(settings.model_copy(update={"proxy_count": 1}), clock)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize(
    ("forwarded", "client"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("203.0.113.9:4711", "203.0.113.9"),
        ("203.0.113.9:", "203.0.113.9"),
        (" 203.0.113.9 ", "203.0.113.9"),
        ("198.51.100.7, 203.0.113.9", "203.0.113.9"),
        ("unknown, 203.0.113.9:1", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("[::ffff:203.0.113.9]:4711", "203.0.113.9"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:DB8:0:0:ffff::2", "2001:db8::/64"),
        ("[2001:db8::1]", "2001:db8::/64"),
        ("[2001:db8::1]:4711", "2001:db8::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", PROXY),
        ("unknown", PROXY),
        ("unknown:4711", PROXY),
        ("_hidden", PROXY),
        ("203.0.113.9, ", PROXY),
        ("203.0.113.999", PROXY),
        ("203.0.113.9:4711:1", PROXY),
        ("[203.0.113.9", PROXY),
        ("[]:4711", PROXY),
        (":", PROXY),
        ("127.1", PROXY),
        ("\0", PROXY),
        ("é" * 10_000, PROXY),
        ("٣.٣.٣.٣", PROXY),
    ],
)
def test_a_forwarded_address_is_read_or_counts_as_the_proxys(forwarded: str, client: str) -> None:
    environ = {"REMOTE_ADDR": PROXY, "HTTP_X_FORWARDED_FOR": forwarded}

    assert client_address(environ, 1) == client
    assert client_address(environ, 0) == PROXY


def test_exactly_as_many_entries_are_believed_as_there_are_proxies() -> None:
    environ = {"REMOTE_ADDR": PROXY, "HTTP_X_FORWARDED_FOR": "203.0.113.1, 203.0.113.2"}

    assert [client_address(environ, n) for n in range(4)] == [
        PROXY,
        "203.0.113.2",
        "203.0.113.1",
        PROXY,
    ]


@pytest.mark.parametrize("peer", ["", "localhost", "unix:"])
def test_a_connection_without_an_address_counts_as_this_machine(peer: str) -> None:
    assert client_address({"REMOTE_ADDR": peer}, 0) == "127.0.0.1"


@pytest.mark.parametrize("forwarded", ["203.0.113.9:4711", "unknown", "", "[", ",", "%s", "é"])
def test_whatever_a_proxy_forwards_one_can_sign_in(
    behind_a_proxy: Flask, ada: Person, forwarded: str
) -> None:
    form = {"email": ada.email, "password": ada.password}
    headers = {"X-Forwarded-For": forwarded}

    answer = Browser(behind_a_proxy).call("POST", "/api/sign-in", json=form, headers=headers)

    assert answer.status_code == 200


def test_failures_count_for_the_client_whatever_its_port(behind_a_proxy: Flask) -> None:
    answers = [
        Browser(behind_a_proxy).call(
            "POST",
            "/api/sign-in",
            json={"email": f"{n}@earshot.test", "password": "guess"},
            headers={"X-Forwarded-For": f"203.0.113.9:{n + 1}"},
        )
        for n in range(51)
    ]

    assert [answer.status_code for answer in answers] == [*[401] * 50, 429]
