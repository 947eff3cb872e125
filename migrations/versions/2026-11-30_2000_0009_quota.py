"""Quota: what each account stores, as sums beside its head."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

SUMS = ("live_bytes", "deleted_bytes", "live_records", "deleted_records")
ROW_BYTES = 200


def upgrade() -> None:
    for name in SUMS:
        op.add_column("user", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    size = "OCTET_LENGTH({})" if is_postgresql else "LENGTH(CAST({} AS BLOB))"
    record = f"{ROW_BYTES} + {size.format('body')} + {size.format('kept')}"
    revision = f"{ROW_BYTES} + {size.format('overwritten')} + {size.format('sent')}"
    mine = 'owner_id = "user".id'
    live = f"FROM record WHERE {mine} AND purged_at IS NULL AND deleted_at IS NULL"
    deleted = f"FROM record WHERE {mine} AND purged_at IS NULL AND deleted_at IS NOT NULL"
    history = f"FROM revision WHERE {mine} AND forgotten_at IS NULL"
    op.execute(
        f'UPDATE "user" SET live_bytes = (SELECT COALESCE(SUM({record}), 0) {live})'  # noqa: S608
        f" + (SELECT COALESCE(SUM({revision}), 0) {history}),"
        f" deleted_bytes = (SELECT COALESCE(SUM({record}), 0) {deleted}),"
        f" live_records = (SELECT COUNT(*) {live}), deleted_records = (SELECT COUNT(*) {deleted})"
    )


def downgrade() -> None:
    # Not by a copy of the table: dropping the old one would delete all that belongs to its users.
    for name in SUMS:
        op.drop_column("user", name)
