"""Names and sentences put where the program keeps them: through its services, as if families had said them."""

from dataclasses import replace
from datetime import date
from itertools import count

from gpconnect.services import booking, finding, handover_starts, handovers, notes, patients, slots, waiting
from gpconnect.services.booking import BookingRequest
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.handovers import Content
from gpconnect.services.patients import NewDossier, TypedPerson
from gpconnect.services.session import Session
from tests.campaigns.secrecy.words import Words

_BORN = date(2012, 4, 3)
_EVERY_DRAFT = 4
_EVERY_HANDOVER = 3


def plant(worker: Session, assistant: Session, words: Words, wanted: int) -> None:
    """Fills both files until so many names and sentences stand in them."""
    site = assistant.actor.site_ids[0]
    for number in count(1):
        _dossier(worker, words, number)
        _family_waits(assistant, site, words)
        if words.planted >= wanted:
            return


def _dossier(session: Session, words: Words, number: int) -> None:
    """A dossier with an address, a mother, a note or a draft, an addendum, a search, now and then a handover."""
    new = NewDossier(words.name(), words.name(), "3-4-2012", words=words.sentence(), despite=True)
    _, opened = patients.add_dossier(session, new)
    child = opened.patient_id
    patients.edit_patient(session, child, {"address": f"{words.name()}straat 3", "school": words.name()})
    patients.save_related(session, child, TypedPerson(words.name()))
    _, view = notes.open_patient(session, child)
    answers = {**view.draft.answers, "present": words.name(), "request": f"{words.sentence()} {words.sentence()}"}
    answers |= {"safety": "safe", "agreements": words.sentence()}
    draft = replace(view.draft, template="first_talk", template_version=1, answers=answers)
    notes.save_draft(session, draft)
    if number % _EVERY_DRAFT:
        _, signed = notes.sign(session, draft)
        assert not signed.problems
        notes.add_addendum(session, signed.note_id, words.sentence())
    finding.find(session, words.name())
    if number % _EVERY_HANDOVER == 0:
        _handover(session, child, words)


def _handover(session: Session, child: str, words: Words) -> None:
    receiver = handover_starts.start(session, child).receivers[0].provider.id
    content = Content({"reason": words.sentence(), "assessment": words.sentence(), "question": words.sentence()})
    handovers.create_handover(session, child, receiver, content)


def _family_waits(session: Session, site: str, words: Words) -> None:
    """A family on the waiting list, and one with an appointment as long as there are places."""
    waiting.add_to_waiting_list(session, _request(site, words))
    free = slots.propose_slots(session, site).slots
    if len(free) > 1:  # one is left for who books through the window
        booking.book(session, replace(_request(site, words), slot_id=free[0].slot_id))


def _request(site: str, words: Words) -> BookingRequest:
    return BookingRequest(
        site_id=site,
        new=NewPerson(words.name(), words.name(), _BORN, ""),
        reasons=("sleep",),
        words=words.sentence(),
        patient_line=words.sentence(),
        sharing=Sharing.GIVEN,
        given_by="patient",
        confirmed=True,
    )
