"""What a line of the half-day says, and the one next thing that can be done with it."""

from datetime import datetime

from gpconnect.domain.booking import is_late
from gpconnect.domain.codes import CodeList
from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.schedule import Appointment, AppointmentStatus, Placement, SlotKind, VisitKind
from gpconnect.services.today import DayRow
from gpconnect.ui import text
from gpconnect.ui.marked import translate
from gpconnect.ui.note import words
from gpconnect.ui.parts import Row

_S = AppointmentStatus


def row_of(line: DayRow, now: datetime, reasons: CodeList, *, worker: bool) -> Row:
    """The row on the screen for a visit or a free place."""
    if line.visit is None:
        return _free(line)
    title, after = _who(line, now)
    badge, tone = _badge(line, now, worker=worker)
    action, role = _action(line, worker=worker)
    return Row(
        line.key,
        title,
        after,
        _detail(line, reasons),
        text.clock(line.starts_at),
        badge,
        tone,
        action,
        role,
        _aside(line) if not action else "",
        current=line.visit.status is _S.IN_CONVERSATION,
    )


def _who(line: DayRow, now: datetime) -> tuple[str, str]:
    assert line.visit is not None
    if line.visit.visit is VisitKind.PEER_CONSULTATION:
        by = line.booked_by
        return translate("today", "Collegiale vraag"), translate("today", " van {name}").format(name=by) if by else ""
    if line.person is not None:
        return line.person.name, text.age(line.person.age(text.local(now).date()))
    return translate("today", "Jeugdige"), text.age(line.visit.age) if line.visit.age is not None else ""


def _joins(visit: Appointment) -> str:
    if not visit.gp_joins:
        return ""
    if visit.family_agreed:
        return translate("today", "huisarts loopt even mee")
    return translate("today", "huisarts loopt even mee als het gezin dat goed vindt")


def _tentative(visit: Appointment) -> str:
    """Booked without the server: another desk may have been first, so nobody promises the place yet."""
    waits = visit.placement is Placement.TENTATIVE and visit.status is _S.BOOKED
    return translate("today", "plek voorlopig") if waits else ""


def _detail(line: DayRow, reasons: CodeList) -> str:
    visit = line.visit
    assert visit is not None
    if visit.visit is VisitKind.PEER_CONSULTATION:
        return translate("today", "Geen jeugdige geregistreerd · telt mee in de pilot")
    asked = visit.words if visit.words and line.is_shared else ", ".join(reasons.label(one) for one in visit.reasons)
    return text.join(
        asked[:1].upper() + asked[1:],
        words.visit(str(visit.visit)),
        _tentative(visit),
        _joins(visit),
        translate("today", "tolk {language}").format(language=visit.interpreter) if visit.interpreter else "",
    )


def _badge(line: DayRow, now: datetime, *, worker: bool) -> tuple[str, str]:
    visit = line.visit
    assert visit is not None
    if visit.placement is Placement.LOST and visit.status is _S.BOOKED:
        return translate("today", "Plek vergeven"), "danger"
    at = text.clock(visit.status_at) if visit.status_at is not None else ""
    later = {
        _S.ARRIVED: (translate("today", "Aanwezig, {time}").format(time=at), "accent"),
        _S.IN_CONVERSATION: (translate("today", "In gesprek, {time}").format(time=at), "accent"),
        _S.FULFILLED: (translate("today", "Afgerond"), "good"),
        _S.NOSHOW: (translate("today", "Niet verschenen"), "attention"),
        _S.CANCELLED: (translate("today", "Afgezegd"), "neutral"),
    }
    consent, tone = _consent(line, worker=worker)
    if consent:
        return consent, tone
    if visit.status in later:
        return later[visit.status]
    if is_late(visit.status, line.starts_at, now):
        return translate("today", "Nog niet binnen"), "attention"
    return translate("today", "Verwacht"), "neutral"


def _consent(line: DayRow, *, worker: bool) -> tuple[str, str]:
    """What comes before how far the visit is: a no to help stands while the talk goes on too (Jeugdwet 7.3.4)."""
    visit = line.visit
    assert visit is not None
    denied = {
        "withdrawn": translate("today", "Toestemming ingetrokken"),
        "refused": translate("today", "Toestemming geweigerd"),
    }
    if line.help_denied in denied:
        return denied[line.help_denied], "danger"
    if visit.status in {_S.BOOKED, _S.ARRIVED} and (asking := _asking(line, worker=worker)):
        return asking, "danger"
    return (translate("today", "Toestemming vragen"), "attention") if line.ask_sharing else ("", "")


def _asking(line: DayRow, *, worker: bool) -> str:
    """Who is still to be asked, by name: words first, never only a colour."""
    if not line.is_shared and worker:
        return translate("today", "Toestemming mist")
    if not line.missing:
        return ""
    first = line.missing[0]
    name = first.name if first.person_id != PATIENT else line.person.given_name if line.person is not None else ""
    return translate("today", "{name} nog vragen").format(name=name) if name else translate("today", "Toestemming mist")


def _action(line: DayRow, *, worker: bool) -> tuple[str, str]:
    visit = line.visit
    assert visit is not None
    lost = visit.placement is Placement.LOST
    if visit.status is _S.BOOKED and visit.visit is VisitKind.PEER_CONSULTATION and not lost:
        # Nobody comes in: whoever has the question is a colleague.
        return (translate("today", "Gesprek starten"), "primary") if worker else ("", "")
    if visit.status is _S.BOOKED:
        return (translate("today", "Plek kiezen") if lost else translate("today", "Aanwezig")), ""
    if line.ask_sharing:
        return translate("today", "Toestemming vragen"), ""
    following = {
        _S.ARRIVED: (translate("today", "Gesprek starten"), "primary"),
        _S.IN_CONVERSATION: (translate("today", "Notitie openen"), "primary"),
    }
    if worker and visit.status in following:
        return following[visit.status]
    return (translate("today", "Terugkoppelen") if worker and line.feedback == "prepared" else ""), ""


def _aside(line: DayRow) -> str:
    told = {
        "sent": translate("today", "Terugkoppeling verstuurd"),
        "acknowledged": translate("today", "Terugkoppeling gezien"),
        "prepared": translate("today", "Terugkoppeling volgt"),
        "not_told": translate("today", "Niet teruggekoppeld"),
    }
    return told.get(line.feedback, "")


def _free(line: DayRow) -> Row:
    time = text.clock(line.starts_at)
    if line.kind is SlotKind.WALK_IN:
        kept = translate("today", "{minutes} minuten vrijgehouden").format(minutes=line.minutes)
        return Row(line.key, translate("today", "Inloop"), "", kept, time, translate("today", "Vrij"), muted=True)
    offer = line.offer
    if offer is None:
        return Row(
            line.key,
            translate("today", "Vrij"),
            "",
            text.minutes(line.minutes),
            time,
            translate("today", "Vrij"),
            muted=True,
        )
    known = offer.person.given_name if offer.person is not None else translate("today", "Jeugdige")
    name = translate("today", "{name} ({age})").format(name=known, age=offer.age) if offer.age is not None else known
    if offer.is_offered:
        asked = translate("today", "Aangeboden aan {name}").format(name=name)
        until = translate("today", "tot {time}").format(time=text.clock(offer.hold.until)) if offer.hold else ""
        return Row(
            line.key,
            asked,
            "",
            text.join(text.minutes(line.minutes), offer.hold.by if offer.hold else "", until),
            time,
            translate("today", "Aangeboden"),
            "accent",
            translate("today", "Inboeken"),
        )
    waits = translate("today", "{name} staat {days} op de wachtlijst en past hier").format(
        name=name, days=text.count(offer.days, translate("today", "dag"), translate("today", "dagen"))
    )
    return Row(
        line.key,
        translate("today", "Vrij"),
        "",
        waits,
        time,
        translate("today", "Aanbieden?"),
        "attention",
        translate("today", "Aanbieden"),
        muted=True,
    )
