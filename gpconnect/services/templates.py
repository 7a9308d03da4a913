"""The templates of notes: which are offered, and each note on the version on which it was written."""

from collections.abc import Mapping
from typing import Any

from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import Form
from gpconnect.domain.leftovers import grown
from gpconnect.domain.notes import Note, NoteDraft
from gpconnect.domain.schedule import VisitKind
from gpconnect.services import resources

PHONE = "phone"
"""What templates call contact outside a booked talk: mostly somebody phoned."""


def form_of(template: str, version: int) -> Form:
    """A version of a template.

    Raises:
        KnownError: ``form.missing`` (form) when it does not come with this program.
    """
    form = resources.load_forms().get((template, version))
    if form is None:
        raise KnownError("form.missing", form=template)
    return form


def of(draft: NoteDraft) -> Form:
    """The form that a draft is signed on: its own version, with a question for everything else that was written.

    Raises:
        KnownError: ``form.missing`` (form) when it does not come with this program.
    """
    return grow(form_of(draft.template, draft.template_version), draft.answers)


def as_written(note: Note) -> Form | None:
    """The form of a signed note with a question for everything in it; None when this program does not have it."""
    form = resources.load_forms().get((note.template, note.template_version))
    return grow(form, note.answers) if form is not None else None


def templates_for(visit: str) -> tuple[Form, ...]:
    """The newest version of each note template, those made for this kind of talk first."""
    newest: dict[str, Form] = {}
    for form in resources.load_forms().values():
        if form.purpose == "note" and form.version >= newest.get(form.id, form).version:
            newest[form.id] = form
    peer = visit == VisitKind.PEER_CONSULTATION
    found = [one for one in newest.values() if (one.id == "peer_consultation") is peer]
    return tuple(sorted(found, key=lambda one: (visit not in one.visits, one.visits[:1] != (visit,), one.title)))


def offered(visit: str, draft: NoteDraft | None) -> tuple[Form, ...]:
    """What may be chosen for a talk; the version that a draft was written in as well, also when a newer one came."""
    found = templates_for(visit)
    own = resources.load_forms().get((draft.template, draft.template_version)) if draft is not None else None
    return found if own is None or own in found else (own, *found)


def grow(form: Form, answers: Mapping[str, Any]) -> Form:
    """The form with a question at its end for every answer that it does not ask."""
    return grown(form, answers, resources.load_forms().values())
