"""What a line of the half-day says, and the one next thing that can be done with it."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from gpconnect.domain.codes import CodeList
from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.schedule import AppointmentStatus, Placement, SlotKind, VisitKind
from gpconnect.services.today import DayRow
from gpconnect.ui import text
from gpconnect.ui.note import words
from gpconnect.ui.parts import Row

_S = AppointmentStatus
LATE = timedelta(minutes=10)


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
        return _tr("Collegiale vraag"), _tr(" van {name}").format(name=by) if by else ""
    if line.person is not None:
        return line.person.name, text.age(line.person.age(text.local(now).date()))
    return _tr("Jeugdige"), text.age(line.visit.age) if line.visit.age is not None else ""


def _detail(line: DayRow, reasons: CodeList) -> str:
    visit = line.visit
    assert visit is not None
    if visit.visit is VisitKind.PEER_CONSULTATION:
        return _tr("Geen jeugdige geregistreerd · telt mee in de pilot")
    asked = visit.words if visit.words and line.is_shared else ", ".join(reasons.label(one) for one in visit.reasons)
    return text.join(
        asked[:1].upper() + asked[1:],
        words.visit(str(visit.visit)),
        _tr("huisarts loopt even mee") if visit.gp_joins else "",
        _tr("tolk {language}").format(language=visit.interpreter) if visit.interpreter else "",
    )


def _badge(line: DayRow, now: datetime, *, worker: bool) -> tuple[str, str]:
    visit = line.visit
    assert visit is not None
    if visit.placement is Placement.LOST and visit.status is _S.BOOKED:
        return _tr("Plek vergeven"), "danger"
    at = text.clock(visit.status_at) if visit.status_at is not None else ""
    later = {
        _S.ARRIVED: (_tr("Aanwezig, {time}").format(time=at), "accent"),
        _S.IN_CONVERSATION: (_tr("In gesprek, {time}").format(time=at), "accent"),
        _S.FULFILLED: (_tr("Afgerond"), "good"),
        _S.NOSHOW: (_tr("Niet verschenen"), "attention"),
        _S.CANCELLED: (_tr("Afgezegd"), "neutral"),
    }
    asking = _asking(line, worker=worker)
    if asking and visit.status in {_S.BOOKED, _S.ARRIVED}:
        return asking, "danger"
    if visit.status in later:
        return later[visit.status]
    if now > line.starts_at + LATE and text.local(now).date() == text.local(line.starts_at).date():
        return _tr("Nog niet binnen"), "attention"
    return _tr("Verwacht"), "neutral"


def _asking(line: DayRow, *, worker: bool) -> str:
    """Who is still to be asked, by name: words first, never only a colour."""
    if not line.is_shared and worker:
        return _tr("Toestemming mist")
    if not line.missing:
        return ""
    first = line.missing[0]
    name = first.name if first.person_id != PATIENT else line.person.given_name if line.person is not None else ""
    return _tr("{name} nog vragen").format(name=name) if name else _tr("Toestemming mist")


def _action(line: DayRow, *, worker: bool) -> tuple[str, str]:
    visit = line.visit
    assert visit is not None
    if visit.status is _S.BOOKED:
        return (_tr("Kies plek") if visit.placement is Placement.LOST else _tr("Aanwezig")), ""
    following = {
        _S.ARRIVED: (_tr("Start gesprek"), "primary"),
        _S.IN_CONVERSATION: (_tr("Notitie openen"), "primary"),
    }
    if worker and visit.status in following:
        return following[visit.status]
    return (_tr("Terugkoppelen") if worker and line.feedback == "prepared" else ""), ""


def _aside(line: DayRow) -> str:
    told = {
        "sent": _tr("Terugkoppeling verstuurd"),
        "acknowledged": _tr("Terugkoppeling gezien"),
        "prepared": _tr("Terugkoppeling volgt"),
    }
    return told.get(line.feedback, "")


def _free(line: DayRow) -> Row:
    time = text.clock(line.starts_at)
    if line.kind is SlotKind.WALK_IN:
        kept = _tr("{minutes} minuten vrijgehouden").format(minutes=line.minutes)
        return Row(line.key, _tr("Inloop"), "", kept, time, _tr("Vrij"), muted=True)
    offer = line.offer
    if offer is None:
        return Row(line.key, _tr("Vrij"), "", text.minutes(line.minutes), time, _tr("Vrij"), muted=True)
    known = offer.person.given_name if offer.person is not None else _tr("Jeugdige")
    name = _tr("{name} ({age})").format(name=known, age=offer.age) if offer.age is not None else known
    if offer.is_offered:
        asked = _tr("Aangeboden aan {name}").format(name=name)
        return Row(line.key, asked, "", text.minutes(line.minutes), time, _tr("Aangeboden"), "accent", _tr("Boek in"))
    waits = _tr("{name} staat {days} op de wachtlijst en past hier").format(
        name=name, days=text.count(offer.days, _tr("dag"), _tr("dagen"))
    )
    return Row(line.key, _tr("Vrij"), "", waits, time, _tr("Aanbieden?"), "attention", _tr("Bied aan"), muted=True)


def _tr(source: str) -> str:
    return QCoreApplication.translate("TodayRows", source)
