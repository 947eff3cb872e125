"""A sender with keys of its own, and what it is made of, for tests of sending."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_network

from backend.reminders.push.http_transport import GuardedTransport
from backend.reminders.push.push_sender import Push, PushSender, PushTarget
from backend.reminders.push.push_services import PushServices, Resolve, resolve
from backend.reminders.push.vapid_keys import VapidKeys
from tests.push_service.encryption import base64url, from_base64url
from tests.push_service.fake_browser import FakeBrowser
from tests.push_service.push_service import PushService

OLD, NEW = base64url(b"\1" * 32), base64url(b"\2" * 32)
CONTACT = "mailto:ada@earshot.example"
HERE = [ip_network("127.0.0.1/32")]


@dataclass(frozen=True)
class Allowed:
    """What a sender of the tests may call."""

    hosts: Sequence[str]
    is_here_allowed: bool = True
    resolve: Resolve = resolve
    whole_seconds: float = 30


def sender_for(allowed: Allowed, *secrets: str) -> tuple[PushSender, GuardedTransport]:
    """Return a sender, and its wire, which is to be closed."""
    networks = HERE if allowed.is_here_allowed else []
    services = PushServices(allowed.hosts, networks, allowed.resolve)
    wire = GuardedTransport(services, allowed.whole_seconds)
    return PushSender(VapidKeys(list(secrets or [OLD])), services, wire, CONTACT), wire


def browser_of(service: PushService, sender: PushSender) -> FakeBrowser:
    """Return a browser that has subscribed with the sender's newest key."""
    return FakeBrowser(service, from_base64url(sender.keys.current.public))


def target_of(browser: FakeBrowser, sender: PushSender, **other: str) -> PushTarget:
    """Return where to send for this browser to read it."""
    keys = browser.subscription()["keys"]
    assert isinstance(keys, dict)
    given = {"endpoint": browser.endpoint, "key": sender.keys.current.public, **keys}
    return PushTarget(**{**given, **other})


def push(content: bytes = b"for today", tag: str = "test") -> Push:
    """Return something to send."""
    return Push(content, tag, 60)
