"""The planning state of each user, locked by one worker at a time."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from backend.accounts.models import Erasure, User
from backend.db import db, insert, write_transaction
from backend.reminders.models import ReminderState

Free = ColumnElement[bool]
USERS_AT_ONCE = 500
# Nothing is held longer: what is was held by a clock that was ahead.
LONGEST_HOLD = timedelta(hours=13)


def changed_users(now: datetime) -> list[str]:
    """Return users with changes that were not planned yet, except those who are postponed."""
    seen = func.coalesce(ReminderState.seen_seq, 0)
    query = select(User.id).outerjoin(ReminderState, ReminderState.owner_id == User.id)
    changed = query.where(User.head_seq > seen, is_free(ReminderState.held_until, now))
    return list(db.session.scalars(changed.limit(USERS_AT_ONCE)))


def is_free(held_until: InstrumentedAttribute[datetime | None], now: datetime) -> Free:
    """Return the condition that nobody holds a row any more."""
    return or_(held_until.is_(None), held_until <= now, held_until > now + LONGEST_HOLD)


def is_kept(owner_id: InstrumentedAttribute[str]) -> Free:
    """Return the condition that a user has not asked for the erasure of their account."""
    return owner_id.not_in(select(Erasure.user_id))


def postpone_user(owner_id: str, until: datetime) -> None:
    """Plan this user no sooner than `until`."""
    with write_transaction() as transaction:
        lock_user(transaction, owner_id).held_until = until


def lock_user(transaction: Session, owner_id: str) -> ReminderState:
    """Return the state of a user, locked until the commit; create it where there is none."""
    known = insert(ReminderState).values(owner_id=owner_id, seen_seq=0)
    transaction.execute(known.on_conflict_do_nothing())
    query = select(ReminderState).filter_by(owner_id=owner_id).with_for_update()
    return transaction.scalars(query.execution_options(populate_existing=True)).one()


def read_users(owner_ids: Collection[str]) -> dict[str, ReminderState]:
    """Return the states of these users, by user."""
    query = select(ReminderState).where(ReminderState.owner_id.in_(owner_ids))
    fresh = query.execution_options(populate_existing=True)
    return {user.owner_id: user for user in db.session.scalars(fresh)}


def lock_users(transaction: Session, owner_ids: Collection[str]) -> None:
    """Lock these users until the commit, always in the same order, which prevents deadlocks."""
    query = select(ReminderState.owner_id).where(ReminderState.owner_id.in_(owner_ids))
    transaction.execute(query.order_by(ReminderState.owner_id).with_for_update()).all()


def replan_user(transaction: Session, owner_id: str) -> None:
    """Plan everything of a user anew, because they can be reached from now on."""
    lock_user(transaction, owner_id).seen_seq = 0
