"""Who is let in or put out, and the key on paper: what was meant takes its place in the order, or is told."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.services import belonging, enrolling, healing, recovery_keys, removing, sharing, spaces, syncing
from gpconnect.services.recovery_keys import NewKey
from gpconnect.services.session import Session
from gpconnect.storage import parcels
from gpconnect.sync import admission, entries
from gpconnect.sync.client import HubClient
from gpconnect.sync.keys import DeviceKeys
from gpconnect.sync.wire import Capacity
from tests.services.conftest import TEAM, MakeSession
from tests.services.healing_help import Restorable, restorable
from tests.services.online import Wire, client, slip_in, sync
from tests.services.other_hub import entry_parcel

TEAM_SPACE = f"team/{TEAM}"
LetIn = Callable[..., Session]


@pytest.fixture
def sanne(make_session: MakeSession, wire: Wire) -> Session:
    """A youth worker with the team founded."""
    session = make_session("worker")
    enrolling.found(session, TEAM_SPACE)
    syncing.sync_now(session, client(session, wire))
    return session


@pytest.fixture
def let_in(sanne: Session, make_session: MakeSession, wire: Wire) -> LetIn:
    """Lets a colleague's device in, which has read everything then."""
    everybody = [sanne]

    def admitted(capacity: Capacity = "member") -> Session:
        session = make_session("colleague")
        card = enrolling.device_card(session)
        member = msgspec.structs.replace(card.member, capacity=capacity)
        enrolling.admit(sanne, TEAM_SPACE, [enrolling.DeviceCard(member, card.name)])
        enrolling.follow(session, [TEAM_SPACE])
        everybody.append(session)
        sync(*everybody, wire=wire)
        return session

    return admitted


@pytest.fixture
def hub(tmp_path: Path, wire: Wire) -> Iterator[Restorable]:
    with restorable(tmp_path / "hub", wire) as hub:
        yield hub


def round_of(session: Session, wire: Wire) -> None:
    syncing.sync_now(session, client(session, wire))


def typed_back(session: Session) -> NewKey:
    """A recovery key of the team, made and typed back."""
    sheet = recovery_keys.begin(session, TEAM_SPACE)
    recovery_keys.finish(session, sheet, sheet.code)
    return sheet


def opens(sheet: NewKey, wire: Wire) -> bool:
    """Whether the paper opens the space at the hub."""
    key = recovery_keys.keys_of(recovery_keys._read(sheet.code)[0])
    try:
        recovery_keys.look(HubClient(wire, key), sheet.code)
    except KnownError as error:
        return error.code != "recovery.unknown"
    return True


def is_in(session: Session, device: str) -> bool:
    return spaces.membership(session.db, TEAM_SPACE).member(device) is not None


def new_epoch(admin: Session, wire: Wire) -> None:
    """Somebody comes in and goes again, on another admin's device."""
    passer = entries.as_member(DeviceKeys.generate(), "f" * 32, "youth_worker", "member")
    enrolling.admit(admin, TEAM_SPACE, [enrolling.DeviceCard(passer, "Noa")])
    round_of(admin, wire)
    removing.remove_device(admin, passer.device)
    round_of(admin, wire)


def told(session: Session) -> list[tuple[str, str]]:
    """What *Delen* shows of this: what was meant, and why it is not so."""
    items = sharing.overview(session).items
    return sorted((one.kind, one.reason) for one in items if one.kind.startswith("entry_"))


def test_a_paper_made_while_a_removal_is_on_its_way_opens_the_space(sanne: Session, let_in: LetIn, wire: Wire) -> None:
    joris = let_in()
    removing.remove_device(sanne, joris.device)
    syncing.outgoing(sanne, TEAM_SPACE)
    sheet = typed_back(sanne)
    assert not opens(sheet, wire)
    round_of(sanne, wire)

    assert opens(sheet, wire)
    assert not is_in(sanne, joris.device)


def test_a_paper_that_crosses_another_admins_epoch_opens_the_space_all_the_same(
    sanne: Session, let_in: LetIn, wire: Wire
) -> None:
    joris = let_in("admin")
    sheet = typed_back(sanne)
    assert syncing.outgoing(sanne, TEAM_SPACE) is not None, "sealed before the epoch of Joris came"
    new_epoch(joris, wire)
    round_of(sanne, wire)

    assert opens(sheet, wire)
    assert told(sanne) == []


def test_the_screen_says_that_a_paper_counts_once_it_stands_in_the_order(sanne: Session, wire: Wire) -> None:
    def shown() -> tuple[bool, bool]:
        (team, *_) = belonging.overview(sanne).spaces
        return team.has_recovery, team.recovery_under_way

    typed_back(sanne)
    assert shown() == (False, True)
    wire.cut = True
    with pytest.raises(KnownError):
        round_of(sanne, wire)
    assert shown() == (False, True)
    wire.cut = False
    round_of(sanne, wire)
    assert shown() == (True, False)


def test_of_two_papers_typed_back_at_one_desk_the_last_one_counts(sanne: Session, wire: Wire) -> None:
    first, second = typed_back(sanne), typed_back(sanne)
    round_of(sanne, wire)

    assert (opens(first, wire), opens(second, wire)) == (False, True)


def test_of_two_papers_that_two_admins_made_at_once_the_last_one_in_the_order_counts(
    sanne: Session, let_in: LetIn, wire: Wire
) -> None:
    joris = let_in("admin")
    hers, his = typed_back(sanne), typed_back(joris)
    for session in (sanne, joris):
        assert syncing.outgoing(session, TEAM_SPACE) is not None
    sync(sanne, joris, wire=wire)

    assert (opens(hers, wire), opens(his, wire)) == (False, True)
    keys = [one for one in spaces.membership(sanne.db, TEAM_SPACE).members() if one.capacity == "recovery"]
    assert len(keys) == 1


def test_what_the_hub_refuses_for_good_is_told_and_can_be_done_again(
    sanne: Session, let_in: LetIn, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    joris = let_in()
    removing.remove_device(sanne, joris.device)
    typed_back(sanne)
    with monkeypatch.context() as patched:
        patched.setattr(admission, "entry_trouble", lambda *_: "entry.role")
        round_of(sanne, wire)
    assert told(sanne) == [("entry_recovery", "entry.role"), ("entry_remove", "entry.role")]
    assert syncing.state(sanne).refused == 2
    round_of(sanne, wire)
    assert is_in(sanne, joris.device)

    sharing.dismiss(sanne, sharing.overview(sanne).items[0].op_id)
    assert [one.seen is not None for one in sharing.overview(sanne).items] == [False, True]
    removing.remove_device(sanne, joris.device)
    round_of(sanne, wire)
    assert not is_in(sanne, joris.device)
    assert told(sanne) == [("entry_recovery", "entry.role")]


def test_what_two_admins_did_at_once_is_done_and_nobody_hears_of_trouble(
    sanne: Session, let_in: LetIn, make_session: MakeSession, wire: Wire
) -> None:
    joris, noa = let_in("admin"), let_in()
    card = enrolling.device_card(make_session("colleague"))
    for admin in (sanne, joris):
        enrolling.admit(admin, TEAM_SPACE, [card])
        assert syncing.outgoing(admin, TEAM_SPACE) is not None
        removing.remove_device(admin, noa.device)
    sync(sanne, joris, wire=wire)

    for admin in (sanne, joris):
        assert is_in(admin, card.member.device)
        assert not is_in(admin, noa.device)
        assert told(admin) == []
        assert removing.under_way(admin) == frozenset()


def test_who_administers_a_space_no_longer_is_told_that_it_was_not_done(
    sanne: Session, let_in: LetIn, wire: Wire
) -> None:
    joris, noa = let_in("admin"), let_in()
    removing.remove_device(joris, noa.device)
    new_epoch(sanne, wire)
    removing.remove_device(sanne, joris.device)
    round_of(sanne, wire)
    client(sanne, wire)
    answer = client(sanne, wire).pull(TEAM_SPACE, parcels_read(joris), 0, 500)
    syncing.take(joris, TEAM_SPACE, answer, client(sanne, wire).hub_key or b"")

    assert told(joris)[0] == ("entry_remove", "entry.not_an_admin")


def parcels_read(session: Session) -> int:
    known = parcels.cursor(session.db, TEAM_SPACE)
    return known.seq if known else 0


def test_somebody_whose_key_is_none_is_not_let_in_and_that_is_told(sanne: Session, wire: Wire) -> None:
    card = enrolling.device_card(sanne)
    member = entries.as_member(DeviceKeys.generate(), "c3" * 16, "youth_worker", "member")
    nobody = msgspec.structs.replace(member, seal_key=b"no key")
    enrolling.admit(sanne, TEAM_SPACE, [enrolling.DeviceCard(nobody, card.name)])
    round_of(sanne, wire)

    assert told(sanne) == [("entry_admit", "key.malformed")]


def test_a_hub_that_goes_on_without_two_removals_hears_of_both_again(
    sanne: Session, let_in: LetIn, wire: Wire, hub: Restorable
) -> None:
    """They were sealed one after the other, and name parcels that the hub never had."""
    second, joris, noa = let_in("admin"), let_in(), let_in()
    hub.copy()
    for one in (joris, noa):
        slip_in(one, "handover.started", space=TEAM_SPACE)
        round_of(one, wire)
    round_of(sanne, wire)
    for one in (joris, noa):
        removing.remove_device(sanne, one.device)
    sheet = typed_back(sanne)
    round_of(sanne, wire)
    assert removing.under_way(sanne) == frozenset()
    hub.put_back()
    round_of(second, wire)
    healing.go_on(second, TEAM_SPACE)
    round_of(second, wire)
    assert is_in(second, joris.device), "the hub forgot it"

    sync(sanne, second, wire=wire)

    for admin in (sanne, second):
        assert not is_in(admin, joris.device)
        assert not is_in(admin, noa.device)
    assert opens(sheet, wire)
    assert told(sanne) == []


def test_a_removal_by_another_admin_that_the_hub_went_on_without_is_done_by_who_knows_of_it(
    sanne: Session, let_in: LetIn, wire: Wire, hub: Restorable
) -> None:
    second, third, joris = let_in("admin"), let_in("admin"), let_in()
    hub.copy()
    removing.remove_device(second, joris.device)
    round_of(second, wire)
    round_of(sanne, wire)
    hub.put_back()
    round_of(third, wire)
    healing.go_on(third, TEAM_SPACE)
    round_of(third, wire)
    sync(sanne, third, wire=wire)

    assert not is_in(third, joris.device)


def test_who_was_let_in_and_put_out_again_stays_out_when_both_were_lost(
    sanne: Session, let_in: LetIn, wire: Wire, hub: Restorable
) -> None:
    second = let_in("admin")
    hub.copy()
    joris = let_in()
    removing.remove_device(sanne, joris.device)
    round_of(sanne, wire)
    hub.put_back()
    round_of(second, wire)
    healing.go_on(second, TEAM_SPACE)
    round_of(second, wire)
    sync(sanne, second, wire=wire)

    for admin in (sanne, second):
        assert not is_in(admin, joris.device)
    assert told(sanne) == []


def test_an_entry_of_a_chain_that_ended_goes_out_once_more_and_counts_once(
    sanne: Session, let_in: LetIn, wire: Wire
) -> None:
    joris = let_in()
    removing.remove_device(sanne, joris.device)
    entry_parcel(
        sanne,
        TEAM_SPACE,
        entries.add_members(
            spaces.membership(sanne.db, TEAM_SPACE),
            spaces.space_keys(sanne.db, TEAM_SPACE),
            (entries.as_member(DeviceKeys.generate(), "c3" * 16, "youth_worker", "member"),),
        ),
    )
    with sanne.db.conn:
        parcels.end_chain(sanne.db, TEAM_SPACE)
    round_of(sanne, wire)

    membership = spaces.membership(sanne.db, TEAM_SPACE)
    assert membership.member(joris.device) is None
    assert "c3" * 16 in {one.staff for one in membership.members()}
