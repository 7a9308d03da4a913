"""What was erased stays erased when a restored hub goes on from before the destruction."""

from pathlib import Path

from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.roles import Intention
from gpconnect.services import erasing, healing_standing, syncing
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import erasure, operations, parcels, rows
from tests.services.conftest import Clock, MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import Team, a_note, ask, third, wire
from tests.services.healing_help import restorable, takes_nothing_back
from tests.services.online import Wire, client, sync

__all__ = ["wire"]


def add(session: Session, patient_id: str, note_id: str) -> str:
    """An addendum to a note; gives its id."""
    me = session.actor
    made = Addendum(session.new_id(), note_id, patient_id, "Nog iets.", me.staff_id, me.name, session.now())
    with acting(session, Intention.WRITE_NOTE) as action:
        action.write(made, "signed")
    return made.id


def test_who_had_not_heard_of_it_writes_in_vain_until_the_destruction_has_a_place_again(
    team: Team, make_session: MakeSession, wire: Wire, clock: Clock, tmp_path: Path
) -> None:
    """The old place says nothing about the new order: what comes after it there may have been written before."""
    sanne, joris = team
    with restorable(tmp_path / "hub", wire, clock) as hub:
        femke = third(make_session, team, wire)
        child = a_dossier(sanne)
        note = a_note(sanne, child, "Weg")
        asked = ask(sanne, child, f"note:{note}")
        sync(sanne, joris, femke, wire=wire)
        hub.copy()
        clock.forward(days=7, minutes=1)
        erasing.destroy(joris, asked)
        sync(joris, sanne, wire=wire)
        (before,) = erasure.tombstones(sanne.db)
        hub.put_back()
        honest = wire.send
        takes_nothing_back(wire)
        syncing.sync_now(sanne, client(sanne, wire))
        healing_standing.go_on(sanne, sanne.team_space)
        syncing.sync_now(sanne, client(sanne, wire))
        wire.send = honest
        assert [stone.seq for stone in erasure.tombstones(sanne.db)] == [erasure.UNPLACED]
        for _ in range(before.seq):
            a_note(femke, child, "Verder")
            sync(femke, wire=wire)
        late = add(femke, child, note)
        sync(femke, sanne, wire=wire)

        assert rows.get(sanne.db, Addendum, late) is None, "it is about what is gone"
        assert a_note(sanne, child, "Van Sanne")
        sync(sanne, joris, sanne, femke, joris, wire=wire)

        stones = [erasure.tombstones(one.db) for one in (sanne, joris, femke)]
        assert [[stone.seq > before.seq for stone in one] for one in stones] == [[True]] * 3
        assert len({one[0].seq for one in stones}) == 1
        for one in (sanne, joris, femke):
            assert not erasing_left(one, note, late)
            assert syncing.state(one).alarms == 0


def test_what_remains_of_a_dossier_reaches_everybody_with_the_destruction_that_a_cut_order_had_lost(
    team: Team, make_session: MakeSession, wire: Wire, clock: Clock, tmp_path: Path
) -> None:
    """Joris alone had heard of his own destruction; he sends it again in one parcel with what he gathered after it."""
    sanne, joris = team
    with restorable(tmp_path / "hub", wire, clock) as hub:
        child = a_dossier(sanne)
        note, stays = a_note(sanne, child, "Weg"), a_note(sanne, child, "Blijft")
        asked = ask(sanne, child, f"note:{note}")
        sync(sanne, joris, wire=wire)
        clock.forward(days=7, minutes=1)
        hub.copy()
        erasing.destroy(joris, asked)
        sync(joris, wire=wire)
        hub.put_back()
        syncing.sync_now(sanne, client(sanne, wire))
        healing_standing.go_on(sanne, sanne.team_space)
        syncing.sync_now(sanne, client(sanne, wire))
        sync(joris, sanne, joris, sanne, wire=wire)
        femke = third(make_session, team, wire)
        sync(sanne, joris, femke, wire=wire)

        assert rows.get(femke.db, Note, stays) is not None, "who comes later reads what remained"
        logs = [[one.op_id for one in operations.of_dossier(desk.db, child)] for desk in (joris, sanne)]
        assert logs[0] == logs[1]
        for one in (sanne, joris, femke):
            assert not erasing_left(one, note)
            assert parcels.parked(one.db, one.team_space) == []
            assert syncing.state(one).alarms == 0


def test_what_was_written_before_a_destruction_that_a_cut_order_had_lost_is_read_by_who_carried_it_out_first(
    team: Team, make_session: MakeSession, wire: Wire, clock: Clock, tmp_path: Path
) -> None:
    """Joris let the key go before; Sanne writes under it in the order that had lost his destruction."""
    sanne, joris = team
    with restorable(tmp_path / "hub", wire, clock) as hub:
        child = a_dossier(sanne)
        note, stays = a_note(sanne, child, "Weg"), a_note(sanne, child, "Blijft")
        asked = ask(sanne, child, f"note:{note}")
        sync(sanne, joris, wire=wire)
        clock.forward(days=7, minutes=1)
        hub.copy()
        erasing.destroy(joris, asked)
        sync(joris, wire=wire)
        hub.put_back()
        syncing.sync_now(sanne, client(sanne, wire))
        healing_standing.go_on(sanne, sanne.team_space)
        added, other = add(sanne, child, stays), add(joris, child, stays)
        sync(sanne, joris, sanne, joris, sanne, wire=wire)
        femke = third(make_session, team, wire)
        sync(sanne, joris, femke, wire=wire)

        for one in (sanne, joris, femke):
            assert rows.get(one.db, Addendum, added) is not None
            assert rows.get(one.db, Addendum, other) is not None
            assert not erasing_left(one, note)
            assert parcels.parked(one.db, one.team_space) == []
            assert syncing.state(one).alarms == 0
        places = [erasure.places(one.db, child) for one in (sanne, joris)]
        assert places[0] == places[1]


def erasing_left(session: Session, *ids: str) -> list[str]:
    """Which of these records can still be found in a file."""
    return [one for one in ids if session.db.execute("SELECT 1 FROM operation WHERE record = ?", (one,)).fetchone()]
