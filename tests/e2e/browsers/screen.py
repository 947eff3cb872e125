"""A screen that nobody sees, for browsers that need one."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Return what a browser must be told to appear there."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1280x900x24",
        "-nolisten",
        "tcp",
    ]
    away = subprocess.DEVNULL
    with subprocess.Popen(
        command, pass_fds=[writing], stdin=away, stdout=away, stderr=away
    ) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                yield {"DISPLAY": f":{told.readline().strip()}", "GDK_BACKEND": "x11"}
        finally:
            server.terminate()
