"""The confidential part: on record when it is opened, kept from parents at once, and nowhere else to be read."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gpconnect.domain import meldcode as rules
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.domain.meldcode import MeldcodeStep
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.rights import Ground, Withholding
from gpconnect.services import dossier_views, duties, finding, handover_starts, inspection, meldcode, rights, timelines
from gpconnect.services.inspection import Wish
from gpconnect.services.meldcode import TypedStep
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from tests.services.conftest import Clock
from tests.services.dossier_help import MOZAIEK, a_dossier

TODAY = date(2026, 11, 24)
SECRET = "Zwijgwoord"
FIRST = TypedStep(1, TODAY, f"{SECRET}: blauwe plekken op beide armen gezien")


def taken(session: Session, patient_id: str, **change: Any) -> MeldcodeStep:
    meldcode.record_step(session, patient_id, replace(FIRST, **change))
    return rows.where(session.db, MeldcodeStep, "patient_id = ?", (patient_id,), order="rowid DESC", limit=1)[0]


def looks(session: Session) -> list[str]:
    return [one.event.purpose for one in access_log.after_row(session.db, 0) if one.event.type == "read"]


def test_all_five_steps_are_kept_with_their_day_and_author(worker: Session) -> None:
    child = a_dossier(worker)
    taken(worker, child)
    taken(worker, child, step=2, consulted=("safe_home",), decision="help")
    taken(worker, child, step=3)
    taken(worker, child, step=4, weighing=dict.fromkeys(rules.WEIGHING, "unknown"))
    taken(worker, child, step=5, decision="report", reported_on=TODAY)
    view = meldcode.open_part(worker, child)
    assert [one.step for one in view.steps] == [1, 2, 3, 4, 5]
    assert {one.made_by_name for one in view.steps} == {worker.actor.name}
    assert view.steps[1].decision == ""
    assert (view.due, view.next_step, view.phone) == (None, 1, "0800 2000")


def test_opening_it_is_on_record_and_says_nothing_where_nothing_stands(worker: Session) -> None:
    child = a_dossier(worker)
    assert meldcode.open_part(worker, child).steps == ()
    assert "meldcode" not in looks(worker)
    taken(worker, child)
    meldcode.open_part(worker, child)
    assert looks(worker)[-1] == "meldcode"


def test_a_step_is_corrected_by_another_and_once(worker: Session) -> None:
    child = a_dossier(worker)
    first = taken(worker, child)
    better = taken(worker, child, words="Op één arm", corrects=first.id)
    view = meldcode.open_part(worker, child)
    assert ([one.id for one in view.steps], [one.id for one in view.corrected]) == ([better.id], [first.id])
    with pytest.raises(KnownError, match=re.escape("meldcode.corrected")):
        taken(worker, child, corrects=first.id)
    with pytest.raises(KnownError, match=re.escape("meldcode.corrected")):
        taken(worker, a_dossier(worker, "Ander"), corrects=better.id)


def test_what_is_missing_is_refused_and_nothing_is_written(worker: Session) -> None:
    child = a_dossier(worker)
    with pytest.raises(KnownError, match=re.escape("meldcode.words")):
        meldcode.record_step(worker, child, replace(FIRST, words="  "))
    assert rows.count(worker.db, MeldcodeStep) == rows.count(worker.db, Withholding) == 0


def test_every_step_is_kept_back_from_parents_at_once(worker: Session) -> None:
    child = a_dossier(worker)
    step = taken(worker, child)
    (kept,) = rows.where(worker.db, Withholding, "patient_id = ?", (child,))
    assert (kept.kind, kept.record, kept.ground, kept.towards) == ("meldcode_step", step.id, Ground.GOOD_CARE, "")
    shown = next(one for one in rights.overview(worker, child).kept if one.withholding.id == kept.id)
    assert shown.what is not None


def test_a_parent_gets_no_trace_of_it_and_the_youth_gets_all(worker: Session, tmp_path: Path) -> None:
    child = a_dossier(worker, birth_date=date(2017, 3, 2))
    before = _copy(worker, child, "mother", tmp_path / "before.json")
    taken(worker, child)
    taken(worker, child, step=2, consulted=("safe_home",))
    meldcode.open_part(worker, child)
    after = _copy(worker, child, "mother", tmp_path / "after.json")
    for trace in (SECRET, "eldcode", "Veilig Thuis", "vertrouwelijk", "Stap 1"):
        assert after.count(trace) == before.count(trace), trace
    own = a_dossier(worker, birth_date=date(2009, 3, 2))
    taken(worker, own)
    assert SECRET in _copy(worker, own, "patient", tmp_path / "own.json")


def test_no_other_place_shows_a_word_of_it(worker: Session) -> None:
    child = a_dossier(worker)
    taken(worker, child)
    found = finding.find(worker, SECRET.lower())
    assert (found.people, found.notes, found.handovers, found.visits, found.providers) == ((), (), (), (), ())
    shown = (
        *timelines.timeline(worker, child),
        dossier_views.open_dossier(worker, child),
        handover_starts.start(worker, child, MOZAIEK),
        *(one.event for one in access_log.after_row(worker.db, 0)),
    )
    assert SECRET not in repr(shown)
    words = " ".join(map(repr, worker.db.execute("SELECT * FROM search").fetchall()))
    names = " ".join(map(repr, worker.db.execute("SELECT * FROM search_names").fetchall()))
    assert SECRET.lower() not in (words + names).lower()


def test_a_step_that_is_late_waits_on_the_day_without_a_word_of_what_it_is(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    last = taken(worker, child)
    assert _late(worker) == []
    clock.move_to(date(2026, 12, 1))
    (late,) = _late(worker)
    assert (late.duty.about, late.duty.patient_id, late.duty.due_on) == (last.id, child, date(2026, 12, 1))
    assert SECRET not in repr(late)
    taken(worker, child, step=5, decision="help", day=date(2026, 12, 1))
    assert _late(worker) == []


def _late(session: Session) -> list[duties.DutyView]:
    return [one for one in duties.list_duties(session) if one.duty.kind is DutyKind.MELDCODE_STEP]


def _copy(session: Session, child: str, who: str, target: Path) -> str:
    """A copy for somebody, as data."""
    patient = rows.require(session.db, Patient, child)
    if who != "patient":
        who = rows.where(session.db, RelatedPerson, "patient_id = ?", (child,))[0].id
    inspection.save(session, patient.id, Wish(who), target)
    return target.read_text(encoding="utf-8")
