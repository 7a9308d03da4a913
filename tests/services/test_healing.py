"""A hub was put back from a copy: its members make it whole, in the old order, and go on where they were."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import Appointment, Placement
from gpconnect.hub import restored, upkeep
from gpconnect.services import enrolling, healing_standing, syncing
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import PRACTICE, MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.healing_help import Restorable, log, restorable
from tests.services.online import Wire, client, slip_in, sync
from tests.services.test_restoring import names
from tests.services.test_syncing import SLOT, book

Practice = tuple[Session, Session, Session]
Team = tuple[Session, Session]
OTHER_SLOT = SLOT.replace("0100", "0101")


@pytest.fixture
def hub(tmp_path: Path, wire: Wire) -> Iterator[Restorable]:
    with restorable(tmp_path / "hub", wire) as hub:
        yield hub


def round_of(session: Session, wire: Wire) -> None:
    syncing.sync_now(session, client(session, wire))


def test_three_devices_bring_back_what_the_hub_forgot_in_the_old_order(
    practice: Practice, make_session: MakeSession, wire: Wire, hub: Restorable
) -> None:
    gp, assistant, worker = practice
    colleague = make_session("colleague")
    enrolling.found(worker, worker.team_space)
    round_of(worker, wire)
    sync(gp, assistant, worker, wire=wire)
    hub.copy()
    enrolling.admit(worker, worker.team_space, [enrolling.device_card(colleague)])
    enrolling.follow(colleague, [worker.team_space])
    everybody = (gp, assistant, worker, colleague)
    a_dossier(worker, "Noor")
    first = book(gp, SLOT)
    sync(*everybody, wire=wire)
    a_dossier(colleague, "Sem")
    second = book(assistant, OTHER_SLOT)
    sync(*everybody, wire=wire)
    third = book(worker, SLOT)
    sync(*everybody, wire=wire)
    before = hub.order()
    logs = {space: log(worker, space) for space in (PRACTICE, worker.team_space)}

    hub.put_back()
    late = book(gp, OTHER_SLOT)
    for session in everybody:
        round_of(session, wire)
    healed = hub.order()
    for _ in range(2):
        sync(*everybody, wire=wire)

    assert healed[: len(before)] == before or [row for row in healed if row in before] == before
    assert upkeep.check(hub.engine).ok
    for session in (gp, assistant, worker):
        places = {one.id: one.placement for one in rows.where(session.db, Appointment)}
        assert places == {
            first.id: Placement.CONFIRMED,
            second.id: Placement.CONFIRMED,
            third.id: Placement.LOST,
            late.id: Placement.LOST,
        }
        assert log(session, PRACTICE) == log(gp, PRACTICE)
        assert set(logs[PRACTICE]) <= set(log(session, PRACTICE))
    assert log(worker, worker.team_space) == log(colleague, worker.team_space)
    assert set(logs[worker.team_space]) <= set(log(worker, worker.team_space))
    assert names(worker) == names(colleague) == {"Noor", "Sem"}
    for session in everybody:
        state = syncing.state(session)
        assert (state.alarms, state.waiting, state.refused, healing_standing.healing_spaces(session)) == (0, 0, 0, ())


def test_who_comes_after_the_healing_reads_everything_again_also_with_its_keys(
    team: Team, make_session: MakeSession, wire: Wire, hub: Restorable
) -> None:
    sanne, joris = team
    hub.copy()
    a_dossier(sanne, "Noor")
    sync(sanne, joris, wire=wire)
    hub.put_back()
    round_of(joris, wire)
    round_of(sanne, wire)
    laptop = make_session("worker")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(laptop)])
    enrolling.follow(laptop, [sanne.team_space])

    sync(sanne, laptop, wire=wire)

    assert names(laptop) == {"Noor"}
    assert syncing.state(laptop).alarms == 0


def test_until_everybody_has_told_the_hub_takes_nothing_and_nothing_goes_wrong(
    team: Team, wire: Wire, hub: Restorable
) -> None:
    sanne, joris = team
    hub.copy()
    a_dossier(joris, "Noor")
    sync(joris, sanne, wire=wire)
    hub.put_back()
    a_dossier(sanne, "Sem")

    round_of(sanne, wire)

    (space,) = healing_standing.healing_spaces(sanne)
    assert (space.family, space.waits, space.may_go_on, space.going_on) == ("team", 1, True, False)
    assert syncing.state(sanne).waiting > 0
    assert names(sanne) == {"Noor", "Sem"}
    round_of(joris, wire)
    sync(sanne, joris, wire=wire)
    assert names(joris) == {"Noor", "Sem"}
    assert healing_standing.healing_spaces(sanne) == healing_standing.healing_spaces(joris) == ()


def test_an_admin_lets_the_hub_go_on_and_who_comes_later_sends_its_work_again(
    team: Team, wire: Wire, hub: Restorable
) -> None:
    sanne, joris = team
    hub.copy()
    a_dossier(joris, "Noor")
    round_of(joris, wire)
    hub.put_back()
    a_dossier(sanne, "Sem")
    round_of(sanne, wire)
    with pytest.raises(KnownError, match=r"space\.not_an_admin"):
        healing_standing.go_on(joris, sanne.team_space)

    healing_standing.go_on(sanne, sanne.team_space)
    assert healing_standing.healing_spaces(sanne)[0].going_on
    round_of(sanne, wire)
    assert (healing_standing.healing_spaces(sanne), syncing.state(sanne).waiting) == ((), 0)
    sync(joris, sanne, wire=wire)

    assert names(sanne) == names(joris) == {"Noor", "Sem"}
    assert log(sanne, sanne.team_space) == log(joris, sanne.team_space)
    assert all(seq is not None for _, seq, _ in log(joris, sanne.team_space))
    (left,) = healing_standing.left_behind(joris)
    assert (left.ours > 0, left.others) == (True, 0)
    assert healing_standing.left_behind(sanne) == ()
    assert (syncing.state(sanne).alarms, syncing.state(joris).alarms) == (0, 0)
    assert {one.given_name for one in rows.where(joris.db, Patient)} == {"Noor", "Sem"}


def test_a_hub_in_another_life_that_has_another_order_is_not_followed(team: Team, wire: Wire, hub: Restorable) -> None:
    """Going on without somebody takes an admin's signature, or a person here: the hub cannot decide so by itself."""
    sanne, joris = team
    hub.copy()
    a_dossier(joris, "Noor")
    sync(joris, sanne, wire=wire)
    hub.put_back()
    with hub.engine.begin() as connection:
        restored.close(connection, sanne.team_space, restored.End(0, bytes(32), "nobody", b"no admin's"))

    with pytest.raises(KnownError, match=r"hub\.went_on"):
        round_of(sanne, wire)
    assert names(sanne) == {"Noor"}


def test_a_contributor_gives_back_its_own_parcels_that_nobody_else_has_read(
    make_session: MakeSession, wire: Wire, hub: Restorable
) -> None:
    coordinator, worker = make_session("coordinator"), make_session("worker")
    pilot = f"pilot/{worker.actor.pilot}"
    enrolling.found(coordinator, pilot)
    round_of(coordinator, wire)
    enrolling.admit(coordinator, pilot, [enrolling.device_card(worker)])
    enrolling.follow(worker, [pilot])
    sync(coordinator, worker, wire=wire)
    hub.copy()
    told = slip_in(worker, "fact.derived", space=pilot)
    round_of(worker, wire)
    before = hub.order()
    hub.put_back()

    round_of(worker, wire)
    assert hub.order() == before
    sync(coordinator, worker, wire=wire)

    assert told.op_id in {op_id for op_id, *_ in log(coordinator, pilot)}
    assert healing_standing.healing_spaces(coordinator) == healing_standing.healing_spaces(worker) == ()
