"""The line in which the words stand, and where in it."""

from hypothesis import given
from hypothesis import strategies as st

from gpconnect.domain.excerpts import WIDTH, Excerpt, excerpt
from gpconnect.domain.folding import words

LONG = "Eerst ging het over school en over thuis, daarna over vriendinnen. " * 3
TEXTS = ("Wil weer slapen", f"{LONG}Zoekt rust in huis.\nSlaapt bij oma. {LONG}")


def marked(found: Excerpt) -> list[str]:
    return [found.words[start:end] for start, end in found.marks]


def test_the_text_with_most_of_the_words_is_taken_and_cut_around_the_first() -> None:
    found = excerpt(TEXTS, words("rust sla"))
    assert marked(found) == ["rust", "Slaapt"]
    assert found.words.startswith("…")
    assert found.words.endswith("…")
    assert "huis. Slaapt" in found.words
    assert len(found.words) <= WIDTH + 2


def test_a_short_text_stays_whole() -> None:
    assert excerpt(TEXTS, words("weer")) == Excerpt("Wil weer slapen", ((4, 8),))


def test_a_word_at_the_very_end_is_in_it() -> None:
    assert marked(excerpt((f"{LONG}slot",), ["slot"])) == ["slot"]
    assert marked(excerpt((f"slot {'x' * 300}",), ["slot"])) == ["slot"]
    assert marked(excerpt((f"{'x' * 300} {'y' * 300}",), ["yyy"])) == ["y" * 300]


def test_nothing_is_nothing() -> None:
    assert excerpt(TEXTS, words("nergens")) == excerpt((), ["x"]) == Excerpt()


@given(st.lists(st.text(max_size=300)), st.text(min_size=1, max_size=5))
def test_what_is_marked_stands_in_one_of_the_texts(texts: list[str], typed: str) -> None:
    found = excerpt(texts, words(typed))
    whole = [" ".join(text.split()) for text in texts]
    assert all(any(" ".join(word.split()) in text for text in whole) for word in marked(found))
