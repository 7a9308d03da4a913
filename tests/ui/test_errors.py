"""A bug shows one calm dialog and leaves a log without anybody's data."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gpconnect.ui import errors
from gpconnect.ui.errors import ErrorReporter


@pytest.fixture
def reporter(qtbot: QtBot, tmp_path: Path) -> Iterator[ErrorReporter]:
    del qtbot
    before = sys.excepthook, threading.excepthook
    made = ErrorReporter(tmp_path)
    made.install()
    yield made
    if made.dialog is not None:
        made.dialog.close()
    made.uninstall()
    sys.excepthook, threading.excepthook = before


def stumble() -> None:
    raise ValueError("Noor van den Berg")


def test_log_names_the_kind_and_never_the_text(reporter: ErrorReporter, qtbot: QtBot, tmp_path: Path) -> None:
    try:
        stumble()
    except ValueError as error:
        reporter.report(type(error), error, error.__traceback__)
        reporter.report(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    log = (tmp_path / "gpconnect.log").read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "Noor" not in log
    assert reporter.dialog is not None
    assert not reporter.dialog.isModal()
    assert "Noor" not in reporter.dialog.text() + reporter.dialog.detailedText()


def test_error_in_another_thread_is_shown_too(reporter: ErrorReporter, qtbot: QtBot) -> None:
    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    reporter.dialog.close()
    assert reporter.dialog is None


def test_log_folder_is_the_platforms_own(own_folders: Path) -> None:
    assert own_folders in errors.log_folder().parents
