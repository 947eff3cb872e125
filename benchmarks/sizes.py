"""What a device fetches, tier by tier: capture, the phone's kit, the desk's chunk, each reader."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from benchmarks.figures import Figure, show
from benchmarks.stage import built

STATIC_IMPORT = re.compile(rb"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")

# Tier of build.json, what it is, gate and aim in kB.
TIERS = (
    ("kit", "the phone's kit, kept at install", 130, 110),
    ("desk", "the desk's chunk, kept in idle time", 100, 60),
    ("dates", "reader of dates and one-line notes, kept in idle time", 30, 24),
    ("calendars", "reader of calendar files, kept in idle time", 30, 22),
    ("codes", "reader of codes, kept where the browser has none", 400, 340),
)


def measure() -> list[Figure]:
    """Add up the compressed files of the build, tier by tier."""
    folder = built()
    tiers: dict[str, list[str]] = json.loads((folder / "build.json").read_text())["tiers"]
    assert tiers.keys() == {tier for tier, *_ in TIERS}, "a line for each tier of the build"
    return [
        Figure(
            "JavaScript of the capture screen, br", _kb(_scripts_of_the_page(folder)), "kB", 30, 15
        ),
        *(
            Figure(f"{name}, br", _kb(folder / file for file in tiers[tier]), "kB", gate, aim)
            for tier, name, gate, aim in TIERS
        ),
    ]


def _scripts_of_the_page(folder: Path) -> set[Path]:
    page = (folder / "index.html").read_text()
    waiting = [folder / name for name in re.findall(r'(?:src|href)="/(assets/[^"]+\.js)"', page)]
    found: set[Path] = set()
    while waiting:
        script = waiting.pop()
        found.add(script)
        imported = STATIC_IMPORT.findall(script.read_bytes())
        waiting += [script.parent / name.decode() for name in imported]
        waiting = [script for script in waiting if script not in found]
    return found


def _kb(files: Iterable[Path]) -> float:
    return sum(_compressed(file) for file in files) / 1000


def _compressed(file: Path) -> int:
    compressed = file.with_name(f"{file.name}.br")
    return (compressed if compressed.exists() else file).stat().st_size


if __name__ == "__main__":
    show(measure())
