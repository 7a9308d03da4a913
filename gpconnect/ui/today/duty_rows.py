"""A duty as a sentence, with the one action that brings it on."""

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication

from gpconnect.domain.duties import DutyKind
from gpconnect.services.duties import DutyView
from gpconnect.ui import text
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


def line_of(view: DutyView, today: date) -> DutyLine:
    """The line of one duty."""
    duty = view.duty
    title, action = _words(view)
    when = text.relative(duty.due_on, today)
    # A duty that says what it is about needs only its day beside it.
    about = _about(view)
    late = _tr("had {when} gemoeten").format(when=when) if view.overdue and duty.kind is not _K.DRAFT_UNSIGNED else when
    row = Row(duty.about, title, "", text.join(about, late), action=action, action_role="quiet", bold=False)
    area, params = _where(view)
    aftercare = duty.about if duty.kind is _K.AFTERCARE_DUE else ""
    return DutyLine(row, area, params, view.task_id if duty.kind in _TASKS else "", aftercare)


_TASKS = frozenset({_K.URGENT, _K.NOSHOW_CALL, _K.NOSHOW_WEIGH_SAFETY})


def _words(view: DutyView) -> tuple[str, str]:
    name = view.person.given_name if view.person is not None else _tr("jeugdige")
    who = view.about or _tr("de huisarts")
    sentences = {
        _K.URGENT: (_tr("Spoed: bel nu over {name}"), _tr("Gebeld")),
        _K.NOSHOW_WEIGH_SAFETY: (_tr("{name} kwam weer niet: weeg de veiligheid"), _tr("Gewogen")),
        _K.NOSHOW_CALL: (_tr("{name} kwam niet: bel vandaag"), _tr("Gebeld")),
        _K.SLOT_LOST: (_tr("De plek van {name} is vergeven"), _tr("Kies plek")),
        _K.HANDOVER_ANSWER_OVERDUE: (_tr("Nog geen antwoord van {who}"), _tr("Navragen")),
        _K.CALL_BACK: (_tr("Is {name} aangekomen bij {who}?"), _tr("Nabellen")),
        _K.BRIDGING_CONTACT: (_tr("{name} wacht nog op {who}: houd contact"), _tr("Bellen")),
        _K.DRAFT_UNSIGNED: (_tr("Concept: {who}"), _tr("Schrijven")),
        _K.FEEDBACK_DUE: (_tr("Terugkoppeling aan {who}"), _tr("Sturen")),
        _K.CONSENT_MISSING: (_tr("Toestemming vragen voor {name}"), _tr("Vragen")),
        _K.AFTERCARE_DUE: (_tr("Nazorg: hoe gaat het met {name}?"), _tr("Nazorg gedaan")),
        _K.BIRTHDAY_REVIEW: (_tr("{name} werd {age}: vraag opnieuw toestemming"), _tr("Bekijk")),
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
        return text.join(name, _tr("nog niet ondertekend"))
    if view.duty.kind in {_K.FEEDBACK_DUE, _K.HANDOVER_ANSWER_OVERDUE}:
        return name
    return ""


def _where(view: DutyView) -> tuple[str, dict[str, object]]:
    duty = view.duty
    if duty.kind in {_K.HANDOVER_ANSWER_OVERDUE, _K.CALL_BACK, _K.BRIDGING_CONTACT}:
        return "handovers", {"handover": duty.about}
    if duty.kind is _K.DRAFT_UNSIGNED:
        return "note", {"draft": duty.about}
    if duty.kind is _K.FEEDBACK_DUE:
        return "note", {"appointment": view.appointment_id}
    if duty.kind is _K.SLOT_LOST:
        return "agenda", {"lost": view.appointment_id or duty.about}
    return "patients", {"patient": duty.patient_id}


def _tr(source: str) -> str:
    return QCoreApplication.translate("TodayDuties", source)
