"""Which copies stay and when something is due: the last weeks closely, the last year loosely, nothing good lost."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain import rotation
from gpconnect.domain.calendar import local_day
from gpconnect.domain.rotation import Copy

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
DAY = timedelta(days=1)

moments = st.datetimes(datetime(2024, 1, 1), datetime(2026, 11, 24), timezones=st.just(UTC))  # noqa: DTZ001 - bounds, made aware by `timezones`
copies = st.lists(st.tuples(moments, st.booleans()), max_size=80).map(
    lambda found: [Copy(f"k{place}", at, good) for place, (at, good) in enumerate(found)]
)


def daily(days: int) -> list[Copy]:
    """One copy a day up to now, the newest first."""
    return [Copy(f"dag{number:03}", NOW - number * DAY) for number in range(days)]


def test_after_two_years_of_daily_copies_seven_days_four_weeks_and_twelve_months_stay() -> None:
    kept = rotation.keep(daily(730))
    days = sorted((NOW - int(name[3:]) * DAY).date() for name in kept)

    assert days[-7:] == [date(2026, 11, 18) + number * DAY for number in range(7)]
    assert {date(2026, 11, 15), date(2026, 11, 8)} <= set(days)
    assert {(day.year, day.month) for day in days} == {(2025, 12), *((2026, month) for month in range(1, 12))}
    assert len(days) == 7 + 2 + 11  # the newest week and month are days already; 8 November and 31 October are not


def test_of_two_copies_on_one_day_the_later_stays() -> None:
    early, late = Copy("vroeg", NOW - timedelta(hours=3)), Copy("laat", NOW)

    assert rotation.keep([early, late]) == {"laat"}


def test_without_copies_nothing_is_kept_and_nothing_expires() -> None:
    assert rotation.keep([]) == frozenset()
    assert rotation.expired([], [NOW], NOW) == frozenset()


@given(copies)
def test_the_newest_good_copy_always_stays_and_a_bad_one_never_takes_its_place(found: list[Copy]) -> None:
    kept = rotation.keep(found)
    last = rotation.newest_good(found)

    assert kept <= {one.name for one in found}
    assert last is None or last.name in kept
    assert rotation.keep([one for one in found if one.name in kept]) == kept
    good = [one for one in found if one.good and one.name in kept]
    assert len(good) <= rotation.DAILY + rotation.WEEKLY + rotation.MONTHLY
    without = rotation.keep([one for one in found if one.good])
    assert {one.name for one in good} == without


@given(copies)
def test_every_day_of_the_last_seven_with_a_good_copy_keeps_one(found: list[Copy]) -> None:
    good = [one for one in found if one.good]
    kept = rotation.keep(found)

    for day in sorted({local_day(one.made_at) for one in good})[-rotation.DAILY :]:
        assert any(local_day(one.made_at) == day and one.name in kept for one in good)


@given(copies, st.lists(moments, max_size=3))
def test_after_thirty_days_no_copy_holds_a_destroyed_dossier_unless_there_is_no_newer_one(
    found: list[Copy], erased: list[datetime]
) -> None:
    gone = rotation.expired(found, erased, NOW)
    last = rotation.newest_good(found)

    assert last is None or last.name not in gone
    for one in found:
        overdue = any(one.made_at <= at and NOW - at >= timedelta(days=rotation.ERASURE_DAYS) for at in erased)
        assert one.name in gone or one is last or last is None or not overdue
        assert one.name not in gone or any(one.made_at <= at for at in erased)


def test_a_copy_from_before_an_erasure_goes_from_the_twenty_first_day_on_and_says_by_when() -> None:
    erased = NOW - 20 * DAY
    before, after = Copy("oud", erased - DAY), Copy("nieuw", erased + DAY)

    assert rotation.expired([before, after], [erased], NOW) == frozenset()
    assert rotation.expired([before, after], [erased], NOW + DAY) == {"oud"}
    assert rotation.goes_before(before, [erased]) == date(2026, 12, 4)
    assert rotation.goes_before(after, [erased]) is None


def test_a_copy_is_due_once_a_day() -> None:
    assert rotation.is_copy_due(None, None, [], NOW)
    assert rotation.is_copy_due(NOW - DAY, None, [], NOW)
    assert not rotation.is_copy_due(NOW - timedelta(hours=2), None, [], NOW)


def test_after_a_failure_it_is_tried_again_an_hour_later() -> None:
    assert not rotation.is_copy_due(NOW - DAY, NOW - timedelta(minutes=59), [], NOW)
    assert rotation.is_copy_due(NOW - DAY, NOW - timedelta(minutes=60), [], NOW)
    assert rotation.is_copy_due(None, NOW + DAY, [], NOW), "a clock that was set back does not stop copies for ever"


def test_when_the_only_copy_is_from_before_an_erasure_a_new_one_is_due() -> None:
    made = NOW - timedelta(hours=2)

    assert not rotation.is_copy_due(made, None, [made + timedelta(hours=1)], NOW)
    assert rotation.is_copy_due(made, None, [NOW - 21 * DAY, made], NOW + 21 * DAY)


def test_the_file_checks_itself_every_thirty_days() -> None:
    assert rotation.is_check_due(None, NOW)
    assert not rotation.is_check_due(NOW - 29 * DAY, NOW)
    assert rotation.is_check_due(NOW - 30 * DAY, NOW)
