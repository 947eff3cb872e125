"""A real Caddy on `deploy/Caddyfile`, with a certificate authority of its own."""

import os
import ssl
import subprocess
from pathlib import Path

import httpx

from tests.e2e.server import free_port
from tests.e2e.waiting import PATIENCE_SECONDS, wait_until
from tests.sources import ROOT


class Proxy:
    """Caddy in front of a server, on a free port of this machine."""

    def __init__(self, folder: Path, server_address: str) -> None:
        self.port = free_port()
        self.address = f"https://localhost:{self.port}"
        self._folder = folder
        self._settings = {
            "EARSHOT_SITE": self.address,
            "EARSHOT_SERVER": server_address.removeprefix("http://"),
            "XDG_DATA_HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "HOME": str(folder),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Run it and return when it has a certificate and listens."""
        around = self._folder / "Caddyfile"
        around.write_text(
            "{\nadmin off\nlocal_certs\nskip_install_trust\n"
            f"http_port {free_port()}\n}}\nimport {ROOT}/deploy/Caddyfile\n"
        )
        with (self._folder / "caddy.log").open("wb") as log:
            self._process = subprocess.Popen(
                ["caddy", "run", "--adapter", "caddyfile", "--config", str(around)],
                env=os.environ | self._settings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until(self._listens, "Caddy to listen", (self._folder / "caddy.log").read_text)

    def stop(self) -> None:
        """End it; safe to repeat."""
        if self._process:
            self._process.terminate()
            self._process.wait()
            self._process = None

    def client(self) -> httpx.Client:
        """Return a client that trusts this proxy's own authority and nobody else."""
        authority = self._folder / "caddy/pki/authorities/local/root.crt"
        trust = ssl.create_default_context(cafile=str(authority))
        return httpx.Client(base_url=self.address, verify=trust, timeout=PATIENCE_SECONDS)

    def _listens(self) -> bool:
        try:
            with self.client() as client:
                return client.get("/version").status_code < 500
        except (OSError, httpx.TransportError):
            return False
