"""The API of accounts: sign up, sign in, sign out, the password, the sessions."""

from typing import Annotated, Any

from flask import Blueprint, Response, g, jsonify, request
from flask_login import current_user
from pydantic import Field

from backend.accounts import sessions
from backend.accounts.change_password import change_password
from backend.accounts.emails import normalize_email
from backend.accounts.models import User, signed_in_user
from backend.accounts.sign_in import sign_in
from backend.accounts.sign_up import sign_up, sign_up_mode
from backend.db import iso_utc
from backend.http.access import public
from backend.http.request_body import PlainText, RequestBody, read_body

accounts = Blueprint("accounts", __name__, url_prefix="/api")

Email = Annotated[PlainText, Field(max_length=254)]
Password = Annotated[PlainText, Field(max_length=1000)]


class SignUp(RequestBody):
    """The request body of signing up."""

    email: Email
    password: Password
    invite: Annotated[PlainText, Field(max_length=100)] | None = None


class SignIn(RequestBody):
    """The request body of signing in."""

    email: Email
    password: Password


class NewPassword(RequestBody):
    """The request body of changing the password."""

    old: Password
    new: Password


@accounts.get("/session")
@public
def session() -> Response:
    """Return who is signed in here, and how one can sign up."""
    user = signed_in_user() if current_user.is_authenticated else None
    return jsonify({"signed_in": user and _account(user), "sign_up": sign_up_mode()})


@accounts.post("/sign-up")
@public
def sign_up_here() -> Response:
    """Create an account and sign this browser in."""
    form = read_body(SignUp)
    return _sign_in_answer(sign_up(normalize_email(form.email), form.password, form.invite), 201)


@accounts.post("/sign-in")
@public
def sign_in_here() -> Response:
    """Sign this browser in."""
    form = read_body(SignIn)
    return _sign_in_answer(sign_in(normalize_email(form.email), form.password, _address()), 200)


@accounts.post("/sign-out")
def sign_out_here() -> Response:
    """End the session of this browser."""
    sessions.end_session(signed_in_user().id, g.session_id)
    return sessions.drop_cookie(_nothing())


@accounts.get("/account")
def account() -> Response:
    """Return the account and the browsers that are signed in to it."""
    rows = [
        {
            "id": row.id,
            "label": row.label,
            "created_at": iso_utc(row.created_at),
            "seen_at": iso_utc(row.seen_at),
            "current": row.id == g.session_id,
        }
        for row in sessions.sessions_of(signed_in_user().id)
    ]
    return jsonify({"account": _account(signed_in_user()), "sessions": rows})


@accounts.post("/account/password")
def change_password_here() -> Response:
    """Change the password and end all other sessions."""
    form = read_body(NewPassword)
    sign_in(signed_in_user().email, form.old, _address())
    change_password(signed_in_user().id, form.new, g.session_id)
    return _nothing()


@accounts.delete("/sessions/<session_id>")
def end_session_there(session_id: str) -> Response:
    """End another session of this account."""
    sessions.end_session(signed_in_user().id, session_id)
    return _nothing()


def _address() -> str:
    return request.remote_addr or "127.0.0.1"


def _sign_in_answer(user: User, status: int) -> Response:
    answer = jsonify({"account": _account(user)})
    answer.status_code = status
    return sessions.put_cookie(answer, sessions.open_session(user.id, str(request.user_agent)))


def _account(user: User) -> dict[str, Any]:
    return {"id": user.id, "email": user.email}


def _nothing() -> Response:
    return Response(status=204)
