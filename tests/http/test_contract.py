"""The contract of the API: stated by every call, true, and described for people and programs."""

import json
import re

from flask import Flask
from openapi_pydantic import OpenAPI

from backend.http.contract import contract_of
from scripts import describe_api
from tests.cast import Person

WEB_APP = {"shell.page_or_file"}


def test_every_call_states_what_it_answers(app: Flask) -> None:
    views = {rule.endpoint for rule in app.url_map.iter_rules()} - WEB_APP

    assert [name for name in views if contract_of(app.view_functions[name]) is None] == []


def test_a_view_gets_the_body_that_it_takes(ada: Person) -> None:
    wrong = ada.phone.call("POST", "/api/purge", json={"account_id": ada.id})

    assert (wrong.status_code, wrong.json["fields"]) == (422, {"id": "missing"})


def test_the_description_for_programs_is_valid_and_fresh() -> None:
    description = describe_api.read_api()

    OpenAPI.model_validate(description)
    references = re.findall(r"#/components/(\w+)/([\w.]+)", json.dumps(description))
    parts = description["components"]
    assert [(part, name) for part, name in references if name not in parts[part]] == []
    assert json.loads(describe_api.OPENAPI.read_text()) == description


def test_the_description_for_people_is_fresh() -> None:
    assert describe_api.API.read_text() == describe_api.as_markdown(describe_api.read_api())


def test_old_addresses_are_not_described() -> None:
    paths = describe_api.read_api()["paths"]

    assert "/api/stream" in paths
    assert "/api/poke" not in paths
