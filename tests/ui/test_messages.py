"""Every code has a sentence a person can act on."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import gpconnect
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


def codes_raised() -> Iterator[tuple[str, str]]:
    """Every code that is written in a ``KnownError(…)`` of the program, with its file; of f-strings the beginning."""
    for path in sorted(Path(gpconnect.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "KnownError"):
                continue
            for part in ast.walk(node.args[0]) if node.args else ():
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and "." in part.value:
                    yield path.name, part.value


def test_every_code_that_is_raised_has_its_sentence() -> None:
    known = tuple(messages.SENTENCES)
    silent = [
        (file, code)
        for file, code in codes_raised()
        if code not in messages.SENTENCES and not (code.endswith(".") and any(one.startswith(code) for one in known))
    ]
    assert silent == []
