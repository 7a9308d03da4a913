"""What went wrong, what is safe, what to do: access."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "dossier.not_case_lead": QT_TRANSLATE_NOOP(
        "messages",
        "Alleen de casusregisseur kiest wie dit dossier mag lezen. Er is niets veranderd; vraag het de casusregisseur.",
    ),
    "dossier.emergency": QT_TRANSLATE_NOOP(
        "messages",
        "Je las dit dossier met spoed: dan kun je alleen lezen. Er is niets veranderd. Vraag de casusregisseur om je "
        "erbij te zetten, of om het zelf te doen.",
    ),
    "dossier.restricted": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dossier is afgeschermd voor jou. Er is niets getoond of veranderd; vraag de casusregisseur, of open het "
        "bij spoed vanuit Jeugdigen, met een reden.",
    ),
    "emergency.not_needed": QT_TRANSLATE_NOOP(
        "messages",
        "Je mag dit dossier gewoon lezen; spoed is niet nodig. Er is niets genoteerd. Open het vanuit Jeugdigen.",
    ),
    "emergency.reason_short": QT_TRANSLATE_NOOP(
        "messages",
        "Schrijf op waarom je nu moet kijken, in minstens {minimum} tekens. Het dossier is nog dicht.",
    ),
}
