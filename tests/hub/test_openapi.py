"""What the hub says of its own addresses is true, whoever knocks: by schemathesis, on the document that it serves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis.core.failures import FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.applications import Starlette

from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.openapi import DOCUMENT
from gpconnect.hub.server import make_app
from gpconnect.sync import wire
from gpconnect.sync.client import HubClient
from tests.campaigns.fuzzing import doors
from tests.hub.parties import Desk, Laptop, Web, send_to

EXAMPLES = 40
"""For each address; the campaign `fuzz` goes on for as long as one likes."""


@schemathesis.serializer(wire.MEDIA_TYPE)
def as_bytes(_context: Any, value: Any) -> bytes:
    """A body is bytes that the document describes no further."""
    return value if isinstance(value, bytes) else str(value).encode()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starlette]:
    """A hub with a space on it."""
    folder: Path = tmp_path_factory.mktemp("hub")
    engine = open_database(None, folder)
    upkeep.migrate(engine)
    yield make_app(engine, limits=Limits(anybody=True))
    engine.dispose()


@pytest.fixture(scope="module")
def token(app: Starlette) -> Iterator[dict[str, str]]:
    """What a member of that space shows at the door."""
    web, laptop = Web(app), Laptop()
    desk = Desk(laptop, HubClient(send_to(web), laptop))
    desk.client.register()
    desk.found()
    yield {"authorization": doors.token(web, laptop)["authorization"]}
    web.close()


@pytest.fixture(scope="module")
def document(app: Starlette) -> BaseSchema:
    """The description as the hub serves it."""
    return schemathesis.openapi.from_asgi("/v1/openapi.json", app)


@pytest.mark.parametrize(("path", "method"), [door for door in doors.DOORS if door[0] != doors.ENDLESS])
def test_every_answer_is_one_that_the_description_knows(
    path: str, method: str, document: BaseSchema, token: dict[str, str]
) -> None:
    """Right and wrong questions, by somebody who may ask."""
    ask_everything(document[path][method.upper()], token)


def test_an_answer_that_is_not_described_is_noticed(
    app: Starlette, token: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(DOCUMENT["paths"]["/v1/parcels"]["get"]["responses"], "400")
    described: BaseSchema = schemathesis.openapi.from_asgi("/v1/openapi.json", app)

    with pytest.raises(FailureGroup, match="400"):
        ask_everything(described["/v1/parcels"]["GET"], token)


def ask_everything(operation: Any, token: dict[str, str]) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, database=None)
    @given(operation.as_strategy(GenerationMode.POSITIVE) | operation.as_strategy(GenerationMode.NEGATIVE))
    def ask(case: schemathesis.Case[Any]) -> None:
        # What a message holds, no JSON schema can say: bytes that are none are refused, as they should be.
        case.call_and_validate(headers=token, excluded_checks=[positive_data_acceptance])

    ask()
