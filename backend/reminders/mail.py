"""The daily e-mail: who gets it, and sending it over the configured mail server."""

import logging
import smtplib
import ssl
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage

from sqlalchemy import select

from backend.accounts.models import User
from backend.config import Config, config
from backend.db import db
from backend.reminders.channel import Address, Message, Outcome, Send, SendingChannel
from backend.reminders.models import ReminderState
from backend.reminders.notification_texts import mail_text

MAIL = "mail"
SUBJECT = "Earshot: today"
AGAIN_SECONDS = 900
TIMEOUT_SECONDS = 10

log = logging.getLogger("earshot.reminders")


@dataclass(frozen=True)
class Mail:
    """An e-mail in plain text."""

    to: str
    subject: str
    text: str


class MailChannel(SendingChannel):
    """Sends the daily batch to users who chose the e-mail."""

    lists_promises = True

    def can_reach(self, user: ReminderState) -> bool:
        """Check whether a user gets the daily e-mail."""
        return user.by_mail and is_offered()

    def addresses(self, users: Mapping[str, ReminderState]) -> Iterable[Address]:
        """Return the e-mail addresses of those who get it."""
        mailed = {owner_id for owner_id, user in users.items() if self.can_reach(user)}
        emails = select(User.id, User.email).where(User.id.in_(mailed))
        found = db.session.execute(emails) if mailed else ()
        return [Address(MAIL, owner_id, email) for owner_id, email in found]

    def takes(self, _address: Address, message: Message) -> bool:
        """Check whether this is a batch with anything in it."""
        return bool(message.lines)

    def open(self) -> Send:
        """Return a function that sends one e-mail, once."""
        settings = config()
        return lambda address, message: _send(settings, address.target, message)


def _send(settings: Config, to: str, message: Message) -> Outcome:
    text = mail_text(message.lines, is_discreet=message.is_discreet)
    is_taken = send_mail(settings, Mail(to, SUBJECT, text))
    return Outcome("taken") if is_taken else Outcome("later", AGAIN_SECONDS)


def is_offered() -> bool:
    """Check whether this server can send e-mails."""
    return bool(config().smtp_host and config().smtp_from)


def send_mail(settings: Config, mail: Mail) -> bool:
    """Send an e-mail, and return whether the mail server accepted it."""
    message = EmailMessage()
    message["From"], message["To"] = settings.smtp_from, mail.to
    message["Subject"], message["Auto-Submitted"] = mail.subject, "auto-generated"
    message.set_content(mail.text)
    is_taken = False
    try:
        with open_mail_server(settings) as server:
            server.send_message(message)
            is_taken = True
    except (OSError, smtplib.SMTPException) as error:
        if not is_taken:
            _log_error(error)
    return is_taken


@contextmanager
def open_mail_server(settings: Config) -> Iterator[smtplib.SMTP]:
    """Connect to the mail server, encrypted and signed in as the settings say.

    Raises:
        OSError: It can't be reached.
        smtplib.SMTPException: It refuses.
    """
    with _connect(settings) as server:
        if settings.smtp_security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if settings.smtp_user:
            server.login(settings.smtp_user, settings.smtp_password)
        yield server


def _connect(settings: Config) -> smtplib.SMTP:
    place = (settings.smtp_host, settings.smtp_port)
    if settings.smtp_security == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(*place, timeout=TIMEOUT_SECONDS, context=context)
    return smtplib.SMTP(*place, timeout=TIMEOUT_SECONDS)


def _log_error(error: Exception) -> None:
    # Its message may quote the address.
    log.error("the mail server did not take an e-mail: %s", type(error).__name__)
