"""A restored hub goes on without what somebody had: who says so knows what, and nobody is left outside for ever."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Appointment
from gpconnect.services import enrolling, healing_standing, profiles, put_out, removing, spaces, syncing
from gpconnect.services.healing_standing import HealingSpace, NotBack
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.sync import wire as protocol
from gpconnect.sync.client import Request, Response
from tests.services.admins_help import Admins, another_epoch, send, three_admins
from tests.services.conftest import PRACTICE, MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.healing_help import Restorable, a_laptop_that_nobody_read_of, log, restorable, takes_nothing_back
from tests.services.online import Wire, client, sync
from tests.services.test_restoring import names
from tests.services.test_syncing import SLOT, book

Team = tuple[Session, Session]
Practice = tuple[Session, Session, Session]


@pytest.fixture
def hub(tmp_path: Path, wire: Wire) -> Iterator[Restorable]:
    with restorable(tmp_path / "hub", wire) as hub:
        yield hub


@pytest.fixture
def admins(make_session: MakeSession, wire: Wire) -> Admins:
    """Sanne, her second computer and Joris."""
    return three_admins(make_session, wire)


def round_of(session: Session, wire: Wire) -> None:
    syncing.sync_now(session, client(session, wire))


def healing_of(session: Session) -> HealingSpace:
    (one,) = healing_standing.healing_spaces(session)
    return one


def a_laptop(make_session: MakeSession, sanne: Session, wire: Wire) -> Session:
    """Somebody who comes in later and has nothing but what the hub holds."""
    laptop = make_session("worker")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(laptop)])
    enrolling.follow(laptop, [sanne.team_space])
    sync(sanne, laptop, wire=wire)
    return laptop


def test_keys_of_an_epoch_that_is_no_more_come_back_under_the_one_that_is(
    admins: Admins, make_session: MakeSession, wire: Wire, hub: Restorable
) -> None:
    """Wrapped before the order was settled they would name an epoch that nobody can prove, and never come again."""
    sanne, second, joris = admins
    hub.copy()
    send(sanne, another_epoch(sanne), wire)
    a_dossier(sanne, "Noor")
    sync(sanne, joris, wire=wire)
    hub.put_back()
    round_of(second, wire)
    healing_standing.go_on(second, second.team_space)
    round_of(second, wire)

    round_of(joris, wire)
    sync(sanne, joris, second, wire=wire)

    assert names(second) == names(a_laptop(make_session, second, wire)) == {"Noor"}
    assert log(second, second.team_space) == log(joris, joris.team_space)
    assert [syncing.state(one).alarms for one in admins] == [0, 0, 0]


def test_what_a_malicious_member_stores_in_the_place_of_a_key_stands_in_nobodys_way(
    admins: Admins, make_session: MakeSession, wire: Wire, hub: Restorable
) -> None:
    sanne, second, joris = admins
    hub.copy()
    a_dossier(sanne, "Noor")
    sync(sanne, joris, wire=wire)
    hub.put_back()
    space, (key_id,) = sanne.team_space, spaces.space_keys(joris.db, joris.team_space).dossiers
    epoch = spaces.membership(joris.db, space).epoch
    assert epoch is not None
    device = profiles.device_keys(joris.db)
    message = protocol.wrap_message(space, epoch.key_id, key_id, b"garbage")
    garbage = protocol.WrappedKey(key_id, space, epoch.key_id, joris.device, b"garbage", device.sign(message))
    client(joris, wire).heal(protocol.Heal(space, 0, keys=(garbage,)))
    assert client(second, wire).pull(space).keys == (garbage,)

    sync(sanne, second, wire=wire)

    assert names(a_laptop(make_session, sanne, wire)) == {"Noor"}


def test_go_is_said_of_one_healing_and_of_no_other(team: Team, wire: Wire, hub: Restorable) -> None:
    sanne, joris = team
    space = sanne.team_space
    with pytest.raises(KnownError, match=r"healing\.over"):
        healing_standing.go_on(sanne, space)
    hub.copy()
    a_dossier(joris, "Noor")
    round_of(joris, wire)
    hub.put_back()
    round_of(sanne, wire)
    healing_standing.go_on(sanne, space)
    assert healing_of(sanne).going_on

    hub.copy()
    hub.put_back()
    round_of(sanne, wire)

    assert (healing_of(sanne).waits, healing_of(sanne).going_on) == (1, False)
    healing_standing.go_on(sanne, space)
    round_of(joris, wire)
    sync(sanne, joris, wire=wire)
    hub.copy()
    a_dossier(joris, "Sem")
    round_of(joris, wire)
    hub.put_back()
    round_of(sanne, wire)
    assert not healing_of(sanne).going_on
    sync(joris, sanne, wire=wire)
    assert names(sanne) == names(joris) == {"Noor", "Sem"}
    assert healing_standing.left_behind(joris) == ()


def test_who_said_go_is_asked_again_when_more_came_back_meanwhile(admins: Admins, wire: Wire, hub: Restorable) -> None:
    sanne, second, joris = admins
    hub.copy()
    a_dossier(joris, "Noor")
    round_of(joris, wire)
    hub.put_back()
    round_of(sanne, wire)
    healing_standing.go_on(sanne, sanne.team_space)
    round_of(joris, wire)

    round_of(sanne, wire)

    assert (healing_of(sanne).waits, healing_of(sanne).going_on) == (1, False)
    assert names(sanne) == {"Noor"}
    healing_standing.go_on(sanne, sanne.team_space)
    round_of(sanne, wire)
    sync(second, joris, sanne, wire=wire)
    assert [healing_standing.healing_spaces(one) for one in admins] == [(), (), ()]
    assert names(second) == {"Noor"}


def test_before_an_admin_says_go_the_screen_knows_what_of_whom_is_not_back(
    practice: Practice, wire: Wire, hub: Restorable
) -> None:
    gp, assistant, worker = practice
    sync(gp, assistant, worker, wire=wire)
    hub.copy()
    mine = book(gp, SLOT)
    theirs = book(assistant, SLOT.replace("0100", "0101"))
    sync(gp, assistant, worker, wire=wire)
    hub.put_back()
    takes_nothing_back(wire)
    round_of(gp, wire)

    shown = next(one for one in healing_standing.healing_spaces(gp) if one.space == PRACTICE)

    assert shown.may_go_on
    assert shown.not_back[:2] == (
        NotBack("dr. Peters", ours=True, changes=1, bookings=1, places=1),
        NotBack("Wilma Kok", ours=False, changes=1, bookings=1, places=1),
    )
    healing_standing.go_on(gp, PRACTICE)
    round_of(gp, wire)
    sync(gp, assistant, worker, wire=wire)
    assert {one.id for one in rows.where(worker.db, Appointment)} == {mine.id, theirs.id}
    assert log(gp, PRACTICE) == log(assistant, PRACTICE) == log(worker, PRACTICE)


def test_a_hub_with_another_order_than_this_device_read_gets_no_word_to_go_on(
    team: Team, wire: Wire, hub: Restorable
) -> None:
    sanne, joris = team
    hub.copy()
    a_dossier(joris, "Noor")
    sync(joris, sanne, wire=wire)
    hub.put_back()
    takes_nothing_back(wire)
    lies = wire.send

    def send(request: Request) -> Response:
        answer = lies(request)
        if request.path != "/v1/healings":
            return answer
        healed = protocol.decode(answer.body, protocol.Healed)
        proof = hub.identity.prove(sanne.team_space, healed.proof.seq, b"x" * 32)
        return replace(answer, body=msgspec.msgpack.encode(msgspec.structs.replace(healed, proof=proof)))

    wire.send = send
    round_of(sanne, wire)

    with pytest.raises(KnownError, match=r"hub\.alarm"):
        healing_standing.go_on(sanne, sanne.team_space)
    assert not healing_of(sanne).going_on


def test_who_was_put_out_after_the_copy_is_put_out_once_more(admins: Admins, wire: Wire, hub: Restorable) -> None:
    """Also when the computer that put them out comes no more; the screen says that they are in again until then."""
    sanne, second, joris = admins
    hub.copy()
    removing.remove_device(sanne, joris.device)
    sync(sanne, second, wire=wire)
    hub.put_back()
    takes_nothing_back(wire)
    round_of(second, wire)
    hers = NotBack("Sanne de Vries", ours=False, changes=0, bookings=0, places=0, put_out=1)
    assert healing_of(second).not_back == (hers,)
    healing_standing.go_on(second, second.team_space)
    sync(second, sanne, wire=wire)

    for one in (second, sanne):
        assert spaces.membership(one.db, one.team_space).member(joris.device) is None
    assert removing.under_way(second) == frozenset()


def places(hub: Restorable) -> list[tuple[object, ...]]:
    """The order, without when the hub received it: what was sent once more, it received once more."""
    return [place[:4] for place in hub.order()]


def test_who_was_let_in_after_the_copy_brings_everything_back_while_nothing_new_came(
    team: Team, make_session: MakeSession, wire: Wire, hub: Restorable
) -> None:
    """The hub waited for nobody any more, for it knew nobody else. What it forgot fits all the same."""
    sanne, joris = team
    hub.copy()
    laptop = a_laptop_that_nobody_read_of(make_session, sanne, wire)
    everything = places(hub)
    hub.put_back()
    sync(joris, sanne, wire=wire)
    assert places(hub) == everything[:3]

    round_of(laptop, wire)

    assert places(hub) == everything
    sync(sanne, joris, laptop, wire=wire)
    assert names(joris) == {"Noor"}
    assert [healing_standing.left_behind(one) for one in (sanne, joris, laptop)] == [(), (), ()]


def test_a_device_that_the_hub_forgot_goes_on_with_the_others_when_somebody_there_says_so(
    team: Team, make_session: MakeSession, wire: Wire, hub: Restorable
) -> None:
    """Others had gone on by then, so its old places are taken: nothing is lost, and nothing is done unasked."""
    sanne, joris = team
    hub.copy()
    laptop = a_laptop_that_nobody_read_of(make_session, sanne, wire)
    hub.put_back()
    a_dossier(joris, "Sem")
    for one in (sanne, joris, sanne):
        round_of(one, wire)

    for _ in range(2):
        with pytest.raises(KnownError, match=r"hub\.went_on"):
            round_of(laptop, wire)

    shown = healing_of(laptop)
    assert (shown.forgotten, shown.may_go_on, shown.going_on) == (True, False, False)
    assert [(one.ours, one.let_in) for one in shown.not_back] == [(True, 0), (False, 1)]
    assert names(laptop) == {"Noor"}
    healing_standing.rejoin(laptop, laptop.team_space)
    assert healing_of(laptop).going_on
    sync(laptop, sanne, joris, laptop, wire=wire)
    assert healing_standing.healing_spaces(laptop) == ()
    assert names(laptop) == names(joris) == {"Noor", "Sem"}
    assert log(laptop, laptop.team_space) == log(joris, joris.team_space)
    (left,) = healing_standing.left_behind(laptop)
    assert (left.ours > 0, left.others) == (True, 0)
    assert all(seq is not None for _, seq, _ in log(laptop, laptop.team_space))


def test_who_is_no_member_any_more_after_a_go_keeps_everything_and_is_let_in_again(
    make_session: MakeSession, wire: Wire, hub: Restorable
) -> None:
    """Sanne let the laptop in and her computer burnt: an admin who had not read that says go."""
    sanne, second, joris = three_admins(make_session, wire)
    hub.copy()
    laptop = a_laptop(make_session, sanne, wire)
    a_dossier(laptop, "Noor")
    round_of(laptop, wire)
    hub.put_back()
    for one in (joris, second):
        round_of(one, wire)
    healing_standing.go_on(second, second.team_space)
    a_dossier(second, "Sem")
    round_of(second, wire)

    round_of(laptop, wire)

    assert put_out.spaces_out(laptop.db) == (laptop.team_space,)
    assert names(laptop) == {"Noor"}
    assert syncing.state(laptop).waiting > 0
    enrolling.admit(second, second.team_space, [enrolling.device_card(laptop)])
    sync(second, laptop, second, joris, wire=wire)
    assert names(laptop) == names(second) == names(joris) == {"Noor", "Sem"}
    assert (syncing.state(laptop).waiting, put_out.spaces_out(laptop.db)) == (0, ())
    assert log(laptop, laptop.team_space) == log(second, second.team_space)


def test_rejoining_is_for_who_was_forgotten(team: Team) -> None:
    sanne, _ = team
    with pytest.raises(KnownError, match=r"healing\.over"):
        healing_standing.rejoin(sanne, sanne.team_space)


def test_what_was_left_behind_is_kept_per_space(practice: Practice, wire: Wire, hub: Restorable) -> None:
    gp, assistant, worker = practice
    enrolling.found(worker, worker.team_space)
    sync(gp, assistant, worker, wire=wire)
    hub.copy()
    book(worker, SLOT)
    a_dossier(worker, "Noor")
    sync(worker, gp, wire=wire)
    hub.put_back()
    takes_nothing_back(wire)
    for one in (gp, worker):
        round_of(one, wire)
    healing_standing.go_on(gp, PRACTICE)
    healing_standing.go_on(worker, worker.team_space)
    sync(gp, worker, wire=wire)

    left = healing_standing.left_behind(worker)

    assert [(one.space, one.ours > 0) for one in left] == [(PRACTICE, True), (worker.team_space, True)]
    healing_standing.put_away(worker, PRACTICE)
    assert [one.space for one in healing_standing.left_behind(worker)] == [worker.team_space]
