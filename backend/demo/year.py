"""Generates a year: the same seed and moment give the same people, conversations and promises."""

from datetime import datetime, timedelta

from backend.db import iso_utc
from backend.demo.cards_and_targets import write_nudges, write_own_card, write_targets
from backend.demo.diary import DemoRecord, Diary
from backend.demo.first_conversations import Met, meet_at_event
from backend.demo.follow_ups import set_due_dates, write_promise
from backend.demo.later_conversations import stay_in_touch
from backend.demo.people_and_events import SERIES, PlannedEvent, characters, planned_events
from backend.demo.phrases import NAMELESS, TABLE_NOTES
from backend.demo.prompts import write_prompts


def generate_year(seed: int, now: datetime) -> list[DemoRecord]:
    """Return the records of the year up to a moment, the oldest first, and of the next event."""
    diary = Diary(seed, now)
    events = {event: _plan(diary, event) for event in planned_events()}
    for met in _meet_all(diary, events):
        write_promise(diary, met)
        stay_in_touch(diary, met)
    _meet_at_one_table(diary, events)
    set_due_dates(diary)
    write_own_card(diary)
    write_targets(diary, {event.name: record for event, record in events.items()})
    write_prompts(diary, diary.moment(-60, 20))
    write_nudges(diary)
    return sorted(diary.records, key=lambda record: record.at)


def _plan(diary: Diary, event: PlannedEvent) -> DemoRecord:
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


def _meet_all(diary: Diary, events: dict[PlannedEvent, DemoRecord]) -> list[Met]:
    past = [event for event in events if diary.begin_of(event) < diary.now]
    met = []
    for series in SERIES:
        theirs = [event for event in past if event.series == series]
        for place, character in enumerate(one for one in characters() if one.series == series):
            event = theirs[place % len(theirs)]
            met.append(meet_at_event(diary, character, event, events[event]))
    return met


def _meet_at_one_table(diary: Diary, events: dict[PlannedEvent, DemoRecord]) -> None:
    """Write the conversations of yesterday's table, one of them with somebody unnamed."""
    table = next(event for event in events if event.series == "table")
    at = diary.begin_of(table) + timedelta(minutes=100)
    there = [one for one in diary.all("person") if one.at.date() == at.date()]
    nameless = diary.write("person", at, {"traits": NAMELESS["traits"]})
    for ids, said in (
        ([one.id for one in there], {"notes": TABLE_NOTES}),
        ([nameless.id], {"who": NAMELESS["traits"], "problem": NAMELESS["problem"]}),
    ):
        where = {"person_ids": ids, "event_id": events[table].id, "happened_at": iso_utc(at)}
        diary.write("conversation", at + timedelta(minutes=5), {**where, **said})
