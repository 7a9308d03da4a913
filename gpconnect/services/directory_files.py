"""The sociale kaart as a CSV file: kept for elsewhere, and filled in from a list that somebody has already.

Each row of a file is looked at before anything is saved; a row with a mistake says which, and the others can be taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from gpconnect.domain.changes import Changes
from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.errors import KnownError
from gpconnect.domain.names import folded
from gpconnect.domain.roles import Intention
from gpconnect.domain.typed import readable_phone
from gpconnect.exchange import provider_table
from gpconnect.exchange.provider_table import BETWEEN, COLUMNS, TableRow
from gpconnect.services import directory
from gpconnect.services.acting import acting, check
from gpconnect.services.directory import TypedProvider
from gpconnect.services.resources import load_codes
from gpconnect.services.session import Session
from gpconnect.storage import files, rows

__all__ = [
    "COLUMNS",
    "ImportPlan",
    "PlannedRow",
    "RowState",
    "TableRow",
    "plan",
    "put_back",
    "read_file",
    "save",
    "take",
]

ROUTES = {
    AccessRoute.FREELY_ACCESSIBLE: "vrij toegankelijk",
    AccessRoute.GP_LETTER: "brief van de huisarts",
    AccessRoute.DECISION: "besluit van de gemeente",
    AccessRoute.CERTIFIED_INSTITUTION: "gecertificeerde instelling",
}
_YES, _NO = frozenset({"ja", "yes", "x", "1", "waar", "true"}), frozenset({"", "nee", "no", "0", "onwaar", "false"})


class RowState(StrEnum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BACK = "back"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of a file and what would become of it.

    Attributes:
        number: of the line in the file.
        problem: what is wrong with it, with the param ``field``; None for a good row.
    """

    number: int
    name: str
    state: RowState
    provider: Provider | None = None
    problem: KnownError | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Every row of a file, in its order."""

    rows: tuple[PlannedRow, ...]

    @property
    def taken(self) -> tuple[PlannedRow, ...]:
        """The rows that would change something."""
        return tuple(one for one in self.rows if one.state not in {RowState.SAME, RowState.WRONG})


def save(session: Session, target: Path) -> None:
    """Write the whole sociale kaart to a file.

    Raises:
        KnownError: ``file.write_failed``, ``role.may_not``.
    """
    check(session, Intention.SEE_DIRECTORY)
    known = rows.where(session.db, Provider, "NOT archived", order="name COLLATE NOCASE")
    files.write_atomically(target, provider_table.write([_cells(one) for one in known]))


def read_file(path: Path) -> tuple[TableRow, ...]:
    """Read a file that somebody chose; nothing is saved.

    Raises:
        KnownError: ``directory.file_unreadable``, or as `gpconnect.exchange.provider_table.read`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(provider_table.MOST_BYTES + 1)
    except OSError as error:
        raise KnownError("directory.file_unreadable") from error
    return provider_table.read(data)


def plan(session: Session, found: tuple[TableRow, ...]) -> ImportPlan:
    """What each row would do; nothing is saved.

    Raises:
        KnownError: ``role.may_not``.
    """
    check(session, Intention.EDIT_DIRECTORY)
    known = rows.where(session.db, Provider)
    by_id = {one.id: one for one in known}
    # Who was taken off comes last: a name that is used again is of who stands there now.
    by_name = {folded(one.name): one for one in sorted(known, key=lambda one: not one.archived)}
    planned: list[PlannedRow] = []
    seen: set[str] = set()
    for row in found:
        before = by_id.get(row.cells.get("id", "")) or by_name.get(folded(row.cells.get("name", "")))
        one = _planned(session, row, before)
        key = before.id if before else folded(one.name)
        if one.problem is None and key in seen:
            problem = KnownError("directory.row_twice", field="name")
            one = PlannedRow(one.number, one.name, RowState.WRONG, problem=problem)
        seen.add(key)
        planned.append(one)
    return ImportPlan(tuple(planned))


def take(session: Session, found: tuple[TableRow, ...]) -> tuple[Changes, tuple[Provider, ...]]:
    """Save the good rows, as one action.

    Returns:
        What changed, and the providers as they were before (new ones taken off), for `put_back`.

    Raises:
        KnownError: ``role.may_not`` or as `acting`.
    """
    taken = plan(session, found).taken
    before = []
    with acting(session, Intention.EDIT_DIRECTORY) as action:
        for one in taken:
            assert one.provider is not None, "a row that is taken is a good one"
            was = rows.get(session.db, Provider, one.provider.id)
            before.append(was or _archived(one.provider))
            action.write(one.provider)
    return action.changes, tuple(before)


def put_back(session: Session, before: tuple[Provider, ...]) -> Changes:
    """Undo `take`.

    Raises:
        KnownError: ``role.may_not`` or as `acting`.
    """
    with acting(session, Intention.EDIT_DIRECTORY) as action:
        for one in before:
            action.write(one)
    return action.changes


def _planned(session: Session, row: TableRow, before: Provider | None) -> PlannedRow:
    name = row.cells.get("name", "")
    try:
        fields = directory.checked(session, _typed(row.cells, before))
    except KnownError as problem:
        return PlannedRow(row.number, name, RowState.WRONG, problem=problem)
    if before is None:
        return PlannedRow(row.number, name, RowState.NEW, Provider(id=session.new_id(), **fields))
    if readable_phone(before.phone) == row.cells.get("phone", readable_phone(before.phone)):
        fields["phone"] = before.phone
    after = replace(before, archived=False, **fields)
    state = RowState.BACK if before.archived else RowState.SAME if after == before else RowState.CHANGED
    return PlannedRow(row.number, name, state, after)


def _typed(cells: Mapping[str, str], before: Provider | None) -> TypedProvider:
    """A row as if it were typed in; a column that the file lacks keeps what stands there.

    Raises:
        KnownError: ``directory.value_unknown`` (typed), with the param ``field``.
    """
    kept = _cells(before) if before else {}
    said = {name: cells.get(name, kept.get(name, "")) for name in COLUMNS}
    if "measured_on" not in cells and said["waiting_weeks"] != kept.get("waiting_weeks"):
        said["measured_on"] = ""
    codes = load_codes()
    destinations = {code.nl: code.key for code in codes["destinations"].codes}
    reasons = {code.nl: code.key for code in codes["reasons"].codes}
    routes = {words: key.value for key, words in ROUTES.items()}
    plain = {
        name: said[name] for name in said.keys() - {"id", "destination", "helps_with", "access_routes", "open_house"}
    }
    return TypedProvider(
        **plain,
        destination=_keys(said, "destination", destinations)[0] if said["destination"] else "",
        helps_with=_keys(said, "helps_with", reasons),
        access_routes=_keys(said, "access_routes", routes) or (AccessRoute.FREELY_ACCESSIBLE.value,),
        open_house=_is_yes(said["open_house"]),
    )


def _keys(said: Mapping[str, str], field: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the words in a cell; a key itself is fine as well."""
    by_words = {folded(words): key for words, key in known.items()} | {key: key for key in known.values()}
    found = []
    for words in filter(None, (part.strip() for part in said[field].split(BETWEEN.strip()))):
        key = by_words.get(folded(words)) or by_words.get(words)
        if key is None:
            raise KnownError("directory.value_unknown", field=field, typed=words)
        found.append(key)
    return tuple(dict.fromkeys(found))


def _is_yes(cell: str) -> bool:
    """Whether a cell says yes.

    Raises:
        KnownError: ``directory.value_unknown``.
    """
    said = cell.strip().casefold()
    if said not in _YES | _NO:
        raise KnownError("directory.value_unknown", field="open_house", typed=cell)
    return said in _YES


def _cells(provider: Provider) -> dict[str, str]:
    codes = load_codes()
    on = provider.waiting_measured_on
    return {
        "name": provider.name,
        "destination": codes["destinations"].label(provider.destination),
        "helps_with": BETWEEN.join(codes["reasons"].label(one) for one in provider.helps_with),
        "age_from": str(provider.age_from),
        "age_to": str(provider.age_to),
        "area": provider.area,
        "access_routes": BETWEEN.join(ROUTES[one] for one in provider.access_routes),
        "open_house": "ja" if provider.open_house else "nee",
        "waiting_weeks": "" if provider.waiting_weeks is None else str(provider.waiting_weeks),
        "measured_on": f"{on:%d-%m-%Y}" if on else "",
        "waiting_source": provider.waiting_source,
        "contact": provider.contact,
        "phone": readable_phone(provider.phone),
        "secure_mail": provider.secure_mail,
        "id": provider.id,
    }


def _archived(provider: Provider) -> Provider:
    return replace(provider, archived=True)
