"""Mending without a copy, and a copy in the place of a file that does not open any more."""

import shutil
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft
from gpconnect.services import enrolling, mending, returned, spaces, syncing
from gpconnect.storage import connection, files, kept, rows
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.mending_help import TYPED, Place, Team, check_mended, make_place
from tests.services.online import Wire, client


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
    assert not told.mended
    again.close()
