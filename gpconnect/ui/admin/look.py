"""How the program looks and behaves on this machine; says nothing about a person."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, ChipGroup, FormRow, column, label

SCALES = ((1.0, "100 %"), (1.25, "125 %"), (1.5, "150 %"), (2.0, "200 %"))
MINUTES = (1, 3, 5, 10, 15)


class LookSection(QWidget):
    """Light or dark, text size, language, and when the desk locks."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        now = desk.settings
        self._theme = ChipGroup(
            self.tr("Kleuren"),
            [("system", self.tr("Zoals de computer")), ("light", self.tr("Licht")), ("dark", self.tr("Donker"))],
            always=True,
        )
        self._theme.choose([now.theme])
        self._scale = QComboBox()
        for _, words in SCALES:
            self._scale.addItem(words)
        self._scale.setCurrentIndex(next((i for i, (scale, _) in enumerate(SCALES) if scale == now.scale), 0))
        self._language = ChipGroup(self.tr("Taal"), [("nl", "Nederlands"), ("en", "English")], always=True)
        self._language.choose([now.language])
        self._minutes = QComboBox()
        for minutes in MINUTES:
            self._minutes.addItem(self.tr("na {n} min").format(n=minutes), minutes)
        self._minutes.setCurrentIndex(MINUTES.index(now.idle_minutes) if now.idle_minutes in MINUTES else 2)
        card = Card(self.tr("Dit programma op deze computer"))
        card.add(FormRow(self.tr("Kleuren"), self._theme))
        card.add(FormRow(self.tr("Tekstgrootte"), self._scale))
        card.add(FormRow(self.tr("Taal"), self._language, self.tr("Geldt vanaf de volgende keer dat je opent.")))
        card.add(
            FormRow(
                self.tr("Vergrendelen als niemand iets doet"),
                self._minutes,
                self.tr("Wat je typte blijft bewaard. Ctrl+L vergrendelt meteen."),
            )
        )
        layout = column(card, label(self.tr("Deze keuzes gelden alleen hier en worden niet gedeeld."), "small"))
        layout.addStretch(1)
        self.setLayout(layout)
        self._theme.changed.connect(self._changed)
        self._language.changed.connect(self._changed)
        self._scale.activated.connect(self._changed)
        self._minutes.activated.connect(self._changed)

    @Slot()
    def _changed(self, *_what: object) -> None:
        now = self.desk.settings
        chosen = replace(
            now,
            theme=(self._theme.chosen() or [now.theme])[0],
            scale=SCALES[self._scale.currentIndex()][0],
            language=(self._language.chosen() or [now.language])[0],
            idle_minutes=int(self._minutes.currentData()),
        )
        if chosen != now:
            self.desk.settings_changed.emit(chosen)
