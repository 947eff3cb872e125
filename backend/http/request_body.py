"""The one way to read a request body: size, compression, JSON, depth, text, shape."""

import json
import math
import re
import zlib
from itertools import accumulate
from typing import Annotated, Any, NoReturn, TypeVar

from flask import Flask, current_app, g, request
from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

from backend.config import Config
from backend.errors import Code, Refusal
from backend.http.byte_budget import ByteBudget
from backend.http.client_address import this_client

# Of what may come over the wire; a stranger may send less than a device, packed or not.
UNPACKED_TIMES = 4
UNPACKED_AT_ONCE_BYTES = 2**18
# Unpacked bodies in memory, of the largest kind: those of one client, and those of all.
LARGEST_EACH, LARGEST_OF_ALL = 2, 4
# A full round has some ten thousand. Each takes many times its bytes in memory.
VALUES = 50_000
QUOTES = 4 * VALUES
# Keeps the parser safe. What one change holds may nest 16 deep, and is refused alone beyond it.
DEPTH = 64
# Enough for a round, and quicker than counting.
LEVELS = 4
GZIP = 16 + zlib.MAX_WBITS
NO_OUTLINE = bytes(set(range(256)) - set(b'[]{},"'))
# The closing quote may be missing: a string without end is then read once, not from each quote.
STRING = re.compile(rb'"[^"]*+"?')
SURROGATE = re.compile("[\ud800-\udfff]")


class RequestBody(BaseModel):
    """The base class of request bodies: strict, and without unknown fields."""

    model_config = ConfigDict(strict=True, extra="forbid")


Shape = TypeVar("Shape", bound=BaseModel)


def init_request_body(app: Flask, config: Config) -> None:
    """Set up the memory for unpacked bodies, which is given back when a request ends."""
    largest = UNPACKED_TIMES * config.body_bytes
    app.extensions["unpacked"] = ByteBudget(LARGEST_OF_ALL * largest, LARGEST_EACH * largest)
    app.teardown_request(_release)


def read_body(shape: type[Shape]) -> Shape:
    """Read the body of the current request.

    Args:
        shape: The model that the JSON must match.

    Raises:
        Refusal: `not_json`, `too_large`, `bad_json` or `too_deep`; `invalid_text` or
            `bad_request` with the problem of each field; `busy`, where others take the memory.
    """
    if request.mimetype != "application/json":
        raise Refusal(Code.NOT_JSON)
    content = _parse(_unpack(request.get_data(cache=False)))
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        raise _refusal(error) from None


def _is_text(value: str) -> str:
    if "\0" in value or SURROGATE.search(value):
        raise PydanticCustomError("invalid_text", "a text has no NUL and no half of a character")
    return value


PlainText = Annotated[str, AfterValidator(_is_text)]


def _unpack(raw: bytes) -> bytes:
    if not request.content_encoding:
        _reserve(len(raw))
        return raw
    if request.content_encoding != "gzip":
        raise Refusal(Code.NOT_JSON)
    most_bytes = UNPACKED_TIMES * (request.max_content_length or 0)
    unpacker, unpacked = zlib.decompressobj(GZIP), bytearray()
    while True:
        try:
            part = unpacker.decompress(raw, UNPACKED_AT_ONCE_BYTES)
        except zlib.error:
            raise Refusal(Code.BAD_JSON) from None
        _reserve(len(part))
        unpacked += part
        raw = unpacker.unconsumed_tail
        if len(unpacked) > most_bytes:
            raise Refusal(Code.TOO_LARGE)
        if unpacker.eof or not (part or raw):
            break
    if not unpacker.eof or unpacker.unused_data:
        raise Refusal(Code.BAD_JSON)
    return bytes(unpacked)


def _reserve(byte_count: int) -> None:
    budget: ByteBudget = current_app.extensions["unpacked"]
    if not budget.reserve(this_client(), byte_count):
        raise Refusal(Code.BUSY)
    g.unpacked_bytes = g.get("unpacked_bytes", 0) + byte_count


def _release(_error: BaseException | None) -> None:
    budget: ByteBudget = current_app.extensions["unpacked"]
    budget.release(this_client(), g.pop("unpacked_bytes", 0))


def _parse(raw: bytes) -> Any:
    try:
        text = raw.decode()
        _refuse_unusual(raw)
        return json.loads(
            text,
            parse_constant=_refuse_number,
            parse_float=_finite,
            object_pairs_hook=_without_repeats,
        )
    except ValueError:
        raise Refusal(Code.BAD_JSON) from None


def _refuse_unusual(raw: bytes) -> None:
    """Refuse what is too deep for the parser, which is recursive, or has too many values."""
    # What is within strings does not count; a backslash outside of one misleads what follows it,
    # but there the parser stops.
    unescaped = raw.replace(b"\\\\", b"").replace(b'\\"', b"")
    outline = unescaped.translate(None, NO_OUTLINE).replace(b'""', b"")
    if outline.count(b'"') > QUOTES:
        raise Refusal(Code.TOO_LARGE)
    outside = STRING.sub(b"", outline) if b'"' in outline else outline
    if outside.count(b",") + outside.count(b"[") + outside.count(b"{") > VALUES:
        raise Refusal(Code.TOO_LARGE)
    brackets = outside.replace(b",", b"")
    if _is_shallow(brackets):
        return
    depths = accumulate(1 if bracket in b"[{" else -1 for bracket in brackets)
    if any(depth > DEPTH for depth in depths):
        raise Refusal(Code.TOO_DEEP)


def _is_shallow(brackets: bytes) -> bool:
    """Check whether nothing is left when the innermost pairs are removed a few times."""
    for _ in range(LEVELS):
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    return not brackets


def _refuse_number(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(digits)
    return number


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError("a name twice")
    return content


def _refusal(error: ValidationError) -> Refusal:
    problems = error.errors(include_input=False, include_url=False, include_context=False)[:100]
    fields = {_path(problem["loc"]): problem["type"] for problem in problems}
    is_text = any(code in ("string_unicode", "invalid_text") for code in fields.values())
    return Refusal(Code.INVALID_TEXT if is_text else Code.BAD_REQUEST, fields)


def _path(place: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in place)
