"""The sociale kaart out to a spreadsheet and back in, row by row."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.errors import KnownError
from gpconnect.exchange import provider_table
from gpconnect.exchange.provider_table import COLUMNS, TableRow
from gpconnect.services import directory, directory_files
from gpconnect.services.directory_files import RowState
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.dossier_help import MOZAIEK

TITLES = ";".join(COLUMNS.values())


def states(session: Session, words: str, encoding: str = "utf-8") -> list[tuple[int, str, RowState]]:
    found = provider_table.read(words.encode(encoding))
    return [(one.number, one.name, one.state) for one in directory_files.plan(session, found).rows]


def providers(session: Session) -> dict[str, Provider]:
    return {one.name: one for one in rows.where(session.db, Provider, "NOT archived")}


def test_what_was_saved_is_read_back_and_changes_nothing(worker: Session, tmp_path: Path) -> None:
    path = tmp_path / "sociale kaart.csv"
    directory_files.save(worker, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfNaam;Soort hulp;Helpt bij")
    plan = directory_files.plan(worker, directory_files.read_file(path))
    assert {one.state for one in plan.rows} == {RowState.SAME}
    assert len(plan.rows) == directory.list_providers(worker).total
    assert plan.taken == ()


def test_new_and_changed_rows_are_taken_as_one_and_can_be_taken_back(worker: Session) -> None:
    before = providers(worker)
    found = provider_table.read(
        "Naam,Soort hulp,Helpt bij,Weken wachten,Telefoon\n"
        "Mozaïek jeugdhulp,specialistische ggz,spanning of angst,9,0418 000 010\n"
        '"Opvoedpoli, Tiel",vrij toegankelijke hulp,,,0344 123 456\n'.encode()
    )

    _, undo = directory_files.take(worker, found)

    after = providers(worker)
    assert after["Opvoedpoli, Tiel"].phone == "+31344123456"
    moved = after["Mozaïek jeugdhulp"]
    assert (moved.id, moved.waiting_weeks, moved.waiting_measured_on) == (MOZAIEK, 9, worker.today())
    assert moved.secure_mail == "aanmelden@mozaiek.example", "a column that the file lacks keeps what stands there"
    assert moved.access_routes == before["Mozaïek jeugdhulp"].access_routes

    directory_files.put_back(worker, undo)
    assert providers(worker) == before


@pytest.mark.parametrize(
    ("row", "code", "field"),
    [
        (";specialistische ggz", "directory.name_missing", "name"),
        ("Linde;", "directory.destination_missing", "destination"),
        ("Linde;tovenarij", "directory.value_unknown", "destination"),
        ("Linde;specialistische ggz;spanning of angst | heimwee naar de maan", "directory.value_unknown", "helps_with"),
        ("Linde;specialistische ggz;;18;12", "directory.ages_wrong", "age_to"),
        ("Linde;specialistische ggz;;;;;;misschien", "directory.value_unknown", "open_house"),
        ("Linde;specialistische ggz;;;;;;;veel", "directory.weeks_wrong", "waiting_weeks"),
        ("Linde;specialistische ggz;;;;;;;4;gisteren", "directory.day_wrong", "measured_on"),
        ("Linde;specialistische ggz;;;;;;;;;;;bel maar", "person.phone.invalid", "phone"),
        ("Linde;specialistische ggz;;;;;;;;;;;;geen-mail", "directory.mail_wrong", "secure_mail"),
    ],
)
def test_a_row_with_a_mistake_says_which_and_the_others_can_be_taken(
    worker: Session, row: str, code: str, field: str
) -> None:
    found = provider_table.read(f"{TITLES}\n{row}\nMaasdijk;specialistische ggz\n".encode())
    wrong, good = directory_files.plan(worker, found).rows
    assert wrong.problem is not None
    assert (wrong.number, wrong.state, wrong.problem.code, wrong.problem.params["field"]) == (
        2, RowState.WRONG, code, field,
    )  # fmt: skip
    assert (good.number, good.state) == (3, RowState.NEW)
    directory_files.take(worker, found)
    assert "Maasdijk" in providers(worker)
    assert "Linde" not in providers(worker)


def test_the_same_help_twice_in_a_file_counts_once(worker: Session) -> None:
    found = f"{TITLES}\nLinde;specialistische ggz\nlinde;specialistische ggz;;;;Tiel\n"
    assert states(worker, found) == [(2, "Linde", RowState.NEW), (3, "linde", RowState.WRONG)]


def test_who_was_taken_off_comes_back_by_a_file(worker: Session) -> None:
    directory.archive_provider(worker, MOZAIEK)
    found = f"{TITLES}\nMozaïek jeugdhulp;specialistische ggz\n"
    assert states(worker, found) == [(2, "Mozaïek jeugdhulp", RowState.BACK)]
    directory_files.take(worker, provider_table.read(found.encode()))
    assert providers(worker)["Mozaïek jeugdhulp"].id == MOZAIEK


def test_another_name_with_the_same_number_is_the_same_help(worker: Session, tmp_path: Path) -> None:
    path = tmp_path / "kaart.csv"
    directory_files.save(worker, path)
    path.write_bytes(path.read_bytes().replace("Mozaïek jeugdhulp".encode(), "Mozaïek Jeugd en Gezin".encode()))
    directory_files.take(worker, directory_files.read_file(path))
    assert rows.require(worker.db, Provider, MOZAIEK).name == "Mozaïek Jeugd en Gezin"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_files_of_older_programs_are_read(worker: Session, encoding: str) -> None:
    assert states(worker, "NAAM;soort hulp\nCafé Één;specialistische ggz\n", encoding)[0][1] == "Café Één"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "directory.file_no_table"),
        (b"\x00\x01\x02", "directory.file_no_table"),
        (b"Telefoon;Plaats\n1;2", "directory.file_no_table"),
        (b"Naam\n" + b"x\n" * 5_001, "directory.file_too_large"),
        (b"x" * 5_000_001, "directory.file_too_large"),
        (b'Naam\n"' + b"x" * 200_000, "directory.file_no_table"),
    ],
)
def test_a_file_that_is_no_table_is_told_in_words(data: bytes, code: str) -> None:
    with pytest.raises(KnownError, match=code):
        provider_table.read(data)


def test_a_file_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"directory\.file_unreadable"):
        directory_files.read_file(tmp_path / "weg.csv")


def test_a_cell_that_a_spreadsheet_would_run_is_text(worker: Session, tmp_path: Path) -> None:
    directory.save_provider(worker, directory.TypedProvider("=HYPERLINK(1)", "specialist_mh_care", contact="'t Huis"))
    path = tmp_path / "kaart.csv"
    directory_files.save(worker, path)
    told = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    assert "'=HYPERLINK(1)" in {row[0] for row in told}
    assert {one.state for one in directory_files.plan(worker, directory_files.read_file(path)).rows} == {RowState.SAME}


CELL = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=20).map(str.strip)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(COLUMNS, CELL)), max_size=5))
def test_any_table_comes_back_the_same(told: list[dict[str, str]]) -> None:
    back = [dict(one.cells) for one in provider_table.read(provider_table.write(told))]
    assert back == [row for row in told if any(row.values())]


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_no_table(data: bytes) -> None:
    try:
        found = provider_table.read(b"Naam;Plaats\n" + data)
    except KnownError as error:
        code = error.code
    else:
        code = ""
        assert all(isinstance(one, TableRow) for one in found)
    assert code in {"", "directory.file_no_table"}


def test_a_waiting_time_that_stays_keeps_the_day_on_which_it_was_asked(worker: Session) -> None:
    before = rows.require(worker.db, Provider, MOZAIEK)
    assert before.waiting_measured_on == date(2026, 11, 1)
    told = "Naam;Soort hulp;Weken wachten;Plaats\nMozaïek jeugdhulp;specialistische ggz;5;Tiel\n"
    directory_files.take(worker, provider_table.read(told.encode()))
    after = rows.require(worker.db, Provider, MOZAIEK)
    assert after == replace(before, area="Tiel")
    assert AccessRoute.DECISION in after.access_routes


def test_the_apostrophe_of_a_dutch_name_is_its_own(worker: Session) -> None:
    told = "Naam;Soort hulp\n's Heeren Loo;specialistische ggz\n't Hoekje;specialistische ggz\n"
    directory_files.take(worker, provider_table.read(told.encode()))
    assert {"'s Heeren Loo", "'t Hoekje"} <= set(providers(worker))
