"""Keeps what is being typed: at every pause, and so often that a pulled plug takes less than the last second."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from gpconnect.domain.changes import Changes
from gpconnect.domain.notes import NoteDraft
from gpconnect.services import notes
from gpconnect.ui.desk import Desk

PAUSE_MS = 250
LONGEST_MS = 600
"""From the first key that was not kept; with the time that writing takes it stays within a second."""
_AGAIN_MS = 5000
"""After a save that failed."""


class DraftSaver(QObject):
    """Saves one draft through the records queue; what is newer replaces what waits."""

    saved = Signal(object)
    """The moment (aware datetime) at which it was kept."""
    failed = Signal(object)
    """The error; what was typed is still on the screen and tried again at the next pause."""

    def __init__(self, desk: Desk, draft: NoteDraft, *, kept: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.is_kept = kept
        self._desk = desk
        self._waiting = self._over = False
        self._since = QElapsedTimer()
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.flush)

    @property
    def was_typed(self) -> bool:
        """Whether there is, or is about to be, a draft in the file."""
        return self.is_kept or self._waiting

    def typed(self, answers: Mapping[str, Any]) -> None:
        """Take the answers as they are now, and keep them soon."""
        self.draft = replace(self.draft, answers=dict(answers))
        if not self._waiting:
            self._waiting = True
            self._since.start()
            self._tell()
        left = LONGEST_MS - self._since.elapsed()
        if left <= 0:
            self.flush()
        else:
            self._pause.start(min(PAUSE_MS, left))

    def change_template(self, template: str, version: int, answers: Mapping[str, Any]) -> None:
        """Go on upon another template."""
        self.stand_on(template, version)
        self.typed(answers)

    def stand_on(self, template: str, version: int) -> None:
        """Say on which form the answers stand; kept with the next key."""
        self.draft = replace(self.draft, template=template, template_version=version)

    @Slot()
    def flush(self) -> None:
        """Keep it now, when there is something that was not kept."""
        self._pause.stop()
        if self._waiting:
            self._waiting = False
            self._desk.tasks.run(notes.save_draft, self.draft).then(self._done).otherwise(self._failed)

    def forget(self) -> None:
        """Nothing is kept any more: it was signed or thrown away."""
        self._pause.stop()
        self._waiting = False
        self._over = True
        self._tell()

    @Slot(object)
    def _done(self, result: tuple[Changes, datetime]) -> None:
        self.is_kept = True
        self._tell()
        self.saved.emit(result[1])

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if self._over:
            return  # it was signed or thrown away meanwhile: kept after all, it would come back as a draft
        self._waiting = True
        self._pause.start(_AGAIN_MS)
        self.failed.emit(error)

    def _tell(self) -> None:
        """The strip of the window says it from the first key on."""
        self._desk.unsaved_changed.emit(self.draft.id, self._waiting)
