"""Looks at everything one person of a pilot can look at in English, and prints what the windows say.

A program of its own: all pages of a role at once leave more widgets behind than one process with other tests can bear.
Arguments: the pilot's folder, the compiled catalogue, the role. Prints JSON: for each screen the texts on it.
"""

import gc
import html
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from gpconnect import app
from gpconnect.demo import pilot
from gpconnect.demo.command import RunningClock
from gpconnect.demo.desks import Desk
from gpconnect.domain.directory import Provider
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import AREAS
from gpconnect.domain.schedule import Appointment
from gpconnect.domain.staff import Role
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui import late, text
from gpconnect.ui.settings import Settings

CHOICES = Settings(theme="light", language="en", idle_minutes=0)
RECORDS: tuple[tuple[str, str, type[Any], str], ...] = (
    ("agenda", "appointment", Appointment, "status = 'booked'"),
    ("patients", "patient", Patient, "given_name = 'Noor'"),
    ("patients", "patient", Patient, "given_name <> 'Noor'"),
    ("patients", "who_looked", Patient, "given_name = 'Noor'"),
    ("note", "patient", Patient, "given_name <> 'Noor'"),
    ("note", "appointment", Appointment, "status = 'in_conversation'"),
    ("handovers", "patient", Patient, "given_name = 'Noor'"),
    *(("handovers", "handover", Handover, f"status = '{status}'") for status in HandoverStatus),
    ("evaluation", "patient", Patient, "given_name <> 'Noor'"),
    ("directory", "provider", Provider, "id <> ''"),
)
"""Area, parameter, and whose id it takes."""
MORE: dict[str, tuple[dict[str, object], ...]] = {
    "agenda": ({"site": "*"}, {"view": "day", "site": "*"}, {"new": True}, {"walk_in": True}, {"peer": True}),
    "patients": ({"new": True},),
    "directory": ({"new": True},),
    "sharing": ({"section": "municipality"},),
    "admin": tuple({"section": one} for one in ("sites", "keys", "keeping", "access", "look")),
}
"""What a page shows besides what it opens with."""


def main(folder: Path, catalogue: str, role: Role) -> None:
    """Open this person's window and look around."""
    gc.disable()  # a ring of widgets that is collected in the thread of the records would crash Qt
    late.load_all()  # here and now: what a second thread still imports while pages are made crashes this process
    application = app.make_application(CHOICES)
    translator = QTranslator(application)
    assert translator.load(catalogue)
    application.installTranslator(translator)
    text.set_language("en")
    made = pilot.make(folder, months=1)
    desk = Desk(made.person(role), RunningClock(made.today), "", CHOICES)
    seen = {where: sorted(set(shown_words(screen))) for where, screen in screens(desk)}
    sys.stdout.buffer.write(msgspec.json.encode(seen))
    desk.close()


def shown_words(root: QWidget) -> Iterator[str]:
    """What is said by labels, buttons, headings and hints, seen or read out, as plain text."""
    return (html.unescape(re.sub(r"<[^>]+>", "", one)).replace("&", "").strip() for one in _said(root) if one)


def _said(root: QWidget) -> Iterator[str]:
    """Never what somebody typed."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root):
            yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                yield widget.placeholderText()
            elif isinstance(widget, QComboBox):
                yield from (widget.itemText(place) for place in range(widget.count()))
            else:
                readers = (getattr(widget, name, None) for name in ("text", "title", "words"))
                yield from (str(read()) for read in readers if callable(read))


def things_to_open(session: Session) -> dict[str, list[dict[str, object]]]:
    """For each area what a page can be sent along with, one of each kind that this file has."""
    found: dict[str, list[dict[str, object]]] = defaultdict(list)
    for area, key, record, condition in RECORDS:
        for one in rows.where(session.db, record, condition)[:1]:
            found[area].append({key: one.id})
    return found


def screens(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Everything that this person can look at without writing anything down."""
    yield "unlock", desk.program.unlock
    desk.open()
    got: list[dict[str, list[dict[str, object]]]] = []
    desk.program.tasks.run(things_to_open).then(got.append)
    desk.settle()
    for area in AREAS[desk.person.role]:
        for params in ({}, *MORE.get(area, ()), *got[0][area]):
            desk.window.open(area, params)
            desk.settle()
            yield f"{area} {params}", desk.window
    desk.robot.press("F1")
    yield "help", next(one for one in desk.window.findChildren(QDialog) if one.isVisible())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Role(sys.argv[3]))
