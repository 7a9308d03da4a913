"""Above the timeline: which week or day, which sites, how large, and where the first free slot is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gpconnect.services.schedule import WeeksView
from gpconnect.ui import text
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.parts import ChipGroup, PushButton, column

ALL = "*"
"""Stands for all sites beside each other."""
WEEK, DAY = "week", "day"
_CHIPS = 5
"""More sites than this are chosen from a list: as chips they would take the room of the week."""


class Toolbar(QWidget):
    """What is looked at; the page does it."""

    stepped = Signal(int)
    """A week or day back or on; 0 is to today."""
    site_chosen = Signal(str)
    view_chosen = Signal(str)
    zoomed = Signal(int)
    """One step larger or smaller; 0 is back to 100 %."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.today, self.after = PushButton("←"), PushButton(self.tr("Vandaag")), PushButton("→")
        self.smaller = PushButton("−", name=self.tr("Kleiner"))
        self.full = PushButton("100%", name=self.tr("Gewone grootte"))
        self.larger = PushButton("+", name=self.tr("Groter"))
        self.view = ChipGroup(self.tr("Wat je ziet"), [(WEEK, self.tr("Week")), (DAY, self.tr("Dag"))], always=True)
        self.sites = ChipGroup(self.tr("Locatie"), always=True)
        self.view.setObjectName("agendaView")
        self.sites.setObjectName("agendaSite")
        self.pick = QComboBox()
        self.pick.setObjectName("agendaSitePick")
        self.pick.setAccessibleName(self.tr("Locatie"))
        self.pick.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pick.activated.connect(self._picked)
        self.plan = PushButton(self.tr("Reeks plannen"))
        self.first_free = PushButton(self.tr("Eerste vrije plek"))
        self.peer = PushButton(self.tr("Collegiale vraag"))
        self.remind = PushButton(self.tr("Bellijst"))
        self._name_buttons()
        self.view.changed.connect(self._view_changed)
        self.sites.changed.connect(self._site_changed)
        when = (self.before, self.today, self.after, self.view, self.smaller, self.full, self.larger)
        box = column(
            flowing(*when, self.first_free, self.plan, self.peer, self.remind, self.pick), self.sites, spacing=1
        )
        self.setLayout(box)
        self._site, self._view = "", WEEK
        self._offered: list[str] = []
        self.show_view(WEEK)

    def _name_buttons(self) -> None:
        names = (
            (self.before, "weekBefore"),
            (self.today, "weekToday"),
            (self.after, "weekAfter"),
            (self.smaller, "agendaSmaller"),
            (self.full, "agendaSize"),
            (self.larger, "agendaLarger"),
            (self.plan, "agendaPlan"),
            (self.first_free, "agendaFirstFree"),
            (self.peer, "agendaPeer"),
            (self.remind, "agendaReminders"),
        )
        for button, name in names:
            button.setObjectName(name)
        self.before.clicked.connect(self._go_back)
        self.today.clicked.connect(self._go_today)
        self.after.clicked.connect(self._go_on)
        self.smaller.clicked.connect(self._zoom_out)
        self.full.clicked.connect(self._zoom_back)
        self.larger.clicked.connect(self._zoom_in)

    def show_view(self, view: str) -> None:
        """Say whether a week or a day is shown."""
        self._view = view
        week = view == WEEK
        before = self.tr("Vorige week") if week else self.tr("Vorige dag")
        after = self.tr("Volgende week") if week else self.tr("Volgende dag")
        for button, name, key in ((self.before, before, "PgUp"), (self.after, after, "PgDn")):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")
        self.today.setAccessibleName(self.tr("Naar deze week") if week else self.tr("Naar vandaag"))
        self.view.choose([view])

    def show_sites(self, weeks: WeeksView, chosen: str) -> None:
        """Offer the sites, each with the room that is left there this week, and all of them beside each other."""
        self._site = chosen
        several = len(weeks.sites) > 1
        keys = [one.site.id for one in weeks.sites] + ([ALL] if several else [])
        words = [text.join(one.site.name, self.tr("{n} vrij").format(n=one.free)) for one in weeks.sites]
        words += [self.tr("Alle locaties")] if several else []
        listed = len(weeks.sites) > _CHIPS
        self.pick.setVisible(listed)
        self.sites.setVisible(several and not listed)
        if listed:
            self._list_sites(keys, words)
        else:
            self._chip_sites(keys, words)

    def _list_sites(self, keys: list[str], words: list[str]) -> None:
        self.pick.clear()
        for key, said in zip(keys, words, strict=True):
            self.pick.addItem(said, key)
        self.pick.setCurrentIndex(self.pick.findData(self._site))

    def _chip_sites(self, keys: list[str], words: list[str]) -> None:
        if keys != self._offered:
            self.sites.set_options(list(zip(keys, words, strict=True)))
            self._offered = keys
        for key, said in zip(keys, words, strict=True):
            chip = self.sites.chip(key)
            chip.setText(said)
            chip.setAccessibleName(said)
            chip.updateGeometry()
        self.sites.choose([self._site])

    def show_zoom(self, zoom: float) -> None:
        """Say how large everything is drawn."""
        self.full.setText(f"{round(zoom * 100)}%")

    def _view_changed(self, keys: list[str]) -> None:
        if keys:
            self.view_chosen.emit(keys[0])
        else:
            self.view.choose([self._view])

    def _site_changed(self, keys: list[str]) -> None:
        if keys:
            self.site_chosen.emit(keys[0])
        else:
            self.sites.choose([self._site])

    def _picked(self, place: int) -> None:
        self.site_chosen.emit(str(self.pick.itemData(place)))

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def _go_today(self) -> None:
        self.stepped.emit(0)

    def _go_on(self) -> None:
        self.stepped.emit(1)

    def _zoom_out(self) -> None:
        self.zoomed.emit(-1)

    def _zoom_back(self) -> None:
        self.zoomed.emit(0)

    def _zoom_in(self) -> None:
        self.zoomed.emit(1)
