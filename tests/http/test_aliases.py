"""Apps that were released before an address changed go on calling the old one."""

import tomllib

import pytest
from flask import Flask

from backend.http.aliases import ALIASES, Alias
from tests.cast import Browser
from tests.sources import ROOT


@pytest.mark.parametrize("alias", ALIASES, ids=lambda alias: alias.old)
def test_an_old_address_answers_as_the_new_one(app: Flask, alias: Alias) -> None:
    by_address = {rule.rule: rule for rule in app.url_map.iter_rules()}
    old, new = by_address[alias.old], by_address[alias.new]

    assert (old.endpoint, old.methods) == (new.endpoint, new.methods)


def test_an_app_of_an_old_release_asks_who_is_signed_in(stranger: Browser) -> None:
    assert stranger.call("GET", "/api/door").json["sign_up"] == "first"


def test_an_alias_names_a_release_up_to_this_one() -> None:
    this = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]

    assert [alias for alias in ALIASES if _numbers(alias.last_needed_by) > _numbers(this)] == []


def _numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]
