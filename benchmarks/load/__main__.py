"""Loads a server of its own with 500 devices: `python -m benchmarks.load [--quick]`."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, select

from backend.sync.models import records
from benchmarks.load.people import sign_in
from benchmarks.sync.contestants import serve_on_postgresql, serve_on_sqlite
from benchmarks.sync.server import ROOT, Server

DEVICES, QUICK_DEVICES = 500, 50
HERE = Path(__file__).parent
DATABASES = {"SQLite": serve_on_sqlite, "PostgreSQL": serve_on_postgresql}


@dataclass(frozen=True)
class Scenario:
    """One crowd: the file with what it does, for how long, and which answers are allowed."""

    name: str
    file: str
    seconds: int
    allowed: frozenset[int]


SCENARIOS = [
    Scenario("open apps", "open_apps.py", 60, frozenset({200})),
    Scenario("Wi-Fi comes back", "wifi_returns.py", 120, frozenset({200, 429, 503})),
]


def main() -> None:
    """Run each crowd against each database, and exit with 1 where one was not served well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="50 devices: does it work?")
    device_count = QUICK_DEVICES if parser.parse_args().quick else DEVICES
    faults = [
        fault
        for database in DATABASES
        for scenario in SCENARIOS
        for fault in run(database, scenario, device_count)
    ]
    sys.exit("\n".join(faults) or None)


def run(database: str, scenario: Scenario, device_count: int) -> list[str]:
    """Send one crowd to a fresh server, print its figures, and return what went wrong."""
    with tempfile.TemporaryDirectory() as place, DATABASES[database](Path(place)) as server:
        devices = Path(place) / "devices.json"
        sign_in(server.database_url, device_count, devices)
        told = _send_crowd(server, scenario, devices)
        stored = _stored_ids(server)
    sent = told.pop("sent_ids")
    title = f"{scenario.name}, {database}"
    print(f"{title}: {len(sent)} notes sent, {len(stored)} stored, {told}", flush=True)
    odd = {int(status) for status in told["statuses"]} - scenario.allowed
    faults = [f"{title}: answered {sorted(odd)}"] if odd else []
    if sorted(sent) != sorted(stored):
        faults.append(f"{title}: not every note is stored exactly once")
    return faults


def _send_crowd(server: Server, scenario: Scenario, devices: Path) -> dict[str, Any]:
    told = devices.with_name("told.json")
    count = len(json.loads(devices.read_text()))
    crowd = ["--users", str(count), "--spawn-rate", str(count), "--host", server.address]
    quietly = ["--headless", "--loglevel", "WARNING", "--exit-code-on-error", "0"]
    limits = ["--run-time", f"{scenario.seconds}s", "--stop-timeout", "20s"]
    file = ["--locustfile", str(HERE / scenario.file)]
    crowd_run = subprocess.run(
        [sys.executable, "-m", "locust", *file, *crowd, *limits, *quietly],
        cwd=ROOT,
        env={**os.environ, "DEVICES_FILE": str(devices), "TOLD_FILE": str(told)},
        capture_output=True,
        check=False,
    )
    if crowd_run.returncode:
        raise RuntimeError(crowd_run.stderr.decode())
    answered: dict[str, Any] = json.loads(told.read_text())
    return answered


def _stored_ids(server: Server) -> list[str]:
    engine = create_engine(server.database_url)
    with engine.connect() as connection:
        ids = list(connection.execute(select(records.c.id)).scalars())
    engine.dispose()
    return ids


if __name__ == "__main__":
    main()
