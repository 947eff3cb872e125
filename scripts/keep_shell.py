"""Keeps the built shell of a release, for the tests of later servers: `make keep-shell`."""

import json
import tarfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
DIST = ROOT / "pwa/dist"
SHELLS = ROOT / "tests/e2e/shells"


def main() -> None:
    """Pack the files of pwa/dist that a server needs."""
    version = json.loads((DIST / "build.json").read_text())["version"].partition("+")[0]
    kept = SHELLS / f"{version}.tar.xz"
    SHELLS.mkdir(exist_ok=True)
    with tarfile.open(kept, "w:xz") as archive:
        for path in sorted(DIST.rglob("*")):
            if path.is_file() and _is_needed(path):
                archive.add(path, path.relative_to(DIST), filter=_without_owner)
    print(f"{kept.relative_to(ROOT)}: {kept.stat().st_size} bytes")


def _is_needed(path: Path) -> bool:
    pictures = {"icons", "screenshots"}
    return path.suffix not in {".br", ".gz"} and path.parent.name not in pictures


def _without_owner(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = ""
    return entry


if __name__ == "__main__":
    main()
