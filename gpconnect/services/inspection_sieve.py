"""What one person does not get from a dossier: taken out of the whole, wherever the same words stand.

Two ways (see `gpconnect.domain.rights`): something about another is left out and marked (Jeugdwet 7.3.10); what does
not go with the care of a good worker (7.3.15 lid 4) is taken out without a trace, because the place would tell.
Handovers and feedback are prefilled from notes, so a text that is kept back is looked for in every other passage too.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gpconnect.documents.inspection_data import Entry, Passage
from gpconnect.domain.rights import Ground, Withholding

Key = tuple[str, str, str]
"""Record kind, record id and part, as a withholding names them."""
LEAST = 20
"""A line with fewer letters is nobody's secret by itself: "ja" stands everywhere."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One passage before it is decided on.

    Attributes:
        keys: what it belongs to.
        third_party: it speaks of another person.
        free: somebody wrote it in their own words; a choice from a list is the same everywhere and tells nothing.
    """

    passage: Passage
    keys: tuple[Key, ...] = ()
    third_party: bool = False
    free: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One entry before it is decided on; `telling` when its title is content, such as the words of a goal."""

    entry: Entry
    keys: tuple[Key, ...]
    pieces: tuple[Piece, ...] = ()
    telling: bool = False


class Sieve:
    """What is kept from one person.

    Args:
        kept: the decisions that reach them.
        secret: pieces of a confidential address; a passage that holds one is left out and marked.
    """

    def __init__(self, kept: Iterable[Withholding] = (), secret: Iterable[str] = ()) -> None:
        self._grounds: dict[Key, Ground] = {}
        for one in sorted(kept, key=lambda one: one.ground is Ground.GOOD_CARE):
            self._grounds[one.kind, one.record, one.part] = one.ground
        self._secret = frozenset(filter(None, map(folded, secret)))
        self._texts: dict[Ground, tuple[str, ...]] = dict.fromkeys(Ground, ())

    def also(self, key: Key, of: Key) -> None:
        """Keep something back that would give away what was kept back, on the same ground."""
        if of in self._grounds:
            self._grounds[key] = self._grounds[of]

    def silent_kinds(self) -> frozenset[str]:
        """Kinds of record of which something is taken out without a trace."""
        return frozenset(kind for (kind, _, _), ground in self._grounds.items() if ground is Ground.GOOD_CARE)

    def learn(self, items: Sequence[Item]) -> None:
        """Read what is kept back, to find the same words elsewhere."""
        texts: dict[Ground, list[str]] = {ground: [] for ground in Ground}
        for item in items:
            whole = self._ground(item.keys)
            for piece in item.pieces:
                ground = whole or self._own_ground(piece)
                if ground is not None and piece.free:
                    texts[ground].append(folded(piece.passage.text))
        self._texts = {ground: tuple(found) for ground, found in texts.items()}

    def entries(self, items: Iterable[Item]) -> tuple[Entry, ...]:
        """What this person gets to read."""
        return tuple(entry for entry in map(self._entry, items) if entry is not None)

    def _entry(self, item: Item) -> Entry | None:
        ground = self._ground(item.keys)
        if ground is Ground.GOOD_CARE:
            return None
        if ground is Ground.PRIVACY_OF_ANOTHER:
            title = "" if item.telling else item.entry.title
            return replace(item.entry, title=title, by="", passages=(Passage("all", "", left_out=True),))
        shown = [one for one in map(self._passage, item.pieces) if one is not None]
        if item.pieces and not shown:
            return None
        return replace(item.entry, passages=(*item.entry.passages, *shown))

    def _passage(self, piece: Piece) -> Passage | None:
        ground = self._own_ground(piece)
        if ground is None and piece.free:
            ground = self._told_elsewhere(piece.passage.text)
        if ground is Ground.GOOD_CARE:
            return None
        if ground is Ground.PRIVACY_OF_ANOTHER:
            return replace(piece.passage, text="", value=None, left_out=True)
        return piece.passage

    def _own_ground(self, piece: Piece) -> Ground | None:
        ground = self._ground(piece.keys)
        return Ground.PRIVACY_OF_ANOTHER if ground is None and piece.third_party else ground

    def _ground(self, keys: Iterable[Key]) -> Ground | None:
        found = {self._grounds[key] for key in keys if key in self._grounds}
        return Ground.GOOD_CARE if Ground.GOOD_CARE in found else next(iter(found), None)

    def _told_elsewhere(self, text: str) -> Ground | None:
        whole, own = folded(text), _lines(text)
        for ground in (Ground.GOOD_CARE, Ground.PRIVACY_OF_ANOTHER):
            for secret in self._texts[ground]:
                if (len(secret) >= LEAST and secret in whole) or any(line in secret for line in own):
                    return ground
        return Ground.PRIVACY_OF_ANOTHER if any(one in whole for one in self._secret) else None


def folded(text: str) -> str:
    """A text without capitals and blanks, so that "5301 AL" and "5301al" are one."""
    return "".join(text.casefold().split())


def left_out(entries: Iterable[Entry]) -> int:
    """How many places say that something was left out."""
    return sum(one.left_out for entry in entries for one in entry.passages)


def facts(
    given: Mapping[str, tuple[str, str]], *, keys: Mapping[str, Key] | None = None, free: Collection[str] = ()
) -> tuple[Piece, ...]:
    """Short facts as pieces: key to label and words; empty ones are passed over.

    Args:
        given: what to say.
        keys: for those that can be kept back on their own.
        free: those that somebody wrote in their own words.
    """
    known = keys or {}
    return tuple(
        Piece(Passage(key, label, words), (known[key],) if key in known else (), free=key in free)
        for key, (label, words) in given.items()
        if words
    )


def _lines(text: str) -> list[str]:
    found = (folded(line) for line in text.splitlines())
    return [line for line in found if len(line) >= LEAST]
