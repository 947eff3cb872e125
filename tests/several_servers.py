"""Two server processes on one PostgreSQL that can be crashed, and devices that keep pushing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event as Signal
from uuid import uuid4

import httpx
from flask import Flask

from backend import create_app
from backend.config import Config
from backend.db import db
from tests.cast import Person, signed_up
from tests.e2e.server import Server
from tests.postgresql import Cluster, running_cluster
from tests.served import HttpBrowser
from tests.sources import ROOT
from tests.sync.device import Device

# Without fsync=off: what was acknowledged has to survive a crash.
DURABLE = "-c listen_addresses=''"
BETWEEN_TRIES_SECONDS = 0.05
TRIES_AT_MOST = 600


class Pusher:
    """A device that sends people up, two to a round, until each round is taken."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self.sent: list[str] = []
        self.answers: list[tuple[int, str | None]] = []

    def push(self, rounds: int) -> None:
        """Send so many rounds, each again and again until the server has taken it."""
        for _ in range(rounds):
            self.push_one()

    def push_until(self, enough: Signal) -> None:
        """Send rounds until it is enough."""
        while not enough.is_set():
            self.push_one()

    def push_one(self) -> None:
        """Send one round until it is taken."""
        changes = [self.device.new(name="Maria"), self.device.new(name="Li")]
        for _ in range(TRIES_AT_MOST):
            if self._is_taken(changes):
                break
            Signal().wait(BETWEEN_TRIES_SECONDS)
        self.sent += [change["id"] for change in changes]

    def _is_taken(self, changes: list[dict[str, object]]) -> bool:
        try:
            answer = self.device.ask(*changes)
        except httpx.TransportError:
            return False
        self.answers.append((answer.status_code, answer.headers.get("Retry-After")))
        if answer.status_code == 200:
            self.device.take(changes, answer.json)
        return bool(answer.status_code == 200)


class Servers:
    """Two servers, started at once on an empty database that both want to migrate."""

    def __init__(self, folder: Path, cluster: Cluster) -> None:
        self.cluster, self.url = cluster, cluster.url("shared")
        cluster.run("CREATE DATABASE shared")
        self._servers = [Server(_made(folder / name), DATABASE_URL=self.url) for name in "ab"]
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(Server.start, self._servers))
        self._browsers: list[HttpBrowser] = []
        self._app: Flask = create_app(Config(database_url=self.url, instance_dir=folder))

    def guest(self) -> Person:
        """Put somebody in the database."""
        return signed_up(self._app, f"guest-{uuid4()}")

    def pushers(self, owner: Person, count: int) -> list[Pusher]:
        """Return devices of one owner, each at the other server than the one before."""
        addresses = [server.address for server in self._servers]
        browsers = [HttpBrowser(self._app, owner.id, addresses[n % 2]) for n in range(count)]
        self._browsers += browsers
        return [Pusher(Device(owner, browser)) for browser in browsers]

    def migrate(self, folder: Path) -> None:
        """Run the migrations of a folder as an operator does."""
        command = [sys.executable, "-m", "flask", "--app", "app", "db", "upgrade"]
        settings = {"DATABASE_URL": self.url, "INSTANCE_DIR": str(folder)}
        subprocess.run(
            [*command, "-d", str(folder)], cwd=ROOT, env=os.environ | settings, check=True
        )

    def stop(self) -> None:
        """End both."""
        with self._app.app_context():
            db.engine.dispose()
        for one in self._browsers:
            one.close()
        for server in self._servers:
            server.stop()


@contextmanager
def two_servers(folder: Path) -> Iterator[Servers]:
    """Start a cluster and two servers, and leave nothing of them behind."""
    with running_cluster(DURABLE) as cluster:
        servers = Servers(folder, cluster)
        yield servers
        servers.stop()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
