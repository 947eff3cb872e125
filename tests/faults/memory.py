"""`make soak`: what 20,000 mixed requests leave in the memory of a server."""

import gzip
import random
import resource
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import httpx

from tests.faults.under_attack import Stage, stage
from tests.postgresql import running_cluster
from tests.sync.device import Device

FIRST, ALL = 5_000, 20_000
GROWTH_MIB_AT_MOST = 10
LIVELY, STRANGERS = 8, 40
Call = Callable[[], object]


def main() -> int:
    """Measure on both databases, print the figures, and return the exit code."""
    seed = int(sys.argv[1]) if sys.argv[1:] else random.SystemRandom().randrange(2**32)
    print(f"memory: seed {seed}", flush=True)
    with TemporaryDirectory() as folder:
        growth = [_measure("SQLite", Path(folder), f"sqlite:///{folder}/earshot.db", seed)]
    with TemporaryDirectory() as folder, running_cluster("-c listen_addresses=''") as cluster:
        cluster.run("CREATE DATABASE measured")
        growth.append(_measure("PostgreSQL", Path(folder), cluster.url("measured"), seed))
    return max(growth) > GROWTH_MIB_AT_MOST


def _measure(database: str, folder: Path, url: str, seed: int) -> float:
    """Send the requests, and return by how many MiB the server grew after the first part."""
    with stage(folder, url) as here:
        chance = random.Random(seed)
        _send(here, chance, FIRST)
        first = _resident_mib(here.server.pid)
        _send(here, chance, ALL - FIRST)
        last = _resident_mib(here.server.pid)
    print(
        f"memory, {database}: {first:.1f} MiB after {FIRST} requests, {last:.1f} MiB after {ALL}"
        f" ({last - first:+.1f} MiB)",
        flush=True,
    )
    return last - first


def _resident_mib(pid: int) -> float:
    """Return the memory of a process that is not swapped out (proc(5), statm)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def _send(here: Stage, chance: random.Random, count: int) -> None:
    with ThreadPoolExecutor(len(here.others)) as pool:
        each = count // len(here.others)
        runs = [
            pool.submit(_run, here.server.address, device, chance.randrange(2**32), each)
            for device in here.others
        ]
    for run in runs:
        run.result()


def _run(address: str, device: Device, seed: int, count: int) -> None:
    chance = random.Random(seed)
    # Strangers from many addresses: one who is refused again and again would have to rest.
    strangers = [
        httpx.Client(base_url=address, timeout=60, transport=_from(f"127.1.{n}.{seed % 250 + 1}"))
        for n in range(STRANGERS)
    ]
    calls = [_calls(device, client, chance) for client in strangers]
    for _ in range(count):
        chance.choice(chance.choice(calls))()
    for client in strangers:
        client.close()


def _from(source: str) -> httpx.HTTPTransport:
    return httpx.HTTPTransport(local_address=source)


def _calls(device: Device, client: httpx.Client, chance: random.Random) -> list[Call]:
    """Return the calls, those that devices make most often several times."""
    here = {"Sec-Fetch-Site": "same-origin"}
    json = here | {"Content-Type": "application/json"}
    packed = json | {"Content-Encoding": "gzip"}
    bomb = gzip.compress(b"[" + b"{}," * 500_000 + b"{}]")

    def write() -> None:
        device.round(device.new(name="Maria", notes="grows tomatoes " * chance.randrange(200)))

    def misspell() -> None:
        client.post("/api/session", content=chance.randbytes(chance.randrange(5000)), headers=json)

    def stranger() -> None:
        client.get(f"/{uuid4()}", headers={"Origin": f"https://{uuid4()}.test"})

    return [
        *[device.ask] * LIVELY,
        *[write] * LIVELY,
        partial(client.get, "/version"),
        partial(client.get, "/healthz"),
        partial(client.get, "/"),
        partial(client.get, "/api/session", headers=here),
        partial(client.get, f"/feed/{uuid4()}.ics"),
        partial(client.post, "/api/sign-in", content=bomb, headers=packed),
        partial(client.post, "/api/sign-in", content=b"[" * 9_000, headers=json),
        misspell,
        stranger,
    ]


if __name__ == "__main__":
    sys.exit(main())
