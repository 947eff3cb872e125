"""Firefox as a person uses it: pages that are read and pressed, and a browser that closes."""

import json
import os
import subprocess
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.e2e.browsers.begin_at import begin_at
from tests.e2e.browsers.bidi import Bidi, BidiError
from tests.e2e.browsers.firefox_settings import write_settings
from tests.e2e.server import free_port
from tests.e2e.waiting import wait_until

Locator = dict[str, Any]
POINTER = {"parameters": {"pointerType": "mouse"}}
DOWN = {"type": "pointerDown", "button": 0}
UP = {"type": "pointerUp", "button": 0}
TEXT = "(document.body?.innerText ?? '')"


class Page:
    """One tab."""

    def __init__(self, bidi: Bidi, context: str) -> None:
        self._bidi = bidi
        self.context = context

    def go(self, url: str) -> None:
        """Go to an address and return when the page is there."""
        self._bidi.ask("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page, awaited; it must fit into JSON."""
        answer = self._bidi.ask(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})) ?? 'null')()",
            target={"context": self.context},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise BidiError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def press(self, role: str, name: str) -> None:
        """Press what has this role and this name."""
        self._press(_named(role, name))

    def type(self, label: str, text: str) -> None:
        """Press the label of a field and type into the field."""
        self._press({"type": "xpath", "value": f"//label[normalize-space()='{label}']"})
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self._act("key", keys, {})

    def shows(self, role: str, name: str) -> bool:
        """Check whether something with this role and this name is there."""
        return bool(self._found(_named(role, name)))

    def wait_for_text(self, text: str) -> None:
        """Return when the page says this."""
        self.wait_until(f"{TEXT}.includes({json.dumps(text)})")

    def wait_until(self, expression: str) -> None:
        """Return when an expression is true in the page, which may just be loaded anew."""

        def is_true() -> bool:
            with suppress(BidiError):
                return bool(self.evaluate(expression))
            return False

        wait_until(is_true, expression, self.text)

    def text(self) -> str:
        """Return all that the page says."""
        words: str = self.evaluate(TEXT)
        return words

    def close(self) -> None:
        """Close the tab."""
        self._bidi.ask("browsingContext.close", context=self.context)

    def _press(self, locator: Locator) -> None:
        wait_until(lambda: self._found(locator), str(locator), self.text)
        element = {"sharedId": self._found(locator)[0]["sharedId"]}
        self._bidi.ask(
            "script.callFunction",
            functionDeclaration="(element) => element.scrollIntoView({ block: 'center' })",
            arguments=[element],
            target={"context": self.context},
            awaitPromise=False,
        )
        there = {"type": "element", "element": element}
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": there}
        self._act("pointer", [move, DOWN, UP], POINTER)

    def _found(self, locator: Locator) -> list[dict[str, Any]]:
        answer = self._bidi.ask(
            "browsingContext.locateNodes", context=self.context, locator=locator
        )
        nodes: list[dict[str, Any]] = answer["nodes"]
        return nodes

    def _act(self, kind: str, steps: list[dict[str, Any]], parameters: dict[str, Any]) -> None:
        source = {"type": kind, "id": kind, "actions": steps, **parameters}
        self._bidi.ask("input.performActions", context=self.context, actions=[source])


class Firefox:
    """One Firefox on a profile of its own, which can be closed and started again."""

    def __init__(self, profile: Path, push_address: str, environment: dict[str, str]) -> None:
        self.address = ""
        self._profile = profile
        self._environment = {**os.environ, **environment, "HOME": str(profile)}
        self._push_address = push_address
        self._process: subprocess.Popen[bytes] | None = None
        self._driver: Bidi | None = None
        self._clock = ""

    def start(self, **settings: str) -> None:
        """Start it, with settings of its own, and return when it can be driven."""
        write_settings(self._profile, self._push_address, **settings)
        port = free_port()
        self._process = subprocess.Popen(
            [
                "firefox-esr",
                "--headless",
                "--no-remote",
                f"--profile={self._profile}",
                f"--remote-debugging-port={port}",
                "about:blank",
            ],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda: self._is_driven(port), "Firefox to be driven")

    @property
    def page(self) -> Page:
        """Return the first tab."""
        return self.pages()[0]

    @property
    def _bidi(self) -> Bidi:
        assert self._driver, "a running Firefox"
        return self._driver

    def pages(self) -> list[Page]:
        """Return all tabs."""
        return [Page(self._bidi, one["context"]) for one in self._tree()]

    def addresses(self) -> list[str]:
        """Return where the tabs are."""
        return [one["url"] for one in self._tree()]

    def open(self, path: str = "/") -> Page:
        """Go to a path of Earshot in the first tab."""
        page = self.page
        page.go(f"{self.address}{path}")
        return page

    def set_clock(self, moment: datetime) -> None:
        """Set the time at which pages that are opened from now on begin."""
        if self._clock:
            self._bidi.ask("script.removePreloadScript", script=self._clock)
        function = begin_at(moment)
        answer = self._bidi.ask("script.addPreloadScript", functionDeclaration=function)
        self._clock = answer["script"]

    def permit(self, state: str) -> None:
        """Answer the question about notifications: granted, denied or prompt."""
        self._bidi.ask(
            "permissions.setPermission",
            descriptor={"name": "notifications"},
            origin=self.address,
            state=state,
        )

    def close(self) -> None:
        """Close it as a person would; safe to repeat."""
        if self._process and self._driver:
            self._driver.close()
        elif self._process:
            self._process.kill()
        if self._process:
            self._process.wait()
        self._process = self._driver = None
        self._clock = ""

    def _is_driven(self, port: int) -> bool:
        assert self._process and self._process.poll() is None, "Firefox ended"
        try:
            self._driver = Bidi(f"ws://127.0.0.1:{port}/session")
        except OSError:
            return False
        return True

    def _tree(self) -> list[dict[str, Any]]:
        contexts: list[dict[str, Any]] = self._bidi.ask("browsingContext.getTree")["contexts"]
        return contexts


def _named(role: str, name: str) -> Locator:
    return {"type": "accessibility", "value": {"role": role, "name": name}}
