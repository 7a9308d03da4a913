"""Which lives an admin's word to go on answers, and how often a space let keys go."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Adds a column to the healing and one to the heads; a word of before answers no life, so it counts no more."""
    op.add_column("healing", sa.Column("answers", sa.LargeBinary, nullable=False, server_default=sa.text("''")))
    op.add_column("head", sa.Column("let_go", sa.BigInteger, nullable=False, server_default=sa.text("0")))
