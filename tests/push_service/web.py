"""The service's door for senders: one address per subscription, to which they post."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

from flask import Flask, request
from flask.typing import ResponseReturnValue
from waitress.server import create_server

from tests.push_service.push_service import Attempt, PushService
from tests.push_service.rules import Posted, Refused

THREADS = 16


def web_face(service: PushService) -> Flask:
    """Return what senders call."""
    app = Flask(__name__, static_folder=None)

    @app.post("/wpush/v2/<token>")
    @app.post("/wp/<token>")
    @app.post("/fcm/send/<token>")
    def take(token: str) -> ResponseReturnValue:
        status, reason, headers = _answer(service, token)
        service.attempts.append(Attempt(token, status, reason))
        return reason, status, headers

    return app


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Serve an app on a free port of this machine, and yield its address."""
    server = create_server(app, host="127.0.0.1", port=0, threads=THREADS)
    runner = Thread(target=server.run)
    runner.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.task_dispatcher.shutdown()
        # Its loop ends when nothing is open; only its own thread may close what it watches.
        # A loop that was awake already has closed its own bell before it is rung.
        with suppress(OSError):
            server.trigger.pull_trigger(lambda: server.asyncore.close_all(server._map))
        runner.join()


def _answer(service: PushService, token: str) -> tuple[int, str, dict[str, str]]:
    fault = service.next_fault()
    if fault:
        service.ending.wait(fault.hang_seconds)
        return fault.status, "a fault of the test's", dict(fault.headers)
    try:
        message = service.take(_posted(token))
    except Refused as refused:
        return refused.status, str(refused), {}
    kept = {"TTL": str(message.ttl_seconds), "Location": f"{service.origin}/m/{message.id}"}
    return 201, "", kept


def _posted(token: str) -> Posted:
    """Chromium's endpoints are spelled with https, whatever way they took to come here."""
    scheme = "http" if request.host.startswith("127.0.0.1") else "https"
    headers = {name.lower(): value for name, value in request.headers.items()}
    return Posted(token, f"{scheme}://{request.host}", headers, request.get_data())
