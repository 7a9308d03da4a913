"""Who founds a space at a hub that others can reach: nobody takes a name, and nobody fills the disk; both engines."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from gpconnect import cli
from gpconnect.domain.errors import KnownError
from gpconnect.hub import founders, server, upkeep
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.schema import DEVICE
from gpconnect.sync import proving
from gpconnect.sync.client import HubClient
from tests.hub.conftest import Clock
from tests.hub.parties import TEAM, Desk, Laptop, MakeDesk, Web, send_to

COMMON, PILOT = "common/bommelerwaard", "pilot/bommelerwaard"


@pytest.fixture
def limits() -> Limits:
    """As a hub is served for work."""
    return Limits(newcomers=4)


@pytest.fixture
def coordinator(engine: sa.Engine, clock: Clock, web: Web) -> Desk:
    """Somebody to whom the operator gave the code."""
    laptop = Laptop(role="coordinator")
    return Desk(laptop, HubClient(send_to(web), laptop, founding=founders.new_code(engine, clock.now)))


def devices(engine: sa.Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.execute(sa.select(DEVICE.c.device)).scalars())


def test_a_stranger_founds_nothing(anna: Desk) -> None:
    """Whatever they say that they are."""
    roles = {COMMON: "coordinator", PILOT: "coordinator", TEAM: "youth_worker", "practice/waluwe": "gp"}
    for space, role in roles.items():
        anna.laptop.role = role
        answer = anna.found(space=space)
        assert (answer.status, answer.code, answer.seq) == ("refused", "founding_code", 0)


def test_with_the_operators_code_a_pilot_is_founded_and_who_is_in_it_founds_a_team(
    coordinator: Desk, anna: Desk, bilal: Desk
) -> None:
    assert coordinator.found(anna.laptop.member(), space=COMMON).status == "ok"
    assert coordinator.found(space=PILOT).status == "ok"

    assert anna.found().status == "ok"
    anna.laptop.role = "coordinator"
    assert anna.found(space="pilot/elders").code == "founding_code"
    assert bilal.found(space="team/zuid").code == "founding_code"


def test_a_code_is_read_however_it_is_typed_for_a_week_and_until_there_is_another(
    engine: sa.Engine, clock: Clock
) -> None:
    code = next(one for one in iter(lambda: founders.new_code(engine, clock.now), "") if {"0", "1"} <= set(one))
    typed = code.lower().replace("-", " ")
    assert founders.is_good(engine, clock.now, typed)
    assert founders.is_good(engine, clock.now, code.replace("0", "O").replace("1", "l"))
    assert not founders.is_good(engine, clock.now, "")
    assert not founders.is_good(engine, clock.now, code[:-1])
    assert not founders.is_good(engine, clock.now + timedelta(days=7), code)

    newer = founders.new_code(engine, clock.now)

    assert not founders.is_good(engine, clock.now, code)
    assert founders.is_good(engine, clock.now, newer)


def test_before_there_is_a_code_none_is_good(engine: sa.Engine, clock: Clock) -> None:
    assert not founders.is_good(engine, clock.now, "0000-0000-0000-0000")


def test_who_was_known_already_becomes_a_founder_with_a_code_that_came_later(
    engine: sa.Engine, clock: Clock, web: Web, anna: Desk
) -> None:
    anna.laptop.role = "coordinator"
    assert anna.found(space=COMMON).code == "founding_code"
    code = founders.new_code(engine, clock.now)

    for _ in range(2):
        later = Desk(anna.laptop, HubClient(send_to(web), anna.laptop, founding=code))
        later.client.register()

    assert later.found(space=COMMON).status == "ok"


def test_a_hub_that_was_put_back_wants_a_code_for_each_founding(
    engine: sa.Engine, clock: Clock, web: Web, anna: Desk, bilal: Desk
) -> None:
    """It may have forgotten that the team was there: any colleague could be first with a founding of their own.

    Also that the code was withdrawn: neither it nor who showed it counts.
    """
    code, laptop = founders.new_code(engine, clock.now), Laptop(role="coordinator")
    coordinator = Desk(laptop, HubClient(send_to(web), laptop, founding=code))
    coordinator.found(anna.laptop.member(), bilal.laptop.member(), space=COMMON)
    upkeep.renew(engine)
    back = Web(server.make_app(engine, clock=clock))
    for desk in (bilal, coordinator):
        desk.client = HubClient(send_to(back), desk.laptop, founding=code)

    assert bilal.found().code == "founding_code"
    assert coordinator.found(space=PILOT).code == "founding_code"

    newer = founders.new_code(engine, clock.now)
    coordinator.client = HubClient(send_to(back), coordinator.laptop, founding=newer)
    assert coordinator.found(space="pilot/zuid").status == "ok"
    back.close()


def test_a_founder_is_one_for_as_long_as_the_code_that_they_showed_is_good(
    engine: sa.Engine, clock: Clock, web: Web, anna: Desk, bilal: Desk
) -> None:
    """It may have leaked: with another code the operator takes back what the first one gave."""
    code = founders.new_code(engine, clock.now)
    anna.client = HubClient(send_to(web), anna.laptop, founding=code)
    anna.client.register()
    founders.new_code(engine, clock.now)

    with pytest.raises(KnownError, match=r"hub\.not_member"):
        anna.client.leave(b"b" * 16, 0, b"come in")
    anna.laptop.role = "coordinator"
    assert anna.found(space=COMMON).code == "founding_code"

    newer = founders.new_code(engine, clock.now)
    bilal.laptop.role = "coordinator"
    bilal.client = HubClient(send_to(web), bilal.laptop, founding=newer)
    bilal.client.register()
    clock.pass_by(founders.LIFE)
    bilal.client = HubClient(send_to(web), bilal.laptop)
    assert bilal.found(space=COMMON).code == "founding_code"

    upkeep.sweep(engine, clock.now)
    assert devices(engine) == set()


def test_who_belongs_nowhere_opens_no_mailbox_and_may_answer_in_one(coordinator: Desk, anna: Desk, bilal: Desk) -> None:
    coordinator.found(anna.laptop.member(), space=COMMON)
    box, other = b"b" * 16, b"o" * 16

    with pytest.raises(KnownError, match=r"hub\.not_member"):
        bilal.client.leave(box, 0, b"fills the disk")
    anna.client.leave(box, 0, b"come in")
    bilal.client.leave(box, 1, b"hello")
    coordinator.client.leave(other, 0, b"come in")

    assert anna.client.collect(box) == {0: b"come in", 1: b"hello"}


def test_devices_that_come_to_nothing_are_forgotten_and_held_to_so_many_an_hour(
    engine: sa.Engine, clock: Clock, coordinator: Desk, anna: Desk, make_desk: MakeDesk
) -> None:
    coordinator.found(anna.laptop.member(), space=COMMON)
    strangers = [make_desk() for _ in range(4)]
    with pytest.raises(KnownError, match=r"hub\.newcomers"):
        make_desk()
    strangers[0].client.register()
    clock.pass_by(timedelta(hours=1))
    late = make_desk()

    clock.pass_by(timedelta(hours=47, minutes=30))
    upkeep.sweep(engine, clock.now)

    assert devices(engine) == {one.laptop.device for one in (coordinator, anna, late)}
    strangers[0].client.register()
    assert strangers[0].laptop.device in devices(engine)


def test_strangers_keep_nobody_waiting_who_was_let_in(coordinator: Desk, web: Web, make_desk: MakeDesk) -> None:
    """Nor the sheet of recovery, on the day that it is needed."""
    sheet, member = Laptop(role="coordinator"), Laptop()
    coordinator.found(sheet.member("recovery"), member.member(), space=COMMON)
    for _ in range(4):
        make_desk()

    for one in (sheet, member):
        HubClient(send_to(web), one).register()

    with pytest.raises(KnownError, match=r"hub\.newcomers"):
        make_desk()


def test_a_wrong_code_keeps_nobody_out(web: Web, engine: sa.Engine) -> None:
    laptop = Laptop()
    client = HubClient(send_to(web), laptop, founding="WRONG")
    client.register()

    assert devices(engine) == {laptop.device}
    assert proving.Register("", b"", b"").code == ""


def test_the_operator_makes_the_code_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--data", str(tmp_path)]
    assert cli.main(["hub", "migrate", *options]) == 0
    capsys.readouterr()

    assert cli.main(["hub", "code", *options]) == 0

    code = capsys.readouterr().out.splitlines()[0]
    engine = open_database(None, tmp_path)
    assert founders.is_good(engine, server.utc_now(), code)
    engine.dispose()
