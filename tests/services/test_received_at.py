"""When something came in, by the hub's word: only what a calendar has."""

from dataclasses import replace

import msgspec
import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.services import sharing, syncing
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.sync.client import Request, Response
from gpconnect.sync.wire import PullAnswer, decode
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client


def test_a_place_received_at_no_moment_is_an_alarm_and_every_page_still_opens(
    team: tuple[Session, Session], wire: Wire
) -> None:
    sanne, joris = team
    a_dossier(joris, "Noor")
    syncing.sync_now(joris, client(joris, wire))

    def lying(request: Request, answer: Response) -> Response:
        if (request.method, request.path) != ("GET", "/v1/parcels"):
            return answer
        pulled = decode(answer.body, PullAnswer)
        items = tuple(msgspec.structs.replace(item, received_at="morgen") for item in pulled.items)
        return replace(answer, body=msgspec.msgpack.encode(msgspec.structs.replace(pulled, items=items)))

    wire.between = lying
    with pytest.raises(KnownError, match=r"hub\.alarm"):
        syncing.sync_now(sanne, client(sanne, wire))
    wire.between = None

    assert sharing.overview(sanne).items == ()
    syncing.sync_now(sanne, client(sanne, wire))
    assert rows.count(sanne.db, Patient) == 1
