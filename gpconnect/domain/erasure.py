"""Erasure of a dossier, or of part of it: the request that outlives what it was about, and what each device reports.

But for the reason of a refusal, none of these records says anything about a child: an id, an article of law, who
asked, when. They are sealed with the space's own key and not with the dossier's, so that they can still be read when
the dossier cannot. The reason of a refusal is sealed with the dossier's key, and destroyed with it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ErasureStatus(StrEnum):
    """Where an erasure stands. `REQUESTED` blocks; `DESTROYED` cannot be undone."""

    REQUESTED = "requested"
    UNDONE = "undone"
    REFUSED = "refused"
    DESTROYED = "destroyed"


class Article(StrEnum):
    """What an erasure rests on."""

    ON_REQUEST = "jeugdwet_7_3_9"
    """The child's or parents' own request, within three months (Jeugdwet 7.3.9)."""
    GDPR = "avg_17"
    """The right to erasure (AVG artikel 17)."""
    RETENTION = "jeugdwet_7_3_8"
    """Twenty years after the last change (Jeugdwet 7.3.8 lid 3)."""


class Refusal(StrEnum):
    """Why a request is refused (Jeugdwet 7.3.9 lid 2). A code: what is written here outlives the dossier."""

    INTEREST_OF_ANOTHER = "interest_of_another"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class Erasure:
    """A request to erase one dossier, or some of its records.

    Attributes:
        requested_by: ``patient``, the id of a related person, or ``legal`` for somebody who is not in the dossier.
        requested_at: by the clock of who wrote the request down (aware).
        recorded_by: staff id of who wrote it down.
        records: how many records it takes, for the rule that many need a second person.
        parts: ``<record kind>:<id>`` of what goes; empty for the whole dossier.
        decided_by: staff id of who took the last step.
        reason: of a refusal, one of `Refusal`.
    """

    id: str
    patient_id: str
    article: Article
    requested_by: str
    requested_at: datetime
    recorded_by: str
    records: int
    parts: tuple[str, ...] = ()
    status: ErasureStatus = ErasureStatus.REQUESTED
    status_at: datetime | None = None
    decided_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ErasureRefusal:
    """Why a request was refused, in words that the family may read; part of the dossier, and goes when that goes.

    Attributes:
        ground: what the law asks for (Jeugdwet 7.3.9 lid 2; AVG artikel 17 lid 3).
        reason: why that is so here.
        decided_by: staff id of who refused, with the name of then.
        told_at: when the family heard it, None while nobody wrote that down (AVG artikel 12 lid 4: within a month).
        told_by: name of who told them.
    """

    id: str
    patient_id: str
    erasure_id: str
    ground: Refusal
    reason: str
    decided_by: str
    decided_by_name: str
    decided_at: datetime
    told_at: datetime | None = None
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class ErasureReceipt:
    """One device says that what had to go is gone from its file."""

    id: str
    erasure_id: str
    patient_id: str
    device: str
    destroyed_at: datetime


@dataclass(frozen=True, slots=True)
class KeptHistory:
    """What remained of a dossier after part of it was erased, sealed again under a new key.

    Attributes:
        operations: the operations as they stood in the log, each as JSON with its author and its place in the hub's
            order.
    """

    id: str
    patient_id: str
    erasure_id: str
    operations: tuple[str, ...]
