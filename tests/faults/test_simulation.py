"""Three devices, two accounts, and everything that can go wrong: at rest nothing is lost."""

from tests.faults.conftest import NewWorld
from tests.faults.simulation import simulate

RUNS = 300
SEED = 1


def test_whatever_goes_wrong_nothing_is_lost_doubled_or_different(new_world: NewWorld) -> None:
    simulate(new_world, RUNS, SEED)
