"""Sign-up: who may create an account, and the new account."""

from datetime import timedelta
from typing import Literal, NamedTuple
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session as Transaction

from backend.accounts.invites import use_invite
from backend.accounts.kept_rate_limits import Limit, count_attempt
from backend.accounts.models import User
from backend.accounts.passwords import hash_new_password
from backend.config import config
from backend.db import db, lock_table, utc_now, write_transaction
from backend.errors import Code, Refusal

SignUpMode = Literal["first", "open", "invite", "closed"]
HOUR = timedelta(hours=1)
# So many addresses may use up what one may do.
ALL_ADDRESSES = 10
DEMO_EMAIL = "demo@earshot.example"


def sign_up_mode() -> SignUpMode:
    """Return how one can sign up here.

    Beside the demo alone the owner's account is still to be made: on a server for this machine
    only, anybody may then sign up once.
    """
    emails = set(db.session.scalars(select(User.email).limit(2)))
    if emails - {DEMO_EMAIL}:
        return config().sign_up
    return "open" if emails and config().is_loopback_only() else "first"


class Visitor(NamedTuple):
    """Somebody who signs up.

    Attributes:
        address: The network address that they come from.
        invite: Their code, if they have one.
        may_be_first: Whether they may create the first account.
    """

    address: str
    invite: str | None
    may_be_first: bool


def sign_up(email: str, password: str, visitor: Visitor) -> User:
    """Create an account as the settings allow.

    Args:
        email: The address, normalized.
        password: What was typed.
        visitor: Who asks.

    Raises:
        Refusal: `too_many`, `weak_password`, `sign_up_closed`, `invite_needed`, `email_taken`, or
            `setup_code_needed` where it would be the first one, and may not.
    """
    _refuse_closed(sign_up_mode())
    most = config().sign_ups_per_hour
    by_address = Limit("sign-up", most, HOUR)
    overall = Limit("all sign-ups", most * ALL_ADDRESSES, HOUR)
    count_attempt((by_address, visitor.address), (overall, ""))
    password_hash = hash_new_password(password, email)
    with write_transaction() as transaction:
        # Else two could be the first.
        lock_table(transaction, User)
        if sign_up_mode() == "first" and not visitor.may_be_first:
            raise Refusal(Code.SETUP_CODE_NEEDED)
        _require_invite(transaction, visitor.invite)
        return _add_user(transaction, email, password_hash)


def create_account(email: str, password: str) -> User:
    """Create an account for whoever runs the server, whatever the settings are.

    Raises:
        Refusal: `weak_password` or `email_taken`.
    """
    password_hash = hash_new_password(password, email)
    with write_transaction() as transaction:
        # Else two could be the first.
        lock_table(transaction, User)
        return _add_user(transaction, email, password_hash)


def _add_user(transaction: Transaction, email: str, password_hash: str) -> User:
    _refuse_taken(transaction, email)
    user = User(id=str(uuid4()), email=email, password_hash=password_hash, created_at=utc_now())
    transaction.add(user)
    return user


def _refuse_closed(way: SignUpMode) -> None:
    if way == "closed":
        raise Refusal(Code.SIGN_UP_CLOSED)


def _require_invite(transaction: Transaction, invite: str | None) -> None:
    way = sign_up_mode()
    _refuse_closed(way)
    if way == "invite" and not use_invite(transaction, invite or ""):
        raise Refusal(Code.INVITE_NEEDED)


def _refuse_taken(transaction: Transaction, email: str) -> None:
    if transaction.scalar(select(User.id).filter_by(email=email)):
        raise Refusal(Code.EMAIL_TAKEN, {"email": Code.EMAIL_TAKEN})
