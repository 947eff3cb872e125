"""The API of accounts: sign up, sign in, sign out, the password, the sessions."""

from typing import Annotated, Literal

from flask import Blueprint, Response, g, jsonify, request
from flask_login import current_user
from pydantic import Field, with_config
from typing_extensions import TypedDict

from backend.accounts import sessions
from backend.accounts.change_password import change_password
from backend.accounts.emails import normalize_email
from backend.accounts.erasure import ask_for_erasure, take_back_erasure
from backend.accounts.fresh_sign_in import confirm_session
from backend.accounts.models import User, signed_in_user
from backend.accounts.setup_code import check_setup_code, is_setup_code_needed
from backend.accounts.sign_in import check_own_password, sign_in
from backend.accounts.sign_up import Visitor, sign_up, sign_up_mode
from backend.config import config
from backend.db import iso_utc
from backend.errors import Code, Refusal
from backend.http.client_address import this_client
from backend.http.contract import ANSWER, answers, needs_fresh_sign_in, refuses, takes
from backend.http.request_body import PlainText, RequestBody
from backend.http.require_session import public

accounts = Blueprint("accounts", __name__, url_prefix="/api")

Email = Annotated[PlainText, Field(max_length=254)]
Password = Annotated[PlainText, Field(max_length=1000)]


class SignUp(RequestBody):
    """The request body of signing up."""

    email: Email
    password: Password
    invite: Annotated[PlainText, Field(max_length=100)] | None = None
    setup_code: Annotated[PlainText, Field(max_length=100)] | None = None


class SignIn(RequestBody):
    """The request body of signing in."""

    email: Email
    password: Password


class ErasureRequest(RequestBody):
    """The request body of asking to erase the account; its e-mail shows that it is meant."""

    email: Email


class Proof(RequestBody):
    """The request body of confirming who uses this session."""

    password: Password


class NewPassword(RequestBody):
    """The request body of changing the password; `end_access` is about calendar addresses."""

    old: Password
    new: Password
    end_access: bool = True


@with_config(ANSWER)
class Account(TypedDict):
    """An account."""

    id: str
    email: str


@with_config(ANSWER)
class SignedIn(TypedDict):
    """The account that was signed in; the session cookie is set beside it.

    `erasure_taken_back` says that the account was to be erased, and is not any more.
    """

    account: Account
    erasure_taken_back: bool


@with_config(ANSWER)
class SessionState(TypedDict):
    """The account that is signed in here, if any, who may sign up, and whether with a code.

    `to_be_erased` says that the account that was signed in here is erased unless its user signs in.
    """

    signed_in: Account | None
    sign_up: Literal["first", "open", "invite", "closed"]
    setup_code_needed: bool
    to_be_erased: bool


@with_config(ANSWER)
class SignedInBrowser(TypedDict):
    """One session: a browser that is signed in to the account."""

    id: str
    label: str
    created_at: str
    seen_at: str
    current: bool


@with_config(ANSWER)
class AccountAndSessions(TypedDict):
    """The account, and the browsers that are signed in to it.

    Backups of the server are kept for `backup_days`, where whoever runs it has said so.
    """

    account: Account
    sessions: list[SignedInBrowser]
    backup_days: int | None


@with_config(ANSWER)
class ErasureAsked(TypedDict):
    """Until when signing in takes the erasure back."""

    taken_back_until: str


@accounts.get("/session")
@public
@answers(200, SessionState)
def session() -> Response:
    """Return who is signed in here, and how one can sign up."""
    user = signed_in_user() if current_user.is_authenticated else None
    mode = sign_up_mode()
    return jsonify(
        {
            "signed_in": user and _account(user),
            "sign_up": mode,
            "setup_code_needed": mode == "first" and is_setup_code_needed(),
            "to_be_erased": sessions.is_to_be_erased(request.cookies.get(sessions.COOKIE, "")),
        }
    )


@accounts.post("/sign-up")
@public
@answers(201, SignedIn)
@refuses(
    *(Code.SIGN_UP_CLOSED, Code.INVITE_NEEDED, Code.SETUP_CODE_NEEDED, Code.TOO_MANY),
    *(Code.EMAIL_TAKEN, Code.BAD_EMAIL, Code.WEAK_PASSWORD),
)
@takes(SignUp)
def sign_up_here(form: SignUp) -> Response:
    """Create an account and sign this browser in."""
    email, may_be_first = normalize_email(form.email), sign_up_mode() == "first"
    if may_be_first and is_setup_code_needed():
        check_setup_code(form.setup_code or "")
    visitor = Visitor(this_client(), form.invite, may_be_first)
    return _sign_in_answer(sign_up(email, form.password, visitor), 201)


@accounts.post("/sign-in")
@public
@answers(200, SignedIn)
@refuses(Code.WRONG_PASSWORD, Code.TOO_MANY, Code.BAD_EMAIL)
@takes(SignIn)
def sign_in_here(form: SignIn) -> Response:
    """Sign this browser in, which takes back that the account is to be erased."""
    user = sign_in(normalize_email(form.email), form.password, this_client())
    return _sign_in_answer(user, 200, is_kept=take_back_erasure(user.id))


@accounts.post("/sign-out")
@answers(204)
def sign_out_here() -> Response:
    """End the session of this browser."""
    sessions.end_session(signed_in_user().id, g.session_id)
    return sessions.drop_cookie(_nothing())


@accounts.get("/account")
@answers(200, AccountAndSessions)
def account() -> Response:
    """Return the account and the browsers that are signed in to it."""
    rows: list[SignedInBrowser] = [
        {
            "id": row.id,
            "label": row.label,
            "created_at": iso_utc(row.created_at),
            "seen_at": iso_utc(row.seen_at),
            "current": row.id == g.session_id,
        }
        for row in sessions.sessions_of(signed_in_user().id)
    ]
    return jsonify(
        {
            "account": _account(signed_in_user()),
            "sessions": rows,
            "backup_days": config().backup_days or None,
        }
    )


@accounts.post("/account/erasure")
@needs_fresh_sign_in
@answers(200, ErasureAsked)
@refuses(Code.BAD_EMAIL)
@takes(ErasureRequest)
def erase_account_here(form: ErasureRequest) -> Response:
    """End all sessions and erase the account in seven days, unless its user signs in before."""
    user = signed_in_user()
    if normalize_email(form.email) != user.email:
        raise Refusal(Code.BAD_EMAIL, {"email": Code.BAD_EMAIL})
    # The cookie stays: by its token this browser is told when it is done.
    return jsonify({"taken_back_until": iso_utc(ask_for_erasure(user.id))})


@accounts.post("/account/confirm")
@answers(204)
@refuses(Code.WRONG_PASSWORD, Code.TOO_MANY)
@takes(Proof)
def confirm_here(form: Proof) -> Response:
    """Prove who uses this session: for ten minutes it may then make calls that need a fresh one."""
    check_own_password(signed_in_user(), g.session_id, form.password)
    confirm_session(g.session_id)
    return _nothing()


@accounts.post("/account/password")
@answers(204)
@refuses(Code.WRONG_PASSWORD, Code.TOO_MANY, Code.WEAK_PASSWORD)
@takes(NewPassword)
def change_password_here(form: NewPassword) -> Response:
    """Change the password, renew the session, and end all others and, by default, the feed."""
    user = signed_in_user()
    check_own_password(user, g.session_id, form.old)
    token = change_password(user, form.new, g.session_id, is_access_ended=form.end_access)
    return sessions.put_cookie(_nothing(), token)


@accounts.delete("/sessions/<session_id>")
@needs_fresh_sign_in
@answers(204)
@refuses(Code.NOT_FOUND)
def end_session_there(session_id: str) -> Response:
    """End another session of this account."""
    sessions.end_session(signed_in_user().id, session_id)
    return _nothing()


def _sign_in_answer(user: User, status: int, *, is_kept: bool = False) -> Response:
    answer = jsonify({"account": _account(user), "erasure_taken_back": is_kept})
    answer.status_code = status
    replaced = request.cookies.get(sessions.COOKIE, "")
    token = sessions.open_session(user.id, str(request.user_agent), replaced)
    return sessions.put_cookie(answer, token)


def _account(user: User) -> Account:
    return {"id": user.id, "email": user.email}


def _nothing() -> Response:
    return Response(status=204)
