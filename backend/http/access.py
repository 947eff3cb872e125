"""The doors: closed by default, and to calls from other sites."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from flask_login import current_user
from werkzeug.exceptions import SecurityError
from werkzeug.middleware.proxy_fix import ProxyFix

from backend.config import Config
from backend.errors import Code, Refusal

STRANGER_BYTES = 16_384
READING = {"GET", "HEAD", "OPTIONS"}

View = TypeVar("View", bound=Callable[..., object])


def open_to_all(view: View) -> View:
    """Let a view under /api answer those who are not signed in."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def init_doors(app: Flask, config: Config) -> None:
    """Stand before every request."""
    app.config["TRUSTED_HOSTS"] = config.trusted_hosts.split(",")
    app.config["MAX_CONTENT_LENGTH"] = config.body_bytes
    if config.proxy_count:
        hops = config.proxy_count
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    app.before_request(_refuse_other_names)
    app.before_request(_refuse_foreign)
    app.before_request(_ask_for_session)


def _refuse_other_names() -> None:
    # Else a foreign name that was made to point here would be an origin of its own.
    if isinstance(request.routing_exception, SecurityError):
        raise Refusal(Code.FOREIGN_ORIGIN, {"host": "not in TRUSTED_HOSTS"})


def _refuse_foreign() -> None:
    if not _is_api() and request.method in READING:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if not (_comes_by_origin() if site is None else _comes_from_us(site)):
        raise Refusal(Code.FOREIGN_ORIGIN)


def _comes_from_us(site: str) -> bool:
    return site == "same-origin" or (site == "none" and request.method in READING)


def _comes_by_origin() -> bool:
    # Browsers leave Sec-Fetch-Site out on plain HTTP, and old ones everywhere.
    if request.origin is None:
        return request.method in READING
    return urlsplit(request.origin).netloc == request.host


def _ask_for_session() -> None:
    if not _is_api() or current_user.is_authenticated:
        return
    view = current_app.view_functions.get(request.endpoint or "")
    if not getattr(view, "open_to_all", False):
        raise Refusal(Code.SIGNED_OUT)
    request.max_content_length = STRANGER_BYTES


def _is_api() -> bool:
    return request.path.startswith("/api/")
