"""Erasing a dossier or part of it: on two and three real files, over a real hub whose clock moves with theirs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from gpconnect.domain.erasure import Article, Erasure, ErasureReceipt, ErasureStatus, Refusal
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.services import (
    destroying,
    dossier_views,
    enrolling,
    erasing,
    finding,
    notes,
    patients,
    reading,
    spaces,
    syncing,
)
from gpconnect.services.acting import acting
from gpconnect.services.erasing import NewErasure
from gpconnect.services.session import Session
from gpconnect.storage import access_log, conflicts, erasure, operations, parcels, rows, search
from tests.services.conftest import Clock, MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import SECRET, a_note, ask, plain
from tests.services.online import Wire, client, hub, sync

Team = tuple[Session, Session]


@pytest.fixture
def wire(tmp_path: Path, empty_hub: Path, clock: Clock) -> Iterator[Wire]:
    """A hub whose clock is the test's."""
    with hub(tmp_path / "hub", empty_hub, clock) as network:
        yield network


def kept(session: Session) -> set[str]:
    """Ids of the dossiers in a file."""
    return {one.id for one in rows.where(session.db, Patient)}


def status(session: Session, erasure_id: str) -> ErasureStatus:
    return rows.require(session.db, Erasure, erasure_id).status


def code(error: pytest.ExceptionInfo[KnownError]) -> str:
    return error.value.code


def third(make_session: MakeSession, team: Team, wire: Wire) -> Session:
    """One more colleague, let in now."""
    sanne, _ = team
    new = make_session("colleague")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(new)])
    enrolling.follow(new, [sanne.team_space])
    sync(sanne, new, wire=wire)
    return new


def test_a_request_blocks_the_dossier_at_once_on_every_device_that_syncs(team: Team, wire: Wire) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    a_note(sanne, child, SECRET)
    sync(sanne, joris, wire=wire)
    ask(sanne, child)
    sync(sanne, joris, wire=wire)

    for desk in team:
        with pytest.raises(KnownError) as caught:
            dossier_views.open_dossier(desk, child)
        assert code(caught) == "dossier.blocked"
        with pytest.raises(KnownError) as caught:
            reading.require_readable(desk, child)
        assert code(caught) == "dossier.blocked"
        with pytest.raises(KnownError) as caught:
            a_note(desk, child, "nog iets")
        assert code(caught) == "dossier.blocked"
        found = dossier_views.list_dossiers(desk)
        assert (found.lines, found.blocked) == ((), (child,))
        assert finding.find(desk, SECRET).notes == ()
        assert finding.find(desk, "Daan").people == ()
        assert rows.count(desk.db, Note) == 0


def test_undoing_gives_everything_back_as_it_was(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    a_note(sanne, child, SECRET)
    _, view = notes.open_patient(sanne, child)
    notes.save_draft(sanne, view.draft)
    sync(sanne, joris, wire=wire)
    before = {name: dossier_views.look_again(desk, child) for name, desk in (("sanne", sanne), ("joris", joris))}
    asked = ask(sanne, child)
    sync(sanne, joris, wire=wire)
    assert notes.my_drafts(sanne) == ()
    with pytest.raises(KnownError) as caught:
        notes.save_draft(sanne, view.draft)
    assert code(caught) == "dossier.blocked"
    clock.forward(days=30)

    erasing.undo(joris, asked)
    sync(joris, sanne, wire=wire)

    assert {n: dossier_views.look_again(desk, child) for n, desk in (("sanne", sanne), ("joris", joris))} == before
    assert [one.patient_id for one in finding.find(sanne, SECRET).notes] == [child]
    assert [one.draft.id for one in notes.my_drafts(sanne)] == [view.draft.id]
    with pytest.raises(KnownError) as caught:
        erasing.destroy(sanne, asked)
    assert code(caught) == "erasure.moved_on"


def test_a_refusal_says_why_and_gives_the_dossier_back(team: Team, wire: Wire) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    asked = ask(sanne, child)
    erasing.refuse(sanne, asked, Refusal.INTEREST_OF_ANOTHER)
    sync(sanne, joris, wire=wire)

    assert kept(joris) == {child}
    view = erasing.overview(joris, child)
    assert (view.blocked, view.asked[0].erasure.reason) == (False, "interest_of_another")


def test_destroying_waits_seven_days_by_the_hubs_receipt_and_by_the_own_clock(
    team: Team, wire: Wire, clock: Clock
) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    asked = ask(sanne, child)
    with pytest.raises(KnownError) as caught:
        erasing.destroy(sanne, asked)
    assert code(caught) == "erasure.not_received"
    clock.forward(days=3)
    sync(sanne, joris, wire=wire)
    clock.forward(days=6)
    with pytest.raises(KnownError) as caught:
        erasing.destroy(sanne, asked)
    assert (code(caught), caught.value.params) == ("erasure.days_left", {"day": "04-12-2026"})
    clock.forward(days=1, minutes=1)

    erasing.destroy(sanne, asked)
    assert erasing.overview(sanne, child).asked[0].under_way
    sync(sanne, joris, wire=wire)

    assert kept(sanne) == kept(joris) == set()


def test_nothing_of_a_destroyed_dossier_is_left_in_any_page_of_any_file(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child, other = a_dossier(sanne), a_dossier(sanne, "Roos")
    a_note(sanne, child, f"{SECRET} " * 400)
    _, view = notes.open_patient(joris, child)
    sync(sanne, joris, wire=wire)
    _, view = notes.open_patient(joris, child)
    notes.save_draft(joris, view.draft)
    secrets = {key.secret for desk in team for key in spaces.space_keys(desk.db, desk.team_space).dossiers.values()
               if key.dossier == child}  # fmt: skip
    assert all(SECRET.encode() in plain(desk) for desk in team)
    destroyed(team, wire, clock, child)

    for desk in team:
        clear = plain(desk)
        assert SECRET.encode() not in clear
        assert SECRET.lower().encode() not in clear
        assert b"Karin van Daan" not in clear
        assert not any(secret in clear for secret in secrets)
        assert b"Karin van Roos" in clear
        assert search.find(desk.db, SECRET) == []
        assert operations.of_dossier(desk.db, child) == []
        assert notes.my_drafts(desk) == ()
        assert kept(desk) == {other}
        assert {key.dossier for key in spaces.space_keys(desk.db, desk.team_space).dossiers.values()} == {other}
        assert [one.article for one in erasure.tombstones(desk.db)] == ["jeugdwet_7_3_9"]
        log = access_log.of_patient(desk.db, child)
        assert log[0].purpose == "erasure.destroyed"
        assert access_log.verify_chain(desk.db) is None


def destroyed(team: Team, wire: Wire, clock: Clock, child: str, *parts: str) -> str:
    """Asked by Sanne, destroyed by Joris a week later, heard by both."""
    sanne, joris = team
    asked = ask(sanne, child, *parts)
    sync(sanne, joris, wire=wire)
    clock.forward(days=7, minutes=1)
    erasing.destroy(joris, asked)
    sync(joris, sanne, wire=wire)
    return asked


def test_above_twenty_records_a_second_person_destroys(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    for number in range(196):
        a_note(sanne, child, f"Gesprek {number}")
    asked = ask(sanne, child)
    assert rows.require(sanne.db, Erasure, asked).records == 200
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)
    with pytest.raises(KnownError) as caught:
        erasing.destroy(sanne, asked)
    assert code(caught) == "erasure.second_person"
    assert [erasing.due(desk) == () for desk in team] == [True, False]

    erasing.destroy(joris, asked)
    sync(joris, sanne, wire=wire)

    assert [len(operations.of_dossier(desk.db, child)) for desk in team] == [0, 0]
    assert [rows.count(desk.db, Note) for desk in team] == [0, 0]


def test_many_small_requests_in_a_week_count_as_one_large_one(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    children = [a_dossier(sanne, name) for name in ("Daan", "Roos", "Noor", "Bram", "Lot", "Kees")]
    asked = [ask(sanne, child) for child in children]
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)

    with pytest.raises(KnownError) as caught:
        erasing.destroy(sanne, asked[0])
    assert code(caught) == "erasure.second_person"
    erasing.undo(sanne, asked[5])
    erasing.destroy(sanne, asked[0])
    sync(sanne, joris, wire=wire)
    assert status(joris, asked[0]) is ErasureStatus.DESTROYED


def test_who_undid_it_first_in_the_hubs_order_wins_and_nothing_is_lost(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    asked = ask(sanne, child)
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)
    erasing.destroy(sanne, asked)
    erasing.undo(joris, asked)
    sync(joris, sanne, wire=wire)

    assert kept(sanne) == kept(joris) == {child}
    assert [one.reason for one in conflicts.marked(sanne.db)] == ["state_moved_on"]


def test_a_clock_set_forward_destroys_nothing(team: Team, wire: Wire, clock: Clock) -> None:
    """The worker's own clock says a week later; the hub received both in one hour."""
    sanne, joris = team
    child = a_dossier(sanne)
    asked = ask(sanne, child)
    sync(sanne, joris, wire=wire)
    erasing_ahead = replace(sanne, now=lambda: clock() + timedelta(days=9))
    erasing.destroy(erasing_ahead, asked)
    assert status(sanne, asked) is ErasureStatus.DESTROYED
    sync(sanne, joris, wire=wire)

    for desk in team:
        assert status(desk, asked) is ErasureStatus.REQUESTED
        assert operations.of_dossier(desk.db, child) != []
        assert [one.reason for one in conflicts.marked(desk.db)] == ["erasure.too_early"]
        assert erasure.is_blocked(desk.db, child)
    erasing.undo(joris, asked)
    sync(joris, sanne, wire=wire)
    assert kept(sanne) == kept(joris) == {child}


def test_a_laptop_that_was_off_erases_when_it_syncs_and_what_it_wrote_is_not_applied(
    team: Team, wire: Wire, clock: Clock, make_session: MakeSession
) -> None:
    sanne, joris = team
    noor = third(make_session, team, wire)
    child = a_dossier(sanne)
    sync(sanne, joris, noor, wire=wire)
    a_note(noor, child, SECRET)
    asked = destroyed(team, wire, clock, child)
    view = erasing.overview(joris, child)
    receipts = {one.device: one for one in view.asked[0].receipts}
    assert {device: one.done_at is not None for device, one in receipts.items()} == {
        sanne.device: True,
        joris.device: True,
        noor.device: False,
    }
    assert view.name == ""

    sync(noor, sanne, joris, wire=wire)

    assert kept(noor) == set()
    assert SECRET.encode() not in plain(noor)
    assert [one.reason for one in conflicts.marked(noor.db)] == [destroying.LATE]
    assert rows.count(sanne.db, ErasureReceipt, "erasure_id = ?", (asked,)) == 3
    assert all(one.done_at for one in erasing.overview(sanne, child).asked[0].receipts)


def test_what_was_under_way_already_stays_sealed_and_is_told(team: Team, wire: Wire, clock: Clock) -> None:
    """Sanne's laptop had packed a note before it heard; the hub gives it a place after the destruction."""
    sanne, joris = team
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    asked = ask(joris, child)
    syncing.sync_now(joris, client(joris, wire))
    note = a_note(sanne, child, SECRET)
    push = syncing.outgoing(sanne, sanne.team_space)
    assert push is not None
    clock.forward(days=8)
    erasing.destroy(joris, asked)
    syncing.sync_now(joris, client(joris, wire))
    sync(sanne, joris, wire=wire)

    assert rows.get(joris.db, Note, note) is None
    assert operations.of_dossier(joris.db, child) == operations.of_dossier(sanne.db, child) == []
    assert [one.reason for one in parcels.troubles(joris.db)] == [destroying.LATE]
    assert SECRET.encode() not in plain(joris) + plain(sanne)


def test_the_hub_lets_the_keys_go_and_a_newcomer_reads_nothing(
    team: Team, wire: Wire, clock: Clock, make_session: MakeSession
) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    destroyed(team, wire, clock, child)
    assert all(erasing.overview(desk, child).asked[0].hub_done for desk in team)
    answer = client(sanne, wire).pull(sanne.team_space)
    assert answer.keys == ()

    noor = third(make_session, team, wire)

    assert kept(noor) == set()
    assert operations.of_dossier(noor.db, child) == []
    assert parcels.troubles(noor.db) == []
    assert parcels.parked(noor.db, noor.team_space) == []
    assert rows.count(noor.db, ErasureReceipt, "device = ?", (noor.device,)) == 0


def test_a_key_that_the_hub_offers_again_is_not_taken(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    old = client(sanne, wire).pull(sanne.team_space).keys
    destroyed(team, wire, clock, child)
    gone = tuple(erasure.refused_keys(joris.db, joris.team_space))
    again = client(joris, wire).pull(joris.team_space, *cursor_of(joris))
    offered = msgspec.structs.replace(again, keys=old)
    syncing.take(joris, joris.team_space, offered, client(joris, wire).hub_key or b"")

    assert destroying.keys_of(spaces.space_keys(joris.db, joris.team_space), child) == ()
    assert spaces.waiting_wraps(joris.db, joris.team_space) == ()
    assert destroying.to_forget(joris, joris.team_space) == gone


def cursor_of(session: Session) -> tuple[int, int]:
    known = parcels.cursor(session.db, session.team_space)
    assert known is not None
    return known.seq, known.key_cursor


def test_a_child_that_comes_back_gets_a_new_dossier(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    destroyed(team, wire, clock, child)
    with acting(sanne, Intention.EDIT_DOSSIER) as action:
        action.write(
            Patient(child, "Daan", "Willems", clock().date(), sanne.actor.staff_id, clock())  # a family returns
        )
    sync(sanne, joris, wire=wire)

    assert kept(joris) == {child}
    assert not erasing.overview(joris, child).blocked


def test_part_of_a_dossier_goes_and_the_rest_stays_readable_also_for_who_comes_later(
    team: Team, wire: Wire, clock: Clock, make_session: MakeSession
) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    note = a_note(sanne, child, SECRET)
    notes.add_addendum(sanne, note, f"{SECRET} ook")
    stays = a_note(joris_with(team, wire), child, "Dit blijft")
    patients.edit_patient(joris, child, {"school": "De Linde"})
    sync(sanne, joris, wire=wire)
    asked = ask(sanne, child, f"note:{note}")
    assert len(rows.require(sanne.db, Erasure, asked).parts) == 2
    assert rows.get(sanne.db, Note, note) is None
    assert dossier_views.look_again(sanne, child).patient.school == "De Linde"
    sync(sanne, joris, wire=wire)
    clock.forward(days=7, minutes=1)
    erasing.destroy(joris, asked)
    sync(joris, sanne, wire=wire)
    noor = third(make_session, team, wire)
    sync(joris, sanne, noor, wire=wire)

    for desk in (sanne, joris, noor):
        assert SECRET.encode() not in plain(desk)
        assert rows.get(desk.db, Note, note) is None
        assert rows.count(desk.db, Addendum) == 0
        assert rows.require(desk.db, Note, stays).author_name == "Joris Maas"
        assert conflicts.marked(desk.db) == []
        assert parcels.troubles(desk.db) == []
    views = [dossier_views.look_again(desk, child) for desk in (sanne, joris, noor)]
    assert views[2].patient == views[0].patient == views[1].patient
    assert views[2].related == views[0].related


def joris_with(team: Team, wire: Wire) -> Session:
    """Joris, who has heard everything."""
    sync(*team, wire=wire)
    return team[1]


def test_what_was_under_way_beside_an_erased_part_goes_again_under_the_new_key(
    team: Team, wire: Wire, clock: Clock
) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    note = a_note(sanne, child, SECRET)
    sync(sanne, joris, wire=wire)
    asked = ask(joris, child, f"note:{note}")
    syncing.sync_now(joris, client(joris, wire))
    mine = a_note(sanne, child, "Nog op weg")
    notes.add_addendum(sanne, note, f"{SECRET} te laat")
    assert syncing.outgoing(sanne, sanne.team_space) is not None
    clock.forward(days=8)
    erasing.destroy(joris, asked)
    syncing.sync_now(joris, client(joris, wire))
    sync(sanne, joris, wire=wire)

    assert rows.get(joris.db, Note, mine) is not None
    for desk in team:
        assert rows.count(desk.db, Addendum) == 0
        assert SECRET.encode() not in plain(desk)


def test_a_destruction_that_is_interrupted_has_not_happened(
    team: Team, wire: Wire, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is one transaction: at whatever step it stops, the file is as before and the next round does it."""
    sanne, joris = team
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    asked = ask(sanne, child)
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)
    erasing.destroy(sanne, asked)
    syncing.sync_now(sanne, client(sanne, wire))
    before = len(operations.of_dossier(joris.db, child))
    for name in ("hide", "destroy", "refuse_keys"):
        with monkeypatch.context() as patch:
            patch.setattr(erasure, name, pull_the_plug)
            with pytest.raises(OSError, match="plug"):
                syncing.sync_now(joris, client(joris, wire))
        assert len(operations.of_dossier(joris.db, child)) == before
        assert erasure.is_blocked(joris.db, child)

    sync(joris, wire=wire)
    assert operations.of_dossier(joris.db, child) == []
    assert len(erasure.tombstones(joris.db)) == 1


def pull_the_plug(*_args: object, **_named: object) -> None:
    message = "the plug was pulled"
    raise OSError(message)


def test_without_a_hub_it_happens_at_once_after_seven_days(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    a_note(worker, child, SECRET)
    asked = ask(worker, child, article=Article.RETENTION)
    clock.forward(days=7)
    assert [one.id for one, _ in erasing.due(worker)] == [asked]
    erasing.destroy(worker, asked)

    assert SECRET.encode() not in plain(worker)
    view = erasing.overview(worker, child)
    assert (view.online, view.asked[0].done, [one.own for one in view.asked[0].receipts]) == (False, True, [True])
    assert erasing.due(worker) == ()


def test_what_can_be_chosen_and_what_cannot(worker: Session) -> None:
    child = a_dossier(worker)
    view = erasing.overview(worker, child)
    assert [one.kind for one in view.parts] == ["note"]
    assert (view.name, view.records, [name for _, name in view.requesters]) == ("Daan Willems", 4, ["Karin van Daan"])
    for wrong, part in (("erasure.part_gone", "patient:x"), ("record.missing", "")):
        with pytest.raises(KnownError) as caught:
            erasing.request(worker, NewErasure(child if part else "nobody", Article.GDPR, parts=(part,) * bool(part)))
        assert code(caught) == wrong
    ask(worker, child)
    with pytest.raises(KnownError) as caught:
        erasing.request(worker, NewErasure(child, Article.GDPR))
    assert code(caught) == "erasure.already"
    assert erasing.overview(worker, child).name == "Daan Willems"
