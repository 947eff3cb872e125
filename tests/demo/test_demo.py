"""The command that makes the demo: once, through the same door as a device."""

import re
from typing import Any

import pytest
from flask import Flask

from backend import create_app
from backend.config import Config
from backend.db import db
from backend.schema.kinds import KINDS
from tests.cast import Browser, Person
from tests.sync.device import Device


def test_the_demo_can_be_signed_in_to_and_holds_its_year(app: Flask) -> None:
    printed = app.test_cli_runner().invoke(args=["demo", "--today", "2026-05-04"]).output

    [(email, password)] = re.findall(r"as (\S+) with the password (\S+)", printed)
    browser = Browser(app)
    answer = browser.call("POST", "/api/sign-in", {"email": email, "password": password})
    phone = Device(Person(answer.json["account"]["id"], email, browser, browser), browser)
    kinds = [record["kind"] for record in phone.catch_up().values()]
    assert kinds.count("person") == 62
    assert set(kinds) == set(KINDS)


def test_a_second_demo_says_that_there_is_one(app: Flask) -> None:
    app.test_cli_runner().invoke(args=["demo"])

    again = app.test_cli_runner().invoke(args=["demo", "--seed", "2"])

    assert "The demo already exists" in again.output
    assert "set-password demo@earshot.example" in again.output
    assert again.exit_code == 0


def test_the_first_account_is_still_to_be_made_beside_the_demo(
    app: Flask, stranger: Browser
) -> None:
    app.test_cli_runner().invoke(args=["demo"])

    mine = {"email": "ada@earshot.test", "password": "slow green tractor"}

    assert stranger.call("GET", "/api/session").json["sign_up"] == "open"
    assert stranger.call("POST", "/api/sign-up", mine).status_code == 201
    assert stranger.call("GET", "/api/session").json["sign_up"] == "closed"


@pytest.mark.parametrize(
    "public", [{"proxy_count": 1}, {"host": "0.0.0.0"}, {"trusted_hosts": "earshot.example.org"}]
)
def test_a_server_that_others_can_call_has_no_demo(
    settings: Config, public: dict[str, Any]
) -> None:
    app = create_app(settings.model_copy(update=public))

    refused = app.test_cli_runner().invoke(args=["demo"])

    with app.app_context():
        db.engine.dispose()
    assert (refused.exit_code, "only this machine can call" in refused.output) == (1, True)
