"""A damaged file in words: whose dossiers, what stands nowhere else, and what to do."""

from datetime import UTC, datetime

import pytest

from gpconnect.services.damaged import Damaged
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
        (Damaged(("Daan Willems",), 0, True, False, 3, COPY), "Let op: 3 handelingen in deze dossiers"),
        (Damaged(("Daan Willems",), 0, True, False, 0, COPY), "wordt de kopie van ma 23 nov, 09:52 de basis"),
    ],
)
@pytest.mark.usefixtures("app")
def test_damage_is_told_with_what_to_do(what: Damaged, words: str) -> None:
    assert words in "\n".join(copy_words.damage(what))
