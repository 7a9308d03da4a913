"""In which language a family takes the card home."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from gpconnect.services import desk_prints
from gpconnect.services.card_languages import FIRST
from gpconnect.services.desk_prints import CardLanguage
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import label, line


class LanguageChoice(QWidget):
    """Dutch unless somebody chooses otherwise; out of sight while there is nothing to choose."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.box = QComboBox()
        self.box.setObjectName("cardLanguage")
        words = label(self.tr("Taal van het kaartje"), "label", wrap=False)
        words.setBuddy(self.box)
        self.box.setAccessibleName(self.tr("Taal van het kaartje"))
        row = line(words, self.box)
        row.addStretch(1)
        self.setLayout(row)
        self.hide()

    def offer(self, *, wanted: bool) -> None:
        """Begin with Dutch again; ask once which languages there are."""
        self.box.setCurrentIndex(max(self.box.findData(FIRST), 0))
        self.setVisible(wanted and self.box.count() > 1)
        if wanted and not self.box.count():
            self._desk.tasks.run(desk_prints.card_languages).then(self._show)

    def chosen(self) -> str:
        """The code of the language."""
        return str(self.box.currentData() or FIRST)

    def _show(self, languages: Sequence[CardLanguage]) -> None:
        self.box.clear()
        for one in languages:
            self.box.addItem(one.name, one.key)
        self.setVisible(len(languages) > 1)
