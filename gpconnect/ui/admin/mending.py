"""Mending a damaged file: first what comes back from where and what is lost, then one button."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from gpconnect.services import mending
from gpconnect.services.mending import Found, Ill, Plan
from gpconnect.ui import copy_words, messages
from gpconnect.ui.closed_work import ClosedWork
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, clear, column, label, line


class MendCard(Card):
    """Shown while the last check found damage."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Herstellen"))
        self.setObjectName("mending")
        self.desk = desk
        self._asked = False
        self._ill: Ill | None = None
        self._plan: Plan | None = None
        words = self.tr(
            "GPConnect zet het bestand opnieuw in elkaar uit je nieuwste goede kopie en alles wat hier nog te lezen "
            "is. Je ziet eerst wat er terugkomt. Er verandert niets voordat je ja zegt."
        )
        self._ask = PushButton(self.tr("Herstellen …"), self._look, role="primary")
        self._busy = label(self.tr("De kopieën en het bestand worden bekeken …"), "muted")
        self._error = label("", "error")
        self._lines = column(spacing=1)
        self._yes = PushButton(self.tr("Nu herstellen"), self._mend, role="primary")
        self._no = PushButton(self.tr("Toch niet"), self._forget, role="quiet")
        self._shown = QWidget()
        shown = column(spacing=1.5)
        shown.addLayout(self._lines)
        safe = self.tr(
            "Het beschadigde bestand wordt niet overschreven maar een maand apart bewaard. Je wachtwoordzin en "
            "sleutels blijven dezelfde."
        )
        shown.addWidget(label(safe, "muted"))
        answer = line(self._yes, self._no)
        answer.addStretch(1)
        shown.addLayout(answer)
        self._shown.setLayout(shown)
        ask = line(self._ask)
        ask.addStretch(1)
        for part in (label(words, "muted"), ask, self._busy, self._error, self._shown):
            self.add(part)
        self._forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, as when the file locks: no key stays in a window that is kept for what was typed."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._forget()

    @Slot()
    def _look(self) -> None:
        self._forget()
        self._asked = True
        self._ask.setEnabled(False)
        self._busy.show()
        self.desk.tasks.run(mending.begin).then(self._begun).otherwise(self._refused)

    @Slot(object)
    def _begun(self, ill: Ill) -> None:
        if not self._asked:
            return  # Left meanwhile: its key goes with it.
        self._ill = ill
        self.desk.tasks.aside(mending.look, ill).then(self._found).otherwise(self._refused)

    @Slot(object)
    def _found(self, found: Found) -> None:
        if self._ill is not None:
            self.desk.tasks.run(mending.plan, self._ill, found).then(self._show).otherwise(self._refused)

    @Slot(object)
    def _show(self, plan: Plan) -> None:
        if self._ill is None:
            return
        self._plan = plan
        self._busy.hide()
        clear(self._lines)
        for sentence in copy_words.mending(plan):
            self._lines.addWidget(label(sentence))
        self._ask.hide()
        self._shown.show()
        self._no.setFocus()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        if not self._asked:
            return
        self._forget()
        self._error.setText(messages.say(error))
        self._error.show()

    @Slot()
    def _mend(self) -> None:
        assert self._plan is not None, "the button shows only below a plan"
        work = partial(mending.mend, self._plan, self.desk.clock())
        done = self.tr("Je bestand is hersteld. Open het zoals je gewend bent.")
        self.desk.closed_work.emit(ClosedWork(self.tr("Je bestand wordt hersteld"), done, work))
        self._forget()

    @Slot()
    def _forget(self) -> None:
        """Back to the start; the key goes."""
        self._asked = False
        self._ill = self._plan = None
        self._ask.setEnabled(True)
        self._ask.show()
        for part in (self._busy, self._error, self._shown):
            part.hide()
