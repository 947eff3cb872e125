"""A throw-away PostgreSQL cluster, reachable through a socket in its own folder only."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses=''"


class Cluster:
    """A running cluster; makes and drops databases."""

    def __init__(self, folder: Path, settings: str) -> None:
        self._folder, self._settings = folder, settings

    def start(self) -> None:
        """Start it, and return when it can be asked."""
        place = f"{self._settings} -k {self._folder}"
        log = self._folder / "log"
        _run("pg_ctl", "-D", self._folder / "data", "-w", "-l", log, "-o", place, "start")

    def crash(self) -> None:
        """Stop it without letting it put anything in order."""
        _run("pg_ctl", "-D", self._folder / "data", "-w", "-m", "immediate", "stop")

    def url(self, name: str) -> str:
        """Return the address of one of its databases."""
        return f"postgresql+psycopg://earshot@/{name}?host={self._folder}"

    def run(self, statement: str) -> None:
        """Run a statement that no transaction may hold."""
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    def pid(self) -> int:
        """Return the process that all others of the cluster come from."""
        return int((self._folder / "data/postmaster.pid").read_text().split()[0])


@contextmanager
def running_cluster(settings: str = QUICK) -> Iterator[Cluster]:
    """Start a cluster in a folder of its own, and leave nothing of it behind."""
    folder = Path(tempfile.mkdtemp(prefix="earshot-postgresql-"))
    data = folder / "data"
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody", "nogroup")
        _run("initdb", "-D", data, "-U", "earshot", "-A", "trust", "-E", "UTF8", "--no-sync")
        cluster = Cluster(folder, settings)
        cluster.start()
        yield cluster
        cluster.crash()
    finally:
        shutil.rmtree(folder)


def _run(program: str, *words: object) -> None:
    # PostgreSQL refuses to run as root.
    user, group = ("nobody", "nogroup") if os.geteuid() == 0 else (None, None)
    command = [str(_find(program)), *map(str, words)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", user=user, group=group)


def _find(program: str) -> Path:
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    on_path = shutil.which(program)
    if installed:
        return installed[-1]
    if on_path:
        return Path(on_path)
    raise FileNotFoundError(f"PostgreSQL's {program} is not installed")
