"""How strong a new passphrase is, in words under the field where it is typed."""

from PySide6.QtWidgets import QWidget

from gpconnect.services.strength import Strength
from gpconnect.ui import text
from gpconnect.ui.parts import StatusBadge, column, label

MOST = 4


class StrengthMeter(QWidget):
    """A word, how long guessing takes, and what makes it weak; nothing while nothing is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strengthMeter")
        self._badge = StatusBadge("")
        self._words = label("", "small")
        self.setLayout(column(self._badge, self._words, spacing=0.5))
        self.hide()

    def show_strength(self, found: Strength) -> None:
        """Say this of what was typed."""
        names = (self.tr("Heel zwak"), self.tr("Zwak"), self.tr("Matig"), self.tr("Redelijk"), self.tr("Sterk"))
        tone = "attention" if not found.good else "good" if found.score == MOST else "neutral"
        self._badge.set(self.tr("Te kort") if found.weakness == "short" else names[found.score], tone)
        said = [self._why(found.weakness), self._how_long(found)]
        self._words.setText(" ".join(filter(None, said)))
        self.setAccessibleDescription(self._words.text())
        self.show()

    def words(self) -> str:
        """What it says now."""
        return " ".join(filter(None, (self._badge.text(), self._words.text())))

    def _why(self, weakness: str) -> str:
        return {
            "short": self.tr("Neem minstens 12 tekens."),
            "keyboard": self.tr("Toetsen naast elkaar raadt een ander snel."),
            "repeat": self.tr("Herhalen maakt het niet moeilijker."),
            "sequence": self.tr("Reeksen zoals abc of 6543 raadt een ander snel."),
            "date": self.tr("Jaren en datums raadt een ander snel."),
            "common": self.tr("Dit lijkt op een veelgebruikt wachtwoord."),
            "one_word": self.tr("Eén woord is te weinig."),
            "name": self.tr("Namen raadt een ander snel."),
            "words": self.tr("Deze woorden liggen voor de hand; neem vier losse woorden."),
        }.get(weakness, "")

    def _how_long(self, found: Strength) -> str:
        units = {
            "minute": text.count(found.count, self.tr("minuut"), self.tr("minuten")),
            "hour": text.count(found.count, self.tr("uur"), self.tr("uur")),
            "day": text.count(found.count, self.tr("dag"), self.tr("dagen")),
            "month": text.count(found.count, self.tr("maand"), self.tr("maanden")),
            "year": text.count(found.count, self.tr("jaar"), self.tr("jaar")),
            "century": self.tr("eeuwen"),
            "second": self.tr("een paar tellen"),
        }
        return self.tr("Wie deze computer steelt, raadt dit in {time}.").format(time=units[found.unit])
