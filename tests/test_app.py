"""The program: it starts with one command, and says plainly when it cannot."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from backend.accounts.setup_code import setup_code
from backend.config import Config
from tests.e2e.server import free_port
from tests.faults.processes import build_shim
from tests.sources import ROOT

APP = [sys.executable, str(ROOT / "app.py")]


def test_it_migrates_serves_and_says_what_to_do_next(tmp_path: Path) -> None:
    port = free_port()
    settings = {"INSTANCE_DIR": str(tmp_path / "new"), "PORT": str(port)}
    program = subprocess.Popen(APP, cwd=ROOT, env=os.environ | settings, stdout=subprocess.PIPE)

    assert program.stdout
    said = program.stdout.readline() + program.stdout.readline()
    answer = urllib.request.urlopen(f"http://127.0.0.1:{port}/api/session").read()
    program.send_signal(signal.SIGTERM)

    assert f"Earshot is on http://127.0.0.1:{port}\n".encode() in said
    assert b"first account" in said
    assert b'"sign_up":"first"' in answer
    assert program.wait(60) == 0
    program.stdout.close()
    assert (tmp_path / "new/earshot.db").stat().st_mode & 0o777 == 0o600


def test_a_server_that_others_can_call_prints_the_setup_code(tmp_path: Path) -> None:
    port = free_port()
    settings = {"INSTANCE_DIR": str(tmp_path), "PORT": str(port), "PROXY_COUNT": "1"}
    program = subprocess.Popen(APP, cwd=ROOT, env=os.environ | settings, stdout=subprocess.PIPE)

    assert program.stdout
    said = (program.stdout.readline() + program.stdout.readline()).decode()
    program.send_signal(signal.SIGTERM)
    program.wait(60)
    program.stdout.close()

    assert f"Set-up code: {setup_code(Config(instance_dir=tmp_path))}\n" in said


def test_a_taken_port_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refusal = run(INSTANCE_DIR=str(tmp_path), PORT=str(port))

    assert refusal.returncode == 1
    assert f"can't listen on 127.0.0.1:{port}" in refusal.stderr
    assert f"PORT={port + 1} make run" in refusal.stderr
    assert "Traceback" not in refusal.stderr


@pytest.mark.parametrize("content", [b"", b"x"])
def test_a_secret_that_is_no_key_is_said_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret").write_bytes(content)

    refusal = run(INSTANCE_DIR=str(tmp_path), PORT=str(free_port()))

    _check_sentence(refusal, "too short for a key")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("full", "disk is full|disk I/O error"),
        ("readonly", "Read-only file system|readonly|unable"),
    ],
)
@pytest.mark.parametrize("is_new", [True, False])
def test_a_disk_that_takes_nothing_is_said_in_a_sentence(
    tmp_path: Path, fault: str, words: str, is_new: bool
) -> None:
    shim, faults = build_shim(tmp_path), tmp_path / "faults"
    instance = tmp_path / "instance"
    if not is_new:
        _migrate_partly(instance)
    faults.write_text(f"1 {fault} 1")

    refusal = run(
        INSTANCE_DIR=str(instance),
        PORT=str(free_port()),
        LD_PRELOAD=str(shim),
        FAULTS=str(faults),
    )

    _check_sentence(refusal, words)


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    refusal = run(INSTANCE_DIR=str(tmp_path / "file/instance"))

    _check_sentence(refusal, "Not a directory")


def test_a_database_that_is_away_is_said_in_a_sentence(tmp_path: Path) -> None:
    away = f"postgresql+psycopg://ada:tomatoes@/earshot?host={tmp_path}"

    refusal = run(INSTANCE_DIR=str(tmp_path), PORT=str(free_port()), DATABASE_URL=away)

    _check_sentence(refusal, "the database fails")
    assert "tomatoes" not in refusal.stderr


def test_a_setting_without_sense_is_said_in_a_sentence() -> None:
    refusal = run(SIGN_UP="perhaps")

    assert refusal.returncode == 1
    assert refusal.stderr.startswith("Earshot can't start: SIGN_UP is invalid")
    assert "Traceback" not in refusal.stderr


def _migrate_partly(instance: Path) -> None:
    """Make a database that still has to be migrated at the next start."""
    command = [sys.executable, "-m", "flask", "db", "upgrade", "0001"]
    env = os.environ | {"INSTANCE_DIR": str(instance)}
    subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True)


def _check_sentence(refusal: subprocess.CompletedProcess[str], words: str) -> None:
    assert refusal.returncode == 1
    assert len(refusal.stderr.splitlines()) == 1
    assert re.match(f"Earshot can't start: .*({words})", refusal.stderr)


def run(**settings: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | settings
    return subprocess.run(
        APP, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False
    )
