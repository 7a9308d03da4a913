"""Every code has a sentence a person can act on."""

import string

import pytest

from gpconnect.domain.errors import KnownError
from gpconnect.ui import messages


@pytest.mark.parametrize("code", sorted(messages.SENTENCES))
def test_sentences_are_whole(code: str) -> None:
    sentence = messages.SENTENCES[code]
    assert sentence.strip().endswith((".", "?", "!"))
    assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(sentence))
    assert "patiënt" not in sentence


def test_known_code_says_its_sentence() -> None:
    assert "vergrendeld" in messages.say(KnownError("session.closed"))


def test_unknown_code_and_bug_name_themselves_only() -> None:
    assert "no.such.code" in messages.say(KnownError("no.such.code"))
    said = messages.say(ValueError("Noor van den Berg"))
    assert "ValueError" in said
    assert "Noor" not in said
