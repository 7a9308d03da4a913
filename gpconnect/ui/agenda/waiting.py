"""A family that waits: what they need, the first slot that suits them, and what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import waiting
from gpconnect.services.booking import Booked
from gpconnect.services.holds import Hold
from gpconnect.services.slots import SlotOffer
from gpconnect.services.waiting import WaitingView, WaitingWish
from gpconnect.ui import messages, text
from gpconnect.ui.agenda.waiting_wish import WishForm
from gpconnect.ui.booking.accepting import Accepting
from gpconnect.ui.booking.tabs import flowing, follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.marked import translate
from gpconnect.ui.notice import Notice
from gpconnect.ui.parts import Card, ChipGroup, PushButton, column, label, reveal


class WaitingPanel(Card):
    """Whoever opens it phones the family: it books, lets them wait on, or ends the waiting with a reason."""

    closed = Signal()
    opened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("agendaWaitingOne")
        self._desk = desk
        self._view: WaitingView | None = None
        self._slot: SlotOffer | None = None
        self._accepting = Accepting(desk, self)
        self._accepting.booked.connect(self._accepted)
        self._accepting.refused.connect(self._refused)
        self._who, self._waits, self._about = label("", "h2"), label("", "muted"), label("")
        self._call, self._error = label(""), label("", "error")
        self._when = label("", "label")
        self.accept = PushButton(self.tr("Boek in"), self._accept, role="primary")
        self.offer = PushButton(self.tr("Houd vast tijdens het bellen"), self._offer)
        self.decline = PushButton(self.tr("Nee, blijft wachten"), self._decline)
        self.end = PushButton(self.tr("Wacht niet meer"), self._ask_why)
        self.close_button = PushButton(self.tr("Sluiten"), role="quiet", name=self.tr("Sluiten: de wachtende familie"))
        self.close_button.clicked.connect(self.closed)
        named = ((self.accept, "waitingAccept"), (self.offer, "waitingOffer"), (self.decline, "waitingDecline"))
        for button, name in (*named, (self.end, "waitingEnd"), (self.close_button, "waitingClose")):
            button.setObjectName(name)
        self._build_why()
        self.wishes = PushButton(self.tr("Wensen en voorrang"), self._ask_wishes)
        self.wishes.setObjectName("waitingWishes")
        self.form = WishForm()
        self.form.saved.connect(self._change_wish)
        for part in (self._who, self._waits, self._about, self._call, self._when):
            self.add(part)
        self.add(flowing(self.accept, self.offer, self.decline, self.wishes, self.end))
        self.add(self.form)
        self.add(self._why_box)
        self.add(self._error)
        self.body.addStretch(1)
        self.pin(self.accept, self.offer, self.decline, self.close_button)

    def _build_why(self) -> None:
        question = self.tr("Waarom wacht deze familie niet meer?")
        reasons = [
            ("helped_elsewhere", self.tr("elders geholpen")),
            ("no_longer", self.tr("niet meer nodig")),
            ("unreachable", self.tr("niet bereikbaar")),
        ]
        self.why = ChipGroup(question, reasons, multi=False)
        self.why.setObjectName("waitingWhy")
        self.why.changed.connect(self._end)
        self._why_box = QWidget()
        self._why_box.setLayout(column(label(question, "label"), self.why, spacing=1))

    def open_entry(self, entry_id: str) -> None:
        """This family, with the first free slot for them."""
        self._desk.tasks.run(waiting.offer_for, entry_id).then(self._show).otherwise(self._refused)

    def entry_id(self) -> str:
        return self._view.entry_id if self._view else ""

    def _show(self, found: tuple[WaitingView, SlotOffer | None, tuple[tuple[str, str], ...]]) -> None:
        view, first, workers = found
        self.form.show_wish(view.wish, workers)
        self.form.hide()
        self._view = view
        self._slot = view.offer or first
        self._who.setText(text.join(name_of(view), text.age(view.age) if view.name and view.age is not None else ""))
        self._waits.setText(self.tr("wacht {time}").format(time=text.duration(view.days)))
        why = view.wish.priority_why
        first_why = self.tr("Gaat voor: {why}").format(why=why) if why else self.tr("Gaat voor")
        first_why = first_why if view.wish.first else ""
        said = text.join(", ".join(view.reasons), view.words)
        self._about.setText("\n".join(filter(None, (said, first_why, *asked_words(view)))))
        self._call.setText(self.tr("Bel {phone}").format(phone=view.phone) if view.phone else "")
        self._call.setVisible(bool(view.phone))
        self._when.setText(self._slot_words())
        self.accept.setVisible(self._slot is not None)
        self.offer.setVisible(self._slot is not None and view.offer is None)
        self.decline.setVisible(view.offer is not None)
        self._why_box.hide()
        self._say("")
        self.opened.emit()
        (self.accept if self._slot is not None else self.end).setFocus(Qt.FocusReason.OtherFocusReason)

    def _slot_words(self) -> str:
        if self._slot is None or self._view is None:
            return self.tr("Er is nu geen vrije plek die past.")
        when = text.join(text.moment(self._slot.starts_at), text.minutes(self._slot.minutes), self._slot.worker_name)
        if self._view.offer is None or self._view.hold is None:
            return self.tr("Eerste plek: {slot}").format(slot=when)
        return f"{held_words(self._view.hold)}: {when}"

    def _accept(self) -> None:
        if self._view is not None and self._slot is not None:
            self._accepting.book(self._view.entry_id, self._slot.slot_id)

    def _accepted(self, _booked: Booked) -> None:
        self.closed.emit()

    def _offer(self) -> None:
        if self._view is not None and self._slot is not None:
            way = OfferUndo(self._desk, self._view.entry_id, self._slot.slot_id)
            notice = Notice(self._desk, self.tr("De plek wordt een kwartier vastgehouden."), way.let_go)
            job = self._desk.tasks.run(waiting.offer_slot, self._view.entry_id, self._slot.slot_id)
            job.then(notice.say).then(self._again).otherwise(self._refused)

    def _again(self, _changes: Changes) -> None:
        self.open_entry(self.entry_id())

    def _decline(self) -> None:
        if self._view is None or self._view.offer is None:
            return
        way = OfferUndo(self._desk, self._view.entry_id, self._view.offer.slot_id)
        notice = Notice(self._desk, self.tr("Blijft op de wachtlijst, op dezelfde plaats."), way.offer_again)
        job = self._desk.tasks.run(waiting.decline_offer, self._view.entry_id, self._view.offer.slot_id)
        job.then(notice.say).then(self._answered).otherwise(self._refused)

    def _answered(self, _changes: Changes) -> None:
        self.closed.emit()

    def _ask_wishes(self) -> None:
        self._why_box.hide()
        self.form.show()
        follow_reading(self)
        reveal(self.form)
        self.form.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_wish(self, wish: WaitingWish) -> None:
        if self._view is None:
            return
        back = _WishBack(self._desk, self._view.entry_id, self._view.wish)
        notice = Notice(self._desk, self.tr("De wensen zijn bewaard."), back.put_back)
        job = self._desk.tasks.run(waiting.change_wish, self._view.entry_id, wish)
        job.then(notice.say).then(self._again).otherwise(self._wish_refused)

    def _wish_refused(self, error: KnownError) -> None:
        self.form.why_row.set_error(messages.say(error))
        self.form.why.setFocus()

    def _ask_why(self) -> None:
        self.form.hide()
        self.why.choose([])
        self._why_box.show()
        reveal(self._why_box)
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, keys: list[str]) -> None:
        if keys:
            back = _WaitAgain(self._desk, self.entry_id())
            notice = Notice(self._desk, self.tr("Van de wachtlijst af."), back.take_back)
            job = self._desk.tasks.run(waiting.end_waiting, self.entry_id(), keys[0])
            job.then(notice.say).then(self._answered).otherwise(self._refused)

    def _refused(self, error: KnownError) -> None:
        self._say(messages.say(error))

    def _say(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))


class _WaitAgain:
    """The way back of having ended one family's waiting."""

    def __init__(self, desk: Desk, entry_id: str) -> None:
        self._desk, self._entry_id = desk, entry_id

    def take_back(self) -> None:
        self._desk.tasks.run(waiting.wait_again, self._entry_id)


class OfferUndo:
    """The way back of holding one place for one family, and of their no to it."""

    def __init__(self, desk: Desk, entry_id: str, slot_id: str) -> None:
        self._desk, self._entry_id, self._slot_id = desk, entry_id, slot_id

    def let_go(self) -> None:
        self._desk.tasks.run(waiting.let_go, self._entry_id)

    def offer_again(self) -> None:
        self._desk.tasks.run(waiting.offer_slot, self._entry_id, self._slot_id)


class _WishBack:
    """What one family could do before it was changed."""

    def __init__(self, desk: Desk, entry_id: str, wish: WaitingWish) -> None:
        self._desk, self._entry_id, self._wish = desk, entry_id, wish

    def put_back(self) -> None:
        self._desk.tasks.run(waiting.change_wish, self._entry_id, self._wish)


def held_words(hold: Hold) -> str:
    """Who phones about a place, and until when it is kept."""
    words = translate("agenda", "Vastgehouden door {by} tot {time}") if hold.by else ""
    words = words or translate("agenda", "Vastgehouden tot {time}")
    return words.format(by=hold.by, time=text.clock(hold.until))


def asked_words(view: WaitingView) -> tuple[str, ...]:
    """What whoever phones must know, and what comes along with the booking."""
    contact = translate("agenda", "Veilig contact: {how}").format(how=view.safe_contact) if view.safe_contact else ""
    tongue = translate("agenda", "Tolk: {which}").format(which=view.interpreter) if view.interpreter else ""
    joins = translate("agenda", "Huisarts loopt even mee") if view.gp_joins else ""
    return tuple(filter(None, (contact, tongue, joins)))


def name_of(view: WaitingView) -> str:
    """Who waits: a name where it is known here, otherwise an age."""
    return view.name or (text.age(view.age) if view.age is not None else "")
