"""Encrypts for a browser as a sender does, with another library than the server's."""

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec

from tests.push_service.base64url import from_base64url


def encrypted(words: bytes, p256dh: str, auth: str) -> bytes:
    """Encrypt for the browser that has these keys.

    Source: RFC 8291.
    """
    body: bytes = http_ece.encrypt(
        words,
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=from_base64url(p256dh),
        auth_secret=from_base64url(auth),
        version="aes128gcm",
    )
    return body
