"""What *Delen* says when a change in who belongs to a space did not work, or when a key opens nothing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from gpconnect.services.sharing import Item
from gpconnect.services.syncing import SyncState
from gpconnect.ui import sync_words
from gpconnect.ui.inspection import inspect
from gpconnect.ui.sharing.standing import ItemsCard
from gpconnect.ui.syncer import Standing
from tests.ui.sharing.page_help import OpensPage, all_words, settle
from tests.ui.workplace import Opens

AT = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)
STATE = SyncState("https://hub.example", 2, 0, AT, 0, locked=("team",))
PAPER = Item("entry:a", "entry_recovery", "entry.role", "Sanne de Vries", AT, refused=True)
ALARM = Item("team/a#9", "parcel", "epoch.wrap_broken", "Joris Maas", AT, refused=False, alarm=True)


def test_what_was_meant_and_does_not_stand_says_what_to_do(desk_of: Opens, qtbot: QtBot) -> None:
    place = desk_of("worker")
    card = ItemsCard()
    place.show(card)
    removal = replace(PAPER, op_id="entry:b", kind="entry_remove", reason="entry.not_an_admin")
    card.show_items((PAPER, removal, replace(PAPER, op_id="entry:c", kind="entry_admit", reason="protocol"), ALARM))
    settle(place)
    qtbot.waitUntil(lambda: inspect(card) == [], timeout=5_000)

    shown = all_words(card)
    for words in (
        "Een nieuw herstelblad",
        "Het nieuwe blad opent niets; bewaar het vorige.",
        "Een apparaat eruit halen",
        "Dit apparaat beheert deze ruimte niet meer.",
        "Iemand toelaten",
        "De server nam dit niet aan (protocol).",
        "Doe het opnieuw bij Beheer, of vraag het een andere beheerder.",
        "Joris Maas",
    ):
        assert words in shown


@pytest.mark.parametrize("out", [(), ("pilot",)])
def test_a_space_without_a_key_is_told_with_what_to_do(
    opened: OpensPage, desk_of: Opens, qtbot: QtBot, out: tuple[str, ...]
) -> None:
    """Being put out of another space comes first: of that one nothing works any more."""
    place = desk_of("worker")
    page = opened(place)
    state = replace(STATE, out=out)
    page.hub.show_standing(Standing(state, running=False))
    first = not out
    assert ("deelde een sleutel uit die op dit apparaat niets opent: Team Buurtzorg Jong" in all_words(page)) is first
    assert (sync_words.special(state) == "Een ruimte wacht op een nieuwe sleutel") is first
    qtbot.waitUntil(lambda: inspect(page) == [], timeout=5_000)  # what is said makes room for itself
