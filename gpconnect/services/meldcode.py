"""The confidential part of a dossier: the steps of the reporting code, apart from the notes and kept from parents.

Opening it is on record each time. Every step is kept back at once from copies for parents and other representatives
(Jeugdwet 7.3.15 lid 4), and with it the family's list of who looked stays silent about it; whoever decides otherwise
lifts that where what is kept back is shown.
"""

from dataclasses import dataclass, field
from datetime import date

from gpconnect.domain import meldcode as rules
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.meldcode import MeldcodeStep
from gpconnect.domain.people import Patient
from gpconnect.domain.rights import Ground, Withholding
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import clean_text
from gpconnect.services.acting import acting, check, looked
from gpconnect.services.numbers import load_numbers
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.storage import rows

LIMIT = 4_000
"""Most characters of one step."""


@dataclass(frozen=True, slots=True)
class TypedStep:
    """A step as it is typed in; see `gpconnect.domain.meldcode.MeldcodeStep`."""

    step: int
    day: date
    words: str
    consulted: tuple[str, ...] = ()
    weighing: dict[str, str] = field(default_factory=dict)
    decision: str = ""
    reported_on: date | None = None
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class MeldcodeView:
    """The confidential part, open.

    Attributes:
        steps: those that count, oldest first.
        corrected: those that another stands in the place of, newest first; they stay readable.
        next_step: the step that most likely comes now.
        due: the day on which it is expected, or None.
        phone: the number of Veilig Thuis.
    """

    patient_id: str
    steps: tuple[MeldcodeStep, ...]
    corrected: tuple[MeldcodeStep, ...]
    next_step: int
    due: date | None
    phone: str


def open_part(session: Session, patient_id: str) -> MeldcodeView:
    """The steps of one child; that somebody opened them is on record before they are read.

    Raises:
        KnownError: ``record.missing``, ``role.may_not``, or what closes this dossier.
    """
    check(session, Intention.WRITE_NOTE)
    require_readable(session, patient_id)
    any_step = rows.count(session.db, MeldcodeStep, "patient_id = ?", (patient_id,))
    # Of a part in which nothing stands the family's list says nothing else than of any look.
    looked(session, patient_id, "meldcode" if any_step else "open_dossier")
    known = rows.where(session.db, MeldcodeStep, "patient_id = ?", (patient_id,), order="made_at DESC, id")
    steps = rules.standing(known)
    kept = {one.id for one in steps}
    return MeldcodeView(
        patient_id,
        steps,
        tuple(one for one in known if one.id not in kept),
        rules.next_step(steps),
        rules.next_due(steps),
        load_numbers()["safe_home"].phone,
    )


def record_step(session: Session, patient_id: str, typed: TypedStep) -> Changes:
    """Write one step down, and keep it back from parents in the same breath.

    Raises:
        KnownError: as `gpconnect.domain.meldcode.check_step`; ``meldcode.corrected`` (somebody corrected that step
            before), ``text.too_long``, ``text.control_character``, ``record.missing`` or as `acting`.
    """
    with acting(session, Intention.WRITE_NOTE) as action:
        rows.require(session.db, Patient, patient_id)
        step = MeldcodeStep(
            id=session.new_id(),
            patient_id=patient_id,
            step=typed.step,
            day=typed.day,
            words=clean_text(typed.words, LIMIT),
            made_by=session.actor.staff_id,
            made_by_name=session.actor.name,
            made_at=session.now(),
            consulted=typed.consulted if typed.step == rules.CONSULT else (),
            weighing=dict(typed.weighing) if typed.step == rules.WEIGH else {},
            decision=typed.decision if typed.step == rules.DECIDE else "",
            reported_on=typed.reported_on if typed.step == rules.DECIDE else None,
            corrects=typed.corrects,
        )
        rules.check_step(step, session.today())
        _require_open(session, step)
        action.write(step, "taken")
        action.write(_kept_back(session, step))
    return action.changes


def _require_open(session: Session, step: MeldcodeStep) -> None:
    """A correction is of a step of this child that still counts."""
    if not step.corrects:
        return
    known = rows.where(session.db, MeldcodeStep, "patient_id = ?", (step.patient_id,))
    if step.corrects not in {one.id for one in rules.standing(known)}:
        raise KnownError("meldcode.corrected", field="words")


def _kept_back(session: Session, step: MeldcodeStep) -> Withholding:
    """From every parent and representative, until somebody lifts it; never from the youth."""
    return Withholding(
        id=session.new_id(),
        patient_id=step.patient_id,
        kind="meldcode_step",
        record=step.id,
        ground=Ground.GOOD_CARE,
        reason="Stap van de meldcode",
        decided_by=session.actor.staff_id,
        decided_by_name=session.actor.name,
        decided_at=session.now(),
    )
