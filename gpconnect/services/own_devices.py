"""Which other computers are this person's own: they say so themselves, on this one.

An admin lets devices in and writes down whose they are. That is enough for what a whole team reads, and not for what is
one person's alone, such as a draft: an admin could let in a device of their own under a colleague's name. So a device
under this person's name counts as theirs once they said so here, with the code that the other one shows; or when they
let it in themselves and compared the digits on both.
"""

from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import Intention
from gpconnect.services import spaces
from gpconnect.services.acting import check
from gpconnect.services.session import Session
from gpconnect.storage import meta
from gpconnect.storage.connection import transaction

_KEPT = "own_devices"
_SIGNS, _GROUP = 12, 4


def code(device: str) -> str:
    """What somebody compares on two screens: the beginning of a device's id, which follows from its signing key.

    48 bits: nobody hits upon the code of another by chance; who lets many machines search for it for long could.
    """
    shown = device[:_SIGNS].upper()
    return "-".join(shown[start : start + _GROUP] for start in range(0, len(shown), _GROUP))


def vouched(session: Session) -> frozenset[str]:
    """The devices of which this person said that they are theirs. For a step of another service."""
    return frozenset(meta.get_meta(session.db, _KEPT) or ())


def confirm(session: Session, device: str) -> Changes:
    """This person says that this other computer is theirs: from now on it gets what is theirs alone.

    Raises:
        KnownError: ``role.may_not``; ``own_device.unknown``, no such device came in under this person's name.
    """
    check(session, Intention.SYNC)
    known = (spaces.membership(session.db, space).member(device) for space in spaces.followed(session.db))
    if all(one is None or one.staff != session.actor.staff_id or one.capacity == "recovery" for one in known):
        raise KnownError("own_device.unknown")
    with transaction(session.db):
        note(session, device)
    return Changes(frozenset({"membership", "note_draft"}))


def note(session: Session, device: str) -> None:
    """Keep that a device is this person's own. Inside a transaction of who asked or compared."""
    meta.put_meta(session.db, _KEPT, sorted(vouched(session) | {device}))
