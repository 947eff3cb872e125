"""Validates the fields of a change before they are stored."""

import math
import re
import unicodedata
from typing import Any

import orjson
from pydantic import ValidationError

from backend.errors import Code, Refusal
from backend.schema.fields import FIELDS

NAME = re.compile(r"[a-z][a-z0-9_]{0,63}", re.ASCII)
# What every object of JavaScript has under such a name would be taken for a field of the record.
# The other names of Object.prototype have capitals or begin with an underscore.
NAMES_OF_OBJECTS = frozenset({"constructor", "prototype"})
SERVER_ONLY = frozenset(
    {
        "id",
        "kind",
        "seq",
        "body",
        "kept",
        "owner_id",
        "account_id",
        "field_seqs",
        "created_seq",
        "deleted_at",
        "purged_at",
    }
)
DEPTH = 16
INTEGER_LIMIT = 2**53
CHANGE_BYTES = 512 * 1024
# Of one record, and so of one change; the largest kind has twenty.
FIELDS_AT_MOST = 200
TOO_LONG_ERRORS = {"string_too_long", "too_long"}


def validate_fields(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of one change if they may be stored; null clears a field.

    Raises:
        Refusal: With the code of each invalid field.
    """
    if not is_name(kind):
        raise Refusal(Code.INVALID_CHANGE)
    _judge_each(kind, fields)
    if len(orjson.dumps(fields)) > CHANGE_BYTES:
        raise Refusal(Code.TOO_LARGE)
    return fields


def is_name(name: str) -> bool:
    """Check whether a kind or a field of any client may have this name."""
    return NAME.fullmatch(name) is not None and name not in NAMES_OF_OBJECTS


def _judge_each(kind: str, fields: dict[str, Any]) -> None:
    if len(fields) > FIELDS_AT_MOST:
        raise Refusal(Code.TOO_LARGE)
    if not all(map(is_name, fields)):
        raise Refusal(Code.INVALID_CHANGE)
    wrong = {name: code for name, value in fields.items() if (code := _fault(kind, name, value))}
    if wrong:
        first = next(iter(wrong.values()))
        raise Refusal(first, {name: code.value for name, code in wrong.items()})


def _fault(kind: str, name: str, value: Any) -> Code | None:
    if name in SERVER_ONLY:
        return Code.SERVER_ONLY
    return _json_fault(value, 1) or _type_fault(kind, name, value)


def _json_fault(value: Any, depth: int) -> Code | None:
    """Find values that a database or a browser would not return unchanged."""
    if depth > DEPTH:
        return Code.TOO_DEEP
    if isinstance(value, str):
        return None if _is_text(value) else Code.INVALID_TEXT
    if isinstance(value, int):
        return None if abs(value) <= INTEGER_LIMIT else Code.INVALID_VALUE
    if isinstance(value, float):
        return None if math.isfinite(value) else Code.INVALID_VALUE
    if isinstance(value, dict):
        parts = [*value, *value.values()]
    else:
        parts = value if isinstance(value, list) else []
    return next((code for part in parts if (code := _json_fault(part, depth + 1))), None)


def _is_text(value: str) -> bool:
    """Check whether a string is valid Unicode in NFC, with LF line ends and without NUL."""
    if "\0" in value or "\r" in value:
        return False
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return unicodedata.is_normalized("NFC", value)


def _type_fault(kind: str, name: str, value: Any) -> Code | None:
    rule = FIELDS.get(kind, {}).get(name)
    if rule is None or value is None:
        return None
    try:
        rule.checker.validate_python(value)
    except ValidationError as error:
        kinds = {problem["type"] for problem in error.errors(include_input=False)}
        return Code.TOO_LONG if kinds <= TOO_LONG_ERRORS else Code.INVALID_VALUE
    return None
