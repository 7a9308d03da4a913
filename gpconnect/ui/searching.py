"""When a search is finished: its field is emptied, left or hidden, and nothing of what was found was opened.

The access log gets one line per finished question (NEN 7513: also of a search without result), not one per pause in
typing; and never the words.
"""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit


class SearchWatch(QObject):
    """Watches one search field."""

    finished = Signal(int)
    """Nothing was opened; so many were found."""

    def __init__(self, field: QLineEdit, *, when_left: bool = True) -> None:
        """Watch a field.

        Args:
            field: what is typed in.
            when_left: leaving the field ends the question; not where its results take the keyboard themselves.
        """
        super().__init__(field)
        self._ends = {QEvent.Type.Hide, QEvent.Type.FocusOut} if when_left else {QEvent.Type.Hide}
        self._results: int | None = None
        field.textChanged.connect(self._changed)
        field.installEventFilter(self)

    def shown(self, results: int) -> None:
        """So many were found for what stands in the field."""
        self._results = results

    def opened(self) -> None:
        """A result was opened, and that is on record itself."""
        self._results = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self._ends:
            self._end()
        return super().eventFilter(watched, event)

    @Slot(str)
    def _changed(self, typed: str) -> None:
        if not typed.strip():
            self._end()

    def _end(self) -> None:
        results, self._results = self._results, None
        if results is not None:
            self.finished.emit(results)
