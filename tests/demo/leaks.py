"""A search for what should not be readable: everything that can be made out of some bytes without any key.

Sealed bytes look like chance. What is only compressed or packed looks like chance as well, to a search that does not
unpack it; so this one opens every layer that needs no key (`tests.unpacking`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlite_utils import Database

from gpconnect.domain.names import full_name
from gpconnect.domain.people import Patient, PersonCard, RelatedPerson
from gpconnect.domain.records import KINDS, Family
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.unpacking import readable

SHORTEST = 8
"""Bytes: anything shorter turns up by chance in a few megabytes of random bytes, and is sought in text only."""
SENTENCE = 12
NAME = 3
_CODINGS = ("utf-8", "utf-16-le", "latin-1")
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(rb"(?:[\x20-\x7e]|[\xc3-\xc5][\x80-\xbf]){24,}")
"""What people would call text: longer than chance makes in megabytes."""
_NO_CHILD = {"office_hours", "half_day_session", "slot", "site_closure", "absence"}


@dataclass(frozen=True, slots=True)
class Secrets:
    """What nobody else may read.

    Attributes:
        strings: full names, numbers, addresses and sentences; sought everywhere, as bytes.
        names: given and family names of one word each; sought in text, as whole words.
    """

    strings: frozenset[str]
    names: frozenset[str]


def planted(*sessions: Session) -> Secrets:
    """Everything of children and families in these files, but for words that are public in them as well."""
    strings: set[str] = set()
    names: set[str] = set()
    public: set[str] = set()
    for session in sessions:
        for kind in KINDS.values():
            texts = [text for record in rows.where(session.db, kind.record) for text in _texts(asdict(record))]
            if kind.families == (Family.COMMON,):
                public |= {*texts, *(word for text in texts for word in _WORD.findall(text))}
            elif Family.PILOT not in kind.families and kind.name not in _NO_CHILD:
                strings |= {part for text in texts if " " in text for part in _sentences(text)}
        names |= set(_names(session))
        strings |= set(_short(session))
    return Secrets(
        frozenset(text for text in strings - public if len(text) >= SHORTEST),
        frozenset(word for name in names for word in _WORD.findall(name) if _is_name(word)) - public,
    )


def leaks(haystack: Iterable[object], secrets: Secrets) -> set[str]:
    """The secrets that can be read in some values: in UTF-8, as a Windows program would write them, or packed."""
    seen: list[bytes] = []
    words: set[str] = set()
    for value in haystack:
        for layer in readable(value):
            if isinstance(layer, str):
                seen.append(layer.encode(errors="replace"))
                words.update(_WORD.findall(layer))
            else:
                seen.append(layer)
                words.update(_WORD.findall(b" ".join(_RUN.findall(layer)).decode(errors="replace")))
    text = b"\0".join(seen)
    found = {one for one in secrets.strings if any(one.encode(coding, "ignore") in text for coding in _CODINGS)}
    return found | (words & secrets.names)


def everything_in(db: Database) -> Iterator[object]:
    """Every value of every table of a file, decrypted."""
    for table in db.table_names():
        for row in db[table].rows:
            yield from row.values()


def everything_on(connection: sa.Connection) -> Iterator[object]:
    """Every value of every table of the hub, decrypted."""
    for name in sa.inspect(connection).get_table_names():
        table = sa.Table(name, sa.MetaData(), autoload_with=connection)
        for row in connection.execute(sa.select(table)):
            yield from row


def _children(session: Session) -> list[Patient | PersonCard]:
    return [*rows.where(session.db, Patient), *rows.where(session.db, PersonCard)]


def _names(session: Session) -> Iterator[str]:
    for one in _children(session):
        yield from (one.given_name, one.family_name)
    yield from (related.name for related in rows.where(session.db, RelatedPerson))


def _short(session: Session) -> Iterator[str]:
    """Full names and numbers, which are no sentences."""
    for one in _children(session):
        yield full_name(one.given_name, one.prefix, one.family_name)
        yield from _phones(one.phone)
        yield from (one.address, one.bsn) if isinstance(one, Patient) else ()
    for related in rows.where(session.db, RelatedPerson):
        yield related.name
        yield from _phones(related.phone)


def _phones(phone: str) -> Iterator[str]:
    """A number as it is kept, as it is dialled here, and its last digits whatever stands before them."""
    digits = re.sub(r"\D", "", phone)
    if digits:
        yield from (phone, digits, re.sub(r"^(?:31|0)", "0", digits), re.sub(r"^(?:31|0)", "", digits))


def _sentences(text: str) -> Iterator[str]:
    """The text, and each of its sentences: half a note is a leak too."""
    for part in (text, *re.split(r"(?<=[.!?”])\s+", text)):
        if len(part) >= SENTENCE:
            yield part


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _is_name(word: str) -> bool:
    return len(word) >= NAME and word[0].isupper()
