"""What is still to be signed: also what was begun on this person's other laptop."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from gpconnect.services import notes, today
from gpconnect.ui.note.overview import Overview
from tests.services.visits_help import a_booking
from tests.ui.workplace import Opens


def test_a_draft_of_the_other_laptop_says_so_with_its_time(desk_of: Opens) -> None:
    place = desk_of("worker")
    _, view = place.do(notes.open_visit, place.do(a_booking))
    place.do(notes.save_draft, view.draft)
    (own,) = place.do(notes.my_drafts)
    there = replace(own.draft, id="other", saved_at=datetime(2026, 11, 24, 13, 5, tzinfo=UTC))
    overview = Overview()
    place.show(overview)

    overview.show_lists([own, replace(own, draft=there, elsewhere=True)], place.do(today.day_view))

    said = " | ".join(one.accessibleName() for one in overview.drafts.findChildren(QWidget))
    assert said.count("Concept van je andere laptop, van 14:05") == 1
    assert said.count("nog niet ondertekend") == 1


def test_a_draft_that_is_too_long_to_travel_says_where_it_is_and_what_to_do(desk_of: Opens) -> None:
    place = desk_of("worker")
    _, view = place.do(notes.open_visit, place.do(a_booking))
    place.do(notes.save_draft, view.draft)
    (own,) = place.do(notes.my_drafts)
    overview = Overview()
    place.show(overview)

    overview.show_lists([replace(own, too_long=True)], place.do(today.day_view))

    said = " | ".join(one.accessibleName() for one in overview.drafts.findChildren(QWidget))
    assert "staat alleen op deze laptop" in said
