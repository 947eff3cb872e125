"""The demo's own card, strengths, targets of events, and answered nudges."""

from datetime import UTC, timedelta
from typing import Any

from backend.db import iso_utc
from backend.demo.diary import DemoRecord, Diary, derived_id
from backend.demo.people_and_events import planned_strengths, planned_targets
from backend.warmth.nudge import next_nudge
from backend.warmth.read_tie import RecordsAbout, tie_to

ME = {
    "is_me": True,
    "name": "Robin Vale",
    "role": "neighbourhood architect",
    "organisation": "Vale & Daughters",
    "emails": ["robin@vale.example"],
    "phones": ["+44 7700 900123"],
    "links": ["https://vale.example"],
}
MET_AT_ONCE = "someone who explains numbers to people"


def write_own_card(diary: Diary) -> None:
    """Write the user's own card, and what they and others can help with."""
    at = diary.records[0].at - timedelta(days=1)
    me = diary.write("person", at, ME, derived_id("", "me"))
    people = {one.body.get("name"): one for one in diary.all("person")} | {"": me}
    for name, what in planned_strengths():
        person = people[name]
        diary.write("strength", person.at, {"person_ids": [person.id], "what": what})


def write_targets(diary: Diary, events: dict[str, DemoRecord]) -> None:
    """Write whom to meet at the current event, of whom one was met, and at the next one."""
    people = {one.body.get("name"): one.id for one in diary.all("person")}
    for place, target in enumerate(planned_targets()):
        event = events[target.event]
        body: dict[str, Any] = target._asdict()
        del body["event"], body["name"]
        about = [people[target.name]] if target.name else []
        met_at = iso_utc(diary.now - timedelta(minutes=20)) if target.who == MET_AT_ONCE else ""
        whom = {"event_id": event.id, "person_ids": about, "met_at": met_at}
        diary.write("target", event.at + timedelta(minutes=place), {**body, **whom})


def write_nudges(diary: Diary) -> None:
    """Put the first open nudge off, and skip the second."""
    answers = (
        {"put_off_to": (diary.now.date() + timedelta(days=3)).isoformat()},
        {"passed_at": iso_utc(diary.now - timedelta(hours=2))},
    )
    for person, answer in zip(_nudged(diary), answers, strict=False):
        body = {"person_ids": [person.id], **answer}
        diary.write("nudge", diary.now, body, derived_id(person.id, "nudge"))


def _nudged(diary: Diary) -> list[DemoRecord]:
    today = diary.now.date().isoformat()
    return [one for one in diary.all("person") if _due_on(diary, one) <= today]


def _due_on(diary: Diary, person: DemoRecord) -> str:
    about = [one for one in diary.records if person.id in one.body.get("person_ids", [])]
    bodies = {
        kind: [one.body for one in about if one.kind == kind]
        for kind in ("conversation", "follow_up")
    }
    tie = tie_to(
        person.body,
        RecordsAbout(bodies["conversation"], bodies["follow_up"]),
        diary.now.tzinfo or UTC,
    )
    nudge = next_nudge(tie, diary.now)
    return nudge.due_on if nudge else "never"
