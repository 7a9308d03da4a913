"""What a newer version made is kept and shown, and counts once this one is as new."""

from dataclasses import replace

import pytest

from gpconnect.domain.operations import SCHEMA
from gpconnect.domain.records import KINDS
from gpconnect.domain.schedule import Site
from gpconnect.services import newer, sharing
from gpconnect.services.session import Session
from gpconnect.storage import conflicts, operations, rows
from gpconnect.storage.connection import transaction
from gpconnect.sync import merge
from tests.services.dossier_help import a_dossier
from tests.services.online import Wire, slip_in, sync

Team = tuple[Session, Session]


def from_the_future(session: Session, dossier: str) -> str:
    """A goal that a newer version wrote in another shape; gives its id."""
    made = slip_in(session, "goal.written", space=session.team_space, dossier=dossier)
    body = {"patient_id": dossier, "episode_id": "", "words": "Weer slapen", "mood": "blij"}
    with transaction(session.db):
        session.db.execute("DELETE FROM operation WHERE op_id = ?", (made.op_id,))
        operations.append(session.db, replace(made, op_id=session.new_id(), schema=SCHEMA + 1, body=body), seq=None)
    return made.record


def test_a_newer_shape_waits_and_is_taken_in_after_the_update(
    team: Team, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    record = from_the_future(sanne, child)
    sync(sanne, joris, wire=wire)

    (mark,) = conflicts.marked(joris.db)
    assert (mark.record, mark.reason) == (record, merge.NEWER)
    assert [one.reason for one in sharing.overview(joris).items] == [merge.NEWER]
    assert rows.where(joris.db, KINDS["goal"].record) == []
    assert not newer.look_again(joris.db).kinds, "the program is as old as it was"

    for module in (merge, newer):
        monkeypatch.setattr(module, "SCHEMA", SCHEMA + 1)
    changes = newer.look_again(joris.db)

    assert "goal" in changes.kinds
    assert [one.id for one in rows.where(joris.db, KINDS["goal"].record)] == [record]
    assert sharing.overview(joris).items == ()


def test_an_unknown_kind_is_passed_on_and_taken_in_when_it_is_known(
    team: Team, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    sanne, joris = team
    made = slip_in(sanne, "waymark.set", space=sanne.team_space)
    sync(sanne, joris, wire=wire)
    assert [one.reason for one in conflicts.marked(joris.db)] == [merge.UNKNOWN_KIND]
    assert operations.by_id(joris.db, made.op_id) == made

    monkeypatch.setattr(newer, "__version__", "99")
    assert newer.look_again(joris.db).kinds == set(), "newer, but not new enough"
    site = KINDS["site"]
    family = KINDS["goal"].families
    monkeypatch.setitem(KINDS, "waymark", replace(site, name="waymark", families=family, writers=KINDS["goal"].writers))
    newer.look_again(joris.db)

    assert [one.name for one in rows.where(joris.db, Site)] == ["Iets van morgen"]
    assert conflicts.marked(joris.db) == []


def test_what_turns_out_not_to_be_allowed_stays_out(team: Team, wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    sanne, joris = team
    slip_in(sanne, "waymark.set", space=sanne.team_space)
    sync(sanne, joris, wire=wire)
    monkeypatch.setitem(KINDS, "waymark", replace(KINDS["site"], name="waymark"))

    newer.look_again(joris.db)

    assert [one.reason for one in conflicts.marked(joris.db)] == ["operation.not_allowed"]
