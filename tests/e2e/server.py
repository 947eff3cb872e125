"""A real server process that a test can start, kill and start again at the same address."""

import os
import secrets
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import httpx

from tests.e2e.waiting import wait_until
from tests.sources import ROOT

# Systems hand out higher ports by themselves, so nobody is given one while its server restarts.
PORTS = range(20_000, 32_000)
# It computes for seconds before it answers, and on a busy machine it gets little of each.
START_SECONDS = 120
OURS = ("PORT", "HOST", "INSTANCE_DIR", "DATABASE_URL", "SIGN_UP", "TRUSTED_HOSTS", "PROXY_COUNT")


class Server:
    """`python app.py` with a data folder of its own."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self.settings = {
            "PORT": str(self.port),
            "INSTANCE_DIR": str(folder / "instance"),
            "SIGN_UP": "open",
            # Tests sync and sign up more often than people do.
            "ROUNDS_PER_MINUTE": "1000000",
            "SIGN_UPS_PER_HOUR": "1000",
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Return the number of its process."""
        assert self._process
        return self._process.pid

    def start(self, **settings: str) -> None:
        """Start it, with these settings from now on, and return when it answers."""
        self.settings |= settings
        inherited = {name: value for name, value in os.environ.items() if name not in OURS}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "app.py"],
                cwd=ROOT,
                env=inherited | self.settings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until(self.answers, "the server to answer", self.log.read_text, START_SECONDS)

    def stop(self) -> None:
        """Kill it as a power cut would; safe to repeat."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def end(self) -> None:
        """Stop it as a service manager does, and return when it has ended."""
        if self._process:
            self._process.terminate()
            self._process.wait()
            self._process = None

    def restart(self, **settings: str) -> None:
        """Kill it and start it again at the same address, with these settings from now on."""
        self.stop()
        self.start(**settings)

    def answers(self) -> bool:
        """Check whether it runs and answers.

        Raises:
            AssertionError: It has ended by itself.
        """
        if self._process and self._process.poll() is not None:
            raise AssertionError(f"the server ended: {self.log.read_text()}")
        try:
            # Loading certificates for every look would slow down the start that is waited for.
            return httpx.get(f"{self.address}/version", verify=False).status_code < 500
        except httpx.TransportError:
            return False


def free_port() -> int:
    """Return a port of this machine that nobody listens on, for a server that may be restarted."""
    while True:
        port = secrets.choice(PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
