"""Tells a year: the same seed and moment give the same people, talks and promises."""

from datetime import datetime, timedelta

from backend.db import iso_utc
from backend.demo.around import answer_nudges, want_people, write_own_card
from backend.demo.cast import SERIES, Occasion, occasions, people
from backend.demo.diary import DemoRecord, Diary
from backend.demo.first_talks import Met, meet
from backend.demo.later_talks import stay_in_touch
from backend.demo.owed import make_due, promise
from backend.demo.phrases import AT_ONE_TABLE, NAMELESS
from backend.demo.prompts import choose_prompts


def generate_year(seed: int, now: datetime) -> list[DemoRecord]:
    """Give the records of the year up to a moment, oldest first, and of the next event."""
    diary = Diary(seed, now)
    events = {event: _plan(diary, event) for event in occasions()}
    for met in _meet_everybody(diary, events):
        promise(diary, met)
        stay_in_touch(diary, met)
    _sit_at_one_table(diary, events)
    make_due(diary)
    write_own_card(diary)
    want_people(diary, {event.name: told for event, told in events.items()})
    choose_prompts(diary, diary.moment(-60, 20))
    answer_nudges(diary)
    return sorted(diary.records, key=lambda record: record.at)


def _plan(diary: Diary, event: Occasion) -> DemoRecord:
    begin = diary.begin_of(event)
    is_past = begin < diary.now
    body = {
        **{name: getattr(event, name) for name in ("name", "place", "goal", "notes")},
        **{name: getattr(event, name) for name in ("if_heard", "then_i", "question")},
        "series": SERIES[event.series],
        "starts_at": iso_utc(begin),
        "ends_at": iso_utc(begin + timedelta(hours=int(event.hours))),
        "prepared_at": iso_utc(begin - timedelta(hours=1)) if is_past else "",
    }
    return diary.write("event", min(begin, diary.moment(-2, 8)) - timedelta(days=6), body)


def _meet_everybody(diary: Diary, events: dict[Occasion, DemoRecord]) -> list[Met]:
    past = [event for event in events if diary.begin_of(event) < diary.now]
    met = []
    for series in SERIES:
        theirs = [event for event in past if event.series == series]
        for place, somebody in enumerate(one for one in people() if one.series == series):
            event = theirs[place % len(theirs)]
            met.append(meet(diary, somebody, event, events[event]))
    return met


def _sit_at_one_table(diary: Diary, events: dict[Occasion, DemoRecord]) -> None:
    """At yesterday's table: a talk with everybody at once, and somebody who gave no name."""
    table = next(event for event in events if event.series == "table")
    at = diary.begin_of(table) + timedelta(minutes=100)
    there = [one for one in diary.all("person") if one.at.date() == at.date()]
    nameless = diary.write("person", at, {"traits": NAMELESS["traits"]})
    for ids, said in (
        ([one.id for one in there], {"notes": AT_ONE_TABLE}),
        ([nameless.id], {"who": NAMELESS["traits"], "problem": NAMELESS["problem"]}),
    ):
        where = {"person_ids": ids, "event_id": events[table].id, "happened_at": iso_utc(at)}
        diary.write("conversation", at + timedelta(minutes=5), {**where, **said})
