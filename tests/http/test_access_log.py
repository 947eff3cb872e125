"""What the server logs: calls by their rule, and never who or what they wrote."""

import logging
import re

import pytest
from flask import Flask
from sqlalchemy import text

from backend.db import db
from tests.cast import Browser, Person

SECRETS = ["marker-in-mail", "marker-in-password", "marker-in-query", "marker-in-agent", "tomatoes"]
FORM = {"email": "marker-in-mail@earshot.test", "password": "marker-in-password"}
AGENT = {"User-Agent": "marker-in-agent"}


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


def test_a_call_is_logged_by_its_rule(ada: Person, logged: pytest.LogCaptureFixture) -> None:
    ada.phone.call("DELETE", "/api/sessions/none?q=marker-in-query")

    lines = [record.getMessage() for record in logged.records if record.name == "earshot.calls"]
    assert len(lines) == 1
    assert lines[0].startswith("DELETE /api/sessions/<session_id> 404 ")


def test_nothing_personal_is_logged_when_calls_are_refused(
    stranger: Browser, logged: pytest.LogCaptureFixture
) -> None:
    stranger.call("POST", "/api/sign-in?marker-in-query", json=FORM, headers=AGENT)
    stranger.call("POST", "/api/sign-up?marker-in-query", json=FORM | {"x": "tomatoes"})
    stranger.call("POST", "/api/sign-up", data='{"email": "tomatoes', content_type="text/json")
    stranger.call("GET", "/tomatoes?marker-in-query", headers=AGENT)

    assert len(logged.records) >= 4
    assert [secret for secret in SECRETS if secret in logged.text] == []


def test_nothing_personal_is_logged_when_the_server_fails(
    app: Flask,
    stranger: Browser,
    logged: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with app.app_context():
        for table in ("push_subscription", "session"):
            db.session.execute(text(f"DROP TABLE {table}"))
        db.session.commit()

    answer = stranger.call("POST", "/api/sign-up?marker-in-query", json=FORM, headers=AGENT)

    assert (answer.status_code, answer.json["code"]) == (500, "server_error")
    assert f"request {answer.json['request_id']}" in logged.text
    assert "Error" in logged.text
    assert "sessions.py" in logged.text
    written = logged.text + "".join(capfd.readouterr())
    assert [secret for secret in SECRETS if secret in written] == []


def test_every_refusal_has_a_random_id_of_its_own(stranger: Browser, ada: Person) -> None:
    named = {"X-Request-Id": "tomatoes"}
    answers = [
        stranger.call("GET", "/api/account", headers=named),
        stranger.call("GET", "/api/nothing", headers=named),
        stranger.call("DELETE", "/version", headers=named),
        stranger.call("GET", "/api/session", headers={"Host": "rebound.test"}),
        ada.phone.call("DELETE", "/api/sessions/%00"),
        ada.phone.call("POST", "/api/sync", data="{", content_type="application/json"),
    ]

    ids = {answer.json["request_id"] for answer in answers}
    assert len(ids) == len(answers)
    assert all(re.fullmatch("[0-9a-f]{16}", id) for id in ids)
