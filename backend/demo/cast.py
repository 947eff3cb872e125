"""The people and the events of the demo, as they are written down beside this file."""

import csv
from pathlib import Path
from typing import NamedTuple


class Somebody(NamedTuple):
    """A person, and what is told of them: at the first meeting, and later."""

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


class Occasion(NamedTuple):
    """An event; it begins some days from today at an hour, or has begun (`now`)."""

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


class Wanted(NamedTuple):
    """Whom to meet at an event that is on or to come: a person by name, or a kind of person."""

    event: str
    name: str
    who: str
    why: str
    question: str
    offer: str
    avoid: str


class Helps(NamedTuple):
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


def people() -> list[Somebody]:
    """Read everybody."""
    return [Somebody(**row) for row in _rows("people.psv")]


def occasions() -> list[Occasion]:
    """Read all events, oldest first."""
    return [Occasion(**row) for row in _rows("events.psv")]


def wanted() -> list[Wanted]:
    """Read whom to meet."""
    return [Wanted(**row) for row in _rows("targets.psv")]


def helps() -> list[Helps]:
    """Read who can help with what."""
    return [Helps(**row) for row in _rows("strengths.psv")]


def _rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE))
