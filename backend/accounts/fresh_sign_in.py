"""Fresh sign-in: how long a proof of who uses a session counts for what is risky."""

from datetime import datetime, timedelta

from sqlalchemy import update

from backend.accounts.models import Session
from backend.db import utc_now, write_transaction

FRESH_FOR = timedelta(minutes=10)


def is_fresh(confirmed_at: datetime | None) -> bool:
    """Check whether a proof is recent; one from the future, by a clock that was ahead, is not."""
    return confirmed_at is not None and timedelta() <= utc_now() - confirmed_at <= FRESH_FOR


def confirm_session(session_id: str) -> None:
    """Record that whoever uses this session proved now, by any method, who they are."""
    with write_transaction() as transaction:
        transaction.execute(update(Session).filter_by(id=session_id).values(confirmed_at=utc_now()))
