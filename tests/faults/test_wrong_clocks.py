"""Clocks that are years off, on devices and on the server: no record depends on them."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Clock
from tests.faults.conftest import NewWorld
from tests.faults.processes import LI, MARIA
from tests.faults.world import World

DECADE = timedelta(days=3650)


def test_the_clock_of_a_device_changes_no_record(new_world: NewWorld) -> None:
    told = []
    for ahead in (timedelta(), timedelta(hours=48), DECADE, -DECADE):
        world = new_world()
        world.laptop.clock_ahead = ahead
        told.append(_conflict(world))

    assert told[0][MARIA][1]["name"]
    assert all(one == told[0] for one in told)


@pytest.mark.parametrize("off", [DECADE, -DECADE], ids=["ahead", "behind"])
def test_the_clock_of_the_server_changes_no_record(
    new_world: NewWorld, clock: Clock, off: timedelta
) -> None:
    right = _conflict(new_world())

    clock.now += off
    wrong = _conflict(new_world())

    assert wrong == right


def test_a_server_whose_clock_goes_back_ten_years_goes_on(world: World, clock: Clock) -> None:
    _conflict(world)

    clock.now -= DECADE
    world.phone.write(MARIA, "ada_8", name="ada_8")
    world.laptop.write(MARIA, "ada_9", name="ada_9")

    world.come_to_rest()


def _conflict(
    world: World,
) -> dict[str, tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]]:
    """Change the same things on both of Ada's devices, and return the outcome."""
    world.phone.write(MARIA, "ada_1", name="ada_1", notes="grows ada_1")
    world.come_to_rest()
    world.phone.write(MARIA, "ada_2", name="ada_2", notes="grows ada_1 ada_2")
    world.laptop.write(MARIA, "ada_3", name="ada_3", notes="ada_3 grows ada_1")
    world.laptop.write(LI, "ada_4", name="ada_4")
    world.laptop.delete(MARIA)
    world.come_to_rest()
    stored = world.server.of(world.phone.account_id)
    return {id: (record.body, record.kept, record.past) for id, record in stored.items()}
