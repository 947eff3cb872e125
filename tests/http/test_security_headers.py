"""The headers of every answer, refusals included."""

import pytest

from tests.cast import Browser, Person

PATHS = ["/", "/people", "/version", "/api/session", "/api/account", "/assets/none.js"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_tells_the_browser_what_it_may_do(stranger: Browser, path: str) -> None:
    headers = stranger.call("GET", path).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Robots-Tag"] == "noindex"
    assert "camera=(self), display-capture=()" in headers["Permissions-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_the_page_runs_only_code_of_the_build(stranger: Browser) -> None:
    policy = stranger.call("GET", "/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "require-trusted-types-for 'script'; trusted-types earshot" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_only_the_worker_that_reads_codes_may_compile_what_it_runs(stranger: Browser) -> None:
    policies = {
        path: stranger.call("GET", path).headers["Content-Security-Policy"]
        for path in ("/", "/assets/app-1a2b.js", "/assets/qr_reader_worker-1a2b.js")
    }

    allowed = [path for path, policy in policies.items() if "'wasm-unsafe-eval'" in policy]

    assert allowed == ["/assets/qr_reader_worker-1a2b.js"]
    assert all("'unsafe-" not in policy for policy in policies.values())


def test_nobody_keeps_an_answer_of_the_api(ada: Person) -> None:
    assert ada.phone.call("GET", "/api/account").headers["Cache-Control"] == "no-store"
    assert ada.phone.call("GET", "/api/none").headers["Cache-Control"] == "no-store"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    stranger: Browser, ada: Person
) -> None:
    form = {"email": ada.email, "password": ada.password}

    cookie = stranger.call("POST", "/api/sign-in", json=form).headers["Set-Cookie"]

    assert cookie.startswith("__Host-earshot=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_a_stranger_gets_no_cookie(stranger: Browser) -> None:
    assert "Set-Cookie" not in stranger.call("GET", "/api/session").headers
