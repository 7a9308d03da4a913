"""The Dutch words of everything printed: titles, definitions, labels of codes, and how numbers are written."""

from datetime import date

from gpconnect.domain.figures import Breakdown, Hidden, Indicator, Unit

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

KINDS = {"interim": "Tussenevaluatie", "final": "Eindevaluatie"}
PROTECTED = "· = minder dan {k}, of niet getoond omdat een klein aantal anders is terug te rekenen."
PROTECTED_SHORT = "niet getoond ter bescherming"
FEW = "te weinig voor een percentage"
NOTHING = "nog geen"

INDICATORS: dict[str, tuple[str, str, str]] = {
    "half_days": ("Dagdelen spreekuur", "gehouden dagdelen in de periode", ""),
    "half_days_used": ("Benutte plekken", "plekken waarin een gesprek was", "alle plekken van gehouden dagdelen"),
    "children": ("Jeugdigen gezien", "verschillende jeugdigen met minstens één gesprek", ""),
    "talks": ("Gesprekken", "gesprekken die plaatsvonden", ""),
    "talks_per_closed": ("Gesprekken per afgesloten traject", "gemiddeld aantal gesprekken", "afgesloten trajecten"),
    "gp_joined": ("Huisarts liep even mee", "gesprekken waarbij de huisarts meeliep", "alle gesprekken"),
    "no_show": (
        "Niet verschenen",
        "afspraken waar niemand kwam",
        "niet verschenen plus wel gekomen; afgezegd telt niet",
    ),
    "advice_only": ("Alleen advies", "gesprekken met uitkomst advies", "gesprekken met een uitkomst"),
    "peer_consultations": ("Collegiale vragen", "vragen van de huisarts zonder jeugdige", ""),
    "waiting_median": (
        "Dagen tot het eerste gesprek",
        "mediaan van aanmelding tot eerste gesprek",
        "eerste gesprekken op afspraak",
    ),
    "waiting_p90": (
        "Negen van de tien binnen",
        "90e percentiel (dichtstbijzijnde rang)",
        "eerste gesprekken op afspraak",
    ),
    "still_waiting": (
        "Wachtten nog",
        "op de laatste dag van de periode gevraagd en nog niet gezien, of op de wachtlijst",
        "",
    ),
    "closed": ("Afgesloten trajecten", "trajecten afgesloten in de periode", ""),
    "open": ("Lopende trajecten", "gestarte trajecten die nog liepen op de laatste dag van de periode", ""),
    "closed_without_referral": (
        "Afgesloten zonder verwijzing",
        "geen verdere hulp, of terug naar de eigen huisarts",
        "afgesloten trajecten",
    ),
    "dropout": ("Uitval", "voortijdig gestopt (CBS-reden 02, 03 of 04)", "afgesloten trajecten"),
    "lead_kept": ("Zelfde casusregisseur", "trajecten met van begin tot eind dezelfde casusregisseur", "afgesloten"),
    "aftercare_done": ("Nazorg gedaan", "nazorggesprek gehad", "afgesloten met afgesproken nazorg"),
    "no_new_start": ("Geen nieuwe start", "geen latere verwijzing", "afgesloten en nazorg gedaan"),
    "goals_reached": ("Doelen bereikt", "doelen met eindscore 0 of hoger (GAS, −3 tot 2)", "doelen met twee scores"),
    "handovers": ("Warme overdrachten", "verstuurde overdrachten", ""),
    "handovers_met": ("Met driegesprek", "overdrachten met een gesprek met z'n drieën", "verstuurde overdrachten"),
    "handovers_completed": ("Afgerond", "door de ontvanger bevestigd", "verstuurde overdrachten"),
    "handover_accept_days": ("Dagen tot ja", "mediaan van versturen tot aannemen", "aangenomen overdrachten"),
    "handover_contact_days": ("Dagen tot eerste contact", "mediaan van versturen tot eerste contact", "met contact"),
    "handovers_called_back": ("Nagebeld na een week", "overdrachten waarna is nagebeld", "waar dat was afgesproken"),
    "feedback_in_time": ("Huisarts op tijd bericht", "terugkoppelingen op of voor de dag", "verlopen of verstuurd"),
    "response_child": ("Kinderen (8–11)", "ingevulde formulieren", "gevraagde formulieren"),
    "response_youth": ("Jongeren (12+)", "ingevulde formulieren", "gevraagde formulieren"),
    "response_parent": ("Ouders", "ingevulde formulieren", "gevraagde formulieren"),
    "response_gp": ("Huisartsen, per traject", "ingevulde formulieren", "gevraagde formulieren, één per traject"),
    "response_worker": ("Jeugdwerkers, per traject", "ingevulde formulieren", "gevraagde formulieren, één per traject"),
    "usefulness_parent": ("Nut volgens ouders", "gemiddeld rapportcijfer (1–10) aan het eind", "antwoorden"),
    "usefulness_youth": ("Nut volgens jongeren", "gemiddeld rapportcijfer (1–10) aan het eind", "antwoorden"),
    "recommend_parent": ("Zouden ouders het aanraden", "gemiddelde (0–10) aan het eind", "antwoorden"),
    "recommend_youth": ("Zouden jongeren het aanraden", "gemiddelde (0–10) aan het eind", "antwoorden"),
    "heard_child": ("Kinderen voelen zich gehoord", "gemiddelde (1–5)", "antwoorden"),
    "heard_youth": ("Jongeren voelen zich gehoord", "gemiddelde (1–5)", "antwoorden"),
    "heard_parent": ("Ouders voelen zich gehoord", "gemiddelde (1–5)", "antwoorden"),
    "gp_reach": ("Jeugdwerker was bereikbaar", "gemiddelde van huisartsen (1–5)", "antwoorden per traject"),
    "gp_feedback": ("Terugkoppeling kwam op tijd", "gemiddelde van huisartsen (1–5)", "antwoorden per traject"),
    "gp_lead": ("Duidelijk wie de regie heeft", "gemiddelde van huisartsen (1–5)", "antwoorden per traject"),
    "gp_time": ("Het scheelt mij tijd", "gemiddelde van huisartsen (1–5)", "antwoorden per traject"),
    "worker_fit": ("Hulp paste bij de vraag", "gemiddelde van jeugdwerkers (1–5)", "antwoorden per traject"),
}
"""Per indicator: title, what is counted (numerator), and over what (denominator; empty for a plain count)."""

BREAKDOWNS: dict[str, tuple[str, str, str]] = {
    "age_bands": ("Leeftijd", "Jeugdigen", "leeftijd bij het eerste gesprek in de periode"),
    "way_in": ("Via wie kwamen zij", "Trajecten", "trajecten die in de periode startten"),
    "reasons": ("Waar jeugdigen mee komen", "Jeugdigen", "van alle geziene jeugdigen"),
    "talk_outcomes": ("Waar een gesprek op uitkwam", "Gesprekken", "gesprekken met een uitkomst"),
    "appointment_ends": ("Hoe afspraken afliepen", "Afspraken", "afspraken in de periode"),
    "destinations": ("Waar jeugdigen daarna heen gingen", "Trajecten", "afgesloten trajecten"),
    "goals": ("Hoe ver doelen kwamen", "Doelen", "doelen van afgesloten trajecten"),
    "without_help_parent": ("Zonder hulp verder, volgens ouders", "Ouders", "antwoorden aan het eind"),
    "without_help_youth": ("Zonder hulp verder, volgens jongeren", "Jongeren", "antwoorden aan het eind"),
}
"""Per table: title, what a row counts, and what the shares are of."""

LABELS: dict[str, dict[str, str]] = {
    "way_in": {
        "01": "Gemeente", "02": "Huisarts", "03": "Jeugdarts", "04": "Gecertificeerde instelling",
        "05": "Medisch specialist", "06": "Zonder verwijzer", "08": "Rechter of officier",
    },
    "talk_outcomes": {
        "advice_only": "Alleen advies", "brief_support": "Kort traject", "bridging": "Overbrugging",
        "handover": "Overdracht", "no_further_help": "Geen verdere hulp",
    },
    "appointment_ends": {"fulfilled": "Gekomen", "noshow": "Niet verschenen", "cancelled": "Afgezegd"},
    "destinations": {
        "none": "Geen verwijzing", "community_team": "Ander wijkteam", "basic_mh_care": "Basis-ggz",
        "specialist_mh_care": "Specialistische ggz", "youth_care": "Jeugdhulp (aanbieder)",
        "youth_health_service": "Jeugdgezondheidszorg", "freely_accessible": "Vrij toegankelijk aanbod",
        "school": "School", "social_support": "Wmo", "debt_help": "Schuldhulp",
    },
    "goals": {
        "worse": "Verder weg dan bij de start", "same": "Gelijk gebleven", "closer": "Dichterbij",
        "reached": "Bereikt", "beyond": "Meer dan bereikt",
    },
    "without_help": {
        "01": "Zelfde of zwaardere hulp nodig", "02": "Red het met lichtere hulp",
        "03": "Nu niet, later misschien weer", "04": "Geen hulp meer nodig",
    },
}  # fmt: skip

NOTES = {
    "more_than_one": "Een jeugdige kan meer dan één hulpvraag hebben; de aandelen tellen niet op tot 100%.",
    "community_team_is_none": (
        "Hulp door het wijkteam telt als zonder verwijzer, ook als de huisarts de weg wees "
        "(CBS, Informatieprotocol Beleidsinformatie Jeugd)."
    ),
    "gp_counts_as_none": "Terug naar de eigen huisarts telt als geen verwijzing.",
    "not_savings": "Dit is een uitkomst van het gesprek, geen bewijs van besparing.",
    "as_known_now": "Zoals bekend op de dag van maken.",
}


def label(table: str, key: str, reasons: dict[str, str]) -> str:
    """Words for a row of a table; a key nobody named reads as itself."""
    if table == "age_bands":
        return f"{key.replace('-', '–')} jaar"
    if table == "reasons":
        return reasons.get(key, key.replace("_", " "))
    return LABELS.get("without_help" if table.startswith("without_help") else table, {}).get(key, key)


def number(value: float, digits: int = 0) -> str:
    """A number as Dutch people write it: ``2.439`` and ``8,1``."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def percent(share: float) -> str:
    """A share in whole percent."""
    return f"{share * 100:.0f}%"


def day_text(day: date) -> str:
    """``12 november 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_day(day: date) -> str:
    """``donderdag 12 november 2026``."""
    return f"{DAYS[day.weekday()]} {day_text(day)}"


def period_text(first: date, last: date) -> str:
    """``1 mei tot en met 31 oktober 2026``; the year once when it is the same."""
    start = f"{first.day} {MONTHS[first.month - 1]}" if first.year == last.year else day_text(first)
    return f"{start} tot en met {day_text(last)}"


def value_text(each: Indicator) -> str:
    """Only the figure, large: ``58%``, ``6 dagen``, ``8,1``, or the dot when hidden."""
    if each.hidden is Hidden.PROTECTED:
        return "·"
    if each.value is None:
        return "–"
    if each.unit is Unit.SHARE:
        return percent(each.value)
    if each.unit is Unit.DAYS:
        return "1 dag" if each.value == 1 else f"{number(each.value, 0 if each.value.is_integer() else 1)} dagen"
    return number(each.value, 0 if each.unit is Unit.COUNT else 1)


def basis_text(each: Indicator) -> str:
    """What the figure rests on: ``52 van 89, marge 48–68%``, ``n = 112``, or why nothing shows."""
    if each.hidden is Hidden.PROTECTED:
        return PROTECTED_SHORT
    if each.unit is Unit.SHARE:
        if not each.denominator:
            return NOTHING
        parts = f"{number(each.numerator or 0)} van {number(each.denominator)}"
        if each.hidden is Hidden.FEW:
            return f"{parts}; {FEW}"
        return f"{parts}, marge {(each.low or 0) * 100:.0f}–{percent(each.high or 0)}"
    if each.unit is Unit.COUNT:
        return ""
    return f"n = {number(each.n)}" if each.n else NOTHING


def figure_text(each: Indicator) -> str:
    """Figure and basis in one line, for the screen and the tables."""
    basis = basis_text(each)
    return f"{value_text(each)} ({basis})" if basis else value_text(each)


def table_note(table: Breakdown, k: int) -> str:
    """What must stand under a table: rows that do not add up, and what a dot means."""
    notes = [NOTES[table.note]] if table.note else []
    if table.hidden or any(cell.hidden for cell in table.cells):
        notes.append(PROTECTED.format(k=k))
    elif table.total and any(cell.share is None for cell in table.cells):
        notes.append("Onder de 30 staat er geen percentage.")
    return " ".join(notes)
