"""Whatever two devices do, whichever answers get lost: at rest both hold what the server does."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cast import Person
from tests.sync.device import Device

MOMENTS = ["2026-05-02T18:30:00.000Z", "2026-05-06T18:30:00.000Z"]
STEPS = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.integers(0, 1),
        st.sampled_from(
            ["write", "write", "name", "list", "delete", "restore", "sync", "sync", "lost"]
        ),
        st.sampled_from(MOMENTS),
    ),
    max_size=25,
)


@dataclass
class Hand:
    """One of Ada's devices with what waits in its outbox, and every word that was written on it."""

    device: Device
    outbox: list[dict[str, Any]] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)

    def do(self, action: str, id: str, made_at: str) -> None:
        """Do one thing with one person, as Ada."""
        if action == "sync":
            self.sync()
        elif action == "lost":
            self.device.ask(*self.outbox)
        elif action in ("delete", "restore") or self._is_gone(id):
            unseen = "restore" if self._is_gone(id) else action
            self._queue(id, None, action=unseen, made_at=made_at)
        else:
            self._queue(id, self._edit(action, id), made_at=made_at)

    def sync(self) -> None:
        """Send what waits, and take the answer to heart."""
        self.device.round(*self.outbox)
        self.outbox = []

    def _is_gone(self, id: str) -> bool:
        """Ask whether nothing of a record is left here to write on: it can only be brought back."""
        record = self.device.holds.get(id)
        return bool(record and record["deleted_at"] and not record["body"])

    def _edit(self, action: str, id: str) -> dict[str, Any]:
        word = f"w{uuid4().hex[:8]}"
        if action == "name":
            return {"name": word}
        if action == "list":
            return {"emails": [*self._seen(id, "emails", []), word]}
        self.words.setdefault(id, []).append(word)
        return {"notes": f"{self._seen(id, 'notes', '')} {word}".strip()}

    def _seen(self, id: str, name: str, default: Any) -> Any:
        typed = [
            one["set"][name]
            for one in self.outbox
            if one["id"] == id and name in (one["set"] or {})
        ]
        record = self.device.holds.get(id, {"body": {}})["body"]
        return typed[-1] if typed else record.get(name, default)

    def _queue(self, id: str, fields: dict[str, Any] | None, **unusual: Any) -> None:
        self.outbox.append(self.device.change(id, fields, **unusual))


@given(STEPS)
@settings(max_examples=60)
def test_two_devices_come_to_rest_on_the_same_records_with_every_word(
    ada: Person, steps: list[tuple[int, int, str, str]]
) -> None:
    hands = [Hand(Device(ada, ada.phone)), Hand(Device(ada, ada.laptop))]
    ids = [str(uuid4()), str(uuid4())]

    for who, which, action, made_at in steps:
        hands[who].do(action, ids[which], made_at)
    _come_to_rest(hands, ids)

    phone, laptop = (_told(hand, ids) for hand in hands)
    fresh = Device(ada, ada.phone).catch_up()
    assert phone == laptop == {id: fresh[id] for id in ids}
    for id in ids:
        written = [word for hand in hands for word in hand.words.get(id, [])]
        assert sorted(phone[id]["body"].get("notes", "").split()) == sorted(written)


def _come_to_rest(hands: list[Hand], ids: list[str]) -> None:
    for hand in hands:
        hand.sync()
        hand.device.catch_up()
    for id in ids:
        hands[0].do("name", id, MOMENTS[0])
    hands[0].sync()
    for hand in hands:
        hand.device.catch_up()


def _told(hand: Hand, ids: list[str]) -> dict[str, dict[str, Any]]:
    return {id: hand.device.holds[id] for id in ids}
