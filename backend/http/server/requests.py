"""Reads requests: framing without doubt (RFC 9112), bodies in memory, and no client that drips."""

import time
from typing import Any, Protocol

from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import Error

from backend.http.byte_budget import ByteBudget

# For all headers together, and before a body must come at the rate below. A phone with one bar of
# reception is quicker.
PATIENCE_SECONDS = 20
BYTES_PER_SECOND = 1000


class Origin(Protocol):
    """The connection that a request comes by."""

    adj: Any
    client: str

    @property
    def bodies(self) -> ByteBudget:
        """The bodies of all connections."""

    def belongs_to(self, forwarded_for: str) -> str:
        """Return the client that the request came from."""


class Overloaded(Error):  # type: ignore[misc]
    """This client has as much under way as one may have, or the server has no room at all."""

    code, reason = 503, "Service Unavailable"


class TooSlow(Error):  # type: ignore[misc]
    """The request did not arrive in time (RFC 9110, section 15.5.9)."""

    code, reason = 408, "Request Timeout"


class LengthRequired(Error):  # type: ignore[misc]
    """The body comes in chunks (RFC 9110, section 15.5.12)."""

    code, reason = 411, "Length Required"


class Request(HTTPRequestParser):  # type: ignore[misc]
    """One request while it arrives, and until it is answered."""

    path = ""

    def __init__(self, connection: Origin) -> None:
        super().__init__(connection.adj)
        self._connection = connection
        self.client = connection.client
        self.began_at = time.monotonic()
        self._reserved_bytes = 0

    def received(self, data: bytes) -> int:
        """Read on, and return how many bytes belonged to this request."""
        read: int = super().received(data)
        new_bytes = self.body_bytes_received - self._reserved_bytes
        if new_bytes and not self._connection.bodies.reserve(self.client, new_bytes):
            self.error = Overloaded("")
            self.completed = True
        else:
            self._reserved_bytes += new_bytes
        return read

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers.

        Raises:
            ParsingError: They make no sense, or leave open where the body ends.
        """
        try:
            super().parse_header(header_plus)
        except ValueError:
            raise ParsingError("Bad URI") from None
        # RFC 9112, sections 6.1 and 6.3: what was meant to be one body may be two requests.
        if "TRANSFER_ENCODING" in self.headers or (
            self.chunked and "CONTENT_LENGTH" in self.headers
        ):
            raise ParsingError("Both Content-Length and Transfer-Encoding")
        if self.chunked:
            # Small chunks cost the thread that reads all connections more than any other body, and
            # neither browsers nor the usual proxies send chunks.
            self.body_rcv, self.error = None, LengthRequired("")
        self.client = self._connection.belongs_to(self.headers.get("X_FORWARDED_FOR", ""))

    def is_late(self, now: float) -> bool:
        """Check whether the rest has taken too long to arrive."""
        over = now - self.began_at - PATIENCE_SECONDS
        return over > 0 and (
            not self.headers_finished or self.body_bytes_received < over * BYTES_PER_SECOND
        )

    def close(self) -> None:
        """Forget the body. Safe to repeat."""
        super().close()
        self._connection.bodies.release(self.client, self._reserved_bytes)
        self._reserved_bytes = 0
