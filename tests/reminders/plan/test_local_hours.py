"""The user's hour: in their zone, over both changes of the clocks, at the date line, on the way."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from backend.reminders.plan.local_hours import at_hour, zone_of
from backend.reminders.plan.schedule import Preferences, recall_reminder
from tests.cast import Clock
from tests.reminders.subscribed import Subscribed, choose, edit, promise
from tests.sources import ROOT
from tests.sync.device import Device

CASES = json.loads((ROOT / "tests/vectors/local_hours.json").read_text())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_hour_is_a_moment(case: dict[str, str]) -> None:
    day, zone = date.fromisoformat(case["day"]), zone_of(case["zone"])

    assert at_hour(day, case["hour"], zone) == datetime.fromisoformat(case["at"])


@pytest.mark.parametrize(
    ("ended", "hour", "morning_after"),
    [
        # At 22:30 in Berlin: the hour lies nine and a half hours later.
        ("2026-11-24T21:30:00Z", "08:00", "2026-11-25T07:00:00Z"),
        # At 13:00: the hour of the next day is 19 hours later.
        ("2026-11-24T12:00:00Z", "08:00", "2026-11-25T07:00:00Z"),
        # At 1:00: the hour would be seven hours later, so nine hours.
        ("2026-11-25T00:00:00Z", "08:00", "2026-11-25T09:00:00Z"),
        # At 11:00: the hour would be 21 hours later, so nine hours, which is 20:00.
        ("2026-11-24T10:00:00Z", "08:00", "2026-11-24T19:00:00Z"),
        # At 15:00, with the hour at noon: nine hours would be midnight, so the end of the night.
        ("2026-11-24T14:00:00Z", "12:00", "2026-11-25T07:00:00Z"),
        # At 19:00, with the hour at 18:00: nine hours would be 4:00.
        ("2026-11-24T18:00:00Z", "18:00", "2026-11-25T07:00:00Z"),
    ],
)
def test_the_morning_after_comes_at_a_decent_hour(
    ended: str, hour: str, morning_after: str
) -> None:
    habits = Preferences(zone_of("Europe/Berlin"), hour)

    want = recall_reminder({"ended_at": ended}, habits)

    assert want and want.at == datetime.fromisoformat(morning_after)


def test_who_travels_is_reminded_at_their_hour_where_they_are(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    choose(phone, time_zone="Europe/Berlin")
    setting = next(id for id, held in phone.catch_up().items() if held["kind"] == "setting")
    promise(phone, "Send deck", "2026-11-27")
    look()

    edit(phone, "setting", setting, value="Asia/Tokyo")
    clock.now = datetime(2026, 11, 26, 22, 59, tzinfo=UTC)
    look()
    assert adas.shown == []
    clock.move(minutes=1)
    look()

    assert len(adas.shown) == 1


def test_who_flies_over_their_hour_is_reminded_on_landing_and_once(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int]
) -> None:
    choose(phone, time_zone="America/Los_Angeles")
    setting = next(id for id, held in phone.catch_up().items() if held["kind"] == "setting")
    promise(phone, "Send deck", "2026-11-27")
    clock.now = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
    look()
    assert adas.shown == []

    edit(phone, "setting", setting, value="Asia/Tokyo")
    look()
    edit(phone, "setting", setting, value="America/Los_Angeles")
    look()
    clock.move(hours=8)
    look()

    assert len(adas.shown) == 1


@pytest.mark.parametrize("nonsense", ["25:00", "8", "08:00:00", "", "noon", "08:60"])
def test_an_hour_that_makes_no_sense_is_eight(
    clock: Clock, phone: Device, adas: Subscribed, look: Callable[[], int], nonsense: str
) -> None:
    choose(phone, reminder_hour=nonsense)
    promise(phone, "Send deck", "2026-11-27")

    clock.now = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    look()

    assert len(adas.shown) == 1
