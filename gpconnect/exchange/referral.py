"""What goes from helper to helper in a referral, free of any format: who, what, on which ground, and by when."""

from dataclasses import dataclass
from datetime import date, datetime

from gpconnect.domain.consent import Form, Ground
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.handover import HandoverStatus, Safety
from gpconnect.domain.people import Gender, Relation


@dataclass(frozen=True, slots=True)
class Child:
    """Whom it is about: what a receiver needs to know them again. No citizen service number (BSN), no address.

    Attributes:
        interpreter: language to interpret, empty for none.
    """

    given_name: str
    prefix: str
    family_name: str
    birth_date: date | None
    gender: Gender | None = None
    phone: str = ""
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody around the child."""

    name: str
    relation: Relation
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Who sends or who receives: an organisation, and the person there where one is known."""

    organization: str
    person: str = ""
    phone: str = ""
    secure_mail: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One point of the content checklist.

    Attributes:
        key: name in the checklist (`gpconnect.domain.handing_over.CHECKLIST`).
        withheld: this receiver does not get it; the text is empty then.
    """

    key: str
    title: str
    text: str = ""
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Agreed:
    """Somebody who agreed to sharing with this receiver.

    Attributes:
        name: of the parent or guardian; empty for the child.
        on: the day on which they said so.
    """

    name: str
    form: Form
    on: date


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral as it leaves, or as it was read.

    Ours says everything; of a file from elsewhere a code that we do not know is None, and stands among what was not
    understood.

    Attributes:
        number: random id of the handover, 32 hexadecimal digits; empty where a file from elsewhere has none.
        made_at: aware; when the file was made.
        ground_why: the written reason of any other ground than consent (Jeugdwet 7.3.11).
        doctor: the child's GP.
        sections: the checklist in order.
        answer_by: the day by which the sender expects an answer.
        callback_on: the day on which the sender phones whether contact was made.
    """

    number: str
    status: HandoverStatus | None
    made_at: datetime | None
    child: Child
    sender: Party
    receiver: Party
    access_route: AccessRoute | None
    safety: Safety | None
    ground: Ground | None
    ground_why: str = ""
    doctor: str = ""
    people: tuple[Near, ...] = ()
    sections: tuple[Section, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    answer_by: date | None = None
    callback_on: date | None = None
