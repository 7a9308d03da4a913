"""The invitation on paper: one page with all that the newcomer types, and how it must not travel."""

from datetime import UTC, datetime

import pytest

from gpconnect.documents.invitation_sheet import InvitationData, invitation_sheet
from gpconnect.documents.preview import page_count
from tests.documents.test_cards_and_letters import text

INVITATION = InvitationData(
    name="Joris <Maas>",
    host="Sanne de Vries",
    where="Team Buurtzorg Jong, Praktijk De Waluwe",
    hub="https://spreekuur.zaltbommel.example",
    code="7F7S YKHZ 0QKW 4YH3",
    until=datetime(2026, 11, 25, 8, 52, tzinfo=UTC),
)


def test_an_invitation_holds_what_the_newcomer_types_and_until_when() -> None:
    pdf = invitation_sheet(INVITATION)
    said = text(pdf)

    assert page_count(pdf) == 1
    assert all(group in said for group in INVITATION.code.split())
    assert "https://spreekuur.zaltbommel.example" in said
    assert "woensdag 25 november 2026, 09:52 uur" in said
    assert "Joris <Maas>" in said
    assert "Bel Sanne de Vries" in said


def test_an_invitation_says_how_it_must_not_travel() -> None:
    said = " ".join(text(invitation_sheet(INVITATION)).split())

    assert "Nooit met de mail of de post van de gemeente." in said
    assert "Niet gelijk" in said


@pytest.mark.parametrize("hub", ["https://" + "spreekuur." * 12 + "example", "http://[::1]:8643"])
def test_an_invitation_stays_one_page_with_any_address(hub: str) -> None:
    data = InvitationData("J" * 80, "S" * 80, "Praktijk " * 30, hub, INVITATION.code, INVITATION.until)

    assert page_count(invitation_sheet(data)) == 1
