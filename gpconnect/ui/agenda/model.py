"""How a week becomes words on screen: who is in a slot, how it stands, and how much room is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gpconnect.domain.booking import is_late
from gpconnect.domain.half_day import HalfDayState
from gpconnect.domain.schedule import AppointmentStatus, Placement, SessionStatus, SlotKind, VisitKind
from gpconnect.services.half_day_views import HalfDayView, SlotView
from gpconnect.services.held_details import KEPT_HERE
from gpconnect.ui import text
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate

KINDS = frozenset(
    {
        "appointment",
        "slot",
        "half_day_session",
        "waiting_entry",
        "person_card",
        "consent",
        "site",
        "closure",
        "site_closure",
        "absence",
    }
)
"""Records that the agenda shows."""
_SATURDAY = 5
STATUS = {
    AppointmentStatus.BOOKED: QT_TRANSLATE_NOOP("agenda", "Verwacht"),
    AppointmentStatus.ARRIVED: QT_TRANSLATE_NOOP("agenda", "Aanwezig"),
    AppointmentStatus.IN_CONVERSATION: QT_TRANSLATE_NOOP("agenda", "In gesprek"),
    AppointmentStatus.FULFILLED: QT_TRANSLATE_NOOP("agenda", "Geweest"),
    AppointmentStatus.NOSHOW: QT_TRANSLATE_NOOP("agenda", "Niet verschenen"),
    AppointmentStatus.CANCELLED: QT_TRANSLATE_NOOP("agenda", "Afgezegd"),
}
TONES = {
    AppointmentStatus.BOOKED: "accent",
    AppointmentStatus.ARRIVED: "accent",
    AppointmentStatus.IN_CONVERSATION: "accent",
    AppointmentStatus.FULFILLED: "good",
    AppointmentStatus.NOSHOW: "danger",
    AppointmentStatus.CANCELLED: "neutral",
}
STATES = {
    HalfDayState.OPEN: (QT_TRANSLATE_NOOP("agenda", "Open"), "accent"),
    HalfDayState.FULL: (QT_TRANSLATE_NOOP("agenda", "Vol"), "neutral"),
    HalfDayState.CLOSING: (QT_TRANSLATE_NOOP("agenda", "Nog af te sluiten"), "attention"),
    HalfDayState.CLOSED: (QT_TRANSLATE_NOOP("agenda", "Afgesloten"), "good"),
    HalfDayState.CALLED_OFF: (QT_TRANSLATE_NOOP("agenda", "Gaat niet door"), "danger"),
}


@dataclass(frozen=True, slots=True)
class SlotWords:
    """What a slot says. `tone`: accent is taken, attention waits for somebody, good is done, danger lacks something."""

    title: str
    detail: str = ""
    tone: str = "neutral"


def status_words(status: AppointmentStatus) -> str:
    """A state in the words of the desk, such as ``Verwacht``."""
    return translate("agenda", STATUS[status])


def reason_words(reason: str) -> str:
    """Why something was cancelled, where that may be known here."""
    kept = translate("agenda", "de reden staat alleen op de computer waar is afgezegd")
    return kept if reason == KEPT_HERE else reason


def state_words(half_day: HalfDayView) -> tuple[str, str]:
    """How a half-day stands, and the tone of that."""
    off = half_day.shut and half_day.state in {HalfDayState.OPEN, HalfDayState.FULL}
    words, tone = STATES[HalfDayState.CALLED_OFF if off else half_day.state]
    return translate("agenda", words), tone


def who(name: str, age: int | None, visit: VisitKind) -> str:
    """A name where it may be known, otherwise what may be."""
    if visit is VisitKind.PEER_CONSULTATION:
        return translate("agenda", "Collegiale vraag")
    if name:
        return name
    return (
        text.join(translate("agenda", "Jeugdige"), text.age(age))
        if age is not None
        else translate("agenda", "Jeugdige, nog geen naam")
    )


def free_words(half_day: HalfDayView) -> str:
    """How much room is left: ``2 vrij, 1 inloop`` or ``vol``."""
    if half_day.status is SessionStatus.CLOSED:
        return translate("agenda", "afgesloten")
    if half_day.status is SessionStatus.CANCELLED:
        return translate("agenda", "gaat niet door")
    if half_day.shut:
        return half_day.shut
    return room_words([half_day])


def room_words(half_days: Sequence[HalfDayView]) -> str:
    """The room in several together: ``2 vrij, 1 inloop``, ``vol``, or ``voorbij`` when what is empty is past."""
    free, walk_in = sum(one.free for one in half_days), sum(one.walk_in_free for one in half_days)
    parts = []
    if free:
        parts.append(translate("agenda", "{n} vrij").format(n=free))
    if walk_in:
        parts.append(translate("agenda", "{n} inloop").format(n=walk_in))
    slots = [slot for one in half_days for slot in one.slots if slot.kind is not SlotKind.CLOSED]
    full = all(slot.appointment_id for slot in slots)
    return ", ".join(parts) or (translate("agenda", "vol") if full else translate("agenda", "voorbij"))


def minute_of(value: datetime | time) -> int:
    """Minutes after midnight, wall time."""
    at = text.local(value) if isinstance(value, datetime) else value
    return at.hour * 60 + at.minute


def slot_words(slot: SlotView, half_day: HalfDayView, now: datetime) -> SlotWords:
    """Who is in a slot and how that stands, or that it is free."""
    if slot.status is None:
        past = not slot.can_be_taken(now) or half_day.status is not SessionStatus.OPEN
        walk_in = slot.kind is SlotKind.WALK_IN
        words = translate("agenda", "Inloop") if walk_in else translate("agenda", "Vrij")
        if slot.kind is SlotKind.CLOSED:
            return SlotWords(translate("agenda", "Gesloten"))
        if slot.hold is not None and not past:
            until = translate("agenda", "Vastgehouden tot {time}").format(time=text.clock(slot.hold.until))
            return SlotWords(until, slot.hold.by, "attention")
        return SlotWords(translate("agenda", "Leeg") if past else words)
    words, tone = status_words(slot.status), TONES[slot.status]
    if slot.placement is Placement.LOST:
        words, tone = translate("agenda", "Plek kwijt: kies een andere"), "danger"
    elif (half_day.shut or half_day.status is SessionStatus.CANCELLED) and slot.status is AppointmentStatus.BOOKED:
        words, tone = translate("agenda", "Gaat niet door: verzetten"), "danger"
    elif slot.sharing_missing:
        words, tone = text.join(words, translate("agenda", "toestemming nog vragen")), "attention"
    elif is_late(slot.status, slot.starts_at, now):
        words, tone = translate("agenda", "Nog niet binnen"), "attention"
    elif slot.placement is Placement.TENTATIVE and slot.status is AppointmentStatus.BOOKED:
        words = text.join(words, translate("agenda", "voorlopig"))
    kind = translate("agenda", "inloop") if slot.visit is VisitKind.WALK_IN else ""
    return SlotWords(who(slot.name, slot.age, slot.visit), text.join(kind, words), tone)


def turned_to(day: date, by: int, monday: date, planned: set[date]) -> date:
    """The same day, or on from a weekend in which nobody sits; of another week that is not known yet."""
    week = monday + timedelta(days=_SATURDAY), monday + timedelta(days=_SATURDAY + 1)
    while by and day in week and day not in planned:
        day += timedelta(days=by)
    return day
