"""After an erasure: old copies, facts of the pilot, forged history, and a hub that does not know the question."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from gpconnect.domain.care import Outcome
from gpconnect.domain.erasure import KeptHistory
from gpconnect.domain.errors import KnownError
from gpconnect.domain.facts import Fact
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.services import (
    destroying,
    dossier_views,
    enrolling,
    erasing,
    evaluations,
    facts,
    keeping_history,
    outcomes,
    spaces,
    syncing,
)
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, connection, copies, erasure, files, operations, parcels, rows, search
from gpconnect.sync.client import Request, Response
from tests.services.conftest import Clock, MakeSession, with_pilot
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import SECRET, Team, a_note, ask, destroyed, plain, wire
from tests.services.online import Wire, client, slip_in, sync
from tests.services.visits_help import a_talk_with_note

__all__ = ["wire"]


def copy_of(session: Session, tmp_path: Path) -> Path:
    """A copy of somebody's file as it is now."""
    target = tmp_path / "oude kopie"
    copies.backup(session.db, bytes(session.key), session.folder, target, session.now())
    return target


def put_back(session: Session, copy: Path) -> Session:
    """The same desk after that copy was put in the place of its file."""
    connection.close(session.db)
    copies.restore(session.folder, copy, bytes(session.key), now=session.now())
    db = connection.open_file(files.database_path(session.folder), bytes(session.key))
    destroying.forget_keys(db)  # as opening a profile does
    return replace(session, db=db)


def test_an_old_copy_that_is_put_back_is_erased_before_it_opens(
    team: Team, wire: Wire, clock: Clock, tmp_path: Path
) -> None:
    sanne, joris = team
    child, other = a_dossier(sanne), a_dossier(sanne, "Roos")
    note = a_note(sanne, other, f"{SECRET} deel")
    stays = a_note(sanne, other, "Dit blijft")
    a_note(sanne, child, SECRET)
    sync(sanne, joris, wire=wire)
    copy = copy_of(joris, tmp_path)
    destroyed(team, wire, clock, child)
    destroyed(team, wire, clock, other, f"note:{note}")

    again = put_back(joris, copy)

    assert SECRET.encode() not in plain(again)
    assert [one.id for one in rows.where(again.db, Patient)] == [other]
    wire.clients.pop(joris.device)
    sync(again, sanne, wire=wire)
    assert destroying.keys_of(spaces.space_keys(again.db, again.team_space), child) == ()
    assert [one.id for one in rows.where(again.db, Patient)] == [other]
    assert rows.get(again.db, Note, stays) is not None
    assert rows.get(again.db, Note, note) is None
    assert parcels.troubles(again.db) == []
    assert SECRET.encode() not in plain(again)
    connection.close(again.db)


def test_an_old_copy_that_is_put_back_is_blocked_before_it_opens(team: Team, wire: Wire, tmp_path: Path) -> None:
    sanne, joris = team
    child, other = a_dossier(sanne), a_dossier(sanne, "Roos")
    note = a_note(sanne, other, SECRET)
    sync(sanne, joris, wire=wire)
    copy = copy_of(joris, tmp_path)
    asked, _part = ask(joris, child), ask(joris, other, f"note:{note}")

    again = put_back(joris, copy)

    with pytest.raises(KnownError, match=r"dossier\.blocked"):
        dossier_views.open_dossier(again, child)
    assert rows.get(again.db, Note, note) is None
    assert search.find(again.db, SECRET) == []
    wire.clients.pop(joris.device)
    sync(again, sanne, wire=wire)
    assert erasure.is_blocked(sanne.db, child)
    erasing.undo(sanne, asked)
    sync(sanne, again, wire=wire)
    assert {one.id for one in rows.where(again.db, Patient)} == {child, other}
    connection.close(again.db)


def test_facts_about_the_child_are_taken_back_at_the_next_turn(team: Team, wire: Wire, clock: Clock) -> None:
    """Pseudonymous facts are personal data; what a half-day counted stays, because it names no child."""
    sanne, joris = with_pilot(team[0]), team[1]
    visit = a_talk_with_note(sanne)
    outcomes.finish(sanne, visit, Outcome.BRIEF_SUPPORT)
    (child,) = [one.id for one in rows.where(sanne.db, Patient)]
    clock.forward(days=40)
    sync(sanne, joris, wire=wire)
    facts.derive(sanne, force=True)
    before = {one.kind for one in rows.where(sanne.db, Fact, "withdrawn = 0")}
    assert {"encounter", "episode", "response", "appointment_end", "half_day"} <= before
    cards = rows.count(sanne.db, PersonCard)
    asked = ask(sanne, child)
    facts.derive(sanne, force=True)
    assert {one.kind for one in rows.where(sanne.db, Fact, "withdrawn = 0")} == before
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)
    erasing.destroy(sanne, asked)
    sync(sanne, joris, wire=wire)

    assert rows.count(sanne.db, PersonCard) == cards
    clock.forward(days=1)
    facts.derive(sanne)
    facts.derive(sanne, force=True)

    assert {one.kind for one in rows.where(sanne.db, Fact, "withdrawn = 0")} == {"half_day"}
    gone = rows.where(sanne.db, Fact, "withdrawn = 1")
    assert all(one.values == {} and one.revision == 2 for one in gone)


def test_a_hub_of_before_the_question_is_asked_again_and_holds_nothing_up(team: Team, wire: Wire, clock: Clock) -> None:
    def old_hub(request: Request, answer: Response) -> Response:
        """It has no such address."""
        if request.path != "/v1/erasures":
            return answer
        return Response(404, {"content-type": "application/json"}, b'{"code": "not_found"}')

    sanne, joris = team
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    wire.between = old_hub
    destroyed(team, wire, clock, child)
    assert not erasing.overview(sanne, child).asked[0].hub_done

    def broken(request: Request, answer: Response) -> Response:
        """It has trouble of its own."""
        return answer if request.path != "/v1/erasures" else Response(503, {"content-type": "application/json"}, b"{}")

    wire.between = broken
    with pytest.raises(KnownError, match=r"hub\.busy"):
        syncing.sync_now(sanne, client(sanne, wire))
    wire.between = None
    sync(sanne, wire=wire)
    assert erasing.overview(sanne, child).asked[0].hub_done


def test_a_colleague_who_forges_history_is_noticed(team: Team, wire: Wire) -> None:
    """What everybody read is compared; what nobody could read is taken on the word of who gathered it."""
    sanne, joris = team
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    (note,) = rows.where(sanne.db, Note)
    made = next(one for one in operations.of_dossier(sanne.db, child) if one.record == note.id)
    other = replace(made, body={**made.body, "author_name": "Iemand anders"})
    fresh = replace(made, op_id="ab" * 16, record="cd" * 16)
    elsewhere = replace(made, op_id="ef" * 16, dossier="another")
    for forged in (other, fresh, elsewhere):
        line = msgspec.json.encode({"operation": forged, "seq": 3, "place": 0}).decode()
        with acting(joris, Intention.ERASE) as action:
            action.write(KeptHistory(joris.new_id(), child, "x", (line,)), "gathered")
    with acting(joris, Intention.ERASE) as action:
        action.write(KeptHistory(joris.new_id(), child, "x", ("geen json",)), "gathered")
    sync(joris, sanne, wire=wire)

    assert [one.reason for one in conflicts.marked(sanne.db)] == ["erasure.other_history"] * 4
    assert rows.where(sanne.db, Note) == [note]


def test_history_is_gathered_in_pieces_that_fit_and_without_what_was_not_allowed(
    team: Team, wire: Wire, clock: Clock, make_session: MakeSession
) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    secret = a_note(sanne, child, SECRET)
    long = [a_note(sanne, child, "lang " * 15_000) for _ in range(5)]
    unknown = slip_in(sanne, "hologram.made", space=sanne.team_space, dossier=child)
    denied = slip_in(sanne, "site.made", space=sanne.team_space, dossier=child)
    a_note(sanne, child, "x" * (255 * 1024))
    sync(sanne, joris, wire=wire)
    assert [one.op_id for one in conflicts.marked(joris.db) if one.reason == "operation.not_allowed"] == [denied.op_id]
    assert len(list(keeping_history.gather(joris.db, child))) > 1
    destroyed(team, wire, clock, child, f"note:{secret}")
    second = destroyed(team, wire, clock, child, f"note:{long[0]}")
    noor = make_session("colleague")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(noor)])
    enrolling.follow(noor, [sanne.team_space])
    sync(sanne, noor, joris, wire=wire)

    assert rows.count(noor.db, Note) == 5
    assert rows.count(sanne.db, Note) == 6
    assert operations.by_id(noor.db, unknown.op_id) is not None
    assert operations.by_id(noor.db, denied.op_id) is None
    histories = [one for one in operations.of_dossier(joris.db, child) if one.kind == "kept_history.gathered"]
    assert {one.body["erasure_id"] for one in histories} == {second}


def test_a_part_that_is_asked_for_beside_the_whole_follows_the_whole(team: Team, wire: Wire, clock: Clock) -> None:
    """A part is destroyed while the whole dossier is asked for too: the rest is still gathered, and stays hidden."""
    sanne, joris = team
    child = a_dossier(sanne)
    secret = a_note(sanne, child, SECRET)
    sync(sanne, joris, wire=wire)
    part = ask(sanne, child, f"note:{secret}")
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)
    whole = ask(sanne, child)
    erasing.destroy(joris, part)
    sync(sanne, joris, wire=wire)

    assert rows.count(joris.db, Patient) == rows.count(sanne.db, Patient) == 0
    assert SECRET.encode() not in plain(joris)
    erasing.undo(joris, whole)
    sync(joris, sanne, wire=wire)
    assert [one.id for one in rows.where(sanne.db, Patient)] == [child]
    assert rows.get(sanne.db, Note, secret) is None


def test_a_new_part_that_two_people_wrote_in_stays_in_its_order_for_a_newcomer(
    team: Team, wire: Wire, clock: Clock, make_session: MakeSession
) -> None:
    """Work of two people on the same records: their places in the order go along."""
    sanne, joris = team
    child = a_dossier(sanne)
    secret = a_note(sanne, child, SECRET)
    sync(sanne, joris, wire=wire)
    for school, desk in (("De Linde", sanne), ("De Eik", joris), ("De Beuk", sanne)):
        with acting(desk, Intention.EDIT_DOSSIER) as action:
            action.write(replace(rows.require(desk.db, Patient, child), school=school))
        sync(desk, sanne, joris, wire=wire)
    destroyed(team, wire, clock, child, f"note:{secret}")
    noor = make_session("colleague")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(noor)])
    enrolling.follow(noor, [sanne.team_space])
    sync(sanne, noor, wire=wire)

    assert rows.require(noor.db, Patient, child) == rows.require(sanne.db, Patient, child)
    assert [one.op_id for one in operations.of_dossier(noor.db, child)][:-1] == [
        one.op_id for one in operations.of_dossier(sanne.db, child)
    ][:-1]
    assert conflicts.conflicts(noor.db) == []
    assert isinstance(evaluations.overview(noor).episodes, tuple)
    assert date(2015, 4, 3) == rows.require(noor.db, Patient, child).birth_date
