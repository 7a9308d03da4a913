"""Copying and checking the file: a copy of 130 MB against a plain file copy plus encryption of the same bytes.

The file lies encrypted, and its bytes are copied as they lie: nothing has to be encrypted again. That is why a copy
can be faster than its floor. In the copy: letting the file stand still, and writing every page onto the disk (fsync
included). Not in it, and printed beside it: making the copy one that stands by itself and reading it back (every
page's seal, the structure, every row, chains, search index), which the floor does not do at all. While a copy is made,
a second thread works on the file as a person does, and how long it waits is printed as well.

Run by ``build/bench file``; the last line is one JSON object.
"""

import argparse
import hashlib
import os
import shutil
import statistics
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from sqlite_utils import Database

from gpconnect.domain.notes import Note
from gpconnect.domain.operations import Operation
from gpconnect.storage import checks, connection, copies, files, operations, raw, rows, search, slots

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WORDS = "een lange wachtzin"
MEGABYTES = 130
QUICK_MEGABYTES = 20
LIMIT = 2.0
WAIT_LIMIT_MS = 100.0
MANY = 50
"""Clicks that say how long one waits with nothing beside it."""
"""What a person notices."""
TEXT = "Het gaat op school wat beter, maar thuis is het nog druk. We spraken af dat moeder vrijdag belt. "


def filled(folder: Path, megabytes: int) -> tuple[Database, bytes]:
    """A profile with notes, their operations and search entries, and sealed parcels up to the size that is wanted."""
    key = slots.create_profile(folder, WORDS, cost=slots.Cost(64, 1, 1))
    db = connection.open_file(files.database_path(folder), key)
    notes = megabytes * 20
    with connection.transaction(db):
        for number in range(notes):
            note = Note(f"n{number}", f"p{number % 200}", "a", "intake", 1, "w", "Noor", NOW, {"S": TEXT * 10})
            rows.put(db, note)
            search.index_record(db, note)
            body = {"S": TEXT * 10}
            op = Operation(
                f"o{number}", "team/t", note.patient_id, "note.signed", note.id, 1, NOW, "w", "d", "a", (), body
            )
            operations.append(db, op, seq=number + 1)
    place = 0
    while db.execute("PRAGMA page_count").fetchone()[0] * 4096 < megabytes * 1_000_000:
        with connection.transaction(db):
            for _ in range(200):
                place += 1
                sealed = os.urandom(12_000)
                db.execute(
                    "INSERT INTO parcel_in VALUES ('team/t', ?, ?, ?, '[]', '', ?, 'applied', '')",
                    (place, hashlib.sha256(sealed).digest(), sealed, rows.instant(NOW)),
                )
    connection.checkpoint(db)
    return db, key


def timed(work: Callable[[], object]) -> float:
    """Seconds of one go."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def plain_copy(source: Path, target: Path) -> None:
    """What any program does, onto the disk."""
    target.unlink(missing_ok=True)
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


class Clicks:
    """Writes something small all the time, as clicks do, and keeps how long each waited."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.waited: list[float] = []
        self.enough = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, args=(path, key))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_trouble: object) -> None:
        self._stop.set()
        self._thread.join()

    def _work(self, path: Path, key: bytes) -> None:
        db = connection.open_file(path, key)
        while not self._stop.wait(0.005):
            begun = time.perf_counter()
            with connection.transaction(db):
                db.execute("INSERT OR REPLACE INTO meta (name, value) VALUES ('click', '1')")
            search.find(db, "vrijdag school")
            self.waited.append(time.perf_counter() - begun)
            if len(self.waited) == MANY:
                self.enough.set()
        connection.close(db)


def measure(folder: Path, megabytes: int, rounds: int) -> dict[str, float]:
    """Floor and copy in turn, so that both have the same disk; medians in seconds, waits in milliseconds."""
    profile = folder / "profile"
    db, key = filled(profile, megabytes)
    path, target = files.database_path(profile), folder / "kopie"
    data = path.read_bytes()
    nonce = bytes(12)
    took: dict[str, list[float]] = {name: [] for name in ("plain", "aes", "chacha", "copy", "read_back")}
    for _ in range(rounds):
        took["plain"].append(timed(lambda: plain_copy(path, folder / "plain")))
        took["aes"].append(timed(lambda: AESGCM(key).encrypt(nonce, data, None)))
        took["chacha"].append(timed(lambda: ChaCha20Poly1305(key).encrypt(nonce, data, None)))
        copies.remove(target)
        stages: dict[str, float] = {}

        def watch(stage: str, done: int, total: int, stages: dict[str, float] = stages) -> None:
            if (stage, done) == ("pages", 0) and total == 1:
                stages.setdefault("read", time.perf_counter())

        begun = time.perf_counter()
        copies.backup(db, key, profile, target, NOW, watch)
        took["copy"].append(stages["read"] - begun)
        took["read_back"].append(time.perf_counter() - stages["read"])
    found = {f"{name}_s": statistics.median(values) for name, values in took.items()}
    found["file_mb"] = len(data) / 1_000_000
    connection.close(db)
    raw.let_go(path)
    return found | clicked(path, key, profile, target)


def clicked(path: Path, key: bytes, profile: Path, target: Path) -> dict[str, float]:
    """How long clicks wait: without anything beside them, and while a copy is made, read back, and the file checked."""
    with Clicks(path, key) as alone:
        alone.enough.wait()
    db = connection.open_file(path, key)
    copies.remove(target)
    # The owner of the file lets it stand still; the work itself is done beside the clicks.
    work = copies.begin(db, key, profile, target, NOW)
    connection.close(db)
    with Clicks(path, key) as beside:
        copies.make(work)
        checks.verify(path, key)
    return {
        "click_alone_slowest_ms": max(alone.waited) * 1000,
        "click_beside_median_ms": statistics.median(beside.waited) * 1000,
        "click_beside_slowest_ms": max(beside.waited) * 1000,
    }


def main() -> int:
    """Measure, print, and say whether the limits hold."""
    parser = argparse.ArgumentParser(description="How long a copy of the file takes.")
    parser.add_argument("--quick", action="store_true", help="a smaller file and fewer rounds")
    quick = parser.parse_args().quick
    with TemporaryDirectory() as folder:
        found = measure(Path(folder), QUICK_MEGABYTES if quick else MEGABYTES, 3 if quick else 7)
    floor = found["plain_s"] + found["aes_s"]
    ratios = {
        "copy_to_plain_copy_and_aes": round(found["copy_s"] / floor, 2),
        "copy_to_plain_copy_and_chacha": round(found["copy_s"] / (found["plain_s"] + found["chacha_s"]), 2),
        "copy_and_reading_back_to_plain_copy_and_aes": round((found["copy_s"] + found["read_back_s"]) / floor, 2),
    }
    print("in the copy: standing still, every page onto the disk, fsync; reading it back is counted beside it")
    held = ratios["copy_to_plain_copy_and_aes"] <= LIMIT and found["click_beside_slowest_ms"] <= WAIT_LIMIT_MS
    figures = {name: round(value, 3) for name, value in found.items()}
    print(msgspec.json.encode({"name": "file", "ok": held, "ratios": ratios, "figures": figures}).decode())
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
