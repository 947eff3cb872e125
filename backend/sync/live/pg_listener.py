"""Hears on PostgreSQL what other servers on the same database have taken in."""

from threading import Event as Signal
from threading import Thread
from typing import Any, Protocol

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

CHANNEL = "earshot_news"
AGAIN_AFTER_SECONDS = 1
LOOK_SECONDS = 1
BEGUN_SECONDS = 10


class Told(Protocol):
    """Those who are to be told, until it is over."""

    over: Signal

    def tell(self, owner_id: str, from_session: str) -> None:
        """Wake the owner's open apps, but for the one that the news came from."""

    def tell_all(self) -> None:
        """Wake everybody."""


def listen(engine: Engine, told: Told) -> None:
    """Pass on what is heard for as long as the server runs; return when it has begun."""
    hears = Signal()
    ear = Thread(target=_keep_hearing, args=(engine, told, hears), daemon=True, name="listener")
    ear.start()
    hears.wait(BEGUN_SECONDS)


def _keep_hearing(engine: Engine, told: Told, hears: Signal) -> None:
    lost = (OperationalError, engine.dialect.loaded_dbapi.OperationalError)
    while not told.over.is_set():
        try:
            _hear(engine, told, hears)
        except lost:
            # The database is away; devices come by each minute until it is back.
            told.over.wait(AGAIN_AFTER_SECONDS)


def _hear(engine: Engine, told: Told, hears: Signal) -> None:
    taken = engine.raw_connection()
    connection: Any = taken.driver_connection
    # It is kept for ever, so the pool may open another in its place.
    taken.detach()
    try:
        connection.autocommit = True
        connection.execute(f"LISTEN {CHANNEL}")
        if hears.is_set():
            # Nobody heard what was told while the database was away.
            told.tell_all()
        hears.set()
        while not told.over.is_set():
            for notice in connection.notifies(timeout=LOOK_SECONDS):
                owner_id, _, from_session = notice.payload.partition(" ")
                told.tell(owner_id, from_session)
    finally:
        connection.close()
