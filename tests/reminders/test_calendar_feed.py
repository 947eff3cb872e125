"""The calendar feed: a secret address that can be voided, read by any calendar."""

from collections.abc import Callable

import pytest
from flask import Flask
from icalendar import Calendar

from tests.cast import Browser, Person
from tests.reminders.subscribed import add, choose, edit, promise
from tests.sync.device import Device


@pytest.fixture
def open_words(phone: Device) -> None:
    choose(phone, discreet="no")


@pytest.fixture
def path(ada: Person) -> str:
    return str(ada.phone.call("POST", "/api/feed").json["path"])


@pytest.fixture
def read(stranger: Browser, path: str, look: Callable[[], int]) -> Callable[[], Calendar]:
    """Read the feed as a calendar program does: without a session."""

    def read() -> Calendar:
        look()
        answer = stranger.call("GET", path, headers={"Sec-Fetch-Site": None})
        assert answer.status_code == 200
        calendar = Calendar.from_ical(answer.data)
        assert isinstance(calendar, Calendar)
        return calendar

    return read


def entries(calendar: Calendar) -> dict[str, str]:
    return {str(entry["summary"]): entry.start.isoformat() for entry in calendar.events}


def test_what_is_due_stands_on_its_day(
    phone: Device, read: Callable[[], Calendar], open_words: None
) -> None:
    maria = add(phone, "person", name="Maria", captured_at="2026-11-24T16:00:00Z")
    promise(phone, "Send deck", "2026-11-27", [maria])
    add(phone, "follow_up", what="Call back", due_at="2026-11-25T15:20:00Z")
    add(phone, "follow_up", what="the contract", owed_by="them", due_on="2026-11-28")
    add(phone, "conversation", person_ids=[maria], captured_at="2026-11-24T16:00:00Z")

    assert entries(read()) == {
        "Maria: Send deck (due Fri 27 Nov)": "2026-11-27",
        "Call back (due Wed 25 Nov)": "2026-11-25T15:20:00+00:00",
        "Someone owes you: the contract": "2026-11-28",
        "Thank Maria": "2026-11-25",
    }


@pytest.mark.parametrize(
    ("zone", "day"),
    [("America/New_York", "Wed 10 Jun"), ("Asia/Tokyo", "Thu 11 Jun"), ("", "Thu 11 Jun")],
)
def test_the_day_of_a_moment_is_the_one_where_the_user_is(
    phone: Device, read: Callable[[], Calendar], open_words: None, zone: str, day: str
) -> None:
    choose(phone, time_zone=zone)
    add(phone, "follow_up", what="Call back", due_at="2026-06-11T01:00:00Z")

    assert list(entries(read())) == [f"Call back (due {day})"]


def test_programs_show_the_words_and_the_name_of_the_feed(
    phone: Device, read: Callable[[], Calendar], open_words: None
) -> None:
    """Some show an entry that is marked as private as "Busy"."""
    promise(phone, "Send deck", "2026-11-27")

    feed = read()

    assert [entry.get("class") for entry in feed.events] == [None]
    assert (feed["name"], feed["x-wr-calname"]) == ("Earshot", "Earshot")


def test_a_discreet_feed_has_initials_only(phone: Device, read: Callable[[], Calendar]) -> None:
    maria = add(phone, "person", name="Maria Keller")
    promise(phone, "Send deck", "2026-11-27", [maria])

    assert list(entries(read())) == ["A promise is due (MK)"]


def test_what_is_settled_or_deleted_stands_there_no_more(
    phone: Device, read: Callable[[], Calendar]
) -> None:
    done, gone = promise(phone, "x", "2026-11-27"), promise(phone, "y", "2026-11-28")
    assert len(entries(read())) == 1
    edit(phone, "follow_up", done, done_at="2026-11-25T08:00:00Z")
    phone.round(phone.change(gone, None, kind="follow_up", action="delete"))

    assert entries(read()) == {}


def test_words_of_all_kinds_are_read_back_whole(
    phone: Device, read: Callable[[], Calendar], open_words: None
) -> None:
    what = "Straße; größer, \\ größer\nund 👋🏽 " * 8 + "中" * 40
    promise(phone, what, "2026-11-27")

    [summary] = entries(read())

    assert summary == f"{what} (due Fri 27 Nov)"


def test_no_control_character_passes_into_a_calendar(
    stranger: Browser, phone: Device, path: str, look: Callable[[], int], open_words: None
) -> None:
    codes = (*range(1, 0x0D), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
    controls = [chr(code) for code in codes]
    promise(phone, f"a{'b'.join(controls)}c", "2026-11-27")
    look()

    text = stranger.call("GET", path).text.replace("\r\n ", "")

    [summary] = [line for line in text.split("\r\n") if line.startswith("SUMMARY")]
    assert [control for control in controls if control in summary] == ["\t"]
    assert "b\\nb" in summary


def test_no_line_is_longer_than_calendars_take(
    stranger: Browser, phone: Device, path: str, look: Callable[[], int], open_words: None
) -> None:
    promise(phone, "中👋🏽ß" * 100, "2026-11-27")
    look()

    lines = stranger.call("GET", path).data.split(b"\r\n")

    assert max(map(len, lines)) == 75
    assert all(line.decode() is not None for line in lines)


def test_a_new_address_voids_the_last_one(ada: Person, stranger: Browser, path: str) -> None:
    again = ada.phone.call("POST", "/api/feed").json["path"]

    assert again != path
    assert stranger.call("GET", path).status_code == 404
    assert stranger.call("GET", again).status_code == 200


def test_a_voided_address_is_gone(ada: Person, stranger: Browser, path: str) -> None:
    assert ada.phone.call("GET", "/api/push").json["feed_made_at"] is not None

    assert ada.phone.call("DELETE", "/api/feed").status_code == 204

    assert stranger.call("GET", path).status_code == 404
    assert ada.phone.call("GET", "/api/push").json["feed_made_at"] is None


def test_nobody_keeps_a_feed_and_no_database_its_address(
    app: Flask, stranger: Browser, path: str
) -> None:
    answer = stranger.call("GET", path)

    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.mimetype == "text/calendar"


def test_who_asks_too_often_waits(app: Flask, path: str) -> None:
    calendar = Browser(app, "192.0.2.77")

    answers = [calendar.call("GET", path) for _ in range(31)]

    assert {answer.status_code for answer in answers[:30]} == {200}
    assert answers[30].status_code == 429
    assert 0 < int(answers[30].headers["Retry-After"]) <= 60


@pytest.mark.parametrize("token", ["x", "é", "%00", "a" * 5000])
def test_a_guessed_address_is_not_found(stranger: Browser, token: str) -> None:
    assert stranger.call("GET", f"/feed/{token}.ics").status_code == 404
