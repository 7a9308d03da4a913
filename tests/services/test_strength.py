"""How strong a passphrase is, in codes that the screen says in words."""

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.services.strength import require_strong, strength


@pytest.mark.parametrize(
    ("passphrase", "weakness"),
    [
        ("kort", "short"),
        ("111111111111", "repeat"),
        ("demo demo demo", "repeat"),
        ("qwertyuiop12", "common"),
        ("zaltbommel2026", "words"),
        ("Jeugdhulp2026!", "words"),
    ],
)
def test_what_is_soon_guessed_is_refused_and_says_why(passphrase: str, weakness: str) -> None:
    found = strength(passphrase)

    assert not found.good
    assert found.weakness == weakness
    with pytest.raises(KnownError) as refusal:
        require_strong(passphrase)
    assert refusal.value.code == ("passphrase.short" if weakness == "short" else "passphrase.weak")


@pytest.mark.parametrize("passphrase", ["paarse olifant drinkt thee", "een lange wachtzin", "x7!kQ2#mN9pL"])
def test_four_loose_words_last_for_years(passphrase: str) -> None:
    found = strength(passphrase)

    assert (found.good, found.weakness) == (True, "")
    assert found.unit in {"month", "year", "century"}
    assert found.count > 0
    require_strong(passphrase)


def test_a_short_one_stays_short_however_strange_it_is() -> None:
    assert strength("x7!kQ2#mN9").weakness == "short"
    assert not strength("x7!kQ2#mN9").good


def test_the_persons_own_name_is_what_somebody_tries_first() -> None:
    assert strength("Annelinde Berkhout").score > strength("Annelinde Berkhout", ["Annelinde Berkhout"]).score


def test_a_very_long_one_is_judged_by_its_beginning() -> None:
    assert strength("paarse olifant drinkt thee " * 50).good


def test_nothing_typed_is_told_apart() -> None:
    with pytest.raises(KnownError) as refusal:
        require_strong("   ")
    assert refusal.value.code == "passphrase.empty"
