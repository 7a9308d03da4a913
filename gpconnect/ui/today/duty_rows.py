"""A duty as a sentence, with the one action that brings it on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from gpconnect.domain.duties import DutyKind
from gpconnect.domain.typed import readable_phone
from gpconnect.services.duties import DutyView
from gpconnect.services.purposes import HANDOVER, HELP
from gpconnect.ui import text
from gpconnect.ui.marked import translate
from gpconnect.ui.parts import Row

_K = DutyKind


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A row, and where its action goes: an area with parameters, or a task or aftercare that is done with it."""

    row: Row
    area: str = ""
    params: dict[str, object] = field(default_factory=dict)
    task_id: str = ""
    aftercare_id: str = ""
    """Id of the episode whose aftercare is done with it; opening the row goes to the dossier."""
    told_id: str = ""
    """Id of the booking whose family knows the new time with it; opening the row goes to the booking."""
    told_before: datetime | None = None
    """What that family knew until then."""
    worker_told_id: str = ""
    """Id of the booking whose family knows who speaks to them with it."""
    worker_before: str = ""
    """Staff id of whom they were told until then."""


def line_of(view: DutyView, today: date) -> DutyLine:
    """The line of one duty."""
    duty = view.duty
    title, action = _words(view)
    when = text.relative(duty.due_on, today)
    # A duty that says what it is about needs only its day beside it.
    about = _about(view)
    late = (
        translate("today", "had {when} gemoeten").format(when=when)
        if view.overdue and duty.kind is not _K.DRAFT_UNSIGNED
        else when
    )
    stands_in = translate("today", "voor {name}").format(name=view.instead_of) if view.instead_of else ""
    about = text.join(about, late, stands_in)
    # Two duties may be about one booking: who is still to be asked, and who must hear another time.
    row = Row(f"{duty.kind} {duty.about}", title, "", about, action=action, action_role="quiet", bold=False)
    area, params = _where(view)
    aftercare = duty.about if duty.kind is _K.AFTERCARE_DUE else ""
    made = DutyLine(row, area, params, view.task_id if duty.kind in _TASKS else "", aftercare)
    if duty.kind is _K.TELL_NEW_WORKER:
        return replace(made, worker_told_id=duty.about, worker_before=duty.params["before"])
    if duty.kind is not _K.TELL_NEW_TIME:
        return made
    return replace(made, told_id=duty.about, told_before=datetime.fromisoformat(duty.params["told"]))


_TASKS = frozenset({_K.URGENT, _K.NOSHOW_CALL, _K.NOSHOW_TELL_GP, _K.NOSHOW_WEIGH_SAFETY})


def _of_bookings() -> dict[DutyKind, tuple[str, str]]:
    return {
        _K.BOOKED_TWICE: (
            translate("today", "{name} staat twee keer ingeboekt: zeg er een af"),
            translate("today", "Bekijken"),
        ),
        _K.TELL_NEW_TIME: (translate("today", "Geef {name} de nieuwe tijd door"), translate("today", "Doorgegeven")),
        _K.VISIT_UNFINISHED: (
            translate("today", "{name} is nog binnen, maar de halve dag is afgesloten"),
            translate("today", "Bekijken"),
        ),
        _K.HALF_DAYS_AT_ONCE: (translate("today", "Twee halve dagen tegelijk: {who}"), translate("today", "Kiezen")),
        _K.SLOTS_TANGLED: (
            translate("today", "De plekken lopen door elkaar: {who}"),
            translate("today", "Bekijken"),
        ),
        _K.TELL_NEW_WORKER: (
            translate("today", "Vertel {name}: {who} doet het gesprek"),
            translate("today", "Doorgegeven"),
        ),
    }


def _further() -> dict[DutyKind, tuple[str, str]]:
    return _of_bookings() | {
        _K.LEAD_MISSING: (
            translate("today", "De casusregisseur van {name} heeft geen toegang meer"),
            translate("today", "Overnemen"),
        ),
        _K.DOUBLE_DOSSIER: (translate("today", "{name} heeft twee dossiers"), translate("today", "Bekijken")),
        _K.CONSENT_EXPIRES: (
            translate("today", "Vraag {name} opnieuw: een akkoord loopt af"),
            translate("today", "Bekijken"),
        ),
    }


def _words(view: DutyView) -> tuple[str, str]:
    name = view.person.given_name if view.person is not None else translate("today", "jeugdige")
    colleague = view.duty.kind is _K.TELL_NEW_WORKER
    who = view.about or (translate("today", "een collega") if colleague else translate("today", "de huisarts"))
    sentences = _further() | {
        _K.URGENT: (translate("today", "Spoed: bel nu over {name}"), translate("today", "Gebeld")),
        _K.NOSHOW_WEIGH_SAFETY: (
            translate("today", "{name} kwam weer niet: weeg de veiligheid"),
            translate("today", "Gewogen"),
        ),
        _K.NOSHOW_TELL_GP: (
            translate("today", "{name} kwam weer niet: laat het de huisarts weten"),
            translate("today", "Verteld"),
        ),
        _K.NOSHOW_CALL: (translate("today", "{name} kwam niet: bel vandaag"), translate("today", "Gebeld")),
        _K.EMERGENCY_LOOK: (
            translate("today", "Met spoed gekeken in het dossier van {name}"),
            translate("today", "Lezen waarom"),
        ),
        _K.MELDCODE_STEP: (translate("today", "{name}: een volgende stap is nodig"), translate("today", "Bekijken")),
        _K.SLOT_LOST: (translate("today", "De plek van {name} is vergeven"), translate("today", "Plek kiezen")),
        _K.REPLAN: (
            translate("today", "Bel voor een andere tijd: {name}"),
            translate("today", "Verzetten"),
        ),
        _K.HANDOVER_ANSWER_OVERDUE: (translate("today", "Nog geen antwoord van {who}"), translate("today", "Navragen")),
        _K.CALL_BACK: (translate("today", "Is {name} aangekomen bij {who}?"), translate("today", "Nabellen")),
        _K.BRIDGING_CONTACT: (
            translate("today", "{name} wacht nog op {who}: houd contact"),
            translate("today", "Bellen"),
        ),
        _K.DRAFT_UNSIGNED: (translate("today", "Concept: {who}"), translate("today", "Schrijven")),
        _K.FEEDBACK_DUE: (translate("today", "Terugkoppeling aan {who}"), translate("today", "Sturen")),
        _K.CONSENT_MISSING: (translate("today", "Toestemming vragen voor {name}"), translate("today", "Vragen")),
        _K.AFTERCARE_DUE: (translate("today", "Nazorg: hoe gaat het met {name}?"), translate("today", "Nazorg gedaan")),
        _K.BIRTHDAY_REVIEW: (
            translate("today", "{name} werd {age}: vraag opnieuw toestemming"),
            translate("today", "Bekijken"),
        ),
        _K.ERASURE_DUE: (
            translate("today", "Dossier wissen: de zeven dagen zijn om"),
            translate("today", "Bekijken"),
        ),
    }
    sentence, action = sentences[view.duty.kind]
    words = sentence.format(name=name, who=who, age=view.duty.params.get("age", ""))
    return words[:1].upper() + words[1:], action


def _about(view: DutyView) -> str:
    """Second line: the name where the first did not say it, or what the task itself says."""
    name = view.person.name if view.person is not None else ""
    if view.duty.kind in _TASKS:
        return view.about or name
    if view.duty.kind is _K.DRAFT_UNSIGNED:
        return text.join(name, translate("today", "nog niet ondertekend"))
    if view.duty.kind in {_K.FEEDBACK_DUE, _K.HANDOVER_ANSWER_OVERDUE, _K.LEAD_MISSING, _K.DOUBLE_DOSSIER}:
        return name
    if view.duty.kind is _K.CONSENT_EXPIRES:
        asked = {HELP: translate("today", "hulp"), HANDOVER: translate("today", "overdracht")}
        return asked.get(view.duty.params["purpose"], translate("today", "terugkoppeling"))
    return _when(view)


def _when(view: DutyView) -> str:
    """What a duty about a moment says of it."""
    params = view.duty.params
    if view.duty.kind is _K.BOOKED_TWICE and params.get("stays_at"):
        return translate("today", "de andere is {when}").format(
            when=text.moment(datetime.fromisoformat(params["stays_at"]))
        )
    if view.duty.kind is _K.REPLAN:
        return text.join(text.day(date.fromisoformat(params["day"])), params["why"])
    if view.duty.kind is _K.HALF_DAYS_AT_ONCE:
        return _both(params)
    if view.duty.kind is _K.SLOTS_TANGLED:
        return text.join(text.day(date.fromisoformat(params["day"])), params["start"])
    if view.duty.kind in {_K.TELL_NEW_TIME, _K.TELL_NEW_WORKER}:
        at = text.moment(datetime.fromisoformat(params["starts_at"]))
        return text.join(at, readable_phone(view.person.phone) if view.person is not None else "")
    return ""


def _both(params: Mapping[str, str]) -> str:
    """Which two half-days one worker would hold, and what calling the smaller one off comes to."""
    day, booked = text.day(date.fromisoformat(params["day"])), int(params["booked"])
    times = translate("today", "{one} en {other}").format(one=params["start"], other=params["stays_at"])
    calls = {0: translate("today", "niemand te bellen"), 1: translate("today", "1 gezin bellen")}
    families = calls.get(booked, translate("today", "{count} gezinnen bellen").format(count=booked))
    off = translate("today", "zeg die van {time} af: {families}")
    if params["start"] == params["stays_at"]:
        off = translate("today", "zeg er een af: {families}")
    return text.join(day, times, off.format(time=params["start"], families=families))


def _where(view: DutyView) -> tuple[str, dict[str, object]]:
    duty = view.duty
    place = _in_agenda(view)
    if place:
        return "agenda", place
    if duty.kind in {_K.HANDOVER_ANSWER_OVERDUE, _K.CALL_BACK, _K.BRIDGING_CONTACT}:
        return "handovers", {"handover": duty.about}
    if duty.kind is _K.DRAFT_UNSIGNED:
        return "note", {"draft": duty.about}
    if duty.kind is _K.FEEDBACK_DUE:
        return "note", {"appointment": view.appointment_id}
    parts = {_K.EMERGENCY_LOOK: "who_looked", _K.ERASURE_DUE: "erasing"}
    opens: dict[str, object] = {"edit": "lead"} if duty.kind is _K.LEAD_MISSING else {}
    return "patients", {parts.get(duty.kind, "patient"): duty.patient_id, **opens}


def _in_agenda(view: DutyView) -> dict[str, object]:
    """What the agenda shows for this duty; nothing when it is about something else."""
    duty = view.duty
    if duty.kind in {_K.CONSENT_MISSING, _K.REPLAN, _K.BOOKED_TWICE, _K.TELL_NEW_TIME, _K.TELL_NEW_WORKER} or (
        duty.kind is _K.VISIT_UNFINISHED
    ):
        return {"appointment": view.appointment_id}
    if duty.kind in {_K.HALF_DAYS_AT_ONCE, _K.SLOTS_TANGLED}:
        return {"site": duty.site_id, "day": date.fromisoformat(duty.params["day"])}
    return {"lost": view.appointment_id or duty.about} if duty.kind is _K.SLOT_LOST else {}
