"""Bugs that the campaign must find, each put into the process that lives the day and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gpconnect.storage import connection, files, operations, slots
from tests.campaigns.crashing.living import nothing


def lazy_commit() -> None:
    """What was done is told to be saved, and is committed when the next thing is done."""

    class Lazy(connection.driver.Connection):  # type: ignore[misc]  # the driver publishes no types
        owed = False

        def execute(self, sql: str, *rest: Any) -> Any:
            if sql == "COMMIT":
                self.owed = True
                return super().execute("SELECT 1")
            if sql == "BEGIN IMMEDIATE" and self.owed:
                self.owed = False
                super().execute("COMMIT")
            return super().execute(sql, *rest)

        @property
        def in_transaction(self) -> bool:
            return bool(super().in_transaction) and not self.owed

    _connect_with(Lazy)


def no_transaction() -> None:
    """Every statement stands by itself."""

    class Loose(connection.driver.Connection):  # type: ignore[misc]  # the driver publishes no types
        def execute(self, sql: str, *rest: Any) -> Any:
            return super().execute("SELECT 1" if sql in {"BEGIN IMMEDIATE", "COMMIT"} else sql, *rest)

    _connect_with(Loose)


def _connect_with(factory: type) -> None:
    real = connection.driver.connect

    def connect(*arguments: Any, **named: Any) -> Any:
        # The folder's own lock stays as it is: it is a transaction that never ends.
        return real(
            *arguments, **named, **({} if "timeout" in named and named["timeout"] == 0 else {"factory": factory})
        )

    connection.driver.connect = connect


def slot_gone_too_early() -> None:
    """The old passphrase is taken away before the new one is there."""

    def change(folder: Path, old: str, new: str, *, cost: slots.Cost = slots.COST) -> None:
        key = slots.unlock_with_passphrase(folder, old)
        words = slots._words(new)
        slots._write(folder, ())
        slots._write(folder, (slots._seal(slots.TYPED, words, key, cost),))

    slots.change_passphrase = change


def slots_in_place() -> None:
    """The slots file is written over, instead of replaced in one step."""
    files.write_atomically = lambda path, data: path.write_bytes(data)


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


@dataclass(frozen=True, slots=True)
class Plant:
    """A bug, and the deeds in which it can do harm: only those are done when it is looked for; none is all."""

    put: Callable[[], object]
    deeds: frozenset[str] = frozenset()


PLANTS = {
    "": Plant(nothing),
    "lazy_commit": Plant(lazy_commit, frozenset({"book", "type_a_bit", "sign"})),
    "no_transaction": Plant(no_transaction, frozenset({"book", "finish"})),
    "slot_gone_too_early": Plant(slot_gone_too_early, frozenset({"change_passphrase"})),
    "slots_in_place": Plant(slots_in_place, frozenset({"change_passphrase", "add_recovery"})),
    "outbox_apart": Plant(outbox_apart, frozenset({"talk", "hand_over", "taken_over"})),
}
