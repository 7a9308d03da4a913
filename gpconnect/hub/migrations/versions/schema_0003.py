"""What a hub that was put back from a copy keeps: who has told how far each space was, and what is healed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the table of healing."""
    op.create_table(
        "healing",
        sa.Column("space", sa.String(128), primary_key=True),
        sa.Column("device", sa.String(32), primary_key=True),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.Column("signer", sa.String(32), nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
