"""Where pushes go: to known push services on the public internet, and nowhere else."""

import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from threading import Event as Signal
from threading import Thread

import pytest

from backend.errors import Refusal
from backend.reminders.push.push_services import PushServices
from tests.cast import Person
from tests.push_service.push_service import PushService
from tests.reminders.sending import NEW, Allowed, browser_of, push, sender_for, target_of

KNOWN = ["fcm.googleapis.com", "updates.push.services.mozilla.com", "*.push.apple.com"]
PLACES = [
    "http://127.0.0.1:{port}/p",
    "http://127.1:{port}/p",
    "http://0.0.0.0:{port}/p",
    "http://0:{port}/p",
    "http://0177.0.0.1:{port}/p",
    "http://017700000001:{port}/p",
    "http://0x7f.0.0.1:{port}/p",
    "http://0x7f000001:{port}/p",
    "http://2130706433:{port}/p",
    "http://127.0.0.1.:{port}/p",
    "http://localhost:{port}/p",
    "http://LOCALHOST:{port}/p",
    "http://localhost.:{port}/p",
    "http://[::1]:{port}/p",
    "http://[::]:{port}/p",
    "http://[::ffff:127.0.0.1]:{port}/p",
    "http://[::ffff:7f00:1]:{port}/p",
    "http://[::127.0.0.1]:{port}/p",
    "http://[64:ff9b::127.0.0.1]:{port}/p",
    "http://[64:ff9b:1::127.0.0.1]:{port}/p",
    "http://[2002:7f00:1::]:{port}/p",
    "http://[2001:0:7f00:1::]:{port}/p",
    "http://[fe80::1]:{port}/p",
    "http://[fc00::1]:{port}/p",
    "http://[fd00::1]:{port}/p",
    "http://[ff02::1]:{port}/p",
    "http://[2001:db8::1]:{port}/p",
    "http://10.0.0.1:{port}/p",
    "http://172.16.0.1:{port}/p",
    "http://192.168.1.1:{port}/p",
    "http://169.254.169.254:{port}/p",
    "http://100.64.0.1:{port}/p",
    "http://192.0.0.8:{port}/p",
    "http://192.0.2.1:{port}/p",
    "http://198.18.0.1:{port}/p",
    "http://224.0.0.1:{port}/p",
    "http://240.0.0.1:{port}/p",
    "http://255.255.255.255:{port}/p",
    "http://ada@127.0.0.1:{port}/p",
    "http://fcm.googleapis.com@127.0.0.1:{port}/p",
    "http://127.0.0.1:{port}\\@fcm.googleapis.com/p",
]


@pytest.fixture
def listener() -> Iterator[tuple[int, list[str]]]:
    """Listen on this machine, and yield the port and who came."""
    came: list[str] = []
    with closing(socket.create_server(("", 0), family=socket.AF_INET6, dualstack_ipv6=True)) as ear:
        ear.settimeout(0.01)

        def listen() -> None:
            while ear.fileno() >= 0:
                try:
                    caller, address = ear.accept()
                    caller.close()
                    came.append(address[0])
                except TimeoutError:
                    continue
                except OSError:
                    return

        hearing = Thread(target=listen)
        hearing.start()
        yield ear.getsockname()[1], came
    hearing.join()


def test_the_listener_hears_who_comes(listener: tuple[int, list[str]]) -> None:
    port, came = listener

    socket.create_connection(("127.0.0.1", port)).close()
    while not came:
        pass

    assert len(came) == 1


@pytest.mark.parametrize("place", PLACES)
def test_nothing_private_is_called_even_where_any_host_is_known(
    service: PushService, listener: tuple[int, list[str]], place: str
) -> None:
    port, came = listener
    endpoint = place.format(port=port)
    origin = endpoint.removesuffix("/p")
    sender, wire = sender_for(Allowed([origin, origin.lower()], is_here_allowed=False))
    target = target_of(browser_of(service, sender), sender, endpoint=endpoint)

    outcome = sender.send(target, push())

    assert outcome.kind in ("later", "refused")
    assert came == []
    wire.close()


@pytest.mark.parametrize("place", PLACES)
def test_a_browser_cannot_name_a_private_place(ada: Person, place: str) -> None:
    keys = {"p256dh": "B" + "A" * 86, "auth": "A" * 22}
    body = {"endpoint": place.format(port=443), "keys": keys, "key": "", "device_id": ada.id}

    answer = ada.phone.call("PUT", "/api/push", json=body)

    assert (answer.status_code, answer.json["code"]) == (422, "endpoint_refused")


@pytest.mark.parametrize(
    ("endpoint", "is_known"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc:APA91-_", True),
        ("https://fcm.googleapis.com:443/fcm/send/abc", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/gAAAA", True),
        ("https://web.push.apple.com/QABC", True),
        ("https://a.b.push.apple.com/QABC", True),
        ("https://push.apple.com/QABC", False),
        ("https://evilpush.apple.com/QABC", False),
        ("https://web.push.apple.com.evil.test/QABC", False),
        ("http://fcm.googleapis.com/fcm/send/abc", False),
        ("https://fcm.googleapis.com:8443/fcm/send/abc", False),
        ("https://fcm.googleapis.com./fcm/send/abc", False),
        ("https://fcm.googleapis.com@evil.test/", False),
        ("https://evil.test/fcm.googleapis.com", False),
        ("https://evil.test#fcm.googleapis.com", False),
        ("https://evil.test\\.fcm.googleapis.com/", False),
        ("https://fcm.googleapis.com\t/", False),
        ("https://fcm.googleapis.com\n/", False),
        ("https://ｆcm.googleapis.com/", False),
        ("ftp://fcm.googleapis.com/", False),
        ("https://", False),
        ("https://[::1", False),
        ("https://fcm.googleapis.com:99999/", False),
        ("", False),
        ("https://fcm.googleapis.com/" + "x" * 2000, False),
    ],
)
def test_a_push_service_is_known_by_its_whole_name(endpoint: str, is_known: bool) -> None:
    services = PushServices(KNOWN)

    if is_known:
        services.check(endpoint)
    else:
        with pytest.raises(Refusal, match="endpoint_refused"):
            services.check(endpoint)


@pytest.mark.parametrize(
    "found",
    [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["64:ff9b::a00:1"], ["fe80::1%lo"], []],
)
def test_a_known_name_that_leads_home_is_not_called(
    service: PushService, listener: tuple[int, list[str]], found: list[str]
) -> None:
    port, came = listener
    origin = f"http://push.example.org:{port}"
    allowed = Allowed([origin], is_here_allowed=False, resolve=lambda host, port: found)
    sender, wire = sender_for(allowed)
    target = target_of(browser_of(service, sender), sender, endpoint=f"{origin}/p")

    assert sender.send(target, push()).kind == "later"
    assert came == []
    wire.close()


@pytest.mark.parametrize("found", ["8.8.8.8", "2600:1901:0:92a9::", "64:ff9b::808:808"])
def test_a_known_name_on_the_public_internet_may_be_called(found: str) -> None:
    services = PushServices(KNOWN, resolve=lambda host, port: [found])

    assert services.addresses("fcm.googleapis.com", 443) == [found]


def test_a_name_that_nobody_answers_for_does_not_hold_the_sender(service: PushService) -> None:
    answered, host = Signal(), "https://push.example.org"

    def never(host: str, port: int) -> list[str]:
        answered.wait()
        return []

    hangs = Allowed([host], whole_seconds=0.2, resolve=never)
    sender, wire = sender_for(hangs)
    target = target_of(browser_of(service, sender), sender, endpoint=f"{host}/p")

    assert sender.send(target, push()).kind == "later"
    assert not answered.is_set()
    answered.set()
    wire.close()


def test_a_name_is_looked_up_once_and_called_where_it_was_found(service: PushService) -> None:
    asked = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["169.254.169.254"]

    port = service.origin.rpartition(":")[2]
    origin = f"http://push.example.org:{port}"
    sender, wire = sender_for(Allowed([origin], resolve=rebinding))
    there = target_of(browser_of(service, sender), sender, endpoint=f"{origin}/wpush/v2/none")

    first, second = sender.send(there, push()).kind, sender.send(there, push()).kind

    # The service there knows no such subscription: it was called, by its name.
    assert (first, second, asked) == ("gone", "gone", ["push.example.org"])
    wire.close()
    assert sender.send(there, push()).kind == "later"
    wire.close()


def test_who_answers_a_letter_at_a_time_is_given_up(service: PushService) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as place:
        origin = f"http://127.0.0.1:{place.getsockname()[1]}"
        sender, wire = sender_for(Allowed([origin], whole_seconds=0.3), NEW)
        target = target_of(browser_of(service, sender), sender, endpoint=f"{origin}/p")
        answering = Thread(target=_drip, args=(place,))
        answering.start()

        outcome = sender.send(target, push())
        # Its time may have been over before anybody was called.
        place.shutdown(socket.SHUT_RDWR)
        answering.join()

    assert outcome.kind == "later"
    wire.close()


def _drip(place: socket.socket) -> None:
    """Answer a letter at a time, each in good time, for as long as anybody listens."""
    with suppress(OSError), place.accept()[0] as caller:
        while not Signal().wait(0.02):
            caller.send(b"H")
