"""How many bytes a record and an overwritten value count, on disk and against a quota; pure."""

from typing import Any

import orjson

from backend.sync.store.record_state import ServerRecord

# What a row takes besides its JSON: ids, numbers and indexes, roughly.
ROW_BYTES = 200
# The same in SQL, of one column.
SIZE_IN_BYTES = {"sqlite": "LENGTH(CAST({} AS BLOB))", "postgresql": "OCTET_LENGTH({})"}


def record_bytes(record: ServerRecord) -> int:
    """Return the bytes of a record: its body, and what is kept beside its fields, in UTF-8."""
    return ROW_BYTES + json_bytes(record.body) + json_bytes(record.kept)


def revision_bytes(overwritten: Any, sent: Any) -> int:
    """Return the bytes of a row of the history, of what was overwritten and what was sent."""
    return ROW_BYTES + json_bytes(overwritten) + json_bytes(sent)


def json_bytes(value: Any) -> int:
    """Return the length of a value as the database stores it."""
    return len(orjson.dumps(value))
