"""Putting a copy back: seen before, kept aside, noticed after; and an old file that somebody puts there by hand."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.services import (
    commands,
    keeping,
    keyholding,
    mending,
    profile_list,
    profiles,
    restoring,
    trouble,
)
from gpconnect.services.session import Session
from gpconnect.storage import access_log, connection, copies, erasure, files, kept, rows
from gpconnect.storage import restoring as swapping
from gpconnect.ui import copy_words
from tests.services.conftest import PASSPHRASE, Clock, MakeSession
from tests.services.dossier_help import a_dossier

NEWER = "gloednieuwe zeventien paarden rennen"
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

    assert (shown.made_at, shown.actor.name, shown.same_device) == (worker.now(), "Sanne de Vries", True)
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
    assert "heeft de server nog niet" in words


def test_a_preview_needs_the_passphrase_of_the_copy(worker: Session, copy: Path) -> None:
    here = restoring.present(worker)
    with pytest.raises(KnownError, match=r"file.passphrase_wrong"):
        restoring.preview(here, copy, "een andere wachtzin")
    with pytest.raises(KnownError, match=r"ways.passphrase"):
        restoring.preview(here, copy, PASSPHRASE, "recovery")
    with pytest.raises(KnownError, match=r"copy.gone"):
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


def test_a_file_that_broke_is_replaced_by_who_has_the_sheet_and_no_passphrase(worker: Session, tmp_path: Path) -> None:
    sheet = keyholding.begin_recovery(worker)
    keyholding.finish_recovery(worker, sheet, sheet.code, PASSPHRASE)
    a_dossier(worker, "Eerst")
    keeping.back_up(worker, tmp_path / "kopie")
    place = tmp_path / "plek"
    put_by_hand(worker, place)
    shutil.copyfile(files.erased_path(worker.folder), files.erased_path(place))
    files.database_path(place).write_bytes(bytes(8192))
    with pytest.raises(KnownError, match=r"file\.recovery_wrong"):
        mending.rescue(place, tmp_path / "kopie", keyholding.begin_recovery(worker).code, "recovery")
    mending.rescue(place, tmp_path / "kopie", sheet.code, "recovery")

    back = profiles.open_profile(place, sheet.code, way="recovery", now=worker.now)
    assert names(back.session) == {"Eerst"}
    keyholding.set_passphrase_after_recovery(back.session, NEWER)
    back.close()
    profiles.open_profile(place, NEWER).close()


def test_a_copy_of_a_colleagues_file_is_refused_before_anything_happens(
    worker: Session, copy: Path, make_session: MakeSession, tmp_path: Path
) -> None:
    joris = make_session("colleague")
    place = tmp_path / "elders"
    put_by_hand(joris, place)
    for here in (restoring.present(joris), restoring.closed(place, PASSPHRASE)):
        with pytest.raises(KnownError, match=r"copy\.of_another") as caught:
            restoring.preview(here, copy, PASSPHRASE)
        assert caught.value.params == {"name": worker.actor.name}


def test_a_copy_without_the_file_of_its_keys_says_which_one_is_missing(
    worker: Session, copy: Path, tmp_path: Path
) -> None:
    here = restoring.present(worker)
    with pytest.raises(KnownError, match=r"copy\.gone"):
        restoring.preview(here, tmp_path / "nergens", PASSPHRASE)
    (tmp_path / "kopie.slots.json").unlink()
    with pytest.raises(KnownError, match=r"copy\.no_keys") as caught:
        restoring.preview(here, copy, PASSPHRASE)
    assert caught.value.params == {"name": "kopie.slots.json"}


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
    assert "Hier staat nog geen bestand" in "\n".join(copy_words.preview(shown))
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
    assert {one.name for one in kept.copies(back.session.db)} == {"nieuw", "oud", files.DATABASE}
    assert files.database_path(kept_in).exists()
    back.close()


@pytest.fixture
def erased_since(worker: Session, tmp_path: Path, clock: Clock) -> Path:
    """A copy with a child in it that was destroyed since; the profile lies closed in ``plek``."""
    gone = a_dossier(worker, "Vernietigd")
    keeping.back_up(worker, tmp_path / "oud")
    clock.forward(days=1)
    with connection.transaction(worker.db):
        erasure.destroy(worker.db, erasure.Tombstone(gone, "Jeugdwet 7.3.9", "patient", worker.now()))
    keyholding.change_passphrase(worker, PASSPHRASE, NEWER)
    keyholding.change_file_key(worker, NEWER)
    put_by_hand(worker, tmp_path / "plek")
    shutil.copyfile(files.erased_path(worker.folder), files.erased_path(tmp_path / "plek"))
    return tmp_path / "oud"


def children(folder: Path) -> set[str]:
    back = profiles.open_profile(folder, PASSPHRASE)
    try:
        return names(back.session)
    finally:
        back.close()


def test_what_was_destroyed_stays_so_after_another_passphrase_and_key(erased_since: Path, tmp_path: Path) -> None:
    commands.restore(tmp_path / "plek", erased_since, PASSPHRASE, NEWER)
    assert children(tmp_path / "plek") == set()


def test_a_file_that_broke_still_tells_what_was_destroyed(erased_since: Path, tmp_path: Path) -> None:
    files.database_path(tmp_path / "plek").write_bytes(bytes(8192))
    here = restoring.closed(tmp_path / "plek", NEWER)
    shown = restoring.preview(here, erased_since, PASSPHRASE)
    assert (shown.present, shown.erasures) == (None, True)
    restoring.restore(here, shown, profiles.utc_now())
    assert children(tmp_path / "plek") == set()


def test_what_cannot_be_carried_is_said_before_anything_is_overwritten(erased_since: Path, tmp_path: Path) -> None:
    here = restoring.closed(tmp_path / "plek", PASSPHRASE)
    shown = restoring.preview(here, erased_since, PASSPHRASE)
    assert not shown.erasures
    assert "is hier niet te lezen" in "\n".join(copy_words.preview(shown))
    with pytest.raises(KnownError, match=r"copy.untold"):
        commands.restore(tmp_path / "plek", erased_since, PASSPHRASE)
    assert not list((tmp_path / "plek").glob("before-restore-*"))


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
    assert profile_list.is_profile(place), "the unlock screen would offer to put a copy back"
    assert profile_list.ways(place) == ("passphrase",)
    back = profiles.open_profile(place, PASSPHRASE, now=worker.now)

    assert names(back.session) in ({"Eerst"}, {"Eerst", "Daarna"})
    assert names(back.session) == {"Eerst"} or cut
    assert not (place / files.RESTORING).exists()
    back.close()
    assert copies.verify(files.database_path(place), bytes(worker.key)).legible


def test_a_restore_first_ends_the_one_that_a_crash_cut_off(
    worker: Session, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "plek"
    here = restoring.closed(place, PASSPHRASE)
    shown = restoring.preview(here, copy, PASSPHRASE)

    def cut(_path: Path, _made: Path, _aside: Path) -> None:
        raise PowerCutError

    monkeypatch.setattr(swapping, "_swap", cut)
    with pytest.raises(PowerCutError):
        restoring.restore(here, shown, worker.now())
    monkeypatch.undo()
    assert profile_list.is_profile(place)
    assert profile_list.ways(place) == ("passphrase",)
    with pytest.raises(KnownError, match=r"file.missing"):
        swapping.restore(place, tmp_path / "nergens", shown.key, now=worker.now())

    back = profiles.open_profile(place, PASSPHRASE, now=worker.now)
    assert names(back.session) == {"Eerst"}
    back.close()


def test_who_looked_since_the_copy_and_who_put_it_back_stays_on_record(
    worker: Session, copy: Path, tmp_path: Path
) -> None:
    here = restoring.present(worker)
    shown = restoring.preview(here, copy, PASSPHRASE)
    before = list(access_log.after_row(worker.db, 0))
    put_by_hand(worker, tmp_path / "plek")
    restoring.restore(replace(here, folder=tmp_path / "plek"), shown, worker.now())

    back = profiles.open_profile(tmp_path / "plek", PASSPHRASE, now=worker.now)
    after = list(access_log.after_row(back.session.db, 0))
    assert before[-1].event.purpose == "copy.preview"
    assert after[:-1] == before
    assert (after[-1].event.purpose, after[-1].event.user) == ("copy.restored", worker.actor.staff_id)
    assert access_log.verify_chain(back.session.db) is None
    back.close()


def test_the_file_of_before_is_listed_can_be_put_back_and_goes_after_a_month(
    worker: Session, copy: Path, tmp_path: Path, clock: Clock
) -> None:
    place = tmp_path / "plek"
    put_by_hand(worker, place)
    here = restoring.closed(place, PASSPHRASE)
    old = restoring.restore(here, restoring.preview(here, copy, PASSPHRASE), worker.now())
    back = profiles.open_profile(place, PASSPHRASE, now=clock)
    [view] = [one for one in keeping.overview(back.session).copies if one.copy.before_restore]
    assert view.copy.path == files.database_path(old)
    assert view.goes_on == back.session.today() + timedelta(days=30)
    shown = restoring.preview(restoring.present(back.session), view.copy.path, PASSPHRASE)
    assert shown.holds.dossiers == 2

    clock.forward(days=29)
    keeping.expire_copies(back.session)
    keeping.run(back.session, keeping.checking())
    assert keeping.due(back.session) == ""
    assert old.exists()
    clock.forward(days=1)
    assert view.copy.path in {one.path for one in keeping.to_go(back.session)}
    keeping.expire_copies(back.session)
    assert not old.exists()
    assert not [one for one in keeping.overview(back.session).copies if one.copy.before_restore]
    back.close()


def test_an_old_file_that_was_never_closed_comes_back_with_its_log(worker: Session, copy: Path, tmp_path: Path) -> None:
    place, old = tmp_path / "plek", tmp_path / "before-restore-x"
    old.mkdir()
    a_dossier(worker, "In het log")
    for name in (files.DATABASE, f"{files.DATABASE}-wal", files.SLOTS):
        shutil.copyfile(worker.folder / name, old / name)
    here = restoring.closed(place, PASSPHRASE)
    restoring.restore(here, restoring.preview(here, files.database_path(old), PASSPHRASE), worker.now())

    assert children(place) == {"Eerst", "Daarna", "In het log"}
    assert copy.exists()


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
