"""Installs the peers that the benchmark runs beside Earshot, where they are missing or outdated."""

import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def install() -> None:
    """Install what package-lock.json names."""
    lock, installed = HERE / "package-lock.json", HERE / "node_modules/.package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    subprocess.run(["npm", "ci", "--silent"], cwd=HERE, check=True)
    installed.touch()
