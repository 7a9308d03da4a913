"""Which report: interim or final, and over which whole months."""

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from gpconnect.services import reporting
from gpconnect.ui import text, theme
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import ChipGroup, FlowLayout, label

MONTHS = 36


class Choices(QWidget):
    """Starts with an interim report over the half year that ended last: usually nothing has to be chosen."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        today = text.local(desk.clock()).date()
        options = [("interim", self.tr("Tussenevaluatie")), ("final", self.tr("Eindevaluatie"))]
        self.kind_group = ChipGroup(self.tr("Soort verslag"), options, multi=False)
        self.kind_group.setObjectName("reportKind")
        self.kind_group.choose(["interim"])
        self.first, self.last = QComboBox(), QComboBox()
        self.first.setObjectName("reportPeriodFrom")
        self.last.setObjectName("reportPeriodTo")
        self.first.setAccessibleName(self.tr("Van de maand"))
        self.last.setAccessibleName(self.tr("Tot en met de maand"))
        first_day, last_day = reporting.default_period(today)
        for box, chosen in ((self.first, first_day), (self.last, last_day.replace(day=1))):
            for month in _months(today):
                box.addItem(text.full_date(month).partition(" ")[2], month.isoformat())
            box.setCurrentIndex(box.findData(chosen.isoformat()))
            box.currentIndexChanged.connect(self._moved)
        self.kind_group.changed.connect(self._kind_chosen)
        flow = FlowLayout(1.5)
        for part in (
            self.kind_group,
            _between(self.tr("over")),
            self.first,
            _between(self.tr("tot en met")),
            self.last,
        ):
            flow.addWidget(part)
        self.setLayout(flow)

    @property
    def kind(self) -> str:
        return self.kind_group.chosen()[0]

    @property
    def period(self) -> tuple[date, date]:
        return date.fromisoformat(self.first.currentData()), date.fromisoformat(self.last.currentData())

    @Slot(list)
    def _kind_chosen(self, keys: list[str]) -> None:
        if not keys:
            self.kind_group.choose(["interim"])
        self.changed.emit()

    @Slot()
    def _moved(self) -> None:
        first, last = self.period
        if first > last:
            # The other end moves along, so that there is never a period that cannot be.
            other = self.last if self.sender() is self.first else self.first
            with QSignalBlocker(other):
                other.setCurrentIndex(self.first.currentIndex() if other is self.last else self.last.currentIndex())
        self.changed.emit()


def _between(words: str) -> QLabel:
    """Words that stand on the line of the fields beside them."""
    made = label(words, "muted", wrap=False)
    made.setMinimumHeight(theme.current().px(36))
    return made


def _months(today: date) -> list[date]:
    """The months that may be chosen, the present one last."""
    months = [today.replace(day=1)]
    for _ in range(MONTHS):
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return months[::-1]
