"""What happens at a desk between rounds, and a round to its end."""

from pytestqt.qtbot import QtBot

from gpconnect.domain.changes import Changes
from gpconnect.services import enrolling, syncing
from gpconnect.services.session import Session
from gpconnect.ui.syncer import Standing, Syncer
from tests.services.online import slip_in
from tests.ui.workplace import Workplace


def found_team(session: Session) -> Changes:
    return enrolling.found(session, session.team_space)


def something_waits(session: Session) -> Changes:
    slip_in(session, "patient.recorded", space=session.team_space)
    return Changes(frozenset({"patient"}))


def a_round(syncer: Syncer, place: Workplace, qtbot: QtBot) -> Standing:
    """Run a round to its end, and give how it stands."""
    with qtbot.waitSignal(syncer.round_finished, timeout=20_000):
        syncer.sync()
    assert place.settle()
    assert syncer.standing is not None
    return syncer.standing


def sends(session: Session, address: str) -> None:
    """Something new of this colleague's goes to the hub."""
    syncing.set_hub(session, address)
    known = syncing.connection(session)
    assert known is not None
    line = syncing.line_to(known)
    syncing.sync_now(session, line.hub)
    slip_in(session, "patient.recorded", space=session.team_space)
    syncing.sync_now(session, line.hub)
    line.close()
