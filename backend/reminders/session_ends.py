"""Finds sessions that are about to end and tells their devices, and deletes those that ended."""

import json
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import ColumnElement, delete, false, or_, select, update
from sqlalchemy.orm import Session as Transaction

from backend.accounts.models import Session
from backend.accounts.session_ends import has_ended, is_ending, is_old, notice
from backend.config import config
from backend.db import insert, write_transaction
from backend.reminders.models import Due, Subscription

EVERY = timedelta(hours=1)


def look_for_session_ends(now: datetime) -> None:
    """Look, once an hour, which sessions are about to end, and which have ended. Safe to repeat."""
    looks = current_app.extensions
    before = looks.get("session_ends_looked_at")
    if before is not None and before <= now < before + EVERY:
        return
    looks["session_ends_looked_at"] = now
    with write_transaction() as transaction:
        _clear_notes(transaction, now)
        _note_ends(transaction, now)
        _delete_ended(transaction, now)


def _clear_notes(transaction: Transaction, now: datetime) -> None:
    """Forget what a clock noted that was ahead, or what was noted before a session was used."""
    is_wrong = or_(Session.end_found_at > now, ~is_ending(now, _keeps_idle()))
    noted = update(Session).where(Session.end_found_at.is_not(None), is_wrong)
    transaction.execute(noted.values(end_found_at=None))
    transaction.execute(update(Session).where(Session.created_at > now).values(created_at=now))


def _note_ends(transaction: Transaction, now: datetime) -> None:
    found = (Session.end_found_at.is_(None)) & is_ending(now, _keeps_idle())
    told = (
        select(Subscription.owner_id, Session.id, Subscription.id, is_old(now))
        .join(Session, Session.id == Subscription.session_id)
        .where(found)
    )
    for owner_id, session_id, subscription_id, by_age in transaction.execute(told).all():
        values = {"owner_id": owner_id, "record_id": session_id, "what": "session", "at": now}
        values |= {"value": (now + notice()).date().isoformat(), "why": "age" if by_age else "idle"}
        due = insert(Due).values(**values, tries=0, left=json.dumps([subscription_id]))
        transaction.execute(due.on_conflict_do_nothing())
    transaction.execute(update(Session).where(found).values(end_found_at=now))


def _delete_ended(transaction: Transaction, now: datetime) -> None:
    noted = transaction.scalars(select(Session).where(Session.end_found_at.is_not(None))).all()
    ended = [session.id for session in noted if has_ended(session, now)]
    transaction.execute(delete(Session).where(Session.id.in_(ended)))


def _keeps_idle() -> ColumnElement[bool]:
    """Return the condition that a session may be idle: reminders go to living sessions only."""
    if config().session_idle_despite_push:
        return false()
    return Session.id.in_(select(Subscription.session_id))
