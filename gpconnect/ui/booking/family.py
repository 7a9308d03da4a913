"""Somebody else of a family that was just booked: what the family has in common is filled in already."""

from PySide6.QtCore import QObject

from gpconnect.domain.typed import readable_phone
from gpconnect.services import cards
from gpconnect.services.booking import Booked
from gpconnect.services.cards import PersonHit
from gpconnect.ui.booking.extras import Extras
from gpconnect.ui.booking.person import PersonField
from gpconnect.ui.desk import Desk


class FamilyStart(QObject):
    """Fills family name, number and safe contact; the birth date may be typed behind the first name.

    Attributes:
        person_id: who was booked before, or empty when nobody of the family was.
        slot_id: their slot; the free one beside it is proposed first.
    """

    def __init__(self, desk: Desk, person: PersonField, extras: Extras, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._person, self._extras = desk, person, extras
        self.person_id = self.slot_id = ""

    def clear(self) -> None:
        """Another family."""
        self.person_id = self.slot_id = ""

    def begin(self, booked: Booked) -> None:
        """Begin with what is the same for both, once the card of who was booked before is read."""
        self.person_id, self.slot_id = booked.person_id, booked.slot_id
        self._desk.tasks.run(cards.find_person, booked.person_id).then(self._fill)

    def _fill(self, hit: PersonHit) -> None:
        if hit.id == self.person_id:
            self._person.begin_family(hit.family_name, readable_phone(hit.phone))
            self._extras.suggest(hit.interpreter, hit.safe_contact)
