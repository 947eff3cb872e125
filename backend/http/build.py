"""Reads what the build of the PWA says about itself: its version, and hashes of its inline code."""

from pathlib import Path

from pydantic import BaseModel

NOT_BUILT = "0.0.0"


class Build(BaseModel):
    """The content of build.json, written beside the built PWA."""

    version: str = NOT_BUILT
    script_hashes: list[str] = []
    style_hashes: list[str] = []


def read_build(folder: Path) -> Build:
    """Read build.json; return an empty Build where nothing was built."""
    path = folder / "build.json"
    return Build.model_validate_json(path.read_bytes()) if path.is_file() else Build()
