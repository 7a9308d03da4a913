"""Types a note in a program of its own, to be killed: ``python -m tests.ui.note.typist FOLDER``."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gpconnect.ui.note.page import NotePage
from tests.services.conftest import Clock
from tests.services.visits_help import a_booking
from tests.ui.workplace import Workplace

EVERY_MS = 50


def main() -> int:
    """Type one letter every 50 ms and say on standard output how many there are."""
    app = QApplication([])
    place = Workplace(Path(sys.argv[1]), "worker", Clock())
    visit = place.do(a_booking, words="")
    page = NotePage(place.desk)
    page.show()
    page.show_params({"appointment": visit})
    assert place.settle()
    assert page.writing is not None
    field = page.writing.form.field("request")
    typed = 0

    def type_one() -> None:
        nonlocal typed
        typed += 1
        QTest.keyClicks(field, "a")
        sys.stdout.write(f"{typed}\n")
        sys.stdout.flush()

    timer = QTimer(interval=EVERY_MS)
    timer.timeout.connect(type_one)
    timer.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
