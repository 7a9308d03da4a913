"""What has been done in the pilot before a history begins: some children are known, so that people can meet in them."""

from random import Random

from tests.campaigns.simulation import at_desk, in_team
from tests.campaigns.simulation.at_desk import ORDINARY
from tests.campaigns.simulation.chance import dice
from tests.campaigns.simulation.desk import Desk

DONE = (
    ("gp", "book book"), ("assistant", "book"), ("gp2", "book"), ("gp", "wait"), ("", ""),
    ("sanne", "new_dossier new_dossier"), ("joris", "new_dossier walk_in walk_in"), ("", ""),
    ("sanne", "talk sign save_related save_related consent"), ("joris", "talk talk talk sign sign"),
    ("sanne", "sign type"), ("joris", "type finish"), ("sanne", "hand_over"), ("joris", "allow_feedback"), ("", ""),
)  # fmt: skip
"""Who did what; an empty name is a round of everybody with the hub."""


def live(desks: dict[str, Desk]) -> None:
    """Do it. A deed that cannot be done is tried with other chances: the morning must be full."""
    deeds = at_desk.DEEDS | in_team.DEEDS
    for place, (who, done) in enumerate(DONE):
        if not who:
            for desk in (*desks.values(), *desks.values()):
                trouble = desk.sync()
                assert not trouble, trouble
            continue
        for turn, deed in enumerate(done.split()):
            tries = (_worked(deeds[deed], desks[who], dice("morning", place, turn, number)) for number in range(30))
            assert any(tries), f"{who} cannot {deed}"


def _worked(deed: at_desk.Deed, desk: Desk, chance: Random) -> bool:
    try:
        deed(desk.session, chance)
    except ORDINARY:
        return False
    return True
