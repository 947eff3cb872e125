"""The batch: one a day at the user's hour, with all that needs no push of its own."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.cast import Clock
from tests.reminders.subscribed import Subscribed, add, choose, edit, promise
from tests.sync.device import Device

FRIDAY_AT_EIGHT = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
TONIGHT = "2026-11-24T18:00:00Z"
THEIRS = {"owed_by": "them", "due_on": "2026-11-27"}


@pytest.fixture
def open_words(phone: Device) -> None:
    choose(phone, discreet="no")


def meet(device: Device, name: str, at: str = TONIGHT, **talk: Any) -> str:
    """Meet somebody new, and return their id."""
    person = add(device, "person", name=name, captured_at=at)
    add(device, "conversation", person_ids=[person], captured_at=at, **talk)
    return person


def test_what_is_late_by_days_comes_once_in_one_batch(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], open_words: None
) -> None:
    maria = add(phone, "person", name="Maria")
    promise(phone, "Send deck", "2026-11-25", [maria])
    promise(phone, "Send snails", "2026-11-26")

    clock.now = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
    look()
    clock.move(days=1)
    look()

    assert [push["tag"] for push in adas.shown] == ["batch-2026-11-28"]
    assert adas.shown[0]["title"] == "2 promises are due"
    assert adas.shown[0]["body"] == (
        "Maria: Send deck (due Wed 25 Nov)\nSend snails (due Thu 26 Nov)"
    )


def test_late_by_hours_is_not_too_late_for_a_push_of_its_own(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    id = promise(phone, "Send deck", "2026-11-27")

    clock.now = FRIDAY_AT_EIGHT
    clock.move(hours=15)
    look()

    assert [push["id"] for push in adas.shown] == [id]


def test_there_is_one_batch_a_day(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], open_words: None
) -> None:
    add(phone, "follow_up", what="the contract", **THEIRS)
    clock.now = FRIDAY_AT_EIGHT
    look()

    add(phone, "follow_up", what="the photos", **THEIRS)
    clock.move(hours=4)
    look()
    assert len(adas.shown) == 1
    clock.move(hours=20)
    look()

    assert adas.titles == ["Someone owes you: the contract", "Someone owes you: the photos"]


def test_a_promise_of_the_day_is_apart_from_the_batch(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    add(phone, "follow_up", what="the contract", **THEIRS)
    promise(phone, "Send deck", "2026-11-27")

    clock.now = FRIDAY_AT_EIGHT
    look()

    assert sorted(push["kind"] for push in adas.shown) == ["batch", "follow_up"]


def test_a_discreet_batch_counts_and_has_initials(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    for name in ("Maria Keller", "Li"):
        person = add(phone, "person", name=name)
        add(phone, "follow_up", what="the contract", person_ids=[person], **THEIRS)

    clock.now = FRIDAY_AT_EIGHT
    look()

    assert adas.titles == ["2 things are owed to you"]
    assert sorted(adas.shown[0]["body"].split(", ")) == ["L", "MK"]


def test_whom_one_met_is_thanked_helped_and_asked(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], open_words: None
) -> None:
    maria = meet(phone, "Maria")

    for days in range(1, 32):
        clock.now = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
        clock.move(days=days)
        look()

    assert adas.titles == ["Thank Maria", "Offer Maria your help", "Ask Maria how it went"]
    assert {push["path"] for push in adas.shown} == {f"/people/{maria}"}
    assert [push["id"] for push in adas.shown] == ["2026-11-25", "2026-12-02", "2026-12-24"]


def test_a_message_of_thanks_takes_the_nudges_place(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    maria = meet(phone, "Maria")
    look()
    message = {"channel": "message", "begun_by": "me", "captured_at": "2026-11-24T20:00:00Z"}
    add(phone, "conversation", person_ids=[maria], **message)

    clock.now = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
    look()

    assert adas.shown == []


def test_who_was_let_go_or_deleted_is_not_suggested(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    maria, li = meet(phone, "Maria"), meet(phone, "Li")
    look()
    edit(phone, "person", maria, let_go_at="2026-11-24T20:00:00Z")
    phone.catch_up()
    phone.round(phone.change(li, None, action="delete"))

    clock.now = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
    look()

    assert adas.shown == []


def test_of_one_event_five_are_suggested_on_the_first_day(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], open_words: None
) -> None:
    fair, other = add(phone, "event", name="Fair"), add(phone, "event", name="Meetup")
    for number in range(7):
        meet(phone, f"Guest {number}", event_id=fair)
    meet(phone, "Ben", event_id=other)

    clock.now = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
    look()
    clock.move(days=1)
    look()

    assert adas.titles == ["6 people to get in touch with"]
    assert "Thank Ben" in adas.shown[0]["body"]


def test_after_the_plan_five_nudges_a_week_are_enough(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], open_words: None
) -> None:
    for number in range(8):
        meet(phone, f"Guest {number}", at="2024-01-10T18:00:00Z")

    shown = []
    for _ in range(9):
        clock.move(days=1)
        look()
        shown.append(sum(push["body"].count("\n") + 1 for push in adas.shown))

    assert shown == [5, 5, 5, 5, 5, 5, 5, 8, 8]


def test_the_morning_after_an_event_asks_whom_one_met(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], open_words: None
) -> None:
    fair = add(phone, "event", name="Fair", ended_at="2026-11-24T21:30:00Z")
    add(phone, "conversation", event_id=fair, captured_at=TONIGHT)

    clock.now = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
    look()

    assert adas.titles == ["Recall who you met at Fair"]
    assert adas.shown[0]["path"] == f"/recall/{fair}"


def test_an_event_without_a_conversation_asks_nothing(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    add(phone, "event", name="Fair", ended_at="2026-11-24T21:30:00Z")

    clock.now = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
    look()

    assert adas.shown == []


def test_the_batch_waits_for_the_morning_after_a_late_night(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], open_words: None
) -> None:
    fair = add(phone, "event", name="Fair", ended_at="2026-11-27T01:00:00Z")
    add(phone, "conversation", event_id=fair, captured_at=TONIGHT)
    add(phone, "follow_up", what="the contract", **THEIRS)

    clock.now = FRIDAY_AT_EIGHT
    look()
    assert adas.shown == []
    clock.move(hours=2)
    look()

    assert adas.titles == ["1 thing is owed to you, 1 event to recall"]


def test_words_too_long_are_cut_at_a_letter_and_arrive(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], open_words: None
) -> None:
    what = '👋🏽 größer und größer \\ " \n' * 3_000
    promise(phone, what, "2026-11-27")

    clock.now = FRIDAY_AT_EIGHT
    look()

    [push] = adas.shown
    assert push["body"].endswith("…")
    assert what.startswith(push["body"][:-1])
    assert 3_900 < len(adas.browser.read()[0]) <= 3_993


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar_hold_up_nothing(
    phone: Device,
    adas: Subscribed,
    look: Callable[[], int],
    caplog: pytest.LogCaptureFixture,
    day: str,
    zone: str,
) -> None:
    choose(phone, time_zone=zone)
    moment, due = f"{day}T23:59:59Z", {"what": "x", "due_at": "2026-11-24T16:00:00Z"}
    person = add(phone, "person", captured_at=moment, let_go_at=None)
    add(phone, "conversation", person_ids=[person], captured_at=moment, happened_at=moment)
    add(phone, "conversation", person_ids=[person], captured_at=TONIGHT)
    add(phone, "nudge", person_ids=[person], put_off_to=day, passed_at=moment)
    add(phone, "event", ended_at=moment)
    for odd in ({"due_at": moment}, {"due_on": day}, {"due_on": day, "owed_by": "them"}):
        add(phone, "follow_up", person_ids=[person], **odd)
    wanted = add(phone, "follow_up", **due)

    look()

    assert "failed" not in caplog.text
    assert wanted in [push["id"] for push in adas.shown]
