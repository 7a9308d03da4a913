"""What happens when the program itself is wrong: one calm dialog and a log without anybody's data.

The log says which kind of error at which lines. The text of an exception may quote a note or a name, so it
is never written.
"""

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

log = logging.getLogger("gpconnect")


def log_folder() -> Path:
    """Where the log of this machine stands."""
    return user_log_path("gpconnect", appauthor=False)


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of error and the lines of our own code it passed, never its text."""
    places: list[str] = []
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        if str(module).startswith("gpconnect"):
            places.append(f"{module}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{kind.__module__}.{kind.__qualname__} at {' > '.join(places) or 'outside gpconnect'}"


class ErrorReporter(QObject):
    """Takes over what nobody caught, from any thread, and shows it once."""

    _caught = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._handler = RotatingFileHandler(folder / "gpconnect.log", maxBytes=500_000, backupCount=3, encoding="utf-8")
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(self._handler)
        log.setLevel(logging.INFO)
        self.dialog: QMessageBox | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the place where uncaught errors end."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def uninstall(self) -> None:
        """Give Python its own handling back and close the log."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        log.removeHandler(self._handler)
        self._handler.close()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        line = describe(kind, trace or error.__traceback__)
        log.error(line)
        self._caught.emit(line)

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _show(self, line: str) -> None:
        if self.dialog is not None:
            return
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Fout in het programma"), "")
        box.setText(self.tr("Er ging iets mis in het programma."))
        box.setInformativeText(
            self.tr(
                "Wat je opsloeg, is veilig bewaard. Je kunt verder werken. Gebeurt het vaker, "
                "stuur dan het logboek naar de beheerder; er staan geen persoonsgegevens in.\n\n{folder}"
            ).format(folder=self._folder)
        )
        box.setDetailedText(line)
        box.setWindowModality(Qt.WindowModality.NonModal)
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.finished.connect(self._forget)
        self.dialog = box
        box.show()

    @Slot(int)
    def _forget(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
