"""Characters that the typeface has no picture of: in words on paper, and as they were written anywhere else."""

from datetime import UTC, date, datetime

import pypdfium2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gpconnect.documents import layout
from gpconnect.documents.cards import DayRow, DaySheet, day_sheet
from gpconnect.documents.inspection_copy import copy_pdf
from gpconnect.documents.inspection_data import Copy, Entry, Passage, Section, copy_json


def words_of(pdf: bytes) -> str:
    """The words of the first page, on one line."""
    return " ".join(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded().split())


def has_box(words: str) -> bool:
    """Whether something on the page is not a character that there is a picture of."""
    return any(ord(one) not in layout.printable() for one in words)


def a_copy(words: str, name: str = "Noor Bos") -> Copy:
    statement = Entry("Verklaring", (Passage("text", "", words),), by="Noor")
    sections = (Section("statements", "Eigen verklaringen", (statement,)),)
    day = date(2026, 11, 24)
    return Copy(name, date(2010, 3, 2), "Noor", "Jeugdwet 7.3.10", day, "Sanne", "Buurtzorg Jong", sections)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Het gaat goed 😀😀 met mij ❤️", "Het gaat goed [lachend gezicht, 2 keer] met mij [hart]"),
        ("👨‍👩‍👧 en 👍🏽", "[man, vrouw, meisje] en [duim omhoog]"),
        ("Wij komen uit 🇸🇾.", "Wij komen uit [vlag SY]."),
        ("Een 🦄!", "Een [teken: unicorn face]!"),
        ("\ue000", "[onbekend teken]"),
        ("أحمد", "[4 tekens in Arabisch schrift, hier niet te drukken]"),
        ("أحمد، محمد (Ahmed)", "[8 tekens in Arabisch schrift, hier niet te drukken] (Ahmed)"),
        ("እንዳለ Tesfaye", "[4 tekens in Ge'ez-schrift, hier niet te drukken] Tesfaye"),
        ("日", "[1 teken in Chinees schrift, hier niet te drukken]"),
        ("أ እ", "[1 teken in Arabisch schrift, hier niet te drukken] [1 teken in Ge'ez-schrift, hier niet te drukken]"),
        ("Шевченко, Nguyễn, Şükrü, Zoë", "Шевченко, Nguyễn, Şükrü, Zoë"),
        ("Zoe\u0308 in \uff57\uff49\uff44\uff45, ① en 1️⃣", "Zoë in wide, 1 en 1"),
        ("dicht\u200bbij\u2003ver\nregel", "dichtbij ver\nregel"),
    ],
)
def test_what_cannot_be_printed_stands_in_words(written: str, printed: str) -> None:
    assert layout.readable(written) == printed


@given(st.text())
@example("  أ, ")
def test_whatever_is_written_nothing_becomes_an_empty_box(text: str) -> None:
    shown = layout.readable(text)

    assert all(ord(one) in layout.printable() or one in "\n\r\t" for one in shown)
    assert layout.readable(shown) == shown


@given(st.text(st.sampled_from(sorted(map(chr, layout.printable() - {0xFEFF, 0x200B})))))
def test_what_can_be_printed_stays_as_it_was_written(text: str) -> None:
    assert layout.readable(text) == text


def test_a_familys_own_statement_is_whole_on_paper_and_untouched_for_machines() -> None:
    copy = a_copy("Mama helpt mij 😢 en dat is fijn ❤️", name="أحمد Haddad")
    words = words_of(copy_pdf(copy))

    assert "Mama helpt mij [huilend gezicht] en dat is fijn [hart]" in words
    assert "[4 tekens in Arabisch schrift, hier niet te drukken] Haddad" in words
    assert "staan in woorden tussen [haken]" in words
    assert not has_box(words)
    assert "😢".encode() in copy_json(copy)


def test_a_statement_in_letters_that_there_are_needs_no_explanation() -> None:
    assert "[haken]" not in words_of(copy_pdf(a_copy("Het gaat goed [zegt Noor]")))


def test_a_day_sheet_names_whom_it_cannot_spell() -> None:
    row = DayRow(datetime(2026, 11, 24, 8, 45, tzinfo=UTC), 45, "እንዳለ T.", "eerste gesprek")

    words = words_of(day_sheet(DaySheet("De Waluwe", "Sanne", date(2026, 11, 24), (row,))))
    assert "Ge'ez-schrift" in words
    assert not has_box(words)
