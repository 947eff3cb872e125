"""Attempts of any kind are counted, each kind within its window; earlier counts are dropped."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("failed_sign_in")
    _create("attempts", "ends_at")


def downgrade() -> None:
    op.drop_table("attempts")
    _create("failed_sign_in", "first_at")


def _create(name: str, moment: str) -> None:
    op.create_table(
        name,
        sa.Column("source_hash", sa.String(64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column(moment, sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("source_hash", name=f"pk_{name}"),
    )
