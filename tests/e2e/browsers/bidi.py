"""Speaks with a browser over WebDriver BiDi, straight, without a driver between.

Source: https://w3c.github.io/webdriver-bidi/
"""

import json
import time
from contextlib import ExitStack
from itertools import count
from typing import Any

from websockets.sync.client import connect

from tests.e2e.waiting import PATIENCE_SECONDS


class BidiError(Exception):
    """What the browser would not do."""


class Bidi:
    """One session with one browser: commands, each with its answer."""

    def __init__(self, address: str) -> None:
        self._open = ExitStack()
        self._socket = self._open.enter_context(
            connect(address, max_size=None, compression=None, proxy=None)
        )
        self._numbers = count(1)
        self.ask("session.new", capabilities={})

    def ask(self, method: str, **params: Any) -> Any:
        """Return the answer to a command.

        Raises:
            BidiError: The browser refuses it.
        """
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            answer = json.loads(self._socket.recv(timeout=max(0.0, until - time.monotonic())))
            if answer.get("id") == number:
                break
        if answer["type"] == "error":
            raise BidiError(f"{method}: {answer['error']}: {answer['message']}")
        return answer["result"]

    def close(self) -> None:
        """End the session and the browser."""
        self.ask("browser.close")
        self._open.close()
