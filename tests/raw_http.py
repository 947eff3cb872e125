"""Clients below HTTP: they send what no library would, from whichever address of this machine."""

import json
import socket
from typing import Any, NamedTuple
from urllib.parse import urlsplit

PATIENCE_SECONDS = 30


class RawAnswer(NamedTuple):
    """An answer as it came."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


class RawClient:
    """One connection to a server; every address 127.x.y.z of this machine is another client."""

    def __init__(self, address: str, source: str = "127.0.0.1") -> None:
        place = urlsplit(address)
        assert place.hostname and place.port
        self._socket = socket.create_connection(
            (place.hostname, place.port), PATIENCE_SECONDS, source_address=(source, 0)
        )
        self._host = place.netloc

    def send(self, content: bytes) -> None:
        """Send bytes as they are."""
        self._socket.sendall(content)

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> None:
        """Send a whole request; its answer is read later."""
        content = b"" if body is None else json.dumps(body).encode()
        usual = {"Host": self._host, "Sec-Fetch-Site": "same-origin"}
        if content:
            usual |= {"Content-Type": "application/json", "Content-Length": str(len(content))}
        lines = [f"{name.replace('_', '-')}: {value}" for name, value in (usual | headers).items()]
        self.send("\r\n".join([f"{method} {path} HTTP/1.1", *lines, "", ""]).encode() + content)

    def read(self) -> list[RawAnswer]:
        """Return all answers, until the server closes the connection."""
        read = b""
        try:
            while part := self._socket.recv(65_536):
                read += part
        except ConnectionResetError:
            # The server closed while more was on its way to it.
            pass
        answers = []
        while read:
            answer, read = _parse(read)
            answers.append(answer)
        return answers

    def is_ended(self) -> bool:
        """Check whether the server has closed the connection without an answer."""
        self._socket.setblocking(False)
        try:
            return self._socket.recv(1) == b""
        except BlockingIOError:
            return False
        except ConnectionResetError:
            return True
        finally:
            self._socket.settimeout(PATIENCE_SECONDS)

    def close(self) -> None:
        """Go away."""
        self._socket.close()


def answer_to(
    address: str, path: str, *, source: str = "127.0.0.1", method: str = "GET", body: Any = None
) -> RawAnswer:
    """Ask once, over a connection that ends with the answer."""
    client = RawClient(address, source)
    client.ask(method, path, body, Connection="close")
    [answer] = client.read()
    client.close()
    return answer


def _parse(read: bytes) -> tuple[RawAnswer, bytes]:
    head, _, rest = read.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    length = int(headers.get("Content-Length", len(rest)))
    return RawAnswer(int(first.split()[1]), headers, rest[:length]), rest[length:]
