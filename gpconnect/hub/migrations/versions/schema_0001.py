"""The first tables: spaces and their order, claims, devices, keys, membership and alarms."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes everything a hub needs to take its first parcel."""
    _devices()
    _spaces()
    _parcels()
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("device", sa.String(32), nullable=False),
        sa.Column("space", sa.String(128), nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
    )


def _devices() -> None:
    op.create_table(
        "meta",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "device",
        sa.Column("device", sa.String(32), primary_key=True),
        sa.Column("sign_key", sa.LargeBinary, nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "token",
        sa.Column("token_hash", sa.LargeBinary, primary_key=True),
        sa.Column("challenge_hash", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("device", sa.String(32), nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False, index=True),
    )


def _spaces() -> None:
    op.create_table(
        "space",
        sa.Column("space", sa.String(128), primary_key=True),
        sa.Column("founder", sa.String(32), nullable=False, index=True),
        sa.Column("epoch", sa.LargeBinary, nullable=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "head",
        sa.Column("space", sa.String(128), primary_key=True),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.Column("keys", sa.BigInteger, nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "enrolment",
        sa.Column("space", sa.String(128), primary_key=True),
        sa.Column("device", sa.String(32), primary_key=True, index=True),
        sa.Column("capacity", sa.String(16), nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("left", sa.BigInteger, nullable=False),
    )


def _parcels() -> None:
    op.create_table(
        "parcel",
        sa.Column("space", sa.String(128), primary_key=True),
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("device", sa.String(32), nullable=False),
        sa.Column("incarnation", sa.LargeBinary, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.Column("envelope", sa.LargeBinary, nullable=False),
        sa.Column("granted", sa.LargeBinary, nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("is_entry", sa.Boolean, nullable=False),
        sa.Column("starts_epoch", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("received_at", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("space", "device", "incarnation", "number", name="parcel_once"),
        sa.Index("parcel_traffic", "space", "device", "received_at"),
    )
    op.create_table(
        "claim",
        sa.Column("space", sa.String(128), primary_key=True),
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sa.Column("token_hash", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "wrapped_key",
        sa.Column("space", sa.String(128), primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("id", sa.LargeBinary, nullable=False),
        sa.Column("epoch", sa.LargeBinary, nullable=False),
        sa.Column("device", sa.String(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
