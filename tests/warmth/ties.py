"""Ties as the shared vectors spell them, and ties at random."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from backend.warmth.tie import Contact, Tie

VECTORS = Path(__file__).parents[1] / "vectors"
CHANNELS = ("in_person", "call", "video", "message", "message", "message")


def vectors(name: str) -> Any:
    """Read shared vectors."""
    return json.loads((VECTORS / name).read_text())


def spelled(tie: dict[str, Any]) -> Tie:
    """Read a tie: "<at> <channel> <begun by> <answered at>" for each contact, else its fields."""
    contacts = [Contact(*contact.split()) for contact in tie.get("contacts", [])]
    zone = ZoneInfo(tie.get("zone", "Europe/Berlin"))
    return Tie(**{**tie, "zone": zone, "contacts": contacts})


def random_tie(random: Random, now: datetime) -> dict[str, Any]:
    """Spell a tie at random: everything that can happen within three years, some of it ahead."""
    tie: dict[str, Any] = {
        "zone": random.choice(["Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati"]),
        "ring": random.choice([None, "inner", "close", "active", "wide"]),
        "added_at": _moment(random, now),
        "contacts": [_contact(random, now) for _ in range(random.choice([0, 1, 2, 3, 5, 9, 16]))],
        "kept": [_moment(random, now) for _ in range(random.choice([0, 0, 1, 3]))],
        "broken": [_moment(random, now) for _ in range(random.choice([0, 0, 0, 1]))],
        "introduced": [_moment(random, now) for _ in range(random.choice([0, 0, 0, 1]))],
    }
    for field in ("plan_ended_at", "let_go_at", "passed_at", "put_off_to"):
        if random.random() < 0.15:
            tie[field] = _moment(random, now)
    if "put_off_to" in tie:
        tie["put_off_to"] = tie["put_off_to"][:10]
    return {field: value for field, value in tie.items() if value}


def _contact(random: Random, now: datetime) -> str:
    at, channel = _moment(random, now), random.choice(CHANNELS)
    if channel != "message" or random.random() < 0.2:
        return f"{at} {channel}"
    sent = datetime.fromisoformat(at)
    answered = _spelled(sent + timedelta(hours=random.randrange(-10, 600)))
    return f"{at} message {random.choice(['me', 'them'])}" + random.choice(["", f" {answered}"])


def _moment(random: Random, now: datetime) -> str:
    days = random.choice([3, 30, 400, 1100])
    return _spelled(now - timedelta(minutes=random.randrange(-400, days * 24 * 60)))


def _spelled(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
