"""A whole parcel at once: the same file as one operation after the other, whatever lies in it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gpconnect.domain.notes import Note
from gpconnect.domain.operations import Operation
from gpconnect.domain.records import KINDS
from gpconnect.services import applying, fresh
from gpconnect.storage import connection, erasure, operations, rows, search
from gpconnect.storage.connection import transaction
from gpconnect.sync.contents import Placed

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
KEY = bytes(range(32))
RECORDS = ("r1", "r2", "r3")
BODIES: dict[str, dict[str, Any]] = {
    "note.signed": {
        "patient_id": "d1",
        "appointment_id": "",
        "template": "intake",
        "template_version": 1,
        "author": "w",
        "author_name": "Noor",
        "signed_at": "2026-11-24T12:00:00Z",
    },
    "patient.opened": {
        "given_name": "Noor",
        "family_name": "Bos",
        "birth_date": "2017-03-02",
        "case_lead": "w",
        "opened_at": "2026-11-24T12:00:00Z",
    },
    "goal.recorded": {"patient_id": "d1", "episode_id": "e", "words": "Slapen", "levels": []},
    "site.recorded": {"name": "niet van een werker"},
    "hologram.made": {"name": "van morgen"},
    "note.broken": {"patient_id": 7},
    "handover.made": {"record": {}},
    "erasure.requested": {
        "patient_id": "d1",
        "article": "7.3.9",
        "requested_by": "patient",
        "requested_at": "2026-11-24T12:00:00Z",
        "recorded_by": "w",
    },
}
TABLES = ("note", "patient", "goal", "handover", "erasure", "conflict", "marked", "search_entry")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fresh")


@pytest.fixture(scope="module")
def both(folder: Path) -> Iterator[tuple[Database, Database]]:
    made = tuple(connection.create_file(folder / name, KEY) for name in ("whole", "single"))
    yield made[0], made[1]
    for db in made:
        connection.close(db)


def operation(number: int, kind: str, record: str, words: str = "", dossier: str = "d1") -> Operation:
    body = {**BODIES[kind], **({"answers": {"S": words}} if kind == "note.signed" else {})}
    return Operation(
        op_id=f"{number:032x}",
        space="team/noord",
        dossier=dossier,
        kind=kind,
        record=record,
        schema=1,
        made_at=NOON + timedelta(minutes=number),
        author="w",
        device="device",
        action="a",
        body=body,
    )


def whole(db: Database, placed: list[Placed], seq: int) -> None:
    """As a parcel is taken in."""
    with transaction(db):
        hidden = erasure.hidden(db)
        _, left = fresh.apply(db, placed, seq=seq, role="youth_worker", hidden=hidden)
        single(db, left, seq)
    while search.is_behind(db):
        search.catch_up(db, 2)


def single(db: Database, placed: list[Placed], seq: int) -> None:
    """One by one."""
    for place, one in placed:
        applying.apply(db, one, seq=seq, place=place, role="youth_worker")


def content(db: Database) -> dict[str, Any]:
    """Everything that matters of a file; numbers of rows follow from the order of writing."""
    found: dict[str, Any] = {name: sorted(map(repr, db[name].rows)) for name in TABLES}
    found["search_entry"] = sorted((one["kind"], one["record"], one["title"]) for one in db["search_entry"].rows)
    found["operation"] = sorted(
        (one["op_id"], one["kind"], one["record"], one["seq"], one["place"], one["body"])
        for one in db["operation"].rows
    )
    found["found_otherwise"] = search.compare(db)
    found["words"] = sorted((hit.kind, hit.id) for hit in search.find(db, "school", limit=100))
    return found


PARCELS = st.lists(
    st.lists(
        st.tuples(st.integers(1, 12), st.sampled_from(sorted(BODIES)), st.sampled_from(RECORDS), st.sampled_from("dD")),
        max_size=6,
    ),
    min_size=1,
    max_size=4,
)


@given(parcels=PARCELS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_parcel_taken_at_once_leaves_the_file_that_one_by_one_leaves(
    both: tuple[Database, Database], parcels: list[list[tuple[int, str, str, str]]]
) -> None:
    at_once, one_by_one = both
    for db in both:
        for name in (*TABLES, "operation", "search", "search_names"):
            db.execute(f'DELETE FROM "{name}"')  # noqa: S608 - our own names
    for seq, made in enumerate(parcels, start=1):
        placed = [
            Placed(place, operation(number, kind, record, "school", f"{dossier}1"))
            for place, (number, kind, record, dossier) in enumerate(made)
        ]
        whole(at_once, placed, seq)
        with transaction(one_by_one):
            single(one_by_one, placed, seq)
    assert content(at_once) == content(one_by_one)


def test_new_notes_take_the_short_way_and_what_is_known_does_not(both: tuple[Database, Database]) -> None:
    db = both[0]
    first, again, other, illegal = (
        operation(101, "note.signed", "n101", "school"),
        operation(101, "note.signed", "n101", "school"),
        operation(102, "note.signed", "n102", "vrijdag"),
        operation(103, "site.recorded", "s103"),
    )
    with transaction(db):
        changes, left = fresh.apply(db, [Placed(0, first)], seq=1, role="youth_worker", hidden={})
        assert (set(changes.kinds), set(changes.ids), left) == ({"note"}, {"n101"}, [])
        placed = [Placed(0, again), Placed(1, other), Placed(2, illegal)]
        changes, left = fresh.apply(db, placed, seq=2, role="youth_worker", hidden={})
    assert (set(changes.ids), [one.operation for one in left]) == ({"n102"}, [again, illegal])
    assert rows.require(db, Note, "n102").answers == {"S": "vrijdag"}
    assert [hit.id for hit in search.find(db, "vrijdag")] == []
    search.catch_up(db)
    assert [hit.id for hit in search.find(db, "vrijdag")] == ["n102"]


def test_what_is_asked_to_be_erased_is_looked_at_one_by_one(both: tuple[Database, Database]) -> None:
    one = Placed(0, operation(201, "note.signed", "n201", "school", "d9"))
    with transaction(both[0]):
        changes, left = fresh.apply(both[0], [one], seq=1, role="youth_worker", hidden={"d9": ()})
    assert (changes.kinds, left) == (frozenset(), [one])


def test_an_own_note_that_got_its_place_is_not_worked_out_again(both: tuple[Database, Database]) -> None:
    """Screens look at it again, because it is no longer on its way; the row itself stays the row it was."""
    db = both[0]
    mine = operation(301, "note.signed", "n301", "school")
    with transaction(db):
        applying.apply(db, mine)
        db.execute("UPDATE note SET author_name = 'gezien' WHERE id = 'n301'")
        operations.place_operations(db, [mine.op_id], 9)
        changes = applying.refold_placed(db, [mine.op_id])
        assert (set(changes.kinds), set(changes.ids)) == ({"note"}, {"n301"})
        assert rows.require(db, Note, "n301").author_name == "gezien"
        second = operation(302, "note.signed", "n301", "vrijdag")
        operations.append(db, second, seq=10)
        applying.refold_placed(db, [second.op_id])
    assert rows.require(db, Note, "n301").author_name == "Noor"


def test_every_kind_says_whether_it_stands_by_itself() -> None:
    moving = {name for name, kind in KINDS.items() if not kind.by_itself}
    assert {"appointment", "handover", "erasure", "person_card", "kept_history", "consent"} <= moving
    assert not {"note", "patient", "goal", "access_lines"} & moving


def test_bodies_are_as_records_are(both: tuple[Database, Database]) -> None:
    """The examples above would prove nothing if none of them made a record."""
    for kind in ("note.signed", "patient.opened"):
        made = applying.made_by(KINDS[kind.partition(".")[0]], operation(1, kind, "r"))
        assert made is not None
        assert msgspec.to_builtins(made)["id"] == "r"
    assert applying.made_by(KINDS["note"], operation(1, "note.broken", "r")) is None
    assert both
