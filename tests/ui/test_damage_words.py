"""A damaged file in words: whose dossiers, what stands nowhere else, and what to do."""

from datetime import UTC, datetime

import pytest

from gpconnect.services.damaged import Damaged
from gpconnect.storage.kept import FileCheck
from gpconnect.ui import copy_words

COPY = datetime(2026, 11, 23, 8, 52, tzinfo=UTC)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (Damaged((), 0, False, True, 0, COPY), "Er is niets meer uit dit bestand te lezen."),
        (Damaged((), 0, False, False, 0, COPY), "Er is geen dossier beschadigd"),
        (Damaged(("Daan Willems", "Noor Smit"), 0, False, False, 0, None), "Daan Willems, Noor Smit."),
        (Damaged((), 2, False, False, 0, COPY), "Beschadigd, zonder naam: 2 dossiers."),
        (Damaged((), 0, True, False, 0, None), "Er is geen goede kopie."),
        (Damaged(("Daan Willems",), 0, True, False, 3, COPY), "Let op: 3 wijzigingen in deze dossiers"),
        (Damaged(("Daan Willems",), 0, True, False, 0, COPY), "wordt de kopie van ma 23 nov, 09:52 de basis"),
    ],
)
@pytest.mark.usefixtures("app")
def test_damage_is_told_with_what_to_do(what: Damaged, words: str) -> None:
    assert words in "\n".join(copy_words.damage(what))


@pytest.mark.usefixtures("app")
def test_beside_damage_nothing_says_that_all_is_whole() -> None:
    ill = copy_words.found(FileCheck(COPY, automatic=True, ok=False, found=("pages 1", "records 2", "search 3")))
    assert ["bladzijden beschadigd (1)" in line for line in ill] == [True, False, False]
    assert not [line for line in ill if "heel" in line or "niets kwijt" in line]

    sound = copy_words.found(FileCheck(COPY, automatic=True, ok=False, found=("records 2", "search 3")))
    assert "Er is niets kwijt" in sound[0]
    assert "Je gegevens zijn heel" in sound[1]
