"""Sign-up: who may create an account, and the new account."""

from datetime import timedelta
from typing import Literal
from uuid import uuid4

from sqlalchemy import select, text
from sqlalchemy.orm import Session as Transaction

from backend.accounts.invites import use_invite
from backend.accounts.kept_rate_limits import Limit, count_attempt
from backend.accounts.models import User
from backend.accounts.passwords import hash_new_password
from backend.config import config
from backend.db import db, utc_now, write_transaction
from backend.errors import Code, Refusal

SignUpMode = Literal["first", "open", "invite", "closed"]
HOUR = timedelta(hours=1)
# So many addresses may use up what one may do.
ALL_ADDRESSES = 10
DEMO_EMAIL = "demo@earshot.example"


def sign_up_mode() -> SignUpMode:
    """Return how one can sign up here; a first account is always allowed, even after the demo's."""
    others = select(User.id).where(User.email != DEMO_EMAIL).limit(1)
    is_first = db.session.scalar(others) is None
    return "first" if is_first else config().sign_up


def sign_up(email: str, password: str, invite: str | None, address: str) -> User:
    """Create an account.

    Args:
        email: The address, normalized.
        password: What was typed.
        invite: The code, if there is one.
        address: The network address that the attempt comes from.

    Raises:
        Refusal: `too_many`, `weak_password`, `sign_up_closed`, `invite_needed` or
            `email_taken`.
    """
    _refuse_closed(sign_up_mode())
    most = config().sign_ups_per_hour
    by_address = Limit("sign-up", most, HOUR)
    overall = Limit("all sign-ups", most * ALL_ADDRESSES, HOUR)
    count_attempt((by_address, address), (overall, ""))
    password_hash = hash_new_password(password, email)
    with write_transaction() as transaction:
        _one_at_a_time(transaction)
        _require_invite(transaction, invite)
        _refuse_taken(transaction, email)
        user = User(id=str(uuid4()), email=email, password_hash=password_hash, created_at=utc_now())
        transaction.add(user)
    return user


def _refuse_closed(way: SignUpMode) -> None:
    if way == "closed":
        raise Refusal(Code.SIGN_UP_CLOSED)


def _one_at_a_time(transaction: Transaction) -> None:
    # Else two could be the first. SQLite has one writer anyway.
    if db.engine.dialect.name == "postgresql":
        transaction.execute(text('LOCK TABLE "user" IN SHARE ROW EXCLUSIVE MODE'))


def _require_invite(transaction: Transaction, invite: str | None) -> None:
    way = sign_up_mode()
    _refuse_closed(way)
    if way == "invite" and not use_invite(transaction, invite or ""):
        raise Refusal(Code.INVITE_NEEDED)


def _refuse_taken(transaction: Transaction, email: str) -> None:
    if transaction.scalar(select(User.id).filter_by(email=email)):
        raise Refusal(Code.EMAIL_TAKEN, {"email": Code.EMAIL_TAKEN})
