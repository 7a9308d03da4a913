"""Weeks as a table, and where everything in it lies."""

from datetime import time, timedelta
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from gpconnect.services.schedule import WeeksView
from gpconnect.ui.agenda.timeline_model import Role, TimelineModel
from gpconnect.ui.agenda.timeline_places import ZOOMS, Places
from tests.ui.agenda.weeks import MONDAY, NOW, ONE_SITE, TUESDAY, TWO_SITES, crowded, half_day, week, weeks


def places_of(view: WeeksView, width: int = 1000, height: int = 600, zoom: float = 1.0) -> Places:
    model = TimelineModel()
    model.show_weeks(view, NOW)
    found = Places(model, zoom)
    found.measure(width, height)
    return found


def test_the_table_is_one_that_any_view_could_show(app: QApplication) -> None:
    del app
    model = TimelineModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_weeks(ONE_SITE, NOW)
    model.show_weeks(TWO_SITES, NOW)


def test_the_table_tells_what_stands_where(app: QApplication) -> None:
    del app
    model = TimelineModel()
    model.show_weeks(ONE_SITE, NOW)
    emma = model.index(2, 1, QModelIndex())

    assert (model.columnCount(), model.rowCount()) == (6, 7)
    told = {role: model.data(emma, role) for role in Role}
    assert told[Role.DAY] == TUESDAY
    assert (told[Role.SITE], told[Role.WORKER]) == ("De Waluwe", "Sanne de Vries")
    assert (told[Role.START], told[Role.MINUTES], told[Role.STATE]) == (9 * 60 + 45, 45, "Verwacht")
    assert model.data(emma) == "Emma de Graaf"
    assert model.data(model.index(5, 0, QModelIndex())) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_above_the_lanes_stands_what_is_free_per_half_day(app: QApplication) -> None:
    del app
    model = TimelineModel()
    model.show_weeks(TWO_SITES, NOW)

    assert model.titles() == [
        "ma 23 nov · De Waluwe · studiedag",
        "di 24 nov · De Waluwe · 1 vrij, 1 inloop",
        "di 24 nov · De Waluwe · 1 vrij, 1 inloop · 1 vrij",
        "di 24 nov · Het Tolhuis · 1 vrij, 1 inloop",
        "wo 25 nov",
        "do 26 nov · De Waluwe · 3 vrij, 1 inloop",
        "vr 27 nov · Het Tolhuis · verbouwing",
    ]


def test_a_day_on_which_everything_is_shut_says_so_once(app: QApplication) -> None:
    del app
    model = TimelineModel()
    shut = {4: "Eerste kerstdag"}
    model.show_weeks(weeks(week("Een", closed=shut), week("Twee", closed=shut)), NOW)

    assert model.titles()[4:] == ["vr 27 nov · Eerste kerstdag"]


def test_a_half_day_that_is_over_is_not_full(app: QApplication) -> None:
    del app
    model = TimelineModel()
    over, full = half_day("a", MONDAY, pattern=(45, "45 Emma")), half_day("b", MONDAY, time(13), ("45 Noor", "20 Sem"))
    model.show_weeks(weeks(week("De Waluwe", (0, over), (0, full))), NOW)

    assert model.titles()[0] == "ma 23 nov · voorbij · vol"


half_days = st.lists(
    st.tuples(
        st.integers(0, 6), st.integers(8 * 12, 17 * 12), st.lists(st.sampled_from([20, 45]), min_size=1, max_size=5)
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sites=st.lists(half_days, min_size=1, max_size=4), zoom=st.sampled_from(ZOOMS), width=st.integers(200, 3000))
def test_no_two_slots_lie_on_top_of_each_other(
    app: QApplication, sites: list[list[tuple[int, int, list[int]]]], zoom: float, width: int
) -> None:
    """Whoever sits where at whatever hour: every slot has a place of its own, and none is lost."""
    del app
    made = []
    for number, found in enumerate(sites):
        of_site = [
            (day, half_day(f"{number}-{n}-", MONDAY + timedelta(days=day), time(start // 12, start % 12 * 5), pattern))
            for n, (day, start, pattern) in enumerate(found)
        ]
        made.append(week(f"Praktijk {number}", *of_site))
    places = places_of(weeks(*made), width, zoom=zoom)
    slots = [one for one in places.model.pieces() if one.slot]

    assert len(slots) == sum(len(pattern) for found in sites for _, _, pattern in found)
    assert not any(places.rect(one).intersects(places.rect(other)) for one, other in combinations(slots, 2))


def test_two_hundred_slots_have_two_hundred_places(app: QApplication) -> None:
    del app
    places = places_of(crowded(10))
    found = {places.rect(one).getRect() for one in places.model.pieces() if one.slot}

    assert len(found) == 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(x=st.integers(0, 20_000), width=st.integers(60, 2500))
def test_what_is_in_sight_is_all_that_is_and_nothing_else(app: QApplication, x: int, width: int) -> None:
    del app
    places = places_of(crowded(20), width)
    places.x = min(x, places.most_x)
    seen = [place for place, _ in places.in_sight()]
    lanes = range(len(places.model.lanes))
    right = {at: places.left_of(at) + places.widths[at] for at in lanes}

    assert {at for at in lanes if right[at] > places.axis and places.left_of(at) < width} <= set(seen)
    assert all(places.left_of(at) <= width for at in seen)
    assert sum(right[at] <= places.axis for at in seen) <= 1
