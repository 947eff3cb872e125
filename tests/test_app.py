"""The program: it starts with one command, and says plainly when it cannot."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.e2e.server import free_port
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


def test_a_taken_port_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refusal = run(INSTANCE_DIR=str(tmp_path), PORT=str(port))

    assert refusal.returncode == 1
    assert f"can't listen on 127.0.0.1:{port}" in refusal.stderr
    assert f"PORT={port + 1} make run" in refusal.stderr
    assert "Traceback" not in refusal.stderr


def test_a_setting_without_sense_is_said_in_a_sentence() -> None:
    refusal = run(SIGN_UP="perhaps")

    assert refusal.returncode == 1
    assert refusal.stderr.startswith("Earshot can't start: SIGN_UP is invalid")
    assert "Traceback" not in refusal.stderr


def run(**settings: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | settings
    return subprocess.run(
        APP, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False
    )
