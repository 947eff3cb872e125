"""The commands of whoever runs the server."""

import pytest
from flask import Flask

from tests.cast import PASSWORD, Browser, Person

NEW = "a longer green tractor"


def test_a_forgotten_password_is_set_anew_and_every_device_signed_out(
    app: Flask, ada: Person
) -> None:
    typed = f"{NEW}\n{NEW}\n"

    said = app.test_cli_runner().invoke(args=["set-password", "Ada@earshot.test"], input=typed)

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

    said = app.test_cli_runner().invoke(args=["set-password", ada.email], input=typed)

    assert (said.exit_code, why in said.output) == (1, True)
    form = {"email": ada.email, "password": PASSWORD}
    assert Browser(app).call("POST", "/api/sign-in", json=form).status_code == 200


def test_nobodys_password_cannot_be_set(app: Flask) -> None:
    typed = f"{NEW}\n{NEW}\n"

    said = app.test_cli_runner().invoke(args=["set-password", "eve@earshot.test"], input=typed)

    assert (said.exit_code, "No account" in said.output) == (1, True)
