"""A warm handover: its states, what may leave, and who does what by when."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from gpconnect.domain import handing_over as rules
from gpconnect.domain.booking import Illegal
from gpconnect.domain.care import Destination
from gpconnect.domain.consent import Ground
from gpconnect.domain.consenting import Standing, StandingStatus
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import Form, parse_form
from gpconnect.domain.handing_over import Readable
from gpconnect.domain.handover import Handover, HandoverStatus

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
TODAY = AT.date()
S = HandoverStatus
NEW = Handover(
    "h", "child", "episode", "provider", "Praktijk Linde", AccessRoute.GP_LETTER, AT, "worker", ground=Ground.CONSENT
)
YES = Standing(StandingStatus.GIVEN, (), ("7.3.11",))
LEGAL = {
    ("accepted", S.REQUESTED): S.ACCEPTED,
    ("postponed", S.REQUESTED): S.ON_HOLD,
    ("rejected", S.REQUESTED): S.REJECTED,
    ("cancelled", S.REQUESTED): S.CANCELLED,
    ("requested", S.ON_HOLD): S.REQUESTED,
    ("cancelled", S.ON_HOLD): S.CANCELLED,
    ("started", S.ACCEPTED): S.IN_PROGRESS,
    ("cancelled", S.ACCEPTED): S.CANCELLED,
    ("completed", S.IN_PROGRESS): S.COMPLETED,
}


def step(before: Handover | None, event: str, **parts: Any) -> Handover | Illegal:
    return rules.transition(before, event, before.status if before else None, AT, **parts)


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("event", [*rules.STEPS, "unheard_of"])
def test_exactly_the_legal_steps_can_be_taken(event: str, status: HandoverStatus) -> None:
    after = step(replace(NEW, status=status), event, reason="vol", performed_by="Praktijk Linde")

    if (event, status) in LEGAL:
        assert isinstance(after, Handover)
        assert after.status is LEGAL[event, status]
        assert after.performed_by == "Praktijk Linde"
    else:
        assert after == Illegal("no_such_step")


def test_a_handover_is_made_once() -> None:
    assert step(None, "created", created=NEW) == replace(NEW, status_at=AT)
    assert step(NEW, "created", created=NEW) == Illegal("exists")
    assert step(None, "created") == Illegal("incomplete")
    assert step(None, "accepted") == Illegal("missing")
    assert rules.transition(replace(NEW, status=S.CANCELLED), "accepted", S.REQUESTED, AT) == Illegal("state_moved_on")


@pytest.mark.parametrize("event", ["rejected", "cancelled"])
def test_saying_no_says_why(event: str) -> None:
    assert step(NEW, event, reason=" ") == Illegal("reason_missing")


def test_it_ends_when_the_receiver_confirms() -> None:
    running = replace(NEW, status=S.IN_PROGRESS)

    assert step(running, "completed") == Illegal("confirmation_missing")
    done = step(running, "completed", performed_by="S. de Boer")
    assert isinstance(done, Handover)
    assert done.completed_on == TODAY


def test_after_sending_the_content_stays_what_was_sent() -> None:
    sent = step(NEW, "sent", fields={"sent_at": AT, "sent_how": "mail"})

    assert isinstance(sent, Handover)
    assert step(sent, "sent", fields={"sent_at": AT}) == Illegal("already_sent")
    assert step(sent, "edited", fields={"safety": "unsafe"}) == Illegal("incomplete")
    later = step(sent, "met", fields={"agreements": "samen bellen", "ground": None})
    assert later == replace(sent, agreements="samen bellen")
    assert step(replace(sent, status=S.REJECTED), "bridged", fields={"bridging": False}) == Illegal("no_such_step")


def test_a_screen_offers_only_what_can_happen() -> None:
    assert rules.events_from(S.ACCEPTED) == {"cancelled", "started"}


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"ground": None}, StandingStatus.GIVEN, "handover.ground_missing"),
        ({}, StandingStatus.WITHDRAWN, "handover.consent_withdrawn"),
        ({}, StandingStatus.MISSING, "handover.consent_missing"),
        ({"ground": Ground.LEGAL_DUTY}, StandingStatus.MISSING, "handover.ground_reason_missing"),
        ({"sent_at": AT}, StandingStatus.GIVEN, "handover.already_sent"),
        ({"status": S.CANCELLED}, StandingStatus.GIVEN, "handover.not_open"),
        (
            {"destination": Destination.SPECIALIST_MH_CARE, "access_route": AccessRoute.FREELY_ACCESSIBLE},
            StandingStatus.GIVEN,
            "handover.access_route_missing",
        ),
    ],
)
def test_nothing_leaves_without_a_ground_or_a_way_in(change: dict[str, Any], status: StandingStatus, code: str) -> None:
    with pytest.raises(KnownError) as refused:
        rules.may_send(replace(NEW, **change), replace(YES, status=status))

    assert refused.value.code == code


def test_with_consent_or_another_ground_with_its_reason_it_may_leave() -> None:
    rules.may_send(NEW, YES)
    other = replace(NEW, ground=Ground.SAFE_HOME, ground_reason="stap 5 van de meldcode")
    rules.may_send(other, replace(YES, status=StandingStatus.REFUSED))


def test_a_withdrawal_stops_only_what_has_not_left_and_rests_on_consent() -> None:
    withdrawn = replace(YES, status=StandingStatus.WITHDRAWN)

    assert rules.is_stopped(NEW, withdrawn)
    assert not rules.is_stopped(NEW, YES)
    assert not rules.is_stopped(replace(NEW, sent_at=AT), withdrawn)
    assert not rules.is_stopped(replace(NEW, ground=Ground.LEGAL_DUTY), withdrawn)


def test_the_receiver_reads_a_notice_first_and_everything_once_it_starts() -> None:
    read = {status: rules.readable(status) for status in S}

    assert [status for status in S if read[status] is Readable.FULL] == [S.IN_PROGRESS]
    assert [status for status in S if read[status] is Readable.NOTICE] == [S.REQUESTED, S.ACCEPTED, S.ON_HOLD]


def test_sending_sets_deadlines_on_working_days() -> None:
    assert rules.deadlines(date(2026, 12, 18)) == {
        "answer_due": date(2026, 12, 28), "callback_due": date(2026, 12, 28), "next_contact_on": date(2026, 12, 28)
    }  # fmt: skip


SENT = replace(NEW, sent_at=AT, answer_due=TODAY, callback_due=TODAY, next_contact_on=TODAY)


@pytest.mark.parametrize(
    ("handover", "day", "code", "who"),
    [
        (NEW, TODAY, "fill_and_send", "sender"),
        (SENT, TODAY, "await_answer", "receiver"),
        (replace(SENT, answer_due=None), TODAY, "await_answer", "receiver"),
        (SENT, date(2026, 11, 25), "ask_answer", "sender"),
        (SENT, date(2026, 12, 2), "escalate", "process_lead"),
        (replace(SENT, status=S.ON_HOLD), TODAY, "answer_date", "sender"),
        (replace(SENT, status=S.ACCEPTED), TODAY, "call_back", "sender"),
        (replace(SENT, status=S.COMPLETED), TODAY, "call_back", "sender"),
        (replace(SENT, status=S.ACCEPTED, callback_result="contact gemaakt"), TODAY, "bridge", "sender"),
        (replace(SENT, status=S.ACCEPTED, callback_due=None, bridging=False), TODAY, "start", "sender"),
        (replace(SENT, status=S.IN_PROGRESS, callback_due=None, next_contact_on=None), TODAY, "confirm", "receiver"),
        (replace(SENT, status=S.REJECTED), TODAY, "find_other", "sender"),
    ],
)
def test_somebody_always_has_the_next_step(handover: Handover, day: date, code: str, who: str) -> None:
    found = rules.next_step(handover, day)

    assert found is not None
    assert (found.code, found.who) == (code, who)


def test_nothing_is_left_after_a_cancellation() -> None:
    assert rules.next_step(replace(SENT, status=S.CANCELLED), TODAY) is None


def form() -> Form:
    items = [
        {"id": "words", "kind": "long_text", "label": "Vraag", "topic": "reason"},
        {"id": "more", "kind": "long_text", "label": "Meer", "topic": "reason"},
        {"id": "others", "kind": "long_text", "label": "Ander", "topic": "background", "third_party": True},
        {"id": "lead", "kind": "text", "label": "Wie", "topic": "case_lead"},
    ]
    return parse_form({"id": "f", "version": 1, "purpose": "note", "title": "F", "items": items}, "f")


def test_the_checklist_is_filled_from_the_newest_note_without_words_about_others() -> None:
    notes = [
        (form(), {"words": "oud"}),
        (form(), {"words": " slaapt slecht ", "more": "al weken", "others": "oom drinkt", "lead": "x"}),
        (form(), {"words": " "}),
    ]
    filled = rules.prefill(notes)

    assert filled == {"reason": "slaapt slecht\nal weken"}
    assert rules.unfilled(replace(NEW, checklist=filled)) == ("assessment", "question", "case_lead", "consent")
    assert len(rules.CHECKLIST) == 12
