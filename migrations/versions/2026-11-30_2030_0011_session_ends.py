"""A look notes that a session is about to end, so that it ends by two moments."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; no session is about to end before the first look."""
    op.add_column("session", sa.Column("end_found_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """Drop the column: sessions then end by their last use alone."""
    with op.batch_alter_table("session") as session:
        session.drop_column("end_found_at")
