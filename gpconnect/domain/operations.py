"""An operation: one thing that one person did to one record, as it is kept and shared.

Every action of a user is one transaction of domain rows, operations and an outbox row. The same
operations, arriving on another device, make the same rows there.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

SCHEMA = 1
"""The newest shape of bodies that this version knows. What is of a newer one is kept until the program is."""


@dataclass(frozen=True, slots=True)
class Operation:
    """What somebody did to a record.

    Attributes:
        op_id: 32 hex digits, random; applying the same operation twice changes nothing.
        space: who may read it: ``common/<pilot>``, ``practice/<site>``, ``team/<team>`` or ``pilot/<pilot>``.
        dossier: id of the dossier whose key seals it, or None for the space's own key.
        kind: ``<record>.<past participle>``, for example ``appointment.booked``.
        record: id of the record that it is about.
        schema: version of the body's shape.
        made_at: the author's clock, aware, UTC. People read it; nothing is decided by it.
        author: staff id. On a received operation it comes from the membership log, never from the sender's word.
        device: id of the device that made it.
        action: groups the operations of one action over several spaces; never goes into ``pilot``.
        seen: op ids of the record's heads that the author saw; only those are replaced.
        body: the content, plain values only.
    """

    op_id: str
    space: str
    dossier: str | None
    kind: str
    record: str
    schema: int
    made_at: datetime
    author: str
    device: str
    action: str
    seen: tuple[str, ...] = ()
    body: dict[str, Any] = field(default_factory=dict)
