"""Help that cannot wait: whom to phone now, with numbers large enough to read while dialling."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gpconnect.services.phone_list import Call, CallKind
from gpconnect.ui import theme
from gpconnect.ui.parts import Card, clear, column, label


class CallList(QWidget):
    """A card with everybody to phone, first things first."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bookCalls")
        self._card = Card(self.tr("Bel nu"))
        self._rows = column(spacing=2)
        self._card.add(self._rows)
        after = label(self.tr("Er komt een taak voor vandaag bij, zodat niemand het vergeet."), "muted")
        self._card.add(after)
        layout = column(self._card)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_calls(self, calls: Sequence[Call]) -> None:
        clear(self._rows)
        for call in calls:
            number = label(call.phone)
            number.setFont(theme.current().font(22, weight=600))
            who = label(self._who(call), "muted")
            box = QWidget()
            box.setLayout(column(who, number, spacing=0))
            box.setAccessibleName(f"{who.text()}: {call.phone}")
            self._rows.addWidget(box)

    def _who(self, call: Call) -> str:
        words = {
            CallKind.DANGER: self.tr("Direct gevaar voor iemands leven"),
            CallKind.SAFE_HOME: self.tr("Veilig Thuis, dag en nacht: ook voor advies zonder naam"),
            CallKind.WORKER: self.tr("{name}, jeugdwerker van dit spreekuur"),
            CallKind.PROVIDER: self.tr("{name}"),
        }
        return words[call.kind].format(name=call.name)
