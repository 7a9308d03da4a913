"""The hub lets wrapped keys go when a member asks, on both engines."""

import msgspec
import pytest
import sqlalchemy as sa

from gpconnect.domain.errors import KnownError
from gpconnect.hub.schema import AUDIT
from gpconnect.sync import wire
from tests.hub.parties import MSGPACK, TEAM, Desk, MakeDesk, Web, epoch_of, public_key
from tests.hub.test_server import token_of

OLD, STAYS = b"o" * 16, b"s" * 16


@pytest.fixture
def team(anna: Desk, bilal: Desk) -> None:
    """Anna founded a space with Bilal in it, and pushed two keys."""
    anna.found(bilal.laptop.member())
    anna.push(keys=(anna.laptop.wrap(key_id=OLD), anna.laptop.wrap(key_id=STAYS)))


def held(desk: Desk) -> set[bytes]:
    return {one.id for one in desk.client.pull(TEAM).keys}


def lines(engine: sa.Engine) -> list[tuple[str, str, str]]:
    with engine.connect() as connection:
        found = connection.execute(sa.select(AUDIT.c.code, AUDIT.c.device, AUDIT.c.space)).all()
    return [(code, device, space) for code, device, space in found]


@pytest.mark.usefixtures("team")
def test_a_members_request_takes_every_wrap_of_a_key_once(anna: Desk, bilal: Desk, engine: sa.Engine) -> None:
    assert bilal.client.forget(TEAM, (OLD,)) == wire.Forgotten(1)
    assert bilal.client.forget(TEAM, (OLD,)) == wire.Forgotten(0)
    assert held(anna) == held(bilal) == {STAYS}
    assert lines(engine) == [("keys_forgotten", bilal.laptop.device, TEAM)]
    assert anna.push(keys=(anna.laptop.wrap(key_id=b"n" * 16),)).status == "ok"
    assert held(bilal) == {STAYS, b"n" * 16}


@pytest.mark.usefixtures("team")
def test_a_wrap_that_went_wrongly_can_be_offered_again_by_who_holds_the_key(anna: Desk, bilal: Desk) -> None:
    assert bilal.client.forget(TEAM, (OLD, STAYS)) == wire.Forgotten(2)
    assert held(anna) == held(bilal) == set()

    assert anna.push(keys=(anna.laptop.wrap(key_id=OLD),)).status == "ok"

    assert held(anna) == held(bilal) == {OLD}


@pytest.mark.usefixtures("team")
def test_every_member_hears_how_often_keys_were_let_go(anna: Desk, bilal: Desk) -> None:
    before = anna.client.pull(TEAM).let_go
    for ids in ((OLD,), (OLD,), (STAYS,)):
        bilal.client.forget(TEAM, ids)

    assert (before, anna.client.pull(TEAM).let_go) == (0, 2), "asking again for what is gone is no news"


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize("capacity", ["", "contributor", "recovery"])
def test_nobody_else_may_ask(anna: Desk, make_desk: MakeDesk, engine: sa.Engine, capacity: wire.Capacity) -> None:
    stranger = make_desk()
    if capacity:
        entry = wire.Entry(add=(stranger.laptop.member(capacity),))
        if capacity == "recovery":
            wraps = {stranger.laptop.device: b"wrap"}
            key_id = epoch_of(TEAM)
            entry = msgspec.structs.replace(entry, epoch=wire.Epoch(key_id, public_key(key_id), wraps, b""))
        assert anna.push(entry=entry).status == "ok"
    with pytest.raises(KnownError, match=r"hub\.not_member"):
        stranger.client.forget(TEAM, (OLD,))
    assert held(anna) == {OLD, STAYS}
    assert lines(engine) == []


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize("space", [TEAM, "team/elsewhere", "nowhere"])
@pytest.mark.parametrize("ids", [(), (b"short",), (OLD,), (OLD,) * (wire.MAX_FORGET + 1)])
@pytest.mark.parametrize("signed", [True, False])
def test_what_is_not_signed_or_not_a_request_is_refused(
    anna: Desk, web: Web, space: str, ids: tuple[bytes, ...], *, signed: bool
) -> None:
    message = wire.forget_message(space, anna.laptop.device, ids) if signed else b"another message"
    request = wire.Forget(space, ids, anna.laptop.sign(message))
    headers = {**MSGPACK, **token_of(web, anna.laptop)}
    answer = web.request("POST", "/v1/erasures", headers=headers, content=msgspec.msgpack.encode(request))

    well_formed = ids == (OLD,) and space != "nowhere"
    expected = {(True, True): 403, (True, False): 403, (False, True): 400, (False, False): 400}[well_formed, signed]
    assert answer.status_code == (200 if well_formed and signed and space == TEAM else expected)
    assert held(anna) == ({STAYS} if answer.status_code == 200 else {OLD, STAYS})


@pytest.mark.usefixtures("team")
def test_a_request_without_a_token_gets_no_further(web: Web) -> None:
    assert web.request("POST", "/v1/erasures", headers=MSGPACK, content=b"").status_code == 401
