"""Who looked (NEN 7513): for the family, the team and an inspector; and dossiers that are kept from colleagues.

Lines are only ever added and kept as long as the file: at least five years, as NEN 7513 asks, and nothing prunes them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from gpconnect.documents import access_words
from gpconnect.documents.preview import preview_png
from gpconnect.domain.access import AccessEvent, EventType, Look, gap_in
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Role, Staff
from gpconnect.domain.typed import clean_text
from gpconnect.exchange import audit_events
from gpconnect.services import access_sharing, family_list, restricting
from gpconnect.services import acting as acting_gate
from gpconnect.services.acting import acting, check, log, saw
from gpconnect.services.desk_prints import PICTURE_WIDTH, Paper
from gpconnect.services.persons import persons
from gpconnect.services.reading import require_not_kept_from, require_readable
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import access_log, erasure, files, rows
from gpconnect.storage.connection import transaction

LOG_DAYS = 30
_TRIES = re.compile(r"[a-z]+ (?P<times>[0-9]{1,7})(?: (?P<at>\S+))?")
SHORTEST_REASON = 10
"""Characters of a reason for looking in an emergency: a word is no reason."""
LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class LogView:
    """The access log as far as this device knows it, newest first.

    Attributes:
        people: id and name of everybody who is in it, to choose from.
    """

    looks: tuple[Look, ...]
    people: tuple[tuple[str, str], ...]
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class BrokenLog:
    """Where the log of a device does not hold together.

    Attributes:
        row: the first line that is missing or does not fit.
        what: ``changed`` in the log of this device; otherwise as `gpconnect.domain.access.Break`.
        name: of who works on that device, as far as known.
    """

    row: int
    what: str
    own_device: bool
    device: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking the log found.

    Attributes:
        lines: how many lines of this device were read.
        devices: how many other devices told theirs.
    """

    lines: int
    devices: int
    broken: tuple[BrokenLog, ...]


@dataclass(frozen=True, slots=True)
class Restriction:
    """Who may read a dossier.

    Attributes:
        colleagues: id, name and whether they may read it, of every other youth worker of the team.
        restricted: whether it is kept from anybody.
        may_change: only its case lead chooses.
        emergency_reasons: of colleagues who looked in an emergency, newest first.
    """

    colleagues: tuple[tuple[str, str, bool], ...]
    restricted: bool
    may_change: bool
    lead: str
    emergencies: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """Who looked in one dossier, newest first.

    Attributes:
        looks: as the family may read it, on paper and on a screen that they look at together.
        emergencies: with the written reasons, for who judges them; a reason can name what is kept back.
    """

    looks: tuple[Look, ...]
    emergencies: tuple[Look, ...]


def who_looked(session: Session, patient_id: str) -> tuple[Look, ...]:
    """Who did what with this dossier on any device, newest first; reading this list is on record too.

    Also while it is asked to be erased, and after: the log outlives the dossier. It says what the list on paper says: a
    family may look along on the screen, so what is kept back from them is softened here too (`family_list.softened`).

    Raises:
        KnownError: ``role.may_not``, ``dossier.restricted``.
    """
    return looked(session, patient_id).looks


def looked(session: Session, patient_id: str) -> Looked:
    """The same, with the emergencies as they are for the team. Raises as `who_looked`."""
    require_not_kept_from(session, patient_id, Intention.READ_ACCESS_LOG)
    saw(session, patient_id, "who_looked", event=EventType.LOG_READ)
    events = events_about(session, patient_id)
    return Looked(
        looks=named(session, family_list.softened(session, patient_id, events)),
        emergencies=named(session, (one for one in events if one.type is EventType.EMERGENCY)),
    )


def print_who_looked(session: Session, patient_id: str) -> Paper:
    """The list for the family on paper; printing it is on record. Raises as `who_looked`.

    Of a dossier that was destroyed nobody knows the name any more. While something of the dossier is kept back
    (Jeugdwet 7.3.10, 7.3.15), lines that could tell of it say something everyday; see `family_list.softened`.
    """
    require_not_kept_from(session, patient_id, Intention.READ_ACCESS_LOG)
    patient = restricting.known(session, patient_id)
    if patient is None and not erasure.tombstones(session.db, patient_id):
        raise KnownError("record.missing", kind="patient")
    saw(session, patient_id, "who_looked", event=EventType.PRINT)
    name = full_name(patient.given_name, patient.prefix, patient.family_name) if patient else access_words.ERASED
    looks = named(session, family_list.softened(session, patient_id, events_about(session, patient_id)))
    pdf = access_words.looking_list(name, looks, session.today(), session.actor.organization)
    return Paper(pdf, preview_png(pdf, 0, PICTURE_WIDTH), f"wie-keek-er-{session.today():%Y-%m-%d}.pdf")


def recent(
    session: Session, first_day: date | None = None, last_day: date | None = None, user: str = "", event: str = ""
) -> LogView:
    """The log of a period; reading it is itself on record (NEN 7513).

    Args:
        session: at work.
        first_day: in Europe/Amsterdam; None for thirty days back.
        last_day: the day that is still in it; None for today.
        user: only of this colleague; empty for everybody.
        event: only of this kind; empty for all.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.READ_ACCESS_LOG)
    saw(session, "", "access_log", event=EventType.LOG_READ)
    last = last_day or session.today()
    first = first_day or last - timedelta(days=LOG_DAYS - 1)
    events = _between(session, first, last)
    staff = _names(session)
    people = sorted({(one.user, staff.get(one.user, "")) for one in events}, key=lambda one: (one[1], one[0]))
    wanted = (one for one in events if user in {"", one.user} and event in {"", one.type})
    return LogView(named(session, wanted), tuple(people), first, last)


def searched(session: Session, place: str, results: int, patient_id: str = "") -> None:
    """A question ended: its field was emptied or left, or a result was opened. The next look asks another one.

    That somebody searched is on record since the first look (`gpconnect.services.acting.asked`); here the child is
    named whose result was opened where opening it writes no line itself.

    Args:
        session: at work.
        place: ``search_box``, ``dossiers`` or ``booking``.
        results: how many were found.
        patient_id: of the child whose result was opened, or empty.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.SEARCH)
    session.questions.pop(place, None)
    if patient_id:
        saw(session, patient_id, "search", event=EventType.SEARCH, detail=f"{place} {results}")


def verify(session: Session) -> Checked:
    """Whether the log of this device, and what others told of theirs, holds together; names the first broken line.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.READ_ACCESS_LOG)
    row = access_log.verify_chain(session.db)
    found = [] if row is None else [BrokenLog(row, "changed", own_device=True)]
    staff = _names(session)
    users = {one.event.device: one.event.user for one in access_sharing.received(session)}
    for one in access_sharing.first_breaks(session):
        own, name = one.device == session.device, staff.get(users.get(one.device, ""), "")
        found.append(BrokenLog(one.row, one.what, own, one.device[:4], name))
    return Checked(access_log.last_row(session.db), len(set(users) - {session.device}), tuple(found))


def export(session: Session, target: Path, first_day: date, last_day: date) -> int:
    """Write the log of a period as FHIR R4 AuditEvents, for an inspector or another program; that is on record too.

    Returns:
        How many events are in it.

    Raises:
        KnownError: ``role.may_not``, ``file.write_failed``.
    """
    check(session, Intention.READ_ACCESS_LOG)
    saw(session, "", "access_log", event=EventType.EXPORT)
    events = _between(session, first_day, last_day)
    source = audit_events.Source(session.device, session.actor.organization, _names(session))
    # What was begun just before midnight ended on the next day.
    later = _between(session, last_day + timedelta(days=1), last_day + timedelta(days=1))
    files.write_atomically(target, audit_events.bundle(events, source, session.now(), later))
    return len(events)


def restriction(session: Session, patient_id: str) -> Restriction:
    """Who may read a dossier, and who looked in an emergency.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``, ``dossier.restricted``.
    """
    require_readable(session, patient_id)
    patient = rows.require(session.db, Patient, patient_id)
    acting_gate.looked(session, patient_id, "restriction", part_of="open_dossier")
    staff = rows.where(session.db, Staff, "role = ? AND NOT archived", (Role.YOUTH_WORKER,), order="name, id")
    others = [one for one in staff if one.team_id == session.actor.team_id and one.id != patient.case_lead]
    events = (one for one in events_about(session, patient_id) if one.type is EventType.EMERGENCY)
    return Restriction(
        colleagues=tuple((one.id, one.name, not patient.is_restricted_for(one.id)) for one in others),
        restricted=bool(patient.restricted_to),
        may_change=patient.case_lead == session.actor.staff_id,
        lead=_names(session).get(patient.case_lead, ""),
        emergencies=named(session, events),
    )


def restrict(session: Session, patient_id: str, readers: Iterable[str] | None) -> Changes:
    """Let only some colleagues read a dossier, beside its case lead.

    The program keeps the others out on every device; the keys of the team are not changed by it.

    Args:
        session: of the case lead.
        patient_id: whose dossier.
        readers: staff ids; none at all leaves the case lead alone, and None opens it to the whole team again.

    Raises:
        KnownError: ``dossier.not_case_lead``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.RESTRICT_DOSSIER) as action:
        patient = rows.require(session.db, Patient, patient_id)
        if patient.case_lead != session.actor.staff_id:
            raise KnownError("dossier.not_case_lead")
        # The case lead is in it by name, so that a dossier for the case lead alone is not an open one.
        chosen = () if readers is None else tuple(sorted({*readers, patient.case_lead}))
        action.write(replace(patient, restricted_to=chosen))
    return action.changes


def open_in_emergency(session: Session, patient_id: str, reason: str) -> Changes:
    """Look in a dossier that is kept from this person, for one hour on this device, with a written reason.

    The reason is the only free text in the log; the case lead and the family can read it.

    Raises:
        KnownError: ``emergency.reason_short`` (minimum), ``emergency.not_needed``, ``text.too_long``,
            ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.READ_IN_EMERGENCY)
    words = clean_text(reason, LONGEST_REASON)
    if len(words) < SHORTEST_REASON:
        raise KnownError("emergency.reason_short", minimum=SHORTEST_REASON)
    patient = rows.require(session.db, Patient, patient_id)
    if not patient.is_restricted_for(session.actor.staff_id):
        raise KnownError("emergency.not_needed")
    with transaction(session.db, urgent=True):
        log(session, patient_id, "emergency", event=EventType.EMERGENCY, detail=words)
        restricting.begin_emergency(session, patient_id)
    return Changes(frozenset({"patient"}), frozenset({patient_id}))


def end_emergency(session: Session, patient_id: str) -> Changes:
    """Done with reading before the hour is over: the dossier is closed again, and opening it asks for a reason again.

    It adds no line to the log: the family would read it as one more look.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.READ_IN_EMERGENCY)
    with transaction(session.db, urgent=True):
        restricting.end_emergency(session, patient_id)
    return Changes(frozenset({"patient"}), frozenset({patient_id}))


def events_about(session: Session, patient_id: str) -> list[AccessEvent]:
    """Every line about one child, own and told by others, newest first."""
    told = access_sharing.received(session, "instr(lines, ?) > 0", (patient_id,))
    others = (one.event for one in told if one.event.client == patient_id)
    return _joined(access_log.of_patient(session.db, patient_id), others)


def _between(session: Session, first_day: date, last_day: date) -> list[AccessEvent]:
    """Every line of a stretch of days in Europe/Amsterdam, own and told by others, newest first."""
    start, end = (
        datetime.combine(day, time.min, AMSTERDAM).astimezone(UTC) for day in (first_day, last_day + timedelta(days=1))
    )
    told = access_sharing.received(session, "last_at >= ? AND first_at < ?", (rows.instant(start), rows.instant(end)))
    others = (one.event for one in told if start <= one.event.at < end)
    return _joined(access_log.between(session.db, start, end), others)


def _joined(own: Iterable[AccessEvent], others: Iterable[AccessEvent]) -> list[AccessEvent]:
    """Each event once: what this device told came back from its own batches."""
    known = {one.event_id: one for one in own}
    for one in others:
        known.setdefault(one.event_id, one)
    return sorted(known.values(), key=lambda one: one.at, reverse=True)


def named(session: Session, events: Iterable[AccessEvent]) -> tuple[Look, ...]:
    """Lines of the log with names instead of ids, in the same order."""
    lines = tuple(events)
    staff = _names(session)
    children = persons(session, [one.client for one in lines])
    return tuple(
        Look(
            at=one.at,
            name=staff.get(one.user, ""),
            role=one.role,
            event=str(one.type),
            purpose=one.purpose,
            outcome=one.outcome,
            child=children[one.client].name if one.client in children else "",
            about=bool(one.client),
            # A second file of the same person: "for" oneself says nothing.
            on_behalf_of=behalf if (behalf := staff.get(one.on_behalf_of, "")) != staff.get(one.user, "") else "",
            reason=one.detail if one.type is EventType.EMERGENCY else "",
            own_device=one.device == session.device,
            device=one.device[:4],
            tries=_tries(one)[0],
            last_try=_tries(one)[1],
            gap=gap_in(one),
        )
        for one in lines
    )


def _tries(event: AccessEvent) -> tuple[int, datetime | None]:
    """What the line of wrong secrets counts: ``passphrase 3 2026-11-23T16:03:00+00:00``, of older lines no moment.

    A line of another device may hold anything; then it is one try, of which nobody knows when.
    """
    if event.type is not EventType.LOGIN_FAILED:
        return 0, None
    found = _TRIES.fullmatch(event.detail)
    if found is None:
        return 1, None
    try:
        at = datetime.fromisoformat(found["at"] or "")
    except ValueError:
        at = None
    return int(found["times"]), at if at is not None and at.tzinfo is not None else None


def _names(session: Session) -> dict[str, str]:
    known = {one.id: one.name for one in rows.where(session.db, Staff)}
    return known | {session.actor.staff_id: session.actor.name}
