"""The screen before the file is open: at the start of the day, and again after the desk was left alone.

It knows names of profiles and which ways in they have, and nothing about anybody.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from gpconnect.services import profile_list
from gpconnect.services.profile_list import ProfileName
from gpconnect.ui import text, theme
from gpconnect.ui.parts import Card, Pages, PushButton, Scroller, column, label
from gpconnect.ui.unlock.nobody import NobodyPanel
from gpconnect.ui.unlock.papers import NewPassphrasePanel, PaperPanel
from gpconnect.ui.unlock.passphrase import PassphrasePanel
from gpconnect.ui.unlock.people import PeopleList


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
    restore_asked = Signal(object, str)

    def __init__(self, profile: str) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("GPConnect")
        self._ways: tuple[str, ...] = ()
        self.passphrase = PassphrasePanel()
        self.paper = PaperPanel()
        self.renewing = NewPassphrasePanel()
        self.nobody = NobodyPanel()
        self.people = PeopleList()
        self._keyring = self._keyring_panel()
        self._waiting = label("", "muted")
        self._profile = label(profile, "h1")
        self._lost = PushButton(self.tr("Kom je er niet in?"), self._ask_paper, role="quiet")
        self._panels: list[QWidget] = [self.passphrase, self.paper, self.renewing, self.nobody, self._keyring]
        self._pages = Pages()
        for panel in self._panels:
            self._pages.addWidget(panel)
        self._build()
        self._connect()
        self._show_panel(self.passphrase)
        self.show_waiting(0)

    def show_profile(self, name: str, ways: Sequence[str], others: Sequence[ProfileName], *, exists: bool) -> None:
        """Whose profile opens here, by which ways, and who else has one; or that there is none here."""
        self._profile.setText(name)
        self._ways = tuple(ways)
        self.people.show_others(others)
        self.clear()
        self._show_panel(self.passphrase if exists else self.nobody)

    def show_keyring(self) -> None:
        """The file opens by itself; somebody else can still say no."""
        self._show_panel(self._keyring)

    def ask_new_passphrase(self) -> None:
        """A paper opened the file: first choose the passphrase from now on."""
        self.clear()
        self._show_panel(self.renewing)

    def set_busy(self, *, busy: bool) -> None:
        """While a way in is tried nothing else can be."""
        self.passphrase.set_busy(busy=busy)
        self.paper.set_busy(busy=busy)
        for one in (self._lost, *self.people.buttons()):
            one.setEnabled(not busy)

    def show_error(self, words: str) -> None:
        """Say what is wrong where it was tried; a keyring that does not open leaves the passphrase."""
        self.set_busy(busy=False)
        panel = self._panels[self._pages.currentIndex()]
        if panel is self._keyring:
            panel = self.passphrase
            self._show_panel(panel)
        assert isinstance(panel, PassphrasePanel | PaperPanel | NewPassphrasePanel | NobodyPanel), "it shows errors"
        panel.show_error(words)

    def error(self) -> str:
        """What is said to be wrong now."""
        return next(filter(None, (one.error() for one in self._asking())), "")

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
        for one in self._asking():
            one.clear()

    def take_keyboard(self) -> None:
        """The next key goes to what is asked here."""
        self._panels[self._pages.currentIndex()].setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_keyboard()

    def _asking(self) -> tuple[PassphrasePanel, PaperPanel, NewPassphrasePanel, NobodyPanel]:
        return (self.passphrase, self.paper, self.renewing, self.nobody)

    def _keyring_panel(self) -> QWidget:
        panel = QWidget()
        other = PushButton(self.tr("Een ander"), self.other_wanted.emit)
        moving = QProgressBar()
        moving.setRange(0, 0)
        moving.setTextVisible(False)
        words = self.tr("Je profiel gaat open met de sleutelbos van deze computer.")
        moving.setAccessibleName(words)
        panel.setLayout(column(label(words), moving, other, spacing=1.5))
        panel.setFocusProxy(other)
        return panel

    def _build(self) -> None:
        now = theme.current()
        card = Card()
        card.body.setContentsMargins(*([now.space(3)] * 4))
        for part in (label("GPConnect", "brand"), self._profile, self._waiting, self._pages):
            card.add(part)
        card.body.addWidget(self._lost, 0, Qt.AlignmentFlag.AlignLeft)
        card.add(self.people)
        card.setMaximumWidth(now.px(440))
        card.setMinimumWidth(now.px(320))
        grid = QGridLayout()
        grid.addWidget(card, 1, 1)
        for edge in (0, 2):
            grid.setRowStretch(edge, 1)
            grid.setColumnStretch(edge, 1)
        grid.setColumnStretch(1, 3)
        outer = column(Scroller(grid), spacing=0)
        self.setLayout(outer)

    def _connect(self) -> None:
        self.passphrase.entered.connect(self._typed)
        self.passphrase.typing_began.connect(self.typing_began)
        self.paper.entered.connect(self.entered)
        self.paper.left.connect(self.ask_passphrase)
        self.renewing.chosen.connect(self.renewed)
        self.renewing.lock_asked.connect(self.lock_asked)
        self.nobody.folder_chosen.connect(self.profile_chosen)
        self.nobody.restore_asked.connect(self.restore_asked)
        self.people.chosen.connect(self.profile_chosen)

    @Slot(str)
    def _typed(self, passphrase: str) -> None:
        self.entered.emit(profile_list.PASSPHRASE, passphrase)

    @Slot()
    def _ask_paper(self) -> None:
        self.typing_began.emit()
        self._show_panel(self.paper)
        self.paper.offer(self._ways)

    def _show_panel(self, panel: QWidget) -> None:
        self._pages.setCurrentIndex(self._panels.index(panel))
        self._lost.setVisible(panel is self.passphrase)
        self._profile.setVisible(panel is not self.nobody)
        # Who is choosing a passphrase has the file open: first that, then another person.
        self.people.setVisible(bool(self.people.buttons()) and panel is not self.renewing)
