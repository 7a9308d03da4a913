"""What the screens of warm handovers show: the board, one handover, and what a new one starts from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from gpconnect.domain import handing_over
from gpconnect.domain.ages import age_on
from gpconnect.domain.calendar import local_day
from gpconnect.domain.consent import Scope
from gpconnect.domain.directory import Provider
from gpconnect.domain.handing_over import CHECKLIST, NextStep
from gpconnect.domain.handover import Handover, HandoverStatus
from gpconnect.domain.names import full_name
from gpconnect.domain.notes import Addendum, Note, as_corrected
from gpconnect.domain.people import Patient, RelatedPerson, Relation
from gpconnect.domain.roles import Intention
from gpconnect.domain.staff import Staff
from gpconnect.services import consents, restricting
from gpconnect.services.acting import check, looked, saw
from gpconnect.services.consents import ConsentLine, Question
from gpconnect.services.purposes import HANDOVER
from gpconnect.services.reading import require_readable
from gpconnect.services.resources import load_codes
from gpconnect.services.session import Session
from gpconnect.services.templates import as_written
from gpconnect.services.third_parties import about_another
from gpconnect.storage import rows

SHOWN_AFTER = timedelta(days=60)
"""So long a completed handover stays on the board; after that it is found in the dossier."""
CONFIRMED_WITHIN = timedelta(weeks=6)
"""So long the receiver has to confirm of itself, counted from the first talk; after that the sender asks."""
_S = HandoverStatus
_WAITING = frozenset({_S.REQUESTED, _S.ON_HOLD})
_AT_ONCE = frozenset({"fill_and_send", "answer_date", "find_other"})


@dataclass(frozen=True, slots=True)
class CardView:
    """One handover on the board.

    Attributes:
        step: what is to be done next, or None.
        asks: whether that is for the person at work, today.
        stopped: consent was withdrawn before anything left.
        waiting_weeks: of the receiver, when known.
    """

    handover: Handover
    name: str
    age: int
    receiver: str
    step: NextStep | None
    asks: bool
    stopped: bool = False
    lead: str = ""
    waiting_weeks: int | None = None

    @property
    def id(self) -> str:
        """Id of the handover."""
        return self.handover.id


@dataclass(frozen=True, slots=True)
class BoardView:
    """Every handover of the team that is not over for long, by state.

    Attributes:
        folded: cancelled, or refused and followed by another; shown on request.
        asking: number that ask something of the person at work today.
        by_deadline: all that are open, the earliest date first.
    """

    requested: tuple[CardView, ...]
    accepted: tuple[CardView, ...]
    running: tuple[CardView, ...]
    completed: tuple[CardView, ...]
    folded: tuple[CardView, ...]
    asking: int
    by_deadline: tuple[CardView, ...]

    @property
    def open(self) -> int:
        """Number that is not over."""
        return len(self.by_deadline)


@dataclass(frozen=True, slots=True)
class PointView:
    """One point of the checklist.

    Attributes:
        source: title of the note that it came from, with the day; empty when it was typed.
        withheld: this receiver does not get it.
    """

    key: str
    label: str
    text: str
    required: bool
    withheld: bool = False
    source: str = ""
    source_on: date | None = None


@dataclass(frozen=True, slots=True)
class DetailView:
    """One handover with everything that can be done to it now.

    Attributes:
        consent: the question of consent to share with this receiver, or None without a known receiver.
        events: state changes that are possible now.
        people: who may have been at the talk: name, and whether they are family.
    """

    handover: Handover
    patient: Patient
    name: str
    age: int
    provider: Provider | None
    points: tuple[PointView, ...]
    consent: ConsentLine | None
    step: NextStep | None
    stopped: bool
    events: frozenset[str]
    lead: str
    people: tuple[tuple[str, bool], ...]
    unfilled: tuple[str, ...] = ()


def board(session: Session) -> BoardView:
    """The handovers of the team by state.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.HAND_OVER)
    db = session.db
    found = rows.where(db, Handover, order="created_at, id")
    closed = restricting.closed(session)
    patients = {one.id: one for one in rows.where(db, Patient) if one.id not in closed}
    providers = {one.id: one for one in rows.where(db, Provider)}
    leads = {one.id: one.name for one in rows.where(db, Staff)}
    cards = [
        _card(session, one, patients[one.patient_id], providers, leads) for one in found if one.patient_id in patients
    ]
    lanes: dict[str, list[CardView]] = {
        name: [] for name in ("requested", "accepted", "running", "completed", "folded")
    }
    for card in cards:
        lane = _lane(card, cards, session.today())
        if lane:
            lanes[lane].append(card)
    open_ones = [*lanes["requested"], *lanes["accepted"], *lanes["running"]]
    shown = {name: tuple(sorted(lane, key=_urgency)) for name, lane in lanes.items()}
    by_deadline = tuple(sorted(open_ones, key=_urgency))
    return BoardView(asking=sum(card.asks for card in cards if card in open_ones), by_deadline=by_deadline, **shown)


def detail(session: Session, handover_id: str) -> DetailView:
    """One handover; opening it is written to the access log (NEN 7513).

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.HAND_OVER)
    handover = rows.require(session.db, Handover, handover_id)
    require_readable(session, handover.patient_id, Intention.HAND_OVER)
    saw(session, handover.patient_id, "handover")
    return look(session, handover)


def look_again(session: Session, handover_id: str) -> DetailView:
    """A handover that is open already, after something changed; the access log holds its opening.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.HAND_OVER)
    handover = rows.require(session.db, Handover, handover_id)
    require_readable(session, handover.patient_id, Intention.HAND_OVER)
    return look(session, handover)


def look(session: Session, handover: Handover) -> DetailView:
    """The view of a handover without a row in the access log, for who has it open already."""
    patient = rows.require(session.db, Patient, handover.patient_id)
    provider = rows.get(session.db, Provider, handover.provider_id)
    consent = consent_to(session, patient, handover.provider_id, handover.provider_name)
    lead = rows.get(session.db, Staff, patient.case_lead)
    sources = sources_of(session, patient.id)
    texts = load_codes()["checklist"]
    points = tuple(_point(one, texts.label(one.key), handover, sources.get(one.key)) for one in CHECKLIST)
    today = session.today()
    return DetailView(
        handover=handover,
        patient=patient,
        name=full_name(patient.given_name, patient.prefix, patient.family_name),
        age=age_on(patient.birth_date, today),
        provider=provider,
        points=points,
        consent=consent,
        step=pressing(handover, today),
        stopped=handing_over.is_stopped(handover, consent.standing),
        events=handing_over.events_from(handover.status),
        lead=lead.name if lead else "",
        people=people_of(session, handover),
        unfilled=handing_over.unfilled(handover),
    )


def ask_consent(session: Session, patient_id: str, provider_id: str) -> ConsentLine:
    """How consent to share with a receiver stands today, and who is to be asked (Jeugdwet 7.3.11).

    Raises:
        KnownError: ``record.missing``, ``role.may_not``.
    """
    require_readable(session, patient_id, Intention.HAND_OVER)
    patient = rows.require(session.db, Patient, patient_id)
    provider = rows.require(session.db, Provider, provider_id)
    looked(session, patient_id, "handover_consent")
    return consent_to(session, patient, provider.id, provider.name)


def consent_to(session: Session, patient: Patient, provider_id: str, provider_name: str) -> ConsentLine:
    """The question of consent to share with one receiver."""
    return consents.consent_line(session, patient, Question(Scope.SHARE, HANDOVER, provider_id, provider_name))


def pressing(handover: Handover, today: date) -> NextStep | None:
    """The next step; while an answer is awaited, a call or a contact that is due comes before it.

    Code ``ask_confirm`` is added to those of `handing_over.next_step`: the receiver is late with confirming.
    """
    step = handing_over.next_step(handover, today)
    # Once the first talk has been, nobody waits any more: bridging is over.
    if handover.status is _S.IN_PROGRESS and step is not None and step.code in {"confirm", "bridge"}:
        return _confirmation(handover, today)
    waits = handover.status in _WAITING and handover.sent_at is not None
    if not waits or step is None or step.code in {"escalate", "ask_answer", "answer_date"}:
        return step
    if handing_over.is_call_due(handover, today):
        return NextStep("call_back", handover.callback_due, "sender")
    if handover.bridging and handover.next_contact_on is not None and handover.next_contact_on <= today:
        return NextStep("bridge", handover.next_contact_on, "sender")
    return step


def _confirmation(handover: Handover, today: date) -> NextStep:
    """The receiver confirms; after six weeks of silence the sender asks for it."""
    since = handover.first_contact_on or local_day(handover.status_at or handover.created_at)
    due = since + CONFIRMED_WITHIN
    return NextStep("ask_confirm", due, "sender") if due < today else NextStep("confirm", None, "receiver")


def people_of(session: Session, handover: Handover) -> tuple[tuple[str, bool], ...]:
    """Who may be at the three-way talk: the child, the people around it, the worker, the receiver, the GP."""
    db = session.db
    patient = rows.require(db, Patient, handover.patient_id)
    near = rows.where(db, RelatedPerson, "patient_id = ? AND archived = 0", (patient.id,), order="name")
    family = [patient.given_name] + [one.name for one in near if one.relation is not Relation.SCHOOL]
    provider = rows.get(db, Provider, handover.provider_id)
    others = [one.name for one in near if one.relation is Relation.SCHOOL]
    others += [session.actor.name, (provider.contact or provider.name) if provider else handover.provider_name]
    others += [patient.practitioner_name] if patient.practitioner_name else []
    return tuple((name, True) for name in family) + tuple((name, False) for name in others)


def _card(
    session: Session,
    handover: Handover,
    patient: Patient,
    providers: dict[str, Provider],
    leads: dict[str, str],
) -> CardView:
    today = session.today()
    step = pressing(handover, today)
    mine = session.actor.staff_id in {patient.case_lead, handover.recorded_by}
    due = step is not None and (step.code in _AT_ONCE or (step.due is not None and step.due <= today))
    provider = providers.get(handover.provider_id)
    return CardView(
        handover=handover,
        name=full_name(patient.given_name, patient.prefix, patient.family_name),
        age=age_on(patient.birth_date, today),
        receiver=handover.provider_name,
        step=step,
        asks=mine and due and step is not None and step.who != "receiver",
        stopped=_is_stopped(session, handover, patient),
        lead=leads.get(patient.case_lead, ""),
        waiting_weeks=provider.waiting_weeks if provider else None,
    )


def _is_stopped(session: Session, handover: Handover, patient: Patient) -> bool:
    if handover.sent_at is not None or handover.status not in _WAITING:
        return False
    standing = consents.standing_for(session, patient.id, Scope.SHARE, handover.provider_id, HANDOVER)
    return handing_over.is_stopped(handover, standing)


def _lane(card: CardView, cards: Iterable[CardView], today: date) -> str:
    one = card.handover
    if one.status is _S.COMPLETED:
        done = one.completed_on or local_day(one.status_at or one.created_at)
        return "completed" if today - done <= SHOWN_AFTER else ""
    if one.status is _S.CANCELLED:
        return "folded"
    if one.status is _S.REJECTED:
        later = any(
            other.handover.patient_id == one.patient_id and other.handover.created_at > one.created_at
            for other in cards
        )
        return "folded" if later else "requested"
    lanes = {_S.ACCEPTED: "accepted", _S.IN_PROGRESS: "running"}
    return lanes.get(one.status, "requested")


def _urgency(card: CardView) -> tuple[bool, date, datetime, str]:
    due = card.step.due if card.step and card.step.due else date.max
    return (not card.asks, due, card.handover.created_at, card.id)


def _point(one: handing_over.Point, words: str, handover: Handover, source: tuple[str, str, date] | None) -> PointView:
    text = handover.checklist.get(one.key, "")
    point = PointView(one.key, words, text, one.required, withheld=one.key in handover.withheld)
    if source is not None and source[0] == text:
        return replace(point, source=source[1], source_on=source[2])
    return point


def sources_of(session: Session, patient_id: str) -> dict[str, tuple[str, str, date]]:
    """Per point the text from the notes, the title of the last note that says it, and its day."""
    found: dict[str, tuple[str, str, date]] = {}
    for note in rows.where(session.db, Note, "patient_id = ?", (patient_id,), order="signed_at, id"):
        form = as_written(note)
        if form is None:
            continue
        added = rows.where(session.db, Addendum, "note_id = ?", (note.id,), order="made_at, id")
        marked = about_another(session, note)
        said = {key: one for key, one in as_corrected(note.answers, added).items() if key not in marked}
        for key, text in handing_over.prefill([(form, said)]).items():
            found[key] = (text, form.title, local_day(note.signed_at))
    return found
