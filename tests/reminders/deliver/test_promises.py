"""Promises: announced once, on their day, at the user's hour, and taken down when settled."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.cast import PASSWORD, Clock, Person
from tests.reminders.subscribed import Subscribed, add, choose, edit, promise
from tests.sync.device import Device

FRIDAY_AT_NINE_IN_BERLIN = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)


@pytest.fixture
def open_words(phone: Device) -> None:
    """Ada wants names and words in her pushes, at nine in Berlin."""
    choose(phone, time_zone="Europe/Berlin", reminder_hour="09:00", discreet="no")


@pytest.fixture
def maria(phone: Device) -> str:
    return add(phone, "person", name="Maria Keller")


def test_a_promise_is_announced_once_on_its_day_at_the_users_hour(
    clock: Clock,
    phone: Device,
    adas: Subscribed,
    look: Callable[[], int],
    open_words: None,
    maria: str,
) -> None:
    id = promise(phone, "Send deck", "2026-11-27", [maria])

    clock.now = FRIDAY_AT_NINE_IN_BERLIN
    clock.move(seconds=-1)
    look()
    assert adas.shown == []
    clock.move(seconds=1)
    look()
    look()

    place = {"id": id, "tag": f"follow_up-{id}", "path": f"/follow-ups/{id}"}
    words = {"title": "Maria Keller", "body": "Send deck"}
    rest = {"v": 1, "kind": "follow_up", "actions": ["done", "tomorrow"], "badge": 1}
    assert adas.shown == [place | words | rest]


def test_a_push_carries_their_own_words(
    clock: Clock,
    phone: Device,
    adas: Subscribed,
    look: Callable[[], int],
    open_words: None,
    maria: str,
) -> None:
    talk = add(phone, "conversation", person_ids=[maria], problem="drowning in audits")
    what = {"what": "Send deck", "due_on": "2026-11-27", "conversation_id": talk}
    add(phone, "follow_up", person_ids=[maria], **what)

    clock.now = FRIDAY_AT_NINE_IN_BERLIN
    look()

    assert adas.shown[0]["body"] == "Send deck\nThey said: “drowning in audits”"


def test_a_discreet_push_has_initials_only(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], maria: str
) -> None:
    promise(phone, "Send deck", "2026-11-27", [maria])

    clock.now = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    look()

    assert (adas.shown[0]["title"], adas.shown[0]["body"]) == ("A promise is due", "MK")


def test_all_devices_are_told(
    clock: Clock,
    phone: Device,
    adas: Subscribed,
    adas_laptop: Subscribed,
    look: Callable[[], int],
    maria: str,
) -> None:
    promise(phone, "Send deck", "2026-11-27", [maria])

    clock.now = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    look()

    assert len(adas.shown) == len(adas_laptop.shown) == 1


def test_done_on_the_phone_takes_it_down_on_the_laptop_only(
    clock: Clock,
    phone: Device,
    adas: Subscribed,
    adas_laptop: Subscribed,
    look: Callable[[], int],
    maria: str,
) -> None:
    id = promise(phone, "Send deck", "2026-11-27", [maria])
    clock.now = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    look()

    edit(phone, "follow_up", id, done_at="2026-11-27T08:01:00Z")
    look()

    assert [push["kind"] for push in adas.shown] == ["follow_up"]
    assert [push["kind"] for push in adas_laptop.shown] == ["follow_up", "done"]
    assert adas_laptop.shown[0]["tag"] == adas_laptop.shown[1]["tag"]
    assert [push["badge"] for push in adas_laptop.shown] == [1, 0]


def test_the_push_that_takes_down_replaces_one_that_still_waits(
    clock: Clock,
    phone: Device,
    adas: Subscribed,
    adas_laptop: Subscribed,
    look: Callable[[], int],
    maria: str,
) -> None:
    id = promise(phone, "Send deck", "2026-11-27", [maria])
    adas_laptop.browser.is_away = True
    clock.now = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    look()
    edit(phone, "follow_up", id, done_at="2026-11-27T08:01:00Z")
    look()

    adas_laptop.browser.come_back()

    assert [push["kind"] for push in adas_laptop.shown] == ["done"]


def test_put_off_to_tomorrow_is_announced_tomorrow(
    clock: Clock,
    phone: Device,
    adas: Subscribed,
    adas_laptop: Subscribed,
    look: Callable[[], int],
    maria: str,
) -> None:
    id = promise(phone, "Send deck", "2026-11-27", [maria])
    clock.now = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    look()
    edit(phone, "follow_up", id, due_on="2026-11-28")
    look()

    clock.move(days=1)
    look()

    assert [push["kind"] for push in adas.shown] == ["follow_up", "follow_up"]
    assert [push["kind"] for push in adas_laptop.shown] == ["follow_up", "done", "follow_up"]


@pytest.mark.parametrize("settled", ["done_at", "dropped_at", "broken_at"])
def test_what_is_settled_before_its_day_is_not_announced(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], settled: str
) -> None:
    id = promise(phone, "Send deck", "2026-11-27")
    edit(phone, "follow_up", id, **{settled: "2026-11-24T18:00:00Z"})

    clock.now = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)
    look()

    assert adas.shown == []


def test_a_promise_for_a_moment_is_announced_at_that_moment(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], open_words: None
) -> None:
    add(phone, "follow_up", what="Call back", due_at="2026-11-25T15:20:00Z")

    clock.now = datetime(2026, 11, 25, 15, 19, tzinfo=UTC)
    look()
    assert adas.shown == []
    clock.move(minutes=1)
    look()

    assert (adas.shown[0]["title"], adas.shown[0]["body"]) == ("A promise is due", "Call back")


def test_a_deleted_promise_is_not_announced(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    id = promise(phone, "Send deck", "2026-11-27")
    look()
    phone.round(phone.change(id, None, kind="follow_up", action="delete"))

    clock.now = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    look()

    assert adas.shown == []


def test_a_purge_takes_what_is_due_and_what_is_shown(
    clock: Clock, ada: Person, phone: Device, adas: Subscribed, look: Callable[[], int], maria: str
) -> None:
    promise(phone, "Send deck", "2026-11-25", [maria])
    promise(phone, "Send snails", "2026-11-27", [maria])
    clock.now = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
    look()

    ada.phone.call("POST", "/api/account/confirm", {"password": PASSWORD})
    ada.phone.call("POST", "/api/purge", {"account_id": ada.id, "id": maria})
    clock.now = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    look()

    assert [(push["kind"], push["body"]) for push in adas.shown[1:]] == [("done", "")]


def test_a_promise_of_theirs_is_no_push_of_its_own(
    clock: Clock,
    phone: Device,
    adas: Subscribed,
    look: Callable[[], int],
    open_words: None,
    maria: str,
) -> None:
    mine = {"what": "the contract", "owed_by": "them", "due_on": "2026-11-27"}
    add(phone, "follow_up", person_ids=[maria], **mine)

    clock.now = FRIDAY_AT_NINE_IN_BERLIN
    look()

    assert adas.titles == ["Maria Keller owes you: the contract"]
    assert adas.shown[0]["kind"] == "batch"
