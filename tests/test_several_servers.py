"""Several servers on one PostgreSQL: one order of seqs, and nothing lost whatever happens to it."""

import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event as Signal

import pytest
from alembic.script import ScriptDirectory

from tests.e2e.waiting import wait_until
from tests.several_servers import Pusher, Servers, two_servers
from tests.sources import ROOT

LATER = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{head}"


def upgrade():
    op.add_column("record", sa.Column("later", sa.Text()))
    op.execute("SELECT pg_sleep(1)")
    op.add_column("user", sa.Column("later", sa.Text()))
"""


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    with two_servers(tmp_path_factory.mktemp("servers")) as servers:
        yield servers


@pytest.fixture
def pushers(servers: Servers) -> list[Pusher]:
    """Four devices of somebody's, two at each server."""
    return servers.pushers(servers.guest(), 4)


def test_seqs_have_no_hole_and_no_reader_sees_one(pushers: list[Pusher]) -> None:
    *writers, reader = pushers
    pages = []

    with ThreadPoolExecutor(len(writers)) as pool:
        pushing = [pool.submit(writer.push, 8) for writer in writers]
        while not all(one.done() for one in pushing):
            pages += [record["seq"] for record in reader.device.round(limit=7)["records"]]
    pages += [record["seq"] for record in reader.device.round()["records"]]

    assert pages == list(range(1, len(writers) * 8 * 2 + 1))
    assert _is_all_there(writers, reader)


def test_a_migration_runs_while_rounds_go_on(
    servers: Servers, pushers: list[Pusher], tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "migrations", tmp_path / "migrations")
    head = ScriptDirectory(str(ROOT / "migrations")).get_current_head()
    (tmp_path / "migrations/versions/9999_later.py").write_text(LATER.format(head=head))
    enough = Signal()

    with ThreadPoolExecutor(len(pushers)) as pool:
        pushing = [pool.submit(pusher.push_until, enough) for pusher in pushers]
        with _ending(enough):
            servers.migrate(tmp_path / "migrations")
    for one in pushing:
        one.result()

    assert {status for one in pushers for status, _ in one.answers} <= {200, 503}
    assert _is_all_there(pushers, pushers[0])


def test_a_database_that_crashes_under_load_loses_nothing(
    servers: Servers, pushers: list[Pusher]
) -> None:
    enough = Signal()

    with ThreadPoolExecutor(len(pushers)) as pool:
        pushing = [pool.submit(pusher.push_until, enough) for pusher in pushers]
        with _ending(enough):
            wait_until(lambda: all(one.sent for one in pushers), "rounds to be under way")
            servers.cluster.crash()
            wait_until(lambda: _are_refused(pushers), "every device to be refused")
            servers.cluster.start()
        begun_at = time.monotonic()
    recovery_seconds = time.monotonic() - begun_at

    assert [one.result() for one in pushing] == [None] * len(pushers)
    refusals = {answer for one in pushers for answer in one.answers if answer[0] != 200}
    assert refusals == {(503, "5")}
    assert recovery_seconds < 10
    assert _is_all_there(pushers, pushers[0])


@contextmanager
def _ending(enough: Signal) -> Iterator[None]:
    """Stop all processes, whatever happens."""
    try:
        yield
    finally:
        enough.set()


def _are_refused(pushers: list[Pusher]) -> bool:
    return all(pusher.answers and pusher.answers[-1][0] == 503 for pusher in pushers)


def _is_all_there(writers: list[Pusher], reader: Pusher) -> bool:
    held = reader.device.catch_up()
    sent = [id for writer in writers for id in writer.sent]
    seqs = [record["seq"] for record in held.values()]
    return sorted(held) == sorted(sent) and sorted(seqs) == list(range(1, len(sent) + 1))
