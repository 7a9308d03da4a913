"""Ids that follow from what is planned, so that two desks that plan the very same without a network make one of it.

The same means: this worker, at this place, on this day, from this minute on, with these slots, in this room. Whatever
differs makes two half-days, which both desks then see as a duty: folding those would drop one person's words without
a question. Where that id was used before, because it was called off or withdrawn, the next one is taken: what was ended
does not come back by being planned anew.

The hub knows the ids of sites and of people, so an id is made with a key that it does not have: otherwise it could try
all minutes of a day, and would know which of them is taken.
"""

import hashlib
import hmac
from itertools import count

from sqlite_utils import Database

from gpconnect.domain.records import KIND_OF
from gpconnect.services import spaces
from gpconnect.services.session import Session
from gpconnect.storage import rows
from gpconnect.sync.keys import derive as derive_key

_LABEL = b"planned"


def planned(session: Session, record: type[object], site_id: str, *what: object) -> str:
    """The id of something that is planned at a site.

    A device that is not in the practice's space has nobody to agree with, and gets one at random.
    """
    key = spaces.first_key(session.db, f"practice/{site_id}")
    return _unused(session.db, record, derive_key(key, _LABEL), what) if key else session.new_id()


def following(db: Database, record: type[object], parent_id: str, *what: object) -> str:
    """The id of something that belongs to a record which nobody outside the space can name."""
    return _unused(db, record, parent_id.encode(), what)


def _unused(db: Database, record: type[object], key: bytes, what: tuple[object, ...]) -> str:
    for number in count():
        said = "\n".join((KIND_OF[record].name, *(str(one) for one in what), str(number)))
        made = hmac.new(key, said.encode(), hashlib.sha256).hexdigest()[:32]
        if rows.get(db, record, made) is None:
            return made
    raise AssertionError
