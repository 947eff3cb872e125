"""What Firefox speaks with its push service: a socket on which it subscribes and is given messages.

Source: autopush's WebSocket protocol, as Firefox's own client implements it.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any
from uuid import uuid4

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve
from websockets.typing import Subprotocol

from tests.push_service.encryption import base64url, from_base64url
from tests.push_service.push_service import PushService
from tests.push_service.rules import Message

OUTCOMES = {100: "taken", 101: "damaged", 102: "not_shown"}


class FirefoxSide:
    """Knows the Firefoxes by the names that it gave them, and which of them are there now."""

    def __init__(self, service: PushService) -> None:
        self.address = ""
        self._service = service
        self._here: dict[str, ServerConnection] = {}
        self._channels: dict[str, dict[str, str]] = {}

    @property
    def count_here(self) -> int:
        """Return how many Firefoxes are connected."""
        return len(self._here)

    def hear(self, connection: ServerConnection) -> None:
        """Answer one Firefox for as long as it stays."""
        name = ""
        for frame in connection:
            said = json.loads(frame)
            if said.get("messageType") == "hello":
                name = self._greet(connection, said.get("uaid"))
            else:
                self._answer(connection, name, said)
        if self._here.get(name) is connection:
            del self._here[name]

    def _greet(self, connection: ServerConnection, known_as: str | None) -> str:
        name = known_as if known_as in self._channels else uuid4().hex
        channels = self._channels.setdefault(name, {})
        self._here[name] = connection
        _say(connection, "hello", uaid=name, status=200, use_webpush=True, broadcasts={})
        self._service.hand_over_waiting(set(channels.values()))
        return name

    def _answer(self, connection: ServerConnection, name: str, said: dict[str, Any]) -> None:
        match said.get("messageType"):
            case "register":
                endpoint = self._subscribe(name, said["channelID"], said.get("key", ""))
                _say(
                    connection,
                    "register",
                    status=200,
                    channelID=said["channelID"],
                    pushEndpoint=endpoint,
                )
            case "unregister":
                self._service.end(self._channels[name][said["channelID"]])
                _say(connection, "unregister", status=200, channelID=said["channelID"])
            case "ack":
                for update in said["updates"]:
                    self._service.confirm(update["version"], OUTCOMES[update["code"]])
            case "nack":
                self._service.confirm(said["version"], "damaged")
            case _:
                connection.send("{}")

    def _subscribe(self, name: str, channel: str, key: str) -> str:
        def hand_over(message: Message) -> bool:
            return self._hand_over(name, channel, message)

        token = self._service.subscribe(from_base64url(key), hand_over).token
        self._channels[name][channel] = token
        return f"{self._service.origin}/wpush/v2/{token}"

    def _hand_over(self, name: str, channel: str, message: Message) -> bool:
        connection = self._here.get(name)
        if not connection:
            return False
        content = base64url(message.body)
        encrypted = {"data": content, "headers": {"encoding": "aes128gcm"}} if content else {}
        try:
            _say(
                connection,
                "notification",
                channelID=channel,
                version=message.id,
                ttl=message.ttl_seconds,
                **encrypted,
            )
        except ConnectionClosed:
            return False
        return True


@contextmanager
def firefox_side(service: PushService) -> Iterator[FirefoxSide]:
    """Open the socket that Firefoxes connect to."""
    side = FirefoxSide(service)
    protocol = Subprotocol("push-notification")
    with serve(side.hear, "127.0.0.1", 0, subprotocols=[protocol]) as server:
        side.address = f"ws://127.0.0.1:{server.socket.getsockname()[1]}/"
        runner = Thread(target=server.serve_forever)
        runner.start()
        try:
            yield side
        finally:
            server.shutdown()
            runner.join()


def _say(connection: ServerConnection, what: str, **more: Any) -> None:
    connection.send(json.dumps({"messageType": what, **more}))
