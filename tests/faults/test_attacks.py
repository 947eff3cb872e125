"""One client attacks: all others are answered meanwhile, and what they write is stored."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event as Signal
from threading import Thread
from uuid import uuid4

import pytest

from tests.e2e.waiting import wait_until
from tests.faults.attacks import ATTACKS, SOURCE
from tests.faults.under_attack import ALWAYS, OTHER_SOURCE, Stage, stage
from tests.postgresql import Cluster
from tests.raw_http import answer_to
from tests.sync.device import Device

# Enough to stop a server that gives everything to whoever comes first.
SHORT = {
    "idle connections": 300,
    "dripping": 300,
    "slow push service": 40,
    "held database": 40,
    "sign-ups": 40,
    "packed bodies": 12,
    "costly merges": 4,
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def here(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    folder: Path = tmp_path_factory.mktemp("attacked")
    url = f"sqlite:///{folder / 'earshot.db'}"
    if request.param == "postgresql":
        cluster: Cluster = request.getfixturevalue("cluster")
        name = f"attacked_{uuid4().hex}"
        cluster.run(f"CREATE DATABASE {name}")
        url = cluster.url(name)
    with stage(folder, url) as here:
        yield here


@pytest.mark.parametrize("name", ATTACKS)
def test_while_one_client_attacks_others_are_answered(here: Stage, name: str) -> None:
    attack, over = ATTACKS[name][0], Signal()
    attacking = Thread(target=attack, args=(here.target, SHORT[name], over))
    attacking.start()
    try:
        for device in here.others:
            wait_until(partial(_is_answered, device), "an idle round")
        looks = [
            answer_to(here.server.address, path, source=source).status
            for path in ALWAYS
            for source in (SOURCE, OTHER_SOURCE)
        ]
        is_going_on = not over.is_set() and attacking.is_alive()
    finally:
        over.set()
        attacking.join()
    for device in here.others:
        change = device.new(name=name)
        wait_until(partial(_is_answered, device, change), "a change")

    assert is_going_on
    assert looks == [200] * 4


def _is_answered(device: Device, *changes: dict[str, object]) -> bool:
    return bool(device.ask(*changes).status_code == 200)
