"""A signed note to read, and what was added to it later."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.codes import CodeList
from gpconnect.domain.soap import in_words
from gpconnect.services.notes import SignedNote
from gpconnect.ui import text
from gpconnect.ui.desk import Desk
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.note.correcting import Correcting
from gpconnect.ui.parts import Card, FormRow, PushButton, column, label, line
from gpconnect.ui.patients.moments import corrected


class SignedCard(Card):
    """One signed note. It never changes; `addendum_written` asks to add text to it."""

    addendum_written = Signal(str, str)
    """Note id and text."""
    corrected = Signal(object)
    """Something in it was put right; carries what changed."""

    def __init__(
        self, signed: SignedNote, codes: dict[str, CodeList], desk: Desk | None = None, *, may_add: bool = False
    ) -> None:
        note = signed.note
        title = signed.form.title if signed.form is not None else note.template
        super().__init__(title, f"{note.author_name} · {text.moment(note.signed_at)}")
        self._note_id = note.id
        for words in answers_of(signed, codes):
            self.add(words)
        for one in signed.addenda:
            if not one.correction:
                head = self.tr("Aanvulling van {name}, {moment}").format(
                    name=one.author_name, moment=text.moment(one.made_at)
                )
                self.add(pair(head, one.text))
            elif not one.part:
                self.add(pair(*corrected(one)))
        self.field = LongField()
        self.field.setObjectName("noteAddendum")
        self.row = FormRow(self.tr("Aanvulling"), self.field, self.tr("Komt onder de notitie, met je naam en de tijd."))
        self.button = PushButton(self.tr("Toevoegen"), self._add)
        self.button.setObjectName("noteAddendumAdd")
        if may_add:
            self.add(self.row)
            buttons = line(self.button)
            buttons.addStretch(1)
            self.add(buttons)
        if desk is not None:
            self.correcting = Correcting(desk, signed)
            self.correcting.corrected.connect(self.corrected)
            self.add(self.correcting)

    def _add(self) -> None:
        self.addendum_written.emit(self._note_id, str(self.field.value()))


def answers_of(signed: SignedNote, codes: dict[str, CodeList]) -> list[QWidget]:
    """Question and answer, one under the other, in the order of the form."""
    note, form = signed.note, signed.form
    if form is None:
        return [pair(key, str(value)) for key, value in note.answers.items()]
    found = []
    for item in form.items:
        if note.answers.get(item.id) not in (None, "", []):
            found.append(pair(item.label, in_words(item, note.answers[item.id], codes)))
            found += [pair(*corrected(one)) for one in signed.addenda if one.correction and one.part == item.id]
    return found


def pair(question: str, answer: str) -> QWidget:
    """A question in small letters with its answer under it."""
    box = QWidget()
    box.setLayout(column(label(question, "label"), label(answer), spacing=0.25))
    return box
