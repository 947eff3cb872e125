"""The judge itself: it lets a healthy world pass, and each thing that is wrong has its verdict."""

import json

import pytest

from tests.faults.judge import Judged, Verdict, heal, judge
from tests.faults.ways import request_lost
from tests.faults.world import World

MARIA, LI = "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002"


@pytest.fixture
def healthy(world: World) -> World:
    """Ada's phone and laptop know Maria, Ben's phone knows Li; all are at rest."""
    world.phone.write(MARIA, "ada_1", notes="grows ada_1")
    world.bens_phone.write(LI, "ben_1", name="ben_1")
    world.come_to_rest()
    return world


def test_a_healthy_world_passes(healthy: World) -> None:
    judge(healthy.devices, healthy.server)


def test_devices_that_differ_are_diverged(healthy: World) -> None:
    with healthy.laptop.storage.together() as contents:
        contents.records[MARIA].body["name"] = "Mary"

    assert _verdict(healthy) is Verdict.DIVERGED


def test_a_server_that_differs_is_diverged(healthy: World) -> None:
    body = json.dumps({"notes": "grows ada_1", "name": "Mary"})
    healthy.change("UPDATE record SET body = ? WHERE id = ?", body, MARIA)

    assert _verdict(healthy) is Verdict.DIVERGED


def test_a_record_that_is_nowhere_is_lost(healthy: World) -> None:
    healthy.change("DELETE FROM record WHERE id = ?", MARIA)

    assert _verdict(healthy) is Verdict.LOST


def test_a_word_that_only_looks_like_another_is_lost(healthy: World) -> None:
    healthy.phone.write(MARIA, "ada_12", notes="grows ada_1 ada_12")
    healthy.come_to_rest()
    healthy.change("DELETE FROM revision")
    healthy.change("UPDATE record SET body = ? WHERE id = ?", '{"notes": "grows ada_12"}', MARIA)

    assert _verdict(healthy) is Verdict.LOST


def test_a_damaged_file_has_lost_something(healthy: World) -> None:
    server = healthy.server
    server.integrity = "row 3 missing from index"

    with pytest.raises(Judged) as judged:
        judge(healthy.devices, server)

    assert judged.value.verdict is Verdict.LOST


def test_a_word_that_stands_twice_is_doubled(healthy: World) -> None:
    healthy.change("UPDATE record SET body = ? WHERE id = ?", '{"notes": "ada_1 ada_1"}', MARIA)

    assert _verdict(healthy) is Verdict.DOUBLED


def test_a_record_that_nobody_made_is_doubled(healthy: World) -> None:
    healthy.phone.made.clear()

    assert _verdict(healthy) is Verdict.DOUBLED


def test_bens_words_on_adas_laptop_are_foreign(healthy: World) -> None:
    with healthy.laptop.storage.together() as contents:
        contents.records[MARIA].body["notes"] = "grows ben_1"

    assert _verdict(healthy) is Verdict.FOREIGN


def test_bens_words_among_adas_at_the_server_are_foreign(healthy: World) -> None:
    healthy.change("UPDATE record SET body = ? WHERE id = ?", '{"notes": "ada_1 ben_1"}', MARIA)

    assert _verdict(healthy) is Verdict.FOREIGN


def test_a_cursor_that_goes_back_is_found_out(healthy: World) -> None:
    device_id, cursor = healthy.laptop.cursors[-1]
    healthy.laptop.cursors.append((device_id, cursor - 1))

    assert _verdict(healthy) is Verdict.CURSOR_WENT_BACK


def test_an_outbox_that_never_empties_is_stuck(healthy: World) -> None:
    healthy.phone.write(MARIA, "ada_2", name="ada_2")
    healthy.change(
        "CREATE TRIGGER broken BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, ''); END"
    )

    with pytest.raises(Judged) as judged:
        heal(healthy.devices, lambda device: device.sync(healthy.way(device)))

    assert judged.value.verdict is Verdict.STUCK


def test_a_change_that_waits_still_is_stuck(healthy: World) -> None:
    healthy.phone.write(MARIA, "ada_2", name="ada_2")
    healthy.phone.sync(request_lost(healthy.way(healthy.phone)))

    assert _verdict(healthy) is Verdict.STUCK


def test_each_verdict_has_the_number_that_a_program_ends_with() -> None:
    numbers = {verdict.name: verdict.value for verdict in Verdict}

    assert numbers == {
        "DIVERGED": 1,
        "LOST": 2,
        "DOUBLED": 3,
        "FOREIGN": 4,
        "CURSOR_WENT_BACK": 5,
        "STUCK": 12,
    }


def _verdict(world: World) -> int:
    with pytest.raises(Judged) as judged:
        judge(world.devices, world.server)
    return judged.value.verdict
