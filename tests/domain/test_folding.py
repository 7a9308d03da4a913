"""However people type a name or a number, it meets what was kept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain import folding
from gpconnect.domain.folding import fold, fold_letters, glued, indexed, indexed_name, marks, words
from gpconnect.domain.names import folded
from gpconnect.domain.typed import normal_phone

WAYS = (
    *("0612345678", "06-12345678", "06 12345678", "06 12 34 56 78", "06.12.34.56.78", "06/12345678", "(06) 12345678"),
    *("06 - 12 34 56 78", "+31612345678", "+31 6 12345678", "+31 (0)6 12345678", "+31(0)612345678", "+ 31 6 1234 5678"),
    *("0031612345678", "0031 6 12345678", "00 31 6 12 34 56 78", "0031 (0)6-12345678", "31612345678", "12345678"),
)


def finds(question: str, kept: str) -> bool:
    """Whether every word of a question begins a word of the index."""
    held = set(re.findall(r"[^\W_]+", kept))
    asked = words(question)
    return any(way and all(any(one.startswith(word) for one in held) for word in way) for way in (asked, glued(asked)))


@pytest.mark.parametrize("typed", WAYS)
def test_a_number_is_found_however_it_is_typed(typed: str) -> None:
    assert finds(typed, indexed("2011-03-09, 09-03-2011, 9-3-2011, +31612345678"))
    assert finds(typed, indexed("Moeder is bereikbaar op 06-12345678, liefst na vieren"))


@pytest.mark.parametrize("typed", WAYS[:-2])
def test_it_is_found_while_it_is_typed_and_another_one_is_not(typed: str) -> None:
    kept = indexed("+31612345678")
    missed = [end for end in range(1, len(typed) + 1) if words(typed[:end]) and not finds(typed[:end], kept)]
    # A bracket that is still open after the country, or its lone zeros, are no number yet.
    assert all(end <= typed.index("6") + 1 for end in missed)
    assert not finds(typed[:-1] + "9", kept)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0418-512345", "+31418512345"),
        ("(0418) 51 23 45", "+31418512345"),
        ("512345", "+31418512345"),
        ("020 123 45 67", "+31201234567"),
        ("1234567", "+31201234567"),
        ("0049 170 123456", "+49170123456"),
        ("+49 170 123456", "+49170123456"),
        ("0800-2000", "08002000"),
        ("14 0418", "140418"),
    ],
)
def test_so_is_a_landline_without_its_area_and_a_number_from_abroad(typed: str, kept: str) -> None:
    assert finds(typed, indexed(kept))


@given(st.from_regex(r"0[1-9][0-9]{8}", fullmatch=True), st.lists(st.sampled_from(("", " ", "-", ".")), min_size=10))
def test_gaps_never_matter(number: str, gaps: list[str]) -> None:
    typed = "".join(digit + gap for digit, gap in zip(number, gaps, strict=False))
    assert finds(typed, indexed(normal_phone(number)))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukasz", "Łukasz Kowalski"),
        ("łukasz", "Lukasz Kowalski"),
        ("soren moller", "Søren Møller"),
        ("dorde celik", "Đorđe Çelik"),
        ("strauss grosse", "Strauß Größe"),
        ("ayse yildiz", "Ayşe Y\u0131ld\u0131z"),
        ("YILDIZ", "Ayşe Y\u0131ld\u0131z"),
        ("istanbul", "İstanbul"),
        ("nguyen tran", "Nguyễn Trần"),
        ("ysbrand dykstra", "Ĳsbrand Dijkstra"),
        ("ijsbrand", "Ysbrand"),
        ("vanderberg", "Zoë van der Berg"),
        ("vanderb", "Zoë van der Berg"),
        ("v.d. berg", "Zoë van der Berg"),
        ("v/d berg", "Zoë van der Berg"),
        ("van den berg", "Zoë vd Berg"),
        ("zoe vanderberg", "Zoë van der Berg"),
        ("van der berg", "Zoë Vanderberg"),
        ("dhondt", "Renée D'Hondt"),
        ("d’hondt", "Renée Dhondt"),
        ("D'Hondt", "Renée D’Hondt"),
        ("elamrani", "Mohamed El Amrani"),
        ("mohamed el amrani", "Mohamed Elamrani"),
        ("thooft", "Jan 't Hooft"),
        ("'t hooft", "Jan ’t Hooft"),
        ("ruysdewit", "Ana Ruijs-de Wit"),
        ("dewit", "Ana Ruijs-de Wit"),
        ("janpeter", "Jan-Peter Bos"),
        ("jan peter", "Jan-Peter Bos"),
    ],
)
def test_a_name_is_found_however_it_is_typed(typed: str, name: str) -> None:
    assert finds(typed, indexed_name(name))


@pytest.mark.parametrize(("typed", "name"), [("berg", "Bos"), ("elamrani", "Amrani"), ("moller", "Mulder")])
def test_another_name_is_not(typed: str, name: str) -> None:
    assert not finds(typed, indexed_name(name))


def test_what_warns_of_doubles_folds_the_same_way() -> None:
    assert folded("Łukasz Møller-Đorđe") == folded("lukasz moller dorde")


def test_a_question_has_so_many_words_and_no_more() -> None:
    assert len(words("a " * 50)) == folding.MAX_WORDS
    assert words(" --- ") == []
    assert glued(["van", "der"]) == ["vander"]


@given(st.text())
def test_what_is_folded_stays_so(text: str) -> None:
    once = fold_letters(text)
    assert fold_letters(once) == once


@given(st.text(alphabet=st.characters() | st.sampled_from("aeijyåéø e\u0301ĳ 'Đß")), st.text(min_size=1, max_size=3))
def test_what_is_marked_begins_with_what_was_asked(text: str, typed: str) -> None:
    asked = words(typed)
    last = 0
    for start, end in marks(text, asked):
        assert last <= start < end <= len(text)
        assert any(word in fold_letters(text[start:end]) for word in asked)
        last = end


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Noor piekert, slaapt slecht", "pie sla", ["piekert", "slaapt"]),
        ("Zoe\u0308 en Zoë", "zoe", ["Zoe\u0308", "Zoë"]),
        ("IJsbrand ijsbeert", "ijs", ["IJsbrand", "ijsbeert"]),
        ("<b>Łukasz</b>", "lukasz", ["Łukasz"]),
        ("niets", "anders", []),
        ("e\u0301", "e", ["e\u0301"]),
    ],
)
def test_whole_words_are_marked_as_they_were_written(text: str, typed: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, words(typed))] == marked


def test_folding_leaves_what_is_between_letters() -> None:
    assert fold("V.D. Berg; 3 < 4") == "vd berg; 3 < 4"
