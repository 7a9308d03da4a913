"""What a handover says on its card and in its badge, always about the next step."""

from datetime import date

from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.services.handover_views import CardView
from gpconnect.ui import text
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate

STATES = {
    "requested": QT_TRANSLATE_NOOP("handovers", "Gevraagd"),
    "accepted": QT_TRANSLATE_NOOP("handovers", "Aangenomen"),
    "on_hold": QT_TRANSLATE_NOOP("handovers", "Andere datum gevraagd"),
    "rejected": QT_TRANSLATE_NOOP("handovers", "Niet aangenomen"),
    "in_progress": QT_TRANSLATE_NOOP("handovers", "Loopt"),
    "completed": QT_TRANSLATE_NOOP("handovers", "Afgerond"),
    "cancelled": QT_TRANSLATE_NOOP("handovers", "Gestopt"),
}
SAFETY = (
    ("safe", QT_TRANSLATE_NOOP("handovers", "Veilig")),
    ("concerns_with_agreements", QT_TRANSLATE_NOOP("handovers", "Zorgen, met afspraken")),
    ("unsafe", QT_TRANSLATE_NOOP("handovers", "Onveilig")),
)
ROUTES = (
    ("freely_accessible", QT_TRANSLATE_NOOP("handovers", "Vrij toegankelijk")),
    ("gp_letter", QT_TRANSLATE_NOOP("handovers", "Verwijsbrief huisarts")),
    ("decision", QT_TRANSLATE_NOOP("handovers", "Besluit van de gemeente")),
    ("certified_institution", QT_TRANSLATE_NOOP("handovers", "Gecertificeerde instelling")),
)
GROUNDS = (
    ("consent", QT_TRANSLATE_NOOP("handovers", "Toestemming")),
    ("directly_involved", QT_TRANSLATE_NOOP("handovers", "Rechtstreeks betrokken")),
    ("substitute", QT_TRANSLATE_NOOP("handovers", "Vervanging")),
    ("guardianship", QT_TRANSLATE_NOOP("handovers", "Maatregel")),
    ("safe_home", QT_TRANSLATE_NOOP("handovers", "Veilig Thuis")),
    ("legal_duty", QT_TRANSLATE_NOOP("handovers", "Andere wettelijke plicht")),
)
_STEPS = {
    "fill_and_send": (QT_TRANSLATE_NOOP("handovers", "nog invullen en versturen"), "attention"),
    "await_answer": (QT_TRANSLATE_NOOP("handovers", "antwoord vóór {day}"), "neutral"),
    "ask_answer": (QT_TRANSLATE_NOOP("handovers", "geen antwoord sinds {day}: bel de ontvanger"), "attention"),
    "escalate": (QT_TRANSLATE_NOOP("handovers", "te lang stil: vraag de procesregisseur erbij"), "danger"),
    "answer_date": (QT_TRANSLATE_NOOP("handovers", "ontvanger vraagt {day}: past dat?"), "attention"),
    "call_back": (QT_TRANSLATE_NOOP("handovers", "nabellen: is er contact?"), "attention"),
    "bridge": (QT_TRANSLATE_NOOP("handovers", "bel het gezin, zij wachten"), "attention"),
    "start": (QT_TRANSLATE_NOOP("handovers", "eerste gesprek {day}"), "accent"),
    "confirm": (QT_TRANSLATE_NOOP("handovers", "ontvanger bevestigt nog"), "neutral"),
    "ask_confirm": (QT_TRANSLATE_NOOP("handovers", "vraag om bevestiging"), "attention"),
    "find_other": (QT_TRANSLATE_NOOP("handovers", "zoek een andere plek"), "danger"),
}


def badge(card: CardView, today: date) -> tuple[str, str]:
    """Words and tone of what it waits for."""
    handover, step = card.handover, card.step
    if card.stopped:
        return translate("handovers", "toestemming ingetrokken, niets verzonden"), "danger"
    if step is None:
        return _over(handover)
    if step.code == "start":
        return _start(step.due, today)
    if step.code == "answer_date" and step.due is not None and step.due < today:
        return translate("handovers", "datum voorbij: kies opnieuw"), "attention"
    words, tone = _STEPS[step.code]
    return translate("handovers", words).format(day=text.day(step.due) if step.due else ""), tone


def marked(card: CardView, today: date) -> tuple[str, str]:
    """The badge on the board: with ``aan jou`` when the step is for the person at work."""
    words, tone = badge(card, today)
    return text.join(words, translate("handovers", "aan jou") if card.asks else ""), tone


def detail(card: CardView) -> str:
    """The line under the name: to whom, and how far it came."""
    one = card.handover
    if one.status is HandoverStatus.ACCEPTED and one.meeting_at is not None:
        who = ", ".join(one.present)
        return text.join(translate("handovers", "driegesprek {moment}").format(moment=text.moment(one.meeting_at)), who)
    if one.status is HandoverStatus.ACCEPTED and card.waiting_weeks:
        weeks = text.count(card.waiting_weeks, translate("handovers", "week"), translate("handovers", "weken"))
        kept = translate("handovers", "overbrugging elke week") if one.bridging else ""
        return text.join(card.receiver, translate("handovers", "wachttijd {weeks}").format(weeks=weeks), kept)
    if one.status is HandoverStatus.IN_PROGRESS and one.first_contact_on is not None:
        return text.join(
            card.receiver,
            translate("handovers", "eerste gesprek geweest {day}").format(day=text.day(one.first_contact_on)),
        )
    if one.status is HandoverStatus.COMPLETED:
        return text.join(card.receiver, translate("handovers", "bevestigd door {name}").format(name=one.performed_by))
    return translate("handovers", "aan {receiver}").format(receiver=card.receiver)


def choices(table: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Keys with translated words, for chips."""
    return [(key, translate("handovers", words)) for key, words in table]


def state(handover: Handover) -> str:
    """The state in a word or three."""
    return translate("handovers", STATES[str(handover.status)])


def _start(due: date | None, today: date) -> tuple[str, str]:
    if due is None:
        return translate("handovers", "eerste gesprek nog te plannen"), "neutral"
    if due <= today:
        return translate("handovers", "is het eerste gesprek geweest?"), "attention"
    return translate("handovers", "eerste gesprek {day}").format(day=text.day(due)), "accent"


def _over(handover: Handover) -> tuple[str, str]:
    if handover.status is not HandoverStatus.COMPLETED:
        return state(handover).lower(), "neutral"
    if handover.first_contact_on is None:
        return translate("handovers", "afgerond"), "good"
    days = max(0, (handover.first_contact_on - text.local(handover.created_at).date()).days)
    return translate("handovers", "{days} tot eerste contact").format(days=text.duration(days)), "good"
