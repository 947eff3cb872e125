"""Bad bodies: refused with a code before anything reads them, the same on both databases."""

import gzip
import json
import tracemalloc
import zlib

import pytest
from flask import Flask

from tests.cast import Browser, Person

JSON = "application/json"
FORM = {"email": "ada@earshot.test", "password": "slow green tractor"}
GOOD = json.dumps(FORM).encode()
# Without the time of day, so that the test is named alike in each process.
PACKED = gzip.compress(GOOD, mtime=0)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "bad_json"),
        (b"{", 400, "bad_json"),
        (b"\xff", 400, "bad_json"),
        (b"\xef\xbb\xbf" + GOOD, 400, "bad_json"),
        (GOOD + GOOD, 400, "bad_json"),
        (b'{"email": NaN}', 400, "bad_json"),
        (b'{"email": -Infinity}', 400, "bad_json"),
        (b'{"email": 1e999}', 400, "bad_json"),
        (b'{"email": ' + b"9" * 5000 + b"}", 400, "bad_json"),
        (b'{"email": "a", "email": "b"}', 400, "bad_json"),
        (b"[" * 10_000, 400, "too_deep"),
        (b'{"email":' * 1_000, 400, "too_deep"),
        (b"[" * 65 + b"]" * 65, 400, "too_deep"),
        (b'["\\\\",' + b"[" * 64 + b"]" * 65, 400, "too_deep"),
        (b'{"email": "\\"' + b"[" * 300 + b'\\\\"}', 422, "bad_request"),
        (b"null", 422, "bad_request"),
        (b"[]", 422, "bad_request"),
        (b"{}", 422, "bad_request"),
        (b'{"email": 9223372036854775808}', 422, "bad_request"),
        (b'{"email": "' + b"[" * 300 + b'"}', 422, "bad_request"),
        (json.dumps(FORM | {"is_admin": True}).encode(), 422, "bad_request"),
        (json.dumps(FORM | {"email": {"$ne": 1}}).encode(), 422, "bad_request"),
        (json.dumps(FORM | {"email": ["a@b.test"]}).encode(), 422, "bad_request"),
        (json.dumps(FORM | {"email": "x" * 255}).encode(), 422, "bad_request"),
        (json.dumps(FORM | {"password": True}).encode(), 422, "bad_request"),
        (json.dumps(FORM | {"password": None}).encode(), 422, "bad_request"),
        (json.dumps(FORM | {"\ud800": 1}).encode(), 422, "invalid_text"),
        (json.dumps(FORM | {"password": "\ud800"}).encode(), 422, "invalid_text"),
        (json.dumps(FORM | {"email": "NUL\0"}).encode(), 422, "invalid_text"),
        (json.dumps(FORM | {"email": "nobody"}).encode(), 422, "bad_email"),
        (b" " * 20_000, 413, "too_large"),
    ],
)
def test_a_bad_body_is_refused_with_its_code(
    stranger: Browser, body: bytes, status: int, code: str
) -> None:
    answer = stranger.call("POST", "/api/sign-in", data=body, content_type=JSON)

    assert (answer.status_code, answer.json["code"]) == (status, code)


def test_nesting_of_forty_thousand_is_refused(ada: Person) -> None:
    body = b"[" * 40_000 + b"]" * 40_000

    answer = ada.phone.call("POST", "/api/sync", data=body, content_type=JSON)

    assert (answer.status_code, answer.json["code"]) == (400, "too_deep")


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded"])
def test_only_json_is_read(stranger: Browser, kind: str | None) -> None:
    answer = stranger.call("POST", "/api/sign-in", data=GOOD, content_type=kind)

    assert (answer.status_code, answer.json["code"]) == (415, "not_json")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (gzip.compress(b" " * 10_000_000, mtime=0), 413, "too_large"),
        (PACKED[:-9], 400, "bad_json"),
        (PACKED + b"x", 400, "bad_json"),
        (PACKED * 2, 400, "bad_json"),
        (zlib.compress(GOOD), 400, "bad_json"),
        (GOOD, 400, "bad_json"),
        (b"", 400, "bad_json"),
    ],
)
def test_a_badly_packed_body_is_refused(
    stranger: Browser, body: bytes, status: int, code: str
) -> None:
    packed = {"Content-Encoding": "gzip"}

    answer = stranger.call("POST", "/api/sign-in", data=body, content_type=JSON, headers=packed)

    assert (answer.status_code, answer.json["code"]) == (status, code)


def test_a_body_packed_in_a_way_unknown_here_is_refused(stranger: Browser) -> None:
    packed = {"Content-Encoding": "br"}

    answer = stranger.call("POST", "/api/sign-in", data=GOOD, content_type=JSON, headers=packed)

    assert answer.status_code == 415


def test_a_packed_body_is_read(stranger: Browser, ada: Person) -> None:
    body, packed = PACKED, {"Content-Encoding": "gzip"}

    answer = stranger.call("POST", "/api/sign-in", data=body, content_type=JSON, headers=packed)

    assert answer.status_code == 200


def test_what_is_wrong_is_told_by_field(stranger: Browser) -> None:
    answer = stranger.call("POST", "/api/sign-in", json={"email": 1, "colour": "red"})

    assert answer.json["fields"] == {
        "email": "string_type",
        "password": "missing",
        "colour": "extra_forbidden",
    }


MANY_VALUES = [
    b"[" + b"{}," * 1_000_000 + b"{}]",
    b"[" + b"0," * 1_000_000 + b"0]",
    b'[{"a":[' + b'"",' * 1_000_000 + b'""]}]',
    b"[" + b'"[",' * 900_000 + b'""]',
    b"[" + b"[[]]," * 700_000 + b"0]",
]


@pytest.mark.parametrize("body", MANY_VALUES, ids=range(len(MANY_VALUES)))
def test_more_values_than_a_round_has_are_refused_before_they_are_made(
    ada: Person, body: bytes
) -> None:
    packed = {"Content-Encoding": "gzip"}

    tracemalloc.start()
    answer = ada.phone.call(
        *("POST", "/api/sync"), data=gzip.compress(body), content_type=JSON, headers=packed
    )
    most_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert (answer.status_code, answer.json["code"]) == (413, "too_large")
    assert most_bytes < 8 * len(body)


def test_a_text_of_brackets_commas_and_quotes_counts_as_one_value(ada: Person) -> None:
    text = '[{"a": 1}, \\"' * 50_000

    answer = ada.phone.call("POST", "/api/sync", json={"protocol": text})

    assert (answer.status_code, answer.json["code"]) == (422, "bad_request")


def test_unpacked_bodies_have_a_budget_that_is_given_back(app: Flask, ada: Person) -> None:
    budget = app.extensions["unpacked"]
    body = gzip.compress(json.dumps({"protocol": "x" * 3_000_000}).encode())

    def send() -> int:
        packed = {"Content-Encoding": "gzip"}
        options = {"data": body, "content_type": JSON, "headers": packed}
        return ada.phone.call("POST", "/api/sync", **options).status_code

    assert budget.reserve("192.0.2.1", 6_000_000)
    refused = send()
    budget.release("192.0.2.1", 6_000_000)

    assert refused == 503
    assert [send() for _ in range(8)] == [422] * 8
