"""Sync: records, their history, devices, answers, marks, and this server's epoch."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("record", "revision", "device", "answer", "mark", "server")


def upgrade() -> None:
    _create_record()
    _create_revision()
    _create(
        "device",
        ["id"],
        _key("id"),
        _number("last_number"),
        _number("last_answered"),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
    )
    _create(
        "answer",
        ["device_id", "number"],
        _key("device_id"),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        _text("result"),
    )
    _create(
        "mark",
        ["last_seq"],
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("mark", sa.String(22), nullable=False),
    )
    server = op.create_table(
        "server",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.String(36), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_server"),
    )
    op.bulk_insert(server, [{"id": 1, "epoch": str(uuid4())}])


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_record() -> None:
    _create(
        "record",
        ["id"],
        _key("id"),
        sa.Column("kind", sa.String(64), nullable=False),
        _number("seq"),
        _number("created_seq"),
        sa.Column("created_by", sa.String(36), nullable=False),
        _text("body"),
        _text("touches"),
        _text("kept"),
        sa.Column("deleted_at", sa.String(32)),
        sa.Column("due_at", sa.String(32)),
    )
    op.create_index("ix_record_owner_id", "record", ["owner_id", "seq"], unique=True)


def _create_revision() -> None:
    _create(
        "revision",
        ["record_id", "field", "seq"],
        _key("record_id"),
        sa.Column("field", sa.String(64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        _text("overwritten"),
        sa.Column("as_sent", sa.Boolean(), nullable=False),
        _text("sent"),
        sa.Column("device_id", sa.String(36), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_revision_owner_id", "revision", ["owner_id", "taken_at"])


def _create(table: str, keys: list[str], *columns: sa.Column) -> None:
    op.create_table(
        table,
        sa.Column("owner_id", sa.String(36), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("owner_id", *keys, name=f"pk_{table}"),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["user.id"], name=f"fk_{table}_owner_id", ondelete="CASCADE"
        ),
    )


def _key(name: str) -> sa.Column:
    return sa.Column(name, sa.String(36), nullable=False)


def _number(name: str) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)
