"""A field for one day, the same everywhere: written out, with a calendar to choose from."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit


class DayField(QDateEdit):
    """Gives and takes plain dates."""

    def __init__(self, name: str = "", day: date | None = None) -> None:
        """A field with this object name, which shows this day."""
        super().__init__()
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setCalendarPopup(True)
        self.setObjectName(name)
        if day is not None:
            self.show_day(day)

    def day(self) -> date:
        """The day that is chosen."""
        value = self.date()
        return date(value.year(), value.month(), value.day())

    def show_day(self, day: date) -> None:
        """Choose another day."""
        self.setDate(QDate(day.year, day.month, day.day))
