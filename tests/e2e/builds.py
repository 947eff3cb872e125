"""Builds the app once more, as a later version of itself."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.sources import ROOT

PWA = ROOT / "pwa"


def another_build(folder: Path) -> Path:
    """Build the present source as version 0.9.0, and return the folder of the build."""
    copy = folder / "pwa"
    not_source = shutil.ignore_patterns("node_modules", "dist", "tests")
    shutil.copytree(PWA, copy, ignore=not_source)
    (copy / "node_modules").symlink_to(PWA / "node_modules")
    package = json.loads((copy / "package.json").read_text())
    (copy / "package.json").write_text(json.dumps(package | {"version": "0.9.0"}))
    subprocess.run(["npm", "run", "--silent", "build"], cwd=copy, check=True, capture_output=True)
    return copy / "dist"
