"""The cast: Ada and Ben, each with a phone and a laptop."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import uuid4

from flask import Flask
from werkzeug.test import TestResponse

from backend.accounts.models import User
from backend.accounts.passwords import hash_password
from backend.accounts.sessions import COOKIE, open_session
from backend.db import utc_now, write_transaction

PASSWORD = "slow green tractor"
PASSWORD_HASH = hash_password(PASSWORD)


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    now: datetime = datetime(2026, 5, 4, 18, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Move on, by days, hours, minutes or seconds."""
        self.now += timedelta(**by)


class Answer(TestResponse):
    """A response whose JSON is taken to be what the test expects."""

    @property
    def json(self) -> Any:
        """The content, read as JSON."""
        return self.get_json()


class Browser:
    """A browser as the server sees it: it keeps cookies and says where its calls come from."""

    def __init__(self, app: Flask, address: str = "192.0.2.1") -> None:
        self._client = app.test_client()
        self._environ = {"REMOTE_ADDR": address}

    def call(self, method: str, path: str, json: Any = None, **options: Any) -> Answer:
        """Make a call as the app's own page makes it.

        Args:
            method: The HTTP method.
            path: The path, with its query.
            json: The body, if there is one.
            headers: They join or replace the usual ones; None leaves one out.
        """
        headers = {"Sec-Fetch-Site": "same-origin", **options.pop("headers", {})}
        if json is not None:
            options["json"] = json
        response = self._client.open(
            path,
            method=method,
            headers={name: value for name, value in headers.items() if value is not None},
            environ_base=self._environ,
            buffered=True,
            **options,
        )
        return cast(Answer, response)

    def token(self) -> str:
        """Return the token of the session that it holds."""
        cookie = self._client.get_cookie(COOKIE)
        assert cookie
        return cookie.value

    def keep(self, token: str) -> None:
        """Hold a session's token, as if just signed in."""
        self._client.set_cookie(COOKIE, token, secure=True)


@dataclass
class Person:
    """Somebody with an account and two signed-in devices."""

    id: str
    email: str
    phone: Browser
    laptop: Browser
    password: str = field(default=PASSWORD)


def signed_up(app: Flask, name: str) -> Person:
    """Put somebody in the database whose phone and laptop are both signed in."""
    user = User(id=str(uuid4()), email=f"{name}@earshot.test", password_hash=PASSWORD_HASH)
    with app.app_context(), write_transaction() as transaction:
        user.created_at = utc_now()
        transaction.add(user)
    return Person(user.id, user.email, signed_in(app, user.id), signed_in(app, user.id))


def signed_in(app: Flask, user_id: str) -> Browser:
    """Return one more browser that is signed in to an account."""
    browser = Browser(app)
    with app.app_context():
        browser.keep(open_session(user_id, "Firefox/150.0 (Android)"))
    return browser
