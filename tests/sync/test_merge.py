from dataclasses import fields, replace
from itertools import permutations
from typing import Any

import pytest

from gpconnect.domain.operations import Operation
from gpconnect.domain.records import KINDS
from gpconnect.sync.merge import (
    Fixed,
    Groups,
    Illegal,
    Latest,
    Machine,
    Mark,
    Merged,
    MergeRule,
    Withdrawable,
    fold,
    judge,
    known_to,
)
from tests.sync.people import operation

PERSON = Groups({"name": ("given_name", "family_name"), "reach": ("phone", "safe_contact")})


def op(name: str, seen: tuple[str, ...] = (), author: str = "a", **body: Any) -> Operation:
    return operation(op_id=name, seen=seen, author=author, body=body)


def step(state: dict[str, Any] | None, move: Operation) -> dict[str, Any] | Illegal:
    """A door: made closed, opened when closed, closed when open."""
    now = None if state is None else state["status"]
    wanted = move.body["status"]
    legal = {(None, "closed"), ("closed", "open"), ("open", "closed")}
    return {"status": wanted} if (now, wanted) in legal else Illegal("door.not_now")


RULES: list[MergeRule] = [Fixed(), Latest(), PERSON, Machine(step), Withdrawable()]


def test_what_was_signed_stays_and_another_version_is_marked() -> None:
    merged = fold(Fixed(), [op("1", text="zoals het was"), op("2", text="anders"), op("3", text="zoals het was")])
    assert merged == Merged({"text": "zoals het was"}, marked=(Mark("2", "record.fixed"),), heads=("1",))


def test_of_a_plain_record_the_last_in_order_stands() -> None:
    merged = fold(Latest(), [op("1", room="A", floor=1), op("2", room="B")])
    assert (merged.state, merged.heads) == ({"room": "B"}, ("2",))


def test_what_two_people_open_at_once_was_opened_the_first_time() -> None:
    first = replace(op("1", lead="sanne"), kind="episode_of_care.opened")
    second = replace(op("3", lead="joris"), kind="episode_of_care.opened")
    started = replace(op("2", lead="sanne", started=True), kind="episode_of_care.started")
    assert fold(Latest(), [first, started, second]).state == {"lead": "sanne", "started": True}


def test_who_opens_a_dossier_that_exists_does_not_become_its_lead_but_is_asked_about_the_rest() -> None:
    rule = Groups({"lead": ("case_lead",), "opened": ("opened_at",), "reach": ("phone",)})
    first, second = (
        op("1", case_lead="sanne", phone="06-1"),
        op("2", case_lead="joris", phone="06-2", opened_at="later"),
    )
    merged = fold(rule, [replace(one, kind="patient.recorded") for one in (first, second)])
    assert merged.state == {"case_lead": "sanne", "phone": "06-2", "opened_at": "later"}
    assert [one.group for one in merged.conflicts] == ["reach"]


def test_an_illegal_step_is_kept_marked_and_changes_nothing() -> None:
    moves = [op("1", status="closed"), op("2", status="open"), op("3", status="open"), op("4", status="closed")]
    merged = fold(Machine(step), moves)
    assert merged == Merged({"status": "closed"}, marked=(Mark("3", "door.not_now"),), heads=("4",))


def test_an_edit_that_saw_the_other_replaces_it() -> None:
    merged = fold(PERSON, [op("1", phone="06-1", given_name="Sam"), op("2", ("1",), phone="06-2")])
    assert merged.state == {"phone": "06-2", "given_name": "Sam"}
    assert (merged.conflicts, merged.heads) == ((), ("1", "2"))


def test_two_people_who_did_not_see_each_other_keep_both_values() -> None:
    ops = [op("1", phone="06-1"), op("2", ("1",), "anna", phone="06-2"), op("3", ("1",), "bram", phone="06-3")]
    merged = fold(PERSON, ops)
    (conflict,) = merged.conflicts
    assert conflict.group == "reach"
    assert [(version.author, version.value) for version in conflict.versions] == [
        ("anna", {"phone": "06-2"}),
        ("bram", {"phone": "06-3"}),
    ]
    assert merged.state == {"phone": "06-3"}
    assert merged.heads == ("2", "3")


def test_who_saw_both_decides() -> None:
    ops = [op("1", phone="06-1"), op("2", ("1",), phone="06-2"), op("3", ("1",), phone="06-3")]
    seen = fold(PERSON, ops).heads
    merged = fold(PERSON, [*ops, op("4", seen, phone="06-2")])
    assert (merged.state, merged.conflicts, merged.heads) == ({"phone": "06-2"}, (), ("4",))


def test_two_people_who_wrote_the_same_are_no_conflict() -> None:
    merged = fold(PERSON, [op("1", phone="06-1"), op("2", phone="06-1")])
    assert merged.conflicts == ()
    assert merged.heads == ("1", "2")


def test_edits_of_different_groups_do_not_meet() -> None:
    ops = [op("1", given_name="Sam", phone="06-1"), op("2", ("1",), phone="06-2"), op("3", ("1",), given_name="Sami")]
    merged = fold(PERSON, ops)
    assert merged.state == {"given_name": "Sami", "phone": "06-2"}
    assert merged.conflicts == ()


def test_a_field_that_was_left_alone_stays_as_its_author_saw_it() -> None:
    merged = fold(PERSON, [op("1", phone="06-1", safe_contact="bel mama"), op("2", ("1",), phone="06-2")])
    assert merged.state == {"phone": "06-2", "safe_contact": "bel mama"}


def test_who_answers_an_answer_saw_what_that_answered() -> None:
    ops = [op("1", phone="06-1", given_name="Sam"), op("2", ("1",), given_name="Sami"), op("3", ("2",), phone="06-3")]
    assert fold(PERSON, ops).conflicts == ()


def test_a_field_of_a_newer_version_is_a_group_of_its_own() -> None:
    merged = fold(PERSON, [op("1", pronouns="hen"), op("2", pronouns="zij")])
    assert [conflict.group for conflict in merged.conflicts] == ["pronouns"]


def test_a_withdrawal_beats_a_yes_that_had_not_seen_it_in_any_order() -> None:
    yes, no = op("1", decision="given"), op("2", decision="withdrawn")
    renewed = op("3", ("1",), decision="given")
    for ops in ([yes, no, renewed], [yes, renewed, no], [no, yes, renewed]):
        merged = fold(Withdrawable(), ops)
        assert merged.state == {"decision": "withdrawn"}
        assert {mark.op_id for mark in merged.marked} == {"1", "3"}


def test_a_withdrawal_that_answers_a_yes_marks_nothing() -> None:
    merged = fold(Withdrawable(), [op("1", decision="given"), op("2", ("1",), decision="withdrawn")])
    assert merged == Merged({"decision": "withdrawn"}, heads=("2",))


def test_consent_may_be_given_again_by_somebody_who_saw_the_withdrawal() -> None:
    ops = [op("1", decision="given"), op("2", ("1",), decision="withdrawn"), op("3", ("2",), decision="given")]
    merged = fold(Withdrawable(), ops)
    assert merged == Merged({"decision": "given"}, heads=("3",))
    assert fold(Withdrawable(), ops[:1]).state == {"decision": "given"}


def test_the_same_id_with_other_content_is_marked() -> None:
    first = op("1", phone="06-1")
    merged = fold(Latest(), [first, replace(first, body={"phone": "06-9"})])
    assert merged.state == {"phone": "06-1"}
    assert merged.marked == (Mark("1", "operation.other_content"),)


@pytest.mark.parametrize("rule", RULES)
def test_a_record_without_operations_is_nothing(rule: MergeRule) -> None:
    assert fold(rule, []) == Merged(None)


SITE = Groups({"where": ("address", "city"), "phone": ("phone",)})


def place(name: str, seen: tuple[str, ...] = (), **body: Any) -> Operation:
    return replace(op(name, seen, **body), kind="site.recorded")


def test_of_a_whole_record_only_what_an_edit_names_is_changed_by_it() -> None:
    begun = place("1", address="Waalkade 1", city="Zaltbommel", phone="1")
    moved = place("2", ("1",), address="Waalkade 9", city="Zaltbommel", phone="1", changed=["address"])
    phoned = place("3", ("1",), address="Waalkade 1", city="Zaltbommel", phone="2", changed=["phone"])

    merged = fold(SITE, [begun, moved, phoned])

    assert merged.state == {"address": "Waalkade 9", "city": "Zaltbommel", "phone": "2"}
    assert merged.conflicts == ()
    assert merged.heads == ("2", "3")


def test_of_a_whole_record_the_same_group_changed_twice_is_asked_about() -> None:
    begun = place("1", address="Waalkade 1", city="Zaltbommel", phone="1")
    here = place("2", ("1",), address="Waalkade 9", city="Zaltbommel", phone="1", changed=["address", "city"])
    there = place("3", ("1",), address="Waalkade 1", city="Brakel", phone="1", changed=["address", "city"])

    (conflict,) = fold(SITE, [begun, here, there]).conflicts

    assert [version.value for version in conflict.versions] == [
        {"address": "Waalkade 9", "city": "Zaltbommel"},
        {"address": "Waalkade 1", "city": "Brakel"},
    ]


def test_a_whole_record_of_an_earlier_version_replaces_what_was_before_it_and_asks_nobody() -> None:
    begun = place("1", address="Waalkade 1", phone="1")
    whole = place("2", address="Waalkade 1", phone="2")
    later = place("3", ("2",), address="Waalkade 9", phone="2", changed=["address"])

    merged = fold(SITE, [begun, whole, later])

    assert (merged.state, merged.conflicts) == ({"address": "Waalkade 9", "phone": "2"}, ())


def test_an_edit_reads_as_the_whole_record_to_a_version_that_takes_the_last_one() -> None:
    begun = place("1", address="Waalkade 1", phone="1")
    phoned = place("2", ("1",), address="Waalkade 1", phone="2", changed=["phone"])
    state = fold(Latest(), [begun, phoned]).state or {}

    assert (state["address"], state["phone"]) == ("Waalkade 1", "2")


def test_what_two_desks_plan_the_same_is_one_and_what_either_changes_of_it_is_asked_about() -> None:
    here = replace(op("1", **HALF_DAY), kind="half_day_session.planned")
    there = replace(here, op_id="2", author="b")
    rule = desk_rule("half_day_session")
    assert fold(rule, [here, there]) == Merged(dict(HALF_DAY), heads=("1", "2"))

    moved: dict[str, Any] = {**HALF_DAY, "start": "10:00:00", "changed": ["day", "start"]}
    for seen, asked in ((("1",), 1), (("1", "2"), 0)):
        later = replace(op("3", seen, **moved), kind="half_day_session.changed")
        for order in ([here, there, later], [there, here, later], [here, later, there]):
            assert len(fold(rule, order).conflicts) == asked or (order[-1] is there and not asked)


def test_what_was_called_off_stays_so_until_somebody_answers_whoever_else_planned_the_same() -> None:
    here = replace(op("1", **HALF_DAY), kind="half_day_session.planned")
    there = replace(here, op_id="2", author="b")
    off = replace(
        op("3", ("1",), **{**HALF_DAY, **CALLED_OFF, "changed": sorted(CALLED_OFF)}), kind="half_day_session.called_off"
    )
    rule = desk_rule("half_day_session")
    for order in ([here, off, there], [here, there, off], [there, here, off]):
        merged = fold(rule, order)
        assert merged.state == {**HALF_DAY, **CALLED_OFF}
        assert merged.heads == tuple(one.op_id for one in order)
        (asked,) = merged.conflicts
        assert [one.op_id for one in asked.versions] == ["2", "3"], "what shows is the last one"

    # Who saw both and says why saw what shows; who saw that it was called off and plans it anew wants it back.
    worded = replace(op("4", ("1", "2", "3"), called_off_why="Ziek", changed=["called_off_why"]), kind=f"{off.kind}.x")
    answered = fold(rule, [here, off, there, worded])
    assert (answered.state, answered.conflicts) == ({**HALF_DAY, **CALLED_OFF, "called_off_why": "Ziek"}, ())
    anew = replace(op("4", ("3",), **HALF_DAY, changed=sorted(CALLED_OFF)), kind="half_day_session.planned")
    assert fold(rule, [here, off, anew]).state == HALF_DAY


def test_two_copies_of_a_series_are_one_and_carry_no_wish_of_their_own() -> None:
    mine = replace(op("1", **SERIES), kind="office_hours.split")
    theirs = replace(mine, op_id="2", author="b")
    earlier = replace(op("3", ("1",), **{**SERIES, "start": "10:00:00", "changed": ["start"]}), kind="office_hours.x")
    roomier = replace(op("4", ("2",), **{**SERIES, "room": "7", "changed": ["room"]}), kind="office_hours.x")

    for order in ([mine, earlier, theirs, roomier], [theirs, roomier, mine, earlier], [mine, theirs, roomier, earlier]):
        merged = fold(desk_rule("office_hours"), order)
        assert (merged.state, merged.conflicts) == ({**SERIES, "start": "10:00:00", "room": "7"}, ())


def test_what_somebody_had_seen_is_what_they_answered_and_what_that_answered() -> None:
    made = [op("1"), op("2", ("1",)), op("3", ("1",)), op("4", ("2",))]
    assert known_to(made, "4") == {"1", "2", "4"}
    assert known_to(made, "not here") == {"not here"}


def test_of_a_group_that_nobody_is_asked_about_the_last_in_order_stands() -> None:
    begun = place("1", address="Waalkade 1", phone="1")
    moved, phoned = place("2", ("1",), address="Waalkade 9"), place("3", ("1",), address="Waalkade 5")
    rule = replace(SITE, unasked=frozenset({"where"}))

    assert fold(SITE, [begun, moved, phoned]).conflicts
    merged = fold(rule, [begun, moved, phoned])
    assert merged.state == {"address": "Waalkade 5", "phone": "1"}
    assert (merged.conflicts, merged.heads) == ((), ("1", "2", "3"))


def desk_rule(kind: str) -> Groups:
    """The rule by which this kind of record is merged on a device."""
    return Groups({str(number): group for number, group in enumerate(KINDS[kind].groups)})


def told_apart(kind: str, before: dict[str, Any], *edits: dict[str, Any]) -> list[Merged]:
    """What becomes of a record that several desks changed without hearing of each other, in every order."""
    begun = replace(op("0", **before), kind=f"{kind}.planned")
    made = [
        replace(op(str(number), ("0",), **{**before, **edit, "changed": sorted(edit)}), kind=f"{kind}.edited")
        for number, edit in enumerate(edits, 1)
    ]
    return [fold(desk_rule(kind), [begun, *order]) for order in permutations(made)]


HALF_DAY: dict[str, Any] = {
    "day": "2026-11-24",
    "start": "09:00:00",
    "note": "",
    "status": "open",
    "called_off_why": "",
    "room": "",
}
CALLED_OFF = {"status": "cancelled", "called_off_why": "Geen kamer"}
SLOT = {"starts_at": "2026-11-24T08:00:00Z", "minutes": 45, "kind": "regular"}
SERIES: dict[str, Any] = {"last_day": "2026-12-18", "start": "09:00:00", "room": "", "archived": False}
WAITING: dict[str, Any] = {"ended_on": None, "ended_why": "", "offered_slot_id": "", "priority": 0, "wish_days": []}
ENDED = {"ended_on": "2026-11-24", "ended_why": "booked"}


@pytest.mark.parametrize(
    ("kind", "before", "edits"),
    [
        ("half_day_session", HALF_DAY, (CALLED_OFF, {"note": "Neem de zijdeur"}, {"room": "2"})),
        ("half_day_session", HALF_DAY, (CALLED_OFF, {"start": "09:30:00"})),
        ("half_day_session", HALF_DAY, ({"status": "closed"}, {"note": "Neem de zijdeur"})),
        ("office_hours", SERIES, ({"start": "10:00:00"}, {"room": "7"}, {"archived": True})),
        ("slot", SLOT, ({"kind": "closed"}, {"starts_at": "2026-11-24T08:30:00Z"})),
        ("waiting_entry", WAITING, (ENDED, {"offered_slot_id": "s"}, {"priority": 1})),
        ("waiting_entry", WAITING, (ENDED, {"wish_days": [2]})),
    ],
)
def test_who_did_not_hear_of_an_ending_does_not_undo_it_by_another_edit(
    kind: str, before: dict[str, Any], edits: tuple[dict[str, Any], ...]
) -> None:
    everything: dict[str, Any] = dict(before)
    for edit in edits:
        everything |= edit
    for merged in told_apart(kind, before, *edits):
        assert (merged.state, merged.conflicts) == (everything, ())


def test_a_half_day_called_off_here_and_closed_there_is_asked_about() -> None:
    for merged in told_apart("half_day_session", HALF_DAY, CALLED_OFF, {"status": "closed", "called_off_why": ""}):
        assert [conflict.versions[0].value.keys() for conflict in merged.conflicts] == [CALLED_OFF.keys()]


def test_a_slot_that_is_only_kept_or_given_back_says_nothing_new_of_itself() -> None:
    closed = {"kind": "closed"}
    for merged in told_apart("slot", SLOT, {}, closed):
        assert (merged.state, merged.conflicts) == (SLOT | closed, ())


@pytest.mark.parametrize("kind", ["half_day_session", "office_hours", "slot", "waiting_entry"])
def test_every_field_of_what_is_planned_is_decided_in_one_group(kind: str) -> None:
    grouped = [name for group in KINDS[kind].groups for name in group]
    assert sorted(grouped) == sorted(one.name for one in fields(KINDS[kind].record) if one.name != "id")


def test_a_role_does_only_what_is_its_own() -> None:
    assert judge(operation(kind="note.signed"), "youth_worker") == ""
    assert judge(operation(kind="note.signed"), "gp") == "operation.not_allowed"
    assert judge(operation(kind="note.signed", space="practice/kade"), "youth_worker") == "operation.not_allowed"
    assert judge(operation(kind="hologram.shown"), "gp") == "operation.unknown_kind"
