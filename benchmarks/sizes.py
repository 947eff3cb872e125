"""What a device must fetch: the scripts of the note screen, and all that it keeps."""

import os
import re
from pathlib import Path

from backend.config import Config
from benchmarks.figures import Figure, show

STATIC_IMPORT = re.compile(rb"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")

# The minifier writes a long list as one text that is split.
LISTED = re.compile(r"""files:\s*(?:\[([^\]]*)\]|["'`]([^"'`]*)["'`]\.split\()""")


def measure() -> list[Figure]:
    """Add up the compressed files of the build."""
    built = Config.from_environment(os.environ).shell_dir
    capture = sum(_packed(script) for script in _scripts_of_the_page(built))
    kept = sum(_packed(built / name) for name in _kept_on_the_device(built))
    return [
        Figure("JavaScript of the capture screen, br", capture / 1000, "kB", 30, 15),
        Figure("everything kept on the device, br", kept / 1000, "kB", 150, 80),
    ]


def _scripts_of_the_page(built: Path) -> set[Path]:
    page = (built / "index.html").read_text()
    waiting = [built / name for name in re.findall(r'(?:src|href)="/(assets/[^"]+\.js)"', page)]
    found: set[Path] = set()
    while waiting:
        script = waiting.pop()
        found.add(script)
        imported = STATIC_IMPORT.findall(script.read_bytes())
        waiting += [script.parent / name.decode() for name in imported]
        waiting = [script for script in waiting if script not in found]
    return found


def _kept_on_the_device(built: Path) -> list[str]:
    worker = (built / "service_worker.js").read_text()
    listed = LISTED.search(worker)
    assert listed, "the worker lists the files that it keeps"
    names = re.findall(r"/[^\"`',]*", listed[1] or listed[2])
    return ["index.html" if name == "/" else name.removeprefix("/") for name in names] + [
        "service_worker.js"
    ]


def _packed(file: Path) -> int:
    packed = file.with_name(f"{file.name}.br")
    return (packed if packed.exists() else file).stat().st_size


if __name__ == "__main__":
    show(measure())
