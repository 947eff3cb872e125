"""A value that is another one in JSON is another one here, wherever the server compares."""

from typing import Any

import pytest

from tests.sync.device import Device

DIFFERENT: list[tuple[Any, Any]] = [
    (1, True),
    (0, False),
    (True, 1),
    ([0], [False]),
    ({"a": 1}, {"a": True}),
]


@pytest.mark.parametrize(("before", "after"), DIFFERENT)
def test_a_value_that_python_takes_for_the_same_is_stored(
    phone: Device, laptop: Device, before: Any, after: Any
) -> None:
    person = phone.new(new=before)
    phone.round(person)

    phone.round(phone.change(person["id"], {"new": after}))

    stored = laptop.catch_up()[person["id"]]["body"]["new"]
    assert repr(stored) == repr(after)


@pytest.mark.parametrize(("before", "after"), DIFFERENT)
def test_such_values_are_a_conflict_and_both_are_kept(
    phone: Device, laptop: Device, before: Any, after: Any
) -> None:
    person = phone.new(new="begun")
    phone.round(person)
    laptop.catch_up()
    phone.round(phone.change(person["id"], {"new": before}))

    results = laptop.round(laptop.change(person["id"], {"new": after}))["results"]

    record = laptop.holds[person["id"]]
    assert results[0]["outcome"] == "merged"
    assert repr(record["body"]["new"]) == repr(after)
    assert repr(record["kept"]["new"][0]["value"]) == repr(before)


@pytest.mark.parametrize(("before", "after"), DIFFERENT)
def test_history_tells_such_values_apart(phone: Device, before: Any, after: Any) -> None:
    person = phone.new(new=before)
    phone.round(person)
    phone.round(phone.change(person["id"], {"new": after}))

    page = phone.history(person["id"])

    [entry] = page["entries"]
    assert (repr(entry["value"]), repr(entry["replaced_by"])) == (repr(before), repr(after))


def test_a_whole_number_is_the_same_with_and_without_a_fraction(phone: Device) -> None:
    person = phone.new(new=1)
    again = phone.change(person["id"], {"new": 1.0}, base_seq=0)

    results = phone.round(person, again)["results"]

    assert results[0]["seq"] == results[1]["seq"]


def test_a_repeated_number_may_spell_its_values_in_another_way(phone: Device) -> None:
    sent = phone.new(new=2)
    phone.ask(sent)

    results = phone.round({**sent, "set": {"new": 2.0}})["results"]

    assert results[0]["seen_before"]


def test_a_repeated_number_with_another_value_is_of_another_device(phone: Device) -> None:
    sent = phone.new(new=1)
    phone.ask(sent)

    refusal = phone.refused({**sent, "set": {"new": True}})

    assert refusal["code"] == "device_forked"
