"""How much one device and one space may ask of a hub, so that one broken program cannot fill the disk of all."""

from dataclasses import dataclass
from datetime import timedelta

WINDOW = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """Quota. Reaching one delays a parcel (``later``), it never refuses it, and never keeps anybody from being removed.

    Attributes:
        device_bytes: what one device may push to one space in an hour; a first upload of 10,000 notes is some 6 MB.
        space_bytes: what one space may hold.
        spaces: how many spaces one device may found.
        lives: how many chains one device may begin in one space: one for each time that its file was put back from a
            copy. Everybody keeps the last number of each for ever.
        newcomers: how many devices that belong nowhere may make themselves known in an hour.
        anybody: whether any device may found a space and open a mailbox: for a hub that only this computer reaches.
        guesses: how often in an hour one device may name a mailbox that is not there: open one, or look for one.
    """

    device_bytes: int = 256 * 1024 * 1024
    space_bytes: int = 20 * 1024 * 1024 * 1024
    spaces: int = 50
    guesses: int = 60
    lives: int = 500
    newcomers: int = 1000
    anybody: bool = False
