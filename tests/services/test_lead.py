"""Who leads a dossier: handed over with a reason, and never nobody."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gpconnect.domain.care import EndReason, EpisodeOfCare, Feedback, FeedbackMoment, LeadChange
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Staff
from gpconnect.services import (
    absences,
    access,
    closing,
    dossier_views,
    duties,
    enrolling,
    feedback,
    lead,
    removing,
    sharing,
)
from gpconnect.services.absences import AbsenceRequest
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import access_log, conflicts, rows
from gpconnect.storage.connection import transaction
from tests.services.admins_help import three_admins
from tests.services.conftest import PEOPLE, WALUWE, MakeSession, put_common
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, sync

JORIS = PEOPLE["colleague"].staff_id
FATIMA = "fa" * 16


def leads(session: Session, patient_id: str) -> set[str]:
    """Who leads, as the dossier and as what goes on in it say."""
    going_on = rows.where(session.db, EpisodeOfCare, "patient_id = ? AND ended_on IS NULL", (patient_id,))
    return {rows.require(session.db, Patient, patient_id).case_lead, *(one.case_lead for one in going_on)}


def leaves(session: Session, staff_id: str) -> None:
    """A colleague does not work here any more."""
    with transaction(session.db):
        rows.put(session.db, replace(rows.require(session.db, Staff, staff_id), archived=True))


def others(session: Session) -> list[Staff]:
    """Colleagues of the pilot who are no youth workers: they lead nobody in any case."""
    return rows.where(session.db, Staff, "role <> 'youth_worker'")


def waiting(session: Session, kind: DutyKind) -> list[str]:
    """The children whom a duty of this kind is about."""
    return [one.duty.patient_id for one in duties.list_duties(session) if one.duty.kind is kind]


def test_another_case_lead_leads_what_goes_on_and_the_step_is_on_record(worker: Session) -> None:
    child = a_dossier(worker)
    sanne = worker.actor.staff_id
    (ended,) = rows.where(worker.db, EpisodeOfCare, "patient_id = ?", (child,))
    closing.end_episode(worker, ended.id, EndReason.AS_PLANNED)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        for one in ("e1" * 16, "e2" * 16):
            action.write(replace(ended, id=one, ended_on=None, end_reason=None, destination=None))

    changes = lead.hand_over(worker, child, JORIS, "  Sanne is met verlof ")

    assert {"patient", "episode_of_care", "lead_change"} <= changes.kinds
    assert leads(worker, child) == {JORIS}
    assert rows.require(worker.db, EpisodeOfCare, ended.id).case_lead == sanne, "who led what has ended did so"
    (told,) = rows.where(worker.db, LeadChange)
    assert (told.before, told.before_name, told.after, told.after_name) == (
        sanne,
        "Sanne de Vries",
        JORIS,
        "Joris Maas",
    )
    assert (told.reason, told.made_by) == ("Sanne is met verlof", sanne)
    view = dossier_views.look_again(worker, child)
    assert view.lead == "Joris Maas"
    (moment,) = [one for one in view.moments if one.kind == "lead_change"]
    assert (moment.what, moment.state, moment.words) == ("Joris Maas", "Sanne de Vries", "Sanne is met verlof")
    assert "lead_change.recorded" in {one.purpose for one in access_log.of_patient(worker.db, child)}


def test_giving_it_back_undoes_it_and_handing_it_to_who_leads_changes_nothing(worker: Session) -> None:
    child = a_dossier(worker)
    sanne = worker.actor.staff_id
    lead.hand_over(worker, child, JORIS, "Verlof")
    lead.hand_over(worker, child, sanne, "Toch niet")
    assert leads(worker, child) == {sanne}
    assert lead.hand_over(worker, child, sanne, "Nog eens").kinds == frozenset()
    assert [one.reason for one in rows.where(worker.db, LeadChange, order="made_at, rowid")] == ["Verlof", "Toch niet"]


@pytest.mark.parametrize(
    ("to", "reason", "code", "field"),
    [
        ("", "Verlof", "person.lead_missing", "case_lead"),
        ("nobody at all", "Verlof", "person.lead_unknown", "case_lead"),
        (PEOPLE["coordinator"].staff_id, "Verlof", "person.lead_unknown", "case_lead"),
        (JORIS, "  ", "lead.reason_missing", "reason"),
        (JORIS, "x" * 500, "text.too_long", "reason"),
    ],
)
def test_who_cannot_lead_and_no_reason_change_nothing(
    worker: Session, to: str, reason: str, code: str, field: str
) -> None:
    child = a_dossier(worker)
    with pytest.raises(KnownError) as refused:
        lead.hand_over(worker, child, to, reason)
    assert (refused.value.code, refused.value.params["field"]) == (code, field)
    assert leads(worker, child) == {worker.actor.staff_id}
    assert rows.count(worker.db, LeadChange) == 0


def test_nobody_gets_to_lead_a_dossier_that_is_kept_from_them(worker: Session) -> None:
    child = a_dossier(worker)
    access.restrict(worker, child, [])
    with pytest.raises(KnownError, match=r"lead\.kept_from"):
        lead.hand_over(worker, child, JORIS, "Verlof")
    access.restrict(worker, child, [JORIS])
    lead.hand_over(worker, child, JORIS, "Verlof")
    assert leads(worker, child) == {JORIS}


def test_who_left_leads_nobody_any_more_and_every_colleague_sees_that_somebody_must(worker: Session) -> None:
    child, other = a_dossier(worker), a_dossier(worker, "Bo")
    lead.hand_over(worker, child, JORIS, "Verlof")
    assert waiting(worker, DutyKind.LEAD_MISSING) == []
    assert not dossier_views.look_again(worker, child).lead_left

    leaves(worker, JORIS)

    assert waiting(worker, DutyKind.LEAD_MISSING) == [child]
    view = dossier_views.look_again(worker, child)
    assert view.lead_left
    assert JORIS not in dict(view.leads)
    with pytest.raises(KnownError, match=r"person\.lead_unknown"):
        lead.hand_over(worker, other, JORIS, "Verlof")
    lead.hand_over(worker, child, worker.actor.staff_id, "Joris werkt hier niet meer")
    assert waiting(worker, DutyKind.LEAD_MISSING) == []


def test_what_somebody_who_left_had_prepared_for_the_gp_is_told_by_who_leads(worker: Session) -> None:
    child = a_dossier(worker)
    about = Feedback(
        worker.new_id(), WALUWE, child, worker.new_id(), FeedbackMoment.START, date(2026, 11, 25), prepared_by=JORIS
    )
    with acting(worker, Intention.GIVE_FEEDBACK) as action:
        feedback.prepare(action, about)
    assert waiting(worker, DutyKind.FEEDBACK_DUE) == []
    leaves(worker, JORIS)
    assert waiting(worker, DutyKind.FEEDBACK_DUE) == [child]


def test_the_aftercare_of_somebody_who_left_is_given_by_who_leads_now(worker: Session) -> None:
    child = a_dossier(worker)
    aftercare_of(worker, child, JORIS)
    assert waiting(worker, DutyKind.AFTERCARE_DUE) == [], "Joris closed it, and gives it himself while he is here"
    leaves(worker, JORIS)
    assert waiting(worker, DutyKind.AFTERCARE_DUE) == [child]


def test_the_aftercare_of_somebody_who_left_says_whose_it_is_when_who_leads_is_away(worker: Session) -> None:
    child, kept = a_dossier(worker), a_dossier(worker, "Bo")
    for one in (child, kept):
        aftercare_of(worker, one, JORIS)
        with transaction(worker.db):
            sanne = replace(rows.require(worker.db, Patient, one), case_lead=FATIMA)
            rows.put(worker.db, replace(sanne, restricted_to=(FATIMA,)) if one == kept else sanne)
    with transaction(worker.db):
        rows.put(worker.db, replace(rows.require(worker.db, Staff, JORIS), id=FATIMA, name="Fatima Idrissi"))
    leaves(worker, JORIS)
    assert waiting(worker, DutyKind.AFTERCARE_DUE) == []
    today = worker.today()
    absences.report(worker, AbsenceRequest(FATIMA, today, today, worker.actor.staff_id), dry_run=False)
    (found,) = [one for one in duties.list_duties(worker) if one.duty.kind is DutyKind.AFTERCARE_DUE]
    assert (found.duty.patient_id, found.instead_of) == (child, "Fatima Idrissi")


def aftercare_of(session: Session, patient_id: str, staff_id: str) -> None:
    """A stretch of help that this colleague led to its end, with its aftercare due today."""
    with transaction(session.db):
        (going_on,) = rows.where(session.db, EpisodeOfCare, "patient_id = ?", (patient_id,))
        ended = session.today() - timedelta(weeks=6)
        rows.put(session.db, replace(going_on, case_lead=staff_id, ended_on=ended, aftercare_due=session.today()))


@pytest.mark.parametrize("chosen", [0, 1])
def test_two_who_hand_one_dossier_to_different_colleagues_choose_once_and_by_name(
    team: tuple[Session, Session], wire: Wire, chosen: int
) -> None:
    sanne, joris = team
    for session in team:
        put_common(session)
        with transaction(session.db):
            rows.put(session.db, replace(rows.require(session.db, Staff, JORIS), id=FATIMA, name="Fatima Idrissi"))
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    lead.hand_over(sanne, child, FATIMA, "Dichterbij")
    lead.hand_over(joris, child, JORIS, "Kent het gezin")

    sync(sanne, joris, sanne, wire=wire)

    for session in team:
        assert rows.count(session.db, LeadChange) == 2
        (asked,) = sharing.conflicts(session)
        assert asked.kind == "patient"
        assert [dict(one.values)["case_lead"] for one in asked.versions] == ["Fatima Idrissi", "Joris Maas"]
    sharing.choose(sanne, asked.kind, asked.record, asked.group, asked.versions[chosen].op_id)
    sync(sanne, joris, wire=wire)
    for session in team:
        assert leads(session, child) == {(FATIMA, JORIS)[chosen]}
        assert conflicts.conflicts(session.db) == []


def test_whoever_is_put_out_of_the_team_leads_nobody_until_they_are_back_with_another_device(
    make_session: MakeSession, wire: Wire
) -> None:
    sanne, second, joris = three_admins(make_session, wire)
    for session in (sanne, second, joris):
        put_common(session)
    child = a_dossier(sanne)
    lead.hand_over(sanne, child, JORIS, "Verlof")
    sync(sanne, second, joris, wire=wire)
    removing.remove_device(joris, second.device)
    sync(joris, sanne, wire=wire)
    assert lead.gone(joris) == lead.gone(sanne) == frozenset(row.id for row in others(sanne)), "one laptop of two"

    removing.remove_person(sanne, JORIS)
    sync(sanne, wire=wire)

    assert waiting(sanne, DutyKind.LEAD_MISSING) == [child]
    assert JORIS not in {one.id for one in lead.may_lead(sanne)}
    back = make_session("colleague")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(back)])
    enrolling.follow(back, [sanne.team_space])
    sync(sanne, back, sanne, wire=wire)
    assert waiting(sanne, DutyKind.LEAD_MISSING) == []
    assert waiting(back, DutyKind.LEAD_MISSING) == []
