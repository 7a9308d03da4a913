"""Doors, errors and odd visitors: nothing gets in without a token, and nothing makes the hub fall over."""

from collections.abc import Iterator
from datetime import timedelta

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gpconnect.hub import doors, server
from gpconnect.hub.bodies import MAX_BODY
from gpconnect.hub.openapi import DOCUMENT
from gpconnect.hub.schema import DEVICE, TOKEN
from gpconnect.sync import ending, proving, wire
from tests.hub.conftest import Clock
from tests.hub.parties import MSGPACK, TEAM, Desk, Laptop, Web

encode = msgspec.msgpack.encode
inside_one_test = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)


def challenge(web: Web) -> bytes:
    return msgspec.msgpack.decode(web.request("POST", "/v1/challenges").content, type=proving.Challenge).challenge


def ask_token(web: Web, laptop: Laptop, signed: bytes, answered: bytes | None = None) -> tuple[int, str]:
    request = proving.TokenRequest(laptop.device, answered or signed, laptop.sign(proving.challenge_message(signed)))
    answer = web.request("POST", "/v1/tokens", headers=MSGPACK, content=encode(request))
    code = "" if answer.status_code == 200 else answer.json()["code"]
    return answer.status_code, code


def token_of(web: Web, laptop: Laptop) -> dict[str, str]:
    signed = challenge(web)
    request = proving.TokenRequest(laptop.device, signed, laptop.sign(proving.challenge_message(signed)))
    content = web.request("POST", "/v1/tokens", headers=MSGPACK, content=encode(request)).content
    return {"authorization": f"Bearer {msgspec.msgpack.decode(content, type=proving.Token).token}"}


class TestDoors:
    def test_a_device_registers_as_often_as_it_likes(self, engine: sa.Engine, anna: Desk) -> None:
        anna.client.register()

        with engine.connect() as connection:
            assert connection.execute(sa.select(DEVICE.c.device)).scalars().all() == [anna.laptop.device]

    def test_a_device_cannot_take_the_name_of_another(self, web: Web) -> None:
        one, other = Laptop(), Laptop()
        stolen = proving.Register(one.device, other.sign_key, other.sign(proving.register_message(one.device)))
        unsigned = proving.Register(one.device, one.sign_key, other.sign(proving.register_message(one.device)))

        for message, status, code in ((stolen, 400, "device_id"), (unsigned, 403, "signature")):
            answer = web.request("POST", "/v1/devices", headers=MSGPACK, content=encode(message))
            assert (answer.status_code, answer.json()) == (status, {"code": code})

    def test_a_challenge_gives_one_token(self, web: Web, anna: Desk) -> None:
        signed = challenge(web)

        assert ask_token(web, anna.laptop, signed) == (200, "")
        assert ask_token(web, anna.laptop, signed) == (403, "challenge")

    def test_a_challenge_lasts_a_minute(self, web: Web, anna: Desk, clock: Clock) -> None:
        signed = challenge(web)
        clock.pass_by(timedelta(seconds=61))

        assert ask_token(web, anna.laptop, signed) == (403, "challenge")

    @pytest.mark.parametrize("answered", [b"made up", bytes(72)])
    def test_only_challenges_of_this_hub_count(self, web: Web, anna: Desk, answered: bytes) -> None:
        assert ask_token(web, anna.laptop, answered) == (403, "challenge")

    def test_another_challenge_than_was_signed_gives_nothing(self, web: Web, anna: Desk) -> None:
        assert ask_token(web, anna.laptop, challenge(web), challenge(web)) == (403, "signature")

    def test_a_device_that_never_registered_gets_no_token(self, web: Web) -> None:
        assert ask_token(web, Laptop(), challenge(web)) == (403, "device_unknown")

    def test_a_device_name_that_cannot_be_is_nobody(self, web: Web) -> None:
        request = proving.TokenRequest("\0", challenge(web), b"")
        answer = web.request("POST", "/v1/tokens", headers=MSGPACK, content=encode(request))

        assert (answer.status_code, answer.json()) == (403, {"code": "device_unknown"})

    @pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer x", "Basic x", "Bearer \xff"])
    def test_without_a_token_there_is_no_way_in(self, web: Web, authorization: str) -> None:
        for method, path in (("POST", "/v1/parcels"), ("GET", "/v1/parcels"), ("GET", "/v1/events")):
            answer = web.request(method, path, headers={"authorization": authorization.encode("latin-1")})
            assert (answer.status_code, answer.json()) == (401, {"code": "token"})

    def test_a_token_ends_after_ten_minutes_and_the_client_gets_another(
        self, engine: sa.Engine, anna: Desk, clock: Clock
    ) -> None:
        anna.found()
        clock.pass_by(timedelta(minutes=11))

        assert anna.push().status == "ok"
        with engine.connect() as connection:
            assert len(connection.execute(sa.select(TOKEN)).all()) == 1

    def test_the_database_is_asked_once_for_a_token_that_is_good(
        self, engine: sa.Engine, web: Web, anna: Desk, clock: Clock
    ) -> None:
        headers = token_of(web, anna.laptop)
        asked: list[str] = []
        sa.event.listen(engine, "before_cursor_execute", lambda *found: asked.append(found[2]))

        def knock() -> tuple[int, int]:
            asked.clear()
            answer = web.request("GET", "/v1/parcels", params={"space": TEAM}, headers=headers)
            return answer.status_code, sum("token" in one for one in asked)

        assert [knock(), knock()] == [(403, 1), (403, 0)]
        clock.pass_by(timedelta(minutes=11))
        assert knock() == (401, 1)

    def test_a_process_remembers_no_more_than_it_can_hold(
        self, web: Web, anna: Desk, bilal: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(doors, "MOST_KNOWN", 1)
        anna.found()
        for desk in (anna, bilal, anna):
            answer = web.request("GET", "/v1/parcels", params={"space": TEAM}, headers=token_of(web, desk.laptop))
            assert answer.status_code == (200 if desk is anna else 403)

    def test_tokens_are_not_in_the_database(self, engine: sa.Engine, web: Web, anna: Desk) -> None:
        token = token_of(web, anna.laptop)["authorization"].removeprefix("Bearer ").encode()

        with engine.connect() as connection:
            assert token not in connection.execute(sa.select(TOKEN.c.token_hash)).scalars().all()


class TestOddVisitors:
    def test_health_says_who_the_hub_is(self, anna: Desk) -> None:
        health = anna.client.health()

        assert (health.status, health.protocol, len(health.incarnation)) == ("ok", 1, 16)
        assert anna.client.hub_key == health.sign_key

    def test_an_address_that_is_none(self, web: Web) -> None:
        for method, path, status, code in (("GET", "/", 404, "not_found"), ("PUT", "/v1/parcels", 405, "method")):
            answer = web.request(method, path)
            assert (answer.status_code, answer.json()) == (status, {"code": code})

    def test_another_media_type_is_not_read(self, web: Web) -> None:
        answer = web.request("POST", "/v1/devices", content=b"{}", headers={"content-type": "application/json"})

        assert (answer.status_code, answer.json()) == (415, {"code": "media_type"})

    def test_reading_stops_at_the_limit(self, web: Web) -> None:
        sent = []

        async def endless() -> object:
            while True:
                sent.append(1)
                yield bytes(64 * 1024)

        answer = web.request("POST", "/v1/devices", content=endless(), headers=MSGPACK)

        assert (answer.status_code, answer.json()) == (413, {"code": "too_large"})
        assert len(sent) <= MAX_BODY // (64 * 1024) + 2

    @pytest.mark.parametrize("query", ["cursor=-1", "cursor=x", "keys=99999999999999999999", "limit=0", "limit=²"])
    def test_a_query_that_makes_no_sense(self, web: Web, anna: Desk, query: str) -> None:
        answer = web.request("GET", f"/v1/parcels?space={TEAM}&{query}", headers=token_of(web, anna.laptop))

        assert (answer.status_code, answer.json()) == (400, {"code": "query"})

    @pytest.fixture
    def headers(self, web: Web, anna: Desk) -> dict[str, str]:
        return {**MSGPACK, **token_of(web, anna.laptop)}

    @inside_one_test
    @given(body=st.binary(max_size=200))
    @example(body=b"\x91" * 5000)
    @example(body=b"\x93\xa1\xff\xa1x\xa1x")
    def test_garbage_is_never_the_hubs_fault(self, web: Web, headers: dict[str, str], body: bytes) -> None:
        for path in ("/v1/devices", "/v1/tokens", "/v1/parcels"):
            assert web.request("POST", path, content=body, headers=headers).status_code in {200, 400, 403}
        pushed = web.request("POST", "/v1/parcels", content=encode(wire.Push(body)), headers=headers)
        assert msgspec.msgpack.decode(pushed.content, type=wire.PushAnswer).status == "refused"

    @inside_one_test
    @given(data=st.data())
    def test_a_parcel_with_other_bits_is_refused(
        self, web: Web, anna: Desk, headers: dict[str, str], data: st.DataObject
    ) -> None:
        if "team/bits" not in anna.laptop.chains:
            anna.found(space="team/bits")
        parcel = bytearray(anna.laptop.parcel("team/bits"))
        parcel[data.draw(st.integers(0, len(parcel) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        content = encode(wire.Push(bytes(parcel)))
        pushed = web.request("POST", "/v1/parcels", content=content, headers=headers)
        answer = msgspec.msgpack.decode(pushed.content, type=wire.PushAnswer)

        assert (answer.status, answer.seq) == ("refused", 0)

    def test_a_database_that_fails_is_said_without_details(
        self, engine: sa.Engine, web: Web, anna: Desk, caplog: pytest.LogCaptureFixture
    ) -> None:
        with engine.begin() as connection:
            connection.execute(sa.text("ALTER TABLE meta RENAME TO elsewhere"))
        answer = web.request("GET", "/v1/health")
        with engine.begin() as connection:
            connection.execute(sa.text("ALTER TABLE elsewhere RENAME TO meta"))

        assert (answer.status_code, answer.json()) == (503, {"code": "unavailable"})
        assert "elsewhere" not in caplog.text
        assert anna.client.health().status == "ok"

    def test_a_bug_is_said_without_details(self, engine: sa.Engine) -> None:
        def broken_clock() -> None:
            message = "secret detail"
            raise ValueError(message)

        web = Web(server.make_app(engine, clock=broken_clock))  # type: ignore[arg-type]  # broken on purpose
        answer = web.request("POST", "/v1/challenges")
        web.close()

        assert (answer.status_code, answer.json()) == (500, {"code": "internal"})


class TestOpenApi:
    def test_it_describes_every_address_and_no_other(self, engine: sa.Engine, web: Web) -> None:
        routes = server.make_app(engine).routes
        real = {(route.path, method.lower()) for route in routes for method in route.methods - {"HEAD"}}  # type: ignore[attr-defined]  # all are Route
        told = {(path, method) for path, methods in DOCUMENT["paths"].items() for method in methods}

        assert real == told
        assert web.request("GET", "/v1/openapi.json").json() == DOCUMENT

    def test_every_message_it_names_exists(self) -> None:
        titles, messages = set(_titles(DOCUMENT)), vars(wire) | vars(ending) | vars(proving)

        assert titles
        assert all(issubclass(messages[title], wire.Struct) for title in titles)


def _titles(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if node.get("format") == "binary":
            yield node["title"]
        for value in node.values():
            yield from _titles(value)
