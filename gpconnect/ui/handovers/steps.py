"""What can be done to a handover now: one button that is next, the others beside it, and what each asks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QSizePolicy, QWidget

from gpconnect.domain.handover import HandoverStatus
from gpconnect.services.handover_views import DetailView
from gpconnect.ui import messages, text
from gpconnect.ui.forms.fields import LongField
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate
from gpconnect.ui.parts import Card, ChipGroup, FlowLayout, FormRow, PushButton, StatusBadge, clear, column, label

_S = HandoverStatus


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be done.

    Attributes:
        key: name of the action; the button's object name is ``handover<Key>``.
        label: on the button.
        asks: fields that are asked first; empty does it at once.
        title: above those fields.
    """

    key: str
    label: str
    asks: tuple[str, ...] = ()
    title: str = ""
    danger: bool = False
    for_codes: tuple[str, ...] = field(default=())


STEPS = {
    step.key: step
    for step in (
        Step("send", QT_TRANSLATE_NOOP("handovers", "Brief versturen"), for_codes=("fill_and_send",)),
        Step("sendMail", QT_TRANSLATE_NOOP("handovers", "Beveiligd mailen")),
        Step("sendFile", QT_TRANSLATE_NOOP("handovers", "Bestand voor hun systeem")),
        Step("sendPhone", QT_TRANSLATE_NOOP("handovers", "Mondeling overgedragen")),
        Step(
            "accept",
            QT_TRANSLATE_NOOP("handovers", "Neemt aan"),
            ("by", "day", "read_back"),
            QT_TRANSLATE_NOOP("handovers", "De ontvanger neemt het aan"),
            for_codes=("await_answer", "ask_answer", "escalate"),
        ),
        Step(
            "postpone",
            QT_TRANSLATE_NOOP("handovers", "Vraagt andere datum"),
            ("by", "day"),
            QT_TRANSLATE_NOOP("handovers", "Welke datum vraagt de ontvanger?"),
        ),
        Step(
            "reject",
            QT_TRANSLATE_NOOP("handovers", "Neemt niet aan"),
            ("by", "reason"),
            QT_TRANSLATE_NOOP("handovers", "Waarom kan de ontvanger het niet aannemen?"),
        ),
        Step("agree", QT_TRANSLATE_NOOP("handovers", "Deze datum past"), for_codes=("answer_date",)),
        Step(
            "begin",
            QT_TRANSLATE_NOOP("handovers", "Eerste gesprek is geweest"),
            ("day_been",),
            QT_TRANSLATE_NOOP("handovers", "Wanneer was het eerste gesprek?"),
            for_codes=("start",),
        ),
        Step(
            "complete",
            QT_TRANSLATE_NOOP("handovers", "Ontvanger bevestigt"),
            ("confirmed_by",),
            QT_TRANSLATE_NOOP("handovers", "Wie bevestigt dat zij het hebben overgenomen?"),
            for_codes=("confirm", "ask_confirm"),
        ),
        Step(
            "call",
            QT_TRANSLATE_NOOP("handovers", "Nabellen vastleggen"),
            ("made", "result"),
            QT_TRANSLATE_NOOP("handovers", "Is er contact gelegd?"),
            for_codes=("call_back",),
        ),
        Step("bridge", QT_TRANSLATE_NOOP("handovers", "Gezin gesproken"), for_codes=("bridge",)),
        Step("again", QT_TRANSLATE_NOOP("handovers", "Zoek een andere plek"), for_codes=("find_other",)),
        Step(
            "cancel",
            QT_TRANSLATE_NOOP("handovers", "Stop deze overdracht"),
            ("reason",),
            QT_TRANSLATE_NOOP("handovers", "Waarom stopt deze overdracht? Vertel het ook aan wie het al weet."),
            danger=True,
        ),
    )
}


def steps_of(view: DetailView) -> list[Step]:
    """What is legal now, the next step first."""
    one, sent = view.handover, view.handover.sent_at is not None
    keys: list[str] = []
    if one.status is _S.REQUESTED:
        keys = (
            ["accept", "postpone", "reject", "call", "bridge"]
            if sent
            else ["send", "sendMail", "sendFile", "sendPhone"]
        )
    elif one.status is _S.ON_HOLD:
        keys = ["agree", "bridge"]
    elif one.status is _S.ACCEPTED:
        keys = ["begin", "call", "bridge"]
    elif one.status is _S.IN_PROGRESS:
        keys = ["complete", "call"]
    elif one.status is _S.COMPLETED and not one.callback_result:
        keys = ["call"]
    elif one.status is _S.REJECTED:
        keys = ["again"]
    if "call" in keys and (one.callback_result or not sent):
        keys.remove("call")
    if "cancelled" in view.events:
        keys.append("cancel")
    found = [STEPS[key] for key in keys]
    code = view.step.code if view.step else ""
    return sorted(found, key=lambda step: code not in step.for_codes)


class AskPanel(QWidget):
    """The fields that a step needs, with one button that does it and one that goes back."""

    confirmed = Signal(str, dict)
    closed = Signal()

    def __init__(self, step: Step, contact: str, day: str) -> None:
        super().__init__()
        self.step = step
        self._fields: dict[str, QLineEdit | LongField | ChipGroup] = {}
        layout = column(label(translate("handovers", step.title), "h2"), spacing=1.5)
        makers = {
            "by": (self.tr("Wie zei dat?"), "handoverBy", contact),
            "confirmed_by": (self.tr("Naam van wie bevestigt"), "handoverConfirmedBy", contact),
            "day": (self.tr("Dag, bijvoorbeeld 3-12"), "handoverDay", ""),
            "day_been": (self.tr("Dag, bijvoorbeeld 3-12"), "handoverDay", day),
            "reason": (self.tr("Reden"), "handoverReason", ""),
            "result": (self.tr("Wat hoorde je? (mag leeg)"), "handoverResult", ""),
            "read_back": (self.tr("Wat zei de ontvanger terug? (mag leeg)"), "handoverReadBack", ""),
        }
        for name in step.asks:
            if name == "made":
                options = [("yes", self.tr("Ja, er is contact")), ("no", self.tr("Nog niet"))]
                self._put(
                    layout, name, ChipGroup(self.tr("Is er contact gelegd?"), options, multi=False), "handoverMade", ""
                )
                continue
            title, object_name, value = makers[name]
            made = LongField() if name == "read_back" else QLineEdit(value)
            self._put(layout, name, made, object_name, title)
        self.error = label("", "error")
        self.error.setObjectName("handoverError")
        self.error.hide()
        layout.addWidget(self.error)
        self.confirm = PushButton(self.tr("Vastleggen"), self._confirm, role="danger" if step.danger else "primary")
        self.confirm.setObjectName("handoverConfirm")
        back = PushButton(self.tr("Terug"), self.closed.emit, role="quiet")
        back.setObjectName("handoverAskBack")
        buttons = FlowLayout()
        buttons.addWidget(self.confirm)
        buttons.addWidget(back)
        layout.addLayout(buttons)
        self.setLayout(layout)

    def show_error(self, error: BaseException) -> None:
        """Say beside the button what is wrong; what was typed stays."""
        self.error.setText(messages.say(error))
        self.error.show()

    def values(self) -> dict[str, str]:
        """What was filled in, by name of the field."""
        return {name: _value(one) for name, one in self._fields.items()}

    def _put(
        self, layout: QBoxLayout, name: str, made: QLineEdit | LongField | ChipGroup, object_name: str, title: str
    ) -> None:
        made.setObjectName(object_name)
        self._fields[name] = made
        if isinstance(made, QLineEdit):
            made.returnPressed.connect(self._confirm)
        if isinstance(made, ChipGroup):
            made.chip("yes").setObjectName("handoverMadeYes")
            made.chip("no").setObjectName("handoverMadeNo")
        layout.addWidget(FormRow(title, made) if title else made)

    def focus(self) -> None:
        """Put the keyboard on the first field."""
        first = next(iter(self._fields.values()), None)
        (first or self.confirm).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit(self.step.key, self.values())


class StepsCard(Card):
    """The state in words, and the buttons."""

    asked = Signal(str, dict)
    """The key of a step, with what was filled in."""
    changed = Signal()
    """Fields were opened or put away."""
    emptied = Signal()
    """The keyboard was here and nothing is left here to do."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("")
        self._today = today
        self.set_title(self.tr("Nu"))
        self.badge = StatusBadge("", "neutral")
        self.badge.setObjectName("handoverState")
        self.sentence = label("", "muted")
        self.error = label("", "error")
        self.error.setObjectName("handoverStepError")
        self._buttons = FlowLayout()
        self._choice = QWidget()
        self._choice.setLayout(self._buttons)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._choice.setSizePolicy(policy)
        self._holder = column()
        self.add(self.badge).add(self.sentence).add(self._choice).add(self.error).add(self._holder)
        self.error.hide()
        self.panel: AskPanel | None = None
        self._view: DetailView | None = None

    def show_view(self, view: DetailView, badge: tuple[str, str], sentence: str) -> None:
        """Show what can be done to this handover; a panel that is being filled in stays open."""
        self._view = view
        held = _holds_keyboard(self)
        self.badge.set(*badge)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        steps = steps_of(view)
        if self.panel is not None and self.panel.step not in steps:
            self.close_panel()
        self.error.hide()
        clear(self._buttons)
        code = view.step.code if view.step else ""
        for step in steps:
            first = code in step.for_codes
            role = "primary" if first else "quiet" if step.danger else ""
            button = PushButton(translate("handovers", step.label), self._clicked, role=role)
            button.setObjectName(f"handover{step.key[0].upper()}{step.key[1:]}")
            button.setProperty("key", step.key)
            self._buttons.addWidget(button)
        if held and self.panel is None:
            self.focus_next()

    def focus_next(self) -> None:
        """Put the keyboard on what can be done next, so that it never falls back to the rail."""
        item = self._buttons.itemAt(0)
        button = item.widget() if item is not None else None
        if button is None:
            self.emptied.emit()
            return
        # What is not shown yet cannot take the keyboard from what goes.
        button.show()
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: BaseException) -> None:
        """Say beside the buttons why it cannot be done."""
        if self.panel is not None:
            self.panel.show_error(error)
            return
        self.error.setText(messages.say(error))
        self.error.show()

    def close_panel(self) -> None:
        """Back to the buttons."""
        held = self.panel is not None and _holds_keyboard(self.panel)
        self._choice.show()
        self.panel = None
        if held:
            self.focus_next()
        clear(self._holder)

    @Slot()
    def _clicked(self) -> None:
        key = str(self.sender().property("key"))
        self.error.hide()
        step = STEPS[key]
        if not step.asks:
            self.asked.emit(key, {})
            return
        self.close_panel()
        view = self._view
        provider = view.provider if view else None
        self.panel = AskPanel(step, provider.contact if provider else "", self._day(view))
        self.panel.confirmed.connect(self.asked)
        self.panel.closed.connect(self.close_panel)
        self._holder.addWidget(self.panel)
        self.panel.show()
        # One primary action at a time: what is asked takes the place of the buttons.
        self._choice.hide()
        self.changed.emit()
        self.panel.focus()

    def _day(self, view: DetailView | None) -> str:
        planned = view.handover.first_contact_on if view else None
        return text.birth_date(planned) if planned and planned <= self._today() else "vandaag"


def _holds_keyboard(part: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and part.isAncestorOf(now)


def _value(one: QLineEdit | LongField | ChipGroup) -> str:
    if isinstance(one, QLineEdit):
        return one.text()
    return one.toPlainText() if isinstance(one, LongField) else next(iter(one.chosen()), "")
