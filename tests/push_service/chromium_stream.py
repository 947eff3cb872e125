"""The frames of the stream that Chromium keeps open to its push service.

Source: Chromium's google_apis/gcm/protocol/mcs.proto.
"""

from socket import SocketIO
from typing import BinaryIO

from tests.push_service.protobuf import (
    content,
    contents,
    number,
    read_exactly,
    read_varint,
    varint,
)

VERSION = bytes([41])
PING, PING_ANSWER, LOGIN, LOGIN_ANSWER, CLOSE, DATA = 0, 1, 2, 3, 4, 8


def read_frame(incoming: BinaryIO) -> tuple[int, bytes]:
    """Read the next message and its kind.

    Raises:
        EOFError: The stream has ended.
    """
    kind = read_exactly(incoming, 1)[0]
    return kind, read_exactly(incoming, read_varint(incoming))


def write_frame(outgoing: SocketIO, kind: int, message: bytes) -> None:
    """Write one message of a kind."""
    outgoing.write(bytes([kind]) + varint(len(message)) + message)


def logged_in(login: bytes) -> tuple[str, list[str]]:
    """Return which device logs in, and the ids of the messages that it had been given before."""
    received = [message_id.decode() for message_id in contents(login, 10)]
    return contents(login, 3)[0].decode(), received


def stanza(addressee: dict[str, str], message_id: str, ttl_seconds: int, body: bytes) -> bytes:
    """Return a push as Chromium receives it.

    Args:
        addressee: The `app`, `worker` and `sender` of the registration.
        body: The encrypted body, or none.
    """
    encrypted = _app_data("content-encoding", "aes128gcm") + content(21, body)
    return b"".join(
        [
            content(3, addressee["sender"]),
            content(5, addressee["app"]),
            _app_data("subtype", addressee["worker"]),
            content(9, message_id),
            number(17, ttl_seconds),
            encrypted if body else b"",
        ]
    )


def _app_data(key: str, value: str) -> bytes:
    return content(7, content(1, key) + content(2, value))
