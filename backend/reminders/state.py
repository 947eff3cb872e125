"""How far reminders have looked at each user's records, held by one worker at a time."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.accounts.models import User
from backend.db import db, insert
from backend.reminders.models import Reminded

USERS_AT_ONCE = 500


def changed_users() -> list[str]:
    """Give users who have changed something since we looked."""
    seen = func.coalesce(Reminded.seen_seq, 0)
    query = select(User.id).outerjoin(Reminded, Reminded.owner_id == User.id)
    return list(db.session.scalars(query.where(User.head_seq > seen).limit(USERS_AT_ONCE)))


def state_of(transaction: Session, owner_id: str) -> Reminded:
    """Give what we know of a user, for us alone until the commit."""
    known = insert(Reminded).values(owner_id=owner_id, seen_seq=0)
    transaction.execute(known.on_conflict_do_nothing())
    query = select(Reminded).filter_by(owner_id=owner_id).with_for_update()
    return transaction.scalars(query.execution_options(populate_existing=True)).one()


def users_of(owner_ids: Collection[str]) -> dict[str, Reminded]:
    """Give what we know of these users."""
    query = select(Reminded).where(Reminded.owner_id.in_(owner_ids))
    fresh = query.execution_options(populate_existing=True)
    return {user.owner_id: user for user in db.session.scalars(fresh)}


def hold(transaction: Session, owner_ids: Collection[str]) -> None:
    """Have these users for us alone until the commit; in one order, or two could wait for ever."""
    query = select(Reminded.owner_id).where(Reminded.owner_id.in_(owner_ids))
    transaction.execute(query.order_by(Reminded.owner_id).with_for_update()).all()


def look_anew(transaction: Session, owner_id: str) -> None:
    """Have all that a user is owed looked at again: they can be reached from now on."""
    state_of(transaction, owner_id).seen_seq = 0
