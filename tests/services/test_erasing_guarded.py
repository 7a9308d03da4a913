"""Who may have what erased: what is kept back stays so, closed dossiers stay closed, many records need a second."""

import pytest

from gpconnect.domain.erasure import Erasure
from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import Note
from gpconnect.domain.rights import FIELD, Ground, Withholding
from gpconnect.services import erasing, inspection, rights
from gpconnect.services.inspection import Wish
from gpconnect.services.rights import NewWithholding
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import ask, wire

__all__ = ["wire"]


def kept_back(session: Session, child: str) -> list[str]:
    """What is kept back from copies now, as ``<kind>:<id>`` of what it is about."""
    return [f"{one.kind}:{one.record}" for one in rows.where(session.db, Withholding, "patient_id = ?", (child,))]


def test_asking_for_a_part_lifts_nothing_that_is_kept_back(worker: Session) -> None:
    child = a_dossier(worker)
    (note,) = rows.where(worker.db, Note)
    rights.withhold(worker, child, NewWithholding("note", note.id, Ground.PRIVACY_OF_ANOTHER, "Vader", part="wish"))
    rights.withhold(worker, child, NewWithholding(FIELD, "school", Ground.PRIVACY_OF_ANOTHER, "Zusje"))
    assert {one.kind for one in erasing.overview(worker, child).parts} == {"note"}
    (about_note,) = rows.where(worker.db, Withholding, "kind = 'note'")
    with pytest.raises(KnownError, match=r"erasure\.part_gone"):
        ask(worker, child, f"withholding:{about_note.id}")

    asked = ask(worker, child, f"note:{note.id}")

    assert rows.require(worker.db, Erasure, asked).parts == (f"note:{note.id}", f"withholding:{about_note.id}")
    assert kept_back(worker, child) == [f"{FIELD}:school"]
    erasing.undo(worker, asked)
    assert sorted(kept_back(worker, child)) == [f"{FIELD}:school", f"note:{note.id}"]


def test_while_the_whole_is_asked_for_nobody_can_make_a_copy_without_what_is_kept_back(worker: Session) -> None:
    child = a_dossier(worker)
    rights.withhold(worker, child, NewWithholding(FIELD, "school", Ground.PRIVACY_OF_ANOTHER, "Zusje"))
    ask(worker, child)
    with pytest.raises(KnownError, match=r"dossier\.blocked"):
        inspection.look(worker, child, Wish(erasing.PATIENT))
