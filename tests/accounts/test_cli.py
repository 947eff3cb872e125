"""The commands of whoever runs the server."""

import pytest
from flask import Flask

from tests.cast import PASSWORD, Browser, Clock, Person
from tests.sync.device import Device

NEW = "a longer green tractor"


def test_a_forgotten_password_is_set_anew_and_every_device_signed_out(
    app: Flask, ada: Person
) -> None:
    typed = f"{NEW}\n{NEW}\n"

    said = app.test_cli_runner().invoke(
        args=["account", "set-password", "Ada@earshot.test"], input=typed
    )

    assert (said.exit_code, NEW in said.output) == (0, False)
    assert ada.phone.call("GET", "/api/account").status_code == 401
    form = {"email": ada.email, "password": NEW}
    assert Browser(app).call("POST", "/api/sign-in", json=form).status_code == 200


@pytest.mark.parametrize(
    ("weak", "why"),
    [("short", "too_short"), ("1234567890", "too_common"), ("ada@earshot.test", "like_email")],
)
def test_a_weak_password_is_not_set(app: Flask, ada: Person, weak: str, why: str) -> None:
    typed = f"{weak}\n{weak}\n"

    said = app.test_cli_runner().invoke(args=["account", "set-password", ada.email], input=typed)

    assert (said.exit_code, why in said.output) == (1, True)
    form = {"email": ada.email, "password": PASSWORD}
    assert Browser(app).call("POST", "/api/sign-in", json=form).status_code == 200


def test_nobodys_password_cannot_be_set(app: Flask) -> None:
    typed = f"{NEW}\n{NEW}\n"

    said = app.test_cli_runner().invoke(
        args=["account", "set-password", "eve@earshot.test"], input=typed
    )

    assert (said.exit_code, "No account" in said.output) == (1, True)


def test_an_account_is_created_whatever_the_settings_are(app: Flask, ada: Person) -> None:
    args = ["account", "create", " Ben@Earshot.test"]

    said = app.test_cli_runner().invoke(args=args, input=f"{NEW}\n")

    assert (said.exit_code, NEW in said.output) == (0, False)
    form = {"email": "ben@earshot.test", "password": NEW}
    assert Browser(app).call("POST", "/api/sign-in", json=form).status_code == 200


@pytest.mark.parametrize(
    ("email", "password", "words"),
    [
        ("ada@earshot.test", NEW, "email_taken"),
        ("nonsense", NEW, "bad_email"),
        ("ben@earshot.test", "short", "too_short"),
        ("ben@earshot.test", "", "too_short"),
    ],
)
def test_an_account_that_nobody_could_sign_up_for_is_not_created(
    app: Flask, ada: Person, email: str, password: str, words: str
) -> None:
    said = app.test_cli_runner().invoke(args=["account", "create", email], input=password)

    assert (said.exit_code, words in said.output) == (1, True)
    assert "Traceback" not in said.output


def test_accounts_are_listed_with_what_they_hold(
    app: Flask, ada: Person, phone: Device, clock: Clock
) -> None:
    phone.round(phone.new(name="Maria"), phone.new(name="Li"))
    clock.move(days=3)
    app.test_cli_runner().invoke(args=["account", "create", "ben@earshot.test"], input=NEW)

    said = app.test_cli_runner().invoke(args=["account", "list"])

    rows = [line.split("\t") for line in said.output.splitlines()]
    assert rows[0] == ["e-mail", "created", "last seen", "records", "bytes"]
    assert rows[1][:4] == [ada.email, "2026-05-04", "2026-05-04", "2"]
    assert int(rows[1][4]) > 20
    assert rows[2] == ["ben@earshot.test", "2026-05-07", "-", "0", "0"]


def test_an_account_is_deleted_in_seven_days_or_at_once(
    app: Flask, ada: Person, ben: Person
) -> None:
    run = app.test_cli_runner().invoke
    form = {"email": ada.email, "password": PASSWORD}

    later = run(args=["account", "delete", ada.email, "--yes"])
    assert "until 2026-05-11T18:30:00.000Z keeps the account" in later.output
    assert ada.phone.call("GET", "/api/account").json["code"] == "signed_out"
    assert Browser(app).call("POST", "/api/sign-in", json=form).status_code == 200

    at_once = run(args=["account", "delete", ada.email, "--now", "--yes"])
    assert at_once.exit_code == 0
    assert Browser(app).call("POST", "/api/sign-in", json=form).status_code == 401
    assert ben.phone.call("GET", "/api/account").status_code == 200


def test_nobody_is_deleted_by_an_e_mail_that_nobody_has_or_without_a_yes(
    app: Flask, ada: Person
) -> None:
    run = app.test_cli_runner().invoke

    assert run(args=["account", "delete", "eve@earshot.test", "--yes"]).exit_code == 1
    assert run(args=["account", "delete", ada.email, "--now"], input="n\n").exit_code == 1
    assert ada.phone.call("GET", "/api/account").status_code == 200
