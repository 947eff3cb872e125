"""Sessions: rows on the server, found by the random token in the cookie."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from uuid import uuid4

from flask import Flask, Request, Response, after_this_request, g
from flask_login import LoginManager
from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.exc import OperationalError

from backend.accounts.fresh_sign_in import is_fresh
from backend.accounts.models import ErasedSession, Session, User
from backend.accounts.session_ends import has_ended
from backend.accounts.session_labels import session_label
from backend.db import db, utc_now, write_transaction
from backend.errors import Code, Refusal

COOKIE = "__Host-earshot"
SEEN_EVERY = timedelta(hours=1)
# The longest that browsers keep a cookie; the server says when a session ends.
COOKIE_FOR = timedelta(days=400)

BY_TOKEN = (
    select(User, Session)
    .join_from(Session, User)
    .where(Session.token_hash == bindparam("token_hash"))
)


def init_sessions(app: Flask) -> None:
    """Make Flask-Login find each request's user by our cookie, in place of its own session."""
    login = LoginManager(app)
    login.session_protection = None
    login.request_loader(_user_of)


def open_session(user_id: str, user_agent: str, replaced: str = "") -> str:
    """Store a new session, and return the cookie's token.

    Args:
        user_id: The user who signed in.
        user_agent: Names the browser.
        replaced: The token that this browser had before. Its session goes on under the new token
            where it is of the same user, with its push subscription, and ends where it is not.
    """
    token, now = make_token(), utc_now()
    is_replaced = Session.token_hash == hash_token(replaced)
    with write_transaction() as transaction:
        transaction.execute(delete(Session).where(is_replaced, Session.user_id != user_id))
        session = transaction.scalar(select(Session).where(is_replaced))
        if session is None:
            session = Session(id=str(uuid4()), user_id=user_id)
            transaction.add(session)
        session.token_hash, session.label = hash_token(token), session_label(user_agent)
        session.created_at = session.seen_at = session.confirmed_at = now
        session.end_found_at = None
    return token


def sessions_of(user_id: str) -> Sequence[Session]:
    """Return the open sessions of a user, the most recently used first."""
    query = select(Session).filter_by(user_id=user_id)
    mine = db.session.scalars(query.order_by(Session.seen_at.desc(), Session.id))
    return [session for session in mine if not has_ended(session, utc_now())]


def is_session_open(session_id: str) -> bool:
    """Check whether a session has not ended."""
    session = db.session.scalar(select(Session).filter_by(id=session_id))
    return session is not None and not has_ended(session, utc_now())


def end_session(user_id: str, session_id: str) -> None:
    """End a session of this user.

    Raises:
        Refusal: `not_found`, also for a session of another user.
    """
    mine = (Session.user_id == user_id) & (Session.id == session_id)
    with write_transaction() as transaction:
        ended = transaction.execute(delete(Session).where(mine).returning(Session.id)).first()
    if ended is None:
        raise Refusal(Code.NOT_FOUND)


def put_cookie(answer: Response, token: str) -> Response:
    """Set the cookie with the token, which no script can read."""
    answer.set_cookie(COOKIE, token, max_age=COOKIE_FOR, secure=True, httponly=True, samesite="Lax")
    return answer


def drop_cookie(answer: Response) -> Response:
    """Delete the cookie."""
    answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="Lax")
    return answer


def make_token() -> str:
    """Return a random token, which nobody can guess."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """Return the hash under which a random token is stored."""
    return sha256(token.encode()).hexdigest()


def _user_of(request: Request) -> User | None:
    token = request.cookies.get(COOKIE, "")
    found = db.session.execute(BY_TOKEN, {"token_hash": hash_token(token)}).first()
    if found is None:
        g.erased_account_id = _erased_account(token)
        return None
    user, session = found
    if has_ended(session, utc_now()):
        return None
    # Also where it was seen by a clock that was ahead.
    if not timedelta() <= utc_now() - session.seen_at <= SEEN_EVERY:
        _mark_seen(session, token)
    g.session_id, g.session_label = session.id, session.label
    g.is_fresh = is_fresh(session.confirmed_at)
    return user


def is_to_be_erased(token: str) -> bool:
    """Check whether the account that was signed in with this token is to be erased."""
    query = select(User.id).join(ErasedSession, ErasedSession.account_id == User.id)
    return (
        db.session.scalar(query.filter(ErasedSession.token_hash == hash_token(token))) is not None
    )


def _erased_account(token: str) -> str | None:
    """Return the account that this browser was signed in to, if it is erased by now."""
    if not token:
        return None
    query = select(ErasedSession.account_id).filter_by(token_hash=hash_token(token))
    is_there = select(User.id).where(User.id == ErasedSession.account_id).exists()
    return db.session.scalar(query.where(~is_there))


def _mark_seen(session: Session, token: str) -> None:
    try:
        with write_transaction() as transaction:
            transaction.execute(update(Session).filter_by(id=session.id).values(seen_at=utc_now()))
    except (OperationalError, Refusal):
        # Whoever only reads is answered while nobody can write; a later call marks it.
        db.session.rollback()
        return

    def prolong(answer: Response) -> Response:
        # The view may have renewed the token, or ended the session.
        return answer if "Set-Cookie" in answer.headers else put_cookie(answer, token)

    after_this_request(prolong)
