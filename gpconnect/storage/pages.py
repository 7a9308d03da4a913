"""The pages of the encrypted file, opened one by one, and which rows of a table stand on which of them.

SQLite hands over what SQLCipher makes of a bad page: an error, or, for the end of a long text, zeros and an error at
some later page. So nobody can tell by reading rows which one is bad. Here every page is held against its own seal, and
the trees are walked as SQLite lays them out (sqlite.org/fileformat2.html, 1.5 and 1.6; SQLCipher 4: AES-256 in CBC,
and HMAC-SHA512 over the page and its number, under a key that follows from the file's key).
"""

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from gpconnect.domain.errors import KnownError
from gpconnect.storage import raw

PAGE = 4096
_IV, _SEAL, _SALT = 16, 64, 16
USABLE = PAGE - _IV - _SEAL
"""Bytes of a page that SQLite uses; the rest is SQLCipher's."""
_SALT_MASK, _SEAL_ROUNDS = 0x3A, 2
_HEADER = 100
_INTERIOR, _LEAF = 5, 13
_CELLS = {_INTERIOR: 12, _LEAF: 8}
"""The two sorts of page in the tree of a table, and where the list of cells begins on them."""
LOWEST, HIGHEST = -(1 << 63), (1 << 63) - 1
_MOST_LOCAL = USABLE - 35
_LEAST_LOCAL = (USABLE - 12) * 32 // 255 - 23


class Pages:
    """The pages of one file as they lie on the disk; what only stands in the log beside it is not seen."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self.count = raw.size(path) // PAGE
        salt = bytes(one ^ _SALT_MASK for one in raw.read(path, 0, _SALT))
        self._seal_key = hashlib.pbkdf2_hmac("sha512", key, salt, _SEAL_ROUNDS, 32)

    def read(self, number: int) -> bytes | None:
        """What stands on a page, counted from 1, or None when it is not as it was written.

        Raises:
            KnownError: ``file.io``.
        """
        if not 0 < number <= self.count:
            return None
        data = raw.read(self._path, (number - 1) * PAGE, PAGE)
        start = _SALT if number == 1 else 0
        sealed = data[start : USABLE + _IV] + number.to_bytes(4, "little")
        if not hmac.compare_digest(hmac.digest(self._seal_key, sealed, "sha512"), data[USABLE + _IV :]):
            return None
        opened = Cipher(algorithms.AES(self._key), modes.CBC(data[USABLE : USABLE + _IV])).decryptor()
        return data[:start] + opened.update(data[start:USABLE]) + opened.finalize()

    def seal(self, number: int, page: bytes) -> bytes:
        """A page as it would stand on the disk of this file; not the first, which begins with the salt."""
        start = os.urandom(_IV)
        locked = Cipher(algorithms.AES(self._key), modes.CBC(start)).encryptor()
        data = locked.update(page) + locked.finalize() + start
        return data + hmac.digest(self._seal_key, data + number.to_bytes(4, "little"), "sha512")

    def bad(self) -> tuple[int, ...]:
        """Numbers of all pages that are not as they were written.

        Raises:
            KnownError: ``file.io``.
        """
        return tuple(number for number in range(1, self.count + 1) if self.read(number) is None)


@dataclass(slots=True)
class Tree:
    """What of one table can be read.

    Attributes:
        rows: numbers of the rows that stand whole on good pages.
        broken: numbers of the rows of which the end stands on a bad page.
        gaps: where the page itself is bad: rows above the first number, up to and including the second.
    """

    rows: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether nothing of the table is lost."""
        return not self.broken and not self.gaps


def walk(pages: Pages, root: int) -> Tree:
    """Reads the tree of a table from its first page; what is no tree counts as bad.

    Raises:
        KnownError: ``file.io``.
    """
    tree = Tree()
    seen: set[int] = set()
    parts = [(root, LOWEST, HIGHEST)]
    while parts:
        number, low, high = parts.pop()
        page = pages.read(number) if number not in seen else None
        seen.add(number)
        try:
            if page is None:
                tree.gaps.append((low, high))
            else:
                parts += _look(pages, page, number, (low, high), tree)
        except (IndexError, ValueError):
            tree.gaps.append((low, high))
    tree.rows.sort()
    return tree


def pages_of(pages: Pages, root: int) -> tuple[int, ...]:
    """Numbers of the pages that the tree of a table stands on; what goes on elsewhere is left out.

    Raises:
        KnownError: ``file.damaged`` when one of them is bad, or ``file.io``.
    """
    found, parts = [], [root]
    while parts:
        number = parts.pop()
        page = pages.read(number)
        if page is None:
            raise KnownError("file.damaged")
        found.append(number)
        parts += [below for below, _, _ in _look(pages, page, number, (LOWEST, HIGHEST), Tree())]
    return tuple(found)


def _look(pages: Pages, page: bytes, number: int, between: tuple[int, int], tree: Tree) -> list[tuple[int, int, int]]:
    """One page: its rows go into the tree; returned are the pages below it, with the rows that they may hold."""
    low, high = between
    start = _HEADER if number == 1 else 0
    sort = page[start]
    if sort not in _CELLS:
        raise ValueError(sort)
    first = start + _CELLS[sort]
    places = [_int(page, first + 2 * one, 2) for one in range(_int(page, start + 3, 2))]
    if sort == _LEAF:
        found = [_row(pages, page, place) for place in places]
        tree.rows += [row for row, whole in found if whole]
        tree.broken += [row for row, whole in found if not whole]
        return []
    below = []
    for place in places:
        last, _ = _varint(page, place + 4)
        below.append((_int(page, place, 4), low, last))
        low = last
    return [*below, (_int(page, start + 8, 4), low, high)]


def _row(pages: Pages, page: bytes, place: int) -> tuple[int, bool]:
    """The number of the row in a cell, and whether the pages that it goes on to are good as well."""
    size, place = _varint(page, place)
    row, place = _varint(page, place)
    if size <= _MOST_LOCAL:
        return row, True
    local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (USABLE - 4)
    local = local if local <= _MOST_LOCAL else _LEAST_LOCAL
    following, left = _int(page, place + local, 4), size - local
    while left > 0:
        more = pages.read(following)
        if more is None:
            return row, False
        following, left = _int(more, 0, 4), left - (USABLE - 4)
    return row, True


def _int(page: bytes, place: int, size: int) -> int:
    found = page[place : place + size]
    if len(found) < size:
        raise IndexError(place)
    return int.from_bytes(found)


def _varint(page: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next thing begins."""
    value = 0
    for more in range(8):
        byte = page[place + more]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that another byte follows
            return value, place + more + 1
    value = value << 8 | page[place + 8]
    return value - (1 << 64) if value > HIGHEST else value, place + 9
