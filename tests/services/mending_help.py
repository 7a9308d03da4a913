"""A profile with a day of work since its copy, to damage and to mend."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from gpconnect.services import access_sharing, damaged, keeping, mending, notes, profiles, syncing
from gpconnect.services.mending import Ill
from gpconnect.services.session import Session
from gpconnect.storage import access_log, checks, connection, files, raw
from gpconnect.storage.pages import PAGE
from tests.services.conftest import PASSPHRASE, Clock
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, client, sync
from tests.services.test_restoring import names

Team = tuple[Session, Session]
TYPED = "Wat er vanmiddag aan de keukentafel werd gezegd. " * 20


@dataclass
class Place:
    """A closed profile, with a copy of before its last day of work.

    Attributes:
        ill: what mending needs of it.
        held: op ids in the file, with whether they were sent.
        lines: of its access log.
    """

    folder: Path
    copy: Path
    ill: Ill
    held: dict[str, bool]
    lines: list[str]
    wire: Wire
    clock: Clock
    colleague: Session

    @property
    def file(self) -> Path:
        return files.database_path(self.folder)

    def turn(self, page: int) -> None:
        """One bit on a page, counted from 1."""
        with self.file.open("r+b") as file:
            file.seek((page - 1) * PAGE + 1000)
            (byte,) = file.read(1)
            file.seek((page - 1) * PAGE + 1000)
            file.write(bytes([byte ^ 1]))

    def root(self, name: str) -> int:
        """The first page of a table or index."""
        db = connection.open_beside(self.file, self.ill.key)
        try:
            return int(db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0])
        finally:
            connection.close(db)

    def outlook(self) -> mending.Plan:
        """What a person reads before they say yes."""
        copy, found = mending.look(self.ill)
        raw.let_go(self.file)
        return mending.Plan(self.ill, copy, found, (), 0, True)

    def open(self) -> profiles.Profile:
        return profiles.open_profile(self.folder, PASSPHRASE, now=self.clock)


def make_place(team: Team, wire: Wire, tmp_path: Path, clock: Clock) -> Place:
    """Eerst is in the copy, Tweede is at the hub, Derde and a note being written are nowhere else."""
    sanne, joris = team
    stick = tmp_path / "stick"
    stick.mkdir()
    child = a_dossier(sanne, "Eerst")
    sync(sanne, joris, wire=wire)
    keeping.choose_folder(sanne, stick)
    keeping.run(sanne, keeping.copying())
    clock.forward(hours=1)
    a_dossier(sanne, "Tweede")
    sync(sanne, joris, wire=wire)
    clock.forward(hours=1)
    a_dossier(sanne, "Derde")
    _, view = notes.open_patient(sanne, child)
    notes.save_draft(sanne, replace(view.draft, answers={"request": TYPED}))
    connection.checkpoint(sanne.db)
    folder = tmp_path / "plek"
    shutil.copytree(sanne.folder, folder)
    held = dict(sanne.db.execute("SELECT op_id, seq IS NOT NULL FROM operation").fetchall())
    lines = [one.head for one in access_log.after_row(sanne.db, 0)]
    ill = replace(mending.begin(sanne), folder=folder)
    return Place(folder, next(stick.glob("*.kopie")), ill, held, lines, wire, clock, joris)


def check_mended(place: Place, plan: mending.Plan) -> None:
    """Everything that could come back is there, the file is whole, and a round with the hub goes on."""
    back = place.open()
    session = back.session
    report = checks.verify(place.file, place.ill.key)
    assert report.codes == ()
    for _ in range(2):
        syncing.sync_now(session, client(session, place.wire))
    sync(place.colleague, wire=place.wire)
    there = {one for (one,) in session.db.execute("SELECT op_id FROM operation").fetchall()}
    gone = place.held.keys() - there
    assert len(gone) == len(plan.outlook.lost)
    assert not [one for one in gone if place.held[one]], "what the hub has comes back"
    assert damaged.differing(session, damaged.to_compare(session, legible=True)) == 0
    assert checks.verify(place.file, place.ill.key).codes == ()
    assert (syncing.state(session).alarms, syncing.state(place.colleague).alarms) == (0, 0)
    if not plan.outlook.lost:
        assert names(session) == names(place.colleague) == {"Eerst", "Tweede", "Derde"}
    if not plan.outlook.lines:
        heads = [one.head for one in access_log.after_row(session.db, 0)]
        assert heads[: len(place.lines)] == place.lines
        assert access_sharing.first_breaks(session) == access_sharing.first_breaks(place.colleague) == ()
    back.close()
