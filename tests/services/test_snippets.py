"""Signs that become sentences: the program's, and a worker's own on this computer."""

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.services import snippets
from gpconnect.services.session import Session
from gpconnect.storage import operations


def words(session: Session) -> dict[str, str]:
    return {one.keyword: one.text for one in snippets.listed(session)}


def test_the_programs_signs_are_short_different_and_say_nothing_about_a_family() -> None:
    found = snippets.of_program()

    assert len({one.keyword for one in found}) == len(found) > 0
    assert [one.keyword for one in found] == sorted(one.keyword for one in found)
    assert all(one.keyword.startswith(".") and len(one.keyword) <= 5 for one in found)
    assert all(one.text.rstrip()[-1] in ":?" or one.text.endswith(" met ") for one in found), "somebody finishes it"


def test_an_own_sign_stands_beside_the_others_and_goes_before_one_of_the_same_name(worker: Session) -> None:
    sent = operations.outbox_counts(worker.db)
    theirs = words(worker)[".vt"]

    snippets.keep(worker, " VT ", "Eigen zin ")
    snippets.keep(worker, ".eer2", "Wat we\neerder deden")

    assert words(worker)[".vt"] == "Eigen zin "
    assert words(worker)[".eer2"] == "Wat we\neerder deden"
    assert [one.keyword for one in snippets.listed(worker) if one.is_own] == [".eer2", ".vt"]
    assert operations.outbox_counts(worker.db) == sent, "it stays on this computer"

    snippets.remove(worker, ".vt")
    assert words(worker)[".vt"] == theirs
    assert ".eer2" in words(worker)


@pytest.mark.parametrize(
    ("keyword", "text", "code"),
    [
        ("", "x", "snippet.keyword"),
        ("v t", "x", "snippet.keyword"),
        ("é", "x", "snippet.keyword"),
        ("vt", "  ", "snippet.empty"),
        ("vt", "x" * 2001, "text.too_long"),
    ],
)
def test_what_is_no_sign_is_refused_in_words(worker: Session, keyword: str, text: str, code: str) -> None:
    with pytest.raises(KnownError, match=code):
        snippets.keep(worker, keyword, text)
