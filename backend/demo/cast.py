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
    """An event, its begin as days from today and an hour (UTC)."""

    days: str
    hour: str
    hours: str
    series: str
    name: str
    place: str
    goal: str
    notes: str


SERIES = {
    "meetup": "Harbour Tech Meetup",
    "breakfast": "Founders' Breakfast",
    "fair": "Makers' Fair",
    "forum": "City & Climate Forum",
}


def people() -> list[Somebody]:
    """Read everybody."""
    return [Somebody(**row) for row in _rows("people.psv")]


def occasions() -> list[Occasion]:
    """Read all events, oldest first."""
    return [Occasion(**row) for row in _rows("events.psv")]


def _rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE))
