"""Invites: a code that lets one person sign up, once, within thirty days."""

import secrets
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session as Transaction

from backend.accounts.models import Invite
from backend.accounts.sessions import hash_token
from backend.db import utc_now, write_transaction

GOOD_FOR = timedelta(days=30)


def make_invite() -> str:
    """Store a new invite and give its code, which is kept nowhere else."""
    code = secrets.token_urlsafe(12)
    with write_transaction() as transaction:
        transaction.add(Invite(code_hash=hash_token(code), made_at=utc_now()))
    return code


def use_invite(transaction: Transaction, code: str) -> bool:
    """Use an invite up; say whether there was one."""
    good = Invite.made_at > utc_now() - GOOD_FOR
    used = transaction.execute(
        delete(Invite).where(Invite.code_hash == hash_token(code), good).returning(Invite.code_hash)
    )
    return used.first() is not None
