"""Bugs that the campaign must find, each put into the process that lives the day and nowhere else."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gpconnect.storage import beside, connection, files, operations, renewal, restoring, slot_file, slots
from tests.campaigns.crashing import calls
from tests.campaigns.crashing.living import nothing
from tests.campaigns.crashing.seam import connect_with


def lazy_commit() -> None:
    """What was done is told to be saved, and is committed when the next thing is done."""

    class Lazy:
        owed = False

        def execute(self, sql: str, *rest: Any) -> Any:
            outer: Any = super()
            if sql == "COMMIT":
                self.owed = True
                return outer.execute("SELECT 1")
            if sql == "BEGIN IMMEDIATE" and self.owed:
                self.owed = False
                outer.execute("COMMIT")
            return outer.execute(sql, *rest)

        @property
        def in_transaction(self) -> bool:
            outer: Any = super()
            return bool(outer.in_transaction) and not self.owed

    connect_with(Lazy)


def no_transaction() -> None:
    """Every statement stands by itself."""

    class Loose:
        def execute(self, sql: str, *rest: Any) -> Any:
            outer: Any = super()
            return outer.execute("SELECT 1" if sql in {"BEGIN IMMEDIATE", "COMMIT"} else sql, *rest)

    connect_with(Loose)


def slot_gone_too_early() -> None:
    """The old passphrase is taken away before the new one is there."""

    def change(folder: Path, key: bytes, new: str, *, cost: slots.Cost = slots.COST, now: Any = None) -> None:
        slot_file.write(folder, tuple(one for one in slots.slots(folder) if one.kind != slots.TYPED))
        slot_file.write(folder, (slots._new(slots.TYPED, slot_file.words(new), key, now, cost=cost),))

    slots.set_passphrase = change


def swap_before_slots() -> None:
    """The file with the new key is put in its place before any slot gives that key."""

    def change(folder: Path, passphrase: str, **_named: Any) -> bytes:
        old, new = slots.unlock_with_passphrase(folder, passphrase), os.urandom(connection.KEY_BYTES)
        path, fresh = files.database_path(folder), folder / renewal.RENEWED
        renewal._copy(path, old, fresh, new, None, renewal._nothing, "key")
        renewal._swap(fresh, path)
        slot_file.write(folder, slots.sealed_anew(slots.slots(folder), old, new))
        return new

    renewal.change_key = change


def restored_in_place() -> None:
    """A copy is written over the file, instead of being put in its place when it is whole."""

    def restore(profile: Path, copy: Path, passphrases: Any, now: Any, new_id: Any) -> None:  # noqa: ARG001 - the real one asks for these
        for companion in files.COMPANIONS[1:]:
            (profile / f"{files.DATABASE}{companion}").unlink(missing_ok=True)
        with files.database_path(profile).open("wb") as file:
            file.write(copy.read_bytes())
            file.flush()
            os.fsync(file.fileno())
        files.write_atomically(files.slots_path(profile), calls.slots_beside(copy).read_bytes())

    calls.restore = restore


def mended_in_place() -> None:
    """What was put together is written over the damaged file, instead of being put in its place when it is whole."""

    def get_ready(profile: Path, copy: Path | None, ways: Path, what: Any, watch: Any) -> None:
        made = profile / files.RESTORING
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir()
        restoring._make_ready(files.database_path(made), copy, what, watch)
        files.write_atomically(files.slots_path(profile), ways.read_bytes())
        for companion in files.COMPANIONS[1:]:
            (profile / f"{files.DATABASE}{companion}").unlink(missing_ok=True)
        with files.database_path(profile).open("wb") as file:
            file.write(files.database_path(made).read_bytes())
            file.flush()
            os.fsync(file.fileno())
        for tells in (files.watermark_path(profile), files.erased_path(profile)):
            tells.unlink(missing_ok=True)
        shutil.rmtree(made)

    restoring._get_ready = get_ready


def slots_in_place() -> None:
    """The slots file is written over, instead of replaced in one step."""

    def write(path: Path, data: bytes) -> None:
        path.write_bytes(data)

    files.write_atomically = write


def outbox_apart() -> None:
    """An operation is written, and its place in the outbox a transaction later."""
    real = operations.append
    owed: list[tuple[Any, Any]] = []

    def append(db: Any, op: Any, *, seq: int | None, place: int = 0) -> operations.Appended:
        while owed:
            row, space = owed.pop()
            db.execute(
                "INSERT OR IGNORE INTO outbox (row, space) SELECT ?, ? FROM operation WHERE row = ?", (row, space, row)
            )
        taken = real(db, op, seq=seq, place=place)
        if seq is None and taken is operations.Appended.NEW:
            row = db.execute("SELECT row FROM operation WHERE op_id = ?", (op.op_id,)).fetchone()[0]
            db.execute("DELETE FROM outbox WHERE row = ?", (row,))
            owed.append((row, op.space))
        return taken

    operations.append = append


def list_overwritten() -> None:
    """An older file is taken at its word: the list beside it, which knows of more erasures, is written over."""

    def is_behind(own: beside.Told, listed: beside.Told) -> bool:  # noqa: ARG001 - the real one asks for these
        return False

    beside.is_behind = is_behind


@dataclass(frozen=True, slots=True)
class Plant:
    """A bug that is looked for.

    Attributes:
        put: puts it into the process that lives the day.
        deeds: those in which it can do harm; only they are done. None means all.
        draws: how many points are struck; more where the harm lies between two points only.
    """

    put: Callable[[], object]
    deeds: frozenset[str] = frozenset()
    draws: int = 24


PLANTS = {
    "": Plant(nothing),
    "lazy_commit": Plant(lazy_commit, frozenset({"book", "type_a_bit", "sign"})),
    "no_transaction": Plant(no_transaction, frozenset({"book", "finish"})),
    "slot_gone_too_early": Plant(slot_gone_too_early, frozenset({"change_passphrase"})),
    "swap_before_slots": Plant(swap_before_slots, frozenset({"change_key"}), draws=120),
    "refused_by_halves": Plant(no_transaction, frozenset({"refuse"})),
    "draft_gone_by_halves": Plant(no_transaction, frozenset({"throw_away"}), draws=120),
    "list_overwritten": Plant(list_overwritten, frozenset({"open_older"}), draws=60),
    "restored_in_place": Plant(restored_in_place, frozenset({"restore"})),
    "mended_in_place": Plant(mended_in_place, frozenset({"mend", "rescue"}), draws=60),
    "slots_in_place": Plant(slots_in_place, frozenset({"change_passphrase", "add_recovery"})),
    "outbox_apart": Plant(outbox_apart, frozenset({"talk", "hand_over", "taken_over"})),
}
