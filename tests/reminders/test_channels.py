"""A channel is one class and its registration: planning, sending and retrying follow."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

import pytest

from backend.reminders import channels
from backend.reminders.channel import Address, Message, Outcome, Send, SendingChannel
from backend.reminders.models import ReminderState
from tests.cast import Clock
from tests.push_service.push_service import Fault, PushService
from tests.reminders.subscribed import Subscribed, add, choose, promise
from tests.sync.device import Device

FRIDAY_AT_EIGHT = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)


class Board(SendingChannel):
    """A board on a wall, on which everybody's reminders are written."""

    lists_promises = True

    def __init__(self) -> None:
        self.written: list[str] = []
        self.is_full = False

    def can_reach(self, user: ReminderState) -> bool:
        return True

    def addresses(self, users: Mapping[str, ReminderState]) -> Iterable[Address]:
        return [Address("board", owner_id) for owner_id in users]

    def takes(self, address: Address, message: Message) -> bool:
        return bool(message.lines)

    def open(self) -> Send:
        def send(address: Address, message: Message) -> Outcome:
            if self.is_full:
                return Outcome("later", 60)
            self.written += [line.text for line in message.lines]
            return Outcome("taken")

        return send


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch) -> Board:
    board = Board()
    monkeypatch.setattr(channels, "CHANNELS", (*channels.CHANNELS, board))
    return board


def test_a_registered_channel_gets_the_daily_batch(
    clock: Clock, phone: Device, look: Callable[[], int], board: Board
) -> None:
    promise(phone, "Send deck", "2026-11-27")
    add(phone, "follow_up", what="the contract", owed_by="them", due_on="2026-11-27")
    clock.now = FRIDAY_AT_EIGHT

    look()
    look()

    assert board.written == [
        "Send deck (due Fri 27 Nov)",
        "Someone owes you: the contract",
    ]


def test_a_channel_that_cannot_take_it_now_is_tried_again(
    clock: Clock, phone: Device, look: Callable[[], int], board: Board
) -> None:
    add(phone, "follow_up", what="the contract", owed_by="them", due_on="2026-11-27")
    clock.now, board.is_full = FRIDAY_AT_EIGHT, True
    look()

    clock.move(minutes=2)
    board.is_full = False
    look()

    assert board.written == ["Someone owes you: the contract"]


def test_a_subscription_that_ends_takes_nothing_from_the_other_channels(
    clock: Clock,
    service: PushService,
    phone: Device,
    adas: Subscribed,
    look: Callable[[], int],
    board: Board,
) -> None:
    choose(phone, discreet="no")
    promise(phone, "Send deck", "2026-11-26")
    add(phone, "follow_up", what="the contract", owed_by="them", due_on="2026-11-27")
    clock.now = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
    service.fail(Fault(410))
    look()

    clock.now = FRIDAY_AT_EIGHT
    look()

    assert "Someone owes you: the contract" in board.written
