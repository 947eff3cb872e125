"""Validates all changes of a round at once; most rounds are valid and need no closer look."""

import re
import unicodedata
from typing import Any, get_type_hints

import orjson
from pydantic import TypeAdapter
from pydantic_core import CoreConfig, CoreSchema, SchemaValidator, core_schema

from backend.schema.fields import FIELDS
from backend.schema.validate import CHANGE_BYTES
from backend.sync.round.read_change import ChangeFrame

# How JSON spells what no text holds: CR, and control characters other than tab and LF. Behind a
# backslash of the person's own the same letters are harmless; the closer look tells.
SUSPECT = re.compile(rb"\\[ru]")
STRICT = CoreConfig(strict=True, extra_fields_behavior="forbid")


def is_valid_batch(changes: list[Any]) -> bool:
    """Check whether all changes are of known kinds with valid content.

    Returns:
        False also where this quick check can't tell.
    """
    if not CHANGES.isinstance_python(changes):
        return False
    try:
        written = orjson.dumps([change["set"] for change in changes])
    except orjson.JSONEncodeError:
        return False
    return len(written) <= CHANGE_BYTES and _is_text(written)


def _is_text(written: bytes) -> bool:
    if SUSPECT.search(written):
        return False
    # What is cut out of a text in NFC is in NFC, too.
    return written.isascii() or unicodedata.is_normalized("NFC", written.decode())


def _shape_of(kind: str) -> CoreSchema:
    frame = get_type_hints(ChangeFrame, include_extras=True)
    parts = {
        **{name: TypeAdapter(type).core_schema for name, type in frame.items()},
        "kind": core_schema.literal_schema([kind]),
        "set": core_schema.nullable_schema(_content_of(kind)),
    }
    return core_schema.typed_dict_schema(
        {name: core_schema.typed_dict_field(part) for name, part in parts.items()}, config=STRICT
    )


def _content_of(kind: str) -> CoreSchema:
    values = {name: rule.checker.core_schema for name, rule in FIELDS[kind].items()}
    return core_schema.typed_dict_schema(
        {
            name: core_schema.typed_dict_field(core_schema.nullable_schema(value), required=False)
            for name, value in values.items()
        },
        config=STRICT,
    )


CHANGES = SchemaValidator(
    core_schema.list_schema(
        core_schema.tagged_union_schema({kind: _shape_of(kind) for kind in FIELDS}, "kind")
    )
)
