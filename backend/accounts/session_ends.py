"""When sessions end by themselves: by two moments that agree, for one clock can be wrong.

A look of the worker finds that a session is about to end, and notes when. The session ends once its
limit is over and that note is as old as the notice. See docs/decisions.md.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, false, or_

from backend.accounts.models import Session
from backend.config import config

NOTICE_AT_MOST = timedelta(days=7)


def idle_limit() -> timedelta:
    """Return how long a session may be unused."""
    return timedelta(days=config().session_idle_days)


def age_limit() -> timedelta | None:
    """Return how long a session may last after signing in, if there is a limit."""
    return timedelta(days=config().session_days) if config().session_days else None


def notice() -> timedelta:
    """Return how long before its end a session is found: a week, where its limits are longer."""
    return min(NOTICE_AT_MOST, idle_limit() / 2, (age_limit() or idle_limit()) / 2)


def has_ended(session: Session, now: datetime) -> bool:
    """Check whether a session has ended by itself."""
    age = age_limit()
    is_over = now - session.seen_at > idle_limit() or (age and now - session.created_at > age)
    return bool(is_over) and session.end_found_at is not None and _is_old(session.end_found_at, now)


def is_idle_for_long(now: datetime) -> ColumnElement[bool]:
    """Return the condition that a session will have been unused for too long after the notice."""
    return Session.seen_at < now - idle_limit() + notice()


def is_old(now: datetime) -> ColumnElement[bool]:
    """Return the condition that a session will have lasted for too long after the notice."""
    age = age_limit()
    return Session.created_at < now - age + notice() if age else false()


def is_ending(now: datetime, keeps_idle: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition that a session is about to end, unless it is one that may be idle."""
    return or_(is_idle_for_long(now) & ~keeps_idle, is_old(now))


def _is_old(found_at: datetime, now: datetime) -> bool:
    return now - found_at >= notice()
