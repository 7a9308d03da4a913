"""What was booked, and what the family takes along."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gpconnect.services import desk_prints, waiting
from gpconnect.services.booking import Booked
from gpconnect.services.desk_prints import Paper
from gpconnect.services.waiting import WaitingView
from gpconnect.ui import clipboard, text
from gpconnect.ui.booking.language import LanguageChoice
from gpconnect.ui.booking.paper import PaperView
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, PushButton, StatusBadge, column, label
from gpconnect.ui.syncer import Standing, Syncer


class DonePanel(QWidget):
    """The booking in one sentence; the card to print or to copy, and on to the next."""

    again = Signal()
    family = Signal(object)
    """Another one of this family; the `Booked` that it goes on from."""
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._booked: Booked | None = None
        self._what = label("", "h2")
        self._next = label("", "muted")
        self._badge = StatusBadge("", "attention")
        self._tentative = StatusBadge("", "attention")
        self._about = label("", "muted")
        self._about.setObjectName("bookTentative")
        self._queue = label("")
        self._queue.setObjectName("bookQueue")
        self._queue.hide()
        if isinstance(desk.services, Syncer):
            desk.services.stood.connect(self._stood)
        self.print_button = PushButton(self.tr("Kaartje printen"), self._print, role="primary")
        self.copy_button = PushButton(self.tr("Tekst kopiëren"), self._copy)
        self.family_button = PushButton(self.tr("Nog iemand uit dit gezin"), self._family)
        self.again_button = PushButton(self.tr("Nog een afspraak"), key="Ctrl+N")
        self.close_button = PushButton(self.tr("Naar de agenda"))
        self.again_button.clicked.connect(self.again)
        self.close_button.clicked.connect(self.closed)
        named = (
            (self.print_button, "bookPrintCard"),
            (self.copy_button, "bookCopyText"),
            (self.family_button, "bookFamily"),
            (self.again_button, "bookAnother"),
            (self.close_button, "bookToAgenda"),
        )
        for button, name in named:
            button.setObjectName(name)
        buttons = flowing(*(button for button, _ in named))
        self.language = LanguageChoice(desk)
        self.paper = PaperView(desk)
        card = Card()
        for part in (
            self._what,
            self._tentative,
            self._about,
            self._badge,
            self._next,
            self._queue,
            buttons,
            self.language,
        ):
            card.add(part)
        card.add(self.paper, 1)
        self._layout = column(card)
        self._layout.addStretch(1)
        self.setLayout(self._layout)

    def show_booked(self, booked: Booked, site_id: str) -> None:
        """Say what was booked at this site, and put the keyboard on what may well come next."""
        self._booked = booked
        self._queue.hide()
        when = text.moment(booked.starts_at) if booked.starts_at else ""
        who = booked.name or self.tr("Inloop")
        waits = bool(booked.waiting_id) and not booked.appointment_id
        self._what.setText(text.join(who, when) or self.tr("Geboekt"))
        if waits:
            self._what.setText(self.tr("{who} staat op de wachtlijst").format(who=booked.name or self.tr("Het gezin")))
            self._desk.tasks.run(waiting.waiting_list, site_id).then(self._show_queue)
        self._badge.set("" if booked.shared or not booked.name else self.tr("Toestemming nog vragen"), "attention")
        with_whom = self.tr("Met {worker}.").format(worker=booked.worker_name) if booked.worker_name else ""
        self._next.setVisible(bool(booked.site_name or with_whom))
        self._next.setText(" ".join(filter(None, (booked.site_name + "." if booked.site_name else "", with_whom))))
        has_card = bool(booked.appointment_id and booked.starts_at)
        self.print_button.setVisible(has_card)
        self.copy_button.setVisible(has_card)
        self.family_button.setVisible(has_card and bool(booked.person_id and booked.name))
        self.language.offer(wanted=has_card)
        self.paper.hide()
        self._say_tentative()
        self._give_room(0)
        self.take_focus()

    def take_focus(self) -> None:
        """What may well come next: the card, or another booking where there is none."""
        next_one = self.again_button if self.print_button.isHidden() else self.print_button
        next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_queue(self, waiting_now: Sequence[WaitingView]) -> None:
        """Since when they wait, among how many, how long that takes by now, and what happens next."""
        booked = self._booked
        mine = next((one for one in waiting_now if booked is not None and one.entry_id == booked.waiting_id), None)
        if mine is None:
            return
        since = self.tr("Wacht sinds vandaag")
        if mine.days:
            since = self.tr("Wacht al {time}").format(time=text.duration(mine.days))
        lines = [self.tr("{since}, met {reasons}.").format(since=since, reasons=", ".join(mine.reasons))]
        others = len(waiting_now) - 1
        if others:
            longest = text.duration(max(one.days for one in waiting_now))
            count = text.count(others, self.tr("ander gezin"), self.tr("andere gezinnen"))
            lines.append(self.tr("Er wachten nog {count}; de langste al {time}.").format(count=count, time=longest))
        else:
            lines.append(self.tr("Er wacht verder niemand op deze locatie."))
        call = self.tr("Komt er een plek vrij, dan staat het gezin op Vandaag om te bellen.")
        if mine.phone:
            call = self.tr("Komt er een plek vrij, dan staat het gezin op Vandaag om te bellen: {phone}.")
        lines.append(call.format(phone=mine.phone))
        self._queue.setText("\n".join(lines))
        self._queue.show()

    def _family(self) -> None:
        self.family.emit(self._booked)

    @Slot(object)
    def _stood(self, _standing: Standing) -> None:
        self._say_tentative()

    def _say_tentative(self) -> None:
        """Without the server nobody knows whether another desk was first: said here, before a card goes along."""
        syncer, booked = self._desk.services, self._booked
        known = syncer.standing if isinstance(syncer, Syncer) else None
        offline = known is not None and bool(known.state.hub) and syncer.failures > 0
        shown = offline and booked is not None and bool(booked.appointment_id and booked.starts_at)
        self._tentative.set(self.tr("Voorlopig") if shown else "", "attention")
        self._about.setText(
            self.tr(
                "Er is nu geen verbinding. De afspraak is bewaard, maar een ander kan deze plek ook geboekt hebben. "
                "Zeg het gezin dat de tijd voorlopig is. Is de plek vergeven, dan zie je dat bij Vandaag."
            )
        )
        self._about.setVisible(shown)

    def _print(self) -> None:
        if self._booked is not None:
            language = self.language.chosen()
            job = self._desk.tasks.run(desk_prints.appointment_card, self._booked.appointment_id, language)
            job.then(self._show_paper)

    def _show_paper(self, paper: Paper) -> None:
        self.paper.show_paper(paper)
        self._give_room(1)

    def _give_room(self, stretch: int) -> None:
        """The card is as high as its lines; only a paper to look at takes all there is."""
        self._layout.setStretch(0, stretch)
        self._layout.setStretch(1, 1 - stretch)

    def _copy(self) -> None:
        if self._booked is not None:
            language = self.language.chosen()
            self._desk.tasks.run(desk_prints.card_text, self._booked.appointment_id, language).then(self._copied)

    def _copied(self, words: str) -> None:
        clipboard.copy(words)
        self._desk.toast(self.tr("De tekst van het kaartje is gekopieerd; plak hem in een bericht."))
