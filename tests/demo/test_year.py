"""The year that the demo tells: the same again for the same seed, and believable."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from backend.demo.diary import derived_id
from backend.demo.year import generate_year
from backend.schema.validate import validate_fields

NOW = datetime(2026, 5, 4, 19, tzinfo=UTC)
TODAY = NOW.date()
ENDS = {"done_at", "dropped_at", "broken_at"}


def test_the_same_seed_and_moment_tell_the_same_year() -> None:
    assert generate_year(1, NOW) == generate_year(1, NOW)
    assert generate_year(1, NOW) != generate_year(2, NOW)


def test_a_year_holds_sixty_people_met_at_events_of_four_series() -> None:
    assert len([one for one in _bodies("person") if "name" in one and "is_me" not in one]) == 60
    assert len({event["series"] for event in _bodies("event")}) == 4
    assert all(event["goal"] for event in _bodies("event"))
    assert 140 <= len(_bodies("conversation")) <= 200
    channels = {talk.get("channel") for talk in _bodies("conversation")}
    assert {"in_person", "call", "video", "message"} <= channels


def test_rings_hold_no_more_people_than_they_have_room_for() -> None:
    rings = [one.get("ring") for one in _bodies("person")]

    assert 0 < rings.count("inner") <= 5
    assert 0 < rings.count("close") <= 10
    assert 0 < rings.count("active") <= 35


def test_one_event_is_on_one_waits_to_be_recalled_and_one_to_be_prepared() -> None:
    events = _bodies("event")

    on = [one for one in events if _at(one["starts_at"]) <= NOW < _at(one["ends_at"])]
    yesterday = [one for one in events if _at(one["ends_at"]).date() == TODAY - timedelta(days=1)]
    ahead = [one for one in events if _at(one["starts_at"]) > NOW]
    assert [len(on), len(yesterday), len(ahead)] == [1, 1, 1]
    assert on[0]["if_heard"] and on[0]["then_i"] and on[0]["question"]
    assert "prepared_at" not in ahead[0]
    assert all("recalled_at" not in one for one in _cards_of(yesterday[0]["name"]))


def test_breakfasts_are_in_the_morning_wherever_the_machine_stands() -> None:
    tokyo = timezone(timedelta(hours=9))

    told = generate_year(1, NOW.astimezone(tokyo))

    breakfasts = [one for one in told if "Breakfast" in one.body.get("series", "")]
    assert {_at(one.body["starts_at"]).astimezone(tokyo).hour for one in breakfasts} == {7}


def test_four_are_wanted_where_one_is_now_and_one_of_them_was_met() -> None:
    event_id = _id_of_event("Harbour Tech Meetup 35")

    wanted = [one for one in _bodies("target") if one["event_id"] == event_id]

    assert len(wanted) == 4
    assert len([one for one in wanted if "met_at" in one]) == 1


def test_nobody_has_the_same_problem_and_nothing_is_said_twice_to_one_person() -> None:
    problems = [problem["what"] for problem in _bodies("problem")]
    noted = [talk for talk in _bodies("conversation") if "notes" in talk]
    notes = [(talk["person_ids"][0], talk["notes"]) for talk in noted]

    assert len(problems) == len(set(problems)) == 60
    assert 10 < len([one for one in _bodies("problem") if "solved_at" in one]) < 50
    assert len(notes) == len(set(notes))


def test_promises_are_open_late_without_a_day_done_dropped_and_broken() -> None:
    mine = [one for one in _bodies("follow_up") if one["owed_by"] == "me"]
    due = [one.get("due_on") for one in mine if not ENDS & set(one)]

    assert {TODAY.isoformat(), (TODAY + timedelta(days=1)).isoformat(), None} <= set(due)
    assert min(filter(None, due)) < TODAY.isoformat()
    assert all(any(end in one for one in mine) for end in ENDS)
    theirs = [one for one in _bodies("follow_up") if one["owed_by"] == "them"]
    assert [one for one in theirs if not ENDS & set(one)]


def test_enough_talks_began_with_a_prompt_to_say_what_works() -> None:
    styles = [use["style"] for use in _bodies("prompt_use") if "swiped_at" not in use]

    assert min(styles.count(style) for style in set(styles)) >= 8
    assert len(set(styles)) == 3


def test_what_there_is_once_bears_the_id_that_a_device_derives() -> None:
    told = {one.id: one for one in generate_year(1, NOW)}

    assert derived_id("", "me") == "20bb43fb-ff37-5103-914c-0c6aa8c29abd"
    assert told[derived_id("", "me")].body["is_me"]
    nudges = [one for one in told.values() if one.kind == "nudge"]
    assert {one.id for one in nudges} == {
        derived_id(one.body["person_ids"][0], "nudge") for one in nudges
    }
    assert {"put_off_to", "passed_at"} == {name for one in nudges for name in one.body} - {
        "person_ids"
    }


def test_nothing_was_written_after_now() -> None:
    written = [told.at for told in generate_year(1, NOW)]

    assert max(written) <= NOW
    assert written == sorted(written)
    assert all(_at(talk["happened_at"]) < NOW for talk in _bodies("conversation"))


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_seed_every_record_is_valid_and_every_reference_leads_somewhere(
    seed: int,
) -> None:
    told = generate_year(seed, datetime(2026, 3, 29, seed * 5, 30, tzinfo=UTC))

    ids = {one.id for one in told}
    assert len(ids) == len(told)
    for one in told:
        assert validate_fields(one.kind, one.body) == one.body
        references = [one.body.get("event_id"), one.body.get("conversation_id")]
        assert {*one.body.get("person_ids", []), *filter(None, references)} <= ids


def _bodies(kind: str) -> list[dict[str, Any]]:
    return [told.body for told in generate_year(1, NOW) if told.kind == kind]


def _id_of_event(name: str) -> str:
    return next(one.id for one in generate_year(1, NOW) if one.body.get("name") == name)


def _cards_of(name: str) -> list[dict[str, Any]]:
    event_id = _id_of_event(name)
    cards = [talk for talk in _bodies("conversation") if talk.get("event_id") == event_id]
    assert len(cards) == 4
    return cards


def _at(written: str) -> datetime:
    return datetime.fromisoformat(written).astimezone(UTC)
