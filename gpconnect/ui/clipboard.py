"""What the program puts on the clipboard: marked, so that nobody keeps a history of it and it can be taken away."""

import atexit
from functools import cache, partial
from typing import cast

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

OURS = "application/x-gpconnect"
_KEEP_NO_HISTORY = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}
"""How clipboard managers on Linux, and Windows, are asked to keep no history of something."""


LASTS_MS = 60_000
"""How long words stay there: long enough to paste them in another program, no longer."""


def copy(words: str, lasts_ms: int = LASTS_MS) -> None:
    """Put words on the clipboard for a minute, or until the program locks."""
    data = QMimeData()
    data.setText(words)
    data.setData(OURS, b"1")
    for kind, value in _KEEP_NO_HISTORY.items():
        data.setData(kind, value)
    board = QGuiApplication.clipboard()
    board.setMimeData(data)
    _forget_at_the_end()
    QTimer.singleShot(lasts_ms, board, partial(_end, words))


@cache
def _forget_at_the_end() -> None:
    """Whichever way the program ends: what lies on the clipboard by then would outlive Python, and end in a crash."""
    atexit.register(_forget_last)


def _forget_last() -> None:
    if QGuiApplication.instance() is not None:
        forget()


def _end(words: str) -> None:
    """The minute is over. What was copied since then, here or in another program, has a time of its own."""
    board = QGuiApplication.clipboard()
    if words and board.text() == words:
        forget()


def forget() -> None:
    """Empty the clipboard when what it holds came from this program; what another program put there stays."""
    board = QGuiApplication.clipboard()
    held = cast("QMimeData | None", board.mimeData())  # an empty clipboard gives nothing, which the stub forgets
    if board.ownsClipboard() or (held is not None and held.hasFormat(OURS)):
        board.clear(QClipboard.Mode.Clipboard)
    if board.supportsSelection() and board.ownsSelection():
        board.clear(QClipboard.Mode.Selection)
