"""A world whose server is a process of its own, with a disk that breaks on command."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from uuid import UUID

import httpx

from tests.cast import PASSWORD
from tests.e2e.server import Server
from tests.faults.device import Carry, Device
from tests.faults.dump import Dump, read_server
from tests.faults.judge import heal, judge
from tests.faults.ways import HERE, over
from tests.served import ANSWER_SECONDS

SHIM = Path(__file__).with_name("broken_disk.c")
ARMINGS, FAMILIES = count(1), count(1)
MARIA, LI, AYA = (str(UUID(int=number)) for number in (1, 2, 3))


@contextmanager
def small_disk(place: Path) -> Iterator[bool]:
    """Mount a disk of 3 MB, and yield whether this machine allows it."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    is_mounted = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(place)], check=True)


def build_shim(folder: Path) -> Path:
    """Compile what breaks the server's disk."""
    target = folder / "broken_disk.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", target, SHIM, "-ldl"], check=True)
    return target


def breakable_server(folder: Path, shim: Path) -> Server:
    """Start a server whose disk can be broken."""
    server = Server(folder, LD_PRELOAD=str(shim), FAULTS=str(folder / "faults"))
    server.start()
    return server


class Processes:
    """A server process, Ada with phone and laptop, Ben with a phone, each over a real network."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._family = next(FAMILIES)
        self._faults = server.log.with_name("faults")
        self._clients = {name: self._signed("up", name) for name in ("ada", "ben")}
        self._clients["ada's laptop"] = self._signed("in", "ada")
        self.phone = Device("ada's phone", self._account("ada"))
        self.laptop = Device("ada's laptop", self._account("ada"))
        self.bens_phone = Device("ben's phone", self._account("ben"))
        self.devices = [self.phone, self.laptop, self.bens_phone]

    @property
    def stored(self) -> Dump:
        """Return what the server's file holds now."""
        return read_server(self.server.log.with_name("instance") / "earshot.db")

    def client(self, device: Device) -> httpx.Client:
        """Return the signed-in connections of a device."""
        names = {self.phone.name: "ada", self.bens_phone.name: "ben"}
        return self._clients[names.get(device.name, device.name)]

    def way(self, device: Device) -> Carry:
        """Return the way from a device to the server."""
        return over(self.client(device))

    def sync(self, device: Device) -> str:
        """Exchange rounds with a device; return what stopped it, or "synced"."""
        return device.sync(self.way(device))

    def break_at(self, call: str, n: int) -> None:
        """Break the n-th of these calls from now on: write, sync, full or send."""
        self._faults.write_text(f"{next(ARMINGS)} {call} {n}")

    def mend(self) -> None:
        """Break nothing any more."""
        self._faults.unlink(missing_ok=True)

    def restart(self) -> None:
        """Kill the server and start it on a disk that is whole again."""
        self.mend()
        self.server.restart()

    def come_to_rest(self) -> None:
        """Heal everything, and let the judge look."""
        self.mend()
        heal(self.devices, self.sync)
        judge(self.devices, self.stored)

    def close(self) -> None:
        """Mend what was broken, and leave the server to others."""
        self.mend()
        for client in self._clients.values():
            client.close()

    def _signed(self, how: str, name: str) -> httpx.Client:
        client = httpx.Client(base_url=self.server.address, timeout=ANSWER_SECONDS)
        words = {"email": f"{name}-{self._family}@earshot.test", "password": PASSWORD}
        answer = client.post(f"/api/sign-{how}", json=words, headers=HERE)
        client.headers["Cookie"] = answer.headers["set-cookie"].partition(";")[0]
        return client

    def _account(self, name: str) -> str:
        account: str = self._clients[name].get("/api/account", headers=HERE).json()["account"]["id"]
        return account
