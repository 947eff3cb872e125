"""Sessions: server-side rows, found by the random token in the cookie."""

import secrets
from datetime import timedelta
from hashlib import sha256
from uuid import uuid4

from flask import Flask, Request, Response, after_this_request, g
from flask_login import LoginManager
from sqlalchemy import select, update

from backend.accounts.labels import label_of
from backend.accounts.models import Session, User
from backend.config import config
from backend.db import db, utc_now, writing

COOKIE = "__Host-earshot"
SEEN_EVERY = timedelta(hours=1)


def init_sessions(app: Flask) -> None:
    """Have flask-login find each request's user by our cookie; its own session stays unused."""
    login = LoginManager(app)
    login.session_protection = None
    login.request_loader(_user_of)


def open_session(user_id: str, user_agent: str) -> str:
    """Add a session to the transaction under way and give the token for its cookie."""
    token = secrets.token_urlsafe(32)
    now = utc_now()
    session = Session(id=str(uuid4()), token_hash=hash_of(token), user_id=user_id)
    session.label = label_of(user_agent)
    session.created_at = session.seen_at = now
    db.session.add(session)
    return token


def put_cookie(answer: Response, token: str) -> Response:
    """Have the browser keep the token where no script can read it."""
    idle_seconds = config().session_idle_days * 86_400
    answer.set_cookie(
        COOKIE, token, max_age=idle_seconds, secure=True, httponly=True, samesite="Lax"
    )
    return answer


def drop_cookie(answer: Response) -> Response:
    """Have the browser forget the token."""
    answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="Lax")
    return answer


def hash_of(token: str) -> str:
    """Give what the database keeps of a random token."""
    return sha256(token.encode()).hexdigest()


def _user_of(request: Request) -> User | None:
    token = request.cookies.get(COOKIE, "")
    query = select(User, Session).join_from(Session, User)
    found = db.session.execute(query.where(Session.token_hash == hash_of(token))).first()
    if found is None:
        return None
    user, session = found
    idle = utc_now() - session.seen_at
    if idle > timedelta(days=config().session_idle_days):
        return None
    if idle > SEEN_EVERY:
        _mark_seen(session, token)
    g.session_id = session.id
    return user


def _mark_seen(session: Session, token: str) -> None:
    with writing() as db_session:
        db_session.execute(update(Session).filter_by(id=session.id).values(seen_at=utc_now()))
    after_this_request(lambda answer: put_cookie(answer, token))
