"""One file holds everything, and what happened since it was made is not undone."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from backend import create_app
from backend.accounts.models import User
from backend.config import Config
from backend.db import db
from backend.reminders.push.vapid_keys import load_keys
from backend.sync.purge.erase_account import erase_account
from backend.sync.purge.purge_list import read_purge_list
from tests.backups.conftest import Run, close
from tests.cast import PASSWORD, Browser, Clock, Person
from tests.faults.device import Device
from tests.faults.ways import within

MARIA, LI = (f"019aaf00-0000-7000-8000-00000000000{n}" for n in "ab")
NEW = "a longer green tractor"


@pytest.fixture
def new_host(request: pytest.FixtureRequest, settings: Config, clock: Clock) -> Iterator[Flask]:
    """Another machine with an empty database of the same kind."""
    folder, url = settings.instance_dir / "new", ""
    if settings.database_url.startswith("postgresql"):
        cluster, name = request.getfixturevalue("cluster"), f"new_{uuid4().hex}"
        cluster.run(f"CREATE DATABASE {name}")
        url = cluster.url(name)
    app = create_app(Config(database_url=url, instance_dir=folder), clock)
    yield app
    close(app)
    if url:
        cluster.run(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_new_host_has_everything_from_the_one_file(
    ada: Person, phone: Device, run: Run, new_host: Flask, settings: Config
) -> None:
    phone.write(MARIA, name="Maria", notes="grows tomatoes")
    assert phone.sync(within(ada.phone)) == "synced"
    keys, secret = load_keys("", settings.instance_dir), settings.secret()
    assert run("backup")[0] == 0

    assert run("restore", host=new_host)[0] == 0

    there = settings.instance_dir / "new"
    assert load_keys("", there).current.public == keys.current.public
    assert (there / "secret").read_bytes() == secret
    browser = Browser(new_host)
    form = {"email": ada.email, "password": PASSWORD}
    assert browser.call("POST", "/api/sign-in", json=form).status_code == 200
    fresh = Device("phone", ada.id)
    assert fresh.sync(within(browser)) == "synced"
    assert fresh.holds.records[MARIA].body == {"name": "Maria", "notes": "grows tomatoes"}


def test_who_was_purged_is_purged_again_on_a_new_host_by_an_older_backup(
    app: Flask, ada: Person, phone: Device, run: Run, new_host: Flask, clock: Clock
) -> None:
    phone.write(MARIA, name="Maria", notes="grows tomatoes")
    phone.sync(within(ada.phone))
    run("backup", "monday.tar")
    body = {"account_id": ada.id, "id": MARIA}
    assert ada.phone.call("POST", "/api/purge", json=body).status_code == 204
    run("backup", "tuesday.tar")

    assert run("restore", "tuesday.tar", new_host)[0] == 0
    clock.move(hours=1)
    assert run("restore", "monday.tar", new_host)[0] == 0

    with new_host.app_context():
        assert (ada.id, MARIA) in read_purge_list()
        rows = db.session.execute(db.text("SELECT body FROM record")).scalars().all()
    assert "tomatoes" not in str(rows)


def test_an_erased_account_is_erased_again_on_a_new_host_by_an_older_backup(
    app: Flask, ada: Person, ben: Person, run: Run, new_host: Flask, clock: Clock
) -> None:
    run("backup", "monday.tar")
    with app.app_context():
        erase_account(ada.id)
    run("backup", "tuesday.tar")

    assert run("restore", "tuesday.tar", new_host)[0] == 0
    clock.move(hours=1)
    assert run("restore", "monday.tar", new_host)[0] == 0

    with new_host.app_context():
        assert db.session.scalars(select(User.email)).all() == [ben.email]


def test_a_password_that_was_changed_since_stays_changed(
    app: Flask, ada: Person, ben: Person, run: Run
) -> None:
    run("backup")
    form = {"old": PASSWORD, "new": NEW}
    assert ada.phone.call("POST", "/api/account/password", json=form).status_code == 204

    assert run("restore")[0] == 0

    answers = [
        Browser(app).call("POST", "/api/sign-in", json={"email": email, "password": password})
        for email, password in ((ada.email, PASSWORD), (ada.email, NEW), (ben.email, PASSWORD))
    ]
    assert [answer.status_code for answer in answers] == [401, 200, 200]


def test_a_session_that_was_ended_since_stays_ended_on_both_databases(
    ada: Person, run: Run
) -> None:
    run("backup")
    assert ada.phone.call("POST", "/api/sign-out").status_code == 204

    assert run("restore")[0] == 0

    assert ada.phone.call("GET", "/api/account").status_code == 401
    assert ada.laptop.call("GET", "/api/account").status_code == 200


def test_devices_send_what_the_backup_lacks_on_both_databases(
    ada: Person, phone: Device, laptop: Device, run: Run
) -> None:
    phone.write(MARIA, name="Maria")
    phone.sync(within(ada.phone))
    run("backup")
    phone.write(LI, name="Li")
    phone.sync(within(ada.phone))

    assert run("restore")[0] == 0

    assert phone.sync(within(ada.phone)) == "synced"
    assert laptop.sync(within(ada.laptop)) == "synced"
    assert {record.body["name"] for record in laptop.holds.records.values()} == {"Maria", "Li"}


def test_keys_that_this_server_uses_stay_the_first(ada: Person, run: Run, settings: Config) -> None:
    folder = settings.instance_dir
    old = load_keys("", folder).current.public
    run("backup")
    (folder / "vapid_keys").unlink()
    new = load_keys("", folder).current.public
    secret = settings.secret()

    assert run("restore")[0] == 0

    keys = load_keys("", folder)
    assert keys.current.public == new
    assert keys.find(old) is not None
    assert settings.secret() == secret


def test_what_was_replaced_is_kept_aside_and_can_be_restored(
    app: Flask, ada: Person, phone: Device, run: Run, tmp_path: Path, clock: Clock
) -> None:
    run("backup")
    phone.write(MARIA, name="Maria")
    phone.sync(within(ada.phone))
    run("restore")
    clock.move(hours=1)

    [aside] = [path for path in tmp_path.glob("earshot*before-*") if path.suffix[:4] != ".db-"]
    assert run("restore", aside.name)[0] == 0

    with app.app_context():
        assert db.session.scalar(select(User.email)) == ada.email
        rows = db.session.execute(db.text("SELECT body FROM record")).scalars().all()
    assert rows == ['{"name":"Maria"}']


@pytest.mark.parametrize("content", [b"", b"x" * 20_000])
def test_what_is_no_backup_changes_nothing_on_both_databases(
    ada: Person, run: Run, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "backup.tar").write_bytes(content)

    code, said = run("restore")

    assert (code, "Nothing was changed" in said) == (1, True)
    assert ada.phone.call("GET", "/api/account").status_code == 200
    assert not list(tmp_path.glob("*before-*"))
