"""What the practice is told by letter or as a message: to look at, then to print or to keep as a file."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QCheckBox

from gpconnect.services import feedback_files
from gpconnect.services.desk_prints import Paper
from gpconnect.services.feedback_files import Message
from gpconnect.ui.booking.paper import PaperView
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, label, line, reveal

LETTER = "letter"
MESSAGE = "message"


class FeedbackPapers(Card):
    """One letter or message at a time; it goes when the lines change, or may not be told any more."""

    shown_as = Signal(str)
    """A letter or message stands here to look at."""
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._visit, self._lines = "", dict[str, str]()
        self.folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._paper = PaperView(desk, named=True)
        self._lost = label("", "error")
        self._text = label("")
        self.number = QCheckBox(self.tr("Burgerservicenummer meesturen, zodat hun systeem de jeugdige herkent"))
        self.number.setObjectName("messageNumber")
        self.save = PushButton(self.tr("Bewaren als bestand"), self._save, role="primary")
        self.save.setObjectName("messageSave")
        self._where = line(self.save)
        self._where.addStretch(1)
        for one in (self._paper, self._text, self._lost, self.number):
            self.add(one)
        self.body.addLayout(self._where)
        self.forget()

    def make(self, kind: str, visit: str, lines: dict[str, str]) -> None:
        """Make the letter or the message of these lines."""
        self.forget()
        self._visit, self._lines = visit, lines
        if kind == LETTER:
            job = self._desk.tasks.run(feedback_files.letter, visit, lines).then(self._show_letter)
        else:
            job = self._desk.tasks.run(feedback_files.message, visit, lines).then(self._show_message)
        job.otherwise(self._not_made)

    @Slot()
    def forget(self) -> None:
        """What was made no longer holds."""
        self._visit = ""
        for one in (self, self._paper, self._text, self._lost, self.number, self.save):
            one.hide()

    @Slot(object)
    def _show_letter(self, paper: Paper) -> None:
        if not self._visit:
            return
        self.set_title(self.tr("Brief aan de praktijk"))
        self._paper.show_paper(paper)
        self._shown(self._paper.save_button, LETTER)

    @Slot(object)
    def _show_message(self, made: Message) -> None:
        if not self._visit:
            return
        self.set_title(self.tr("Bericht voor het systeem van de praktijk (MEDVRI)"))
        self._text.setText("\n".join(made.lines))
        self._text.show()
        lost = self.tr("Dit kan niet mee in zo'n bericht, en is [teken] geworden: {signs}").format(
            signs=" ".join(made.lost)
        )
        self._lost.setText(lost)
        self._lost.setVisible(bool(made.lost))
        self.number.setChecked(False)
        self.number.setVisible(made.number_checked)
        self.save.show()
        self._shown(self.save, MESSAGE)

    def _shown(self, button: PushButton, kind: str) -> None:
        self.show()
        self.shown_as.emit(kind)
        reveal(self)
        button.setFocus()

    def _save(self) -> None:
        number = self.number.isChecked()
        job = self._desk.tasks.run(
            feedback_files.save_message, self._visit, self._lines, self.folder, with_number=number
        )
        job.then(self._saved).otherwise(self._not_made)

    @Slot(object)
    def _not_made(self, error: BaseException) -> None:
        self.failed.emit(error)

    @Slot(object)
    def _saved(self, path: Path) -> None:
        words = self.tr(
            "Bewaard als {name} bij je documenten, buiten het versleutelde bestand. Wis het daar als het is verstuurd."
        )
        self._desk.toast(words.format(name=path.name))
