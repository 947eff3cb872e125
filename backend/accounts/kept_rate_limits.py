"""Rate limits that are counted in the database: they hold for all processes and over restarts."""

import hmac
from datetime import timedelta
from math import ceil
from typing import NamedTuple

from sqlalchemy import case, delete, update
from sqlalchemy.orm import Session as Transaction

from backend.accounts.models import Attempts
from backend.config import config
from backend.db import insert, utc_now, write_transaction
from backend.errors import Code, Refusal


class Limit(NamedTuple):
    """How often each source may try something within a window, which begins with the first try."""

    name: str
    most: int
    window: timedelta


def count_attempt(*counted: tuple[Limit, str]) -> None:
    """Count an attempt before it is made, so that many at once gain nothing.

    Args:
        counted: Each limit that it counts for, with the source: an address, an e-mail, a user.

    Raises:
        Refusal: `too_many`, with the seconds until the next attempt is allowed.
    """
    with write_transaction() as transaction:
        transaction.execute(delete(Attempts).where(Attempts.ends_at <= utc_now()))
        waits = [_count(transaction, limit, source) for limit, source in counted]
    # After the commit, for what was counted stays so.
    if wait := max(waits):
        raise Refusal(Code.TOO_MANY, retry_after_seconds=ceil(wait.total_seconds()))


def take_back(transaction: Transaction, limit: Limit, source: str) -> None:
    """Take back one attempt, which doesn't count."""
    mine = Attempts.source_hash == _keyed(limit, source)
    transaction.execute(update(Attempts).where(mine).values(count=Attempts.count - 1))


def forget_attempts(transaction: Transaction, limit: Limit, source: str) -> None:
    """Forget all attempts of a source."""
    mine = Attempts.source_hash == _keyed(limit, source)
    transaction.execute(delete(Attempts).where(mine))


def _count(transaction: Transaction, limit: Limit, source: str) -> timedelta:
    """Count an attempt, and return how long to wait where it is one too many."""
    now = utc_now()
    values = {"source_hash": _keyed(limit, source), "count": 1, "ends_at": now + limit.window}
    new = insert(Attempts).values(values)
    # A window that would last longer than one from now was begun by a clock that was ahead.
    is_too_long = Attempts.ends_at > new.excluded.ends_at
    ends_at = case((is_too_long, new.excluded.ends_at), else_=Attempts.ends_at)
    counted = new.on_conflict_do_update(
        index_elements=[Attempts.source_hash],
        set_={"count": Attempts.count + 1, "ends_at": ends_at},
    )
    count, until = transaction.execute(counted.returning(Attempts.count, Attempts.ends_at)).one()
    return until - now if count > limit.most else timedelta()


def _keyed(limit: Limit, source: str) -> str:
    return hmac.digest(config().secret(), f"{limit.name} {source}".encode(), "sha256").hex()
