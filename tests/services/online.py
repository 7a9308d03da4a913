"""Desks that meet a real hub over a network that a test can cut, or make say something else."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from gpconnect.domain.errors import KnownError
from gpconnect.domain.operations import Operation
from gpconnect.hub.database import open_database
from gpconnect.hub.limits import Limits
from gpconnect.hub.server import make_app, utc_now
from gpconnect.services import profiles, syncing
from gpconnect.services.session import Session
from gpconnect.storage import operations
from gpconnect.storage.connection import transaction
from gpconnect.sync.client import HubClient, Request, Response, Send
from tests.hub.parties import Web, send_to


class Wire:
    """The network between a desk and the hub: it can be cut, and something in between can change what is said."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.cut = False
        self.between: Callable[[Request, Response], Response] | None = None
        self.clients: dict[str, HubClient] = {}

    def __call__(self, request: Request) -> Response:
        if self.cut:
            raise KnownError("hub.unreachable")
        answer = self.send(request)
        return self.between(request, answer) if self.between else answer


@contextmanager
def hub(folder: Path, empty: Path, clock: Callable[[], datetime] = utc_now) -> Iterator[Wire]:
    """A new hub, from a copy of an empty one; real in everything but the cable."""
    shutil.copytree(empty, folder)
    engine = open_database(None, folder)
    web = Web(make_app(engine, clock=clock, limits=Limits(anybody=True)))
    try:
        yield Wire(send_to(web))
    finally:
        web.close()
        engine.dispose()


def client(session: Session, wire: Wire) -> HubClient:
    """This device's client, known to the hub."""
    if session.device not in wire.clients:
        wire.clients[session.device] = HubClient(wire, profiles.device_keys(session.db))
        wire.clients[session.device].register()
    return wire.clients[session.device]


def sync(*sessions: Session, wire: Wire) -> None:
    """Everybody does a round, twice, so that everybody has heard of everybody."""
    for _ in range(2):
        for session in sessions:
            syncing.sync_now(session, client(session, wire))


def slip_in(session: Session, kind: str, *, space: str, record: str = "", dossier: str | None = None) -> Operation:
    """An operation that the services of today would never make; it waits to be sent as any other."""
    operation = Operation(
        op_id=session.new_id(),
        space=space,
        dossier=dossier,
        kind=kind,
        record=record or session.new_id(),
        schema=1,
        made_at=session.now(),
        author=session.actor.staff_id,
        device=session.device,
        action=session.new_id(),
        body={"name": "Iets van morgen"},
    )
    with transaction(session.db):
        operations.append(session.db, operation, seq=None)
    return operation
