"""Consent to help and consent to sharing: two rules, each judged on the date of the act."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Scope(StrEnum):
    """Help and sharing are agreed to separately (Jeugdwet 7.3.4 and 7.3.11)."""

    HELP = "help"
    SHARE = "share"


class Decision(StrEnum):
    """What was decided. A withdrawal wins over anything else, whatever the order of arrival."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Form(StrEnum):
    """Oral consent is fine when it leaves a trace; some acts are put in writing on request (7.3.6)."""

    ORAL = "oral"
    WRITTEN = "written"


class Ground(StrEnum):
    """Why something may be shared: consent, or one of the legal grounds that stand in for it."""

    CONSENT = "consent"
    DIRECTLY_INVOLVED = "directly_involved"
    LEGAL_DUTY = "legal_duty"
    SUBSTITUTE = "substitute"
    GUARDIANSHIP = "guardianship"
    SAFE_HOME = "safe_home"


@dataclass(frozen=True, slots=True)
class Consent:
    """One person's decision about one purpose and one recipient. Never changed, only followed by another.

    Attributes:
        given_by: ``"patient"`` or the id of a related person.
        given_by_name: name as it was when it was recorded.
        recipient: id of a site, provider or team.
        acted_on: the day in Europe/Amsterdam on which the age rule is judged.
    """

    id: str
    person_id: str
    scope: Scope
    purpose: str
    recipient: str
    given_by: str
    decision: Decision
    acted_on: date
    recorded_by: str
    recorded_at: datetime
    given_by_name: str = ""
    recipient_name: str = ""
    form: Form = Form.ORAL
    reason: str = ""
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """That a colleague looked again at who decides, after a birthday that changes it (12, 16 or 18).

    Attributes:
        age: which birthday it was.
        words: what came of it, in a sentence; may be empty.
    """

    id: str
    patient_id: str
    age: int
    made_by: str
    made_by_name: str
    made_at: datetime
    words: str = ""
