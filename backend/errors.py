"""Every refusal of the API with its status, and the one place that turns errors into responses."""

import logging
import secrets
import sqlite3
import traceback
from enum import StrEnum
from errno import EDQUOT, ENOSPC

from flask import Flask, Response, g, jsonify
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as WaitedTooLong
from werkzeug.exceptions import HTTPException, MethodNotAllowed

RETRY_AFTER_SECONDS = 5
POSTGRESQL_DISK_FULL = "53100"
SQLITE_MOMENTARY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN}
SQLITE_DISK_FAILS = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY}

log = logging.getLogger("earshot")


class Code(StrEnum):
    """The codes that clients read; all other text in a refusal is for debugging."""

    # the request as a whole
    BAD_JSON = "bad_json"
    BAD_REQUEST = "bad_request"
    SIGNED_OUT = "signed_out"
    SIGN_IN_AGAIN = "sign_in_again"
    FOREIGN_ORIGIN = "foreign_origin"
    NOT_FOUND = "not_found"
    NOT_ALLOWED = "not_allowed"
    NOT_JSON = "not_json"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    BUSY = "busy"
    SERVER_FULL = "server_full"
    SERVER_ERROR = "server_error"
    # accounts
    WRONG_PASSWORD = "wrong_password"  # noqa: S105
    WEAK_PASSWORD = "weak_password"  # noqa: S105
    BAD_EMAIL = "bad_email"
    EMAIL_TAKEN = "email_taken"
    SIGN_UP_CLOSED = "sign_up_closed"
    INVITE_NEEDED = "invite_needed"
    SETUP_CODE_NEEDED = "setup_code_needed"
    ACCOUNT_ERASED = "account_erased"
    # reminders
    ENDPOINT_REFUSED = "endpoint_refused"
    OTHER_KEY = "other_key"
    PUSH_GONE = "push_gone"
    PUSH_FAILED = "push_failed"
    # a round
    RESYNC = "resync"
    EPOCH_CHANGED = "epoch_changed"
    SEQ_GAP = "seq_gap"
    DEVICE_FORKED = "device_forked"
    WRONG_ACCOUNT = "wrong_account"
    UPGRADE_REQUIRED = "upgrade_required"
    # one change
    INVALID_CHANGE = "invalid_change"
    INVALID_VALUE = "invalid_value"
    INVALID_TEXT = "invalid_text"
    TOO_LONG = "too_long"
    SERVER_ONLY = "server_only"
    NO_RECORD = "no_record"
    WRONG_KIND = "wrong_kind"
    EDITED_SINCE = "edited_since"
    PURGED = "purged"
    QUOTA = "quota"


STATUS: dict[Code, int] = {
    Code.BAD_JSON: 400,
    Code.BAD_REQUEST: 422,
    Code.SIGNED_OUT: 401,
    Code.SIGN_IN_AGAIN: 403,
    Code.FOREIGN_ORIGIN: 403,
    Code.NOT_FOUND: 404,
    Code.NOT_ALLOWED: 405,
    Code.NOT_JSON: 415,
    Code.TOO_LARGE: 413,
    Code.TOO_DEEP: 400,
    Code.TOO_MANY: 429,
    Code.BUSY: 503,
    Code.SERVER_FULL: 507,
    Code.SERVER_ERROR: 500,
    Code.WRONG_PASSWORD: 401,
    Code.WEAK_PASSWORD: 422,
    Code.BAD_EMAIL: 422,
    Code.EMAIL_TAKEN: 409,
    Code.SIGN_UP_CLOSED: 403,
    Code.INVITE_NEEDED: 403,
    Code.SETUP_CODE_NEEDED: 403,
    Code.ACCOUNT_ERASED: 410,
    Code.OTHER_KEY: 409,
    Code.PUSH_GONE: 410,
    Code.PUSH_FAILED: 503,
    Code.RESYNC: 409,
    Code.EPOCH_CHANGED: 409,
    Code.SEQ_GAP: 409,
    Code.DEVICE_FORKED: 409,
    Code.WRONG_ACCOUNT: 409,
    Code.UPGRADE_REQUIRED: 426,
}


class Refusal(Exception):
    """A refusal with a code.

    Attributes:
        code: What clients read.
        status: The HTTP status.
        fields: By field, what is wrong with it.
        facts: What is added to the response.
    """

    def __init__(self, code: Code, fields: dict[str, str] | None = None, **facts: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.status = STATUS.get(code, 422)
        self.fields = fields or {}
        self.facts = facts


def request_id() -> str:
    """Return the random name of the current request, by which an error is found in the log."""
    if "request_id" not in g:
        g.request_id = secrets.token_hex(8)
    name: str = g.request_id
    return name


def init_errors(app: Flask) -> None:
    """Answer every error of the app as JSON with a code."""
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(HTTPException, _refused_by_flask)
    app.register_error_handler(OperationalError, _database_failed)
    app.register_error_handler(WaitedTooLong, _database_failed)
    app.register_error_handler(Exception, _failed)


def _refused(refusal: Refusal) -> Response:
    content = {"code": refusal.code, "fields": refusal.fields, "request_id": request_id()}
    answer = jsonify(content | refusal.facts)
    answer.status_code = refusal.status
    if refusal.status in (429, 503, 507):
        wait = refusal.facts.get("retry_after_seconds", RETRY_AFTER_SECONDS)
        answer.headers["Retry-After"] = str(wait)
    return answer


def _refused_by_flask(error: HTTPException) -> Response:
    if error.code is None or error.code >= 500:
        return _failed(error)
    codes = {404: Code.NOT_FOUND, 405: Code.NOT_ALLOWED, 413: Code.TOO_LARGE, 415: Code.NOT_JSON}
    answer = _refused(Refusal(codes.get(error.code, Code.BAD_REQUEST)))
    answer.status_code = error.code
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        # RFC 9110, section 15.5.6
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return answer


def _database_failed(error: OperationalError | WaitedTooLong) -> Response:
    cause = getattr(error, "orig", None)
    if _is_disk_full(cause):
        return _refused(Refusal(Code.SERVER_FULL))
    if isinstance(cause, sqlite3.Error) and _sqlite_code(cause) not in SQLITE_MOMENTARY:
        if _sqlite_code(cause) not in SQLITE_DISK_FAILS:
            return _failed(error)
        # The devices wait, and whoever runs this server finds why.
        _note(error)
    return _refused(Refusal(Code.BUSY))


def _is_disk_full(cause: BaseException | None) -> bool:
    if isinstance(cause, sqlite3.Error):
        return _sqlite_code(cause) == sqlite3.SQLITE_FULL
    return getattr(cause, "sqlstate", None) == POSTGRESQL_DISK_FULL


def _sqlite_code(cause: sqlite3.Error) -> int:
    # The low byte is the kind; what stands above it only refines it.
    return getattr(cause, "sqlite_errorcode", 0) & 0xFF


def _failed(error: Exception) -> Response:
    if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT):
        return _refused(Refusal(Code.SERVER_FULL))
    _note(error)
    return _refused(Refusal(Code.SERVER_ERROR))


def _note(error: Exception) -> None:
    # An error's message may quote what a person typed; its type and its place do not.
    places = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s request %s\n%s", type(error).__name__, request_id(), places)
