"""Evaluation forms: which are due, handing one in, and what was filled in half."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from gpconnect.domain import moments
from gpconnect.domain.ages import age_on
from gpconnect.domain.care import EpisodeOfCare, Goal
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.domain.forms import Form, Problem, check_answers
from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.services import resources, restricting
from gpconnect.services.acting import acting, check, looked, saw
from gpconnect.services.reading import require_readable
from gpconnect.services.session import Session
from gpconnect.storage import meta, rows, slots
from gpconnect.storage.connection import transaction

Told = TypeVar("Told", Response, Goal)

FORM_DRAFT = meta.FORM_DRAFT
"""What screens are told when a form was kept half filled."""
SHOWN_DAYS = 365
"""So long after its last moment an episode stays in the list."""
CODE_LENGTH = 6


@dataclass(frozen=True, slots=True)
class FormKey:
    """One form to fill in: whose voice, about which episode, when."""

    episode_id: str
    moment: Moment
    voice: Voice

    @property
    def code(self) -> str:
        """Six hex digits on the printed form, to find where it belongs; nothing to read in it."""
        text = f"{self.episode_id}/{self.moment}/{self.voice}"
        return hashlib.sha256(text.encode()).hexdigest()[:CODE_LENGTH].upper()

    @property
    def draft(self) -> str:
        """Name under which half-filled answers are kept on this device."""
        return f"{FORM_DRAFT}/{self.episode_id}/{self.moment}/{self.voice}"


@dataclass(frozen=True, slots=True)
class AskedForm:
    """One voice at one moment.

    Attributes:
        handed_in_at: None while it is open.
        how: how the answers came in, or empty.
        half: whether answers were kept half filled on this device.
        lapsed: nobody is asked for it any more.
    """

    key: FormKey
    form: str
    due_on: date
    late_on: date
    handed_in_at: datetime | None = None
    how: str = ""
    half: bool = False
    lapsed: bool = False


@dataclass(frozen=True, slots=True)
class EpisodeForms:
    """An episode with its forms and its goals.

    Attributes:
        moments: per moment that has come the voices that are asked then.
    """

    episode: EpisodeOfCare
    patient_id: str
    name: str
    given_name: str
    age: int
    moments: tuple[tuple[Moment, tuple[AskedForm, ...]], ...]
    goals: tuple[Goal, ...]

    @property
    def open(self) -> tuple[AskedForm, ...]:
        """The forms that nobody has handed in and that this desk can ask for."""
        found = [form for _, forms in self.moments for form in forms]
        waiting = [form for form in found if form.handed_in_at is None and not form.lapsed]
        return tuple(form for form in waiting if form.key.voice is not Voice.GP)


@dataclass(frozen=True, slots=True)
class Overview:
    """All episodes that are asked about, those with something open first; and how many answered, per voice."""

    episodes: tuple[EpisodeForms, ...]
    rates: tuple[moments.Rate, ...]


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form to fill in, with what was filled in before."""

    key: FormKey
    form: Form
    answers: dict[str, Any]
    name: str
    given_name: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What handing in gave: the response, or what must be mended first."""

    response_id: str = ""
    problems: tuple[Problem, ...] = ()


def overview(session: Session, patient_id: str = "") -> Overview:
    """The forms of the team's episodes.

    Args:
        session: of the worker.
        patient_id: only this child, or empty for everybody.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.ASK_EVALUATION)
    db, today = session.db, session.today()
    condition, params = ("patient_id = ?", (patient_id,)) if patient_id else ("started_on IS NOT NULL", ())
    episodes = rows.where(db, EpisodeOfCare, condition, params, order="started_on DESC, id")
    closed = restricting.closed(session)
    patients = {one.id: one for one in rows.where(db, Patient) if one.id not in closed}
    responses = _by_episode(rows.where(db, Response))
    goals = _by_episode(rows.where(db, Goal, "archived = 0", order="id"))
    half = _half_filled(session)
    found, due, counted = [], [], []
    for episode in episodes:
        patient = patients.get(episode.patient_id)
        if patient is None or patient.archived:
            continue
        asked = moments.due_forms(episode, patient.birth_date, today)
        if not patient_id and _is_old(asked, today):
            continue
        own = responses.get(episode.id, [])
        due += asked
        counted += own
        if patient_id:
            looked(session, patient_id, "evaluation")
        found.append(_forms(episode, patient, asked, own, tuple(goals.get(episode.id, ())), half, today))
    found.sort(key=_waiting_first)
    return Overview(tuple(found), tuple(moments.response_rate(due, moments.unique_responses(counted)[0])))


def open_form(session: Session, key: FormKey) -> OpenForm:
    """A form to fill in, with what was kept of it on this device; opening it is written to the access log.

    Raises:
        KnownError: ``evaluation.not_due``, ``record.missing``, ``role.may_not``.
    """
    check(session, Intention.ASK_EVALUATION)
    episode = rows.require(session.db, EpisodeOfCare, key.episode_id)
    require_readable(session, episode.patient_id, Intention.ASK_EVALUATION)
    patient, form = _found(session, key)
    saw(session, patient.id, "evaluation")
    kept = meta.get_meta(session.db, key.draft) or {}
    answers = {"moment": str(key.moment)} if any(item.id == "moment" for item in form.items) else {}
    return OpenForm(key, form, answers | kept, _name(patient), patient.given_name, (form.id, str(key.voice)))


def read_answers(session: Session, key: FormKey) -> OpenForm:
    """What was answered, on the version it was answered on; reading it is written to the access log.

    Raises:
        KnownError: ``record.missing`` nobody answered yet; ``form.missing``, ``role.may_not``.
    """
    check(session, Intention.ASK_EVALUATION)
    episode = rows.require(session.db, EpisodeOfCare, key.episode_id)
    patient = rows.require(session.db, Patient, episode.patient_id)
    require_readable(session, patient.id, Intention.ASK_EVALUATION)
    given = rows.where(
        session.db,
        Response,
        "episode_id = ? AND moment = ? AND voice = ?",
        (key.episode_id, key.moment, key.voice),
        order="handed_in_at, id",
        limit=1,
    )
    if not given:
        raise KnownError("record.missing")
    form = resources.load_forms().get((given[0].form, given[0].form_version))
    if form is None:
        raise KnownError("form.missing", form=given[0].form)
    saw(session, patient.id, "evaluation")
    return OpenForm(key, form, given[0].answers, _name(patient), patient.given_name, (form.id, str(key.voice)))


def find_form(session: Session, code: str) -> FormKey:
    """The form that a code on paper belongs to.

    Raises:
        KnownError: ``evaluation.code_unknown`` (typed), ``role.may_not``.
    """
    wanted = code.strip().replace(" ", "").upper()
    for one in overview(session).episodes:
        for _, forms in one.moments:
            for form in forms:
                if form.key.code == wanted:
                    return form.key
    raise KnownError("evaluation.code_unknown", typed=code.strip())


def save_half_filled(session: Session, key: FormKey, answers: Mapping[str, Any]) -> Changes:
    """Keep answers on this device until the form is handed in. Nothing of it travels.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``, ``dossier.restricted``, ``file.disk_full``.
    """
    check(session, Intention.ASK_EVALUATION)
    # An episode that is out of sight or gone: what is kept now would outlive the dossier.
    episode = rows.require(session.db, EpisodeOfCare, key.episode_id)
    require_readable(session, episode.patient_id, Intention.ASK_EVALUATION)
    with transaction(session.db):
        meta.put_meta(session.db, key.draft, dict(answers) or None)
    return Changes(frozenset({FORM_DRAFT}))


def hand_in(session: Session, key: FormKey, answers: Mapping[str, Any], how: EnteredHow) -> tuple[Changes, HandedIn]:
    """Hand a form in; from then on it never changes. A second one is kept and counted once.

    Raises:
        KnownError: ``evaluation.not_due``, ``evaluation.empty``, ``record.missing``, ``role.may_not``.
    """
    with acting(session, Intention.ASK_EVALUATION) as action:
        patient, form = _found(session, key)
        clean, problems = check_answers(form, dict(answers))
        if problems:
            return action.changes, HandedIn(problems=tuple(problems))
        if not set(clean) - {"moment"}:
            raise KnownError("evaluation.empty")
        response = Response(
            id=session.new_id(),
            episode_id=key.episode_id,
            form=form.id,
            form_version=form.version,
            moment=key.moment,
            voice=key.voice,
            entered_how=how,
            handed_in_at=session.now(),
            answers=dict(clean),
            patient_id=patient.id,
        )
        action.write(response, "handed_in", space=session.team_space)
        meta.put_meta(session.db, key.draft, None)
        action.touch(FORM_DRAFT)
    return action.changes, HandedIn(response.id)


def check_passphrase(session: Session, passphrase: str) -> None:
    """Whether this is the worker: the locked screen lets nobody else out.

    Raises:
        KnownError: ``file.passphrase_wrong``.
    """
    check(session, Intention.ASK_EVALUATION)
    slots.unlock_with_passphrase(session.folder, passphrase)


def _found(session: Session, key: FormKey) -> tuple[Patient, Form]:
    episode = rows.require(session.db, EpisodeOfCare, key.episode_id)
    patient = rows.require(session.db, Patient, episode.patient_id)
    for due in moments.due_forms(episode, patient.birth_date, session.today()):
        if (due.moment, due.voice) == (key.moment, key.voice) and due.voice is not Voice.GP:
            return patient, resources.latest_form(due.form)
    raise KnownError("evaluation.not_due")


def _forms(
    episode: EpisodeOfCare,
    patient: Patient,
    asked: Iterable[moments.DueForm],
    responses: Iterable[Response],
    goals: tuple[Goal, ...],
    half: frozenset[str],
    today: date,
) -> EpisodeForms:
    given = {(one.moment, one.voice): one for one in moments.unique_responses(responses)[0]}
    by_moment: dict[Moment, list[AskedForm]] = {}
    for due in asked:
        key = FormKey(episode.id, due.moment, due.voice)
        answer = given.get((due.moment, due.voice))
        by_moment.setdefault(due.moment, []).append(
            AskedForm(
                key,
                due.form,
                due.due_on,
                due.late_on,
                answer.handed_in_at if answer else None,
                str(answer.entered_how) if answer else "",
                answer is None and key.draft in half,
                answer is None and moments.has_lapsed(due.due_on, today),
            )
        )
    return EpisodeForms(
        episode,
        patient.id,
        _name(patient),
        patient.given_name,
        age_on(patient.birth_date, today),
        tuple((moment, tuple(forms)) for moment, forms in by_moment.items()),
        goals,
    )


def _name(patient: Patient) -> str:
    return full_name(patient.given_name, patient.prefix, patient.family_name)


def _by_episode(records: Iterable[Told]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for one in records:
        found.setdefault(one.episode_id, []).append(one)
    return found


def _waiting_first(one: EpisodeForms) -> tuple[bool, date, str]:
    days = [form.due_on for form in one.open]
    return (not days, min(days, default=date.max), one.name)


def _is_old(asked: list[moments.DueForm], today: date) -> bool:
    return bool(asked) and all((today - one.due_on).days > SHOWN_DAYS for one in asked)


def _half_filled(session: Session) -> frozenset[str]:
    pattern = f"{FORM_DRAFT}/%"
    found = session.db.execute("SELECT name FROM meta WHERE name LIKE ? AND value <> 'null'", (pattern,)).fetchall()
    return frozenset(str(row[0]) for row in found)
