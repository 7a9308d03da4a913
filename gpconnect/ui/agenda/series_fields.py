"""What a returning half-day is made of, for planning one and for changing one."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from gpconnect.domain.series import LAST, Rhythm
from gpconnect.services.planning import WorkerOption
from gpconnect.ui import text, theme
from gpconnect.ui.agenda.slot_pattern import SlotPattern
from gpconnect.ui.parts import Card, DayField, FormRow

_START = "09:00"
_MOST_WEEKS = 8
_MOST_TIMES = 52


class SeriesFields(Card):
    """Worker, room, days, time, rhythm and slots, in one column or in two."""

    changed = Signal()

    def __init__(self, prefix: str, *, columns: int = 2, first: str = "") -> None:
        super().__init__()
        self._once = False
        self._first_words = first or self.tr("Eerste keer")
        self.worker, self.at, self.every, self.times = (QComboBox() for _ in range(4))
        self.first, self.last = DayField(), DayField()
        self.places, self.room = SlotPattern(f"{prefix}Pattern"), QLineEdit()
        self.pattern = self.places.field
        self._rows: dict[str, FormRow] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.current().space(2))
        for place, (name, words, field, help_text) in enumerate(self._named(columns)):
            field.setObjectName(f"{prefix}{name}")
            self._rows[name] = FormRow(words, field, help_text)
            self._grid.addWidget(self._rows[name], place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for side in range(columns):
            self._grid.setColumnStretch(side, 1)
        self.add(self._grid)
        self.body.addStretch(1)
        self._fill()
        for choice in (self.worker, self.at, self.every, self.times):
            choice.currentIndexChanged.connect(self._changed)
        for day_field in (self.first, self.last):
            day_field.dateChanged.connect(self._changed)
        for typed in (self.pattern, self.room):
            typed.textChanged.connect(self._changed)

    def _named(self, columns: int) -> tuple[tuple[str, str, QWidget, str], ...]:
        ending = (
            ("Last", self.tr("Tot en met"), self.last, ""),
            ("Places", self.tr("Plekken"), self.places, ""),
        )
        return (
            ("Worker", self.tr("Jeugdwerker"), self.worker, ""),
            ("Room", self.tr("Kamer (mag leeg)"), self.room, ""),
            ("First", self._first_words, self.first, self.tr("De weekdag blijft hetzelfde.")),
            ("Start", self.tr("Begint om"), self.at, ""),
            ("Every", self.tr("Hoe vaak"), self.every, ""),
            ("Times", self.tr("Hoe lang"), self.times, ""),
            # In two columns the slots keep their side when there is no last day.
            *(ending if columns == 1 else ending[::-1]),
        )

    def _fill(self) -> None:
        for minute in range(8 * 60, 20 * 60, 15):
            at = time(minute // 60, minute % 60)
            self.at.addItem(text.clock(at), at)
        self.at.setCurrentText(_START)
        self.every.addItem(self.tr("Elke week"), Rhythm(1))
        for weeks in range(2, _MOST_WEEKS + 1):
            self.every.addItem(self.tr("Om de {n} weken").format(n=weeks), Rhythm(weeks))
        self.times.addItem(self.tr("Tot en met een dag"), 0)
        for times in range(2, _MOST_TIMES + 1):
            self.times.addItem(self.tr("{n} keer").format(n=times), times)

    def add_below(self, part: QWidget) -> None:
        """Something right below the fields."""
        self.body.insertWidget(self.body.count() - 1, part)

    def show_days(self, first: date, last: date) -> None:
        """From which day until which."""
        with QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.first.show_day(first)
            self.last.show_day(last)
        self._name_months()

    def show_workers(self, workers: Sequence[WorkerOption], chosen: str) -> None:
        """Who can be chosen; the first of them when the one that was wanted is not there."""
        with QSignalBlocker(self.worker):
            self.worker.clear()
            for one in workers:
                self.worker.addItem(one.name, one.id)
            self.worker.setCurrentIndex(max(self.worker.findData(chosen), 0) if workers else -1)
        self._changed()

    def show_what(self, start: time, pattern: Sequence[str], room: str, rhythm: Rhythm) -> None:
        """What is planned now."""
        with QSignalBlocker(self):
            if self.at.findData(start) < 0:
                self.at.addItem(text.clock(start), start)
            self.at.setCurrentIndex(self.at.findData(start))
            self.pattern.setText(" ".join(pattern))
            self.room.setText(room)
            self._name_months()
            self.every.setCurrentIndex(max(self._place_of(rhythm), 0))
            self.times.setCurrentIndex(max(self.times.findData(rhythm.count), 0))

    def show_only_once(self, *, once: bool) -> None:
        """Of one half-day by itself there is no rhythm and no last day."""
        self._once = once
        for name in ("Every", "Times"):
            self._rows[name].setVisible(not once)
        self._rows["First"].set_help("" if once else self.tr("De andere dagdelen schuiven mee."))
        self._show_end()

    def first_day(self) -> date:
        """On which day it begins."""
        return self.first.day()

    def last_day(self) -> date:
        """The last day that is chosen; with a number of times it does not count."""
        return self.last.day()

    def rhythm(self) -> Rhythm:
        """How often, and how many times."""
        every: Rhythm = self.every.currentData()
        return Rhythm(every.weeks, every.nth, every.weekday, self.times.currentData())

    def slots(self) -> tuple[str, ...]:
        """The slots as typed."""
        return self.places.pattern()

    def _place_of(self, rhythm: Rhythm) -> int:
        alike = (self.every.itemData(place) for place in range(self.every.count()))
        wanted = (rhythm.weeks, rhythm.nth)
        return next((place for place, one in enumerate(alike) if (one.weeks, one.nth) == wanted), -1)

    def _name_months(self) -> None:
        """The weekday of the first day, named in the choices that are about it."""
        day, at = self.first_day(), self.every.currentIndex()
        weekday = text.weekday(day)
        names = (
            self.tr("Elke eerste {day} van de maand"),
            self.tr("Elke tweede {day} van de maand"),
            self.tr("Elke derde {day} van de maand"),
            self.tr("Elke vierde {day} van de maand"),
            self.tr("Elke laatste {day} van de maand"),
        )
        with QSignalBlocker(self.every):
            while self.every.count() > _MOST_WEEKS:
                self.every.removeItem(_MOST_WEEKS)
            for number, words in enumerate(names, 1):
                which = number if number < len(names) else LAST
                self.every.addItem(words.format(day=weekday), Rhythm(0, which, day.isoweekday()))
            self.every.setCurrentIndex(max(at, 0))

    def _changed(self) -> None:
        if self.sender() is self.first:
            self._name_months()
        self._show_end()
        self.places.show_start(self.at.currentData())
        self.changed.emit()

    def _show_end(self) -> None:
        """A last day, or a number of times."""
        counted = bool(self.times.currentData())
        self._rows["Last"].setVisible(not self._once and not counted)
        self._rows["Times"].set_help(self.tr("Een keer die vervalt telt mee.") if counted else "")
