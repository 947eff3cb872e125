"""Bad input: refused with a code, alone where it is one change, the same on both databases."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sync.device import Device

ID = "0192f3c4-0000-7000-8000-00000000abcd"
DEEP = json.loads("[" * 40 + "]" * 40)

BAD_CHANGES = [
    ({"kind": "Person"}, "invalid_change"),
    ({"kind": "x" * 65}, "invalid_change"),
    ({"kind": "per\0son"}, "invalid_change"),
    ({"kind": None}, "invalid_change"),
    ({"id": "1"}, "invalid_change"),
    ({"id": ID.upper()}, "invalid_change"),
    ({"id": "x" * 5000}, "invalid_change"),
    ({"id": f"{ID}\0"}, "invalid_change"),
    ({"id": {"$ne": 1}}, "invalid_change"),
    ({"base_seq": -1}, "invalid_change"),
    ({"base_seq": 2**63}, "invalid_change"),
    ({"base_seq": 99}, "invalid_change"),
    ({"base_seq": None}, "invalid_change"),
    ({"made_at": "now"}, "invalid_change"),
    ({"made_at": "\ud800"}, "invalid_change"),
    ({"action": "purge"}, "invalid_change"),
    ({"action": "delete", "set": {"name": "Li"}}, "invalid_change"),
    ({"set": None}, "invalid_change"),
    ({"set": []}, "invalid_change"),
    ({"set": {"\ud800": 1}}, "invalid_change"),
    ({"owner_id": ID}, "invalid_change"),
    ({"seq": 1}, "invalid_change"),
    ({"set": {"owner_id": ID}}, "server_only"),
    ({"set": {"name": "\ud800"}}, "invalid_text"),
    ({"set": {"name": "NUL\0"}}, "invalid_text"),
    ({"set": {"new": "\ud800\0"}}, "invalid_text"),
    ({"set": {"new": 2**63}}, "invalid_value"),
    ({"set": {"name": 1.5}}, "invalid_value"),
    ({"set": {"new": DEEP}}, "too_deep"),
]


@pytest.mark.parametrize(("unusual", "code"), BAD_CHANGES)
def test_a_bad_change_is_refused_alone(
    phone: Device, laptop: Device, unusual: dict[str, Any], code: str
) -> None:
    good = [phone.new(name="Maria")]
    bad = phone.change(ID, {"name": "Li"}, **unusual)
    good.append(phone.new(name="Ana"))

    results = phone.round(good[0], bad, good[1])["results"]

    assert [result["outcome"] for result in results] == ["applied", "rejected", "applied"]
    assert results[1]["code"] == code
    assert set(laptop.catch_up()) == {change["id"] for change in good}


@pytest.mark.parametrize("number", [None, 0, -1, "1", 1.5, True, 2**63, [], 2**53 + 1])
def test_a_change_without_a_number_cannot_be_answered(phone: Device, number: object) -> None:
    refusal = phone.refused(phone.change(ID, {"name": "Li"}, number=number))

    assert (refusal["status"], refusal["code"]) == (422, "bad_request")
    assert refusal["fields"] == {"changes.0.number": "invalid_value"}


@pytest.mark.parametrize("change", [None, 1, "x", [], {}, [[]]])
def test_what_is_no_change_cannot_be_answered(phone: Device, change: object) -> None:
    assert phone.refused(change)["status"] == 422


@pytest.mark.parametrize(
    "unusual",
    [
        {"device_id": "1"},
        {"device_id": "\0" * 36},
        {"cursor": -1},
        {"cursor": 2**63},
        {"cursor": "0"},
        {"cursor": True},
        {"epoch": 1},
        {"epoch": "x" * 65},
        {"mark": "\0"},
        {"mark": "\ud800"},
        {"last_answered": None},
        {"changes": {}},
        {"limit": 0},
        {"limit": 501},
        {"protocol": "1"},
        {"client": None},
        {"account_id": None},
        {"more": True},
    ],
)
def test_a_bad_frame_is_refused_as_a_whole(phone: Device, unusual: dict[str, Any]) -> None:
    refusal = phone.refused(phone.new(name="Maria"), **unusual)

    assert refusal["status"] == 422
    assert refusal["code"] in ("bad_request", "invalid_text")


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(), max_size=20),
    st.sampled_from(["\ud800", "\0", ID, "person", "2026-05-04T18:30:00Z", "set"]),
)
JUNK = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)
NAMES = st.sampled_from(["kind", "id", "base_seq", "made_at", "action", "set", "extra"])


@given(st.lists(st.dictionaries(NAMES, JUNK, max_size=4), min_size=1, max_size=4))
@settings(max_examples=150)
def test_no_junk_in_a_change_brings_the_server_down_or_hurts_its_neighbours(
    phone: Device, junk: list[dict[str, Any]]
) -> None:
    junk_changes = [phone.change(ID, {"name": "Li"}, **unusual) for unusual in junk]
    neighbour = phone.new(name="Maria")

    results = phone.round(*junk_changes, neighbour)["results"]

    assert results[-1]["outcome"] == "applied"
    assert len(results) == len(junk) + 1


@given(st.dictionaries(st.sampled_from(["name", "notes", "ring", "emails", "new"]), JUNK))
@settings(max_examples=150)
def test_whatever_is_taken_comes_back_as_it_was(
    phone: Device, laptop: Device, fields: dict[str, Any]
) -> None:
    change = phone.new(**fields)

    outcome = phone.round(change)["results"][0]["outcome"]

    told = laptop.catch_up().get(change["id"])
    assert (told is not None) == (outcome == "applied")
    if told:
        assert told["body"] == {name: value for name, value in fields.items() if value is not None}
