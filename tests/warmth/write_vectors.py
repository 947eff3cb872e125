"""Writes the ties at random for both languages: `python -m tests.warmth.write_vectors`."""

import json
from datetime import UTC, datetime
from random import Random
from typing import Any

from backend.warmth.nudge import next_nudge
from backend.warmth.sentence import explain
from backend.warmth.warmth import warmth
from tests.warmth.ties import VECTORS, random_tie, spelled

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)
COUNT = 300


def judged(tie: dict[str, Any]) -> dict[str, Any]:
    """Judge a spelled tie with the server's rules; numbers are rounded to six decimals."""
    warm = warmth(spelled(tie), NOW)
    nudge = next_nudge(spelled(tie), NOW)
    parts = [warm.depth, warm.rhythm_days, warm.x, warm.recency, warm.balance]
    return {
        "tie": tie,
        "parts": [round(part, 6) for part in parts],
        "state": warm.state,
        "says": explain(warm),
        "nudge": nudge and " ".join(nudge),
    }


def at_random() -> str:
    """Return the file with the same ties each time."""
    random = Random(20260512)
    lines = [json.dumps(judged(random_tie(random, NOW))) for _ in range(COUNT)]
    return "[\n " + ",\n ".join(lines) + "\n]\n"


if __name__ == "__main__":
    (VECTORS / "ties.json").write_text(at_random())
