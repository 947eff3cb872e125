"""Prints how much of each folder the tests below the browser run, in both languages."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.sources import ROOT

FOUND = ROOT / ".coverage"
# Browser tests run the built app, and the faults are slow: neither is measured.
LEFT_OUT = ("tests/e2e", "tests/faults", "tests/test_house_rules.py")
NEAT = 80


def main() -> None:
    """Run both suites with coverage and print the table, then what failed."""
    shutil.rmtree(FOUND, ignore_errors=True)
    FOUND.mkdir(parents=True)
    failed = [name for name, run in (("pytest", _run_pytest), ("vitest", _run_vitest)) if run()]
    for title, counts in (("Python", _of_python()), ("TypeScript", _of_typescript())):
        print(f"\n{title}, lines run by tests without a browser")
        for folder in sorted(counts):
            print(_row(folder, *counts[folder]))
        print(_row("in all", *map(sum, zip(*counts.values(), strict=True))))
    if failed:
        sys.exit(f"Tests failed: {', '.join(failed)}.")


def _run_pytest() -> int:
    left_out = [f"--ignore={path}" for path in LEFT_OUT]
    report = f"--cov-report=json:{FOUND}/python.json"
    command = [sys.executable, "-m", "pytest", "-n", "auto", *left_out, "--cov", report]
    return subprocess.run(command, check=False, cwd=ROOT).returncode


def _run_vitest() -> int:
    asked = [
        "--coverage",
        "--coverage.reporter=json-summary",
        f"--coverage.reportsDirectory={FOUND}/typescript",
    ]
    return subprocess.run(
        ["npx", "vitest", "run", *asked], check=False, cwd=ROOT / "pwa"
    ).returncode


def _of_python() -> dict[str, tuple[int, int]]:
    files = json.loads((FOUND / "python.json").read_text())["files"]
    return _by_folder(
        {
            Path(name): (about["summary"]["covered_lines"], about["summary"]["num_statements"])
            for name, about in files.items()
        }
    )


def _of_typescript() -> dict[str, tuple[int, int]]:
    files = json.loads((FOUND / "typescript/coverage-summary.json").read_text())
    return _by_folder(
        {
            Path(name).relative_to(ROOT): (about["lines"]["covered"], about["lines"]["total"])
            for name, about in files.items()
            if name != "total"
        }
    )


def _by_folder(files: dict[Path, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    run, there = Counter[str](), Counter[str]()
    for path, (lines_run, lines) in files.items():
        run[path.parent.as_posix()] += lines_run
        there[path.parent.as_posix()] += lines
    return {folder: (run[folder], there[folder]) for folder in there if there[folder]}


def _row(name: str, lines_run: int, lines: int) -> str:
    share = 100 * lines_run / lines
    return f"  {name:40}{lines_run:6} of{lines:6}{share:7.1f} %{'' if share >= NEAT else '  <'}"


if __name__ == "__main__":
    main()
