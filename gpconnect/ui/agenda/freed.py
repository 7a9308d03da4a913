"""A place that fell free is said together with whoever waits for it: one press, while the phone is in the hand."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from gpconnect.domain.errors import KnownError
from gpconnect.services import waiting
from gpconnect.services.waiting import WaitingView
from gpconnect.ui.agenda.waiting import name_of
from gpconnect.ui.booking.accepting import Accepting
from gpconnect.ui.desk import Desk


class FreedPlaces(QObject):
    """Says that a booking was cancelled, and offers its place to the first family that it suits."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._accepting = Accepting(desk, self)
        self._accepting.refused.connect(desk.trouble)

    def say(self, slot_id: str, undo: Callable[[], object]) -> None:
        """Of this slot; a booking without one frees nothing."""
        self._now = _Freed(self._desk, self._accepting, slot_id, undo)
        if slot_id:
            job = self._desk.tasks.run(waiting.first_in_line, slot_id)
            job.then(self._now.say).otherwise(self._now.say_alone)
        else:
            self._now.say(None)


class _Freed(QObject):
    """One place, as long as its notice stands."""

    def __init__(self, desk: Desk, accepting: Accepting, slot_id: str, undo: Callable[[], object]) -> None:
        super().__init__(desk)
        self._desk, self._accepting, self._slot_id, self._undo = desk, accepting, slot_id, undo
        self._entry_id = ""

    def say(self, first: WaitingView | None) -> None:
        if first is None:
            words = self.tr("Afgezegd. De plek is weer vrij.") if self._slot_id else self.tr("Afgezegd.")
            self._desk.toast(words, self._undo)
            return
        self._entry_id = first.entry_id
        words = self.tr("Afgezegd. {who} wacht en past hier.").format(who=name_of(first))
        call = self.tr("Bel {phone}.").format(phone=first.phone) if first.phone else ""
        offer = self.tr("Bel {who}, boek in").format(who=name_of(first))
        self._desk.toast(" ".join(filter(None, (words, call))), self._undo, (offer, self._book))

    def say_alone(self, _error: KnownError) -> None:
        self.say(None)

    def _book(self) -> None:
        self._accepting.book(self._entry_id, self._slot_id)
