"""What is kept back is in no copy, wherever its words were repeated; everything else stays."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from gpconnect.documents.inspection_data import Entry, Passage
from gpconnect.domain.rights import Ground, Withholding
from gpconnect.services.inspection_sieve import LEAST, Item, Piece, Sieve, folded, left_out

AT = datetime(2026, 11, 24, tzinfo=UTC)
LINES = st.text(st.sampled_from("abcdefgh \n"), min_size=1, max_size=60)


def kept(record: str, ground: Ground) -> Withholding:
    return Withholding("w" + record, "c", "note", record, ground, "x", "s", "Sanne", AT)


def note(record: str, *texts: str) -> Item:
    key = ("note", record, "")
    pieces = tuple(Piece(Passage(str(at), "", text), (("note", record, str(at)),)) for at, text in enumerate(texts))
    return Item(Entry(record), (key,), pieces)


@given(st.lists(st.lists(LINES, min_size=1, max_size=3), min_size=2, max_size=5), st.sampled_from(list(Ground)))
def test_no_line_of_what_is_kept_back_is_in_what_is_given(notes: list[list[str]], ground: Ground) -> None:
    items = [note(str(at), *texts) for at, texts in enumerate(notes)]
    sieve = Sieve([kept("0", ground)])
    sieve.learn(items)

    given_now = sieve.entries(items)

    words = [folded(one.text) for entry in given_now for one in entry.passages]
    secrets = [folded(text) for text in notes[0] if len(folded(text)) >= LEAST]
    assert not any(secret in text for secret in secrets for text in words)
    assert bool(left_out(given_now)) is (ground is Ground.PRIVACY_OF_ANOTHER)
    assert ("0" in {entry.title for entry in given_now}) is (ground is Ground.PRIVACY_OF_ANOTHER)


@given(st.lists(st.lists(LINES, min_size=1, max_size=3), max_size=5))
def test_with_nothing_kept_back_everything_is_given(notes: list[list[str]]) -> None:
    items = [note(str(at), *texts) for at, texts in enumerate(notes)]
    sieve = Sieve()
    sieve.learn(items)

    assert [[one.text for one in entry.passages] for entry in sieve.entries(items)] == notes


def test_a_short_answer_is_nobodys_secret() -> None:
    items = [note("0", "ja"), note("1", "ja, graag")]
    sieve = Sieve([kept("0", Ground.GOOD_CARE)])
    sieve.learn(items)
    assert [one.text for entry in sieve.entries(items) for one in entry.passages] == ["ja, graag"]


def test_what_brings_danger_leaves_no_trace_even_where_another_is_also_protected() -> None:
    items = [note("0", "een lange zin over iets gevaarlijks"), note("1", "gewoon")]
    sieve = Sieve([kept("0", Ground.GOOD_CARE), kept("0", Ground.PRIVACY_OF_ANOTHER)])
    sieve.learn(items)
    assert [entry.title for entry in sieve.entries(items)] == ["1"]
