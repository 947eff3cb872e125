"""Serves the built PWA: compressed files, one page for every address, /version, the kill switch."""

from contextlib import suppress
from pathlib import Path

from flask import Blueprint, Flask, Response, current_app, jsonify, request, send_file
from pydantic import with_config
from typing_extensions import TypedDict
from werkzeug.exceptions import NotFound
from werkzeug.routing import PathConverter
from werkzeug.security import safe_join

from backend.config import config
from backend.http.build import Build
from backend.http.contract import ANSWER, answers

# The smaller first; the build writes both beside each file that they make smaller.
ENCODINGS = {"br": ".br", "gzip": ".gz"}
FOR_EVER = "public, max-age=31536000, immutable"
UNREGISTER_WORKER = Path(__file__).parent / "unregister_service_worker.js"
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
}
NOT_BUILT = """<!doctype html>
<meta charset="utf-8">
<title>Earshot isn't built yet</title>
<p>The server is running, but the app isn't built yet. Stop it, run <code>make run</code>, then
reload this page.
"""

web_app = Blueprint("shell", __name__)


@with_config(ANSWER)
class Version(TypedDict):
    """The version that is served, and the oldest one that may sync."""

    version: str
    min_client: str


class OutsideApi(PathConverter):
    """Any path outside /api."""

    regex = r"(?!api(?:/|$))[^/].*?"


def init_web_app(app: Flask, build: Build) -> None:
    """Serve the built files, and the app's page at every other address outside /api."""
    app.url_map.converters["outside_api"] = OutsideApi
    app.register_blueprint(web_app)
    app.extensions["build"] = build


@web_app.get("/version")
@answers(200, Version)
def version() -> Response:
    """Return the version that is served, and the oldest version that may still sync."""
    build: Build = current_app.extensions["build"]
    answer = jsonify({"version": build.version, "min_client": config().min_client})
    answer.headers["Cache-Control"] = "no-store"
    return answer


@web_app.get("/", defaults={"path": "index.html"})
@web_app.get("/<outside_api:path>")
def page_or_file(path: str) -> Response:
    """Return the file with that name, else the app's page, which does its own routing."""
    if path == "service_worker.js" and config().kill_worker:
        return _with_cache_control(send_file(UNREGISTER_WORKER, mimetype=TYPES[".js"]), "no-store")
    if path.startswith("assets/"):
        return _with_cache_control(_file(path), FOR_EVER)
    if path != "index.html" and _find(path):
        return _with_cache_control(_file(path), "no-cache")
    # WebKit would keep a page that was left, and what it had begun to write bars the next one.
    return _with_cache_control(_file("index.html"), "no-store")


def _file(path: str) -> Response:
    found = _find(path)
    if found is None and path == "index.html":
        return Response(NOT_BUILT, status=503)
    if found is None:
        raise NotFound
    way, packed = _find_compressed(path)
    answer = send_file(packed or found, mimetype=TYPES.get(found.suffix), conditional=True)
    answer.headers["Vary"] = "Accept-Encoding"
    if packed:
        answer.headers["Content-Encoding"] = way
    return answer


def _find_compressed(path: str) -> tuple[str, Path | None]:
    for way, suffix in ENCODINGS.items():
        if request.accept_encodings.quality(way) and (packed := _find(path + suffix)):
            return way, packed
    return "", None


def _find(path: str) -> Path | None:
    whole = safe_join(str(config().shell_dir), path)
    # A name may be longer than any file's.
    with suppress(OSError):
        if whole and Path(whole).is_file():
            return Path(whole)
    return None


def _with_cache_control(answer: Response, how: str) -> Response:
    answer.headers["Cache-Control"] = how
    return answer
