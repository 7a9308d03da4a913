"""What the program puts on the clipboard: marked, so that nobody keeps a history of it and it can be taken away."""

from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

OURS = "application/x-gpconnect"
_KEEP_NO_HISTORY = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\1",
}
"""How clipboard managers on Linux, and Windows, are asked to keep no history of something."""


def copy(words: str) -> None:
    """Put words on the clipboard until the program locks."""
    data = QMimeData()
    data.setText(words)
    data.setData(OURS, b"1")
    for kind, value in _KEEP_NO_HISTORY.items():
        data.setData(kind, value)
    QGuiApplication.clipboard().setMimeData(data)


def forget() -> None:
    """Empty the clipboard when what it holds came from this program; what another program put there stays."""
    board = QGuiApplication.clipboard()
    held = cast("QMimeData | None", board.mimeData())  # an empty clipboard gives nothing, which the stub forgets
    if board.ownsClipboard() or (held is not None and held.hasFormat(OURS)):
        board.clear(QClipboard.Mode.Clipboard)
    if board.supportsSelection() and board.ownsSelection():
        board.clear(QClipboard.Mode.Selection)
