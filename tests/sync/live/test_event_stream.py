"""Pokes over real HTTP: open apps hear that there is news, and nobody else is held up by them."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest
from flask import Flask

from backend.sync.live import event_stream
from backend.sync.live.event_stream import WAITING_AT_MOST, WAITING_PER_OWNER, OpenStreams
from tests.cast import Clock, Person, signed_up
from tests.e2e.server import Server
from tests.e2e.waiting import wait_until
from tests.served import HttpBrowser, served
from tests.sync.device import Device

# More than could be said meanwhile, however long the machine was busy.
COMMENTS_AT_MOST = 30


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


@pytest.fixture
def another(app: Flask, ada: Person, address: str) -> Iterator[Callable[..., HttpBrowser]]:
    """Make Ada one more signed-in browser."""
    made = []

    def sign_in(user: Person = ada, at: str = address) -> HttpBrowser:
        made.append(HttpBrowser(app, user.id, at))
        return made[-1]

    yield sign_in
    for one in made:
        one.close()


@pytest.fixture
def second_server(database_url: str, tmp_path: Path, clock: Clock) -> Iterator[Server]:
    """The program itself, beside the server of this process, on the same database and time."""
    clock.now = datetime.now(UTC)
    server = Server(tmp_path, DATABASE_URL=database_url)
    server.start()
    yield server
    server.stop()


def test_an_open_laptop_hears_within_a_second_of_a_note_on_the_phone(
    ada: Person, another: Callable[..., HttpBrowser]
) -> None:
    phone, line, waits = Device(ada, another()), another().poke(), []
    assert line.hear() == "retry: 5000"

    for _ in range(5):
        begun_at = time.monotonic()
        phone.round(phone.new(name="Maria"))
        assert line.hear() == "data: pull"
        waits.append(time.monotonic() - begun_at)

    # A machine that is busy for a moment holds up one of them.
    assert median(waits) < 1
    assert line.answer.headers["Content-Type"].startswith("text/event-stream")
    assert line.answer.headers["Cache-Control"] == "no-store"


def test_a_purge_is_news_too(ada: Person, another: Callable[..., HttpBrowser], maria: str) -> None:
    line = another().poke()
    line.hear()

    body = {"account_id": ada.id, "id": maria}
    assert another().call("POST", "/api/purge", json=body).status_code == 204

    assert line.hear() == "data: pull"


def test_a_line_closes_when_its_session_ends(
    ada: Person, another: Callable[..., HttpBrowser]
) -> None:
    phone, laptop = Device(ada, another()), another()
    line = laptop.poke()
    line.hear()
    laptop.call("POST", "/api/sign-out")

    phone.round(phone.new(name="Maria"))

    assert line.hear() is None


def test_a_quiet_line_says_a_comment_now_and_then_and_closes_without_news(
    another: Callable[..., HttpBrowser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_stream, "COMMENT_SECONDS", 1)
    laptop = another()
    line = laptop.poke()
    line.hear()
    assert line.hear() == ":"

    laptop.call("POST", "/api/sign-out")

    said = [line.hear() for _ in range(COMMENTS_AT_MOST)]
    assert set(said) <= {":", None}
    assert said[-1] is None


def test_who_only_asks_for_the_headers_holds_no_place(another: Callable[..., HttpBrowser]) -> None:
    browser = another()

    answers = [browser.call("HEAD", "/api/stream") for _ in range(WAITING_PER_OWNER + 1)]

    assert {answer.status_code for answer in answers} == {200}


def test_who_goes_away_makes_room(another: Callable[..., HttpBrowser]) -> None:
    lines = [another().poke() for _ in range(WAITING_PER_OWNER)]
    late = another()
    refusal = late.poke().answer
    assert (refusal.status_code, refusal.headers["Retry-After"]) == (503, "60")

    lines[0].close()

    wait_until(lambda: late.poke().answer.status_code == 200, "a place to be free")


def test_rounds_find_their_way_past_all_who_wait(
    app: Flask, ada: Person, another: Callable[..., HttpBrowser]
) -> None:
    owners = [ada, *(signed_up(app, f"guest{n}") for n in range(WAITING_AT_MOST))]
    lines = [another(owner).poke() for owner in owners[:WAITING_AT_MOST]]
    assert {line.answer.status_code for line in lines} == {200}
    assert another(owners[-1]).poke().answer.status_code == 503

    devices = [Device(ada, another()) for _ in range(12)]
    for device in devices:
        device.round(device.new(name="Maria"))

    assert len(devices[0].catch_up()) == len(devices)


def test_only_the_other_open_apps_of_the_same_owner_are_told() -> None:
    streams = OpenStreams(begin=lambda _: None)
    phone, laptop, bens = (
        streams.join(owner, session)
        for owner, session in (("ada", "1"), ("ada", "2"), ("ben", "3"))
    )

    streams.wake("ada", "1")

    assert [one.news.is_set() for one in (phone, laptop, bens)] == [False, True, False]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_news_at_one_server_is_heard_at_the_other(
    app: Flask, ada: Person, another: Callable[..., HttpBrowser], second_server: Server
) -> None:
    there, here = another(at=second_server.address).poke(), Device(ada, another())
    there.hear()
    here.round(here.new(name="Maria"))
    assert there.hear() == "data: pull"

    back, line = Device(ada, another(at=second_server.address)), another().poke()
    line.hear()
    back.round(back.new(name="Li"))

    assert line.hear() == "data: pull"


def test_a_server_that_stops_lets_go_of_those_who_wait(
    another: Callable[..., HttpBrowser], second_server: Server
) -> None:
    line = another(at=second_server.address).poke()
    line.hear()

    second_server.end()

    # An answer that is cut would raise.
    assert line.hear() is None
