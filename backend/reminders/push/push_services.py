"""Which addresses may be called to send a push: known push services, nothing private (SSRF)."""

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from backend.errors import Code, Refusal

ENDPOINT_CHARACTERS = 2000
PLAIN = re.compile(r"[A-Za-z0-9:/?\[\]@!$&'()*+,;=._~%-]+")
PORTS = {"https": 443, "http": 80}
GLOBAL_UNICAST = IPv6Network("2000::/3")
# They carry an IPv4 address that somebody else would call in our name.
TUNNELS = (IPv6Network("2002::/16"), IPv6Network("2001::/32"))
NAT64 = IPv6Network("64:ff9b::/96")

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolve = Callable[[str, int], Sequence[str]]


class AddressForbidden(Exception):
    """An address that must not be called."""


def resolve(host: str, port: int) -> Sequence[str]:
    """Look up the addresses of a host.

    Raises:
        OSError: It has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[4][0]) for place in found))


@dataclass(frozen=True)
class PushServices:
    """The push services that may be called.

    Attributes:
        hosts: Host names such as fcm.googleapis.com or *.push.apple.com, called over HTTPS at
            port 443; or whole origins such as http://127.0.0.1:9000.
        networks: Networks that may be called although they are private.
        resolve: Looks up a host.
    """

    hosts: Sequence[str]
    networks: Sequence[Network] = ()
    resolve: Resolve = resolve

    def check(self, endpoint: str) -> None:
        """Check that an endpoint belongs to a known push service.

        Raises:
            Refusal: `endpoint_refused`.
        """
        if not self._is_known(endpoint):
            raise Refusal(Code.ENDPOINT_REFUSED, {"endpoint": Code.ENDPOINT_REFUSED})

    def addresses(self, host: str, port: int) -> Sequence[str]:
        """Look up a host once, and return the addresses at which it may be called.

        Raises:
            AddressForbidden: One of its addresses is not on the public internet.
        """
        found = self.resolve(host, port)
        if not found or not all(self._may_be_called(ip_address(one)) for one in found):
            raise AddressForbidden
        return found

    def _is_known(self, endpoint: str) -> bool:
        if len(endpoint) > ENDPOINT_CHARACTERS or not PLAIN.fullmatch(endpoint):
            return False
        try:
            origin = origin_of(endpoint)
        except ValueError:
            return False
        return any(_fits(host, origin) for host in self.hosts)

    def _may_be_called(self, address: Address) -> bool:
        return any(address in network for network in self.networks) or _is_public(address)


def read_networks(words: str) -> list[Network]:
    """Read a comma-separated list of networks.

    Raises:
        ValueError: One of them is invalid.
    """
    return [ip_network(word) for word in words.split(",") if word]


def origin_of(endpoint: str) -> str:
    """Return the origin of an endpoint; the port only where it isn't the default (RFC 6454).

    Raises:
        ValueError: It is no URL of a push service.
    """
    parts = urlsplit(endpoint)
    if parts.scheme not in PORTS or not parts.hostname or "@" in parts.netloc:
        raise ValueError(endpoint)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    is_usual = parts.port in (None, PORTS[parts.scheme])
    return f"{parts.scheme}://{host}" + ("" if is_usual else f":{parts.port}")


def _fits(allowed: str, origin: str) -> bool:
    if "://" in allowed:
        return origin == allowed
    if allowed.startswith("*."):
        return re.fullmatch(r"https://([a-z0-9-]+\.)+" + re.escape(allowed[2:]), origin) is not None
    return origin == f"https://{allowed}"


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return address.is_global and not (address.is_multicast or address.is_reserved)
    if address in NAT64:
        return _is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    if any(address in tunnel for tunnel in TUNNELS):
        return False
    return address in GLOBAL_UNICAST and address.is_global
