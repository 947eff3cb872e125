"""Starts the push service on this machine, and ends it."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.push_service.push_service import PushService
from tests.push_service.web import serving, web_face


@contextmanager
def push_service() -> Iterator[PushService]:
    """Return a running push service for senders and made-up browsers."""
    service = PushService()
    with serving(web_face(service)) as service.origin:
        try:
            yield service
        finally:
            service.ending.set()
