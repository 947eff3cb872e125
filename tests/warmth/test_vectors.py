"""The rules of warmth and nudges on the vectors that the browser's rules are held to as well."""

from datetime import datetime
from typing import Any

import pytest

from backend.warmth.formula import balance, depth, recency, warmth_of
from backend.warmth.nudge import next_nudge
from backend.warmth.sentence import explain
from backend.warmth.warmth import warmth
from tests.warmth.ties import VECTORS, spelled, vectors
from tests.warmth.write_vectors import at_random

WARMTH = vectors("warmth.json")
NUDGES = vectors("nudges.json")


@pytest.mark.parametrize("golden", WARMTH["golden"], ids=str)
def test_the_formula_gives_its_golden_values(golden: dict[str, Any]) -> None:
    weight, x, mine, theirs = (golden[name] for name in ("weight", "x", "mine", "theirs"))

    value = warmth_of(depth(weight), recency(x), balance(mine, theirs))

    assert value == golden["warmth"]


@pytest.mark.parametrize("case", WARMTH["cases"], ids=lambda case: case["name"])
def test_a_tie_is_as_warm_as_it_should_be(case: dict[str, Any]) -> None:
    warm = warmth(spelled(case["tie"]), datetime.fromisoformat(WARMTH["now"]))

    assert warm.state == case["state"]
    assert warm.warmth == int(case["says"].split(":")[0])
    assert explain(warm) == case["says"]


@pytest.mark.parametrize("case", NUDGES["cases"], ids=lambda case: case["name"])
def test_the_next_nudge_comes_when_it_should(case: dict[str, Any]) -> None:
    nudge = next_nudge(spelled(case["tie"]), datetime.fromisoformat(NUDGES["now"]))

    assert (nudge and " ".join(nudge)) == case["nudge"]


def test_the_ties_at_random_are_judged_as_they_were() -> None:
    assert (VECTORS / "ties.json").read_text() == at_random()
