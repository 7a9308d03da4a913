"""The passphrase, once at the start of the day and again after the desk was left alone."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QProgressBar, QWidget

from gpconnect.ui import text, theme
from gpconnect.ui.parts import Card, FormRow, PushButton, column, label, line


class UnlockScreen(QWidget):
    """Name of the profile, one field, one button. What was typed stays when it was wrong."""

    passphrase_entered = Signal(str)
    typing_began = Signal()
    """The first key of the first try: time to get the rest of the program ready."""

    def __init__(self, profile: str) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("GPConnect")
        self._field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._began = False
        self._field.returnPressed.connect(self._enter)
        self._field.textEdited.connect(self._begin)
        self._field.installEventFilter(self)
        self._show = PushButton(self.tr("Toon"), self._toggle, name=self.tr("Toon wachtwoordzin"))
        self._show.setCheckable(True)
        self._row = FormRow(self.tr("Wachtwoordzin"), self._field_line())
        self._field.setAccessibleName(self.tr("Wachtwoordzin"))
        self._row.setFocusProxy(self._field)
        self._caps = label(self.tr("Hoofdletters staan aan (Caps Lock)."), "error")
        self._caps.hide()
        self._open = PushButton(self.tr("Openen"), self._enter, role="primary", key="Enter")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._waiting = label("", "muted")
        self._profile = label(profile, "h1")
        self._build()
        self.set_busy(busy=False)
        self.show_waiting(0)

    def _field_line(self) -> QWidget:
        box = QWidget()
        layout = line(self._field, self._show)
        layout.setStretch(0, 1)
        box.setFocusProxy(self._field)
        box.setLayout(layout)
        return box

    def _build(self) -> None:
        now = theme.current()
        card = Card()
        card.body.setContentsMargins(*([now.space(3)] * 4))
        parts = (label("GPConnect", "brand"), self._profile, self._waiting, self._row, self._caps, self._open)
        for part in parts:
            card.add(part)
        card.body.insertSpacing(3, now.space(1))
        card.add(self._busy)
        card.setMaximumWidth(now.px(440))
        card.setMinimumWidth(now.px(320))
        grid = QGridLayout(self)
        grid.addLayout(column(card), 1, 1)
        for edge in (0, 2):
            grid.setRowStretch(edge, 1)
            grid.setColumnStretch(edge, 1)
        grid.setColumnStretch(1, 3)

    def set_busy(self, *, busy: bool) -> None:
        """While the key is being derived the field rests, and a line moves."""
        # The progress line keeps its place, so that nothing jumps.
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.setVisible(busy)
        self._field.setReadOnly(busy)
        self._open.setEnabled(not busy)
        self._open.setText(self.tr("Bezig met openen") if busy else self.tr("Openen"))

    def show_error(self, words: str) -> None:
        """Say below the field what is wrong; what was typed stays, selected."""
        self.set_busy(busy=False)
        self._row.set_error(words)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def error(self) -> str:
        return self._row.error()

    def show_waiting(self, number: int) -> None:
        """As a lock screen: say that the work is safe and how much waits to be sent, never what."""
        words = self.tr("Alles is opgeslagen. {waiting} om verstuurd te worden.")
        waiting = text.count(number, self.tr("wijziging wacht"), self.tr("wijzigingen wachten"))
        self._waiting.setText(words.format(waiting=waiting) if number else "")
        self._waiting.setVisible(bool(number))

    def clear(self) -> None:
        """Forget what was typed, after opening or before locking."""
        self._field.clear()
        self._row.set_error("")
        self._show.setChecked(False)
        self._toggle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typed = event.text()
            if typed.isalpha():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._caps.setVisible(typed.isupper() != shift and typed.isupper() != typed.islower())
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        if not self._began:
            self._began = True
            self.typing_began.emit()

    def _toggle(self) -> None:
        shown = self._show.isChecked()
        self._field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._show.setText(self.tr("Verberg") if shown else self.tr("Toon"))

    def _enter(self) -> None:
        typed = self._field.text()
        if self._field.isReadOnly():
            return
        if not typed:
            self.show_error(self.tr("Vul je wachtwoordzin in."))
            return
        self._row.set_error("")
        self.set_busy(busy=True)
        self.passphrase_entered.emit(typed)
