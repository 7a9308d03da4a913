"""The only computer is gone: a paper from the employer's safe and the hub bring a space back, each paper its own."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QProgressBar, QWidget

from gpconnect.domain.errors import KnownError
from gpconnect.services import recovery_keys
from gpconnect.services.recovery_keys import Found
from gpconnect.ui import messages, text, theme
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.joining.words import role_name, space_name
from gpconnect.ui.parts import ChipGroup, FormRow, Pages, PushButton, column, label
from gpconnect.ui.syncer import Syncer

AGAIN_MS = 2_000


class RecoverPanel(QWidget):
    """Address and code; then the fingerprint and who you are; then everything comes in."""

    finished = Signal()
    left = Signal()

    def __init__(self, desk: Desk, syncer: Syncer, *, again: bool = False) -> None:
        """For an empty computer; or `again`, for who came in and has the paper of another space."""
        super().__init__()
        self.desk, self._syncer, self._again = desk, syncer, again
        self._line: recovery_keys.Line | None = None
        self._found: Found | None = None
        self._member: Any = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(syncer.sync)
        self._trouble = label("", "error")
        self._trouble.hide()
        self._pages = Pages()
        for page in (self._paper_page(), self._found_page(), self._coming_page()):
            self._pages.addWidget(page)
        back = PushButton(self.tr("Terug"), self.left.emit, role="quiet")
        back.setVisible(not again)
        title = label(self.tr("Herstellen met een blad"), "h2")
        self.setLayout(column(title, self._pages, self._trouble, flowing(back), spacing=1.5))
        syncer.round_finished.connect(self._look_again)
        self.setFocusProxy(self.hub)

    def _paper_page(self) -> QWidget:
        self.hub = QLineEdit(placeholderText="https://")
        self.code = QPlainTextEdit(tabChangesFocus=True)
        self.code.setFixedHeight(theme.current().px(84))
        words = self.tr("Typ alle regels over zoals op het blad. Streepjes en hoofdletters maken niet uit.")
        self._code_row = FormRow(self.tr("Code op het herstelblad"), self.code, words)
        self._search = PushButton(self.tr("Zoek op de server"), self._look, role="primary")
        page = QWidget()
        page.setLayout(
            column(
                label(
                    self.tr(
                        "Elk blad brengt één ruimte terug: je team, je praktijk, of wat de coördinator deelt. Heb je "
                        "er meer, begin dan met het blad van je team of praktijk."
                    )
                ),
                FormRow(self.tr("Adres van de server"), self.hub),
                self._code_row,
                flowing(self._search),
                spacing=1.5,
            )
        )
        return page

    def _found_page(self) -> QWidget:
        self._what, self._only = label(""), label("", "muted")
        self._root = label("", "h1")
        self._people = ChipGroup(self.tr("Wie ben jij hier?"), multi=False)
        self._people_row = FormRow(self.tr("Wie ben jij hier?"), self._people)
        self.name = QLineEdit(self.desk.actor.name if self._again else "")
        self._name_row = FormRow(self.tr("Je naam"), self.name)
        self._name_row.setVisible(not self._again)
        self._restore = PushButton(self.tr("Ja, herstel dit"), self._let_in, role="primary")
        page = QWidget()
        page.setLayout(
            column(
                self._what,
                self._only,
                label(self.tr("Staat deze vingerafdruk ook op het blad?"), "label"),
                self._root,
                self._people_row,
                self._name_row,
                flowing(self._restore),
                spacing=1.5,
            )
        )
        return page

    def _coming_page(self) -> QWidget:
        self._coming = label("")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Deze ruimte ophalen"))
        page = QWidget()
        page.setLayout(column(self._coming, self._bar, spacing=1.5))
        return page

    def stop(self) -> None:
        """No more looking."""
        self._found = self._line = None
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        try:
            self._line = recovery_keys.line(self.hub.text(), self.code.toPlainText())
        except KnownError as error:
            self._refused(error)
            return
        self._busy(busy=True)
        self.desk.tasks.fetch(self._line.look).then(self._show_found).otherwise(self._refused)

    @Slot(object)
    def _show_found(self, found: Found) -> None:
        self._busy(busy=False)
        if self._line is None:
            return  # the person went away meanwhile
        self._trouble.hide()
        self._found = found
        people = text.count(len(found.people), self.tr("persoon"), self.tr("personen"))
        self._what.setText(
            self.tr("Gevonden: {space}, met {people}.").format(space=space_name(found.space), people=people)
        )
        self._only.setText(
            self.tr(
                "Dit blad brengt alleen deze ruimte terug. Wat daarnaast van jou is, gaat niet verloren: zodra dit "
                "klaar is, zegt GPConnect welke ruimten er nog ontbreken en wie je daar toelaat."
            )
        )
        self._root.setText(found.root)
        self._people.set_options(
            [
                (one.staff, text.join(role_name(one.role), one.staff[:4], text.count(one.devices, *self._devices())))
                for one in found.people
            ]
        )
        mine = [one.staff for one in found.people if one.staff == self.desk.actor.id]
        self._people.choose(mine or ([found.people[0].staff] if found.people else []))
        self._people_row.setVisible(len(found.people) > 1 and not mine)
        self._pages.setCurrentIndex(1)
        (self._restore if self._again else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _devices(self) -> tuple[str, str]:
        return self.tr("apparaat"), self.tr("apparaten")

    @Slot()
    def _let_in(self) -> None:
        if not self.name.text().strip():
            self._name_row.set_error(self.tr("Vul je naam in."))
            return
        self._name_row.set_error("")
        assert self._found is not None, "this page comes after finding"
        staff = next(iter(self._people.chosen()), "")
        self._busy(busy=True)
        self.desk.tasks.run(recovery_keys.new_member, self._found, staff).then(self._send).otherwise(self._refused)

    @Slot(object)
    def _send(self, member: Any) -> None:
        if self._found is None or self._line is None:
            return  # the person went away meanwhile
        self._member = member
        job = self.desk.tasks.fetch(self._line.let_in, self._found, member)
        job.then(self._settle).otherwise(self._refused)

    @Slot(object)
    def _settle(self, _nothing: object) -> None:
        if self._found is None or self._line is None:
            return  # likewise; whoever looks again with the same paper goes on from here
        address = self._line.url
        job = self.desk.tasks.run(recovery_keys.settle, self._found, self._member, self.name.text(), address)
        job.then(self._settled).otherwise(self._refused)

    @Slot(object)
    def _settled(self, _changes: object) -> None:
        self._busy(busy=False)
        if self._found is None:
            return  # a file that was closed meanwhile is not asked for a round
        self._pages.setCurrentIndex(2)
        self._syncer.sync()

    @Slot()
    def _look_again(self) -> None:
        if self._found is not None and self._pages.currentIndex() == 2:  # noqa: PLR2004 - the third page
            self.desk.tasks.run(recovery_keys.restored, self._found).then(self._came)

    @Slot(object)
    def _came(self, far: tuple[int, int]) -> None:
        if self._found is None:
            return  # the round before said already that everything is here, or nobody waits any more
        read, of = far
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(read)
        self._coming.setText(self.tr("Deze ruimte komt nu binnen: {read} van {of}.").format(read=read, of=of))
        if read >= of:
            self._found = None  # nothing is asked any more
            self.finished.emit()
        else:
            self._timer.start(AGAIN_MS)

    def _busy(self, *, busy: bool) -> None:
        for one in (self._search, self._restore):
            one.setEnabled(not busy)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._busy(busy=False)
        self._trouble.setText(messages.say(error))
        self._trouble.show()
