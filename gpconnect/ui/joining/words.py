"""Roles, spaces and how far the first round is, in words."""

from PySide6.QtCore import QCoreApplication

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

_ROLES = {
    "youth_worker": QT_TRANSLATE_NOOP("joining", "jeugdwerker"),
    "gp": QT_TRANSLATE_NOOP("joining", "huisarts"),
    "practice_assistant": QT_TRANSLATE_NOOP("joining", "praktijkassistent"),
    "coordinator": QT_TRANSLATE_NOOP("joining", "coördinator"),
}
_FAMILIES = {
    "common": QT_TRANSLATE_NOOP("joining", "Gemeenschappelijk"),
    "practice": QT_TRANSLATE_NOOP("joining", "Praktijk"),
    "team": QT_TRANSLATE_NOOP("joining", "Team Buurtzorg Jong"),
    "pilot": QT_TRANSLATE_NOOP("joining", "Cijfers voor de pilot"),
}


def role_name(role: str) -> str:
    """The role in Dutch."""
    return QCoreApplication.translate("joining", _ROLES[role]) if role in _ROLES else role


def space_name(space: str, sites: dict[str, str] | None = None) -> str:
    """What people call a space; a practice by its own name where that is known."""
    family, _, number = space.partition("/")
    named = (sites or {}).get(number, "") if family == "practice" else ""
    return named or QCoreApplication.translate("joining", _FAMILIES[family])
