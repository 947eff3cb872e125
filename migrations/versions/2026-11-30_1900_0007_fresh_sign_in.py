"""Sessions know when their user last proved who they are.

Sessions from before hold null: their users are asked at the next risky call.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("session", sa.Column("confirmed_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    with op.batch_alter_table("session") as session:
        session.drop_column("confirmed_at")
