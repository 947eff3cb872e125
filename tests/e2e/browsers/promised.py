"""Promises as another device of Ada's makes them, settles them, and hears of them."""

from dataclasses import dataclass
from typing import Any, Protocol
from uuid import uuid4

from tests.e2e.elsewhere import Elsewhere
from tests.e2e.stored import READ_ALL
from tests.e2e.waiting import wait_until


class Page(Protocol):
    """A tab of any browser."""

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page, awaited."""


@dataclass
class Promised:
    """Something promised to Ana Sol for a day, and what the laptop last heard of it."""

    laptop: Elsewhere
    id: str
    seq: int
    due_on: str
    done_at: str | None = None

    def listen(self) -> "Promised":
        """Take in what has changed since."""
        for record in self.laptop.round()["records"]:
            if record["id"] == self.id:
                self.seq = record["seq"]
                self.done_at = record["body"].get("done_at")
                self.due_on = record["body"]["due_on"]
        return self

    def finish(self) -> None:
        """Mark it as done on the laptop."""
        change = self.laptop.change("follow_up", self.id, done_at="2026-05-08T06:05:00.000Z")
        self.laptop.round({**change, "base_seq": self.seq})


def promise(laptop: Elsewhere, due_on: str) -> Promised:
    """Promise Ana Sol the deck for a day, on the laptop."""
    ana = laptop.send("person", name="Ana Sol")
    fields = {"what": "Send deck", "person_ids": [ana], "due_on": due_on}
    change = laptop.change("follow_up", str(uuid4()), **fields)
    taken = laptop.round(change)["results"][0]
    return Promised(laptop, change["id"], taken["seq"], due_on)


def wait_until_noted(page: Page, whom: str) -> None:
    """Return when the device holds what a line promised somebody, understood to its end."""
    is_it = f"body.who === '{whom}' && body.promise_due_on && !body.is_line_unread"
    _wait_for_one(page, "conversation", is_it)


def wait_until_known(page: Page, promised: Promised) -> None:
    """Return when the device has heard of a promise."""
    _wait_for_one(page, "follow_up", f"id === '{promised.id}'")


def _wait_for_one(page: Page, kind: str, is_it: str) -> None:
    found = f"({READ_ALL})('{kind}').then((all) => all.some(({{ id, body }}) => {is_it}))"
    wait_until(lambda: page.evaluate(found), is_it)
