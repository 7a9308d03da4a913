"""What the person who runs a hub does: bring it up to date, copy it, and check that nobody touched it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from gpconnect.domain.errors import KnownError
from gpconnect.hub import database, identity
from gpconnect.hub.ledger import decide_groups
from gpconnect.hub.schema import CLAIM, DEVICE, GUESS, HEAD, LETTER, MAILBOX, META, METADATA, PARCEL, TOKEN
from gpconnect.sync import wire

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
ROWS = 500
_PASSING = (TOKEN, MAILBOX, LETTER, GUESS)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not add up: which space, at what place of its order, and what (a word)."""

    space: str
    seq: int
    code: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check looked at and what it found."""

    spaces: int
    parcels: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether everything adds up."""
        return not self.problems


@dataclass(slots=True)
class _Replay:
    """One space, gone through again from its first parcel."""

    space: str
    seq: int = 0
    head: bytes = wire.ZERO_HASH
    chains: dict[tuple[str, bytes], tuple[int, bytes]] = field(default_factory=dict)
    holders: dict[bytes, bytes | None] = field(default_factory=dict)


def migrate(engine: sa.Engine) -> None:
    """Makes or updates the tables. Start several hub processes on one PostgreSQL only after this was done once."""
    config = Config()
    # Alembic reads % as the start of a reference to another option.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with database.writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def backup(engine: sa.Engine, target: Path) -> None:
    """Copies one moment of a running hub, from either engine, into a folder that can be served or copied back.

    The copy is an encrypted file with a key of its own beside it; keep the two apart. It has another incarnation,
    because a hub that comes back from a backup has forgotten things: devices notice and bring what is missing.

    Args:
        engine: of the hub that is copied.
        target: a folder that does not exist yet or is empty.

    Raises:
        KnownError: ``hub.backup.target`` when there is something in the folder already.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise KnownError("hub.backup.target")
    copy = database.open_database(None, target)
    try:
        copy_hub(engine, copy)
    finally:
        copy.dispose()


def copy_hub(source: sa.Engine, target: sa.Engine) -> None:
    """Copies a hub into an empty database of either engine: that is how a backup returns to PostgreSQL.

    Tokens and what lives for a day (mailboxes) stay behind, and the copy gets an incarnation of its own.

    Raises:
        KnownError: ``hub.backup.target`` when the target holds a hub already.
    """
    migrate(target)
    with database.reading(source) as old, database.writing(target) as new:
        if new.execute(sa.select(META.c.name).limit(1)).first():
            raise KnownError("hub.backup.target")
        for table in METADATA.sorted_tables:
            if table not in _PASSING:
                _copy_table(old, new, table)
        fresh = sa.update(META).where(META.c.name == identity.INCARNATION)
        new.execute(fresh.values(value=identity.new_incarnation()))


def check(engine: sa.Engine) -> CheckReport:
    """Goes through every space from its first parcel: hashes, heads, signatures, chains, claims, places.

    Problems: ``place`` (missing or double), ``bytes`` (another hash than was given out), ``signature``, ``header``
    (filed under other names than it says), ``chain``, ``granted``, ``head``, ``claims``, ``end``.
    """
    with database.reading(engine) as connection:
        device_keys = {row.device: bytes(row.sign_key) for row in connection.execute(sa.select(DEVICE))}
        heads = connection.execute(sa.select(HEAD).order_by(HEAD.c.space)).all()
        problems: list[Problem] = []
        parcels = 0
        for head in heads:
            replay = _Replay(head.space)
            for row in _parcels(connection, head.space):
                parcels += 1
                problems.extend(Problem(head.space, row.seq, code) for code in _check_place(replay, row, device_keys))
            problems.extend(Problem(head.space, replay.seq, code) for code in _check_end(connection, replay, head))
    return CheckReport(len(heads), parcels, tuple(problems))


def _copy_table(old: sa.Connection, new: sa.Connection, table: sa.Table) -> None:
    with old.execution_options(yield_per=ROWS).execute(sa.select(table)) as rows:
        for part in rows.mappings().partitions():
            new.execute(sa.insert(table), [dict(row) for row in part])


def _parcels(connection: sa.Connection, space: str) -> Iterator[sa.Row[Any]]:
    query = sa.select(PARCEL).where(PARCEL.c.space == space).order_by(PARCEL.c.seq)
    with connection.execution_options(yield_per=ROWS).execute(query) as rows:
        yield from rows


def _check_place(replay: _Replay, row: sa.Row[Any], device_keys: dict[str, bytes]) -> Iterator[str]:
    """What is wrong at one place; then goes on from what stands there, so that one fault is one message."""
    digest = bytes(row.digest)
    if row.seq != replay.seq + 1:
        yield "place"
    if bytes(row.head) != wire.next_head(replay.head, row.seq, digest):
        yield "head"
    chain = (row.device, bytes(row.incarnation))
    number, before = replay.chains.get(chain, (0, wire.ZERO_HASH))
    if row.number != number + 1:
        yield "chain"
    if not row.code:
        yield from _check_parcel(replay, row, before, device_keys.get(row.device, b""))
    replay.seq, replay.head = row.seq, bytes(row.head)
    replay.chains[chain] = (row.number, digest)


def _check_parcel(replay: _Replay, row: sa.Row[Any], before: bytes, sign_key: bytes) -> Iterator[str]:
    data = bytes(row.envelope)
    if wire.parcel_hash(data) != bytes(row.digest):
        yield "bytes"
        return
    try:
        envelope, payload = wire.decode_envelope(data)
    except msgspec.DecodeError:
        yield "bytes"
        return
    header = payload.header
    if not wire.verify(sign_key, envelope.signature, wire.PARCEL_MAGIC + envelope.payload):
        yield "signature"
    filed = (row.space, row.device, bytes(row.incarnation), row.number)
    if filed != (header.space, header.device, header.incarnation, header.number):
        yield "header"
    if header.prev_hash != before:
        yield "chain"
    if bytes(decide_groups(header.claims, replay.holders)) != bytes(row.granted):
        yield "granted"


def _check_end(connection: sa.Connection, replay: _Replay, head: sa.Row[Any]) -> Iterator[str]:
    if (head.seq, bytes(head.head)) != (replay.seq, replay.head):
        yield "end"
    rows = connection.execute(sa.select(CLAIM.c.id, CLAIM.c.token_hash).where(CLAIM.c.space == replay.space))
    held = {bytes(row.id): bytes(row.token_hash) for row in rows}
    if held != {key: holder for key, holder in replay.holders.items() if holder is not None}:
        yield "claims"
