"""What the family's list of who looked says while something of the dossier is kept back from a copy.

A line about a record that the family may not know of would give it away; so would a line that says less than its
neighbours. Such a line therefore says something ordinary that is true of it: that somebody looked in the dossier, or
changed something in it. All other lines say what they say to anybody, and no line is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gpconnect.domain.access import AccessEvent, EventType
from gpconnect.domain.care import Feedback
from gpconnect.domain.operations import Operation
from gpconnect.domain.people import Patient
from gpconnect.domain.records import KIND_OF, KINDS
from gpconnect.domain.rights import Withholding
from gpconnect.services import applying
from gpconnect.services.session import Session
from gpconnect.storage import erasure, operations

_PATIENT, _WITHHOLDING = KIND_OF[Patient].name, KIND_OF[Withholding]
_ABOUT = {
    "open_note": "note",
    "write_note": "note",
    "evaluation": "response",
    "new_handover": "handover",
    "feedback_read": "feedback",
    "meldcode": "meldcode_step",
}
"""What kind of record a look was at, where the purpose does not begin with it."""
_OF_A_DOSSIER = {kind.name for kind in KINDS.values() if kind.dossier} | {KIND_OF[Feedback].name}
"""Kinds of record of which something can be kept back."""
_AHEAD = frozenset({"write_note", "new_handover"})
"""Looks for the sake of a record that is still to be made."""
_AN_ACT = timedelta(minutes=1)
"""The line of an act is written in the transaction of its operation; this is more than that ever takes."""
_LOOKED = (EventType.READ, "open_dossier")
_CHANGED = (EventType.CHANGE, _PATIENT)
ORDINARY = {
    EventType.READ: _LOOKED,
    EventType.SEARCH: _LOOKED,
    EventType.PRINT: _LOOKED,
    EventType.EMERGENCY: _LOOKED,
    EventType.CREATE: _CHANGED,
    EventType.CHANGE: _CHANGED,
    EventType.EXPORT: _CHANGED,
}
"""Per kind of event what is said instead: `access_words` says the very same of everyday work."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What there is in a dossier, by kind.

    Attributes:
        kept: ids of records that are kept back, whole or in part.
        made: the operations of every record.
        gone: the dossier was destroyed, so nobody knows what was kept back.
    """

    kept: dict[str, set[str]]
    made: dict[str, list[Operation]]
    gone: bool


def softened(session: Session, patient_id: str, events: Iterable[AccessEvent]) -> list[AccessEvent]:
    """The lines about a dossier as its family may read them.

    Two grounds keep something from a copy: the privacy of another (Jeugdwet 7.3.10) and the care of a good worker
    (7.3.15 lid 4), which is there for a child whom a parent's knowledge would harm. A purpose can tell of such a
    record that it exists: that a handover was sent, on that day. Leaving the purpose empty tells as well, for only
    those lines would be empty. So only the lines that concern what is kept back get another purpose, an everyday one
    that is true ("keek in het dossier", "wijzigde gegevens in het dossier"). They are:

    - every line about deciding to keep something back, which is the secret itself;
    - what was done with such a record, and looking at a record of its kind while there was no other to look at;
    - a look in an emergency: its written reason can name anything, and its absence would be seen.

    In doubt a line is softened: a safe child comes before a complete word. Who, when and how often stay as they are,
    and the log itself, which an inspector gets, says all of it. Of a dossier that was destroyed nobody knows any more
    what was kept back; there every line that names a kind of record is softened.
    """
    known = _known(session, patient_id)
    if not known.gone and not known.kept:
        return list(events)
    return [_ordinary(one) if _tells(known, one) else one for one in events]


def _known(session: Session, patient_id: str) -> _Known:
    """Also while the dossier is out of sight because it is asked to be erased: by its operations, not by its rows."""
    db = session.db
    found = erasure.records_of(db, patient_id)
    kept: dict[str, set[str]] = {}
    made: dict[str, list[Operation]] = {}
    for kind, record in found:
        made.setdefault(kind, []).extend(operations.of_record(db, kind, record, refused=True))
        state = applying.state_of(db, _WITHHOLDING, record) if kind == _WITHHOLDING.name else None
        if state is not None and not state.get("lifted_at"):
            kept.setdefault(str(state["kind"]), set()).add(str(state["record"]))
    _with_what_follows(kept, made)
    gone = not any(kind == _PATIENT for kind, _ in found) and bool(erasure.tombstones(db, patient_id))
    return _Known(kept, made, gone)


def _with_what_follows(kept: dict[str, set[str]], made: dict[str, list[Operation]]) -> None:
    """An addendum goes with its note, and an answer about a receiver with the handover to them."""
    notes = kept.get("note", set())
    added = {one.record for one in made.get("addendum", ()) if one.body.get("note_id") in notes}
    begun = (one.body.get("record") for one in made.get("handover", ()) if one.record in kept.get("handover", ()))
    receivers = {one["provider_id"] for one in begun if one}
    asked = {one.record for one in made.get("consent", ()) if one.body.get("recipient") in receivers}
    for kind, more in (("addendum", added), ("consent", asked)):
        if more:
            kept.setdefault(kind, set()).update(more)


def _kind(purpose: str) -> str:
    return _ABOUT.get(purpose, purpose.partition(".")[0])


def _tells(known: _Known, event: AccessEvent) -> bool:
    """Whether the purpose of a line can tell what is kept back."""
    kind = _kind(event.purpose)
    if event.type is EventType.EMERGENCY or kind == _WITHHOLDING.name:
        return True
    if known.gone:
        return kind in _OF_A_DOSSIER - {_PATIENT}
    if kind not in known.kept:
        return False
    if event.purpose in _AHEAD:
        return True
    others = [one for one in known.made.get(kind, ()) if one.record not in known.kept[kind]]
    if "." not in event.purpose:
        return not any(one.made_at <= event.at for one in others)
    own = [one for one in known.made.get(kind, ()) if one.record in known.kept[kind]]
    return any(_is_of(event, one) for one in own) or not any(_is_of(event, one) for one in others)


def _is_of(event: AccessEvent, operation: Operation) -> bool:
    """Whether a line can be the one that was written with this operation."""
    same = (event.user, event.device, event.purpose) == (operation.author, operation.device, operation.kind)
    return same and _within(event.at, operation.made_at)


def _within(at: datetime, made_at: datetime) -> bool:
    return abs(at - made_at) <= _AN_ACT


def _ordinary(event: AccessEvent) -> AccessEvent:
    type_, purpose = ORDINARY.get(event.type, (event.type, event.purpose))
    return replace(event, type=type_, purpose=purpose, detail="")
