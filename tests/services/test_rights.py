"""Every service names the right it needs, refuses who lacks it before it does anything, and says so in the log.

Whoever adds a service adds it to `rights_table`, or to `rights_exceptions` with the reason.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from gpconnect import services
from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import MAY
from gpconnect.domain.staff import Role
from gpconnect.services.session import Session
from gpconnect.storage import access_log
from tests.services.conftest import TUESDAY, MakeSession, with_pilot
from tests.services.rights_exceptions import FREE, PARTS
from tests.services.rights_table import RIGHTS


def public_services() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of `gpconnect.services` that works on a session."""
    for module in pkgutil.iter_modules(services.__path__):
        loaded = importlib.import_module(f"gpconnect.services.{module.name}")
        for name, value in vars(loaded).items():
            if name.startswith("_") or not inspect.isfunction(inspect.unwrap(value)):
                continue
            if value.__module__ != loaded.__name__:
                continue
            hints = get_type_hints(inspect.unwrap(value))
            first = next(iter(inspect.signature(value).parameters), "")
            if hints.get(first) is Session:
                yield f"{module.name}.{name}", value


SERVICES = dict(public_services())


def test_every_service_names_its_right_or_says_why_it_needs_none() -> None:
    known = {**RIGHTS, **PARTS, **FREE}
    assert len(known) == len(RIGHTS) + len(PARTS) + len(FREE)
    assert sorted(SERVICES) == sorted(known), "a service is new, or gone: see `rights_table`"


def test_no_window_calls_a_part_that_asks_for_no_right() -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for folder in ("ui", "app.py", "cli.py")
        for path in _files(Path(services.__path__[0]).parent / folder)
    ]
    used = [
        one for one in PARTS if any(f"{one}," in text or f"{one}(" in text or f"{one})" in text for text in sources)
    ]
    assert used == []


def _files(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]


def placeholder(hint: Any) -> Any:
    """Something of a plausible type: a service that looks at it before it asks for the right fails this test."""
    plain: dict[Any, Any] = {str: "0" * 32, int: 1, bool: False, date: TUESDAY, Path: Path("/nowhere"), bytes: b""}
    return plain.get(hint)


def call(service: Callable[..., Any], session: Session) -> None:
    """Call a service with placeholders for what it must be given."""
    hints = get_type_hints(inspect.unwrap(service))
    wanted = list(inspect.signature(service).parameters.values())[1:]
    needed = [one for one in wanted if one.default is inspect.Parameter.empty]
    args = [placeholder(hints[one.name]) for one in needed if one.kind is not inspect.Parameter.KEYWORD_ONLY]
    named = {one.name: placeholder(hints[one.name]) for one in needed if one.kind is inspect.Parameter.KEYWORD_ONLY}
    service(session, *args, **named)


def contents(session: Session) -> dict[str, list[Any]]:
    """Everything in the file but the access log and the head that is kept beside it."""
    tables = [
        name
        for (name,) in session.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        if not name.startswith(("access_log", "sqlite_", "search_"))
    ]
    found = {name: session.db.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables if name != "meta"}  # noqa: S608 - our own tables
    found["meta"] = session.db.execute("SELECT * FROM meta WHERE name <> 'access_log.head'").fetchall()
    return found


PEOPLE = {
    Role.YOUTH_WORKER: "worker",
    Role.GP: "gp",
    Role.PRACTICE_ASSISTANT: "assistant",
    Role.COORDINATOR: "coordinator",
}


@pytest.mark.parametrize("role", Role)
def test_a_role_without_the_right_is_refused_on_record_and_nothing_changes(
    role: Role, make_session: MakeSession
) -> None:
    session = with_pilot(make_session(PEOPLE[role]))
    before = contents(session)
    refused = [name for name, intention in RIGHTS.items() if role not in MAY[intention]]
    for name in refused:
        row = access_log.last_row(session.db)
        with pytest.raises(KnownError) as refusal:
            call(SERVICES[name], session)
        assert (name, refusal.value.code) == (name, "role.may_not")
        (line,) = access_log.after_row(session.db, row)
        assert (name, line.event.outcome, line.event.purpose) == (name, "role.may_not", str(RIGHTS[name]))
        assert (line.event.user, line.event.at) == (session.actor.staff_id, session.now())
    assert contents(session) == before
    assert refused
