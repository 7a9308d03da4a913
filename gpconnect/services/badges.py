"""How many things wait for the person at work in an area, without that area being opened."""

from gpconnect.domain.roles import Intention, may
from gpconnect.services import evaluations, gp_evaluations, handover_views, rooms
from gpconnect.services.session import Session

KINDS = frozenset({"handover", "response", "episode_of_care", "membership", "staff"})
"""Record kinds after whose change the numbers are worked out anew."""


def waiting_by_area(session: Session) -> dict[str, int]:
    """Numbers beside the names of the areas, only for what this role does itself.

    Handovers that ask something of this person today, evaluation forms that nobody has handed in, and devices that
    wait to be let in here. Only counted: no dossier is looked into, so nothing is written to the access log (NEN 7513).
    """
    role = session.actor.role
    found: dict[str, int] = {}
    if may(role, Intention.HAND_OVER):
        found["handovers"] = handover_views.board(session).asking
    if may(role, Intention.ASK_EVALUATION):
        found["evaluation"] = sum(len(one.open) for one in evaluations.overview(session).episodes)
    elif may(role, Intention.ANSWER_AS_GP):
        found["evaluation"] = gp_evaluations.gp_forms(session).open
    if may(role, Intention.SEE_PILOT):
        found["admin"] = len(rooms.waiting(session)) + bool(rooms.missing(session))
    return found
