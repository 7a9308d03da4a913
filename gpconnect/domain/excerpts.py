"""The line of a text in which the words that somebody looks for stand, with where they stand in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gpconnect.domain.folding import marks

WIDTH = 110
"""Most characters of an excerpt."""
BEFORE = 30
"""So many characters before the first word that was found."""
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text, kept as it was written but for line breaks and runs of blanks.

    Attributes:
        words: the piece; it begins or ends with an ellipsis where the text goes on.
        marks: start and end of each word that was looked for.
    """

    words: str = ""
    marks: tuple[tuple[int, int], ...] = ()


def excerpt(texts: Iterable[str], asked: Sequence[str]) -> Excerpt:
    """The piece of these texts that answers a question best; nothing when none of its words stands in any of them.

    Args:
        texts: in the order in which they are read.
        asked: the folded words of the question (`gpconnect.domain.folding.words`).
    """
    best, most = Excerpt(), 0
    for text in texts:
        line = _BLANKS.sub(" ", text).strip()
        met = sum(bool(marks(line, [word])) for word in asked) if marks(line, list(asked)) else 0
        if met > most:
            best, most = _around(line, list(asked)), met
    return best


def _around(line: str, asked: list[str]) -> Excerpt:
    """The words around the first mark."""
    places = marks(line, asked)
    first = places[0][0]
    start = 0 if first <= BEFORE or len(line) <= WIDTH else line.rfind(" ", 0, first - BEFORE) + 1
    end = len(line) if len(line) - start <= WIDTH else max(line.rfind(" ", start, start + WIDTH), places[0][1])
    before, after = "…" if start else "", "…" if end < len(line) else ""
    moved = len(before) - start
    return Excerpt(
        before + line[start:end] + after,
        tuple((one + moved, other + moved) for one, other in places if one >= start and other <= end),
    )
