"""The locked screen on which a child or a parent answers, in private and at ease.

It covers everything. The only way out is the worker's passphrase, also after the last page: whoever answered never
comes onto the worker's screen. What was answered stays half filled on this device until it is handed in.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.domain.evaluation import EnteredHow, Voice
from gpconnect.domain.forms import Item, visible_items
from gpconnect.services import evaluations
from gpconnect.services.evaluations import HandedIn, OpenForm
from gpconnect.ui import messages, theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.evaluation import kiosk_pages
from gpconnect.ui.evaluation.kiosk_questions import Question
from gpconnect.ui.parts import PushButton, Scroller, clear, column, label, line

_MEASURE = 760
_FIXED = "moment"


class Kiosk(QWidget):
    """One form, one question at a time.

    Args:
        desk: whose records queue takes the answers.
        opened: the form, with what was filled in before.
        parent: the window it covers; hiding that one, because the program locks itself, lets the kiosk go too.
    """

    def __init__(self, desk: Desk, opened: OpenForm, parent: QWidget) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, flags)
        self.desk = desk
        self.opened = opened
        self.answers: dict[str, Any] = dict(opened.answers)
        self.question: Question | None = None
        self._place = 0
        self._may_go = False
        self._is_handed_in = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setProperty("role", "page")
        self.setAutoFillBackground(True)
        self.setWindowTitle(opened.form.title)
        self.setAccessibleName(opened.form.title)
        parent.installEventFilter(self)
        self._build()
        self._greet()

    @property
    def is_locked(self) -> bool:
        """Whether it would refuse to close."""
        return not self._may_go

    def items(self) -> tuple[Item, ...]:
        """The questions that apply now; the moment is known and not asked."""
        return tuple(item for item in visible_items(self.opened.form, self.answers) if item.id != _FIXED)

    @Slot()
    def begin(self) -> None:
        """To the first question without an answer."""
        items = self.items()
        self._place = next((place for place, item in enumerate(items) if item.id not in self.answers), len(items) - 1)
        self._ask()

    @Slot()
    def forward(self) -> None:
        """Keep the answer and go to the next question, or hand in after the last."""
        self._keep()
        if self._place + 1 < len(self.items()):
            self._place += 1
            self._ask()
        else:
            self.next.setEnabled(False)
            job = self.desk.tasks.run(evaluations.hand_in, self.opened.key, dict(self.answers), EnteredHow.KIOSK)
            job.then(self._handed_in).otherwise(self._refused)

    @Slot()
    def back(self) -> None:
        """Keep the answer and go one question back."""
        self._keep()
        self._place = max(0, self._place - 1)
        self._ask()

    @Slot()
    def ask_passphrase(self) -> None:
        """The worker wants the program back; once it was handed in there is nothing to go on with."""
        self._keep()
        page = kiosk_pages.Passphrase(self, handed_in=self._is_handed_in)
        page.entered.connect(self._try)
        page.resumed.connect(self._resume)
        self._leave = page
        self._show(page)
        page.focus()

    @Slot()
    def let_go(self) -> None:
        """Close: the passphrase was right, or the program locked itself over it."""
        self._may_go = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Alt+F4 and the like do nothing while it is locked."""
        if self._may_go:
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key leads out; Escape only asks for the passphrase."""
        if event.key() == Qt.Key.Key_Escape and not self._may_go:
            self.ask_passphrase()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Hide:
            # The program locks itself: what stands on this page is kept as well, before it goes.
            self._keep()
            self.let_go()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Hoe ver je bent"))
        self.progress.setTextVisible(False)
        self.count = label("", "muted", wrap=False)
        self.leave = PushButton(self.tr("Voor de jeugdwerker"), self.ask_passphrase, role="quiet")
        self.leave.setObjectName("kioskLeave")
        top = line(self.count, spacing=2)
        top.addStretch(1)
        top.addWidget(self.leave)
        self._middle: QVBoxLayout = column()
        self.back_button = kiosk_pages.big(self.tr("Vorige"), "kioskBack", self.back)
        self.next = kiosk_pages.big(self.tr("Volgende"), "kioskNext", self.forward, role="primary")
        self._trouble = label("", "error")
        self._trouble.hide()
        feet = line(self.back_button, spacing=2)
        feet.addStretch(1)
        feet.addWidget(self.next)
        inside = column(spacing=0)
        inside.addStretch(1)
        inside.addLayout(self._middle)
        inside.addStretch(1)
        below = column(self._trouble, spacing=2)
        below.addLayout(feet)
        layout = column(spacing=2, margin=4)
        layout.addLayout(top)
        layout.addWidget(self.progress)
        self._scroller = Scroller(_centred(inside))
        layout.addWidget(self._scroller, 1)
        # Outside what scrolls: the way on is always in the same place.
        layout.addLayout(_centred(below))
        self.setLayout(layout)

    def _greet(self) -> None:
        form = self.opened
        for_child = form.key.voice is Voice.CHILD
        page = kiosk_pages.Welcome(form, self.desk.actor.name, for_child=for_child, began=len(self.answers) > 1)
        page.begun.connect(self.begin)
        self._show(page)
        page.focus()

    def _show(self, page: QWidget) -> None:
        clear(self._middle)
        self._middle.addWidget(page)
        self._scroller.verticalScrollBar().setValue(0)
        asking = isinstance(page, Question)
        self.question = page if isinstance(page, Question) else None
        for part in (self.progress, self.count, self.back_button, self.next):
            part.setVisible(asking)
        self.leave.setVisible(not isinstance(page, kiosk_pages.Passphrase | kiosk_pages.Thanks))
        self._trouble.hide()

    def _ask(self) -> None:
        items = self.items()
        item = items[self._place]
        question = Question(item, self.opened.wordings)
        question.set_value(self.answers.get(item.id))
        question.answered.connect(self._name_next)
        question.entered.connect(self.forward)
        self._show(question)
        # The question came last; Tab goes through it before it comes to the buttons under it.
        self.setTabOrder(question.last_stop(), self.back_button)
        self.setTabOrder(self.back_button, self.next)
        self.progress.setRange(0, len(items))
        self.progress.setValue(self._place)
        self.count.setText(self.tr("Vraag {n} van {all}").format(n=self._place + 1, all=len(items)))
        self.back_button.setVisible(self._place > 0)
        self.next.setEnabled(True)
        self._name_next()
        question.focus_answer()

    @Slot()
    def _name_next(self) -> None:
        if self.question is None:
            return
        value = self.question.value()
        if value is None:
            self.answers.pop(self.question.item.id, None)
        else:
            self.answers[self.question.item.id] = value
        last = self._place + 1 >= len(self.items())
        skip = value is None
        self.next.setText(self.tr("Inleveren") if last else self.tr("Overslaan") if skip else self.tr("Volgende"))
        self.next.setAccessibleName(self.next.text())

    def _keep(self) -> None:
        if self.question is None:
            return
        self._name_next()
        job = self.desk.tasks.run(evaluations.save_half_filled, self.opened.key, dict(self.answers))
        job.otherwise(self._refused)

    @Slot()
    def _resume(self) -> None:
        if len(self.answers) > 1 or self._place:
            self._ask()
        else:
            self._greet()

    @Slot(str)
    def _try(self, passphrase: str) -> None:
        job = self.desk.tasks.run(evaluations.check_passphrase, passphrase)
        job.then(self._unlocked).otherwise(self._leave.show_error)

    @Slot(object)
    def _unlocked(self, _nothing: object) -> None:
        self.let_go()

    @Slot(object)
    def _handed_in(self, result: tuple[object, HandedIn]) -> None:
        problems = result[1].problems
        if problems:
            places = {item.id: place for place, item in enumerate(self.items())}
            self._place = places.get(problems[0].item, 0)
            self._ask()
            self._refused(KnownError(problems[0].code, **problems[0].params))
            return
        self._is_handed_in = True
        page = kiosk_pages.Thanks(self.desk.actor.name, for_child=self.opened.key.voice is Voice.CHILD)
        page.finished.connect(self.ask_passphrase)
        self._show(page)
        page.focus()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self.next.setEnabled(True)
        self._trouble.setText(messages.say(error))
        self._trouble.show()


def _centred(content: QVBoxLayout) -> QHBoxLayout:
    """In the middle, no wider than people read at ease."""
    holder = QFrame()
    holder.setMaximumWidth(theme.current().px(_MEASURE))
    content.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(content)
    centre = line(spacing=0)
    centre.addStretch(1)
    centre.addWidget(holder, 100)
    centre.addStretch(1)
    return centre
