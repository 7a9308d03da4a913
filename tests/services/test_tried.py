"""Writing in a dossier that is kept from somebody: it is refused, nothing changes, and the try is on record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.services import access, notes, patients, retention, rights
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import access_log, operations, rows
from tests.services.dossier_help import a_dossier

COLLEAGUE = "0f" * 16
Deed = Callable[[Session, str, str], object]
"""What somebody tries in a dossier, given the child and a note."""
DEEDS: dict[str, Deed] = {
    "addendum": lambda session, _child, note: notes.add_addendum(session, note, "Erbij"),
    "edit": lambda session, child, _note: patients.edit_patient(session, child, {"school": "De Walsprong"}),
    "keep longer": lambda session, child, _note: retention.keep_longer(
        session, child, session.today() + timedelta(days=36500), "Omdat het moet"
    ),
    "statement": lambda session, child, _note: rights.add_statement(session, child, "Ik zie het anders", "patient"),
    "objection": lambda session, child, _note: rights.set_objection(session, child, objects=True),
    "correct": lambda session, _child, note: rights.correct(session, note, "request", "Anders", "Het klopte niet"),
    "note": lambda session, child, _note: notes.open_patient(session, child),
}


@pytest.mark.parametrize("name", DEEDS)
@pytest.mark.parametrize("refusal", ["dossier.restricted", "dossier.emergency"])
def test_a_try_to_write_in_a_closed_dossier_is_one_line(worker: Session, name: str, refusal: str) -> None:
    child = a_dossier(worker)
    (note,) = rows.where(worker.db, Note)
    keep_apart(worker, child)
    if refusal == "dossier.emergency":
        access.open_in_emergency(worker, child, "Moeder belt in nood")
    before, made = access_log.last_row(worker.db), operations.top(worker.db)

    with pytest.raises(KnownError) as told:
        DEEDS[name](worker, child, note.id)

    assert told.value.code == refusal
    tried = [(one.event.client, one.event.outcome) for one in access_log.after_row(worker.db, before)]
    assert tried == [(child, refusal)]
    assert operations.top(worker.db) == made


def keep_apart(session: Session, child: str) -> None:
    """The dossier is a colleague's from now on, who alone reads it."""
    with acting(session, Intention.EDIT_DOSSIER) as action:
        patient = rows.require(session.db, Patient, child)
        action.write(replace(patient, case_lead=COLLEAGUE, restricted_to=(COLLEAGUE,)))
