"""Writes the server's own files: whole or not at all, and readable by nobody else."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_private_file(path: Path, content: bytes, *, replaces: bool) -> None:
    """Write a file of which nobody ever reads half; its folder is made where it is missing.

    Args:
        path: Where the file is to stand.
        content: What it holds.
        replaces: Whether it takes the place of one that is there, which stays otherwise.

    Raises:
        OSError: The disk is full or read-only.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replaces:
            aside.replace(path)
        else:
            with suppress(FileExistsError):
                os.link(aside, path)
    finally:
        aside.unlink(missing_ok=True)
