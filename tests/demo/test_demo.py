"""The command that makes the demo: once, through the same door as a device."""

import re

from flask import Flask

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

    assert stranger.call("GET", "/api/session").json["sign_up"] == "first"
    assert stranger.call("POST", "/api/sign-up", mine).status_code == 201
    assert stranger.call("GET", "/api/session").json["sign_up"] == "closed"
