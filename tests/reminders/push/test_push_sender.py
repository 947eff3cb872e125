"""Sending: what is built can be read, what is signed holds, and every answer is understood."""

import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from backend.reminders.push.push_sender import Push, PushSender, PushTarget
from tests.push_service.encryption import from_base64url
from tests.push_service.fake_browser import FakeBrowser
from tests.push_service.push_service import Fault, PushService
from tests.reminders.sending import NEW, OLD, Allowed, browser_of, push, sender_for, target_of


@pytest.fixture
def sender(service: PushService) -> Iterator[PushSender]:
    sender, wire = sender_for(Allowed([service.origin]))
    yield sender
    wire.close()


@pytest.fixture
def reader(service: PushService, sender: PushSender) -> FakeBrowser:
    return browser_of(service, sender)


@pytest.fixture
def target(reader: FakeBrowser, sender: PushSender) -> PushTarget:
    return target_of(reader, sender)


@pytest.mark.parametrize("size", [0, 1, 3993])
def test_another_library_decrypts_what_was_sent(
    service: PushService, sender: PushSender, reader: FakeBrowser, target: PushTarget, size: int
) -> None:
    assert sender.send(target, push(b"x" * size)).kind == "taken"

    assert reader.read() == [b"x" * size]
    assert len(service.messages[0].body) == size + 103 <= 4096


def test_letters_of_all_scripts_arrive(
    sender: PushSender, reader: FakeBrowser, target: PushTarget
) -> None:
    words = "Žofie grüßt 中文 👋🏽 \u202e".encode()

    sender.send(target, push(words))

    assert reader.read() == [words]


def test_one_byte_more_than_fits_is_not_sent(
    service: PushService, sender: PushSender, target: PushTarget
) -> None:
    outcome = sender.send(target, push(b"x" * 3994))

    assert outcome.kind == "refused"
    assert service.attempts == []


def test_the_push_service_is_told_how_long_how_urgent_and_what_it_replaces(
    service: PushService, sender: PushSender, target: PushTarget
) -> None:
    sender.send(target, Push(b"", "follow_up-1", 3600, "high"))
    sender.send(target, Push(b"", "follow_up-1", 0))
    sender.send(target, Push(b"", "follow_up-2", 0))

    told = [(m.ttl_seconds, m.urgency) for m in service.messages]
    assert told == [(3600, "high"), (0, "normal"), (0, "normal")]
    topics = [m.topic for m in service.messages]
    assert topics[0] == topics[1] != topics[2]
    assert "follow_up" not in str(topics)


def test_two_browsers_get_the_same_under_topics_that_say_nothing_of_it(
    service: PushService, sender: PushSender, target: PushTarget
) -> None:
    other = target_of(browser_of(service, sender), sender)

    sender.send(target, Push(b"", "batch-2026-05-04", 3600))
    sender.send(other, Push(b"", "batch-2026-05-04", 3600))

    assert len({message.topic for message in service.messages}) == 2


def test_the_token_is_for_this_push_service_with_its_port(
    sender: PushSender, target: PushTarget
) -> None:
    key = sender.keys.find(target.key)
    assert key

    headers, _ = sender.build(target, push(), key)

    token, public = headers["authorization"].removeprefix("vapid t=").split(", k=")
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), from_base64url(public))
    origin = target.endpoint.partition("/wpush")[0]
    claims = jwt.decode(token, point, algorithms=["ES256"], audience=origin)
    assert origin.count(":") == 2
    assert public == target.key
    assert claims["sub"] == "mailto:ada@earshot.example"
    assert 11 * 3600 < claims["exp"] - time.time() <= 12 * 3600


def test_eight_threads_each_send_their_own(
    service: PushService, sender: PushSender, reader: FakeBrowser, target: PushTarget
) -> None:
    def send(ttl: int) -> str:
        return sender.send(target, Push(str(ttl).encode(), "test", ttl)).kind

    with ThreadPoolExecutor(8) as pool:
        kinds = list(pool.map(send, [ttl for ttl in range(8) for _ in range(25)]))

    told = [(m.ttl_seconds, reader.plain(m)) for m in service.messages]
    assert set(kinds) == {"taken"}
    assert len(told) == 200
    assert all(plain == str(ttl).encode() for ttl, plain in told)


@pytest.mark.parametrize(("status", "kind"), [(404, "gone"), (410, "gone"), (413, "refused")])
def test_an_end_is_told_from_a_refusal(
    service: PushService, sender: PushSender, target: PushTarget, status: int, kind: str
) -> None:
    service.fail(Fault(status))

    assert sender.send(target, push()).kind == kind
    assert len(service.attempts) == 1


def test_a_refused_signature_raises_the_alarm_without_the_endpoint(
    service: PushService, sender: PushSender, target: PushTarget, caplog: pytest.LogCaptureFixture
) -> None:
    service.fail(Fault(403))

    assert sender.send(target, push()).kind == "refused"

    alarms = [one.getMessage() for one in caplog.records if one.levelno == logging.ERROR]
    assert len(alarms) == 1
    assert "403" in alarms[0]
    assert target.endpoint.rpartition("/")[2] not in caplog.text


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_push_service_is_asked_later_and_later(
    service: PushService, sender: PushSender, target: PushTarget, status: int
) -> None:
    service.fail(Fault(status, times=3))

    waits = [sender.send(target, push(), tries).wait_seconds for tries in (0, 1, 40)]

    assert 7.5 <= waits[0] <= 15 <= waits[1] <= 30
    assert 1800 <= waits[2] <= 3600


@pytest.mark.parametrize(
    ("said", "least", "most"),
    [
        ("7", 7, 7),
        ("0", 1, 1),
        ("999999999999999999999", 43_200, 43_200),
        (3000, 2900, 3000),
        (-3000, 1, 1),
        (200_000_000_000, 43_200, 43_200),
        ("soon", 7.5, 15),
        ("", 7.5, 15),
        ("-5", 7.5, 15),
    ],
)
def test_retry_after_is_kept_in_seconds_and_as_a_date(
    service: PushService,
    sender: PushSender,
    target: PushTarget,
    said: int | str,
    least: float | int,
    most: int,
) -> None:
    date = said if isinstance(said, str) else formatdate(time.time() + said, usegmt=True)
    service.fail(Fault(503, {"Retry-After": date}))

    outcome = sender.send(target, push())

    assert outcome.kind == "later"
    assert least <= outcome.wait_seconds <= most


def test_a_redirect_is_not_followed(
    service: PushService, sender: PushSender, target: PushTarget
) -> None:
    service.fail(Fault(307, {"Location": target.endpoint}))

    assert sender.send(target, push()).kind == "refused"
    assert len(service.attempts) == 1


def test_who_signed_before_a_new_key_came_is_still_reached(service: PushService) -> None:
    old, old_wire = sender_for(Allowed([service.origin]), OLD)
    new, new_wire = sender_for(Allowed([service.origin]), NEW, OLD)
    reader = browser_of(service, old)
    target = target_of(reader, old)
    assert new.keys.current.public != target.key

    with_both = new.send(target, push(b"1"))
    lost, lost_wire = sender_for(Allowed([service.origin]), NEW)

    assert with_both.kind == "taken"
    assert lost.send(target, push(b"2")).kind == "gone"
    for wire in (old_wire, new_wire, lost_wire):
        wire.close()
