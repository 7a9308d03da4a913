"""A team that is asked to erase, with a hub whose clock moves with theirs."""

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from gpconnect.domain.erasure import Article, Erasure
from gpconnect.domain.notes import Note
from gpconnect.domain.roles import Intention
from gpconnect.services import erasing
from gpconnect.services.acting import acting
from gpconnect.services.erasing import NewErasure
from gpconnect.services.session import Session
from gpconnect.storage import files, rows

PAGE = 4096
SECRET = "Pimpelmees"
"""A word that stands in one note and nowhere else."""


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
    """Somebody asks to erase a dossier, or parts of it; gives the erasure's id."""
    erasing.request(session, NewErasure(patient_id, article, erasing.PATIENT, parts))
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
