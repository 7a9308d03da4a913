"""How a week of a site becomes words and slots on screen."""

from datetime import datetime

from gpconnect.domain.schedule import AppointmentStatus, Placement, SessionStatus, SlotKind, VisitKind
from gpconnect.services.schedule import DayView, HalfDayView, SlotView, WeekView
from gpconnect.ui import text
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate
from gpconnect.ui.parts import DaySlot

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


def status_words(status: AppointmentStatus) -> str:
    """A state in the words of the desk, such as ``Verwacht``."""
    return translate("agenda", STATUS[status])


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


def day_title(day: DayView) -> str:
    """``di 24 nov · 2 vrij``, or why nobody sits there."""
    if day.closed:
        return text.join(text.day(day.day), day.closed)
    return text.join(text.day(day.day), *(free_words(one) for one in day.half_days[:1] if len(day.half_days) == 1))


def free_words(half_day: HalfDayView) -> str:
    """How much room is left: ``2 vrij, 1 inloop`` or ``vol``."""
    if half_day.status is SessionStatus.CLOSED:
        return translate("agenda", "afgesloten")
    if half_day.status is SessionStatus.CANCELLED:
        return translate("agenda", "gaat niet door")
    parts = []
    if half_day.free:
        parts.append(translate("agenda", "{n} vrij").format(n=half_day.free))
    if half_day.walk_in_free:
        parts.append(translate("agenda", "{n} inloop").format(n=half_day.walk_in_free))
    return ", ".join(parts) or translate("agenda", "vol")


def day_slots(day: DayView, now: datetime) -> list[DaySlot]:
    """The slots of a day in their place on the clock."""
    return [_slot(slot, half_day, now) for half_day in day.half_days for slot in half_day.slots]


def hours(week: WeekView) -> tuple[int, int]:
    """From which minute to which the columns run: whole hours around what is planned, at least a morning."""
    starts = [minute_of(one) for day in week.days for half in day.half_days for one in (half.start,)]
    ends = [minute_of(one) for day in week.days for half in day.half_days for one in (half.end,)]
    start = min([*starts, 9 * 60]) // 60 * 60
    return start, max(-(-max([*ends, 13 * 60]) // 60) * 60, start + 240)


def minute_of(value: object) -> int:
    """Minutes after midnight, wall time."""
    at = text.local(value) if isinstance(value, datetime) else value
    return int(getattr(at, "hour", 0)) * 60 + int(getattr(at, "minute", 0))


def _slot(slot: SlotView, half_day: HalfDayView, now: datetime) -> DaySlot:
    start = minute_of(slot.starts_at)
    end = start + slot.minutes
    if slot.status is None:
        past = not slot.can_be_taken(now) or half_day.status is not SessionStatus.OPEN
        walk_in = slot.kind is SlotKind.WALK_IN
        words = translate("agenda", "Inloop") if walk_in else translate("agenda", "Vrij")
        if slot.kind is SlotKind.CLOSED:
            return DaySlot(slot.slot_id, start, end, translate("agenda", "Gesloten"), free=True)
        return DaySlot(slot.slot_id, start, end, translate("agenda", "Leeg") if past else words, free=True)
    words, tone = status_words(slot.status), TONES[slot.status]
    if slot.placement is Placement.LOST:
        words, tone = translate("agenda", "Plek kwijt: kies een andere"), "danger"
    elif slot.sharing_missing:
        words, tone = text.join(words, translate("agenda", "toestemming nog vragen")), "attention"
    elif slot.placement is Placement.TENTATIVE and slot.status is AppointmentStatus.BOOKED:
        words = text.join(words, translate("agenda", "voorlopig"))
    kind = translate("agenda", "inloop") if slot.visit is VisitKind.WALK_IN else ""
    return DaySlot(slot.slot_id, start, end, who(slot.name, slot.age, slot.visit), text.join(kind, words), tone)
