"""Lighthouse, mobile preset, on the production build: the first screen and the capture screen."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, show
from tests.e2e.device import CHROMIUM
from tests.e2e.server import Server

PROGRAM = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices")
PAINTS = {
    "first-contentful-paint": ("FCP", 1200, 850),
    "largest-contentful-paint": ("LCP", 1500, 1000),
}


def measure() -> list[Figure]:
    """Audit two screens of a server with an empty database."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            return [f for path in ("/", "/note") for f in _figures(path, server.address)]
        finally:
            server.stop()


def _figures(path: str, address: str) -> list[Figure]:
    report = _audit(f"{address}{path}")
    scores = [
        Figure(
            f"Lighthouse {path} {name}",
            report["categories"][name]["score"] * 100,
            "points",
            100,
            100,
        )
        for name in CATEGORIES
    ]
    paints = [
        Figure(
            f"Lighthouse {path} {name}", report["audits"][audit]["numericValue"], "ms", gate, aim
        )
        for audit, (name, gate, aim) in PAINTS.items()
    ]
    return scores + paints


def _audit(address: str) -> dict[str, Any]:
    flags = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    command = ["node", PROGRAM, address, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = os.environ | {"CHROME_PATH": CHROMIUM}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


if __name__ == "__main__":
    show(measure())
