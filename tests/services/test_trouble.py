"""Trouble with the disk and the file: noticed at the desk, said as facts, and what can come back does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.people import Patient
from gpconnect.services import dossier_views, notes, profiles, syncing, trouble
from gpconnect.services.session import Session
from gpconnect.storage import connection, copies, files, guard, guarding, place, reserve, rows
from tests.services.conftest import PASSPHRASE, MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client, sync
from tests.services.visits_help import a_booking

WAL_HEADER = 32
FRAME = 24 + 4096


class Disk:
    """Says how much is free, as a test wants it."""

    def __init__(self) -> None:
        self.free: int | None = 2 * reserve.ROOM

    def __call__(self, _folder: Path) -> int | None:
        return self.free


def on_disk(session: Session) -> Disk:
    """Lets a test say how much is free on the disk of this profile."""
    disk = Disk()
    guarding.guard_with(session.db, guard.Guard(session.db, session.folder, bytes(session.key), disk))
    return disk


@contextmanager
def crashed(session: Session, folder: Path, frame: int | None = None) -> Iterator[Session]:
    """The profile as a crash at this moment leaves it, opened again; with one bit flipped in a frame of its log."""
    shutil.copytree(session.folder, folder)
    if frame is not None:
        log = folder / f"{files.DATABASE}-wal"
        data = bytearray(log.read_bytes())
        data[WAL_HEADER + frame * FRAME + 2000] ^= 4
        log.write_bytes(data)
    profile = profiles.open_profile(folder, PASSPHRASE, now=session.now)
    yield profile.session
    profile.close()


def frames(session: Session) -> int:
    """How many frames the log beside the file holds."""
    return ((session.folder / f"{files.DATABASE}-wal").stat().st_size - WAL_HEADER) // FRAME


def test_on_a_full_disk_what_is_typed_is_kept_and_dossiers_stay_readable(worker: Session) -> None:
    disk = on_disk(worker)
    _, view = notes.open_visit(worker, a_booking(worker))
    child = a_dossier(worker)
    disk.free = 0

    with pytest.raises(KnownError) as told:
        a_dossier(worker, "Noor")
    assert told.value.code == "file.read_only_mode"
    notes.save_draft(worker, replace(view.draft, answers={"request": "Typt door"}))
    assert rows.require(worker.db, NoteDraft, view.draft.id).answers == {"request": "Typt door"}
    dossier_views.open_dossier(worker, child)
    found = trouble.state(worker)
    assert (found.read_only, found.any, found.needed_mb) == (True, True, 200)


def test_with_room_again_everything_is_written_again(worker: Session) -> None:
    disk = on_disk(worker)
    disk.free = 0
    with pytest.raises(KnownError):
        a_dossier(worker)

    assert trouble.try_again(worker)[1].read_only
    disk.free = reserve.ROOM
    changes, found = trouble.try_again(worker)
    assert changes.kinds == {"trouble"}
    assert not found.any
    a_dossier(worker)
    assert reserve.held(worker.folder)


def test_a_desk_that_opens_keeps_room_on_the_disk(worker: Session) -> None:
    assert not trouble.begin(worker).any
    assert reserve.held(worker.folder)


def test_a_file_without_a_guard_has_no_trouble_to_tell(worker: Session, tmp_path: Path) -> None:
    key = bytes(worker.key)
    bare = replace(worker, db=connection.create_file(tmp_path / "bare.db", key))
    trouble.look_back(bare)
    assert not trouble.begin(bare).any
    connection.close(bare.db)


def test_a_crash_that_loses_nothing_is_not_mentioned(worker: Session, tmp_path: Path) -> None:
    a_dossier(worker)
    with crashed(worker, tmp_path / "after") as after:
        assert trouble.state(after).gone is None


def test_a_bit_flipped_in_the_log_is_noticed_by_the_numbers_of_the_operations(worker: Session, tmp_path: Path) -> None:
    """SQLite drops all that follows the frame, and every other check finds the file in order."""
    a_dossier(worker)
    for name in ("Noor", "Sem", "Liv"):
        before = frames(worker)
        a_dossier(worker, name)
    with crashed(worker, tmp_path / "after", frame=before) as after:
        key = bytes(after.key)
        assert copies.verify(files.database_path(after.folder), key).ok
        gone = trouble.state(after).gone
        assert gone is not None
        assert (gone.operations, gone.until, gone.asked_hub) == (4, worker.now(), False)
        assert [one.given_name for one in rows.where(after.db, Patient)] != []

        trouble.seen(after)
        assert trouble.state(after).gone is None


def test_what_the_hub_had_comes_back(team: tuple[Session, Session], wire: Wire, tmp_path: Path) -> None:
    sanne, _ = team
    sanne.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    a_dossier(sanne, "Noor")
    sync(sanne, wire=wire)
    a_dossier(sanne, "Sem")
    with crashed(sanne, tmp_path / "after", frame=0) as after:
        assert rows.count(after.db, Patient) == 0
        later = replace(after, now=lambda: sanne.now() + timedelta(minutes=1))
        syncing.sync_now(later, client(after, wire))

        assert [one.given_name for one in rows.where(after.db, Patient)] == ["Noor"]
        gone = trouble.state(after).gone
        assert gone is not None
        assert gone.asked_hub
        # Its chain went on under new numbers: what is made now arrives.
        a_dossier(after, "Liv")
        syncing.sync_now(after, client(after, wire))
        assert syncing.state(after).waiting == 0


def test_what_was_noticed_once_is_not_said_again(worker: Session, tmp_path: Path) -> None:
    a_dossier(worker)
    last = frames(worker)
    a_dossier(worker, "Noor")
    with crashed(worker, tmp_path / "after", frame=last) as after:
        trouble.seen(after)
    # Nothing was made since: the mark stands where the file stands.
    profile = profiles.open_profile(tmp_path / "after", PASSPHRASE, now=worker.now)
    assert trouble.state(profile.session).gone is None
    profile.close()


def test_a_profile_on_a_network_share_is_neither_made_nor_opened(
    make_session: MakeSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = make_session("worker")
    mounts = tmp_path / "mounts"
    mounts.write_text(f"//server/team {tmp_path.resolve()} cifs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(place, "MOUNTS", mounts)

    with pytest.raises(KnownError) as made:
        profiles.create(tmp_path / "new", PASSPHRASE, session.actor)
    with pytest.raises(KnownError) as opened:
        profiles.open_profile(session.folder, PASSPHRASE)
    assert {made.value.code, opened.value.code} == {"file.on_network"}
    assert not (tmp_path / "new").exists()
