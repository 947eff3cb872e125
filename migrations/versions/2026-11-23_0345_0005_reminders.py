"""Reminders: subscriptions, what is due, how far was looked, and calendar feeds."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
UNSENT = sa.text("sent_at IS NULL")


def upgrade() -> None:
    _make_ways_to_users()
    _make_what_is_due()


def _make_ways_to_users() -> None:
    op.create_table(
        "push_subscription",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("owner_id", sa.String(36), *_user(), nullable=False),
        sa.Column(
            "session_id",
            sa.String(36),
            sa.ForeignKey("session.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("device_id", sa.String(36), nullable=False),
        sa.Column("endpoint", sa.Text(), nullable=False),
        sa.Column("endpoint_hash", sa.String(64), nullable=False),
        sa.Column("p256dh", sa.String(100), nullable=False),
        sa.Column("auth", sa.String(40), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.UniqueConstraint("session_id"),
        sa.UniqueConstraint("endpoint_hash"),
    )
    op.create_index("ix_push_subscription_owner_id", "push_subscription", ["owner_id"])
    op.create_table(
        "feed",
        _owner(),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.UniqueConstraint("token_hash"),
    )


def _make_what_is_due() -> None:
    op.create_table(
        "reminded",
        _owner(),
        sa.Column("seen_seq", sa.BigInteger(), nullable=False),
        sa.Column("zone", sa.String(200), nullable=False),
        sa.Column("hour", sa.String(5), nullable=False),
        sa.Column("is_discreet", sa.Boolean(), nullable=False),
        sa.Column("by_mail", sa.Boolean(), nullable=False),
        sa.Column("batch_on", sa.String(10)),
        sa.Column("held_until", MOMENT),
    )
    op.create_table(
        "due",
        _owner(),
        sa.Column("record_id", sa.String(36), primary_key=True),
        sa.Column("what", sa.String(10), primary_key=True),
        sa.Column("value", sa.String(36), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("held_until", MOMENT),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("left", sa.Text()),
        sa.Column("sent_at", MOMENT),
    )
    op.create_index(
        "ix_due_what", "due", ["what", "at"], sqlite_where=UNSENT, postgresql_where=UNSENT
    )
    op.create_table(
        "about",
        _owner(),
        sa.Column("person_id", sa.String(36), primary_key=True),
        sa.Column("record_id", sa.String(36), primary_key=True),
    )
    op.create_index("ix_about_owner_id_record_id", "about", ["owner_id", "record_id"])


def downgrade() -> None:
    for table in ("feed", "about", "due", "reminded", "push_subscription"):
        op.drop_table(table)


def _owner() -> sa.Column[str]:
    return sa.Column("owner_id", sa.String(36), *_user(), primary_key=True)


def _user() -> list[sa.ForeignKey]:
    return [sa.ForeignKey("user.id", ondelete="CASCADE")]
