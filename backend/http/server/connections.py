"""Connections of clients: how many each may have, and which close first when there are many."""

import time
from collections import defaultdict
from threading import Lock
from typing import Any

from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import WSGITask

from backend.http.byte_budget import ByteBudget
from backend.http.client_address import client_address
from backend.http.server.error_answer import ErrorAnswer
from backend.http.server.requests import (
    BYTES_PER_SECOND,
    PATIENCE_SECONDS,
    Request,
    TooSlow,
)

# More than one client may have under way, so that its newest connection is always read. More than
# twice those accepted at once, so that none is closed before it was read.
CONNECTIONS_EACH = 300
# Kept free, so that a new connection need not wait until an old one is gone.
CONNECTIONS_SPARE = 100
ACCEPTED_AT_ONCE = 32
# Bodies in memory, of the largest kind: those of one client, and those of all.
BODIES_EACH, BODIES_OF_ALL = 8, 32


class Answer(WSGITask):  # type: ignore[misc]
    """The answer of the app to one request."""

    def service(self) -> None:
        """Answer, and note whether with an error; a conflict is part of how devices sync."""
        super().service()
        status = int(self.status[:3])
        self.channel.was_refused = status >= 400 and status != 409


class Connection(HTTPChannel):  # type: ignore[misc]
    """One connection; it waits while no request of it is being answered."""

    task_class = Answer
    error_task_class = ErrorAnswer

    def __init__(self, server: "Server", sock: Any, address: Any, *rest: Any, **more: Any) -> None:
        self._peer = address[0]
        self.client = server.client_at(self._peer)
        self.request: Request | None = None
        self._waits_since = time.monotonic()
        self._unsent_bytes = 0
        self.was_refused = False
        super().__init__(server, sock, address, *rest, **more)

    def parser_class(self, _adj: Any) -> Request:
        """Begin to read a request."""
        return Request(self)

    @property
    def bodies(self) -> ByteBudget:
        """The bodies of all connections."""
        budget: ByteBudget = self.server.bodies
        return budget

    def belongs_to(self, forwarded_for: str) -> str:
        """Return the client that the request came from, and count this connection as its own."""
        client: str = self.server.client_at(self._peer, forwarded_for)
        if client != self.client:
            self.server.forget(self)
            self.client = client
            self.server.note(self)
        return client

    def service(self) -> None:
        """Answer the first request that was read."""
        super().service()
        self._waits_since, self._unsent_bytes = time.monotonic(), self.total_outbufs_len

    def waited_seconds(self, now: float) -> float:
        """Return for how long it has been waiting; a negative number while it does not."""
        return -1 if self.requests or self.will_close else now - self._waits_since

    def end_if_late(self, now: float) -> None:
        """Refuse a request that does not arrive, and close where an answer is not taken."""
        if self.requests:
            return
        if self.request and self.request.is_late(now):
            self._refuse(self.request)
        over = now - self._waits_since - PATIENCE_SECONDS
        sent_bytes = self._unsent_bytes - self.total_outbufs_len
        if self.will_close or (self.total_outbufs_len and sent_bytes < over * BYTES_PER_SECOND):
            self.handle_close()

    def _refuse(self, request: Request) -> None:
        with self.requests_lock:
            request.error, request.completed = TooSlow(""), True
            self.request = None
            self.requests.append(request)
            self.server.add_task(self)

    def handle_close(self) -> None:
        """Close, and forget what was read of a request."""
        if self.request:
            self.request.close()
        super().handle_close()

    def add_channel(self, map: Any = None) -> None:
        """Begin to be watched."""
        super().add_channel(map)
        self.server.note(self)

    def del_channel(self, map: Any = None) -> None:
        """End to be watched."""
        super().del_channel(map)
        self.server.forget(self)


class Server(TcpWSGIServer):  # type: ignore[misc]
    """Accepts connections; those of the greediest client end first."""

    channel_class = Connection

    def __init__(self, *args: Any, proxy_count: int, **kwargs: Any) -> None:
        self._proxy_count = proxy_count
        self._of: defaultdict[str, set[Connection]] = defaultdict(set)
        # A thread that answers may find that a connection has ended.
        self._counting = Lock()
        self._has_accepted = False
        super().__init__(*args, **kwargs)
        most_bytes = self.adj.max_request_body_size
        self.bodies = ByteBudget(BODIES_OF_ALL * most_bytes, BODIES_EACH * most_bytes)

    def client_at(self, peer: str, forwarded_for: str = "") -> str:
        """Return the address of a client; until its headers are read, that of the proxy."""
        environ = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": forwarded_for}
        return client_address(environ, self._proxy_count)

    def note(self, connection: Connection) -> None:
        """Count a connection as its client's, and make room where there are too many."""
        with self._counting:
            self._of[connection.client].add(connection)
            # A proxy in front is one client until the headers are read, whoever is behind it.
            if not self._proxy_count and len(self._of[connection.client]) > CONNECTIONS_EACH:
                self._end_one(connection.client, connection)
            elif len(self._map) > self.adj.connection_limit - CONNECTIONS_SPARE:
                self._end_one(max(self._of, key=lambda one: len(self._of[one])), connection)

    def forget(self, connection: Connection) -> None:
        """Count a connection no more. Safe to repeat."""
        with self._counting:
            self._of[connection.client].discard(connection)
            if not self._of[connection.client]:
                del self._of[connection.client]

    def accept(self) -> Any:
        """Accept one connection, or return None where none is left."""
        accepted = super().accept()
        self._has_accepted = accepted is not None
        return accepted

    def handle_accept(self) -> None:
        """Accept those who have called, but not so many that nobody else is heard."""
        for _ in range(ACCEPTED_AT_ONCE):
            super().handle_accept()
            if not self._has_accepted:
                return

    def maintenance(self, now: float) -> None:
        """Close connections that have been idle for long, and those that are late."""
        super().maintenance(now)
        for connection in list(self.active_channels.values()):
            connection.end_if_late(time.monotonic())

    def _end_one(self, client: str, except_for: Connection) -> None:
        now = time.monotonic()
        others = (one for one in self._of[client] if one is not except_for)
        longest = max(others, key=lambda one: one.waited_seconds(now), default=None)
        if longest and longest.waited_seconds(now) >= 0:
            # Closed in the next turn of the loop: its number must not be given away in this one.
            longest.will_close = True
            self._of[client].discard(longest)
