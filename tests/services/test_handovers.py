"""A warm handover on a real file: what may happen, what may leave, and who does what by when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from gpconnect.domain.consent import Decision, Ground, Scope
from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.errors import KnownError
from gpconnect.domain.handover import Handover, HandoverStatus, Safety
from gpconnect.domain.roles import Intention
from gpconnect.services import consents, handover_starts, handover_views, handovers
from gpconnect.services.acting import acting
from gpconnect.services.consents import Question
from gpconnect.services.handovers import Content
from gpconnect.services.purposes import HANDOVER
from gpconnect.services.session import Session
from gpconnect.storage import access_log, conflicts, rows
from tests.services.conftest import Clock
from tests.services.dossier_help import DOCTOR, MOZAIEK, a_dossier, agree_to_share

CONTENT = Content(
    {"reason": "Durft niet naar school", "question": "Behandeling van angst"}, access_route=AccessRoute.DECISION
)


def begun(session: Session, content: Content = CONTENT, patient_id: str = "") -> str:
    """A handover of Daan to Mozaïek; nothing has left."""
    return handovers.create_handover(session, patient_id or a_dossier(session), MOZAIEK, content)[1]


def sent(session: Session) -> str:
    """A handover of Daan that was told by phone, with everybody's consent."""
    patient_id = a_dossier(session)
    agree_to_share(session, patient_id)
    made = begun(session, patient_id=patient_id)
    handovers.send(session, made, how="phone")
    return made


def stored(session: Session, handover_id: str) -> Handover:
    return rows.require(session.db, Handover, handover_id)


def refused(act: Callable[..., object], *args: object, **named: object) -> str:
    """The code with which something is refused."""
    with pytest.raises(KnownError) as refusal:
        act(*args, **named)
    return refusal.value.code


def test_notes_fill_the_checklist_and_say_where_it_came_from(worker: Session) -> None:
    view = handover_starts.start(worker, a_dossier(worker), MOZAIEK)

    points = {point.key: point for point in view.points}
    assert points["reason"].text == "Ik durf niet meer naar school"
    assert points["reason"].source
    assert points["reason"].source_on == date(2026, 11, 24)
    assert "Sanne de Vries blijft casusregisseur" in points["case_lead"].text
    assert view.safety is Safety.CONCERNS_WITH_AGREEMENTS
    assert view.provider_id == MOZAIEK
    assert (view.name, view.age) == ("Daan Willems", 11)
    assert len(view.points) == 12


def test_without_a_child_the_start_offers_receivers_only(worker: Session) -> None:
    view = handover_starts.start(worker)

    assert view.patient is None
    assert [one.provider.id for one in view.receivers] == [MOZAIEK, DOCTOR]
    assert not view.points


def test_a_receiver_for_another_age_comes_last(worker: Session) -> None:
    with acting(worker, Intention.EDIT_DIRECTORY) as action:
        action.write(Provider("97" * 16, "Kleuterhuis", "freely_accessible", age_to=5, waiting_weeks=0))

    view = handover_starts.start(worker, a_dossier(worker))

    assert view.receivers[-1].provider.name == "Kleuterhuis"
    assert not view.receivers[-1].fits
    assert handover_starts.first_route(view.receivers[0].provider) is AccessRoute.DECISION
    assert (
        handover_starts.first_route(replace(view.receivers[0].provider, access_routes=()))
        is AccessRoute.FREELY_ACCESSIBLE
    )


def test_a_handover_begins_asked_and_says_what_is_still_empty(worker: Session) -> None:
    made = begun(worker)
    view = handover_views.detail(worker, made)

    assert view.handover.status is HandoverStatus.REQUESTED
    assert view.handover.episode_id
    assert view.unfilled == ("assessment", "case_lead", "consent")
    assert view.step is not None
    assert view.step.code == "fill_and_send"
    assert view.people[0] == ("Daan", True)
    assert access_log.of_patient(worker.db, view.patient.id)[0].purpose == "handover"


def test_two_open_handovers_to_one_receiver_are_refused(worker: Session) -> None:
    patient_id = a_dossier(worker)
    begun(worker, patient_id=patient_id)

    assert refused(handovers.create_handover, worker, patient_id, MOZAIEK, CONTENT) == "handover.exists"


def test_a_receiver_that_left_the_sociale_kaart_is_refused(worker: Session) -> None:
    with acting(worker, Intention.EDIT_DIRECTORY) as action:
        action.write(replace(rows.require(worker.db, Provider, MOZAIEK), archived=True))

    assert refused(begun, worker) == "handover.receiver_gone"


def test_editing_changes_only_what_differs_and_stops_once_it_left(worker: Session) -> None:
    patient_id = a_dossier(worker)
    agree_to_share(worker, patient_id)
    made = begun(worker, patient_id=patient_id)

    changed = handovers.edit(
        worker, made, replace(CONTENT, checklist={"if_then": "Bel Sanne"}, withheld=("background",))
    )
    assert changed.ids == {made}
    assert not handovers.edit(
        worker, made, replace(CONTENT, checklist={"if_then": "Bel Sanne"}, withheld=("background",))
    ).ids
    assert stored(worker, made).checklist["reason"] == "Durft niet naar school"

    handovers.send(worker, made)
    assert refused(handovers.edit, worker, made, replace(CONTENT, safety=Safety.UNSAFE)) == "handover.already_sent"


def test_nothing_leaves_without_consent(worker: Session, tmp_path: Path) -> None:
    made = begun(worker)

    assert refused(handovers.send, worker, made, tmp_path / "brief.pdf") == "handover.consent_missing"
    assert not (tmp_path / "brief.pdf").exists()
    assert stored(worker, made).sent_at is None


def test_withdrawing_stops_what_was_not_sent_and_the_board_says_so(worker: Session) -> None:
    patient_id = a_dossier(worker)
    agree_to_share(worker, patient_id)
    made = begun(worker, patient_id=patient_id)
    question = Question(Scope.SHARE, HANDOVER, MOZAIEK)
    given_by = consents.standing_for(worker, patient_id, Scope.SHARE, MOZAIEK, HANDOVER).decided_by[0]
    consents.withdraw(worker, patient_id, question, given_by)

    assert refused(handovers.send, worker, made) == "handover.consent_withdrawn"
    (card,) = handover_views.board(worker).requested
    assert card.stopped


def test_another_ground_needs_its_reason_in_writing(worker: Session) -> None:
    made = begun(worker, replace(CONTENT, ground=Ground.SAFE_HOME))
    assert refused(handovers.send, worker, made) == "handover.ground_reason_missing"

    handovers.edit(worker, made, replace(CONTENT, ground=Ground.SAFE_HOME, ground_reason="Melding na stap 5"))
    handovers.send(worker, made)
    assert stored(worker, made).sent_at == worker.now()


def test_specialised_help_needs_a_way_in(worker: Session) -> None:
    patient_id = a_dossier(worker)
    agree_to_share(worker, patient_id)
    made = begun(worker, replace(CONTENT, access_route=AccessRoute.FREELY_ACCESSIBLE), patient_id)

    assert refused(handovers.send, worker, made) == "handover.access_route_missing"


def test_the_letter_holds_who_agreed_and_not_what_is_withheld(worker: Session, tmp_path: Path) -> None:
    patient_id = a_dossier(worker)
    agree_to_share(worker, patient_id)
    content = replace(CONTENT, checklist={**CONTENT.checklist, "background": "Opa is ziek"}, withheld=("background",))
    made = begun(worker, content, patient_id)
    assert handovers.letter(worker, made).startswith(b"%PDF")

    handovers.send(worker, made, tmp_path / "brief.pdf")

    text = pypdfium2.PdfDocument(tmp_path / "brief.pdf")[0].get_textpage().get_text_bounded()
    assert "Karin van Daan is akkoord (mondeling, 24-11-2026)" in text
    assert "Opa is ziek" not in text
    assert "Besluit van de gemeente" in text
    assert {row.type for row in access_log.of_patient(worker.db, patient_id)} >= {access_log.EventType.EXPORT}


def test_the_letter_names_another_ground_with_its_reason(worker: Session, tmp_path: Path) -> None:
    made = begun(worker, replace(CONTENT, ground=Ground.SAFE_HOME, ground_reason="Melding na stap 5"))
    handovers.send(worker, made, tmp_path / "brief.pdf")

    text = pypdfium2.PdfDocument(tmp_path / "brief.pdf")[0].get_textpage().get_text_bounded()
    assert "Veilig Thuis" in text
    assert "Melding na stap 5" in text


def test_a_letter_that_cannot_be_written_leaves_nothing_marked_as_sent(worker: Session, tmp_path: Path) -> None:
    patient_id = a_dossier(worker)
    agree_to_share(worker, patient_id)
    made = begun(worker, patient_id=patient_id)

    assert refused(handovers.send, worker, made, tmp_path / "weg" / "brief.pdf") == "file.write_failed"
    assert stored(worker, made).sent_at is None


def test_sending_sets_the_dates_and_sending_twice_is_refused(worker: Session) -> None:
    made = sent(worker)
    handover = stored(worker, made)

    assert (handover.answer_due, handover.callback_due) == (date(2026, 12, 1), date(2026, 12, 1))
    assert handover.sent_how == "phone"
    assert refused(handovers.send, worker, made) == "handover.already_sent"


def test_a_receiver_cannot_answer_what_was_not_sent(worker: Session) -> None:
    made = begun(worker)

    assert refused(handovers.accept, worker, made, None) == "handover.not_sent"
    assert refused(handovers.reject, worker, made, "vol") == "handover.not_sent"


def test_the_whole_way_from_asking_to_the_receivers_confirmation(worker: Session, clock: Clock) -> None:
    made = sent(worker)
    handovers.plan_talk(worker, made, datetime.fromisoformat("2026-11-27T12:30:00+00:00"))
    clock.forward(days=3, hours=5)
    handovers.plan_talk(
        worker, made, stored(worker, made).meeting_at, present=("Daan", "Iris Blok"), agreements="Iris belt maandag"
    )
    handovers.accept(worker, made, date(2026, 12, 3), by="Iris Blok", read_back="Angst, school, start 3 december")
    clock.forward(days=6)
    handovers.begin(worker, made, by="Iris Blok")
    handovers.call_back(worker, made, "Klikt goed met Iris", made=True)
    assert refused(handovers.complete, worker, made, " ") == "handover.confirmation_missing"
    handovers.complete(worker, made, "Iris Blok")

    handover = stored(worker, made)
    assert handover.status is HandoverStatus.COMPLETED
    assert handover.first_contact_on == date(2026, 12, 3)
    assert handover.checklist["present"] == "Daan, Iris Blok"
    assert handover.checklist["read_back"].startswith("Angst")
    assert handover.performed_by == "Iris Blok"
    assert [card.id for card in handover_views.board(worker).completed] == [made]
    assert not conflicts.marked(worker.db)


def test_a_talk_without_the_family_asks_why(worker: Session) -> None:
    made = sent(worker)

    assert refused(handovers.plan_talk, worker, made, None, present=("Iris Blok",)) == "handover.absent_why_missing"
    handovers.plan_talk(worker, made, worker.now(), present=("Iris Blok",), absent_why="Daan was ziek")
    assert stored(worker, made).absent_why == "Daan was ziek"


def test_another_date_is_agreed_to_and_the_question_stands_again(worker: Session) -> None:
    made = sent(worker)
    assert refused(handovers.postpone, worker, made, None) == "handover.day_missing"
    handovers.postpone(worker, made, date(2026, 12, 5), by="Iris Blok")
    (card,) = handover_views.board(worker).requested
    assert card.asks

    handovers.agree_to_date(worker, made)
    handover = stored(worker, made)
    assert handover.status is HandoverStatus.REQUESTED
    assert handover.answer_due == date(2026, 12, 7)


def test_a_refusal_needs_a_reason_and_its_content_is_used_again(worker: Session, clock: Clock) -> None:
    made = sent(worker)
    assert refused(handovers.reject, worker, made, " ") == "handover.reason_missing"
    handovers.reject(worker, made, "Wachtlijst is dicht", by="Iris Blok")
    (card,) = handover_views.board(worker).requested
    assert card.step is not None
    assert card.step.code == "find_other"

    again = handover_starts.start(worker, from_id=made)
    assert MOZAIEK not in {one.provider.id for one in again.receivers}
    assert {point.key: point.text for point in again.points}["reason"] == "Durft niet naar school"

    clock.forward(hours=1)
    handovers.create_handover(worker, stored(worker, made).patient_id, DOCTOR, CONTENT)
    assert [card.id for card in handover_views.board(worker).folded] == [made]


def test_a_call_without_contact_is_made_again_after_a_week_and_may_be_taken_back(worker: Session, clock: Clock) -> None:
    made = sent(worker)
    clock.forward(days=7)
    handovers.bridge(worker, made)
    handovers.call_back(worker, made, "Niemand opgenomen", made=False)

    handover = stored(worker, made)
    assert handover.callback_due == date(2026, 12, 8)
    assert handover.agreements == "01-12-2026 nog geen contact. Niemand opgenomen"
    handovers.call_back(worker, made, "", made=True)
    assert stored(worker, made).callback_result == "01-12-2026: er is contact"
    handovers.undo_call(worker, made, date(2026, 12, 1))
    assert stored(worker, made).callback_result == ""


def test_while_the_answer_is_awaited_a_due_contact_comes_first(worker: Session, clock: Clock) -> None:
    made = sent(worker)
    assert handover_views.pressing(stored(worker, made), date(2026, 11, 25)) == handover_views.detail(worker, made).step
    clock.forward(days=7)
    steps = []
    for act in (handovers.call_back, None):
        step = handover_views.pressing(stored(worker, made), worker.today())
        steps.append(step.code if step else "")
        if act:
            act(worker, made, "Wacht op plek", made=True)
    handovers.bridge(worker, made, worker.today() + timedelta(days=3))
    step = handover_views.pressing(stored(worker, made), worker.today())
    assert [*steps, step.code if step else ""] == ["call_back", "bridge", "await_answer"]


def test_a_talk_that_is_still_to_come_cannot_have_started_help(worker: Session) -> None:
    made = sent(worker)
    handovers.accept(worker, made, date(2026, 12, 3))

    assert refused(handovers.begin, worker, made, date(2026, 12, 3)) == "handover.day_future"


def test_stopping_needs_a_reason_and_ends_it(worker: Session) -> None:
    made = begun(worker)
    assert refused(handovers.cancel, worker, made, "") == "handover.reason_missing"
    handovers.cancel(worker, made, "Gezin ziet ervan af")

    board = handover_views.board(worker)
    assert [card.id for card in board.folded] == [made]
    assert (board.open, board.asking) == (0, 0)
    assert refused(handovers.cancel, worker, made, "nog eens") == "handover.no_such_step"


def test_the_board_counts_what_asks_something_of_me_today(worker: Session, clock: Clock) -> None:
    first = sent(worker)
    begun(worker)

    board = handover_views.board(worker)
    assert (board.open, board.asking) == (2, 1)
    assert board.by_deadline[0].asks
    clock.forward(days=7)
    assert handover_views.board(worker).asking == 2
    handovers.accept(worker, first, date(2026, 12, 20))
    assert [card.id for card in handover_views.board(worker).accepted] == [first]


def test_after_two_months_a_completed_handover_leaves_the_board(worker: Session, clock: Clock) -> None:
    made = sent(worker)
    handovers.accept(worker, made, None)
    handovers.begin(worker, made)
    assert [card.id for card in handover_views.board(worker).running] == [made]
    handovers.complete(worker, made, "Iris Blok")
    clock.forward(days=61)

    assert not handover_views.board(worker).completed


def test_who_is_asked_for_consent_follows_the_age(worker: Session) -> None:
    line = handover_views.ask_consent(worker, a_dossier(worker), MOZAIEK)
    assert [one.name for one in line.asked] == ["Karin van Daan"]
    older = handover_views.ask_consent(worker, a_dossier(worker, "Lotte", date(2012, 1, 1)), MOZAIEK)
    assert [one.given_by for one in older.asked] == ["patient"]


def test_a_refused_consent_does_not_let_it_leave(worker: Session) -> None:
    patient_id = a_dossier(worker)
    agree_to_share(worker, patient_id, Decision.REFUSED)

    assert refused(handovers.send, worker, begun(worker, patient_id=patient_id)) == "handover.consent_missing"


def test_a_practice_may_not_hand_over(gp: Session) -> None:
    assert refused(handover_views.board, gp) == "role.may_not"
