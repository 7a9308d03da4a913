"""Invented words that stand for names and sentences of families, and finding them again wherever they come to lie.

Every word holds the same five letters, which no language has together and which come up by chance in bytes less than
once in a million megabytes; so half a sentence, or a name in other capitals, is found as surely as the whole, and ten
thousand of them as fast as one.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.unpacking import readable

SIGN = "zqyvx"
_SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "ja")
_WORD = re.compile(rb"[a-z]*" + SIGN.encode() + rb"[a-z]*", re.IGNORECASE)
_WIDE = tuple(SIGN.encode(coding)[skip:] for coding, skip in (("utf-16-le", 0), ("utf-32-le", 0)))
"""Two and four bytes a letter, in either order: the zeros in between are the same."""


def _core(before: int) -> bytes:
    """The letters of base64 that `SIGN` alone decides, when so many bytes stand before it."""
    encoded = base64.b64encode(b"\0" * before + SIGN.encode())
    first = -(-before * 8 // 6)
    last = (before + len(SIGN)) * 8 // 6
    return encoded[first:last]


_PACKED = (*(_core(before) for before in range(3)), SIGN.encode().hex().encode(), SIGN.encode().hex().upper().encode())


@dataclass(slots=True)
class Words:
    """Coins names and sentences, each only once.

    Attributes:
        planted: how many names and sentences were coined.
    """

    planted: int = 0
    _count: int = field(default=0)

    def name(self) -> str:
        """A given name, a family name, a street."""
        self.planted += 1
        return self._word().capitalize()

    def sentence(self) -> str:
        """A few words, as people write them."""
        self.planted += 1
        return f"{self._word().capitalize()} {self._word()} {self._word()}."

    def _word(self) -> str:
        self._count += 1
        number, tail = self._count, ""
        while number:
            number, place = divmod(number, len(_SYLLABLES))
            tail += _SYLLABLES[place]
        return f"mo{SIGN}{tail}"


def found_in(data: bytes) -> set[str]:
    """The coined words that can be read in some bytes, and in everything that can be unpacked from them."""
    found: set[str] = set()
    for layer in readable(data):
        bare = layer.encode(errors="replace") if isinstance(layer, str) else layer
        found |= {one.decode().lower() for one in _WORD.findall(bare)}
        lowered = bare.lower()
        found |= {"(two or four bytes a letter)" for one in _WIDE if one in lowered}
        found |= {"(packed as text)" for one in _PACKED if one in bare}
    return found


@dataclass(frozen=True, slots=True)
class Leak:
    """A file in which something of a family can be read."""

    path: Path
    words: frozenset[str]

    def __str__(self) -> str:
        return f"{self.path}: {len(self.words)} words, such as {min(self.words)}"


def leaks_under(folder: Path, *, besides: tuple[Path, ...] = ()) -> Iterator[Leak]:
    """Every file in a folder, however deep, whose name or bytes give something away.

    Args:
        folder: where to look.
        besides: folders that are left out.
    """
    for path in sorted(folder.rglob("*")):
        if any(path.is_relative_to(one) for one in besides):
            continue
        words = found_in(str(path.relative_to(folder)).encode())
        if path.is_file():
            words |= found_in(path.read_bytes())
        if words:
            yield Leak(path.relative_to(folder), frozenset(words))
