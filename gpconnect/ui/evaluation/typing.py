"""One form on one screen: the worker's own, or what came in on paper."""

from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.evaluation import EnteredHow
from gpconnect.domain.forms import Problem
from gpconnect.services import evaluations
from gpconnect.services.evaluations import HandedIn, OpenForm
from gpconnect.ui import messages
from gpconnect.ui.desk import Desk
from gpconnect.ui.evaluation import words
from gpconnect.ui.forms.view import FormView
from gpconnect.ui.parts import Card, FlowLayout, PushButton, column, label

_PAUSE_MS = 400


class TypedForm(QWidget):
    """A form to fill in; what stands there is kept at every pause in typing."""

    closed = Signal()
    handed_in = Signal()

    def __init__(self, desk: Desk, opened: OpenForm, how: EnteredHow) -> None:
        super().__init__()
        self._desk, self._opened, self._how = desk, opened, how
        self.form = FormView(opened.form, opened.answers, voices=opened.wordings)
        self.form.changed.connect(self._changed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        title = f"{opened.name}: {words.voice(str(opened.key.voice)).lower()}"
        card = Card("").add(self.form)
        card.set_title(title, words.moment(str(opened.key.moment)).lower())
        self.error = label("", "error")
        self.error.setObjectName("evaluationError")
        self.error.hide()
        save = PushButton(self.tr("Lever in"), self._hand_in, role="primary", key="Ctrl+Return", bind_key=True)
        save.setObjectName("evaluationHandIn")
        back = PushButton(self.tr("Later verder"), self._close)
        back.setObjectName("evaluationLater")
        buttons = FlowLayout()
        buttons.addWidget(save)
        buttons.addWidget(back)
        layout = column(card, self.error, spacing=2)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.setLayout(layout)

    @Slot()
    def keep(self) -> None:
        """Write what stands here to this device."""
        self._pause.stop()
        self._desk.tasks.run(evaluations.save_half_filled, self._opened.key, self.form.value())

    def _changed(self) -> None:
        self._pause.start()

    def _close(self) -> None:
        self.keep()
        self.closed.emit()

    def _hand_in(self) -> None:
        self._pause.stop()
        job = self._desk.tasks.run(evaluations.hand_in, self._opened.key, self.form.value(), self._how)
        job.then(self._done).otherwise(self._refused)

    @Slot(object)
    def _done(self, result: tuple[Any, HandedIn]) -> None:
        problems: tuple[Problem, ...] = result[1].problems
        if problems:
            self.form.show_problems(problems)
            return
        self.handed_in.emit()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self.error.setText(messages.say(error))
        self.error.show()
