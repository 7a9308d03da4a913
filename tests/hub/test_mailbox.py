"""Two devices that share a code leave each other letters; the hub keeps the door and reads nothing."""

import asyncio
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa

from gpconnect.domain.errors import KnownError
from gpconnect.hub import database, mailbox, server
from gpconnect.hub.limits import Limits
from gpconnect.hub.schema import GUESS, LETTER, MAILBOX, TOKEN
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient
from tests.hub.conftest import Clock
from tests.hub.parties import MSGPACK, Desk, MakeDesk, Web, send_to
from tests.hub.test_server import token_of

BOX, OTHER = b"b" * 16, b"o" * 16
DAY = timedelta(hours=24)


@pytest.fixture
def limits() -> Limits:
    return Limits(guesses=3, anybody=True)


def rows(engine: sa.Engine, table: sa.Table) -> int:
    with engine.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def refused(desk: Desk, slot: int = 0, data: bytes = b"x", box: bytes = BOX) -> str:
    with pytest.raises(KnownError) as told:
        desk.client.leave(box, slot, data)
    return told.value.code


def test_what_one_leaves_the_other_collects(anna: Desk, bilal: Desk) -> None:
    anna.client.leave(BOX, 0, b"card")
    bilal.client.leave(BOX, 1, b"answer")

    assert anna.client.collect(BOX) == bilal.client.collect(BOX) == {0: b"card", 1: b"answer"}


def test_who_writes_a_slot_first_has_written_it(anna: Desk, bilal: Desk) -> None:
    anna.client.leave(BOX, 7, b"first")
    anna.client.leave(BOX, 7, b"first")

    assert refused(bilal, 7, b"second") == "hub.enrolment_taken"
    assert anna.client.collect(BOX) == {7: b"first"}


def test_a_mailbox_nobody_opened_is_as_empty_as_one_of_yesterday(anna: Desk, bilal: Desk, clock: Clock) -> None:
    assert bilal.client.collect(BOX) == {}
    anna.client.leave(BOX, 0, b"card")
    clock.pass_by(DAY - timedelta(seconds=1))
    assert bilal.client.collect(BOX) == {0: b"card"}
    clock.pass_by(timedelta(seconds=1))
    assert bilal.client.collect(BOX) == {}


def test_a_day_counts_from_the_first_letter(anna: Desk, clock: Clock) -> None:
    anna.client.leave(BOX, 0, b"card")
    clock.pass_by(timedelta(hours=23))
    anna.client.leave(BOX, 1, b"late")
    clock.pass_by(timedelta(hours=1))

    assert anna.client.collect(BOX) == {}


def test_what_is_past_is_deleted_when_the_next_one_opens(engine: sa.Engine, anna: Desk, clock: Clock) -> None:
    anna.client.leave(BOX, 0, b"card")
    clock.pass_by(DAY)
    anna.client.leave(OTHER, 0, b"other")

    assert (rows(engine, MAILBOX), rows(engine, LETTER), rows(engine, GUESS)) == (1, 1, 1)
    anna.client.leave(BOX, 0, b"again")
    assert anna.client.collect(BOX) == {0: b"again"}


def test_a_sweep_takes_the_past_only(engine: sa.Engine, anna: Desk, clock: Clock) -> None:
    anna.client.leave(BOX, 0, b"card")
    with database.writing(engine) as connection:
        mailbox.sweep(connection, clock())
    assert rows(engine, LETTER) == 1
    with database.writing(engine) as connection:
        mailbox.sweep(connection, clock() + DAY)
    assert (rows(engine, MAILBOX), rows(engine, LETTER), rows(engine, GUESS)) == (0, 0, 0)


def test_a_closed_mailbox_is_empty_and_stays_shut_for_everybody(engine: sa.Engine, anna: Desk, bilal: Desk) -> None:
    anna.client.leave(BOX, 0, b"card")
    anna.client.close_mailbox(BOX)
    anna.client.close_mailbox(BOX)

    assert rows(engine, LETTER) == 0
    assert bilal.client.collect(BOX) == {}
    assert refused(bilal) == refused(anna, data=b"card") == "hub.enrolment_taken"


def test_only_who_opened_a_mailbox_closes_it(anna: Desk, bilal: Desk) -> None:
    anna.client.leave(BOX, 0, b"card")
    for box in (BOX, OTHER):
        with pytest.raises(KnownError, match=r"hub\.enrolment_unknown"):
            bilal.client.close_mailbox(box)

    assert anna.client.collect(BOX) == {0: b"card"}


class TestGuessing:
    def test_who_names_too_many_that_are_not_there_hears_nothing_for_the_rest_of_the_hour(
        self, anna: Desk, bilal: Desk, clock: Clock
    ) -> None:
        anna.client.leave(BOX, 0, b"card")
        for number in range(3):
            clock.pass_by(timedelta(minutes=1))
            assert bilal.client.collect(bytes([number]) * 16) == {}

        for box in (OTHER, BOX):
            with pytest.raises(KnownError, match=r"hub\.enrolment_later"):
                bilal.client.collect(box)
            with pytest.raises(KnownError, match=r"hub\.enrolment_later"):
                bilal.client.close_mailbox(box)
            assert refused(bilal, box=box) == "hub.enrolment_later"
        assert anna.client.collect(BOX) == {0: b"card"}

    def test_it_says_when_it_listens_again_and_then_does(self, web: Web, anna: Desk, clock: Clock) -> None:
        for number in range(3):
            anna.client.collect(bytes([number]) * 16)
            clock.pass_by(timedelta(minutes=10))
        answer = web.request("GET", f"/v1/enrolments/{BOX.hex()}", headers=token_of(web, anna.laptop))
        waits = int(answer.headers["retry-after"])

        assert (answer.status_code, answer.json(), waits) == (429, {"code": "later"}, 30 * 60)
        clock.pass_by(timedelta(seconds=waits))
        assert anna.client.collect(BOX) == {}

    def test_opening_counts_like_guessing_because_it_tells_as_much(self, anna: Desk) -> None:
        for number in range(3):
            anna.client.leave(bytes([number]) * 16, 0, b"card")

        assert refused(anna) == "hub.enrolment_later"

    def test_a_mailbox_that_is_there_may_be_looked_at_for_ever(self, anna: Desk, bilal: Desk) -> None:
        anna.client.leave(BOX, 0, b"card")
        for _ in range(5):
            assert bilal.client.collect(BOX) == {0: b"card"}

    def test_guesses_at_once_all_count(self, web: Web, engine: sa.Engine, anna: Desk) -> None:
        clients = [HubClient(send_to(web), anna.laptop) for _ in range(3)]
        in_threads([lambda one=one, n=n: one.collect(bytes([n]) * 16) for n, one in enumerate(clients)])

        with engine.connect() as connection:
            assert connection.execute(sa.select(GUESS.c.times)).scalar_one() == 3


def in_threads(work: list[Any]) -> None:
    threads = [threading.Thread(target=one) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_of_many_who_write_one_slot_at_once_one_has_written_it(web: Web, make_desk: MakeDesk) -> None:
    desks = [make_desk() for _ in range(4)]
    clients = [HubClient(send_to(web), desk.laptop) for desk in desks]
    outcome: list[str] = []

    def write(number: int) -> None:
        try:
            clients[number].leave(BOX, 0, b"%d" % number)
        except KnownError as error:
            outcome.append(error.code)
        else:
            outcome.append(str(number))

    in_threads([lambda number=number: write(number) for number in range(4)])
    won = [one for one in outcome if one.isdigit()]

    assert sorted(outcome) == sorted([*won, *["hub.enrolment_taken"] * 3])
    assert desks[0].client.collect(BOX) == {0: won[0].encode()}


@pytest.mark.parametrize(
    ("path", "letter", "status", "code"),
    [
        ("b" * 31, wire.Letter(0, b"x"), 400, "malformed"),
        ("B" * 32, wire.Letter(0, b"x"), 400, "malformed"),
        ("b" * 32, wire.Letter(-1, b"x"), 400, "malformed"),
        ("b" * 32, wire.Letter(wire.SLOTS, b"x"), 400, "malformed"),
        ("b" * 32, wire.Letter(0, b""), 400, "malformed"),
        ("b" * 32, wire.Letter(0, bytes(wire.MAX_LETTER + 1)), 413, "too_large"),
    ],
)
def test_what_is_no_letter_is_refused(
    web: Web, engine: sa.Engine, anna: Desk, path: str, letter: wire.Letter, status: int, code: str
) -> None:
    headers = {**MSGPACK, **token_of(web, anna.laptop)}
    answer = web.request("POST", f"/v1/enrolments/{path}", headers=headers, content=msgspec.msgpack.encode(letter))

    assert (answer.status_code, answer.json()) == (status, {"code": code})
    assert rows(engine, MAILBOX) == 0


def test_the_largest_letter_fits(anna: Desk, bilal: Desk) -> None:
    anna.client.leave(BOX, 0, bytes(wire.MAX_LETTER))

    assert bilal.client.collect(BOX) == {0: bytes(wire.MAX_LETTER)}


@pytest.mark.parametrize("method", ["POST", "GET", "DELETE"])
def test_without_a_token_nobody_comes_near(web: Web, method: str) -> None:
    answer = web.request(method, f"/v1/enrolments/{BOX.hex()}")

    assert (answer.status_code, answer.json()) == (401, {"code": "token"})


def test_a_running_hub_sweeps_by_itself(
    engine: sa.Engine, clock: Clock, anna: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At its start, and again while it runs: what nobody comes back for does not stay."""
    monkeypatch.setattr(server, "SWEEP_SECONDS", 0.01)
    anna.client.leave(BOX, 0, b"card")
    clock.pass_by(DAY)
    app = server.make_app(engine, clock=clock, limits=Limits(anybody=True))

    def gone() -> bool:
        return rows(engine, LETTER) + rows(engine, TOKEN) == 0

    async def day() -> None:
        async with app.router.lifespan_context(app):
            await until(gone)
            await asyncio.to_thread(anna.client.leave, OTHER, 0, b"card")
            clock.pass_by(DAY)
            await until(gone)

    asyncio.run(day())
    assert (rows(engine, MAILBOX), rows(engine, GUESS)) == (0, 0)


def test_a_broom_that_meets_trouble_goes_on_with_the_next_round(
    engine: sa.Engine, clock: Clock, anna: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(server, "SWEEP_SECONDS", 0.01)
    anna.client.leave(BOX, 0, b"card")
    clock.pass_by(DAY)
    app = server.make_app(engine, clock=clock, limits=Limits(anybody=True))

    def rename(old: str, new: str) -> None:
        with engine.begin() as connection:
            connection.execute(sa.text(f"ALTER TABLE {old} RENAME TO {new}"))

    def swept() -> bool:
        return rows(engine, MAILBOX) == 0

    async def day() -> None:
        async with app.router.lifespan_context(app):
            await until(lambda: "Trouble" in caplog.text)
            await asyncio.to_thread(rename, "elsewhere", "letter")
            await until(swept)

    rename("letter", "elsewhere")
    asyncio.run(day())
    assert rows(engine, LETTER) == 0


async def until(fine: Callable[[], bool]) -> None:
    """Waits until something is so, looking now and then."""
    async with asyncio.timeout(20):
        while not await asyncio.to_thread(fine):
            await asyncio.to_thread(threading.Event().wait, 0.01)
