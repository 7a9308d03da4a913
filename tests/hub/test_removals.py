"""Who is put out is out, whatever they send."""

import pytest

from gpconnect.hub.limits import Limits
from gpconnect.sync import wire
from tests.hub.parties import Desk, epoch


@pytest.fixture
def team(anna: Desk, bilal: Desk) -> tuple[Desk, Desk]:
    """Anna founded the team's space and Bilal is in it."""
    anna.found(bilal.laptop.member())
    return anna, bilal


def test_who_puts_somebody_out_has_read_all_that_they_sent(team: tuple[Desk, Desk]) -> None:
    """Else who comes later would not count what the others have."""
    anna, bilal = team
    new = epoch(b"n" * 16, (anna.laptop.member("admin"),), b"previous")
    bilal.push()
    bilal.push()

    def gone(number: int) -> wire.Entry:
        removal = wire.Removal(bilal.laptop.device, bilal.laptop.incarnation, number)
        return wire.Entry(remove=(removal,), epoch=new)

    assert [anna.push(entry=gone(number)).code for number in (0, 1, 3)] == ["entry.removal_stale"] * 3
    assert anna.push(entry=gone(2)).status == "ok"


def test_a_removal_that_counts_everything_is_taken_however_much_the_other_sends(team: tuple[Desk, Desk]) -> None:
    """Who sends one parcel more before each try is out all the same."""
    anna, bilal = team
    bilal.push()
    new = epoch(b"n" * 16, (anna.laptop.member("admin"),), b"previous")
    parcel = anna.laptop.parcel(
        entry=wire.Entry(remove=(wire.Removal(bilal.laptop.device, b"", 0, everything=True),), epoch=new)
    )
    bilal.push()
    bilal.laptop.incarnation, bilal.laptop.chains = b"another", {}
    bilal.push()

    assert anna.push(parcel).status == "ok"
    assert bilal.push().code == "not_member"


class TestLives:
    """A hub that lets a device begin two chains."""

    @pytest.fixture
    def limits(self) -> Limits:
        return Limits(lives=2, anybody=True)

    def test_a_device_does_not_begin_one_chain_after_another(self, anna: Desk) -> None:
        """Everybody keeps the last number of each chain for ever: thousands would slow the whole team down."""
        anna.found()
        answers = []
        for life in (b"second", b"third"):
            first = dict(anna.laptop.chains)
            anna.laptop.incarnation, anna.laptop.chains = life, {}
            answers.append(anna.push())
        anna.laptop.incarnation, anna.laptop.chains = b"second", first
        answers.append(anna.push())

        assert [(one.status, one.code) for one in answers] == [("ok", ""), ("refused", "lives"), ("ok", "")]
