"""Two of one family: the second is proposed beside the first, in the same household, and is nobody's duplicate."""

from datetime import date, time

from gpconnect.domain.people import PersonCard
from gpconnect.services import booking, cards, requests, slots
from gpconnect.services.booking import Booked, Doubt
from gpconnect.services.cards import NewPerson, Sharing
from gpconnect.services.session import Session
from gpconnect.services.slots import Wish
from gpconnect.storage import operations, rows
from tests.services.conftest import TUESDAY, WALUWE, Clock
from tests.services.test_booking import EMMA, a_request, booked

GUUS = NewPerson("Guus", "de Graaf", date(2016, 4, 3), "06 12345678")
WISH = Wish((WALUWE,))


def card_of(session: Session, made: Booked) -> PersonCard:
    return rows.require(session.db, PersonCard, made.person_id)


def test_the_free_slot_nearest_to_the_first_one_is_proposed_first_and_the_earliest_after_it(gp: Session) -> None:
    week, *_ = (one for one in slots.propose_slots(gp, WALUWE, most=9).slots if one.starts_at.date() > TUESDAY)
    first = booked(gp, slot_id=week.slot_id)
    earliest = slots.propose_slots(gp, WALUWE).slots
    choice = requests.choices(gp, WISH, first.slot_id)

    assert choice.is_beside
    near, *others = choice.proposal.slots
    assert near.starts_at > week.starts_at
    assert near.starts_at.date() == week.starts_at.date()
    assert others == [one for one in earliest if one != near][:3]
    assert len(choice.proposal.slots) == len(earliest)


def test_where_the_half_day_is_full_or_not_known_the_earliest_slots_are_proposed(gp: Session, clock: Clock) -> None:
    first = booked(gp)
    clock.move_to(TUESDAY, time(17, 0))
    for slot_id in (first.slot_id, "00" * 16):
        choice = requests.choices(gp, WISH, slot_id)
        assert not choice.is_beside
        assert choice.proposal == slots.propose_slots(gp, WALUWE)


def test_the_second_one_makes_a_household_of_both_and_the_third_joins_it(gp: Session) -> None:
    emma = booked(gp, sharing=Sharing.GIVEN, given_by="patient")
    guus = booked(gp, new=GUUS, family_of=emma.person_id)
    third = booked(gp, new=NewPerson("Fien", "de Graaf", date(2018, 1, 9)), family_of=guus.person_id)

    households = {card_of(gp, one).household_id for one in (emma, guus, third)}
    assert len(households) == 1
    assert "" not in households
    kinds = [one.kind for one in operations.of_record(gp.db, "person_card", emma.person_id)]
    assert kinds == ["person_card.recorded", "person_card.recorded"]
    assert not operations.of_record(gp.db, "person_card", guus.person_id), "nobody agreed to share this card"


def test_a_household_begins_on_this_device_alone_while_nobody_may_know_the_first_one(gp: Session) -> None:
    emma = booked(gp)
    guus = booked(gp, new=GUUS, family_of=emma.person_id)

    assert card_of(gp, emma).household_id == card_of(gp, guus).household_id != ""
    assert not operations.of_record(gp.db, "person_card", emma.person_id)


def test_somebody_whose_family_is_not_known_here_has_a_household_of_nobody(gp: Session) -> None:
    assert card_of(gp, booked(gp, family_of="00" * 16)).household_id == ""


def test_a_twin_of_the_family_is_booked_without_a_doubt_and_another_one_is_not(gp: Session) -> None:
    emma = booked(gp)
    twin = NewPerson("Sofie", EMMA.family_name, EMMA.birth_date)
    _, doubt = booking.book(gp, a_request(gp, new=twin))
    assert isinstance(doubt, Doubt)

    assert booked(gp, new=twin, family_of=emma.person_id).person_id
    _, same = booking.book(gp, a_request(gp, family_of=emma.person_id))
    assert isinstance(same, Doubt)
    assert same.people[0].name == "Emma de Graaf"


def test_the_family_name_of_a_hit_is_what_stands_behind_the_first_name(gp: Session) -> None:
    emma = booked(gp)

    assert cards.find_person(gp, emma.person_id).family_name == "de Graaf"
