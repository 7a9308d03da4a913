"""What somebody is still writing, on more than one computer, and what a family asked that is refused."""

from dataclasses import replace
from random import Random

from gpconnect.domain.erasure import Erasure, ErasureRefusal, ErasureStatus, Refusal
from gpconnect.domain.notes import NoteDraft
from gpconnect.services import notes, refusing
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.campaigns.simulation.at_desk import Deed, one_of
from tests.campaigns.simulation.in_team import DRAFT
from tests.campaigns.simulation.world import words_of


def type_on(session: Session, dice: Random) -> None:
    """Somebody goes on with a draft, at whichever of their computers it was begun."""
    draft = one_of(dice, _drafts(session))
    _, view = notes.open_draft(session, draft.id)
    text = f"{DRAFT} {words_of(session.actor.staff_id)} {dice.randrange(99)}"
    notes.save_draft(session, replace(view.draft, answers={**view.draft.answers, "wish": text}))


def throw_away(session: Session, dice: Random) -> None:
    notes.throw_away(session, one_of(dice, _drafts(session)).id)


def _drafts(session: Session) -> list[NoteDraft]:
    return rows.where(session.db, NoteDraft, "author = ?", (session.actor.staff_id,), order="started_at, id")


def refuse_erasure(session: Session, dice: Random) -> None:
    asked = rows.where(session.db, Erasure, "status = ?", (ErasureStatus.REQUESTED,), order="requested_at, id")
    refusing.refuse(session, one_of(dice, asked).id, dice.choice(tuple(Refusal)), "Iemand anders heeft het nodig.")


def tell_refusal(session: Session, dice: Random) -> None:
    untold = rows.where(session.db, ErasureRefusal, "told_at IS NULL", order="decided_at, id")
    refusing.told(session, one_of(dice, untold).id)


DEEDS: dict[str, Deed] = {
    "type_on": type_on,
    "throw_away": throw_away,
    "refuse_erasure": refuse_erasure,
    "tell_refusal": tell_refusal,
}
