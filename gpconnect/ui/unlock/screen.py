"""The screen before the file is open: at the start of the day, and again after the desk was left alone.

It knows names of profiles and which ways in they have, and nothing about anybody.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from gpconnect.services import profile_list
from gpconnect.services.profile_list import ProfileName
from gpconnect.ui import text, theme
from gpconnect.ui.joining.begin import BeginPanel
from gpconnect.ui.parts import Card, Pages, PushButton, column, label
from gpconnect.ui.unlock.damaged import DamagedPanel
from gpconnect.ui.unlock.keyring import KeyringPanel
from gpconnect.ui.unlock.nobody import NobodyPanel
from gpconnect.ui.unlock.papers import NewPassphrasePanel, PaperPanel
from gpconnect.ui.unlock.passphrase import PassphrasePanel
from gpconnect.ui.unlock.people import PeopleList
from gpconnect.ui.unlock.working import Watched, WorkingPanel

if TYPE_CHECKING:
    from gpconnect.ui.joining.entrance import Entrance
    from gpconnect.ui.tasks import Tasks

Asking = PassphrasePanel | PaperPanel | NewPassphrasePanel | NobodyPanel | DamagedPanel | BeginPanel
W = TypeVar("W", bound=QWidget)


class UnlockScreen(QWidget):
    """Name of the profile, one field, one button; quietly below it the other ways in and the other people."""

    entered = Signal(str, str)
    """A way in, and what was typed for it; nothing is typed for the keyring."""
    typing_began = Signal()
    """The first key of the first try: time to get the rest of the program ready."""
    other_wanted = Signal()
    """Somebody does not want the file that the keyring is opening."""
    renewed = Signal(str)
    lock_asked = Signal()
    profile_chosen = Signal(object)
    restore_asked = Signal(object, str, str)
    begin_asked = Signal(object)
    """The profile that somebody wants to begin (`gpconnect.ui.joining.begin.Wish`)."""
    joined = Signal(object)
    """Whose the file is, now that somebody let them in."""
    new_wanted = Signal()

    def __init__(self, profile: str) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("GPConnect")
        self._ways: tuple[str, ...] = ()
        self._entrance: Entrance | None = None
        self._begins = ""
        self._panels: list[QWidget] = []
        self._pages = Pages()
        self._card = Card()
        self.passphrase = PassphrasePanel()
        self.people = PeopleList()
        self._waiting = label("", "muted")
        self._news = label("", "")
        self._news.setObjectName("news")
        self._profile = label(profile, "h1")
        self._lost = PushButton(self.tr("Kom je er niet in?"), self._ask_paper, role="quiet")
        self._new = PushButton(self.tr("Ik ben nieuw op deze computer"), self.new_wanted.emit, role="quiet")
        self._build()
        self._add(self.passphrase)
        self.passphrase.entered.connect(self._typed)
        self.passphrase.typing_began.connect(self.typing_began)
        self.people.chosen.connect(self.profile_chosen)
        self._show_panel(self.passphrase)
        self.show_waiting(0)
        self.show_news("")

    # The panels that are seldom seen are made when they are: the screen has to be there at once.

    @cached_property
    def paper(self) -> PaperPanel:
        """For a code from paper."""
        made = self._add(PaperPanel())
        made.entered.connect(self.entered)
        made.left.connect(self.ask_passphrase)
        return made

    @cached_property
    def renewing(self) -> NewPassphrasePanel:
        """For the passphrase after a paper."""
        made = self._add(NewPassphrasePanel())
        made.chosen.connect(self.renewed)
        made.lock_asked.connect(self.lock_asked)
        return made

    @cached_property
    def nobody(self) -> NobodyPanel:
        """For a computer without a profile."""
        made = self._add(NobodyPanel())
        made.folder_chosen.connect(self.profile_chosen)
        made.restore_asked.connect(self.restore_asked)
        made.begin_asked.connect(self._ask_beginning)
        return made

    @cached_property
    def beginning(self) -> BeginPanel:
        """For a profile that begins here."""
        made = self._add(BeginPanel())
        made.begun.connect(self.begin_asked)
        made.left.connect(self._ask_nobody)
        return made

    @cached_property
    def keyring(self) -> KeyringPanel:
        """For a file that opens by itself."""
        made = self._add(KeyringPanel())
        made.other_wanted.connect(self.other_wanted)
        return made

    @cached_property
    def damaged(self) -> DamagedPanel:
        """For a file that opens no more."""
        made = self._add(DamagedPanel())
        made.restore_asked.connect(self.restore_asked)
        made.left.connect(self.ask_passphrase)
        return made

    @cached_property
    def working(self) -> WorkingPanel:
        """For what is done with the file closed."""
        return self._add(WorkingPanel())

    def show_profile(self, name: str, ways: Sequence[str], others: Sequence[ProfileName], *, exists: bool) -> None:
        """Whose profile opens here, by which ways, and who else has one; or that there is none here."""
        self._profile.setText(name)
        self._ways = tuple(ways)
        self.people.show_others(others)
        self.clear()
        self._show_panel(self.passphrase if exists else self.nobody)

    def show_entrance(self, tasks: "Tasks", now: "Callable[[], datetime]") -> None:
        """The file is open and nobody's yet: a code, or a paper from the safe, says whose it becomes."""
        from gpconnect.ui.joining.entrance import Entrance

        self.clear()
        self._entrance = self._add(Entrance(tasks, now))
        self._entrance.joined.connect(self.joined)
        self._entrance.lock_asked.connect(self.lock_asked)
        self._show_panel(self._entrance)
        self.take_keyboard()
        self._entrance.start()
        if self._begins == "paper":
            self._entrance.show_paper()
        self._begins = ""

    def show_keyring(self) -> None:
        """The file opens by itself; somebody else can still say no."""
        self._show_panel(self.keyring)

    def show_damaged(self) -> None:
        """The way in is right, and the file cannot be read: offer to put a copy back."""
        self.clear()
        self.show_waiting(0)  # "all is saved" beside "damaged" would be too much said
        self.damaged.tell()
        self._show_panel(self.damaged)
        self.take_keyboard()

    def show_work(self, title: str, progress: Watched) -> None:
        """Something is done with the file closed: how far it is."""
        self.working.follow(title, progress)
        self._show_panel(self.working)
        self.take_keyboard()

    def show_news(self, words: str) -> None:
        """What was done with the file, until the next opening."""
        self._news.setText(words)
        self._news.setVisible(bool(words))

    def ask_new_passphrase(self) -> None:
        """A paper opened the file: first choose the passphrase from now on."""
        self.clear()
        self._show_panel(self.renewing)

    def set_busy(self, *, busy: bool) -> None:
        """While a way in is tried nothing else can be."""
        for panel in self._panels:
            if isinstance(panel, PassphrasePanel | PaperPanel):
                panel.set_busy(busy=busy)
        for one in (self._lost, *self.people.buttons()):
            one.setEnabled(not busy)

    def show_error(self, words: str, *, damaged: bool = False) -> None:
        """Say what is wrong where it was tried; a keyring that does not open leaves the passphrase.

        When it is the file that is `damaged`, a copy can be put back.
        """
        self.set_busy(busy=False)
        panel = self._panels[self._pages.currentIndex()]
        if damaged and not isinstance(panel, NobodyPanel | DamagedPanel):
            self.show_damaged()
            return
        if isinstance(panel, WorkingPanel):
            panel.leave()
        if isinstance(panel, KeyringPanel | WorkingPanel):
            self._show_panel(self.passphrase)
            panel = self.passphrase
        assert isinstance(panel, Asking), "every other panel asks something"
        panel.show_error(words)

    def error(self) -> str:
        """What is said to be wrong now."""
        return next((one.error() for one in self._panels if isinstance(one, Asking) and one.error()), "")

    def show_waiting(self, number: int) -> None:
        """As a lock screen: say that the work is safe and how much waits to be sent, never what."""
        words = self.tr("Alles is opgeslagen. {waiting} om verstuurd te worden.")
        waiting = text.count(number, self.tr("wijziging wacht"), self.tr("wijzigingen wachten"))
        self._waiting.setText(words.format(waiting=waiting) if number else "")
        self._waiting.setVisible(bool(number))

    @Slot()
    def ask_passphrase(self) -> None:
        """Back to the field for the passphrase."""
        self.clear()
        self._show_panel(self.passphrase)
        self.take_keyboard()

    def clear(self) -> None:
        """Forget what was typed, after opening or before locking."""
        self.set_busy(busy=False)
        for one in self._panels:
            if isinstance(one, Asking):
                one.clear()
            elif isinstance(one, WorkingPanel):
                one.leave()
        if self._entrance is not None:
            self._entrance.stop()
            self._entrance = None

    def take_keyboard(self) -> None:
        """The next key goes to what is asked here."""
        self._panels[self._pages.currentIndex()].setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_keyboard()

    def _add(self, panel: W) -> W:
        self._panels.append(panel)
        self._pages.addWidget(panel)
        # Put in again, what stands below the panels comes after this one for the Tab key too.
        for one in (self._lost, self._new, self.people):
            one.setParent(None)
        for one in (self._lost, self._new):
            self._card.body.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        self._card.body.addWidget(self.people)
        return panel

    def _build(self) -> None:
        now = theme.current()
        card = self._card
        card.body.setContentsMargins(*([now.space(3)] * 4))
        for part in (label("GPConnect", "brand"), self._profile, self._waiting, self._news, self._pages):
            card.add(part)
        card.setMaximumWidth(now.px(440))
        card.setMinimumWidth(now.px(320))
        grid = QGridLayout()
        grid.addWidget(card, 1, 1)
        for edge in (0, 2):
            grid.setRowStretch(edge, 1)
            grid.setColumnStretch(edge, 1)
        grid.setColumnStretch(1, 3)
        inner = QWidget()
        inner.setProperty("role", "surface")
        inner.setLayout(grid)
        # Not the usual scroller: to ask for its viewport costs more at the start than all the rest of this screen.
        self._scroller = QScrollArea()
        self._scroller.setWidgetResizable(True)
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setWidget(inner)
        self.setLayout(column(self._scroller, spacing=0))

    @Slot(str)
    def _typed(self, passphrase: str) -> None:
        self.entered.emit(profile_list.PASSPHRASE, passphrase)

    @Slot()
    def _ask_paper(self) -> None:
        self.typing_began.emit()
        self._show_panel(self.paper)
        self.paper.offer(self._ways)

    @Slot(str)
    def _ask_beginning(self, kind: str) -> None:
        self.typing_began.emit()
        self._begins = kind
        self.beginning.ask(kind)
        self._show_panel(self.beginning)
        self.take_keyboard()

    @Slot()
    def _ask_nobody(self) -> None:
        self._show_panel(self.nobody)
        self.take_keyboard()

    def _show_panel(self, panel: QWidget) -> None:
        self._pages.setCurrentIndex(self._panels.index(panel))
        self._lost.setVisible(panel is self.passphrase)
        self._new.setVisible(panel is self.passphrase)
        inside = panel is self._entrance or isinstance(panel, NewPassphrasePanel)
        self._profile.setVisible(not isinstance(panel, NobodyPanel | BeginPanel) and panel is not self._entrance)
        # Who is choosing a passphrase or coming in has the file open: first that, then another person.
        self.people.setVisible(bool(self.people.buttons()) and not inside)
        QTimer.singleShot(0, self, self._reveal)  # with the receiver: a screen that has gone hears nothing

    @Slot()
    def _reveal(self) -> None:
        """Large text in a small window: what takes the next key has to be seen."""
        here = cast("QWidget | None", self.focusWidget())  # the stub forgets that it may be nothing
        if here is not None:
            self._scroller.ensureWidgetVisible(here)
