"""What putting a copy back does to the ways into the file: the slots of then take the place of those of now.

A sheet that was made since opens nothing any more, one that was withdrawn opens again, and copies go where they went.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.services import keeping
from gpconnect.storage import meta, slots
from gpconnect.storage.slots import Slot


class Turn(StrEnum):
    """What happens to one way in."""

    SAME = "same"
    """It stays as it is, or was never there."""
    OTHER = "other"
    """One that was made since the copy stops working, and one that was taken away since works again."""
    GONE = "gone"
    """One was made since the copy, and stops working."""
    BACK = "back"
    """One was taken away since the copy, and works again."""


@dataclass(frozen=True, slots=True)
class WaysBack:
    """What changes when a copy takes the place of the file.

    Attributes:
        turns: per way in (`gpconnect.services.keyholding.WAYS`).
        known: the ways of now could be read; otherwise every way that the copy has comes back.
        folder: where copies go now, or None.
        folder_then: where they go afterwards, or None.
        folder_known: where they go now could be read.
    """

    turns: dict[str, Turn]
    known: bool
    folder: Path | None
    folder_then: Path | None
    folder_known: bool

    @property
    def none(self) -> bool:
        """Whether all of it stays as it is."""
        moved = self.folder_known and self.folder != self.folder_then
        return self.known and not moved and set(self.turns.values()) == {Turn.SAME}


def folder(db: Database) -> Path | None:
    """Where the copies of a file go by themselves."""
    chosen = meta.get_meta(db, keeping.FOLDER)
    return Path(chosen) if chosen else None


def between(profile: Path, copy_slots: Path, now: Path | None, then: Path | None, *, read: bool) -> WaysBack:
    """What changes from the ways of now to those of a copy; writes nothing.

    Args:
        profile: the folder of the file of now; its slots may be lost.
        copy_slots: the slots file beside the copy.
        now: where copies go now.
        then: where they went when the copy was made.
        read: whether the file of now could be read for that.

    Raises:
        KnownError: ``file.damaged``: the slots beside the copy.
    """
    try:
        present, known = slots.slots(profile), True
    except KnownError:
        present, known = (), False
    after = slots.read(copy_slots)
    turns = {kind: _turn(_of(present, kind), _of(after, kind)) for kind in slots.KINDS}
    return WaysBack(turns, known, now, then, read)


def _of(ways: tuple[Slot, ...], kind: str) -> frozenset[bytes]:
    """What tells the secrets of one kind apart: each was made with a salt of its own."""
    return frozenset(way.salt for way in ways if way.kind == kind)


def _turn(now: frozenset[bytes], then: frozenset[bytes]) -> Turn:
    if now - then:
        return Turn.OTHER if then - now else Turn.GONE
    return Turn.BACK if then - now else Turn.SAME
