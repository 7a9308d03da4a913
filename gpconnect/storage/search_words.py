"""What the search index holds of each record: what it is called, whom it is about, and every word it is found by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.directory import Provider
from gpconnect.domain.folding import indexed, indexed_name
from gpconnect.domain.handover import Handover
from gpconnect.domain.names import full_name
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.storage import rows

SEARCHED: tuple[type[Any], ...] = (Patient, PersonCard, Provider, Handover, Note, Addendum)
TEXTS = frozenset({"note", "addendum"})
"""Kinds that are found by what is written in them; the others are found by what they are called."""
NAMES = frozenset(rows.mapping_of(one).table for one in SEARCHED) - TEXTS
_AT_ONCE = 500
_ORDER: tuple[tuple[type[Any], str], ...] = (
    (PersonCard, "id"),
    (Patient, "opened_at, id"),
    (Provider, "id"),
    (Handover, "created_at, id"),
    (Addendum, "made_at, id"),
    (Note, "signed_at, id"),
)
"""In which the index is built, as schema 0007 lists it: what is listed last is taken for the newest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index should hold of one record.

    Attributes:
        at: when it was written, as columns hold instants; empty for what has no moment of its own.
        child: name of whom it is about, where that is not its title.
    """

    kind: str
    id: str
    patient_id: str
    title: str
    at: str
    child: str = ""
    text: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """What stands in the table of words, folded."""
        child, text = indexed_name(self.child), indexed(self.text)
        if self.kind in TEXTS:
            return child, text
        return kind_word(self.kind), indexed_name(self.title), child, text


def kind_word(kind: str) -> str:
    """A kind of record as one word, so that a question can ask for it."""
    return kind.replace("_", "")


def listed(record: Any) -> Entry:
    """A record that people search, without its words."""
    kind = rows.mapping_of(type(record)).table
    if isinstance(record, Patient | PersonCard):
        return Entry(kind, record.id, record.id, full_name(record.given_name, record.prefix, record.family_name), "")
    if isinstance(record, Provider):
        return Entry(kind, record.id, "", record.name, "")
    if isinstance(record, Handover):
        return Entry(kind, record.id, record.patient_id, record.provider_name, rows.instant(record.created_at))
    at = record.signed_at if isinstance(record, Note) else record.made_at
    return Entry(kind, record.id, record.patient_id, "", rows.instant(at))


def entries(db: Database, records: Sequence[Any]) -> Iterator[Entry]:
    """Records that people search, with their words and the name of the child they are about."""
    about = [listed(record) for record in records]
    children = names_of(db, {one.patient_id for one in about if one.patient_id != one.id})
    for one, record in zip(about, records, strict=True):
        child = children.get(one.patient_id, "") if one.patient_id != one.id else ""
        yield Entry(one.kind, one.id, one.patient_id, one.title, one.at, child, _text(record))


def every(db: Database) -> Iterator[Entry]:
    """What the index should hold, record by record, of each kind the newest last."""
    for kind, order in _ORDER:
        found = db.execute(f'SELECT id FROM "{rows.mapping_of(kind).table}" ORDER BY {order}')  # noqa: S608 - our own names
        ids = [str(row[0]) for row in found.fetchall()]
        for start in range(0, len(ids), _AT_ONCE):
            part = ids[start : start + _AT_ONCE]
            held = {
                one.id: one for one in rows.where(db, kind, "id IN (SELECT value FROM json_each(?))", (as_list(part),))
            }
            yield from entries(db, [held[identity] for identity in part])


def of_ids(db: Database, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Entry]:
    """What the index should hold of records named by kind and id; what is no longer there is left out."""
    asked = list(wanted)
    found: dict[tuple[str, str], Entry] = {}
    for kind in SEARCHED:
        name = rows.mapping_of(kind).table
        ids = [identity for its, identity in asked if its == name]
        if ids:
            records = rows.where(db, kind, "id IN (SELECT value FROM json_each(?))", (as_list(ids),))
            found |= {(name, one.id): one for one in entries(db, records)}
    return found


def names_of(db: Database, children: Iterable[str]) -> dict[str, str]:
    """The names of children who have a dossier here, by id."""
    found = db.execute(
        "SELECT id, given_name, prefix, family_name FROM patient WHERE id IN (SELECT value FROM json_each(?))",
        (as_list(sorted(children)),),
    )
    return {identity: full_name(*parts) for identity, *parts in found}


def as_list(values: Iterable[str]) -> str:
    """Values for ``IN (SELECT value FROM json_each(?))``."""
    return msgspec.json.encode(list(values)).decode()


def birth_date_words(day: date) -> str:
    """A birth date in the ways people type it: ``2011-03-09, 09-03-2011, 9-3-2011``."""
    # Commas keep the three apart: a gap alone may stand inside one number.
    return f"{day.isoformat()}, {day:%d-%m}-{day.year}, {day.day}-{day.month}-{day.year}"


def texts(value: Any) -> Iterator[str]:
    """Every text in the answers of a form, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


def _text(record: Any) -> str:
    """Everything but its title that a record is found by."""
    if isinstance(record, Patient | PersonCard):
        return f"{birth_date_words(record.birth_date)}, {record.phone}"
    if isinstance(record, Note):
        return "\n".join((record.author_name, *texts(record.answers)))
    if isinstance(record, Addendum):
        return f"{record.author_name}\n{record.text}"
    if isinstance(record, Handover):
        return "\n".join((record.reason, record.agreements, record.callback_result, *texts(record.checklist)))
    return "\n".join((*record.helps_with, record.area, record.contact, record.phone))
