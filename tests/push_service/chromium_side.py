"""What Chromium speaks with its push service: it checks in, registers, and keeps a stream open.

Source: Chromium's google_apis/gcm (checkin, registration, mcs_client).
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from socket import SocketIO
from socketserver import BaseRequestHandler, ThreadingTCPServer
from ssl import SSLContext
from tempfile import TemporaryDirectory
from threading import Thread
from typing import BinaryIO

from flask import Flask, request
from flask.typing import ResponseReturnValue

from tests.push_service.certificate import certified
from tests.push_service.chromium_stream import (
    CLOSE,
    DATA,
    LOGIN,
    LOGIN_ANSWER,
    PING,
    PING_ANSWER,
    VERSION,
    logged_in,
    read_frame,
    stanza,
    write_frame,
)
from tests.push_service.encryption import from_base64url
from tests.push_service.protobuf import content, fixed64, number, read_exactly
from tests.push_service.push_service import PushService
from tests.push_service.rules import Message
from tests.push_service.web import serving

# Chrome's endpoints, and those of Chromium as Debian builds it.
ORIGINS = frozenset({"https://fcm.googleapis.com", "https://jmt17.google.com"})
FIRST_DEVICE = 4_100_000_000_000_000_001


class ChromiumSide:
    """Knows the Chromiums by the numbers that it gave them, and which of them are there now."""

    def __init__(self, service: PushService) -> None:
        self.switches: list[str] = []
        self._service = service
        self._numbers = count(FIRST_DEVICE)
        self._registered: dict[str, dict[str, str]] = {}
        self._here: dict[str, SocketIO] = {}

    @property
    def count_here(self) -> int:
        """Return how many Chromiums are connected."""
        return len(self._here)

    def check_in(self) -> bytes:
        """Return a new Chromium its number and its secret."""
        device = next(self._numbers)
        return number(1, 1) + fixed64(7, device) + fixed64(8, device + 1)

    def register(self, form: dict[str, str]) -> str:
        """Make the subscription that Chromium asks for, or end one."""
        worker = form.get("X-subtype")
        if not worker:
            # Parts of the browser register too, without a worker.
            return "token=of_no_worker"
        if form.get("delete") == "true":
            self._end(form["device"], worker)
            return f"token={worker}"
        key = from_base64url(form["sender"])
        token = self._service.subscribe(key, self._hand_over, ORIGINS).token
        known = {name: form[name] for name in ("device", "app", "sender")}
        self._registered[token] = {**known, "worker": worker}
        return f"token={token}"

    def hear(self, incoming: BinaryIO, outgoing: SocketIO) -> None:
        """Answer one Chromium for as long as its stream stays open."""
        device = ""
        with suppress(EOFError, OSError):
            read_exactly(incoming, len(VERSION))
            outgoing.write(VERSION)
            kind, message = read_frame(incoming)
            while kind != CLOSE:
                if kind == LOGIN:
                    device = self._let_in(message, outgoing)
                elif kind == PING:
                    write_frame(outgoing, PING_ANSWER, b"")
                kind, message = read_frame(incoming)
        if self._here.get(device) is outgoing:
            del self._here[device]

    def _let_in(self, login: bytes, outgoing: SocketIO) -> str:
        device, received = logged_in(login)
        for message_id in received:
            self._service.confirm(message_id)
        write_frame(outgoing, LOGIN_ANSWER, content(1, "chromium"))
        self._here[device] = outgoing
        mine = {token for token, one in self._registered.items() if one["device"] == device}
        self._service.hand_over_waiting(mine)
        return device

    def _end(self, device: str, worker: str) -> None:
        for token, one in self._registered.items():
            if (one["device"], one["worker"]) == (device, worker):
                self._service.end(token)

    def _hand_over(self, message: Message) -> bool:
        addressee = self._registered[message.token]
        outgoing = self._here.get(addressee["device"])
        if not outgoing:
            return False
        try:
            push = stanza(addressee, message.id, message.ttl_seconds, message.body)
            write_frame(outgoing, DATA, push)
        except OSError:
            return False
        return True


@contextmanager
def chromium_side(service: PushService) -> Iterator[ChromiumSide]:
    """Open what Chromiums call; `switches` tell a Chromium to call it."""
    side = ChromiumSide(service)
    with TemporaryDirectory() as folder, serving(_web_face(side)) as address:
        context, key_hash = certified(Path(folder))
        with _streaming(side, context) as port:
            side.switches = [
                f"--gcm-checkin-url={address}/checkin",
                f"--gcm-registration-url={address}/register",
                f"--gcm-mcs-endpoint=https://127.0.0.1:{port}",
                f"--ignore-certificate-errors-spki-list={key_hash}",
            ]
            yield side


def _web_face(side: ChromiumSide) -> Flask:
    app = Flask(__name__, static_folder=None)

    @app.post("/checkin")
    def check_in() -> ResponseReturnValue:
        return side.check_in(), {"Content-Type": "application/x-protobuffer"}

    @app.post("/register")
    def register() -> ResponseReturnValue:
        return side.register(request.form.to_dict())

    return app


@contextmanager
def _streaming(side: ChromiumSide, context: SSLContext) -> Iterator[int]:
    class Stream(BaseRequestHandler):
        def handle(self) -> None:
            # Chromium also opens connections that it leaves without a word.
            with (
                suppress(OSError),
                context.wrap_socket(self.request, server_side=True) as secured,
                secured.makefile("rb") as incoming,
                secured.makefile("wb", buffering=0) as outgoing,
            ):
                side.hear(incoming, outgoing)

    class Server(ThreadingTCPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Stream) as server:
        runner = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        runner.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            runner.join()
