"""Values are compared as JSON; the app compares in the same way (tests/vectors)."""

import json
from pathlib import Path
from typing import Any

import pytest

from backend.schema.json_values import json_key, same_json

VECTORS = json.loads((Path(__file__).parents[1] / "vectors/same_values.json").read_text())


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["say"])
def test_values_are_compared_as_json(case: dict[str, Any]) -> None:
    one, other, same = case["one"], case["other"], case["same"]

    assert same_json(one, other) is same
    assert same_json(other, one) is same
    assert (json_key(one) == json_key(other)) is same
