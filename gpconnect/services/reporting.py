"""The evaluation of the pilot: figures that may be shown, their meaning, on paper and as tables.

Only protected figures leave this module. What was issued before counts too: subtracting two reports over the same
months must not give a small number.
"""

import hashlib
import io
import tempfile
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import msgspec

from gpconnect.documents import tables
from gpconnect.documents.evaluation import render_evaluation
from gpconnect.documents.preview import page_count, preview_png
from gpconnect.documents.report import Report
from gpconnect.domain.benchmarks import Benchmarks, parse_benchmarks
from gpconnect.domain.changes import Changes
from gpconnect.domain.errors import KnownError
from gpconnect.domain.facts import Fact, IssuedReport
from gpconnect.domain.figures import Difference, Figures, from_plain, to_plain, whole_months
from gpconnect.domain.figures import differences as compare
from gpconnect.domain.indicators import compute, current
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Site
from gpconnect.domain.sharing import Sharing, parse_sharing
from gpconnect.domain.suppression import protect
from gpconnect.services import meaning, resources
from gpconnect.services.acting import acting, check
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.storage import meta, rows
from gpconnect.storage.files import write_atomically

HALF_YEAR = 6
_NAMES = "report_names"


@dataclass(frozen=True, slots=True)
class Names:
    """Who the report is of and for, as it is printed; kept in the file."""

    pilot: str = "Pilot jeugdspreekuur in de huisartsenpraktijk"
    municipality: str = "gemeente Zaltbommel"
    partners: tuple[str, ...] = ("Buurtzorg Jong", "huisartsenpraktijken in de gemeente Zaltbommel")


@dataclass(frozen=True, slots=True)
class Preview:
    """A report as it would be printed now: its PDF, how many pages, and the reports that were issued before."""

    report: Report
    pdf: bytes
    pages: int
    issued: tuple[IssuedReport, ...]


def default_period(today: date) -> tuple[date, date]:
    """The half year of whole months that ended last."""
    last_day = today.replace(day=1) - timedelta(days=1)
    months = last_day.year * 12 + last_day.month - HALF_YEAR
    return date(months // 12, months % 12 + 1, 1), last_day


def figures(session: Session, first_day: date, last_day: date) -> Figures:
    """The figures of a period of whole months, after hiding small numbers; never about one worker or one GP.

    Raises:
        KnownError: ``role.may_not``, ``report.period.order``.
    """
    check(session, Intention.SEE_REPORT)
    earlier = [from_plain(one.figures) for one in issued(session)]
    return protect(compute(rows.where(session.db, Fact), whole_months(first_day, last_day)), earlier=earlier)


def report(session: Session, kind: str, first_day: date, last_day: date) -> Report:
    """A draft of the evaluation.

    Args:
        session: of the coordinator.
        kind: ``interim`` or ``final``.
        first_day: of the period; months are always whole.
        last_day: of the period.

    Raises:
        KnownError: ``role.may_not``, ``report.kind``, ``report.period.order``.
    """
    check(session, Intention.SEE_REPORT)
    if kind not in {"interim", "final"}:
        raise KnownError("report.kind", kind=kind)
    counted = figures(session, first_day, last_day)
    named = names(session)
    return Report(
        kind=cast("Literal['interim', 'final']", kind),
        figures=counted,
        pilot=named.pilot,
        municipality=named.municipality,
        partners=named.partners,
        site_names={site.id: site.name for site in rows.where(session.db, Site)},
        reason_labels=reason_labels(),
        narratives=tuple(meaning.narratives(session, counted.period.first_day, counted.period.last_day)),
        actions=tuple(meaning.actions(session)),
        benchmarks=load_benchmarks(),
        sharing=load_sharing(),
        made_on=session.today(),
    )


def preview(session: Session, kind: str, first_day: date, last_day: date) -> Preview:
    """The draft with its PDF, to look at before it is saved. Raises as `report`."""
    draft = report(session, kind, first_day, last_day)
    pdf = _printed(draft)
    return Preview(draft, pdf, page_count(pdf), tuple(issued(session)))


def pictures(session: Session, pdf: bytes, pages: Sequence[int], width: int) -> tuple[bytes, ...]:
    """Pages of a printed report as PNG of so many pixels wide; pages count from 0."""
    check(session, Intention.SEE_REPORT)
    return tuple(preview_png(pdf, page, width) for page in pages)


def issue(session: Session, kind: str, first_day: date, last_day: date) -> tuple[Changes, IssuedReport]:
    """Pin a report as it is now: its figures after suppression, and a digest of the facts behind them.

    Raises:
        KnownError: ``role.may_not``, ``report.kind``, ``report.period.order``.
    """
    check(session, Intention.ISSUE_REPORT)
    draft = report(session, kind, first_day, last_day)
    made = IssuedReport(
        id=session.new_id(),
        kind=kind,
        first_day=draft.figures.period.first_day,
        last_day=draft.figures.period.last_day,
        issued_at=session.now(),
        issued_by=session.actor.name,
        facts_digest=_digest(session),
        figures=to_plain(draft.figures),
    )
    with acting(session, Intention.ISSUE_REPORT) as action:
        action.write(made, "issued")
    return action.changes, made


def issued(session: Session) -> list[IssuedReport]:
    """Every report that was issued, oldest first."""
    check(session, Intention.SEE_REPORT)
    return rows.where(session.db, IssuedReport, order="issued_at, id")


def number_of(session: Session, issued_id: str) -> str:
    """How people name an issue: the year and its place in that year, such as ``2026-2``.

    Raises:
        KnownError: ``record.missing``.
    """
    check(session, Intention.SEE_REPORT)
    this = rows.require(session.db, IssuedReport, issued_id)
    year = this.issued_at.astimezone(AMSTERDAM).year
    same = [one.id for one in issued(session) if one.issued_at.astimezone(AMSTERDAM).year == year]
    return f"{year}-{same.index(issued_id) + 1}"


def issued_report(session: Session, issued_id: str) -> Report:
    """An issued report with the figures as they were pinned, to print it again.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.SEE_REPORT)
    pinned = rows.require(session.db, IssuedReport, issued_id)
    return replace(
        report(session, pinned.kind, pinned.first_day, pinned.last_day),
        figures=from_plain(pinned.figures),
        number=number_of(session, issued_id),
        issued_on=pinned.issued_at.astimezone(AMSTERDAM).date(),
    )


def differences(session: Session, issued_id: str) -> list[Difference]:
    """What an issued report would say differently now; a change of a few children shows as hidden.

    Raises:
        KnownError: ``role.may_not``, ``record.missing``.
    """
    check(session, Intention.SEE_REPORT)
    pinned = rows.require(session.db, IssuedReport, issued_id)
    return compare(from_plain(pinned.figures), figures(session, pinned.first_day, pinned.last_day))


def save_pdf(session: Session, printed: Report, target: Path) -> None:
    """Write the report as PDF; the file gets its name only when it is whole.

    Raises:
        KnownError: ``report.not_saved``.
    """
    check(session, Intention.SEE_REPORT)
    _save(target, _printed(printed))


def save_xlsx(session: Session, printed: Report, target: Path) -> None:
    """Write the tables of the report as a workbook. Raises as `save_pdf`."""
    check(session, Intention.SEE_REPORT)
    _save(target, _made(tables.tables_xlsx, printed))


def save_csv(session: Session, printed: Report, target: Path) -> None:
    """Write the tables of the report as text with semicolons. Raises as `save_pdf`."""
    check(session, Intention.SEE_REPORT)
    _save(target, _made(tables.tables_csv, printed))


def reason_labels() -> dict[str, str]:
    """Dutch words per request for help."""
    return {code.key: code.nl for code in resources.load_codes()["reasons"].codes}


def names(session: Session) -> Names:
    """Pilot, municipality and partners as they are printed."""
    return msgspec.convert(meta.get_meta(session.db, _NAMES) or {}, Names)


def set_names(session: Session, chosen: Names) -> Changes:
    """Print the report under other names from now on.

    Raises:
        KnownError: ``role.may_not``.
    """
    with acting(session, Intention.ADMINISTER) as action:
        meta.put_meta(session.db, _NAMES, msgspec.to_builtins(chosen))
        action.touch("issued_report")
    return action.changes


@cache
def load_benchmarks() -> Benchmarks:
    """Published figures of comparable pilots. Raises as `parse_benchmarks`."""
    return parse_benchmarks(_toml("codes/benchmarks.toml"), "benchmarks.toml")


@cache
def load_sharing() -> Sharing:
    """What may be shared, as data. Raises as `parse_sharing`."""
    return parse_sharing(_toml("sharing.toml"), "sharing.toml")


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.RESOURCES / name).read_text(encoding="utf-8"))


def _printed(printed: Report) -> bytes:
    target = io.BytesIO()
    render_evaluation(printed, target)
    return target.getvalue()


def _made(make: Callable[[Report, Path], None], printed: Report) -> bytes:
    """The bytes of a file that can only be made under a name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tables")
        make(printed, path)
        return path.read_bytes()


def _save(target: Path, content: bytes) -> None:
    try:
        write_atomically(target, content)
    except KnownError as error:
        raise KnownError("report.not_saved") from error


def _digest(session: Session) -> str:
    """SHA-256 over the facts that count now, in the order of their ids."""
    facts = current(rows.where(session.db, Fact))
    return hashlib.sha256(msgspec.json.encode([msgspec.to_builtins(one) for one in facts], order="sorted")).hexdigest()
