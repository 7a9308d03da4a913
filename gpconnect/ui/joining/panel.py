"""Coming in with a code: type it, compare six digits, wait for what comes in. The program may be closed in between."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.services import joining
from gpconnect.services.joining import JoinView
from gpconnect.ui import messages, text
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.joining.digits import DigitsView
from gpconnect.ui.joining.words import role_name, space_name
from gpconnect.ui.parts import FormRow, Pages, PushButton, clear, column, label
from gpconnect.ui.syncer import Standing, Syncer

BUSY_MS = 2_000
SELDOM_MS = 60_000
SOON_LOOKS = 8
"""The hub counts looks for a code that nobody knows, so that nobody can guess: soon a few times, then once a minute."""
_OF_THE_HUB = ("hub.", "join.hub_missing", "join.other_hub")


class CodeForm(QWidget):
    """The code, and where the hub is; one line of the invitation holds both."""

    entered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.code, self.hub = QLineEdit(), QLineEdit(placeholderText="https://")
        self.code.setObjectName("joinCode")
        self.hub.setObjectName("joinHub")
        words = self.tr("Zestien tekens. Hoofdletters, streepjes en spaties maken niet uit; een O is een nul.")
        self.code_row = FormRow(self.tr("Code van je uitnodiging"), self.code, words)
        self.hub_row = FormRow(self.tr("Adres van de server"), self.hub, self.tr("Staat bij de code."))
        self._go = PushButton(self.tr("Meld je aan"), self._enter, role="primary", key="Enter")
        for field in (self.code, self.hub):
            field.returnPressed.connect(self._enter)
        self.setLayout(column(self.code_row, self.hub_row, flowing(self._go), spacing=1.5))
        self.setFocusProxy(self.code)

    def refused(self, error: BaseException) -> None:
        """Say what is wrong where it was typed."""
        hub = isinstance(error, KnownError) and error.code.startswith(_OF_THE_HUB)
        self.hub_row.set_error(messages.say(error) if hub else "")
        self.code_row.set_error("" if hub else messages.say(error))
        (self.hub if hub else self.code).setFocus(Qt.FocusReason.OtherFocusReason)

    def come_back(self, error: BaseException | None) -> None:
        """Another try: what was typed stands there still, chosen so that typing takes its place.

        Args:
            error: what the server, or the lack of one, said of the try before.
        """
        if error is not None:
            self.refused(error)
        wrong = self.hub if self.hub_row.error() else self.code
        wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        wrong.selectAll()

    @Slot()
    def _enter(self) -> None:
        for row in (self.hub_row, self.code_row):
            row.set_error("")
        self.entered.emit(self.code.text(), self.hub.text())


class JoinPanel(QWidget):
    """One thing at a time: the code, the digits, the waiting."""

    finished = Signal()
    """Everything is here, and the code is forgotten."""
    moved = Signal(bool)
    """It is further; whether another way in may still be chosen."""

    def __init__(self, desk: Desk, syncer: Syncer) -> None:
        super().__init__()
        self.desk, self._syncer = desk, syncer
        self.stage = ""
        self._stopped = False
        self._why: BaseException | None = None
        self._looks = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(syncer.sync)
        self._title, self._words = label("", "h2"), label("")
        self._trouble = label("", "error")
        self._trouble.hide()
        self.form = CodeForm()
        self.form.entered.connect(self._begin)
        self.digits = DigitsView()
        self.digits.answered.connect(self._answer)
        self._bars = column(spacing=1)
        self._fetching = QWidget()
        self._fetching.setLayout(self._bars)
        self._waiting = QProgressBar(textVisible=False)
        self._waiting.setRange(0, 0)
        self._waiting.setAccessibleName(self.tr("Wachten op de ander"))
        self._again = PushButton(self.tr("Nu opnieuw zoeken"), syncer.sync)
        self._another = PushButton(self.tr("Andere code"), self._leave, role="quiet")
        self._pages = Pages()
        self._all: list[QWidget] = [self.form, self.digits, self._fetching, self._waiting]
        for page in self._all:
            self._pages.addWidget(page)
        self._buttons = flowing(self._again, self._another)
        self.setLayout(column(self._title, self._words, self._pages, self._trouble, self._buttons, spacing=1.5))
        syncer.round_finished.connect(self.load)
        syncer.stood.connect(self._stood)

    def start(self) -> None:
        """Show how far it is, and go on."""
        self._stopped = False
        self.load()

    def stop(self) -> None:
        """No more looking, also not when an answer still comes."""
        self._stopped = True
        self._timer.stop()

    @Slot()
    def load(self) -> None:
        """Ask how far it is."""
        self.desk.tasks.run(joining.view).then(self._show).otherwise(self._say)

    @Slot(object)
    def _show(self, view: JoinView) -> None:
        if self._stopped:
            return
        before, self.stage = self.stage, view.stage
        page = {"none": self.form, "compare": self.digits, "fetching": self._fetching, "done": self._fetching}
        shown = page.get(view.stage, self._waiting)
        if view.stage == "admitting":
            shown = self.digits
        ended = view.stage == "ended"
        self._pages.setVisible(not ended)
        if not ended:
            self._pages.setCurrentIndex(self._all.index(shown))
        self._title.setText(self._title_of(view))
        self._words.setText(self._words_of(view))
        self._again.setVisible(view.stage == "looking")
        free = view.stage in {"looking", "waiting", "ended"}
        self._buttons.setVisible(free)
        self.moved.emit(free or view.stage == "none")
        self._fill(view)
        if view.stage == "compare" != before:
            self.digits.take_keyboard()
        if view.stage == "done":
            self.desk.tasks.run(joining.finish).then(self._finished)
        elif view.stage not in {"none", "ended"} and not self._timer.isActive():
            self._looks = self._looks + 1 if view.stage == "looking" else 0
            self._timer.start(SELDOM_MS if self._looks > SOON_LOOKS else BUSY_MS)

    def _fill(self, view: JoinView) -> None:
        if view.digits:
            asking = view.stage == "compare"
            words = (
                self.tr("Vraag of op het andere scherm dezelfde cijfers staan.")
                if asking
                else self.tr("Wacht tot de ander ook op “Ze zijn gelijk” drukt.")
            )
            self.digits.show_digits(view.digits, words, asking=asking)
        clear(self._bars)
        for one in view.fetching:
            bar = QProgressBar()
            bar.setRange(0, max(one.of, 1))
            bar.setValue(one.read if one.of else 1)
            bar.setTextVisible(False)
            name = self.tr("{space}: {read} van {of}").format(space=space_name(one.space), read=one.read, of=one.of)
            bar.setAccessibleName(name)
            self._bars.addWidget(label(name, "small"))
            self._bars.addWidget(bar)

    def _title_of(self, view: JoinView) -> str:
        return {
            "none": self.tr("Meedoen met een code"),
            "looking": self.tr("Je code wordt gezocht"),
            "waiting": self.tr("Je bent aangemeld"),
            "compare": self.tr("Vergelijk de cijfers"),
            "admitting": self.tr("Jij bent klaar"),
            "fetching": self.tr("Eerste keer ophalen"),
            "done": self.tr("Eerste keer ophalen"),
            "ended": self.tr("Dit lukte niet"),
        }[view.stage]

    def _words_of(self, view: JoinView) -> str:
        who = text.join(view.name, role_name(view.role), view.organization)
        return {
            "none": self.tr("Je kreeg een code van wie jouw team, praktijk of pilot beheert."),
            "looking": self.tr(
                "De server kent deze code nog niet. Kijk of je hem goed typte; of de computer van wie je uitnodigde is "
                "nog niet online."
            ),
            "waiting": self.tr(
                "Nu is wie je uitnodigde aan de beurt: GPConnect moet daar open staan. Je mag dit sluiten en later "
                "terugkomen; alles is bewaard."
            ),
            "compare": self.tr("Je doet mee als {who}.").format(who=who),
            "admitting": self.tr("Je doet mee als {who}.").format(who=who),
            "fetching": self.tr("Je bent toegelaten. Wat er al is komt nu binnen; daarna opent Vandaag."),
            "done": self.tr("Je bent toegelaten. Wat er al is komt nu binnen; daarna opent Vandaag."),
            "ended": messages.say(KnownError(view.trouble)) if view.trouble else "",
        }[view.stage]

    @Slot(str, str)
    def _begin(self, code: str, hub: str) -> None:
        self.desk.tasks.run(joining.begin, code, hub).then(self._begun).otherwise(self._refused)

    @Slot(object)
    def _begun(self, _changes: object) -> None:
        if self._stopped:
            return  # the file is closed, or is about to be
        self._looks = 0
        self._why = None
        self._trouble.hide()
        self._syncer.sync()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self.form.refused(error)

    @Slot(bool)
    def _answer(self, same: bool) -> None:  # noqa: FBT001 - what a signal carries
        self.desk.tasks.run(joining.compare, same=same).then(self._answered).otherwise(self._say)

    @Slot(object)
    def _answered(self, _changes: object) -> None:
        if self._stopped:
            return
        self._timer.stop()
        self._syncer.sync()
        self.load()

    @Slot()
    def _leave(self) -> None:
        self._timer.stop()
        self.desk.tasks.run(joining.leave).then(self._left)

    @Slot(object)
    def _left(self, _changes: object) -> None:
        self.load()
        self._trouble.hide()
        self.form.come_back(self._why)

    @Slot(object)
    def _finished(self, _changes: object) -> None:
        self.stop()
        self.form.code.clear()
        self.finished.emit()

    @Slot(object)
    def _stood(self, standing: Standing) -> None:
        if self.stage != "none":
            self._why = standing.trouble
        if standing.trouble is not None and self.stage != "none":
            self._say(standing.trouble)
        elif self.stage != "ended":
            self._trouble.hide()

    @Slot(object)
    def _say(self, error: BaseException) -> None:
        self._trouble.setText(messages.say(error))
        self._trouble.show()
