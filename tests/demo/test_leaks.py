"""Silent where it must be: neither the coordinator nor the hub, on either database, can read about a child."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
import zstandard

from gpconnect.demo.pilot import DemoPilot
from gpconnect.domain.operations import Operation
from gpconnect.domain.people import PersonCard
from gpconnect.domain.staff import Staff
from gpconnect.exchange import icalendar_files
from gpconnect.hub import upkeep
from gpconnect.hub.database import open_database
from gpconnect.hub.schema import PARCEL
from gpconnect.services import feeds
from gpconnect.storage import meta, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync import contents, wire
from gpconnect.sync.keys import DossierKey, EpochKey, seal
from tests.demo.conftest import NOW, TODAY, OpenFile
from tests.demo.leaks import Secrets, everything_in, everything_on, leaks, planted
from tests.exchange.test_icalendar_files import event
from tests.hub.conftest import postgresql
from tests.hub.parties import Laptop
from tests.unpacking import readable

__all__ = ["postgresql"]

OTHERS = ("sanne", "joris", "peters", "wilma", "aydin")
"""Everybody but the coordinator."""
NOTE = "Mila slaapt slecht sinds haar ouders uit elkaar zijn."
CARD = PersonCard(
    id="1" * 32,
    site_id="2" * 32,
    given_name="Mila",
    prefix="van den",
    family_name="Bos",
    birth_date=date(2017, 3, 2),
    phone="+31418000111",
)
KNOWN = Secrets(frozenset({"Mila van den Bos", "418000111", NOTE}), frozenset({"Mila", "Bos"}))
"""What the parcels below are about."""


@pytest.fixture(scope="session")
def secrets(file_of: OpenFile) -> Secrets:
    """Everything of children and families that anybody typed in this pilot."""
    found = planted(*(file_of(name) for name in OTHERS))
    assert len(found.strings) > 300
    assert len(found.names) > 40
    assert any(text.endswith(".") for text in found.strings), "sentences of notes are sought"
    assert any(text.isdigit() for text in found.strings), "so are phone numbers"
    return found


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def hub(request: pytest.FixtureRequest, demo: DemoPilot, tmp_path: Path) -> Iterator[sa.Engine]:
    """The pilot's hub, copied to either database the way a backup is put back."""
    url = request.getfixturevalue("postgresql") if request.param == "postgresql" else None
    source, target = open_database(None, demo.hub_data), open_database(url, tmp_path / "copy")
    if not _is_filled(target):  # the one PostgreSQL of these tests keeps its copy
        upkeep.copy_hub(source, target)
    source.dispose()
    yield target
    target.dispose()


def _is_filled(engine: sa.Engine) -> bool:
    with engine.connect() as connection:
        there = sa.inspect(connection).has_table(PARCEL.name)
        return there and connection.execute(sa.select(PARCEL.c.seq).limit(1)).first() is not None


def parcel(*, group_key: DossierKey | None = None, epoch: EpochKey | None = None) -> bytes:
    """A signed parcel about a child, made by a program that forgets the seals whose key is not given."""
    body = {**msgspec.to_builtins(CARD), "note": NOTE}
    operation = Operation(
        "a" * 32, "team/noord", None, "note.signed", "b" * 32, 1, NOW, "staff", "device", "", (), body
    )
    group = contents.pack_group([contents.Placed(0, operation)], group_key, b"")
    inside = contents.SECTION + bytes(16) + contents.pad(msgspec.msgpack.encode([group]))
    return Laptop().parcel(body=seal(epoch.secret, b"parcel", inside, b"") if epoch else inside)


# --- nothing is found where nothing may be -------------------------------------------------------


def test_the_coordinators_file_holds_no_name_number_or_sentence_of_a_child(file_of: OpenFile, secrets: Secrets) -> None:
    assert leaks(everything_in(file_of("marieke").db), secrets) == set()


def test_the_files_of_the_hub_hold_no_name_number_or_sentence_of_a_child(demo: DemoPilot, secrets: Secrets) -> None:
    raw = [path.read_bytes() for path in demo.hub_data.rglob("*") if path.is_file()]
    assert raw
    assert leaks(raw, secrets) == set()


def test_no_hub_holds_a_name_number_or_sentence_of_a_child(hub: sa.Engine, secrets: Secrets) -> None:
    with hub.connect() as connection:
        values = list(everything_on(connection))
    assert len(values) > 500
    assert leaks(values, secrets) == set()


def test_the_calendar_files_of_a_desk_hold_nobody(file_of: OpenFile, secrets: Secrets, tmp_path: Path) -> None:
    """A line may be folded in the middle of a name, so the search reads them as running text."""
    session = file_of("sanne")
    feeds.choose_folder(session, tmp_path)
    batch = feeds.gather(session)
    assert batch is not None

    def running(data: bytes) -> bytes:
        return data.replace(b"\r\n ", b"").replace(b"\r\n", b" ").replace("–".encode(), b"-")

    unfolded = [running(data) for _, data in batch.contents]
    assert [data.count(b"BEGIN:VEVENT") > 3 for data in unfolded] == [True, True]
    assert leaks(unfolded, secrets) == set()
    workers = [one.name for one in rows.where(session.db, Staff)]
    assert [name for name in workers for data in unfolded if name.encode() in data] == []
    forgetful = icalendar_files.write([event(TODAY, summary="Bezet – Mila")], "Spreekuur")
    assert leaks([running(forgetful)], KNOWN) == {"Mila"}, "a feed that names somebody is noticed"


# --- a search that finds nothing proves nothing until it has found something ------------------------


def test_a_program_that_forgets_to_seal_is_noticed() -> None:
    """Everything is compressed and packed as always, so no word of it can be read without unpacking."""
    forgetful = parcel()

    assert NOTE.encode() not in forgetful
    assert leaks([forgetful], KNOWN) == KNOWN.strings - {"Mila van den Bos"} | KNOWN.names


@pytest.mark.parametrize(
    ("group_key", "epoch"),
    [(None, EpochKey.generate()), (DossierKey.generate("1" * 32), None)],
    ids=["epoch", "dossier"],
)
def test_either_seal_alone_hides_everything(group_key: DossierKey | None, epoch: EpochKey | None) -> None:
    assert leaks([parcel(group_key=group_key, epoch=epoch)], KNOWN) == set()


def test_one_unsealed_parcel_among_the_others_is_found_on_either_hub(hub: sa.Engine, secrets: Secrets) -> None:
    with hub.connect() as connection:
        first = sa.select(sa.func.min(PARCEL.c.seq)).scalar_subquery()
        connection.execute(sa.update(PARCEL).where(PARCEL.c.seq == first).values(envelope=parcel()))
        assert leaks(everything_on(connection), KNOWN) >= {NOTE, "418000111", "Bos"}
        connection.rollback()
        assert leaks(everything_on(connection), secrets) == set()


def test_a_leak_into_the_coordinators_file_is_found(file_of: OpenFile, secrets: Secrets) -> None:
    secret, name = max(secrets.strings, key=len), min(secrets.names, key=len)
    db = file_of("marieke").db
    with transaction(db):
        meta.put_meta(db, "leak", f"… {secret} … {name}?")
    assert leaks(everything_in(db), secrets) >= {secret, name}
    with transaction(db):
        meta.put_meta(db, "leak", "")
    assert leaks(everything_in(db), secrets) == set()


def test_what_is_looked_for_can_be_read_where_it_belongs(file_of: OpenFile) -> None:
    own = planted(file_of("sanne"))
    found = leaks(everything_in(file_of("sanne").db), own)
    assert found >= own.names
    assert len(found) > len(own.names) + 100


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le", "latin-1"])
def test_text_is_found_however_it_was_written(coding: str) -> None:
    assert leaks([b"\xff" + NOTE.encode(coding) + b"\xff"], KNOWN) >= {NOTE}


def test_a_name_is_a_whole_word_and_not_a_part_of_one() -> None:
    assert leaks(["Boschstraat, bos en Bosje; Milan"], KNOWN) == set()
    assert leaks(["Bos, Mila"], KNOWN) == {"Bos", "Mila"}
    assert leaks([b"a line of a log that says that Bos was here"], KNOWN) == {"Bos"}


def test_text_is_found_behind_the_escapes_of_json() -> None:
    """As Python writes it, with accents and new lines as codes."""
    words = "“Ik vind niks leuk.”\nOok voetbal niet, zegt Ayşe."

    assert leaks([json.dumps([{"note": words}])], Secrets(frozenset({words}), frozenset({"Ayşe"}))) == {words, "Ayşe"}


def test_frames_are_opened_wherever_they_begin() -> None:
    """Also a frame in a frame; four bytes that only look like the beginning of one do no harm."""
    inner = zstandard.compress(msgspec.msgpack.encode({"note": [NOTE]}))
    outer = b"\1\2" + zstandard.FRAME_HEADER + b"no" + zstandard.compress(b"x" + inner) + b"\3"

    assert leaks([outer], KNOWN) >= {NOTE, "Mila"}


def test_an_envelope_is_read_to_its_header() -> None:
    layers = list(readable(Laptop().parcel(space="team/noord")))

    assert "team/noord" in layers
    assert any(isinstance(layer, bytes) and layer == b"sealed" for layer in layers)
    assert wire.ZERO_HASH in layers
