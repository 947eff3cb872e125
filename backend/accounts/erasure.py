"""Erasure of an account: asked for by its user, taken back by signing in within seven days.

`backend/sync/purge/erase_account.py` does it when the days are over.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session as Transaction

from backend.accounts.change_password import access_ended
from backend.accounts.models import ErasedSession, Erasure, Session
from backend.db import db, insert, utc_now, write_transaction
from backend.errors import Code, Refusal

DAYS_TO_TAKE_BACK = 7


def ask_for_erasure(user_id: str) -> datetime:
    """End all access to an account, and record that it is to be erased in seven days.

    Returns:
        The moment until which signing in surely takes it back.
    """
    now = utc_now()
    with write_transaction() as transaction:
        transaction.merge(Erasure(user_id=user_id, asked_at=now, days_count=0, counted_at=now))
        end_sessions_for_good(transaction, user_id)
    return now + timedelta(days=DAYS_TO_TAKE_BACK)


def end_sessions_for_good(transaction: Transaction, user_id: str) -> None:
    """End all sessions, and remember their tokens, by which their devices learn of the erasure."""
    tokens = select(Session.token_hash, Session.user_id).where(Session.user_id == user_id)
    columns = ["token_hash", "account_id"]
    ended = insert(ErasedSession).from_select(columns, tokens)
    transaction.execute(ended.on_conflict_do_nothing())
    transaction.execute(delete(Session).where(Session.user_id == user_id))
    access_ended.send(transaction=transaction, user_id=user_id)


def take_back_erasure(user_id: str) -> bool:
    """Keep an account whose user has signed in, and return whether it was to be erased.

    Raises:
        Refusal: `wrong_password`, where it is being erased already.
    """
    if db.session.get(Erasure, user_id, populate_existing=True) is None:
        return False
    with write_transaction() as transaction:
        erasure = transaction.get(Erasure, user_id, with_for_update=True, populate_existing=True)
        if erasure is None:
            return False
        if erasure.final_at is not None:
            raise Refusal(Code.WRONG_PASSWORD)
        transaction.delete(erasure)
        transaction.execute(delete(ErasedSession).where(ErasedSession.account_id == user_id))
    return True
