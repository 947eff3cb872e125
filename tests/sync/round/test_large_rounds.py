"""One round can't take long: merging, fields and writing have limits, and nothing is lost."""

from uuid import uuid4

import pytest

from tests.sync.device import Device

PLACES = 49


def at_each_place(inserted: str) -> str:
    """Return words with something inserted behind each."""
    return " ".join(f"w{n} {inserted}" for n in range(PLACES))


def test_insertions_at_many_places_at_once_are_kept_whole(phone: Device, laptop: Device) -> None:
    people = [phone.new(notes=" ".join(f"w{n}" for n in range(PLACES))) for _ in range(5)]
    phone.round(*people)
    laptop.catch_up()
    ours, theirs = (at_each_place(f"{side} {'a ' * 300}{side}") for side in "pq")
    phone.round(*(phone.change(one["id"], {"notes": ours}) for one in people))

    results = laptop.round(*(laptop.change(one["id"], {"notes": theirs}) for one in people))

    assert {result["outcome"] for result in results["results"]} == {"merged"}
    for one in people:
        assert laptop.holds[one["id"]]["body"]["notes"] == f"{ours}\n{theirs}"
        assert laptop.holds[one["id"]]["kept"]["notes"][0]["two_versions"]


def test_small_edits_of_many_texts_are_merged_in_one_round(phone: Device, laptop: Device) -> None:
    note = "Ana runs the audit team at Fjord and is drowning in paper. " * 5
    people = [phone.new(notes=note) for _ in range(100)]
    phone.round(*people)
    laptop.catch_up()
    phone.round(*(phone.change(one["id"], {"notes": f"{note}Call her."}) for one in people))

    laptop.round(*(laptop.change(one["id"], {"notes": f"Soon: {note}"}) for one in people))

    texts = {laptop.holds[one["id"]]["body"]["notes"] for one in people}
    assert texts == {f"Soon: {note}Call her."}


def test_beyond_the_effort_of_a_round_both_values_of_a_conflict_are_kept(
    phone: Device, laptop: Device
) -> None:
    fields = {f"new_{n}": n for n in range(200)}
    people = [phone.new(**fields) for _ in range(12)]
    phone.round(*people)
    laptop.catch_up()
    others = {name: value + 1000 for name, value in fields.items()}
    ours = {name: value + 2000 for name, value in fields.items()}
    phone.round(*(phone.change(one["id"], others) for one in people))

    laptop.round(*(laptop.change(one["id"], ours) for one in people))

    for one in people:
        record = laptop.holds[one["id"]]
        assert record["body"] == ours
        assert {name: kept[0]["value"] for name, kept in record["kept"].items()} == others


def test_a_record_has_at_most_two_hundred_fields(phone: Device, laptop: Device) -> None:
    fitting = phone.new(**{f"new_{n}": n for n in range(200)})
    beyond = phone.new(**{f"new_{n}": n for n in range(201)})
    more = phone.change(fitting["id"], {"one_more": 1})
    other = phone.change(fitting["id"], {"new_7": "seven", "new_8": None})

    results = phone.round(fitting, beyond, more, other)["results"]

    assert [one.get("code") for one in results] == [None, "too_large", "too_large", None]
    assert laptop.catch_up()[fitting["id"]]["body"]["new_7"] == "seven"


def test_fields_that_were_cleared_count(phone: Device) -> None:
    person = phone.new(**{f"new_{n}": n for n in range(200)})
    cleared = phone.change(person["id"], {f"new_{n}": None for n in range(200)})
    more = phone.change(person["id"], {"one_more": 1})

    results = phone.round(person, cleared, more)["results"]

    assert [one.get("code") for one in results] == [None, None, "too_large"]


def test_a_round_that_would_write_too_much_is_refused_as_a_whole(phone: Device) -> None:
    person = phone.new(**{f"new_{n}": 0 for n in range(200)})
    phone.round(person)
    edits = [
        phone.change(person["id"], {f"new_{n}": 1 + nth % 2 for n in range(200)})
        for nth in range(200)
    ]

    refusal = phone.refused(*edits)
    half = phone.round(*edits[:50])

    assert (refusal["status"], refusal["code"]) == (413, "too_large")
    assert {one["outcome"] for one in half["results"]} == {"applied"}


@pytest.mark.parametrize("kind", ["person", "of_later"])
def test_the_largest_change_fits_a_round_alone(phone: Device, kind: str) -> None:
    id = str(uuid4())
    fields = [{f"part_{n}": "x" * 99_000} for n in range(10)]
    first, *parts = (phone.change(id, one, kind=kind) for one in fields)
    phone.round(first)
    for part in parts:
        phone.round({**part, "base_seq": phone.holds[id]["seq"]})

    results = phone.round(
        phone.change(id, {f"part_{n}": "y" * 99_000 for n in range(5)}, kind=kind)
    )

    assert [one["outcome"] for one in results["results"]] == ["applied"]
