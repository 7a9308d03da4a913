"""One intention, one transaction: the only way in which anything is written.

    with acting(session, Intention.BOOK) as action:
        action.write(card)
        action.event(appointment.id, "appointment", "cancelled", site=…, seen=…, reason=…)
    return action.changes

Inside, every record becomes an operation, its rows, its place in the search index and its place in the outbox.
After a refusal, by role or by the dossier that it is about, nothing is written but a row in the access log.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import msgspec

from gpconnect.domain.access import AccessEvent, ActionCode, EventType
from gpconnect.domain.changes import Changes
from gpconnect.domain.claims import ClaimGroupLike
from gpconnect.domain.erasure import KeptHistory
from gpconnect.domain.errors import KnownError
from gpconnect.domain.facts import Fact
from gpconnect.domain.notes import SealedDraft
from gpconnect.domain.operations import SCHEMA, Operation
from gpconnect.domain.people import Patient
from gpconnect.domain.records import CHANGED, KIND_OF, KINDS, Family, RecordKind, Rule
from gpconnect.domain.roles import Intention, require
from gpconnect.services import applying, responsible, restricting, withdrawals
from gpconnect.services.session import Question, Session
from gpconnect.storage import access_log, erasure, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync.parcel import check_size

Asked = ClaimGroupLike | tuple[ClaimGroupLike, ...]
"""One claim group, or several that are granted or refused each on its own."""
ClaimBody = dict[str, list[list[bytes]]]
_NAMES_CHILD = {"person_card": "id"} | {
    kind.name: name
    for kind in KINDS.values()
    for name in ("person_id", "patient_id")
    if name in kind.record.__dataclass_fields__
}
"""Kinds of record about one child, and the field that says which."""
_QUESTION = timedelta(minutes=2)
"""Somebody who still types the same question by then is asking another one."""
_LOOK = timedelta(minutes=10)
"""Somebody who comes back to the same part of a dossier after this looks once more."""


class Action:
    """The writing half of one intention. Made by `acting`; says afterwards what changed.

    Attributes:
        refused: the child in whose dossier this person may not write now, when it ended for that.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.id = session.new_id()
        self.changes = Changes()
        self.refused = ""

    def write(
        self,
        record: Any,
        verb: str = "recorded",
        *,
        space: str = "",
        claim: Asked | None = None,
        beside: Mapping[str, Any] | None = None,
    ) -> None:
        """Write a whole record (rules fixed and latest), or what changed of it (rule groups).

        Args:
            record: one of the dataclasses of `gpconnect.domain.records`.
            verb: past participle that says what happened, for the log.
            space: only where a kind may live in more than one space, or the record does not name its site.
            claim: what must be free at the hub for this to stand; see `gpconnect.domain.claims`.
            beside: what is said with it and is no field of the record: it stays in the log, for whoever asks.
        """
        kind = KIND_OF[type(record)]
        body = msgspec.to_builtins(record) | dict(beside or {})
        seen: tuple[str, ...] = ()
        if kind.rule is Rule.GROUPS:
            seen = applying.heads(self.session.db, kind, record.id)
            # What was only on this device until now (a card, before there was consent) leaves whole.
            changed = self._changed_groups(kind, record.id, body) if seen else body
            if not changed and claim is None and not beside:
                return
            body = {**body, CHANGED: sorted(changed)} if kind.whole and seen else changed
        body |= beside or {}
        where = space or self._space(kind, record)
        self._commit(
            kind, verb, record.id, where, getattr(record, kind.dossier) if kind.dossier else "", seen, body, claim
        )

    def start(
        self, record: Any, verb: str, *, claim: Asked | None = None, beside: Mapping[str, Any] | None = None
    ) -> None:
        """Let a record with a state machine begin (rule machine): an appointment is booked, a handover is made.

        `beside` as in `write`.
        """
        kind = KIND_OF[type(record)]
        dossier = getattr(record, kind.dossier) if kind.dossier else ""
        body = {"record": msgspec.to_builtins(record), **(beside or {})}
        self._commit(kind, verb, record.id, self._space(kind, record), dossier, (), body, claim)

    def event(
        self,
        name: str,
        record_id: str,
        verb: str,
        body: Mapping[str, Any],
        *,
        space: str,
        dossier: str = "",
        claim: Asked | None = None,
    ) -> None:
        """Let something happen to a record with a state machine (rule machine); replicas decide in the hub's order."""
        self._commit(KINDS[name], verb, record_id, space, dossier, (), dict(body), claim)

    def keep_here(self, record: Any) -> None:
        """Keep a record on this device only: no operation, nothing waits to be sent."""
        rows.put(self.session.db, record)
        applying.index(self.session.db, record)
        self.changes |= Changes(frozenset({KIND_OF[type(record)].name}), frozenset({record.id}))

    def touch(self, *names: str) -> None:
        """Say that something screens show has changed which is not a record, such as a draft."""
        self.changes |= Changes(frozenset(names))

    def saw(self, patient_id: str, purpose: str, *, event: EventType = EventType.READ) -> None:
        """Write that this person looked, printed, exported or searched, and why (NEN 7513)."""
        log(self.session, patient_id, purpose, event=event)

    def _commit(
        self,
        kind: RecordKind,
        verb: str,
        record_id: str,
        space: str,
        dossier: str,
        seen: tuple[str, ...],
        body: dict[str, Any],
        claim: Asked | None,
    ) -> None:
        if claim is not None:
            body["claims"] = claim_body(claim)
        db = self.session.db
        if withdrawals.concerns(kind.name, verb):
            person = body["person_id"] if kind.name == "consent" else withdrawals.person_of(db, kind.name, record_id)
            seen = withdrawals.known(db, person)
        in_dossier = dossier if space.startswith(Family.TEAM) and dossier else None
        if in_dossier:
            self._require_open(kind, in_dossier)
        logged = (in_dossier is not None or kind.name in _NAMES_CHILD) and kind.record is not SealedDraft
        known = logged and rows.count(self.session.db, kind.record, "id = ?", (record_id,))
        operation = Operation(
            op_id=self.session.new_id(),
            space=space,
            dossier=in_dossier,
            kind=f"{kind.name}.{verb}",
            record=record_id,
            schema=SCHEMA,
            made_at=self._moment(kind),
            author=self.session.actor.staff_id,
            device=self.session.device,
            action=self.id,
            seen=seen,
            body=body,
        )
        check_size(operation)
        self.changes |= applying.apply(self.session.db, operation)
        # What the program itself does with a draft is no look at the dossier: opening it to write was on record.
        about = (logged and in_dossier) or (self._whom(kind, record_id) if logged else "")
        if about:
            log(self.session, about, operation.kind, event=EventType.CHANGE if known else EventType.CREATE)

    def _require_open(self, kind: RecordKind, dossier: str) -> None:
        try:
            restricting.refuse_writing(self.session, dossier)
            if kind.record is not KeptHistory and erasure.is_blocked(self.session.db, dossier):
                raise KnownError("dossier.blocked")  # noqa: TRY301 - it ends as the refusal above it
            if kind.record is not Patient and erasure.is_gone(self.session.db, dossier):
                # From a screen that stood open, under a new key, it would reach everybody once more. A child that
                # comes back gets a new dossier, which begins with the child.
                raise KnownError("erasure.gone")  # noqa: TRY301 - it ends as the refusal above it
        except KnownError:
            # What the program itself does with a draft is nobody's try.
            self.refused = "" if kind.record is SealedDraft else dossier
            raise

    def _whom(self, kind: RecordKind, record_id: str) -> str:
        """The child that a record outside a dossier is about; empty for a question about nobody in particular."""
        record = rows.get(self.session.db, kind.record, record_id)
        return str(getattr(record, _NAMES_CHILD[kind.name], ""))

    def _moment(self, kind: RecordKind) -> datetime:
        """When it was made. Of a fact only the month: the moment would lead back to the talk it was counted from."""
        now = self.session.now()
        return now.replace(day=1, hour=0, minute=0, second=0, microsecond=0) if kind.record is Fact else now

    def _changed_groups(self, kind: RecordKind, record_id: str, body: dict[str, Any]) -> dict[str, Any]:
        before = rows.get(self.session.db, kind.record, record_id)
        if before is None:
            return body
        old = msgspec.to_builtins(before)
        return {name: body[name] for group in kind.groups if any(old[n] != body[n] for n in group) for name in group}

    def _space(self, kind: RecordKind, record: Any) -> str:
        family = kind.families[0]
        if family is Family.PRACTICE:
            return f"practice/{record.site_id}"
        if family is Family.TEAM:
            return self.session.team_space
        return self.session.common_space if family is Family.COMMON else self.session.pilot_space


def claim_body(claim: Asked) -> ClaimBody | list[ClaimBody]:
    """A claim as it rides inside the sealed operation, several as a list; packing copies them to the header."""
    bodies = [
        {
            "claims": [[one.id, one.token_hash] for one in group.claims],
            "releases": [[one.id, one.token] for one in group.releases],
        }
        for group in (claim if isinstance(claim, tuple) else (claim,))
    ]
    return bodies[0] if len(bodies) == 1 else bodies


@contextmanager
def acting(session: Session, intention: Intention) -> Iterator[Action]:
    """One intention of the person at work, all or nothing.

    Raises:
        KnownError: this role may not do it, or not in this dossier now (both written to the access log), or the file
            cannot take it (full disk).
    """
    check(session, intention)
    action = Action(session)
    try:
        with transaction(session.db):
            yield action
    except KnownError as refusal:
        if action.refused:
            # After what was begun is undone, and also when the disk is full: nobody tries unseen.
            with transaction(session.db, urgent=True):
                log(session, action.refused, str(intention), event=EventType.CHANGE, outcome=refusal.code)
        raise


def check(session: Session, intention: Intention, patient_id: str = "") -> None:
    """Refuse what this role may not do, and leave a row in the access log that it was tried.

    Args:
        session: at work.
        intention: what is asked.
        patient_id: whose dossier it was asked of, where that is known.

    Raises:
        KnownError: ``role.may_not``.
    """
    try:
        require(session.actor.role, intention)
    except KnownError as refusal:
        with transaction(session.db, urgent=True):
            log(session, patient_id, str(intention), event=EventType.CHANGE, outcome=refusal.code)
        raise


def saw(
    session: Session, patient_id: str, purpose: str, *, event: EventType = EventType.READ, detail: str = ""
) -> None:
    """Write to the access log that this person looked, printed, exported or searched (NEN 7513)."""
    # Also when the disk is full: reading goes on then, and nobody reads unseen.
    with transaction(session.db, urgent=True):
        log(session, patient_id, purpose, event=event, detail=detail)
    if patient_id:
        session.looks[patient_id, purpose] = session.now()


def looked(session: Session, patient_id: str, purpose: str, *, part_of: str = "") -> None:
    """Write to the access log that this person looked at part of a dossier; a page that fills itself again adds none.

    One line for each look: whoever comes back to the same part after `_LOOK` looks again.

    Args:
        session: at work.
        patient_id: whose dossier.
        purpose: which part.
        part_of: the purpose of a look of which this is a part: a page that was opened brings it along.
    """
    now = session.now()
    known = [session.looks[patient_id, one] for one in (purpose, part_of) if (patient_id, one) in session.looks]
    if not any(before <= now < before + _LOOK for before in known):
        saw(session, patient_id, purpose)


def asked(session: Session, place: str, text: str, results: int) -> None:
    """Write to the access log that this person searched, before they have what was found (NEN 7513).

    One line for each question and not for each letter: whoever types on, or takes letters back, asks the same one, and
    the first line tells it. Another word is another question. It ends as well when whoever asked says so
    (`access.searched`), and by itself after `_QUESTION`. Never its words: those stay in memory, for this comparison.

    Args:
        session: at work.
        place: where: ``search_box``, ``dossiers``, ``booking`` or ``new``.
        text: what was typed.
        results: how many were found at the first look; also none.
    """
    now, typed = session.now(), " ".join(text.split()).casefold()
    before = session.questions.get(place)
    same = before is not None and before.begun <= now < before.begun + _QUESTION and before.goes_on(typed)
    if before is None or not same:
        saw(session, "", "search", event=EventType.SEARCH, detail=f"{place} {results}")
    session.questions[place] = Question(before.begun if before is not None and same else now, typed)


_CODES = {
    EventType.CREATE: ActionCode.CREATE,
    EventType.READ: ActionCode.READ,
    EventType.EMERGENCY: ActionCode.READ,
    EventType.LOG_READ: ActionCode.READ,
    EventType.CHANGE: ActionCode.UPDATE,
    EventType.ERASE: ActionCode.DELETE,
}


def log(
    session: Session,
    patient_id: str,
    purpose: str,
    *,
    event: EventType,
    outcome: str = "ok",
    detail: str = "",
    for_whom: str = "",
) -> None:
    """One row of the access log, inside a transaction: who, for whom, when, about whom, why; never what was read.

    `detail` holds codes and counts, and for an emergency the reason that was written. `for_whom` is the staff id of
    who decided it, where that is not the responsible user.
    """
    access_log.record(
        session.db,
        AccessEvent(
            event_id=session.new_id(),
            action=_CODES.get(event, ActionCode.EXECUTE),
            type=event,
            at=session.now(),
            client=patient_id,
            user=session.actor.staff_id,
            role=str(session.actor.role),
            device=session.device,
            on_behalf_of=for_whom or responsible.user(session, patient_id),
            outcome=outcome,
            purpose=purpose,
            detail=detail,
        ),
    )
