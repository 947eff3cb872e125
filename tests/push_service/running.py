"""Starts the push service on this machine, and carries messages for other ones to it."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

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


class Detour(httpx.HTTPTransport):
    """Carries to this service what is addressed to a push service of the internet, host and all."""

    def __init__(self, service: PushService) -> None:
        super().__init__(trust_env=False)
        self._service = service

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Make one call; its Host header stays as it was."""
        here = httpx.URL(self._service.origin)
        request.url = request.url.copy_with(scheme="http", host=here.host, port=here.port)
        return super().handle_request(request)
