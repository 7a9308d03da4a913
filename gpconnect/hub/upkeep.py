"""What the person who runs a hub does: bring it up to date, copy it, and check that nobody touched it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from gpconnect.domain.errors import KnownError
from gpconnect.hub import database, founders, identity, mailbox
from gpconnect.hub.doors import micros
from gpconnect.hub.ledger import decide_groups
from gpconnect.hub.schema import (
    CLAIM,
    DEVICE,
    ENROLMENT,
    GUESS,
    HEAD,
    HEALING,
    LETTER,
    MAILBOX,
    META,
    METADATA,
    PARCEL,
    SPACE,
    TOKEN,
    WRAPPED_KEY,
)
from gpconnect.sync import wire

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
COPY = "copy"
ROWS = 500
_PASSING = (TOKEN, MAILBOX, LETTER, GUESS, HEALING)
_MIGRATING = 0x6770636F6E6E  # any number, as long as every process of a hub takes the same lock


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
    """One space, gone through again from its first parcel.

    Attributes:
        keys: what devices sign with, as the entries that let them in say; a hub that was put back may have forgotten
            them, and a device that does not come again makes nobody known.
        unowned: hashes of refused parcels that came back after a restore without anybody knowing whose they were.
    """

    space: str
    seq: int = 0
    head: bytes = wire.ZERO_HASH
    chains: dict[tuple[str, bytes], tuple[int, bytes]] = field(default_factory=dict)
    keys: dict[str, bytes] = field(default_factory=dict)
    unowned: set[bytes] = field(default_factory=set)
    holders: dict[bytes, bytes | None] = field(default_factory=dict)
    members: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    epoch: tuple[bytes, bytes] = b"", b""
    size: int = 0


def migrate(engine: sa.Engine) -> None:
    """Makes or updates the tables: all of it or nothing. Several processes may start at once; one does it.

    Raises:
        KnownError: ``hub.database.newer`` when a newer program has been here; nothing changes then.
    """
    config = _alembic()
    with database.writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATING)))
        _refuse_newer(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def require_current(engine: sa.Engine) -> None:
    """Sees that the tables are those of this program; changes nothing.

    Raises:
        KnownError: ``hub.database.newer``, ``hub.database.older`` (also when there are none).
    """
    with database.reading(engine) as connection:
        _refuse_newer(connection)
        if _versions(connection) != set(ScriptDirectory.from_config(_alembic()).get_heads()):
            raise KnownError("hub.database.older")


def require_original(engine: sa.Engine) -> None:
    """Sees that this is not a backup: each time one is put back, that must get a name of its own.

    Raises:
        KnownError: ``hub.database.copy``.
    """
    if _is_copy(engine):
        raise KnownError("hub.database.copy")


def backup(engine: sa.Engine, target: Path) -> None:
    """Copies one moment of a running hub, from either engine, into a folder that `restore` can put back.

    The copy is an encrypted file with a key of its own beside it; keep the two apart. It is marked as a copy and not
    served as it is: who puts the same backup back twice would have two hubs with one name.

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
        with database.writing(copy) as connection:
            connection.execute(sa.insert(META).values(name=COPY, value=b"1"))
    finally:
        copy.dispose()


def restore(source: Path, engine: sa.Engine) -> None:
    """Puts a backup back into an empty database of either engine. The backup stays as it is.

    The hub that comes back has another incarnation than any before: it has forgotten things, devices notice and
    bring what is missing.

    Args:
        source: folder that `backup` made.
        engine: of the empty database.

    Raises:
        KnownError: ``hub.backup.source`` when there is no whole backup in the folder, ``hub.backup.target`` when the
            database holds a hub already, ``hub.database.…``.
    """
    if not (source / database.FILE).is_file() or not (source / database.KEY_FILE).is_file():
        raise KnownError("hub.backup.source")
    copy = database.open_database(None, source)
    try:
        require_current(copy)
        if not _is_copy(copy):
            raise KnownError("hub.backup.source")  # begun and never finished: it may hold nothing at all
        copy_hub(copy, engine)
    finally:
        copy.dispose()


def renew(engine: sa.Engine) -> None:
    """Gives a hub another incarnation: after its database was put back by other means than `restore`."""
    with database.writing(engine) as connection:
        _begin_another_life(connection)


def sweep(engine: sa.Engine, now: datetime) -> None:
    """Deletes tokens that ended, mailboxes of more than a day ago with what was in them, and devices of nowhere."""
    with database.writing(engine) as connection:
        connection.execute(sa.delete(TOKEN).where(TOKEN.c.until < micros(now)))
        mailbox.sweep(connection, now)
        founders.sweep(connection, now)


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
        new.execute(sa.delete(META).where(META.c.name == COPY))
        _begin_another_life(new)


def _begin_another_life(connection: sa.Connection) -> None:
    """The copy is another hub to the devices, and knows that it may have forgotten something.

    Also that a code to found with was withdrawn since: the one that it knows is good no more.
    """
    founders.withdraw(connection)
    life = sa.select(META.c.value).where(META.c.name == identity.INCARNATION)
    before = connection.execute(life).scalar()
    if before is None:
        return
    connection.execute(sa.delete(META).where(META.c.name == identity.RESTORED))
    connection.execute(sa.insert(META).values(name=identity.RESTORED, value=before))
    fresh = sa.update(META).where(META.c.name == identity.INCARNATION)
    connection.execute(fresh.values(value=identity.new_incarnation()))


def check(engine: sa.Engine) -> CheckReport:
    """Goes through every space from its first parcel: hashes, heads, signatures, chains, claims, places, members.

    Problems: ``place`` (missing or double), ``bytes`` (another hash than was given out), ``signature``, ``header``
    (filed under other names than it says), ``chain``, ``granted``, ``head``, ``claims``, ``members`` (who the hub
    lets in is not who the admins signed), ``epoch``, ``keys`` (a wrapped key that its device did not sign), ``size``
    (what counts for the quota), ``end``; ``device`` (seq 0, space empty) when a device's key is not its own.
    """
    with database.reading(engine) as connection:
        device_keys = {row.device: bytes(row.sign_key) for row in connection.execute(sa.select(DEVICE))}
        heads = connection.execute(sa.select(HEAD).order_by(HEAD.c.space)).all()
        swapped = [name for name, key in device_keys.items() if name != wire.device_id(key)]
        problems = [Problem("", 0, "device") for _ in swapped]
        parcels = 0
        for head in heads:
            replay = _Replay(head.space)
            for row in _parcels(connection, head.space):
                parcels += 1
                problems.extend(Problem(head.space, row.seq, code) for code in _check_place(replay, row, device_keys))
            problems.extend(Problem(head.space, replay.seq, code) for code in _check_end(connection, replay, head))
            problems.extend(Problem(head.space, seq, "keys") for seq in _bad_keys(connection, head, device_keys))
    return CheckReport(len(heads), parcels, tuple(problems))


def _alembic() -> Config:
    config = Config()
    # Alembic reads % as the start of a reference to another option.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _is_copy(engine: sa.Engine) -> bool:
    with database.reading(engine) as connection:
        return connection.execute(sa.select(META.c.name).where(META.c.name == COPY)).first() is not None


def _versions(connection: sa.Connection) -> set[str]:
    return set(MigrationContext.configure(connection).get_current_heads())


def _refuse_newer(connection: sa.Connection) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_alembic()).walk_revisions()}
    if not _versions(connection) <= known:
        raise KnownError("hub.database.newer")


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
    if bytes(row.head) != wire.next_head(replay.head, row.seq, digest, row.code):
        yield "head"
    replay.seq, replay.head = row.seq, bytes(row.head)
    if not row.device:
        replay.unowned.add(digest)
        return
    chain = (row.device, bytes(row.incarnation))
    number, before = replay.chains.get(chain, (0, wire.ZERO_HASH))
    if row.number != number + 1 and not (row.number > number and replay.unowned):
        yield "chain"
    if not row.code:
        yield from _check_parcel(replay, row, before, device_keys.get(row.device, b""))
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
    added = header.entry.add if header.entry else ()
    replay.keys |= {one.device: one.sign_key for one in added if one.device == wire.device_id(one.sign_key)}
    known = sign_key or replay.keys.get(row.device, b"")
    if not wire.verify(known, envelope.signature, wire.PARCEL_MAGIC + envelope.payload):
        yield "signature"
    starts = header.entry.epoch.key_id if header.entry and header.entry.epoch else b""
    said = (header.space, header.device, header.incarnation, header.number, header.entry is not None, starts)
    filed = (row.space, row.device, bytes(row.incarnation), row.number, row.is_entry, bytes(row.starts_epoch))
    if filed != said:
        yield "header"
    if header.prev_hash not in {before, *replay.unowned}:
        yield "chain"
    if bytes(decide_groups(header.claims, replay.holders)) != bytes(row.granted):
        yield "granted"
    if header.entry is not None:
        _follow(replay, header.entry, row.seq)
    replay.size += row.size


def _follow(replay: _Replay, entry: wire.Entry, seq: int) -> None:
    """Who belongs after this entry, with the place at which each came and left."""
    for removal in entry.remove:
        capacity, since, _ = replay.members.get(removal.device, ("", 0, 0))
        replay.members[removal.device] = (capacity, since, seq)
    replay.members.update({member.device: (member.capacity, seq, 0) for member in entry.add})
    if entry.epoch is not None:
        replay.epoch = entry.epoch.key_id, entry.epoch.public_key


def _check_end(connection: sa.Connection, replay: _Replay, head: sa.Row[Any]) -> Iterator[str]:
    if (head.seq, bytes(head.head)) != (replay.seq, replay.head):
        yield "end"
    rows = connection.execute(sa.select(CLAIM.c.id, CLAIM.c.token_hash).where(CLAIM.c.space == replay.space))
    held = {bytes(row.id): bytes(row.token_hash) for row in rows}
    if held != {key: holder for key, holder in replay.holders.items() if holder is not None}:
        yield "claims"
    enrolled = connection.execute(sa.select(ENROLMENT).where(ENROLMENT.c.space == replay.space))
    if {row.device: (row.capacity, row.since, row.left) for row in enrolled} != replay.members:
        yield "members"
    space = connection.execute(sa.select(SPACE).where(SPACE.c.space == replay.space)).first()
    if space is None or (bytes(space.epoch), bytes(space.public_key)) != replay.epoch:
        yield "epoch"
    if head.bytes != replay.size:
        yield "size"


def _bad_keys(connection: sa.Connection, head: sa.Row[Any], device_keys: dict[str, bytes]) -> Iterator[int]:
    """The places whose wrapped keys were not signed by the device they name, or were numbered by nobody."""
    query = sa.select(WRAPPED_KEY).where(WRAPPED_KEY.c.space == head.space)
    with connection.execution_options(yield_per=ROWS).execute(query) as rows:
        for row in rows:
            message = wire.wrap_message(head.space, bytes(row.epoch), bytes(row.id), bytes(row.sealed))
            signed = wire.verify(device_keys.get(row.device, b""), bytes(row.signature), message)
            if not signed or row.number > head.keys:
                yield row.seq
