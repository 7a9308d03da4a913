import typing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gpconnect.domain.errors import KnownError
from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.people import Gender, Patient
from gpconnect.domain.records import KINDS
from gpconnect.domain.schedule import AppointmentStatus, Site, SiteKind
from gpconnect.storage import rows

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
RECORDS = [*(kind.record for kind in KINDS.values()), NoteDraft]


def strategy_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values that a field of this type may hold."""
    if hint == dict[str, Any]:
        return st.dictionaries(st.text(), PLAIN, max_size=3)
    if hint is datetime:
        zones = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-5))])
        return st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=zones)  # noqa: DTZ001 - the zone is a strategy
    if hint is int:
        return st.integers(-(2**63), 2**63 - 1)
    if typing.get_origin(hint) not in (tuple, dict, None):
        return st.none() | strategy_of(rows.bare(hint))
    return st.from_type(hint)


def records_of(record: type[Any]) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(record)
    return st.builds(record, **{name: strategy_of(hint) for name, hint in hints.items()})


@pytest.mark.parametrize("record", RECORDS)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
def test_every_kind_of_record_comes_back_as_it_was(db: Database, record: type[Any], data: st.DataObject) -> None:
    one = data.draw(records_of(record))
    rows.put(db, one)
    assert rows.get(db, record, one.id) == one


def test_a_second_put_takes_the_place_of_the_first(db: Database) -> None:
    rows.put(db, Site("s1", "Praktijk"))
    rows.put(db, Site("s1", "De Linde", SiteKind.SCHOOL, archived=True))
    assert rows.where(db, Site) == [Site("s1", "De Linde", SiteKind.SCHOOL, archived=True)]


def test_what_is_not_here_is_a_known_error_when_it_is_needed(db: Database) -> None:
    assert rows.get(db, Site, "s1") is None
    with pytest.raises(KnownError) as caught:
        rows.require(db, Site, "s1")
    assert (caught.value.code, caught.value.params) == ("record.missing", {"kind": "site"})


def test_conditions_take_the_domains_own_values(db: Database) -> None:
    jan = Patient("p1", "Jan", "Berg", date(2011, 3, 9), "w1", NOW, gender=Gender.MALE)
    mia = Patient("p2", "Mia", "Dal", date(2014, 3, 9), "w1", NOW + timedelta(microseconds=1), archived=True)
    rows.put_many(db, [jan, mia])
    assert rows.where(db, Patient, "birth_date < ?", (date(2012, 1, 1),)) == [jan]
    assert rows.where(db, Patient, "opened_at > ?", (NOW.astimezone(timezone(timedelta(hours=1))),)) == [mia]
    assert rows.where(db, Patient, "gender = ? AND archived = ?", (Gender.MALE, False)) == [jan]
    assert rows.where(db, Patient, order="birth_date DESC", limit=1) == [mia]
    assert rows.count(db, Patient) == 2
    assert rows.count(db, Patient, "archived = ?", (True,)) == 1


@given(st.lists(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC)), min_size=2))  # noqa: DTZ001 - same
def test_the_order_of_the_text_is_the_order_in_time(moments: list[datetime]) -> None:
    assert sorted(moments) == [datetime.fromisoformat(text) for text in sorted(map(rows.instant, moments))]


def test_a_row_can_be_taken_away(db: Database) -> None:
    rows.put(db, Site("s1", "Praktijk"))
    rows.delete(db, Site, "s1")
    assert rows.count(db, Site) == 0


def test_what_is_no_record_has_no_table() -> None:
    with pytest.raises(KeyError):
        rows.mapping_of(Path)


def test_an_enum_is_kept_by_its_value() -> None:
    assert rows.to_column(AppointmentStatus.BOOKED) == "booked"
    assert rows.to_column(("a", AppointmentStatus.BOOKED)) == '["a","booked"]'
