"""WebKitGTK, driven by its own driver: the nearest that Linux has to Safari.

Source: https://www.w3.org/TR/webdriver2/
"""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.e2e.browsers.screen import screen
from tests.e2e.server import free_port
from tests.e2e.waiting import wait_until

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ANSWER_SECONDS = 60
SCRIPT = """
const done = arguments[0];
Promise.resolve(EXPRESSION).then(
  (value) => done(JSON.stringify(value) ?? "null"),
  (error) => done(JSON.stringify({ failed: String(error) })),
);
"""


class WebKit:
    """One window of WebKitGTK, which is read and pressed."""

    def __init__(self, session: httpx.Client) -> None:
        self.address = ""
        self._session = session

    def open(self, path: str = "/") -> None:
        """Go to a path of Earshot and return when the page is there."""
        self._ask("POST", "/url", url=f"{self.address}{path}")

    def reload(self) -> None:
        """Load the page anew."""
        self._ask("POST", "/refresh")

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page, awaited; it must fit into JSON."""
        script = SCRIPT.replace("EXPRESSION", expression)
        return json.loads(self._ask("POST", "/execute/async", script=script, args=[]))

    def press(self, text: str) -> None:
        """Press the button, the link or the label that says this."""
        says = f"normalize-space()='{text}' or @aria-label='{text}'"
        sought = f"//*[self::button or self::a or self::label][{says}]"
        self._ask("POST", f"/element/{self._found(sought)}/click")

    def type(self, label: str, text: str) -> None:
        """Press the label of a field and type into the field."""
        self.press(label)
        focused = self._ask("GET", "/element/active")[ELEMENT]
        self._ask("POST", f"/element/{focused}/value", text=text)

    def wait_for_text(self, text: str) -> None:
        """Return when the page says this."""
        wait_until(lambda: text in self.text(), f"'{text}' on the page", self.text)

    def text(self) -> str:
        """Return all that the page says."""
        words: str = self.evaluate("document.body?.innerText ?? ''")
        return words

    def _found(self, path: str) -> str:
        self._ask("POST", "/timeouts", implicit=15_000)
        element: str = self._ask("POST", "/element", using="xpath", value=path)[ELEMENT]
        return element

    def _ask(self, method: str, path: str, **given: Any) -> Any:
        body = given if method == "POST" else None
        answer = self._session.request(method, f".{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json()["value"]


@contextmanager
def webkit(folder: Path) -> Iterator[WebKit]:
    """Return a running WebKitGTK with a home of its own."""
    port = free_port()
    with screen() as shown, _driver(port, _environment(folder) | shown):
        driver = f"http://127.0.0.1:{port}"
        with httpx.Client(base_url=driver, timeout=ANSWER_SECONDS, trust_env=False) as client:
            wait_until(lambda: _answers(client), "the driver to answer")
            browser = {"binary": _browser(), "args": ["--automation"]}
            options = {"acceptInsecureCerts": True, "webkitgtk:browserOptions": browser}
            wanted = {"alwaysMatch": options}
            made = client.post("/session", json={"capabilities": wanted}).json()["value"]
            client.base_url = httpx.URL(f"{driver}/session/{made['sessionId']}/")
            yield WebKit(client)
            client.delete("")


@contextmanager
def _driver(port: int, environment: dict[str, str]) -> Iterator[None]:
    command = ["WebKitWebDriver", f"--port={port}", "--host=127.0.0.1"]
    away = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdin=away, stdout=away, stderr=away) as driver:
        try:
            yield
        finally:
            driver.terminate()


def _environment(folder: Path) -> dict[str, str]:
    places = ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")
    # A machine without a graphics card draws by itself.
    return {**os.environ, **dict.fromkeys(places, str(folder)), "LIBGL_ALWAYS_SOFTWARE": "1"}


def _browser() -> str:
    found = Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser")
    return str(next(found))


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/status").is_success
    except httpx.TransportError:
        return False
