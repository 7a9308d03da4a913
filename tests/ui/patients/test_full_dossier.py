"""A dossier in which everything happened: each kind of moment, goals, and every way in which consent can stand."""

from collections.abc import Callable
from datetime import date

import pytest

from gpconnect.domain.care import EpisodeOfCare, Feedback, FeedbackMoment, Goal, ReferrerType
from gpconnect.domain.consent import Decision, Scope
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.domain.handover import Handover
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient
from gpconnect.services import consents, patients
from gpconnect.services.cards import SHARING
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.patients import NewDossier, TypedPerson
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.connection import transaction
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList, SentenceBox
from gpconnect.ui.patients.page import PatientsPage
from tests.services.conftest import TEAM, WALUWE
from tests.services.visits_help import a_talk_with_note
from tests.ui.waiting import until
from tests.ui.workplace import SHOWN, Opens, find

pytestmark = pytest.mark.usefixtures("put_away")


def everything_happened(session: Session) -> str:
    """Noor, with one of each."""
    a_talk_with_note(session)
    (patient,) = rows.where(session.db, Patient)
    (note,) = rows.where(session.db, Note)
    (episode,) = rows.where(session.db, EpisodeOfCare)
    now, who = session.now(), session.actor.staff_id
    with transaction(session.db):
        for record in (
            Addendum("01" * 16, note.id, patient.id, "Ook moeder gesproken", who, "Sanne de Vries", now),
            Handover("02" * 16, patient.id, episode.id, "99" * 16, "Mozaïek", AccessRoute.GP_LETTER, now, who),
            Feedback("03" * 16, WALUWE, patient.id, "", FeedbackMoment.START, date(2026, 11, 1)),
            Response(
                "04" * 16, episode.id, "parent", 1, Moment.START, Voice.PARENT, EnteredHow.PAPER, now, {}, patient.id
            ),
            Goal("05" * 16, patient.id, episode.id, "Zelf inslapen", score_start=-1, score_end=2),
            Goal("06" * 16, patient.id, episode.id, "Weer naar voetbal"),
            EpisodeOfCare("07" * 16, patient.id, date(2024, 1, 8), ReferrerType.NONE, who, ended_on=date(2024, 5, 1)),
        ):
            rows.put(session.db, record)
    desk = Question(Scope.SHARE, SHARING, WALUWE, "Praktijk De Waluwe")
    consents.record_consent(session, NewConsent(patient.id, desk, "patient", Decision.REFUSED, reason="liever niet"))
    consents.record_consent(session, NewConsent(patient.id, Question(Scope.SHARE, "handover", "99" * 16), "patient"))
    return patient.id


def a_young_child(session: Session) -> str:
    """Bo, six, whose father agreed while nobody looked up his authority."""
    _, opened = patients.add_dossier(session, NewDossier("Bo", "Bos", "1-1-2020", site_id=WALUWE))
    _, father = patients.save_related(session, opened.patient_id, TypedPerson("Jan Bos"))
    consents.record_consent(session, NewConsent(opened.patient_id, Question(Scope.HELP, "help", TEAM, "Team"), father))
    return opened.patient_id


def opened(desk_of: Opens, make: Callable[[Session], str]) -> PatientsPage:
    place = desk_of("worker")
    patient_id = place.do(make)
    page = PatientsPage(place.desk)
    SHOWN.append(page)
    page.resize(1360, 860)
    page.show()
    page.show_params({"patient": patient_id})
    assert place.settle()
    return page


def test_every_kind_of_moment_reads_as_a_sentence(desk_of: Opens) -> None:
    page = opened(desk_of, everything_happened)
    told = [row.accessibleName() for row in find(page, RowList, "dossierTimeline").rows()]
    for words in (
        "Aanvulling",
        "Overdracht, Mozaïek",
        "Terugkoppeling bij de start",
        "Te laat",
        "Vragenlijst bij de start",
        "Toestemming om afspraken te delen",
        "Toestemming om te delen",
        "liever niet",
    ):
        assert any(words in line for line in told), words
    assert page.dossier.episodes.isVisible()
    until(lambda: inspect(page) == [])


def test_a_parent_who_agreed_without_a_check_is_named(desk_of: Opens) -> None:
    page = opened(desk_of, a_young_child)
    said = " ".join(box.accessibleName() for box in page.dossier.consents.findChildren(SentenceBox))
    assert "Jan Bos zei ja, maar het gezag is nog niet nagekeken." in said
    assert "alle ouders met gezag beslissen of Praktijk De Waluwe iets mag weten." in said
