"""Telling a practice by letter, or as a message for its own system (MEDVRI).

Both leave the program, so they need what sending needs and are on record as such. A file's name holds a date and a
number, never a person. The child's citizen service number goes along only in a message, when somebody checked it and
the worker chooses so: a practice's own system knows the child by it (Jeugdwet 7.2.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gpconnect.domain.access import EventType
from gpconnect.domain.calendar import local_day
from gpconnect.domain.care import FeedbackMoment
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import full_name
from gpconnect.domain.people import BsnStatus, Gender, Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Appointment, Site, Slot
from gpconnect.domain.typed import readable_phone
from gpconnect.exchange import medvri
from gpconnect.services import feedback
from gpconnect.services.acting import acting
from gpconnect.services.desk_prints import PICTURE_WIDTH, Paper
from gpconnect.services.reading import require_readable
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import rows
from gpconnect.storage.files import write_atomically

ABOUT = {
    FeedbackMoment.START: "het eerste gesprek",
    FeedbackMoment.PROGRESS: "hoe het gaat",
    FeedbackMoment.CLOSURE: "het einde van de hulp",
    FeedbackMoment.CHANGE: "wat er veranderde",
}
"""Words on paper, which is Dutch whatever the language of the screen."""
A_TALK = "een gesprek"
_SEXES = {Gender.FEMALE, Gender.MALE}


@dataclass(frozen=True, slots=True)
class Message:
    """A message before it is kept, as the practice will read it.

    Attributes:
        lines: wrapped as the format has it.
        lost: characters that it has no letters for; each stands as ``[teken]``.
        number_checked: the citizen service number was checked, so that it may go along.
    """

    lines: tuple[str, ...]
    lost: tuple[str, ...]
    number_checked: bool = False


@dataclass(frozen=True, slots=True)
class _Telling:
    appointment: Appointment
    patient: Patient
    site: Site
    lines: dict[str, str]


def letter(session: Session, appointment_id: str, lines: Mapping[str, str]) -> Paper:
    """The approved lines as a letter to the practice. On record as print.

    Raises:
        KnownError: as `gpconnect.services.feedback.approve`.
    """
    from gpconnect.documents.feedback_letter import FeedbackLetter, feedback_letter
    from gpconnect.documents.preview import preview_png

    telling = _telling(session, appointment_id, lines, "feedback_letter", EventType.PRINT)
    patient, site = telling.patient, telling.site
    told = feedback.to_tell(session, appointment_id)
    pdf = feedback_letter(
        FeedbackLetter(
            doctor=telling.appointment.practitioner,
            practice=site.name,
            address=_address(site),
            child=full_name(patient.given_name, patient.prefix, patient.family_name),
            birth_date=patient.birth_date,
            about=ABOUT[told.moment] if told is not None else A_TALK,
            talk_on=_talk_day(session, telling.appointment),
            lines=telling.lines,
            from_name=session.actor.name,
            from_organization=session.actor.organization,
            written_on=session.today(),
        )
    )
    return Paper(pdf, preview_png(pdf, 0, PICTURE_WIDTH), f"terugkoppeling-{session.today():%Y-%m-%d}.pdf")


def message(session: Session, appointment_id: str, lines: Mapping[str, str]) -> Message:
    """The approved lines as a message, to look at before it is kept.

    Raises:
        KnownError: as `gpconnect.services.feedback.approve`.
    """
    telling = _telling(session, appointment_id, lines, "feedback", EventType.READ)
    data = _medvri(session, telling)
    return Message(medvri.wrapped(data.lines), medvri.lost(data), _is_checked(telling.patient))


def save_message(
    session: Session, appointment_id: str, lines: Mapping[str, str], folder: Path, *, with_number: bool = False
) -> Path:
    """Keep the message in this folder, which is made where it is missing. On record as export, before it leaves.

    Args:
        session: of the worker.
        appointment_id: the visit.
        lines: as they were approved.
        folder: where it goes.
        with_number: send the child's citizen service number along.

    Returns:
        Where the file is. It stands outside the encrypted file.

    Raises:
        KnownError: as `gpconnect.services.feedback.approve`; ``bsn.not_checked``, ``file.write_failed``.
    """
    telling = _telling(session, appointment_id, lines, "feedback_message", EventType.EXPORT)
    if with_number and not _is_checked(telling.patient):
        raise KnownError("bsn.not_checked")
    content = medvri.message(_medvri(session, telling, with_number=with_number))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, f"terugkoppeling-{session.today():%Y-%m-%d}")
    except OSError as error:
        raise KnownError("file.write_failed") from error
    write_atomically(target, content)
    return target


def _telling(
    session: Session, appointment_id: str, lines: Mapping[str, str], purpose: str, event: EventType
) -> _Telling:
    """What may be told, checked and on record."""
    with acting(session, Intention.GIVE_FEEDBACK) as action:
        appointment = rows.require(session.db, Appointment, appointment_id)
        require_readable(session, appointment.person_id, Intention.GIVE_FEEDBACK)
        checked = feedback.sayable(session, appointment.person_id, appointment.site_id, lines)
        action.saw(appointment.person_id, purpose, event=event)
    patient = rows.require(session.db, Patient, appointment.person_id)
    return _Telling(appointment, patient, rows.require(session.db, Site, appointment.site_id), checked)


def _is_checked(patient: Patient) -> bool:
    return bool(patient.bsn) and patient.bsn_status is BsnStatus.CHECKED


def _medvri(session: Session, telling: _Telling, *, with_number: bool = False) -> medvri.MedvriData:
    site, patient, actor = telling.site, telling.patient, session.actor
    talk = f"Terugkoppeling spreekuur jeugd, gesprek van {_talk_day(session, telling.appointment):%d-%m-%Y}"
    doctor = telling.appointment.practitioner or "Huisarts"
    return medvri.MedvriData(
        sender=medvri.Correspondent(actor.name, institution=actor.organization, box=actor.organization),
        receiver=medvri.Correspondent(
            doctor, "", site.name, _address(site), readable_phone(site.phone), site.agb or site.name
        ),
        about=medvri.Subject(
            patient.birth_date,
            patient.family_name,
            patient.prefix,
            patient.given_name,
            str(patient.gender) if patient.gender in _SEXES else "",
            patient.bsn if with_number else "",
        ),
        made_at=session.now().astimezone(AMSTERDAM),
        lines=(talk, *(f"{letter} {line}" for letter, own in telling.lines.items() for line in own.splitlines())),
        reference=session.new_id().upper(),
    )


def _address(site: Site) -> str:
    return ", ".join(filter(None, (site.address, f"{site.postcode} {site.city}".strip())))


def _talk_day(session: Session, appointment: Appointment) -> date:
    slot = rows.get(session.db, Slot, appointment.slot_id) if appointment.slot_id else None
    return min(local_day(slot.starts_at), session.today()) if slot is not None else session.today()


def _free_name(folder: Path, stem: str) -> Path:
    number = 1
    while (target := folder / f"{stem}-{number}.edi").exists():
        number += 1
    return target
