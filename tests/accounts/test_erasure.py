"""An account is erased when its user asks for it, and not before they had seven days to return."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, select

from backend.accounts.models import ErasedSession, User
from backend.db import Model, db
from backend.reminders.worker import remind_now
from backend.sync.purge.erase_account import ROWS_A_STEP
from backend.sync.purge.purge_list import read_erased_accounts
from backend.sync.purge.replay_purges import replay_purges
from tests.cast import PASSWORD, Answer, Browser, Clock, Person
from tests.sync.device import Device
from tests.test_two_users import rows_of


@pytest.fixture
def pass_days(app: Flask, clock: Clock) -> Callable[[int], None]:
    """Move the clock by days, on each of which the worker looks, as it does all the time."""

    def pass_days(days: int) -> None:
        for _ in range(days):
            clock.move(days=1)
            look(app)

    return pass_days


def look(app: Flask) -> None:
    with app.app_context():
        remind_now()


def ask(person: Person) -> Answer:
    form = {"email": person.email}
    return person.phone.call("POST", "/api/account/erasure", json=form)


def sign_in(browser: Browser, person: Person) -> Answer:
    form = {"email": person.email, "password": PASSWORD}
    return browser.call("POST", "/api/sign-in", json=form)


def rows_left(app: Flask, person: Person) -> list[str]:
    """Name the tables in which something of a person is left."""
    with app.app_context(), db.engine.connect() as connection:
        return [
            table.name
            for table in Model.metadata.sorted_tables
            if table.name != ErasedSession.__tablename__
            and person.id in str(connection.execute(select(table)).all())
        ]


def test_after_seven_days_nothing_of_the_account_is_left(
    app: Flask, ada: Person, ben: Person, pass_days: Callable[[int], None]
) -> None:
    phone, bens = Device(ada, ada.phone), Device(ben, ben.phone)
    phone.round(phone.new(name="Maria", notes="grows tomatoes"))
    phone.round(phone.change(next(iter(phone.holds)), {"notes": "grows beans"}))
    bens.round(bens.new(name="Maria"))
    ada.phone.call("POST", "/api/feed")
    look(app)
    before = rows_of(app, ben)

    answer = ask(ada)
    pass_days(6)

    assert answer.json == {"taken_back_until": "2026-05-11T18:30:00.000Z"}
    assert "record" in rows_left(app, ada)
    pass_days(2)
    assert rows_left(app, ada) == []
    assert rows_of(app, ben) == before
    with app.app_context():
        assert read_erased_accounts() == {ada.id}
        assert db.session.scalars(select(User.email)).all() == [ben.email]


def test_it_needs_a_fresh_sign_in_and_the_own_e_mail(
    app: Flask, ada: Person, ben: Person, clock: Clock
) -> None:
    other = ada.phone.call("POST", "/api/account/erasure", json={"email": ben.email})
    clock.move(minutes=11)

    assert (other.status_code, other.json["code"]) == (422, "bad_email")
    assert ask(ada).json["code"] == "sign_in_again"
    assert ada.phone.call("GET", "/api/account").status_code == 200


def test_all_access_ends_when_it_is_asked_for(app: Flask, ada: Person, ben: Person) -> None:
    path = ada.phone.call("POST", "/api/feed").json["path"]

    ask(ada)

    for browser in (ada.phone, ada.laptop):
        assert browser.call("GET", "/api/account").json["code"] == "signed_out"
    assert Browser(app).call("GET", path).status_code == 404
    assert ben.phone.call("GET", "/api/account").status_code == 200


def test_signing_in_takes_it_back_and_says_so(
    app: Flask, ada: Person, pass_days: Callable[[int], None]
) -> None:
    ask(ada)
    pass_days(6)

    back = sign_in(ada.phone, ada)

    assert back.json["erasure_taken_back"] is True
    assert sign_in(ada.laptop, ada).json["erasure_taken_back"] is False
    pass_days(9)
    assert ada.phone.call("GET", "/api/account").status_code == 200


def test_a_device_is_told_once_it_is_final_and_a_stranger_never(
    app: Flask, ada: Person, pass_days: Callable[[int], None]
) -> None:
    ask(ada)
    pass_days(3)
    assert ada.laptop.call("GET", "/api/account").json["code"] == "signed_out"

    pass_days(5)

    told = ada.laptop.call("GET", "/api/account")
    assert (told.status_code, told.json["code"]) == (410, "account_erased")
    assert told.json["account_id"] == ada.id
    assert Browser(app).call("GET", "/api/account").json["code"] == "signed_out"
    assert sign_in(Browser(app), ada).json["code"] == "wrong_password"


def test_a_clock_that_jumps_ahead_erases_nobody(app: Flask, ada: Person, clock: Clock) -> None:
    ask(ada)

    clock.move(days=400)
    for _ in range(20):
        look(app)
    clock.move(days=-400)
    look(app)

    assert sign_in(ada.phone, ada).json["erasure_taken_back"] is True


def test_the_e_mail_is_free_again(
    app: Flask, ada: Person, ben: Person, pass_days: Callable[[int], None]
) -> None:
    ask(ada)
    pass_days(8)
    with app.app_context():
        app.extensions["config"] = app.extensions["config"].model_copy(update={"sign_up": "open"})
    form = {"email": ada.email, "password": "another slow green tractor"}

    answer = Browser(app).call("POST", "/api/sign-up", json=form)

    assert answer.status_code == 201
    assert answer.json["account"]["id"] != ada.id


def test_a_copy_from_before_is_erased_again(
    app: Flask, ada: Person, ben: Person, pass_days: Callable[[int], None]
) -> None:
    phone = Device(ada, ada.phone)
    phone.round(phone.new(name="Maria"))
    with app.app_context(), db.engine.connect() as connection:
        before = {
            table: [row._asdict() for row in connection.execute(select(table))]
            for table in Model.metadata.sorted_tables
        }
    ask(ada)
    pass_days(8)
    _put_back(app, before)
    assert "record" in rows_left(app, ada)

    with app.app_context():
        replay_purges()

    assert rows_left(app, ada) == []
    assert ada.phone.call("GET", "/api/account").json["code"] == "account_erased"
    assert ben.phone.call("GET", "/api/account").status_code == 200


def test_many_records_are_erased_in_several_transactions(
    app: Flask, ada: Person, pass_days: Callable[[int], None]
) -> None:
    phone = Device(ada, ada.phone)
    for start in range(0, 3 * ROWS_A_STEP, 250):
        phone.round(*(phone.new(name=f"Person {start + n}") for n in range(250)))
    deleted: list[int] = []

    def note(*call: Any) -> None:
        if call[2].startswith("DELETE FROM record"):
            deleted.append(call[1].rowcount)

    with app.app_context():
        event.listen(db.engine, "after_cursor_execute", note)
    ask(ada)
    pass_days(8)

    assert sum(deleted) == 3 * ROWS_A_STEP
    assert max(deleted) <= ROWS_A_STEP


def _put_back(app: Flask, before: dict[Any, list[dict[str, Any]]]) -> None:
    with app.app_context(), db.engine.begin() as connection:
        for table in reversed(before):
            connection.execute(table.delete())
        for table, rows in before.items():
            if rows:
                connection.execute(table.insert(), rows)


def test_an_ended_session_hears_that_the_account_is_to_be_erased_until_it_is_kept(
    ada: Person,
) -> None:
    def is_announced() -> bool:
        return bool(ada.phone.call("GET", "/api/session").json["to_be_erased"])

    assert not is_announced()
    ask(ada)
    assert is_announced()
    sign_in(ada.laptop, ada)
    assert not is_announced()
