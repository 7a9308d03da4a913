"""On Vandaag: families who were booked where nobody will sit, each with three other times to offer by phone."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from gpconnect.domain.phone_calls import Cause
from gpconnect.domain.schedule import VisitKind
from gpconnect.services import rebooking
from gpconnect.services.replanning import Replan
from gpconnect.services.slots import SlotOffer
from gpconnect.ui import text
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.desk import Desk
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate
from gpconnect.ui.parts import Card, PushButton, column, label

MOST = 6
CAUSES = {
    Cause.SHUT: QT_TRANSLATE_NOOP("today", "dicht op die dag"),
    Cause.CALLED_OFF: QT_TRANSLATE_NOOP("today", "het dagdeel gaat niet door"),
    Cause.ROUNDED_OFF: QT_TRANSLATE_NOOP("today", "het dagdeel was al afgesloten"),
    Cause.SLOT_GONE: QT_TRANSLATE_NOOP("today", "de plek is vervallen"),
}


class MoveBack:
    """Puts one family back where nobody will sit, to be phoned again; what they knew before they know again."""

    def __init__(self, desk: Desk, one: Replan) -> None:
        self._desk, self._one = desk, one

    def take_back(self) -> None:
        one = self._one
        self._desk.tasks.run(rebooking.move_back, one.appointment_id, one.slot_id, one.starts_at)


class ReplanCard(Card):
    """One action moves a booking; nobody is left out: what does not fit is counted."""

    moved = Signal(str, str)
    """The appointment, and the slot that was agreed."""
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("todayReplan")
        self._known: dict[str, Replan] = {}
        self._lines = column(spacing=2)
        self._shown: list[str] = []
        self.add(self._lines)
        self.hide()

    def show_replans(self, replans: Sequence[Replan]) -> None:
        """Show whom to phone; the keyboard goes on to the family that is next in the list."""
        at = self._at()
        gone = [item.widget() for _ in range(self._lines.count()) if (item := self._lines.takeAt(0)) is not None]
        self._known = {one.appointment_id: one for one in replans}
        own = [one for one in replans if not one.phoned_by]
        if own or not replans:
            self.set_title(self.tr("Bel voor een andere tijd"), text.integer(len(own)))
        else:
            self.set_title(self.tr("De praktijk belt voor een andere tijd"), text.integer(len(replans)))
        shown = sorted(replans, key=lambda one: bool(one.phoned_by))[:MOST]
        for one in shown:
            self._lines.addWidget(self._line(one))
        if len(replans) > MOST:
            self._lines.addWidget(label(self.tr("en nog {n}").format(n=len(replans) - MOST), "small"))
        self.setVisible(bool(replans))
        if at is not None:
            self._go_on(at, [one.appointment_id for one in shown])
        for widget in gone:
            # Only now: what has the keyboard and is taken away would send it, and the page, somewhere else.
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = [one.appointment_id for one in shown]

    def _at(self) -> tuple[int, str] | None:
        """At which family the keyboard is, as place and booking."""
        typed = QApplication.focusWidget()
        for place, key in enumerate(self._shown):
            item = self._lines.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None and typed is not None and widget.isAncestorOf(typed):
                return place, key
        return None

    def _go_on(self, at: tuple[int, str], keys: Sequence[str]) -> None:
        place = keys.index(at[1]) if at[1] in keys else min(at[0], len(keys) - 1)
        item = self._lines.itemAt(place) if keys else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.show()  # what is not shown yet cannot take the keyboard
            next(iter(widget.findChildren(PushButton))).setFocus(Qt.FocusReason.OtherFocusReason)

    def way_back(self, desk: Desk, appointment_id: str) -> MoveBack:
        """The way back of moving this one, as it stood when it was last shown."""
        return MoveBack(desk, self._known[appointment_id])

    def _line(self, one: Replan) -> QWidget:
        name = one.person.name if one.person is not None else self.tr("Jeugdige")
        if one.visit is VisitKind.PEER_CONSULTATION:
            name = self.tr("Collegiale vraag")
        age = text.age(one.age) if one.age is not None else ""
        contact = text.join(one.person.contact_name, one.phone) if one.person is not None else ""
        when = self.tr("stond {when}").format(when=text.moment(one.starts_at))
        box = QWidget()
        lines = column(label(text.join(name, age)), spacing=0.5)
        lines.addWidget(label(text.join(when, one.why or translate("today", CAUSES[one.cause])), "small"))
        if contact:
            lines.addWidget(label(contact, "small"))
        buttons = [] if one.phoned_by else [self._offer(one, name, offer) for offer in one.offers]
        if one.phoned_by:
            lines.addWidget(label(self.tr("{site} belt.").format(site=one.phoned_by), "small"))
        elif not buttons:
            lines.addWidget(label(self.tr("Er is nog geen andere plek vrij op deze locatie."), "small"))
        other = PushButton(self.tr("Bekijken"), role="quiet", name=self.tr("Bekijken: {who}").format(who=name))
        other.setObjectName("replanOpen")
        other.clicked.connect(partial(self.opened.emit, one.appointment_id))
        lines.addWidget(flowing(*buttons, other))
        box.setLayout(lines)
        return box

    def _offer(self, one: Replan, name: str, offer: SlotOffer) -> PushButton:
        when = text.join(text.moment(offer.starts_at), offer.worker_name.partition(" ")[0])
        spoken = self.tr("Verzet {who} naar {when}").format(who=name, when=when)
        button = PushButton(when, name=spoken)
        button.setObjectName("replanOffer")
        button.clicked.connect(partial(self.moved.emit, one.appointment_id, offer.slot_id))
        return button
