"""Invites: a code with which one person can sign up, once, within 30 days."""

import secrets
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session as Transaction

from backend.accounts.models import Invite
from backend.accounts.sessions import hash_token
from backend.db import utc_now, write_transaction

GOOD_FOR = timedelta(days=30)


def make_invite() -> str:
    """Store a new invite and return its code, of which only the hash is kept."""
    code = secrets.token_urlsafe(12)
    with write_transaction() as transaction:
        transaction.add(Invite(code_hash=hash_token(code), made_at=utc_now()))
    return code


def use_invite(transaction: Transaction, code: str) -> bool:
    """Use up an invite, and return whether the code was valid."""
    good = Invite.made_at > utc_now() - GOOD_FOR
    used = transaction.execute(
        delete(Invite).where(Invite.code_hash == hash_token(code), good).returning(Invite.code_hash)
    )
    return used.first() is not None
