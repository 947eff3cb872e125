"""The real server on a clock of the test's, beside a push service and a desktop."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from sqlalchemy import select

from backend import create_app
from backend.config import PUSH_HOSTS, Config
from backend.db import db
from backend.reminders.models import Subscription
from backend.reminders.worker import remind_now
from tests.cast import Clock
from tests.e2e.browsers.desktop import Desktop, Notification, desktop
from tests.e2e.server import free_port
from tests.e2e.waiting import wait_until
from tests.push_service.encryption import encrypted
from tests.push_service.push_service import PushService
from tests.push_service.running import push_service
from tests.served import served

ZONE = "Europe/Berlin"
TUESDAY = datetime(2026, 5, 5, 16, 0, tzinfo=UTC)
UNTIL_FRIDAY_AT_EIGHT = timedelta(days=2, hours=14, seconds=30)


@dataclass
class RemindingServer:
    """Earshot's server in this process: it stands at one address, stops, and comes back."""

    settings: Config
    push_transport: httpx.BaseTransport | None
    clock: Clock = field(default_factory=lambda: Clock(TUESDAY))
    _running: ExitStack = field(default_factory=ExitStack)

    @property
    def address(self) -> str:
        """Return where browsers find it."""
        return f"http://127.0.0.1:{self.settings.port}"

    def start(self) -> None:
        """Serve from now on."""
        self.app = create_app(self.settings, self.clock, self.push_transport)
        self._running.enter_context(served(self.app, port=self.settings.port))

    def begin_week(self) -> None:
        """Set the clock and the server to the next Tuesday."""
        weeks = (self.clock.now - TUESDAY) // timedelta(weeks=1) + 1
        self.clock.now = TUESDAY + weeks * timedelta(weeks=1)
        self.stop()
        self.start()

    @contextmanager
    def calling_only(self, push_hosts: str) -> Iterator[None]:
        """Send to these push services and no other, meanwhile."""
        usual = self.settings
        self.stop()
        self.settings = usual.model_copy(update={"push_hosts": push_hosts})
        self.start()
        try:
            yield
        finally:
            self.settings = usual

    def friday(self) -> str:
        """Return the day of this week's Friday."""
        return f"{self.clock.now + UNTIL_FRIDAY_AT_EIGHT:%Y-%m-%d}"

    def stop(self) -> None:
        """Be out of reach; safe to repeat."""
        self._running.close()
        self.app.extensions["senders"].close()
        with self.app.app_context():
            db.engine.dispose()

    def remind(self) -> None:
        """Send what is due by now."""
        with self.app.app_context():
            remind_now()

    def remind_on_friday(self) -> None:
        """Set the clock to Friday at eight in the morning, and send what is due."""
        self.clock.now += UNTIL_FRIDAY_AT_EIGHT
        self.remind()

    def subscriptions(self) -> list[Subscription]:
        """Return what the server knows of where pushes go."""
        with self.app.app_context():
            return list(db.session.scalars(select(Subscription)))


@dataclass
class Stage:
    """What stands around a browser in these tests."""

    server: RemindingServer
    service: PushService
    desktop: Desktop
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Return what a browser must be told to stand here."""
        return {**self.desktop.environment, "TZ": ZONE}

    def push(self, words: bytes) -> None:
        """Push these very bytes to each subscribed device, whatever the server would send."""
        for one in self.server.subscriptions():
            body = encrypted(words, one.p256dh, one.auth) if words else b""
            self.service.give(one.endpoint.rpartition("/")[2], body)

    def shown_for(self, words: bytes) -> Notification:
        """Push these very bytes, and return what is shown then."""
        before = len(self.desktop.shown)
        self.push(words)
        wait_until(lambda: len(self.desktop.shown) > before, f"something for {words!r}")
        return self.desktop.shown[before]


@contextmanager
def stage(
    folder: Path,
    database: Path,
    push_transport_to: Callable[[PushService], httpx.BaseTransport] | None = None,
) -> Iterator[Stage]:
    """Set everything up, with a copy of a migrated database and a transport for pushes."""
    shutil.copy(database, folder / "earshot.db")
    with push_service() as service, desktop() as shown:
        settings = Config.from_environment(
            {
                "SHELL_DIR": os.environ.get("SHELL_DIR", ""),
                "INSTANCE_DIR": str(folder),
                "PORT": str(free_port()),
                "SIGN_UP": "open",
                "PUSH_CONTACT": "ada@earshot.example",
                "PUSH_HOSTS": f"{PUSH_HOSTS},{service.origin}",
                "PUSH_ADDRESSES": "127.0.0.1",
            }
        )
        transport = push_transport_to(service) if push_transport_to else None
        server = RemindingServer(settings, transport)
        server.start()
        try:
            yield Stage(server, service, shown, folder)
        finally:
            server.stop()
            if transport:
                transport.close()
