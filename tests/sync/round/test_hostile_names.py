"""Names that every object of JavaScript has are no names of kinds or fields."""

from uuid import uuid4

import pytest

from tests.sync.device import Device

# Every name of Object.prototype, that of a function's, and what no client ever sends.
NAMES = [
    *("constructor", "prototype", "__proto__", "toString", "toLocaleString", "valueOf"),
    *("hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable"),
    *("__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"),
    *("", "x" * 10_000),
]
each_name = pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:20] or "empty")


@each_name
def test_a_kind_of_such_a_name_is_refused_alone(phone: Device, laptop: Device, name: str) -> None:
    before, after = phone.new(name="Maria"), str(uuid4())
    hostile = phone.change(str(uuid4()), {"name": "Li"}, kind=name)

    results = phone.round(before, hostile, phone.change(after, {"name": "Ana"}))["results"]

    assert [one.get("code") for one in results] == [None, "invalid_change", None]
    assert set(laptop.catch_up()) == {before["id"], after}


@each_name
def test_a_field_of_such_a_name_is_refused_alone(phone: Device, laptop: Device, name: str) -> None:
    person = phone.new(name="Maria")
    hostile = phone.change(person["id"], {name: "x"}, base_seq=0)

    results = phone.round(person, hostile)["results"]

    assert [one.get("code") for one in results] == [None, "invalid_change"]
    assert laptop.catch_up()[person["id"]]["body"] == {"name": "Maria"}


@each_name
def test_a_value_may_hold_such_names(phone: Device, laptop: Device, name: str) -> None:
    person = phone.new(new={name: {name: "x"}})

    phone.round(person)

    assert laptop.catch_up()[person["id"]]["body"]["new"] == {name: {name: "x"}}
