"""Claims due items for one worker at a time, and records when they were sent or are retried."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, select, tuple_, update
from sqlalchemy.orm import Session, aliased

from backend.db import db, write_transaction
from backend.reminders.models import Due, What
from backend.reminders.plan.batch_time import BATCH_LINES, plan_batch
from backend.reminders.state import is_free, is_kept, lock_user

SENT_ALONE: tuple[What, ...] = ("promise", "settled", "batch", "session")
AT_ONCE = 64
# Long enough for a chunk whose push services all hang; a worker stops sending before it is over.
LEASE = timedelta(seconds=180)
# Then a promise that nobody was told of waits for the batch.
LATE = timedelta(hours=24)
# What was taken stays in memory as it was when it was taken.
AS_READ = {"synchronize_session": False}
KEY = tuple_(Due.owner_id, Due.record_id, Due.what)


def claim(now: datetime) -> list[Due]:
    """Claim some due items for this worker alone, until the lease ends."""
    due = and_(
        *(Due.sent_at.is_(None), Due.what.in_(SENT_ALONE), Due.at <= now),
        *(is_free(Due.held_until, now), is_kept(Due.owner_id)),
    )
    if db.session.execute(select(Due.what).where(due).limit(1)).first() is None:
        return []
    # Who meets the same rows a moment later finds them held, and takes others.
    some = select(Due.owner_id, Due.record_id, Due.what).where(due).order_by(Due.at).limit(AT_ONCE)
    taken = (
        update(Due)
        .where(KEY.in_(some.with_for_update(skip_locked=True)), due)
        .values(held_until=now + LEASE, tries=Due.tries + 1)
        .returning(Due)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    with write_transaction() as transaction:
        return list(transaction.scalars(taken))


def record_sent(transaction: Session, row: Due, now: datetime) -> None:
    """Record that an item was sent, unless it has changed since it was claimed."""
    if row.what in ("settled", "batch", "session"):
        statement: Any = delete(Due).where(_is_same(row))
    else:
        values = {"sent_at": now, "held_until": None, "left": None}
        statement = update(Due).where(_is_same(row)).values(values)
    transaction.execute(statement, execution_options=AS_READ)


def record_retry(transaction: Session, row: Due, until: datetime, **values: str | None) -> None:
    """Record when to try an item again, and the given values beside it."""
    noted = update(Due).where(_is_same(row)).values(held_until=until, **values)
    transaction.execute(noted, execution_options=AS_READ)


def replan_batches(now: datetime) -> None:
    """Plan batches anew that were planned while the clock was ahead. Safe to repeat."""
    batch, line = aliased(Due), aliased(Due)
    waits = (line.what.in_(BATCH_LINES)) & line.sent_at.is_(None) & (line.at <= now)
    query = select(batch.owner_id).distinct().join(line, line.owner_id == batch.owner_id)
    too_far = (batch.what == "batch") & (batch.at > now + LATE + LATE)
    for owner_id in db.session.scalars(query.where(too_far, waits)).all():
        with write_transaction() as transaction:
            plan_batch(transaction, lock_user(transaction, owner_id), now)


def mark_late_promises(now: datetime) -> None:
    """Move promises that reached nobody for a day into the daily batch."""
    old = and_(
        Due.what == "promise",
        Due.sent_at.is_(None),
        Due.at <= now - LATE,
        is_free(Due.held_until, now),
    )
    owners = set(db.session.scalars(select(Due.owner_id).where(old)))
    for owner_id in owners:
        with write_transaction() as transaction:
            user = lock_user(transaction, owner_id)
            mine = update(Due).where(old, Due.owner_id == owner_id)
            # Some device was told.
            transaction.execute(mine.where(Due.left.is_not(None)).values(sent_at=now, left=None))
            transaction.execute(mine.values(what="late", held_until=None, tries=0))
            plan_batch(transaction, user, now)


def _is_same(row: Due) -> ColumnElement[bool]:
    mine = (Due.owner_id == row.owner_id) & (Due.record_id == row.record_id)
    return and_(mine, Due.what == row.what, Due.value == row.value, Due.why == row.why)
