"""How long 10,000 reminders of one minute take, beside a sender that only encrypts and posts."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import insert

from backend import create_app
from backend.accounts.models import Session, User
from backend.config import Config
from backend.db import db, write_transaction
from backend.reminders.plan.refresh import refresh
from backend.reminders.push.app_sender import push_sender
from backend.reminders.push.push_sender import PushTarget
from backend.reminders.push.subscriptions import subscribe
from backend.reminders.state import changed_users
from backend.reminders.worker import remind_now
from backend.sync.models import records
from benchmarks.bare_sender import BareSender
from benchmarks.figures import Figure, show
from tests.cast import Clock
from tests.push_service.encryption import from_base64url
from tests.push_service.fake_browser import FakeBrowser
from tests.push_service.push_service import PushService
from tests.push_service.running import push_service

USERS, PROMISES_EACH = 1_000, 10
# The bare sender posts half before and half after, so that both meet the machine at its worst.
BARE_EACH = 2
LOOKS_AT_REST = 50
# About as long as what is sent for a promise.
CONTENT = b"{" + b" " * 254 + b"}"
TUESDAY = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
FRIDAY_AT_EIGHT = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)


def measure() -> list[Figure]:
    """Measure planning, handing over, and a look that finds nothing."""
    with _stage() as (app, clock, service), app.app_context():
        targets = [_add_user(service, number) for number in range(USERS)]
        planned = _seconds(_plan)
        at_rest = _seconds(lambda: [remind_now() for _ in range(LOOKS_AT_REST)]) / LOOKS_AT_REST
        clock.now = FRIDAY_AT_EIGHT
        bare = BareSender(push_sender().keys.current, service.origin)
        before = bare.send_all(targets * BARE_EACH, CONTENT)
        handed_over = _seconds(remind_now)
        after = bare.send_all(targets * BARE_EACH, CONTENT)
        bare.close()
        assert len(service.messages) == USERS * (PROMISES_EACH + 2 * BARE_EACH)
    bare_one = (before + after) / (2 * BARE_EACH * USERS)
    bare_all = bare_one * USERS * PROMISES_EACH
    return [
        Figure("10,000 promises of 1,000 users planned", planned, "s", 1, 30, bare_all),
        Figure("10,000 due in one minute handed over", handed_over, "s", 2.5, 60, bare_all),
        Figure("a look that finds nothing due", 1000 * at_rest, "ms", 5, 5, 1000 * bare_one),
    ]


@contextmanager
def _stage() -> Iterator[tuple[Flask, Clock, PushService]]:
    with TemporaryDirectory() as folder, push_service() as service:
        clock = Clock(TUESDAY)
        config = Config(
            instance_dir=Path(folder), push_hosts=service.origin, push_addresses="127.0.0.1/32"
        )
        app = create_app(config, clock)
        with app.app_context():
            upgrade()
        yield app, clock, service
        app.extensions["senders"].close()
        with app.app_context():
            db.engine.dispose()


def _add_user(service: PushService, number: int) -> PushTarget:
    """Add somebody with one browser that takes pushes, and promises for Friday."""
    user_id, session_id, now = str(uuid4()), str(uuid4()), TUESDAY
    key = push_sender().keys.current.public
    browser = FakeBrowser(service, from_base64url(key))
    keys: dict[str, str] = browser.subscription()["keys"]  # type: ignore[assignment]
    with write_transaction() as transaction:
        email = f"guest-{number}@earshot.test"
        transaction.add(
            User(id=user_id, email=email, password_hash="", created_at=now, head_seq=PROMISES_EACH)
        )
        transaction.flush()
        session = {"id": session_id, "token_hash": session_id, "user_id": user_id, "label": ""}
        transaction.add(Session(**session, created_at=now, seen_at=now))
        transaction.execute(insert(records), [_promise(user_id, seq) for seq in range(1, 11)])
    subscribe(
        user_id,
        session_id,
        {"endpoint": browser.endpoint, "device_id": session_id, "key": key, **keys},
    )
    return PushTarget(browser.endpoint, keys["p256dh"], keys["auth"], key)


def _promise(owner_id: str, seq: int) -> dict[str, object]:
    body = {"what": f"Send deck {seq}", "due_on": "2026-11-27"}
    return {
        "owner_id": owner_id,
        "id": str(uuid4()),
        "kind": "follow_up",
        "seq": seq,
        "created_seq": seq,
        "created_by": owner_id,
        "body": json.dumps(body),
        "touches": "{}",
        "kept": "{}",
    }


def _plan() -> None:
    while owners := changed_users(TUESDAY):
        for owner_id in owners:
            refresh(owner_id)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    show(measure())
