"""Erasing a dossier or part of it: on two and three real files, over a real hub whose clock moves with theirs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gpconnect.domain.erasure import Article, Erasure, ErasureReceipt, ErasureStatus, Refusal
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note
from gpconnect.services import (
    destroying,
    dossier_views,
    erasing,
    finding,
    meldcode,
    notes,
    reading,
    refusing,
    spaces,
    syncing,
)
from gpconnect.services.erasing import NewErasure
from gpconnect.services.erasing_standing import TooEarly
from gpconnect.services.meldcode import TypedStep
from gpconnect.services.session import Session
from gpconnect.storage import access_log, conflicts, erasure, operations, parcels, rows, search
from tests.services.conftest import Clock, MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import SECRET, Team, a_note, ask, destroyed, kept, plain, third, wire
from tests.services.online import Wire, client, sync

__all__ = ["wire"]


def status(session: Session, erasure_id: str) -> ErasureStatus:
    return rows.require(session.db, Erasure, erasure_id).status


def code(error: pytest.ExceptionInfo[KnownError]) -> str:
    return error.value.code


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
    refusing.refuse(sanne, asked, Refusal.INTEREST_OF_ANOTHER, "De broer heeft het nodig bij de rechter.")
    sync(sanne, joris, wire=wire)

    assert kept(joris) == {child}
    view = erasing.overview(joris, child)
    assert (view.blocked, view.asked[0].erasure.reason) == (False, "interest_of_another")
    refusal = view.asked[0].refusal
    assert refusal is not None
    assert (refusal.reason, refusal.decided_by_name, refusal.decided_at, refusal.told_at) == (
        "De broer heeft het nodig bij de rechter.",
        "Sanne de Vries",
        sanne.now(),
        None,
    )


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
    with pytest.raises(KnownError) as caught:
        dossier_views.open_dossier(joris, child)
    assert (code(caught), caught.value.params) == ("dossier.erased", {"on": "04-12-2026"})


def test_nothing_of_a_destroyed_dossier_is_left_in_any_page_of_any_file(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child, other = a_dossier(sanne), a_dossier(sanne, "Roos")
    a_note(sanne, child, f"{SECRET} " * 400)
    meldcode.record_step(sanne, child, TypedStep(1, sanne.today(), f"{SECRET} in het vertrouwelijke deel"))
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
        decided = desk is team[1]
        assert log[0].purpose == ("erasure.destroyed" if decided else "erasure.carried_out")
        assert log[0].on_behalf_of == ("" if decided else team[1].actor.staff_id), "who decided is in the line"
        assert access_log.verify_chain(desk.db) is None


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
        (told,) = erasing.overview(desk, child).asked
        # Joris's file has no list of colleagues here.
        name = sanne.actor.name if desk is sanne else ""
        assert told.too_early == TooEarly(name, clock()), "the request itself says who was too early"
        assert told.due_at == clock() + timedelta(days=7)
    erasing.undo(joris, asked)
    sync(joris, sanne, wire=wire)
    assert kept(sanne) == kept(joris) == {child}
    assert erasing.overview(joris, child).asked[0].too_early is None


def test_a_clock_that_is_known_to_run_ahead_is_not_believed(worker: Session, clock: Clock) -> None:
    asked = ask(worker, a_dossier(worker))
    clock.forward(days=7, minutes=30)
    syncing.finished(worker, ahead=61 * 60)
    assert erasing.due(worker) == ()
    with pytest.raises(KnownError) as caught:
        erasing.destroy(worker, asked)
    assert code(caught) == "erasure.days_left"

    clock.forward(minutes=31)
    assert [one.id for one, _ in erasing.due(worker)] == [asked]


def test_a_clock_that_runs_behind_waits_for_itself(worker: Session, clock: Clock) -> None:
    asked = ask(worker, a_dossier(worker))
    clock.forward(days=6, hours=23, minutes=30)
    syncing.finished(worker, ahead=-61 * 60)

    with pytest.raises(KnownError) as caught:
        erasing.destroy(worker, asked)
    assert code(caught) == "erasure.days_left"


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


def test_without_a_hub_it_happens_at_once_after_seven_days(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    a_note(worker, child, SECRET)
    clock.forward(days=20 * 366)
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
            erasing.request(
                worker, NewErasure(child if part else "nobody", Article.GDPR, erasing.LEGAL, parts=(part,) * bool(part))
            )
        assert code(caught) == wrong
    ask(worker, child)
    with pytest.raises(KnownError) as caught:
        erasing.request(worker, NewErasure(child, Article.GDPR))
    assert code(caught) == "erasure.already"
    assert erasing.overview(worker, child).name == "Daan Willems"
