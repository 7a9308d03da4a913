"""Notes: drafts, signed notes and their addenda."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What is being written. It belongs to its device and is saved at every pause in typing."""

    id: str
    patient_id: str
    appointment_id: str
    template: str
    template_version: int
    author: str
    device: str
    started_at: datetime
    saved_at: datetime
    answers: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """A signed note. It never changes; what comes later is an addendum."""

    id: str
    patient_id: str
    appointment_id: str
    template: str
    template_version: int
    author: str
    author_name: str
    signed_at: datetime
    answers: dict[str, Any] = field(default_factory=dict)
    third_party: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addendum:
    """Text added to a signed note, with author and time."""

    id: str
    note_id: str
    patient_id: str
    text: str
    author: str
    author_name: str
    made_at: datetime
