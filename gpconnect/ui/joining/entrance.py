"""What stands between a profile that is nobody's yet and the window: a code, or a paper from the safe."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.services import founding
from gpconnect.ui.desk import Actor, Desk
from gpconnect.ui.joining.panel import JoinPanel
from gpconnect.ui.joining.recover import RecoverPanel
from gpconnect.ui.parts import Pages, PushButton, column
from gpconnect.ui.syncer import Syncer
from gpconnect.ui.tasks import Tasks


class Entrance(QWidget):
    """Both ways in, with rounds of their own; `joined` carries who the file belongs to from now on."""

    joined = Signal(object)
    lock_asked = Signal()

    def __init__(self, tasks: Tasks, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.desk = Desk(tasks, Actor("", ""), now, parent=self)
        self.syncer = Syncer(self.desk, self)
        self.desk.services = self.syncer
        self.join = JoinPanel(self.desk, self.syncer)
        self.recover = RecoverPanel(self.desk, self.syncer)
        self._pages = Pages()
        for page in (self.join, self.recover):
            self._pages.addWidget(page)
        self._paper = PushButton(self.tr("Herstellen met een blad van mijn werk"), self.show_paper, role="quiet")
        self._lock = PushButton(self.tr("Vergrendelen"), self.lock_asked.emit, role="quiet")
        self._may_choose = True
        layout = column(self._pages, spacing=1)
        for button in (self._paper, self._lock):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)
        self.join.moved.connect(self._moved)
        self.recover.left.connect(self._show_join)
        for one in (self.join, self.recover):
            one.finished.connect(self._finished)
        self.setFocusProxy(self.join.form)

    def start(self) -> None:
        """Go on where it was."""
        self.join.start()
        self.syncer.sync()

    def stop(self) -> None:
        """Nothing is asked any more: the file closes, or the window comes."""
        self.join.stop()
        self.recover.stop()
        self.syncer.stop()

    @Slot()
    def show_paper(self) -> None:
        """The other way in: the paper, with the keyboard in its first field."""
        self._pages.setCurrentIndex(1)
        self._paper.hide()
        self.recover.hub.setFocus()

    @Slot()
    def _show_join(self) -> None:
        self._pages.setCurrentIndex(0)
        self._paper.setVisible(self._may_choose)

    @Slot(bool)
    def _moved(self, may_choose: bool) -> None:  # noqa: FBT001 - what a signal carries
        self._may_choose = may_choose
        self._paper.setVisible(may_choose and self._pages.currentIndex() == 0)

    @Slot()
    def _finished(self) -> None:
        self.desk.tasks.run(founding.who).then(self._known)

    @Slot(object)
    def _known(self, actor: object) -> None:
        self.stop()
        self.joined.emit(actor)
