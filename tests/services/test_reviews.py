"""Looking again at who decides, after a birthday that changes it."""

from datetime import date

import pytest

from gpconnect.domain.consent import Review
from gpconnect.domain.duties import DutyKind
from gpconnect.domain.errors import KnownError
from gpconnect.services import dossier_views, duties, patients, reviews
from gpconnect.services.patients import NewDossier
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import Clock


def a_child(session: Session, born: str) -> str:
    return patients.add_dossier(session, NewDossier("Bo", "Dijk", born))[1].patient_id


def birthdays(session: Session) -> list[str]:
    """The ages of the birthdays that are a duty now."""
    return [one.duty.params["age"] for one in duties.list_duties(session) if one.duty.kind is DutyKind.BIRTHDAY_REVIEW]


def test_a_birthday_is_announced_a_month_ahead_and_due_until_somebody_looked(worker: Session, clock: Clock) -> None:
    child = a_child(worker, "24-12-2014")
    view = dossier_views.look_again(worker, child)
    assert (view.turning, view.turned) == ((12, date(2026, 12, 24)), None)
    assert birthdays(worker) == []

    clock.move_to(date(2026, 12, 24))
    view = dossier_views.look_again(worker, child)
    assert (view.turning, view.turned) == (None, (12, date(2026, 12, 24)))
    assert birthdays(worker) == ["12"]

    reviews.record(worker, child, 12, " Bo en moeder zeggen samen ja ")

    view = dossier_views.look_again(worker, child)
    assert (view.turning, view.turned) == (None, None)
    assert birthdays(worker) == []
    (made,) = rows.where(worker.db, Review)
    assert (made.age, made.words, made.made_by_name) == (12, "Bo en moeder zeggen samen ja", "Sanne de Vries")
    (moment,) = [one for one in view.moments if one.kind == "review"]
    assert (moment.what, moment.words, moment.who) == ("12", "Bo en moeder zeggen samen ja", "Sanne de Vries")


def test_the_day_before_a_month_ahead_says_nothing_yet(worker: Session) -> None:
    assert dossier_views.look_again(worker, a_child(worker, "25-12-2014")).turning is None


def test_what_was_looked_at_at_twelve_says_nothing_about_sixteen_and_eighteen(worker: Session, clock: Clock) -> None:
    child = a_child(worker, "24-11-2015")
    for age in (12, 16, 18):
        clock.move_to(date(2015 + age, 11, 24))
        assert birthdays(worker) == [str(age)]
        reviews.record(worker, child, age, "Nagevraagd")
        assert birthdays(worker) == []


def test_of_two_birthdays_that_nobody_looked_at_the_last_is_the_one_to_look_at(worker: Session, clock: Clock) -> None:
    child = a_child(worker, "24-11-2015")
    clock.move_to(date(2031, 11, 24))
    assert birthdays(worker) == ["16"]
    reviews.record(worker, child, 12, "Te laat, maar toch")
    assert birthdays(worker) == ["16"]
    reviews.record(worker, child, 16, "Bo beslist zelf")
    assert birthdays(worker) == []


@pytest.mark.parametrize(
    ("age", "words", "code"),
    [
        (12, "Alvast", "review.not_reached"),
        (13, "Geen grens", "review.not_reached"),
        (12, "  ", "review.words_missing"),
        (12, "x" * 201, "text.too_long"),
    ],
)
def test_a_birthday_that_has_not_come_and_no_words_are_no_review(
    worker: Session, age: int, words: str, code: str
) -> None:
    child = a_child(worker, "25-11-2014")
    with pytest.raises(KnownError) as refused:
        reviews.record(worker, child, age, words)
    assert refused.value.code == code
    assert rows.count(worker.db, Review) == 0
