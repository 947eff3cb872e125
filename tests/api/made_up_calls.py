"""Makes up calls from docs/openapi.json, valid and invalid ones, and collects errors of the server.

Every call is made in turn with the session of a user, and without one.
"""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count, cycle, product
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import uuid4

import requests
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode

from backend.accounts.models import User
from backend.accounts.sessions import COOKIE, open_session
from backend.db import db
from backend.schema.fields import FIELDS
from backend.sync.round.request import PROTOCOL
from tests.cast import Clock, signed_up
from tests.sources import ROOT

AT_ONCE = 6
USUAL = settings(
    database=None,
    deadline=None,
    derandomize=False,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
FORGOTTEN_HOURS = 2


@dataclass
class MadeUpCalls:
    """Calls of one app; whoever is signed in gets a new account once theirs is erased."""

    app: Flask
    clock: Clock
    statuses: Counter[int] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Else a stream would wait for news.
        self.app.extensions["streams"].end()
        self._names, self._user_id = count(1), ""

    def make(self, wanted: int, first_seed: int) -> None:
        """Make so many calls, with other values for each seed from the first one on."""
        description = json.loads((ROOT / "docs/openapi.json").read_text())
        found = schemathesis.openapi.from_dict(description).get_all_operations()
        operations = [each.ok() for each in found if isinstance(each, Ok)]
        modes = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
        rounds = cycle(product(operations, modes, (True, False)))
        for number, (operation, mode, is_signed_in) in zip(count(first_seed), rounds, strict=False):
            if self.statuses.total() >= wanted:
                break
            # Limits forget what was counted, and sessions are opened anew.
            self.clock.move(hours=FORGOTTEN_HOURS)
            token = self._signed_in() if is_signed_in else None
            for case in _cases(operation, mode, number):
                self._call(case, token)

    def _signed_in(self) -> str:
        with self.app.app_context():
            if db.session.get(User, self._user_id) is None:
                self._user_id = signed_up(self.app, f"user{next(self._names)}").id
            return open_session(self._user_id, "Firefox/150.0 (Android)")

    def _call(self, case: Case[Any], token: str | None) -> None:
        if token and isinstance(case.body, dict):
            self._fit(case.body)
        sent = requests.Request(**case.as_transport_kwargs(base_url="http://localhost")).prepare()
        url = urlsplit(cast(str, sent.url))
        headers = {**sent.headers, "Sec-Fetch-Site": "same-origin"}
        if token:
            headers["Cookie"] = f"{COOKIE}={token}"
        answer = self.app.test_client(use_cookies=False).open(
            f"{url.path}?{url.query}",
            method=sent.method,
            headers={name: _as_header(value) for name, value in headers.items()},
            data=sent.body,
            environ_base={"REMOTE_ADDR": "192.0.2.1"},
            buffered=True,
        )
        self.statuses[answer.status_code] += 1
        if answer.status_code >= 500:
            self.failures.append(f"{answer.status_code} {case.as_curl_command()}")

    def _fit(self, body: dict[str, Any]) -> None:
        """Make a valid body one of this account's, so that it is not refused at the first look."""
        if "account_id" in body:
            body["account_id"] = self._user_id
        changes = body.get("changes")
        if isinstance(changes, list):
            start = {"epoch": None, "mark": None, "cursor": 0, "last_answered": 0}
            body.update(start, device_id=str(uuid4()), client="0.2.0", protocol=PROTOCOL)
            for number, change in enumerate(changes, 1):
                if isinstance(change, dict):
                    change["number"] = number
                    _fit_change(change)


def _fit_change(change: dict[str, Any]) -> None:
    """Bring every other change as far as its values: those go into fields of a known kind."""
    if change["number"] % 2 or not isinstance(change.get("set"), dict):
        return
    kinds = sorted(FIELDS)
    kind = kinds[len(str(change)) % len(kinds)]
    names = [*FIELDS[kind], *(f"unknown_{number}" for number in range(100))]
    values = dict(zip(names, change["set"].values(), strict=False))
    frame = {"kind": kind, "action": "set", "base_seq": 0, "made_at": "2026-05-04T18:30:00Z"}
    change.update(frame, id=str(uuid4()), set=values)


def _cases(operation: Any, mode: GenerationMode, number: int) -> Iterator[Case[Any]]:
    """Return calls of one operation; none where nothing about it can be made up in this way."""
    made: list[Case[Any]] = []

    @seed(number)
    @settings(USUAL, max_examples=AT_ONCE)
    @given(case=operation.as_strategy(generation_mode=mode))
    def collect(case: Case[Any]) -> None:
        made.append(case)

    with suppress(Unsatisfiable):
        collect()
    return iter(made)


def _as_header(value: Any) -> str:
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
    return text.replace("\r", "").replace("\n", "")
