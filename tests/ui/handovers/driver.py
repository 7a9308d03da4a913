"""The page of handovers, and the ways in which a person works it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.handover import Handover
from gpconnect.services import handovers
from gpconnect.services.handovers import Content
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.handovers.page import HandoversPage
from gpconnect.ui.parts import RowList
from tests.services.dossier_help import MOZAIEK, a_dossier, agree_to_share
from tests.ui.workplace import Workplace, find

Shown = Callable[..., QWidget]


def the_handover(session: Session) -> Handover:
    """The only handover of the file."""
    (found,) = rows.where(session.db, Handover)
    return found


def a_sent_handover(session: Session) -> str:
    """Daan to Mozaïek, told by phone."""
    patient_id = a_dossier(session)
    agree_to_share(session, patient_id)
    content = Content({"question": "Behandelen"}, access_route=AccessRoute.DECISION)
    _, made = handovers.create_handover(session, patient_id, MOZAIEK, content)
    handovers.send(session, made, how="phone")
    return made


class Driver:
    """The page of one desk, and the ways in which a person works it."""

    def __init__(self, place: Workplace, shown: Shown, folder: Path) -> None:
        self.place = place
        self.page = HandoversPage(place.desk)
        self.page.folder = folder
        shown(self.page)
        self.settle()

    def settle(self) -> None:
        assert self.place.tasks.idle()
        QCoreApplication.processEvents()
        assert self.place.tasks.idle()

    def look_again(self) -> None:
        """As after a round of syncing."""
        self.page.reload()
        self.settle()

    def click(self, name: str) -> None:
        QTest.mouseClick(find(self.page, QAbstractButton, name), Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, name: str, words: str) -> None:
        field: Any = find(self.page, QWidget, name)
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)

    def choose_row(self, name: str, key: str) -> None:
        find(self.page, RowList, name).action_clicked.emit(key)
        self.settle()

    def stored(self) -> Handover:
        found = self.place.do(the_handover)
        assert isinstance(found, Handover)
        return found

    def says(self, name: str) -> str:
        return str(find(self.page, QWidget, name).text())
