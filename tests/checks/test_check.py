"""`flask check` names what is wrong, in plain lines, and ends with 1 where anything is."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from flask_migrate import downgrade
from sqlalchemy import text

from backend import create_app
from backend.config import Config
from backend.db import db
from tests.e2e.server import free_port
from tests.reminders.mail_server import MailServer, mail_server

Check = Callable[..., tuple[int, dict[str, list[str]]]]


@pytest.fixture
def mails() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def push_origin() -> Iterator[str]:
    """A push service, as far as connecting to one goes."""
    with closing(socket.create_server(("127.0.0.1", 0))) as ear:
        yield f"http://127.0.0.1:{ear.getsockname()[1]}"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "built"
    folder.mkdir()
    (folder / "build.json").write_text('{"version": "1.2.3"}')
    return folder


@pytest.fixture
def check(settings: Config, push_origin: str, built: Path) -> Check:
    """Run the command with these settings, where all is well but for what they change."""

    def check(**update: Any) -> tuple[int, dict[str, list[str]]]:
        here = {"push_hosts": push_origin, "push_addresses": "127.0.0.1/32", "shell_dir": built}
        app = create_app(settings.model_copy(update=here | update))
        said = app.test_cli_runner().invoke(args=["check"])
        with app.app_context():
            db.engine.dispose()
        app.extensions["senders"].close()
        lines: dict[str, list[str]] = {}
        for line in said.output.splitlines():
            name, _, words = line.partition(": ")
            lines.setdefault(name, []).append(words)
        return said.exit_code, lines

    return check


def test_where_all_is_well_each_line_says_so(check: Check, mails: MailServer) -> None:
    code, lines = check(
        smtp_host="127.0.0.1", smtp_port=mails.port, smtp_security="none", smtp_from="a@b.test"
    )

    assert (code, set(map(tuple, lines.values()))) == (0, {("ok",)})
    assert list(lines) == ["settings", "keys", "database", "disk", "mail server", "push services"]
    assert mails.taken == []


@pytest.mark.parametrize(
    ("update", "words"),
    [
        ({"proxy_count": 1}, "TRUSTED_HOSTS has no name of its own"),
        ({"smtp_host": "127.0.0.1"}, "needs both SMTP_HOST and SMTP_FROM"),
        ({"smtp_from": "a@b.test"}, "needs both SMTP_HOST and SMTP_FROM"),
        ({"shell_dir": Path("nothing")}, "holds no app"),
    ],
)
def test_settings_that_make_no_sense_together(
    check: Check, update: dict[str, Any], words: str
) -> None:
    code, lines = check(**update)

    assert (code, words in lines["settings"][0]) == (1, True)


def test_keys_that_are_none(check: Check, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "vapid_keys").write_text("nonsense")

    code, lines = check()

    assert code == 1
    assert "too short for a key" in lines["keys"][0]
    assert "no key for pushes" in lines["keys"][1]


def test_a_database_that_is_not_up_to_date(check: Check, settings: Config) -> None:
    app = create_app(settings)
    with app.app_context():
        downgrade()
        db.engine.dispose()

    code, lines = check()

    assert (code, "not up to date" in lines["database"][0]) == (1, True)


def test_a_database_of_a_newer_version(check: Check, settings: Config) -> None:
    app = create_app(settings)
    with app.app_context():
        with db.engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        db.engine.dispose()

    code, lines = check()

    assert (code, "newer version" in lines["database"][0]) == (1, True)


def test_a_database_that_is_away_or_is_none(check: Check, tmp_path: Path) -> None:
    (tmp_path / "other.db").write_bytes(b"the disk was here" * 999)
    away = f"postgresql+psycopg://ada:tomatoes@/earshot?host={tmp_path}"

    for url in (away, f"sqlite:///{tmp_path / 'other.db'}"):
        code, lines = check(database_url=url)

        assert (code, "can't be used" in lines["database"][0]) == (1, True)
        assert "tomatoes" not in str(lines)


def test_a_folder_that_takes_nothing(check: Check, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    code, lines = check(instance_dir=tmp_path / "file")

    assert (code, "can't be written" in lines["disk"][0]) == (1, True)


def test_a_disk_that_is_nearly_full(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.checks.own_machine.ROOM_AT_LEAST_BYTES", 2**62)

    code, lines = check()

    assert (code, "has room for" in lines["disk"][0]) == (1, True)


@pytest.mark.parametrize(
    ("update", "words"),
    [
        ({"smtp_port": free_port()}, "can't be used"),
        ({"smtp_host": "mail.invalid"}, "can't be used"),
        ({"smtp_security": "starttls"}, "can't be used: SMTPNotSupportedError"),
        ({"smtp_user": "ada", "smtp_password": "tomatoes"}, "can't be used"),
    ],
)
def test_a_mail_server_that_lets_nobody_in(
    check: Check, mails: MailServer, update: dict[str, Any], words: str
) -> None:
    usual = {"smtp_host": "127.0.0.1", "smtp_port": mails.port, "smtp_security": "none"}

    code, lines = check(**(usual | {"smtp_from": "a@b.test"} | update))

    assert (code, words in lines["mail server"][0]) == (1, True)
    assert "tomatoes" not in str(lines)


@pytest.mark.parametrize(
    ("update", "words"),
    [
        ({"push_hosts": "push.invalid"}, "push.invalid has no address"),
        ({"push_hosts": f"http://127.0.0.1:{free_port()}"}, "can't be reached"),
        ({"push_addresses": ""}, "has a private address"),
    ],
)
def test_a_push_service_that_cannot_be_reached(
    check: Check, update: dict[str, Any], words: str
) -> None:
    code, lines = check(**update)

    assert (code, words in lines["push services"][0]) == (1, True)


def test_names_of_many_push_services_are_not_looked_up(check: Check) -> None:
    assert check(push_hosts="*.push.invalid")[0] == 0
