"""Refuses cross-site calls (CSRF), and calls under host names that are not ours."""

from flask import Flask, request
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.sansio.utils import host_is_trusted

from backend.config import LOOPBACK_NAMES, Config
from backend.errors import Code, Refusal
from backend.http.client_address import is_on_this_machine

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def init_csrf(app: Flask, config: Config) -> None:
    """Check the host and the origin before every request.

    Args:
        app: The app.
        config: Its trusted hosts, and how many reverse proxies stand in front.
    """
    names = config.trusted_hosts.split(",")
    if config.proxy_count:
        hops = config.proxy_count
        # REMOTE_ADDR stays who has opened the connection: see client_address.py.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=0, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    app.before_request(lambda: _refuse_untrusted_host(names))
    app.before_request(_refuse_cross_site)


def _refuse_untrusted_host(names: list[str]) -> None:
    """Refuse a foreign name that was made to point here: it would be an origin of its own.

    From this machine itself its loopback names are always good: a tunnel ends there.
    """
    if is_on_this_machine(request.environ):
        names = [*names, *LOOPBACK_NAMES]
    if not host_is_trusted(request.host, names):
        raise Refusal(Code.FOREIGN_ORIGIN, {"host": "not in TRUSTED_HOSTS"})


def _refuse_cross_site() -> None:
    if not request.path.startswith("/api/") and request.method in SAFE_METHODS:
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
    # Compared as text: nothing in it then needs to be parsed.
    return request.origin.partition("://")[2] == request.host
