"""What can be told of the profiles on this computer without a key: their names and their ways in.

Asked before anything heavy is loaded, by the unlock screen, so it reads no more than folder names and the kinds in a
slots file; every judgement about a slot is `gpconnect.storage.slots`'s.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from gpconnect.storage import files

PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way in
RECOVERY = "recovery"
EMPLOYER = "employer"
KEYRING = "keyring"
_SMALL = frozenset({"de", "den", "der", "het", "van", "ten", "ter", "te", "in", "op", "aan"})
"""Words inside a Dutch surname that stay small."""


@dataclass(frozen=True, slots=True)
class ProfileName:
    """One profile as the unlock screen shows it.

    Attributes:
        folder: of the profile.
        name: the folder's own name, written as people write names; nothing else is known without a key.
    """

    folder: Path
    name: str


class _Slot(msgspec.Struct):
    kind: str


class _Slots(msgspec.Struct):
    slots: tuple[_Slot, ...]


def siblings(folder: Path) -> tuple[ProfileName, ...]:
    """The profiles that lie beside each other, in the order of their names; this one is among them when it exists.

    Args:
        folder: a profile, or where one would be.
    """
    try:
        beside = sorted(folder.parent.iterdir())
    except OSError:
        return ()
    found = [ProfileName(one, shown_name(one)) for one in beside if not one.name.startswith(".") and is_profile(one)]
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def to_open(usual: Path, last: str) -> Path:
    """The profile to begin with: the one opened last, the usual one, or else the first there is.

    Args:
        usual: where this account's profile lies when it has one; the others lie beside it.
        last: name of the folder that was opened last; empty when nothing was.
    """
    wanted = [one for one in (usual.parent / last if last else usual, usual) if is_profile(one)]
    return next(iter(wanted), next((one.folder for one in siblings(usual)), usual))


def unused(folder: Path) -> Path:
    """Where the profile of one more person on this computer comes, beside this one; the name says nothing of them."""
    number = 2
    while (found := folder.parent / f"profiel-{number}").exists():
        number += 1
    return found


def is_profile(folder: Path) -> bool:
    """Whether somebody's file and its ways in lie here, or a copy that is ready to be put back at the next opening.

    A crash while one takes the place of the other can leave the folder itself without a file.
    """
    if (folder / files.RESTORING / files.READY).is_file():
        return True
    return files.slots_path(folder).is_file() and files.database_path(folder).is_file()


def is_locked(folder: Path) -> bool:
    """Whether the profile was locked and not opened since: then the keyring does not open it, whoever starts again."""
    return files.locked_path(folder).exists()


def mark_locked(folder: Path) -> None:
    """The desk was locked; this outlives the program, also one that is killed. A disk that fails stops no locking."""
    with suppress(OSError):
        files.locked_path(folder).touch()


def mark_opened(folder: Path) -> None:
    """Its own person came in by passphrase or paper: the next start is a start like any other."""
    with suppress(OSError):
        files.locked_path(folder).unlink(missing_ok=True)


def ways(folder: Path) -> tuple[str, ...]:
    """The kinds of slots that the profile has, without telling whether they work; none when it cannot be read."""
    coming = files.slots_path(folder / files.RESTORING)
    half = (coming.parent / files.READY).is_file() and coming.is_file()
    try:
        found = msgspec.json.decode((coming if half else files.slots_path(folder)).read_bytes(), type=_Slots)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return ()
    return tuple(dict.fromkeys(slot.kind for slot in found.slots))


def shown_name(folder: Path) -> str:
    """A folder's name as people write it: ``sanne-de-vries`` becomes Sanne de Vries."""
    words = folder.absolute().name.replace("_", " ").replace("-", " ").split()
    return " ".join(
        word if place and word in _SMALL else word[:1].upper() + word[1:] for place, word in enumerate(words)
    )
