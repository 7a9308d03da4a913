"""A note after its corrections."""

from datetime import UTC, datetime

from gpconnect.domain.notes import Addendum, as_corrected

AT = datetime(2026, 11, 24, tzinfo=UTC)


def added(text: str, part: str = "wish", *, correction: bool = True) -> Addendum:
    return Addendum("a", "n", "c", text, "s", "Sanne", AT, correction=correction, part=part)


def test_the_last_correction_of_a_passage_counts_and_nothing_else_does() -> None:
    answers = {"wish": "Eén dag", "safety": "safe"}

    corrected = as_corrected(
        answers, [added("Twee"), added("Drie"), added("Los", ""), added("Weg", "nowhere"), added("x", correction=False)]
    )

    assert corrected == {"wish": "Drie", "safety": "safe"}
    assert answers == {"wish": "Eén dag", "safety": "safe"}
