"""The timeline with what belongs to it: the keys that work in it now, and what to do when there is nothing yet."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.services.half_day_views import SlotView
from gpconnect.services.schedule import WeeksView
from gpconnect.ui import text
from gpconnect.ui.agenda.timeline import Timeline
from gpconnect.ui.agenda.timeline_model import Piece
from gpconnect.ui.parts import EmptyState, column, label


class WeekPart(QWidget):
    """A week or a day; empty it says how to begin."""

    plan_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.timeline = Timeline()
        self.timeline.moving_changed.connect(self._tell_keys)
        self.empty = EmptyState(
            self.tr("Nog geen spreekuur in deze week"),
            self.tr("Plan eerst een reeks dagdelen. Feestdagen en vakanties worden overgeslagen en genoemd."),
            self.tr("Reeks plannen"),
        )
        assert self.empty.button is not None, "it was given an action"
        self.empty.button.setObjectName("agendaPlanFirst")
        self.empty.button.clicked.connect(self.plan_asked)
        self.keys = label("", "small")
        self.keys.setObjectName("agendaKeys")
        layout = column(self.empty, spacing=1)
        layout.addWidget(self.timeline, 1)
        layout.addWidget(self.keys)
        self.setLayout(layout)
        self._tell_keys(moving=False)

    def show_weeks(self, weeks: WeeksView, now: datetime, day: date | None = None) -> None:
        """Draw these weeks, or one day of them."""
        self.timeline.show_weeks(weeks, now, day)
        planned = any(week.half_days for week in weeks.sites)
        # A booking in hand is carried over a week in which nobody sits.
        in_hand = self.timeline.moving is not None
        self.empty.setVisible(not planned and not in_hand)
        self.timeline.setVisible(planned or in_hand)
        self.keys.setVisible(planned or in_hand)
        self._tell_keys(moving=in_hand)

    def piece(self, slot_id: str) -> Piece | None:
        """Where a slot is, with day, site and worker; None when it is not shown."""
        return self.timeline.model.piece(slot_id)

    def slot(self, slot_id: str) -> SlotView | None:
        """A slot that is shown."""
        found = self.piece(slot_id)
        return found.slot if found else None

    def slot_of(self, appointment_id: str) -> SlotView | None:
        """Where a booking stands, when that is shown."""
        return next((one for one in self.timeline.model.slots() if one.appointment_id == appointment_id), None)

    def _tell_keys(self, moving: bool) -> None:  # noqa: FBT001 - a slot of a signal
        booking = self.timeline.moving
        if not moving or booking is None:
            words = self.tr(
                "Pijltjes lopen langs de plekken · Enter opent · M of slepen verplaatst · Ctrl + en − zoomen"
            )
            self.keys.setText(words)
            return
        stands = text.moment(booking.slot.starts_at) if booking.slot else ""
        who = self.tr("Onderweg: {who}, stond {when}.").format(who=booking.title, when=stands)
        keys = self.tr(
            "Pijltjes kiezen een plek · PgUp en PgDn, of slepen naar de zijkant: andere week · Enter zet neer · "
            "Esc zet terug"
        )
        self.keys.setText(f"{who} {keys}")
