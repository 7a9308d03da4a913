"""What is said when one action is done, with the way back of that action and of no other."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from gpconnect.ui.desk import Desk


class Notice(QObject):
    """Made at the press, said at the answer: another press in between changes nothing of it."""

    def __init__(self, desk: Desk, words: str, undo: Callable[[], object]) -> None:
        super().__init__(desk)
        self._desk, self._words, self._undo = desk, words, undo

    def say(self, _answer: object) -> None:
        """The answer of the job that this is about."""
        self._desk.toast(self._words, self._undo)
        self.deleteLater()
