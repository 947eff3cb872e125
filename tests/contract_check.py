"""Compares every answer that a test gets with what its view states in backend/http/contract.py."""

from collections.abc import Callable
from functools import cache
from typing import Any

from flask import Flask, Response, current_app, request
from pydantic import TypeAdapter, ValidationError

from backend.http.contract import Contract, contract_of
from scripts.openapi import codes_of


def watch_contracts(app: Flask) -> list[str]:
    """Return a list to which each answer that breaks its contract adds a line."""
    broken: list[str] = []

    @app.after_request
    def compare(answer: Response) -> Response:
        rule = request.url_rule
        contract = rule and contract_of(current_app.view_functions[rule.endpoint])
        if rule and contract and (problem := _problem(rule.rule, contract, answer)):
            broken.append(f"{request.method} {rule.rule}: {problem}")
        return answer

    return broken


def _problem(rule: str, contract: Contract, answer: Response) -> str | None:
    if answer.status_code >= 400:
        code = (answer.json or {}).get("code")
        known = codes_of(rule, contract, current_app.view_functions[request.endpoint or ""])
        return None if code in known else f"{answer.status_code} {code} is not stated"
    if answer.status_code != contract.status:
        return f"{answer.status_code} instead of {contract.status}"
    if answer.mimetype != contract.media and answer.status_code != 204:
        return f"{answer.mimetype} instead of {contract.media}"
    return _shape_problem(contract, answer)


def _shape_problem(contract: Contract, answer: Response) -> str | None:
    if contract.answers in (None, str) or answer.content_encoding:
        return None
    try:
        _validator(contract.answers)(answer.data)
    except ValidationError as error:
        return str(error)
    return None


@cache
def _validator(shape: Any) -> Callable[[bytes], Any]:
    return TypeAdapter(shape).validate_json
