"""The sociale kaart: filters, waiting times that grow old, and checks beside each field."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gpconnect.domain.directory import Provider
from gpconnect.domain.errors import KnownError
from gpconnect.services import directory
from gpconnect.services.directory import TypedProvider, Wish
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import Clock

MOZAIEK = "99" * 16
BUDDY = TypedProvider(
    "Buurtmaatje", "freely_accessible", ("friends", "media"), "8", "15", "Zaltbommel", waiting_weeks="2"
)


def names(session: Session, **wish: Any) -> list[str]:
    return [one.provider.name for one in directory.list_providers(session, replace(Wish(), **wish)).lines]


def test_need_age_area_and_name_filter_and_the_shortest_wait_comes_first(worker: Session) -> None:
    directory.save_provider(worker, BUDDY)
    assert names(worker) == ["Buurtmaatje", "Mozaïek jeugdhulp", "Jeugdarts GGD"]
    assert names(worker, needs=("friends", "mood")) == ["Buurtmaatje", "Mozaïek jeugdhulp"]
    assert names(worker, age=17) == ["Mozaïek jeugdhulp", "Jeugdarts GGD"]
    assert "Buurtmaatje" not in names(worker, area="Brakel")
    assert names(worker, text="mozai") == ["Mozaïek jeugdhulp"]
    assert directory.list_providers(worker).areas == ("Zaltbommel",)


def test_a_waiting_time_of_more_than_three_months_ago_is_stale(worker: Session, clock: Clock) -> None:
    provider = rows.require(worker.db, Provider, MOZAIEK)
    assert not directory.is_stale(provider, date(2027, 2, 1))
    assert directory.is_stale(provider, date(2027, 2, 2))
    assert directory.is_stale(replace(provider, waiting_measured_on=None), date(2026, 11, 2))
    assert not directory.is_stale(replace(provider, waiting_weeks=None), date(2030, 1, 1))
    clock.move_to(date(2027, 3, 1))
    assert [one.stale for one in directory.list_providers(worker).lines] == [True, False]


def test_everybody_keeps_it_up_to_date(coordinator: Session) -> None:
    _, provider_id = directory.save_provider(coordinator, BUDDY)
    directory.save_provider(coordinator, replace(BUDDY, waiting_weeks="6", phone="0418 000 020"), provider_id)
    after = rows.require(coordinator.db, Provider, provider_id)
    assert (after.waiting_weeks, after.waiting_measured_on) == (6, coordinator.today())

    directory.save_provider(coordinator, replace(BUDDY, waiting_weeks="", measured_on="1-1-2026"), provider_id)
    assert rows.require(coordinator.db, Provider, provider_id).waiting_measured_on is None

    directory.archive_provider(coordinator, provider_id)
    assert "Buurtmaatje" not in names(coordinator)
    directory.restore_provider(coordinator, provider_id)
    assert "Buurtmaatje" in names(coordinator)


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"name": " "}, "name", "directory.name_missing"),
        ({"name": "a" * 101}, "name", "text.too_long"),
        ({"destination": "none"}, "destination", "directory.destination_missing"),
        ({"access_routes": ()}, "access_routes", "directory.route_missing"),
        ({"age_from": "12", "age_to": "8"}, "age_to", "directory.ages_wrong"),
        ({"waiting_weeks": "veel"}, "waiting_weeks", "directory.weeks_wrong"),
        ({"measured_on": "ooit"}, "measured_on", "directory.day_wrong"),
        ({"phone": "1"}, "phone", "person.phone.invalid"),
        ({"secure_mail": "geen adres"}, "secure_mail", "directory.mail_wrong"),
        ({"secure_mail": "a@b.nl, c@d.nl"}, "secure_mail", "directory.mail_wrong"),
        ({"secure_mail": "café@b.nl"}, "secure_mail", "directory.mail_wrong"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(worker: Session, changed: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(KnownError) as refusal:
        directory.save_provider(worker, replace(BUDDY, **changed))
    assert (refusal.value.code, refusal.value.params["field"]) == (code, field)
    assert rows.count(worker.db, Provider) == 2


def test_a_mail_address_with_accents_is_kept_as_mail_programs_send_it(worker: Session) -> None:
    typed = TypedProvider("Café Eén", "specialist_mh_care", secure_mail="veilig@mozaïek.nl")
    _, made = directory.save_provider(worker, typed)
    assert rows.require(worker.db, Provider, made).secure_mail == "veilig@xn--mozaek-lwa.nl"
