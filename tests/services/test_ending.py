"""The pilot ends: the hub lets go of a space, and everybody keeps a complete file. Over a real hub."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from gpconnect.domain.access import EventType
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.services import ending, enrolling, pilot_end, removing, sharing, syncing
from gpconnect.services.acting import saw
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.sync import ending as said
from gpconnect.sync.client import Request, Response
from gpconnect.sync.wire import decode
from tests.services.conftest import CHEAP, Clock, MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import a_note, wire
from tests.services.online import Wire, client, sync

__all__ = ["wire"]
Team = tuple[Session, Session]
EXPORT_WORDS = "vier losse woorden voor de werkgever"


def view(session: Session) -> ending.EndingView:
    (one,) = ending.overview(session)
    return one


@pytest.fixture
def exported(team: Team, wire: Wire, tmp_path: Path, clock: Clock) -> Team:
    """A team with a dossier that went to the employer, and all of it synced."""
    sanne, joris = team
    a_dossier(sanne)
    sync(sanne, joris, wire=wire)
    clock.forward(minutes=1)
    pilot_end.export_all(sanne, tmp_path, EXPORT_WORDS, cost=CHEAP)
    sync(sanne, joris, wire=wire)
    return team


def test_after_a_week_the_hub_is_empty_and_everybody_keeps_their_file(exported: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = exported
    before = [one.id for one in rows.where(joris.db, Patient)]
    ending.ask(sanne, sanne.team_space)
    assert view(sanne).sending
    sync(sanne, joris, wire=wire)
    assert (view(sanne).state, view(sanne).sending) == ("asked", False)
    clock.forward(hours=13)
    sync(joris, wire=wire)
    assert (view(joris).state, view(joris).due_at) == ("asked", view(sanne).due_at)
    with pytest.raises(KnownError, match=r"hub\.ending_early"):
        ending.empty(sanne, sanne.team_space)
    clock.forward(days=7)
    assert view(sanne).state == "due"

    ending.empty(sanne, sanne.team_space)
    sync(sanne, joris, wire=wire)

    for session in exported:
        assert view(session).state == "ended"
        assert view(session).ended_at is not None
        assert [one.id for one in rows.where(session.db, Patient)] == before
        assert ending.active(session.db) == ()
    assert client(joris, wire).end(joris.team_space, "look").emptied_by == sanne.device
    a_dossier(joris)
    sync(joris, sanne, wire=wire)
    assert syncing.state(joris).waiting == 0, "work goes on, and nothing waits for a hub that has it no more"
    with pytest.raises(KnownError, match=r"ending\.ended"):
        ending.ask(sanne, sanne.team_space)
    with pytest.raises(KnownError, match=r"ending\.ended"):
        ending.take_back(sanne, sanne.team_space)


def test_it_is_taken_back_within_the_week(exported: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = exported
    ending.ask(sanne, sanne.team_space)
    sync(sanne, wire=wire)
    ending.take_back(sanne, sanne.team_space)
    sync(sanne, wire=wire)
    assert view(sanne).state == "running"
    clock.forward(days=8)
    sync(sanne, joris, wire=wire)
    assert view(joris).state == "running"
    with pytest.raises(KnownError, match=r"hub\.ending_unasked"):
        ending.empty(sanne, sanne.team_space)


def test_nothing_ends_before_the_employer_has_every_dossier(
    team: Team, wire: Wire, tmp_path: Path, clock: Clock
) -> None:
    sanne, _ = team
    child = a_dossier(sanne)
    with pytest.raises(KnownError, match=r"ending\.waiting"):
        ending.ask(sanne, sanne.team_space)
    sync(*team, wire=wire)
    with pytest.raises(KnownError, match=r"ending\.not_exported") as refusal:
        ending.ask(sanne, sanne.team_space)
    assert refusal.value.params == {"count": 1}
    clock.forward(minutes=1)
    pilot_end.export_all(sanne, tmp_path, EXPORT_WORDS, cost=CHEAP)
    clock.forward(minutes=1)
    a_note(sanne, child, "Nog iets na de export")
    sync(*team, wire=wire)
    with pytest.raises(KnownError, match=r"ending\.not_exported"):
        ending.ask(sanne, sanne.team_space)
    clock.forward(minutes=1)
    saw(sanne, child, "pilot_end", event=EventType.EXPORT)
    sync(*team, wire=wire)
    ending.ask(sanne, sanne.team_space)


def test_who_does_not_administer_a_space_does_not_end_it(exported: Team) -> None:
    _, joris = exported
    for step in (ending.ask, ending.take_back, ending.empty):
        with pytest.raises(KnownError, match=r"space\.not_an_admin"):
            step(joris, joris.team_space)
    assert not view(joris).may


def test_a_hub_that_says_so_by_itself_is_not_believed(exported: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = exported
    forged = said.Standing(
        sanne.team_space, "2026-11-24T00:00:00+00:00", joris.device, "", clock().isoformat(), sanne.device, b"s" * 64
    )

    def lying(request: Request, answer: Response) -> Response:
        if request.path == "/v1/parcels":
            return Response(410, {"content-type": "application/json"}, b'{"code":"emptied"}')
        if request.path == "/v1/endings":
            return replace(answer, body=msgspec.msgpack.encode(forged))
        return answer

    wire.between = lying
    with pytest.raises(KnownError, match=r"hub\.alarm"):
        sync(joris, wire=wire)
    wire.between = None
    assert view(joris).state == "running"
    sync(joris, wire=wire)


@pytest.mark.parametrize("field", ["asked_at", "due_at", "emptied_at"])
def test_an_end_at_no_moment_is_an_alarm_and_the_page_still_opens(exported: Team, wire: Wire, field: str) -> None:
    sanne, _ = exported

    def lying(request: Request, answer: Response) -> Response:
        if request.path != "/v1/endings":
            return answer
        standing = decode(answer.body, said.Standing)
        return replace(answer, body=msgspec.msgpack.encode(msgspec.structs.replace(standing, **{field: "morgen"})))

    ending.ask(sanne, sanne.team_space)
    wire.between = lying
    with pytest.raises(KnownError, match=r"hub\.alarm"):
        sync(sanne, wire=wire)
    wire.between = None

    assert view(sanne).state == "running"
    sync(sanne, wire=wire)
    assert view(sanne).state == "asked"


def test_a_step_that_the_hub_does_not_take_is_told_and_the_round_goes_on(
    exported: Team, wire: Wire, clock: Clock
) -> None:
    sanne, joris = exported
    ending.ask(sanne, sanne.team_space)
    sync(sanne, wire=wire)
    clock.forward(days=8)
    ending.empty(sanne, sanne.team_space)
    clock.forward(days=-8)

    sync(sanne, joris, wire=wire)

    assert (view(sanne).state, view(sanne).trouble, view(sanne).sending) == ("asked", "hub.ending_early", False)
    ending.take_back(sanne, sanne.team_space)
    sync(sanne, wire=wire)
    assert (view(sanne).state, view(sanne).trouble) == ("running", "")


def test_a_hub_of_before_this_question_ends_nothing_and_stops_nothing(exported: Team, wire: Wire) -> None:
    sanne, joris = exported

    def old(request: Request, answer: Response) -> Response:
        if request.path == "/v1/endings":
            return Response(404, {"content-type": "application/json"}, b'{"code":"not_found"}')
        return answer

    wire.between = old
    ending.ask(sanne, sanne.team_space)
    sync(sanne, joris, wire=wire)
    assert (view(sanne).state, view(sanne).trouble) == ("running", "hub.trouble")


def test_who_hears_of_it_last_hears_it_too(exported: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = exported
    ending.ask(sanne, sanne.team_space)
    sync(sanne, wire=wire)
    clock.forward(days=8)
    ending.empty(sanne, sanne.team_space)
    sync(sanne, wire=wire)
    clock.forward(days=20)

    sync(joris, wire=wire)

    assert view(joris).state == "ended"
    assert syncing.state(joris).out == ()


def test_what_never_left_before_the_end_is_told_until_somebody_has_seen_it(
    exported: Team, wire: Wire, clock: Clock
) -> None:
    sanne, joris = exported
    ending.ask(sanne, sanne.team_space)
    sync(sanne, wire=wire)
    a_dossier(joris, "Sem")
    clock.forward(days=8)
    ending.empty(sanne, sanne.team_space)
    sync(sanne, wire=wire)

    sync(joris, wire=wire)

    told = sharing.overview(joris)
    assert [(one.reason, one.refused, one.seen) for one in told.items] == [("ending.unsent", False, None)]
    assert "team" not in {one.family for one in told.waiting}, "it does not look as if it still leaves"
    assert "Sem" in {one.given_name for one in rows.where(joris.db, Patient)}
    sharing.dismiss(joris, told.items[0].op_id)
    (seen,) = sharing.overview(joris).items
    assert seen.seen is not None
    assert sharing.overview(sanne).items == ()


def test_who_was_never_let_in_hears_nothing_and_mistrusts_nobody(
    exported: Team, wire: Wire, clock: Clock, make_session: MakeSession
) -> None:
    sanne, _ = exported
    noor = make_session("colleague")
    enrolling.follow(noor, [sanne.team_space])
    ending.ask(sanne, sanne.team_space)
    sync(sanne, wire=wire)
    clock.forward(days=8)
    ending.empty(sanne, sanne.team_space)
    sync(sanne, wire=wire)

    sync(noor, wire=wire)

    assert view(noor).state == "running"


def test_who_was_put_out_before_it_does_not_know_who_ended_it(exported: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = exported
    removing.remove_device(sanne, joris.device)
    sync(sanne, joris, wire=wire)
    ending.ask(sanne, sanne.team_space)
    sync(sanne, wire=wire)
    clock.forward(days=8)
    ending.empty(sanne, sanne.team_space)
    sync(sanne, joris, wire=wire)

    assert view(joris).state == "running"
    assert syncing.state(joris).out == ("team",)
