"""What belongs to this device alone: notes being written, and cards of children whose consent is still to be asked."""

from datetime import datetime

import msgspec
from sqlite_utils import Database

from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.people import PersonCard
from gpconnect.storage import erasure, rows

_SHOWN = f"patient_id NOT IN ({erasure.BLOCKED})"
"""A draft in a dossier that is asked to be erased stays where it is and is not shown; undoing brings it back."""


def save(db: Database, draft: NoteDraft) -> None:
    """Keeps a draft, in place of its earlier version. Nothing of it travels."""
    rows.put(db, draft)


def load(db: Database, identity: str) -> NoteDraft | None:
    """The draft with this id, or None when it was signed or thrown away, or its dossier is blocked."""
    found = rows.where(db, NoteDraft, f"id = ? AND {_SHOWN}", (identity,))
    return found[0] if found else None


def of_author(db: Database, author: str) -> list[NoteDraft]:
    """Somebody's drafts, the one last worked on first."""
    return rows.where(db, NoteDraft, f"author = ? AND {_SHOWN}", (author,), order="saved_at DESC, id")


def of_appointment(db: Database, appointment_id: str) -> NoteDraft | None:
    """The draft of one talk, or None."""
    shown = f"appointment_id = ? AND {_SHOWN}"
    found = rows.where(db, NoteDraft, shown, (appointment_id,), order="saved_at DESC, id", limit=1)
    return found[0] if found else None


def delete(db: Database, identity: str) -> None:
    """Throws a draft away: signed, or not wanted."""
    rows.delete(db, NoteDraft, identity)


def hold_card(db: Database, card: PersonCard, at: datetime) -> None:
    """Keeps a card on this device until consent to share it was recorded (Jeugdwet 7.3.11)."""
    db.execute(
        "INSERT OR REPLACE INTO held_card (id, held_at, card) VALUES (?, ?, ?)",
        (card.id, rows.instant(at), msgspec.json.encode(card).decode()),
    )


def held_card(db: Database, identity: str) -> PersonCard | None:
    """The held card of this child, or None."""
    row = db.execute("SELECT card FROM held_card WHERE id = ?", (identity,)).fetchone()
    return msgspec.json.decode(row[0], type=PersonCard) if row else None


def held_cards(db: Database) -> list[PersonCard]:
    """All held cards, the longest held first."""
    found = db.execute("SELECT card FROM held_card ORDER BY held_at, id").fetchall()
    return [msgspec.json.decode(card, type=PersonCard) for (card,) in found]


def release_card(db: Database, identity: str) -> PersonCard | None:
    """Takes a card out of holding: consent is there, or the booking is gone.

    Returns:
        The card, for sharing; None when none was held.
    """
    card = held_card(db, identity)
    db.execute("DELETE FROM held_card WHERE id = ?", (identity,))
    return card
