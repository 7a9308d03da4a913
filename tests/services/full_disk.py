"""A day at work on a disk that really fills up, for `test_full_disk`: a process of its own, which says how it went.

    python -m tests.services.full_disk FOLDER

The folder lies on a disk of a few megabytes; the room that the program keeps free is as small beside it.
"""

import errno
import json
import os
import sys
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.people import Patient
from gpconnect.services import notes, profiles, trouble
from gpconnect.services.session import Session
from gpconnect.storage import copies, files, reserve, rows
from tests.services.conftest import CHEAP, PASSPHRASE, PEOPLE, Clock, with_pilot
from tests.services.dossier_help import a_dossier
from tests.services.visits_help import a_booking

MEGABYTES = 16
LEFT = 768 * 1024
"""Free when the work goes on: more than `reserve.LOW`, so that it is a write that finds the disk full."""
TYPED = {"request": "Typt door terwijl de schijf vol is"}
MOST = 40


@dataclass
class Day:
    """What a day on this disk brought.

    Attributes:
        saved: children whose dossier was acknowledged, in order.
        refused: what writing said, from the first refusal on.
        went_on: whether there was room again to write.
        found: children in the file, opened anew at the end.
        draft: what stood typed in it.
        whole: the file holds together from the first page to the last row.
    """

    saved: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    read_only: bool = False
    readable: bool = False
    went_on: bool = False
    found: list[str] = field(default_factory=list)
    draft: dict[str, object] = field(default_factory=dict)
    whole: bool = False


def small() -> None:
    """The sizes of the reserve for a disk of so many megabytes."""
    reserve.SIZE, reserve.LOW, reserve.ROOM = 2 * reserve.MEGABYTE, LEFT // 64, 4 * reserve.MEGABYTE


def fill(ballast: Path, *, left: int) -> None:
    """Write until the disk says that it is full, and give so many bytes back."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(os.urandom(4096))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
        file.truncate(file.tell() - left)


def work(session: Session, day: Day) -> None:
    """One dossier after another, until the disk is full and once after that."""
    for number in range(MOST):
        name = f"Kind{number}"
        try:
            a_dossier(session, name)
        except KnownError as error:
            day.refused.append(error.code)
            if len(day.refused) > 1:
                return
        else:
            day.saved.append(name)


def children(session: Session) -> list[str]:
    """Whose dossiers are in the file, in the order in which they came."""
    return [one.given_name for one in rows.where(session.db, Patient, order="rowid")]


def live(folder: Path) -> Day:
    """Fill the disk in the middle of the work, go on as far as one may, and make room again."""
    day, clock, ballast = Day(), Clock(), folder / "films"
    profile = profiles.create(folder / "sanne", PASSPHRASE, PEOPLE["worker"], now=clock, cost=CHEAP)
    session = with_pilot(profile.session)
    _, view = notes.open_visit(session, a_booking(session))
    day.saved = children(session)
    trouble.begin(session)
    fill(ballast, left=LEFT)
    work(session, day)
    notes.save_draft(session, replace(view.draft, answers=TYPED))
    day.read_only = trouble.state(session).read_only
    day.readable = children(session) == day.saved
    ballast.unlink()
    day.went_on = not trouble.try_again(session)[1].read_only
    a_dossier(session, "Later")
    day.saved.append("Later")
    profile.close()
    again = profiles.open_profile(folder / "sanne", PASSPHRASE, now=clock)
    day.found = children(again.session)
    day.draft = rows.require(again.session.db, NoteDraft, view.draft.id).answers
    key = bytes(again.session.key)
    again.close()
    day.whole = copies.verify(files.database_path(folder / "sanne"), key).ok
    return day


if __name__ == "__main__":
    small()
    sys.stdout.write(json.dumps(asdict(live(Path(sys.argv[1])))))
