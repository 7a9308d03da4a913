"""*Beheer*: what it shows, another passphrase, and who looked."""

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.schedule import Site
from gpconnect.services import admin, enrolling
from gpconnect.services.session import Session
from gpconnect.storage import rows, slots
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


def test_another_passphrase_opens_and_the_old_one_no_longer_does(worker: Session) -> None:
    admin.change_passphrase(worker, PASSPHRASE, "een heel nieuwe wachtzin")

    assert slots.unlock_with_passphrase(worker.folder, "een heel nieuwe wachtzin") == bytes(worker.key)
    with pytest.raises(KnownError, match=r"file.passphrase_wrong"):
        slots.unlock_with_passphrase(worker.folder, PASSPHRASE)


def test_a_short_new_passphrase_changes_nothing(worker: Session) -> None:
    with pytest.raises(KnownError, match=r"passphrase.short"):
        admin.change_passphrase(worker, PASSPHRASE, "kort")

    assert slots.unlock_with_passphrase(worker.folder, PASSPHRASE) == bytes(worker.key)


def test_reading_who_looked_is_itself_on_record(worker: Session) -> None:
    admin.recent_access(worker)

    (line,) = admin.recent_access(worker)[1:]
    assert (line.name, line.event, line.about_somebody) == ("Sanne de Vries", "log_read", False)
