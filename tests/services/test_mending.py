"""A damaged file is mended: a copy, with what can still be read on top, and the rest again from the hub."""

import os
import pickle
import shutil
import signal
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.services import (
    damaged,
    keeping,
    mending,
    returned,
)
from gpconnect.services.acting import acting
from gpconnect.storage import access_log, checks, connection, erasure, files, operations, raw, restoring, rows
from gpconnect.storage.pages import PAGE
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.dossier_help import a_dossier
from tests.services.mending_help import TYPED, Place, Team, check_mended, make_place
from tests.services.online import Wire, sync
from tests.services.test_enrolling import wire_claim
from tests.services.test_restoring import names

ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(team: Team, wire: Wire, tmp_path: Path, clock: Clock) -> Place:
    """Eerst is in the copy, Tweede is at the hub, Derde and a note being written are nowhere else."""
    return make_place(team, wire, tmp_path, clock)


def page_with_unsent(place: Place) -> int:
    """A page of which what stood there was never sent, while other pages hold more of the kind."""
    for page in range(place.file.stat().st_size // PAGE, 1, -1):
        place.turn(page)
        found = place.outlook().outlook
        place.turn(page)
        if found.lost and found.kept:
            return page
    raise AssertionError


HIT = (
    "operation",
    "outbox",
    "sqlite_autoindex_operation_1",
    "note",
    "patient",
    "note_draft",
    "access_log",
    "parcel_in",
    "parcel_out",
    "secret_blob",
    "meta",
    "cursor",
    "search_data",
    "copy_made",
)


def test_whatever_page_is_hit_the_mended_file_is_whole_and_holds_what_could_be_read(place: Place) -> None:
    roots = {name: place.root(name) for name in HIT}
    hurt = place.folder.with_name("hurt")
    place.folder.rename(hurt)
    for name, page in roots.items():
        shutil.copytree(hurt, place.folder)
        place.turn(page)
        plan = place.outlook()
        mending.mend(plan, place.clock())
        assert checks.verify(place.file, place.ill.key).codes == (), name
        back = place.open()
        there = {one for (one,) in back.session.db.execute("SELECT op_id FROM operation").fetchall()}
        missing = place.held.keys() - there
        # Sent operations wait for the hub; of the others only those are gone that were said to be.
        assert len([one for one in missing if not place.held[one]]) == len(plan.outlook.lost), name
        assert len([one for one in missing if place.held[one]]) == plan.outlook.from_hub, name
        assert plan.outlook.lost_drafts == (name == "note_draft"), name
        drafts = [one.answers["request"] for one in rows.where(back.session.db, NoteDraft)]
        assert drafts == ([] if name == "note_draft" else [TYPED] if plan.outlook.drafts else []), name
        assert damaged.differing(back.session, damaged.to_compare(back.session, legible=True)) == 0, name
        assert damaged.damaged(back.session) is None
        back.close()
        shutil.rmtree(place.folder)


@pytest.mark.parametrize("name", ["operation", "secret_blob", "note", "access_log", "parcel_in"])
def test_after_mending_the_hub_gives_what_is_missing_and_everybody_agrees(place: Place, name: str) -> None:
    place.turn(place.root(name))
    plan = place.outlook()
    aside = mending.mend(plan, place.clock())
    assert files.database_path(aside).exists()

    check_mended(place, plan)


def test_what_was_never_sent_and_is_lost_is_named_before_and_the_rest_goes_on(place: Place, team: Team) -> None:
    place.turn(page_with_unsent(place))
    plan = mending.plan(team[0], place.ill, mending.look(place.ill))
    raw.let_go(place.file)
    assert plan.names == ("Derde Willems",)
    assert [one.event.purpose for one in access_log.after_row(team[0].db, 0)][-1] == "mend.preview"
    assert plan.others == 0
    mending.mend(plan, place.clock())

    check_mended(place, plan)
    back = place.open()
    told = returned.standing(back.session.db)
    assert told is not None
    assert (told.mended, told.kept, told.lost) == (True, plan.outlook.kept, len(plan.outlook.lost))
    # What the pages with the records themselves still say stays to be read here.
    assert "Derde" in names(back.session)
    returned.put_away(back.session)
    assert returned.standing(back.session.db) is None
    back.close()


def test_the_damaged_file_is_listed_and_goes_after_a_month_and_the_passphrase_stays(place: Place, clock: Clock) -> None:
    place.turn(place.root("note"))
    aside = mending.mend(place.outlook(), clock())
    back = place.open()
    (listed,) = [one for one in keeping.overview(back.session).copies if one.copy.before_restore]
    assert listed.copy.path == files.database_path(aside)
    clock.forward(days=31)
    keeping.expire_copies(back.session)
    assert not aside.exists()
    last = access_log.between(back.session.db, place.ill.line.at, clock())[-1]
    assert last.purpose
    assert "file.mended" in {one.purpose for one in access_log.between(back.session.db, place.ill.line.at, clock())}
    back.close()


def test_a_lost_line_of_the_log_leaves_a_line_that_says_so(place: Place) -> None:
    place.turn(place.root("access_log"))
    plan = place.outlook()
    mending.mend(plan, place.clock())

    back = place.open()
    said = [one for one in access_log.after_row(back.session.db, 0) if one.event.purpose == "log.lost"]
    assert len(said) == plan.outlook.lines > 0
    assert access_log.verify_chain(back.session.db) is None
    assert any(one.event.client for one in said), "an index still tells about whom it was"
    back.close()


@pytest.mark.parametrize("byte", [20_000, 100])
def test_a_copy_that_is_damaged_itself_is_passed_over(place: Place, team: Team, byte: int) -> None:
    data = bytearray(place.copy.read_bytes())
    data[byte] ^= 1
    place.copy.write_bytes(data)
    assert place.outlook().copy is None
    assert mending.begin(team[0]).copies == place.ill.copies


def test_a_file_of_which_nothing_can_be_read_says_so(place: Place) -> None:
    place.turn(1)
    with pytest.raises(KnownError, match=r"file\.damaged"):
        mending.look(place.ill)


def test_when_nobody_can_tell_what_was_erased_nothing_happens(place: Place) -> None:
    place.turn(place.root("tombstone"))
    files.erased_path(place.folder).unlink()
    with pytest.raises(KnownError, match=r"mend\.untold"):
        mending.mend(place.outlook(), place.clock())
    assert not list(place.folder.glob("before-restore-*"))


@pytest.mark.parametrize("stage", ["pages", "rows", "carry", "records"])
def test_stopped_at_any_stage_before_the_swap_nothing_has_changed(place: Place, stage: str) -> None:
    place.turn(place.root("note"))
    before = place.file.read_bytes()
    plan = place.outlook()

    def stop(now: str, _done: int, _total: int) -> None:
        if now == stage:
            raise KnownError(checks.STOPPED)

    with pytest.raises(KnownError, match=r"work\.stopped"):
        mending.mend(plan, place.clock(), stop)
    with pytest.raises(KnownError, match=r"work\.stopped") if stage == "pages" else nullcontext():
        mending.look(place.ill, stop if stage == "pages" else checks.nobody)

    assert place.file.read_bytes() == before
    assert not (place.folder / files.RESTORING).exists()
    assert not list(place.folder.glob("before-restore-*"))


def test_an_outcome_that_is_not_whole_is_never_put_in_place(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.turn(place.root("note"))
    before = place.file.read_bytes()
    plan = place.outlook()
    renew = restoring._renew

    def spoil(fresh: Path, what: restoring._Told) -> None:
        renew(fresh, what)
        data = bytearray(fresh.read_bytes())
        data[PAGE * 20 + 1000] ^= 1
        fresh.write_bytes(data)

    monkeypatch.setattr(restoring, "_renew", spoil)
    with pytest.raises(KnownError, match=r"mend\.not_verified"):
        mending.mend(plan, place.clock())
    assert place.file.read_bytes() == before


def test_what_was_erased_since_the_copy_does_not_return(place: Place, team: Team) -> None:
    """The copy holds the dossier, the file of now the tombstone; a bad page changes nothing about that."""
    sanne, _ = team
    (child,) = [one.id for one in rows.where(sanne.db, Patient, "given_name = 'Eerst'")]
    with connection.transaction(sanne.db):
        erasure.destroy(sanne.db, erasure.Tombstone(child, "Jeugdwet 7.3.9", "patient", sanne.now()))
        erasure.refuse_keys(sanne.db, [erasure.RefusedKey(sanne.team_space, b"k" * 16, 3, whole=True)])
    connection.checkpoint(sanne.db)
    for name in ("note", "tombstone"):
        shutil.rmtree(place.folder)
        shutil.copytree(sanne.folder, place.folder)
        place.turn(place.root(name))
        mending.mend(place.outlook(), place.clock())
        back = place.open()
        assert names(back.session) == {"Tweede", "Derde"}
        assert not rows.where(back.session.db, NoteDraft)
        assert [one.patient_id for one in erasure.tombstones(back.session.db)] == [child]
        assert b"k" * 16 in erasure.refused_keys(back.session.db, sanne.team_space)
        back.close()


def test_what_the_hub_refused_since_the_copy_stays_undone(team: Team, wire: Wire, tmp_path: Path, clock: Clock) -> None:
    """In the copy it still waited, so there its record is as if it counted."""
    sanne, joris = team
    child = a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    with acting(sanne, Intention.EDIT_DOSSIER) as action:
        patient = rows.require(sanne.db, Patient, child)
        action.write(replace(patient, given_name="Geweigerd"), claim=wire_claim(b"too short"))
    keeping.back_up(sanne, tmp_path / "kopie")
    clock.forward(hours=1)
    sync(sanne, joris, wire=wire)
    assert "patient" in {one.kind.partition(".")[0] for one, _ in operations.refused(sanne.db)}
    connection.checkpoint(sanne.db)
    folder = tmp_path / "plek"
    shutil.copytree(sanne.folder, folder)
    ill = replace(mending.begin(sanne), folder=folder)
    place = Place(folder, tmp_path / "kopie", ill, {}, [], wire, clock, joris)
    place.turn(place.root("note"))
    mending.mend(place.outlook(), clock())

    back = place.open()
    assert names(back.session) == names(joris) == {"Eerst"}
    assert damaged.differing(back.session, damaged.to_compare(back.session, legible=True)) == 0
    back.close()


DYING = """
import os, pickle, signal, sys
from pathlib import Path
from gpconnect.services import mending

plan, now, last = pickle.loads(bytes.fromhex(sys.argv[1])), *pickle.loads(bytes.fromhex(sys.argv[2]))
replaced = 0
replace = Path.replace
def counting(self, target):
    global replaced
    if last == f"replace {replaced}":
        os.kill(os.getpid(), signal.SIGKILL)
    replaced += 1
    return replace(self, target)
def watch(stage, done, total):
    if stage == last:
        os.kill(os.getpid(), signal.SIGKILL)
Path.replace = counting
if isinstance(plan, tuple):
    mending.rescue(*plan)
else:
    mending.mend(plan, now, watch)
"""
STAGES = ("pages", "search", "carry", "records", "swap", *(f"replace {number}" for number in range(8)))


def killed_at(stage: str, work: object, now: datetime) -> "subprocess.CompletedProcess[bytes]":
    """A process that does the work, a plan to mend or what a rescue needs, and dies at that stage if it comes there."""
    return subprocess.run(
        [sys.executable, "-c", DYING, pickle.dumps(work).hex(), pickle.dumps((now, stage)).hex()],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


@pytest.mark.parametrize("hit", ["secret_blob", ""])
def test_a_rescue_that_is_killed_is_done_by_the_next_one_or_was_done(place: Place, hit: str) -> None:
    """With what can still be read on top, and with the copy alone when that is nothing."""
    place.turn(place.root(hit) if hit else 1)
    hurt = place.folder.with_name("hurt")
    place.folder.rename(hurt)
    ended = set()
    for stage in [f"replace {number}" for number in range(20)]:
        if "done" in ended:
            break
        shutil.copytree(hurt, place.folder)
        done = killed_at(stage, (place.folder, place.copy, PASSPHRASE), place.clock())
        assert done.returncode in (-signal.SIGKILL, 0), stage
        try:
            back = place.open()
        except KnownError:
            ended.add("before")
            mending.rescue(place.folder, place.copy, PASSPHRASE)
            back = place.open()
        else:
            ended.add("killed" if done.returncode else "done")
        told = returned.standing(back.session.db)
        assert told is not None
        assert (told.mended, told.unread) == (bool(hit), not hit), stage
        assert checks.verify(place.file, place.ill.key).legible, stage
        assert names(back.session) == ({"Eerst", "Tweede", "Derde"} if hit else {"Eerst"}), stage
        assert not (place.folder / files.RESTORING).exists()
        back.close()
        shutil.rmtree(place.folder)
    assert ended == {"before", "killed", "done"}


def test_killed_at_any_step_the_old_file_or_the_mended_one_stands_there(place: Place) -> None:
    place.turn(place.root("note"))
    plan = place.outlook()
    hurt = place.folder.with_name("hurt")
    place.folder.rename(hurt)
    ends = set()
    for stage in STAGES:
        shutil.copytree(hurt, place.folder)
        done = killed_at(stage, plan, place.clock())
        assert done.returncode in (-signal.SIGKILL, 0), stage
        assert done.returncode or stage.startswith("replace"), "only there are fewer steps than were tried"
        back = place.open()
        whole = checks.verify(place.file, place.ill.key).legible
        assert whole == (returned.standing(back.session.db) is not None), stage
        assert not (place.folder / files.RESTORING).exists()
        ends.add(whole)
        back.close()
        shutil.rmtree(place.folder)
    assert ends == {True, False}
