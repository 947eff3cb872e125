"""Runs the tests of both sides at the same time, and prints the output of each as a whole.

Its arguments are those of pytest, whose output comes last.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sources import ROOT

BETWEEN_LOOKS_SECONDS = 0.5
CHECK = [os.environ.get("MAKE", "make"), "--no-print-directory", "check"]
TEST_APP = ["npm", "--prefix", "pwa", "test"]


def main(arguments: list[str]) -> int:
    """Run everything, and return the exit status: 0 if all passed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pytest"
        with path.open("wb") as output:
            command = [sys.executable, "-m", "pytest", *arguments]
            pytest = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
        try:
            others = [_run(CHECK), _run(TEST_APP)]
            _follow(pytest, path)
        finally:
            pytest.terminate()
            pytest.wait()
    return int(any([*others, pytest.returncode]))


def _run(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _follow(process: subprocess.Popen[bytes], path: Path) -> None:
    """Print what a process has written to a file, and what it still writes, until it ends."""
    with path.open() as output:
        is_ended = False
        while not is_ended:
            time.sleep(BETWEEN_LOOKS_SECONDS)
            is_ended = process.poll() is not None
            print(output.read(), end="", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
