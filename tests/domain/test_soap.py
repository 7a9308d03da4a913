"""What the GP hears back, and when."""

from datetime import date
from typing import Any

import pytest

from gpconnect.domain import soap
from gpconnect.domain.care import Feedback, FeedbackMoment, FeedbackStatus
from gpconnect.domain.codes import Code, CodeList
from gpconnect.domain.consenting import Standing, StandingStatus
from gpconnect.domain.errors import KnownError
from gpconnect.domain.forms import Form, parse_form

YES = Standing(StandingStatus.GIVEN, (), ("7.3.11",))
CODES = {"reasons": CodeList("reasons", (Code("sleep", "slapen", "sleep"), Code("mood", "somberheid", "mood")))}


def form(*items: dict[str, Any]) -> Form:
    whole = [{"kind": "long_text", "label": "Vraag", **item} for item in items]
    return parse_form({"id": "f", "version": 1, "purpose": "note", "title": "F", "items": whole}, "f")


FORM = form(
    {"id": "about", "kind": "several", "codes": "reasons", "soap": "S"},
    {"id": "words", "soap": "S"},
    {"id": "going", "kind": "scale", "label": "Gaat", "minimum": 0, "maximum": 10, "soap": "O"},
    {"id": "safe", "kind": "choice", "options": [{"value": "y", "label": "Veilig"}], "soap": "E"},
    {"id": "private", "soap": "E"},
    {"id": "others", "soap": "E", "third_party": True},
    {"id": "inside"},
)
ANSWERS = {
    "about": ["sleep", "mood"], "words": "wakker\n  om drie uur", "going": 6, "safe": "y", "private": "wens",
    "others": "oom", "inside": "x",
}  # fmt: skip


def test_lines_hold_what_the_form_marks_and_the_family_agreed_to() -> None:
    assert soap.prepare(FORM, ANSWERS, YES, withheld={"private"}, codes=CODES) == {
        "S": "slapen, somberheid\nwakker om drie uur", "O": "Gaat: 6 (0–10)", "E": "Veilig"
    }  # fmt: skip


def test_a_question_without_an_answer_makes_no_line() -> None:
    assert soap.prepare(FORM, {"words": "", "private": "wens"}, YES) == {"E": "wens"}


def test_without_consent_to_share_nothing_is_prepared() -> None:
    assert soap.prepare(FORM, ANSWERS, Standing(StandingStatus.MISSING, (), ())) == {}


def test_a_long_note_becomes_ten_short_lines_with_every_letter_heard() -> None:
    items = [{"id": f"s{number}", "soap": "S"} for number in range(12)] + [{"id": "p", "soap": "P"}]
    answers = {f"s{number}": "woord " * 100 for number in range(12)} | {"p": "bellen"}
    lines = soap.prepare(form(*items), answers, YES)

    assert [len(lines[letter].splitlines()) for letter in ("S", "P")] == [9, 1]
    assert max(len(line) for line in lines["S"].splitlines()) <= soap.MAX_LENGTH
    assert soap.check_soap(lines) == lines


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ({"X": "a"}, "soap.letter"),
        ({"S": "a\n" * 11}, "soap.too_many_lines"),
        ({"P": "a" * 201}, "soap.line_too_long"),
    ],
)
def test_what_a_gp_cannot_use_is_refused(lines: dict[str, str], code: str) -> None:
    with pytest.raises(KnownError) as refused:
        soap.check_soap(lines)

    assert refused.value.code == code


def test_blank_lines_fall_away_and_letters_come_in_order() -> None:
    assert list(soap.check_soap({"P": " bellen \n\n", "S": "moe", "O": " "}).items()) == [("S", "moe"), ("P", "bellen")]


@pytest.mark.parametrize(
    ("moment", "since", "days", "due"),
    [
        (FeedbackMoment.START, date(2026, 12, 23), None, date(2026, 12, 29)),
        (FeedbackMoment.CLOSURE, date(2026, 11, 27), None, date(2026, 12, 2)),
        (FeedbackMoment.CLOSURE, date(2026, 11, 27), 0, date(2026, 11, 27)),
        (FeedbackMoment.PROGRESS, date(2026, 11, 14), None, date(2026, 12, 28)),
        (FeedbackMoment.PROGRESS, date(2026, 11, 23), 1, date(2026, 11, 30)),
    ],
)
def test_feedback_is_due_on_a_working_day(moment: FeedbackMoment, since: date, days: int | None, due: date) -> None:
    assert soap.feedback_due(moment, since, days=days) == due


def test_feedback_is_overdue_the_day_after_until_it_is_sent() -> None:
    waiting = Feedback("f", "site", "child", "a", FeedbackMoment.START, date(2026, 11, 24))
    sent = Feedback("f", "site", "child", "a", FeedbackMoment.START, date(2026, 11, 24), status=FeedbackStatus.SENT)

    assert not soap.is_overdue(waiting, date(2026, 11, 24))
    assert soap.is_overdue(waiting, date(2026, 11, 25))
    assert not soap.is_overdue(sent, date(2026, 11, 25))
