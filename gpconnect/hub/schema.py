"""The hub's tables: what it knows. Sealed bytes, opaque ids, and which device sent how much when; nothing about people.

Instants are whole microseconds since 1970 in UTC. An empty byte string or text means "none": one code path for both
engines reads easier without NULL.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    false,
    text,
)

METADATA = MetaData()

META = Table(
    "meta",
    METADATA,
    Column("name", String(32), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
"""The hub's own incarnation, signing key and the secret of its challenges."""

DEVICE = Table(
    "device",
    METADATA,
    Column("device", String(32), primary_key=True),
    Column("sign_key", LargeBinary, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("founder", Boolean, nullable=False, server_default=false()),
)
"""Devices that made themselves known. Being here gives access to nothing; a founder showed the operator's code, and may
found spaces."""

TOKEN = Table(
    "token",
    METADATA,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("challenge_hash", LargeBinary, nullable=False, unique=True),
    Column("device", String(32), nullable=False),
    Column("until", BigInteger, nullable=False, index=True),
)
"""Tokens by their hash, in the database so that several processes may serve one municipality."""

SPACE = Table(
    "space",
    METADATA,
    Column("space", String(128), primary_key=True),
    Column("founder", String(32), nullable=False, index=True),
    Column("epoch", LargeBinary, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("since", BigInteger, nullable=False),
)
"""Each space with the id and public key of its current epoch."""

HEAD = Table(
    "head",
    METADATA,
    Column("space", String(128), primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("keys", BigInteger, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("let_go", BigInteger, nullable=False, server_default=text("0")),
)
"""How far the order of a space is; its row is the lock under which places are given out."""

ENROLMENT = Table(
    "enrolment",
    METADATA,
    Column("space", String(128), primary_key=True),
    Column("device", String(32), primary_key=True, index=True),
    Column("capacity", String(16), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("left", BigInteger, nullable=False),
)
"""Which device is in which space, folded from the signed entries; `left` is 0 while it is in."""

PARCEL = Table(
    "parcel",
    METADATA,
    Column("space", String(128), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("device", String(32), nullable=False),
    Column("incarnation", LargeBinary, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("granted", LargeBinary, nullable=False),
    Column("code", String(64), nullable=False),
    Column("is_entry", Boolean, nullable=False),
    Column("starts_epoch", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    UniqueConstraint("space", "device", "incarnation", "number", name="parcel_once"),
    Index("parcel_traffic", "space", "device", "received_at"),
)
"""The order of each space. `granted` has a byte (0 or 1) per claim group; a refused parcel keeps hash and code only."""

CLAIM = Table(
    "claim",
    METADATA,
    Column("space", String(128), primary_key=True),
    Column("id", LargeBinary, primary_key=True),
    Column("token_hash", LargeBinary, nullable=False),
)
"""What is taken, by the hash of its holder's token."""

WRAPPED_KEY = Table(
    "wrapped_key",
    METADATA,
    Column("space", String(128), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("id", LargeBinary, nullable=False),
    Column("epoch", LargeBinary, nullable=False),
    Column("device", String(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
"""Dossier keys sealed under an epoch key, beside the parcels so that they can go without touching the order."""

MAILBOX = Table(
    "mailbox",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("opener", String(32), nullable=False),
    Column("until", BigInteger, nullable=False, index=True),
    Column("closed", Boolean, nullable=False),
)
"""Where two devices that share a one-time code leave each other letters, for a day; the id says nothing."""

LETTER = Table(
    "letter",
    METADATA,
    Column("box", String(32), primary_key=True),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)
"""What was left in a mailbox: opaque, and gone with it."""

GUESS = Table(
    "guess",
    METADATA,
    Column("device", String(32), primary_key=True),
    Column("since", BigInteger, nullable=False),
    Column("times", Integer, nullable=False),
)
"""How often a device named a mailbox that was not there, since the first time in its hour."""
HEALING = Table(
    "healing",
    METADATA,
    Column("space", String(128), primary_key=True),
    Column("device", String(32), primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("signer", String(32), nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("answers", LargeBinary, nullable=False, server_default=text("''")),
)
"""Of a hub that was put back from a copy: how far each device said that the order was. The row without a device says
that a space is healed, and up to where; it is signed when an admin said so."""

ENDING = Table(
    "ending",
    METADATA,
    Column("space", String(128), primary_key=True),
    Column("asked_at", BigInteger, nullable=False),
    Column("asked_by", String(32), nullable=False),
    Column("emptied_at", BigInteger, nullable=False),
    Column("emptied_by", String(32), nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
"""Spaces that an admin wants off the hub, and those that left it: `emptied_at` is 0 until then."""

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("device", String(32), nullable=False),
    Column("space", String(128), nullable=False),
    Column("code", String(64), nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
"""What a person should look into, such as one number used for two parcels."""
