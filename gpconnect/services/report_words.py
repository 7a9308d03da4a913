"""The report in words for the screen: figures with their basis, and what differs from an issue. Dutch, as printed."""

from gpconnect.documents import texts
from gpconnect.documents.report import Report
from gpconnect.services import reporting
from gpconnect.services.meaning import PLACES
from gpconnect.services.session import Session

HIDDEN = "·"


def places() -> tuple[tuple[str, str], ...]:
    """The figures that have room for meaning, with their titles."""
    return tuple((key, title_of(key)) for key in PLACES)


def title_of(key: str) -> str:
    """Title of a figure or a table."""
    return (texts.INDICATORS.get(key) or texts.BREAKDOWNS[key])[0]


def figure_line(report: Report, key: str) -> str:
    """A figure with what it rests on; empty for a table."""
    return texts.figure_text(report.figures.indicator(key)) if key in texts.INDICATORS else ""


def difference_lines(session: Session, issued_id: str) -> tuple[str, ...]:
    """What an issued report would say differently now, one line each. A small change shows as a dot.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    labels = reporting.reason_labels()
    lines = []
    for one in reporting.differences(session, issued_id):
        row = f", {texts.label(one.key, one.cell, labels)}" if one.cell else ""
        lines.append(f"{title_of(one.key)}{row}: {_number(one.issued)} → {_number(one.now)}")
    return tuple(lines)


def _number(value: float | None) -> str:
    if value is None:
        return HIDDEN
    return texts.number(value, 0 if float(value).is_integer() else 2)
