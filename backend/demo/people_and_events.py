"""Reads the demo's people and events from the .psv files beside this file."""

import csv
from pathlib import Path
from typing import NamedTuple


class Character(NamedTuple):
    """A person, and what they say at the first meeting and later."""

    name: str
    role: str
    organisation: str
    traits: str
    ring: str
    series: str
    problem: str
    promise: str
    notes: str
    hook: str
    later: str


class PlannedEvent(NamedTuple):
    """An event; it begins some days from today at an hour, or has begun already ("now")."""

    days: str
    hour: str
    hours: str
    series: str
    name: str
    place: str
    goal: str
    if_heard: str
    then_i: str
    question: str
    notes: str


class PlannedTarget(NamedTuple):
    """Whom to meet at an event: a person by name, or a kind of person."""

    event: str
    name: str
    who: str
    why: str
    question: str
    offer: str
    avoid: str


class PlannedStrength(NamedTuple):
    """What somebody can help others with; without a name it is the user."""

    name: str
    what: str


SERIES = {
    "meetup": "Harbour Tech Meetup",
    "open": "Harbour Tech Meetup",
    "breakfast": "Founders' Breakfast",
    "table": "Founders' Breakfast",
    "fair": "Makers' Fair",
    "forum": "City & Climate Forum",
}


def characters() -> list[Character]:
    """Read all people."""
    return [Character(**row) for row in _rows("people.psv")]


def planned_events() -> list[PlannedEvent]:
    """Read all events, the oldest first."""
    return [PlannedEvent(**row) for row in _rows("events.psv")]


def planned_targets() -> list[PlannedTarget]:
    """Read whom to meet."""
    return [PlannedTarget(**row) for row in _rows("targets.psv")]


def planned_strengths() -> list[PlannedStrength]:
    """Read who can help with what."""
    return [PlannedStrength(**row) for row in _rows("strengths.psv")]


def _rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE))
