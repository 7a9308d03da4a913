"""The command line in Dutch: Python's own words for usage, help and mistakes; it needs no screen."""

import argparse
import sys
from typing import Any, NoReturn

_MISTAKES = (
    ("the following arguments are required: ", "dit ontbreekt nog: "),
    ("unrecognized arguments: ", "onbekend: "),
    ("ambiguous option: ", "niet duidelijk welke: "),
    (" could match ", " kan zijn "),
    ("not allowed with argument ", "gaat niet samen met "),
    ("expected one argument", "hier hoort nog iets achter"),
    ("expected at least one argument", "hier hoort nog iets achter"),
    ("ignored explicit argument ", "hier hoort niets achter: "),
    ("invalid choice: ", "bestaat niet: "),
    ("choose from ", "kies uit "),
    ("invalid int value: ", "is geen getal: "),
    ("argument ", "bij "),
)


class _Lines(argparse.HelpFormatter):
    """The line that says how to type it begins in Dutch."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Reads what was typed and answers in the language of who typed it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Lines, **options)
        self._optionals.title = "opties"
        self._positionals.title = "wat erbij hoort"
        self.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed; the exit code is 2."""
        self.print_usage(sys.stderr)
        for theirs, ours in _MISTAKES:
            message = message.replace(theirs, ours)
        self.exit(2, f"{self.prog}: {message}. Meer uitleg: {self.prog} --help\n")
