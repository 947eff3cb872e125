"""The doors: everything under /api is closed without a session, and open only where it says so."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, current_app, request
from flask_login import current_user

from backend.errors import Code, Refusal

View = TypeVar("View", bound=Callable[..., object])


def open_to_all(view: View) -> View:
    """Let a view answer those who are not signed in."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def init_doors(app: Flask) -> None:
    """Stand before every request."""
    app.before_request(_ask_for_session)


def _ask_for_session() -> None:
    if not request.path.startswith("/api/"):
        return
    view = current_app.view_functions.get(request.endpoint or "")
    if not getattr(view, "open_to_all", False) and not current_user.is_authenticated:
        raise Refusal(Code.SIGNED_OUT)
