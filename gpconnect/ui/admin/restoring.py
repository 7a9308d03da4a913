"""Putting a copy back: first what it holds beside what is here now, then yes or no."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QLayout, QLineEdit, QWidget

from gpconnect.services import restoring
from gpconnect.services.restoring import Present, Preview
from gpconnect.ui import copy_words, messages
from gpconnect.ui.closed_work import ClosedWork
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, ChipGroup, FormRow, PushButton, clear, column, label, line, reveal


class RestoreCard(Card):
    """A copy, the passphrase of then, what it holds, and the button that puts it in place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.set_title(self.tr("Terugzetten"))
        self.desk = desk
        self._copy: Path | None = None
        self._here: Present | None = None
        self._chosen: Preview | None = None
        self._name = label("")
        self._pick = PushButton(self.tr("Kopie kiezen …"), self._ask_copy)
        self._phrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._row = FormRow(
            self.tr("Wachtwoordzin of code van die kopie"),
            self._phrase,
            self.tr("Die je had toen de kopie werd gemaakt."),
        )
        self._phrase.returnPressed.connect(self._look)
        self._way = ChipGroup(
            self.tr("Waarmee open je deze kopie?"),
            [
                ("passphrase", self.tr("Wachtwoordzin")),
                ("recovery", self.tr("Code van je herstelblad")),
                ("employer", self.tr("Code uit de kluis")),
            ],
            always=True,
        )
        self._way.choose(["passphrase"])
        self._show = PushButton(self.tr("Laten zien wat erin zit"), self._look)
        self._lines = column(spacing=1)
        self._yes = PushButton(self.tr("Deze kopie terugzetten"), self._put_back, role="danger")
        self._no = PushButton(self.tr("Toch niet"), self._forget, role="quiet")
        self._asking, self._preview = QWidget(), QWidget()
        asking = column(self._name, self._way, self._row, spacing=1.5)
        asking.addLayout(self._buttons(self._show))
        self._asking.setLayout(asking)
        shown = column(spacing=1.5)
        shown.addLayout(self._lines)
        words = self.tr(
            "Je bestand van nu wordt niet overschreven maar apart bewaard. Daarna open je met de wachtwoordzin van "
            "de kopie, en komt terug wat de server heeft."
        )
        shown.addWidget(label(words, "muted"))
        shown.addLayout(self._buttons(self._yes, self._no))
        self._preview.setLayout(shown)
        intro = self.tr("Je ziet eerst wat een kopie bevat. Er verandert niets voordat je ja zegt.")
        self.add(label(intro, "muted"))
        self.add(self._buttons(self._pick))
        self.add(self._asking)
        self.add(self._preview)
        self._forget()

    def choose(self, copy: Path) -> None:
        """This copy; nothing is read before the passphrase is there."""
        self._forget()
        self._copy = copy
        self._name.setText(copy.name)
        self._asking.show()
        self._phrase.setFocus()
        reveal(self._asking)

    def _buttons(self, *buttons: PushButton) -> QLayout:
        made = line(*buttons)
        made.addStretch(1)
        return made

    def _ask_copy(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Welke kopie?"), "", "GPConnect (*.kopie);;* (*)")
        if name:
            self.choose(Path(name))

    @Slot()
    def _look(self) -> None:
        self._show.setEnabled(False)
        self.desk.tasks.run(restoring.present).then(self._read).otherwise(self._refused)

    @Slot(object)
    def _read(self, here: Present) -> None:
        if self._copy is None:
            return  # Left meanwhile.
        self._here = here
        way = (self._way.chosen() or ["passphrase"])[0]
        job = self.desk.tasks.aside(restoring.preview, here, self._copy, self._phrase.text(), way)
        job.then(self._show_preview).otherwise(self._refused)

    @Slot(object)
    def _show_preview(self, chosen: Preview) -> None:
        if self._copy is None:
            return  # Left meanwhile: its key goes with it.
        self._chosen = chosen
        self._show.setEnabled(True)
        self._row.set_error("")
        self._phrase.clear()
        clear(self._lines)
        for sentence in copy_words.preview(chosen):
            self._lines.addWidget(label(sentence))
        self._row.hide()
        self._way.hide()
        self._show.hide()
        self._preview.show()
        self._no.setFocus()
        reveal(self._preview)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._show.setEnabled(True)
        self._row.set_error(messages.say(error))
        reveal(self._asking)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, as when the file locks: no key stays in a window that is kept for what was typed."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._forget()

    def _put_back(self) -> None:
        assert self._here is not None, "the preview needed it"
        assert self._chosen is not None, "the button shows only below a preview"
        work = partial(restoring.restore, self._here, self._chosen, self.desk.clock())
        done = self.tr("De kopie is teruggezet. Open hem met de wachtwoordzin van die kopie.")
        self.desk.closed_work.emit(ClosedWork(self.tr("De kopie wordt teruggezet"), done, work))
        self._forget()

    def _forget(self) -> None:
        """Back to the start; the keys of the preview go."""
        self._copy = self._here = self._chosen = None
        self._phrase.clear()
        self._row.set_error("")
        self._row.show()
        self._way.show()
        self._way.choose(["passphrase"])
        self._show.show()
        self._show.setEnabled(True)
        self._asking.hide()
        self._preview.hide()
