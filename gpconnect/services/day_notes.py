"""The note of a half-day, and why it is called off, refuse the names of children who are booked there that day.

Both travel at once, everybody who opens the day reads them, and they are printed. A name is refused rather than held
back: a note that only its writer can read tells nobody what the day should know, and what is about one child has its
place in that child's booking, where it waits for consent to share.
"""

import re

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Appointment, HalfDaySession, Site
from gpconnect.domain.staff import Staff
from gpconnect.services.persons import persons
from gpconnect.services.session import Session
from gpconnect.storage import rows

_WORD = re.compile(r"[^\W\d_]{2,}")
_THAT_DAY = (
    "person_id <> '' AND slot_id IN (SELECT s.id FROM slot s JOIN half_day_session h ON h.id = s.session_id "
    "WHERE h.site_id = ? AND h.day = ?)"
)


def require_nameless(session: Session, half_day: HalfDaySession, note: str, code: str = "half_day.note_names") -> None:
    """Refuse a note, or what `code` is about, with the name of a child who is or was booked at this site on that day.

    What is also in the name of a colleague or of the site may be meant for them. A word without a capital is taken for
    a name only beside another part of that name: *roos* is a flower as well.

    Raises:
        KnownError: `code`.
    """
    written = _WORD.findall(note)
    if not written:
        return
    visits = rows.where(session.db, Appointment, _THAT_DAY, (half_day.site_id, half_day.day))
    others = [one.name for one in rows.where(session.db, Staff)]
    others += [one.name for one in rows.where(session.db, Site)]
    ours = {word.casefold() for name in others for word in _WORD.findall(name)}
    for person in persons(session, [one.person_id for one in visits]).values():
        # Of "de Graaf" only what has a capital: what stands before a name is in every note.
        parts = {word.casefold() for word in _WORD.findall(person.name) if not word.islower()} - ours
        hits = [word for word in written if word.casefold() in parts]
        if any(not word.islower() for word in hits) or len({word.casefold() for word in hits}) > 1:
            raise KnownError(code)
