"""People who come in with a code, over a real hub: what each of them does at their own screen."""

from collections.abc import Callable
from pathlib import Path

from gpconnect.domain.staff import Role
from gpconnect.services import enrolling, inviting, joining, meeting, profiles, syncing
from gpconnect.services.guests import Guest
from gpconnect.services.inviting import InvitationView
from gpconnect.services.session import Session
from tests.services.conftest import CHEAP, PASSPHRASE, WALUWE, Clock
from tests.services.online import Wire, client

HUB = "https://hub.example"
NewFile = Callable[[], Session]
JORIS = Guest("Joris Maas", Role.YOUTH_WORKER, "Buurtzorg Jong", site_ids=(WALUWE,))


def new_file(folder: Path, clock: Clock) -> profiles.Profile:
    """A profile that is nobody's yet."""
    return profiles.create(folder, PASSPHRASE, joining.NOBODY, now=clock, cost=CHEAP)


def rounds(*sessions: Session, wire: Wire, times: int = 1) -> None:
    """Each of them a round with the hub, in this order."""
    for _ in range(times):
        for session in sessions:
            meeting.sync_now(session, client(session, wire))


def founded(session: Session, *spaces: str, wire: Wire) -> Session:
    """These spaces made by this person, and known at the hub."""
    syncing.set_hub(session, HUB)
    for space in spaces:
        enrolling.found(session, space)
    rounds(session, wire=wire)
    return session


def digits(host: Session, guest: Session, made: InvitationView, wire: Wire) -> tuple[str, str]:
    """The guest types the code; both devices talk until both screens show digits: those of host and guest."""
    joining.begin(guest, made.code, HUB)
    rounds(host, guest, host, guest, host, guest, wire=wire)
    return invitation(host, made).digits, joining.view(guest).digits


def invitation(host: Session, made: InvitationView) -> InvitationView:
    """How it stands now."""
    return next(one for one in inviting.invitations(host) if one.id == made.id)


def let_in(host: Session, guest: Session, wanted: Guest, *spaces: str, wire: Wire) -> InvitationView:
    """The whole way: invited, compared, admitted, fetched."""
    made = inviting.invite(host, wanted, spaces)
    left, right = digits(host, guest, made, wire)
    assert left
    assert left == right
    joining.compare(guest, same=True)
    inviting.compare(host, made.id, same=True)
    rounds(host, guest, host, guest, wire=wire)
    assert joining.view(guest).stage == "done"
    joining.finish(guest)
    return made
