"""On Vandaag: families who were booked where nobody will sit, each with three other times to offer by phone."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.phone_calls import Cause
from gpconnect.services.replanning import Replan
from gpconnect.services.slots import SlotOffer
from gpconnect.ui import text
from gpconnect.ui.booking.tabs import flowing
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate
from gpconnect.ui.parts import Card, PushButton, clear, column, label

MOST = 6
CAUSES = {
    Cause.SHUT: QT_TRANSLATE_NOOP("today", "dicht op die dag"),
    Cause.CALLED_OFF: QT_TRANSLATE_NOOP("today", "het dagdeel gaat niet door"),
    Cause.ROUNDED_OFF: QT_TRANSLATE_NOOP("today", "het dagdeel was al afgesloten"),
    Cause.SLOT_GONE: QT_TRANSLATE_NOOP("today", "de plek is vervallen"),
}


class ReplanCard(Card):
    """One action moves a booking; nobody is left out: what does not fit is counted."""

    moved = Signal(str, str)
    """The appointment, and the slot that was agreed."""
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("todayReplan")
        self._lines = column(spacing=2)
        self.add(self._lines)
        self.hide()

    def show_replans(self, replans: Sequence[Replan]) -> None:
        """Show whom to phone."""
        clear(self._lines)
        self.set_title(self.tr("Bel voor een andere tijd"), text.integer(len(replans)))
        for one in replans[:MOST]:
            self._lines.addWidget(self._line(one))
        if len(replans) > MOST:
            self._lines.addWidget(label(self.tr("en nog {n}").format(n=len(replans) - MOST), "small"))
        self.setVisible(bool(replans))

    def _line(self, one: Replan) -> QWidget:
        name = one.person.name if one.person is not None else self.tr("Jeugdige")
        age = text.age(one.age) if one.age is not None else ""
        contact = text.join(one.person.contact_name, one.phone) if one.person is not None else ""
        when = self.tr("stond {when}").format(when=text.moment(one.starts_at))
        box = QWidget()
        lines = column(label(text.join(name, age)), spacing=0.5)
        lines.addWidget(label(text.join(when, one.why or translate("today", CAUSES[one.cause])), "small"))
        if contact:
            lines.addWidget(label(contact, "small"))
        buttons = [self._offer(one, name, offer) for offer in one.offers]
        if not buttons:
            lines.addWidget(label(self.tr("Er is nog geen andere plek vrij op deze locatie."), "small"))
        other = PushButton(self.tr("Bekijken"), role="quiet", name=self.tr("Bekijken: {who}").format(who=name))
        other.setObjectName("replanOpen")
        other.clicked.connect(partial(self.opened.emit, one.appointment_id))
        lines.addWidget(flowing(*buttons, other))
        box.setLayout(lines)
        return box

    def _offer(self, one: Replan, name: str, offer: SlotOffer) -> PushButton:
        when = text.moment(offer.starts_at)
        spoken = self.tr("Verzet {who} naar {when}").format(who=name, when=when)
        button = PushButton(when, name=spoken)
        button.setObjectName("replanOffer")
        button.clicked.connect(partial(self.moved.emit, one.appointment_id, offer.slot_id))
        return button
