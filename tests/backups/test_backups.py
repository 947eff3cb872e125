"""Backup and restore: nothing is lost by them, and nothing that was ended opens again."""

import shutil
import sqlite3
import stat
import tarfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import select

from backend.accounts.models import Session
from backend.accounts.sessions import open_session
from backend.db import db, utc_now, write_transaction
from backend.reminders.models import Subscription
from tests.backups.conftest import Run, close
from tests.cast import Person, signed_in
from tests.faults.device import Device
from tests.faults.ways import within

MARIA, LI, NOOR = (f"019aaf00-0000-7000-8000-00000000000{n}" for n in "abc")

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_a_backup_is_whole_private_and_a_single_file(
    ada: Person, phone: Device, run: Run, tmp_path: Path
) -> None:
    phone.write(MARIA, name="Maria")
    phone.sync(within(ada.phone))

    assert run("backup")[0] == 0

    backup = tmp_path / "backup.tar"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.glob("*backup*")) == ["backup.tar"]
    with closing(sqlite3.connect(database_in(backup, tmp_path))) as copy:
        assert copy.execute("SELECT body FROM record").fetchall() == [('{"name":"Maria"}',)]
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_backup_never_takes_the_place_of_an_older_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "backup.tar").write_text("older")

    code, said = run("backup")

    assert (code, "already exists" in said) == (1, True)
    assert (tmp_path / "backup.tar").read_text() == "older"


def test_a_restored_server_gets_back_from_two_devices_what_it_lacked(
    ada: Person, phone: Device, laptop: Device, run: Run
) -> None:
    phone.write(MARIA, name="Maria", notes="grows tomatoes")
    _sync(ada, phone, laptop)
    run("backup")
    phone.write(MARIA, notes="grows tomatoes on a roof")
    phone.write(LI, name="Li")
    _sync(ada, phone, laptop)
    laptop.write(NOOR, name="Noor")
    laptop.write(MARIA, role="CTO")

    assert run("restore")[0] == 0
    _sync(ada, phone, laptop, phone)

    assert "resync" in phone.refusals + laptop.refusals
    assert _bodies(phone) == _bodies(laptop)
    assert {body["name"] for body in _bodies(phone).values()} == {"Maria", "Li", "Noor"}
    assert _bodies(phone)[MARIA]["notes"] == "grows tomatoes on a roof"
    assert _bodies(phone)[MARIA]["role"] == "CTO"


def test_a_file_copied_back_behind_our_backs_is_made_whole_as_well(
    app: Flask,
    ada: Person,
    phone: Device,
    laptop: Device,
    run: Run,
    tmp_path: Path,
) -> None:
    phone.write(MARIA, name="Maria")
    _sync(ada, phone, laptop)
    run("backup")
    phone.write(LI, name="Li")
    _sync(ada, phone, laptop)

    close(app)
    for companion in tmp_path.glob("earshot.db-*"):
        companion.unlink()
    shutil.copy(database_in(tmp_path / "backup.tar", tmp_path), tmp_path / "earshot.db")
    laptop.write(NOOR, name="Noor")
    _sync(ada, laptop, phone, laptop)

    assert _bodies(phone) == _bodies(laptop)
    assert len(_bodies(phone)) == 3


def test_what_stood_there_before_is_kept_aside(
    ada: Person, phone: Device, run: Run, tmp_path: Path
) -> None:
    run("backup")
    phone.write(MARIA, name="Maria")
    phone.sync(within(ada.phone))

    said = run("restore")[1]

    aside = next(tmp_path.glob("earshot.db.before-*"))
    assert aside.name in said
    with closing(sqlite3.connect(aside)) as old:
        assert old.execute("SELECT count(*) FROM record").fetchone() == (1,)


def test_a_session_that_was_ended_after_the_backup_stays_ended(
    app: Flask, ada: Person, run: Run
) -> None:
    stolen = signed_in(app, ada.id)
    run("backup")
    assert stolen.call("POST", "/api/sign-out").status_code == 204

    run("restore")

    assert stolen.call("GET", "/api/account").status_code == 401
    assert ada.phone.call("GET", "/api/account").status_code == 200


def test_a_calendar_feed_that_was_voided_after_the_backup_stays_void(ada: Person, run: Run) -> None:
    path = ada.phone.call("POST", "/api/feed").json["path"]
    run("backup")
    assert ada.phone.call("DELETE", "/api/feed").status_code == 204

    run("restore")

    assert ada.phone.call("GET", path).status_code == 404


def test_pushes_of_a_session_that_was_ended_after_the_backup_stay_ended(
    app: Flask, ada: Person, run: Run
) -> None:
    with app.app_context(), write_transaction() as transaction:
        session = transaction.scalars(select(Session).filter_by(user_id=ada.id)).first()
        assert session
        place = {"endpoint": "x", "endpoint_hash": "x", "p256dh": "x", "auth": "x", "key": "x"}
        made = Subscription(**place, id=ada.id, owner_id=ada.id, session_id=session.id)
        made.device_id, made.made_at = ada.id, utc_now()
        transaction.add(made)
    run("backup")
    ada.phone.call("POST", "/api/sign-out")
    ada.laptop.call("POST", "/api/sign-out")

    run("restore")

    with app.app_context():
        assert db.session.scalars(select(Subscription)).all() == []


def test_who_was_purged_after_the_backup_stays_purged(
    ada: Person, phone: Device, laptop: Device, run: Run, tmp_path: Path
) -> None:
    phone.write(MARIA, name="Maria", notes="grows tomatoes")
    _sync(ada, phone)
    run("backup")
    body = {"account_id": ada.id, "id": MARIA}
    assert ada.phone.call("POST", "/api/purge", json=body).status_code == 204

    assert run("restore")[0] == 0

    _sync(ada, laptop)
    assert "tomatoes" not in str(laptop.told)
    assert b"tomatoes" not in (tmp_path / "earshot.db").read_bytes()


def test_a_database_in_use_is_not_replaced(ada: Person, run: Run, tmp_path: Path) -> None:
    run("backup")
    with closing(sqlite3.connect(tmp_path / "earshot.db")) as other:
        other.execute("SELECT * FROM record").fetchall()
        code, said = run("restore")

    assert (code, "stop the server first" in said) == (1, True)
    assert not list(tmp_path.glob("earshot.db.*"))


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all, but long enough to be read" * 50]
)
def test_what_is_no_backup_is_not_restored(
    app: Flask, ada: Person, run: Run, tmp_path: Path, content: bytes
) -> None:
    close(app)
    (tmp_path / "backup.tar").write_bytes(content)
    before = (tmp_path / "earshot.db").read_bytes()

    code, said = run("restore")

    assert (code, "Nothing was changed" in said) == (1, True)
    assert (tmp_path / "earshot.db").read_bytes() == before


def test_a_backup_from_before_an_update_is_brought_up_to_date(
    app: Flask, ada: Person, phone: Device, run: Run, tmp_path: Path
) -> None:
    phone.write(MARIA, name="Maria")
    phone.sync(within(ada.phone))
    with app.app_context():
        downgrade()
        run("backup")
        upgrade()

    assert run("restore")[0] == 0

    assert phone.sync(within(ada.phone)) == "synced"
    assert stat.S_IMODE((tmp_path / "earshot.db").stat().st_mode) == 0o600


def test_a_damaged_backup_is_not_restored(
    ada: Person, phone: Device, run: Run, tmp_path: Path
) -> None:
    phone.write(MARIA, notes="grows tomatoes " * 5000)
    phone.sync(within(ada.phone))
    run("backup")
    with (tmp_path / "backup.tar").open("r+b") as backup:
        backup.truncate(backup.seek(0, 2) - 20_000)

    assert run("restore")[0] == 1
    assert phone.sync(within(ada.phone)) == "synced"


def test_a_backup_of_a_newer_earshot_is_not_restored(run: Run, tmp_path: Path) -> None:
    run("backup")
    database = database_in(tmp_path / "backup.tar", tmp_path)
    with closing(sqlite3.connect(database)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    with tarfile.open(tmp_path / "backup.tar", "w") as backup:
        backup.add(database, "earshot.db")

    code, said = run("restore")

    assert (code, "newer version of Earshot" in said) == (1, True)


def test_a_damaged_database_is_replaced_all_the_same(
    app: Flask, ada: Person, phone: Device, run: Run, tmp_path: Path
) -> None:
    phone.write(MARIA, name="Maria")
    phone.sync(within(ada.phone))
    run("backup")
    (tmp_path / "earshot.db").write_bytes(b"the disk was here" * 999)

    assert run("restore")[0] == 0

    with app.app_context():
        ada.phone.keep(open_session(ada.id, "Firefox/150.0 (Android)"))
    assert phone.sync(within(ada.phone)) == "synced"


def test_a_backup_of_an_older_release_is_the_database_itself(
    ada: Person, phone: Device, run: Run, tmp_path: Path
) -> None:
    phone.write(MARIA, name="Maria")
    phone.sync(within(ada.phone))
    run("backup")
    database_in(tmp_path / "backup.tar", tmp_path).rename(tmp_path / "older.db")

    assert run("restore", "older.db")[0] == 0

    assert phone.sync(within(ada.phone)) == "synced"


def database_in(backup: Path, folder: Path) -> Path:
    """Unpack the database of a backup."""
    unpacked = folder / "unpacked"
    with tarfile.open(backup) as archive:
        archive.extract("earshot.db", unpacked, filter="data")
    return unpacked / "earshot.db"


def _sync(person: Person, *devices: Device) -> None:
    browsers = {"phone": person.phone, "laptop": person.laptop}
    for device in devices:
        assert device.sync(within(browsers[device.name])) == "synced"


def _bodies(device: Device) -> dict[str, dict[str, Any]]:
    return {id: record.body for id, record in device.holds.records.items()}
