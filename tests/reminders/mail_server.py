"""A mail server that takes e-mails and shows them, or fails as it is told."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BufferedRWPair
from threading import Thread


class MailServer:
    """Takes one connection after the other (RFC 5321), without TLS and without asking who."""

    def __init__(self, ear: socket.socket) -> None:
        self._ear = ear
        self.port: int = ear.getsockname()[1]
        self.taken: list[tuple[str, EmailMessage]] = []
        self.is_broken = False

    def serve(self) -> None:
        """Take e-mails until the ear is closed."""
        while True:
            try:
                caller = self._ear.accept()[0]
            except OSError:
                return
            with caller, caller.makefile("rwb") as line:
                self._talk(line)

    def _talk(self, line: BufferedRWPair) -> None:
        to = ""
        self._say(line, "220 mail.test")
        while words := line.readline().decode().strip():
            verb = words[:4].upper()
            if verb == "RCPT":
                to = words.partition("<")[2].rstrip(">")
            if verb == "DATA":
                self._say(line, "354 go on")
                self.taken.append((to, self._read(line)))
            if verb == "QUIT":
                self._say(line, "221 bye")
                return
            self._say(line, "451 later" if self.is_broken and verb == "MAIL" else "250 ok")

    def _read(self, line: BufferedRWPair) -> EmailMessage:
        content = b""
        while (one := line.readline()) != b".\r\n":
            content += one
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        return message

    def _say(self, line: BufferedRWPair, words: str) -> None:
        line.write(f"{words}\r\n".encode())
        line.flush()


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a mail server on a free port of this machine."""
    with closing(socket.create_server(("127.0.0.1", 0))) as ear:
        server = MailServer(ear)
        running = Thread(target=server.serve)
        running.start()
        yield server
        ear.shutdown(socket.SHUT_RDWR)
    running.join()
