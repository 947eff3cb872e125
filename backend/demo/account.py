"""Creates the demo's account, and syncs its year as a device would."""

import secrets
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_DNS, uuid4, uuid5

from sqlalchemy import select

from backend.accounts.models import User
from backend.accounts.passwords import hash_password
from backend.accounts.sign_up import DEMO_EMAIL
from backend.config import config
from backend.db import db, iso_utc, utc_now, write_transaction
from backend.demo.diary import DemoRecord
from backend.demo.year import generate_year
from backend.sync.round.answer_round import answer_round
from backend.sync.round.request import CHANGES_AT_MOST, PROTOCOL, Round, Sender

SENDER = Sender("", "Demo")
DEVICE_ID = str(uuid5(NAMESPACE_DNS, "demo.earshot.example"))


def make_demo(seed: int, now: datetime) -> str | None:
    """Create the account with a year up to a moment.

    Returns:
        Its password, or None where the account exists already.
    """
    if db.session.scalar(select(User.id).filter_by(email=DEMO_EMAIL)):
        return None
    password = secrets.token_urlsafe(9)
    user = User(
        id=str(uuid4()),
        email=DEMO_EMAIL,
        password_hash=hash_password(password),
        created_at=utc_now(),
    )
    with write_transaction() as session:
        session.add(user)
    _send(user, generate_year(seed, now))
    return password


def _send(user: User, records: list[DemoRecord]) -> None:
    changes = [_change(number, record) for number, record in enumerate(records, 1)]
    reply: dict[str, Any] = {"epoch": None, "cursor": 0, "mark": None, "last_number": 0}
    for start in range(0, len(changes), CHANGES_AT_MOST):
        page = changes[start : start + CHANGES_AT_MOST]
        reply = answer_round(user, _round(user, reply, page), SENDER)


def _change(number: int, record: DemoRecord) -> dict[str, Any]:
    return {
        "number": number,
        "kind": record.kind,
        "id": record.id,
        "base_seq": 0,
        "made_at": iso_utc(record.at),
        "action": "set",
        "set": record.body,
    }


def _round(user: User, before: dict[str, Any], changes: list[dict[str, Any]]) -> Round:
    return Round(
        protocol=PROTOCOL,
        client=config().min_client,
        account_id=user.id,
        device_id=DEVICE_ID,
        epoch=before["epoch"],
        cursor=before["cursor"],
        mark=before["mark"],
        last_answered=before["last_number"],
        changes=changes,
    )
