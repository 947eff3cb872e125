"""Listens on PostgreSQL for news that other servers on the same database announce."""

from threading import Event as Signal
from threading import Thread
from typing import Any, Protocol

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

CHANNEL = "earshot_news"
AGAIN_AFTER_SECONDS = 1
LOOK_SECONDS = 1
BEGUN_SECONDS = 10


class Listeners(Protocol):
    """The open apps of this process, until `over` is set."""

    over: Signal

    def wake(self, owner_id: str, from_session: str) -> None:
        """Wake the owner's open apps, except the session that the news came from."""

    def wake_all(self) -> None:
        """Wake all open apps."""


def start_listener(engine: Engine, listeners: Listeners) -> None:
    """Start a thread that forwards notifications, and return when it listens."""
    hears = Signal()
    ear = Thread(
        target=_keep_listening, args=(engine, listeners, hears), daemon=True, name="listener"
    )
    ear.start()
    hears.wait(BEGUN_SECONDS)


def _keep_listening(engine: Engine, listeners: Listeners, hears: Signal) -> None:
    lost = (OperationalError, engine.dialect.loaded_dbapi.OperationalError)
    while not listeners.over.is_set():
        try:
            _receive(engine, listeners, hears)
        except lost:
            # The database is away; devices come by each minute until it is back.
            listeners.over.wait(AGAIN_AFTER_SECONDS)
    # Who asked to listen while the server stopped waits no longer.
    hears.set()


def _receive(engine: Engine, listeners: Listeners, hears: Signal) -> None:
    taken = engine.raw_connection()
    connection: Any = taken.driver_connection
    # It is kept for ever, so the pool may open another in its place.
    taken.detach()
    try:
        connection.autocommit = True
        connection.execute(f"LISTEN {CHANNEL}")
        if hears.is_set():
            # Nobody heard what was told while the database was away.
            listeners.wake_all()
        hears.set()
        while not listeners.over.is_set():
            for notice in connection.notifies(timeout=LOOK_SECONDS):
                owner_id, _, from_session = notice.payload.partition(" ")
                listeners.wake(owner_id, from_session)
    finally:
        connection.close()
