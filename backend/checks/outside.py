"""Checks of what the server calls: the mail server and the push services."""

import smtplib
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

from backend.config import config
from backend.reminders.mail import is_offered, open_mail_server
from backend.reminders.push.app_sender import push_sender
from backend.reminders.push.push_services import PORTS, AddressForbidden, PushServices

CONNECT_SECONDS = 5


def check_mail_server() -> Iterator[str]:
    """Yield why the mail server doesn't let us in; no mail is sent."""
    settings = config()
    if not is_offered():
        return
    place = f"{settings.smtp_host}:{settings.smtp_port}"
    try:
        with open_mail_server(settings) as server:
            server.noop()
    except smtplib.SMTPAuthenticationError:
        yield f"{place} refuses SMTP_USER and SMTP_PASSWORD."
    except (OSError, smtplib.SMTPException) as error:
        yield f"{place} can't be used: {getattr(error, 'strerror', None) or type(error).__name__}."


def check_push_services() -> Iterator[str]:
    """Yield which push service can't be reached; names with a * can't be looked up."""
    try:
        services = push_sender().services
    except (OSError, ValueError):
        # That is wrong with the keys.
        return
    for host in services.hosts:
        if "*" not in host:
            yield from _problems(services, host)


def _problems(services: PushServices, host: str) -> Iterator[str]:
    place = urlsplit(host if "://" in host else f"https://{host}")
    port = place.port or PORTS[place.scheme]
    try:
        [address, *_] = services.addresses(place.hostname or "", port)
        socket.create_connection((address, port), CONNECT_SECONDS).close()
    except AddressForbidden:
        yield f"{host} has a private address; PUSH_ADDRESSES can allow it."
    except socket.gaierror:
        yield f"{host} has no address."
    except OSError as error:
        yield f"{host} can't be reached: {error.strerror or type(error).__name__}."
