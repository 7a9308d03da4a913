"""Names for a list of visits: who may be called by name here, and who is only an age so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gpconnect.domain.ages import age_on
from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.services.session import Session
from gpconnect.storage import drafts, rows


@dataclass(frozen=True, slots=True)
class Person:
    """What may be shown of a child.

    Attributes:
        name: full name.
        given_name: for a sentence in which the family name adds nothing.
        interpreter: language, or empty.
    """

    id: str
    name: str
    given_name: str
    birth_date: date
    household_id: str = ""
    interpreter: str = ""
    contact_name: str = ""
    phone: str = ""

    def age(self, day: date) -> int:
        """Age in whole years on a day."""
        return age_on(self.birth_date, max(day, self.birth_date))


def persons(session: Session, ids: Iterable[str]) -> dict[str, Person]:
    """The children whose name this device may show, by id: shared cards, own dossiers, and cards kept here.

    A card that is not shared never reaches another device, so what is found may be shown.
    """
    wanted = sorted({one for one in ids if one})
    if not wanted:
        return {}
    marks = ", ".join("?" * len(wanted))
    found = {one.id: _from_card(one) for one in rows.where(session.db, PersonCard, f"id IN ({marks})", wanted)}
    for one in rows.where(session.db, Patient, f"id IN ({marks})", wanted):
        found[one.id] = _from_patient(one)
    for missing in set(wanted) - set(found):
        held = drafts.held_card(session.db, missing)
        if held is not None:
            found[missing] = _from_card(held)
    return found


def _from_card(card: PersonCard) -> Person:
    return Person(
        card.id,
        full_name(card.given_name, card.prefix, card.family_name),
        card.given_name,
        card.birth_date,
        card.household_id,
        card.interpreter,
        card.contact_name,
        card.phone,
    )


def _from_patient(patient: Patient) -> Person:
    return Person(
        patient.id,
        full_name(patient.given_name, patient.prefix, patient.family_name),
        patient.given_name,
        patient.birth_date,
        patient.household_id,
        patient.interpreter,
        phone=patient.phone,
    )
