"""Purging: of a person nothing stays at the server, and nothing of them comes back."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text

from backend.db import Model, db, write_transaction
from tests.cast import Answer, Person
from tests.sync.device import Device

LI = "019aaf00-0000-7000-8000-00000000000a"


@pytest.fixture
def card(phone: Device, laptop: Device, maria: str) -> dict[str, str]:
    """A conversation with Maria and Li, and one with Maria only, known to both devices."""
    notes = phone.change(maria, {"notes": "grows tomatoes, hates slugs"})
    shared = _new(phone, "conversation", person_ids=[maria, LI], who="both of them")
    only = _new(phone, "conversation", person_ids=[maria], problem="slugs")
    promise = _new(phone, "follow_up", conversation_id=only["id"], what="send snails")
    problem = _new(phone, "problem", conversation_id=only["id"], what="slugs everywhere")
    phone.round(notes, shared, only, promise, problem)
    laptop.catch_up()
    cards = {"shared": shared, "only": only, "promise": promise, "problem": problem}
    return {name: record["id"] for name, record in cards.items()}


def test_nothing_of_a_purged_person_stays_in_the_database(
    app: Flask, ada: Person, phone: Device, maria: str, card: dict[str, str]
) -> None:
    assert _holds(app, "slugs") == {"record"}
    assert _holds(app, maria) >= {"record", "revision"}

    assert _purge(ada, maria).status_code == 204

    assert _holds(app, "tomatoes") == _holds(app, "slugs") == _holds(app, "snails") == set()
    assert _mentions(app, maria) == [maria]


def test_devices_hear_what_they_have_to_remove(
    ada: Person, laptop: Device, maria: str, card: dict[str, str]
) -> None:
    _purge(ada, maria)

    held = laptop.catch_up()

    purged = {id for id, record in held.items() if record.get("purged")}
    assert purged == {maria, card["only"], card["promise"], card["problem"]}
    assert {str(held[id]["body"]) for id in purged} == {"{}"}
    assert held[card["shared"]]["body"] == {"person_ids": [LI], "who": "both of them"}


def test_edits_of_a_purged_person_are_rejected(
    ada: Person, phone: Device, laptop: Device, maria: str
) -> None:
    edit = laptop.change(maria, {"notes": "sells roses"})
    deletion = laptop.change(maria, None, action="delete")
    restoring = laptop.change(maria, None, action="restore")
    _purge(ada, maria)

    results = laptop.round(edit, deletion, restoring)["results"]

    assert [result["code"] for result in results] == ["purged"] * 3
    assert laptop.holds[maria]["purged"] is True


def test_a_device_that_has_not_heard_brings_no_mention_back(
    ada: Person, laptop: Device, maria: str, card: dict[str, str]
) -> None:
    listed = {"person_ids": [maria, LI, laptop.id]}
    edit = laptop.change(card["shared"], listed, kind="conversation")
    both = _new(laptop, "conversation", person_ids=[maria, LI])
    alone = _new(laptop, "conversation", person_ids=[maria])
    _purge(ada, maria)

    results = laptop.round(edit, both, alone)["results"]

    assert [result["outcome"] for result in results] == ["merged", "merged", "rejected"]
    assert results[2]["code"] == "purged"
    assert laptop.catch_up()[card["shared"]]["body"]["person_ids"] == [LI, laptop.id]
    assert laptop.holds[both["id"]]["body"]["person_ids"] == [LI]


def test_who_was_taken_out_elsewhere_stays_out_of_a_list(
    ada: Person, laptop: Device, maria: str, card: dict[str, str]
) -> None:
    edit = laptop.change(card["shared"], {"person_ids": [maria]}, kind="conversation")
    _purge(ada, maria)

    laptop.round(edit)

    assert laptop.catch_up()[card["shared"]]["body"]["person_ids"] == []


def test_purging_twice_purges_once(ada: Person, phone: Device, maria: str) -> None:
    _purge(ada, maria)
    phone.catch_up()

    assert _purge(ada, maria).status_code == 204
    assert phone.round()["cursor"] == phone.cursor
    assert phone.round()["records"] == []


def test_only_a_person_of_ones_own_can_be_purged(
    ada: Person, ben: Person, phone: Device, laptop: Device, maria: str, card: dict[str, str]
) -> None:
    assert _purge(ben, maria).json["code"] == "not_found"
    assert _purge(ada, card["shared"]).json["code"] == "wrong_kind"
    body = {"account_id": ada.id, "id": maria}
    assert ben.phone.call("POST", "/api/purge", json=body).json["code"] == "wrong_account"
    assert ada.phone.call("POST", "/api/purge", json={"id": 7}).status_code == 422

    assert laptop.catch_up()[maria]["body"]["name"] == "Maria"


def test_a_purge_that_fails_half_way_purges_nothing(
    app: Flask, ada: Person, phone: Device, laptop: Device, maria: str, card: dict[str, str]
) -> None:
    with app.app_context(), write_transaction() as session:
        session.execute(text("ALTER TABLE mark RENAME TO elsewhere"))

    assert _purge(ada, maria).status_code in (500, 503)

    with app.app_context(), write_transaction() as session:
        session.execute(text("ALTER TABLE elsewhere RENAME TO mark"))
    assert laptop.catch_up()[maria]["body"]["notes"] == "grows tomatoes, hates slugs"
    assert laptop.round()["records"] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_not_a_byte_of_a_purged_person_stays_in_the_file(
    ada: Person, phone: Device, maria: str, card: dict[str, str], tmp_path: Path
) -> None:
    assert any(b"hates slugs" in path.read_bytes() for path in tmp_path.glob("earshot.db*"))

    _purge(ada, maria)

    assert not any(b"slugs" in path.read_bytes() for path in tmp_path.glob("earshot.db*"))


def _new(device: Device, kind: str, **fields: Any) -> dict[str, Any]:
    return {**device.new(**fields), "kind": kind}


def _purge(person: Person, id: str) -> Answer:
    return person.phone.call("POST", "/api/purge", json={"account_id": person.id, "id": id})


def _holds(app: Flask, word: str) -> set[str]:
    """Name the tables in which a word stands."""
    with app.app_context():
        return {
            table.name
            for table in Model.metadata.sorted_tables
            if any(word in str(row) for row in db.session.execute(select(table)))
        }


def _mentions(app: Flask, id: str) -> list[str]:
    """Return the ids of the rows in which an id stands."""
    with app.app_context():
        tables = ("record", "revision")
        found = [db.session.execute(text(f"SELECT * FROM {table}")).mappings() for table in tables]
        rows = [row for rows in found for row in rows]
    return [row.get("id") or json.dumps(dict(row)) for row in rows if id in str(row)]
