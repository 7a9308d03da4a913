"""The hub's addresses with anything in them: whatever comes, the answer says what is wrong, and never that we are."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.openapi import DOCUMENT
from gpconnect.hub.server import make_app
from gpconnect.sync import proving, wire
from gpconnect.sync.client import HubClient
from tests.campaigns.fuzzing.decoders import encode
from tests.campaigns.fuzzing.mangling import mangled, packed_otherwise
from tests.hub.parties import TEAM, Desk, Laptop, Web, send_to

DOORS = sorted((path, method) for path, methods in DOCUMENT["paths"].items() for method in methods)
ENDLESS = "/v1/events"
"""Answers as long as somebody listens."""
QUERIES = st.dictionaries(
    st.sampled_from(["space", "cursor", "keys", "limit", "x"]),
    st.one_of(
        st.text(max_size=30),
        st.integers(-(2**70), 2**70).map(str),
        st.sampled_from([TEAM, "team/\0", "٣", "0x1", "1e3", "9" * 400]),
    ),
    max_size=4,
)
HEADERS = st.dictionaries(
    st.sampled_from(["content-type", "authorization", "accept", "x-forwarded-for"]),
    st.one_of(
        st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40),
        st.sampled_from([wire.MEDIA_TYPE, "application/json", "Bearer", "Bearer  x", "Basic eDp4"]),
    ),
    max_size=3,
)


@contextmanager
def hub() -> Iterator[tuple[Web, dict[str, str], list[bytes]]]:
    """A hub with a space on it, the token of a member, and messages that are right."""
    with tempfile.TemporaryDirectory(prefix="gpconnect-fuzz-hub-") as folder:
        engine = open_database(None, Path(folder))
        upkeep.migrate(engine)
        web = Web(make_app(engine, limits=Limits(anybody=True)))
        try:
            laptop = Laptop()
            desk = Desk(laptop, HubClient(send_to(web), laptop))
            desk.client.register()
            desk.found()
            yield web, token(web, laptop), _messages(laptop)
        finally:
            web.close()
            engine.dispose()


def token(web: Web, laptop: Laptop) -> dict[str, str]:
    challenge = wire.decode(web.request("POST", "/v1/challenges").content, proving.Challenge).challenge
    asked = proving.TokenRequest(laptop.device, challenge, laptop.sign(proving.challenge_message(challenge)))
    answer = web.request("POST", "/v1/tokens", content=encode(asked), headers={"content-type": wire.MEDIA_TYPE})
    return {
        "authorization": f"Bearer {wire.decode(answer.content, proving.Token).token}",
        "content-type": wire.MEDIA_TYPE,
    }


def _messages(laptop: Laptop) -> list[bytes]:
    forget = (b"k" * 16,)
    return [
        encode(wire.Push(laptop.parcel(), (laptop.wrap(),))),
        encode(wire.Pushes((wire.Push(laptop.parcel(), (laptop.wrap(),)), wire.Push(laptop.parcel(body=b"other"))))),
        encode(proving.Register(laptop.device, laptop.sign_key, laptop.sign(proving.register_message(laptop.device)))),
        encode(proving.TokenRequest(laptop.device, bytes(72), bytes(64))),
        encode(wire.Forget(TEAM, forget, laptop.sign(wire.forget_message(TEAM, laptop.device, forget)))),
    ]


def requests(token: dict[str, str], messages: list[bytes]) -> st.SearchStrategy[dict[str, Any]]:
    """Anything at every door, mostly by somebody who may come in."""
    return st.fixed_dictionaries(
        {
            "door": st.sampled_from([door for door in DOORS if door[0] != ENDLESS]),
            "headers": st.one_of(st.just(token), HEADERS, HEADERS.map(lambda other: {**token, **other})),
            "params": QUERIES,
            "content": mangled(messages) | packed_otherwise(messages) | st.sampled_from(messages),
        }
    )
