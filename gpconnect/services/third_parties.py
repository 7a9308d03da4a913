"""Which passages of a note are about another: no line or letter takes them by itself (Jeugdwet 7.3.10, 7.3.11)."""

from gpconnect.domain.notes import Note
from gpconnect.domain.rights import Ground, Withholding, in_force
from gpconnect.services.session import Session
from gpconnect.storage import rows


def about_another(session: Session, note: Note) -> frozenset[str]:
    """Ids of the answers that were marked, when the note was signed or later by a decision about the whole or a part.

    A decision that was lifted, or whose last day has passed, takes only its own mark away.
    """
    decided = rows.where(session.db, Withholding, "kind = 'note' AND record = ?", (note.id,), order="id")
    parts = {one.part for one in decided if one.ground is Ground.PRIVACY_OF_ANOTHER and in_force(one, session.today())}
    return frozenset(note.answers) if "" in parts else frozenset({*note.third_party, *parts})
