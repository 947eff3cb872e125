"""Answers by round: what came of all changes of one round stands in one row."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create(
        "answered_round",
        "last_number",
        sa.Column("last_number", sa.BigInteger(), nullable=False),
        sa.Column("first_number", sa.BigInteger(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
    )
    # The hash is made in another way now: where none is known, what comes again is believed.
    op.execute(
        "INSERT INTO answered_round "
        "(owner_id, device_id, last_number, first_number, answers) "
        "SELECT owner_id, device_id, number, number, "
        """'[{"content_hash": null, "result": ' || result || '}]' FROM answer"""
    )
    op.drop_table("answer")


def downgrade() -> None:
    answer = _create(
        "answer",
        "number",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
    )
    rounds = op.get_bind().execute(sa.text("SELECT * FROM answered_round")).mappings().all()
    rows = [
        {
            "owner_id": row["owner_id"],
            "device_id": row["device_id"],
            "number": given["result"]["number"],
            "content_hash": "",
            "result": json.dumps(given["result"]),
        }
        for row in rounds
        for given in json.loads(row["answers"])
    ]
    op.bulk_insert(answer, rows)
    op.drop_table("answered_round")


def _create(table: str, number: str, *columns: sa.Column) -> sa.Table:
    return op.create_table(
        table,
        sa.Column("owner_id", sa.String(36), nullable=False),
        sa.Column("device_id", sa.String(36), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("owner_id", "device_id", number, name=f"pk_{table}"),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["user.id"], name=f"fk_{table}_owner_id", ondelete="CASCADE"
        ),
    )
