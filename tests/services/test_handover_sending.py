"""The letter of a handover as a file with a name that tells nobody anything."""

from pathlib import Path

import pytest

from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.errors import KnownError
from gpconnect.services import handover_sending, handovers
from gpconnect.services.handovers import Content
from gpconnect.services.session import Session
from tests.services.dossier_help import MOZAIEK, a_dossier, agree_to_share


def a_handover(session: Session, given_name: str) -> str:
    """Ready to leave."""
    patient_id = a_dossier(session, given_name)
    agree_to_share(session, patient_id)
    return handovers.create_handover(session, patient_id, MOZAIEK, Content(access_route=AccessRoute.DECISION))[1]


def test_two_letters_on_one_day_get_two_names_without_a_person(worker: Session, tmp_path: Path) -> None:
    for name in ("Daan", "Bram"):
        handover_sending.send_letter(worker, a_handover(worker, name), tmp_path / "brieven")

    assert sorted(one.name for one in (tmp_path / "brieven").iterdir()) == [
        "warme-overdracht-2026-11-24-1.pdf",
        "warme-overdracht-2026-11-24-2.pdf",
    ]


def test_a_folder_that_cannot_be_made_lets_nothing_leave(worker: Session, tmp_path: Path) -> None:
    (tmp_path / "bezet").touch()
    with pytest.raises(KnownError, match=r"file\.write_failed"):
        handover_sending.send_letter(worker, a_handover(worker, "Daan"), tmp_path / "bezet" / "brieven")
