"""Part of a dossier, keys that go and come back, newcomers, and a plug that is pulled halfway."""

import msgspec
import pytest

from gpconnect.domain.erasure import Article, Erasure, ErasureReceipt
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.services import (
    damaged,
    destroying,
    dossier_views,
    erasing,
    notes,
    patients,
    spaces,
    syncing,
)
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, erasure, operations, parcels, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import Clock, MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import SECRET, Team, a_note, ask, destroyed, kept, plain, third, wire
from tests.services.online import Wire, client, sync

__all__ = ["wire"]


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


def test_a_file_in_which_part_of_a_dossier_was_erased_is_not_called_damaged(
    team: Team, wire: Wire, clock: Clock
) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    note = a_note(sanne, child, SECRET)
    sync(sanne, joris, wire=wire)
    destroyed(team, wire, clock, child, f"note:{note}")

    for desk in team:
        made = [(one.kind.partition(".")[0], one.record) for one in operations.of_dossier(desk.db, child)]
        assert "kept_history" in dict(made)
        assert damaged.differing(desk, made) == 0


def test_what_two_colleagues_destroy_unseen_is_destroyed_once_and_alike(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    note = a_note(sanne, child, SECRET)
    sync(sanne, joris, wire=wire)
    asked = ask(sanne, child, f"note:{note}")
    sync(sanne, joris, wire=wire)
    clock.forward(days=7, minutes=1)
    erasing.destroy(sanne, asked)
    erasing.destroy(joris, asked)

    sync(joris, sanne, joris, wire=wire)

    assert erasure.tombstones(sanne.db, child)[0].seq == erasure.tombstones(joris.db, child)[0].seq
    logs = [[one.op_id for one in operations.of_dossier(desk.db, child)] for desk in team]
    assert logs[0] == logs[1]
    (mark,) = conflicts.marked(joris.db)
    assert (mark.author, mark.reason) == (sanne.actor.staff_id, "state_moved_on")


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


def test_nobody_erases_another_dossier_by_naming_its_keys_or_its_records(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child, other = a_dossier(sanne), a_dossier(sanne, "Roos")
    (note,) = rows.where(sanne.db, Note, "patient_id = ?", (other,))
    sync(sanne, joris, wire=wire)
    keys = destroying.keys_of(spaces.space_keys(sanne.db, sanne.team_space), other)
    made = Erasure("ab" * 16, child, Article.GDPR, "patient", clock(), "", 1, (f"note:{note.id}",))
    with acting(joris, Intention.ERASE) as action:
        action.start(made, "requested")
    assert rows.get(joris.db, Note, note.id) == note
    asked = ask(sanne, child)
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)
    with acting(joris, Intention.ERASE) as action:
        for one, named in ((made.id, ["geen getal"]), (asked, [key.hex() for key in keys])):
            body = {"seen": "requested", "keys": named}
            action.event("erasure", one, "destroyed", body, space=joris.team_space)
    sync(joris, sanne, wire=wire)

    assert kept(sanne) == kept(joris) == {other}
    assert rows.get(sanne.db, Note, note.id) == note
    assert destroying.keys_of(spaces.space_keys(sanne.db, sanne.team_space), other) == keys


def test_a_key_that_a_late_laptop_made_itself_goes_as_well(team: Team, wire: Wire, clock: Clock) -> None:
    """Sanne packed a first note under a key of her own before she heard that the dossier was destroyed."""
    sanne, joris = team
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    with transaction(sanne.db):
        held = spaces.space_keys(sanne.db, sanne.team_space)
        spaces.put_keys(sanne.db, held.without_keys(destroying.keys_of(held, child)))
    a_note(sanne, child, SECRET)
    push = syncing.outgoing(sanne, sanne.team_space)
    assert push is not None
    asked = ask(joris, child)
    syncing.sync_now(joris, client(joris, wire))
    clock.forward(days=8)
    erasing.destroy(joris, asked)
    syncing.sync_now(joris, client(joris, wire))
    client(sanne, wire).push(push)
    sync(joris, sanne, joris, wire=wire)

    for desk in team:
        assert destroying.keys_of(spaces.space_keys(desk.db, desk.team_space), child) == ()
        assert operations.of_dossier(desk.db, child) == []
        assert SECRET.encode() not in plain(desk)
        assert [one.reason for one in parcels.troubles(desk.db)] == [destroying.LATE]
    assert client(joris, wire).pull(joris.team_space).keys == ()
