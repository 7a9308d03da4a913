"""A free slot: book in it, or offer it to whoever waits longest."""

from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import waiting
from gpconnect.services.booking import Booked
from gpconnect.services.half_day_views import SlotView
from gpconnect.services.waiting import WaitingView
from gpconnect.ui import messages, text
from gpconnect.ui.agenda.waiting import OfferUndo, asked_words, held_words, name_of
from gpconnect.ui.booking.accepting import Accepting
from gpconnect.ui.desk import Desk
from gpconnect.ui.notice import Notice
from gpconnect.ui.parts import Card, PushButton, label


class FreePanel(Card):
    """Asks whoever waits longest, and books or lets them wait on, whatever they answer."""

    book_asked = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("agendaFree")
        self._desk = desk
        self._slot: SlotView | None = None
        self._first: WaitingView | None = None
        self._accepting = Accepting(desk, self)
        self._accepting.booked.connect(self._accepted)
        self._accepting.refused.connect(self._refused)
        self._title, self._words = label("", "h2"), label("", "muted")
        self._who, self._error = label(""), label("", "error")
        self.book = PushButton(self.tr("Hier boeken"), self._book, role="primary")
        self.offer = PushButton(self.tr("Houd vast tijdens het bellen"), self._offer)
        self.accept = PushButton(self.tr("Ja, boek"), self._accept, role="primary")
        self.decline = PushButton(self.tr("Nee, blijft wachten"), self._decline)
        self.close_button = PushButton(self.tr("Sluiten"), role="quiet", name=self.tr("Sluiten: de vrije plek"))
        self.close_button.clicked.connect(self.closed)
        names = ((self.book, "freeBook"), (self.offer, "freeOffer"), (self.accept, "freeAccept"))
        for button, name in (*names, (self.decline, "freeDecline")):
            button.setObjectName(name)
        for part in (self._title, self._words, self.book, self._who, self.offer, self.accept, self.decline):
            self.add(part)
        self.add(self._error)
        self.body.addStretch(1)
        self.pin(self.book, self.offer, self.accept, self.decline, self.close_button)

    def slot_id(self) -> str:
        return self._slot.slot_id if self._slot else ""

    def show_slot(self, slot: SlotView, now: datetime) -> None:
        """This slot; who waits longest is looked up at once."""
        self._slot = slot
        past = not slot.can_be_taken(now)
        self._title.setText(self.tr("Deze plek is voorbij") if past else self.tr("Vrije plek"))
        self._words.setText(text.join(text.moment(slot.starts_at), text.minutes(slot.minutes)))
        self.book.setVisible(not past)
        self._show_first(None)
        if not past:
            self._desk.tasks.run(waiting.first_in_line, slot.slot_id).then(self._show_first)

    def _show_first(self, first: WaitingView | None) -> None:
        self._first = first
        self._say("")
        self.accept.setVisible(first is not None)
        hold = first.hold if first is not None else None
        self.decline.setVisible(hold is not None)
        self.offer.setVisible(first is not None and hold is None)
        self._who.setVisible(first is not None)
        if hold is not None:
            self._title.setText(self.tr("Vastgehouden plek"))
        if first is not None:
            words = self.tr("{who} wacht het langst, al {time}.")
            if first.wish.first:
                words = self.tr("{who} gaat voor en wacht al {time}.")
            call = self.tr("Bel {phone}. ").format(phone=first.phone) if first.phone else ""
            held = f"{held_words(hold)}." if hold is not None else ""
            said = call + words.format(who=name_of(first), time=text.duration(first.days))
            self._who.setText("\n".join(filter(None, (held, said, *asked_words(first)))))
            self.accept.setText(self.tr("Boek {who} in").format(who=name_of(first)))
            self.accept.setAccessibleName(self.accept.text())

    def _book(self) -> None:
        self.book_asked.emit(self.slot_id())

    def _offer(self) -> None:
        if self._first is not None:
            way = OfferUndo(self._desk, self._first.entry_id, self.slot_id())
            notice = Notice(self._desk, self.tr("De plek wordt een kwartier vastgehouden."), way.let_go)
            asked = _Asked(self, self._first, self.slot_id())
            job = self._desk.tasks.run(waiting.offer_slot, self._first.entry_id, self.slot_id())
            job.then(notice.say).then(asked.show).otherwise(self._refused)

    def show_asked(self, first: WaitingView, slot_id: str) -> None:
        """This family is phoned about this slot; whoever went on to another slot sees that one."""
        if slot_id != self.slot_id():
            return
        self.offer.hide()
        call = self.tr("Bel {phone}. ").format(phone=first.phone) if first.phone else ""
        self._who.setText(call + self.tr("Komt deze tijd {who} uit?").format(who=name_of(first)))
        self.accept.show()
        self.decline.show()
        self.accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        if self._first is not None:
            self._accepting.book(self._first.entry_id, self.slot_id())

    def _accepted(self, _booked: Booked) -> None:
        self.closed.emit()

    def _decline(self) -> None:
        if self._first is not None:
            way = OfferUndo(self._desk, self._first.entry_id, self.slot_id())
            notice = Notice(self._desk, self.tr("Blijft op de wachtlijst, op dezelfde plaats."), way.offer_again)
            job = self._desk.tasks.run(waiting.decline_offer, self._first.entry_id, self.slot_id())
            job.then(notice.say).then(self._declined).otherwise(self._refused)

    def _declined(self, _changes: Changes) -> None:
        self.closed.emit()

    def _refused(self, error: KnownError) -> None:
        self._say(messages.say(error))

    def _say(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))


class _Asked(QObject):
    """One family that is asked about one slot, whatever is looked at when the answer is there."""

    def __init__(self, panel: FreePanel, first: WaitingView, slot_id: str) -> None:
        super().__init__(panel)
        self._panel, self._first, self._slot_id = panel, first, slot_id

    def show(self, _changes: Changes) -> None:
        self._panel.show_asked(self._first, self._slot_id)
        self.deleteLater()
