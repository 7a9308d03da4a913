"""Which devices may found a space: they showed the operator's code."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Adds a column to the devices; what was founded before stays."""
    op.add_column("device", sa.Column("founder", sa.Boolean, nullable=False, server_default=sa.false()))
