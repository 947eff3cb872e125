"""Every rule of the URL map with hostile values in its path, its query and its headers: no 5xx."""

import re
from collections.abc import Iterator
from itertools import product
from urllib.parse import quote_from_bytes
from uuid import uuid4

import pytest
from flask import Flask
from werkzeug.routing import Rule

from backend import create_app
from backend.config import Config
from backend.db import db
from tests.cast import Answer, Browser, Clock, Person, signed_in, signed_up

BYTES = (
    b"\0",
    b"a\0b",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    "\U0001f47d\u202e".encode(),
    b"%00",
    b"..",
    b"'; DROP TABLE record; --",
    b"__proto__",
    b"\r\nSet-Cookie: a=b",
    b"9" * 400,
    b"a" * 20_000,
)
IN_A_HEADER = (
    *("", " ", ",", ";", "=", "\0", "\xff\xfe", "é", "http://[", "[", "//", "null", "a" * 20_000),
    *("-1", "9" * 400, "1e400", "0x10", "bytes=9-1,-0", "bytes=" + "0-1," * 500, "text/x; q=nan"),
    *("Mon, 99 Nov 99999 99:99:99 GMT", 'W/"', "application/json; charset=\0", "gzip;q=1e999"),
)
HEADERS = (
    *("Origin", "Host", "Sec-Fetch-Site", "Content-Type", "Content-Length", "Content-Encoding"),
    *("Accept-Encoding", "Accept", "Cookie", "User-Agent", "If-None-Match", "If-Modified-Since"),
    *("If-Range", "Range", "Authorization", "Expect", "Transfer-Encoding", "X-Forwarded-For"),
    *("X-Forwarded-Proto", "X-Forwarded-Host", "X-HTTP-Method-Override", "Referer"),
)
SHARE = 6
PAGE = "shell.page_or_file"


@pytest.fixture
def behind_a_proxy(settings: Config, clock: Clock) -> Iterator[Flask]:
    app = create_app(settings.model_copy(update={"proxy_count": 1}), clock)
    # Else a stream would wait for news.
    app.extensions["streams"].end()
    yield app
    with app.app_context():
        db.engine.dispose()


def test_no_value_in_a_path_or_a_query_is_an_error_of_the_server(behind_a_proxy: Flask) -> None:
    app, failed = behind_a_proxy, []
    eve = signed_up(app, "eve")
    for rule in app.url_map.iter_rules():
        for browser in (signed_in(app, eve.id), Browser(app)):
            for method, value in product(sorted(rule.methods or ()), map(quote_from_bytes, BYTES)):
                answer = browser.call(method, _path(rule, value))
                failed += _failures(answer, rule, value)

    assert failed == []


@pytest.mark.parametrize("header", HEADERS)
def test_no_value_of_a_header_is_an_error_of_the_server(behind_a_proxy: Flask, header: str) -> None:
    app, failed = behind_a_proxy, []
    eve = signed_up(app, "eve")
    for number, rule in enumerate(app.url_map.iter_rules()):
        browser, path = signed_in(app, eve.id), _path(rule, str(uuid4()))
        # Each rule gets its own sixth of the values: all of them would take minutes.
        for value in IN_A_HEADER[number % SHARE :: SHARE]:
            for headers in ({header: value}, {header: value, "Sec-Fetch-Site": None}):
                method = min((rule.methods or set()) - {"HEAD", "OPTIONS"})
                answer = browser.call(method, path, headers=headers)
                failed += _failures(answer, rule, headers)

    assert failed == []


@pytest.mark.parametrize("value", ["%00", "a%00b", "%ED%A0%80", "a" * 50_000])
def test_what_no_address_holds_is_not_found(ada: Person, value: str) -> None:
    calls = {
        "/api/sessions/{}": "DELETE",
        "/feed/{}.ics": "GET",
        "/api/history/{}": "GET",
        "/people/{}": "GET",
    }
    answers = [ada.phone.call(method, path.format(value)) for path, method in calls.items()]

    assert [answer.status_code for answer in answers] == [404] * 4


@pytest.mark.parametrize("origin", ["http://[", "http://localhost]", "[", "http://ⓛocalhost"])
def test_an_origin_that_is_none_is_foreign(ada: Person, origin: str) -> None:
    headers = {"Sec-Fetch-Site": None, "Origin": origin.encode().decode("latin-1")}

    answer = ada.phone.call("POST", "/api/sign-out", headers=headers)

    assert (answer.status_code, answer.json["code"]) == (403, "foreign_origin")


def _path(rule: Rule, value: str) -> str:
    """Return the rule's address with the value in each of its parameters, or in its query."""
    if rule.arguments:
        return re.sub("<[^>]+>", value, rule.rule)
    return f"{rule.rule}?before={value}&{value}={value}"


def _failures(answer: Answer, rule: Rule, sent: object) -> list[str]:
    # Before the browser tests the app may not be built, and its page says so.
    if answer.status_code < 500 or (answer.status_code == 503 and rule.endpoint == PAGE):
        return []
    return [f"{answer.status_code} {answer.request.method} {rule.rule} {sent!r:.80}"]
