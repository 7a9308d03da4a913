"""What was erased, and what was not after all, when an older file or a copy takes the place of the file."""

import shutil
from pathlib import Path

import pytest

from gpconnect.domain.erasure import Erasure, ErasureStatus, Refusal
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note
from gpconnect.services import (
    damaged,
    erasing,
    keeping,
    mending,
    profiles,
    refusing,
    restoring,
    spaces,
    syncing,
    trouble,
)
from gpconnect.services.profiles import Profile
from gpconnect.services.session import Session
from gpconnect.storage import access_log, beside, connection, erasure, files, renewal, rows
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import SECRET, Team, a_note, ask, destroyed, plain, wire
from tests.services.mending_help import Place, make_place
from tests.services.online import Wire, client, sync
from tests.services.test_restoring import names, put_by_hand

__all__ = ["wire"]


def restored(session: Session, copy: Path, place: Path) -> Profile:
    """The profile, lying elsewhere, after this copy was put back there."""
    put_by_hand(session, place)
    here = restoring.closed(place, PASSPHRASE)
    restoring.restore(here, restoring.preview(here, copy, PASSPHRASE), session.now())
    return profiles.open_profile(place, PASSPHRASE, now=session.now)


@pytest.mark.parametrize("end", ["undone", "refused"])
@pytest.mark.parametrize("part", [False, True])
def test_a_copy_of_while_it_was_blocked_shows_again_what_is_not_to_be_erased_any_more(
    worker: Session, tmp_path: Path, clock: Clock, end: str, *, part: bool
) -> None:
    """No hub here that would tell it once more."""
    child = a_dossier(worker, "Blijft")
    (note,) = rows.where(worker.db, Note)
    asked = ask(worker, child, *([f"note:{note.id}"] if part else []))
    keeping.back_up(worker, tmp_path / "kopie")
    clock.forward(hours=1)
    if end == "undone":
        erasing.undo(worker, asked)
    else:
        refusing.refuse(worker, asked, Refusal.INTEREST_OF_ANOTHER, "Een broer heeft het nodig.")

    back = restored(worker, tmp_path / "kopie", tmp_path / "plek")

    assert names(back.session) == {"Blijft"}
    assert rows.where(back.session.db, Note) == [note]
    assert damaged.differing(back.session, [("patient", child), ("note", note.id)]) == 0
    back.close()


def test_a_copy_of_while_nothing_was_blocked_hides_what_is_to_be_erased_now(worker: Session, tmp_path: Path) -> None:
    child = a_dossier(worker, "Gevraagd")
    keeping.back_up(worker, tmp_path / "kopie")
    asked = ask(worker, child)
    erasing.undo(worker, asked)
    ask(worker, child)

    back = restored(worker, tmp_path / "kopie", tmp_path / "plek")

    assert names(back.session) == set()
    back.close()


def older_file_by_hand(session: Session, old: bytes, place: Path) -> None:
    """The profile lying elsewhere, in which somebody put an older data file; all that lay beside it is of now."""
    connection.checkpoint(session.db)
    shutil.copytree(session.folder, place)
    for companion in ("-wal", "-shm"):
        (place / f"{files.DATABASE}{companion}").unlink(missing_ok=True)
    files.database_path(place).write_bytes(old)


def file_of_now(session: Session) -> bytes:
    """The data file as somebody would copy it with a file manager."""
    connection.checkpoint(session.db)
    return files.database_path(session.folder).read_bytes()


def test_an_older_file_put_there_by_hand_erases_again_before_it_opens(
    worker: Session, tmp_path: Path, clock: Clock
) -> None:
    child, place = a_dossier(worker, "Gewist"), tmp_path / "plek"
    a_note(worker, child, SECRET)
    a_dossier(worker, "Blijft")
    old = file_of_now(worker)
    asked = ask(worker, child)
    clock.forward(days=8)
    erasing.destroy(worker, asked)
    stones = erasure.tombstones(worker.db)
    older_file_by_hand(worker, old, place)

    for _ in range(2):
        back = profiles.open_profile(place, PASSPHRASE, now=clock)
        here = back.session
        assert names(here) == {"Blijft"}
        assert erasure.tombstones(here.db) == stones
        assert rows.require(here.db, Erasure, asked).status is ErasureStatus.DESTROYED
        assert SECRET.encode() not in plain(here)
        assert [one.purpose for one in access_log.of_patient(here.db, child)].count("erasure.recalled") == 1
        listed = beside.read(place, bytes(here.key))
        assert listed is not None
        assert listed.carried.tombstones == tuple(stones)
        back.close()


def test_an_older_file_put_there_by_hand_blocks_what_is_asked_to_be_erased(worker: Session, tmp_path: Path) -> None:
    child, place = a_dossier(worker, "Gevraagd"), tmp_path / "plek"
    old = file_of_now(worker)
    asked = ask(worker, child)
    older_file_by_hand(worker, old, place)

    back = profiles.open_profile(place, PASSPHRASE, now=worker.now)
    assert names(back.session) == set()
    erasing.undo(back.session, asked)
    assert names(back.session) == {"Gevraagd"}
    back.close()


def test_an_older_file_put_there_by_hand_shows_what_was_asked_and_undone_since(worker: Session, tmp_path: Path) -> None:
    child, place = a_dossier(worker, "Blijft"), tmp_path / "plek"
    asked = ask(worker, child)
    old = file_of_now(worker)
    erasing.undo(worker, asked)
    older_file_by_hand(worker, old, place)

    back = profiles.open_profile(place, PASSPHRASE, now=worker.now)
    assert names(back.session) == {"Blijft"}
    back.close()


@pytest.mark.parametrize("how", ["one bit", "another key"])
def test_a_list_that_cannot_be_read_is_kept_and_told_when_an_older_file_opens(
    worker: Session, tmp_path: Path, clock: Clock, how: str
) -> None:
    child, place = a_dossier(worker, "Gewist"), tmp_path / "plek"
    old, ways, made = file_of_now(worker), files.slots_path(worker.folder).read_bytes(), clock()
    asked = ask(worker, child)
    clock.forward(days=8)
    erasing.destroy(worker, asked)
    older_file_by_hand(worker, file_of_now(worker), place)
    if how == "another key":
        renewal.change_key(place, PASSPHRASE)
    else:
        damaged_list = bytearray(files.erased_path(place).read_bytes())
        damaged_list[40] ^= 1
        files.erased_path(place).write_bytes(damaged_list)
    files.database_path(place).write_bytes(old)
    files.slots_path(place).write_bytes(ways)
    unread = files.erased_path(place).read_bytes()

    for _ in range(2):
        back = profiles.open_profile(place, PASSPHRASE, now=clock)
        (kept,) = beside.unreadable(place)
        assert kept.read_bytes() == unread
        told = trouble.state(back.session).unlisted
        assert told is not None
        assert (told.since, told.hub, told.asked_hub) == (made, False, False)
        assert beside.read(place, bytes(back.session.key)) is not None, "from now on there is a list again"
        if how == "another key":
            clock.forward(minutes=1)
        back.close()
    back = profiles.open_profile(place, PASSPHRASE, now=clock)
    trouble.seen_unlisted(back.session)
    back.close()
    back = profiles.open_profile(place, PASSPHRASE, now=clock)
    assert trouble.state(back.session).unlisted is None
    assert beside.unreadable(place) == [kept], "seen is not thrown away"
    back.close()


def test_a_list_that_is_gone_altogether_is_told_when_an_older_file_opens(
    worker: Session, tmp_path: Path, clock: Clock
) -> None:
    """Only the mark beside it still says that the file should know of an erasure."""
    child, place = a_dossier(worker, "Gewist"), tmp_path / "plek"
    old, made = file_of_now(worker), clock()
    asked = ask(worker, child)
    clock.forward(days=8)
    erasing.destroy(worker, asked)
    older_file_by_hand(worker, file_of_now(worker), place)
    shutil.copyfile(files.watermark_path(worker.folder), files.watermark_path(place))
    files.database_path(place).write_bytes(old)
    files.erased_path(place).unlink()

    for _ in range(2):
        back = profiles.open_profile(place, PASSPHRASE, now=clock)
        told = trouble.state(back.session).unlisted
        assert told is not None
        assert (told.since, told.hub, told.asked_hub) == (made, False, False)
        back.close()


def test_a_file_that_knows_all_its_erasures_says_nothing_of_a_list_that_is_gone(
    worker: Session, tmp_path: Path, clock: Clock
) -> None:
    child, place = a_dossier(worker, "Gewist"), tmp_path / "plek"
    asked = ask(worker, child)
    clock.forward(days=8)
    erasing.destroy(worker, asked)
    older_file_by_hand(worker, file_of_now(worker), place)
    shutil.copyfile(files.watermark_path(worker.folder), files.watermark_path(place))
    files.erased_path(place).unlink()

    back = profiles.open_profile(place, PASSPHRASE, now=clock)
    assert trouble.state(back.session).unlisted is None
    assert beside.read(place, bytes(back.session.key)) is not None
    back.close()


def test_what_a_colleague_let_erase_and_an_older_file_brought_back_goes_in_their_name(
    team: Team, wire: Wire, tmp_path: Path, clock: Clock
) -> None:
    (sanne, joris), place = team, tmp_path / "plek"
    child = a_dossier(sanne, "Gewist")
    sync(*team, wire=wire)
    old = file_of_now(sanne)
    destroyed(team, wire, clock, child)
    older_file_by_hand(sanne, old, place)

    back = profiles.open_profile(place, PASSPHRASE, now=clock)
    (line,) = [one for one in access_log.of_patient(back.session.db, child) if one.purpose == "erasure.recalled"]
    assert (line.user, line.on_behalf_of) == (sanne.actor.staff_id, joris.actor.staff_id)
    back.close()


def test_a_list_that_cannot_be_read_lets_the_hub_tell_again_what_was_erased(
    team: Team, wire: Wire, tmp_path: Path, clock: Clock
) -> None:
    sanne, place = team[0], tmp_path / "plek"
    child = a_dossier(sanne, "Gewist")
    sync(*team, wire=wire)
    old = file_of_now(sanne)
    destroyed(team, wire, clock, child)
    older_file_by_hand(sanne, old, place)
    files.erased_path(place).write_bytes(b"not a list")

    back = profiles.open_profile(place, PASSPHRASE, now=clock)
    assert names(back.session) == {"Gewist"}
    clock.forward(minutes=1)
    syncing.sync_now(back.session, client(back.session, wire))
    told = trouble.state(back.session).unlisted
    assert told is not None
    assert told.asked_hub
    assert names(back.session) == set()
    back.close()


def test_another_key_leaves_a_list_that_it_opens(worker: Session, tmp_path: Path, clock: Clock) -> None:
    child, place = a_dossier(worker, "Gewist"), tmp_path / "plek"
    asked = ask(worker, child)
    clock.forward(days=8)
    erasing.destroy(worker, asked)
    older_file_by_hand(worker, file_of_now(worker), place)
    key = renewal.change_key(place, PASSPHRASE)
    listed = beside.read(place, key)
    assert listed is not None
    assert [one.patient_id for one in listed.carried.tombstones] == [child]
    assert beside.read(place, bytes(worker.key)) is None
    back = profiles.open_profile(place, PASSPHRASE, now=clock)
    assert (beside.unreadable(place), trouble.state(back.session).unlisted) == ([], None)
    back.close()


def test_with_a_hub_out_of_reach_the_older_file_lets_go_of_the_dossier_and_its_key(
    team: Team, wire: Wire, tmp_path: Path, clock: Clock
) -> None:
    sanne, place = team[0], tmp_path / "plek"
    child = a_dossier(sanne, "Gewist")
    a_dossier(sanne, "Blijft")
    sync(*team, wire=wire)
    old = file_of_now(sanne)
    destroyed(team, wire, clock, child)
    older_file_by_hand(sanne, old, place)

    back = profiles.open_profile(place, PASSPHRASE, now=clock)
    here = back.session
    held = {one.dossier for one in spaces.space_keys(here.db, here.team_space).dossiers.values()}
    assert names(here) == {"Blijft"}
    assert child not in held
    syncing.sync_now(here, client(here, wire))
    assert names(here) == {"Blijft"}
    assert not syncing.state(here).alarms
    back.close()


def test_a_copy_over_an_older_file_put_there_by_hand_learns_of_erasures_from_the_list(
    worker: Session, tmp_path: Path, clock: Clock
) -> None:
    child, place = a_dossier(worker, "Gewist"), tmp_path / "plek"
    keeping.back_up(worker, tmp_path / "kopie")
    old = file_of_now(worker)
    asked = ask(worker, child)
    clock.forward(days=8)
    erasing.destroy(worker, asked)
    older_file_by_hand(worker, old, place)
    here = restoring.closed(place, PASSPHRASE)
    restoring.restore(here, restoring.preview(here, tmp_path / "kopie", PASSPHRASE), worker.now())

    back = profiles.open_profile(place, PASSPHRASE, now=clock)
    assert names(back.session) == set()
    back.close()


@pytest.fixture
def place(team: Team, wire: Wire, clock: Clock, tmp_path: Path) -> Place:
    return make_place(team, wire, tmp_path, clock)


def test_a_damaged_file_is_not_mended_while_nothing_tells_what_was_erased(place: Place) -> None:
    """The list beside it is gone and the page of what was erased is bad: it is said before anything is promised."""
    whole = files.erased_path(place.folder).read_bytes()
    place.turn(place.root("tombstone"))
    plan = place.outlook()
    files.erased_path(place.folder).unlink()
    for way in (lambda: mending.look(place.ill), lambda: mending.mend(plan, place.clock())):
        with pytest.raises(KnownError, match=r"mend\.untold"):
            way()
    files.erased_path(place.folder).write_bytes(whole)
    mending.mend(plan, place.clock())
    place.open().close()
