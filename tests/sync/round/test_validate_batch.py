"""The look at a whole round: what it lets pass, the closer look would let pass as well."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.errors import Refusal
from backend.schema.kinds import KINDS
from backend.sync.round.read_change import read_change
from backend.sync.round.validate_batch import is_valid_batch

GOOD: dict[str, object] = {
    "number": 1,
    "kind": "person",
    "id": str(uuid4()),
    "base_seq": 0,
    "made_at": "2026-05-04T18:30:00.000Z",
    "action": "set",
    "set": {"name": "Søren", "emails": ["soren@fjord.example"], "ring": None, "notes": "a\n\tb"},
}
BAD_VALUES: list[object] = [
    7,
    True,
    None,
    [],
    {},
    "x" * 201,
    "Mar\0ia",
    "one\r\ntwo",
    "Mar\ud800",
    "e\u0301",
]
FIELDS = ["name", "notes", "emails", "ring", "captured_at", "is_me", "favourite", "id"]
BAD = st.sampled_from(BAD_VALUES) | st.text() | st.integers() | st.floats() | st.lists(st.text())


def test_a_round_in_order_passes_at_a_glance() -> None:
    assert is_valid_batch([GOOD, {**GOOD, "action": "delete", "set": None}])
    assert is_valid_batch([{**GOOD, "kind": kind, "set": {}} for kind in KINDS])


@pytest.mark.parametrize("field", [*GOOD, "more"])
@given(value=BAD)
def test_no_bad_frame_passes_at_a_glance(field: str, value: object) -> None:
    _passes_a_closer_look_or_not_at_all({**GOOD, field: value})


@given(content=st.dictionaries(st.sampled_from(FIELDS) | st.text(), BAD, max_size=4))
def test_no_bad_content_passes_at_a_glance(content: dict[str, object]) -> None:
    _passes_a_closer_look_or_not_at_all({**GOOD, "set": content})


def test_what_is_too_much_for_one_change_does_not_pass_at_a_glance() -> None:
    many = {"emails": ["x" * 200] * 100, **dict.fromkeys(("notes", "traits"), "x" * 100000)}
    assert is_valid_batch([{**GOOD, "set": many}])

    assert not is_valid_batch([{**GOOD, "set": many}] * 3)


def _passes_a_closer_look_or_not_at_all(change: dict[str, Any]) -> None:
    if not is_valid_batch([change]):
        return
    try:
        read_change(change, head=2**53, is_good=False)
    except Refusal as refusal:
        assert refusal.fields == {"set": "invalid_value"}
