"""Who may have what erased: what is kept back stays so, closed dossiers stay closed, many records need a second."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from gpconnect.domain.care import EpisodeOfCare, Goal, Outcome
from gpconnect.domain.deriving import response_about
from gpconnect.domain.erasure import Article, Erasure, ErasureStatus, Refusal
from gpconnect.domain.errors import KnownError
from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.domain.facts import Fact
from gpconnect.domain.notes import Note
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.rights import FIELD, Ground, Withholding
from gpconnect.domain.roles import Intention
from gpconnect.services import (
    access,
    dossier_views,
    erasing,
    evaluations,
    facts,
    inspection,
    outcomes,
    refusing,
    retention,
    rights,
)
from gpconnect.services.acting import acting
from gpconnect.services.erasing import NewErasure
from gpconnect.services.evaluations import FormKey
from gpconnect.services.inspection import Wish
from gpconnect.services.rights import NewWithholding
from gpconnect.services.session import Session
from gpconnect.storage import access_log, conflicts, connection, erasure, files, frozen, meta, rows
from tests.services.conftest import Clock, with_pilot
from tests.services.dossier_help import a_dossier
from tests.services.erasing_help import SECRET, Team, a_note, ask, kept, plain, wire
from tests.services.online import Wire, sync
from tests.services.test_access import words_of
from tests.services.visits_help import a_talk_with_note

__all__ = ["wire"]


def kept_back(session: Session, child: str) -> list[str]:
    """What is kept back from copies now, as ``<kind>:<id>`` of what it is about."""
    return [f"{one.kind}:{one.record}" for one in rows.where(session.db, Withholding, "patient_id = ?", (child,))]


def test_asking_for_a_part_lifts_nothing_that_is_kept_back(worker: Session) -> None:
    child = a_dossier(worker)
    (note,) = rows.where(worker.db, Note)
    rights.withhold(worker, child, NewWithholding("note", note.id, Ground.PRIVACY_OF_ANOTHER, "Vader", part="wish"))
    rights.withhold(worker, child, NewWithholding(FIELD, "school", Ground.PRIVACY_OF_ANOTHER, "Zusje"))
    assert {one.kind for one in erasing.overview(worker, child).parts} == {"note"}
    (about_note,) = rows.where(worker.db, Withholding, "kind = 'note'")
    with pytest.raises(KnownError, match=r"erasure\.part_gone"):
        ask(worker, child, f"withholding:{about_note.id}")

    asked = ask(worker, child, f"note:{note.id}")

    assert rows.require(worker.db, Erasure, asked).parts == (f"note:{note.id}", f"withholding:{about_note.id}")
    assert kept_back(worker, child) == [f"{FIELD}:school"]
    erasing.undo(worker, asked)
    assert sorted(kept_back(worker, child)) == [f"{FIELD}:school", f"note:{note.id}"]


def test_while_the_whole_is_asked_for_nobody_can_make_a_copy_without_what_is_kept_back(worker: Session) -> None:
    child = a_dossier(worker)
    rights.withhold(worker, child, NewWithholding(FIELD, "school", Ground.PRIVACY_OF_ANOTHER, "Zusje"))
    ask(worker, child)
    with pytest.raises(KnownError, match=r"dossier\.blocked"):
        inspection.look(worker, child, Wish(erasing.PATIENT))


def test_who_may_not_read_a_dossier_neither_sees_nor_asks_nor_destroys_its_erasure(
    team: Team, wire: Wire, clock: Clock
) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    access.restrict(sanne, child, ())
    sync(sanne, joris, wire=wire)
    with pytest.raises(KnownError, match=r"dossier\.restricted"):
        erasing.request(joris, NewErasure(child, Article.GDPR, erasing.LEGAL))
    asked = ask(sanne, child)
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)

    assert erasing.due(joris) == ()
    for way in (
        lambda: erasing.overview(joris, child),
        lambda: erasing.undo(joris, asked),
        lambda: erasing.destroy(joris, asked),
    ):
        with pytest.raises(KnownError, match=r"dossier\.restricted"):
            way()
    assert access_log.of_patient(joris.db, child)[0].outcome == "dossier.restricted"
    erasing.overview(sanne, child)
    last = access_log.of_patient(sanne.db, child)[0]
    assert (str(last.type), last.purpose) == ("read", "erasing")


def test_an_hour_in_an_emergency_is_for_reading_and_not_for_erasing(worker: Session, clock: Clock) -> None:
    """Neither asking, nor taking back, refusing or destroying what another asked for; each try is on record."""
    child = a_dossier(worker)
    (note,) = rows.where(worker.db, Note)
    asked = ask(worker, child, f"note:{note.id}")
    other = "0f" * 16
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(restricted_to(worker, child, other))
    clock.forward(days=7, minutes=1)
    access.open_in_emergency(worker, child, "Moeder belt in nood")
    assert erasing.overview(worker, child).asked[0].erasure.id == asked

    ways: tuple[Callable[[], object], ...] = (
        lambda: erasing.request(worker, NewErasure(child, Article.GDPR, erasing.LEGAL)),
        lambda: erasing.undo(worker, asked),
        lambda: refusing.refuse(worker, asked, Refusal.LAW, "Omdat de wet het vraagt"),
        lambda: erasing.destroy(worker, asked),
    )
    for way in ways:
        before = access_log.last_row(worker.db)
        with pytest.raises(KnownError, match=r"dossier\.emergency"):
            way()
        (line,) = access_log.after_row(worker.db, before)
        assert (line.event.client, line.event.outcome) == (child, "dossier.emergency")
    assert rows.require(worker.db, Erasure, asked).status is ErasureStatus.REQUESTED
    assert not erasure.is_blocked(worker.db, child)


def restricted_to(session: Session, child: str, staff_id: str) -> Patient:
    """The child as it is when this colleague alone leads and reads its dossier."""
    return replace(rows.require(session.db, Patient, child), case_lead=staff_id, restricted_to=(staff_id,))


def test_a_destruction_by_somebody_outside_is_kept_and_marked_and_nothing_goes(
    team: Team, wire: Wire, clock: Clock
) -> None:
    """A changed program on Joris's laptop steps past his own gate; every device looks again."""
    sanne, joris = team
    child = a_dossier(sanne)
    access.restrict(sanne, child, ())
    asked = ask(sanne, child)
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)
    with acting(joris, Intention.ERASE) as action:
        action.event("erasure", asked, "destroyed", {"seen": "requested"}, space=joris.team_space)
    sync(joris, sanne, wire=wire)

    for desk in team:
        assert rows.require(desk.db, Erasure, asked).status is ErasureStatus.REQUESTED
        assert [one.reason for one in conflicts.marked(desk.db)] == ["operation.not_allowed"]
    erasing.undo(sanne, asked)
    sync(sanne, joris, wire=wire)
    assert kept(sanne) == kept(joris) == {child}


def test_each_device_counts_itself_how_many_records_go(team: Team, wire: Wire, clock: Clock) -> None:
    """A request that says it takes one record takes a dossier of more than twenty: one person does not destroy it."""
    sanne, joris = team
    child = a_dossier(sanne)
    for number in range(20):
        a_note(sanne, child, f"Gesprek {number}")
    made = Erasure("ab" * 16, child, Article.GDPR, erasing.LEGAL, clock(), "", 1)
    with acting(sanne, Intention.ERASE) as action:
        action.start(made, "requested")
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)
    assert erasing.overview(sanne, child).asked[0].second
    with pytest.raises(KnownError, match=r"erasure\.second_person"):
        erasing.destroy(sanne, made.id)
    with acting(sanne, Intention.ERASE) as action:
        action.event("erasure", made.id, "destroyed", {"seen": "requested"}, space=sanne.team_space)
    sync(sanne, joris, wire=wire)

    for desk in team:
        assert rows.require(desk.db, Erasure, made.id).status is ErasureStatus.REQUESTED
        assert [one.reason for one in conflicts.marked(desk.db)] == ["erasure.second_person"]
    erasing.destroy(joris, made.id)
    sync(joris, sanne, wire=wire)
    assert kept(sanne) == kept(joris) == set()
    assert rows.require(sanne.db, Erasure, made.id).status is ErasureStatus.DESTROYED


def half_filled(session: Session, child: str, words: str, voice: Voice = Voice.CHILD) -> FormKey:
    """A form of this child that somebody began and did not hand in."""
    (episode,) = rows.where(session.db, EpisodeOfCare, "patient_id = ?", (child,))
    key = FormKey(episode.id, Moment.START, voice)
    evaluations.save_half_filled(session, key, {"remark": words})
    return key


def test_what_was_filled_in_half_goes_with_the_dossier(worker: Session, clock: Clock) -> None:
    child, other = a_dossier(worker), a_dossier(worker, "Roos")
    half_filled(worker, child, SECRET)
    stays = half_filled(worker, other, "Blijft")
    asked = ask(worker, child)
    with pytest.raises(KnownError, match=r"record\.missing"):
        evaluations.save_half_filled(worker, replace(stays, episode_id="0e" * 16), {"remark": SECRET})
    clock.forward(days=8)
    erasing.destroy(worker, asked)

    assert SECRET.encode() not in plain(worker)
    assert meta.get_meta(worker.db, stays.draft) == {"remark": "Blijft"}


def test_what_was_filled_in_half_again_goes_with_the_answers(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    key, beside = half_filled(worker, child, SECRET), half_filled(worker, child, "Blijft", Voice.PARENT)
    response = Response(
        "0a" * 16, key.episode_id, "goals", 1, key.moment, key.voice, EnteredHow.PAPER, clock(), {"x": SECRET}, child
    )
    with acting(worker, Intention.ASK_EVALUATION) as action:
        action.write(response, "handed_in")
    asked = ask(worker, child, f"response:{response.id}")
    clock.forward(days=8)
    erasing.destroy(worker, asked)

    assert SECRET.encode() not in plain(worker)
    assert meta.get_meta(worker.db, beside.draft) == {"remark": "Blijft"}


def test_answers_are_not_kept_of_a_dossier_that_is_kept_from_this_person(team: Team, wire: Wire) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    access.restrict(sanne, child, ())
    sync(sanne, joris, wire=wire)
    with pytest.raises(KnownError, match=r"dossier\.restricted"):
        half_filled(joris, child, "Niet bewaren")


def test_what_was_destroyed_while_a_copy_is_made_is_gone_when_the_copy_is_made(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    a_note(worker, child, SECRET)
    asked = ask(worker, child)
    clock.forward(days=8)
    still = frozen.freeze(worker.db, bytes(worker.key), files.database_path(worker.folder))
    erasing.destroy(worker, asked)
    assert not connection.checkpoint(worker.db)
    assert SECRET.encode() in plain(worker), "the main file stands still for the copy"
    still.close()

    with connection.transaction(worker.db):
        meta.put_meta(worker.db, "copy.failed", None)

    assert SECRET.encode() not in plain(worker)
    assert connection.checkpoint(worker.db)


def test_a_part_takes_back_what_the_pilot_was_told_of_it(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = with_pilot(team[0]), team[1]
    visit = a_talk_with_note(sanne)
    outcomes.finish(sanne, visit, Outcome.BRIEF_SUPPORT)
    (episode,) = rows.where(sanne.db, EpisodeOfCare)
    goal = Goal("0a" * 16, episode.patient_id, episode.id, "Weer naar school")
    response = Response(
        "0b" * 16, episode.id, "goals", 1, Moment.START, Voice.CHILD, EnteredHow.PAPER, clock(), {}, goal.patient_id
    )
    with acting(sanne, Intention.ASK_EVALUATION) as action:
        action.write(goal)
        action.write(response, "handed_in")
    key = facts.pseudonym_key(sanne)
    assert key is not None
    told = [
        facts.pseudonym(key, "goal", goal.id),
        facts.pseudonym(key, "response", response_about(episode.id, Moment.START, Voice.CHILD)),
    ]
    with connection.transaction(sanne.db):
        for one, kind in zip(told, ("goal", "response"), strict=True):
            rows.put(sanne.db, Fact(one, kind, date(2026, 11, 1), 1, {"answered": True}))
    sync(sanne, joris, wire=wire)
    asked = ask(sanne, goal.patient_id, f"goal:{goal.id}", f"response:{response.id}")
    sync(sanne, joris, wire=wire)
    clock.forward(days=8)
    erasing.destroy(sanne, asked)
    sync(sanne, joris, wire=wire)
    # A colleague leads the course by now: nothing of it is derived on this device any more.
    with connection.transaction(sanne.db):
        rows.put(sanne.db, replace(episode, case_lead="0f" * 16))
    facts.derive(sanne, force=True)

    found = [rows.require(sanne.db, Fact, one) for one in told]
    assert [(one.withdrawn, one.values) for one in found] == [(True, {}), (True, {})]


def test_who_looked_can_be_read_while_a_dossier_is_blocked_and_after_it_is_gone(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    rights.withhold(worker, child, NewWithholding(FIELD, "school", Ground.PRIVACY_OF_ANOTHER, "Zusje"))
    dossier_views.open_dossier(worker, child)
    asked = ask(worker, child)

    assert "open_dossier" in {one.purpose for one in access.who_looked(worker, child)}
    words = words_of(access.print_who_looked(worker, child).pdf)
    assert "Daan Willems" in words
    assert "niet in een kopie" not in words, "what is kept back is kept back while the dossier is blocked"
    clock.forward(days=8)
    erasing.destroy(worker, asked)

    assert access.who_looked(worker, child)[1].purpose == "erasure.destroyed"
    words = words_of(access.print_who_looked(worker, child).pdf)
    assert "Een gewist dossier" in words
    assert "Daan" not in words
    with pytest.raises(KnownError, match=r"record\.missing"):
        access.print_who_looked(worker, "0e" * 16)


def test_who_looked_stays_closed_to_who_may_not_read_the_dossier(team: Team, wire: Wire) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    access.restrict(sanne, child, ())
    ask(sanne, child)
    sync(sanne, joris, wire=wire)
    for way in (access.who_looked, access.print_who_looked):
        with pytest.raises(KnownError, match=r"dossier\.restricted"):
            way(joris, child)


def test_only_who_decides_for_the_child_or_the_law_can_ask(worker: Session) -> None:
    """Daan is 11, so his mother asks; Roos is 14 and asks herself (Jeugdwet 7.3.15)."""
    daan, roos = a_dossier(worker), a_dossier(worker, "Roos", date(2012, 1, 5))
    mother = {one.patient_id: one.id for one in rows.where(worker.db, RelatedPerson)}
    for child, who, code in (
        (daan, "nobody-at-all", "record.missing"),
        (daan, mother[roos], "record.missing"),
        (daan, erasing.PATIENT, "erasure.not_entitled"),
        (roos, mother[roos], "erasure.not_entitled"),
    ):
        with pytest.raises(KnownError) as refused:
            erasing.request(worker, NewErasure(child, Article.ON_REQUEST, who))
        assert refused.value.code == code
        assert erasing.overview(worker, child).asked == ()

    erasing.request(worker, NewErasure(daan, Article.ON_REQUEST, mother[daan]))
    erasing.request(worker, NewErasure(roos, Article.GDPR, erasing.PATIENT))
    assert kept(worker) == set()


def test_the_term_is_a_ground_only_when_it_has_passed(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    asking = NewErasure(child, Article.RETENTION, erasing.LEGAL)
    with pytest.raises(KnownError) as refused:
        erasing.request(worker, asking)
    assert (refused.value.code, refused.value.params) == ("erasure.term_runs", {"day": "24-11-2046"})
    retention.keep_longer(worker, child, date(2050, 1, 1), "Loopt nog een zaak")
    clock.forward(days=20 * 366)
    with pytest.raises(KnownError, match=r"erasure\.term_runs"):
        erasing.request(worker, asking)
    clock.forward(days=4 * 366)
    erasing.request(worker, asking)
    assert kept(worker) == set()


def test_the_page_that_asks_again_after_its_own_request_has_tried_nothing(team: Team, wire: Wire, clock: Clock) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    ask(sanne, child)
    sync(sanne, joris, wire=wire)

    def refused(session: Session) -> int:
        with pytest.raises(KnownError, match=r"dossier.blocked"):
            dossier_views.look_again(session, child)
        return len([one for one in access_log.of_patient(session.db, child) if one.outcome == "dossier.blocked"])

    assert refused(sanne) == 0
    assert refused(joris) == 1, "a colleague who opens it tries"
    clock.at += timedelta(minutes=2)
    assert refused(sanne) == 1, "later it is no longer the same act"
