"""Base64 as web push writes it: with - and _, and without padding."""

import base64


def base64url(content: bytes) -> str:
    """Write bytes as text."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    """Read bytes from text; raises ValueError where it is none."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
