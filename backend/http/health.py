"""`/healthz`: whether this process answers at all, for proxies and monitors."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask

HEALTH_PATH = "/healthz"
BODY = b"ok\n"
HEADERS = [
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
]


def init_health(app: Flask) -> None:
    """Answer `/healthz` before anything else looks at it: host, session and database don't count.

    It reveals nothing, and whoever asks needs no name that is trusted.
    """
    inside: WSGIApplication = app.wsgi_app

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] != HEALTH_PATH:
            return inside(environ, start_response)
        method = environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD"):
            length = ("Content-Length", "0")
            start_response("405 Method Not Allowed", [*HEADERS, length, ("Allow", "GET, HEAD")])
            return []
        start_response("200 OK", [*HEADERS, ("Content-Length", str(len(BODY)))])
        return [BODY] if method == "GET" else []

    app.wsgi_app = answer  # type: ignore[method-assign]
