"""Requests as they come over the wire: never two answers to one, and every refusal in our form."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from waitress.adjustments import Adjustments

from backend.http.byte_budget import ByteBudget
from backend.http.server.requests import Request
from tests.raw_http import RawClient, answer_to
from tests.served import served

CHUNKED = b"0\r\n\r\n"
SECOND = b"GET /version HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


class Wire:
    """What a request comes by, without a server behind it."""

    client = "192.0.2.1"

    def __init__(self) -> None:
        self.bodies = ByteBudget(1000, 600)
        self.adj = Adjustments()

    def belongs_to(self, _forwarded_for: str) -> str:
        """Return whose it is."""
        return self.client


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n", 400),
        (b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive\r\n", 400),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n", 411),
        (b"GET /version HTTP/1.1\r\nTransfer-Encoding: chunked\r\n", 411),
        (b"POST / HTTP/1.1\r\nContent-Length: 5, 6\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: -5\r\n", 400),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n", 501),
        (b"GET http://[ HTTP/1.1\r\n", 400),
        (b"GET / HTTP/1.1\r\nno colon\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 999999999\r\n", 413),
        (b"GET / HTTP/1.1\r\nx: " + b"y" * 300_000 + b"\r\n", 431),
    ],
)
def test_a_request_that_is_not_clear_gets_one_answer_and_the_connection_ends(
    address: str, head: bytes, status: int
) -> None:
    client = RawClient(address)

    client.send(head + b"Host: 127.0.0.1\r\n\r\n" + CHUNKED + SECOND)
    answers = client.read()
    client.close()

    assert [answer.status for answer in answers] == [status]
    assert set(answers[0].json) == {"code", "fields"}
    assert answers[0].headers["X-Content-Type-Options"] == "nosniff"
    assert answers[0].headers["Connection"] == "close"


def test_a_large_body_needs_no_disk(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such folder"))

    answer = answer_to(address, "/api/sign-in", method="POST", body="x" * 800_000)

    assert (answer.status, answer.json["code"]) == (413, "too_large")


@pytest.mark.parametrize("host", ["evil.test", "", "[", "127.0.0.1"])
def test_health_is_answered_under_any_name(address: str, host: str) -> None:
    client = RawClient(address)

    client.ask("GET", "/healthz", Host=host, Connection="close")
    [answer] = client.read()
    client.close()

    assert (answer.status, answer.body) == (200, b"ok\n")


@pytest.mark.parametrize(("method", "status"), [("HEAD", 200), ("POST", 405)])
def test_health_sends_its_body_only_to_who_gets_it(address: str, method: str, status: int) -> None:
    answer = answer_to(address, "/healthz", method=method)

    assert (answer.status, answer.body) == (status, b"")


def test_version_is_answered_over_the_wire(address: str) -> None:
    assert set(answer_to(address, "/version").json) == {"version", "min_client"}


def test_headers_that_drip_are_late_after_some_seconds() -> None:
    request = Request(Wire())

    request.received(b"GET / HTTP/1.1\r\nHost: 127")

    assert not request.is_late(request.began_at + 19)
    assert request.is_late(request.began_at + 21)


def test_a_body_is_late_when_it_comes_by_a_few_bytes_a_second() -> None:
    slow, steady = Request(Wire()), Request(Wire())
    for request, sent in ((slow, 21), (steady, 500)):
        request.received(b"POST / HTTP/1.1\r\nContent-Length: 600\r\n\r\n")
        request.received(b"x" * sent)

    assert not slow.is_late(slow.began_at + 19)
    assert slow.is_late(slow.began_at + 20.3)
    assert not steady.is_late(steady.began_at + 20.3)


def test_bodies_beyond_what_one_client_may_keep_in_memory_are_refused() -> None:
    wire = Wire()
    first, second, other = Request(wire), Request(wire), Request(wire)
    for request in (first, second):
        request.received(b"POST / HTTP/1.1\r\nContent-Length: 500\r\n\r\n")
        request.received(b"x" * 400)
    first.close()
    other.received(b"POST / HTTP/1.1\r\nContent-Length: 500\r\n\r\n")
    other.received(b"x" * 400)

    errors = [request.error and request.error.code for request in (first, second, other)]
    assert errors == [None, 503, None]
