"""The one validator: what is taken as it is, and what is refused with which code."""

from typing import Any

import pytest

from backend.errors import Refusal
from backend.schema.kinds import KINDS
from backend.schema.validate import validate_fields

DEEP: list[object] = []
for _ in range(16):
    DEEP = [DEEP]


def test_good_values_are_taken_as_they_are() -> None:
    fields = {
        "name": "Søren Ærø",
        "emails": ["soren@fjord.example"],
        "ring": "inner",
        "captured_at": "2026-05-04T18:30:00.123Z",
        "notes": "climbs\nsails 🧗",
    }

    assert validate_fields("person", fields) == fields


def test_null_clears_any_field() -> None:
    assert validate_fields("person", {"name": None, "ring": None}) == {"name": None, "ring": None}


def test_what_a_newer_client_knows_is_kept() -> None:
    fields = {"favourite": {"colour": ["green", 1, 2.5, True, None]}}

    assert validate_fields("person", fields) == fields
    assert validate_fields("song", fields) == fields


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", 7, "invalid_value"),
        ("name", ["Maria"], "invalid_value"),
        ("name", "x" * 201, "too_long"),
        ("notes", "x" * 100_001, "too_long"),
        ("emails", ["a@b.example"] * 101, "too_long"),
        ("emails", "a@b.example", "invalid_value"),
        ("emails", ["x" * 201], "too_long"),
        ("ring", "outer", "invalid_value"),
        ("captured_at", "yesterday", "invalid_value"),
        ("captured_at", "2026-05-04T18:30:00", "invalid_value"),
        ("captured_at", "2026-05-04T18:30:00+02:00", "invalid_value"),
        ("captured_at", "2026-02-30T18:30:00Z", "invalid_value"),
        ("captured_at", 1777919400, "invalid_value"),
        ("captured_at", "2026-W19-1T18:30:00Z", "invalid_value"),
        ("captured_at", "20260504T183000Z", "invalid_value"),
        ("name", "Mar\0ia", "invalid_text"),
        ("name", "Mar\ud800ia", "invalid_text"),
        ("name", "Mari\u0065\u0301", "invalid_text"),
        ("notes", "one\r\ntwo", "invalid_text"),
        ("favourite", {"col\0our": 1}, "invalid_text"),
        ("favourite", ["\udfff"], "invalid_text"),
        ("favourite", 2**53 + 1, "invalid_value"),
        ("favourite", -(2**63), "invalid_value"),
        ("favourite", float("inf"), "invalid_value"),
        ("favourite", float("nan"), "invalid_value"),
        ("favourite", DEEP, "too_deep"),
        ("seq", 1, "server_only"),
        ("deleted_at", None, "server_only"),
        ("owner_id", "x", "server_only"),
    ],
)
def test_each_bad_value_has_its_code(field: str, value: object, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        validate_fields("person", {field: value, "role": "CTO"})

    assert (refusal.value.code, refusal.value.fields) == (code, {field: code})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("due_on", "2026-5-4"),
        ("due_on", "2026-W19-1"),
        ("person_ids", ["Maria"]),
        ("owed_by", "us"),
    ],
)
def test_days_ids_and_choices_are_strict(field: str, value: list[str] | str) -> None:
    with pytest.raises(Refusal) as refusal:
        validate_fields("follow_up", {field: value})

    assert refusal.value.fields == {field: "invalid_value"}


@pytest.mark.parametrize("name", ["", "Name", "na me", "name\n", "x" * 65, "__proto__", "ñame"])
def test_names_of_fields_are_sane(name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        validate_fields("person", {name: "Maria"})

    assert (refusal.value.code, refusal.value.fields) == ("invalid_change", {})


def test_an_upper_case_id_is_another_spelling_and_refused() -> None:
    id = "0192f3c4-0000-7000-8000-00000000abcd"
    assert validate_fields("conversation", {"event_id": id})

    with pytest.raises(Refusal):
        validate_fields("conversation", {"event_id": id.upper()})


@pytest.mark.parametrize(
    "bad", ["a\0b", "a\r\nb", "\ud800", "e\u0301", 2**53 + 1, float("inf"), DEEP]
)
@pytest.mark.parametrize("kind", KINDS)
def test_no_field_of_any_kind_takes_what_would_come_back_otherwise(
    kind: str, bad: float | int | list[Any] | str
) -> None:
    for field in KINDS[kind].model_fields:
        for value in (bad, [bad], ["fine", bad]):
            with pytest.raises(Refusal) as refusal:
                validate_fields(kind, {field: value})

            assert list(refusal.value.fields) == [field]


def test_every_wrong_field_is_named() -> None:
    with pytest.raises(Refusal) as refusal:
        validate_fields("person", {"name": 7, "role": "CTO", "notes": "x" * 100_001, "seq": 3})

    assert refusal.value.fields == {
        "name": "invalid_value",
        "notes": "too_long",
        "seq": "server_only",
    }
