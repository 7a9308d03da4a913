"""A labelled field with its help and its error, tied together for screen readers."""

from PySide6.QtWidgets import QWidget

from gpconnect.ui import theme
from gpconnect.ui.parts.labels import label
from gpconnect.ui.parts.layout import column


class FormRow(QWidget):
    """Label above, field, then help or error below; the field gets the label as its name."""

    def __init__(self, text: str, field: QWidget, help_text: str = "", error: str = "") -> None:
        super().__init__()
        self.field = field
        self._label = label(text, "label")
        self._label.setBuddy(field)
        self._help = label(help_text, "small")
        self._error = label("", "error")
        field.setAccessibleName(text.replace("&", ""))
        self.setLayout(column(self._label, field, self._error, self._help, spacing=0.5))
        self.setFocusProxy(field)
        self.set_help(help_text)
        self.set_error(error)

    def set_help(self, text: str) -> None:
        """Show another line of help."""
        self._help.setText(text)
        self._help.setVisible(bool(text))
        self._describe()

    def set_error(self, text: str) -> None:
        """Say what is wrong and what to do; an empty text takes it away. What was typed stays."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        theme.restyle(self.field, invalid="true" if text else "false")
        self._describe()

    def error(self) -> str:
        return self._error.text()

    def _describe(self) -> None:
        # A field made of several widgets names the one that takes the keyboard as its focus proxy.
        heard = self.field.focusProxy() or self.field
        heard.setAccessibleDescription(" ".join(filter(None, (self._error.text(), self._help.text()))))
