"""Which calls from other sites, and under other host names, are refused (CSRF)."""

from typing import Any

import pytest

from backend import create_app
from backend.config import Config
from tests.cast import Browser, Person


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": None},
        {"Sec-Fetch-Site": None, "Origin": "http://evil.test"},
        {"Sec-Fetch-Site": None, "Origin": "null"},
        {"Sec-Fetch-Site": None, "Origin": "http://localhost:81"},
    ],
)
def test_a_call_from_elsewhere_changes_nothing(ada: Person, headers: dict[str, Any]) -> None:
    answer = ada.phone.call("POST", "/api/sign-out", headers=headers)

    assert (answer.status_code, answer.json["code"]) == (403, "foreign_origin")
    assert ada.phone.call("GET", "/api/account").status_code == 200


def test_a_browser_without_sec_fetch_site_is_known_by_its_origin(ada: Person) -> None:
    headers = {"Sec-Fetch-Site": None, "Origin": "http://localhost"}

    assert ada.phone.call("POST", "/api/sign-out", headers=headers).status_code == 204


def test_another_site_cannot_even_read(ada: Person) -> None:
    answer = ada.phone.call("GET", "/api/account", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403


def test_a_link_from_another_site_opens_the_page(stranger: Browser) -> None:
    answer = stranger.call("GET", "/people", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code != 403


def test_the_server_answers_to_its_own_names_only(stranger: Browser) -> None:
    answer = stranger.call("GET", "/api/session", headers={"Host": "rebound.test"})

    assert (answer.status_code, answer.json["code"]) == (403, "foreign_origin")
    assert answer.json["fields"] == {"host": "not in TRUSTED_HOSTS"}


def test_a_forwarded_scheme_is_believed_only_from_a_proxy(settings: Config) -> None:
    forwarded = {"X-Forwarded-Proto": "https"}
    bare = Browser(create_app(settings))
    proxied = Browser(create_app(settings.model_copy(update={"proxy_count": 1})))

    seen = [b.call("GET", "/version", headers=forwarded).headers for b in (bare, proxied)]

    assert ["Strict-Transport-Security" in headers for headers in seen] == [False, True]
