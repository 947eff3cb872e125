"""Which calls need a session."""

from flask import Flask

from tests.cast import Browser, Person

OPEN = {"accounts.session", "accounts.sign_up_here", "accounts.sign_in_here"}


def test_only_these_calls_are_public(app: Flask) -> None:
    under_api = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api")]
    views = {rule.endpoint: app.view_functions[rule.endpoint] for rule in under_api}

    assert {name for name, view in views.items() if hasattr(view, "is_public")} == OPEN


def test_every_other_call_needs_a_session(app: Flask, stranger: Browser) -> None:
    closed = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api")]
    calls = [
        (m, r.rule)
        for r in closed
        if r.endpoint not in OPEN
        for m in (r.methods or set()) - {"OPTIONS"}
    ]
    assert len(calls) >= 5

    answers = {call: stranger.call(*call, json={}) for call in calls}

    assert {answer.status_code for answer in answers.values()} == {401}


def test_an_unknown_address_under_api_tells_a_stranger_nothing(
    stranger: Browser, ada: Person
) -> None:
    assert stranger.call("GET", "/api/anything").json["code"] == "signed_out"
    assert ada.phone.call("GET", "/api/anything").json["code"] == "not_found"


def test_a_stranger_may_send_less_than_a_device(stranger: Browser, ada: Person) -> None:
    long = {"email": "x" * 20_000, "password": "x"}

    assert stranger.call("POST", "/api/sign-in", json=long).json["code"] == "too_large"
    assert ada.phone.call("POST", "/api/sign-in", json=long).json["code"] == "bad_request"
