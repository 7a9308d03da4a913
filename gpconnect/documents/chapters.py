"""The chapters of the printed evaluation, each: figures, a table or chart, and room for meaning."""

from typing import Any

from reportlab.platypus import CondPageBreak, KeepTogether, Spacer

from gpconnect.documents import texts
from gpconnect.documents.figure_charts import comparison, gp_items
from gpconnect.documents.layout import Story, body, escape, heading, small
from gpconnect.documents.parts import actions, breakdown, chart, indicator_table, meaning, section, table
from gpconnect.documents.report import Report
from gpconnect.domain.sharing import municipality_lines, never_lines

_ROOM = 190


def _chapter(title: str, intro: str, *first: Any) -> Story:
    """A chapter never starts at the foot of a page, and its title stays with its first table."""
    return [CondPageBreak(_ROOM), KeepTogether([Spacer(1, 14), heading(title, 1), body(intro, after=8), *first])]


def _meaning(report: Report, indicator: str) -> KeepTogether:
    return KeepTogether([heading("Wat het betekent"), meaning(report, indicator)])


def volumes(report: Report) -> Story:
    """How much was done, and per site where that identifies nobody."""
    keys = ("half_days", "half_days_used", "children", "talks", "talks_per_closed", "gp_joined", "no_show",
            "advice_only", "peer_consultations")  # fmt: skip
    return [
        *_chapter(
            "Hoeveel is er gedaan",
            "Alles is geteld uit het werk zelf; niemand vulde hier iets extra's voor in.",
            indicator_table(report, keys),
        ),
        section(report, "appointment_ends"),
        section(report, "talk_outcomes"),
        *_sites(report),
        _meaning(report, "children"),
    ]


def _sites(report: Report) -> Story:
    head = heading("Per locatie")
    if not report.figures.sites:
        words = (
            "Niet uitgesplitst: dat kan pas als er achter elke locatie minstens drie werkers en tien jeugdigen staan."
        )
        return [KeepTogether([head, small(words)])]
    rows = [
        (
            escape(report.site_names.get(each.site_id, "andere locatie")),
            texts.number(each.half_days),
            texts.number(each.children),
            texts.number(each.talks),
        )
        for each in report.figures.sites
    ]
    grid = table(("Locatie", "Dagdelen", "Jeugdigen", "Gesprekken"), rows, (0.46, 0.18, 0.18, 0.18))
    note = "Alleen locaties met minstens drie werkers en tien jeugdigen. Wie op twee locaties kwam, telt bij beide."
    return [KeepTogether([head, grid, Spacer(1, 3), small(note, size=8)])]


def who_and_why(report: Report) -> Story:
    """Who came, through whom, and what for."""
    age_table = (heading(texts.BREAKDOWNS["age_bands"][0]), *breakdown(report, "age_bands"))
    return [
        *_chapter(
            "Wie kwamen er, en waarvoor", "Leeftijd, de weg naar het spreekuur, en de vraag van het gezin.", *age_table
        ),
        section(report, "way_in"),
        section(report, "reasons"),
        _meaning(report, "reasons"),
    ]


def waiting(report: Report) -> Story:
    """How long families waited for the first talk."""
    intro = (
        "Van de dag van aanmelding tot de dag van het eerste gesprek, in kalenderdagen. "
        "Van andere pilots is geen wachttijd tot het spreekuur gepubliceerd."
    )
    counted = (
        "n telt eerste gesprekken die vooraf zijn afgesproken. Inloop, advies en vervolg hebben geen wachttijd; daarom "
        "is n een ander getal dan het aantal jeugdigen of gestarte trajecten."
    )
    keys = ("waiting_median", "waiting_p90", "still_waiting")
    return [
        *_chapter("Hoe snel was er een gesprek", intro, indicator_table(report, keys)),
        small(counted, size=8),
        _meaning(report, "waiting_median"),
    ]


def outcomes(report: Report) -> Story:
    """What help led to."""
    keys = ("closed", "open", "dropout", "goals_reached", "lead_kept", "aftercare_done", "no_new_start")
    intro = "Percentages gaan over afgesloten trajecten; wat nog loopt, staat apart."
    return [
        *_chapter("Wat leverde het op", intro, indicator_table(report, keys)),
        section(report, "goals"),
        section(report, "without_help_parent"),
        section(report, "without_help_youth"),
        _meaning(report, "goals_reached"),
    ]


def referral(report: Report) -> Story:
    """Closed without referral beside published pilots, with what speaks against reading too much into it."""
    made = comparison(report)
    picture = (
        chart(made)
        if made
        else small("Nog niet te tekenen: te weinig afgesloten trajecten, of niet getoond ter bescherming.")
    )
    own = indicator_table(report, ("closed_without_referral",))
    rows = [
        (escape(f"{each.name}, {each.years}"), escape(f"{each.words} {each.caution}".strip()), escape(each.source))
        for each in report.benchmarks.pilots
    ]
    pilots = table(("Pilot", "Wat is gepubliceerd", "Bron"), rows, (0.26, 0.46, 0.28))
    evidence = (report.benchmarks.counter_evidence, report.benchmarks.local, report.benchmarks.national)
    return [
        *_chapter(
            "Afgesloten zonder verwijzing",
            "Alleen pilots die hetzelfde tellen staan in de grafiek.",
            own,
            Spacer(1, 8),
            picture,
        ),
        small("De streep door een balk is het 95%-interval (Wilson), berekend uit percentage en noemer.", size=8),
        section(report, "destinations"),
        KeepTogether([heading("Wat andere pilots publiceerden"), pilots]),
        KeepTogether([heading("Wat hiertegen spreekt"), *(body(escape(each), after=4) for each in evidence)]),
        _meaning(report, "destinations"),
    ]


def handovers(report: Report) -> Story:
    """Warm handovers, and whether GPs heard back."""
    keys = ("handovers", "handovers_met", "handovers_completed", "handover_accept_days", "handover_contact_days",
            "handovers_called_back", "feedback_in_time")  # fmt: skip
    intro = "Een overdracht is klaar als de ontvanger bevestigt, niet als zij verstuurd is."
    return [
        *_chapter("Warme overdracht en korte lijnen", intro, indicator_table(report, keys)),
        _meaning(report, "handovers"),
    ]


def voices(report: Report) -> Story:
    """Four voices, parents and youths apart, with who answered."""
    answered = ("response_child", "response_youth", "response_parent", "response_gp", "response_worker")
    marks = ("usefulness_parent", "usefulness_youth", "recommend_parent", "recommend_youth", "heard_parent",
             "heard_youth", "heard_child", "worker_fit")  # fmt: skip
    made = gp_items(report)
    picture = chart(made) if made else small("Nog te weinig antwoorden van huisartsen om te tonen.")
    whose = small(
        "Antwoorden per traject, van de huisartsen van de deelnemende praktijken. n is het aantal antwoorden, niet het "
        "aantal huisartsen: een huisarts antwoordt bij elk traject opnieuw.",
        size=8,
    )
    return [
        *_chapter(
            "Vier stemmen",
            "Kind, ouder, huisarts en werker. Ouders en jongeren tellen we niet bij elkaar op.",
            heading("Wie heeft geantwoord"),
            indicator_table(report, answered),
        ),
        KeepTogether([heading("Wat gezinnen en werkers zeggen"), indicator_table(report, marks)]),
        KeepTogether([heading("Wat huisartsen vinden (1–5)"), picture, whose]),
        _meaning(report, "usefulness_parent"),
    ]


def all_actions(report: Report) -> Story:
    """Everything agreed at the theme meetings."""
    return [
        *_chapter("Wat we gaan doen", "Afgesproken op de themabijeenkomsten, met eigenaar en datum.", actions(report))
    ]


def privacy(report: Report) -> Story:
    """What the municipality sees, from the same file as the screen."""
    intro = (
        "De gemeente krijgt losse feiten zonder naam. Dat blijven persoonsgegevens, en daarom ziet niemand losse "
        "rijen. Dit is alles wat meegaat."
    )
    grouped: dict[str, list[str]] = {}
    for line in municipality_lines(report.sharing):
        grouped.setdefault(line.title, []).append(line.sentence)
    rows = [(f"<b>{escape(title)}</b>", escape(" ".join(lines))) for title, lines in grouped.items()]
    never = [body(f"– {escape(line)}", size=9.5, after=2) for line in never_lines(report.sharing)]
    always = [body(f"– {escape(line)}", size=9.5, after=2) for line in report.sharing.always]
    k = report.figures.protected
    rule = (
        f"Kleine aantallen (1 tot en met {k - 1}) zijn verborgen, en zoveel buren dat ze niet zijn terug te rekenen, "
        "ook niet door dit rapport van een eerder rapport af te trekken. Onder een noemer van 30 staat geen percentage."
    )
    return [
        *_chapter("Wat ziet de gemeente", intro),
        KeepTogether([heading("Wat nooit meegaat"), *never]),
        KeepTogether([heading("Bij elk feit"), *always]),
        CondPageBreak(_ROOM),
        heading("Wat meegaat", keep=False),
        table(("Feit", "Wat ervan meegaat"), rows, (0.27, 0.73), whole=False),
        KeepTogether([heading("Kleine aantallen"), body(rule)]),
    ]


def method(report: Report) -> Story:
    """How each figure is defined."""
    rows = [(escape(title), escape(counted), escape(over) or "–") for title, counted, over in texts.INDICATORS.values()]
    notes = (
        f"Periode: {report.period}, in hele maanden, omdat een feit een maand draagt en geen dag.",
        (
            "Marges zijn 95%-intervallen volgens Wilson (1927). Een mediaan verdeelt de groep in twee helften; het 90e "
            "percentiel is de kleinste waarde waarbinnen minstens negen van de tien vallen."
        ),
        (
            "Nut en zonder hulp verder komen uit de landelijke outcomeset (CBS, Informatieprotocol beleidsinformatie "
            "jeugd v7). Doelen zijn gemeten met Goal Attainment Scaling, zes stappen."
        ),
    )
    return [
        *_chapter("Hoe is er geteld", "Per cijfer wat er wordt geteld, en waarvan het een deel is."),
        *(body(escape(note), size=9.5, after=4) for note in notes),
        Spacer(1, 6),
        table(("Cijfer", "Wat is geteld", "Waarvan"), rows, (0.30, 0.40, 0.30)),
    ]
