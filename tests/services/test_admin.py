"""*Beheer*: what it shows, copies, another passphrase, and who looked."""

from pathlib import Path

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Site
from gpconnect.services import admin, commands, enrolling
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import PASSPHRASE, WALUWE


def test_it_shows_people_places_spaces_forms_and_what_opens_the_file(worker: Session) -> None:
    enrolling.found(worker, worker.team_space)

    view = admin.overview(worker)

    assert [person.name for person in view.people][:2] == ["Joris Maas", "Marieke Blom"]
    assert {site.id for site in view.sites} >= {WALUWE}
    assert [space.family for space in view.spaces] == ["team"]
    assert {form.purpose for form in view.forms} == {"note", "evaluation"}
    assert view.slots == ("passphrase",)
    assert view.last_copy is None
    assert not view.may_edit_pilot


def test_a_coordinator_opens_a_place_and_it_waits_to_be_shared(coordinator: Session) -> None:
    changes = admin.add_site(coordinator, " De Walsprong ", "Schoolstraat 1", "Zaltbommel", "")

    (site_id,) = changes.ids
    assert rows.require(coordinator.db, Site, site_id).name == "De Walsprong"


def test_a_place_needs_a_name_and_a_coordinator(coordinator: Session, worker: Session) -> None:
    with pytest.raises(KnownError, match=r"site.name_missing"):
        admin.add_site(coordinator, "  ", "", "", "")
    with pytest.raises(KnownError, match=r"role.may_not"):
        admin.add_site(worker, "Mijn eigen plek", "", "", "")


def test_a_copy_is_read_back_and_can_be_put_in_place(worker: Session, tmp_path: Path) -> None:
    target = tmp_path / "kopie"
    admin.back_up(worker, PASSPHRASE, target)

    assert target.exists()
    assert admin.overview(worker).last_copy == worker.now()
    kept = commands.restore(tmp_path / "elders", target, PASSPHRASE)
    assert kept.exists()
    assert commands.verify(tmp_path / "elders", PASSPHRASE).ok


def test_a_copy_with_a_wrong_passphrase_is_not_made(worker: Session, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"file.passphrase_wrong"):
        admin.back_up(worker, "verkeerde wachtzin", tmp_path / "kopie")

    assert not (tmp_path / "kopie").exists()


def test_reading_who_looked_is_itself_on_record(worker: Session) -> None:
    admin.recent_access(worker)

    (line,) = admin.recent_access(worker)[1:]
    assert (line.name, line.event, line.about_somebody) == ("Sanne de Vries", "log_read", False)
