"""Servers that die or whose disk fails: what was acknowledged is stored, the rest goes again."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.faults.processes import AYA, LI, MARIA, Processes, breakable_server, small_disk

MOST_CALLS = 200
LONG = "grows tomatoes on a roof and " * 3000


def test_a_server_killed_between_commit_and_answer_has_what_it_took(processes: Processes) -> None:
    processes.phone.write(MARIA, "ada_1", name="ada_1")
    processes.break_at("send", 1)

    said = processes.sync(processes.phone)

    assert said == "offline"
    assert processes.stored.of(processes.phone.account_id)[MARIA].body == {"name": "ada_1"}
    processes.restart()
    processes.come_to_rest()


def test_a_server_killed_again_and_again_in_the_midst_of_work_loses_nothing(
    processes: Processes,
) -> None:
    for number in range(1, 4):
        processes.phone.write(MARIA, f"ada_{number}", notes=f"grows ada_{number}")
        processes.laptop.write(LI, f"ada_{number}0", name=f"ada_{number}0")
        processes.sync(processes.laptop)
        processes.break_at("send", 1)
        processes.sync(processes.phone)
        processes.restart()

    processes.come_to_rest()


@pytest.mark.parametrize("call", ["write", "sync"])
def test_whichever_call_to_the_disk_fails_what_was_acknowledged_is_stored(
    processes: Processes, call: str
) -> None:
    failed = []
    for n in count(1):
        word = f"ada_{n}"
        processes.phone.write(MARIA, word, name=word, notes=f"grows {word}")
        processes.break_at(call, n)
        failed.append(processes.sync(processes.phone) != "synced")
        _check_acknowledged_is_stored(processes)
        # What the server does by itself may meet a fault in place of the round.
        if n >= 3 and not any(failed[-3:]):
            break

    assert any(failed) and n < MOST_CALLS
    processes.come_to_rest()
    processes.restart()
    processes.come_to_rest()


def test_a_disk_that_fills_up_between_two_rounds_is_said_so_and_can_be_read(
    processes: Processes,
) -> None:
    processes.phone.write(MARIA, "ada_1", name="ada_1")
    processes.sync(processes.phone)
    processes.phone.write(LI, "ada_2", name="ada_2")
    processes.bens_phone.write(AYA, "ben_1", name="ben_1")
    processes.break_at("full", 1)

    said = [processes.sync(device) for device in processes.devices]

    assert said == ["server_full", "synced", "server_full"]
    assert processes.laptop.holds.records[MARIA].body == {"name": "ada_1"}
    processes.come_to_rest()


def test_a_small_disk_fills_up_and_everything_acknowledged_is_on_it(cramped: Processes) -> None:
    said, n = "synced", 0
    while said == "synced":
        n += 1
        cramped.phone.write(cramped.phone.new_id(), f"ada_{n}", notes=f"{LONG} ada_{n}")
        said = cramped.sync(cramped.phone)

    assert (said, cramped.sync(cramped.laptop)) == ("server_full", "synced")
    assert n > 3
    _check_acknowledged_is_stored(cramped)


@pytest.fixture
def cramped(tmp_path: Path, shim: Path) -> Iterator[Processes]:
    """A server on a disk of 3 MB; where none may be mounted, one that fails as if it were full."""
    with small_disk(tmp_path / "instance") as is_small:
        server = breakable_server(tmp_path, shim)
        processes = Processes(server)
        if not is_small:
            processes.break_at("full", 200)
        yield processes
        processes.close()
        server.stop()


def _check_acknowledged_is_stored(processes: Processes) -> None:
    """Check that what the device believes to be at the server is in the server's file."""
    holds = processes.phone.holds
    waiting = {row.id for row in holds.outbox}
    there = processes.stored.of(processes.phone.account_id)
    for id, record in holds.records.items():
        assert id in waiting or there[id].body == record.body
