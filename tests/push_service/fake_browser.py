"""A browser made up: it subscribes and reads what arrives, without being one."""

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.push_service.encryption import base64url
from tests.push_service.push_service import PushService
from tests.push_service.rules import Message


class FakeBrowser:
    """Holds the keys of one subscription; decrypts with another library than senders use."""

    def __init__(self, service: PushService, key: bytes, origin: str = "") -> None:
        self._service = service
        self._origin = origin or service.origin
        self._private = ec.generate_private_key(ec.SECP256R1())
        self._secret = bytes(range(16))
        self.is_away = False
        self.token = service.subscribe(key, self._take, frozenset([self._origin])).token

    @property
    def endpoint(self) -> str:
        """Return the address to which its messages are posted."""
        return f"{self._origin}/wpush/v2/{self.token}"

    def subscription(self) -> dict[str, object]:
        """Return what a page would send to its server: the subscription as JSON."""
        point = self._private.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )
        keys = {"p256dh": base64url(point), "auth": base64url(self._secret)}
        return {"endpoint": self.endpoint, "expirationTime": None, "keys": keys}

    def read(self) -> list[bytes]:
        """Return all that has arrived, in plain."""
        mine = [message for message in self._service.messages if message.token == self.token]
        return [self.plain(message) for message in mine if message.state == "taken"]

    def plain(self, message: Message) -> bytes:
        """Decrypt one message."""
        if not message.body:
            return b""
        plain: bytes = http_ece.decrypt(
            message.body, private_key=self._private, auth_secret=self._secret, version="aes128gcm"
        )
        return plain

    def come_back(self) -> None:
        """Take what waited."""
        self.is_away = False
        self._service.hand_over_waiting({self.token})

    def _take(self, message: Message) -> bool:
        if not self.is_away:
            message.state = "taken"
        return not self.is_away
