"""A team that is asked to erase, with a hub whose clock moves with theirs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from gpconnect.domain.erasure import Article, Erasure
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient
from gpconnect.domain.roles import Intention
from gpconnect.services import enrolling, erasing
from gpconnect.services.acting import acting
from gpconnect.services.erasing import NewErasure
from gpconnect.services.session import Session
from gpconnect.storage import files, rows
from tests.services.conftest import Clock, MakeSession
from tests.services.online import Wire, hub, sync

Team = tuple[Session, Session]
PAGE = 4096
SECRET = "Pimpelmees"
"""A word that stands in one note and nowhere else."""


@pytest.fixture
def wire(tmp_path: Path, empty_hub: Path, clock: Clock) -> Iterator[Wire]:
    """A hub whose clock is the test's."""
    with hub(tmp_path / "hub", empty_hub, clock) as network:
        yield network


def kept(session: Session) -> set[str]:
    """Ids of the dossiers in a file."""
    return {one.id for one in rows.where(session.db, Patient)}


def a_note(session: Session, patient_id: str, words: str) -> str:
    """A signed note that holds these words; gives its id."""
    me = session.actor
    note = Note(
        session.new_id(), patient_id, "", "first_talk", 1, me.staff_id, me.name, session.now(), {"request": words}
    )
    with acting(session, Intention.WRITE_NOTE) as action:
        action.write(note, "signed")
    return note.id


def ask(session: Session, patient_id: str, *parts: str, article: Article = Article.ON_REQUEST) -> str:
    """Somebody whom the law lets ask wants a dossier, or parts of it, erased; gives the erasure's id."""
    erasing.request(session, NewErasure(patient_id, article, erasing.LEGAL, parts))
    found = rows.where(session.db, Erasure, "patient_id = ?", (patient_id,), order="requested_at DESC, rowid DESC")
    return found[0].id


def plain(session: Session) -> bytes:
    """Every page of the file and of the log beside it in the clear: also what was deleted and not overwritten.

    SQLCipher 4: AES-256-CBC per page, its last 80 bytes hold the IV and an HMAC; the first page begins with the salt.
    """
    whole = files.database_path(session.folder).read_bytes()
    log = files.database_path(session.folder).with_name(f"{files.DATABASE}-wal").read_bytes()
    found = [_page(session, whole[at : at + PAGE], first=not at) for at in range(0, len(whole), PAGE)]
    for at in range(32, len(log), 24 + PAGE):
        number = int.from_bytes(log[at : at + 4], "big")
        found.append(_page(session, log[at + 24 : at + 24 + PAGE], first=number == 1))
    return b"".join(found)


def _page(session: Session, page: bytes, *, first: bool) -> bytes:
    salt = 16 if first else 0
    cipher = Cipher(algorithms.AES(bytes(session.key)), modes.CBC(page[-80:-64]))
    return cipher.decryptor().update(page[salt:-80])


def third(make_session: MakeSession, team: Team, wire: Wire) -> Session:
    """One more colleague, let in now."""
    sanne, _ = team
    new = make_session("colleague")
    enrolling.admit(sanne, sanne.team_space, [enrolling.device_card(new)])
    enrolling.follow(new, [sanne.team_space])
    sync(sanne, new, wire=wire)
    return new


def destroyed(team: Team, wire: Wire, clock: Clock, child: str, *parts: str) -> str:
    """Asked by Sanne, destroyed by Joris a week later, heard by both."""
    sanne, joris = team
    asked = ask(sanne, child, *parts)
    sync(sanne, joris, wire=wire)
    clock.forward(days=7, minutes=1)
    erasing.destroy(joris, asked)
    sync(joris, sanne, wire=wire)
    return asked
