"""Rounds as they mostly go: what one device saves, the other is told, once."""

import gzip
import json
from typing import Any
from uuid import uuid4

from flask import Flask
from sqlalchemy import text

from backend.db import db
from tests.cast import Person
from tests.sync.device import Device


def test_what_the_phone_saved_is_on_the_laptop(phone: Device, laptop: Device) -> None:
    maria = phone.new(name="Maria", notes="grows tomatoes")

    result = phone.round(maria)["results"][0]

    assert result == {"number": 1, "outcome": "applied", "seen_before": False, "seq": 1}
    assert laptop.catch_up()[maria["id"]]["body"] == {"name": "Maria", "notes": "grows tomatoes"}


def test_a_device_is_not_told_what_it_just_said(phone: Device) -> None:
    reply = phone.round(phone.new(name="Maria"), phone.new(name="Li"))

    assert reply["records"] == []
    assert (reply["cursor"], reply["more"], reply["last_number"]) == (2, False, 2)


def test_edits_of_different_fields_never_overwrite_one_another(
    phone: Device, laptop: Device, maria: str
) -> None:
    phone.round(phone.change(maria, {"role": "CTO"}))
    laptop.round(laptop.change(maria, {"organisation": "Fjord"}))

    both = {"name": "Maria", "notes": "grows tomatoes", "role": "CTO", "organisation": "Fjord"}
    assert phone.catch_up()[maria]["body"] == laptop.catch_up()[maria]["body"] == both


def test_two_names_given_at_once_leave_one_shown_and_one_kept(
    phone: Device, laptop: Device, maria: str
) -> None:
    phone.round(phone.change(maria, {"name": "Mary"}))

    result = laptop.round(laptop.change(maria, {"name": "Marie"}))["results"][0]

    assert result["outcome"] == "merged"
    assert laptop.holds[maria]["body"]["name"] == "Marie"
    assert [entry["value"] for entry in laptop.holds[maria]["kept"]["name"]] == ["Mary"]


def test_picking_a_name_ends_the_question(phone: Device, laptop: Device, maria: str) -> None:
    phone.round(phone.change(maria, {"name": "Mary"}))
    laptop.round(laptop.change(maria, {"name": "Marie"}))

    laptop.round(laptop.change(maria, {"name": "Marie"}))

    assert "kept" not in laptop.holds[maria]
    assert "kept" not in phone.catch_up()[maria]


def test_words_added_on_both_devices_are_all_there(
    phone: Device, laptop: Device, maria: str
) -> None:
    phone.round(phone.change(maria, {"notes": "grows red tomatoes"}))

    laptop.round(laptop.change(maria, {"notes": "grows tomatoes on a roof"}))

    assert laptop.holds[maria]["body"]["notes"] == "grows red tomatoes on a roof"


def test_a_device_never_conflicts_with_itself(phone: Device, laptop: Device, maria: str) -> None:
    typed = ["grows tomatoes and", "grows tomatoes and roses", "grows red tomatoes and roses"]
    changes = [phone.change(maria, {"notes": notes}) for notes in typed]
    laptop.round(laptop.change(maria, {"notes": "still grows tomatoes"}))

    phone.round(*changes)

    assert phone.holds[maria]["body"]["notes"] == "still grows red tomatoes and roses"
    assert "kept" not in phone.holds[maria]


def test_a_device_knows_what_it_created_before_the_answer_came(
    phone: Device, laptop: Device
) -> None:
    created = phone.new(notes="grows tomatoes")
    edit = phone.change(created["id"], {"notes": "grows tomatoes on a roof"})
    phone.ask(created)
    laptop.catch_up()
    laptop.round(laptop.change(created["id"], {"notes": "grows red tomatoes"}))

    phone.round(created, edit)

    assert phone.holds[created["id"]]["body"]["notes"] == "grows red tomatoes on a roof"


def test_what_the_person_has_not_seen_yet_stays_kept(
    phone: Device, laptop: Device, maria: str
) -> None:
    changes = [phone.change(maria, {"name": name}) for name in ("Mary", "Mara")]
    laptop.round(laptop.change(maria, {"name": "Marie"}))

    phone.round(*changes)

    assert phone.holds[maria]["body"]["name"] == "Mara"
    assert [entry["value"] for entry in phone.holds[maria]["kept"]["name"]] == ["Marie"]


def test_pages_come_in_order_of_seq_and_leave_nothing_out(phone: Device, laptop: Device) -> None:
    people = [phone.new(name=f"Person {n}") for n in range(7)]
    phone.round(*people)

    pages = [laptop.round(limit=3) for _ in range(3)]

    assert [page["more"] for page in pages] == [True, True, False]
    assert [r["seq"] for page in pages for r in page["records"]] == [1, 2, 3, 4, 5, 6, 7]


def test_a_merged_record_comes_with_the_answer_even_beyond_the_page(
    phone: Device, laptop: Device, maria: str
) -> None:
    laptop.round(*(laptop.new(name=f"Person {n}") for n in range(5)))
    laptop.round(laptop.change(maria, {"notes": "grows red tomatoes"}))

    reply = phone.round(phone.change(maria, {"role": "CTO"}), limit=2)

    assert (reply["results"][0]["outcome"], reply["more"]) == ("applied", True)
    assert phone.holds[maria]["seq"] == reply["results"][0]["seq"]
    assert phone.holds[maria]["body"]["notes"] == "grows red tomatoes"


def test_a_round_with_nothing_to_do_writes_nothing(app: Flask, phone: Device) -> None:
    phone.round(phone.new(name="Maria"))
    before = _everything(app)

    phone.round()
    phone.round()

    assert _everything(app) == before


def test_nothing_is_sent_when_all_that_is_sent_was_taken_before(app: Flask, phone: Device) -> None:
    maria = phone.new(name="Maria")
    phone.ask(maria)
    before = _everything(app)

    assert phone.round(maria)["results"][0]["seen_before"] is True
    assert _everything(app) == before


def test_unknown_kinds_and_fields_are_kept_and_passed_on(phone: Device, laptop: Device) -> None:
    song = phone.change(str(uuid4()), {"melody": {"notes": [1, 2.5, None]}}, kind="song")
    maria = phone.new(name="Maria", favourite_colour="green")

    phone.round(song, maria)

    assert laptop.catch_up()[song["id"]]["body"] == {"melody": {"notes": [1, 2.5, None]}}
    assert laptop.holds[song["id"]]["kind"] == "song"
    assert laptop.holds[maria["id"]]["body"]["favourite_colour"] == "green"


def test_a_long_answer_is_packed_for_those_who_can_unpack(
    phone: Device, laptop: Device, ada: Person
) -> None:
    phone.round(phone.new(name="Maria", notes="tomatoes " * 1000))

    answer = ada.laptop.call(
        "POST", "/api/sync", json=laptop.frame(), headers={"Accept-Encoding": "gzip"}
    )

    assert answer.content_encoding == "gzip"
    assert len(answer.data) < 1000
    assert len(json.loads(gzip.decompress(answer.data))["records"]) == 1


def _everything(app: Flask) -> dict[str, list[tuple[Any, ...]]]:
    tables = ("record", "revision", "device", "answered_round", "mark", '"user"')
    with app.app_context():
        return {
            t: sorted(map(tuple, db.session.execute(text(f"SELECT * FROM {t}")))) for t in tables
        }
