"""The access log: one line per call, never with who it was or what they wrote."""

import logging
import sys
import time

from flask import Flask, Response, g, request

log = logging.getLogger("earshot.calls")

# They quote the addresses of push services, which are secret, requests and exceptions.
QUOTING = ("httpx", "httpcore", "waitress")


def init_access_log(app: Flask) -> None:
    """Log one line per call: method, route (not the path or the query), status, milliseconds."""
    for name in QUOTING:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    app.before_request(_start)
    app.after_request(_write)


def log_to_stderr() -> None:
    """Write our own log lines to standard error."""
    screen = logging.StreamHandler(sys.stderr)
    screen.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%d %H:%M:%S"))
    ours = logging.getLogger("earshot")
    ours.addHandler(screen)
    ours.setLevel(logging.INFO)


def log_refusal(status: int) -> None:
    """Log a request that was refused before it was known what it asked for."""
    log.info("- - %d", status)


def _start() -> None:
    g.started = time.perf_counter()


def _write(answer: Response) -> Response:
    rule = request.url_rule.rule if request.url_rule else "-"
    spent_ms = 1000 * (time.perf_counter() - g.started)
    log.info("%s %s %d %.0f ms", request.method, rule, answer.status_code, spent_ms)
    return answer
