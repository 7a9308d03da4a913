"""The family's copy of a dossier: who may have it today, what they do not get, and the file or paper itself.

Jeugdwet 7.3.10 and 7.3.15; GDPR articles 15 and 20. Making one to look at, saving and printing are each on record.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from gpconnect.documents import access_words, texts
from gpconnect.documents.inspection_data import Copy, Entry, Passage, Section, copy_json
from gpconnect.domain.calendar import local_day
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Scope
from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Handover
from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.retention import Term
from gpconnect.domain.rights import SECRET_FIELDS, Entitlement, Why, Withholding, entitlement, kept_from
from gpconnect.domain.roles import Intention
from gpconnect.services import access, consents, family_list, retention
from gpconnect.services import inspection_words as words
from gpconnect.services.acting import check, saw
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.inspection_content import HANDOVER_TO, Part, parts
from gpconnect.services.inspection_sieve import Item, Sieve, left_out
from gpconnect.services.purposes import INSPECTION
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.storage.access_log import EventType
from gpconnect.storage.files import write_atomically

PURPOSE = "inspection_copy"
"""Why the access log says that a dossier was printed or exported."""
PICTURE_WIDTH = 1240
_REPORTING_CODE = "reporting_code"
_SILENT = frozenset({"meldcode", "refusals"})
"""Sections of which an empty heading would tell that there is something."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Who asks for a copy; `able` is false for a youth who cannot weigh what is at stake (7.3.15 lid 2)."""

    recipient: str
    able: bool = True


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who may ask, with the rule that says whether they get it.

    Attributes:
        id: ``patient`` or the id of a related person.
        relation: what they are to the child, as a code; empty for the child.
    """

    id: str
    name: str
    relation: str
    entitlement: Entitlement


@dataclass(frozen=True, slots=True)
class Made:
    """A copy to look at before it is given.

    Attributes:
        left_out: how many places say that something about another was left out.
        kept_back: how many decisions keep something from this person.
        secret_address: the address stays off this copy.
        reporting_code: a step of the reporting code (meldcode) stands in a copy for somebody else than the youth.
        file_name: proposal that names nobody, without its ending.
    """

    pdf: bytes
    pages: int
    left_out: int
    kept_back: int
    secret_address: bool
    reporting_code: bool
    file_name: str


def recipients(session: Session, patient_id: str, *, able: bool = True) -> tuple[Recipient, ...]:
    """The youth and everybody around them, with whether they may have a copy today.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``, or what closes this dossier.
    """
    patient = _readable(session, patient_id)
    related = _related(session, patient_id)
    name = full_name(patient.given_name, patient.prefix, patient.family_name)
    people = [(PATIENT, name, ""), *((one.id, one.name, str(one.relation)) for one in related)]
    return tuple(
        Recipient(who, called, relation, _entitled(session, patient, related, Wish(who, able)))
        for who, called, relation in people
    )


def agree(session: Session, patient_id: str, person_id: str) -> Changes:
    """Write down that the youth agrees to a copy for somebody else (7.3.11 lid 1); withdrawn as any other consent.

    Raises:
        KnownError: ``record.missing`` or as `consents.record_consent`.
    """
    check(session, Intention.RECORD_HELP_CONSENT)
    person = rows.require(session.db, RelatedPerson, person_id)
    question = Question(Scope.SHARE, INSPECTION, person_id, person.name)
    return consents.record_consent(session, NewConsent(patient_id, question, PATIENT))


def look(session: Session, patient_id: str, wish: Wish) -> Made:
    """Make the copy to look at it; that is on record as reading.

    Raises:
        KnownError: ``rights.not_entitled`` (why) when the law does not give them a copy, ``record.missing``,
            ``role.may_not``, or what closes this dossier.
    """
    from gpconnect.documents.inspection_copy import copy_pdf
    from gpconnect.documents.preview import page_count

    patient = _readable(session, patient_id)
    copy = make(session, patient, wish)
    pdf = copy_pdf(copy)
    kept = _kept(session, patient, wish.recipient)
    entries = [entry for section in copy.sections for entry in section.entries]
    return Made(
        pdf=pdf,
        pages=page_count(pdf),
        left_out=left_out(entries),
        kept_back=len(kept),
        secret_address=_secret_address(patient, wish.recipient),
        reporting_code=wish.recipient != PATIENT and _names_reporting_code(entries),
        file_name=f"afschrift-dossier-{session.today():%Y-%m-%d}",
    )


def save(session: Session, patient_id: str, wish: Wish, target: Path) -> None:
    """Write the copy for one person; its ending says whether as pages (.pdf) or as data (.json). On record as export.

    Raises:
        KnownError: as `look`; ``rights.format`` for another ending, ``rights.not_saved``.
    """
    from gpconnect.documents.inspection_copy import copy_pdf

    check(session, Intention.GIVE_INSPECTION)
    writers = {".pdf": copy_pdf, ".json": copy_json}
    write = writers.get(target.suffix.lower())
    if write is None:
        raise KnownError("rights.format")
    patient = _readable(session, patient_id)
    # On record before it leaves: a file without a line could never be explained, a line without a file can.
    content = write(make(session, patient, wish, event=EventType.EXPORT))
    try:
        write_atomically(target, content)
    except KnownError as error:
        raise KnownError("rights.not_saved") from error


def printed(session: Session, patient_id: str, wish: Wish, width: int) -> tuple[bytes, ...]:
    """Every page of the copy as a picture (PNG) of so many pixels, for the printer. On record as print.

    Raises:
        KnownError: as `look`.
    """
    from gpconnect.documents.inspection_copy import copy_pdf
    from gpconnect.documents.preview import page_count, preview_png

    patient = _readable(session, patient_id)
    pdf = copy_pdf(make(session, patient, wish, event=EventType.PRINT))
    return tuple(preview_png(pdf, page, width) for page in range(page_count(pdf)))


def picture(session: Session, pdf: bytes, page: int) -> bytes:
    """One page of a copy that was made to look at, as a picture (PNG).

    Raises:
        KnownError: ``role.may_not``.
    """
    from gpconnect.documents.preview import preview_png

    check(session, Intention.GIVE_INSPECTION)
    return preview_png(pdf, page, PICTURE_WIDTH)


def make(session: Session, patient: Patient, wish: Wish, *, event: EventType = EventType.READ) -> Copy:
    """The copy for one person, without what they do not get; on record before anybody has it.

    Args:
        session: of who gives it.
        patient: whose dossier.
        wish: who asks.
        event: what becomes of it: it is looked at, printed or saved.

    Raises:
        KnownError: ``rights.not_entitled`` (why), ``record.missing``, ``role.may_not``, or what closes this dossier.
    """
    check(session, Intention.GIVE_INSPECTION)
    require_readable(session, patient.id)
    related = _related(session, patient.id)
    entitled = _entitled(session, patient, related, wish)
    if not entitled.may:
        raise KnownError("rights.not_entitled", why=str(entitled.why))
    kept = _kept(session, patient, wish.recipient)
    sections = _sifted(session, patient, kept, parts(session, patient, recipient=wish.recipient), wish.recipient)
    saw(session, patient.id, PURPOSE, event=event)
    return Copy(
        child_name=full_name(patient.given_name, patient.prefix, patient.family_name),
        birth_date=patient.birth_date,
        recipient=_called(patient, related, wish.recipient, entitled),
        ground=f"Jeugdwet {entitled.article}; AVG artikel 15 en 20",
        made_on=session.today(),
        made_by=session.actor.name,
        organization=session.actor.organization,
        sections=(*sections, _about(session, patient, sections)),
        remarks=words.REMARKS,
        looks=looks(session, patient.id),
    )


def looks(session: Session, patient_id: str, *, complete: bool = False) -> tuple[tuple[datetime, str], ...]:
    """Who looked, a sentence for each act, newest first, in the words of the family's own list of who looked.

    What could tell of something that is kept back is softened as in that list, so that nobody learns something from
    laying the two side by side; the employer's `complete` copy has what the log has.
    """
    events = access.events_about(session, patient_id)
    told = events if complete else family_list.softened(session, patient_id, events)
    return tuple(
        (one.at, access_words.told(one, times)) for one, times in access_words.gathered(access.named(session, told))
    )


def _readable(session: Session, patient_id: str) -> Patient:
    check(session, Intention.GIVE_INSPECTION)
    require_readable(session, patient_id)
    return rows.require(session.db, Patient, patient_id)


def _related(session: Session, patient_id: str) -> list[RelatedPerson]:
    return rows.where(session.db, RelatedPerson, "patient_id = ? AND NOT archived", (patient_id,), order="name, id")


def _entitled(session: Session, patient: Patient, related: Sequence[RelatedPerson], wish: Wish) -> Entitlement:
    who = wish.recipient
    standing = consents.standing_for(session, patient.id, Scope.SHARE, who, INSPECTION) if who != PATIENT else None
    agreed = standing is not None and standing.is_given
    return entitlement(patient.birth_date, session.today(), related, who, able=wish.able, agreed=agreed)


def _kept(session: Session, patient: Patient, who: str) -> tuple[Withholding, ...]:
    return kept_from(rows.where(session.db, Withholding, "patient_id = ?", (patient.id,)), who, session.today())


def _secret_address(patient: Patient, who: str) -> bool:
    return patient.address_confidential and who != PATIENT


def _sifted(
    session: Session, patient: Patient, kept: Sequence[Withholding], found: Sequence[Part], who: str
) -> tuple[Section, ...]:
    secret = _secret_address(patient, who)
    sieve = Sieve(kept, (patient.address, patient.postcode) if secret else ())
    for one in rows.where(session.db, Handover, "patient_id = ?", (patient.id,)):
        sieve.also((HANDOVER_TO, one.provider_id, ""), of=("handover", one.id, ""))
    all_parts = [(part, _without_address(part.items) if secret else part.items) for part in found]
    sieve.learn([item for _, items in all_parts for item in items])
    made = (Section(part.key, part.title, sieve.entries(items), part.none) for part, items in all_parts)
    return tuple(one for one in made if one.entries or one.key not in _SILENT)


def _without_address(items: Sequence[Item]) -> tuple[Item, ...]:
    """A confidential address is for the youth only: where they live is left out and marked, as of another."""
    return tuple(
        replace(
            item,
            pieces=tuple(
                replace(piece, third_party=piece.third_party or any(key[1] in SECRET_FIELDS for key in piece.keys))
                for piece in item.pieces
            ),
        )
        for item in items
    )


def _called(patient: Patient, related: Sequence[RelatedPerson], who: str, entitled: Entitlement) -> str:
    if who == PATIENT:
        return f"{patient.given_name}, de jeugdige zelf"
    person = next(one for one in related if one.id == who)
    role = words.RELATIONS[person.relation]
    roles = {Why.PARENT: f"{role} met gezag", Why.AGREED: f"{role}, met instemming van de jeugdige"}
    return f"{person.name}, {roles.get(entitled.why, f'{role}, als vertegenwoordiger')}"


def _about(session: Session, patient: Patient, sections: Sequence[Section]) -> Section:
    """What GDPR article 15 lid 1 asks to tell: why, who received it, how long it is kept, and what one can do."""
    term = retention.term_of(session, patient.id)
    received = [entry.title.removeprefix("Aan ") for one in sections if one.key == "handovers" for entry in one.entries]
    told = any(one.entries for one in sections if one.key == "feedback")
    named = dict.fromkeys([*filter(None, received), *(["de huisartsenpraktijk"] if told else [])])
    who = ", ".join(named) or "niemand"
    passages = [
        Passage(words.RIGHTS[0][0], words.RIGHTS[0][1], words.RIGHTS[0][2]),
        Passage("received_by", "Wie gegevens kreeg", who),
        Passage(
            "kept_until",
            "Bewaard tot",
            f"{texts.day_text(term.due_on)}: {_why_until(term)} (Jeugdwet 7.3.8 lid 3).",
        ),
        *(Passage(key, label, text) for key, label, text in words.RIGHTS[1:]),
    ]
    return Section("about", "Over deze gegevens", (Entry("", tuple(passages)),))


def _why_until(term: Term) -> str:
    """Why it is kept as long as that; the reason of a decision may be about another, so it is not told."""
    if term.longer is None:
        return "twintig jaar na de laatste wijziging"
    day = texts.day_text(local_day(term.longer.decided_at))
    return f"langer dan twintig jaar na de laatste wijziging, zoals op {day} is besloten; vraag gerust waarom"


def _names_reporting_code(entries: Sequence[Entry]) -> bool:
    return any(one.key == _REPORTING_CODE and not one.left_out for entry in entries for one in entry.passages)
