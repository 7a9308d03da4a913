"""Who looked in this dossier, in words that the family can read: on the screen by day, and as a list on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gpconnect.documents import access_words
from gpconnect.domain.access import Look
from gpconnect.services import access
from gpconnect.services.desk_prints import Paper
from gpconnect.ui import text
from gpconnect.ui.booking.paper import PaperView
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, Row, RowList, clear, column, label
from gpconnect.ui.patients import words

MOST = 150


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
                "lijst zien. Wat collega's op hun eigen apparaat deden staat erbij zodra dat apparaat heeft "
                "gesynchroniseerd."
            ),
            "muted",
        )
        self.times = label("", "label")
        self.paper = PaperView(desk)
        # The printer gets one page from there; this list may have more, so it goes out as a file.
        self.paper.print_button.hide()
        self._days = QVBoxLayout()
        self._days.setSpacing(desk.theme.space(2))
        layout = column(spacing=2)
        layout.addWidget(flowing(self.back, self.to_paper))
        layout.addWidget(about)
        layout.addWidget(self.paper)
        layout.addWidget(self.times, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._days)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_looks(self, looks: Sequence[Look], patient_id: str) -> None:
        """Show them, newest first."""
        if patient_id != self._patient_id:
            self.paper.hide()
        self._patient_id = patient_id
        clear(self._days)
        shown = looks[:MOST]
        words_shown = self.tr("Dit zijn de laatste {n}; de lijst voor het gezin heeft ze allemaal.")
        more = words_shown.format(n=MOST) if len(looks) > MOST else ""
        self.times.setText(text.join(text.count(len(looks), self.tr("keer"), self.tr("keer")), more))
        urgent = [one for one in looks if one.event == "emergency"]
        if urgent:
            self._add(self.tr("Met spoed gekeken in een afgeschermd dossier"), urgent, "emergencyList", dated=True)
        for day, of_day in access_words.days(shown):
            self._add(f"{text.long_day(day)} {day.year}", of_day, "lookedList")

    def _add(self, title: str, looks: Sequence[Look], name: str, *, dated: bool = False) -> None:
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
        self._days.addWidget(card)

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
