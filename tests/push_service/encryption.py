"""Encrypts for a browser as a sender does, with another library than the server's."""

import base64

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec


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


def base64url(content: bytes) -> str:
    """Write bytes as web push does: with - and _, and without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    """Read what `base64url` writes.

    Raises:
        ValueError: It is no base64.
    """
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
