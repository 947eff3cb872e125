"""The rate limit on failed sign-ins, by e-mail and by network address, counted in the database."""

import hmac
from datetime import timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session as Transaction

from backend.accounts.models import FailedSignIn
from backend.config import config
from backend.db import insert, utc_now, write_transaction
from backend.errors import Code, Refusal

WINDOW = timedelta(minutes=15)
MOST_PER_EMAIL = 10
MOST_PER_ADDRESS = 50


def count_attempt(email: str, address: str) -> None:
    """Count an attempt as failed before it is made, so that many at once gain nothing.

    Raises:
        Refusal: `too_many`, with the seconds until the next attempt is allowed.
    """
    over = FailedSignIn.first_at <= utc_now() - WINDOW
    with write_transaction() as transaction:
        transaction.execute(delete(FailedSignIn).where(over))
        _count(transaction, _email_source(email), MOST_PER_EMAIL)
        _count(transaction, _address_source(address), MOST_PER_ADDRESS)


def clear_failures(transaction: Transaction, email: str, address: str) -> None:
    """Take back the attempt, which succeeded, and the failures before it for its e-mail."""
    by_email = FailedSignIn.source_hash == _email_source(email)
    by_address = FailedSignIn.source_hash == _address_source(address)
    transaction.execute(delete(FailedSignIn).where(by_email))
    transaction.execute(update(FailedSignIn).where(by_address).values(count=FailedSignIn.count - 1))


def _count(transaction: Transaction, source: str, most: int) -> None:
    new = insert(FailedSignIn).values(source_hash=source, count=1, first_at=utc_now())
    counted = new.on_conflict_do_update(
        index_elements=[FailedSignIn.source_hash], set_={"count": FailedSignIn.count + 1}
    )
    count, first_at = transaction.execute(
        counted.returning(FailedSignIn.count, FailedSignIn.first_at)
    ).one()
    if count > most:
        wait = first_at + WINDOW - utc_now()
        raise Refusal(Code.TOO_MANY, retry_after_seconds=int(wait.total_seconds()) + 1)


def _email_source(email: str) -> str:
    return _keyed(f"email {email}")


def _address_source(address: str) -> str:
    return _keyed(f"address {address}")


def _keyed(source: str) -> str:
    return hmac.digest(config().secret(), source.encode(), "sha256").hex()
