"""What is refused: of a round as a whole, and of one change alone."""

import json
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from backend.db import db
from tests.cast import Person
from tests.sync.device import Device


def test_a_repeated_number_gets_the_same_answer(phone: Device) -> None:
    maria, nobody = phone.new(name="Maria"), phone.new(name=7)
    first = phone.ask(maria, nobody).json["results"]

    again = phone.round(maria, nobody)["results"]

    assert [result.pop("seen_before") for result in first] == [False, False]
    assert [result.pop("seen_before") for result in again] == [True, True]
    assert first == again


def test_a_number_that_an_older_server_took_gets_the_same_answer(app: Flask, phone: Device) -> None:
    changes = [phone.new(name="Maria"), phone.new(name=7), phone.new(name="Li")]
    first = phone.ask(*changes).json["results"]

    with app.app_context():
        downgrade(revision="0003")
        upgrade()

    again = phone.round(*changes)["results"]
    assert again == [{**result, "seen_before": True} for result in first]


def test_answers_are_forgotten_once_the_device_knows_them(app: Flask, phone: Device) -> None:
    phone.round(phone.new(name="Maria"), phone.new(name="Li"))
    assert _numbers_kept(app) == [1, 2]

    phone.round(phone.new(name="Ana"))

    assert _numbers_kept(app) == [3]


def test_other_content_under_a_used_number_tells_of_a_copied_profile(phone: Device) -> None:
    phone.ask(phone.new(name="Maria"))
    phone.last_number = 0

    refusal = phone.refused(phone.new(name="Li"))

    assert (refusal["status"], refusal["code"]) == (409, "device_forked")


def test_a_number_that_was_answered_long_ago_tells_of_a_copied_profile(phone: Device) -> None:
    maria = phone.new(name="Maria")
    phone.round(maria)
    phone.round(phone.new(name="Li"))

    assert phone.refused(maria)["code"] == "device_forked"


def test_a_gap_is_refused_and_nothing_after_it_taken(app: Flask, phone: Device) -> None:
    phone.round(phone.new(name="Maria"))
    second = phone.new(name="Li")
    phone.last_number += 1

    refusal = phone.refused(second, phone.new(name="Ana"))

    assert (refusal["code"], refusal["last_number"]) == ("seq_gap", 1)
    assert _count(app, "record") == 1


def test_another_accounts_round_is_refused(phone: Device, ben: Person) -> None:
    refusal = phone.refused(phone.new(name="Maria"), account_id=ben.id)

    assert (refusal["status"], refusal["code"]) == (409, "wrong_account")


@pytest.mark.parametrize("unusual", [{"protocol": 2}, {"protocol": 0}, {"client": "0.0.9"}])
def test_clients_of_another_time_are_asked_to_upgrade(
    phone: Device, unusual: dict[str, Any]
) -> None:
    refusal = phone.refused(**unusual, of_tomorrow=True)

    assert (refusal["status"], refusal["code"]) == (426, "upgrade_required")


def test_more_than_five_hundred_changes_are_too_many_at_once(app: Flask, phone: Device) -> None:
    refusal = phone.refused(*(phone.new(name="Maria") for _ in range(501)))

    assert (refusal["status"], refusal["code"]) == (413, "too_large")
    assert _count(app, "record") == 0


def test_one_change_too_large_is_refused_alone(phone: Device) -> None:
    parts = {f"part_{n}": "x" * 100_000 for n in range(6)}
    changes = [phone.new(name="Maria"), phone.new(**parts), phone.new(name="Li")]

    results = phone.round(*changes)["results"]

    assert [result["outcome"] for result in results] == ["applied", "rejected", "applied"]
    assert results[1]["code"] == "too_large"


def test_a_record_does_not_grow_without_end(phone: Device, maria: str) -> None:
    parts = [phone.change(maria, {f"part_{n}": "x" * 300_000}, base_seq=1) for n in range(4)]

    results = [phone.round(part)["results"][0] for part in parts]

    assert [result["outcome"] for result in results] == ["applied"] * 3 + ["rejected"]


def test_edits_of_a_record_that_was_refused_are_refused_too(phone: Device) -> None:
    unborn = phone.new(name=7)
    edit = phone.change(unborn["id"], {"role": "CTO"})

    results = phone.round(unborn, edit, phone.new(name="Maria"))["results"]

    assert [result["outcome"] for result in results] == ["rejected", "rejected", "applied"]
    assert [result["code"] for result in results[:2]] == ["invalid_value", "no_record"]


def test_a_refused_record_is_taken_once_it_is_mended(phone: Device) -> None:
    unborn = phone.new(name=7)
    phone.round(unborn)

    result = phone.round(phone.change(unborn["id"], {"name": "Maria"}))["results"][0]

    assert result["outcome"] == "applied"


@pytest.mark.parametrize("action", ["delete", "restore"])
def test_what_is_not_there_is_neither_deleted_nor_brought_back(phone: Device, action: str) -> None:
    result = phone.round(phone.change(str(uuid4()), None, action=action))["results"][0]

    assert result["code"] == "no_record"


def test_a_record_keeps_its_kind(phone: Device, maria: str) -> None:
    result = phone.round(phone.change(maria, {"name": "Expo"}, kind="event"))["results"][0]

    assert (result["outcome"], result["code"]) == ("rejected", "wrong_kind")


def _numbers_kept(app: Flask) -> list[int]:
    with app.app_context():
        kept = db.session.execute(text("SELECT answers FROM answered_round")).scalars()
        return [one["result"]["number"] for answers in kept for one in json.loads(answers)]


def _count(app: Flask, table: str) -> int:
    with app.app_context():
        return int(db.session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())
