"""The tables of accounts: users, their sessions, invites, and counted attempts."""

from datetime import datetime
from typing import ClassVar, cast

from flask_login import current_user
from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, UtcDateTime


class User(Model):
    """One account; `head_seq` is the number of the newest change that its devices sent.

    The four sums say what it stores, counted as docs/data.md says.
    """

    __tablename__ = "user"
    is_authenticated: ClassVar = True

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    head_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    live_bytes: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    deleted_bytes: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    live_records: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    deleted_records: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")


class Session(Model):
    """One signed-in browser; of the token in its cookie only the SHA-256 is kept.

    At `confirmed_at` its user last proved who they are; null where that was not recorded. At
    `end_found_at` a look found that it is about to end by itself.
    """

    __tablename__ = "session"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[str] = mapped_column(ForeignKey(User.id, ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    end_found_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Erasure(Model):
    """An account that is to be erased, or that is being erased since `final_at`.

    `days_count` of days have passed since it was asked for, the last one at `counted_at`.
    """

    __tablename__ = "erasure"

    user_id: Mapped[str] = mapped_column(ForeignKey(User.id, ondelete="CASCADE"), primary_key=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    days_count: Mapped[int] = mapped_column(default=0)
    counted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    final_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ErasedSession(Model):
    """A session that ended because its account is to be erased; it outlives the account.

    Its device has the token and nobody else, so only that device is told.
    """

    __tablename__ = "erased_session"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[str] = mapped_column(String(36), index=True)


class Invite(Model):
    """A code with which one person can sign up, once."""

    __tablename__ = "invite"

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Attempts(Model):
    """How often one source, as a hash, tried one thing within a window that ends at `ends_at`."""

    __tablename__ = "attempts"

    source_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    count: Mapped[int]
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)


def signed_in_user() -> User:
    """Return the user of this request's session; to be called where a session is required."""
    return cast(User, current_user._get_current_object())
