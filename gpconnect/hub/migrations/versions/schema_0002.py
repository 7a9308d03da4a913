"""Mailboxes for joining, and how often a device named one that was not there."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds three tables; what was there stays as it was."""
    op.create_table(
        "mailbox",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("opener", sa.String(32), nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False, index=True),
        sa.Column("closed", sa.Boolean, nullable=False),
    )
    op.create_table(
        "letter",
        sa.Column("box", sa.String(32), primary_key=True),
        sa.Column("slot", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "guess",
        sa.Column("device", sa.String(32), primary_key=True),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
    )
