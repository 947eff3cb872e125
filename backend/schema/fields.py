"""How each field of the schema is validated and merged."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import ConfigDict, TypeAdapter

from backend.schema.kinds import KINDS, Kind
from backend.schema.values import Merge


@dataclass(frozen=True)
class FieldRule:
    """The validator of one field, built once, and how two edits of it merge."""

    checker: TypeAdapter[Any]
    merge: Merge


def merge_rule(kind: str, field: str) -> Merge:
    """Return how a field merges; an unknown field, from a newer client, is a single value."""
    rule = FIELDS.get(kind, {}).get(field)
    return rule.merge if rule else Merge.SINGLE


def _rules(kind: type[Kind]) -> dict[str, FieldRule]:
    annotations = {name: field.rebuild_annotation() for name, field in kind.model_fields.items()}
    return {
        name: FieldRule(
            TypeAdapter(annotation, config=ConfigDict(strict=True)),
            next((part for part in _parts(annotation) if isinstance(part, Merge)), Merge.SINGLE),
        )
        for name, annotation in annotations.items()
    }


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


FIELDS = {name: _rules(kind) for name, kind in KINDS.items()}
