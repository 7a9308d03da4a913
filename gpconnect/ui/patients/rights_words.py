"""What the law says about who may have a copy, in a sentence each."""

from datetime import datetime

from gpconnect.domain.rights import FIELD, Ground, Why
from gpconnect.services.rights import Part
from gpconnect.ui import text
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate
from gpconnect.ui.patients import words

WHY: dict[str, str] = {
    Why.OWN: QT_TRANSLATE_NOOP("patients", "{child} is 12 of ouder en beslist zelf: {child} krijgt een afschrift."),
    Why.PARENT: QT_TRANSLATE_NOOP("patients", "{child} is jonger dan 12. {name} heeft gezag en krijgt een afschrift."),
    Why.REPRESENTATIVE: QT_TRANSLATE_NOOP(
        "patients", "{child} kan dit nu niet zelf overzien. {name} vertegenwoordigt {child} en krijgt een afschrift."
    ),
    Why.AGREED: QT_TRANSLATE_NOOP("patients", "{child} vindt goed dat {name} een afschrift krijgt."),
    Why.TOO_YOUNG: QT_TRANSLATE_NOOP(
        "patients",
        "{child} is jonger dan 12: het afschrift is voor een ouder met gezag of de voogd. Samen lezen mag altijd.",
    ),
    Why.UNABLE: QT_TRANSLATE_NOOP(
        "patients", "{child} kan dit nu niet zelf overzien: het afschrift is voor wie {child} vertegenwoordigt."
    ),
    Why.NEEDS_AGREEMENT: QT_TRANSLATE_NOOP(
        "patients", "{child} is 12 of ouder: {name} krijgt alleen een afschrift als {child} dat goedvindt."
    ),
    Why.AUTHORITY_UNKNOWN: QT_TRANSLATE_NOOP(
        "patients", "Kijk eerst in het gezagsregister of {name} gezag heeft. Leg dat vast bij Mensen eromheen en gezag."
    ),
    Why.NO_AUTHORITY: QT_TRANSLATE_NOOP(
        "patients",
        "{name} heeft geen gezag en krijgt geen afschrift. Een ouder zonder gezag kan wel de hoofdzaken vragen "
        "(BW 1:377c).",
    ),
}
GROUNDS: dict[str, str] = {
    Ground.PRIVACY_OF_ANOTHER: QT_TRANSLATE_NOOP("patients", "Privacy van een ander (7.3.10)"),
    Ground.GOOD_CARE: QT_TRANSLATE_NOOP("patients", "Gevaar of schade (7.3.15 lid 4)"),
}
KINDS = {
    "note": QT_TRANSLATE_NOOP("patients", "Notitie"),
    "statement": QT_TRANSLATE_NOOP("patients", "Eigen verklaring"),
    "consent": QT_TRANSLATE_NOOP("patients", "Toestemming"),
    "episode_of_care": QT_TRANSLATE_NOOP("patients", "Traject"),
    "goal": QT_TRANSLATE_NOOP("patients", "Doel"),
    "encounter": QT_TRANSLATE_NOOP("patients", "Gesprek"),
    "handover": QT_TRANSLATE_NOOP("patients", "Overdracht"),
    "response": QT_TRANSLATE_NOOP("patients", "Vragenlijst"),
    "erasure_refusal": QT_TRANSLATE_NOOP("patients", "Verzoek om te wissen geweigerd"),
    "meldcode_step": QT_TRANSLATE_NOOP("patients", "Stap van de meldcode"),
    "feedback": QT_TRANSLATE_NOOP("patients", "Verteld aan de huisarts"),
    FIELD: QT_TRANSLATE_NOOP("patients", "Gegeven"),
}


def why(answer: Why, child: str, name: str) -> str:
    """Why somebody may have a copy today, or what it takes."""
    return words.say(WHY, answer).format(child=child, name=name)


def what(part: Part | None) -> str:
    """Something that can be corrected or kept back: ``Notitie 24 november 2026: Wat zie en hoor je?`` and such."""
    if part is None:
        return translate("patients", "Iets dat hier nog niet binnen is")
    if part.kind == FIELD:
        return text.join(words.say(KINDS, part.kind), part.label)
    kind = words.say(KINDS, part.kind)
    at = text.local(part.at).date() if isinstance(part.at, datetime) else part.at
    when = text.full_date(at) if at is not None else ""
    title = part.title if part.kind in {"consent", "encounter", "goal", "handover", "response"} else ""
    return text.join(" ".join(filter(None, (kind, when))), part.label or title)
