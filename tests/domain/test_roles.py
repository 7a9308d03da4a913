"""Who may do what."""

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.domain.roles import AREAS, MAY, Area, Intention, may, require
from gpconnect.domain.staff import Role


def test_every_intention_has_its_roles_and_every_role_its_areas() -> None:
    assert set(MAY) == set(Intention)
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
