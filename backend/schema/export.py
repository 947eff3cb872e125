"""Writes the schema as TypeScript: `make schema` renews `pwa/src/data/kinds.gen.ts`."""

import json
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from backend.errors import Code
from backend.schema.kinds import KINDS, Kind, Person
from backend.schema.settings import IN_CODE, PROMPT_OFF, SettingName
from backend.schema.values import LINE_CHARACTERS, LIST_ITEMS, TEXT_CHARACTERS, Shown

TARGET = Path(__file__).parents[2] / "pwa/src/data/kinds.gen.ts"


def as_typescript() -> str:
    """Return the whole generated file: record types, defaults, and what else the schema knows."""
    parts = [
        "// Generated from backend/schema/kinds.py by `make schema`. Do not edit.",
        "/* One field a line, as it is named there. */",
        *(_interface(kind) for kind in KINDS.values()),
        _kind_map(),
        _constant("defaults: Kinds", {name: _defaults(kind) for name, kind in KINDS.items()}),
        _constant(
            "indexes: Record<Kind, string[]>",
            {name: list(kind.indexes) for name, kind in KINDS.items()},
        ),
        _constant(
            "closedBy: Partial<Record<Kind, string[]>>",
            {name: list(kind.closed_by) for name, kind in KINDS.items() if kind.closed_by},
        ),
        _constant(
            "labels: Record<Kind, Record<string, string>>",
            {name: _labels(kind) for name, kind in KINDS.items()},
        ),
        _constant(
            "searchedFields: Record<Kind, string[]>",
            {
                name: [field for field, shown in _shown(kind).items() if shown.search]
                for name, kind in KINDS.items()
            },
        ),
        _constant(
            "vcardProperties",
            {field: shown.vcard for field, shown in _shown(Person).items() if shown.vcard},
            " as const",
        ),
        _constant(
            "limits", {"line": LINE_CHARACTERS, "text": TEXT_CHARACTERS, "items": LIST_ITEMS}
        ),
        _setting_names(),
        "export type Code =\n" + "\n".join(f'  | "{code}"' for code in Code) + ";",
    ]
    return "\n\n".join(parts) + "\n"


def _setting_names() -> str:
    names = [json.dumps(name.value) for name in SettingName]
    names += [f"`{prefix}${{string}}`" for prefix in (PROMPT_OFF, IN_CODE)]
    union = "".join(f"\n  | {name}" for name in names)
    prefix = _constant("promptOff", PROMPT_OFF, " as const")
    return f"export type SettingName ={union};\n\n{prefix}"


def _interface(kind: type[Kind]) -> str:
    fields = kind.model_fields.items()
    lines = [f"  {name}: {_type(field.rebuild_annotation())};" for name, field in fields]
    return f"export interface {kind.__name__}Record {{\n" + "\n".join(lines) + "\n}"


def _kind_map() -> str:
    lines = [f"  {name}: {kind.__name__}Record;" for name, kind in KINDS.items()]
    return (
        "export interface Kinds {\n" + "\n".join(lines) + "\n}\n\nexport type Kind = keyof Kinds;"
    )


def _defaults(kind: type[Kind]) -> dict[str, Any]:
    return {name: field.get_default() for name, field in kind.model_fields.items()}


def _labels(kind: type[Kind]) -> dict[str, str]:
    return {field: shown.label for field, shown in _shown(kind).items()}


def _shown(kind: type[Kind]) -> dict[str, Shown]:
    return {
        name: part
        for name, field in kind.model_fields.items()
        for part in field.metadata
        if isinstance(part, Shown)
    }


def _constant(name: str, value: Any, suffix: str = "") -> str:
    return f"export const {name} = {json.dumps(value, indent=2, ensure_ascii=False)}{suffix};"


def _type(annotation: Any) -> str:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _type(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return " | ".join(_type(part) for part in get_args(annotation))
    if origin is Literal:
        return " | ".join(json.dumps(value) for value in get_args(annotation))
    if origin is list:
        return f"{_type(get_args(annotation)[0])}[]"
    return {str: "string", bool: "boolean", int: "number", float: "number", NoneType: "null"}[
        annotation
    ]


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(as_typescript(), encoding="utf-8")
