"""Whatever a colleague's program puts into an operation: it is kept with its reason, and what follows comes in."""

import dataclasses
import enum
import secrets
import typing
from datetime import UTC, date, datetime, time
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gpconnect.domain.operations import Operation
from gpconnect.domain.people import Patient
from gpconnect.domain.records import CHANGED, KINDS
from gpconnect.services import applying, destroying, fresh, newer, profiles, spaces, syncing
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, operations, parcels, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync import contents, parcel
from gpconnect.sync.keys import DossierKey
from gpconnect.sync.refusals import RefusedError
from gpconnect.sync.wire import ZERO_HASH, Header, Push
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client, sync
from tests.services.test_restoring import names

Team = tuple[Session, Session]
VERBS = ("recorded", "opened", "written", "booked", "asked", "planned", "moved", "sent", "destroyed", "undone", "seen")
EXTREMES = (
    2**63,
    2**64 - 1,
    -(2**63),
    1e308,
    float("inf"),
    float("nan"),
    "\x00",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "2026-11-24T08:00:00",
    "0001-01-01",
    "9999-12-31",
    datetime(1, 1, 1, tzinfo=UTC),
)
PLAIN = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=5)
VALUES = st.sampled_from(EXTREMES) | st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)


def operation_of(session: Session, kind: str, body: dict[str, Any], record: str = "") -> Operation:
    """What a program of this desk's owner may make that is not ours."""
    return Operation(
        op_id=secrets.token_hex(16),
        space=session.team_space,
        dossier=None,
        kind=kind,
        record=record or secrets.token_hex(16),
        schema=1,
        made_at=datetime(2026, 11, 24, tzinfo=UTC),
        author=session.actor.staff_id,
        device=session.device,
        action=secrets.token_hex(16),
        body=body,
    )


def send(session: Session, net: Wire, *made: Operation) -> None:
    """Into a parcel of its own, past everything that our own program looks at."""
    space = session.team_space
    cursor = parcels.cursor(session.db, space)
    assert cursor is not None, "it was read before"
    place = parcel.Place(space, secrets.token_bytes(8), 1, ZERO_HASH, cursor.seq, cursor.head)
    keys, device = spaces.space_keys(session.db, space), profiles.device_keys(session.db)
    envelope = parcel.pack(made, place=place, keys=keys, device=device).envelope
    assert client(session, net).push(Push(envelope)).status == "ok"


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2300-01-01T00:00:00Z"])
def test_a_moment_that_no_calendar_has_stops_nobody(team: Team, wire: Wire, moment: str) -> None:
    sanne, joris = team
    a_dossier(sanne, "Noor")
    sync(sanne, joris, wire=wire)
    body = {**msgspec.to_builtins(rows.where(joris.db, Patient)[0]), "opened_at": moment}
    poison = operation_of(joris, "patient.recorded", body)
    send(joris, wire, poison)
    a_dossier(joris, "Sem")

    sync(joris, sanne, wire=wire)

    assert names(sanne) == {"Noor", "Sem"}
    assert syncing.state(sanne).waiting == 0
    assert [(one.op_id, one.reason) for one in conflicts.marked(sanne.db)] == [
        (poison.op_id, applying.NOT_UNDERSTOOD)
    ], "it is kept, and shown"


@pytest.mark.parametrize("body", [{"request": 2**63}, {"answers": float("nan")}, {"deep": [[]]}])
def test_what_no_file_can_hold_is_refused_with_its_reason(team: Team, wire: Wire, body: dict[str, Any]) -> None:
    sanne, joris = team
    sync(sanne, joris, wire=wire)
    if "deep" in body:
        for _ in range(300):
            body = {"deep": [body]}
    send(joris, wire, operation_of(joris, "note.recorded", body))
    a_dossier(joris, "Sem")

    sync(joris, sanne, wire=wire)

    assert names(sanne) == {"Sem"}
    assert "group.malformed" in {one.reason for one in parcels.troubles(sanne.db)}


def test_what_no_record_can_take_does_not_count_and_its_author_is_named(team: Team, wire: Wire) -> None:
    sanne, joris = team
    sync(sanne, joris, wire=wire)
    poison = operation_of(joris, "patient.recorded", {CHANGED: 5, "given_name": "Bo"})
    send(joris, wire, poison)
    a_dossier(joris, "Sem")

    sync(joris, sanne, wire=wire)

    assert names(sanne) == {"Sem"}
    assert [(one.op_id, one.reason, one.author) for one in conflicts.marked(sanne.db)] == [
        (poison.op_id, applying.BROKEN, joris.actor.staff_id)
    ]
    assert rows.count(sanne.db, Patient) == 1


def sample(hint: Any) -> Any:
    """The least value that a field takes, so that what is tried in the others comes as far as it can."""
    plain: dict[Any, Any] = {
        str: "x",
        int: 1,
        bool: True,
        float: 1.0,
        datetime: "2026-11-24T08:00:00Z",
        date: "2026-11-24",
        time: "08:00:00",
    }
    if hint in plain:
        return plain[hint]
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return next(iter(hint)).value
    if dataclasses.is_dataclass(hint):
        return {name: sample(one) for name, one in typing.get_type_hints(hint).items()}
    return {tuple: [], dict: {}}.get(typing.get_origin(hint))


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A kind with its deed, and a body that is right but for a field or more."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    body = {name: sample(hint) for name, hint in typing.get_type_hints(KINDS[kind].record).items()}
    for name in draw(st.lists(st.sampled_from(sorted(body)), min_size=1, max_size=3)):
        body[name] = draw(VALUES)
    if draw(st.booleans()):
        body = {"record": body, "seen": draw(VALUES), "changed": draw(VALUES)}
    return f"{kind}.{draw(st.sampled_from(VERBS))}", body


class Back(Exception):  # noqa: N818 - no error: an example leaves nothing behind
    """An example is over."""


def travelled(made: Operation) -> list[contents.Placed]:
    """It as it comes out of a parcel.

    Raises:
        RefusedError: it does not.
    """
    key = DossierKey("d1" * 16, bytes(32))
    header = Header(1, 1, made.space, b"", made.device, bytes(8), 1, ZERO_HASH, 0, ZERO_HASH)
    group = contents.pack_group([contents.Placed(0, made)], key, b"")
    return contents.open_group(group, key, header, made.author, b"")


def take_in(session: Session, placed: list[contents.Placed], role: str, before: tuple[Operation, ...]) -> None:
    """Everything that a file ever does with an operation, and then nothing of it.

    Raises:
        Back: it all went well.
    """
    db, (_, made) = session.db, placed[0]
    with transaction(db):
        for one in before:
            applying.apply(db, one, seq=8, role=role)
        _, left = fresh.apply(db, placed, seq=9, role=role, hidden={})
        for place, one in left:
            applying.apply(db, one, seq=9, place=place, role=role)
        destroying.settle(session)
        assert operations.by_id(db, made.op_id) is not None, "it is kept"
        applying.refold_all(db, [made.op_id])
        for marked in conflicts.marked(db):
            newer._again(db, marked)
        rows.where(db, KINDS[made.kind.partition(".")[0]].record)
        raise Back


@given(bodies(), st.sampled_from(["youth_worker", "gp", "coordinator"]), st.sampled_from(["", "e1" * 16]))
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_an_operation_holds_ends_a_round(
    worker: Session, what: tuple[str, dict[str, Any]], role: str, known: str
) -> None:
    kind, body = what
    before = (operation_of(worker, kind, {}, known),) if known else ()
    try:
        placed = travelled(operation_of(worker, kind, body, known))
    except RefusedError:
        return
    with pytest.raises(Back):
        take_in(worker, placed, role, before)
