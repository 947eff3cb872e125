"""`make soak`: attacks of one client at full volume, and what others and monitors notice."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event as Signal
from uuid import uuid4

import httpx
from flask_migrate import upgrade

from backend import create_app
from backend.config import Config
from backend.db import db
from tests.cast import signed_up
from tests.e2e.server import Server
from tests.faults.attacks import ATTACKS, SOURCE, Target, command_of
from tests.postgresql import running_cluster
from tests.push_service.push_service import Fault
from tests.push_service.running import push_service
from tests.raw_http import answer_to
from tests.reminders.subscribed import subscribed
from tests.served import HttpBrowser
from tests.sources import ROOT
from tests.sync.device import Device

OTHERS, OTHER_SOURCE = 4, "127.0.0.9"
ALWAYS = ("/healthz", "/version")
QUIET_SECONDS, WARM_UP_SECONDS, ATTACK_SECONDS = 8, 4, 15
BETWEEN_SECONDS = 0.05
TIMES_AT_MOST, HEALTH_MS_AT_MOST = 2, 100


@dataclass(frozen=True)
class Stage:
    """A server, devices of other people, and the one who attacks."""

    server: Server
    others: list[Device]
    target: Target

    def write_rounds(self, device: Device, is_over: Callable[[], bool]) -> list[float]:
        """Sync a change again and again, and return how many milliseconds each round took."""
        return _timed(lambda: device.ask(device.new(name="Li")).status_code == 200, is_over)

    def read_rounds(self, device: Device, is_over: Callable[[], bool]) -> list[float]:
        """Sync nothing again and again."""
        return _timed(lambda: device.ask().status_code == 200, is_over)

    def look(self, source: str, is_over: Callable[[], bool]) -> list[float]:
        """Ask for health and version again and again, as a monitor at this address."""

        def is_alive() -> bool:
            answers = [answer_to(self.server.address, path, source=source) for path in ALWAYS]
            return all(answer.status == 200 for answer in answers)

        return _timed(is_alive, is_over)


@contextmanager
def stage(folder: Path, database_url: str) -> Iterator[Stage]:
    """Set the stage on an empty database."""
    app = create_app(Config(database_url=database_url, instance_dir=folder))
    with push_service() as service:
        service.fail(Fault(201, hang_seconds=600, times=1_000_000))
        here = {
            "DATABASE_URL": database_url,
            "PUSH_HOSTS": service.origin,
            "PUSH_ADDRESSES": "127.0.0.1/32",
            "SIGN_UPS_PER_HOUR": "20",
        }
        server = Server(folder, **here)
        with app.app_context():
            upgrade()
        server.start()
        people = [signed_up(app, f"other-{n}") for n in range(OTHERS)]
        browsers = [HttpBrowser(app, one.id, server.address, OTHER_SOURCE) for one in people]
        others = [Device(one, browser) for one, browser in zip(people, browsers, strict=True)]
        greedy = signed_up(app, "greedy")
        browser = HttpBrowser(app, greedy.id, server.address, SOURCE)
        subscribed(browser, service, str(uuid4()))
        try:
            yield Stage(
                server, others, Target(server.address, database_url, greedy.id, browser.cookie)
            )
        finally:
            for one in (*browsers, browser):
                one.close()
            server.stop()
            with app.app_context():
                db.engine.dispose()


def main() -> int:
    """Run every attack on both databases, print what was noticed, and return the exit code."""
    faults: list[str] = []
    for name in sys.argv[1:] or ATTACKS:
        with TemporaryDirectory() as folder:
            faults += _attacked(name, "SQLite", Path(folder), f"sqlite:///{folder}/earshot.db")
        with TemporaryDirectory() as folder, running_cluster("-c listen_addresses=''") as cluster:
            cluster.run("CREATE DATABASE attacked")
            faults += _attacked(name, "PostgreSQL", Path(folder), cluster.url("attacked"))
    print("\n".join(faults) or "no other client was held up")
    return bool(faults)


def _attacked(name: str, database: str, folder: Path, url: str) -> list[str]:
    with stage(folder, url) as here:
        _measure(here, name, 2)
        quiet, _ = _measure(here, name, QUIET_SECONDS)
        # An attacker computes elsewhere; here it must not take the processor from the server.
        attack = subprocess.Popen(["nice", "-n", "15", *command_of(name, here.target)], cwd=ROOT)
        try:
            _measure(here, name, WARM_UP_SECONDS)
            loud, looks = _measure(here, name, ATTACK_SECONDS)
        finally:
            attack.kill()
            attack.wait()
    before, during, health = p95(quiet), p95(loud), p95(looks)
    print(
        f"{name}, {database}: rounds p95 {before:.1f} -> {during:.1f} ms ({during / before:.1f}x,"
        f" {len(loud)} rounds), health p95 {health:.1f} ms, worst {max(looks):.1f} ms",
        flush=True,
    )
    faults = [f"{name}, {database}: rounds"] * (during > TIMES_AT_MOST * before)
    return faults + [f"{name}, {database}: health"] * (health > HEALTH_MS_AT_MOST)


def _measure(here: Stage, name: str, seconds: float) -> tuple[list[float], list[float]]:
    """Return the milliseconds of others' rounds, and those of looks from both addresses."""
    ends_at = time.monotonic() + seconds

    def is_over() -> bool:
        return time.monotonic() > ends_at

    # While nobody can write, others are those who read.
    round_of = here.read_rounds if name == "held database" else here.write_rounds
    with ThreadPoolExecutor(OTHERS + 2) as pool:
        rounds = [pool.submit(round_of, device, is_over) for device in here.others]
        looks = [pool.submit(here.look, source, is_over) for source in (SOURCE, OTHER_SOURCE)]
    return [ms for one in rounds for ms in one.result()], [
        ms for one in looks for ms in one.result()
    ]


def p95(times: list[float]) -> float:
    """Return what 95 of 100 times are not above."""
    return sorted(times)[int(len(times) * 0.95)]


def _timed(call: Callable[[], bool], is_over: Callable[[], bool]) -> list[float]:
    """Call again and again; one that is not answered well counts as the longest wait."""
    times = []
    while not is_over():
        begun_at = time.perf_counter()
        try:
            is_well = call()
        except (OSError, ValueError, httpx.TransportError):
            is_well = False
        spent_ms = 1000 * (time.perf_counter() - begun_at)
        times.append(spent_ms if is_well else 30_000.0)
        Signal().wait(BETWEEN_SECONDS)
    return times


if __name__ == "__main__":
    sys.exit(main())
