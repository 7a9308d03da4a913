"""Who looked in this dossier, in words that the family can read: on the screen by day, and as a list on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gpconnect.documents import access_words
from gpconnect.domain.access import Look
from gpconnect.services import access
from gpconnect.services.access import Looked
from gpconnect.services.desk_prints import Paper
from gpconnect.ui import text
from gpconnect.ui.booking.paper import PaperView
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, Row, RowList, clear, column, label
from gpconnect.ui.patients import words

PAGE = 100


class LookingPart(QWidget):
    """The list by day, emergencies on top, with what it does and does not say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._patient_id = ""
        self.back = PushButton(self.tr("Terug naar het dossier"))
        self.back.setObjectName("lookedBack")
        self.to_paper = PushButton(self.tr("Lijst voor het gezin"), self._print)
        self.to_paper.setObjectName("lookedPaper")
        about = label(
            self.tr(
                "Wie keek of iets deed, wanneer en waarvoor; nooit wat er stond. De jeugdige en de ouders mogen deze "
                "lijst zien: op papier staat hetzelfde. Wat collega's op hun eigen apparaat deden staat erbij zodra "
                "dat apparaat heeft gesynchroniseerd."
            ),
            "muted",
        )
        self.times = label("", "label")
        self.paper = PaperView(desk, named=True)
        # The printer gets one page from there; this list may have more, so it goes out as a file.
        self.paper.print_button.hide()
        self._urgent, self._days = QVBoxLayout(), QVBoxLayout()
        for part in (self._urgent, self._days):
            part.setSpacing(desk.theme.space(2))
        self.more = PushButton(self.tr("Meer tonen"), self._show_more, role="quiet")
        self.more.setObjectName("lookedMore")
        self._looks: Sequence[Look] = ()
        self._shown = PAGE
        layout = column(spacing=2)
        layout.addWidget(flowing(self.back, self.to_paper))
        layout.addWidget(about)
        layout.addWidget(self.paper)
        layout.addLayout(self._urgent)
        layout.addWidget(self.times, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._days)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_looks(self, looked: Looked, patient_id: str) -> None:
        """Show them, newest first; emergencies on top, with their reasons, for who judges them."""
        if patient_id != self._patient_id:
            self.paper.hide()
        self._patient_id, self._looks, self._shown = patient_id, looked.looks, PAGE
        clear(self._urgent)
        if looked.emergencies:
            title = self.tr("Voor het team: met spoed gekeken in een afgeschermd dossier")
            self._urgent.addWidget(self._card(title, looked.emergencies, "emergencyList", dated=True))
        self._fill()

    def _show_more(self) -> None:
        self._shown += PAGE
        self._fill()

    def _fill(self) -> None:
        clear(self._days)
        shown, count = self._looks[: self._shown], len(self._looks)
        many = text.count(count, self.tr("keer"), self.tr("keer"))
        part = self.tr("{shown} van {many}, nieuwste boven").format(shown=text.integer(len(shown)), many=many)
        self.times.setText(part if len(shown) < count else many)
        self.more.setVisible(len(shown) < count)
        for day, of_day in access_words.days(shown):
            self._days.addWidget(self._card(f"{text.long_day(day)} {day.year}", of_day, "lookedList"))

    def _card(self, title: str, looks: Sequence[Look], name: str, *, dated: bool = False) -> Card:
        rows = RowList(title)
        rows.setObjectName(name)
        rows.set_rows(
            [
                self._row(place, one, times, dated=dated)
                for place, (one, times) in enumerate(access_words.gathered(looks))
            ]
        )
        card = Card("", flush=True)
        card.set_title(title)
        card.add(rows)
        return card

    def _row(self, place: int, one: Look, times: int, *, dated: bool) -> Row:
        behalf = self.tr("voor {name}").format(name=one.on_behalf_of) if one.on_behalf_of else ""
        where = "" if one.own_device else self.tr("op een ander apparaat ({id})").format(id=one.device)
        return Row(
            str(place),
            access_words.told(one, times),
            detail=text.join(words.say(words.ROLES, one.role), behalf, where),
            time=text.moment(one.at) if dated else text.clock(one.at),
            badge=self.tr("Spoed") if one.event == "emergency" else "",
            tone="attention",
            bold=False,
        )

    def _print(self) -> None:
        self._desk.tasks.run(access.print_who_looked, self._patient_id).then(self._show_paper)

    @Slot(object)
    def _show_paper(self, paper: Paper) -> None:
        self.paper.show_paper(paper)
        self.paper.save_button.setFocus()
