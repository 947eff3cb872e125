"""The way of a sender's messages to the push service of the tests, where endpoints name another."""

import httpx

from tests.push_service.push_service import PushService


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
