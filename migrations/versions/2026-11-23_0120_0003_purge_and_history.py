"""Purge and history: what was purged, what history forgot, what devices are called."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

REMEMBERED = sa.text("forgotten_at IS NULL")
PURGED = sa.text("purged_at IS NOT NULL")


def upgrade() -> None:
    op.add_column("record", sa.Column("purged_at", sa.String(32)))
    op.create_index(
        "ix_record_purged_at",
        "record",
        ["owner_id", "purged_at"],
        sqlite_where=PURGED,
        postgresql_where=PURGED,
    )
    op.add_column("device", sa.Column("label", sa.String(80)))
    op.add_column("revision", sa.Column("nth", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("revision", sa.Column("forgotten_at", sa.DateTime(timezone=True)))
    op.drop_index("ix_revision_owner_id", "revision")
    op.create_index(
        "ix_revision_owner_id",
        "revision",
        ["owner_id", "taken_at"],
        sqlite_where=REMEMBERED,
        postgresql_where=REMEMBERED,
    )


def downgrade() -> None:
    # What was forgotten has no value that the older code could read.
    op.execute("DELETE FROM revision WHERE forgotten_at IS NOT NULL")
    op.drop_index("ix_revision_owner_id", "revision")
    with op.batch_alter_table("revision") as revision_table:
        revision_table.drop_column("forgotten_at")
        revision_table.drop_column("nth")
    op.create_index("ix_revision_owner_id", "revision", ["owner_id", "taken_at"])
    with op.batch_alter_table("device") as device_table:
        device_table.drop_column("label")
    op.drop_index("ix_record_purged_at", "record")
    with op.batch_alter_table("record") as record_table:
        record_table.drop_column("purged_at")
