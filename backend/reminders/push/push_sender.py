"""Sends one push to one subscription; the only file that uses the web push library."""

import logging
import random
import time
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Any

import httpx
import jwt
from webpush import WebPush, WebPushSubscription
from webpush.vapid import VAPID

from backend.errors import Refusal
from backend.reminders.channel import Outcome, Urgency
from backend.reminders.push.http_transport import HostForbidden
from backend.reminders.push.payload import PAYLOAD_BYTES
from backend.reminders.push.push_services import PushServices, origin_of
from backend.reminders.push.vapid_keys import VapidKey, VapidKeys

# RFC 8292 allows a day; Apple refuses from one day on by its own clock.
TOKEN_SECONDS = 12 * 3600
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 15, 3600
LONGEST_RETRY_AFTER_SECONDS = 12 * 3600
TOPIC_BYTES = 24

log = logging.getLogger("earshot.reminders")


@dataclass(frozen=True)
class PushTarget:
    """The subscription as the browser gave it."""

    endpoint: str
    p256dh: str
    auth: str
    key: str


@dataclass(frozen=True)
class Push:
    """The payload, and what the push service is told.

    A push replaces an earlier one with the same tag.
    """

    content: bytes
    tag: str
    ttl_seconds: int
    urgency: Urgency = "normal"


class PushSender:
    """Encrypts, signs and posts pushes; safe for many threads."""

    def __init__(
        self, keys: VapidKeys, services: PushServices, transport: httpx.BaseTransport, contact: str
    ) -> None:
        """Set the keys and the contact for push services, a mailto: or https: address."""
        self.keys, self.services, self._contact = keys, services, contact
        self._client = httpx.Client(transport=transport, follow_redirects=False, trust_env=False)

    def send(self, target: PushTarget, push: Push, tries: int = 0) -> Outcome:
        """Post one push, once.

        Args:
            target: The subscription.
            push: What to send.
            tries: How often this was tried before; the wait grows with it.
        """
        key = self.keys.find(target.key)
        if key is None:
            _log_error("a subscription was made with a key that is not ours any more")
            return Outcome("gone")
        try:
            self.services.check(target.endpoint)
            url = httpx.URL(target.endpoint)
            headers, body = self.build(target, push, key)
        except (Refusal, ValueError, httpx.InvalidURL):
            _log_error("a subscription is invalid; it is kept, and nothing was sent")
            return Outcome("refused", LONGEST_WAIT_SECONDS)
        try:
            return _judge(self._client.post(url, headers=headers, content=body), tries)
        except httpx.TransportError as failure:
            if isinstance(failure, HostForbidden):
                _log_error("a push service has an address that is not called")
            return Outcome("later", _wait(tries))

    def build(self, target: PushTarget, push: Push, key: VapidKey) -> tuple[dict[str, str], bytes]:
        """Return the headers and the encrypted body (RFC 8030, RFC 8291, RFC 8292).

        Raises:
            ValueError: The subscription's keys are invalid, or the payload is too long.
        """
        if len(push.content) > PAYLOAD_BYTES:
            raise ValueError(f"{len(push.content)} bytes")
        # One for each: it would keep what it was given for one message and use it for the next.
        maker = WebPush(key.private_pem, key.public_pem, subscriber="unused")
        maker.vapid = _Vapid(key, target.endpoint, self._contact)
        keys = {"p256dh": target.p256dh, "auth": target.auth}
        whole = WebPushSubscription(endpoint=target.endpoint, keys=keys)
        message = maker.get(push.content, whole)
        headers = {
            "user-agent": "Earshot",
            "authorization": message.headers["authorization"],
            "content-encoding": "aes128gcm",
            "content-type": "application/octet-stream",
            "ttl": str(push.ttl_seconds),
            "urgency": push.urgency,
            "topic": _topic(target.endpoint, push.tag),
        }
        return headers, message.encrypted


class _Vapid(VAPID):  # type: ignore[misc]
    """Signs for the endpoint as it was given, including its port, with our own contact."""

    def __init__(self, key: VapidKey, endpoint: str, contact: str) -> None:
        super().__init__(key.private_pem, key.public_pem)
        self._audience, self._contact, self._public = origin_of(endpoint), contact, key.public

    def get_authorization_header(self, **_: Any) -> str:
        """Return the header; the endpoint in the arguments was rewritten and is not used."""
        # The push service has its own clock, so this is the machine's, not the app's.
        ends_at = int(time.time()) + TOKEN_SECONDS
        claims = {"aud": self._audience, "exp": ends_at, "sub": self._contact}
        token = jwt.encode(claims, self.private_key, algorithm="ES256")
        return f"vapid t={token}, k={self._public}"


def _topic(endpoint: str, tag: str) -> str:
    # Up to 32 letters, and it must tell the push service nothing, nor who else was sent the like.
    return urlsafe_b64encode(sha256(f"{endpoint} {tag}".encode()).digest()[:TOPIC_BYTES]).decode()


def _log_error(what: str) -> None:
    # Never with the endpoint: who knows it can post to it.
    log.error(what)


def _judge(reply: httpx.Response, tries: int) -> Outcome:
    status = reply.status_code
    if reply.is_success:
        return Outcome("taken")
    if status in (404, 410):
        return Outcome("gone")
    if status == 429 or status >= 500:
        asked = _seconds(reply.headers.get("retry-after"))
        return Outcome("later", _wait(tries) if asked is None else asked)
    _log_error(f"a push service refused a push with {status}: see docs/running.md")
    return Outcome("refused", LONGEST_WAIT_SECONDS)


def _seconds(retry_after: str | None) -> float | None:
    """Read Retry-After: seconds, or a date (RFC 9110, section 10.2.3)."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        seconds = float(retry_after[:10])
    else:
        try:
            moment: datetime = parsedate_to_datetime(retry_after)
            seconds = moment.timestamp() - time.time()
        except (ValueError, OverflowError):
            return None
    return min(max(seconds, 1), LONGEST_RETRY_AFTER_SECONDS)


def _wait(tries: int) -> float:
    """Return a wait that grows with each try, with jitter."""
    longest = min(FIRST_WAIT_SECONDS * 2 ** min(tries, 20), LONGEST_WAIT_SECONDS)
    return float(longest * random.uniform(0.5, 1))  # noqa: S311
