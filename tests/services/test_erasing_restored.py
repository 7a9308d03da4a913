"""What was erased, and what was not after all, when an older file or a copy takes the place of the file."""

from pathlib import Path

import pytest

from gpconnect.domain.erasure import Refusal
from gpconnect.domain.notes import Note
from gpconnect.services import damaged, erasing, keeping, profiles, restoring
from gpconnect.services.profiles import Profile
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import ask
from tests.services.test_restoring import names, put_by_hand


def restored(session: Session, copy: Path, place: Path) -> Profile:
    """The profile, lying elsewhere, after this copy was put back there."""
    put_by_hand(session, place)
    here = restoring.closed(place, PASSPHRASE)
    restoring.restore(here, restoring.preview(here, copy, PASSPHRASE), session.now())
    return profiles.open_profile(place, PASSPHRASE, now=session.now)


@pytest.mark.parametrize("end", ["undone", "refused"])
@pytest.mark.parametrize("part", [False, True])
def test_a_copy_of_while_it_was_blocked_shows_again_what_is_not_to_be_erased_any_more(
    worker: Session, tmp_path: Path, clock: Clock, end: str, *, part: bool
) -> None:
    """No hub here that would tell it once more."""
    child = a_dossier(worker, "Blijft")
    (note,) = rows.where(worker.db, Note)
    asked = ask(worker, child, *([f"note:{note.id}"] if part else []))
    keeping.back_up(worker, tmp_path / "kopie")
    clock.forward(hours=1)
    if end == "undone":
        erasing.undo(worker, asked)
    else:
        erasing.refuse(worker, asked, Refusal.INTEREST_OF_ANOTHER)

    back = restored(worker, tmp_path / "kopie", tmp_path / "plek")

    assert names(back.session) == {"Blijft"}
    assert rows.where(back.session.db, Note) == [note]
    assert damaged.differing(back.session, [("patient", child), ("note", note.id)]) == 0
    back.close()


def test_a_copy_of_while_nothing_was_blocked_hides_what_is_to_be_erased_now(worker: Session, tmp_path: Path) -> None:
    child = a_dossier(worker, "Gevraagd")
    keeping.back_up(worker, tmp_path / "kopie")
    asked = ask(worker, child)
    erasing.undo(worker, asked)
    ask(worker, child)

    back = restored(worker, tmp_path / "kopie", tmp_path / "plek")

    assert names(back.session) == set()
    back.close()
