"""Records that an edit carries whole: two who were apart each keep what they said."""

from itertools import permutations
from typing import Any

from gpconnect.domain.operations import Operation
from gpconnect.domain.records import CHANGED
from gpconnect.sync.merge import Groups, fold
from tests.sync.people import operation


def an_episode(name: str, verb: str, seen: tuple[str, ...] = (), changed: str = "", **body: Any) -> Operation:
    told: dict[str, Any] = {"words": "slaapt slecht", "ended_on": None, "aftercare_done": None, **body}
    if changed:
        told[CHANGED] = changed.split()
    return operation(op_id=name, seen=seen, kind=f"episode_of_care.{verb}", body=told)


EPISODE = Groups({"words": ("words",), "end": ("ended_on",), "after": ("aftercare_done",)})


def test_what_two_people_open_at_once_keeps_what_either_did_since() -> None:
    first, second = an_episode("1", "opened"), an_episode("2", "opened", words="hetzelfde verzoek")
    edited = an_episode("3", "recorded", ("2",), "words", words="slaapt weer")
    ended = an_episode("4", "ended", ("1",), "ended_on", ended_on="2026-11-24")
    for ops in ([first, second, edited, ended], [second, first, ended, edited]):
        merged = fold(EPISODE, ops)
        assert merged.state == {"words": "slaapt weer", "ended_on": "2026-11-24", "aftercare_done": None}
        assert merged.conflicts == ()


def test_who_ends_a_stretch_of_help_ended_it_whatever_a_colleague_wrote_meanwhile() -> None:
    opened = an_episode("1", "opened")
    apart = [
        an_episode("2", "ended", ("1",), "ended_on", ended_on="2026-11-24"),
        an_episode("3", "recorded", ("1",), "words", words="slaapt weer"),
        an_episode("4", "aftercare_done", ("2",), "aftercare_done", ended_on="2026-11-24", aftercare_done="2027-01-05"),
    ]
    possible = [ops for ops in permutations(apart) if ops.index(apart[0]) < ops.index(apart[2])]
    for ops in possible:
        merged = fold(EPISODE, [opened, *ops])
        assert merged.state == {"words": "slaapt weer", "ended_on": "2026-11-24", "aftercare_done": "2027-01-05"}
        assert merged.conflicts == ()


def test_a_whole_record_of_an_earlier_version_takes_the_place_of_what_it_lay_on() -> None:
    before = [an_episode("1", "opened"), an_episode("2", "ended", ended_on="2026-11-24")]
    assert fold(EPISODE, before).state == {"words": "slaapt slecht", "ended_on": "2026-11-24", "aftercare_done": None}
    reopened = an_episode("3", "reopened", fold(EPISODE, before).heads, "ended_on")
    merged = fold(EPISODE, [*before, reopened])
    assert merged.state is not None
    assert (merged.state["ended_on"], merged.conflicts) == (None, ())
