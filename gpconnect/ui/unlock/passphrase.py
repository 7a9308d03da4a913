"""The passphrase: one field, one button. What was typed stays when it was wrong."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from gpconnect.ui.parts import FormRow, PushButton, column, label, line


class PassphrasePanel(QWidget):
    """Says `entered` with what was typed."""

    entered = Signal(str)
    typing_began = Signal()
    """The first key of the first try."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._began = False
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(self._begin)
        self.field.installEventFilter(self)
        self._show = PushButton(self.tr("Tonen"), self._toggle, name=self.tr("Tonen: wachtwoordzin"))
        self._show.setCheckable(True)
        self._row = FormRow(self.tr("Wachtwoordzin"), self._field_line())
        self.field.setAccessibleName(self.tr("Wachtwoordzin"))
        self._row.setFocusProxy(self.field)
        self._caps = label(self.tr("Hoofdletters staan aan (Caps Lock)."), "error")
        self._caps.hide()
        self._open = PushButton(self.tr("Openen"), self._enter, role="primary", key="Enter")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        # The progress line keeps its place, so that nothing jumps.
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self.setFocusProxy(self.field)
        self.setLayout(column(self._row, self._caps, self._open, self._busy, spacing=1.5))
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """While the key is being derived the field rests, and a line moves."""
        self._busy.setVisible(busy)
        self.field.setReadOnly(busy)
        self._open.setEnabled(not busy)
        self._open.setText(self.tr("Bezig met openen") if busy else self.tr("Openen"))

    def show_error(self, words: str) -> None:
        """Say below the field what is wrong; what was typed stays, selected."""
        self.set_busy(busy=False)
        self._row.set_error(words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def error(self) -> str:
        return self._row.error()

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self._row.set_error("")
        self._caps.hide()
        self._show.setChecked(False)
        self._toggle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typed = event.text()
            if typed.isalpha():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._caps.setVisible(typed.isupper() != shift and typed.isupper() != typed.islower())
        return super().eventFilter(watched, event)

    def _field_line(self) -> QWidget:
        box = QWidget()
        layout = line(self.field, self._show)
        layout.setStretch(0, 1)
        box.setFocusProxy(self.field)
        box.setLayout(layout)
        return box

    def _begin(self) -> None:
        if not self._began:
            self._began = True
            self.typing_began.emit()

    def _toggle(self) -> None:
        shown = self._show.isChecked()
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._show.setText(self.tr("Verbergen") if shown else self.tr("Tonen"))

    def _enter(self) -> None:
        typed = self.field.text()
        if self.field.isReadOnly():
            return
        if not typed:
            self.show_error(self.tr("Vul je wachtwoordzin in."))
            return
        self._row.set_error("")
        self.set_busy(busy=True)
        self.entered.emit(typed)
