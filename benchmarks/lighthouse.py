"""Lighthouse, mobile preset, on the production build: the first screen and the capture screen."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.bare_page import bare_page
from benchmarks.figures import Figure, show
from tests.e2e.device import CHROMIUM
from tests.e2e.server import Server

RUNS = 3
PROGRAM = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
PATHS = ("/", "/note")
CATEGORIES = ("performance", "accessibility", "best-practices")
# Audit, name, gate of the ratio, aim in ms.
PAINTS = (
    ("first-contentful-paint", "first paint", 2, 850),
    ("largest-contentful-paint", "largest paint", 2.5, 1000),
)
Report = dict[str, Any]


def measure() -> list[Figure]:
    """Audit two screens of a server with an empty database, and the bare page in turn."""
    with tempfile.TemporaryDirectory() as folder, bare_page() as bare:
        server = Server(Path(folder))
        server.start()
        addresses = [f"{server.address}{path}" for path in PATHS] + [bare.address]
        try:
            rounds = [[_audit(address) for address in addresses] for _ in range(RUNS)]
        finally:
            server.stop()
    *ours, bares = zip(*rounds, strict=True)
    return [
        figure
        for path, reports in zip(PATHS, ours, strict=True)
        for figure in (*_scores(path, reports, bares), *_paints(path, reports, bares))
    ]


def _scores(path: str, reports: tuple[Report, ...], bares: tuple[Report, ...]) -> list[Figure]:
    named = {category: f"Lighthouse {path} {category}" for category in CATEGORIES}
    speed, bare_speed = (_score(some, "performance") for some in (reports, bares))
    return [
        Figure(named["performance"], speed, "points", 0.95, 100, bare_speed),
        *(
            Figure(named[category], _score(reports, category), "points", 100, 100)
            for category in CATEGORIES[1:]
        ),
    ]


def _paints(path: str, reports: tuple[Report, ...], bares: tuple[Report, ...]) -> list[Figure]:
    return [
        Figure(f"Lighthouse {path} {name}", _ms(reports, audit), "ms", gate, aim, _ms(bares, audit))
        for audit, name, gate, aim in PAINTS
    ]


def _score(reports: tuple[Report, ...], category: str) -> float:
    return 100 * median(report["categories"][category]["score"] for report in reports)


def _ms(reports: tuple[Report, ...], audit: str) -> float:
    return median(report["audits"][audit]["numericValue"] for report in reports)


def _audit(address: str) -> Report:
    flags = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    command = ["node", PROGRAM, address, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = os.environ | {"CHROME_PATH": CHROMIUM}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    report: Report = json.loads(done.stdout)
    return report


if __name__ == "__main__":
    show(measure())
