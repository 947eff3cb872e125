"""Servers that were restored, emptied or copied back, and how they are found out."""

from flask import Flask
from sqlalchemy import text

from backend.db import write_transaction
from tests.sync.device import Device


def test_a_new_epoch_asks_a_known_device_to_start_over(app: Flask, phone: Device) -> None:
    phone.round(phone.new(name="Maria"))

    _change(app, "UPDATE server SET epoch = 'another'")

    refusal = phone.refused()
    assert (refusal["status"], refusal["code"]) == (409, "resync")
    assert (refusal["head"], refusal["last_number"]) == (1, 1)


def test_a_server_that_knows_nothing_has_another_history(app: Flask, phone: Device) -> None:
    phone.round(phone.new(name="Maria"))

    _put_back(app, phone, head=0)
    _change(app, "UPDATE server SET epoch = 'another'")

    assert phone.refused()["code"] == "epoch_changed"


def test_a_head_below_the_cursor_is_found_out(app: Flask, phone: Device, laptop: Device) -> None:
    phone.round(phone.new(name="Maria"), phone.new(name="Li"))
    laptop.catch_up()

    _put_back(app, phone, head=1)

    refusal = laptop.refused()
    assert (refusal["code"], refusal["head"]) == ("resync", 1)


def test_another_history_of_the_same_length_is_found_out_by_its_mark(
    app: Flask, phone: Device, laptop: Device
) -> None:
    phone.round(phone.new(name="Maria"))
    laptop.catch_up()
    _put_back(app, phone, head=0)

    phone.last_number = phone.last_answered = phone.cursor = 0
    phone.mark = None
    phone.round(phone.new(name="Somebody else"))

    assert laptop.refused()["code"] == "resync"


def test_changes_that_the_server_forgot_are_found_out(app: Flask, phone: Device) -> None:
    phone.round(phone.new(name="Maria"))
    _change(app, "UPDATE device SET last_number = 0")

    refusal = phone.refused(phone.new(name="Li"))

    assert (refusal["code"], refusal["last_number"]) == ("resync", 0)


def test_a_copied_profile_goes_on_under_a_new_name(app: Flask, phone: Device) -> None:
    phone.round(phone.new(name="Maria"))
    phone.id, phone.last_number, phone.last_answered = "0" * 8 + phone.id[8:], 0, 0

    result = phone.round(phone.new(name="Li"))["results"][0]

    assert (result["outcome"], result["seq"]) == ("applied", 2)


def test_after_a_resync_two_devices_bring_back_what_the_server_lost(
    app: Flask, phone: Device, laptop: Device, maria: str
) -> None:
    lost = phone.change(maria, {"notes": "grows tomatoes and roses"})
    _put_back(app, phone, head=1)
    phone.refused(lost, cursor=2, mark="gone")

    for device in (phone, laptop):
        device.id = device.id[::-1].replace("-", "")[:8] + device.id[8:]
        device.epoch = device.mark = None
        device.cursor = device.last_number = device.last_answered = 0
        device.catch_up()
    phone.round(phone.change(maria, {"notes": "grows tomatoes and roses"}))

    assert laptop.catch_up()[maria]["body"]["notes"] == "grows tomatoes and roses"


def _put_back(app: Flask, device: Device, head: int) -> None:
    """Leave of the account what it was when its head was lower."""
    _change(app, f'UPDATE "user" SET head_seq = {head}')
    _change(app, f"DELETE FROM record WHERE seq > {head}")
    _change(app, f"DELETE FROM mark WHERE last_seq > {head}")
    if head == 0:
        _change(app, f"DELETE FROM device WHERE id = '{device.id}'")
        _change(app, f"DELETE FROM answered_round WHERE device_id = '{device.id}'")


def _change(app: Flask, statement: str) -> None:
    with app.app_context(), write_transaction() as session:
        session.execute(text(statement))
