"""A restored hub on *Delen*, and what the municipality was told, line by line."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QPushButton

from gpconnect.services import enrolling, healing, sharing, spaces
from gpconnect.services.healing import HealingSpace, LeftBehind
from gpconnect.services.session import Session
from gpconnect.storage import meta, parcels
from gpconnect.storage.connection import transaction
from gpconnect.sync import opening
from gpconnect.ui.inspection import inspect
from gpconnect.ui.sharing.healing import HealingCard
from tests.ui.sharing.page_help import OpensPage, all_words, press, settle
from tests.ui.workplace import Opens, find

AT = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)


def test_an_admin_lets_a_restored_hub_go_on(desk_of: Opens) -> None:
    place = desk_of("worker")
    card = HealingCard(place.desk)
    place.show(card)
    spaces = (
        HealingSpace("team/a", "team", "", 2, may_go_on=True, going_on=False),
        HealingSpace("practice/b", "practice", "Praktijk De Waluwe", 0, may_go_on=False, going_on=False),
        HealingSpace("common/c", "common", "", 1, may_go_on=True, going_on=True),
    )

    card.show_healing(spaces, LeftBehind(AT, 3, 1))
    settle(place)

    shown = all_words(card)
    assert "Ons team: 2 computers hebben zich nog niet gemeld." in shown
    assert "Praktijk De Waluwe: iedereen heeft zich gemeld, maar niet alles is terug." in shown
    assert "De hub gaat verder bij de volgende synchronisatie." in shown
    assert "3 wijzigingen van dit apparaat gaan vanzelf opnieuw mee" in shown
    assert [one.objectName() for one in card.findChildren(QPushButton) if one.isVisible()] == [
        "sharingGoOn0",
        "sharingLeftSeen",
    ]
    assert inspect(card) == []


def test_going_on_is_asked_of_the_hub_in_the_next_round(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("worker")
    space = place.do(a_hub_to_heal)
    page = opened(place)

    press(page, "sharingGoOn0")

    (found,) = place.do(healing.healing_spaces)
    assert (found.space, found.going_on) == (space, True)
    assert find(page, QPushButton, "sharingLeftSeen").isVisible()
    press(page, "sharingLeftSeen")
    assert place.do(sharing.overview).left is None


def a_hub_to_heal(session: Session) -> str:
    """As a round leaves it that met a restored hub."""
    enrolling.found(session, session.team_space)
    with transaction(session.db):
        founding = parcels.next_parcel(session.db, session.team_space)
        assert founding is not None
        membership = opening.follow_membership(founding.envelope, 1, spaces.membership(session.db, session.team_space))
        spaces.put_membership(session.db, membership)
        meta.put_meta(session.db, "healing", {session.team_space: 1})
        meta.put_meta(session.db, "healing.left", {"at": session.now().isoformat(), "ours": 1, "others": 0})
    return session.team_space
