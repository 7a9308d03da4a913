"""Deeds that end something: what was being written, a request to erase, a dossier; and an older file that undoes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpconnect.domain.erasure import Article, Erasure, ErasureRefusal, ErasureStatus, Refusal
from gpconnect.services import erasing, notes, refusing
from gpconnect.services.erasing import NewErasure
from gpconnect.storage import rows
from tests.campaigns.crashing import harm

if TYPE_CHECKING:
    from tests.campaigns.crashing.day import Day


def set_aside(day: Day) -> None:
    """Somebody copies the file with a file manager, to be sure."""
    day.lock()
    harm.set_aside(day.folder)
    day.unlock()


def throw_away(day: Day) -> None:
    """What was being written goes, here and on the other laptop."""
    (line, *_) = notes.my_drafts(day.session)
    notes.throw_away(day.session, line.draft.id)


def refuse(day: Day) -> None:
    """It is not erased, and why is written down: two records and a line, in one action."""
    (asked,) = rows.where(day.session.db, Erasure, "status = ?", (ErasureStatus.REQUESTED,))
    refusing.refuse(day.session, asked.id, Refusal.INTEREST_OF_ANOTHER, "Het broertje heeft het nodig.")


def tell_refusal(day: Day) -> None:
    """The family heard it."""
    (refusal,) = rows.where(day.session.db, ErasureRefusal)
    refusing.told(day.session, refusal.id)


def open_older(day: Day) -> None:
    """The file of before the erasure lies there again: what was erased goes once more before it is shown."""
    day.unlock()
    harm.mended(day.folder)


def ask_to_erase(day: Day) -> None:
    """The family asks to erase a dossier: it is hidden at once."""
    erasing.request(day.session, NewErasure(day.facts["child"], Article.ON_REQUEST, "legal"))


def destroy(day: Day) -> None:
    """The week is over: it is destroyed, here as soon as the hub has given it its place."""
    (asked,) = (one for one, _ in erasing.due(day.session))
    erasing.destroy(day.session, asked.id)
