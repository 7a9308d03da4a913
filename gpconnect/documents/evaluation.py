"""The printed evaluation of the pilot: figures, what they mean, what will be done. A4, Dutch, ready for a meeting."""

from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import HRFlowable, KeepTogether, PageBreak, Spacer

from gpconnect.documents import chapters, texts
from gpconnect.documents.figure_charts import comparison
from gpconnect.documents.layout import ACCENT, SEMIBOLD, Sheet, Story, body, build, escape, heading, small
from gpconnect.documents.parts import breakdown, chart, key_figures, meaning, open_actions
from gpconnect.documents.report import Report
from gpconnect.domain.figures import Hidden

SUMMARY_REASONS = 5
SUMMARY_ACTIONS = 3


def render_evaluation(report: Report, target: Path | BinaryIO) -> None:
    """Writes the evaluation as PDF.

    Args:
        report: figures after suppression, with the words around them.
        target: a path, or an open binary file.

    Raises:
        OSError: the path cannot be written.
    """
    sheet = Sheet(
        title=f"{report.title}, {report.period}",
        author=", ".join(report.partners) or report.pilot,
        subject=f"Evaluatie van {report.pilot}, {report.municipality}",
        footer=f"GPConnect · {report.edition}",
    )
    pdf = build(lambda: _story(report), sheet, cover=True)
    if isinstance(target, Path):
        target.write_bytes(pdf)
    else:
        target.write(pdf)


def _story(report: Report) -> Story:
    return [
        *_cover(report),
        PageBreak(),
        *_summary(report),
        PageBreak(),
        *chapters.volumes(report),
        *chapters.who_and_why(report),
        *chapters.waiting(report),
        *chapters.outcomes(report),
        *chapters.referral(report),
        *chapters.handovers(report),
        *chapters.voices(report),
        *chapters.all_actions(report),
        *chapters.privacy(report),
        *chapters.method(report),
    ]


def _cover(report: Report) -> Story:
    sites = ", ".join(escape(name) for name in report.site_names.values()) or "nog geen locaties"
    partners = ", ".join(escape(name) for name in report.partners) or "nog niet ingevuld"
    return [
        Spacer(1, 110),
        HRFlowable(width="18%", thickness=4, color=ACCENT, hAlign="LEFT", spaceAfter=14),
        body(texts.KINDS[report.kind], size=34, font=SEMIBOLD, after=2),
        body(escape(report.pilot), size=17, after=16),
        body(escape(report.period), size=12, font=SEMIBOLD, after=2),
        body(escape(report.municipality), size=12, after=26),
        small("Spreekuren", size=9, after=0),
        body(sites, after=8),
        small("Samen geschreven door", size=9, after=0),
        body(partners, after=8),
        small("Versie", size=9, after=0),
        body(escape(report.edition), after=60),
        *_guide(report),
    ]


def _guide(report: Report) -> Story:
    k = report.figures.protected
    lines = (
        "<b>Bladzijde 2 is de samenvatting.</b> Daarna volgt per onderwerp wat er gebeurde en wat het betekent.",
        (
            "<b>Bij elk percentage staat waarvan het een deel is.</b> Cijfers met een andere noemer staan nooit op één "
            "as. De marge is het 95%-interval: hoe kleiner de aantallen, hoe breder."
        ),
        f"<b>Een punt (·) is een verborgen aantal.</b> Minder dan {k} jeugdigen tonen we niet, ook niet via een omweg.",
        "<b>Cijfers zonder verhaal zijn half.</b> Een leeg kader is ruimte om samen op te schrijven wat iets betekent.",
    )
    return [
        KeepTogether([heading("Zo leest u dit rapport", top=True), *(body(line, size=9.5, after=4) for line in lines)])
    ]


def _summary(report: Report) -> Story:
    sites = " en ".join(escape(name) for name in list(report.site_names.values())[:3])
    where = f" · {sites}" if sites else ""
    head = f"{escape(report.title)} · {escape(report.municipality)}"
    return [
        small(head, size=9.5, after=2),
        heading("Op één bladzijde", 1),
        small(f"{report.period}{where}", size=9.5, after=10),
        key_figures(_four(report)),
        *_comparison(report),
        heading("Wat het betekent"),
        meaning(report, "closed_without_referral", room=34),
        heading("Waar jeugdigen mee komen"),
        *breakdown(report, "reasons", rows=SUMMARY_REASONS),
        heading("Wat we nu gaan doen"),
        open_actions(report, SUMMARY_ACTIONS),
    ]


def _four(report: Report) -> list[tuple[str, str, str]]:
    """The four figures of the summary, each with what it rests on."""
    find = report.figures.indicator
    children, wait, share, mark = (
        find(key) for key in ("children", "waiting_median", "closed_without_referral", "usefulness_parent")
    )
    return [
        (texts.value_text(children), "jeugdigen gezien", _volume_basis(report)),
        (texts.value_text(wait), "van aanmelding tot eerste gesprek", _waiting_basis(report)),
        (texts.value_text(share), "zonder verwijzing", _referral_basis(report)),
        (texts.value_text(mark), "nut, rapportcijfer van ouders", _mark_basis(report)),
    ]


def _volume_basis(report: Report) -> str:
    half_days, talks = report.figures.indicator("half_days"), report.figures.indicator("talks")
    return f"in {texts.value_text(half_days)} dagdelen, {texts.value_text(talks)} gesprekken"


def _waiting_basis(report: Report) -> str:
    median, ninth = report.figures.indicator("waiting_median"), report.figures.indicator("waiting_p90")
    still = report.figures.indicator("still_waiting")
    if median.value is None:
        return texts.basis_text(median)
    waits = "hoeveel er nog wachtten, tonen we niet" if still.hidden else f"{texts.value_text(still)} wachtten nog"
    return f"mediaan; 9 van de 10 binnen {texts.value_text(ninth)} ({texts.basis_text(median)}); {waits}"


def _referral_basis(report: Report) -> str:
    share, still_open = report.figures.indicator("closed_without_referral"), report.figures.indicator("open")
    runs = "hoeveel er nog lopen, tonen we niet" if still_open.hidden else f"{texts.value_text(still_open)} lopen nog"
    return f"{texts.basis_text(share)}; {runs}"


def _mark_basis(report: Report) -> str:
    parents, youths = report.figures.indicator("usefulness_parent"), report.figures.indicator("usefulness_youth")
    return f"{texts.basis_text(parents)}; jongeren (12+) {texts.value_text(youths)}, {texts.basis_text(youths)}"


def _comparison(report: Report) -> Story:
    made = comparison(report)
    if made is None:
        share = report.figures.indicator("closed_without_referral")
        why = texts.PROTECTED_SHORT if share.hidden is Hidden.PROTECTED else "nog te weinig afgesloten trajecten"
        return [heading("Afgesloten zonder verwijzing"), small(f"Nog geen vergelijking: {why}.")]
    others = escape("; ".join(f"{each.name} {each.percent}%" for each in report.benchmarks.in_words()[:2]))
    caution = " ".join(each.caution for each in report.benchmarks.comparable() if each.caution)
    evidence = escape(f"{caution} {report.benchmarks.counter_evidence}".strip())
    return [
        heading("Afgesloten zonder verwijzing, naast vergelijkbare pilots"),
        chart(made),
        small(
            f"Met een andere noemer, dus niet in de grafiek: {others}. {evidence}",
            size=8,
        ),
    ]
