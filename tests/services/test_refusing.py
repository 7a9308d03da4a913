"""A request to erase is refused with a ground and a reason; the family hears it, and it goes when the dossier goes."""

import pypdfium2
import pytest

from gpconnect.documents.inspection_data import Copy
from gpconnect.domain.erasure import Article, ErasureRefusal, Refusal
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.services import erasing, inspection, pilot_end, refusing, retention, rights, timelines
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from tests.services.conftest import Clock
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import Team, a_note, ask, destroyed, kept, plain, wire
from tests.services.online import Wire, sync

__all__ = ["wire"]

REASON = "Een broer heeft Zwaluwstaart nodig bij de rechter."


def refusal_of(session: Session) -> ErasureRefusal:
    (found,) = rows.where(session.db, ErasureRefusal)
    return found


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf))


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501, "een \x00 teken"])
def test_without_a_reason_that_can_be_read_nothing_is_refused(worker: Session, reason: str) -> None:
    asked = ask(worker, a_dossier(worker))
    with pytest.raises(KnownError):
        refusing.refuse(worker, asked, Refusal.LAW, reason)
    assert kept(worker) == set()
    assert rows.count(worker.db, ErasureRefusal) == 0


def test_who_was_too_late_refuses_nothing(worker: Session) -> None:
    child = a_dossier(worker)
    asked = ask(worker, child)
    erasing.undo(worker, asked)
    with pytest.raises(KnownError) as late:
        refusing.refuse(worker, asked, Refusal.LAW, REASON)
    assert late.value.code == "erasure.moved_on"
    assert erasing.overview(worker, child).asked[0].refusal is None


def test_a_colleague_who_undid_it_first_leaves_no_refusal_to_see(team: Team, wire: Wire) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    asked = ask(sanne, child)
    sync(sanne, joris, wire=wire)
    erasing.undo(joris, asked)
    refusing.refuse(sanne, asked, Refusal.LAW, REASON)
    sync(joris, sanne, joris, wire=wire)

    for desk in (sanne, joris):
        assert erasing.overview(desk, child).asked[0].refusal is None
        assert "erasure_refusal" not in {one.kind for one in timelines.timeline(desk, child)}
        assert "Verzoeken om te wissen" not in {one.title for one in copy_of(desk, child).sections}


def copy_of(session: Session, child: str) -> Copy:
    session.db.execute("UPDATE patient SET birth_date = '2008-01-01'")
    return inspection.make(session, rows.require(session.db, Patient, child), inspection.Wish("patient"))


def test_it_stands_in_the_dossier_and_in_every_copy_with_where_to_complain(worker: Session) -> None:
    child = a_dossier(worker)
    refusing.refuse(worker, ask(worker, child, article=Article.GDPR), Refusal.INTEREST_OF_ANOTHER, REASON)

    (moment,) = [one for one in timelines.timeline(worker, child) if one.kind == "erasure_refusal"]
    assert (moment.words, moment.who, moment.state) == (REASON, "Sanne de Vries", "untold")
    (section,) = [one for one in copy_of(worker, child).sections if one.key == "refusals"]
    (entry,) = section.entries
    said = {one.key: one.text for one in entry.passages}
    assert (entry.by, said["reason"]) == ("Sanne de Vries", REASON)
    assert "AVG artikel 17 lid 3" in said["ground"]
    assert "Autoriteit Persoonsgegevens" in said["complain"]
    assert "told_at" not in said
    assert [one.kind for one in rights.overview(worker, child).holdable].count("erasure_refusal") == 1


def test_that_the_family_knows_is_kept_with_who_told_them(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    refusing.refuse(worker, ask(worker, child), Refusal.LAW, REASON)
    clock.forward(days=2)
    refusing.told(worker, refusal_of(worker).id)

    known = refusal_of(worker)
    assert (known.told_at, known.told_by) == (clock.at, "Sanne de Vries")
    (moment,) = [one for one in timelines.timeline(worker, child) if one.kind == "erasure_refusal"]
    assert moment.state == ""
    (section,) = [one for one in copy_of(worker, child).sections if one.key == "refusals"]
    assert "26 november 2026" in {one.key: one.text for one in section.entries[0].passages}["told_at"]

    clock.forward(days=90)
    refusing.told(worker, known.id)
    assert refusal_of(worker) == known, "the first day stands"


def test_the_letter_says_what_why_and_where_to_complain_and_is_on_record(worker: Session) -> None:
    child = a_dossier(worker)
    note = a_note(worker, child, "Over school")
    refusing.refuse(worker, ask(worker, child, f"note:{note}"), Refusal.LAW, REASON)
    paper = refusing.letter(worker, refusal_of(worker).id)

    said = words_of(paper.pdf)
    for words in ("een deel van het dossier", REASON, "Jeugdwet 7.3.9 lid 2", "klachtencommissie", "zes weken"):
        assert words in said
    assert "Daan" in said
    assert b"Daan" not in paper.pdf
    assert "Daan" not in paper.file_name
    assert list(access_log.after_row(worker.db, 0))[-1].event.purpose == refusing.PURPOSE


def test_the_reason_is_destroyed_with_the_dossier(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    refusing.refuse(sanne, ask(sanne, child), Refusal.LAW, REASON)
    sync(sanne, joris, wire=wire)
    assert refusal_of(joris).reason == REASON
    assert b"Zwaluwstaart" in plain(joris)

    destroyed(team, wire, clock, child)

    for desk in team:
        assert rows.count(desk.db, ErasureRefusal) == 0
        assert b"Zwaluwstaart" not in plain(desk)


def test_a_refusal_does_not_lengthen_how_long_the_dossier_is_kept(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    before = retention.term_of(worker, child)
    clock.forward(days=400)
    refusing.refuse(worker, ask(worker, child), Refusal.LAW, REASON)
    assert retention.term_of(worker, child) == before
    assert "erasure_refusal" in pilot_end._records(worker, child)
