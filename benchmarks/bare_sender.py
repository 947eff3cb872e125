"""The reference of reminders: a sender that encrypts, signs and posts, and does nothing else."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import httpx
import jwt
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from backend.reminders.push.push_sender import PushTarget
from backend.reminders.push.vapid_keys import VapidKey
from tests.push_service.encryption import encrypted

THREADS = 8
TOKEN_SECONDS = 3600


class BareSender:
    """Posts pushes to one push service.

    Args:
        key: The pair of keys that the subscriptions were made with.
        origin: The push service, which the signature is for.
    """

    def __init__(self, key: VapidKey, origin: str) -> None:
        self._key, self._origin = key, origin
        self._private = load_pem_private_key(key.private_pem, None)
        self._client = httpx.Client(trust_env=False)

    def send_all(self, targets: Sequence[PushTarget], content: bytes) -> float:
        """Post the content to each target, several at a time; return how many seconds it took."""
        begun = time.perf_counter()
        with ThreadPoolExecutor(THREADS) as pool:
            statuses = set(pool.map(lambda target: self._send(target, content), targets))
        assert statuses == {201}
        return time.perf_counter() - begun

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _send(self, target: PushTarget, content: bytes) -> int:
        body = encrypted(content, target.p256dh, target.auth)
        claims = {"aud": self._origin, "exp": int(time.time()) + TOKEN_SECONDS}
        token = jwt.encode({**claims, "sub": "mailto:ada@earshot.test"}, self._private, "ES256")
        headers = {
            "authorization": f"vapid t={token}, k={self._key.public}",
            "content-encoding": "aes128gcm",
            "content-type": "application/octet-stream",
            "ttl": "60",
        }
        return self._client.post(target.endpoint, headers=headers, content=body).status_code
