"""What a push service asks of a message before it takes it.

sizes and codes that the push services of browsers are known for

Source: RFC 8030 (push), RFC 8188 and 8291 (encryption), RFC 8292 (the sender's token), and the.
"""

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.types import Options

from tests.push_service.encryption import base64url

BODY_BYTES_AT_MOST = 4096
TOKEN_SECONDS_AT_MOST = 24 * 3600
SALT_BYTES, POINT_BYTES, TAG_AND_DELIMITER_BYTES = 16, 65, 17
HEADER_BYTES = SALT_BYTES + 5 + POINT_BYTES
UNCOMPRESSED = 4
SUBJECT = re.compile(r"mailto:[^@:\s]+@(?!localhost$)[^@\s]+(?<!\.invalid)|https://.+")


class Refused(Exception):
    """Why a message was not taken, and the status that says so."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


@dataclass
class Message:
    """A message that was taken: waiting, handed_over, taken, damaged, replaced or dropped."""

    token: str
    body: bytes
    ttl_seconds: int
    urgency: str
    topic: str | None
    claims: dict[str, object]
    id: str = field(default_factory=lambda: uuid4().hex)
    state: str = "waiting"


@dataclass(frozen=True)
class Posted:
    """What a sender posted: under which origin, with which headers (in small letters), and what."""

    token: str
    origin: str
    headers: Mapping[str, str]
    body: bytes


def message_of(posted: Posted, key: bytes, now: float) -> Message:
    """Return the message that was posted.

    Raises:
        Refused: The post breaks a rule.
    """
    headers = posted.headers
    ttl = _matching(headers, "ttl", r"\d+", None)
    urgency = _matching(headers, "urgency", "very-low|low|normal|high", "normal")
    topic = headers.get("topic") and _matching(headers, "topic", r"[A-Za-z0-9_-]{1,32}", None)
    _check_body(headers, posted.body)
    claims = _claims(headers.get("authorization", ""), posted.origin, key)
    _check_claims(claims, now)
    return Message(posted.token, posted.body, int(ttl), urgency, topic or None, claims)


def _matching(headers: Mapping[str, str], name: str, pattern: str, default: str | None) -> str:
    value = headers.get(name, default)
    if value is None or not re.fullmatch(pattern, value):
        raise Refused(400, f"{name}: {value!r}")
    return value


def _check_body(headers: Mapping[str, str], body: bytes) -> None:
    if len(body) > BODY_BYTES_AT_MOST:
        raise Refused(413, f"{len(body)} bytes, {BODY_BYTES_AT_MOST} at most")
    if not body:
        return
    if headers.get("content-encoding") != "aes128gcm":
        raise Refused(400, f"content-encoding: {headers.get('content-encoding')!r}")
    if headers.get("content-type") != "application/octet-stream":
        raise Refused(400, f"content-type: {headers.get('content-type')!r}")
    if len(body) < HEADER_BYTES + TAG_AND_DELIMITER_BYTES:
        raise Refused(400, "too short to be encrypted")
    _check_encryption(body)


def _check_encryption(body: bytes) -> None:
    record_bytes, name_bytes, first = struct.unpack("!LBB", body[SALT_BYTES : SALT_BYTES + 6])
    if (name_bytes, first) != (POINT_BYTES, UNCOMPRESSED):
        raise Refused(400, "the sender's key is no uncompressed point of P-256")
    if not TAG_AND_DELIMITER_BYTES < record_bytes >= len(body) - HEADER_BYTES:
        raise Refused(400, "more than the one record that RFC 8291 allows")


def _claims(authorization: str, origin: str, key: bytes) -> dict[str, object]:
    scheme, _, rest = authorization.partition(" ")
    given = dict(part.strip().split("=", 1) for part in rest.split(",") if "=" in part)
    if scheme.lower() != "vapid" or not {"t", "k"} <= given.keys():
        raise Refused(401, "no token of the sender's")
    if given["k"] != base64url(key):
        raise Refused(403, "the token is signed for another key than the subscription's")
    try:
        point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), key)
        needed: Options = {"require": ["exp", "aud", "sub"], "verify_exp": False}
        claims: dict[str, object] = jwt.decode(
            given["t"], point, algorithms=["ES256"], audience=origin, options=needed
        )
    except (jwt.PyJWTError, ValueError) as error:
        raise Refused(403, f"the token is not valid: {error}") from None
    return claims


def _check_claims(claims: dict[str, object], now: float) -> None:
    expires, subject = claims["exp"], claims["sub"]
    if not isinstance(expires, int) or not now < expires <= now + TOKEN_SECONDS_AT_MOST:
        raise Refused(403, f"the token ends at {expires}, and it is {int(now)}")
    if not isinstance(subject, str) or not SUBJECT.fullmatch(subject):
        raise Refused(403, f"nobody can be reached at {subject!r}")
