"""Starts the web server: waitress with our limits, as `python app.py` serves."""

import resource
from collections.abc import Set as AbstractSet
from typing import Any

from flask import Flask
from waitress.adjustments import Adjustments
from waitress.server import MultiSocketServer

from backend.config import Config
from backend.http.health import HEALTH_PATH
from backend.http.server.connections import Server
from backend.http.server.lanes import Lane, LaneDispatcher

# For rounds and all else: more than may wait for the database, so that reads go on.
THREADS = 16
EACH_AT_ONCE, EACH_AT_MOST = 4, 64
# Every open app holds a connection; those beyond the limit would wait without an answer.
CONNECTIONS_AT_MOST = 2000
FILES = CONNECTIONS_AT_MOST + 500
ALWAYS = {HEALTH_PATH, "/version"}


def listen(app: Flask, config: Config, held_paths: AbstractSet[str], held_at_most: int) -> Any:
    """Listen on the address of the settings, and return the server, which is to be run.

    Args:
        app: The app.
        config: Its settings.
        held_paths: Calls that each hold a thread for long.
        held_at_most: How many of those the app admits.

    Raises:
        OSError: The address is taken, or not ours.
    """
    _allow_files()
    quick = Lane(1, 1, EACH_AT_MOST)
    # One more, to refuse the one that is too many; the app itself says how many one may have.
    held = Lane(held_at_most + 1, 2 * (held_at_most + 1), EACH_AT_MOST)
    usual = Lane(THREADS, EACH_AT_ONCE, EACH_AT_MOST)

    def lane_of(path: str) -> Lane:
        return quick if path in ALWAYS else held if path in held_paths else usual

    adjustments = _adjustments(config)
    dispatcher = LaneDispatcher(lane_of, [quick, held, usual])
    watched: dict[int, Any] = {}
    servers = [
        Server(
            app,
            watched,
            dispatcher=dispatcher,
            adj=adjustments,
            sockinfo=address,
            proxy_count=config.proxy_count,
        )
        for address in adjustments.listen
    ]
    if len(servers) == 1:
        return servers[0]
    places = [(server.effective_host, server.effective_port) for server in servers]
    return MultiSocketServer(watched, adjustments, places, dispatcher)


def _adjustments(config: Config) -> Adjustments:
    most_bytes = 2 * config.body_bytes
    return Adjustments(
        host=config.host,
        port=config.port,
        connection_limit=CONNECTIONS_AT_MOST,
        cleanup_interval=1,
        # Else the system drops the calls of others while one client calls again and again.
        backlog=2 * CONNECTIONS_AT_MOST,
        # select() cannot watch that many.
        asyncore_use_poll=True,
        # Else it would not notice that an app which waits for news was closed.
        channel_request_lookahead=1,
        max_request_body_size=most_bytes,
        # In memory, within a budget: the disk for temporary files may be full.
        inbuf_overflow=most_bytes,
        outbuf_overflow=16 * 2**20,
        # A whole round comes in a few reads.
        recv_bytes=65_536,
        # Forwarded headers are believed or not in one place, by PROXY_COUNT.
        clear_untrusted_proxy_headers=False,
    )


def _allow_files() -> None:
    """Allow as many open files as connections, where the system lets us."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
