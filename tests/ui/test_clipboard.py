"""What the program puts on the clipboard: for a minute, and asked to be kept by nobody."""

import subprocess
import sys
from functools import partial

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gpconnect.ui import clipboard

WORDS = "S  Slaapt slecht"


def test_words_go_after_their_time(qtbot: QtBot) -> None:
    clipboard.copy(WORDS, 1)
    assert QGuiApplication.clipboard().text() == WORDS

    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")

    assert clipboard.LASTS_MS == 60_000


def test_what_was_copied_since_then_stays(qtbot: QtBot) -> None:
    board = QGuiApplication.clipboard()
    theirs, ours = partial(board.setText, "Van een ander"), partial(clipboard.copy, "Van ons, later")
    for later in (theirs, ours):
        clipboard.copy(WORDS, 20)
        later()
        held = board.text()
        with qtbot.waitSignal(board.dataChanged, timeout=100, raising=False) as changed:
            pass
        assert not changed.signal_triggered
        assert board.text() == held


def test_monitors_and_histories_are_asked_to_keep_nothing(qtbot: QtBot) -> None:
    clipboard.copy(WORDS)

    held = QGuiApplication.clipboard().mimeData()

    assert bytes(held.data("x-kde-passwordManagerHint").data()) == b"secret"
    for name in ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"):
        assert bytes(held.data(f'application/x-qt-windows-mime;value="{name}"').data()) == bytes(4)
    clipboard.forget()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_a_program_that_ends_with_words_on_the_clipboard_ends_well() -> None:
    """Qt lets go of them after Python has gone: words that still lay there took the process down with them."""
    code = (
        "from PySide6.QtWidgets import QApplication; from gpconnect.ui import clipboard; "
        "app = QApplication([]); clipboard.copy('S  Slaapt slecht')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0
