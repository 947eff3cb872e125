"""Writes the payload of a push as bytes, within the size that every push service accepts."""

import json
from typing import Any

# 4,096 bytes that every push service takes, less header, tag and delimiter (RFC 8188, RFC 8291).
PAYLOAD_BYTES = 3993
BYTES_OF_A_LETTER = 6


def fit_payload(payload: dict[str, Any], badge: int) -> bytes:
    """Return a payload as bytes, its texts shortened until it fits into one push."""
    whole = {"v": 1, **payload, "badge": badge}
    for name in ("body", "title"):
        while (over := len(_in_bytes(whole)) - PAYLOAD_BYTES) > 0 and whole[name]:
            # No letter has more bytes than this.
            kept = len(whole[name]) - over // BYTES_OF_A_LETTER - 2
            whole[name] = whole[name][:kept].rstrip() + "…" if kept > 0 else ""
    return _in_bytes(whole)


def _in_bytes(payload: dict[str, Any]) -> bytes:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
