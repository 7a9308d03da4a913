"""Two workers who were apart did something to one stretch of help."""

from dataclasses import replace
from datetime import date

import pytest

from gpconnect.domain.care import Destination, EndReason, EpisodeOfCare
from gpconnect.domain.roles import Intention
from gpconnect.services import closing, dossiers, sharing
from gpconnect.services.acting import acting
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, rows
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, sync


def the_only(session: Session) -> EpisodeOfCare:
    (found,) = rows.where(session.db, EpisodeOfCare)
    return found


@pytest.mark.parametrize("first", [0, 1], ids=["who ended it was first", "who wrote was first"])
def test_a_stretch_of_help_that_one_worker_ended_stays_so_when_another_wrote_in_it(
    team: tuple[Session, Session], wire: Wire, first: int
) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    closing.end_episode(sanne, the_only(sanne).id, EndReason.AS_PLANNED)
    with acting(joris, Intention.EDIT_DOSSIER) as action:
        action.write(replace(the_only(joris), request_for_help="Slaapt weer, wil niet naar school"))

    sync(team[first], *team, wire=wire)

    for session in team:
        after = the_only(session)
        assert (after.ended_on, after.end_reason) == (date(2026, 11, 24), EndReason.AS_PLANNED)
        assert after.request_for_help == "Slaapt weer, wil niet naar school"
        assert conflicts.conflicts(session.db) == []
        assert dossiers.open_episode(session, child) is None


def test_two_workers_who_end_one_stretch_of_help_differently_are_asked_which_end_it_was(
    team: tuple[Session, Session], wire: Wire
) -> None:
    sanne, joris = team
    a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    closing.end_episode(sanne, the_only(sanne).id, EndReason.AS_PLANNED)
    closing.end_episode(joris, the_only(joris).id, EndReason.EARLY_CLIENT, Destination.SCHOOL)

    sync(sanne, joris, sanne, wire=wire)

    (asked,) = sharing.conflicts(joris)
    assert (asked.kind, asked.about) == ("episode_of_care", "Daan Willems")
    assert [dict(one.values)["end_reason"] for one in asked.versions] == ["01", "03"]
    sharing.choose(joris, asked.kind, asked.record, asked.group, asked.versions[0].op_id)
    sync(joris, sanne, wire=wire)
    for session in team:
        assert (the_only(session).end_reason, the_only(session).destination) == (EndReason.AS_PLANNED, Destination.NONE)
        assert sharing.conflicts(session) == ()
