"""The little of protobuf that is needed to speak with Chromium's push client.

Source: protobuf's encoding, https://protobuf.dev/programming-guides/encoding/.
"""

from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

NUMBER, FIXED64, CONTENT, FIXED32 = 0, 1, 2, 5
CONTINUES = 0x80


def varint(value: int) -> bytes:
    """Write a number, seven bits at a time."""
    written = bytearray()
    while value >= CONTINUES:
        written.append(value & (CONTINUES - 1) | CONTINUES)
        value >>= 7
    return bytes([*written, value])


def read_varint(stream: BinaryIO) -> int:
    """Read a number.

    Raises:
        EOFError: The stream has ended.
    """
    value = shift = 0
    while True:
        byte = read_exactly(stream, 1)[0]
        value |= (byte & (CONTINUES - 1)) << shift
        if byte < CONTINUES:
            return value
        shift += 7


def read_exactly(stream: BinaryIO, size: int) -> bytes:
    """Read so many bytes.

    Raises:
        EOFError: There are fewer.
    """
    content = stream.read(size)
    if len(content) < size:
        raise EOFError
    return content


def number(field: int, value: int) -> bytes:
    """Write a field that holds a number."""
    return varint(field << 3 | NUMBER) + varint(value)


def fixed64(field: int, value: int) -> bytes:
    """Write a field that holds a number of eight bytes."""
    return varint(field << 3 | FIXED64) + value.to_bytes(8, "little")


def content(field: int, value: bytes | str) -> bytes:
    """Write a field that holds bytes, text or a message."""
    written = value.encode() if isinstance(value, str) else value
    return varint(field << 3 | CONTENT) + varint(len(written)) + written


def contents(message: bytes, field: int) -> list[bytes]:
    """Return all that a field holds, where it holds bytes, text or messages."""
    stream, found = BytesIO(message), []
    while stream.tell() < len(message):
        key = read_varint(stream)
        value = READ[key & 7](stream)
        if key == (field << 3 | CONTENT):
            found.append(value)
    return found


def _read_content(stream: BinaryIO) -> bytes:
    return read_exactly(stream, read_varint(stream))


READ: dict[int, Callable[[BinaryIO], bytes]] = {
    NUMBER: lambda stream: varint(read_varint(stream)),
    FIXED64: lambda stream: read_exactly(stream, 8),
    CONTENT: _read_content,
    FIXED32: lambda stream: read_exactly(stream, 4),
}
