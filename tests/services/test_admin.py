"""*Beheer*: what it shows, another passphrase, and who looked."""

from gpconnect.services import access, admin, enrolling
from gpconnect.services.session import Session
from tests.services.conftest import WALUWE


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


def test_reading_who_looked_is_itself_on_record(worker: Session) -> None:
    access.recent(worker)

    (line,) = access.recent(worker).looks[1:]
    assert (line.name, line.event, line.about) == ("Sanne de Vries", "log_read", False)
