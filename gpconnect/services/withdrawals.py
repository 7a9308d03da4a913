"""A withdrawal wins, whatever the order (Jeugdwet 7.3.11, GDPR article 7 lid 3).

Two people may answer for a family without having heard of each other: one takes consent back, the other writes a yes on
another computer, or sends. What is still on this computer goes no further. Every answer and every sending names the
answers and sendings that its author knew of. A yes beside a withdrawal that it did not know of does not count, and a
sending beside one is shown to who sent it: what left cannot be taken back, but somebody has to call.
"""

from collections.abc import Iterator
from datetime import date

from sqlite_utils import Database

from gpconnect.domain.calendar import local_day
from gpconnect.domain.care import Feedback
from gpconnect.domain.consent import Consent, Decision, Scope
from gpconnect.domain.consenting import evaluate
from gpconnect.domain.handover import Handover
from gpconnect.domain.operations import Operation
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.services.purposes import FEEDBACK, HANDOVER
from gpconnect.storage import conflicts, erasure, operations, rows

OVERRULED = "consent.withdrawn_meanwhile"
SENT_MEANWHILE = "consent.sent_meanwhile"
HELD_BACK = "consent.held_back"
SENT = ".sent"


def concerns(name: str, verb: str) -> bool:
    """Whether an operation of this kind has to name what its author knew."""
    return name == "consent" or (name in {"handover", "feedback"} and f".{verb}" == SENT)


def known(db: Database, person_id: str) -> tuple[str, ...]:
    """The answers and sendings about this child that are known here."""
    found = [one.op_id for one in _answers(db, person_id)]
    found += [one.op_id for one in _sendings(db, person_id)]
    return tuple(found)


def person_of(db: Database, name: str, record_id: str) -> str:
    """The child that a handover or feedback is about, empty when it is not known here."""
    record: Handover | Feedback | None
    record = rows.get(db, Handover, record_id) if name == "handover" else rows.get(db, Feedback, record_id)
    if record is None:
        return ""
    return record.patient_id if isinstance(record, Handover) else record.person_id


def overruling(db: Database, answer: Consent) -> bool:
    """Whether somebody took this very consent back without knowing of this yes, nor it of that."""
    mine = _operation(db, answer.id)
    return answer.decision is Decision.GIVEN and any(
        mine is not None and apart(mine, other) for other in _withdrawals(db, answer)
    )


def beside(db: Database, answer: Consent) -> list[str]:
    """Ids of the yeses on the question of a withdrawal, also those that do not count: they are looked at again."""
    if answer.decision is not Decision.WITHDRAWN:
        return []
    return [
        one.record
        for one in _answers(db, answer.person_id)
        if one.body.get("decision") == Decision.GIVEN and _question(one) == _question_of(answer)
    ]


def hold_back(db: Database, answer: Consent) -> list[str]:
    """Keep feedback here that was approved before this no and is in no parcel yet; ids of what is told no longer.

    Whoever else may decide and said yes does not outweigh it, and a no of somebody who does not decide stops nothing
    (Jeugdwet 7.3.11, 7.3.15). A sending that was made in the knowledge of the no rests on a later yes.
    """
    if answer.decision is Decision.GIVEN or (answer.scope, answer.purpose) != (Scope.SHARE, FEEDBACK):
        return []
    said = _operation(db, answer.id)
    told = rows.where(db, Feedback, "person_id = ? AND site_id = ?", (answer.person_id, answer.recipient))
    if said is None or not told or may_hear(db, answer.person_id, answer.recipient, local_day(answer.recorded_at)):
        return []
    return [
        one.id
        for one in told
        for sending in operations.of_record(db, "feedback", one.id)
        if sending.kind.endswith(SENT)
        and said.op_id not in sending.seen
        and operations.hold_back(db, sending.op_id, HELD_BACK)
    ]


def may_hear(db: Database, person_id: str, site_id: str, day: date) -> bool:
    """Whether a practice may hear about a child on a day; where nobody keeps the dossier it is not judged."""
    patient = rows.get(db, Patient, person_id)
    if patient is None:
        return True
    related = rows.where(db, RelatedPerson, "patient_id = ? AND archived = 0", (person_id,))
    consents = rows.where(db, Consent, "person_id = ?", (person_id,))
    return evaluate(Scope.SHARE, FEEDBACK, site_id, patient.birth_date, related, consents, day).is_given


def flag_sendings(db: Database, person_id: str) -> bool:
    """Mark, for who sent it, what left while consent had been taken back elsewhere; whether there was any."""
    flagged = {one.op_id for one in conflicts.marked(db) if one.reason == SENT_MEANWHILE}
    found = False
    for sending in _sendings(db, person_id):
        name = sending.kind.partition(".")[0]
        about = _about(db, name, sending.record)
        taken_back = (one for one in _answers(db, person_id) if one.body.get("decision") == Decision.WITHDRAWN)
        if sending.op_id in flagged or not any(
            (one.body.get("purpose"), one.body.get("recipient")) == about and apart(sending, one) for one in taken_back
        ):
            continue
        found = True
        conflicts.mark(
            db,
            conflicts.Marked(sending.op_id, name, sending.record, SENT_MEANWHILE, sending.author, sending.made_at),
        )
    return found


def apart(one: Operation, other: Operation) -> bool:
    """Whether neither author knew what the other did. Who writes both on one computer knows."""
    return one.device != other.device and other.op_id not in one.seen and one.op_id not in other.seen


def _withdrawals(db: Database, answer: Consent) -> Iterator[Operation]:
    return (
        one
        for one in _answers(db, answer.person_id)
        if one.body.get("decision") == Decision.WITHDRAWN and _question(one) == _question_of(answer)
    )


def _operation(db: Database, consent_id: str) -> Operation | None:
    return next(iter(operations.of_record(db, "consent", consent_id)), None)


def _answers(db: Database, person_id: str) -> list[Operation]:
    """Also those that are out of sight, because somebody asked to erase them: what else holds may not hang on that."""
    marked = conflicts.marked(db, kind="consent")
    void = {one.op_id for one in marked if one.reason != OVERRULED}
    ids = [one.id for one in rows.where(db, Consent, "person_id = ?", (person_id,))]
    ids += [one.record for one in marked if one.reason == OVERRULED]
    ids += [record for kind, record in erasure.records_of(db, person_id) if kind == "consent"]
    found = (_operation(db, one) for one in dict.fromkeys(ids))
    return [one for one in found if one and one.op_id not in void and one.body.get("person_id") == person_id]


def _sendings(db: Database, person_id: str) -> list[Operation]:
    handovers = [("handover", one.id) for one in rows.where(db, Handover, "patient_id = ?", (person_id,))]
    told = [("feedback", one.id) for one in rows.where(db, Feedback, "person_id = ?", (person_id,))]
    return [
        one
        for name, record in (*handovers, *told)
        for one in operations.of_record(db, name, record)
        if one.kind.endswith(SENT)
    ]


def _about(db: Database, name: str, record_id: str) -> tuple[str, str]:
    """Purpose and recipient of the consent that a sending rests on."""
    if name == "handover":
        return HANDOVER, rows.require(db, Handover, record_id).provider_id
    return FEEDBACK, rows.require(db, Feedback, record_id).site_id


def _question(one: Operation) -> tuple[object, ...]:
    return tuple(one.body.get(name) for name in ("scope", "purpose", "recipient", "given_by"))


def _question_of(answer: Consent) -> tuple[object, ...]:
    return str(answer.scope), answer.purpose, answer.recipient, answer.given_by
