"""What people type is kept as they meant it, or refused with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain import typed
from gpconnect.domain.errors import KnownError


@pytest.mark.parametrize("text", ["Ik voel me 😞", "أنا متعب", "👩‍👧", "één", "לא \u200f"])
def test_emoji_and_right_to_left_script_are_kept_exactly(text: str) -> None:
    assert typed.clean_text(text) == text.strip()


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ud800b"])
def test_what_cannot_be_seen_and_does_harm_is_refused(text: str) -> None:
    with pytest.raises(KnownError, match=r"text\.control_character"):
        typed.clean_line(text)


def test_running_text_keeps_its_lines_and_one_line_stays_one() -> None:
    assert typed.clean_text(" a\r\nb\rc ") == "a\nb\nc"
    assert typed.clean_line("a\nb") == "a b"


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_words_for_a_dossier_are_kept_to_the_letter(text: str) -> None:
    words = typed.exact_text(f"\r\n{text}\n", limit=10_000)

    assert words == (text.strip("\r\n") if text.strip() else "")
    for wrong, code in (("half \udc00", "control_character"), ("x" * 20_001, "too_long")):
        with pytest.raises(KnownError, match=rf"text\.{code}"):
            typed.exact_text(wrong)


def test_words_of_201_characters_are_refused_with_both_numbers() -> None:
    with pytest.raises(KnownError) as refused:
        typed.clean_line("x" * 201, typed.WORDS_LIMIT)

    assert (refused.value.code, refused.value.params) == ("text.too_long", {"limit": 200, "length": 201})


def test_a_reason_cannot_be_blank() -> None:
    assert typed.clean_reason(" ziek ") == "ziek"
    with pytest.raises(KnownError, match=r"text\.reason_missing"):
        typed.clean_reason("  \n")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("", ""),
        ("06-12 34 56 78", "+31612345678"),
        ("(0418) 12.34.56", "+31418123456"),
        ("+31 (0)6 12345678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("+32 470 12 34 56", "+32470123456"),
        ("0800-2000", "08002000"),
        ("14 0418", "140418"),
        ("112", "112"),
    ],
)
def test_phone_numbers_are_kept_in_one_way(written: str, kept: str) -> None:
    assert typed.normal_phone(written) == kept


@pytest.mark.parametrize("written", ["12345", "06123", "+316123", "bel oma", "+0123456789"])
def test_half_a_phone_number_is_refused(written: str) -> None:
    with pytest.raises(KnownError, match=r"person\.phone\.invalid"):
        typed.normal_phone(written)


@given(st.text(max_size=30))
def test_a_kept_phone_number_is_kept_again(written: str) -> None:
    try:
        kept = typed.normal_phone(written)
    except KnownError:
        return

    assert typed.normal_phone(kept) == kept


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("+31612345678", "06-12 34 56 78"),
        ("06 12345678", "06-12 34 56 78"),
        ("+31418512345", "0418-51 23 45"),
        ("0418 000 001", "0418-00 00 01"),
        ("+31201234567", "020-123 45 67"),
        ("+31881234567", "088-123 45 67"),
        ("08002000", "0800-2000"),
        ("0800 2000", "0800-2000"),
        ("0900-1234567", "0900-1234567"),
        ("+32470123456", "+32470123456"),
        ("140418", "140418"),
        ("112", "112"),
        ("via de balie", "via de balie"),
        ("", ""),
    ],
)
def test_numbers_are_read_as_dutch_people_read_them(written: str, shown: str) -> None:
    assert typed.readable_phone(written) == shown


@given(st.from_regex(r"\A0[1-9][0-9]{8}\Z"))
def test_a_number_as_it_is_read_is_the_same_number(written: str) -> None:
    assert typed.normal_phone(typed.readable_phone(written)) == typed.normal_phone(written)


def test_a_bsn_passes_the_eleven_test_and_never_shows_in_the_error() -> None:
    assert typed.check_bsn("") == ""
    assert typed.check_bsn("9999.99.990") == "999999990"
    with pytest.raises(KnownError) as refused:
        typed.check_bsn("999999980")

    assert (refused.value.code, refused.value.params) == ("person.bsn.invalid", {})
