"""Who may do what."""

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import AREAS, MAY, Area, Intention, may, require
from gpconnect.domain.staff import Role

WORKER, GP, DESK, ALL, BOSS = "w---", "-g--", "wga-", "wgac", "---c"
EXPECTED = {
    "book": DESK,
    "move": DESK,
    "cancel": DESK,
    "walk_in": DESK,
    "urgent": DESK,
    "peer_consultation": "wg--",
    "manage_waiting_list": DESK,
    "record_sharing_consent": DESK,
    "see_agenda": DESK,
    "plan_half_days": DESK,
    "receive": DESK,
    "talk": WORKER,
    "finish_task": DESK,
    "search": ALL,
    "see_directory": ALL,
    "see_pilot": ALL,
    "read_dossier": WORKER,
    "restrict_dossier": WORKER,
    "read_in_emergency": WORKER,
    "edit_dossier": WORKER,
    "write_note": WORKER,
    "record_help_consent": WORKER,
    "give_feedback": WORKER,
    "read_feedback": DESK,
    "hand_over": WORKER,
    "edit_directory": ALL,
    "ask_evaluation": WORKER,
    "answer_as_gp": GP,
    "derive_facts": WORKER,
    "see_report": BOSS,
    "issue_report": BOSS,
    "write_narrative": BOSS,
    "sync": ALL,
    "resolve_conflict": ALL,
    "see_sharing": ALL,
    "administer": BOSS,
    "invite": ALL,
    "back_up": ALL,
    "keep_keys": ALL,
    "read_access_log": "wg--",
    "give_inspection": WORKER,
    "erase": WORKER,
}
"""What was agreed, written a second time: w(orker), g(p), a(ssistant), c(oordinator), a dash for who may not."""
LETTERS = {"w": Role.YOUTH_WORKER, "g": Role.GP, "a": Role.PRACTICE_ASSISTANT, "c": Role.COORDINATOR}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("intention", Intention)
def test_each_role_may_exactly_what_was_agreed(role: Role, intention: Intention) -> None:
    letter = next(letter for letter, one in LETTERS.items() if one is role)
    expected = letter in EXPECTED[intention.value]

    assert may(role, intention) is expected
    if expected:
        require(role, intention)
    else:
        with pytest.raises(KnownError) as refused:
            require(role, intention)
        assert refused.value.code == "role.may_not"


def test_every_intention_has_its_roles_and_every_role_its_areas() -> None:
    assert set(MAY) == set(Intention) == set(EXPECTED)
    assert all(MAY.values())
    assert set(AREAS) == set(Role)


def test_the_coordinator_never_comes_near_a_child() -> None:
    near = {Intention.READ_DOSSIER, Intention.SEE_AGENDA, Intention.BOOK, Intention.READ_FEEDBACK, Intention.WRITE_NOTE}

    assert not any(may(Role.COORDINATOR, one) for one in near)
    assert AREAS[Role.COORDINATOR] == (Area.REPORT, Area.DIRECTORY, Area.SHARING, Area.ADMIN)


def test_a_practice_books_and_reads_no_notes() -> None:
    require(Role.PRACTICE_ASSISTANT, Intention.BOOK)
    with pytest.raises(KnownError) as refused:
        require(Role.GP, Intention.READ_DOSSIER)

    assert (refused.value.code, refused.value.params) == ("role.may_not", {"role": "gp", "intention": "read_dossier"})
