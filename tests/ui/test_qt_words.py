"""Qt's own dialogs speak Dutch as well, down to the label of every field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QFileIconProvider,
    QGroupBox,
    QLabel,
    QMessageBox,
    QWidget,
)

from build import strings
from gpconnect.ui.dressing import translate

ENGLISH = {"Look in", "Files of", "Page Set", "Double Sided", "Off", "Long side", "Short side", "Cancel", "Save"}


@pytest.fixture
def dutch(app: QApplication, tmp_path: Path) -> Iterator[None]:
    """Qt in Dutch, from freshly compiled catalogues; taken away afterwards."""
    before = set(app.findChildren(QTranslator))
    strings.compile_all(tmp_path)
    translate(app, "nl", tmp_path)
    yield
    for one in set(app.findChildren(QTranslator)) - before:
        app.removeTranslator(one)


def words(dialog: QWidget) -> list[str]:
    said = [one.text() for one in dialog.findChildren(QLabel)]
    said += [one.text() for one in dialog.findChildren(QAbstractButton)]
    said += [one.title() for one in dialog.findChildren(QGroupBox)]
    return [one.replace("&", "") for one in said]


def english(dialog: QWidget) -> list[str]:
    return [one for one in words(dialog) if any(one.startswith(start) for start in ENGLISH)]


def file_dialog() -> QDialog:
    made = QFileDialog()
    made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return made


def message() -> QDialog:
    made = QMessageBox()
    made.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel)
    return made


@pytest.mark.usefixtures("dutch")
def test_no_field_of_a_dialog_of_qt_is_named_in_english() -> None:
    printer = QPrinter()
    for dialog in (file_dialog(), QPrintDialog(printer), message()):
        assert english(dialog) == []
        dialog.deleteLater()


@pytest.mark.usefixtures("dutch")
def test_the_fields_to_choose_a_file_say_what_they_are_for() -> None:
    said = words(file_dialog())
    assert {"Zoeken in:", "Soort bestand:", "Bestandsnaam:"} <= set(said)


@pytest.mark.usefixtures("dutch")
def test_a_folder_in_the_list_is_called_what_it_is(tmp_path: Path) -> None:
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) == "Map"


@pytest.mark.usefixtures("app")
def test_without_the_catalogue_of_our_own_qt_stays_english_there() -> None:
    """What the test above would miss if it looked at nothing."""
    assert english(file_dialog())
