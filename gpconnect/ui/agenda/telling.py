"""A booking that begins at another time than its family knows: said where it was moved, and settled in one press."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.services import rebooking, waiting
from gpconnect.services.waiting import WaitingView
from gpconnect.ui.agenda.waiting import name_of
from gpconnect.ui.booking.accepting import Accepting
from gpconnect.ui.desk import Desk


class Telling(QObject):
    """Says that a family was told, with its way back."""

    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def tell(self, appointment_id: str, before: datetime | None) -> None:
        """Of this booking; `before` is what the family knew until now."""
        self._told = _Told(self._desk, appointment_id, before)
        job = self._desk.tasks.run(rebooking.tell_time, appointment_id)
        job.then(self._told.say).otherwise(self._failed)

    def tell_worker(self, appointment_id: str, before: str) -> None:
        """Of this booking who speaks to them; `before` is whom the family knew until now."""
        self._met = _Met(self._desk, appointment_id, before)
        job = self._desk.tasks.run(rebooking.tell_worker, appointment_id)
        job.then(self._met.say).otherwise(self._failed)

    def _failed(self, error: KnownError) -> None:
        self.refused.emit(error)


class Moved(QObject):
    """The notice of one move: take it back, and whoever waits for the old place, or that the family knows."""

    def __init__(self, desk: Desk, appointment_id: str, from_slot: str, about: str = "") -> None:
        """Of a booking that stood in `from_slot`; `about` is what else must be known of where it went."""
        super().__init__(desk)
        self._about = about
        self._desk, self._appointment_id, self._from = desk, appointment_id, from_slot
        self._accepting = Accepting(desk, self)
        self._accepting.refused.connect(desk.trouble)
        self._entry_id = ""

    def say(self) -> None:
        """A slot that somebody else had already cannot be taken back, and fell free for nobody."""
        if self._from:
            job = self._desk.tasks.run(waiting.first_in_line, self._from)
            job.then(self._say).otherwise(self._say_alone)
        else:
            self._say(None)

    def _say(self, first: WaitingView | None) -> None:
        words = " ".join(filter(None, (self.tr("Verplaatst. Geef de familie de nieuwe tijd door."), self._about)))
        following = self.tr("Is doorgegeven"), self._tell
        if first is not None:
            # That the family must be told stays a duty on Vandaag; who could come now is only said here.
            self._entry_id = first.entry_id
            who = self.tr("{who} wacht en past op de oude plek.").format(who=name_of(first))
            call = self.tr("Bel {phone}.").format(phone=first.phone) if first.phone else ""
            words = " ".join(filter(None, (words, who, call)))
            following = self.tr("Bel {who}, boek in").format(who=name_of(first)), self._book
        self._desk.toast(words, self._back if self._from else None, following)

    def _say_alone(self, _error: KnownError) -> None:
        self._say(None)

    def _book(self) -> None:
        self._accepting.book(self._entry_id, self._from)

    def _back(self) -> None:
        # Where it stood it may stand again, also where nobody is put any more, such as what is kept for walk-in.
        self._desk.tasks.run(rebooking.move_back, self._appointment_id, self._from, None)

    def _tell(self) -> None:
        self._desk.tasks.run(rebooking.tell_time, self._appointment_id)


class _Told(QObject):
    """The way back of having told one family."""

    def __init__(self, desk: Desk, appointment_id: str, before: datetime | None) -> None:
        super().__init__(desk)
        self._desk, self._appointment_id, self._before = desk, appointment_id, before

    def say(self, _changes: Changes) -> None:
        self._desk.toast(self.tr("De familie weet de nieuwe tijd."), self._back if self._before else None)

    def _back(self) -> None:
        if self._before is not None:
            self._desk.tasks.run(rebooking.untell_time, self._appointment_id, self._before)


class _Met(QObject):
    """The way back of having told one family who speaks to them."""

    def __init__(self, desk: Desk, appointment_id: str, before: str) -> None:
        super().__init__(desk)
        self._desk, self._appointment_id, self._before = desk, appointment_id, before

    def say(self, _changes: Changes) -> None:
        self._desk.toast(self.tr("De familie weet wie het gesprek doet."), self._back)

    def _back(self) -> None:
        self._desk.tasks.run(rebooking.tell_worker, self._appointment_id, self._before)
