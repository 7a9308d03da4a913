"""Whoever reads about a child is on record by the service itself, so that no caller can read unseen (NEN 7513).

Whoever adds a service that shows children adds it to `reading_table`, with an example or with the reason.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from gpconnect.services import access, dossier_views, rights
from gpconnect.services.session import Session
from gpconnect.storage import access_log
from tests.services.conftest import Clock
from tests.services.dossier_help import a_dossier
from tests.services.reading_table import NOT_ON_RECORD, ON_RECORD
from tests.services.rights_table import RIGHTS
from tests.services.test_rights import SERVICES

OF_A_CHILD = frozenset({"given_name", "birth_date", "child", "child_name", "names", "person_id", "patient_id"})
"""Fields of what a service gives that make it about a child."""


def shows_children(service: Callable[..., Any]) -> bool:
    """Whether what a service gives can hold something about a child, by its type."""
    given = get_type_hints(inspect.unwrap(service)).get("return")
    return any(True for _ in _of_a_child(given, set()))


def _of_a_child(given: Any, known: set[int]) -> Iterator[str]:
    if id(given) in known:
        return
    known.add(id(given))
    for part in get_args(given):
        yield from _of_a_child(part, known)
    if is_dataclass(given):
        for name, kind in get_type_hints(given).items():
            if name in OF_A_CHILD:
                yield name
            yield from _of_a_child(kind, known)


def test_every_service_that_shows_children_is_on_record_or_says_why_not() -> None:
    showing = {name for name in RIGHTS if shows_children(SERVICES[name])}
    known = ON_RECORD.keys() | NOT_ON_RECORD.keys()
    assert not ON_RECORD.keys() & NOT_ON_RECORD.keys()
    assert sorted(showing - known) == [], "a service that shows children is new: see `reading_table`"
    assert sorted(known - RIGHTS.keys()) == [], "a service is gone: see `reading_table`"


@dataclass
class Shown:
    people: "tuple[Inner, ...]"


@dataclass
class Inner:
    birth_date: str


def test_a_child_is_seen_however_deep_it_lies() -> None:
    def found() -> list[Shown] | None:
        return None

    def counted() -> tuple[int, str]:
        return 0, ""

    assert shows_children(found)
    assert not shows_children(counted)


@pytest.mark.parametrize("name", sorted(ON_RECORD))
def test_reading_is_a_line(name: str, worker: Session) -> None:
    read = ON_RECORD[name](worker)
    before = access_log.last_row(worker.db)
    read()
    lines = [one.event for one in access_log.after_row(worker.db, before)]
    assert lines, "nobody reads unseen"
    assert {one.user for one in lines} == {worker.actor.staff_id}
    assert {one.outcome for one in lines} == {"ok"}


def test_a_page_that_fills_itself_again_adds_no_look_and_coming_back_later_is_one(
    worker: Session, clock: Clock
) -> None:
    child = a_dossier(worker)
    dossier_views.open_dossier(worker, child)
    access.restriction(worker, child)  # the page that was opened brings it along
    for _ in range(3):
        rights.overview(worker, child)
    clock.forward(minutes=11)
    rights.overview(worker, child)
    access.restriction(worker, child)

    looked = [one.purpose for one in reversed(access_log.of_patient(worker.db, child)) if one.type == "read"]
    assert looked == ["open_dossier", "rights", "rights", "restriction"]
