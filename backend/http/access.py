"""Access to the API: a session is required, and cross-site calls are refused (CSRF)."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from flask_login import current_user
from werkzeug.exceptions import SecurityError
from werkzeug.middleware.proxy_fix import ProxyFix

from backend.config import Config
from backend.errors import Code, Refusal

SIGNED_OUT_BODY_BYTES = 16_384
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}

View = TypeVar("View", bound=Callable[..., object])


def public(view: View) -> View:
    """Mark a view under /api that needs no session."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def init_access(app: Flask, config: Config) -> None:
    """Check the host, the origin (CSRF) and the session before every request."""
    app.config["TRUSTED_HOSTS"] = config.trusted_hosts.split(",")
    app.config["MAX_CONTENT_LENGTH"] = config.body_bytes
    if config.proxy_count:
        hops = config.proxy_count
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    app.before_request(_refuse_untrusted_host)
    app.before_request(_refuse_cross_site)
    app.before_request(_require_session)


def _refuse_untrusted_host() -> None:
    # Else a foreign name that was made to point here would be an origin of its own.
    if isinstance(request.routing_exception, SecurityError):
        raise Refusal(Code.FOREIGN_ORIGIN, {"host": "not in TRUSTED_HOSTS"})


def _refuse_cross_site() -> None:
    if not _is_api() and request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if not (_is_same_origin() if site is None else _is_same_site(site)):
        raise Refusal(Code.FOREIGN_ORIGIN)


def _is_same_site(site: str) -> bool:
    return site == "same-origin" or (site == "none" and request.method in SAFE_METHODS)


def _is_same_origin() -> bool:
    # Browsers leave Sec-Fetch-Site out on plain HTTP, and old ones everywhere.
    if request.origin is None:
        return request.method in SAFE_METHODS
    return urlsplit(request.origin).netloc == request.host


def _require_session() -> None:
    if not _is_api() or current_user.is_authenticated:
        return
    view = current_app.view_functions.get(request.endpoint or "")
    if not getattr(view, "is_public", False):
        raise Refusal(Code.SIGNED_OUT)
    request.max_content_length = SIGNED_OUT_BODY_BYTES


def _is_api() -> bool:
    return request.path.startswith("/api/")
