"""Attacks of one client on a server: what it sends again and again, until it is told to stop.

`python -m tests.faults.attacks NAME TARGET` runs one at full volume, until it is killed.
"""

import gzip
import json
import random
import socket
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from threading import Event as Signal
from threading import Thread
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
from sqlalchemy import create_engine, make_url, text

from tests.cast import PASSWORD

SOURCE = "127.0.0.2"
HERE = {"Sec-Fetch-Site": "same-origin"}
PACKED = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
WAIT_SECONDS = 30
PLACES, PADDING = 49, 980


@dataclass(frozen=True)
class Target:
    """The server that is attacked, and the attacker's account and cookie there."""

    address: str
    database_url: str
    account_id: str
    cookie: str
    seed: int = 1

    def client(self) -> httpx.Client:
        """Return a client of the attacker."""
        return httpx.Client(
            base_url=self.address,
            headers=HERE | {"Cookie": self.cookie},
            timeout=WAIT_SECONDS,
            transport=httpx.HTTPTransport(local_address=SOURCE),
        )


Attack = Callable[[Target, int, Signal], None]


def idle_connections(target: Target, count: int, over: Signal) -> None:
    """Keep connections open and say nothing; those that the server closes are opened again."""
    _keep_open(target, count, over, lambda _: None)


def dripping(target: Target, count: int, over: Signal) -> None:
    """Send a byte a second over each connection, of headers that never end."""
    _keep_open(target, count, over, lambda line: line.send(b"x"))


def slow_push_service(target: Target, count: int, over: Signal) -> None:
    """Ask for trial pushes to a push service that is silent."""
    _repeat(target, count, over, lambda client: client.post("/api/push/trial"))


def held_database(target: Target, count: int, over: Signal) -> None:
    """Hold the database from outside, while many write."""
    body = json.dumps(_round(target, [_change({"name": "Maria"})]))
    holding = Thread(target=_hold, args=(target.database_url, over))
    holding.start()
    _repeat(
        target, count, over, lambda client: client.post("/api/sync", content=body, headers=JSON)
    )
    holding.join()


def sign_ups(target: Target, count: int, over: Signal) -> None:
    """Sign up again and again."""

    def sign_up(client: httpx.Client) -> None:
        client.post("/api/sign-up", json={"email": f"{uuid4()}@earshot.test", "password": PASSWORD})

    _repeat(target, count, over, sign_up)


def packed_bodies(target: Target, count: int, over: Signal) -> None:
    """Send bodies that are small on the wire and large in memory."""
    chance = random.Random(target.seed)
    empty = gzip.compress(b"[" + b"{}," * 1_390_000 + b"{}]")
    long = gzip.compress(json.dumps({"protocol": "x" * 4_000_000}).encode())

    def send(client: httpx.Client) -> None:
        client.post("/api/sync", content=chance.choice((empty, long)), headers=PACKED)

    _repeat(target, count, over, send)


def costly_merges(target: Target, count: int, over: Signal) -> None:
    """Change the same places of a text on two devices, so that the server has to merge them."""
    people = [str(uuid4()) for _ in range(4)]

    def write(client: httpx.Client, mark: str, base_seq: int) -> None:
        changes = [_change({"notes": _text(mark)}, id, base_seq) for id in people]
        for number, change in enumerate(changes, 1):
            change["number"] = number
        body = gzip.compress(json.dumps(_round(target, changes)).encode())
        client.post("/api/sync", content=body, headers=PACKED)

    with target.client() as client:
        write(client, "", 0)
        write(client, "p", len(people))
    _repeat(target, count, over, lambda client: write(client, "q", len(people)))


ATTACKS: dict[str, tuple[Attack, int]] = {
    "idle connections": (idle_connections, 1000),
    "dripping": (dripping, 2100),
    "slow push service": (slow_push_service, 32),
    "held database": (held_database, 40),
    "sign-ups": (sign_ups, 200),
    "packed bodies": (packed_bodies, 32),
    "costly merges": (costly_merges, 4),
}
JSON = {"Content-Type": "application/json"}


def _repeat(
    target: Target, count: int, over: Signal, call: Callable[[httpx.Client], object]
) -> None:
    """Call again and again on so many connections at once."""

    def run() -> None:
        with target.client() as client:
            while not over.is_set():
                with suppress(httpx.TransportError):
                    call(client)

    threads = [Thread(target=run, daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    over.wait()
    for thread in threads:
        thread.join(WAIT_SECONDS)


def _keep_open(
    target: Target, count: int, over: Signal, each_second: Callable[[socket.socket], object]
) -> None:
    place = urlsplit(target.address)
    lines: list[socket.socket | None] = [None] * count
    while not over.is_set():
        for n in range(count):
            try:
                line = lines[n] or _open(str(place.hostname), int(place.port or 0))
                lines[n] = line
                each_second(line)
                if _is_closed(line):
                    line.close()
                    lines[n] = None
            except OSError:
                lines[n] = None
        over.wait(1)
    for one in filter(None, lines):
        one.close()


def _open(host: str, port: int) -> socket.socket:
    line = socket.create_connection((host, port), 1, source_address=(SOURCE, 0))
    line.sendall(b"GET / HTTP/1.1\r\nx: ")
    return line


def _is_closed(line: socket.socket) -> bool:
    line.setblocking(False)
    try:
        return not line.recv(1000)
    except BlockingIOError:
        return False


def _hold(database_url: str, over: Signal) -> None:
    """Hold the write lock of SQLite, or the rows of all accounts."""
    if database_url.startswith("sqlite"):
        with closing(sqlite3.connect(make_url(database_url).database or "")) as holder:
            holder.execute("BEGIN IMMEDIATE")
            over.wait()
        return
    engine = create_engine(database_url)
    with engine.connect() as connection:
        connection.execute(text('SELECT id FROM "user" FOR UPDATE'))
        over.wait()
    engine.dispose()


def _text(mark: str) -> str:
    change = f" {mark}{'a' * PADDING} {mark}" if mark else ""
    return " ".join(f"w{place}{change}" for place in range(PLACES))


def _change(fields: dict[str, str], id: str | None = None, base_seq: int = 0) -> dict[str, object]:
    return {
        "number": 1,
        "kind": "person",
        "id": id or str(uuid4()),
        "base_seq": base_seq,
        "made_at": "2026-05-04T18:30:00.000Z",
        "action": "set",
        "set": fields,
    }


def _round(
    target: Target, changes: list[dict[str, object]], device_id: str = ""
) -> dict[str, object]:
    return {
        "protocol": 1,
        "client": "9.0.0",
        "account_id": target.account_id,
        "device_id": str(uuid4()),
        "epoch": None,
        "cursor": 0,
        "mark": None,
        "last_answered": 0,
        "changes": changes,
        "limit": 1,
    }


def main() -> None:
    """Run an attack until the process is killed."""
    attack, count = ATTACKS[sys.argv[1]]
    attack(Target(**json.loads(sys.argv[2])), count, Signal())


def command_of(name: str, target: Target) -> list[str]:
    """Return the command that runs an attack."""
    return [sys.executable, "-m", "tests.faults.attacks", name, json.dumps(asdict(target))]


if __name__ == "__main__":
    main()
