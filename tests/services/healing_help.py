"""A hub that a test can copy and put back while the desks keep talking to the same address."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from gpconnect.domain.errors import KnownError
from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.hub.identity import Identity
from gpconnect.hub.limits import Limits
from gpconnect.hub.schema import PARCEL
from gpconnect.hub.server import make_app, utc_now
from gpconnect.services import enrolling, syncing
from gpconnect.services.session import Session
from gpconnect.sync import wire as protocol
from gpconnect.sync.client import Request, Response
from tests.hub.parties import Web, send_to
from tests.services.conftest import MakeSession
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client


class Restorable:
    """The hub behind a wire: `copy` it, work on, and `put_back` the copy."""

    def __init__(self, folder: Path, wire: Wire, clock: Callable[[], datetime] = utc_now) -> None:
        self.folder, self.wire, self.clock = folder, wire, clock
        self.engine = open_database(None, folder)
        self.web: Web | None = None
        self.copies = 0

    def copy(self) -> None:
        self.copies += 1
        upkeep.backup(self.engine, self.folder.with_name(f"hub-copy-{self.copies}"))

    def put_back(self) -> None:
        self.close()
        self.engine = open_database(None, self.folder.with_name(f"hub-copy-{self.copies}"))
        self.web = Web(make_app(self.engine, clock=self.clock, limits=Limits(anybody=True)))
        self.wire.send = send_to(self.web)

    @property
    def identity(self) -> Identity:
        """The hub's own keys."""
        return Identity.load(self.engine)

    def close(self) -> None:
        self.engine.dispose()
        if self.web is not None:
            self.web.close()

    def order(self) -> list[tuple[object, ...]]:
        """Every place in the order of every space."""
        columns = [PARCEL.c[name] for name in ("space", "seq", "digest", "head", "granted", "code", "received_at")]
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(*columns).order_by(PARCEL.c.space, PARCEL.c.seq))
            return [tuple(row) for row in rows]


@contextmanager
def restorable(folder: Path, wire: Wire, clock: Callable[[], datetime] = utc_now) -> Iterator[Restorable]:
    """The hub of a test, to copy and put back."""
    hub = Restorable(folder, wire, clock)
    yield hub
    hub.close()


def log(session: Session, space: str) -> list[tuple[str, int | None, int]]:
    """Every operation of a space with its place, as this device has it."""
    sql = "SELECT op_id, seq, place FROM operation WHERE space = ? ORDER BY op_id"
    return [(op_id, seq, place) for op_id, seq, place in session.db.execute(sql, (space,)).fetchall()]


def takes_nothing_back(wire: Wire) -> None:
    """A hub that does not hear what is offered, only how far everybody says that they were."""
    honest = wire.send

    def send(request: Request) -> Response:
        if request.path != "/v1/healings":
            return honest(request)
        told = msgspec.structs.replace(protocol.decode(request.body, protocol.Heal), items=(), digests=())
        return honest(replace(request, body=msgspec.msgpack.encode(told)))

    wire.send = send


def a_laptop_that_nobody_read_of(make_session: MakeSession, sanne: Session, wire: Wire) -> Session:
    """Sanne let it in, and her network failed before she heard that it arrived; the laptop wrote something."""
    laptop = make_session("worker")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(laptop)])
    enrolling.follow(laptop, [sanne.team_space])

    def between(request: Request, answer: Response) -> Response:
        if request.method == "POST" and request.path in {"/v1/parcels", "/v1/batches"}:
            raise KnownError("hub.unreachable")
        return answer

    wire.between = between
    with pytest.raises(KnownError, match=r"hub\.unreachable"):
        syncing.sync_now(sanne, client(sanne, wire))
    wire.between = None
    syncing.sync_now(laptop, client(laptop, wire))
    a_dossier(laptop, "Noor")
    syncing.sync_now(laptop, client(laptop, wire))
    return laptop
