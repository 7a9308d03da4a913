"""Finding by any word, in two indexes: who and what is known by its name, and what is written in notes.

Children, providers and handovers have words of their own, so that a name is found without walking through all notes;
a note is found by what stands in it, together with the name of its child ("noor rust"). Index and question are folded
alike, see `gpconnect.domain.folding`. Up to three letters the newest comes first; from four letters who is called
so comes first, and of notes the most relevant (bm25) unless the words stand in very many of them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from gpconnect.domain.folding import glued, indexed_name, words
from gpconnect.domain.people import Patient
from gpconnect.storage.search_words import (
    NAMES,
    SEARCHED,
    TEXTS,
    Entry,
    as_list,
    entries,
    every,
    kind_word,
    listed,
    names_of,
    of_ids,
)

RELEVANCE_FROM = 4
NEWEST = 200
"""So many that came in last are put in the order in which they were written. A word that stands in as many notes tells
nothing about any of them, so then the newest come first as well: ranking all of them would take longer than typing."""
_COLUMNS = {"search": "child, text", "search_names": "kind, title, child, text"}
_LISTING = "INSERT INTO search_entry (kind, record, patient_id, title, at, waits) VALUES (?, ?, ?, ?, ?, ?)"


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


def index_record(db: Database, record: Any) -> None:
    """Indexes a record that people look for, in place of its earlier version; any other kind is passed over.

    It is found from now on, also while much that came in still waits for `catch_up`.
    """
    if not isinstance(record, SEARCHED):
        return
    (entry,) = entries(db, (record,))
    _put(db, entry)
    if isinstance(record, Patient):
        _follow_name(db, (record.id,))


def list_new(db: Database, records: Iterable[Any]) -> None:
    """Lists records that came in many at a time; they are found once `catch_up` has read their words."""
    new = [listed(record) for record in records if isinstance(record, SEARCHED)]
    if not new:
        return
    kinds = sorted({one.kind for one in new})
    # The index begins with the kind: without it every entry would be looked at.
    known = db.execute(
        "SELECT e.kind, e.record FROM json_each(?) j CROSS JOIN search_entry e ON e.record = j.value "  # noqa: S608 - marks only
        f"WHERE e.kind IN ({', '.join('?' * len(kinds))})",
        (as_list(one.id for one in new), *kinds),
    ).fetchall()
    for kind, identity in known:
        remove(db, kind, identity)
    db.conn.executemany(_LISTING, [(one.kind, one.id, one.patient_id, one.title, one.at, 1) for one in new])


def catch_up(db: Database, limit: int = 50) -> int:
    """Reads the words of what was listed and is not found yet, oldest first. Inside a transaction.

    Returns:
        How many became findable; 0 when nothing was behind.
    """
    behind = db.execute(
        "SELECT row, kind, record, patient_id, title, at FROM search_entry WHERE waits ORDER BY row LIMIT ?", (limit,)
    ).fetchall()
    if not behind:
        return 0
    held = of_ids(db, ((kind, identity) for _, kind, identity, *_ in behind))
    for row, kind, identity, patient, title, at in behind:
        # Whose record went another way stays in the list, without words, until a check tells.
        _write(db, row, held.get((kind, identity)) or Entry(kind, identity, patient, title, at))
    db.execute("UPDATE search_entry SET waits = 0 WHERE waits AND row <= ?", (behind[-1][0],))
    _follow_name(db, [identity for _, kind, identity, *_ in behind if kind == "patient"])
    return len(behind)


def is_behind(db: Database) -> bool:
    """Whether something is listed that is not found yet."""
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM search_entry WHERE waits)").fetchone()[0])


def remove(db: Database, kind: str, identity: str) -> None:
    """Takes a record out of the index; its words are overwritten in the file (secure-delete)."""
    _remove(db, "kind = ? AND record = ?", (kind, identity))


def remove_of_patient(db: Database, patient_id: str, *, keep: Collection[str] = ()) -> None:
    """Takes everything about one child out of the index, except records of the kinds in `keep`."""
    marks = ", ".join("?" * len(keep))
    _remove(db, f"patient_id = ? AND kind NOT IN ({marks})", (patient_id, *keep))


def find(
    db: Database, text: str, kinds: Collection[str] = (), limit: int = 50, *, without: Collection[str] = ()
) -> list[Hit]:
    """What matches every word, each as the beginning of a word; who and what is known first, then what is written.

    Args:
        db: the open file.
        text: as a person typed it; nothing in it is syntax.
        kinds: record kinds to look among; empty means all.
        limit: at most so many.
        without: children about whom nothing is looked for.
    """
    asked = words(text)
    if not asked:
        return []
    found: list[Hit] = []
    names, written = NAMES.intersection(kinds or NAMES), TEXTS.intersection(kinds or TEXTS)
    if names:
        found += _known(db, asked, sorted(names), limit, without)
    if written and len(found) < limit:
        found += _written(db, asked, sorted(written), limit - len(found), without)
    return found


def intact(db: Database) -> bool:
    """Whether the indexes agree with themselves and with what they list."""
    for table in _COLUMNS:
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - our own names
    (read,) = db.execute("SELECT count(*) FROM search_entry WHERE NOT waits").fetchone()
    (held,) = db.execute("SELECT (SELECT count(*) FROM search) + (SELECT count(*) FROM search_names)").fetchone()
    return bool(read == held)


def compare(db: Database) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The index against the records that it must find; what waits for `catch_up` is not missed yet.

    Returns:
        Records that the index lacks or has otherwise, as ``kind id``; numbers of entries without a record.
    """
    held = {
        (kind, identity): (row, waits, patient, title, at)
        for row, kind, identity, patient, title, at, waits in db.execute(
            "SELECT row, kind, record, patient_id, title, at, waits FROM search_entry"
        )
    }
    read = {
        table: {row: tuple(columns) for row, *columns in db.execute(f"SELECT rowid, {columns} FROM {table}")}  # noqa: S608 - our own names
        for table, columns in _COLUMNS.items()
    }
    wrong = []
    for entry in every(db):
        row, waits, *found = held.pop((entry.kind, entry.id), (0, 0))
        if waits:
            continue
        listing = [entry.patient_id, entry.title, entry.at]
        if found != listing or read[_table(entry.kind)].get(row) != entry.columns:
            wrong.append(f"{entry.kind} {entry.id}")
    return tuple(wrong), tuple(row for row, *_ in held.values())


def rebuild(db: Database) -> int:
    """Builds the whole index again from the records; how many it then holds. Inside a transaction."""
    db.execute("DELETE FROM search_entry")
    for table in _COLUMNS:
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        # The words themselves as well: what was damaged inside the index must not stay.
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608 - our own names
    count = 0
    for count, entry in enumerate(every(db), start=1):  # noqa: B007 - the last number is how many there were
        _put(db, entry)
    return count


def _known(db: Database, asked: Sequence[str], kinds: Sequence[str], limit: int, without: Collection[str]) -> list[Hit]:
    """Who and what is called so; from four letters before what only has the words otherwise, such as a birth date."""
    match = f"({_all_of(asked)})"
    as_one = glued(list(asked))
    if as_one != list(asked):
        match = f"({match} OR ({_all_of(as_one)}))"
    among = f"kind : ({' OR '.join(kind_word(kind) for kind in kinds)}) AND " if len(kinds) < len(NAMES) else ""
    found: dict[int, Hit] = {}
    ranked = sum(map(len, asked)) >= RELEVANCE_FROM
    for columns in ("{title}", "{title child text}") if ranked else ("{title child text}",):
        if len(found) < limit:
            rows = db.execute(
                # CROSS JOIN keeps the index of words on the outside: it delivers newest first without sorting.
                "SELECT e.row, e.kind, e.record, e.patient_id, e.title FROM search_names n "
                "CROSS JOIN search_entry e ON e.row = n.rowid WHERE search_names MATCH ? "
                "AND e.patient_id NOT IN (SELECT value FROM json_each(?)) ORDER BY n.rowid DESC LIMIT ?",
                (f"{among}{columns} : {match}", as_list(without), limit),
            )
            for row, *hit in rows:
                found.setdefault(row, Hit(*hit))
    return list(found.values())[:limit]


def _written(
    db: Database, asked: Sequence[str], kinds: Sequence[str], limit: int, without: Collection[str]
) -> list[Hit]:
    """In which this is written; of several words one may be the child's name, but not all of them."""
    match = f"text : ({_all_of(asked)})"
    if len(asked) > 1:
        match = f"({_all_of(asked)}) AND text : ({' OR '.join(_begins(word) for word in asked)})"
    among = f"AND e.kind IN ({', '.join('?' * len(kinds))})" if len(kinds) < len(TEXTS) else ""
    values = (match, *(kinds if among else ()), as_list(without))
    sql = (
        "SELECT e.kind, e.record, e.patient_id, e.title, e.at, e.row FROM search s "  # noqa: S608 - our own text; words are bound
        f"CROSS JOIN search_entry e ON e.row = s.rowid WHERE search MATCH ? {among} "
        "AND e.patient_id NOT IN (SELECT value FROM json_each(?)) ORDER BY"
    )
    hits = db.execute(f"{sql} s.rowid DESC LIMIT {max(limit, NEWEST)}", values).fetchall()
    if sum(map(len, asked)) >= RELEVANCE_FROM and len(hits) < NEWEST:
        hits = db.execute(f"{sql} bm25(search, 0.5, 1.0), s.rowid DESC LIMIT ?", (*values, limit)).fetchall()
    else:
        hits.sort(key=lambda hit: (hit[4], hit[5]), reverse=True)
    return [Hit(*hit[:4]) for hit in hits[:limit]]


def _all_of(asked: Iterable[str]) -> str:
    return " AND ".join(_begins(word) for word in asked)


def _begins(word: str) -> str:
    """The words of a question are letters and digits only, so nothing ends the quotes."""
    return f'"{word}"*'


def _put(db: Database, entry: Entry) -> None:
    """An entry with its words, in place of the earlier one of the same record."""
    remove(db, entry.kind, entry.id)
    listing = (entry.kind, entry.id, entry.patient_id, entry.title, entry.at, 0)
    _write(db, int(db.execute(_LISTING, listing).lastrowid or 0), entry)


def _write(db: Database, row: int, entry: Entry) -> None:
    """The words of one entry."""
    table, columns = _table(entry.kind), entry.columns
    sql = f"INSERT INTO {table} (rowid, {_COLUMNS[table]}) VALUES ({', '.join('?' * (len(columns) + 1))})"  # noqa: S608 - our own names
    db.execute(sql, (row, *columns))


def _follow_name(db: Database, children: Sequence[str]) -> None:
    """What is written about children who got another name, or whose dossier came later, is found by that name."""
    names = {child: indexed_name(name) for child, name in names_of(db, children).items()}
    behind = []
    for table in _COLUMNS:
        behind += db.execute(
            "SELECT e.row, e.kind, e.record, e.patient_id, s.child FROM json_each(?) j "  # noqa: S608 - our own names
            f"CROSS JOIN search_entry e ON e.patient_id = j.value JOIN {table} s ON s.rowid = e.row "
            "WHERE NOT e.waits AND e.record <> e.patient_id",
            (as_list(names),),
        ).fetchall()
    old = [(row, (kind, identity)) for row, kind, identity, child, known in behind if known != names[child]]
    held = of_ids(db, (record for _, record in old))
    for row, record in old:
        if record in held:
            _unwrite(db, row, record[0])
            _write(db, row, held[record])


def _table(kind: str) -> str:
    return "search" if kind in TEXTS else "search_names"


def _remove(db: Database, condition: str, params: tuple[str, ...]) -> None:
    found = db.execute(f"SELECT row, kind FROM search_entry WHERE {condition}", params).fetchall()  # noqa: S608 - our own text
    for row, kind in found:
        _unwrite(db, row, kind)
        db.execute("DELETE FROM search_entry WHERE row = ?", (row,))


def _unwrite(db: Database, row: int, kind: str) -> None:
    db.execute(f"DELETE FROM {_table(kind)} WHERE rowid = ?", (row,))  # noqa: S608 - our own names
