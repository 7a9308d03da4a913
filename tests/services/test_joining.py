"""Coming in with a code, over a real hub: who meets, who is let in, and everything that keeps a stranger out."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import inviting, joining, planning, profiles, spaces, syncing
from gpconnect.services.guests import Guest
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync import enrolment
from gpconnect.sync.client import Request, Response
from tests.services.conftest import PASSPHRASE, PEOPLE, PRACTICE, TEAM, WALUWE, Clock, MakeSession, put_common
from tests.services.joining_help import (
    HUB,
    JORIS,
    NewFile,
    digits,
    founded,
    invitation,
    let_in,
    new_file,
    rounds,
)
from tests.services.online import Wire, client, slip_in

TEAM_SPACE = f"team/{TEAM}"


@pytest.fixture
def marieke(make_session: MakeSession, wire: Wire) -> Session:
    """The coordinator, with the pilot and its common data founded."""
    session = make_session("coordinator")
    return founded(session, session.common_space, session.pilot_space, wire=wire)


@pytest.fixture
def sanne(make_session: MakeSession, wire: Wire) -> Session:
    """A youth worker with the team founded."""
    return founded(make_session("worker"), TEAM_SPACE, wire=wire)


def test_a_new_worker_comes_in_and_is_known_to_everybody(marieke: Session, newcomer: NewFile, wire: Wire) -> None:
    joris = newcomer()
    let_in(marieke, joris, JORIS, marieke.common_space, marieke.pilot_space, wire=wire)

    actor = joris.actor
    assert (actor.name, actor.role, actor.organization) == ("Joris Maas", Role.YOUTH_WORKER, "Buurtzorg Jong")
    assert (actor.pilot, actor.site_ids) == (marieke.actor.pilot, (WALUWE,))
    assert rows.require(joris.db, Staff, actor.staff_id).name == "Joris Maas"
    assert spaces.space_keys(joris.db, joris.pilot_space).epochs == {}
    assert spaces.space_keys(joris.db, joris.common_space).epoch is not None
    assert joining.view(joris).stage == "none"


def test_the_first_worker_founds_the_team_and_a_second_one_is_of_the_same(
    marieke: Session, newcomer: NewFile, wire: Wire
) -> None:
    first, second = newcomer(), newcomer()
    let_in(marieke, first, JORIS, marieke.common_space, wire=wire)
    let_in(marieke, second, Guest("Iris Bos", Role.YOUTH_WORKER), marieke.common_space, wire=wire)
    assert first.actor.team_id == second.actor.team_id != ""
    founded(first, first.team_space, wire=wire)
    kept = slip_in(first, "handover.started", space=first.team_space)
    let_in(
        first, second, Guest("Iris Bos", Role.YOUTH_WORKER, staff=second.actor.staff_id), first.team_space, wire=wire
    )

    assert operations.by_id(second.db, kept.op_id) is not None


def test_the_file_is_somebodys_after_it_was_closed_and_opened_again(
    marieke: Session, tmp_path: Path, clock: Clock, wire: Wire
) -> None:
    """The admin was away in between: everything that was said is kept in the file."""
    made = inviting.invite(marieke, JORIS, [marieke.common_space])
    rounds(marieke, wire=wire)
    profile = new_file(tmp_path / "new", clock)
    joining.begin(profile.session, f"{HUB} {made.code}")
    rounds(profile.session, wire=wire)
    assert joining.view(profile.session).stage == "waiting"
    profile.close()
    rounds(marieke, wire=wire)
    profile = profiles.open_profile(tmp_path / "new", PASSPHRASE, now=clock)
    guest = profile.session
    assert guest.actor.pilot == ""
    rounds(guest, marieke, guest, wire=wire)
    joining.compare(guest, same=True)
    inviting.compare(marieke, made.id, same=True)
    profile.close()
    rounds(marieke, wire=wire)
    profile = profiles.open_profile(tmp_path / "new", PASSPHRASE, now=clock)
    try:
        rounds(profile.session, wire=wire)
        assert joining.view(profile.session).stage == "done"
        assert profile.session.actor.name == "Joris Maas"
    finally:
        profile.close()


def test_nobody_is_let_in_before_a_person_compared(sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    guest = newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    digits(sanne, guest, made, wire)
    rounds(sanne, guest, wire=wire, times=3)

    assert len(spaces.membership(sanne.db, TEAM_SPACE).members()) == 1
    assert guest.actor.pilot == ""
    assert spaces.followed(guest.db) == ()


@pytest.mark.parametrize("who", ["guest", "host"])
def test_other_digits_end_it_on_both_sides(who: str, sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    guest = newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    digits(sanne, guest, made, wire)
    if who == "guest":
        joining.compare(guest, same=False)
    else:
        inviting.compare(sanne, made.id, same=False)
    rounds(guest, sanne, guest, wire=wire)

    assert (invitation(sanne, made).stage, invitation(sanne, made).trouble) == ("ended", "invitation.differs")
    assert joining.view(guest).stage == "ended"
    assert len(spaces.membership(sanne.db, TEAM_SPACE).members()) == 1
    with pytest.raises(KnownError, match=r"invitation\.not_yet"):
        inviting.compare(sanne, made.id, same=True)
    with pytest.raises(KnownError, match=r"join\.not_yet"):
        joining.compare(guest, same=True)


def test_a_code_that_expires_before_anybody_answers(
    sanne: Session, newcomer: NewFile, wire: Wire, clock: Clock
) -> None:
    guest = newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    rounds(sanne, wire=wire)
    joining.begin(guest, made.code, HUB)
    rounds(guest, wire=wire)
    clock.at += timedelta(hours=25)
    rounds(sanne, guest, wire=wire)

    assert joining.view(guest).trouble == "join.expired"


def test_a_mistyped_code_finds_nothing_and_can_be_typed_again(sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    guest = newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    rounds(sanne, wire=wire)
    joining.begin(guest, enrolment.written(enrolment.new_code()), HUB)
    rounds(guest, wire=wire)
    assert joining.view(guest).stage == "looking"
    joining.leave(guest)
    assert joining.view(guest).stage == "none"
    left, right = digits(sanne, guest, made, wire)
    assert left == right != ""


def test_a_second_person_with_the_same_code_comes_too_late(sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    guest, late = newcomer(), newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    rounds(sanne, wire=wire)
    joining.begin(guest, made.code, HUB)
    rounds(guest, wire=wire)
    joining.begin(late, made.code, HUB)
    rounds(late, wire=wire)

    assert joining.view(late).trouble in {"join.taken", "join.disturbed"}


def test_a_hub_that_changes_what_is_said_lets_nobody_in(sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    guest = newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    rounds(sanne, wire=wire)
    wire.between = _flip_letters
    joining.begin(guest, made.code, HUB)
    rounds(guest, wire=wire)
    assert joining.view(guest).trouble == "join.disturbed"
    wire.between = None
    rounds(sanne, wire=wire)
    assert invitation(sanne, made).stage == "open"


def _flip_letters(request: Request, answer: Response) -> Response:
    if request.method != "GET" or "/enrolments/" not in request.path or len(answer.body) < 50:
        return answer
    return Response(answer.status, answer.headers, answer.body[:-1] + bytes([answer.body[-1] ^ 1]))


def test_a_second_laptop_of_the_same_person_is_the_same_person(sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    kept = slip_in(sanne, "handover.started", space=TEAM_SPACE)
    rounds(sanne, wire=wire)
    second = newcomer()
    let_in(
        sanne, second, Guest("Sanne", Role.YOUTH_WORKER, staff=sanne.actor.staff_id, admin=True), TEAM_SPACE, wire=wire
    )

    assert second.actor == sanne.actor
    assert operations.by_id(second.db, kept.op_id) is not None
    staff = {one.staff for one in spaces.membership(sanne.db, TEAM_SPACE).members()}
    assert staff == {sanne.actor.staff_id}
    inviting.invite(second, JORIS, [TEAM_SPACE])


def test_who_works_with_the_program_already_keeps_name_and_role_in_a_next_space(
    make_session: MakeSession, sanne: Session, wire: Wire
) -> None:
    """A practice lets a youth worker in whom the pilot knows; the worker only gets a place more."""
    gp = founded(make_session("gp"), PRACTICE, wire=wire)
    let_in(gp, sanne, Guest("Sanne de Vries", Role.YOUTH_WORKER, staff=sanne.actor.staff_id), PRACTICE, wire=wire)

    assert sanne.actor == PEOPLE["worker"]
    member = spaces.membership(gp.db, PRACTICE).member(sanne.device)
    assert member is not None
    assert (member.staff, member.role, member.capacity) == (sanne.actor.staff_id, "youth_worker", "member")


def test_who_was_invited_before_the_practice_was_there_can_be_planned_in_it(
    make_session: MakeSession, sanne: Session, wire: Wire
) -> None:
    """As the handbook founds a pilot: the team first, its practices after it."""
    gp = founded(make_session("gp"), PRACTICE, wire=wire)
    put_common(gp)
    with transaction(gp.db):
        for one in rows.where(gp.db, Staff, "role = ?", (Role.YOUTH_WORKER,)):
            rows.put(gp.db, replace(one, site_ids=()))
    assert planning.workers_at(gp, WALUWE) == ()
    let_in(gp, sanne, Guest("Sanne de Vries", Role.YOUTH_WORKER, staff=sanne.actor.staff_id), PRACTICE, wire=wire)

    assert [one.name for one in planning.workers_at(gp, WALUWE)] == ["Sanne de Vries"]


def test_typing_the_code(newcomer: NewFile, sanne: Session) -> None:
    guest = newcomer()
    with pytest.raises(KnownError, match=r"join\.hub_missing"):
        joining.begin(guest, "0123 4567 89AB CDEF")
    with pytest.raises(KnownError, match=r"code\.length"):
        joining.begin(guest, "0123", HUB)
    with pytest.raises(KnownError, match=r"join\.other_hub"):
        joining.begin(sanne, "0123 4567 89AB CDEF", "https://elsewhere.example")
    joining.begin(guest, f"{HUB}/  0123 4567 89AB CDEF")
    known = syncing.connection(guest)
    assert known is not None
    assert known.url == HUB
    joining.begin(sanne, "0123 4567 89ab cdef")
    assert joining.view(sanne).stage == "looking"


def test_while_the_admin_decides_no_other_code_is_taken(sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    guest = newcomer()
    digits(sanne, guest, inviting.invite(sanne, JORIS, [TEAM_SPACE]), wire)
    joining.compare(guest, same=True)
    assert joining.view(guest).stage == "admitting"
    with pytest.raises(KnownError, match=r"join\.under_way"):
        joining.begin(guest, "0123 4567 89AB CDEF", HUB)
    with pytest.raises(KnownError, match=r"join\.not_yet"):
        joining.finish(guest)


def test_a_space_founded_by_somebody_else_is_not_the_one_that_was_compared(
    sanne: Session, newcomer: NewFile, wire: Wire
) -> None:
    guest = newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    digits(sanne, guest, made, wire)
    other = spaces.membership(sanne.db, TEAM_SPACE)
    with transaction(guest.db):
        spaces.put_membership(guest.db, replace(other, root=b"x" * 32))
    with pytest.raises(KnownError, match=r"join\.other_root"):
        joining.compare(guest, same=True)


def test_another_hub_than_the_admins_is_noticed(sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    guest = newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    client(guest, wire).hub_key = b"k" * 32
    digits(sanne, guest, made, wire)

    assert joining.view(guest).trouble == "join.other_hub_key"


def test_another_order_than_the_admin_saw_is_an_alarm(sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    guest = newcomer()
    digits(sanne, guest, inviting.invite(sanne, JORIS, [TEAM_SPACE]), wire)
    joining.compare(guest, same=True)
    with transaction(guest.db):
        spaces.keep_head(guest.db, TEAM_SPACE, 1, b"other" * 6)
    with pytest.raises(KnownError, match=r"hub\.alarm"):
        joining.view(guest)


def test_a_hub_that_is_busy_with_guesses_does_not_stop_the_round(newcomer: NewFile, wire: Wire) -> None:
    guest = newcomer()
    joining.begin(guest, "0123 4567 89AB CDEF", HUB)
    for _ in range(60):
        rounds(guest, wire=wire)
    rounds(guest, wire=wire)
    assert joining.view(guest).stage == "looking"
