"""What is still closed for a device, whom to ask, and who is told that somebody waits."""

from collections.abc import Callable

from gpconnect.domain.staff import Role
from gpconnect.services import badges, belonging, removing, rooms
from gpconnect.services.guests import Guest
from gpconnect.services.rooms import Missing
from gpconnect.services.session import Session
from tests.services.conftest import PRACTICE, TEAM, MakeSession, put_common
from tests.services.joining_help import founded, let_in, rounds
from tests.services.online import Wire

TEAM_SPACE = f"team/{TEAM}"
NewFile = Callable[[], Session]
MYSELF = Guest("Sanne de Vries", Role.YOUTH_WORKER, "Buurtzorg Jong", staff="c1" * 16)


def test_a_second_laptop_is_told_what_is_closed_and_whom_to_ask(
    make_session: MakeSession, newcomer: NewFile, wire: Wire
) -> None:
    sanne = founded(make_session("worker"), TEAM_SPACE, wire=wire)
    second = newcomer()
    let_in(sanne, second, MYSELF, TEAM_SPACE, wire=wire)

    closed = {one.space: one.hosts for one in rooms.missing(second)}
    assert TEAM_SPACE not in closed
    assert set(closed) == {sanne.common_space, sanne.pilot_space, PRACTICE, f"practice/{'b2' * 16}"}
    assert closed[PRACTICE] == ()
    put_common(second)
    closed = {one.space: one.hosts for one in rooms.missing(second)}
    assert closed[PRACTICE] == ("Wilma Kok", "dr. Peters")
    assert closed[second.common_space] == ("Marieke Blom",)
    seen = {one.space: one for one in belonging.overview(second).spaces}
    assert (seen[PRACTICE].state, seen[PRACTICE].hosts) == ("waiting", ("Wilma Kok", "dr. Peters"))
    assert badges.waiting_by_area(second)["admin"] == 1


def test_a_colleague_of_the_team_is_named_for_the_team(
    make_session: MakeSession, newcomer: NewFile, wire: Wire
) -> None:
    marieke = founded(make_session("coordinator"), f"common/{'zaltbommel'}", wire=wire)
    put_common(marieke)
    second = newcomer()
    let_in(marieke, second, MYSELF, marieke.common_space, wire=wire)
    put_common(second)

    assert Missing(TEAM_SPACE, ("Joris Maas",)) in rooms.missing(second)


def test_who_lets_in_sees_who_waits_until_they_did(make_session: MakeSession, newcomer: NewFile, wire: Wire) -> None:
    marieke = founded(make_session("coordinator"), "common/zaltbommel", "pilot/zaltbommel", wire=wire)
    put_common(marieke)
    sanne = newcomer()
    let_in(marieke, sanne, MYSELF, marieke.common_space, wire=wire)

    (waits,) = rooms.waiting(marieke)
    assert (waits.device, waits.name, waits.spaces) == (sanne.device, "Sanne de Vries", (marieke.pilot_space,))
    assert not waits.own
    assert badges.waiting_by_area(marieke)["admin"] == 1
    let_in(marieke, sanne, MYSELF, marieke.pilot_space, wire=wire)
    assert rooms.waiting(marieke) == ()
    assert rooms.waiting(sanne) == ()


def test_who_was_put_out_does_not_wait_and_is_said_to_be_out(
    make_session: MakeSession, newcomer: NewFile, wire: Wire
) -> None:
    marieke = founded(make_session("coordinator"), "common/zaltbommel", "pilot/zaltbommel", wire=wire)
    put_common(marieke)
    sanne = newcomer()
    let_in(marieke, sanne, MYSELF, marieke.common_space, marieke.pilot_space, wire=wire)
    removing.remove_device(marieke, sanne.device)
    rounds(marieke, sanne, marieke, wire=wire)

    assert rooms.waiting(marieke) == ()
    (person,) = [one for one in belonging.overview(marieke).people if one.staff == MYSELF.staff]
    assert person.gone
    assert not person.devices
    assert marieke.common_space not in {one.space for one in rooms.missing(sanne)}
    states = {one.space: one.state for one in belonging.overview(sanne).spaces}
    assert states[marieke.common_space] == "out"


def test_ones_own_second_computer_waits_as_ones_own(make_session: MakeSession, newcomer: NewFile, wire: Wire) -> None:
    marieke = founded(make_session("coordinator"), "common/zaltbommel", "pilot/zaltbommel", wire=wire)
    second = newcomer()
    own = Guest("Marieke Blom", Role.COORDINATOR, staff=marieke.actor.staff_id)
    let_in(marieke, second, own, marieke.common_space, wire=wire)

    assert [(one.device, one.own) for one in rooms.waiting(marieke)] == [(second.device, True)]


def test_who_works_alone_misses_nothing(worker: Session) -> None:
    assert rooms.missing(worker) == ()
    assert rooms.waiting(worker) == ()
