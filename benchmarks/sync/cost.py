"""Measures what the processor pays for each kind of round: `python -m benchmarks.sync.cost`."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure, show
from benchmarks.sync.contestants import serve_on_postgresql, serve_on_sqlite
from benchmarks.sync.device import Device, Line
from benchmarks.sync.server import Server

DATABASES = {"SQLite": serve_on_sqlite, "PostgreSQL": serve_on_postgresql}
NOTES, BATCH, PAGE = 1_000, 20, 500
TIMES = 200
# By kind of round: processor time in ms, the server's and the database's together.
WANTED = {"idle round": 4, "one change": 7, "batch of twenty": 20, "page of 500": 40}


@dataclass(frozen=True)
class Cost:
    """What one round took: processor time of the server, and time until its answer."""

    cpu_ms: float
    wall_ms: float


def main() -> None:
    """Measure each kind of round on both databases."""
    figures = []
    for name, serve in DATABASES.items():
        with tempfile.TemporaryDirectory() as place, serve(Path(place)) as server:
            line = Line()
            device = line.sign_in()
            fill(line, device, NOTES)
            for kind, cost in costs(server, line, device).items():
                wanted = WANTED[kind]
                figures.append(Figure(f"{kind}, {name}", cost.cpu_ms, "ms CPU", wanted, wanted))
    show(figures)


def fill(line: Line, device: Device, note_count: int) -> None:
    """Send notes by the page, until the account holds so many."""
    for _ in range(note_count // PAGE):
        device.stand_where(line.post("/api/sync", device.round(PAGE)))


def costs(server: Server, line: Line, device: Device) -> dict[str, Cost]:
    """Measure each kind of round of WANTED; the device has seen all news, but for the page."""

    def send(note_count: int) -> Callable[[], None]:
        return lambda: device.stand_where(line.post("/api/sync", device.round(note_count)))

    def read_page() -> None:
        fresh = Device(device.account_id)
        reply = line.post("/api/sync", fresh.round())
        assert len(reply["records"]) == PAGE

    kinds = [send(0), send(1), send(BATCH), read_page]
    return {kind: _cost(server, run) for kind, run in zip(WANTED, kinds, strict=True)}


def _cost(server: Server, run: Callable[[], None]) -> Cost:
    run()
    cpu_ms, began = server.cpu_ms(), time.perf_counter()
    for _ in range(TIMES):
        run()
    wall_ms = (time.perf_counter() - began) * 1000
    return Cost((server.cpu_ms() - cpu_ms) / TIMES, wall_ms / TIMES)


if __name__ == "__main__":
    main()
