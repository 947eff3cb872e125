"""Compares values as JSON does: true is not 1, but 1.0 is."""

from typing import Any

import orjson


def same_json(one: Any, other: Any) -> bool:
    """Check whether two JSON values are equal.

    Python takes `True` for 1. JSON has one type of number, so 1.0 is 1, as in a browser (RFC 8259,
    section 6). The order of an object's names means nothing.
    """
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_json(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_json, one, other))
    return bool(one == other)


def json_key(value: Any) -> bytes:
    """Return bytes that are the same for equal JSON values, and differ for others.

    Raises:
        orjson.JSONEncodeError: The value has half characters or endless numbers.
    """
    written = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    if b".0" in written:
        # Perhaps a whole number as a fraction; otherwise a text, which stays as it is.
        written = orjson.dumps(_with_whole_numbers(value), option=orjson.OPT_SORT_KEYS)
    return written


def _with_whole_numbers(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) <= 2**53 else value
    if isinstance(value, dict):
        return {name: _with_whole_numbers(part) for name, part in value.items()}
    return list(map(_with_whole_numbers, value)) if isinstance(value, list) else value
