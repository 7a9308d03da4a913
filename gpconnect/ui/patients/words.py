"""What the codes of a dossier are called in Dutch."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

VISITS = {
    "first": QT_TRANSLATE_NOOP("patients", "Eerste gesprek"),
    "follow_up": QT_TRANSLATE_NOOP("patients", "Vervolggesprek"),
    "advice": QT_TRANSLATE_NOOP("patients", "Advies"),
    "walk_in": QT_TRANSLATE_NOOP("patients", "Inloop"),
    "peer_consultation": QT_TRANSLATE_NOOP("patients", "Collegiale vraag"),
    "three_way": QT_TRANSLATE_NOOP("patients", "Driegesprek"),
}
APPOINTMENT = {
    "booked": QT_TRANSLATE_NOOP("patients", "Gepland"),
    "arrived": QT_TRANSLATE_NOOP("patients", "Aanwezig"),
    "in_conversation": QT_TRANSLATE_NOOP("patients", "In gesprek"),
    "fulfilled": QT_TRANSLATE_NOOP("patients", "Geweest"),
    "noshow": QT_TRANSLATE_NOOP("patients", "Niet gekomen"),
    "cancelled": QT_TRANSLATE_NOOP("patients", "Afgezegd"),
}
OUTCOMES = {
    "advice_only": QT_TRANSLATE_NOOP("patients", "Alleen advies"),
    "brief_support": QT_TRANSLATE_NOOP("patients", "Kort zelf helpen"),
    "bridging": QT_TRANSLATE_NOOP("patients", "Overbruggen"),
    "handover": QT_TRANSLATE_NOOP("patients", "Overdracht"),
    "no_further_help": QT_TRANSLATE_NOOP("patients", "Geen hulp meer nodig"),
}
END_REASONS = {
    "01": QT_TRANSLATE_NOOP("patients", "Volgens plan"),
    "02": QT_TRANSLATE_NOOP("patients", "Eerder, samen besloten"),
    "03": QT_TRANSLATE_NOOP("patients", "Eerder, het gezin stopt of blijft weg"),
    "04": QT_TRANSLATE_NOOP("patients", "Eerder, wij stoppen"),
    "05": QT_TRANSLATE_NOOP("patients", "Eerder, door iets van buiten zoals een verhuizing"),
}
"""Reasons for ending (CBS protocol v7, reden beëindiging)."""
HANDOVER = {
    "requested": QT_TRANSLATE_NOOP("patients", "Gevraagd"),
    "accepted": QT_TRANSLATE_NOOP("patients", "Aangenomen"),
    "on_hold": QT_TRANSLATE_NOOP("patients", "Andere datum gevraagd"),
    "rejected": QT_TRANSLATE_NOOP("patients", "Niet aangenomen"),
    "in_progress": QT_TRANSLATE_NOOP("patients", "Loopt"),
    "completed": QT_TRANSLATE_NOOP("patients", "Afgerond"),
    "cancelled": QT_TRANSLATE_NOOP("patients", "Gestopt"),
}
DECISIONS = {
    "given": QT_TRANSLATE_NOOP("patients", "Akkoord"),
    "refused": QT_TRANSLATE_NOOP("patients", "Zegt nee"),
    "withdrawn": QT_TRANSLATE_NOOP("patients", "Ingetrokken"),
}
FORMS = {
    "oral": QT_TRANSLATE_NOOP("patients", "mondeling"),
    "written": QT_TRANSLATE_NOOP("patients", "schriftelijk"),
}
FEEDBACK = {
    "prepared": QT_TRANSLATE_NOOP("patients", "Nog te sturen"),
    "late": QT_TRANSLATE_NOOP("patients", "Te laat"),
    "sent": QT_TRANSLATE_NOOP("patients", "Verstuurd"),
    "acknowledged": QT_TRANSLATE_NOOP("patients", "Gelezen"),
    "not_told": QT_TRANSLATE_NOOP("patients", "Niet verteld"),
}
FEEDBACK_MOMENTS = {
    "start": QT_TRANSLATE_NOOP("patients", "Terugkoppeling bij de start"),
    "progress": QT_TRANSLATE_NOOP("patients", "Terugkoppeling over het verloop"),
    "closure": QT_TRANSLATE_NOOP("patients", "Terugkoppeling bij het einde"),
    "change": QT_TRANSLATE_NOOP("patients", "Terugkoppeling over een verandering"),
}
VOICES = {
    "child": QT_TRANSLATE_NOOP("patients", "Jeugdige"),
    "parent": QT_TRANSLATE_NOOP("patients", "Ouder"),
    "gp": QT_TRANSLATE_NOOP("patients", "Huisarts"),
    "worker": QT_TRANSLATE_NOOP("patients", "Jeugdwerker"),
}
EVALUATIONS = {
    "start": QT_TRANSLATE_NOOP("patients", "Vragenlijst bij de start"),
    "end": QT_TRANSLATE_NOOP("patients", "Vragenlijst bij het einde"),
    "follow_up": QT_TRANSLATE_NOOP("patients", "Vragenlijst achteraf"),
}
RELATIONS = {
    "parent": QT_TRANSLATE_NOOP("patients", "ouder"),
    "step_parent": QT_TRANSLATE_NOOP("patients", "stiefouder"),
    "foster_parent": QT_TRANSLATE_NOOP("patients", "pleegouder"),
    "guardian": QT_TRANSLATE_NOOP("patients", "voogd"),
    "grandparent": QT_TRANSLATE_NOOP("patients", "grootouder"),
    "sibling": QT_TRANSLATE_NOOP("patients", "broer of zus"),
    "school": QT_TRANSLATE_NOOP("patients", "school"),
    "other": QT_TRANSLATE_NOOP("patients", "anders"),
}
AUTHORITY = {
    "unknown": QT_TRANSLATE_NOOP("patients", "Nog niet nagekeken"),
    "none": QT_TRANSLATE_NOOP("patients", "Geen gezag"),
    "by_birth": QT_TRANSLATE_NOOP("patients", "Gezag van rechtswege"),
    "register": QT_TRANSLATE_NOOP("patients", "Gezag door aantekening in het gezagsregister"),
    "court": QT_TRANSLATE_NOOP("patients", "Gezag door de rechter"),
    "guardianship": QT_TRANSLATE_NOOP("patients", "Voogdij"),
}
VERIFIED = {
    "not": QT_TRANSLATE_NOOP("patients", "Nog niet gecontroleerd"),
    "register": QT_TRANSLATE_NOOP("patients", "Gezagsregister ingezien"),
    "document": QT_TRANSLATE_NOOP("patients", "Document gezien"),
    "told": QT_TRANSLATE_NOOP("patients", "Alleen verteld, niet gecontroleerd"),
}
BSN_STATUS = {
    "": QT_TRANSLATE_NOOP("patients", "Nog niet gevraagd"),
    "told": QT_TRANSLATE_NOOP("patients", "Verteld, nog niet gecontroleerd"),
    "checked": QT_TRANSLATE_NOOP("patients", "Gecontroleerd"),
    "none": QT_TRANSLATE_NOOP("patients", "Er is geen nummer"),
    "refused": QT_TRANSLATE_NOOP("patients", "Het gezin geeft het niet"),
}
"""How a citizen service number stands (Jeugdwet 7.2.1-7.2.4)."""
BSN_CHECKS = {
    "": QT_TRANSLATE_NOOP("patients", "niet gecontroleerd"),
    "document": QT_TRANSLATE_NOOP("patients", "identiteitsbewijs gezien"),
    "register": QT_TRANSLATE_NOOP("patients", "opgezocht in de basisregistratie"),
}
STOPS = {
    "help": QT_TRANSLATE_NOOP("patients", "Intrekken stopt de hulp van het team."),
    "bookings": QT_TRANSLATE_NOOP("patients", "Intrekken stopt het delen van nieuwe afspraken."),
    "feedback": QT_TRANSLATE_NOOP("patients", "Intrekken stopt nieuwe terugkoppeling aan de praktijk."),
    "sending": QT_TRANSLATE_NOOP("patients", "Intrekken stopt alles wat nog niet is verstuurd."),
}
STOPPED = {
    "help": QT_TRANSLATE_NOOP("patients", "Ingetrokken. De hulp van het team stopt nu."),
    "bookings": QT_TRANSLATE_NOOP("patients", "Ingetrokken. Nieuwe afspraken worden niet meer gedeeld."),
    "feedback": QT_TRANSLATE_NOOP("patients", "Ingetrokken. Er gaat geen terugkoppeling meer naar de praktijk."),
    "sending": QT_TRANSLATE_NOOP("patients", "Ingetrokken. Wat nog niet was verstuurd, blijft hier."),
}
STANDING = {
    "given": QT_TRANSLATE_NOOP("patients", "Akkoord"),
    "missing": QT_TRANSLATE_NOOP("patients", "Nog vragen"),
    "refused": QT_TRANSLATE_NOOP("patients", "Geweigerd"),
    "withdrawn": QT_TRANSLATE_NOOP("patients", "Ingetrokken"),
    "expired": QT_TRANSLATE_NOOP("patients", "Verlopen"),
}
ROLES = {
    "youth_worker": QT_TRANSLATE_NOOP("patients", "jeugdwerker"),
    "gp": QT_TRANSLATE_NOOP("patients", "huisarts"),
    "practice_assistant": QT_TRANSLATE_NOOP("patients", "praktijkassistent"),
    "coordinator": QT_TRANSLATE_NOOP("patients", "coördinator"),
}


def say(words: Mapping[str, str], key: str) -> str:
    """The Dutch words of a code; an unknown code says itself."""
    found = words.get(key)
    return QCoreApplication.translate("patients", found) if found else key


def options(words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Codes and words for a choice, in the order of the table."""
    return tuple((key, say(words, key)) for key in words)
