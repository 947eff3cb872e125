"""Ada's reminders: her devices, a strict push service, and one look of the loop."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask

from backend.config import Config
from backend.reminders.worker import remind_now
from tests.cast import Clock, Person
from tests.push_service.push_service import PushService
from tests.push_service.running import push_service
from tests.reminders.subscribed import Subscribed, subscribed
from tests.sync.device import Device


@pytest.fixture
def clock() -> Clock:
    """It is Tuesday evening, and Friday is the 27th."""
    return Clock(datetime(2026, 11, 24, 17, 0, tzinfo=UTC))


@pytest.fixture
def service() -> Iterator[PushService]:
    with push_service() as service:
        yield service


@pytest.fixture
def settings(settings: Config, service: PushService) -> Config:
    here = {"push_hosts": service.origin, "push_addresses": "127.0.0.1/32"}
    return settings.model_copy(update=here)


@pytest.fixture
def app(app: Flask) -> Iterator[Flask]:
    yield app
    app.extensions["senders"].close()


@pytest.fixture
def look(app: Flask) -> Callable[[], int]:
    """Look once for what is due, as the worker does every few seconds."""

    def look() -> int:
        with app.app_context():
            return remind_now()

    return look


@pytest.fixture
def adas(ada: Person, service: PushService, phone: Device) -> Subscribed:
    """Ada's phone, which takes pushes."""
    return subscribed(ada.phone, service, phone.id)


@pytest.fixture
def adas_laptop(ada: Person, service: PushService, laptop: Device) -> Subscribed:
    return subscribed(ada.laptop, service, laptop.id)
