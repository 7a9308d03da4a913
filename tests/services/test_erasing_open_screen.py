"""A dossier that is destroyed while somebody writes in it: nothing of it comes back, and they are told."""

from dataclasses import replace

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft, SealedDraft
from gpconnect.services import notes, syncing
from gpconnect.services.session import Session
from gpconnect.storage import operations, rows
from tests.services.conftest import Clock
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import SECRET, a_note, destroyed, plain, wire
from tests.services.online import Wire, sync

Team = tuple[Session, Session]
__all__ = ["wire"]


def test_what_is_typed_after_a_destruction_is_not_kept_and_that_is_said(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne, "Noor")
    sync(sanne, joris, wire=wire)
    _, view = notes.open_patient(joris, child)
    notes.save_draft(joris, view.draft)
    destroyed((sanne, joris), wire, clock, child)
    typed = replace(view.draft, answers={"request": SECRET, "reasons": []})

    with pytest.raises(KnownError, match=r"erasure\.gone"):
        notes.save_draft(joris, typed)
    with pytest.raises(KnownError, match=r"erasure\.gone"):
        a_note(joris, child, SECRET)
    clock.forward(minutes=20)
    sync(sanne, joris, wire=wire)

    for one in team:
        assert (rows.count(one.db, NoteDraft), rows.count(one.db, SealedDraft)) == (0, 0)
        assert operations.of_dossier(one.db, child) == []
        assert SECRET.encode() not in plain(one)
    assert syncing.state(joris).waiting == 0
