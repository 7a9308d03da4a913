"""The sociale kaart as a table that people fill in with a spreadsheet: CSV in, CSV out.

Written with semicolons and a byte order mark, as a Dutch spreadsheet opens it. Read with semicolons, commas or tabs, in
UTF-8 or in the encoding of older Dutch Windows programs; columns are found by their title, in any order.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gpconnect.domain.errors import KnownError

MOST_BYTES = 5_000_000
MOST_ROWS = 5_000
COLUMNS = {
    "name": "Naam",
    "destination": "Soort hulp",
    "helps_with": "Helpt bij",
    "age_from": "Leeftijd van",
    "age_to": "Leeftijd tot en met",
    "area": "Plaats",
    "access_routes": "Toegang",
    "open_house": "Open house",
    "waiting_weeks": "Weken wachten",
    "measured_on": "Gevraagd op",
    "waiting_source": "Bron",
    "contact": "Contact",
    "phone": "Telefoon",
    "secure_mail": "Beveiligde mail",
    "id": "Nummer",
}
"""Our names and the titles of the columns; `id` tells whom a row is about after its name has changed."""
BETWEEN = " | "
"""Between several values in one cell."""
_FORMULA = frozenset("=+-@\t\r")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row as it stands in a file.

    Attributes:
        number: of the line in the file, as a spreadsheet counts: the titles are 1.
        cells: by our name of the column; a column that the file lacks is missing.
    """

    number: int
    cells: Mapping[str, str]


def write(rows: Sequence[Mapping[str, str]]) -> bytes:
    """The table, with its titles; what a spreadsheet would run as a formula gets an apostrophe."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(COLUMNS.values())
    writer.writerows([_safe(row.get(name, "")) for name in COLUMNS] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def read(data: bytes) -> tuple[TableRow, ...]:
    """The rows that say something.

    Raises:
        KnownError: ``directory.file_too_large``, ``directory.file_no_table`` when there is no column with names.
    """
    if len(data) > MOST_BYTES:
        raise KnownError("directory.file_too_large")
    lines = _decoded(data).splitlines(keepends=True)
    first = lines[0] if lines else ""
    delimiter = max(";,\t", key=first.count)
    try:
        reader = csv.reader(lines, delimiter=delimiter)
        titles = [title.strip().casefold() for title in next(reader, [])]
        known = {title.casefold(): name for name, title in COLUMNS.items()}
        places = {known[title]: place for place, title in enumerate(titles) if title in known}
        if "name" not in places:
            raise KnownError("directory.file_no_table")
        found = []
        for cells in reader:
            row = {name: _plain(cells[place]) for name, place in places.items() if place < len(cells)}
            if any(row.values()):
                found.append(TableRow(reader.line_num, row))
    except csv.Error as error:
        raise KnownError("directory.file_no_table") from error
    if len(found) > MOST_ROWS:
        raise KnownError("directory.file_too_large")
    return tuple(found)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Older spreadsheets on Dutch Windows save CSV so; it gives a letter for nearly every byte.
        return data.decode("cp1252", errors="replace")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell[:1] in _FORMULA or cell.startswith("'") else cell


def _plain(cell: str) -> str:
    """A cell without the apostrophe that we put before it; that of 's-Hertogenbosch is its own."""
    cell = cell.strip()
    ours = cell[:1] == "'" and cell[1:2] in {*_FORMULA, "'"}
    return cell[1:] if ours else cell
