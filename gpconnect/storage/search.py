"""Finding by any word: dossiers and cards by name, birth date and phone; notes, addenda and providers by their text.

Dutch folding makes one spelling of many, in the index and in the question: accents fall away, "ij" and "y" are one,
and "v.d.", "vd" and "van der" meet. Up to three letters the newest comes first (half a millisecond over 200,000
notes), from four letters the most relevant (bm25).
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from sqlite_utils import Database

from gpconnect.domain.directory import Provider
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.storage import rows

RELEVANCE_FROM = 4
MAX_WORDS = 12
SEARCHED: tuple[type[Any], ...] = (Patient, PersonCard, Note, Addendum, Provider)
_AT_ONCE = 500
_WORD = re.compile(r"[^\W_]+")
_SHORT_PREFIX = re.compile(r"\b(?:v\s?[./]\s?d\b\.?|vd\b)\s*")
_LONG_PREFIX = re.compile(r"\bvan (?:der|den|de)\b")
_NUMBER = re.compile(r"\d[\d \-./]{4,}\d")
_NUMBER_GLUE = re.compile(r"[ \-./]")


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found.

    Attributes:
        kind: record kind, for example ``"note"``.
        id: the record's id.
        patient_id: the child it is about, or empty.
        title: what to call it in a list.
    """

    kind: str
    id: str
    patient_id: str
    title: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the index should hold of one record."""

    kind: str
    id: str
    patient_id: str
    title: str
    text: str


def fold(text: str) -> str:
    """One spelling of many: small letters, no accents, ``ij`` as ``y``, ``v.d.`` as ``vd``."""
    plain = text.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in parts if not unicodedata.combining(letter)).casefold()
    return _SHORT_PREFIX.sub("vd ", plain.replace("ij", "y"))


def index(db: Database, kind: str, identity: str, patient_id: str, title: str, text: str) -> None:
    """Puts a record into the index, in place of its earlier version; behind others that wait for `catch_up` as well.

    Args:
        db: the open file, inside a transaction.
        kind: record kind.
        identity: the record's id.
        patient_id: the child it is about, or empty.
        title: a name or heading; weighs most.
        text: everything else it should be found by.
    """
    remove(db, kind, identity)
    waits = is_behind(db)
    row = db.execute(
        "INSERT INTO search_entry (kind, record, patient_id, title) VALUES (?, ?, ?, ?)",
        (kind, identity, patient_id, title),
    ).lastrowid
    if not waits:
        db.execute("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", (row, _indexed(title), _indexed(text)))


def index_record(db: Database, record: Any) -> None:
    """Indexes a record that people look for; any other kind is passed over."""
    entry = _entry(record)
    if entry is not None:
        index(db, entry.kind, entry.id, entry.patient_id, entry.title, entry.text)


def list_new(db: Database, records: Iterable[Any]) -> None:
    """Lists records that came in many at a time; they are found once `catch_up` has read their words.

    The index is filled in the order of the list, so what stands behind its last one still has to be read.
    """
    entries = [_listed(record) for record in records if isinstance(record, SEARCHED)]
    if not entries:
        return
    kinds = sorted({kind for kind, _, _, _ in entries})
    # The index begins with the kind: without it every entry would be looked at.
    known = db.execute(
        "SELECT e.kind, e.record FROM json_each(?) j CROSS JOIN search_entry e ON e.record = j.value "  # noqa: S608 - marks only
        f"WHERE e.kind IN ({', '.join('?' * len(kinds))})",
        (msgspec.json.encode([identity for _, identity, _, _ in entries]).decode(), *kinds),
    ).fetchall()
    for kind, identity in known:
        remove(db, kind, identity)
    db.conn.executemany(
        "INSERT INTO search_entry (kind, record, patient_id, title) VALUES (?, ?, ?, ?)",
        entries,
    )


def catch_up(db: Database, limit: int = 50) -> int:
    """Reads the words of what was listed and is not found yet, oldest first. Inside a transaction.

    Returns:
        How many became findable; 0 when nothing was behind.
    """
    behind = db.execute(
        "SELECT row, kind, record, title FROM search_entry WHERE row > ? ORDER BY row LIMIT ?", (_last(db), limit)
    ).fetchall()
    texts: dict[tuple[str, str], str] = {}
    for kind in SEARCHED:
        name = rows.mapping_of(kind).table
        ids = msgspec.json.encode([identity for _, its, identity, _ in behind if its == name]).decode()
        for record in rows.where(db, kind, "id IN (SELECT value FROM json_each(?))", (ids,)):
            entry = _entry(record)
            texts[name, record.id] = entry.text if entry else ""
    db.conn.executemany(
        "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
        [(row, _indexed(title), _indexed(texts.get((kind, identity), ""))) for row, kind, identity, title in behind],
    )
    return len(behind)


def is_behind(db: Database) -> bool:
    """Whether something is listed that is not found yet."""
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM search_entry WHERE row > ?)", (_last(db),)).fetchone()[0])


def remove(db: Database, kind: str, identity: str) -> None:
    """Takes a record out of the index; its words are overwritten in the file (secure-delete)."""
    _remove(db, "kind = ? AND record = ?", (kind, identity))


def remove_of_patient(db: Database, patient_id: str, *, keep: Collection[str] = ()) -> None:
    """Takes everything about one child out of the index, except records of the kinds in `keep`."""
    marks = ", ".join("?" * len(keep))
    _remove(db, f"patient_id = ? AND kind NOT IN ({marks})", (patient_id, *keep))


def find(db: Database, text: str, kinds: Collection[str] = (), limit: int = 50) -> list[Hit]:
    """What matches every word, each as the beginning of a word.

    Args:
        db: the open file.
        text: as a person typed it; nothing in it is syntax.
        kinds: record kinds to look among; empty means all.
        limit: at most so many.
    """
    words = _words(text)
    if not words:
        return []
    order = "search.rowid DESC"
    if sum(map(len, words)) >= RELEVANCE_FROM:
        order = f"bm25(search, 8.0, 1.0), {order}"
    among = f"AND e.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    found = db.execute(
        # CROSS JOIN keeps the index of words on the outside: it delivers newest first without sorting.
        "SELECT e.kind, e.record, e.patient_id, e.title FROM search CROSS JOIN search_entry e ON e.row = search.rowid "  # noqa: S608 - our own text; words are bound
        f"WHERE search MATCH ? {among} ORDER BY {order} LIMIT ?",
        (" ".join(f'"{word}"*' for word in words), *kinds, limit),
    )
    return [Hit(*row) for row in found.fetchall()]


def intact(db: Database) -> bool:
    """Whether the index agrees with itself and with what it lists."""
    db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    listed, held = db.execute(
        "SELECT (SELECT count(*) FROM search_entry WHERE row <= ?), (SELECT count(*) FROM search)", (_last(db),)
    ).fetchone()
    return bool(listed == held)


def compare(db: Database) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The index against the records that it must find; what waits for `catch_up` is not missed yet.

    Returns:
        Records that the index lacks or has otherwise, as ``kind id``; numbers of entries without a record.
    """
    held = {
        (kind, identity): (row, patient, title, folded_title, folded_text)
        for row, kind, identity, patient, title, folded_title, folded_text in db.execute(
            "SELECT e.row, e.kind, e.record, e.patient_id, e.title, s.title, s.text "
            "FROM search_entry e LEFT JOIN search s ON s.rowid = e.row"
        )
    }
    wrong, last = [], _last(db)
    for entry in _entries(db):
        row, *found = held.pop((entry.kind, entry.id), (0,))
        if row <= last and found != [entry.patient_id, entry.title, _indexed(entry.title), _indexed(entry.text)]:
            wrong.append(f"{entry.kind} {entry.id}")
    return tuple(wrong), tuple(row for row, *_ in held.values())


def rebuild(db: Database) -> int:
    """Builds the whole index again from the records; how many it then holds. Inside a transaction."""
    db.execute("DELETE FROM search_entry")
    db.execute("DELETE FROM search")
    # The words themselves as well: what was damaged inside the index must not stay.
    db.execute("INSERT INTO search (search) VALUES ('rebuild')")
    count = 0
    for count, entry in enumerate(_entries(db), start=1):  # noqa: B007 - the last number is how many there were
        index(db, entry.kind, entry.id, entry.patient_id, entry.title, entry.text)
    return count


def birth_date_words(day: date) -> str:
    """A birth date in the ways people type it: ``2011-03-09, 09-03-2011, 9-3-2011``."""
    # Commas keep the three apart: a gap alone may stand inside one number.
    return f"{day.isoformat()}, {day:%d-%m}-{day.year}, {day.day}-{day.month}-{day.year}"


def _indexed(text: str) -> str:
    """A text as the index keeps it: folded, with the other spellings of prefixes and numbers added."""
    folded = fold(text)
    extra = [_NUMBER_GLUE.sub("", number) for number in _NUMBER.findall(folded)]
    if "vd " in folded or _LONG_PREFIX.search(folded):
        extra.append("vd van der den de")
    return " ".join((folded, *extra))


def _words(text: str) -> list[str]:
    """The words of a question; a telephone number or date typed with gaps is one word."""
    folded = _NUMBER.sub(lambda number: f"{_NUMBER_GLUE.sub('', number.group())} ", fold(text))
    return _WORD.findall(folded)[:MAX_WORDS]


def _last(db: Database) -> int:
    """The number of the last entry whose words were read."""
    return int(db.execute("SELECT ifnull((SELECT rowid FROM search ORDER BY rowid DESC LIMIT 1), 0)").fetchone()[0])


def _entries(db: Database) -> Iterator[_Entry]:
    """What the index should hold, record by record in the order of their ids."""
    for kind in SEARCHED:
        last = ""
        while records := rows.where(db, kind, "id > ?", (last,), order="id", limit=_AT_ONCE):
            last = records[-1].id
            for record in records:
                entry = _entry(record)
                assert entry is not None, "a kind that is searched has an entry"
                yield entry


def _entry(record: Any) -> _Entry | None:
    """What the index should hold of a record; None for a kind that nobody searches."""
    return _Entry(*_listed(record), _text(record)) if isinstance(record, SEARCHED) else None


def _listed(record: Any) -> tuple[str, str, str, str]:
    """Kind, id, child and title of a record that people search."""
    kind = rows.mapping_of(type(record)).table
    if isinstance(record, Note):
        return kind, record.id, record.patient_id, ""
    if isinstance(record, Patient | PersonCard):
        name = " ".join(part for part in (record.given_name, record.prefix, record.family_name) if part)
        return kind, record.id, record.id, name
    if isinstance(record, Provider):
        return kind, record.id, "", record.name
    return kind, record.id, record.patient_id, ""


def _text(record: Any) -> str:
    """Everything but its title that a record is found by."""
    if isinstance(record, Patient | PersonCard):
        return f"{birth_date_words(record.birth_date)}, {record.phone}"
    if isinstance(record, Note):
        return " ".join((record.author_name, *_texts(record.answers)))
    if isinstance(record, Addendum):
        return f"{record.author_name} {record.text}"
    return " ".join((*record.helps_with, record.area, record.contact, record.phone))


def _texts(value: Any) -> Iterator[str]:
    """Every text in the answers of a form, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _remove(db: Database, condition: str, params: tuple[str, ...]) -> None:
    found = db.execute(f"SELECT row FROM search_entry WHERE {condition}", params).fetchall()  # noqa: S608 - our own text
    for (row,) in found:
        db.execute("DELETE FROM search WHERE rowid = ?", (row,))
        db.execute("DELETE FROM search_entry WHERE row = ?", (row,))
