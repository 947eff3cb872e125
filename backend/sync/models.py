"""The tables of sync; plain tables, because rounds read and write them by the hundred."""

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
    text,
)

from backend.accounts.models import User
from backend.db import Model, UtcDateTime


def _owner() -> Column[str]:
    return Column("owner_id", String(36), ForeignKey(User.id, ondelete="CASCADE"), primary_key=True)


def _part_index(name: str, column: str, rows: str) -> Index:
    only = text(rows)
    return Index(name, "owner_id", column, sqlite_where=only, postgresql_where=only)


# One thing of one kind. `body`, `touches` and `kept` are JSON. A deleted record keeps its body, so
# that it can be restored; devices are sent none of it. A purged one keeps nothing for ever.
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
    Column("purged_at", String(32)),
    Index("ix_record_owner_id", "owner_id", "seq", unique=True),
    _part_index("ix_record_purged_at", "purged_at", "purged_at IS NOT NULL"),
)

# What a change wrote over, and what was sent where something else was stored; `nth` counts how
# often the field was written over. Of what history forgot, the newest row of each field stays
# without its values: it says that what a device saw before is not known any more.
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
    Column("taken_at", UtcDateTime, nullable=False),
    Column("nth", Integer, nullable=False, server_default="0"),
    Column("forgotten_at", UtcDateTime),
    _part_index("ix_revision_owner_id", "taken_at", "forgotten_at IS NULL"),
)

# A browser that sent something, called as its session; while it is known, its numbers are never
# taken twice.
devices = Table(
    "device",
    Model.metadata,
    _owner(),
    Column("id", String(36), primary_key=True),
    Column("last_number", BigInteger, nullable=False),
    Column("last_answered", BigInteger, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("label", String(80)),
)

# What came of the changes of one round, until their device has said that it knows: `answers` is
# JSON, a list. A row for each of them would cost as much as the records themselves.
answered_rounds = Table(
    "answered_round",
    Model.metadata,
    _owner(),
    Column("device_id", String(36), primary_key=True),
    Column("last_number", BigInteger, primary_key=True),
    Column("first_number", BigInteger, nullable=False),
    Column("answers", Text, nullable=False),
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
