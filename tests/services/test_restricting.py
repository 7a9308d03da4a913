"""Dossiers that their case lead keeps from some colleagues, and looking all the same in an emergency."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from gpconnect.domain.care import EpisodeOfCare
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.evaluation import Moment, Voice
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient
from gpconnect.services import (
    access,
    cards,
    dossier_views,
    duties,
    evaluations,
    finding,
    handover_starts,
    handover_views,
    inspection,
    lead,
    notes,
    patients,
    pilot_end,
    sharing,
    timelines,
)
from gpconnect.services.patients import NewDossier
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import PEOPLE, Clock
from tests.services.online import Wire, sync
from tests.services.visits_help import a_talk_with_note

REASON = "Moeder belt: zij is bang dat haar zoon zich iets aandoet"
Pair = tuple[Session, Session]


def a_child(session: Session, given_name: str = "Yusuf") -> str:
    return patients.add_dossier(session, NewDossier(given_name, "Demir", "3-4-2012", words="Buikpijn"))[1].patient_id


def lines_of(session: Session, patient_id: str) -> list[tuple[str, str]]:
    return [(str(one.type), one.purpose) for one in access_log.of_patient(session.db, patient_id)]


def shut(worker: Session) -> tuple[str, str]:
    """Noor's dossier with a note, led by a colleague who keeps it from Sanne. Gives the dossier and the note."""
    a_talk_with_note(worker)
    (patient,) = rows.where(worker.db, Patient)
    (note,) = rows.where(worker.db, Note)
    other = PEOPLE["colleague"].staff_id
    with transaction(worker.db):
        rows.put(worker.db, replace(patient, case_lead=other, restricted_to=(other,)))
    return patient.id, note.id


def episode_of(session: Session, patient_id: str) -> str:
    return rows.where(session.db, EpisodeOfCare, "patient_id = ?", (patient_id,))[0].id


Reads = Callable[[Session, str, str], object]
READS: dict[str, Reads] = {
    "open": lambda session, child, _: dossier_views.open_dossier(session, child),
    "look again": lambda session, child, _: dossier_views.look_again(session, child),
    "note": lambda session, _, note: timelines.read_note(session, note),
    "new note": lambda session, child, _: notes.open_patient(session, child),
    "addendum": lambda session, _, note: notes.add_addendum(session, note, "Erbij"),
    "edit": lambda session, child, _: patients.edit_patient(session, child, {"school": "De Walsprong"}),
    "handover": lambda session, child, _: handover_starts.start(session, child),
    "consent": lambda session, child, _: handover_views.ask_consent(session, child, "99" * 16),
    "who looked": lambda session, child, _: access.who_looked(session, child),
    "list for the family": lambda session, child, _: access.print_who_looked(session, child),
    "restriction": lambda session, child, _: access.restriction(session, child),
    "copy for the family": lambda session, child, _: inspection.make(
        session, rows.require(session.db, Patient, child), inspection.Wish("patient")
    ),
    "copy for the employer": lambda session, child, _: pilot_end.complete_copy(
        session, rows.require(session.db, Patient, child)
    ),
    "evaluation": lambda session, child, _: evaluations.open_form(
        session,
        evaluations.FormKey(episode_of(session, child), Moment.START, Voice.CHILD),
    ),
}


@pytest.mark.parametrize("way", READS)
def test_no_way_leads_into_a_dossier_that_is_kept_apart(worker: Session, way: str) -> None:
    child, note = shut(worker)
    row = access_log.last_row(worker.db)
    with pytest.raises(KnownError) as refused:
        READS[way](worker, child, note)

    assert refused.value.code == "dossier.restricted"
    told = [line.event.outcome for line in access_log.after_row(worker.db, row)]
    assert told in ([], ["dossier.restricted"])


def test_lists_show_who_it_is_about_and_nothing_of_what_is_in_it(worker: Session) -> None:
    child, _ = shut(worker)
    (line,) = dossier_views.list_dossiers(worker).lines
    found = finding.find(worker, "noor")

    assert (line.id, line.restricted, line.words, line.state) == (child, True, "", "")
    assert [one.restricted for one in found.people] == [True]
    assert finding.find(worker, "weer slapen").notes == ()
    assert handover_views.board(worker).by_deadline == ()
    assert evaluations.overview(worker).episodes == ()
    assert sharing.conflicts(worker) == ()
    known = cards.find_person(worker, child)
    assert not known.in_dossier


def test_of_a_child_without_a_card_only_what_finds_it_again_is_shown(worker: Session) -> None:
    patient_id = a_child(worker)
    other = PEOPLE["colleague"].staff_id
    before = rows.require(worker.db, Patient, patient_id)
    with transaction(worker.db):
        rows.put(worker.db, replace(before, case_lead=other, restricted_to=(other,), phone="06 12345678"))

    hit = cards.find_person(worker, patient_id)
    assert (hit.name, hit.phone) == ("Yusuf Demir", "")


def test_an_emergency_opens_it_for_an_hour_with_a_reason_that_stays(worker: Session, clock: Clock) -> None:
    child, note = shut(worker)
    with pytest.raises(KnownError) as short:
        access.open_in_emergency(worker, child, "  spoed  ")
    assert (short.value.code, short.value.params) == ("emergency.reason_short", {"minimum": 10})

    access.open_in_emergency(worker, child, REASON)
    assert timelines.read_note(worker, note).author == "Sanne de Vries"
    assert dossier_views.list_dossiers(worker).lines[0].restricted is False
    (look,) = access.restriction(worker, child).emergencies
    assert (look.name, look.reason, look.event) == ("Sanne de Vries", REASON, "emergency")
    assert dossier_views.look_again(worker, child).emergency_until == clock.at + timedelta(hours=1)

    clock.forward(minutes=61)
    with pytest.raises(KnownError):
        timelines.read_note(worker, note)


def test_who_is_done_before_the_hour_is_over_needs_a_new_reason(worker: Session) -> None:
    child, note = shut(worker)
    access.open_in_emergency(worker, child, REASON)
    lines = len(access_log.of_patient(worker.db, child))
    access.end_emergency(worker, child)

    assert len(access_log.of_patient(worker.db, child)) == lines
    assert dossier_views.list_dossiers(worker).lines[0].restricted
    with pytest.raises(KnownError, match=r"dossier\.restricted"):
        timelines.read_note(worker, note)
    access.open_in_emergency(worker, child, REASON)
    assert timelines.read_note(worker, note).author == "Sanne de Vries"


WRITES: dict[str, Reads] = {
    "new note": lambda session, child, _: notes.open_patient(session, child),
    "addendum": lambda session, _, note: notes.add_addendum(session, note, "Erbij"),
    "edit": lambda session, child, _: patients.edit_patient(session, child, {"school": "De Walsprong"}),
}


@pytest.mark.parametrize("way", WRITES)
def test_an_emergency_opens_it_for_reading_only(worker: Session, way: str) -> None:
    child, note = shut(worker)
    access.open_in_emergency(worker, child, REASON)
    before = dossier_views.look_again(worker, child)
    with pytest.raises(KnownError) as refused:
        WRITES[way](worker, child, note)

    assert refused.value.code == "dossier.emergency"
    assert dossier_views.look_again(worker, child) == before


def test_who_may_read_needs_no_emergency(worker: Session) -> None:
    with pytest.raises(KnownError) as refused:
        access.open_in_emergency(worker, a_child(worker), REASON)
    assert refused.value.code == "emergency.not_needed"


def test_only_the_case_lead_says_who_may_read(worker: Session) -> None:
    patient_id = a_child(worker)
    own, other = worker.actor.staff_id, PEOPLE["colleague"].staff_id
    assert access.restriction(worker, patient_id).colleagues == ((other, "Joris Maas", True),)

    access.restrict(worker, patient_id, [])
    found = access.restriction(worker, patient_id)
    assert (found.colleagues, found.restricted, found.may_change) == (((other, "Joris Maas", False),), True, True)
    assert rows.require(worker.db, Patient, patient_id).restricted_to == (own,)
    access.restrict(worker, patient_id, [other])
    assert not rows.require(worker.db, Patient, patient_id).is_restricted_for(other)
    access.restrict(worker, patient_id, None)
    assert not access.restriction(worker, patient_id).restricted

    with pytest.raises(KnownError) as refused:
        patients.edit_patient(worker, patient_id, {"restricted_to": ""})
    assert refused.value.code == "dossier.not_case_lead"
    lead.hand_over(worker, patient_id, other, "Verlof")
    with pytest.raises(KnownError) as refused:
        access.restrict(worker, patient_id, [])
    assert refused.value.code == "dossier.not_case_lead"


def test_a_dossier_kept_apart_is_closed_on_the_colleagues_device_and_the_emergency_comes_back(
    team: Pair, wire: Wire, clock: Clock
) -> None:
    sanne, joris = team
    child = a_child(sanne)
    clock.forward(minutes=1)
    access.restrict(sanne, child, [])
    sync(sanne, joris, wire=wire)
    with pytest.raises(KnownError) as refused:
        dossier_views.open_dossier(joris, child)
    assert refused.value.code == "dossier.restricted"

    access.open_in_emergency(joris, child, REASON)
    dossier_views.open_dossier(joris, child)
    sync(joris, sanne, wire=wire)

    (duty,) = (one for one in duties.list_duties(sanne) if one.duty.kind is DutyKind.EMERGENCY_LOOK)
    assert duty.duty.patient_id == child
    assert duties.list_duties(sanne)[0] == duty, "it stands on top"
    (urgent,) = access.restriction(sanne, child).emergencies
    assert (urgent.reason, urgent.own_device, urgent.device) == (REASON, False, joris.device[:4])
    told = {(one.event, one.outcome) for one in access.who_looked(sanne, child) if not one.own_device}
    assert told == {("read", "dossier.restricted"), ("emergency", "ok"), ("read", "ok")}
    assert access.verify(sanne).broken == ()
    assert access.verify(sanne).devices == 1
    clock.forward(minutes=1)
    access.who_looked(sanne, child)
    assert DutyKind.EMERGENCY_LOOK not in {one.duty.kind for one in duties.list_duties(sanne)}
