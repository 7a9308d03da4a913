"""Putting something right in a signed note, where one reads it: beside what stands there, with a reason."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import ItemKind
from gpconnect.domain.notes import as_corrected
from gpconnect.services import rights
from gpconnect.services.notes import SignedNote
from gpconnect.ui import messages
from gpconnect.ui.desk import Desk
from gpconnect.ui.forms.fields import LongField, TextField
from gpconnect.ui.parts import FormRow, PushButton, column, label, line

_TEXTS = {ItemKind.TEXT, ItemKind.LONG_TEXT}


class Correcting(QWidget):
    """Which passage is wrong, what it should say, and why; folded until somebody asks."""

    corrected = Signal(object)
    """It was put right; carries what changed."""

    def __init__(self, desk: Desk, signed: SignedNote) -> None:
        super().__init__()
        self._desk, self._signed = desk, signed
        self.opener = PushButton(self.tr("Iets verbeteren"), self._toggle, role="quiet")
        self.opener.setObjectName("noteCorrect")
        self.passage = QComboBox()
        self.passage.setObjectName("noteCorrectPassage")
        for item in signed.form.items if signed.form is not None else ():
            if signed.note.answers.get(item.id) not in (None, "", []):
                self.passage.addItem(item.label, item.id)
        self.passage.currentIndexChanged.connect(self._fill)
        self.words = LongField()
        self.words.setObjectName("noteCorrectText")
        self.reason = TextField()
        self.reason.setObjectName("noteCorrectReason")
        self.asked_by = TextField()
        self.asked_by.setObjectName("noteCorrectAskedBy")
        self.error = label("", "error")
        self.keep = PushButton(self.tr("Verbetering bewaren"), self._keep)
        self.keep.setObjectName("noteCorrectKeep")
        law = self.tr("De oude tekst blijft leesbaar, de verbetering staat erbij (AVG artikel 16).")
        self._inside = QWidget()
        inside = column(
            FormRow(self.tr("Wat klopt er niet?"), self.passage, law),
            FormRow(self.tr("Hoe is het wel?"), self.words),
            FormRow(self.tr("Waarom? Bijvoorbeeld: verkeerd gehoord"), self.reason),
            FormRow(self.tr("Wie vroeg erom? (mag leeg)"), self.asked_by),
            self.error,
            spacing=1,
        )
        inside.addLayout(_left(self.keep))
        self._inside.setLayout(inside)
        layout = column(spacing=1)
        layout.addLayout(_left(self.opener))
        layout.addWidget(self._inside)
        self.setLayout(layout)
        self._inside.hide()
        self.error.hide()
        self.opener.setVisible(self.passage.count() > 0)
        self._fill()

    @Slot()
    def _toggle(self) -> None:
        self._inside.setVisible(self._inside.isHidden())
        if not self._inside.isHidden():
            self.passage.setFocus()

    @Slot()
    def _fill(self) -> None:
        """What the passage says now is what one changes; an answer that was chosen is put in words."""
        item = self._signed.form.item(str(self.passage.currentData())) if self._signed.form is not None else None
        now = as_corrected(self._signed.note.answers, self._signed.addenda)
        self.words.set_value(now[item.id] if item is not None and item.kind in _TEXTS else "")

    @Slot()
    def _keep(self) -> None:
        part = str(self.passage.currentData())
        if self.words.value() == as_corrected(self._signed.note.answers, self._signed.addenda).get(part):
            self._refuse(KnownError("rights.correction_empty"))
            return
        typed = self.words.value(), self.reason.value(), self.asked_by.value()
        job = self._desk.tasks.run(rights.correct, self._signed.note.id, part, *typed)
        job.then(self._kept).otherwise(self._refuse)

    @Slot(object)
    def _kept(self, changes: Changes) -> None:
        self.corrected.emit(changes)

    @Slot(object)
    def _refuse(self, error: BaseException) -> None:
        self.error.setText(messages.say(error))
        self.error.show()


def _left(button: QWidget) -> QHBoxLayout:
    made = line(button)
    made.addStretch(1)
    return made
