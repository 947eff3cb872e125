"""Finds and removes ids in a record's content; pure."""

from collections.abc import Iterator, Mapping
from typing import Any

ABOUT = "person_ids"
ID_CHARACTERS = 36


def ids_in(value: Any) -> Iterator[str]:
    """Yield whatever could be an id in a JSON value, however deep."""
    if isinstance(value, str) and len(value) == ID_CHARACTERS:
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from ids_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from ids_in(part)


def remove_ids(value: Any, gone: set[str]) -> Any:
    """Return a JSON value without these ids: removed from lists, null elsewhere."""
    if isinstance(value, str):
        return None if value in gone else value
    if isinstance(value, dict):
        return {name: remove_ids(part, gone) for name, part in value.items()}
    if isinstance(value, list):
        return [remove_ids(part, gone) for part in value if _stays(part, gone)]
    return value


def names_only(fields: Mapping[str, Any], gone: set[str]) -> bool:
    """Check whether the fields name some of these people, and nobody else."""
    people = fields.get(ABOUT)
    return isinstance(people, list) and bool(people) and all(one in gone for one in people)


def _stays(part: Any, gone: set[str]) -> bool:
    return not (isinstance(part, str) and part in gone)
