"""The built page and its files, as a browser gets them."""

import gzip
import json
from pathlib import Path

import pytest

from backend import create_app
from backend.config import Config
from tests.cast import Browser

PAGE = "<!doctype html><title>Earshot</title>"
LONG = "/" + "x" * 1999
SCRIPT = "export const warmth = 54;"
BUILD = {"version": "1.2.3", "script_hashes": ["sha256-abc="], "style_hashes": ["sha256-def="]}


@pytest.fixture
def shell_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "build.json").write_text(json.dumps(BUILD))
    (folder / "service_worker.js").write_text("// caches the shell")
    (folder / "assets/app-1a2b.js").write_text(SCRIPT)
    (folder / "assets/app-1a2b.js.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    (folder / "assets/app-1a2b.js.br").write_bytes(b"brotli")
    return folder


@pytest.fixture
def settings(settings: Config, shell_dir: Path) -> Config:
    return settings.model_copy(update={"shell_dir": shell_dir, "min_client": "1.1.0"})


@pytest.mark.parametrize(
    "path", ["/", "/people/1", "/note", "/share?text=x", "/apiary", "/x.y", LONG]
)
def test_every_address_of_the_app_gives_its_page(stranger: Browser, path: str) -> None:
    answer = stranger.call("GET", path)

    assert (answer.status_code, answer.text) == (200, PAGE)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.mimetype == "text/html"


def test_an_unchanged_page_is_not_sent_again(stranger: Browser) -> None:
    tag = stranger.call("GET", "/").headers["ETag"]

    assert stranger.call("GET", "/", headers={"If-None-Match": tag}).status_code == 304


def test_a_file_of_the_build_is_kept_for_ever(stranger: Browser) -> None:
    answer = stranger.call("GET", "/assets/app-1a2b.js")

    assert answer.text == SCRIPT
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.mimetype == "text/javascript"


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [("br, gzip", "br"), ("gzip", "gzip"), ("gzip;q=0, identity", None), ("", None)],
)
def test_files_come_packed_to_those_who_can_unpack(
    stranger: Browser, accepted: str, sent: str | None
) -> None:
    answer = stranger.call("GET", "/assets/app-1a2b.js", headers={"Accept-Encoding": accepted})

    assert answer.headers.get("Content-Encoding") == sent
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.mimetype == "text/javascript"


def test_a_file_of_another_build_is_not_there(stranger: Browser) -> None:
    answer = stranger.call("GET", "/assets/app-9z.js")

    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    "path", ["/../secret", "/assets/../../secret", "/%2e%2e/secret", "//secret"]
)
def test_nothing_outside_the_build_is_served(stranger: Browser, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_text("tomatoes")

    assert "tomatoes" not in stranger.call("GET", path).text


def test_the_version_is_told_to_everybody(stranger: Browser) -> None:
    answer = stranger.call("GET", "/version")

    assert answer.json == {"version": "1.2.3", "min_client": "1.1.0"}
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_page_may_run_what_the_build_wrote_into_it(stranger: Browser) -> None:
    policy = stranger.call("GET", "/").headers["Content-Security-Policy"]

    assert "script-src 'self' 'sha256-abc='; style-src 'self' 'sha256-def=';" in policy


def test_the_kill_switch_takes_the_worker_back(settings: Config, stranger: Browser) -> None:
    killing = Browser(create_app(settings.model_copy(update={"kill_worker": True})))

    usual = stranger.call("GET", "/service_worker.js")
    answer = killing.call("GET", "/service_worker.js")

    assert usual.text == "// caches the shell"
    assert "registration.unregister()" in answer.text
    assert "indexedDB" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_server_without_a_built_page_says_what_to_do(settings: Config, tmp_path: Path) -> None:
    bare = Browser(create_app(settings.model_copy(update={"shell_dir": tmp_path / "none"})))

    answer = bare.call("GET", "/")

    assert answer.status_code == 503
    assert "make run" in answer.text
    assert bare.call("GET", "/version").json["version"] == "0.0.0"
