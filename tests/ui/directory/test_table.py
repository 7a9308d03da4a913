"""The sociale kaart as a table: kept, read, looked at row by row, taken over and taken back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from gpconnect.domain.directory import Provider
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.ui.directory.page import DirectoryPage
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import RowList
from tests.ui.directory.test_page import click, opened
from tests.ui.waiting import until
from tests.ui.workplace import Opens, Workplace, find

pytestmark = pytest.mark.usefixtures("put_away")
TOLD = "Naam;Soort hulp;Telefoon\nLinde;specialistische ggz;0344 123 456\nMaas;specialistische ggz;bel maar\n"


def names(session: Session) -> set[str]:
    return {one.name for one in rows.where(session.db, Provider, "NOT archived")}


def reads(page: DirectoryPage, words: str) -> bool:
    return any(words in one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


@pytest.fixture
def place(desk_of: Opens) -> Workplace:
    return desk_of("worker")


def test_a_table_is_looked_at_row_by_row_and_the_good_ones_are_taken(place: Workplace, tmp_path: Path) -> None:
    page = opened(place)
    path = tmp_path / "kaart.csv"
    path.write_text(TOLD, encoding="utf-8")
    page.read_table(path)
    until(lambda: reads(page, "1 over te nemen"))
    wrong, new = (row.row for row in find(page, RowList, "tableRows").rows())
    assert (wrong.title, wrong.badge) == ("Maas", "fout")
    assert wrong.detail.startswith("regel 3 · Telefoon:")
    assert (new.title, new.badge) == ("Linde", "nieuw")
    assert "Linde" not in place.do(names)
    until(lambda: inspect(page) == [])

    click(place, page, "tableConfirm")

    assert "Linde" in place.do(names)
    assert not page.table.isVisibleTo(page)
    words, undo = place.toasts[-1]
    assert words.startswith("1 overgenomen")
    undo()
    assert place.settle()
    assert "Linde" not in place.do(names)


def test_what_is_kept_as_a_table_is_read_as_nothing_new(place: Workplace, tmp_path: Path) -> None:
    page = opened(place)
    path = tmp_path / "kaart.csv"
    page.keep_table(path)
    assert place.settle()
    assert place.toasts[-1][0].endswith("als kaart.csv.")
    page.read_table(path)
    until(lambda: reads(page, "0 over te nemen"))
    assert not page.table.confirm.isEnabled()
    click(place, page, "tableCancel")
    assert not page.table.isVisibleTo(page)


def test_what_is_no_table_is_told_in_words(place: Workplace, tmp_path: Path) -> None:
    page = opened(place)
    path = tmp_path / "foto.csv"
    path.write_bytes(b"\x89PNG")
    page.read_table(path)
    until(lambda: reads(page, "geen tabel met een kolom Naam"))
