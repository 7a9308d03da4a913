"""Two desks, one worker and one hub: the real client against the real hub, over the network seam."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime

import pytest

from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Placement, VisitKind
from gpconnect.services import enrolling, placing, spaces, syncing
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, rows
from gpconnect.sync.client import Request, Response
from gpconnect.sync.keys import new_token
from tests.services.conftest import PRACTICE, WALUWE, MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client, sync

SLOT = f"{WALUWE[:2]}0100ff" * 4


def book(session: Session, slot_id: str) -> Appointment:
    """A first talk that claims this slot, as booking does."""
    token = new_token()
    with acting(session, Intention.BOOK) as action:
        claim = placing.claim(session.db, PRACTICE, "slot", slot_id, token=token)
        appointment = Appointment(
            id=session.new_id(),
            site_id=WALUWE,
            slot_id=slot_id,
            person_id=session.new_id(),
            visit=VisitKind.FIRST,
            reasons=("anxiety",),
            requested_on=session.today(),
            booked_by=session.actor.staff_id,
            booked_at=session.now(),
            claim_token_hash=claim.claims[0].token_hash.hex(),
        )
        action.start(appointment, "booked", claim=claim)
    return appointment


def test_what_one_desk_books_the_others_see(practice: tuple[Session, Session, Session], wire: Wire) -> None:
    gp, assistant, worker = practice
    booked = book(gp, SLOT)
    assert rows.require(gp.db, Appointment, booked.id).placement is Placement.TENTATIVE

    sync(gp, assistant, worker, wire=wire)

    for session in practice:
        assert rows.require(session.db, Appointment, booked.id).placement is Placement.CONFIRMED
    assert syncing.state(gp).waiting == 0


def test_two_desks_that_book_one_slot_offline_both_keep_their_booking_and_one_has_the_slot(
    practice: tuple[Session, Session, Session], wire: Wire
) -> None:
    gp, assistant, worker = practice
    hers, theirs = book(assistant, SLOT), book(gp, SLOT)

    sync(assistant, gp, worker, wire=wire)

    for session in practice:
        assert rows.require(session.db, Appointment, hers.id).placement is Placement.CONFIRMED
        assert rows.require(session.db, Appointment, theirs.id).placement is Placement.LOST


def test_without_a_network_everything_waits_and_nothing_is_lost(
    practice: tuple[Session, Session, Session], wire: Wire
) -> None:
    gp, assistant, _ = practice
    booked = book(gp, SLOT)
    online = client(gp, wire)
    wire.cut = True
    with pytest.raises(Exception, match=r"hub\."):
        syncing.sync_now(gp, online)
    assert syncing.state(gp).waiting == 1

    wire.cut = False
    sync(gp, assistant, wire=wire)

    assert rows.get(assistant.db, Appointment, booked.id) is not None


def test_a_parcel_whose_answer_was_lost_is_sent_again_and_counts_once(
    practice: tuple[Session, Session, Session], wire: Wire
) -> None:
    gp, assistant, _ = practice
    booked = book(gp, SLOT)
    push = syncing.outgoing(gp, PRACTICE)
    assert push is not None
    client(gp, wire).push(push)

    sync(gp, assistant, wire=wire)

    assert rows.require(gp.db, Appointment, booked.id).placement is Placement.CONFIRMED
    assert syncing.state(gp).waiting == 0


def test_two_people_who_change_the_same_field_see_both_values(team: tuple[Session, Session], wire: Wire) -> None:
    sanne, joris = team
    patient = Patient(
        id=sanne.new_id(),
        given_name="Noor",
        family_name="Bos",
        birth_date=date(2017, 3, 2),
        case_lead=sanne.actor.staff_id,
        opened_at=sanne.now(),
    )
    with acting(sanne, Intention.EDIT_DOSSIER) as action:
        action.write(patient)
    sync(sanne, joris, wire=wire)
    with acting(sanne, Intention.EDIT_DOSSIER) as action:
        action.write(replace(patient, phone="0418 000 111"))
    with acting(joris, Intention.EDIT_DOSSIER) as action:
        action.write(replace(patient, phone="0418 000 222"))
        action.write(replace(patient, phone="0418 000 222", school="De Walsprong"))

    sync(sanne, joris, wire=wire)

    first, second = (conflicts.conflicts(session.db) for session in team)
    assert first == second
    (conflict,) = first
    assert {version["value"]["phone"] for version in conflict.heads} == {"0418 000 111", "0418 000 222"}
    assert rows.require(sanne.db, Patient, patient.id) == rows.require(joris.db, Patient, patient.id)
    assert rows.require(sanne.db, Patient, patient.id).school == "De Walsprong"


def test_who_joins_later_reads_the_whole_history(
    team: tuple[Session, Session], make_session: MakeSession, wire: Wire
) -> None:
    sanne, _ = team
    patient = Patient(
        id=sanne.new_id(),
        given_name="Sem",
        family_name="Bos",
        birth_date=date(2019, 5, 5),
        case_lead=sanne.actor.staff_id,
        opened_at=sanne.now(),
    )
    with acting(sanne, Intention.EDIT_DOSSIER) as action:
        action.write(patient)
    syncing.sync_now(sanne, client(sanne, wire))
    second_device = make_session("worker")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(second_device)])
    enrolling.follow(second_device, [sanne.team_space])

    sync(sanne, second_device, wire=wire)

    assert rows.get(second_device.db, Patient, patient.id) == patient


def test_a_coordinator_is_never_let_into_a_practice(
    practice: tuple[Session, Session, Session], make_session: MakeSession
) -> None:
    gp, _, _ = practice
    coordinator = make_session("coordinator")
    with pytest.raises(Exception, match=r"space\.not_yours"):
        enrolling.admit(gp, PRACTICE, [enrolling.device_card(coordinator)])
    with pytest.raises(Exception, match=r"space\.not_yours"):
        enrolling.found(coordinator, PRACTICE)
    assert PRACTICE not in spaces.followed(coordinator.db)


@pytest.mark.parametrize(("ahead", "minutes"), [(61 * 60, 61), (-5 * 60, -5), (60, 0)])
def test_a_clock_that_is_off_is_said_and_refuses_nothing(
    practice: tuple[Session, Session, Session], wire: Wire, ahead: int, minutes: int
) -> None:
    gp, _, _ = practice
    hub_time = format_datetime(datetime.now(UTC) - timedelta(seconds=ahead))
    wire.between = lambda _request, answer: Response(answer.status, {**answer.headers, "date": hub_time}, answer.body)
    book(gp, SLOT)

    syncing.sync_now(gp, client(gp, wire))

    state = syncing.state(gp)
    assert (state.clock_minutes, state.waiting) == (minutes, 0)


def test_a_hub_that_says_yes_and_keeps_nothing_is_asked_once_a_round(team: tuple[Session, Session], wire: Wire) -> None:
    sanne, _ = team
    a_dossier(sanne)
    said: list[Response] = []

    def note(request: Request, answer: Response) -> Response:
        if (request.method, request.path) == ("POST", "/v1/parcels"):
            said.append(answer)
        return answer

    wire.between = note
    sync(sanne, wire=wire)
    yes, real, asked = said[-1], wire.send, 0
    a_dossier(sanne)

    def keeps_nothing(request: Request) -> Response:
        nonlocal asked
        if (request.method, request.path) != ("POST", "/v1/parcels"):
            return real(request)
        asked += 1
        return yes

    wire.send = keeps_nothing
    syncing.sync_now(sanne, client(sanne, wire))

    assert asked == 1
    assert syncing.state(sanne).waiting
