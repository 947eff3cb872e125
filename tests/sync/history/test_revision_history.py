"""The history as people see it: what stood where, when it went, and by whose hand."""

from typing import Any

import pytest
from flask import Flask

from backend.accounts.sessions import open_session
from tests.cast import Clock, Person
from tests.sync.device import Device


def test_the_history_tells_what_stood_and_what_took_its_place(
    ada: Person, phone: Device, laptop: Device, maria: str, clock: Clock
) -> None:
    clock.move(minutes=5)
    phone.round(phone.change(maria, {"name": "Mary"}))
    laptop.catch_up()
    laptop.round(laptop.change(maria, {"name": "Marie"}))

    entries = _past(ada, maria)["entries"]

    told = [(e["field"], e["value"], e["replaced_by"], e["device"]["id"]) for e in entries]
    assert told == [("name", "Mary", "Marie", laptop.id), ("name", "Maria", "Mary", phone.id)]
    assert entries[1]["taken_at"] == "2026-05-04T18:35:00.000Z"
    assert entries[1]["device"]["label"] == "Firefox on Android"


def test_a_device_is_called_as_its_session_was_at_its_last_round(
    app: Flask, ada: Person, phone: Device, maria: str
) -> None:
    with app.app_context():
        ada.phone.keep(open_session(ada.id, "Mozilla/5.0 (iPhone) Version/20.0 Safari/605"))
    phone.round(phone.change(maria, {"name": "Mary"}))

    assert _past(ada, maria)["entries"][0]["device"]["label"] == "Safari on iPhone"


def test_a_deleted_record_shows_what_it_held(ada: Person, phone: Device, maria: str) -> None:
    phone.round(phone.change(maria, None, action="delete"))

    past = _past(ada, maria)

    assert past["body"] == {"name": "Maria", "notes": "grows tomatoes"}
    assert past["entries"][0]["replaced_by"] == past["deleted_at"]
    phone.round(phone.change(maria, None, action="restore"))
    assert _past(ada, maria)["deleted_at"] is None


def test_what_a_merge_did_not_store_as_sent_is_told(
    ada: Person, phone: Device, laptop: Device, maria: str
) -> None:
    edit = laptop.change(maria, {"notes": "grows tomatoes on a roof"})
    phone.round(phone.change(maria, {"notes": "grows red tomatoes"}))
    laptop.round(edit)

    newest = _past(ada, maria)["entries"][0]

    assert newest["sent"] == "grows tomatoes on a roof"
    assert newest["replaced_by"] == "grows red tomatoes on a roof"


def test_a_long_history_comes_in_pages(ada: Person, phone: Device, maria: str) -> None:
    names = [f"Maria {n}" for n in range(60)]
    for start in (0, 30):
        edits = names[start : start + 30]
        phone.round(*(phone.change(maria, {"name": name, "role": name}) for name in edits))

    pages = [_past(ada, maria)]
    while pages[-1]["before"]:
        pages.append(_past(ada, maria, before=pages[-1]["before"]))

    entries = [entry for page in pages for entry in page["entries"]]
    assert [len(page["entries"]) for page in pages] == [50, 50, 20]
    assert [e["value"] for e in entries if e["field"] == "name"] == [*names[-2::-1], "Maria"]
    assert [e["replaced_by"] for e in entries if e["field"] == "role"] == names[::-1]


def test_a_page_of_long_texts_is_short(ada: Person, phone: Device, maria: str) -> None:
    for n in range(14):
        phone.round(phone.change(maria, {"notes": f"{n}" + "x" * 90_000}))

    page = _past(ada, maria)

    assert 1 <= len(page["entries"]) < 14
    assert page["before"]


@pytest.mark.parametrize("before", ["", "7", "name.7", "7.NAME", "7.a; b", "9" * 40 + ".name"])
def test_a_place_without_sense_is_refused(
    ada: Person, phone: Device, maria: str, before: str
) -> None:
    answer = ada.phone.call("GET", f"/api/history/{maria}?before={before}")

    assert (answer.status_code, answer.json["code"]) == (422, "bad_request")


def test_nobody_reads_anothers_history(ada: Person, ben: Person, phone: Device, maria: str) -> None:
    phone.round(phone.change(maria, {"name": "Mary"}))

    assert ben.phone.call("GET", f"/api/history/{maria}").json["code"] == "not_found"
    assert ada.phone.call("GET", "/api/history/maria").json["code"] == "not_found"


def _past(person: Person, id: str, **where: str) -> Any:
    answer = person.phone.call("GET", f"/api/history/{id}", query_string=where)
    assert answer.status_code == 200, answer.json
    return answer.json
