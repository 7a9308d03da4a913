"""Inviting somebody, over a real hub: for whom and where a code is good, and when its maker hears that it is over."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.staff import Role, Staff
from gpconnect.services import enrolling, inviting, joining, key_sheets, spaces, syncing
from gpconnect.services.guests import Guest
from gpconnect.services.session import Session
from gpconnect.storage import driver, rows
from gpconnect.sync import enrolment, entries
from gpconnect.sync.client import HubClient
from gpconnect.sync.keys import DeviceKeys
from tests.services.conftest import PEOPLE, PRACTICE, TEAM, TOLHUIS, WALUWE, Clock, MakeSession
from tests.services.joining_help import (
    HUB,
    JORIS,
    NewFile,
    digits,
    founded,
    invitation,
    let_in,
    rounds,
)
from tests.services.online import Wire
from tests.services.other_hub import entry_parcel

TEAM_SPACE = f"team/{TEAM}"
CRASH = "the plug was pulled"


@pytest.fixture
def marieke(make_session: MakeSession, wire: Wire) -> Session:
    """The coordinator, with the pilot and its common data founded."""
    session = make_session("coordinator")
    return founded(session, session.common_space, session.pilot_space, wire=wire)


@pytest.fixture
def sanne(make_session: MakeSession, wire: Wire) -> Session:
    """A youth worker with the team founded."""
    return founded(make_session("worker"), TEAM_SPACE, wire=wire)


def test_a_code_that_was_cancelled_opens_nothing_and_says_so(sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    guest = newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    rounds(sanne, wire=wire)
    inviting.cancel(sanne, made.id)
    inviting.cancel(sanne, made.id)
    rounds(sanne, wire=wire)
    joining.begin(guest, made.code, HUB)
    rounds(guest, sanne, guest, wire=wire)

    assert joining.view(guest).trouble == "join.withdrawn"
    assert invitation(sanne, made).code == ""


def test_an_invitation_on_paper_is_only_made_of_a_code_that_still_opens(sanne: Session) -> None:
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    paper = key_sheets.invitation_paper(sanne, made, "Team Buurtzorg Jong")

    assert paper.file_name == "uitnodiging.pdf"
    assert paper.pdf.startswith(b"%PDF")
    with pytest.raises(KnownError, match=r"invitation\.no_hub"):
        key_sheets.invitation_paper(sanne, replace(made, hub=""), "Team Buurtzorg Jong")
    inviting.cancel(sanne, made.id)
    with pytest.raises(KnownError, match=r"invitation\.spent"):
        key_sheets.invitation_paper(sanne, invitation(sanne, made), "Team Buurtzorg Jong")


def test_a_code_of_yesterday_opens_nothing(sanne: Session, newcomer: NewFile, wire: Wire, clock: Clock) -> None:
    guest = newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    digits(sanne, guest, made, wire)
    clock.at += timedelta(hours=25)
    assert invitation(sanne, made).trouble == "invitation.expired"
    with pytest.raises(KnownError, match=r"invitation\.expired"):
        inviting.compare(sanne, made.id, same=True)
    rounds(sanne, guest, wire=wire)
    assert joining.view(guest).trouble == "join.expired"
    clock.at += timedelta(days=8)
    rounds(sanne, wire=wire)
    assert inviting.invitations(sanne) == ()


def test_the_host_ends_it_when_the_card_was_made_without_the_code(
    sanne: Session, newcomer: NewFile, wire: Wire
) -> None:
    """The hub knows the name of the mailbox, and so could leave a card of its own."""
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    rounds(sanne, wire=wire)
    stranger = HubClient(wire, DeviceKeys.generate())
    stranger.register()
    forged = enrolment.give_card(enrolment.Talk(b"x" * 10), DeviceKeys.generate())
    stranger.leave(bytes.fromhex(made.id), enrolment.CARD, forged.said[0])
    rounds(sanne, wire=wire)

    assert invitation(sanne, made).trouble == "invitation.disturbed"
    joris = newcomer()
    joining.begin(joris, made.code, HUB)
    rounds(joris, wire=wire)
    assert joining.view(joris).stage == "ended"


def test_somebody_elses_letter_in_our_place_ends_it(sanne: Session, wire: Wire) -> None:
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    stranger = HubClient(wire, DeviceKeys.generate())
    stranger.register()
    stranger.leave(bytes.fromhex(made.id), enrolment.OPENING, b"mine")
    rounds(sanne, wire=wire)

    assert invitation(sanne, made).trouble == "invitation.disturbed"
    assert inviting.awaited(sanne) == ()


def test_the_coordinator_invites_nobody_into_team_or_practice(
    marieke: Session, sanne: Session, newcomer: NewFile, wire: Wire
) -> None:
    with pytest.raises(KnownError, match=r"space\.not_an_admin"):
        inviting.invite(marieke, JORIS, [TEAM_SPACE])
    with pytest.raises(KnownError, match=r"space\.not_yours"):
        inviting.invite(sanne, Guest("Marieke Blom", Role.COORDINATOR), [TEAM_SPACE])
    with pytest.raises(KnownError, match=r"space\.not_yours"):
        inviting.invite(marieke, Guest("dr. Peters", Role.GP), [marieke.pilot_space])
    with pytest.raises(KnownError, match=r"space\.not_yours"):
        enrolling.found(marieke, TEAM_SPACE)
    assert newcomer().actor.pilot == ""
    del wire


def test_an_invitation_needs_a_name_and_a_space_and_there_are_not_too_many(sanne: Session) -> None:
    with pytest.raises(KnownError, match=r"invitation\.name_missing"):
        inviting.invite(sanne, Guest("  ", Role.YOUTH_WORKER), [TEAM_SPACE])
    with pytest.raises(KnownError, match=r"invitation\.nowhere"):
        inviting.invite(sanne, JORIS, [])
    for _ in range(inviting.MOST_OPEN):
        inviting.invite(sanne, JORIS, [TEAM_SPACE])
    with pytest.raises(KnownError, match=r"invitation\.too_many"):
        inviting.invite(sanne, JORIS, [TEAM_SPACE])


@pytest.mark.parametrize("role", [Role.GP, Role.PRACTICE_ASSISTANT])
def test_a_practice_role_needs_its_practice(role: Role, marieke: Session) -> None:
    with pytest.raises(KnownError, match=r"invitation\.site_missing"):
        inviting.invite(marieke, Guest("dr. Peters", role), [marieke.common_space])
    assert inviting.invitations(marieke) == ()

    inviting.invite(marieke, Guest("dr. Peters", role, site_ids=(WALUWE,)), [marieke.common_space])


def test_who_is_known_may_be_invited_for_one_more_practice_and_everybody_hears_it(
    marieke: Session, newcomer: NewFile, wire: Wire
) -> None:
    joris, laptop = newcomer(), newcomer()
    let_in(marieke, joris, JORIS, marieke.common_space, wire=wire)
    known = joris.actor.staff_id
    more = Guest("Joris Maas", Role.YOUTH_WORKER, staff=known, site_ids=(TOLHUIS,))
    let_in(marieke, laptop, more, marieke.common_space, wire=wire)

    assert laptop.actor.site_ids == (WALUWE, TOLHUIS)
    assert rows.require(marieke.db, Staff, known).site_ids == (WALUWE, TOLHUIS)


@pytest.mark.parametrize(
    "wrong",
    [
        Guest("Joris Maas", Role.YOUTH_WORKER, staff="c9" * 16),
        Guest("Sanne de Vries", Role.PRACTICE_ASSISTANT, staff=PEOPLE["worker"].staff_id),
    ],
)
def test_a_file_of_somebody_else_is_not_who_was_invited(
    wrong: Guest, make_session: MakeSession, sanne: Session, wire: Wire
) -> None:
    gp = founded(make_session("gp"), PRACTICE, wire=wire)
    made = inviting.invite(gp, wrong, [PRACTICE])
    digits(gp, sanne, made, wire)

    assert invitation(gp, made).trouble == "invitation.other_person"
    assert joining.view(sanne).trouble == "join.other_person"


def test_nobody_comes_in_as_a_colleague_by_a_code_for_somebody_new(
    make_session: MakeSession, sanne: Session, wire: Wire
) -> None:
    """A file that says it is Sanne's, with a code for a newcomer: the team knows a Sanne, and asks to choose her."""
    twin = make_session("worker")
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    digits(sanne, twin, made, wire)

    assert invitation(sanne, made).trouble == "invitation.other_person"


def test_a_person_of_another_place_keeps_their_own_id(make_session: MakeSession, sanne: Session, wire: Wire) -> None:
    joris = make_session("colleague")
    let_in(sanne, joris, JORIS, TEAM_SPACE, wire=wire)

    assert joris.actor.staff_id == PEOPLE["colleague"].staff_id
    assert spaces.membership(sanne.db, TEAM_SPACE).member(joris.device) is not None


def test_an_entry_that_was_lost_on_the_way_goes_again(sanne: Session, newcomer: NewFile, wire: Wire) -> None:
    """Another admin began a new epoch in the same minute: the hub refused the entry, and the guest still comes in."""
    second = newcomer()
    let_in(
        sanne, second, Guest("Sanne", Role.YOUTH_WORKER, staff=sanne.actor.staff_id, admin=True), TEAM_SPACE, wire=wire
    )
    guest = newcomer()
    made = inviting.invite(sanne, JORIS, [TEAM_SPACE])
    digits(sanne, guest, made, wire)
    joining.compare(guest, same=True)
    inviting.compare(sanne, made.id, same=True)
    push = syncing.outgoing(sanne, TEAM_SPACE)
    assert push is not None
    _new_epoch(second, wire)
    rounds(sanne, sanne, guest, wire=wire)

    assert spaces.membership(guest.db, TEAM_SPACE).member(guest.device) is not None
    rounds(sanne, wire=wire)
    assert invitation(sanne, made).stage == "in"


def _new_epoch(admin: Session, wire: Wire) -> None:
    passer = entries.as_member(DeviceKeys.generate(), "f" * 32, "youth_worker", "member")
    for change in ("in", "out"):
        known, keys = spaces.membership(admin.db, TEAM_SPACE), spaces.space_keys(admin.db, TEAM_SPACE)
        entry = (
            entries.add_members(known, keys, (passer,))
            if change == "in"
            else entries.remove_device(known, keys, passer.device)[0]
        )
        entry_parcel(admin, TEAM_SPACE, entry)
        rounds(admin, wire=wire)


@pytest.mark.parametrize("crash", range(4))
def test_a_crash_while_letting_in_leaves_all_of_it_or_nothing(
    marieke: Session, newcomer: NewFile, wire: Wire, monkeypatch: pytest.MonkeyPatch, crash: int
) -> None:
    """The file is cut off before its n-th transaction: either the screen still asks and nobody is in, or all is in."""
    guest = newcomer()
    spaces_of = (marieke.common_space, marieke.pilot_space)
    made = inviting.invite(marieke, JORIS, spaces_of)
    digits(marieke, guest, made, wire)
    joining.compare(guest, same=True)
    begun, execute = 0, marieke.db.execute

    def cut_off(sql: str, parameters: Any = None) -> Any:
        nonlocal begun
        begun += sql.startswith("BEGIN")
        if begun > crash:
            raise driver.Error(CRASH)
        return execute(sql, parameters)

    with monkeypatch.context() as patched, suppress(driver.Error):
        patched.setattr(marieke.db, "execute", cut_off)
        inviting.compare(marieke, made.id, same=True)
    asked = invitation(marieke, made).stage == "compare"
    rounds(marieke, guest, marieke, guest, wire=wire)

    inside = {spaces.membership(marieke.db, one).member(guest.device) is not None for one in spaces_of}
    known = {one.name for one in rows.where(marieke.db, Staff)}
    assert inside == {not asked}
    assert ("Joris Maas" in known) is not asked
    assert asked is (crash == 0)
