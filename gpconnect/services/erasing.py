"""The family's right to have a dossier, or part of it, erased (Jeugdwet 7.3.9; AVG artikel 17).

Asking blocks at once on every device that syncs. For seven days anybody of the team can undo it. Then it is destroyed
by a second signed act, above twenty records by a second person, on each device when the hub's order says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from gpconnect.domain import erasing
from gpconnect.domain.calendar import local_day
from gpconnect.domain.changes import Changes
from gpconnect.domain.erasure import Article, Erasure, ErasureRefusal, ErasureStatus
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import full_name
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.records import KIND_OF, KINDS, Family
from gpconnect.domain.rights import Withholding, entitlement
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Staff
from gpconnect.services import applying, destroying, erasing_standing, hub_clock, retention, spaces
from gpconnect.services.acting import acting, check, saw
from gpconnect.services.erasing_standing import DeviceReceipt, TooEarly
from gpconnect.services.reading import require_not_kept_from
from gpconnect.services.resources import load_forms
from gpconnect.services.session import Session
from gpconnect.storage import erasure, operations, rows
from gpconnect.storage.access_log import EventType
from gpconnect.storage.connection import checkpoint

PATIENT = "patient"
LEGAL = "legal"
_KIND = KIND_OF[Erasure]
_STAYS_WHOLE = frozenset(
    {
        "sealed_draft",
        "patient",
        "episode_of_care",
        "encounter",
        "consent",
        "addendum",
        "kept_history",
        "related_person",
        "retention",
        "withholding",
        "erasure_refusal",
        "lead_change",
        "review",
        "meldcode_step",
    }
)
"""What cannot go by itself: without it the rest of the dossier has no child, no course or no ground, or a decision
about it would be lifted by merely asking. An addendum goes with its note, what is kept back with what it is about."""


@dataclass(frozen=True, slots=True)
class Part:
    """A record that can be erased by itself; an addendum goes with its note.

    Attributes:
        key: ``<record kind>:<id>``.
        title: of a note, the name of its form; otherwise empty.
        at: when it was made, as its author's clock said.
    """

    key: str
    kind: str
    title: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """An erasure as the screen shows it.

    Attributes:
        by: name of who wrote it down.
        requested_by: name of the person around the child who asked, or empty for the child or somebody else.
        due_at: when it may be destroyed, None while the hub has not received the request.
        second: whether somebody else than who wrote it down must destroy it.
        mine: whether the person at work may destroy it as far as that rule goes.
        under_way: somebody destroyed it; the hub has not taken it, or this device has not read so.
        done: it is carried out on this device.
        hub_done: the hub has let the keys go.
        too_early: a destruction that did not count, while the request stands.
        refusal: of a refused request why, by whom and when, and whether the family knows.
    """

    erasure: Erasure
    by: str
    requested_by: str
    due_at: datetime | None
    second: bool
    mine: bool
    under_way: bool
    done: bool
    receipts: tuple[DeviceReceipt, ...]
    hub_done: bool
    too_early: TooEarly | None = None
    refusal: ErasureRefusal | None = None


@dataclass(frozen=True, slots=True)
class ErasingView:
    """What can be erased of one dossier, and what was asked.

    Attributes:
        name: of the child, also while the dossier is blocked: who undoes it must know which it is. Empty after.
        parts: what can be chosen, newest first; empty while blocked.
        records: how many records the whole dossier has.
        requesters: ids and names of the people around the child.
        proposed: who may ask for it themselves: the child, a parent with authority, or nobody of them (`LEGAL`).
        asked: newest first.
        online: whether a hub is involved.
        ahead: how far this computer's clock is ahead of the hub's, which decides when it may go.
    """

    patient_id: str
    name: str
    parts: tuple[Part, ...]
    records: int
    requesters: tuple[tuple[str, str], ...]
    proposed: str
    asked: tuple[Asked, ...]
    blocked: bool
    online: bool
    ahead: timedelta


@dataclass(frozen=True, slots=True)
class NewErasure:
    """A request as it is written down; without `parts` it is the whole dossier."""

    patient_id: str
    article: Article
    requested_by: str = PATIENT
    parts: tuple[str, ...] = ()


def overview(session: Session, patient_id: str) -> ErasingView:
    """What can be erased of a dossier and where what was asked stands. No content of notes. It is on record.

    Raises:
        KnownError: ``role.may_not``, ``dossier.restricted``.
    """
    require_not_kept_from(session, patient_id, Intention.ERASE)
    saw(session, patient_id, "erasing")
    db = session.db
    is_blocked = erasure.is_blocked(db, patient_id)
    known = rows.where(db, Erasure, "patient_id = ?", (patient_id,), order="requested_at DESC, id")
    people = rows.where(db, RelatedPerson, "patient_id = ? AND NOT archived", (patient_id,), order="name")
    return ErasingView(
        patient_id=patient_id,
        name=_name(session, patient_id),
        parts=() if is_blocked else tuple(_parts(session, patient_id)),
        records=_count(session, patient_id),
        requesters=tuple((one.id, one.name) for one in people),
        proposed=_who_may(session, rows.get(db, Patient, patient_id), people),
        asked=tuple(_asked(session, one) for one in known),
        blocked=is_blocked,
        online=_online(session),
        ahead=hub_clock.ahead(session),
    )


def request(session: Session, new: NewErasure) -> Changes:
    """Write a request down; what it names is out of sight from now on.

    Raises:
        KnownError: ``role.may_not``, ``dossier.restricted``, ``dossier.emergency``, ``record.missing``,
            ``erasure.already``, ``erasure.part_gone``, ``erasure.not_entitled``, ``erasure.term_runs`` (day).
    """
    check(session, Intention.ERASE)
    require_not_kept_from(session, new.patient_id, Intention.ERASE, to_change=True)
    db = session.db
    count = _count(session, new.patient_id)
    if not count:
        raise KnownError("record.missing", kind="patient")
    if erasure.is_blocked(db, new.patient_id):
        raise KnownError("erasure.already")
    _require_ground(session, new)
    parts = _with_addenda(session, new) if new.parts else ()
    at = session.now()
    with acting(session, Intention.ERASE) as action:
        asked = Erasure(
            id=session.new_id(),
            patient_id=new.patient_id,
            article=new.article,
            requested_by=new.requested_by,
            requested_at=at,
            recorded_by=session.actor.staff_id,
            records=len(parts) or count,
            parts=parts,
        )
        action.start(asked, "requested")
        action.saw(new.patient_id, "erasure.requested", event=EventType.ERASE)
    return action.changes


def undo(session: Session, erasure_id: str) -> Changes:
    """Take a request back; everything is there again as it was, on every device that syncs.

    Raises:
        KnownError: ``role.may_not``, ``dossier.restricted``, ``dossier.emergency``, ``record.missing``,
            ``erasure.moved_on``.
    """
    return _step(session, standing_request(session, erasure_id), "undone")


def destroy(session: Session, erasure_id: str) -> Changes:
    """Destroy what was asked for; it cannot be taken back. An hour's emergency does not reach as far as that.

    With a hub it happens on each device, this one included, once the hub has given it its place: a colleague who undid
    it first is then still in time. Without a hub it happens now.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``, ``erasure.moved_on``, ``erasure.not_received``,
            ``erasure.clock_leapt``, ``erasure.days_left`` (day), ``erasure.second_person``, ``dossier.restricted``,
            ``dossier.emergency``.
    """
    asked = standing_request(session, erasure_id)
    due = _due_at(session, asked)
    if due is None:
        raise KnownError("erasure.not_received")
    if hub_clock.leap(session.db) is not None:
        raise KnownError("erasure.clock_leapt")
    if hub_clock.now(session) < due:
        raise KnownError("erasure.days_left", day=f"{local_day(due):%d-%m-%Y}")
    if _needs_second(session, asked) and asked.recorded_by == session.actor.staff_id:
        raise KnownError("erasure.second_person")
    keys = destroying.keys_of(spaces.space_keys(session.db, session.team_space), asked.patient_id)
    changes = _step(session, asked, "destroyed", keys=[one.hex() for one in keys])
    if destroying.DESTROYED in changes.kinds:
        checkpoint(session.db)
    return changes


def due(session: Session) -> tuple[tuple[Erasure, date], ...]:
    """The requests that the person at work may destroy now, with the day since when. Not logged: nothing is opened.

    None while nobody knows whether the clock of this computer leapt.
    """
    found = []
    if hub_clock.leap(session.db) is not None:
        return ()
    for one in rows.where(session.db, Erasure, "status = ?", (ErasureStatus.REQUESTED,), order="requested_at, id"):
        at = _due_at(session, one)
        own = one.recorded_by == session.actor.staff_id
        if destroying.is_kept_from(session, one.patient_id, session.actor.staff_id):
            continue
        if at is not None and at <= hub_clock.now(session) and not (own and _needs_second(session, one)):
            found.append((one, local_day(at)))
    return tuple(found)


def standing_request(session: Session, erasure_id: str) -> Erasure:
    """A request that nobody has decided on yet.

    Raises:
        KnownError: ``role.may_not``, ``dossier.restricted``, ``dossier.emergency``, ``record.missing``,
            ``erasure.moved_on``.
    """
    check(session, Intention.ERASE)
    asked = rows.require(session.db, Erasure, erasure_id)
    require_not_kept_from(session, asked.patient_id, Intention.ERASE, to_change=True)
    if asked.status is not ErasureStatus.REQUESTED:
        raise KnownError("erasure.moved_on")
    return asked


def _require_ground(session: Session, new: NewErasure) -> None:
    """Refuse who may not ask: the age rule of 7.3.15 is that of a copy. What the law itself asks, nobody has to."""
    if new.article is Article.RETENTION:
        runs_until = retention.term_of(session, new.patient_id).due_on
        if session.today() < runs_until:
            raise KnownError("erasure.term_runs", day=f"{runs_until:%d-%m-%Y}")
    elif new.requested_by != LEGAL:
        patient = rows.require(session.db, Patient, new.patient_id)
        people = rows.where(session.db, RelatedPerson, "patient_id = ?", (new.patient_id,))
        if not entitlement(patient.birth_date, session.today(), people, new.requested_by).may:
            raise KnownError("erasure.not_entitled")


def _who_may(session: Session, patient: Patient | None, people: Sequence[RelatedPerson]) -> str:
    if patient is None:
        return LEGAL
    asking = (PATIENT, *(one.id for one in people))
    return next(
        (one for one in asking if entitlement(patient.birth_date, session.today(), people, one).may),
        LEGAL,
    )


def _step(session: Session, asked: Erasure, verb: str, **carried: Any) -> Changes:
    with acting(session, Intention.ERASE) as action:
        body = {"seen": str(asked.status), **carried}
        action.event(_KIND.name, asked.id, verb, body, space=session.team_space)
        action.saw(asked.patient_id, f"erasure.{verb}", event=EventType.ERASE)
        settled = Changes() if _online(session) else destroying.settle(session)
    return action.changes | settled


def _online(session: Session) -> bool:
    return session.team_space in spaces.followed(session.db)


def _due_at(session: Session, asked: Erasure) -> datetime | None:
    if not _online(session):
        return erasing.due_at(asked.requested_at, asked.requested_at)
    first = operations.of_record(session.db, _KIND.name, asked.id)[0]
    return erasing.due_at(asked.requested_at, erasure.placed(session.db, first.op_id).received_at)


def _needs_second(session: Session, asked: Erasure) -> bool:
    # What a colleague's device wrote may be less than there is, and the dossier may have grown.
    counted = max(asked.records, len(asked.parts) or _count(session, asked.patient_id))
    return erasing.needs_second(replace(asked, records=counted), rows.where(session.db, Erasure))


def _count(session: Session, patient_id: str) -> int:
    found = erasure.records_of(session.db, patient_id)
    return sum(kind not in destroying.NOT_COUNTED for kind, _ in found)


def _with_addenda(session: Session, new: NewErasure) -> tuple[str, ...]:
    """What was chosen, with the addenda of chosen notes and the decisions to keep any of it back."""
    choice = {one.key for one in _parts(session, new.patient_id)}
    if not choice.issuperset(new.parts):
        raise KnownError("erasure.part_gone")
    notes = {part.partition(":")[2] for part in new.parts if part.startswith("note:")}
    added = rows.where(session.db, Addendum, "patient_id = ?", (new.patient_id,), order="made_at, id")
    parts = (*new.parts, *(f"addendum:{one.id}" for one in added if one.note_id in notes))
    kept = rows.where(session.db, Withholding, "patient_id = ?", (new.patient_id,), order="decided_at, id")
    return (*parts, *(f"withholding:{one.id}" for one in kept if f"{one.kind}:{one.record}" in parts))


def _parts(session: Session, patient_id: str) -> Iterator[Part]:
    """What can go by itself, newest first; what is hidden already is not offered again."""
    db, forms = session.db, load_forms()
    names = {one.id: one.name for one in rows.where(db, Staff)}
    found = []
    for kind, record in erasure.records_of(db, patient_id):
        whole = kind in _STAYS_WHOLE or Family.TEAM not in KINDS[kind].families
        if whole or rows.get(db, KINDS[kind].record, record) is None:
            continue
        first = operations.of_record(db, kind, record, refused=True)[0]
        note = rows.get(db, Note, record) if kind == "note" else None
        form = forms.get((note.template, note.template_version)) if note else None
        title = form.title if form else ""
        found.append(Part(f"{kind}:{record}", kind, title, names.get(first.author, ""), first.made_at))
    yield from sorted(found, key=lambda one: (one.at, one.key), reverse=True)


def _name(session: Session, patient_id: str) -> str:
    state = applying.state_of(session.db, KIND_OF[Patient], patient_id)
    return full_name(state["given_name"], state.get("prefix", ""), state["family_name"]) if state else ""


def _asked(session: Session, one: Erasure) -> Asked:
    db = session.db
    names = {staff.id: staff.name for staff in rows.where(db, Staff)} | {session.actor.staff_id: session.actor.name}
    person = applying.state_of(db, KIND_OF[RelatedPerson], one.requested_by)
    second = _needs_second(session, one)
    stands = erasure.is_open(db, one.id)
    destroyed = one.status is ErasureStatus.DESTROYED
    return Asked(
        erasure=one,
        by=names.get(one.recorded_by, ""),
        requested_by=person["name"] if person else "",
        due_at=_due_at(session, one),
        second=second,
        mine=not second or one.recorded_by != session.actor.staff_id,
        under_way=stands and destroyed,
        done=destroyed and not stands,
        receipts=tuple(erasing_standing.receipts(session, one, names)) if destroyed else (),
        hub_done=not erasure.refused_keys(db, session.team_space, untold=True),
        too_early=erasing_standing.too_early(session, one, names),
        refusal=erasing_standing.refusal(session, one),
    )
