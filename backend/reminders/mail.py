"""The daily e-mail: who gets it, and sending it over the configured mail server."""

import logging
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage

from backend.config import Config, config
from backend.reminders.models import Reminded

TIMEOUT_SECONDS = 10

log = logging.getLogger("earshot.reminders")


@dataclass(frozen=True)
class Mail:
    """An e-mail in plain text."""

    to: str
    subject: str
    text: str


def is_mailed(user: Reminded) -> bool:
    """Check whether this user gets the daily e-mail."""
    return user.by_mail and is_offered()


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
        with _connect(settings) as server:
            if settings.smtp_security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_password)
            server.send_message(message)
            is_taken = True
    except (OSError, smtplib.SMTPException) as error:
        if not is_taken:
            _alarm(error)
    return is_taken


def _connect(settings: Config) -> smtplib.SMTP:
    place = (settings.smtp_host, settings.smtp_port)
    if settings.smtp_security == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(*place, timeout=TIMEOUT_SECONDS, context=context)
    return smtplib.SMTP(*place, timeout=TIMEOUT_SECONDS)


def _alarm(error: Exception) -> None:
    # Its message may quote the address.
    log.error("the mail server did not take an e-mail: %s", type(error).__name__)
