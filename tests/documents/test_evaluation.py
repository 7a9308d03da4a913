"""The printed evaluation holds what a meeting needs, whatever the figures are."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from gpconnect.documents.evaluation import render_evaluation
from gpconnect.documents.preview import page_count, preview_png
from gpconnect.documents.report import Report
from gpconnect.domain.figures import Figures, SiteFigures

MakeReport = Callable[..., Report]


def printed(report: Report) -> bytes:
    target = io.BytesIO()
    render_evaluation(report, target)
    return target.getvalue()


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in document]
    finally:
        document.close()


def outline(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [entry.get_title() for entry in document.get_toc() if entry.level == 0]
    finally:
        document.close()


def test_the_summary_is_one_page_with_four_figures_a_fair_comparison_meaning_and_actions(
    make_report: MakeReport,
) -> None:
    page = pages(printed(make_report()))[1]

    for words in (
        "Op één bladzijde", "90", "jeugdigen gezien", "54 van 90, marge", "56% van 343 afgesloten",
        "Centraal Planbureau", "korte lijn <én> het vaste gezicht", "Spanning of angst", "Inloop op het",
    ):  # fmt: skip
        assert words in page
    assert "2 van" in page


def test_it_has_its_chapters_as_bookmarks_in_order(make_report: MakeReport) -> None:
    assert outline(printed(make_report())) == [
        "Zo leest u dit rapport",
        "Op één bladzijde",
        "Hoeveel is er gedaan",
        "Wie kwamen er, en waarvoor",
        "Hoe snel was er een gesprek",
        "Wat leverde het op",
        "Afgesloten zonder verwijzing",
        "Warme overdracht en korte lijnen",
        "Vier stemmen",
        "Wat we gaan doen",
        "Wat ziet de gemeente",
        "Hoe is er geteld",
    ]


def test_it_says_what_it_is_and_in_which_language(make_report: MakeReport) -> None:
    pdf = printed(make_report(number="2026-2", issued_on=date(2026, 11, 20)))
    document = pypdfium2.PdfDocument(pdf)
    about = document.get_metadata_dict()
    document.close()

    assert about["Title"].startswith("Tussenevaluatie · Pilot jeugdspreekuur")
    assert about["Author"] == "Buurtzorg Jong, De Waluwe & co"
    assert b"nl-NL" in pdf
    assert "uitgave 2026-2" in pages(pdf)[0]


def _fonts(document: pypdfium2.PdfDocument) -> Iterator[bool]:
    for page in document:
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            yield bool(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(thing.raw)))


def test_every_font_is_embedded(make_report: MakeReport) -> None:
    pdf = printed(make_report())
    document = pypdfium2.PdfDocument(pdf)
    embedded = list(_fonts(document))
    document.close()

    assert embedded
    assert all(embedded)
    assert b"Helvetica" not in pdf


@pytest.mark.parametrize("children", [0, 1, 11, 24])
def test_few_children_or_none_still_make_a_report_that_makes_sense(make_report: MakeReport, children: int) -> None:
    text = " ".join(pages(printed(make_report(children, narratives=(), actions=()))))

    assert "Nog geen acties afgesproken" in text
    assert "Hier is nog niets opgeschreven" in text
    assert "Nog geen vergelijking" in text


def test_the_summary_lists_only_what_is_still_to_be_done(make_report: MakeReport) -> None:
    report = make_report()
    found = pages(printed(report))
    done = replace(report, actions=tuple(one for one in report.actions if one.id == "a2"))

    assert "Inloop op het" in found[1]
    assert "=Bellen na een week" not in found[1]
    assert "gedaan op 1 september 2026: lukt" in " ".join(found)
    assert "Alle afgesproken acties zijn gedaan" in pages(printed(done))[1]


def test_words_beside_a_figure_say_what_it_is_not(make_report: MakeReport) -> None:
    """What counts as a referrer, what the n of waiting is, whose answers the GPs' are, and what leaves the house."""
    text = " ".join(" ".join(pages(printed(make_report()))).split())

    for words in (
        "telt als zonder verwijzer, ook als de huisarts de weg wees",
        "n telt eerste gesprekken die vooraf zijn afgesproken",
        "niet het aantal huisartsen",
        "Er gaan losse feiten zonder naam",
        "Alles wat wordt getoond is een optelling",
    ):
        assert words in text
    assert "Geen losse rijen" not in text


def test_one_child_is_nowhere_to_be_seen(make_report: MakeReport) -> None:
    summary = pages(printed(make_report(1)))[1]

    assert "Te klein om uit te splitsen" in summary
    assert "niet getoond ter bescherming" in summary


def test_parts_per_site_show_names_where_enough_stand_behind_them(make_report: MakeReport) -> None:
    report = make_report()
    unknown = replace(report, figures=replace(report.figures, sites=(SiteFigures("zz", 4, 20, 40),)))

    assert "Het Tolhuis 20 45 90" in " ".join(pages(printed(report)))
    assert "andere locatie 4 20 40" in " ".join(pages(printed(unknown)))


def test_it_can_be_written_to_a_file_and_looked_at(make_report: MakeReport, tmp_path: Path) -> None:
    target = tmp_path / "evaluatie.pdf"
    render_evaluation(make_report(partners=(), site_names={}, kind="final"), target)
    pdf = target.read_bytes()

    assert 8 <= page_count(pdf) <= 20
    assert preview_png(pdf, 1, 300).startswith(b"\x89PNG")


def test_the_same_report_prints_the_same_pages(make_report: MakeReport) -> None:
    assert pages(printed(make_report(24))) == pages(printed(make_report(24)))


def test_raw_figures_are_never_printed(make_report: MakeReport) -> None:
    report = make_report()
    raw_figures = Figures(report.figures.period, (), ())

    with pytest.raises(ValueError, match="protected"):
        replace(report, figures=raw_figures)
