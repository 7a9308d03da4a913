"""The only laptop burnt: a paper from the employer's safe and the hub bring everything back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.hub.identity import Identity
from gpconnect.services import belonging, key_sheets, profiles, recovery_keys, removing, spaces
from gpconnect.services.recovery_keys import NewKey
from gpconnect.services.session import Session
from gpconnect.storage import operations, paper_keys
from gpconnect.sync import wire as messages
from gpconnect.sync.client import HubClient, Request, Response
from tests.services.conftest import TEAM, Clock, MakeSession
from tests.services.healing_help import restorable
from tests.services.joining_help import HUB, founded, new_file, rounds
from tests.services.online import Wire, slip_in

TEAM_SPACE = f"team/{TEAM}"
DOSSIER = "d0" * 16


@pytest.fixture
def sanne(make_session: MakeSession, wire: Wire) -> Session:
    """A youth worker with the team founded, and no second device."""
    return founded(make_session("worker"), TEAM_SPACE, wire=wire)


@pytest.fixture
def new_laptop(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    """A profile on another computer, nobody's yet."""
    profile = new_file(tmp_path / "new", clock)
    yield profile.session
    profile.close()


def paper(session: Session, space: str, wire: Wire) -> NewKey:
    """A recovery key on paper, typed back, and known at the hub."""
    sheet = recovery_keys.begin(session, space)
    recovery_keys.finish(session, sheet, f"{sheet.code} {sheet.name}".lower())
    rounds(session, wire=wire)
    return sheet


def with_paper(sheet: NewKey, wire: Wire) -> HubClient:
    """A line with the key on the paper over the network of this test."""
    typed = f"{sheet.code} {sheet.name}"
    return HubClient(wire, recovery_keys.keys_of(recovery_keys._read(typed)[0]))


def restore(session: Session, sheet: NewKey, wire: Wire) -> None:
    hub = with_paper(sheet, wire)
    found = recovery_keys.look(hub, f"{sheet.code} {sheet.name}")
    assert found.root == sheet.root
    member = recovery_keys.new_member(session, found, found.people[0].staff)
    recovery_keys.let_in(hub, found, member)
    recovery_keys.settle(session, found, member, "Sanne de Vries", f"{HUB}/")
    rounds(session, wire=wire)
    assert recovery_keys.restored(session, found) == (found.order.seq, found.order.seq)


def test_paper_and_hub_bring_everything_back(sanne: Session, new_laptop: Session, wire: Wire) -> None:
    written = [slip_in(sanne, "note.signed", space=TEAM_SPACE, dossier=DOSSIER)]
    sheet = paper(sanne, TEAM_SPACE, wire)
    written.append(slip_in(sanne, "note.signed", space=TEAM_SPACE, dossier=DOSSIER))
    rounds(sanne, wire=wire)
    restore(new_laptop, sheet, wire)

    for one in written:
        assert operations.by_id(new_laptop.db, one.op_id) is not None
    actor = new_laptop.actor
    assert (actor.staff_id, actor.name, actor.role) == (sanne.actor.staff_id, "Sanne de Vries", sanne.actor.role)
    assert (actor.pilot, actor.team_id) == (sanne.actor.pilot, TEAM)
    removing.remove_device(new_laptop, sanne.device)
    rounds(new_laptop, wire=wire)
    assert spaces.membership(new_laptop.db, TEAM_SPACE).member(sanne.device) is None
    again = slip_in(new_laptop, "note.signed", space=TEAM_SPACE, dossier=DOSSIER)
    rounds(new_laptop, wire=wire)
    assert operations.waiting(new_laptop.db, TEAM_SPACE, 10) == []
    assert again.op_id


def test_a_restore_that_stopped_half_way_is_done_again(sanne: Session, new_laptop: Session, wire: Wire) -> None:
    sheet = paper(sanne, TEAM_SPACE, wire)
    hub = with_paper(sheet, wire)
    found = recovery_keys.look(hub, sheet.code)
    recovery_keys.let_in(hub, found, recovery_keys.new_member(new_laptop, found, sanne.actor.staff_id))
    restore(new_laptop, sheet, wire)

    assert spaces.membership(new_laptop.db, TEAM_SPACE).member(new_laptop.device) is not None


def test_a_new_paper_ends_the_one_before(sanne: Session, new_laptop: Session, wire: Wire) -> None:
    """Somebody who could see the paper left: it opens nothing any more, and nothing written since."""
    old = paper(sanne, TEAM_SPACE, wire)
    assert belonging.overview(sanne).spaces[0].has_recovery
    made = belonging.overview(sanne).spaces[0].recovery
    assert made is not None
    assert made <= datetime.now(UTC)
    new = paper(sanne, TEAM_SPACE, wire)
    with pytest.raises(KnownError, match=r"recovery\.unknown"):
        recovery_keys.look(with_paper(old, wire), old.code)
    restore(new_laptop, new, wire)


def test_a_paper_of_a_space_with_a_name(make_session: MakeSession, new_laptop: Session, wire: Wire) -> None:
    marieke = make_session("coordinator")
    founded(marieke, marieke.common_space, wire=wire)
    sheet = paper(marieke, marieke.common_space, wire)
    assert sheet.name == marieke.common_space
    restore(new_laptop, sheet, wire)
    assert new_laptop.actor.pilot == marieke.actor.pilot


def test_a_practice_comes_back_as_its_site(make_session: MakeSession, new_laptop: Session, wire: Wire) -> None:
    gp = make_session("gp")
    practice = f"practice/{gp.actor.site_ids[0]}"
    founded(gp, practice, wire=wire)
    restore(new_laptop, paper(gp, practice, wire), wire)
    assert (new_laptop.actor.site_ids, new_laptop.actor.team_id) == (gp.actor.site_ids, "")


def test_a_second_paper_adds_its_space_to_what_the_first_brought(
    make_session: MakeSession, new_laptop: Session, wire: Wire
) -> None:
    marieke = make_session("coordinator")
    founded(marieke, marieke.common_space, marieke.pilot_space, wire=wire)
    first, second = paper(marieke, marieke.common_space, wire), paper(marieke, marieke.pilot_space, wire)
    restore(new_laptop, first, wire)
    restore(new_laptop, second, wire)

    for space in (marieke.common_space, marieke.pilot_space):
        assert spaces.membership(new_laptop.db, space).member(new_laptop.device) is not None
    assert new_laptop.actor.staff_id == marieke.actor.staff_id


def test_a_paper_makes_no_file_into_somebody_elses(
    sanne: Session, make_session: MakeSession, new_laptop: Session, wire: Wire
) -> None:
    gp = make_session("gp")
    practice = f"practice/{gp.actor.site_ids[0]}"
    founded(gp, practice, wire=wire)
    sheet = paper(gp, practice, wire)
    restore(new_laptop, paper(sanne, TEAM_SPACE, wire), wire)
    before = new_laptop.actor
    found = recovery_keys.look(with_paper(sheet, wire), sheet.code)
    with pytest.raises(KnownError, match=r"recovery\.other_person"):
        recovery_keys.new_member(new_laptop, found, gp.actor.staff_id)
    assert new_laptop.actor == before


def test_the_paper_counts_only_when_it_was_typed_back_by_an_admin(
    sanne: Session, make_session: MakeSession, wire: Wire
) -> None:
    sheet = recovery_keys.begin(sanne, TEAM_SPACE)
    with pytest.raises(KnownError, match=r"recovery\.other_sheet"):
        recovery_keys.finish(sanne, sheet, paper_keys.new_code(32))
    with pytest.raises(KnownError, match=r"paper\.length"):
        recovery_keys.finish(sanne, sheet, "0123")
    rounds(sanne, wire=wire)
    with pytest.raises(KnownError, match=r"recovery\.unknown"):
        recovery_keys.look(with_paper(sheet, wire), sheet.code)
    with pytest.raises(KnownError, match=r"space\.not_an_admin"):
        recovery_keys.begin(make_session("colleague"), TEAM_SPACE)


def test_restoring_asks_who_and_takes_no_stranger(sanne: Session, new_laptop: Session, wire: Wire) -> None:
    sheet = paper(sanne, TEAM_SPACE, wire)
    hub = with_paper(sheet, wire)
    found = recovery_keys.look(hub, sheet.code)
    with pytest.raises(KnownError, match=r"recovery\.who"):
        recovery_keys.new_member(new_laptop, found, "0" * 32)
    member = recovery_keys.new_member(new_laptop, found, sanne.actor.staff_id)
    with pytest.raises(KnownError, match=r"invitation\.name_missing"):
        recovery_keys.settle(new_laptop, found, member, " ", HUB)
    assert profiles.device_keys(new_laptop.db).device == member.device


def test_a_space_that_moved_on_meanwhile_asks_to_look_again(sanne: Session, new_laptop: Session, wire: Wire) -> None:
    sheet = paper(sanne, TEAM_SPACE, wire)
    hub = with_paper(sheet, wire)
    found = recovery_keys.look(hub, sheet.code)
    paper(sanne, TEAM_SPACE, wire)
    with pytest.raises(KnownError, match=r"recovery\.refused"):
        recovery_keys.let_in(hub, found, recovery_keys.new_member(new_laptop, found, sanne.actor.staff_id))


def test_the_address_has_to_be_one_of_a_hub() -> None:
    with pytest.raises(KnownError, match=r"hub\.address"):
        recovery_keys.line("nergens", paper_keys.new_code(32))
    assert recovery_keys.line(" https://hub.example/ ", paper_keys.new_code(32)).url == "https://hub.example"


def test_the_sheet_says_what_to_do_and_holds_the_code(sanne: Session) -> None:
    sheet = recovery_keys.begin(sanne, TEAM_SPACE)
    made = key_sheets.space_paper(sanne, sheet, "Team Buurtzorg Jong")
    assert made.pdf.startswith(b"%PDF")
    assert made.file_name == "herstelblad-ruimte.pdf"


def test_a_hub_whose_order_never_ends_is_an_alarm_also_to_the_paper(sanne: Session, wire: Wire, tmp_path: Path) -> None:
    """It signs refusals of what nobody sent, one after the other."""
    sheet = paper(sanne, TEAM_SPACE, wire)
    with restorable(tmp_path / "hub", wire) as hub:
        identity = Identity.load(hub.engine)
    head, seq = messages.ZERO_HASH, 0

    def lie(request: Request, response: Response) -> Response:
        nonlocal head, seq
        if (request.method, request.path) != ("GET", "/v1/parcels") or ("space", TEAM_SPACE) not in request.query:
            return response
        seq += 1
        head = messages.next_head(head, seq, bytes(32), "bad_key")
        item = messages.Item(seq, bytes(32), b"", (), "bad_key", "2026-11-24T09:00:00+00:00")
        proof = identity.prove(TEAM_SPACE, seq + 1, bytes(32))
        answer = messages.PullAnswer(proof, (item,), (), 0, more=True)
        return Response(200, response.headers, msgspec.msgpack.encode(answer))

    wire.between = lie
    with pytest.raises(KnownError, match=r"hub\.alarm") as alarm:
        recovery_keys.look(with_paper(sheet, wire), sheet.code)
    assert alarm.value.params == {"alarm": "hub.endless"}
