"""The reason of a nudge gets a column of its own; it was packed into `value`, after the day."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("due", sa.Column("why", sa.String(10), nullable=False, server_default=""))
    op.execute(
        "UPDATE due SET why = substr(value, 12), value = substr(value, 1, 10)"
        " WHERE what IN ('nudge', 'nudged')"
    )


def downgrade() -> None:
    op.execute("UPDATE due SET value = value || ' ' || why WHERE why <> ''")
    with op.batch_alter_table("due") as due:
        due.drop_column("why")
