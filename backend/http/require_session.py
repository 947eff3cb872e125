"""Refuses calls under /api without a session, or without the fresh one that their views need."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, current_app, g, request
from flask_login import current_user

from backend.config import Config
from backend.errors import Code, Refusal
from backend.http.contract import contract_of

SIGNED_OUT_BODY_BYTES = 16_384

View = TypeVar("View", bound=Callable[..., object])


def public(view: View) -> View:
    """Mark a view under /api that needs no session."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def init_require_session(app: Flask, config: Config) -> None:
    """Check the session before every request; without one, a smaller body is accepted."""
    app.config["MAX_CONTENT_LENGTH"] = config.body_bytes
    app.before_request(_require_session)


def _require_session() -> None:
    if not request.path.startswith("/api/"):
        return
    view = current_app.view_functions.get(request.endpoint or "")
    if current_user.is_authenticated:
        contract = contract_of(view) if view else None
        if contract and contract.needs_fresh_sign_in and not g.is_fresh:
            raise Refusal(Code.SIGN_IN_AGAIN)
        return
    if not getattr(view, "is_public", False):
        if account_id := g.get("erased_account_id"):
            raise Refusal(Code.ACCOUNT_ERASED, account_id=account_id)
        raise Refusal(Code.SIGNED_OUT)
    request.max_content_length = SIGNED_OUT_BODY_BYTES
