"""The VAPID keys that sign pushes: made at first start, renewed without losing subscriptions."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from backend.private_file import write_private_file

FILE = "vapid_keys"
CURVE = ec.SECP256R1()
KEY_BYTES = 32


@dataclass(frozen=True)
class VapidKey:
    """One key pair; the public half is derived from the private one."""

    public: str
    private_pem: bytes
    public_pem: bytes


class VapidKeys:
    """All key pairs: the first signs for new subscriptions, older ones for those made with them."""

    def __init__(self, secrets: list[str]) -> None:
        """Read private keys, the newest first.

        Raises:
            ValueError: One of them is invalid.
        """
        pairs = [_pair(secret) for secret in secrets]
        self.current = pairs[0]
        self._by_public = {pair.public: pair for pair in pairs}

    def find(self, public: str) -> VapidKey | None:
        """Return our key pair with this public key, if there is one."""
        return self._by_public.get(public)


def load_keys(given: str, folder: Path) -> VapidKeys:
    """Return the keys of the setting, else those of the folder, created there at first.

    Raises:
        ValueError: One of them is invalid.
    """
    if given:
        return VapidKeys(given.split(","))
    path = folder / FILE
    if not path.exists():
        write_private_file(path, _lines([_new_secret()]), replaces=False)
    return VapidKeys(path.read_text().split())


def renew_vapid_key(folder: Path) -> None:
    """Put a new key before those in the folder; servers use it from their next start on."""
    load_keys("", folder)
    path = folder / FILE
    write_private_file(path, _lines([_new_secret(), *path.read_text().split()]), replaces=True)


def is_public_key(words: str) -> bool:
    """Check whether a text is a public key of a browser's subscription."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, _bytes(words))
    except ValueError:
        return False
    return True


def _lines(secrets: list[str]) -> bytes:
    return "\n".join([*secrets, ""]).encode()


def _new_secret() -> str:
    number = ec.generate_private_key(CURVE).private_numbers().private_value
    return urlsafe_b64encode(number.to_bytes(KEY_BYTES, "big")).decode().rstrip("=")


def _pair(secret: str) -> VapidKey:
    raw = _bytes(secret.strip())
    if len(raw) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    private = ec.derive_private_key(int.from_bytes(raw, "big"), CURVE)
    public = private.public_key()
    point = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return VapidKey(
        public=urlsafe_b64encode(point).decode().rstrip("="),
        private_pem=private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        public_pem=public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    )


def _bytes(words: str) -> bytes:
    return urlsafe_b64decode(words.rstrip("=") + "=" * (-len(words.rstrip("=")) % 4))
