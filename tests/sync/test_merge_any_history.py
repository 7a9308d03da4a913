"""Any history of one record, in any order: replicas agree and nothing that nobody saw replaced is lost."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.operations import Operation
from gpconnect.sync.merge import MergeRule, Withdrawable, fold
from tests.sync.test_merge import PERSON, RULES, op


@st.composite
def histories(draw: st.DrawFn) -> list[Operation]:
    """Operations of one record, each having seen any of those before it."""
    made: list[Operation] = []
    for number in range(draw(st.integers(0, 8))):
        seen = draw(st.lists(st.sampled_from([one.op_id for one in made]), unique=True)) if made else []
        body = {
            "status": draw(st.sampled_from(["open", "closed"])),
            "decision": draw(st.sampled_from(["given", "withdrawn"])),
            **draw(
                st.dictionaries(
                    st.sampled_from(["given_name", "family_name", "phone", "new"]), st.integers(0, 3), max_size=3
                )
            ),
        }
        made.append(replace(op(f"{number:032x}", tuple(seen)), body=body))
    return made


@given(histories(), st.sampled_from(RULES), st.randoms(use_true_random=False))
def test_replicas_converge_however_the_same_order_reached_them(
    made: list[Operation], rule: MergeRule, chance: random.Random
) -> None:
    """Each replica gets the order in pieces, some twice, and its own waiting operations move into their place."""
    final = fold(rule, made)
    for _ in range(3):
        arrived: dict[int, Operation] = {}
        places = list(range(len(made))) * 2
        chance.shuffle(places)
        for place in places:
            arrived[place] = made[place]
        in_order = [arrived[place] for place in sorted(arrived)]
        twice = [one for one in in_order for _ in range(chance.randint(1, 2))]
        assert fold(rule, twice) == final


@given(histories(), st.sampled_from(RULES))
def test_every_operation_counts_or_is_marked_and_none_is_changed(made: list[Operation], rule: MergeRule) -> None:
    before = [replace(one, body=dict(one.body)) for one in made]
    merged = fold(rule, made)
    assert made == before
    known = {one.op_id for one in made}
    assert {mark.op_id for mark in merged.marked} <= known
    assert set(merged.heads) <= known
    assert not {mark.op_id for mark in merged.marked} & set(merged.heads) or isinstance(rule, Withdrawable)


@given(histories())
def test_no_value_that_nobody_saw_replaced_is_ever_lost(made: list[Operation]) -> None:
    """The promise of field groups: what nobody saw and replaced is the state or one of the versions to choose from."""
    merged = fold(PERSON, made)
    shown = [merged.state or {}, *(version.value for conflict in merged.conflicts for version in conflict.versions)]
    for number, one in enumerate(made):
        later = made[number + 1 :]
        if any(one.op_id in other.seen for other in later):
            continue
        for name, value in one.body.items():
            assert any(state.get(name) == value for state in shown)


@given(histories())
def test_an_edit_that_saw_every_head_leaves_no_conflict(made: list[Operation]) -> None:
    heads = fold(PERSON, made).heads
    decided = op("f" * 32, heads, given_name=1, family_name=1, phone=1, new=1, status="open", decision="given")
    assert fold(PERSON, [*made, decided]).conflicts == ()


@given(histories(), st.randoms(use_true_random=False))
def test_no_order_turns_a_withdrawal_into_a_yes(made: list[Operation], chance: random.Random) -> None:
    apart = [replace(one, seen=()) for one in made]
    chance.shuffle(apart)
    state = fold(Withdrawable(), apart).state
    if any(one.body["decision"] == "withdrawn" for one in apart):
        assert state
        assert state["decision"] == "withdrawn"
