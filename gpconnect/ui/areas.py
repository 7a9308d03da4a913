"""The areas of the program as data: name, icon, and the page that is made on the first visit."""

from importlib import import_module
from typing import Any

from PySide6.QtCore import QCoreApplication

from gpconnect.domain.roles import AREAS
from gpconnect.domain.staff import Role
from gpconnect.ui.desk import Area, Desk
from gpconnect.ui.marked import QT_TRANSLATE_NOOP

_KNOWN: dict[str, tuple[str, str, str]] = {
    "today": (QT_TRANSLATE_NOOP("areas", "Vandaag"), "sun", "TodayPage"),
    "agenda": (QT_TRANSLATE_NOOP("areas", "Agenda"), "calendar-blank", "AgendaPage"),
    "patients": (QT_TRANSLATE_NOOP("areas", "Jeugdigen"), "smiley", "PatientsPage"),
    "note": (QT_TRANSLATE_NOOP("areas", "Notitie"), "note-pencil", "NotePage"),
    "handovers": (QT_TRANSLATE_NOOP("areas", "Overdrachten"), "arrows-left-right", "HandoversPage"),
    "evaluation": (QT_TRANSLATE_NOOP("areas", "Evaluatie"), "check-square", "EvaluationPage"),
    "report": (QT_TRANSLATE_NOOP("areas", "Rapportage"), "chart-bar", "ReportPage"),
    "directory": (QT_TRANSLATE_NOOP("areas", "Sociale kaart"), "map-trifold", "DirectoryPage"),
    "sharing": (QT_TRANSLATE_NOOP("areas", "Delen"), "arrows-down-up", "SharingPage"),
    "admin": (QT_TRANSLATE_NOOP("areas", "Beheer"), "gear", "AdminPage"),
}


class PageMaker:
    """Makes an area's page; its module is imported then and not before, for a quick start."""

    def __init__(self, key: str, class_name: str) -> None:
        self._key = key
        self._class_name = class_name

    def __call__(self, desk: Desk) -> Any:
        module = import_module(f"gpconnect.ui.{self._key}.page")
        return getattr(module, self._class_name)(desk)


def areas_of(role: Role) -> list[Area]:
    """The areas of this role's window, in the order of the rail."""
    made = []
    for key in AREAS[role]:
        label, icon, class_name = _KNOWN[key]
        made.append(Area(key, QCoreApplication.translate("areas", label), icon, PageMaker(key, class_name)))
    return made
