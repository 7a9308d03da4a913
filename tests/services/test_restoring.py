"""Putting a copy back: seen before, kept aside, noticed after; and an old file that somebody puts there by hand."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.services import keeping, keyholding, profiles, restoring, rollback, syncing, trouble
from gpconnect.services.session import Session
from gpconnect.storage import connection, copies, erasure, files, kept, parcels, rows
from gpconnect.storage import restoring as swapping
from gpconnect.ui import copy_words
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client, sync

Team = tuple[Session, Session]


def names(session: Session) -> set[str]:
    return {one.given_name for one in rows.where(session.db, Patient)}


def put_by_hand(session: Session, where: Path) -> None:
    """What somebody does with a file manager: the whole profile, the mark beside it not included."""
    where.mkdir()
    connection.checkpoint(session.db)
    for name in (files.DATABASE, files.SLOTS):
        shutil.copyfile(session.folder / name, where / name)


@pytest.fixture
def copy(worker: Session, tmp_path: Path) -> Path:
    """A copy with one dossier in it; the file has a second one since."""
    a_dossier(worker, "Eerst")
    made = tmp_path / "kopie"
    keeping.back_up(worker, made)
    a_dossier(worker, "Daarna")
    return made


def test_a_preview_shows_what_a_copy_holds_and_what_it_lacks_before_anything_is_written(
    worker: Session, copy: Path
) -> None:
    before = files.database_path(worker.folder).read_bytes(), copy.read_bytes()
    shown = restoring.preview(restoring.present(worker), copy, PASSPHRASE)

    assert (shown.made_at, shown.person, shown.same_device) == (worker.now(), "Sanne de Vries", True)
    assert (shown.holds.dossiers, shown.holds.notes) == (1, 1)
    assert shown.present is not None
    assert shown.present.dossiers == 2
    assert shown.lacks is not None
    assert shown.lacks.kinds["patient.recorded"] == 1
    assert shown.lacks.unsent == sum(shown.lacks.kinds.values())
    assert (files.database_path(worker.folder).read_bytes(), copy.read_bytes()) == before
    words = "\n".join(copy_words.preview(shown))
    assert "op dit apparaat" in words
    assert "dossier (1)" in words
    assert "heeft de hub nog niet" in words


def test_a_preview_needs_the_passphrase_of_the_copy(worker: Session, copy: Path) -> None:
    here = restoring.present(worker)
    with pytest.raises(KnownError, match=r"file.passphrase_wrong"):
        restoring.preview(here, copy, "een andere wachtzin")
    with pytest.raises(KnownError, match=r"ways.passphrase"):
        restoring.preview(here, copy, PASSPHRASE, "recovery")
    with pytest.raises(KnownError, match=r"file.missing"):
        restoring.preview(here, copy.with_name("nergens"), PASSPHRASE)


def test_a_copy_opens_with_the_sheet_that_was_good_when_it_was_made(worker: Session, tmp_path: Path) -> None:
    sheet = keyholding.begin_recovery(worker)
    keyholding.finish_recovery(worker, sheet, sheet.code, PASSPHRASE)
    a_dossier(worker, "Eerst")
    keeping.back_up(worker, tmp_path / "kopie")
    newer = keyholding.begin_recovery(worker)
    keyholding.finish_recovery(worker, newer, newer.code, PASSPHRASE)
    here = restoring.present(worker)

    assert restoring.preview(here, tmp_path / "kopie", sheet.code, "recovery").holds.dossiers == 1
    with pytest.raises(KnownError, match=r"file.recovery_wrong"):
        restoring.preview(here, tmp_path / "kopie", newer.code, "recovery")


def test_putting_back_while_the_profile_is_open_is_refused(worker: Session, copy: Path) -> None:
    here = restoring.present(worker)
    shown = restoring.preview(here, copy, PASSPHRASE)
    with pytest.raises(KnownError, match=r"file.in_use"):
        restoring.restore(here, shown, worker.now())

    assert names(worker) == {"Eerst", "Daarna"}


def test_a_copy_goes_back_where_there_is_no_file_to_compare_with(copy: Path, worker: Session, tmp_path: Path) -> None:
    here = restoring.closed(tmp_path / "nieuw", PASSPHRASE)
    shown = restoring.preview(here, copy, PASSPHRASE)
    assert (shown.present, shown.lacks, shown.same_device) == (None, None, False)
    assert "niets om mee te vergelijken" in "\n".join(copy_words.preview(shown))
    restoring.restore(here, shown, worker.now())

    back = profiles.open_profile(tmp_path / "nieuw", PASSPHRASE, now=worker.now)
    assert names(back.session) == {"Eerst"}
    assert trouble.state(back.session).gone is None, "a restore through us is no surprise"
    back.close()


def test_what_was_destroyed_stays_destroyed_and_the_list_of_copies_goes_on(
    worker: Session, tmp_path: Path, clock: Clock
) -> None:
    gone = a_dossier(worker, "Vernietigd")
    keeping.back_up(worker, tmp_path / "oud")
    clock.forward(days=1)
    with connection.transaction(worker.db):
        erasure.destroy(worker.db, erasure.Tombstone(gone, "Jeugdwet 7.3.9", "patient", worker.now()))
    keeping.back_up(worker, tmp_path / "nieuw")
    elsewhere = tmp_path / "elsewhere"
    put_by_hand(worker, elsewhere)
    here = restoring.closed(elsewhere, PASSPHRASE)
    kept_in = restoring.restore(here, restoring.preview(here, tmp_path / "oud", PASSPHRASE), worker.now())

    back = profiles.open_profile(elsewhere, PASSPHRASE, now=worker.now)
    assert names(back.session) == set()
    assert [one.name for one in kept.copies(back.session.db)] == ["nieuw", "oud"]
    assert files.database_path(kept_in).exists()
    back.close()


@pytest.mark.parametrize("step", range(12))
def test_a_swap_that_a_crash_cut_off_is_ended_at_the_next_opening(
    worker: Session, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Cut off before every change of the folder in turn, the old file or the copy opens, and never neither."""
    place = tmp_path / "plek"
    put_by_hand(worker, place)
    here = restoring.closed(place, PASSPHRASE)
    shown = restoring.preview(here, copy, PASSPHRASE)
    done = 0

    def counted(path: Path, target: Path) -> Path:
        nonlocal done
        if done == step:
            raise PowerCutError
        done += 1
        return original(path, target)

    original = Path.replace
    monkeypatch.setattr(Path, "replace", counted)
    cut = False
    try:
        restoring.restore(here, shown, worker.now())
    except PowerCutError:
        cut = True
    monkeypatch.undo()
    back = profiles.open_profile(place, PASSPHRASE, now=worker.now)

    assert names(back.session) in ({"Eerst"}, {"Eerst", "Daarna"})
    assert names(back.session) == {"Eerst"} or cut
    assert not (place / files.RESTORING).exists()
    back.close()
    assert copies.verify(files.database_path(place), bytes(worker.key)).legible


class PowerCutError(BaseException):
    """Nothing of the program runs on."""


def test_a_disk_that_refuses_the_swap_is_told_and_tried_again(
    worker: Session, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "plek"
    place.mkdir()
    here = restoring.closed(place, PASSPHRASE)
    shown = restoring.preview(here, copy, PASSPHRASE)

    def refuse(_path: Path, _made: Path, _aside: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(swapping, "_swap", refuse)
    with pytest.raises(KnownError, match=r"file.write_failed"):
        restoring.restore(here, shown, worker.now())
    monkeypatch.undo()
    swapping.finish(place)

    back = profiles.open_profile(place, PASSPHRASE, now=worker.now)
    assert names(back.session) == {"Eerst"}
    back.close()


def test_after_a_restore_everything_comes_back_from_the_hub_and_no_number_is_used_twice(
    team: Team, wire: Wire, tmp_path: Path
) -> None:
    sanne, joris = team
    a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    keeping.back_up(sanne, tmp_path / "kopie")
    a_dossier(sanne, "Tweede")
    sync(sanne, joris, wire=wire)
    elsewhere = tmp_path / "elsewhere"
    put_by_hand(sanne, elsewhere)
    here = restoring.closed(elsewhere, PASSPHRASE)
    shown = restoring.preview(here, tmp_path / "kopie", PASSPHRASE)
    assert shown.lacks is not None
    assert shown.lacks.unsent == 0
    assert "De hub heeft dit allemaal" in "\n".join(copy_words.preview(shown))
    restoring.restore(here, shown, sanne.now())

    back = profiles.open_profile(elsewhere, PASSPHRASE, now=sanne.now)
    a_dossier(back.session, "Derde")
    for _ in range(2):
        syncing.sync_now(back.session, client(back.session, wire))
    sync(joris, wire=wire)
    assert names(back.session) == names(joris) == {"Eerst", "Tweede", "Derde"}
    assert rollback.standing(back.session.db) is None
    assert (syncing.state(joris).alarms, syncing.state(back.session).alarms) == (0, 0)
    back.close()


def test_an_old_file_put_there_by_hand_is_noticed_by_the_mark_and_pulled_up_from_the_hub(
    team: Team, wire: Wire, tmp_path: Path
) -> None:
    """Somebody swaps the file behind our back; the mark beside it tells how far it had come."""
    sanne, joris = team
    a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    old = tmp_path / "old"
    put_by_hand(sanne, old)
    a_dossier(sanne, "Tweede")
    sync(sanne, joris, wire=wire)
    elsewhere = tmp_path / "elsewhere"
    put_by_hand(sanne, elsewhere)
    shutil.copyfile(files.watermark_path(sanne.folder), files.watermark_path(elsewhere))
    shutil.copyfile(old / files.DATABASE, files.database_path(elsewhere))

    back = profiles.open_profile(elsewhere, PASSPHRASE, now=sanne.now)
    gone = trouble.state(back.session).gone
    assert gone is not None
    assert gone.operations > 0
    assert parcels.chain(back.session.db, sanne.team_space) is None
    a_dossier(back.session, "Derde")
    for _ in range(2):
        syncing.sync_now(back.session, client(back.session, wire))
    sync(joris, wire=wire)
    assert names(back.session) == names(joris) == {"Eerst", "Tweede", "Derde"}
    assert (syncing.state(joris).alarms, syncing.state(back.session).alarms) == (0, 0)
    back.close()


def test_a_whole_machine_put_back_is_noticed_by_the_hub_and_told(team: Team, wire: Wire, tmp_path: Path) -> None:
    """A snapshot brings its old mark along: only the numbers at the hub are ahead of it."""
    sanne, joris = team
    a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    snapshot = tmp_path / "snapshot"
    put_by_hand(sanne, snapshot)
    shutil.copyfile(files.watermark_path(sanne.folder), files.watermark_path(snapshot))
    a_dossier(sanne, "Tweede")
    sync(sanne, joris, wire=wire)

    back = profiles.open_profile(snapshot, PASSPHRASE, now=sanne.now)
    assert trouble.state(back.session).gone is None
    a_dossier(back.session, "Derde")
    assert syncing.outgoing(back.session, sanne.team_space) is not None, "packed under a number that is used"
    for _ in range(2):
        syncing.sync_now(back.session, client(back.session, wire))
    sync(joris, wire=wire)

    assert names(back.session) == names(joris) == {"Eerst", "Tweede", "Derde"}
    noticed = keeping.overview(back.session).rolled_back
    assert noticed == sanne.now()
    assert "oude stand van de computer" in copy_words.rolled_back(noticed)
    rollback.put_away(back.session)
    assert keeping.overview(back.session).rolled_back is None
    assert sanne.now() - noticed < timedelta(days=1)
    back.close()
