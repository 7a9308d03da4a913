"""The spaces of this device: found one's own, a recovery key on paper, the hub's address, another code."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gpconnect.services import founding, recovery_keys
from gpconnect.services.belonging import SpaceView
from gpconnect.services.desk_prints import Paper
from gpconnect.services.recovery_keys import NewKey
from gpconnect.ui import messages, theme
from gpconnect.ui.admin.key_step import Step
from gpconnect.ui.admin.key_steps import SheetView
from gpconnect.ui.desk import Desk
from gpconnect.ui.joining.panel import JoinPanel
from gpconnect.ui.joining.recover import RecoverPanel
from gpconnect.ui.parts import FormRow, PushButton, column, label


class HubStep(Step):
    """Where the hub of this pilot is."""

    def __init__(self, desk: Desk, address: str) -> None:
        super().__init__(desk)
        self._typed = QLineEdit(address, placeholderText="https://")
        self._typed.returnPressed.connect(self._save)
        self._row = FormRow(
            self.tr("Adres van de server"),
            self._typed,
            self.tr("Zonder server werkt alles op deze computer; er wordt dan niets gedeeld."),
        )
        save = PushButton(self.tr("Bewaren"), self._save, role="primary")
        self.setLayout(column(self._row, self.buttons(save), spacing=1.5))

    @Slot()
    def _save(self) -> None:
        self.desk.tasks.run(founding.move_hub, self._typed.text()).then(self._saved).otherwise(self.refused)

    @Slot(object)
    def _saved(self, _changes: object) -> None:
        if self.desk.services is not None:
            self.desk.services.sync()
        self.done.emit(self.tr("Het adres is bewaard. De eerste ronde begint nu."))

    @Slot(object)
    def refused(self, error: BaseException) -> None:
        self._row.set_error(messages.say(error))


class FoundStep(Step):
    """This person is the first of the team or practice."""

    def __init__(self, desk: Desk, space: SpaceView, name: str) -> None:
        super().__init__(desk)
        self._space = space.space
        words = self.tr(
            "Jij bent hier de eerste. Je apparaat maakt de sleutel; jij nodigt daarna je collega's uit. De gemeente "
            "kan hier niemand toelaten."
        )
        make = PushButton(self.tr("Richt {name} op").format(name=name), self._make, role="primary")
        self.setLayout(column(label(words), self.trouble, self.buttons(make), spacing=1.5))

    @Slot()
    def _make(self) -> None:
        self.desk.tasks.run(founding.found_own, self._space).then(self._made).otherwise(self.refused)

    @Slot(object)
    def _made(self, _changes: object) -> None:
        if self.desk.services is not None:
            self.desk.services.sync()
        self.done.emit(self.tr("Opgericht. Maak nu ook een herstelblad, en nodig collega's uit."))


class RecoveryKeyStep(Step):
    """A recovery key for a space: print it, put it in the safe, type it back."""

    def __init__(self, desk: Desk, space: SpaceView, name: str) -> None:
        super().__init__(desk)
        self._sheet: NewKey | None = None
        self._name = name
        self._code = label("", "h2")
        self._code.setAccessibleName(self.tr("De code van het herstelblad"))
        self.paper = SheetView(desk, width=300)
        self._have = PushButton(self.tr("Ik heb de code op papier"), self._hide_code, role="primary")
        words = self.tr(
            "Brandt de laatste computer af, dan brengt dit blad met de server alles terug. Leg het in de kluis van je "
            "werkgever of praktijk, nooit bij de gemeente. Een eerder blad werkt daarna niet meer."
        )
        self._first = QWidget()
        self._first.setLayout(column(label(words, "muted"), self._code, self.buttons(self._have), self.paper))
        self._typed = QPlainTextEdit(tabChangesFocus=True)
        self._typed.setObjectName("recoveryKeyTyped")
        self._typed.setFixedHeight(theme.current().px(84))
        self._row = FormRow(
            self.tr("Typ de code over van papier"),
            self._typed,
            self.tr("Hoofdletters, streepjes en spaties maken niet uit."),
        )
        finish = PushButton(self.tr("Klaar"), self._finish, role="primary", name=self.tr("Klaar met het herstelblad"))
        again = PushButton(self.tr("Laat de code nog eens zien"), self._show_code)
        self._second = QWidget()
        self._second.setLayout(column(self._row, self.buttons(finish, again)))
        self._second.hide()
        self.setLayout(column(self.trouble, self._first, self._second))
        desk.tasks.run(recovery_keys.begin, space.space).then(self._begun).otherwise(self.refused)

    @Slot(object)
    def _begun(self, sheet: NewKey) -> None:
        from gpconnect.services import key_sheets

        self._sheet = sheet
        self._code.setText("\n".join(part for part in (sheet.code, sheet.name) if part))
        self.desk.tasks.run(key_sheets.space_paper, sheet, self._name).then(self._drawn)

    @Slot(object)
    def _drawn(self, paper: Paper) -> None:
        self.paper.show_paper(paper)

    @Slot()
    def _hide_code(self) -> None:
        self._first.hide()
        self._second.show()
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_code(self) -> None:
        self._second.hide()
        self._first.show()
        self._have.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _finish(self) -> None:
        if self._sheet is not None:
            job = self.desk.tasks.run(recovery_keys.finish, self._sheet, self._typed.toPlainText())
            job.then(self._finished).otherwise(self._not_finished)

    @Slot(object)
    def _finished(self, _changes: object) -> None:
        if self.desk.services is not None:
            self.desk.services.sync()
        words = self.tr(
            "Het blad klopt. Leg het in de kluis. Het geldt zodra de server het weet; dat staat hier bij de ruimte. "
            "Bewaar een eerder blad tot dan."
        )
        self.done.emit(words)

    @Slot(object)
    def _not_finished(self, error: BaseException) -> None:
        self._row.set_error(messages.say(error))


class SheetStep(Step):
    """The paper of another space for this person: it comes back beside what is here."""

    def __init__(self, desk: Desk, hub: str) -> None:
        super().__init__(desk)
        self.panel = RecoverPanel(desk, desk.services, again=True)
        self.panel.hub.setText(hub)
        self.panel.finished.connect(self._finished)
        self.left.connect(self.panel.stop)
        self.setLayout(column(self.panel, self.buttons(), spacing=1.5))

    @Slot()
    def _finished(self) -> None:
        self.done.emit(self.tr("Teruggekomen. Wat er in die ruimte was staat nu op deze computer."))


class CodeStep(Step):
    """Another code for this person: a space more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.panel = JoinPanel(desk, desk.services)
        self.panel.finished.connect(self._finished)
        self.setLayout(column(self.panel, self.buttons(), spacing=1.5))
        self.panel.start()

    @Slot()
    def _finished(self) -> None:
        self.done.emit(self.tr("Je doet mee. Wat er al was staat nu op deze computer."))
