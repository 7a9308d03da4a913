"""What a hub keeps of a space that left it, and of one that is about to."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes the table of endings."""
    op.create_table(
        "ending",
        sa.Column("space", sa.String(128), primary_key=True),
        sa.Column("asked_at", sa.BigInteger, nullable=False),
        sa.Column("asked_by", sa.String(32), nullable=False),
        sa.Column("emptied_at", sa.BigInteger, nullable=False),
        sa.Column("emptied_by", sa.String(32), nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
