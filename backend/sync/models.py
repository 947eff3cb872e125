"""The tables of sync. Rounds read and write them by the hundred, so they are plain tables."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from backend.accounts.models import User
from backend.db import Model, Moment


def _owner() -> Column[str]:
    return Column("owner_id", String(36), ForeignKey(User.id, ondelete="CASCADE"), primary_key=True)


# One thing of one kind. `body`, `touches` and `kept` are JSON. A deleted record keeps its body, so
# that it can be restored; devices are sent none of it.
records = Table(
    "record",
    Model.metadata,
    _owner(),
    Column("id", String(36), primary_key=True),
    Column("kind", String(64), nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("created_seq", BigInteger, nullable=False),
    Column("created_by", String(36), nullable=False),
    Column("body", Text, nullable=False),
    Column("touches", Text, nullable=False),
    Column("kept", Text, nullable=False),
    Column("deleted_at", String(32)),
    Column("due_at", String(32)),
    Index("ix_record_owner_id", "owner_id", "seq", unique=True),
)

# What a change wrote over, and what was sent where something else was stored. Kept for 400 days.
revisions = Table(
    "revision",
    Model.metadata,
    _owner(),
    Column("record_id", String(36), primary_key=True),
    Column("field", String(64), primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("overwritten", Text, nullable=False),
    Column("as_sent", Boolean, nullable=False),
    Column("sent", Text, nullable=False),
    Column("device_id", String(36), nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("taken_at", Moment, nullable=False),
    Index("ix_revision_owner_id", "owner_id", "taken_at"),
)

# A browser that sent something; its numbers are never taken twice.
devices = Table(
    "device",
    Model.metadata,
    _owner(),
    Column("id", String(36), primary_key=True),
    Column("last_number", BigInteger, nullable=False),
    Column("last_answered", BigInteger, nullable=False),
    Column("seen_at", Moment, nullable=False),
)

# What came of each change, until its device has said that it knows.
answers = Table(
    "answer",
    Model.metadata,
    _owner(),
    Column("device_id", String(36), primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("content_hash", String(64), nullable=False),
    Column("result", Text, nullable=False),
)

# A random word for each round that took seqs: two histories with the same seqs differ in it.
marks = Table(
    "mark",
    Model.metadata,
    _owner(),
    Column("last_seq", BigInteger, primary_key=True),
    Column("mark", String(22), nullable=False),
)

# One row: the name of this database's history, made with it and made anew by every restore.
servers = Table(
    "server",
    Model.metadata,
    Column("id", Integer, primary_key=True),
    Column("epoch", String(36), nullable=False),
)
