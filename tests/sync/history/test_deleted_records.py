"""What was deleted can be listed with what it held, and brought back from there."""

from typing import Any

import pytest

from tests.cast import Person
from tests.sync.device import Device


def test_what_was_deleted_is_listed_with_what_it_held(
    ada: Person, phone: Device, maria: str
) -> None:
    assert _deleted(ada)["records"] == []

    phone.round(phone.change(maria, None, action="delete"))

    listed = _deleted(ada)["records"]
    assert [(one["kind"], one["id"]) for one in listed] == [("person", maria)]
    assert listed[0]["body"] == {"name": "Maria", "notes": "grows tomatoes"}
    assert listed[0]["deleted_at"]


def test_what_was_brought_back_or_purged_is_not_listed(
    ada: Person, phone: Device, maria: str
) -> None:
    li = phone.new(name="Li")
    phone.round(li, phone.change(maria, None, action="delete"))
    phone.round(phone.change(li["id"], None, action="delete"))

    phone.round(phone.change(maria, None, action="restore"))
    ada.phone.call("POST", "/api/purge", json={"account_id": ada.id, "id": li["id"]})

    assert _deleted(ada)["records"] == []


def test_many_come_in_pages_the_latest_first(ada: Person, phone: Device) -> None:
    people = [phone.new(name=f"Person {nth}") for nth in range(60)]
    phone.round(*people)
    phone.round(*(phone.change(one["id"], None, action="delete") for one in people))

    first = _deleted(ada)
    second = _deleted(ada, f"?before={first['before']}")

    ids = [record["id"] for record in first["records"] + second["records"]]
    assert ids == [one["id"] for one in reversed(people)]
    assert second["before"] is None


@pytest.mark.parametrize("before", ["", "x", "-1", "1e3", "²", "1" * 40])
def test_a_place_that_makes_no_sense_is_refused(ada: Person, before: str) -> None:
    answer = ada.phone.call("GET", f"/api/deleted?before={before}")

    assert (answer.status_code, answer.json["code"]) == (422, "bad_request")


def _deleted(ada: Person, query: str = "") -> Any:
    answer = ada.phone.call("GET", f"/api/deleted{query}")
    assert answer.status_code == 200
    return answer.json
