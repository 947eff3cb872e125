"""Calls push services over HTTP: one DNS look-up, allowed addresses only (SSRF), a time limit."""

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from ssl import SSLContext
from threading import Thread, local
from typing import Any, cast

import httpcore
import httpx
from httpcore import SyncBackend

from backend.reminders.push.push_services import AddressForbidden, PushServices

CONNECT_SECONDS = 5.0
WHOLE_SECONDS = 10.0
AT_ONCE = 20
ANSWER_BYTES = 65_536


class HostForbidden(httpx.TransportError):
    """The host has an address that must not be called."""


class GuardedTransport(httpx.BaseTransport):
    """Pooled connections to push services; safe for many threads."""

    def __init__(self, services: PushServices, whole_seconds: float = WHOLE_SECONDS) -> None:
        """Set which services may be called, and how long one call may take in all."""
        self._call, self._whole_seconds = local(), whole_seconds
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpcore.default_ssl_context(),
            max_connections=AT_ONCE,
            max_keepalive_connections=AT_ONCE,
            keepalive_expiry=30,
            network_backend=_Guarded(services, self._call),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Make one call.

        Raises:
            HostForbidden: The host has a forbidden address.
            httpx.TransportError: The call failed or took too long.
        """
        self._call.ends_at = time.monotonic() + self._whole_seconds
        url = request.url
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        try:
            with self._pool.stream(
                request.method,
                target,
                headers=request.headers.raw,
                content=request.read(),
                extensions={"timeout": {"pool": self._whole_seconds}},
            ) as answer:
                body = _beginning(answer.iter_stream())
        except AddressForbidden:
            raise HostForbidden("not called") from None
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise httpx.TransportError(type(error).__name__) from None
        return httpx.Response(answer.status, headers=answer.headers, content=body)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


def _beginning(parts: Iterable[bytes]) -> bytes:
    """Read a response, so that its connection can be reused; stop where it is too long."""
    read = b""
    for part in parts:
        read += part
        if len(read) > ANSWER_BYTES:
            break
    return read


class _Guarded(httpcore.NetworkBackend):
    """Opens connections to allowed addresses only; TLS still checks the host's name."""

    def __init__(self, services: PushServices, call: local) -> None:
        self._services, self._call = services, call
        self._sockets = SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *_: Any, **__: Any
    ) -> httpcore.NetworkStream:
        """Connect to the first address that accepts the connection."""
        failure: Exception = httpcore.ConnectError()
        try:
            within = min(CONNECT_SECONDS, _left(self._call))
            addresses = _within(within, lambda: self._services.addresses(host, port))
        except OSError:
            raise failure from None
        for address in addresses:
            try:
                within = min(timeout or CONNECT_SECONDS, _left(self._call))
                stream = self._sockets.connect_tcp(address, port, within)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._call)
        raise failure


class _TimedStream(httpcore.NetworkStream):
    """A connection that ends with its call's time limit, however slowly the other side answers."""

    def __init__(self, stream: httpcore.NetworkStream, call: local) -> None:
        self._stream, self._call = stream, call

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read within the time that the call has left."""
        return self._stream.read(max_bytes, min(timeout or WHOLE_SECONDS, _left(self._call)))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write within the time that the call has left."""
        self._stream.write(buffer, min(timeout or WHOLE_SECONDS, _left(self._call)))

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Start TLS with the host's name."""
        within = min(timeout or CONNECT_SECONDS, _left(self._call))
        stream = self._stream.start_tls(ssl_context, server_hostname, within)
        return _TimedStream(stream, self._call)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        """Return information about the connection, by name."""
        return self._stream.get_extra_info(info)


def _within(seconds: float, look_up: Callable[[], Sequence[str]]) -> Sequence[str]:
    """Look up a host with a time limit, which the system's own look-up lacks.

    Raises:
        OSError: The host has no address.
        AddressForbidden: The host has a forbidden address.
        TimeoutError: The look-up took too long; its thread is left behind.
    """
    answer: Future[Sequence[str]] = Future()

    def run() -> None:
        try:
            answer.set_result(look_up())
        except Exception as failure:
            answer.set_exception(failure)

    Thread(target=run, daemon=True).start()
    return answer.result(seconds)


def _left(call: local) -> float:
    left = cast(float, call.ends_at) - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left
