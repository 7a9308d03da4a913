"""What a desk prints: the appointment card a family takes home, and the list of a half-day."""

from dataclasses import dataclass

from gpconnect.documents import cards as prints
from gpconnect.documents.card_words import CardWords
from gpconnect.documents.preview import page_count, preview_png
from gpconnect.domain.access import EventType
from gpconnect.domain.calendar import local_day
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import (
    Appointment,
    AppointmentStatus,
    HalfDaySession,
    SessionStatus,
    Site,
    Slot,
    SlotKind,
    VisitKind,
)
from gpconnect.domain.staff import Staff
from gpconnect.domain.typed import readable_phone
from gpconnect.services import held_details, phone_list, schedule, shut_days
from gpconnect.services.acting import check, saw
from gpconnect.services.card_languages import FIRST, load_languages
from gpconnect.services.half_day_views import SlotView
from gpconnect.services.numbers import load_numbers
from gpconnect.services.phone_list import CallKind
from gpconnect.services.session import Session
from gpconnect.storage import rows

PICTURE_WIDTH = 1654
"""Pixels: an A4 at 200 dots to the inch, sharp on paper and on a screen at 200 %."""
CALLED_OFF = "gaat niet door"
CARD_MM = 105
CARD_PICTURE_WIDTH = 1240
"""Pixels: an A6 at 300 dots to the inch."""
VISITS = {
    VisitKind.FIRST: "eerste gesprek",
    VisitKind.FOLLOW_UP: "vervolg",
    VisitKind.ADVICE: "advies",
    VisitKind.WALK_IN: "inloop",
    VisitKind.PEER_CONSULTATION: "collegiale vraag",
    VisitKind.THREE_WAY: "driegesprek",
}
"""Words on paper, which is Dutch whatever the language of the screen."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A print.

    Attributes:
        picture: its first page (PNG).
        file_name: names nobody.
        width_mm: of the paper it is meant for; 210 is an A4.
    """

    pdf: bytes
    picture: bytes
    file_name: str
    width_mm: int = 210

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return page_count(self.pdf)


@dataclass(frozen=True, slots=True)
class CardLanguage:
    """A language for the card: its code, and what it calls itself."""

    key: str
    name: str


def pictures(paper: Paper) -> tuple[bytes, ...]:
    """Every page as a picture, for a printer: a list that goes on overleaf is printed whole."""
    width = CARD_PICTURE_WIDTH if paper.width_mm == CARD_MM else PICTURE_WIDTH
    return tuple(preview_png(paper.pdf, page, width) for page in range(paper.pages))


def card_languages(session: Session) -> tuple[CardLanguage, ...]:
    """The languages in which a card can be printed, Dutch first.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEE_AGENDA)
    return tuple(CardLanguage(one.language, one.name) for one in load_languages().values())


def appointment_card(session: Session, appointment_id: str, language: str = FIRST) -> Paper:
    """The card a family takes home; printing a child's card is written to the access log.

    Raises:
        KnownError: ``card.no_slot``, ``card.cancelled``, ``card.nobody_sits`` where the half-day was called off or the
            site is shut, ``card.language`` when no such language is whole, ``record.missing``.
    """
    card, words = _card(session, appointment_id, EventType.PRINT, language)
    pdf = prints.appointment_card(card, words, _phones())
    picture = preview_png(pdf, 0, CARD_PICTURE_WIDTH)
    return Paper(pdf, picture, f"afspraakkaart-{local_day(card.starts_at):%Y-%m-%d}.pdf", CARD_MM)


def card_text(session: Session, appointment_id: str, language: str = FIRST) -> str:
    """The card as text to copy into a message. Raises as `appointment_card`."""
    card, words = _card(session, appointment_id, EventType.EXPORT, language)
    return prints.card_text(card, words, _phones())


def day_sheet(session: Session, half_day_id: str) -> Paper:
    """The list of a half-day: name and number only of children whose family agreed to sharing.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.SEE_AGENDA)
    found = rows.require(session.db, HalfDaySession, half_day_id)
    view = schedule.half_day(session, half_day_id)
    lines = []
    for slot in view.slots:
        appointment = rows.get(session.db, Appointment, slot.appointment_id) if slot.appointment_id else None
        if appointment is not None and appointment.person_id:
            saw(session, appointment.person_id, "day_sheet", event=EventType.PRINT)
        lines.append(
            prints.DayRow(
                slot.starts_at,
                slot.minutes,
                _who(slot) if appointment else "",
                VISITS[slot.visit] if appointment else "inloop" if slot.kind == "walk_in" else "",
                ", ".join(slot.reasons),
                _remark(appointment),
                *_reach(session, None if slot.sharing_missing else appointment),
            )
        )
    site = rows.require(session.db, Site, found.site_id)
    sheet = prints.DaySheet(
        site.name,
        view.worker_name,
        found.day,
        tuple(lines),
        found.room,
        found.note,
        _calls(session, site),
        _closed(session, found),
    )
    pdf = prints.day_sheet(sheet)
    return _paper(pdf, f"daglijst-{found.day:%Y-%m-%d}.pdf")


def _closed(session: Session, half_day: HalfDaySession) -> str:
    """Why nobody sits there; empty when it takes place."""
    if half_day.status is SessionStatus.CANCELLED:
        return half_day.called_off_why or CALLED_OFF
    return shut_days.known(session.db, half_day.day).of(half_day)


def _paper(pdf: bytes, file_name: str) -> Paper:
    return Paper(pdf, preview_png(pdf, 0, PICTURE_WIDTH), file_name)


def _phones() -> dict[str, str]:
    return {key: readable_phone(one.phone) for key, one in load_numbers().items()}


def _card(session: Session, appointment_id: str, event: EventType, language: str) -> tuple[prints.CardData, CardWords]:
    check(session, Intention.SEE_AGENDA)
    words = load_languages().get(language)
    if words is None:
        raise KnownError("card.language")
    db = session.db
    appointment = rows.require(db, Appointment, appointment_id)
    if not appointment.slot_id:
        raise KnownError("card.no_slot")
    slot = rows.require(db, Slot, appointment.slot_id)
    half_day = rows.require(db, HalfDaySession, slot.session_id)
    if appointment.status is AppointmentStatus.CANCELLED:
        raise KnownError("card.cancelled")
    if slot.kind is SlotKind.CLOSED or _closed(session, half_day):
        raise KnownError("card.nobody_sits")
    site = rows.require(db, Site, appointment.site_id)
    worker = rows.get(db, Staff, half_day.worker_id)
    person = rows.get(db, PersonCard, appointment.person_id)
    if appointment.person_id:
        saw(session, appointment.person_id, "appointment_card", event=event)
    held = held_details.held(db, appointment.id)
    made = prints.CardData(
        given_name=person.given_name if person else "",
        starts_at=slot.starts_at,
        minutes=appointment.minutes or slot.minutes,
        site_name=site.name,
        address=", ".join(part for part in (site.address, site.city) if part),
        worker_name=worker.name if worker else "",
        phone=readable_phone(site.phone),
        room=half_day.room,
        interpreter=appointment.interpreter or held.interpreter,
        doctor=appointment.practitioner,
    )
    return made, words


def _who(slot: SlotView) -> str:
    if slot.visit is VisitKind.PEER_CONSULTATION:
        return "Collegiale vraag"
    age = f"{slot.age} jaar" if slot.age is not None else ""
    name = "" if slot.sharing_missing else slot.name
    return ", ".join(part for part in (name or "Jeugdige", age) if part)


def _reach(session: Session, appointment: Appointment | None) -> tuple[str, str]:
    """Number and safe contact, where they may stand on paper and the card is here."""
    card = rows.get(session.db, PersonCard, appointment.person_id) if appointment else None
    return (readable_phone(card.phone), card.safe_contact) if card else ("", "")


def _calls(session: Session, site: Site) -> tuple[tuple[str, str], ...]:
    """Whom to phone when the computer does not say it, the desk itself included."""
    words = {
        CallKind.DANGER: "Direct gevaar",
        CallKind.WORKER: "{name}, jeugdwerker",
        CallKind.PROVIDER: "{name}",
        CallKind.SAFE_HOME: "Veilig Thuis",
    }
    calls = phone_list.whom_to_phone(session, site.id)
    desk = [(site.name, readable_phone(site.phone))] if site.phone else []
    return (*((words[one.kind].format(name=one.name), one.phone) for one in calls), *desk)


def _remark(appointment: Appointment | None) -> str:
    if appointment is None:
        return ""
    joins = "huisarts loopt even mee" if appointment.gp_joins else ""
    interpreter = f"tolk: {appointment.interpreter}" if appointment.interpreter else ""
    behalf = f"namens {appointment.practitioner}" if appointment.practitioner else ""
    return ", ".join(part for part in (joins, interpreter, behalf) if part)
