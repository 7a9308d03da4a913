"""Mending without a copy, and a copy in the place of a file that does not open any more."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft
from gpconnect.services import enrolling, hub_lives, keeping, keyholding, mending, profiles, returned, spaces, syncing
from gpconnect.services.session import Session
from gpconnect.storage import connection, files, kept, meta, raw, rows
from gpconnect.storage.pages import Pages, pages_of
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.dossier_help import a_dossier
from tests.services.mending_help import TYPED, Place, Team, check_mended, make_place
from tests.services.online import Wire, client
from tests.services.test_restoring import names


@pytest.fixture
def place(team: Team, wire: Wire, tmp_path: Path, clock: Clock) -> Place:
    """Eerst is in the copy, Tweede is at the hub, Derde and a note being written are nowhere else."""
    return make_place(team, wire, tmp_path, clock)


@pytest.mark.parametrize("name", ["operation", "note", "parcel_in", "cursor"])
def test_without_a_copy_the_ground_is_an_empty_file_and_the_hub_gives_all_again(place: Place, name: str) -> None:
    place.copy.unlink()
    place.turn(place.root(name))
    plan = place.outlook()
    assert plan.copy is None
    mending.mend(plan, place.clock())

    back = place.open()
    (draft,) = rows.where(back.session.db, NoteDraft)
    assert draft.answers["request"] == TYPED
    assert [one.path for one in kept.copies(back.session.db) if not one.before_restore] == [place.copy]
    told = returned.standing(back.session.db)
    assert told is not None
    assert (told.mended, told.copy_at) == (True, None)
    back.close()
    check_mended(place, plan)


def test_without_a_copy_it_stays_known_who_founded_a_space(place: Place, team: Team) -> None:
    """The hub gives everything anew; with another founding (`root.other`) it cannot tell another story."""
    place.copy.unlink()
    place.turn(place.root("note"))
    before = spaces.membership(team[0].db, team[0].team_space)
    mending.mend(place.outlook(), place.clock())
    back = place.open()
    known = spaces.membership(back.session.db, team[0].team_space)
    assert (known.root, known.seats) == (before.root, {})
    back.close()


def test_without_a_copy_it_stays_known_which_lives_of_the_hub_were(place: Place, team: Team) -> None:
    """Entries told so, and who serves an old database would not show those."""
    sanne, _ = team
    told = spaces.membership(sanne.db, sanne.team_space).lives
    place.copy.unlink()
    place.turn(place.root("note"))
    mending.mend(place.outlook(), place.clock())
    back = place.open()
    assert told
    assert told <= set(hub_lives.seen(back.session.db, sanne.team_space))
    back.close()


def test_a_space_that_the_hub_never_heard_of_keeps_its_keys(place: Place, team: Team) -> None:
    sanne, _ = team
    enrolling.found(sanne, "practice/new")
    held = spaces.space_keys(sanne.db, "practice/new")
    connection.checkpoint(sanne.db)
    shutil.rmtree(place.folder)
    shutil.copytree(sanne.folder, place.folder)
    place.copy.unlink()
    place.turn(place.root("note"))
    mending.mend(place.outlook(), place.clock())
    back = place.open()
    assert spaces.space_keys(back.session.db, "practice/new").epochs.keys() == held.epochs.keys() != set()
    syncing.sync_now(back.session, client(back.session, place.wire))
    assert spaces.membership(back.session.db, "practice/new").member(back.session.device) is not None
    back.close()


@pytest.mark.parametrize("name", ["secret_blob", "meta"])
def test_without_a_copy_and_without_keys_or_settings_nothing_happens(place: Place, name: str) -> None:
    place.copy.unlink()
    place.turn(place.root(name))
    with pytest.raises(KnownError, match=r"mend\.no_copy"):
        mending.look(place.ill)


def test_a_file_that_does_not_open_takes_a_copy_only_when_erasures_are_known_and_nobody_has_it(place: Place) -> None:
    back = place.open()
    place.turn(1)
    with pytest.raises(KnownError, match=r"file\.in_use"):
        mending.rescue(place.folder, place.copy, PASSPHRASE)
    back.close()
    files.erased_path(place.folder).rename(place.folder / "elsewhere")
    with pytest.raises(KnownError, match=r"copy\.untold"):
        mending.rescue(place.folder, place.copy, PASSPHRASE)
    (place.folder / "elsewhere").rename(files.erased_path(place.folder))
    mending.rescue(place.folder, place.copy, PASSPHRASE)
    again = place.open()
    told = returned.standing(again.session.db)
    assert told is not None
    assert (told.mended, told.unread) == (False, True)
    assert names(again.session) == {"Eerst"}
    again.close()


def test_a_file_that_is_gone_while_its_keys_are_there_takes_a_copy(place: Place) -> None:
    place.file.unlink()
    mending.rescue(place.folder, place.copy, PASSPHRASE)
    back = place.open()
    told = returned.standing(back.session.db)
    assert told is not None
    assert (told.mended, told.unread) == (False, True)
    back.close()


def pages_of_contents(place: Place) -> tuple[int, ...]:
    """The pages of the table of contents, but for the first of the file."""
    found = pages_of(Pages(place.copy, place.ill.key), 1)[1:]
    raw.let_go(place.copy)
    return found


@pytest.mark.parametrize("which", [0, -1])
def test_when_the_table_of_contents_is_hit_all_that_was_not_sent_comes_along(place: Place, which: int) -> None:
    place.turn(pages_of_contents(place)[which])
    with pytest.raises(KnownError, match=r"file\.damaged"):
        place.open()
    mending.rescue(place.folder, place.copy, PASSPHRASE)

    back = place.open()
    (draft,) = rows.where(back.session.db, NoteDraft)
    assert draft.answers["request"] == TYPED
    assert names(back.session) == {"Eerst", "Tweede", "Derde"}
    told = returned.standing(back.session.db)
    assert told is not None
    assert (told.mended, told.unread, told.lost) == (True, False, 0)
    assert not (place.folder / files.RESTORING).exists()
    back.close()


def test_a_copy_with_another_table_of_contents_says_nothing_of_this_one(place: Place) -> None:
    hit = pages_of_contents(place)[0]
    place.turn(hit)
    copy = connection.open_beside(place.copy, place.ill.key)
    copy.execute("CREATE TABLE later (one TEXT)")
    connection.close(copy)
    mending.rescue(place.folder, place.copy, PASSPHRASE)
    back = place.open()
    told = returned.standing(back.session.db)
    assert told is not None
    assert told.unread
    back.close()


NEW = "zeventien paarden rennen langs de dijk"


@pytest.mark.parametrize("changed", ["nothing", "passphrase", "key"])
def test_what_a_file_that_does_not_open_still_holds_comes_along_whatever_changed_since(
    worker: Session, wire: Wire, tmp_path: Path, clock: Clock, changed: str
) -> None:
    """Tweede is in the file alone; what was typed for the copy opens the outcome."""
    a_dossier(worker, "Eerst")
    keeping.back_up(worker, tmp_path / "kopie")
    a_dossier(worker, "Tweede")
    if changed == "passphrase":
        keyholding.change_passphrase(worker, PASSPHRASE, NEW)
    elif changed == "key":
        keyholding.change_file_key(worker, PASSPHRASE)
    connection.checkpoint(worker.db)
    folder = tmp_path / "plek"
    shutil.copytree(worker.folder, folder)
    ill = replace(mending.begin(worker), folder=folder)
    place = Place(folder, tmp_path / "kopie", ill, {}, [], wire, clock, worker)
    place.turn(place.root("secret_blob"))
    with pytest.raises(KnownError, match=r"file\."):
        profiles.open_profile(folder, NEW if changed == "passphrase" else PASSPHRASE)
    mending.rescue(folder, place.copy, PASSPHRASE)

    back = place.open()
    assert names(back.session) == {"Eerst", "Tweede"}
    told = returned.standing(back.session.db)
    assert told is not None
    assert (told.mended, told.unread, told.untold, told.lost) == (True, False, False, 0)
    assert told.kept
    back.close()


def test_what_nobody_can_name_any_more_is_told_after_mending_as_well(place: Place) -> None:
    for name in ("operation", "sqlite_autoindex_operation_1", "operation_record", "operation_dossier"):
        place.turn(place.root(name))
    plan = place.outlook()
    assert plan.outlook.untold
    mending.mend(plan, place.clock())
    back = place.open()
    told = returned.standing(back.session.db)
    assert told is not None
    assert told.untold
    back.close()


def test_a_note_that_an_older_version_left_is_still_told(worker: Session) -> None:
    with connection.transaction(worker.db):
        meta.put_meta(worker.db, "file.returned", [True, worker.now().isoformat(), "", 3, 2, 1])
    told = returned.standing(worker.db)
    assert told is not None
    assert (told.lost, told.drafts, told.untold, told.unread) == (1, 0, False, False)
