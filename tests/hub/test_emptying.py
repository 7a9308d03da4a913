"""At the end of a pilot a space leaves the hub: asked, a week to take it back, then gone for good. On both engines."""

from datetime import timedelta

import msgspec
import pytest
import sqlalchemy as sa

from gpconnect.domain.errors import KnownError
from gpconnect.hub import upkeep
from gpconnect.hub.schema import AUDIT, DEVICE, ENDING, METADATA, TOKEN
from gpconnect.sync import ending, wire
from tests.hub.conftest import Clock
from tests.hub.parties import MSGPACK, TEAM, Desk, MakeDesk, Web, claims
from tests.hub.test_server import token_of

WEEK = timedelta(days=7)


@pytest.fixture
def team(anna: Desk, bilal: Desk) -> None:
    """Anna administers a space with Bilal in it; there are parcels, a key and a claim."""
    anna.found(bilal.laptop.member())
    anna.push(keys=(anna.laptop.wrap(),), claims=claims("slot"))
    bilal.push()


def rows(engine: sa.Engine) -> dict[str, int]:
    """How much stands in each table that says something of a space or device."""
    with engine.connect() as connection:
        return {
            table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in METADATA.sorted_tables
            if table.name not in {"meta", "mailbox", "letter", "guess"}
        }


def codes(engine: sa.Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(sa.select(AUDIT.c.code).order_by(AUDIT.c.id)).scalars())


def emptied(desk: Desk, clock: Clock) -> ending.Standing:
    desk.client.end(TEAM, "ask")
    clock.pass_by(WEEK)
    return desk.client.end(TEAM, "empty")


@pytest.mark.usefixtures("team")
def test_after_a_week_everything_of_a_space_goes_and_that_it_went_remains(
    anna: Desk, bilal: Desk, engine: sa.Engine, clock: Clock
) -> None:
    asked = anna.client.end(TEAM, "ask")
    assert bilal.client.end(TEAM, "look") == asked
    assert (asked.asked_by, asked.asked_at, asked.emptied_at) == (anna.laptop.device, clock().isoformat(), "")
    assert asked.due_at == (clock() + WEEK).isoformat()
    assert anna.push().status == "ok", "until then work goes on"
    clock.pass_by(WEEK)

    gone = anna.client.end(TEAM, "empty")

    assert (gone.emptied_by, gone.emptied_at) == (anna.laptop.device, clock().isoformat())
    message = ending.message(TEAM, "empty", anna.laptop.device)
    assert wire.verify(anna.laptop.sign_key, gone.signature, message)
    assert rows(engine) == {**dict.fromkeys(rows(engine), 0), "ending": 1, "audit": 1}
    assert codes(engine) == ["emptied"]
    assert upkeep.check(engine).ok


@pytest.mark.usefixtures("team")
def test_a_week_is_not_over_a_second_before(anna: Desk, engine: sa.Engine, clock: Clock) -> None:
    with pytest.raises(KnownError, match=r"hub\.ending_unasked"):
        anna.client.end(TEAM, "empty")
    anna.client.end(TEAM, "ask")
    clock.pass_by(WEEK - timedelta(seconds=1))
    before = rows(engine)
    with pytest.raises(KnownError, match=r"hub\.ending_early"):
        anna.client.end(TEAM, "empty")
    assert {**rows(engine), "token": 0} == {**before, "token": 0}


@pytest.mark.usefixtures("team")
def test_asking_again_does_not_move_the_week_and_taking_it_back_ends_it(
    anna: Desk, engine: sa.Engine, clock: Clock
) -> None:
    first = anna.client.end(TEAM, "ask")
    clock.pass_by(timedelta(days=3))
    assert anna.client.end(TEAM, "ask") == first
    assert anna.client.end(TEAM, "undo") == anna.client.end(TEAM, "undo") == ending.Standing(TEAM)
    clock.pass_by(WEEK)
    with pytest.raises(KnownError, match=r"hub\.ending_unasked"):
        anna.client.end(TEAM, "empty")
    assert codes(engine) == ["ending_asked", "ending_undone"]


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize("step", ["ask", "undo", "empty"])
def test_only_an_admin_of_the_space_takes_a_step(
    anna: Desk, bilal: Desk, make_desk: MakeDesk, clock: Clock, step: ending.Step
) -> None:
    anna.client.end(TEAM, "ask")
    clock.pass_by(WEEK)
    with pytest.raises(KnownError, match=r"space\.not_an_admin"):
        bilal.client.end(TEAM, step)
    with pytest.raises(KnownError, match=r"hub\.not_member"):
        make_desk().client.end(TEAM, step)
    assert anna.client.end(TEAM, "look").asked_by == anna.laptop.device


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(("space", "signed", "status"), [(TEAM, False, 403), ("nowhere", True, 400), (TEAM, True, 200)])
def test_what_is_not_signed_or_not_a_request_is_refused(
    anna: Desk, web: Web, space: str, status: int, *, signed: bool
) -> None:
    message = ending.message(space, "ask" if signed else "empty", anna.laptop.device)
    request = ending.End(space, "ask", anna.laptop.sign(message))
    headers = {**MSGPACK, **token_of(web, anna.laptop)}
    answer = web.request("POST", "/v1/endings", headers=headers, content=msgspec.msgpack.encode(request))
    assert answer.status_code == status


@pytest.mark.usefixtures("team")
def test_who_comes_later_is_told_that_it_left_and_nobody_founds_it_again(
    anna: Desk, bilal: Desk, make_desk: MakeDesk, clock: Clock
) -> None:
    gone = emptied(anna, clock)
    for desk in (anna, bilal):
        desk.client.register()
        with pytest.raises(KnownError, match=r"hub\.emptied"):
            desk.client.pull(TEAM)
        assert desk.client.end(TEAM, "look") == desk.client.end(TEAM, "empty") == gone
    stranger = make_desk()
    assert stranger.found().code == "emptied"


@pytest.mark.usefixtures("team")
def test_a_device_that_is_in_another_space_stays_known(
    anna: Desk, bilal: Desk, engine: sa.Engine, clock: Clock
) -> None:
    bilal.found(space="team/zuid")
    emptied(anna, clock)

    with engine.connect() as connection:
        assert list(connection.execute(sa.select(DEVICE.c.device)).scalars()) == [bilal.laptop.device]
        assert set(connection.execute(sa.select(TOKEN.c.device)).scalars()) <= {bilal.laptop.device}
        assert list(connection.execute(sa.select(ENDING.c.space)).scalars()) == [TEAM]
    assert bilal.client.pull("team/zuid").items
    assert bilal.push(space="team/zuid").status == "ok"
