"""A restored hub on *Delen*, and what the municipality was told, line by line."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtWidgets import QPushButton

from gpconnect.services import enrolling, healing_standing, sharing, spaces
from gpconnect.services.healing_standing import HealingSpace, LeftBehind, NotBack
from gpconnect.services.session import Session
from gpconnect.storage import parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import opening
from gpconnect.sync.wire import HeadProof, Healed
from gpconnect.ui.inspection import inspect
from gpconnect.ui.sharing.healing import HealingCard
from tests.ui.sharing.page_help import OpensPage, all_words, press, settle
from tests.ui.workplace import Opens, find

NOT_BACK = (
    NotBack("Sanne de Vries", ours=True, changes=3, bookings=1, places=2),
    NotBack("Joris Maas", ours=False, changes=1, bookings=0, places=0, put_out=1),
    NotBack("", ours=False, changes=4, bookings=0, places=0),
)
SILENT = (("", "9f00"), ("Joris Maas", "ab12"))
AT = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)


def test_an_admin_lets_a_restored_hub_go_on(desk_of: Opens) -> None:
    place = desk_of("worker")
    card = HealingCard(place.desk)
    place.show(card)
    spaces = (
        HealingSpace("team/a", "team", "", 2, may_go_on=True, going_on=False, not_back=NOT_BACK, silent=SILENT),
        HealingSpace("practice/b", "practice", "Praktijk De Waluwe", 0, may_go_on=False, going_on=False),
        HealingSpace("common/c", "common", "", 1, may_go_on=True, going_on=True),
        HealingSpace("pilot/d", "pilot", "", 1, may_go_on=True, going_on=False),
    )

    card.show_healing(spaces, ())
    settle(place)

    shown = all_words(card)
    assert "Team Buurtzorg Jong: 2 computers hebben zich nog niet gemeld." in shown
    assert "Praktijk De Waluwe: iedereen heeft zich gemeld, maar niet alles is terug." in shown
    assert "De server gaat verder bij de volgende synchronisatie." in shown
    assert "Van deze computer: 3 wijzigingen, 1 afspraak, 2 plekken. Gaat vanzelf opnieuw mee." in shown
    assert "Van Joris Maas: 1 wijziging, 1 apparaat weggehaald. Wacht tot die computer weer meedoet." in shown
    assert "Van iemand die hier niet bekend is: 4 wijzigingen." in shown
    assert "hoort er even weer bij" in shown
    assert "Alles wat deze computer had gelezen, is terug." in shown
    assert "• Joris Maas, apparaat ab12" in shown
    assert buttons(card) == ["sharingGoOn0", "sharingGoOn3"]
    assert inspect(card) == []

    find(card, QPushButton, "sharingGoOn0").click()
    settle(place)
    assert "wacht dan niet meer op: iemand die hier niet bekend is, apparaat 9f00; Joris Maas, apparaat ab12." in (
        all_words(card)
    )
    assert find(card, QPushButton, "sharingGoOnNot0").hasFocus(), "the keyboard stands on what changes nothing"
    card.show_healing(spaces, ())
    settle(place)
    assert find(card, QPushButton, "sharingGoOnSure0").isVisible(), "a round leaves an open question open"
    find(card, QPushButton, "sharingGoOnNot0").click()
    settle(place)
    assert buttons(card) == ["sharingGoOn0", "sharingGoOn3"]
    find(card, QPushButton, "sharingGoOn3").click()
    settle(place)
    assert "De server wacht dan niet meer op 1 computer." in all_words(card)


def test_what_the_hub_went_on_without_stands_there_per_space(desk_of: Opens) -> None:
    place = desk_of("worker")
    card = HealingCard(place.desk)
    place.show(card)

    card.show_healing((), tuple(LeftBehind(f"{name}/x", name, "", AT, 3, 1) for name in ("team", "common")))
    settle(place)

    shown = all_words(card)
    assert "Team Buurtzorg Jong: de server is op" in shown
    assert "Gemeenschappelijk: de server is op" in shown
    assert shown.count("3 wijzigingen van dit apparaat gaan vanzelf opnieuw mee") == 2
    assert buttons(card) == ["sharingLeftSeen0", "sharingLeftSeen1"]
    assert inspect(card) == []


def buttons(card: HealingCard) -> list[str]:
    return [one.objectName() for one in card.findChildren(QPushButton) if one.isVisible()]


def test_a_device_that_the_hub_forgot_is_told_what_is_safe_and_what_to_do(desk_of: Opens) -> None:
    place = desk_of("worker")
    card = HealingCard(place.desk)
    place.show(card)
    forgotten = HealingSpace("team/a", "team", "", 0, False, False, NOT_BACK, forgotten=True)

    card.show_healing((forgotten,), ())
    settle(place)
    shown = all_words(card)
    assert "Team Buurtzorg Jong: de server is verdergegaan zonder dit apparaat." in shown
    assert "Er is niets weg" in shown
    assert "brengen de computers van iedereen terug" not in shown
    assert buttons(card) == ["sharingRejoin0"]
    assert inspect(card) == []
    card.show_healing((replace(forgotten, going_on=True),), ())
    settle(place)
    assert "Dit apparaat doet weer mee bij de volgende synchronisatie." in all_words(card)


def test_joining_again_is_done_in_the_next_round(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(forgotten_by_the_hub)
    page = opened(place)

    press(page, "sharingRejoin0")

    (found,) = place.do(healing_standing.healing_spaces)
    assert (found.forgotten, found.going_on) == (True, True)


def forgotten_by_the_hub(session: Session) -> None:
    """As a round leaves it that met a hub which went on without this device."""
    with transaction(session.db):
        where = healing_standing.Where(b"life", 0, bytes(32))
        healing_standing.note_forgotten(session.db, session.team_space, where)


def test_going_on_is_asked_of_the_hub_in_the_next_round(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("worker")
    space = place.do(a_hub_to_heal)
    page = opened(place)

    press(page, "sharingGoOn0")
    (found,) = place.do(healing_standing.healing_spaces)
    assert not found.going_on, "one press asks, and changes nothing"
    assert found.silent == ((place.desk.actor.name, place.do(own_device)),)
    press(page, "sharingGoOnSure0")

    (found,) = place.do(healing_standing.healing_spaces)
    assert (found.space, found.going_on) == (space, True)
    assert find(page, QPushButton, "sharingLeftSeen0").isVisible()
    press(page, "sharingLeftSeen0")
    assert place.do(sharing.overview).left == ()


def own_device(session: Session) -> str:
    return session.device[:4]


def a_hub_to_heal(session: Session) -> str:
    """As a round leaves it that met a restored hub."""
    enrolling.found(session, session.team_space)
    with transaction(session.db):
        founding = parcels.next_parcel(session.db, session.team_space)
        assert founding is not None
        membership = opening.follow_membership(founding.envelope, 1, spaces.membership(session.db, session.team_space))
        spaces.put_membership(session.db, membership)
        proof = HeadProof(b"life", 0, bytes(32), b"")
        healed = Healed(proof, open=True, waits=1, at=b"", silent=(session.device, "somebody the space does not know"))
        healing_standing.note(session.db, session.team_space, healed)
        healing_standing.note_left(session, session.team_space, 1, 0)
    return session.team_space
