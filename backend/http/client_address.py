"""The address of a client, for everything that is counted per client."""

import re
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from wsgiref.types import WSGIEnvironment

from flask import request

from backend.config import config

UNKNOWN = "127.0.0.1"
NETWORK_BITS = 64
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
