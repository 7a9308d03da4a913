"""Two colleagues who were apart each opened a dossier of one child."""

from dataclasses import replace

import pytest

from gpconnect.domain.care import EndReason, EpisodeOfCare
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, WaitingEntry
from gpconnect.services import (
    access,
    closing,
    dossier_views,
    dossiers,
    doubles,
    duties,
    handovers,
    patients,
    timelines,
    waiting,
)
from gpconnect.services.acting import acting
from gpconnect.services.booking import BookingRequest
from gpconnect.services.patients import NewDossier
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from tests.services.conftest import PEOPLE, WALUWE, Clock, put_common
from tests.services.dossier_help import a_dossier, kept_from
from tests.services.online import Wire, sync
from tests.services.test_handovers import begun, sent, stored
from tests.services.test_meldcode import taken
from tests.services.visits_help import a_booking

JORIS = PEOPLE["colleague"].staff_id
NOOR = NewDossier("Noor", "van den Berg", "2-3-2017", words="Slaapt slecht")
Team = tuple[Session, Session]


def opened(session: Session, new: NewDossier = NOOR) -> str:
    return patients.add_dossier(session, new)[1].patient_id


@pytest.fixture
def two(team: Team, wire: Wire, clock: Clock) -> tuple[str, str]:
    """The dossier that Sanne opened, and the one that Joris opened a minute later without having heard of it."""
    sanne, joris = team
    for session in team:
        put_common(session)
    first = opened(sanne)
    clock.forward(minutes=1)
    second = opened(joris, NewDossier("noor", "Van den Berg", "02-03-2017"))
    sync(sanne, joris, sanne, wire=wire)
    return first, second


def told(session: Session) -> list[tuple[str, str]]:
    """Which dossier is said to be double, and of which other."""
    return [
        (one.duty.patient_id, one.duty.params["other"])
        for one in duties.list_duties(session)
        if one.duty.kind is DutyKind.DOUBLE_DOSSIER
    ]


def test_both_who_lead_hear_of_it_and_the_dossier_says_what_stands_in_the_other(
    team: Team, two: tuple[str, str]
) -> None:
    first, second = two
    for session in team:
        assert told(session) == [(second, first)]
        (other,) = dossier_views.look_again(session, first).doubles
        assert (other.patient_id, other.lead, other.notes, other.coming) == (second, "Joris Maas", 0, 0)
        assert not other.archived
        assert [one.patient_id for one in dossier_views.look_again(session, second).doubles] == [first]


def test_one_that_is_taken_off_the_list_ends_it_and_stays_to_be_found_from_the_other(
    team: Team, two: tuple[str, str], wire: Wire
) -> None:
    first, second = two
    sanne, joris = team
    patients.archive_dossier(joris, second)
    sync(joris, sanne, wire=wire)
    for session in team:
        assert told(session) == []
        (other,) = dossier_views.look_again(session, first).doubles
        assert (other.patient_id, other.archived) == (second, True)
    patients.restore_dossier(joris, second)
    assert told(joris) == [(second, first)]


def test_two_who_were_apart_and_each_went_on_in_their_own_find_the_child_back(
    team: Team, two: tuple[str, str], wire: Wire
) -> None:
    first, second = two
    sanne, joris = team
    doubles.go_on(sanne, first, second)
    doubles.go_on(joris, second, first)
    assert told(sanne) == told(joris) == []

    sync(sanne, joris, sanne, wire=wire)

    for session in team:
        assert dossier_views.list_dossiers(session).lines == (), "neither stands on the list any more"
        assert told(session) == [(second, first)]
    patients.restore_dossier(joris, first)
    sync(joris, sanne, wire=wire)
    for session in team:
        assert told(session) == []
        assert [one.id for one in dossier_views.list_dossiers(session).lines] == [first]


def test_two_off_the_list_are_no_double_while_a_third_goes_on(worker: Session) -> None:
    on, one, other = (opened(worker, replace(NOOR, despite=True)) for _ in range(3))
    for off in (one, other):
        doubles.go_on(worker, on, off)
    assert told(worker) == []
    patients.archive_dossier(worker, on)
    assert len(told(worker)) == 3
    for off in (one, other):
        doubles.tell_apart(worker, on, off)
    patients.restore_dossier(worker, on)
    assert {*told(worker)} <= {(one, other), (other, one)}
    assert len(told(worker)) == 1, "the one on the list is another child"


def test_two_off_the_list_whose_help_has_ended_ask_for_nobody(worker: Session) -> None:
    first, second = opened(worker), opened(worker, replace(NOOR, despite=True))
    doubles.go_on(worker, first, second)
    patients.archive_dossier(worker, first)
    assert len(told(worker)) == 1
    for one in rows.where(worker.db, EpisodeOfCare):
        assert len(told(worker)) == 1, "help goes on in one of them"
        closing.end_episode(worker, one.id, EndReason.AS_PLANNED)
    assert told(worker) == []
    (other,) = dossier_views.look_again(worker, first).doubles
    assert other.archived, "they are found from each other all the same"


def test_two_children_with_one_name_and_birthday_are_asked_about_once_for_everybody(
    team: Team, two: tuple[str, str], wire: Wire
) -> None:
    first, second = two
    sanne, joris = team
    doubles.tell_apart(sanne, second, first)
    sync(sanne, joris, wire=wire)
    for session in team:
        assert told(session) == []
        assert dossier_views.look_again(session, first).doubles == ()
        assert dossier_views.look_again(session, second).doubles == ()
    doubles.take_for_one(joris, first, second)
    sync(joris, sanne, wire=wire)
    for session in team:
        assert told(session) == [(second, first)]
        assert {one.distinct_from for one in rows.where(session.db, Patient)} == {()}


def test_a_colleague_who_leads_neither_and_from_whom_one_is_kept_hears_nothing(
    team: Team, two: tuple[str, str], wire: Wire
) -> None:
    first, second = two
    sanne, joris = team
    access.restrict(joris, second, [])
    sync(joris, sanne, wire=wire)
    assert told(sanne) == []
    assert dossier_views.look_again(sanne, first).doubles == ()
    assert told(joris) == [(second, first)]


@pytest.mark.parametrize(
    "other",
    [
        NewDossier("Noor", "van den Berg", "3-3-2017"),
        NewDossier("Mila", "van den Berg", "2-3-2017", despite=True),
        NewDossier("Noor", "de Vries", "2-3-2017"),
    ],
    ids=["another day", "a twin", "another family"],
)
def test_a_namesake_and_a_twin_are_another_child(worker: Session, other: NewDossier) -> None:
    first = opened(worker)
    opened(worker, other)
    assert told(worker) == []
    assert dossier_views.look_again(worker, first).doubles == ()


def test_a_dossier_is_not_told_apart_from_itself(worker: Session) -> None:
    first = opened(worker)
    with pytest.raises(KnownError, match=r"record\.missing"):
        doubles.tell_apart(worker, first, first)


def test_whoever_goes_on_in_one_sees_what_happened_in_both_and_that_is_on_record(
    team: Team, two: tuple[str, str], wire: Wire
) -> None:
    first, second = two
    sanne, joris = team
    with acting(joris, Intention.WRITE_NOTE) as action:
        note = Note(joris.new_id(), second, "", "follow_up", 1, JORIS, "Joris Maas", joris.now(), {"now": "Beter"})
        action.write(note, "signed")
    sync(joris, sanne, wire=wire)
    assert [one.kind for one in dossier_views.look_again(sanne, first).moments] == []

    doubles.go_on(sanne, first, second)
    sync(sanne, joris, wire=wire)

    for session in team:
        assert told(session) == []
        assert rows.require(session.db, Patient, second).archived
        (moment,) = dossier_views.open_dossier(session, first).moments
        assert (moment.kind, moment.id, moment.elsewhere) == ("note", note.id, True)
        assert timelines.read_note(session, note.id).author == "Joris Maas"
        for child in two:
            assert "open_dossier" in {one.purpose for one in access_log.of_patient(session.db, child)}
    patients.restore_dossier(sanne, second)
    assert dossier_views.look_again(sanne, first).moments == ()


def test_what_is_still_to_come_in_the_other_goes_first(worker: Session) -> None:
    booked = rows.require(worker.db, Appointment, a_booking(worker))
    dossiers.open_from_booking(worker, booked.id)
    child = rows.require(worker.db, Patient, booked.person_id)
    typed = NewDossier(
        child.given_name, f"{child.prefix} {child.family_name}", f"{child.birth_date:%d-%m-%Y}", despite=True
    )
    other = opened(worker, typed)
    with pytest.raises(KnownError, match=r"double\.coming") as refused:
        doubles.go_on(worker, other, child.id)
    assert refused.value.params == {"count": 1}
    doubles.go_on(worker, child.id, other)
    with pytest.raises(KnownError, match=r"double\.off_list"):
        doubles.go_on(worker, other, child.id)
    assert rows.require(worker.db, Patient, other).archived


def test_a_handover_that_goes_on_holds_its_dossier_on_the_list(worker: Session) -> None:
    first = a_dossier(worker)
    one = rows.require(worker.db, Patient, first)
    second = opened(worker, NewDossier(one.given_name, one.family_name, f"{one.birth_date:%d-%m-%Y}", despite=True))
    begun(worker, patient_id=first)
    with pytest.raises(KnownError, match=r"double\.handover"):
        doubles.go_on(worker, second, first)
    assert not rows.require(worker.db, Patient, first).archived


def test_a_handover_that_the_receiver_did_not_take_holds_nothing(worker: Session) -> None:
    made = sent(worker)
    first = stored(worker, made).patient_id
    one = rows.require(worker.db, Patient, first)
    second = opened(worker, NewDossier(one.given_name, one.family_name, f"{one.birth_date:%d-%m-%Y}", despite=True))
    handovers.reject(worker, made, "Wachtlijst is dicht", by="Iris Blok")
    doubles.go_on(worker, second, first)
    assert rows.require(worker.db, Patient, first).archived


def a_pair(session: Session) -> tuple[str, str]:
    """A dossier with care in it, and a later one of the same child."""
    first = a_dossier(session)
    one = rows.require(session.db, Patient, first)
    typed = NewDossier(one.given_name, one.family_name, f"{one.birth_date:%d-%m-%Y}", words="Slaapt", despite=True)
    return first, opened(session, typed)


def test_a_reporting_code_that_asks_for_a_step_holds_its_dossier_on_the_list_until_it_is_decided(
    worker: Session,
) -> None:
    first, second = a_pair(worker)
    taken(worker, first)
    with pytest.raises(KnownError, match=r"double\.meldcode"):
        doubles.go_on(worker, second, first)
    assert not rows.require(worker.db, Patient, first).archived
    taken(worker, first, step=5, decision="help")
    doubles.go_on(worker, second, first)
    assert rows.require(worker.db, Patient, first).archived


def test_a_family_that_waits_for_a_slot_holds_its_dossier_on_the_list_until_it_waits_no_more(worker: Session) -> None:
    first, second = a_pair(worker)
    waiting.add_to_waiting_list(worker, BookingRequest(WALUWE, person_id=first, reasons=("sleep",)))
    (entry,) = rows.where(worker.db, WaitingEntry)
    with pytest.raises(KnownError, match=r"double\.waiting"):
        doubles.go_on(worker, second, first)
    assert not rows.require(worker.db, Patient, first).archived
    waiting.end_waiting(worker, entry.id, "helped_elsewhere")
    doubles.go_on(worker, second, first)
    assert rows.require(worker.db, Patient, first).archived


def test_what_holds_a_dossier_is_not_told_to_whom_it_is_kept_from(worker: Session) -> None:
    first, second = a_pair(worker)
    taken(worker, first)
    kept_from(worker, first)
    with pytest.raises(KnownError, match=r"dossier\.restricted"):
        doubles.go_on(worker, second, first)


def test_nobody_goes_on_in_the_dossier_of_another_child(worker: Session) -> None:
    first, other = opened(worker), opened(worker, NewDossier("Mila", "de Vries", "2-3-2017"))
    with pytest.raises(KnownError, match=r"record\.missing"):
        doubles.go_on(worker, first, other)
