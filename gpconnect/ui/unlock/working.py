"""The file is closed and something is done with it: how far it is, and a way to stop."""

from typing import Protocol

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from gpconnect.ui.parts import PushButton, column, label, line

ASK_EVERY_MS = 100
SWAP = "swap"
"""The stage from which nothing can be stopped any more; it takes a moment only."""


class Watched(Protocol):
    """How far some work is, and a way to stop it."""

    at: tuple[str, int, int]

    def stop(self) -> None:
        """End at the next step, with everything as it was."""


class WorkingPanel(QWidget):
    """Asks now and then how far the work is; what it does stands above the line."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: Watched | None = None
        self._title = label("", "h2")
        self._stage = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = PushButton(self.tr("Stoppen"), self._stop_it)
        self._timer = QTimer(self, interval=ASK_EVERY_MS)
        self._timer.timeout.connect(self.ask)
        buttons = line(self._stop)
        buttons.addStretch(1)
        layout = column(
            self._title,
            label(self.tr("Tot het klaar is verandert er niets aan je bestand.")),
            self._stage,
            self._bar,
            spacing=1.5,
        )
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.setFocusProxy(self._stop)

    def follow(self, title: str, progress: Watched) -> None:
        """Show how far this is, from now on."""
        self._title.setText(title)
        self._bar.setAccessibleName(title)
        self._progress = progress
        self._stop.setEnabled(True)
        self._timer.start()
        self.ask()

    def leave(self) -> None:
        """It has ended."""
        self._timer.stop()
        self._progress = None

    @Slot()
    def ask(self) -> None:
        """How far is it now?"""
        if self._progress is None:
            return
        stage, done, total = self._progress.at
        words = {
            "pages": self.tr("De kopie wordt nagelezen: bladzijden"),
            "structure": self.tr("De kopie wordt nagelezen: opbouw"),
            "rows": self.tr("De kopie wordt nagelezen: rijen"),
            "chains": self.tr("De kopie wordt nagelezen: ketens en nummering"),
            "search": self.tr("De kopie wordt nagelezen: zoekindex"),
            "carry": self.tr("Wat nog te lezen is, komt erbij"),
            "records": self.tr("Gegevens worden bijgewerkt"),
            SWAP: self.tr("Het bestand wordt op zijn plaats gezet"),
        }
        part = f" · {round(100 * done / total)} %" if total > 1 else ""
        self._stage.setText(words.get(stage, self.tr("Begint …")) + part)
        self._bar.setRange(0, 1000 if total > 1 else 0)
        self._bar.setValue(round(1000 * done / total) if total else 0)
        if stage == SWAP:
            self._stop.setEnabled(False)

    @Slot()
    def _stop_it(self) -> None:
        self._stop.setEnabled(False)
        if self._progress is not None:
            self._progress.stop()
