"""The year that the demo tells: the same again for the same seed, and believable."""

from datetime import date, datetime, timedelta

import pytest

from backend.demo.year import tell_year
from backend.records.validate import check

TODAY = date(2026, 5, 4)


def test_the_same_seed_and_day_tell_the_same_year():
    assert tell_year(1, TODAY) == tell_year(1, TODAY)
    assert tell_year(1, TODAY) != tell_year(2, TODAY)


def test_a_year_holds_sixty_people_met_at_events_of_four_series():
    assert len(_bodies("person")) == 60
    assert len(_bodies("event")) == 14
    assert len({event["series"] for event in _bodies("event")}) == 4
    assert all(event["goal"] for event in _bodies("event"))
    assert 130 <= len(_bodies("conversation")) <= 170


def test_nobody_has_the_same_problem_and_nothing_is_said_twice_to_one_person():
    problems = [talk["problem"] for talk in _bodies("conversation") if "problem" in talk]
    notes = [(talk["person_ids"][0], talk["notes"]) for talk in _bodies("conversation")]

    assert len(problems) == len(set(problems)) == 60
    assert len(notes) == len(set(notes))


def test_promises_wait_today_and_tomorrow_and_others_are_done_or_dropped():
    promises = [one for one in _bodies("follow_up") if one["owed_by"] == "me"]
    waiting = [one["due_on"] for one in promises if not {"done_at", "dropped_at"} & set(one)]

    assert TODAY.isoformat() in waiting
    assert (TODAY + timedelta(days=1)).isoformat() in waiting
    assert min(waiting) >= TODAY.isoformat()
    assert any("done_at" in one for one in promises)
    assert any("dropped_at" in one for one in promises)


def test_nothing_was_written_after_today():
    written = [told.at for told in tell_year(1, TODAY)]

    assert max(written).date() < TODAY
    assert written == sorted(written)
    assert all(_moment(talk["happened_at"]) < TODAY for talk in _bodies("conversation"))


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_seed_every_record_is_valid_and_every_reference_leads_somewhere(seed):
    told = tell_year(seed, TODAY)

    ids = {one.id for one in told}
    assert len(ids) == len(told)
    for one in told:
        assert check(one.kind, one.body) == one.body
        references = [one.body.get("event_id"), one.body.get("conversation_id")]
        assert {*one.body.get("person_ids", []), *filter(None, references)} <= ids


def _bodies(kind):
    return [told.body for told in tell_year(1, TODAY) if told.kind == kind]


def _moment(written):
    return datetime.fromisoformat(written).date()
