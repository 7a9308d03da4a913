"""One form on one screen: typing over what was written on paper, the worker's own form, or reading an answer."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.evaluation import Voice
from gpconnect.domain.forms import Form, Item, ItemKind, Problem, ShowWhen, wording
from gpconnect.services.evaluations import OpenForm
from gpconnect.ui import messages, text
from gpconnect.ui.evaluation import words
from gpconnect.ui.forms.view import FormView
from gpconnect.ui.parts import Card, FormRow, PushButton, label, line

_MOMENT = "moment"


class CodeCard(Card):
    """Asks for the code that stands on the paper."""

    given = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.set_title(self.tr("Papieren formulier overtypen"))
        self.code = QLineEdit()
        self.code.setObjectName("paperCode")
        self.code.setMaxLength(12)
        self.code.returnPressed.connect(self._give)
        self._row = FormRow(self.tr("Code op het formulier"), self.code, self.tr("Zes tekens, bijvoorbeeld 4F09AB"))
        go = PushButton(self.tr("Formulier zoeken"), self._give, role="primary")
        go.setObjectName("paperOpen")
        stop = PushButton(self.tr("Sluiten"), self.closed.emit, role="quiet", name=self.tr("Sluiten: overtypen"))
        feet = line(go, stop)
        feet.addStretch(1)
        self.add(self._row)
        self.add(feet)

    def start(self) -> None:
        """Begin with an empty field."""
        self._row.set_error("")
        self.code.clear()
        self.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: BaseException) -> None:
        """Say beside the code that it leads nowhere."""
        self._row.set_error(messages.say(error))
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _give(self) -> None:
        self.given.emit(self.code.text())


class OneForm(Card):
    """A form to type over or to fill in; half filled it is kept."""

    handed_in = Signal(object, object)
    """The key and the answers."""
    changed = Signal(object, object)
    closed = Signal()

    def __init__(self, opened: OpenForm) -> None:
        super().__init__("")
        self.opened = opened
        self.setObjectName("evaluationForm")
        self.set_title(*title_of(opened))
        self.form = FormView(asked_form(opened), opened.answers, voices=opened.wordings)
        self.form.changed.connect(self._tell)
        self._trouble = label("", "error")
        self._trouble.hide()
        own = opened.key.voice is Voice.WORKER
        give = PushButton(self.tr("Bewaren") if own else self.tr("Overnemen"), self._give, role="primary")
        give.setObjectName("paperHandIn")
        stop = PushButton(self.tr("Later verder"), self.closed.emit, role="quiet")
        stop.setObjectName("paperClose")
        feet = line(give, stop)
        feet.addStretch(1)
        self.add(self.form)
        self.add(self._trouble)
        self.add(feet)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say beside each question what is wrong."""
        self.form.show_problems(problems)

    def show_error(self, error: BaseException) -> None:
        """Say beside the button what is wrong with the whole."""
        self._trouble.setText(messages.say(error))
        self._trouble.show()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.opened.key, self.form.value())

    @Slot()
    def _give(self) -> None:
        self._trouble.hide()
        self.handed_in.emit(self.opened.key, self.form.value())


class Answers(Card):
    """What somebody answered, to read."""

    closed = Signal()

    def __init__(self, opened: OpenForm) -> None:
        super().__init__("")
        self.set_title(*title_of(opened))
        for item in opened.form.items:
            if item.id in opened.answers and item.id != _MOMENT:
                self.add(self._line(item, opened.answers[item.id], opened.wordings))
        stop = PushButton(self.tr("Sluiten"), self.closed.emit, name=self.tr("Sluiten: antwoorden"))
        stop.setObjectName("answersClose")
        feet = line(stop)
        feet.addStretch(1)
        self.add(feet)

    def _line(self, item: Item, value: Any, voices: tuple[str, ...]) -> QWidget:
        holder = QWidget()
        made = line(label(wording(item, *voices), "muted"), label(_said(item, value)), spacing=2)
        made.setStretch(0, 3)
        made.setStretch(1, 2)
        holder.setLayout(made)
        return holder


def asked_form(opened: OpenForm) -> Form:
    """The questions that are asked at this moment; the moment itself is known and need not be answered.

    Every question may be skipped, as the introduction says, so that is not said again at each of them.
    """
    kept = []
    for item in opened.form.items:
        about_moment = item.show_when is not None and item.show_when.item == _MOMENT
        if item.id == _MOMENT or (about_moment and item.show_when != ShowWhen(_MOMENT, str(opened.key.moment))):
            continue
        kept.append(replace(item, required=True, show_when=None if about_moment else item.show_when))
    return replace(opened.form, items=tuple(kept))


def title_of(opened: OpenForm) -> tuple[str, str]:
    """Whose form it is, and when it is asked."""
    voice = words.say(words.VOICES[opened.key.voice])
    return text.join(opened.name, voice), words.say(words.MOMENTS[opened.key.moment])


def _said(item: Item, value: Any) -> str:
    if item.kind is ItemKind.SCALE:
        ends = {item.minimum: item.low_label, item.maximum: item.high_label}
        return text.join(f"{value} / {item.maximum}", ends.get(value, ""))
    if item.kind is ItemKind.SCORE:
        return f"{value} / {item.maximum}"
    labels = {option.value: option.label for option in item.options}
    return labels.get(str(value), str(value))
