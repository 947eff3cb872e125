"""Describes the API as OpenAPI 3.1, from the URL map and the contracts of the views."""

import re
from collections.abc import Callable, Iterator
from http import HTTPStatus
from inspect import cleandoc
from typing import Any, Literal

from flask import Flask
from pydantic import TypeAdapter
from werkzeug.routing import Rule

from backend.errors import STATUS, Code
from backend.http.aliases import ALIASES
from backend.http.contract import Contract, contract_of
from backend.schema.kinds import KINDS
from backend.sync.round.read_change import SentChange

Json = dict[str, Any]
Mode = Literal["validation", "serialization"]

ANY_CALL = (Code.BUSY, Code.SERVER_FULL, Code.SERVER_ERROR)
ANY_BODY = (
    *(Code.NOT_JSON, Code.TOO_LARGE, Code.BAD_JSON, Code.TOO_DEEP),
    *(Code.INVALID_TEXT, Code.BAD_REQUEST),
)
REFERENCE = "#/components/schemas/{model}"
NEXT_PAGE = "Asks for the next page: the value of `before` in the page that was read."
REFUSAL: Json = {
    "type": "object",
    "description": "An error. `fields` says what is wrong by field; some codes carry more facts.",
    "required": ["code", "fields", "request_id"],
    "properties": {
        "code": {"type": "string", "enum": [code.value for code in Code]},
        "fields": {"type": "object", "additionalProperties": {"type": "string"}},
        "request_id": {"type": "string", "description": "Random; the log has it beside a 500."},
    },
}


def describe_api(app: Flask, version: str) -> Json:
    """Return the whole description; old addresses of a call are left out."""
    calls = list(_calls(app))
    schemas, references = _schemas([contract for _, _, contract in calls])
    paths: dict[str, Json] = {}
    for rule, view, contract in calls:
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            paths.setdefault(_path(rule), {})[method.lower()] = _operation(
                rule, view, contract, references
            )
    return {
        "openapi": "3.1.0",
        "info": {"title": "Earshot", "version": version, "license": {"name": "MIT"}},
        "servers": [{"url": "/"}],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": {"Refusal": REFUSAL, **schemas},
            "responses": _refusals(calls),
            "securitySchemes": {
                "session": {"type": "apiKey", "in": "cookie", "name": "__Host-earshot"}
            },
        },
    }


def codes_of(rule: str, contract: Contract, view: Callable[..., object]) -> list[Code]:
    """Return every error that a call may have, its own first."""
    codes = [*contract.refuses]
    if rule.startswith("/api/"):
        codes.append(Code.FOREIGN_ORIGIN)
        if not hasattr(view, "is_public"):
            codes += [Code.SIGNED_OUT, Code.ACCOUNT_ERASED]
    if contract.needs_fresh_sign_in:
        codes.append(Code.SIGN_IN_AGAIN)
    if contract.takes:
        codes += ANY_BODY
    return list(dict.fromkeys([*codes, *ANY_CALL]))


def _calls(app: Flask) -> Iterator[tuple[Rule, Callable[..., object], Contract]]:
    old = {alias.old for alias in ALIASES}
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        contract = contract_of(view)
        if contract and rule.rule not in old:
            yield rule, view, contract


def _schemas(contracts: list[Contract]) -> tuple[Json, dict[Any, Json]]:
    """Return the schemas of all shapes by name, and by shape how to refer to it."""
    shapes = [c.takes for c in contracts if c.takes] + [c.answers for c in contracts if c.answers]
    wanted: list[tuple[Any, Mode, TypeAdapter[Any]]] = [
        (shape, "validation", TypeAdapter(shape))
        for shape in dict.fromkeys([*shapes, SentChange, *KINDS.values()])
    ]
    found, schema = TypeAdapter.json_schemas(wanted, ref_template=REFERENCE)
    references = {shape: reference for (shape, _), reference in found.items()}
    schemas = schema["$defs"]
    # Each change is validated alone, so the shape of a round leaves them open.
    schemas["Round"]["properties"]["changes"]["items"] = references[SentChange]
    return dict(sorted(_without_titles(schemas).items())), references


def _without_titles(schema: Any) -> Any:
    """Leave out the titles that only repeat a name."""
    if isinstance(schema, list):
        return [_without_titles(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {k: v for k, v in schema.items() if not (k == "title" and isinstance(v, str))}
    return {name: _without_titles(part) for name, part in kept.items()}


def _operation(
    rule: Rule, view: Callable[..., object], contract: Contract, references: dict[Any, Json]
) -> Json:
    summary, _, more = cleandoc(view.__doc__ or "").partition("\n\n")
    operation: Json = {
        "operationId": rule.endpoint.replace(".", "_"),
        "summary": " ".join(summary.split()),
    }
    if more:
        operation["description"] = more
    if parameters := [*_path_parameters(rule), *_query_parameters(contract)]:
        operation["parameters"] = parameters
    if contract.takes:
        content = {"application/json": {"schema": references[contract.takes]}}
        operation["requestBody"] = {"required": True, "content": content}
    operation["responses"] = _responses(rule, view, contract, references)
    is_open = hasattr(view, "is_public") or not rule.rule.startswith("/api/")
    operation["security"] = [] if is_open else [{"session": []}]
    return operation


def _responses(
    rule: Rule, view: Callable[..., object], contract: Contract, references: dict[Any, Json]
) -> Json:
    success: Json = {"description": HTTPStatus(contract.status).phrase}
    if contract.answers:
        success["content"] = {contract.media: {"schema": references[contract.answers]}}
    codes = codes_of(rule.rule, contract, view)
    refusals = {str(status): _reference(names) for status, names in _by_status(codes)}
    return {str(contract.status): success, **refusals}


def _refusals(calls: list[tuple[Rule, Callable[..., object], Contract]]) -> Json:
    """Return each group of errors that calls share a status of."""
    found: Json = {}
    for rule, view, contract in calls:
        for _, names in _by_status(codes_of(rule.rule, contract, view)):
            only = {"properties": {"code": {"enum": names}}}
            schema = {"allOf": [{"$ref": REFERENCE.format(model="Refusal")}, only]}
            found[_group(names)] = {
                "description": f"Refused with {' or '.join(names)}.",
                "content": {"application/json": {"schema": schema}},
            }
    return dict(sorted(found.items()))


def _by_status(codes: list[Code]) -> list[tuple[int, list[str]]]:
    found: dict[int, list[str]] = {}
    for code in codes:
        found.setdefault(STATUS.get(code, 422), []).append(code.value)
    return sorted(found.items())


def _group(names: list[str]) -> str:
    return "_or_".join(names)


def _reference(names: list[str]) -> Json:
    return {"$ref": f"#/components/responses/{_group(names)}"}


def _path(rule: Rule) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)


def _path_parameters(rule: Rule) -> Iterator[Json]:
    for converter, name in re.findall(r"<(?:(\w+):)?(\w+)>", rule.rule):
        schema = {"type": "string", **({"format": "uuid"} if converter == "uuid" else {})}
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _query_parameters(contract: Contract) -> Iterator[Json]:
    if contract.before:
        schema = {"type": "string", "pattern": f"^{contract.before.pattern}$"}
        yield {"name": "before", "in": "query", "description": NEXT_PAGE, "schema": schema}
