"""How a request gets to the server and its answer back, or does not."""

import json
from collections.abc import Callable
from itertools import chain, repeat

import httpx

from tests.cast import Browser
from tests.faults.device import Answer, Carry

HERE = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}


def within(browser: Browser) -> Carry:
    """Carry rounds to the app in this process."""

    def carry(content: bytes) -> Answer:
        headers = {"Content-Type": "application/json"}
        answer = browser.call("POST", "/api/sync", data=content, headers=headers)
        return Answer(answer.status_code, json.loads(answer.data))

    return carry


def over(client: httpx.Client) -> Carry:
    """Carry rounds to a server process; where it does not answer, nothing comes back."""

    def carry(content: bytes) -> Answer | None:
        try:
            answer = client.post("/api/sync", content=content, headers=HERE)
        except httpx.TransportError:
            return None
        return Answer(answer.status_code, answer.json())

    return carry


def answer_lost(carry: Carry) -> Carry:
    """Bring every request there and no answer back."""

    def lose(content: bytes) -> None:
        carry(content)

    return lose


def request_lost(_carry: Carry) -> Carry:
    """Bring nothing there."""
    return lambda content: None


def thrice(carry: Carry) -> Carry:
    """Bring every request there three times; the device hears the last answer."""
    return lambda content: [carry(content) for _ in range(3)][-1]


def first_only(carry: Carry, broken: Callable[[Carry], Carry]) -> Carry:
    """Pass the first request, and break all that follow."""
    ways = chain([carry], repeat(broken(carry)))

    def pass_once(content: bytes) -> Answer | None:
        return next(ways)(content)

    return pass_once


class HeldUp:
    """A way on which requests are held up, to arrive later than what was sent after them."""

    def __init__(self) -> None:
        self._letters: list[tuple[Carry, bytes]] = []

    def keep(self, carry: Carry) -> Carry:
        """Hold every request up; the device gives up waiting."""

        def hold(content: bytes) -> None:
            self._letters.append((carry, content))

        return hold

    def let_go(self) -> None:
        """Bring the newest of what was held up first; nobody waits for the answers any more."""
        while self._letters:
            carry, content = self._letters.pop()
            carry(content)

    def throw_away(self) -> None:
        """Lose what was held up: no request outlives the server that it went to."""
        self._letters.clear()
