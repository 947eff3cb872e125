"""Clients that want everything: all others are answered, and so is whoever asks for health."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from flask import Flask

from backend.http.server.connections import CONNECTIONS_EACH
from backend.http.server.lanes import (
    HELD_EACH,
    HELD_SECONDS,
    REST_SECONDS_AT_MOST,
    Lane,
    Refusals,
)
from backend.http.server.listen import EACH_AT_MOST
from backend.http.server.requests import Request
from tests.cast import Person
from tests.e2e.waiting import wait_until
from tests.raw_http import RawClient, answer_to
from tests.served import served

GREEDY, OTHER = "127.0.0.2", "127.0.0.3"
FORM = {"email": "ada@earshot.test", "password": "slow green tractor"}


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


@contextmanager
def nobody_may_write(app: Flask) -> Iterator[None]:
    """Take every turn to write, so that all who want to write wait."""
    queue = app.extensions["write_queue"]
    with ExitStack() as turns:
        for _ in range(queue._at_once):
            turns.enter_context(queue.turn(5))
        yield


def test_of_too_many_connections_of_one_address_those_that_wait_longest_end(address: str) -> None:
    first = RawClient(address, OTHER)
    many = [RawClient(address, GREEDY) for _ in range(CONNECTIONS_EACH + 20)]
    for client in many:
        client.send(b"GET /version HTT")

    wait_until(lambda: all(one.is_ended() for one in many[:20]), "the oldest to be closed")
    newest = answer_to(address, "/healthz", source=GREEDY)
    kept = [one.is_ended() for one in many[30:]]
    first.ask("GET", "/healthz", Connection="close")
    [others] = first.read()
    for client in (first, *many):
        client.close()

    assert (newest.status, others.status) == (200, 200)
    assert not any(kept)


def test_calls_beyond_what_one_client_may_have_under_way_are_refused_at_once(
    app: Flask, ada: Person, address: str
) -> None:
    with nobody_may_write(app):
        waiting = [RawClient(address, GREEDY) for _ in range(EACH_AT_MOST)]
        for client in waiting:
            client.ask("POST", "/api/sign-in", FORM, Connection="close")
        wait_until(lambda: _refuses(address), "one client to have enough under way")
        others = answer_to(address, "/api/session", source=OTHER)
        alive = [answer_to(address, path, source=GREEDY) for path in ("/healthz", "/version")]
    answers = [answer for client in waiting for answer in client.read()]
    for client in waiting:
        client.close()

    assert (others.status, *(answer.status for answer in alive)) == (200, 200, 200)
    assert len(answers) == EACH_AT_MOST
    assert {answer.status for answer in answers} <= {200, 429, 503}


class Waiting:
    """A connection with a request that nobody reads."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.was_refused = False

    def service(self) -> None:
        """Answer nothing."""

    def cancel(self) -> None:
        """Do nothing."""


def _refuses(address: str) -> bool:
    answer = answer_to(address, "/api/session", source=GREEDY)
    return (answer.status, answer.json.get("code"), answer.headers.get("Retry-After")) == (
        503,
        "busy",
        "5",
    )


def test_clients_take_turns_and_none_takes_all_threads() -> None:
    lane, tasks = Lane(8, each_at_once=4, each_at_most=3), [Waiting() for _ in range(5)]
    for client, task in zip(("ada", "ada", "ada", "ben", "cy"), tasks, strict=True):
        lane.add(client, task)

    taken = [lane.take() for _ in range(5)]
    lane.leave("ada")

    assert taken == [
        ("ada", tasks[0]),
        ("ben", tasks[3]),
        ("cy", tasks[4]),
        ("ada", tasks[1]),
        None,
    ]
    assert lane.take() == ("ada", tasks[2])


def test_a_client_that_is_refused_rests_where_others_want_to_be_answered() -> None:
    lane, tasks = Lane(8, each_at_once=4, each_at_most=9), [Waiting() for _ in range(3)]
    lane.add("ada", tasks[0])
    assert lane.take() == ("ada", tasks[0])
    lane.leave("ada", refused_seconds=60)
    lane.add("ada", tasks[1])

    assert lane.take() == ("ada", tasks[1])
    lane.add("ben", tasks[2])
    lane.leave("ada", refused_seconds=60)
    lane.add("ada", tasks[0])
    assert lane.take() == ("ben", tasks[2])
    assert lane.take() is None
    assert 0 < (lane.rest_seconds() or 0) <= REST_SECONDS_AT_MOST


def test_refusals_are_held_back_but_not_so_many_that_connections_run_out() -> None:
    refusals, tasks = Refusals(), [Waiting() for _ in range(HELD_EACH + 1)]
    for task in tasks[:-1]:
        refusals.add("ada", task)

    assert refusals.take() is None
    refusals.add("ada", tasks[-1])
    assert refusals.take() == ("ada", tasks[-1])
    assert 0 < (refusals.rest_seconds() or 0) <= HELD_SECONDS
