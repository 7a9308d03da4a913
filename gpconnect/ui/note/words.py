"""Words for talks, outcomes and lines of feedback, as a worker says them."""

from PySide6.QtCore import QCoreApplication

from gpconnect.services.persons import Person
from gpconnect.ui import text
from gpconnect.ui.marked import QT_TRANSLATE_NOOP

VISITS = {
    "first": QT_TRANSLATE_NOOP("visits", "eerste gesprek"),
    "follow_up": QT_TRANSLATE_NOOP("visits", "vervolggesprek"),
    "advice": QT_TRANSLATE_NOOP("visits", "advies"),
    "walk_in": QT_TRANSLATE_NOOP("visits", "inloop"),
    "peer_consultation": QT_TRANSLATE_NOOP("visits", "collegiale vraag"),
    "three_way": QT_TRANSLATE_NOOP("visits", "driegesprek"),
}
OUTCOMES = {
    "advice_only": QT_TRANSLATE_NOOP("visits", "Alleen advies"),
    "brief_support": QT_TRANSLATE_NOOP("visits", "Kort traject"),
    "bridging": QT_TRANSLATE_NOOP("visits", "Overbrugging"),
    "handover": QT_TRANSLATE_NOOP("visits", "Warme overdracht"),
    "no_further_help": QT_TRANSLATE_NOOP("visits", "Geen verdere hulp nodig"),
}

NOT_TOLD = {
    "family_no": QT_TRANSLATE_NOOP("visits", "Gezin wil het niet"),
    "told_otherwise": QT_TRANSLATE_NOOP("visits", "Al anders verteld"),
    "no_need": QT_TRANSLATE_NOOP("visits", "Niet nodig"),
}


def say(source: str) -> str:
    """The words in the language of the window."""
    return QCoreApplication.translate("visits", source)


def visit(kind: str) -> str:
    """What kind of talk: ``eerste gesprek``."""
    return say(VISITS.get(kind, kind))


def outcome(key: str) -> str:
    """What it led to: ``Kort traject``."""
    return say(OUTCOMES.get(key, key))


def not_told(why: str) -> str:
    """Why the practice is not told: ``Niet nodig``."""
    return say(NOT_TOLD.get(why, why))


def who(person: Person | None, age: int | None) -> str:
    """``Yusuf Demir``, or only an age while no name may be seen."""
    if person is not None:
        return person.name
    if age is None:
        return QCoreApplication.translate("visits", "Jeugdige")
    return QCoreApplication.translate("visits", "Jeugdige, {age}").format(age=text.age(age))
