"""The judge of every fault: nothing may be stuck, foreign, doubled, lost or different."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from enum import IntEnum

from tests.faults.device import Device, words_in
from tests.faults.dump import Dump, Kept
from tests.faults.storage import Stored
from tests.faults.typing_in import laid_over

PATIENCE_SECONDS = 30


class Verdict(IntEnum):
    """What is wrong; the number is what a program ends with."""

    DIVERGED = 1
    LOST = 2
    DOUBLED = 3
    FOREIGN = 4
    CURSOR_WENT_BACK = 5
    STUCK = 12


class Judged(AssertionError):
    """A verdict, and what it rests on."""

    def __init__(self, verdict: Verdict, reason: str) -> None:
        super().__init__(f"{verdict.name.lower()}: {reason}")
        self.verdict = verdict


def heal(devices: list[Device], sync: Callable[[Device], str]) -> None:
    """Sync every device undisturbed until all outboxes are empty and all news has arrived.

    Raises:
        Judged: Stuck, where that takes over 30 seconds or nothing moves any more.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        before = [device.holds for device in devices]
        said = [sync(device) for device in devices]
        is_still = before == [device.holds for device in devices]
        if is_still and said == ["synced"] * len(devices):
            return
        if time.monotonic() > until or (is_still and "offline" not in said):
            waiting = {device.name: len(device.holds.outbox) for device in devices}
            raise Judged(Verdict.STUCK, f"{said}, waiting: {waiting}")


def judge(devices: list[Device], server: Dump) -> None:
    """Compare all devices with each other, with the server, and with what was reported as saved.

    Raises:
        Judged: With the first verdict that fits.
    """
    for verdict, find in (
        (Verdict.STUCK, _waiting),
        (Verdict.LOST, _damage),
        (Verdict.FOREIGN, _foreign),
        (Verdict.CURSOR_WENT_BACK, _odd),
        (Verdict.DOUBLED, _doubled),
        (Verdict.LOST, _lost),
        (Verdict.DIVERGED, _different),
    ):
        reasons = list(find(devices, server))
        if reasons:
            raise Judged(verdict, "; ".join(reasons))


def _waiting(devices: list[Device], server: Dump) -> Iterator[str]:
    for device in devices:
        yield from (f"{device.name} still has {row}" for row in device.holds.outbox)


def _damage(devices: list[Device], server: Dump) -> Iterator[str]:
    if server.integrity != "ok":
        yield f"the server's file is damaged: {server.integrity}"


def _foreign(devices: list[Device], server: Dump) -> Iterator[str]:
    for device in devices:
        words = {one.word for other in devices for one in other.saved if _differ(other, device)}
        at_server = [record.said() for record in server.of(device.account_id).values()]
        seen = set(words_in([device.holds.records, at_server]))
        yield from (f"{device.name}'s account sees {word}" for word in sorted(words & seen))


def _differ(one: Device, other: Device) -> bool:
    return one.account_id != other.account_id


def _odd(devices: list[Device], server: Dump) -> Iterator[str]:
    for device in devices:
        reached: dict[str, int] = {}
        for device_id, cursor in device.cursors:
            if cursor < reached.get(device_id, 0):
                yield f"{device.name} was sent from {reached[device_id]} back to {cursor}"
            reached[device_id] = cursor
        yield from (f"{device.name} met {one}" for one in device.odd)


def _doubled(devices: list[Device], server: Dump) -> Iterator[str]:
    for account_id in {device.account_id for device in devices}:
        records = server.of(account_id)
        made = {id for device in _of(devices, account_id) for id in device.made}
        yield from (f"nobody made {id}" for id in records.keys() - made)
        seqs = Counter(record.seq for record in records.values())
        yield from (f"seq {seq} was given twice" for seq, count in seqs.items() if count > 1)
        for id, record in records.items():
            for name, value in record.body.items():
                if name in record.kept:
                    # It says of itself that it holds two versions.
                    continue
                words = Counter(words_in(value))
                twice = [word for word, times in words.items() if times > 1]
                yield from (f"{word} is twice in {name} of {id}" for word in twice)


def _lost(devices: list[Device], server: Dump) -> Iterator[str]:
    for device in devices:
        for one in device.owed():
            record = server.of(device.account_id).get(one.id)
            said = words_in([record and record.said(), _refused(device, one.id)])
            if one.word not in said:
                yield f"{one.word}, saved on {device.name} as {one.field} of {one.id}"


def _refused(device: Device, id: str) -> object:
    record = device.holds.record(id)
    return record and record.refused and record.refused.set


def _different(devices: list[Device], server: Dump) -> Iterator[str]:
    for device in devices:
        here = {record.id: record for record in device.holds.records.values() if _is_up(record)}
        there = server.of(device.account_id)
        for id in here.keys() | there.keys():
            ours = _as_told(here[id]) if id in here else None
            theirs = _as_held(there[id]) if id in there else None
            if ours != theirs and not _waits_for_mending(here.get(id), there.get(id)):
                yield f"{id} is {ours} on {device.name} and {theirs} at the server"


def _is_up(record: Stored) -> bool:
    """Check whether the server has to know of a record: not of one deleted or refused before."""
    return record.seq > 0 or not (record.is_deleted or record.refused)


def _waits_for_mending(ours: Stored | None, theirs: Kept | None) -> bool:
    """Check whether a device still shows what is deleted, for what was typed there was refused."""
    return bool(ours and ours.refused and theirs and theirs.is_deleted)


def _as_told(record: Stored) -> tuple[object, ...]:
    if record.is_deleted:
        return record.kind, record.seq, None, None
    body = laid_over(record.body, record.refused.was) if record.refused else record.body
    return record.kind, record.seq, body, record.kept


def _as_held(record: Kept) -> tuple[object, ...]:
    if record.is_deleted:
        return record.kind, record.seq, None, None
    return record.kind, record.seq, record.body, record.kept


def _of(devices: list[Device], account_id: str) -> list[Device]:
    return [device for device in devices if device.account_id == account_id]
