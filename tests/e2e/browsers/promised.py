"""Promises as another device of Ada's makes them, settles them, and hears of them."""

from dataclasses import dataclass
from uuid import uuid4

from tests.e2e.elsewhere import Elsewhere


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
