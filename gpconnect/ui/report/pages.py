"""The report as it will be printed: one page at a time, sharp at the size of the screen."""

from PySide6.QtCore import QByteArray, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QWidget

from gpconnect.services import reporting
from gpconnect.services.reporting import Preview
from gpconnect.ui import theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, label, line
from gpconnect.ui.tasks import Job

WIDTH = 640
NARROWEST = 240
SUMMARY = 1
"""The page with everything on it comes second; that is the one people look at first."""


class Pages(Card):
    """Leafs through a report; says so while it is being made and lets that be stopped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.desk = desk
        self._preview: Preview | None = None
        self._job: Job | None = None
        self.number = QComboBox()
        self.number.setObjectName("reportPage")
        self.number.setAccessibleName(self.tr("Bladzijde"))
        self.number.currentIndexChanged.connect(self._turned)
        self._of = label("", "muted", wrap=False)
        self.before = PushButton(self.tr("Vorige"), self._back, name=self.tr("Vorige bladzijde"))
        self.after = PushButton(self.tr("Volgende"), self._forward, name=self.tr("Volgende bladzijde"))
        self.before.setObjectName("reportPageBefore")
        self.after.setObjectName("reportPageAfter")
        tools = line(self.before, label(self.tr("Bladzijde"), "muted", wrap=False), self.number, self._of, self.after)
        tools.addStretch(1)
        self._bar = QWidget()
        self._bar.setLayout(tools)
        self.add(self._bar)
        self.add(self._busy_line())
        self.picture = QLabel()
        self.picture.setObjectName("reportPicture")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        # The card is as wide as its column, not as wide as the last picture.
        self.picture.setMinimumWidth(1)
        self.add(self.picture, 1)
        self._bar.hide()

    def wait(self, job: Job) -> None:
        """Say that the report is being made; what showed stays."""
        self._job = job
        self._waiting.show()

    def rest(self) -> None:
        """Nothing is being made."""
        self._job = None
        self._waiting.hide()

    def show_preview(self, preview: Preview) -> None:
        """Show a report, on the page that was looked at."""
        self.rest()
        first = self._preview is None
        self._preview = preview
        with QSignalBlocker(self.number):
            at = SUMMARY if first else self.number.currentIndex()
            self.number.clear()
            self.number.addItems([str(page + 1) for page in range(preview.pages)])
            self.number.setCurrentIndex(min(at, preview.pages - 1))
        self._of.setText(self.tr("van {n}").format(n=preview.pages))
        self._bar.show()
        self._turned()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageDown:
            self._forward()
        elif event.key() == Qt.Key.Key_PageUp:
            self._back()
        else:
            super().keyPressEvent(event)

    def _busy_line(self) -> QWidget:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Het verslag wordt gemaakt"))
        self.cancel = PushButton(self.tr("Stoppen"), self._stop, role="quiet", name=self.tr("Stoppen met maken"))
        self.cancel.setObjectName("reportCancel")
        self._waiting = QWidget()
        self._waiting.setLayout(
            line(label(self.tr("Het verslag wordt gemaakt"), "muted", wrap=False), bar, self.cancel)
        )
        self._waiting.hide()
        return self._waiting

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self.rest()

    def _back(self) -> None:
        self._turn(-1)

    def _forward(self) -> None:
        self._turn(1)

    def _turn(self, step: int) -> None:
        self.number.setCurrentIndex(max(0, min(self.number.currentIndex() + step, self.number.count() - 1)))

    @Slot()
    def _turned(self) -> None:
        if self._preview is None:
            return
        page = self.number.currentIndex()
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < self._preview.pages)
        now = theme.current()
        room = max(now.px(NARROWEST), self.width() - now.space(5))
        width = round(min(now.px(WIDTH), room) * self.devicePixelRatioF())
        self.desk.tasks.run(reporting.pictures, self._preview.pdf, (page,), width).then(self._drawn)

    @Slot(object)
    def _drawn(self, pictures: tuple[bytes, ...]) -> None:
        drawn = QPixmap()
        drawn.loadFromData(QByteArray(pictures[0]))
        painter = QPainter(drawn)
        painter.setPen(theme.current().color("line"))
        painter.drawRect(drawn.rect().adjusted(0, 0, -1, -1))
        painter.end()
        drawn.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(drawn)
        self.picture.setAccessibleName(self.tr("Bladzijde {n} van het verslag").format(n=self.number.currentText()))
