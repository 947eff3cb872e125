"""The tables of reminders: push subscriptions, due items, feeds, and each user's planning state."""

from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.accounts.models import Session, User
from backend.db import Model, UtcDateTime

# A promise has a push of its own; a settled one takes that push down; the batch is one a day, and
# late, theirs, nudge and recall are its lines. A nudge that was announced stays as nudged.
# A session has a push of its own too, a week before it ends.
What = Literal[
    "promise", "settled", "batch", "late", "theirs", "nudge", "recall", "nudged", "session"
]
UNSENT = text("sent_at IS NULL")


def _owner() -> Mapped[str]:
    return mapped_column(ForeignKey(User.id, ondelete="CASCADE"), primary_key=True)


class Subscription(Model):
    """Where one signed-in browser receives pushes; it is deleted with its session."""

    __tablename__ = "push_subscription"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey(User.id, ondelete="CASCADE"), index=True)
    session_id: Mapped[str] = mapped_column(ForeignKey(Session.id, ondelete="CASCADE"), unique=True)
    device_id: Mapped[str] = mapped_column(String(36))
    endpoint: Mapped[str] = mapped_column(Text)
    endpoint_hash: Mapped[str] = mapped_column(String(64), unique=True)
    p256dh: Mapped[str] = mapped_column(String(100))
    auth: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(100))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReminderState(Model):
    """The planning state of one user: their preferences, and the last change that was planned.

    `batch_on` is the local day of the latest batch. After a failure nobody plans before
    `held_until`.
    """

    __tablename__ = "reminded"

    owner_id: Mapped[str] = _owner()
    seen_seq: Mapped[int] = mapped_column(BigInteger)
    zone: Mapped[str] = mapped_column(String(200), default="UTC")
    hour: Mapped[str] = mapped_column(String(5), default="08:00")
    is_discreet: Mapped[bool] = mapped_column(default=True)
    by_mail: Mapped[bool] = mapped_column(default=False)
    batch_on: Mapped[str | None] = mapped_column(String(10))
    held_until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Due(Model):
    """Something to send, and afterwards the record that it was sent.

    Attributes:
        value: What it is sent for, once for each: a due date, the end of an event, a nudge's day.
        why: The reason of a nudge, or of the end of a session.
        held_until: Nobody takes it before then, while a worker sends it or after a failure.
        left: The channels that are left to send to, as JSON; null means all.
    """

    __tablename__ = "due"
    __table_args__ = (
        Index("ix_due_what", "what", "at", sqlite_where=UNSENT, postgresql_where=UNSENT),
    )

    owner_id: Mapped[str] = _owner()
    record_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    what: Mapped[What] = mapped_column(String(10), primary_key=True)
    value: Mapped[str] = mapped_column(String(36))
    why: Mapped[str] = mapped_column(String(10), default="", server_default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    held_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(default=0)
    left: Mapped[str | None] = mapped_column(Text)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class About(Model):
    """Which conversations and follow-ups are about a person, for the next nudge."""

    __tablename__ = "about"
    __table_args__ = (Index("ix_about_owner_id_record_id", "owner_id", "record_id"),)

    owner_id: Mapped[str] = _owner()
    person_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    record_id: Mapped[str] = mapped_column(String(36), primary_key=True)


class Feed(Model):
    """A calendar feed; of the token in its secret address only the SHA-256 is kept."""

    __tablename__ = "feed"

    owner_id: Mapped[str] = _owner()
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
