"""*Wat ziet de gemeente?*, line by line."""

from dataclasses import replace
from datetime import UTC, datetime

from gpconnect.services import enrolling, facts
from gpconnect.services.session import Session
from gpconnect.services.sharing import FactKindView
from gpconnect.services.told import ToldFact
from gpconnect.ui.inspection import inspect
from gpconnect.ui.sharing import words
from gpconnect.ui.sharing.municipality import KindCard
from gpconnect.ui.sharing.page import SharingPage
from tests.services.test_facts import a_finished_talk
from tests.ui.sharing.page_help import all_words, press, settle
from tests.ui.workplace import Opens

AT = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)


def test_every_fact_that_left_is_read_line_by_line(desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(told_the_pilot)
    page = SharingPage(place.desk)
    place.show(page)
    page.show_params({"section": "municipality"})
    settle(place)

    press(page, "sharingTold_encounter")
    settle(place)
    settle(place)

    card = next(one for one in page.municipality.findChildren(KindCard) if one.facts is not None)
    assert card.facts is not None
    (row,) = card.facts.rows()
    assert row.row.title == "november 2026 · staat klaar, nog niet weg"
    assert "Op welke locatie het gesprek was: Praktijk De Waluwe" in row.row.detail
    assert "Of de huisarts even meeliep: nee" in row.row.detail
    assert "Of het een eerste gesprek, vervolg, advies of inloop was: Eerste gesprek" in row.row.detail
    assert inspect(page) == []


def told_the_pilot(session: Session) -> None:
    enrolling.found(session, session.team_space)
    a_finished_talk(session)
    facts.derive(session, force=True)


def test_a_long_list_and_what_was_taken_back_are_told_shortly(desk_of: Opens) -> None:
    place = desk_of("worker")
    title = "Iemand op de wachtlijst"
    gone = ToldFact("ab" * 32, "waiting", title, AT.date(), 3, arrived=True, withdrawn=True, values=())
    card = KindCard(
        FactKindView("waiting", title, ("Waar.",), ()),
        tuple(replace(gone, number=f"{n:064x}") for n in range(52)),
        counts=True,
    )
    place.show(card)

    card.open.click()
    settle(place)

    assert card.facts is not None
    assert card.facts.rows()[0].row.title == "november 2026 · ingetrokken, leeg · 2 keer bijgewerkt"
    assert "En nog 2 eerdere regels." in all_words(card)
    assert words.fact_value("reasons", ["anxiety"]) == "spanning of angst"
