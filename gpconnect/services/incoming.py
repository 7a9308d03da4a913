"""A referral that comes in as a file (FHIR R4): read, looked at, and only then a dossier with a draft of a note.

What another helper wrote is their word: it stands in a draft, under their name, until the worker has read it with the
family and signs it. Nothing is taken over in silence, and what was not understood is named before.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gpconnect.domain.calendar import AMSTERDAM
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Form as ConsentForm
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import Form, ItemKind
from gpconnect.domain.handover import HandoverStatus
from gpconnect.domain.names import Likeness
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import clean_line, normal_phone, readable_phone
from gpconnect.exchange import referral_files
from gpconnect.exchange.referral import Child, Referral, Section
from gpconnect.exchange.referral_files import Missed, ReadReferral
from gpconnect.services import cards, notes, patients
from gpconnect.services.acting import check
from gpconnect.services.cards import NewPerson, PersonHit
from gpconnect.services.handover_letters import GROUNDS, RELATIONS, ROUTES, SAFETY
from gpconnect.services.patients import NewDossier, TypedPerson
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session

__all__ = ["Incoming", "Missed", "ReadReferral", "Referral", "Section", "look", "read_file", "take"]

TEMPLATE = "first_talk"
_HOW_SAID = {ConsentForm.ORAL: "mondeling", ConsentForm.WRITTEN: "schriftelijk"}
_STATES = {
    HandoverStatus.CANCELLED: "ingetrokken",
    HandoverStatus.REJECTED: "niet aangenomen",
    HandoverStatus.COMPLETED: "afgerond",
    HandoverStatus.ON_HOLD: "wacht op een andere datum",
}
"""What must not be overlooked: a referral that asks nothing any more, or not now."""
_TEXTS = frozenset({ItemKind.TEXT, ItemKind.LONG_TEXT})


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file says, and whom the child in it resembles.

    Attributes:
        known: dossiers and cards that are probably this child's, strongest likeness first.
    """

    read: ReadReferral
    known: tuple[PersonHit, ...]


def read_file(path: Path) -> ReadReferral:
    """Read a file that somebody chose; nothing is saved.

    Raises:
        KnownError: ``referral.unreadable``, or as `gpconnect.exchange.referral_files.read`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(referral_files.LARGEST + 1)
    except OSError as error:
        raise KnownError("referral.unreadable") from error
    return referral_files.read(data)


def look(session: Session, read: ReadReferral) -> Incoming:
    """Whether the child is known already.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.EDIT_DOSSIER)
    child = read.referral.child
    if child.birth_date is None or not child.family_name:
        return Incoming(read, ())
    found = cards.duplicates(session, NewPerson(child.given_name, _family(child), child.birth_date))
    return Incoming(read, tuple(one for one in found if one.likeness is not Likeness.NAMESAKE))


def take(session: Session, read: ReadReferral, known_id: str = "") -> tuple[Changes, str]:
    """Open a dossier for the child in the file, or go on in the one there is, with what was said as a draft of a note.

    In a known dossier nothing is changed but that it is on the list again: what the file says of the person stands in
    the draft, to compare.

    Args:
        session: of the worker.
        read: the file.
        known_id: of the dossier or card that is this child's; empty opens a new dossier.

    Returns:
        What changed, and the id of the draft.

    Raises:
        KnownError: with the param ``field`` as `patients.add_dossier`; ``referral.no_birth_date``; ``record.missing``,
            ``role.may_not``.
    """
    check(session, Intention.EDIT_DOSSIER)
    if known_id:
        changes, patient_id = patients.open_from_card(session, known_id)
        require_readable(session, patient_id, Intention.WRITE_NOTE)
        # The child is in care again: off the list, nobody would come upon the draft.
        changes |= patients.restore_dossier(session, patient_id)
    else:
        changes, patient_id = _open(session, read.referral)
    view = notes.open_patient(session, patient_id)[1]
    form = next((one for one in view.templates if one.id == TEMPLATE), view.templates[0])
    draft = replace(
        view.draft,
        id=session.new_id(),
        template=form.id,
        template_version=form.version,
        answers=_answers(form, read),
    )
    return changes | notes.save_draft(session, draft)[0], draft.id


def _open(session: Session, referral: Referral) -> tuple[Changes, str]:
    """A new dossier with who is in the file. Who holds authority is asked and checked, never taken from a file."""
    child = referral.child
    if child.birth_date is None:
        raise KnownError("referral.no_birth_date")
    new = NewDossier(
        child.given_name, _family(child), f"{child.birth_date:%d-%m-%Y}", phone=_phone(child.phone), despite=True
    )
    changes, opened = patients.add_dossier(session, new)
    more = {
        "gender": child.gender,
        "interpreter": _line(child.interpreter),
        "practitioner_name": _line(referral.doctor),
    }
    changes |= patients.edit_patient(session, opened.patient_id, {name: one for name, one in more.items() if one})
    for near in referral.people:
        if _line(near.name):
            typed = TypedPerson(_line(near.name), near.relation, _phone(near.phone))
            changes |= patients.save_related(session, opened.patient_id, typed)[0]
    return changes, opened.patient_id


def _answers(form: Form, read: ReadReferral) -> dict[str, Any]:
    """What the file says, under the questions that it answers; all else under the one about the background."""
    homes = {item.topic: item.id for item in reversed(form.items) if item.kind in _TEXTS and not item.third_party}
    rest = homes.get("background") or next(iter(homes.values()))
    found: dict[str, list[str]] = {}
    told = found.setdefault(rest, _about(read.referral))
    for section in read.referral.sections:
        if section.text.strip() and section.key in homes:
            found.setdefault(homes[section.key], []).append(section.text)
        elif section.text.strip():
            told.append(f"{section.title}: {section.text}")
    told += [f"{one.where}: {one.words}" for one in read.missed if one.words.strip()]
    return {item: "\n".join(texts) for item, texts in found.items()}


def _about(referral: Referral) -> list[str]:
    """From whom it came, and who is in it: also what a field of the dossier would not take."""
    child, sender = referral.child, referral.sender
    by = ", ".join(filter(None, (sender.person, sender.organization, readable_phone(sender.phone))))
    on = f" ({referral.made_at.astimezone(AMSTERDAM):%d-%m-%Y})" if referral.made_at else ""
    name = " ".join(filter(None, (child.given_name, child.prefix, child.family_name)))
    born = f"{child.birth_date:%d-%m-%Y}" if child.birth_date else ""
    people = [
        ", ".join(filter(None, (one.name, RELATIONS[one.relation], readable_phone(one.phone))))
        for one in referral.people
    ]
    spoken = f"tolk {child.interpreter}" if child.interpreter else ""
    return [
        f"Uit de verwijzing van {by or 'onbekend'}{on}.",
        ", ".join(filter(None, (name, born, readable_phone(child.phone), spoken))),
        *people,
        *([f"Huisarts: {referral.doctor}"] if referral.doctor else []),
        *_terms(referral),
    ]


def _terms(referral: Referral) -> list[str]:
    """How safe it is, on which ground it was shared, who agreed, and by when somebody expects something."""
    agreed = [
        f"{one.name or referral.child.given_name} ({_HOW_SAID[one.form]}, {one.on:%d-%m-%Y})" for one in referral.agreed
    ]
    ground = ". ".join(filter(None, (GROUNDS[referral.ground] if referral.ground else "", referral.ground_why)))
    told = {
        "Stand van de verwijzing": _STATES.get(referral.status, "") if referral.status else "",
        "Veiligheid": SAFETY[referral.safety] if referral.safety else "",
        "Toegang": ROUTES[referral.access_route] if referral.access_route else "",
        "Gedeeld op grond van": ground,
        "Akkoord": "; ".join(agreed),
        "Antwoord verwacht uiterlijk": f"{referral.answer_by:%d-%m-%Y}" if referral.answer_by else "",
        "De verwijzer belt op": f"{referral.callback_on:%d-%m-%Y}" if referral.callback_on else "",
    }
    return [f"{title}: {words}" for title, words in told.items() if words]


def _family(child: Child) -> str:
    return _line(" ".join(filter(None, (child.prefix, child.family_name))))


def _line(words: str) -> str:
    """Words of somebody else as a field keeps them; empty where it would not. They stand in the draft all the same."""
    try:
        return clean_line(words)
    except KnownError:
        return ""


def _phone(typed: str) -> str:
    try:
        return normal_phone(typed)
    except KnownError:
        return ""
