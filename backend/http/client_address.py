"""The address of a client, for everything that is counted per client."""

import re
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from wsgiref.types import WSGIEnvironment

from flask import request

from backend.config import config

UNKNOWN = "127.0.0.1"
NETWORK_BITS = 64
ADDED_BY_PROXIES = (
    *("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP"),
    *(f"HTTP_X_FORWARDED_{what}" for what in ("FOR", "HOST", "PROTO", "PORT", "SERVER")),
)
# As some proxies write it: 203.0.113.9:4711, [2001:db8::1]:4711 or [2001:db8::1].
WITH_PORT = re.compile(r"\[([^\]]*)\](?::\d*)?|([^:]*):\d*")


def client_address(environ: WSGIEnvironment, proxy_count: int) -> str:
    """Return the address of the client that makes a call, in one spelling.

    An IPv6 address is returned as its network of 64 bits, because one household has all of them.
    An IPv4 address within IPv6 (`::ffff:a.b.c.d`) is returned as IPv4. What a proxy forwards and
    is no address counts as the proxy's own.

    Args:
        environ: The WSGI environment, in which `REMOTE_ADDR` is who has opened the connection.
        proxy_count: How many reverse proxies stand in front, each of which adds an entry to
            `X-Forwarded-For`.
    """
    forwarded = environ.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < proxy_count <= len(forwarded):
        with suppress(ValueError):
            return _spelled(forwarded[-proxy_count])
    with suppress(ValueError):
        return _spelled(environ.get("REMOTE_ADDR", ""))
    return UNKNOWN


def this_client() -> str:
    """Return the address of the client that makes the current request."""
    return client_address(request.environ, config().proxy_count)


def is_forwarded(environ: WSGIEnvironment) -> bool:
    """Check whether a call says that it came through a proxy."""
    return any(header in environ for header in ADDED_BY_PROXIES)


def is_on_this_machine(environ: WSGIEnvironment) -> bool:
    """Check whether the client itself runs on this machine, or comes through a tunnel to it.

    Behind a proxy on this machine everybody seems to; most proxies add a header that says so.
    """
    if is_forwarded(environ):
        return False
    with suppress(ValueError):
        return ip_address(environ.get("REMOTE_ADDR", "")).is_loopback
    return False


def _spelled(written: str) -> str:
    ip = _parsed(written.strip())
    if isinstance(ip, IPv4Address):
        return str(ip)
    if ip.ipv4_mapped:
        return str(ip.ipv4_mapped)
    # As a number, because an address may name an interface, which a network can't.
    return str(IPv6Network((int(ip), NETWORK_BITS), strict=False))


def _parsed(written: str) -> IPv4Address | IPv6Address:
    with_port = WITH_PORT.fullmatch(written)
    return ip_address(next(filter(None, with_port.groups()), "") if with_port else written)
