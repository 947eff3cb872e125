"""Runs the app's own readers on lines, by Node: the rules, and the tagger."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from models.line.scoring import Found

SCRIPT = Path(__file__).with_name("read_lines.mjs")


@dataclass(frozen=True)
class Reading:
    """What a reader found in each line, and how long it took."""

    found: list[list[Found]]
    milliseconds: list[float]


def read_by_rules(lines: list[str]) -> Reading:
    """Read lines by the rules of the app."""
    return _reading(_run({"lines": lines})["rules"], lines)


def read_by_tagger(lines: list[str], weights: Path) -> Reading:
    """Read lines by the tagger of the app with a file of weights."""
    return _reading(_run({"lines": lines, "weights": str(weights)})["tagger"], lines)


def _run(asked: dict[str, object]) -> dict[str, list[dict[str, object]]]:
    done = subprocess.run(
        ["node", str(SCRIPT)], input=json.dumps(asked), text=True, capture_output=True, check=True
    )
    answer: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return answer


def _reading(answers: list[dict[str, object]], lines: list[str]) -> Reading:
    found = [_found(answer["spans"], line) for answer, line in zip(answers, lines, strict=True)]
    return Reading(found, [float(str(answer["ms"])) for answer in answers])


def _found(spans: object, line: str) -> list[Found]:
    """Return spans in code points; the app counts in UTF-16 units."""
    units = line.encode("utf-16-le", "surrogatepass")

    def place(at: int) -> int:
        return len(units[: at * 2].decode("utf-16-le", "replace"))

    assert isinstance(spans, list)
    return [Found(place(s["from"]), place(s["to"]), s["tag"], s["verdict"]) for s in spans]
