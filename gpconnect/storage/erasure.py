"""Destroying a dossier on request (Jeugdwet 7.3.9; GDPR article 17): rows, operations, drafts and index.

What stays is a tombstone (when, on which article, who asked) and the access log. Deleted content is overwritten in
the file (`secure_delete`, and secure-delete of the search index).
"""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from gpconnect.domain.records import KINDS
from gpconnect.storage import operations, search
from gpconnect.storage.rows import instant


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That a dossier was destroyed, and nothing about whom.

    Attributes:
        article: the law article that the request rests on.
        requested_by: ``"patient"``, the id of a related person, or a staff id.
    """

    patient_id: str
    article: str
    requested_by: str
    destroyed_at: datetime


def destroy(db: Database, tombstone: Tombstone) -> None:
    """Removes everything of one dossier from this file and leaves the tombstone. Twice changes nothing more.

    Runs inside a transaction; afterwards `gpconnect.storage.connection.checkpoint` empties the log beside the file,
    where earlier versions of the rows may still stand.

    Sealed parcels stay as they are: without the dossier's key, which the caller forgets as well, they cannot be
    opened. The practice's card of the child is not part of the dossier and stays with the practice.
    """
    patient = tombstone.patient_id
    operations.keep_top(db)
    for kind in KINDS.values():
        if kind.dossier:
            db.execute(f'DELETE FROM "{kind.name}" WHERE "{kind.dossier}" = ?', (patient,))  # noqa: S608 - our own names
            db.execute(
                "DELETE FROM conflict WHERE kind = ?1 AND record IN (SELECT record FROM operation WHERE dossier = ?2)",
                (kind.name, patient),
            )
    db.execute("DELETE FROM note_draft WHERE patient_id = ?", (patient,))
    db.execute("DELETE FROM marked WHERE op_id IN (SELECT op_id FROM operation WHERE dossier = ?)", (patient,))
    db.execute("DELETE FROM operation WHERE dossier = ?", (patient,))
    search.remove_of_patient(db, patient)
    db.execute(
        "INSERT OR IGNORE INTO tombstone (patient_id, article, requested_by, destroyed_at) VALUES (?, ?, ?, ?)",
        (patient, tombstone.article, tombstone.requested_by, instant(tombstone.destroyed_at)),
    )


def tombstones(db: Database) -> list[Tombstone]:
    """All destroyed dossiers, oldest first."""
    rows = db.execute(
        "SELECT patient_id, article, requested_by, destroyed_at FROM tombstone ORDER BY destroyed_at, patient_id"
    ).fetchall()
    return [
        Tombstone(patient, article, requested_by, datetime.fromisoformat(at))
        for patient, article, requested_by, at in rows
    ]
