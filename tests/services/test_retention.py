"""The yearly list: what may go, what stays longer, and for whom there is a name."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.retention import Retention
from gpconnect.domain.roles import Intention
from gpconnect.services import inspection, notes, retention
from gpconnect.services.acting import acting
from gpconnect.services.inspection import Wish
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from gpconnect.storage.connection import transaction
from tests.services.conftest import Clock
from tests.services.dossier_help import OLD_ENOUGH, a_dossier
from tests.services.online import Wire, sync


def test_nothing_is_due_at_the_start(worker: Session) -> None:
    assert retention.overview(worker) == retention.RetentionView(2026, (), 0, None)
    a_dossier(worker)
    assert retention.overview(worker) == retention.RetentionView(2026, (), 1, date(2046, 11, 24))


def test_twenty_years_on_the_list_of_the_year_names_it(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    clock.move_to(date(2030, 5, 1))
    later = a_dossier(worker, "Yusuf")
    clock.move_to(date(2046, 1, 2))

    view = retention.overview(worker)

    assert view.year == 2046
    assert view.lines == (
        retention.DueLine(child, "Daan Willems", date(2026, 11, 24), date(2046, 11, 24), overdue=False),
    )
    assert (view.total, view.next_due) == (2, date(2050, 5, 1))
    clock.move_to(date(2046, 11, 24))
    assert [one.overdue for one in retention.overview(worker).lines] == [True]
    assert later not in {one.patient_id for one in retention.overview(worker).lines}


def test_any_change_starts_the_term_again_but_keeping_longer_does_not(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    clock.move_to(date(2030, 5, 1))
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.require(worker.db, Patient, child), phone="+31612345678"))
    clock.move_to(date(2050, 5, 1))
    assert [one.last_change for one in retention.overview(worker).lines] == [date(2030, 5, 1)]

    retention.keep_longer(worker, child, date(2052, 1, 1), "Er loopt nog een klacht")

    assert retention.overview(worker).lines == ()
    assert retention.term_of(worker, child).due_on == date(2052, 1, 1)
    clock.move_to(date(2052, 1, 1))
    assert [(one.last_change, one.reason) for one in retention.overview(worker).lines] == [
        (date(2030, 5, 1), "Er loopt nog een klacht")
    ]


def test_a_colleague_sees_the_same_list(team: tuple[Session, Session], wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    note = rows.where(sanne.db, Patient)[0]
    assert note.id == child
    retention.keep_longer(sanne, child, date(2050, 1, 1), "Onderzoek loopt")
    sync(sanne, joris, wire=wire)

    clock.move_to(date(2050, 1, 1))

    assert retention.overview(joris) == retention.overview(sanne)
    assert rows.where(joris.db, Retention)[0].decided_by_name == "Sanne de Vries"


def test_a_day_that_keeps_nothing_longer_or_no_reason_is_refused(worker: Session) -> None:
    child = a_dossier(worker)
    for until, reason, code in (
        (date(2040, 1, 1), "waarom", "retention.not_longer"),
        (date(2050, 1, 1), " ", "text.reason_missing"),
    ):
        with pytest.raises(KnownError) as refusal:
            retention.keep_longer(worker, child, until, reason)
        assert refusal.value.code == code
    assert rows.count(worker.db, Retention) == 0


def test_only_a_worker_sees_it(coordinator: Session) -> None:
    with pytest.raises(KnownError, match=r"role\.may_not"):
        retention.overview(coordinator)


def test_an_addendum_counts_as_a_change(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    clock.move_to(date(2031, 1, 1))
    (note,) = worker.db.execute("SELECT id FROM note WHERE patient_id = ?", (child,)).fetchone()
    notes.add_addendum(worker, note, "Nog iets")
    assert retention.last_changes(worker)[child] == date(2031, 1, 1)


def test_the_list_says_nothing_of_what_is_kept_from_this_person_and_tells_nobody_they_looked(
    worker: Session, clock: Clock
) -> None:
    child = a_dossier(worker)
    retention.keep_longer(worker, child, date(2049, 1, 1), "Klacht loopt")
    with transaction(worker.db):
        rows.put(
            worker.db,
            replace(rows.require(worker.db, Patient, child), case_lead="c0" * 16, restricted_to=("c0" * 16,)),
        )
    clock.move_to(date(2049, 1, 2))
    before = len(access_log.of_patient(worker.db, child))

    (line,) = retention.overview(worker).lines

    assert (line.patient_id, line.name, line.reason) == (child, "", "")
    assert len(access_log.of_patient(worker.db, child)) == before


def test_the_copy_for_the_family_says_until_when_it_is_kept_longer_and_not_the_day_of_the_law(worker: Session) -> None:
    child = a_dossier(worker, "Daan", OLD_ENOUGH)
    retention.keep_longer(worker, child, date(2056, 11, 21), "Er loopt een zaak bij de rechter over een broer.")
    copy = inspection.make(worker, rows.require(worker.db, Patient, child), Wish(PATIENT))
    (about,) = [one for one in copy.sections if one.key == "about"]
    said = {one.key: one.text for entry in about.entries for one in entry.passages}
    assert said["kept_until"].startswith("21 november 2056: langer dan twintig jaar")
    assert "zaak" not in said["kept_until"]
