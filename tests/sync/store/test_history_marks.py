"""Marks: of rounds long ago few are kept, and whoever is nearly up to date never notices."""

import pytest
from flask import Flask
from sqlalchemy import insert, text, update

from backend.accounts.models import User
from backend.db import db, write_transaction
from backend.sync.models import marks
from backend.sync.store.history_marks import ROUNDS_MARKED, SPAN
from tests.cast import Person
from tests.sync.device import Device

ROUNDS = ROUNDS_MARKED + 3 * SPAN


@pytest.fixture
def thinned(app: Flask, ada: Person, phone: Device) -> None:
    """Ada's account after so many rounds that marks are thinned out; her phone was there."""
    phone.round(phone.new(name="Maria"))
    rows = [{"owner_id": ada.id, "last_seq": seq, "mark": str(seq)} for seq in range(2, ROUNDS)]
    with app.app_context(), write_transaction() as session:
        session.execute(insert(marks), rows)
        session.execute(update(User).values(head_seq=ROUNDS - 1))
    phone.catch_up()
    phone.round(phone.new(name="Li"))


def test_of_rounds_long_ago_only_the_last_in_each_span_keeps_its_mark(
    app: Flask, thinned: None
) -> None:
    with app.app_context():
        kept = db.session.execute(text("SELECT last_seq FROM mark ORDER BY last_seq")).scalars()

        assert list(kept) == [999, 1999, 2999, *range(3000, ROUNDS + 1)]


def test_devices_near_and_new_go_on_after_marks_are_thinned(
    phone: Device, laptop: Device, thinned: None
) -> None:
    laptop.round(limit=1)
    assert laptop.cursor == 1

    assert laptop.catch_up().keys() == phone.holds.keys()
    phone.round(phone.new(name="Ana"))


def test_a_device_that_is_too_far_behind_starts_over(laptop: Device, thinned: None) -> None:
    laptop.cursor, laptop.mark = 1999, "1999"
    laptop.round()
    laptop.cursor, laptop.mark = 500, "500"

    assert laptop.refused()["code"] == "resync"
