"""A sender that keeps all the rules, and breaks just the one that a test names."""

import time
from typing import Any

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.push_service.encryption import base64url, encrypted
from tests.push_service.fake_browser import FakeBrowser
from tests.served import ANSWER_SECONDS

HALF_A_DAY_SECONDS = 12 * 3600


class Sender:
    """Holds a key pair, and posts to a browser made up."""

    def __init__(self) -> None:
        self._private = ec.generate_private_key(ec.SECP256R1())
        public = self._private.public_key()
        self.key = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def post(self, browser: FakeBrowser, words: bytes, **headers: str | None) -> httpx.Response:
        """Post words; headers given by name (with _ for -) take the place of right ones."""
        keys: Any = browser.subscription()["keys"]
        body = encrypted(words, **keys) if words else b""
        return self.post_as_is(browser, body, **headers)

    def post_as_is(
        self, browser: FakeBrowser, body: bytes, **headers: str | None
    ) -> httpx.Response:
        """Post a body without encrypting it."""
        right = {
            "ttl": "60",
            "authorization": self.token(aud=_origin(browser)),
            "content_encoding": "aes128gcm",
            "content_type": "application/octet-stream",
        }
        given = {**right, **headers}
        sent = {name.replace("_", "-"): value for name, value in given.items() if value is not None}
        return httpx.post(browser.endpoint, content=body, headers=sent, timeout=ANSWER_SECONDS)

    def token(self, **claims: Any) -> str:
        """Return an authorization; claims take the place of right ones."""
        right = {"sub": "mailto:ada@earshot.example", "exp": int(time.time()) + HALF_A_DAY_SECONDS}
        signed = jwt.encode({**right, **claims}, self._private, algorithm="ES256")
        return f"vapid t={signed}, k={base64url(self.key)}"


def _origin(browser: FakeBrowser) -> str:
    return browser.endpoint.partition("/wpush")[0]
