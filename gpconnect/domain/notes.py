"""Notes: drafts, signed notes and their addenda."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What is being written. It belongs to its device and is saved at every pause in typing.

    `device` is where it was last written in: another one for a draft that came from there and was left alone here.
    """

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
class SealedDraft:
    """A draft as it travels to its author's other devices; nobody else can open it.

    Attributes:
        id: of this draft on this device; no other device writes it.
        saved_at: of the version that is in it, or when it ended; for people, nothing follows from it.
        revision: number of the version in this record.
        over: the last version of each other record (by id) that its author had before them.
        wraps: per device that may open it, the key in base64.
        sealed: the draft in base64; empty once it is `gone`.
        gone: signed or thrown away.
    """

    id: str
    draft_id: str
    patient_id: str
    author: str
    device: str
    saved_at: datetime
    revision: int = 1
    over: dict[str, int] = field(default_factory=dict)
    wraps: dict[str, str] = field(default_factory=dict)
    sealed: str = ""
    gone: bool = False


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
    """Text added to a signed note, with author and time.

    Attributes:
        correction: it puts something right (GDPR article 16); the passage itself stays and shows that it was corrected.
        part: the item of the form that it corrects, empty for the note as a whole.
        reason: why it is corrected.
        asked_by: name of who asked for it; empty when the worker saw it.
    """

    id: str
    note_id: str
    patient_id: str
    text: str
    author: str
    author_name: str
    made_at: datetime
    correction: bool = False
    part: str = ""
    reason: str = ""
    asked_by: str = ""


def as_corrected(answers: Mapping[str, Any], added: Iterable[Addendum]) -> dict[str, Any]:
    """What a note says after its corrections, for what is told to others: the last one of each passage counts.

    The note itself keeps what it said; nobody is told again what the family had put right (GDPR articles 16 and 19).

    Args:
        answers: of the note.
        added: its addenda, oldest first; those that correct no single passage change nothing here.
    """
    return {**answers, **{one.part: one.text for one in added if one.correction and one.part in answers}}
