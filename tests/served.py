"""The app behind a real web server in this process, and browsers that reach it over HTTP."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from types import SimpleNamespace
from typing import Any

import httpx
from flask import Flask

from backend.accounts.sessions import COOKIE, open_session
from backend.config import Config
from backend.http.server.listen import listen
from backend.sync.live.event_stream import STREAM_PATHS, WAITING_AT_MOST

ANSWER_SECONDS = 30


class HttpBrowser:
    """A browser with a session, at one server; it speaks as `tests.cast.Browser` does."""

    def __init__(self, app: Flask, user_id: str, address: str, source: str = "127.0.0.1") -> None:
        with app.app_context():
            token = open_session(user_id, "Firefox/150.0 (Android)")
        self.cookie = f"{COOKIE}={token}"
        self._client = httpx.Client(
            base_url=address,
            headers={"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"},
            timeout=ANSWER_SECONDS,
            transport=httpx.HTTPTransport(local_address=source),
        )

    def call(self, method: str, path: str, json: Any = None) -> Any:
        """Make a call.

        Raises:
            httpx.TransportError: The server does not answer.
        """
        answer = self._client.request(method, path, json=json)
        content = answer.json() if answer.content else None
        return SimpleNamespace(status_code=answer.status_code, headers=answer.headers, json=content)

    def poke(self) -> "Line":
        """Begin to wait for news."""
        return Line(self._client)

    def close(self) -> None:
        """Close all that is open."""
        self._client.close()


class Line:
    """One open line on which the server says that there is news."""

    def __init__(self, client: httpx.Client) -> None:
        self.answer = client.send(client.build_request("GET", "/api/stream"), stream=True)
        self._lines = self.answer.iter_lines()

    def hear(self) -> str | None:
        """Return the next line that is said; None at the end."""
        return next((line for line in self._lines if line), None)

    def close(self) -> None:
        """Go away."""
        self.answer.close()


@contextmanager
def served(app: Flask, port: int = 0) -> Iterator[str]:
    """Serve an app as `app.py` does, on any port or on this one, and yield its address."""
    settings: Config = app.extensions["config"]
    here = settings.model_copy(update={"host": "127.0.0.1", "port": port})
    server = listen(app, here, STREAM_PATHS, WAITING_AT_MOST)
    runner = Thread(target=server.run)
    runner.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    app.extensions["streams"].end()
    server.task_dispatcher.shutdown()
    # Its loop ends when nothing is open any more; only its own thread may close what it watches.
    # A loop that was awake already has closed its own bell before it is rung.
    with suppress(OSError):
        server.trigger.pull_trigger(lambda: server.asyncore.close_all(server._map))
    runner.join()
