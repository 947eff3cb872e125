"""Runs the work once on one contestant, and watches its server."""

import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sync.contestants import HERE, Contestant
from benchmarks.sync.server import Server, node

PHASES = ("up", "down", "one", "idle")
REPEATS = 50


@dataclass(frozen=True)
class Phase:
    """What one phase took: per repetition, except the bytes of `up` and `down`, done once."""

    ms: float
    cpu_ms: float
    bytes_up: int
    bytes_down: int


@dataclass(frozen=True)
class Measured:
    """One run of one contestant."""

    phases: dict[str, Phase]
    disk_bytes: int


def measure(contestant: Contestant, note_count: int) -> Measured:
    """Run the contestant's server on an empty folder, and its two devices against it."""
    with tempfile.TemporaryDirectory() as place, contestant.serve(Path(place)) as server:
        drive = [HERE / "devices/drive.js", contestant.device, server.address]
        devices = subprocess.Popen(
            [node(), *drive, str(note_count), str(REPEATS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with devices:
            phases = {name: _watch(devices, server) for name in PHASES}
        return Measured(phases, server.disk_bytes())


def _watch(devices: subprocess.Popen[str], server: Server) -> Phase:
    assert devices.stdin
    _read(devices, "ready")
    before = server.cpu_ms()
    print("go", file=devices.stdin, flush=True)
    told = json.loads(_read(devices, "{"))
    cpu_ms = (server.cpu_ms() - before) / told["times"]
    return Phase(told["ms"], cpu_ms, told["up"] // told["times"], told["down"] // told["times"])


def _read(devices: subprocess.Popen[str], beginning: str) -> str:
    assert devices.stdout
    line = devices.stdout.readline()
    if not line.startswith(beginning):
        raise RuntimeError(f"the devices stopped: {line!r}")
    return line
