"""The four voices of one episode beside each other, per moment, with what can be done for each."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from gpconnect.domain.evaluation import Moment, Voice
from gpconnect.services.evaluations import AskedForm, EpisodeForms, FormKey
from gpconnect.ui import text, theme
from gpconnect.ui.evaluation import words
from gpconnect.ui.parts import Card, FlowLayout, PushButton, StatusBadge, clear, column, label

_CELL = 156


class Voices(QWidget):
    """What was asked of whom, and when."""

    on_screen = Signal(object)
    """A `FormKey` to answer on the locked screen."""
    typed_over = Signal(object)
    """A `FormKey` whose paper is typed over, or whose form the worker fills in."""
    read = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._layout = column(spacing=2)
        self.setLayout(self._layout)

    def show_forms(self, episode: EpisodeForms, today: date) -> None:
        """Show another episode; the newest moment comes first."""
        clear(self._layout)
        first = max(episode.open, key=_asked_on, default=None)
        for moment, forms in reversed(episode.moments):
            self._layout.addWidget(self._moment(moment, forms, today, first))

    def _moment(self, moment: Moment, forms: tuple[AskedForm, ...], today: date, first: AskedForm | None) -> Card:
        answered = sum(form.handed_in_at is not None for form in forms)
        aside = self.tr("{n} van {all} ingevuld").format(n=answered, all=len(forms))
        title = text.join(words.say(words.MOMENTS[moment]), text.day(forms[0].due_on))
        card = Card(title, aside)
        flow = FlowLayout(spacing=1.5)
        cells = [self._cell(form, today, is_first=form is first) for form in forms]
        tallest = max(cell.heightForWidth(cell.width()) for cell in cells)
        for cell in cells:
            cell.setMinimumHeight(tallest)
            flow.addWidget(cell)
        holder = QWidget()
        holder.setLayout(flow)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        card.add(holder)
        return card

    def _cell(self, form: AskedForm, today: date, *, is_first: bool) -> QFrame:
        cell = QFrame()
        cell.setProperty("role", "well")
        cell.setFixedWidth(theme.current().px(_CELL))
        said, tone = words.state(form, today)
        name = words.say(words.VOICES[form.key.voice])
        layout = column(label(name, "label"), StatusBadge(said, tone, ground=False), spacing=1, margin=1.5)
        layout.addWidget(label(words.detail(form), "small"))
        for button in self._actions(form, name, is_first=is_first):
            layout.addWidget(button)
        layout.addStretch(1)
        cell.setLayout(layout)
        cell.setAccessibleName(text.join(name, said))
        return cell

    def _actions(self, form: AskedForm, name: str, *, is_first: bool) -> list[PushButton]:
        key = form.key
        if form.handed_in_at is not None:
            return [self._button(self.tr("Bekijken"), "askRead", key, name, self.read.emit)]
        if key.voice is Voice.GP:
            return []
        role = "primary" if is_first else ""
        if key.voice is Voice.WORKER:
            return [self._button(self.tr("Zelf invullen"), "askOwn", key, name, self.typed_over.emit, role)]
        return [
            self._button(self.tr("Op dit scherm"), "askScreen", key, name, self.on_screen.emit, role),
            self._button(self.tr("Van papier"), "askPaper", key, name, self.typed_over.emit, "quiet"),
        ]

    def _button(
        self, said: str, kind: str, key: FormKey, name: str, clicked: object, role: str = "quiet"
    ) -> PushButton:
        assert callable(clicked), "a signal's emit"
        moment = words.say(words.MOMENTS[key.moment]).lower()
        button = PushButton(said, partial(_emit, clicked, key), role=role, name=f"{said}: {name}, {moment}")
        button.setObjectName(f"{kind}_{key.moment}_{key.voice}")
        return button


def _asked_on(form: AskedForm) -> date:
    return form.due_on


def _emit(emit: object, key: FormKey, *_checked: bool) -> None:
    assert callable(emit), "a signal's emit"
    emit(key)
