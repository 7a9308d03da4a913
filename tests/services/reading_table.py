"""Which services show children by name and write a line about it (NEN 7513), and which write none and why."""

from collections.abc import Callable
from dataclasses import replace

from gpconnect.domain.evaluation import EnteredHow
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import Appointment
from gpconnect.services import (
    access,
    after_talk,
    booking,
    cards,
    dossier_views,
    dossiers,
    erasing,
    evaluations,
    feedback,
    finding,
    handover_starts,
    handover_views,
    incoming,
    inspection,
    meldcode,
    mending,
    notes,
    patients,
    pilot_end,
    retention,
    rights,
    schedule,
    timelines,
)
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson
from gpconnect.services.incoming import ReadReferral
from gpconnect.services.inspection import Wish
from gpconnect.services.meldcode import TypedStep
from gpconnect.services.patients import NewDossier
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.mending import Outlook
from tests.exchange.referrals import NOOR
from tests.services.conftest import CHEAP, PASSPHRASE, WALUWE
from tests.services.dossier_help import MOZAIEK, OLD_ENOUGH, a_dossier
from tests.services.evaluation_help import CHILD, a_closed_episode
from tests.services.test_evaluations import CHILD_AT_END, HAPPY
from tests.services.test_handovers import begun
from tests.services.visits_help import a_booking

Read = Callable[[], object]
Example = Callable[[Session], Read]
"""Makes what there is to read, and gives the reading itself."""


def _patient(session: Session) -> Patient:
    return rows.require(session.db, Patient, a_dossier(session, birth_date=OLD_ENOUGH))


def _of_dossier(read: Callable[[Session, str], object]) -> Example:
    def example(session: Session) -> Read:
        child = _patient(session).id
        return lambda: read(session, child)

    return example


def _of_visit(read: Callable[[Session, str], object]) -> Example:
    def example(session: Session) -> Read:
        visit = a_booking(session)
        return lambda: read(session, visit)

    return example


def _copy(session: Session) -> Read:
    patient = _patient(session)
    return lambda: inspection.make(session, patient, Wish("patient"))


def _export(session: Session) -> Read:
    a_dossier(session)
    session.folder.mkdir(exist_ok=True)
    return lambda: pilot_end.export_all(session, session.folder, f"{PASSPHRASE} en nog wat", cost=CHEAP)


def _episode(session: Session) -> Read:
    a_closed_episode(session)
    return lambda: evaluations.overview(session, CHILD)


def _draft(session: Session) -> Read:
    _, view = notes.open_patient(session, a_dossier(session))
    notes.save_draft(session, replace(view.draft, answers={"request": "Weer slapen"}))
    return lambda: notes.open_draft(session, view.draft.id)


def _note(session: Session) -> Read:
    a_dossier(session)
    (note,) = rows.where(session.db, Note)
    return lambda: timelines.read_note(session, note.id)


def _meldcode(session: Session) -> Read:
    child = a_dossier(session)
    meldcode.record_step(session, child, TypedStep(1, session.today(), "Blauwe plekken gezien"))
    return lambda: meldcode.open_part(session, child)


def _handover(session: Session) -> Read:
    made = begun(session)
    return lambda: handover_views.detail(session, made)


def _answers(session: Session) -> Read:
    a_closed_episode(session)
    evaluations.hand_in(session, CHILD_AT_END, HAPPY, EnteredHow.KIOSK)
    return lambda: evaluations.read_answers(session, CHILD_AT_END)


def _form(session: Session) -> Read:
    a_closed_episode(session)
    return lambda: evaluations.open_form(session, CHILD_AT_END)


def _known_person(session: Session) -> Read:
    visit = rows.require(session.db, Appointment, a_booking(session))
    return lambda: cards.find_person(session, visit.person_id)


def _look_alike(session: Session) -> Read:
    patient = _patient(session)
    new = NewPerson(patient.given_name, patient.family_name, patient.birth_date)
    return lambda: booking.book(session, BookingRequest(WALUWE, "0" * 32, new=new, reasons=("sleep",)))


def _typed_again(session: Session) -> Read:
    patient = _patient(session)
    new = NewDossier(patient.given_name, patient.family_name, f"{patient.birth_date:%d-%m-%Y}")
    return lambda: patients.add_dossier(session, new)


def _comes_in(session: Session) -> Read:
    patient = _patient(session)
    told = replace(NOOR.child, given_name=patient.given_name, prefix="", family_name=patient.family_name)
    read = ReadReferral(replace(NOOR, child=replace(told, birth_date=patient.birth_date)), ())
    return lambda: incoming.look(session, read)


def _plan(session: Session) -> Read:
    child = a_dossier(session)
    ill = mending.begin(session)
    found = None, Outlook(0, 0, 0, 0, (child,), untold=False, lines=0)
    return lambda: mending.plan(session, ill, found)


ON_RECORD: dict[str, Example] = {
    "access.looked": _of_dossier(access.looked),
    "access.print_who_looked": _of_dossier(access.print_who_looked),
    "access.recent": lambda session: lambda: access.recent(session),
    "access.who_looked": _of_dossier(access.who_looked),
    "booking.book": _look_alike,
    "cards.find_person": _known_person,
    "cards.search_people": _of_dossier(lambda session, _: cards.search_people(session, "daan")),
    # Without a question it is the list of this person's own team that the page begins with: nobody is looked for, and
    # opening one of them is a line. A line for each time that the page is shown would hide those that matter.
    "dossier_views.list_dossiers": _of_dossier(lambda session, _: dossier_views.list_dossiers(session, "daan")),
    "dossier_views.open_dossier": _of_dossier(dossier_views.open_dossier),
    "dossiers.open_from_booking": _of_visit(dossiers.open_from_booking),
    "erasing.overview": _of_dossier(erasing.overview),
    "evaluations.open_form": _form,
    "evaluations.read_answers": _answers,
    "finding.find": _of_dossier(lambda session, _: finding.find(session, "daan")),
    "handover_starts.start": _of_dossier(handover_starts.start),
    "handover_views.detail": _handover,
    "incoming.look": _comes_in,
    "inspection.look": _of_dossier(lambda session, child: inspection.look(session, child, Wish("patient"))),
    "inspection.make": _copy,
    "inspection.printed": _of_dossier(lambda session, child: inspection.printed(session, child, Wish("patient"), 200)),
    "inspection.save": _of_dossier(
        lambda session, child: inspection.save(session, child, Wish("patient"), session.folder / "a.json")
    ),
    "mending.plan": _plan,
    "meldcode.open_part": _meldcode,
    "notes.open_draft": _draft,
    "notes.open_patient": _of_dossier(notes.open_patient),
    "notes.open_visit": _of_visit(notes.open_visit),
    "patients.add_dossier": _typed_again,
    "pilot_end.export_all": _export,
    "retention.overview": lambda session: lambda: retention.overview(session),
    "schedule.open_appointment": _of_visit(schedule.open_appointment),
    "rights.overview": _of_dossier(rights.overview),
    "access.restriction": _of_dossier(access.restriction),
    "evaluations.overview": _episode,
    "feedback.prepared": _of_visit(feedback.prepared),
    "after_talk.after_talk": _of_visit(after_talk.after_talk),
    "handover_views.ask_consent": _of_dossier(
        lambda session, child: handover_views.ask_consent(session, child, MOZAIEK)
    ),
    "timelines.read_note": _note,
}
"""Services that show children, each with an example; every reading is a line more."""

_DAY = "the list of a day's work of this person's own places: who comes when, and nothing of a dossier"
_OPEN = "the page of a dossier that is open, and on record, fills itself again"
_WRITES = "writes about a child, which is a line itself, and shows what was just written"
NOT_ON_RECORD: dict[str, str] = {
    "booking.ask_peer": "about nobody",
    "booking.raise_urgent": "as booking.book",
    "booking.walk_in": "as booking.book",
    "damaged.damaged": "the names of whose dossiers are damaged, for whoever must act on it; nothing of a dossier",
    "dossier_views.look_again": _OPEN,
    "duties.list_duties": _DAY,
    "erasing.standing_request": "a part of deciding on a request, which is a line itself",
    "feedback.received": "what the practice was sent and nobody read; reading it is a line (feedback.acknowledge)",
    "handover_views.board": "the list of the team's handovers of now: what is to be done; opening one is a line",
    "handover_views.look_again": _OPEN,
    "notes.my_drafts": "the list of this person's own unfinished notes; opening one is a line",
    "pilot_end.complete_copy": "a step of the export, which puts each dossier on record before the file has a name",
    "rebooking.lost_bookings": _DAY,
    "replanning.to_replan": _DAY,
    "site_closures.enter": _DAY,
    "reminders.list_reminders": _DAY,
    "today.day_view": _DAY,
    "waiting.accept_offer": _WRITES,
    "waiting.add_to_waiting_list": "as booking.book",
    "waiting.first_in_line": _DAY,
    "waiting.offer_for": _DAY,
    "waiting.waiting_list": _DAY,
}
"""Services that show children and write no line, and why."""
