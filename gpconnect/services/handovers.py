"""A warm handover from asking to the receiver's confirmation: every step that the worker records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from gpconnect.domain import handing_over
from gpconnect.domain.access import EventType
from gpconnect.domain.booking import Illegal
from gpconnect.domain.calendar import add_working_days
from gpconnect.domain.changes import Changes
from gpconnect.domain.consent import Ground
from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Handover, HandoverStatus, Safety
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import NOTE_LIMIT, REASON_LIMIT, clean_line, clean_text
from gpconnect.services import closing, dossiers, feedback_duties, handover_letters, handover_papers, handover_views
from gpconnect.services.acting import Action, acting, saw
from gpconnect.services.session import Session
from gpconnect.storage import files, rows

HOW = ("letter", "phone", "mail", "file")
"""Ways in which a handover leaves: on paper, told by phone, in a secure mail, or as a file for the other's system."""
_POINTS = frozenset(point.key for point in handing_over.CHECKLIST)
OPEN = frozenset(
    {HandoverStatus.REQUESTED, HandoverStatus.ON_HOLD, HandoverStatus.ACCEPTED, HandoverStatus.IN_PROGRESS}
)
"""States in which the receiver may still take it on; one that was not accepted is no longer under way."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is handed over, and on which ground.

    Attributes:
        checklist: text per point.
        withheld: points that this receiver does not get.
        ground: None is consent, as soon as it is given.
        ground_reason: needed for any other ground than consent.
    """

    checklist: Mapping[str, str] = field(default_factory=dict)
    withheld: tuple[str, ...] = ()
    safety: Safety = Safety.SAFE
    access_route: AccessRoute = AccessRoute.FREELY_ACCESSIBLE
    ground: Ground = Ground.CONSENT
    ground_reason: str = ""
    bridging: bool = True


def create_handover(session: Session, patient_id: str, provider_id: str, content: Content) -> tuple[Changes, str]:
    """Begin a handover; nothing leaves yet.

    Returns:
        What changed, and the id.

    Raises:
        KnownError: ``handover.exists`` while one to this receiver is open, ``handover.receiver_gone``,
            ``text.too_long``, ``text.control_character``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        patient = rows.require(session.db, Patient, patient_id)
        provider = rows.require(session.db, Provider, provider_id)
        if provider.archived:
            raise KnownError("handover.receiver_gone", name=provider.name)
        for other in rows.where(session.db, Handover, "patient_id = ? AND provider_id = ?", (patient_id, provider_id)):
            if other.status in OPEN:
                raise KnownError("handover.exists", name=provider.name)
        handover = Handover(
            id=session.new_id(),
            patient_id=patient.id,
            episode_id=episode.id if (episode := dossiers.last_episode(session, patient.id)) else "",
            provider_id=provider.id,
            provider_name=provider.name,
            created_at=session.now(),
            recorded_by=session.actor.staff_id,
            destination=provider.destination,
            **_checked(content),
        )
        action.start(handover, "created")
    return action.changes, handover.id


def edit(session: Session, handover_id: str, content: Content) -> Changes:
    """Change what is handed over, as long as nothing has left; unchanged parts are not written again.

    Raises:
        KnownError: ``handover.already_sent``, ``handover.no_such_step``, ``text.too_long``,
            ``text.control_character``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = rows.require(session.db, Handover, handover_id)
        wanted = _checked(content)
        wanted["checklist"] = {**before.checklist, **wanted["checklist"]}
        fields = {name: value for name, value in wanted.items() if getattr(before, name) != value}
        if fields and before.sent_at is not None:
            raise KnownError("handover.already_sent")
        if fields:
            _happen(action, before, "edited", fields)
    return action.changes


def plan_talk(
    session: Session,
    handover_id: str,
    meeting_at: datetime | None,
    *,
    present: tuple[str, ...] = (),
    absent_why: str = "",
    agreements: str = "",
) -> Changes:
    """Plan the three-way talk, or write down who was there and what was agreed.

    Args:
        session: of the worker.
        handover_id: which handover.
        meeting_at: aware; None while no moment was found.
        present: names; a talk that has been needs somebody of the family, or why they were not there.
        absent_why: why the family was not there.
        agreements: who does what, and when.

    Raises:
        KnownError: ``handover.absent_why_missing``, ``handover.no_such_step``, ``text.too_long``, ``record.missing``,
            ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = rows.require(session.db, Handover, handover_id)
        names = tuple(filter(None, (clean_line(name) for name in present)))
        why = clean_text(absent_why, REASON_LIMIT)
        family = {name for name, is_family in handover_views.people_of(session, before) if is_family}
        if names and not family & set(names) and not why:
            raise KnownError("handover.absent_why_missing")
        fields: dict[str, Any] = {
            "meeting_at": meeting_at,
            "present": names,
            "absent_why": why,
            "agreements": clean_text(agreements, NOTE_LIMIT),
        }
        if names:
            fields["checklist"] = {**before.checklist, "present": ", ".join(names)}
        _happen(action, before, "met", fields)
    return action.changes


def send(session: Session, handover_id: str, target: Path | None = None, how: str = "letter") -> Changes:
    """Let it leave: what leaves is written to a file, and the dates on which somebody must act begin to run.

    Nothing leaves without a recorded ground (Jeugdwet 7.3.11); a withdrawn consent stops it.

    Args:
        session: of the worker.
        handover_id: which handover.
        target: where the file goes; None when the receiver was told in another way.
        how: one of `HOW`.

    Raises:
        KnownError: as `handing_over.may_send` and `handover_papers.made`, ``handover.state_moved_on``,
            ``file.write_failed``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = rows.require(session.db, Handover, handover_id)
        view = handover_views.look(session, before)
        if view.consent is None:
            raise KnownError("handover.ground_missing")
        handing_over.may_send(before, view.consent.standing)
        dates = handing_over.deadlines(session.today())
        fields: dict[str, Any] = {"sent_at": session.now(), "sent_how": how if how in HOW else HOW[0], **dates}
        _happen(action, before, "sent", fields)
        feedback_duties.tell_handover(action, before)
        action.saw(before.patient_id, "handover.sent", event=EventType.EXPORT)
        if target is not None:
            files.write_atomically(target, handover_papers.made(session, view, dates, how))
    return action.changes


def letter(session: Session, handover_id: str) -> bytes:
    """The letter as it would leave now, to look at; a PDF.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    view = handover_views.look_again(session, handover_id)
    saw(session, view.patient.id, "handover", event=EventType.PRINT)
    return handover_letters.letter(session, view, handing_over.deadlines(session.today()))


def accept(
    session: Session, handover_id: str, first_contact_on: date | None, *, by: str = "", read_back: str = ""
) -> Changes:
    """The receiver takes it on. We stay responsible until they confirm that help has begun.

    Args:
        session: of the worker.
        handover_id: which handover.
        first_contact_on: the day of their first talk with the family, when it is known.
        by: who said so at the receiver.
        read_back: the summary that the receiver said back.

    Raises:
        KnownError: ``handover.not_sent``, ``handover.no_such_step``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = _sent(session, handover_id)
        fields: dict[str, Any] = {"first_contact_on": first_contact_on}
        if read_back.strip():
            fields["checklist"] = {**before.checklist, "read_back": clean_text(read_back, NOTE_LIMIT)}
        _happen(action, before, "accepted", fields, performed_by=by)
    return action.changes


def postpone(session: Session, handover_id: str, other_day: date | None, *, by: str = "") -> Changes:
    """The receiver asks for another date.

    Raises:
        KnownError: ``handover.day_missing``, ``handover.not_sent``, ``handover.no_such_step``, ``record.missing``,
            ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = _sent(session, handover_id)
        if other_day is None:
            raise KnownError("handover.day_missing")
        _happen(action, before, "postponed", {"alternative_date": other_day}, performed_by=by)
    return action.changes


def agree_to_date(session: Session, handover_id: str) -> Changes:
    """The other date is fine: the question stands again, with the answer due by that date.

    Raises:
        KnownError: ``handover.no_such_step``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = rows.require(session.db, Handover, handover_id)
        later = max(before.alternative_date or session.today(), session.today())
        _happen(action, before, "requested", {"answer_due": add_working_days(later, 0)})
    return action.changes


def reject(session: Session, handover_id: str, reason: str, *, by: str = "") -> Changes:
    """The receiver cannot take it on; the reason is for the pilot and for the family.

    Raises:
        KnownError: ``handover.reason_missing``, ``handover.not_sent``, ``handover.no_such_step``, ``text.too_long``,
            ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = _sent(session, handover_id)
        _happen(action, before, "rejected", {}, reason=clean_text(reason, REASON_LIMIT), performed_by=by)
        feedback_duties.tell_handover(action, before)
    return action.changes


def begin(session: Session, handover_id: str, first_contact_on: date | None = None, *, by: str = "") -> Changes:
    """The first talk at the receiver has been: help runs there.

    Raises:
        KnownError: ``handover.day_future``, ``handover.no_such_step``, ``record.missing``, ``role.may_not``.
    """
    day = first_contact_on or session.today()
    if day > session.today():
        raise KnownError("handover.day_future")
    with acting(session, Intention.HAND_OVER) as action:
        before = rows.require(session.db, Handover, handover_id)
        if before.first_contact_on != day:
            _happen(action, before, "contacted", {"first_contact_on": day})
        _happen(action, before, "started", {}, performed_by=by)
    return action.changes


def call_back(session: Session, handover_id: str, result: str, *, made: bool) -> Changes:
    """We phoned whether contact was made. If not, somebody phones again after a week.

    Raises:
        KnownError: ``handover.no_such_step``, ``text.too_long``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = rows.require(session.db, Handover, handover_id)
        today = session.today()
        heard = clean_text(result, REASON_LIMIT)
        if made:
            fields: dict[str, Any] = {"callback_result": heard or f"{today:%d-%m-%Y}: er is contact"}
        else:
            again = handing_over.next_bridging(today)
            fields = {"callback_due": again, "callback_result": ""}
        _happen(action, before, "called_back", fields)
        if not made and before.status in OPEN:
            told = "\n".join(filter(None, (before.agreements, f"{today:%d-%m-%Y} nog geen contact. {heard}".strip())))
            _happen(action, before, "met", {"agreements": told})
    return action.changes


def undo_call(session: Session, handover_id: str, due: date | None) -> Changes:
    """Take a recorded call back; it is due again on the day it was.

    Raises:
        KnownError: ``handover.no_such_step``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = rows.require(session.db, Handover, handover_id)
        _happen(action, before, "called_back", {"callback_due": due, "callback_result": ""})
    return action.changes


def bridge(session: Session, handover_id: str, next_on: date | None = None) -> Changes:
    """We spoke with the family while they wait; the next contact is a week on, or on a day of choice.

    Raises:
        KnownError: ``handover.no_such_step``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = rows.require(session.db, Handover, handover_id)
        day = next_on or handing_over.next_bridging(session.today())
        _happen(action, before, "bridged", {"next_contact_on": day})
    return action.changes


def complete(session: Session, handover_id: str, confirmed_by: str) -> Changes:
    """The receiver confirms that they have taken over; from now on they are responsible for their help.

    Our own episode ends with it, with aftercare after six weeks; who is case lead stays so.

    Args:
        session: of the worker.
        handover_id: which handover.
        confirmed_by: the name of who confirmed, at the receiver.

    Raises:
        KnownError: ``handover.confirmation_missing``, ``handover.no_such_step``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = rows.require(session.db, Handover, handover_id)
        fields = {"completed_on": session.today()}
        _happen(action, before, "completed", fields, performed_by=clean_line(confirmed_by))
        closing.end_with_handover(action, before)
    return action.changes


def cancel(session: Session, handover_id: str, reason: str) -> Changes:
    """Stop a handover; what was sent stays sent, and the receiver is to be told.

    Raises:
        KnownError: ``handover.reason_missing``, ``handover.no_such_step``, ``text.too_long``, ``record.missing``,
            ``role.may_not``.
    """
    with acting(session, Intention.HAND_OVER) as action:
        before = rows.require(session.db, Handover, handover_id)
        _happen(action, before, "cancelled", {}, reason=clean_text(reason, REASON_LIMIT))
    return action.changes


def _sent(session: Session, handover_id: str) -> Handover:
    """A receiver can only answer what reached them."""
    found = rows.require(session.db, Handover, handover_id)
    if found.sent_at is None and found.status is HandoverStatus.REQUESTED:
        raise KnownError("handover.not_sent")
    return found


def _happen(
    action: Action,
    before: Handover,
    event: str,
    fields: Mapping[str, Any],
    *,
    reason: str = "",
    performed_by: str = "",
) -> None:
    """Write an event that is possible now; replicas decide again in the hub's order."""
    session = action.session
    current = rows.require(session.db, Handover, before.id)
    after = handing_over.transition(
        current, event, before.status, session.now(), performed_by=performed_by, reason=reason, fields=fields
    )
    if isinstance(after, Illegal):
        raise KnownError(f"handover.{after.reason}")
    body: dict[str, Any] = {"seen": str(before.status)}
    body |= {"fields": msgspec.to_builtins(dict(fields))} if fields else {}
    body |= {"reason": reason} if reason else {}
    body |= {"performed_by": clean_line(performed_by)} if performed_by.strip() else {}
    action.event("handover", before.id, event, body, space=session.team_space, dossier=before.patient_id)


def _checked(content: Content) -> dict[str, Any]:
    return {
        "checklist": {key: clean_text(text, NOTE_LIMIT) for key, text in content.checklist.items() if key in _POINTS},
        "withheld": tuple(key for key in content.withheld if key in _POINTS),
        "safety": content.safety,
        "access_route": content.access_route,
        "ground": content.ground,
        "ground_reason": clean_text(content.ground_reason, REASON_LIMIT),
        "bridging": content.bridging,
    }
