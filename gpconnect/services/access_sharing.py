"""The access log in the space of the record: each device tells its team and its practices what it did there.

A line about a dossier goes to the team, a line about a booking or a card to the practice, and a line about nobody in
particular stays on its device. A batch names the rows it answers for and the heads of the chain around them, so whoever
gets it sees a gap or a changed line later. The municipality is in neither kind of space and gets none.

A file that was put back does not hold all that was told of it. Once the hub gave that again, a line names it as lost,
for every space: then it reads as what it is, and an omission as what that is (`gpconnect.domain.access.first_break`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import msgspec

from gpconnect.domain.access import (
    BATCH_BYTES,
    BATCH_LINES,
    LOST,
    AccessEvent,
    AccessLines,
    Break,
    EventType,
    Gap,
    SharedLine,
    first_break,
    gap_in,
)
from gpconnect.domain.changes import Changes
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Role
from gpconnect.services import spaces
from gpconnect.services.acting import Action, acting, check, log
from gpconnect.services.session import Session
from gpconnect.storage import access_log, meta, operations, rows
from gpconnect.storage.connection import transaction
from gpconnect.storage.erasure import tombstones

_NAMED = "access_log.named"
"""Under this name the batches of this device that its log does not hold any more and names as lost."""
_OF_PRACTICE = frozenset({"appointment", "appointment_card", "day_sheet", "reminder_list", "booking", "feedback_read"})
"""Purposes that are about a record of the practice; a kind of record of the practice is one as well."""
TOLD_FOR = timedelta(days=90)
"""So long an emergency that nobody read about is told on *Vandaag*; in the list it stays."""
_PRACTICE_KINDS = frozenset({"person_card", "appointment", "waiting_entry", "safety_task", "feedback"})


@dataclass(frozen=True, slots=True)
class _Told:
    """How far a space has been told: its last row, and the last row that was looked at for it."""

    row: int
    looked: int


@dataclass(slots=True)
class _Batch:
    """Lines for one space that are being gathered."""

    first_row: int
    before: str
    size: int = 0
    lines: list[SharedLine] = field(default_factory=list)


def share_lines(session: Session) -> Changes:
    """Make operations of the lines that the team and the practices have not been told yet; each line once.

    Called when a round with the hub begins; what is made here leaves in that round. Of a file that was put back nothing
    is told before the first round ended: until then nobody knows which numbers were in use.

    Raises:
        KnownError: ``file.disk_full``.
    """
    check(session, Intention.SYNC)
    due = access_log.asked(session.db)
    if due is not None and not due[1]:
        return Changes()
    known = {one: _told(session, one) for one in _told_to(session)}
    if not known or min(one.looked for one in known.values()) >= access_log.last_row(session.db):
        return Changes()
    with acting(session, Intention.SYNC) as action:
        _gather(action, known)
    return action.changes


def name_lost(session: Session, *, whole: bool) -> Changes:
    """Write the line for what this device told once and does not hold any more, after a round with the hub.

    Args:
        session: at work.
        whole: every space was read in that round.
    """
    due = access_log.asked(session.db)
    if due is None:
        return Changes()
    named = frozenset(meta.get_meta(session.db, _NAMED) or ())
    own = list(rows.where(session.db, AccessLines, "device = ?", (session.device,), order="first_row, id"))
    lost = [one for one in own if one.id not in named and not _stands(session, one.last_row, one.after)]
    with transaction(session.db):
        access_log.answer(session.db, due[0], whole=whole)
        if lost:
            log(session, "", LOST, event=EventType.CHANGE, detail=_gap(session, lost, due[0]).detail)
            meta.put_meta(session.db, _NAMED, sorted(named | {one.id for one in lost}))
        again = {_space(session, one) for one in lost}
        for space in {_space(session, one) for one in own}:
            _tell_on(session, space, [one for one in own if _space(session, one) == space], again=space in again)
    return Changes(frozenset({"outbox"})) if lost else Changes()


def received(session: Session, condition: str = "", params: tuple[str, ...] = ()) -> Iterator[SharedLine]:
    """Lines that other devices told, and those of this device that a restored file does not hold any more."""
    for batch in rows.where(session.db, AccessLines, condition, params, order="first_at, id"):
        yield from batch.lines


def unread_emergencies(session: Session, patients: Iterable[Patient]) -> tuple[AccessEvent, ...]:
    """Who looked in an emergency in the dossiers of this case lead, since the case lead last read who looked."""
    own, found = session.actor.staff_id, []
    since = rows.instant(session.now() - TOLD_FOR)
    for patient in patients:
        if not patient.restricted_to:
            continue
        told = received(session, "last_at >= ? AND instr(lines, ?) > 0", (since, patient.id))
        urgent = [one.event for one in told if one.event.type is EventType.EMERGENCY]
        read = [
            one.at
            for one in access_log.of_patient(session.db, patient.id)
            if one.type is EventType.LOG_READ and one.user == own
        ]
        last = max(read, default=patient.opened_at)
        found += [one for one in urgent if one.client == patient.id and one.user != own and one.at > last]
    return tuple(found)


def first_breaks(session: Session) -> tuple[Break, ...]:
    """Per device, the first place where what it told does not hold together, nor with the log of this device."""
    by_log: dict[tuple[str, str], list[AccessLines]] = {}
    found: dict[str, Break] = {}
    for batch in rows.where(session.db, AccessLines, order="device, site_id, first_row, id"):
        by_log.setdefault((batch.device, batch.site_id), []).append(batch)
        wrong = _wrong_in(session, batch)
        if wrong is not None:
            found.setdefault(wrong.device, wrong)
    for (device, _), batches in by_log.items():
        broken = first_break(batches)
        if broken is not None and (device not in found or broken.row < found[device].row):
            found[device] = broken
    return tuple(found[device] for device in sorted(found))


def _wrong_in(session: Session, batch: AccessLines) -> Break | None:
    """A line whose head is not that of its content, or is another than this device itself has at that row."""
    made = operations.of_record(session.db, "access_lines", batch.id)
    if made and made[0].device != batch.device:
        return Break(batch.device, batch.first_row, "other_device")
    own = batch.device == session.device and batch.id not in (meta.get_meta(session.db, _NAMED) or ())
    for line in batch.lines:
        if not access_log.fits(line) or (own and access_log.head_at(session.db, line.row) != line.head):
            return Break(batch.device, line.row, "contradiction")
    return None


def _told_to(session: Session) -> tuple[str, ...]:
    """The spaces of records about children that this device is in."""
    return tuple(
        space
        for space in spaces.followed(session.db)
        if space.startswith(("team/", "practice/")) and spaces.membership(session.db, space).member(session.device)
    )


def _told(session: Session, space: str) -> _Told:
    """How far this space has been told."""
    row, looked = meta.get_meta(session.db, f"{access_log.SHARED}:{space}") or (0, 0)
    return _Told(int(row), int(looked))


def _stands(session: Session, row: int, head: str) -> bool:
    """Whether the log of this device has this line as it was told."""
    return access_log.head_at(session.db, row) == head


def _gap(session: Session, lost: Iterable[AccessLines], why: str) -> Gap:
    """From the first line on that may be another one now, to the last that was told.

    Not every line is told to every space. So it begins behind the last one that is certainly the same.
    """
    told = [(batch.first_row - 1, batch.before) for batch in lost]
    told += [(line.row, line.head) for batch in lost for line in batch.lines]
    same = max((row for row, head in told if _stands(session, row, head)), default=0)
    return Gap(same + 1, max(batch.last_row for batch in lost), why)


def _tell_on(session: Session, space: str, own: Iterable[AccessLines], *, again: bool) -> None:
    """A space is told on from the last line that both have alike.

    `again` where the log has otherwise now what it was told. An older file does not know what it told since, while the
    lines themselves still stand in it: told a second time they would be held for a contradiction.
    """
    told = _told(session, space)
    stands = max((one.last_row for one in own if _stands(session, one.last_row, one.after)), default=0)
    if stands > told.row or (again and told.row > stands):
        meta.put_meta(session.db, f"{access_log.SHARED}:{space}", [stands, stands])


def _space(session: Session, batch: AccessLines) -> str:
    """Which space was told a batch."""
    return f"practice/{batch.site_id}" if batch.site_id else session.team_space


def _gather(action: Action, known: dict[str, _Told]) -> None:
    session = action.session
    destroyed = frozenset(one.patient_id for one in tombstones(session.db))
    batches: dict[str, _Batch] = {}
    for line in access_log.after_row(session.db, min(one.looked for one in known.values())):
        # That lines were lost is for everybody who was told lines.
        everybody = gap_in(line.event) is not None and not line.event.client
        for space in tuple(known) if everybody else (_space_of(session, line, destroyed),):
            if space in known and line.row > known[space].looked:
                _add(action, space, line, batches, known)
    for space, batch in batches.items():
        _tell(action, space, batch, known)
    for space, told in known.items():
        meta.put_meta(session.db, f"{access_log.SHARED}:{space}", [told.row, access_log.last_row(session.db)])


def _add(action: Action, space: str, line: SharedLine, batches: dict[str, _Batch], known: dict[str, _Told]) -> None:
    """One line more for a space; a batch that is full goes first."""
    batch = batches.get(space)
    size = len(msgspec.json.encode(line))
    if batch is not None and (len(batch.lines) == BATCH_LINES or batch.size + size > BATCH_BYTES):
        _tell(action, space, batch, known)
        batch = None
    if batch is None:
        row = known[space].row
        batch = batches[space] = _Batch(row + 1, access_log.head_at(action.session.db, row))
    batch.lines.append(line)
    batch.size += size


def _tell(action: Action, space: str, batch: _Batch, known: dict[str, _Told]) -> None:
    """Write one batch, and note how far the space has been told. Inside a transaction."""
    session, lines = action.session, batch.lines
    times = [one.event.at for one in lines]
    action.write(
        AccessLines(
            id=session.new_id(),
            device=session.device,
            first_row=batch.first_row,
            last_row=lines[-1].row,
            before=batch.before,
            after=lines[-1].head,
            first_at=min(times),
            last_at=max(times),
            lines=tuple(lines),
            site_id=space.removeprefix("practice/") if space.startswith("practice/") else "",
        ),
        "told",
        space=space,
    )
    known[space] = _Told(lines[-1].row, lines[-1].row)


def _space_of(session: Session, line: SharedLine, destroyed: frozenset[str]) -> str:
    """Where a line belongs: with the record it is about. Empty when it stays here."""
    client, purpose = line.event.client, line.event.purpose
    if not client:
        return ""
    of_practice = purpose in _OF_PRACTICE or purpose.partition(".")[0] in _PRACTICE_KINDS
    worker = session.actor.role is Role.YOUTH_WORKER
    if worker and not of_practice and (client in destroyed or rows.get(session.db, Patient, client) is not None):
        return session.team_space
    card = rows.get(session.db, PersonCard, client)
    return f"practice/{card.site_id}" if card is not None else session.team_space if worker else ""
