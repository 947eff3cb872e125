"""Networks that cut, repeat, permute and drip: everything is taken exactly once."""

import json
import random
import re
import socket
import time
from statistics import median
from urllib.parse import urlsplit

from tests.faults.device import Answer, Carry, Device
from tests.faults.processes import LI, MARIA, Processes
from tests.faults.ways import HERE
from tests.faults.world import World
from tests.served import ANSWER_SECONDS

DRIPPING = 40
AT_MOST_SECONDS = 2
ORDERS = 8


def test_a_request_cut_after_any_byte_is_taken_whole_or_not_at_all(processes: Processes) -> None:
    phone = processes.phone
    phone.write(MARIA, "ada_1", name="ada_1")
    request = _request(processes, phone)

    for length in range(len(request)):
        with _connected(processes) as line:
            line.sendall(request[:length])

    assert processes.stored.of(phone.account_id) == {}
    processes.come_to_rest()


def test_an_answer_cut_after_any_byte_is_asked_for_again(processes: Processes) -> None:
    phone = processes.phone
    phone.write(MARIA, "ada_1", name="ada_1", notes="grows ada_1")
    heard = 0

    while phone.sync(_cut_answer_after(processes, phone, heard)) == "offline":
        heard += 1

    assert heard > 300
    assert processes.stored.of(phone.account_id)[MARIA].seq == 1
    processes.come_to_rest()


def test_each_request_thrice_and_in_any_order_is_taken_once(world: World) -> None:
    draw = random.Random(1)
    for number in range(ORDERS):
        requests = _three_requests(world, f"ada_{number}") * 3
        draw.shuffle(requests)
        for request in requests:
            answer = world.way(world.phone)(request)
            assert answer
            assert answer.status == 200 or answer.body["code"] in ("seq_gap", "device_forked")
        world.phone.sync(world.way(world.phone))

    world.come_to_rest()
    words = world.server.of(world.phone.account_id)[MARIA].body["notes"].split()
    assert len(words) == len(set(words)) == 3 * ORDERS


def test_forty_who_send_a_byte_at_a_time_hold_up_nobody(processes: Processes) -> None:
    request = _request(processes, processes.phone)
    lines = [_connected(processes) for _ in range(DRIPPING)]
    waits = []

    for place in range(20):
        for line in lines:
            line.sendall(request[place : place + 1])
        processes.bens_phone.write(LI, f"ben_{place}", name=f"ben_{place}")
        began = time.monotonic()
        assert processes.sync(processes.bens_phone) == "synced"
        waits.append(time.monotonic() - began)

    # A machine that is busy for a moment holds up one of them.
    assert median(waits) < AT_MOST_SECONDS
    for line in lines:
        line.close()
    processes.come_to_rest()


def _three_requests(world: World, word: str) -> list[bytes]:
    """Write three times on Ada's phone without a response; each request repeats those before it."""
    requests: list[bytes] = []
    for part in range(3):
        typed = world.phone.holds.record(MARIA)
        notes = typed.body["notes"] if typed else ""
        world.phone.write(MARIA, f"{word}{part}", notes=f"{notes} {word}{part}".strip())
        world.phone.sync(_kept_in(requests))
    return requests


def _request(processes: Processes, device: Device) -> bytes:
    """Return what a device would send now, byte for byte."""
    sent: list[bytes] = []
    device.sync(_kept_in(sent))
    client = processes.client(device)
    lines = [
        "POST /api/sync HTTP/1.1",
        f"Host: {urlsplit(processes.server.address).netloc}",
        *(f"{name}: {value}" for name, value in HERE.items()),
        f"Cookie: {client.headers['Cookie']}",
        f"Content-Length: {len(sent[0])}",
        "Connection: close",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + sent[0]


def _kept_in(sent: list[bytes]) -> Carry:
    """Keep what a device sends, and answer nothing."""

    def keep(content: bytes) -> None:
        sent.append(content)

    return keep


def _connected(processes: Processes) -> socket.socket:
    return socket.create_connection(("127.0.0.1", processes.server.port), timeout=ANSWER_SECONDS)


def _cut_answer_after(processes: Processes, device: Device, length: int) -> Carry:
    """Carry rounds over a line that is cut once so many bytes of the answer were heard."""

    def carry(content: bytes) -> Answer | None:
        head = _request(processes, device).partition(b"\r\n\r\n")[0]
        with _connected(processes) as line:
            line.sendall(head + b"\r\n\r\n" + content)
            heard = _hear(line, length)
        _, _, body = heard.partition(b"\r\n\r\n")
        return Answer(200, json.loads(body)) if _is_whole(heard) else None

    return carry


def _hear(line: socket.socket, length: int) -> bytes:
    heard = b""
    while len(heard) < length and (more := line.recv(length - len(heard))):
        heard += more
    return heard


def _is_whole(heard: bytes) -> bool:
    head, end, body = heard.partition(b"\r\n\r\n")
    length = re.search(rb"Content-Length: (\d+)", head)
    return bool(end) and length is not None and len(body) == int(length[1])
