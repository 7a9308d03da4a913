"""How searching holds with 200,000 notes: each keystroke beside plain FTS5 over the same words, and signing a note.

Run by ``build/bench notes``: files with 1,000, 20,000 and 200,000 notes of 120 words about a tenth as many children.
The words are invented, as frequent as words of a language are. Every keystroke of each question is asked of the whole
search (children, visits, notes, providers; `gpconnect.services.finding`), of the index of notes alone, and of an
unencrypted SQLite with one FTS5 table with the same prefixes, holding the same words and asked in the usual way
(newest first, from four letters by bm25). All is judged by the time in
which the processor was ours; the clock stands beside it. The last line is one JSON object.
"""

import argparse
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from gpconnect.domain import folding
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient
from gpconnect.domain.staff import Role
from gpconnect.services import finding, profiles
from gpconnect.services.session import Actor, Session
from gpconnect.storage import rows, search
from gpconnect.storage.connection import checkpoint, transaction
from gpconnect.storage.search_words import entries
from gpconnect.storage.slots import Cost

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PASSPHRASE = "een lange wachtzin"
WHO = Actor("c1" * 16, "Sanne de Vries", Role.YOUTH_WORKER, "pilot", (), "7ea3" * 8, "Buurtzorg Jong")
SIZES = (1_000, 20_000, 200_000)
WORDS = 120
VOCABULARY = 20_000
AT_ONCE = 2_000
QUESTIONS = 60
SIGNED = 40
KEYSTROKE_MS, SIGN_MS, TO_PLAIN = 15.0, 20.0, 1.3
GIVEN = ("Noor", "Daan", "Sem", "Liv", "Mees", "Saar", "Finn", "Evi", "Emma", "Lucas", "Tess", "Bram", "Fleur", "Zoë")
FAMILY = ("Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Kok", "Berg")
SYLLABLES = [first + middle + last for first in "bdghklmnprstvwz" for middle in "aeiou" for last in ("", "n", "r", "l")]


class Language:
    """Invented words, of which the n-th is said once for every n times of the first (Zipf)."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.words = list({"".join(dice.choices(SYLLABLES, k=dice.choice((1, 2, 2, 3)))) for _ in range(VOCABULARY)})
        self.words.sort(key=lambda word: (len(word), word))
        self._weights = list(accumulate(1 / (place + 3) for place in range(len(self.words))))

    def text(self, count: int = WORDS) -> str:
        """So many words."""
        return " ".join(self.dice.choices(self.words, cum_weights=self._weights, k=count))


def people(dice: random.Random, count: int) -> list[Patient]:
    """Children with Dutch names."""
    return [
        Patient(
            f"{dice.getrandbits(128):032x}", dice.choice(GIVEN), dice.choice(FAMILY) + dice.choice(("", "s", "ma")),
            date(2010, 1, 1) + timedelta(days=dice.randrange(5000)), WHO.staff_id, NOW,
            prefix=dice.choice(("", "", "van der", "de")), phone=f"+316{dice.randrange(10**8):08d}",
        )
        for _ in range(count)
    ]  # fmt: skip


def fill(session: Session, plain: sqlite3.Connection, language: Language, count: int) -> None:
    """The same notes in the file and in the plain table."""
    dice = language.dice
    children = people(dice, max(20, count // 10))
    with transaction(session.db):
        rows.put_many(session.db, children)
        search.list_new(session.db, children)
    for first in range(0, count, AT_ONCE):
        numbers = range(first, min(count, first + AT_ONCE))
        notes = [_note(language, n, dice.choice(children).id, NOW - timedelta(minutes=count - n)) for n in numbers]
        with transaction(session.db):
            rows.put_many(session.db, notes)
            search.list_new(session.db, notes)
            while search.catch_up(session.db, 1_000):
                pass
            written = [entry.columns for entry in entries(session.db, notes)]
        with plain:
            plain.executemany("INSERT INTO notes (child, text) VALUES (?, ?)", written)
    checkpoint(session.db)


def _note(language: Language, number: int, child: str, at: datetime) -> Note:
    return Note(f"{number:032x}", child, "a", "intake", 1, WHO.staff_id, WHO.name, at, {"request": language.text()})


def questions(language: Language) -> list[str]:
    """What people look for: a word, a name, a name with a word, two words, a number; each as they type it."""
    dice = language.dice
    found = []
    for place in range(QUESTIONS):
        word, given, family = language.text(1), dice.choice(GIVEN), dice.choice(FAMILY)
        kinds = (word, f"{given} {family}", f"{given} {word}", f"{word} {language.text(1)}", "06 1234")
        found.append(kinds[place % len(kinds)])
    return found


def keystrokes(asked: list[str]) -> Iterator[str]:
    """Each question letter by letter."""
    for question in asked:
        yield from (question[:end] for end in range(1, len(question) + 1) if question[end - 1] != " ")


def plainly(plain: sqlite3.Connection, typed: str) -> list[Any]:
    """The same question to FTS5 itself, in the same order."""
    words = folding.words(typed)
    if not words:
        return []
    ranked = sum(map(len, words)) >= search.RELEVANCE_FROM
    order = "bm25(notes, 0.5, 1.0), rowid DESC" if ranked else "rowid DESC"
    match = " AND ".join(f'"{word}"*' for word in words)
    return plain.execute(f"SELECT rowid FROM notes WHERE notes MATCH ? ORDER BY {order} LIMIT 12", (match,)).fetchall()  # noqa: S608 - ours


def measured(folder: Path, count: int) -> dict[str, float]:
    """Milliseconds with so many notes."""
    dice = random.Random(count)
    language = Language(dice)
    profile = profiles.create(folder / "profile", PASSPHRASE, WHO, now=lambda: NOW, cost=Cost(8, 1, 1))
    session = profile.session
    plain = sqlite3.connect(folder / "plain.sqlite3")
    plain.execute(
        "CREATE VIRTUAL TABLE notes USING fts5 (child, text, "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
    )
    fill(session, plain, language, count)
    typed = list(keystrokes(questions(language)))
    found: dict[str, float] = {}
    for one in typed[:20]:
        finding.find(session, one), plainly(plain, one)
    taken: dict[str, list[tuple[float, float]]] = {"find": [], "notes": [], "plain": []}
    for one in typed:
        taken["find"].append(_timed(finding.find, session, one))
        taken["notes"].append(_timed(lambda: search.find(session.db, one, ("note", "addendum"), 12)))  # noqa: B023 - called at once
        taken["plain"].append(_timed(plainly, plain, one))
    taken["sign"] = [_timed(_sign, session, language, number) for number in range(count, count + SIGNED)]
    for name, times in taken.items():
        for kind, column in zip(("", "_cpu"), zip(*times, strict=True), strict=True):
            found[f"{name}{kind}_50"] = statistics.median(column)
            found[f"{name}{kind}_95"] = statistics.quantiles(column, n=20)[-1]
    plain.close()
    profile.close()
    return found


def _sign(session: Session, language: Language, number: int) -> None:
    """What signing adds to a file with so many notes: its row and its words."""
    child = rows.where(session.db, Patient, limit=1)[0].id
    with transaction(session.db):
        note = _note(language, number, child, NOW)
        rows.put(session.db, note)
        search.index_record(session.db, note)


def _timed(work: Callable[..., Any], *arguments: Any) -> tuple[float, float]:
    """Milliseconds by the clock, and of those the ones in which the processor was ours."""
    begun, begun_cpu = time.perf_counter(), time.thread_time()
    work(*arguments)
    return (time.perf_counter() - begun) * 1000, (time.thread_time() - begun_cpu) * 1000


def main() -> int:
    """Fill, measure, print, and say whether the limits hold."""
    parser = argparse.ArgumentParser(description="How searching holds with very many notes.")
    parser.add_argument("--quick", action="store_true", help="1,000 and 20,000 notes only")
    sizes = SIZES[:2] if parser.parse_args().quick else SIZES
    results = []
    for size in sizes:
        with TemporaryDirectory() as folder:
            results.append(measured(Path(folder), size))
    large = results[-1]
    for name in large:
        print(f"{name:14s}", *(f"{one[name]:9.2f} ms" for one in results))
    ratios = {
        f"keystroke_to_{KEYSTROKE_MS:g}_ms": large["find_cpu_95"] / KEYSTROKE_MS,
        f"notes_to_plain_to_{TO_PLAIN:g}": large["notes_cpu_95"] / large["plain_cpu_95"] / TO_PLAIN,
        f"sign_to_{SIGN_MS:g}_ms": large["sign_cpu_95"] / SIGN_MS,
    }
    figures = {
        f"{name}_ms_{size}": value for size, one in zip(sizes, results, strict=True) for name, value in one.items()
    }
    report = {
        "name": "notes",
        "ok": all(value <= 1 for value in ratios.values()),
        "ratios": {name: round(value, 3) for name, value in ratios.items()},
        "figures": {name: round(value, 3) for name, value in figures.items()},
    }
    print(msgspec.json.encode(report).decode())
    return 0 if report["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
