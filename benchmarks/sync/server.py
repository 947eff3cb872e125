"""A server under measurement: started in a folder of its own, watched, and stopped."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
PORT = 8070
START_SECONDS = 30
LOG = "server.log"


@dataclass(frozen=True)
class Server:
    """A running server: its address, its processes, and its data."""

    address: str
    processes: tuple[psutil.Process, ...]
    disk_bytes: Callable[[], int]
    database_url: str = ""

    def cpu_ms(self) -> float:
        """Return the processor time of all its processes so far, including ended ones."""
        return sum(sum(process.cpu_times()[:4]) for process in self._tree()) * 1000

    def _tree(self) -> list[psutil.Process]:
        return [one for top in self.processes for one in (top, *top.children(recursive=True))]


@cache
def node() -> str:
    """Return the Node program itself: `node` may only be its launcher."""
    return subprocess.check_output(["node", "-p", "process.execPath"], text=True).strip()


@contextmanager
def running(
    command: list[str | Path], folder: Path, settings: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """Run a server that listens on PORT and keeps its data in the folder."""
    environment = {**os.environ, "NODE_ENV": "production", **(settings or {})}
    with (folder / LOG).open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        _wait_until_it_answers(process)
        address = f"http://{HOST}:{PORT}"
        yield Server(address, (psutil.Process(process.pid),), lambda: _size_of(folder))
    except RuntimeError:
        print((folder / LOG).read_text()[-2000:], file=sys.stderr)
        raise
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def _wait_until_it_answers(process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with closing(HTTPConnection(HOST, PORT, timeout=START_SECONDS)) as probe:
            try:
                probe.request("GET", "/")
                probe.getresponse()
            except ConnectionError:
                time.sleep(0.05)
            else:
                return
    raise RuntimeError(f"{process.args!r} did not start")


def _size_of(folder: Path) -> int:
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != LOG]
    return sum(path.stat().st_size for path in files)
