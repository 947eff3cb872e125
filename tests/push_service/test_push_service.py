"""The push service takes what is right and nothing else."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.push_service.fake_browser import FakeBrowser
from tests.push_service.push_service import Fault, PushService
from tests.push_service.running import push_service
from tests.push_service.sender import Sender


@pytest.fixture
def service() -> Iterator[PushService]:
    with push_service() as service:
        yield service


@pytest.fixture
def sender() -> Sender:
    return Sender()


@pytest.fixture
def phone(service: PushService, sender: Sender) -> FakeBrowser:
    return FakeBrowser(service, sender.key)


@pytest.mark.parametrize("size", [0, 1, 3993])
def test_a_message_of_each_size_arrives(sender: Sender, phone: FakeBrowser, size: int) -> None:
    words = b"x" * size

    assert sender.post(phone, words).status_code == 201
    assert phone.read() == [words]


def test_one_byte_more_is_refused(sender: Sender, phone: FakeBrowser) -> None:
    assert sender.post(phone, b"x" * 3994).status_code == 413
    assert phone.read() == []


@pytest.mark.parametrize(
    ("status", "wrong"),
    [
        (400, {"ttl": None}),
        (400, {"ttl": "soon"}),
        (400, {"urgency": "urgent"}),
        (400, {"topic": "with spaces"}),
        (400, {"topic": "x" * 33}),
        (400, {"content_encoding": "aesgcm"}),
        (400, {"content_type": None}),
        (401, {"authorization": None}),
        (401, {"authorization": "Bearer me"}),
    ],
)
def test_a_wrong_header_is_refused(
    sender: Sender, phone: FakeBrowser, status: int, wrong: dict[str, Any]
) -> None:
    assert sender.post(phone, b"Send deck").status_code == 201

    assert sender.post(phone, b"Send deck", **wrong).status_code == status
    assert len(phone.read()) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"aud": "http://127.0.0.1"},
        {"aud": "https://elsewhere.example"},
        {"exp": -1},
        {"exp": 25 * 3600},
        {"sub": "mailto:mailto:ada@earshot.example"},
        {"sub": "mailto:ada@localhost"},
        {"sub": "ada"},
    ],
)
def test_a_wrong_token_is_refused(
    service: PushService, sender: Sender, phone: FakeBrowser, wrong: dict[str, Any]
) -> None:
    ends = {"exp": int(time.time()) + wrong["exp"]} if "exp" in wrong else {}
    token = sender.token(**{"aud": service.origin, **wrong, **ends})

    assert sender.post(phone, b"Send deck", authorization=token).status_code == 403


def test_another_senders_token_is_refused(service: PushService, phone: FakeBrowser) -> None:
    stranger = Sender()

    assert stranger.post(phone, b"Buy this").status_code == 403


def test_what_is_not_encrypted_is_refused(sender: Sender, phone: FakeBrowser) -> None:
    assert sender.post_as_is(phone, b"Send deck" * 20).status_code == 400


def test_a_subscription_that_is_not_there_or_has_ended_says_so(
    service: PushService, sender: Sender, phone: FakeBrowser
) -> None:
    service.end(phone.token)
    assert sender.post(phone, b"Send deck").status_code == 410

    phone.token = "nobody"
    assert sender.post(phone, b"Send deck").status_code == 404


def test_what_waits_is_replaced_by_the_same_topic_and_comes_later(
    sender: Sender, phone: FakeBrowser
) -> None:
    phone.is_away = True
    for words, topic in [(b"first", "deck"), (b"second", "deck"), (b"other", None)]:
        sender.post(phone, words, topic=topic)

    phone.come_back()

    assert phone.read() == [b"second", b"other"]


def test_a_message_for_now_or_never_is_dropped_when_the_browser_is_away(
    sender: Sender, phone: FakeBrowser
) -> None:
    phone.is_away = True
    sender.post(phone, b"now", ttl="0")

    phone.come_back()

    assert phone.read() == []


def test_a_fault_comes_as_often_as_was_asked(
    service: PushService, sender: Sender, phone: FakeBrowser
) -> None:
    service.fail(Fault(429, headers={"Retry-After": "7"}, times=2))

    answers = [sender.post(phone, b"Send deck") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [429, 429, 201]
    assert answers[0].headers["Retry-After"] == "7"
    assert [attempt.status for attempt in service.attempts] == [429, 429, 201]
