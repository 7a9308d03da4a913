"""Children, the people around them, and the practice's card of a child."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Gender(StrEnum):
    """Gender as Statistics Netherlands codes it (Informatieprotocol Beleidsinformatie Jeugd v7)."""

    FEMALE = "V"
    MALE = "M"
    OTHER = "O"


class Relation(StrEnum):
    """What somebody is to the child."""

    PARENT = "parent"
    STEP_PARENT = "step_parent"
    FOSTER_PARENT = "foster_parent"
    GUARDIAN = "guardian"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    SCHOOL = "school"
    OTHER = "other"


class AuthorityBasis(StrEnum):
    """Why somebody holds parental authority, or that it is not known yet."""

    NONE = "none"
    UNKNOWN = "unknown"
    BY_BIRTH = "by_birth"
    REGISTER = "register"
    COURT = "court"
    GUARDIANSHIP = "guardianship"


class VerifiedHow(StrEnum):
    """How parental authority was checked; a parent's own word alone is not a check."""

    NOT = "not"
    REGISTER = "register"
    DOCUMENT = "document"
    TOLD = "told"


class BsnStatus(StrEnum):
    """What is known of a citizen service number: who gives help establishes it and checks it (Jeugdwet 7.2.1-7.2.4)."""

    UNKNOWN = ""
    """Nobody asked, or nobody wrote down how it was checked."""
    TOLD = "told"
    CHECKED = "checked"
    NONE = "none"
    """There is none, as for a child who has just come to the Netherlands."""
    REFUSED = "refused"


class BsnCheck(StrEnum):
    """Against what a citizen service number was checked."""

    NOT = ""
    DOCUMENT = "document"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class PersonCard:
    """What a practice needs to receive a child: the card that belongs to its bookings.

    `shared` is false while consent to share is still to be asked: the card then stays on the device that
    booked, and the youth worker sees age and reasons only.
    """

    id: str
    site_id: str
    given_name: str
    family_name: str
    birth_date: date
    prefix: str = ""
    gender: Gender | None = None
    phone: str = ""
    contact_name: str = ""
    safe_contact: str = ""
    interpreter: str = ""
    household_id: str = ""
    shared: bool = False
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Patient:
    """The person of a dossier (jeugdige, 0 to 23). `case_lead` is never empty.

    Attributes:
        restricted_to: staff ids of the colleagues who may read the dossier beside its case lead; empty is the whole
            team. Set when a colleague knows the family. The program holds members of the team to it; their keys could
            open the dossier, so what stops them is the program and the access log, not cryptography.
        bsn_checked_on: the day on which somebody looked at the document or in the register.
        distinct_from: ids of dossiers that look like this child's, and of which a colleague said that they are not.
    """

    id: str
    given_name: str
    family_name: str
    birth_date: date
    case_lead: str
    opened_at: datetime
    prefix: str = ""
    gender: Gender | None = None
    phone: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    address_confidential: bool = False
    school: str = ""
    site_id: str = ""
    practitioner_name: str = ""
    bsn: str = ""
    interpreter: str = ""
    accessibility: str = ""
    safe_contact: str = ""
    household_id: str = ""
    research_objection: bool = False
    archived: bool = False
    restricted_to: tuple[str, ...] = ()
    bsn_status: BsnStatus = BsnStatus.UNKNOWN
    bsn_checked_on: date | None = None
    bsn_checked_how: BsnCheck = BsnCheck.NOT
    distinct_from: tuple[str, ...] = ()

    def is_restricted_for(self, staff_id: str) -> bool:
        """Whether the case lead keeps this dossier from this colleague."""
        return bool(self.restricted_to) and staff_id != self.case_lead and staff_id not in self.restricted_to


@dataclass(frozen=True, slots=True)
class RelatedPerson:
    """A parent, guardian or other person around the child (ContactPerson)."""

    id: str
    patient_id: str
    name: str
    relation: Relation
    phone: str = ""
    lives_with: bool = True
    authority: AuthorityBasis = AuthorityBasis.UNKNOWN
    verified_on: date | None = None
    verified_how: VerifiedHow = VerifiedHow.NOT
    archived: bool = False

    @property
    def is_checked(self) -> bool:
        """Whether somebody looked in the register or at a document; a parent's own word is no check."""
        return self.verified_how in {VerifiedHow.REGISTER, VerifiedHow.DOCUMENT}
