"""Who looked in a dossier, in words that a family can read: the same on the screen, in a list on paper, in a copy."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from reportlab.platypus import CondPageBreak, Spacer

from gpconnect.documents import texts
from gpconnect.documents.layout import Sheet, Story, body, build, escape, heading, small
from gpconnect.documents.parts import table
from gpconnect.domain.access import BEGUN, Gap, Look

_HERE = ZoneInfo("Europe/Amsterdam")
_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LEAST_ROOM = 90
"""Points that a day's title wants under it: the header of its table and two lines."""
SOMEBODY = "een collega die hier niet meer staat"
ERASED = "een gewist dossier"
"""In the place of a name that nobody knows any more."""
ROLES = {
    "youth_worker": "jeugdwerker",
    "gp": "huisarts",
    "practice_assistant": "praktijkassistent",
    "coordinator": "coördinator",
}

_DEEDS: dict[tuple[str, str], tuple[str, str]] = {
    ("read", "open_dossier"): ("keek", "in het dossier"),
    ("read", "visit"): ("keek", "in het dossier, om een afspraak voor te bereiden"),
    ("read", "open_note"): ("las", "een notitie in het dossier"),
    ("read", "write_note"): ("keek", "in het dossier, om een notitie te schrijven"),
    ("read", "evaluation"): ("keek", "naar een vragenlijst"),
    ("read", "handover"): ("keek", "naar een overdracht"),
    ("read", "new_handover"): ("keek", "in het dossier, om een overdracht voor te bereiden"),
    ("read", "appointment"): ("keek", "naar een afspraak"),
    ("read", "feedback_read"): ("las", "wat het team aan de praktijk vertelde"),
    ("search", "open_dossier"): ("zocht", "het dossier op en keek erin"),
    ("read", "booking"): ("keek", "hoe iemand te bereiken is, om een afspraak te maken"),
    ("search", "search"): ("zocht", "en opende wat gevonden was"),
    ("print", "appointment_card"): ("printte", "de afspraakkaart"),
    ("print", "day_sheet"): ("printte", "de daglijst waar een afspraak op staat"),
    ("print", "reminder_list"): ("printte", "de lijst van wie er gebeld wordt over een afspraak"),
    ("print", "handover"): ("bekeek", "de brief van een overdracht om te printen"),
    ("print", "erasure_refusal.letter"): ("printte", "de brief over waarom er niet wordt gewist"),
    ("print", "who_looked"): ("printte", "de lijst van wie er keek"),
    ("print", "inspection_copy"): ("printte", "een kopie van het dossier voor het gezin"),
    ("export", "appointment_card"): ("kopieerde", "de tekst van de afspraakkaart"),
    ("export", "feedback_copy"): ("kopieerde", "wat de praktijk over een gesprek hoort"),
    ("print", "feedback_letter"): ("bekeek", "de brief aan de praktijk over een gesprek, om te printen"),
    ("export", "feedback_message"): ("maakte", "een bericht voor het systeem van de praktijk over een gesprek"),
    ("export", "handover.sent"): ("stuurde", "een overdracht"),
    ("export", "inspection_copy"): ("maakte", "een kopie van het dossier voor het gezin"),
    ("export", "pilot_end"): ("gaf", "het dossier over aan het archief van de organisatie"),
    ("export", "copy"): ("maakte", "een versleutelde kopie van het bestand"),
    ("read", "inspection_copy"): ("keek", "in het dossier, om een kopie voor het gezin te maken"),
    ("read", "copy.preview"): ("keek", "wat er in een versleutelde kopie staat"),
    ("read", "damage.names"): ("keek", "van wie er een dossier beschadigd is"),
    ("read", "mend.preview"): ("keek", "wat er van het beschadigde bestand te herstellen is"),
    ("read", "retention.list"): ("keek", "welke dossiers lang genoeg bewaard zijn"),
    ("change", "copy.restored"): ("zette", "een kopie terug in de plaats van het bestand"),
    ("change", "file.mended"): ("herstelde", "het beschadigde bestand"),
    ("change", "log.lost"): ("verloor", "een regel van dit overzicht, door een beschadigde bladzijde van het bestand"),
    ("read", "erasing"): ("keek", "hoe het met het wissen staat"),
    ("erase", "erasure.requested"): ("vroeg", "aan om te wissen"),
    ("erase", "erasure.undone"): ("trok", "het wissen in"),
    ("erase", "erasure.refused"): ("hield", "het wissen tegen, met een reden"),
    ("erase", "erasure.destroyed"): ("wiste", "wat gewist moest worden"),
    ("erase", "erasure.carried_out"): ("wiste", "op het eigen apparaat mee wat een collega liet wissen"),
    ("erase", "erasure.recalled"): ("opende", "een ouder bestand; wat al gewist was, is daar weer uit gewist"),
    ("read", "meldcode"): ("keek", "in het vertrouwelijke deel van het dossier"),
    ("read", "rights"): ("keek", "in het dossier, naar wat het gezin mag vragen"),
    ("read", "restriction"): ("keek", "wie dit dossier mag lezen"),
    ("read", "feedback"): ("keek", "in het dossier, om de praktijk iets te laten weten"),
    ("read", "handover_consent"): ("keek", "of delen voor een overdracht mag"),
    ("export", "access_log"): ("maakte", "een bestand van wie er keek"),
    ("log_read", "who_looked"): ("bekeek", "wie er in het dossier keek"),
    ("log_read", "access_log"): ("bekeek", "wie er in dossiers keek"),
    ("create", "patient.recorded"): ("maakte", "het dossier"),
    ("create", "note.signed"): ("ondertekende", "een notitie"),
    ("read", "opened.recovery"): ("opende", "het bestand met het herstelblad; dat kan ook een ander zijn geweest"),
    ("read", "opened.employer"): (
        "opende",
        "het bestand met het blad van de werkgever; dat kan ook een ander zijn geweest",
    ),
    ("change", "slot.added"): ("maakte", "een sleutel bij het bestand"),
    ("change", "key.tried"): ("probeerde", "een sleutel van het bestand"),
    ("change", "slot.changed"): ("wijzigde", "een sleutel van het bestand"),
    ("change", "slot.removed"): ("haalde", "een sleutel van het bestand weg"),
    ("change", "file_key.changed"): ("verving", "de sleutel van het bestand zelf"),
    ("change", "consent.recorded"): ("legde", "een antwoord over toestemming vast"),
}
_MADE = {
    "patient": ("maakte", "het dossier"),
    "related_person": ("schreef", "op wie er om de jeugdige heen staat"),
    "consent": ("legde", "een antwoord over toestemming vast"),
    "episode_of_care": ("begon", "met helpen"),
    "lead_change": ("droeg", "de leiding over het dossier over"),
    "review": ("keek", "na wie er beslist, na een verjaardag"),
    "encounter": ("legde", "een gesprek vast"),
    "goal": ("schreef", "een doel op"),
    "meldcode_step": ("schreef", "in het vertrouwelijke deel van het dossier"),
    "note": ("schreef", "een notitie"),
    "sealed_draft": ("bewaarde", "een notitie die nog niet af is"),
    "addendum": ("vulde", "een notitie aan"),
    "handover": ("begon", "een overdracht"),
    "response": ("bewaarde", "een ingevulde vragenlijst"),
    "appointment": ("maakte", "een afspraak"),
    "person_card": ("schreef", "op wie er komt en hoe die te bereiken is"),
    "waiting_entry": ("zette", "de jeugdige op de wachtlijst"),
    "safety_task": ("schreef", "op dat iemand moet bellen"),
    "feedback": ("zette", "klaar wat de praktijk mag horen"),
    "statement": ("legde", "een eigen verklaring van het gezin vast"),
    "withholding": ("schreef", "op wat er niet in een kopie voor het gezin komt"),
    "retention": ("schreef", "op waarom het dossier langer wordt bewaard"),
    "erasure_refusal": ("schreef", "op waarom er niet wordt gewist"),
    "kept_history": ("ordende", "wat er na het wissen overbleef"),
}
_CHANGED = {
    "sealed_draft": ("werkte", "een notitie bij die nog niet af is"),
    "patient": ("wijzigde", "gegevens in het dossier"),
    "related_person": ("wijzigde", "wie er om de jeugdige heen staat"),
    "episode_of_care": ("werkte", "bij hoe het helpen loopt"),
    "encounter": ("werkte", "een gesprek bij"),
    "goal": ("werkte", "een doel bij"),
    "handover": ("werkte", "een overdracht bij"),
    "appointment": ("werkte", "een afspraak bij"),
    "person_card": ("werkte", "bij hoe iemand te bereiken is"),
    "waiting_entry": ("werkte", "de wachtlijst bij"),
    "safety_task": ("werkte", "bij of er gebeld is"),
    "feedback": ("werkte", "bij wat de praktijk mag horen"),
    "erasure_refusal": ("schreef", "op dat het gezin weet waarom er niet wordt gewist"),
    "withholding": ("werkte", "bij wat er niet in een kopie voor het gezin komt"),
}
_OTHERWISE = {
    "create": ("legde", "iets vast"),
    "read": ("keek", "in het dossier"),
    "change": ("wijzigde", "iets"),
    "erase": ("wiste", "iets uit het dossier"),
    "search": ("zocht", "iemand op"),
    "print": ("printte", "iets"),
    "export": ("maakte", "een bestand"),
    "emergency": ("keek", "met spoed in het afgeschermde dossier"),
    "log_read": ("bekeek", "wie er keek"),
    "login_failed": ("is", "er een verkeerde wachtwoordzin ingevuld"),
}
_WRONG = {
    "recovery": "een verkeerde code van een herstelblad",
    "employer": "een verkeerde code van het blad van de werkgever",
}
"""What was typed wrong, when it was not the passphrase."""
_GAPS = {
    "file": "weg of opnieuw geschreven, doordat er een eerder bestand voor in de plaats kwam",
    "page": "weg of opnieuw geschreven, door een beschadigde bladzijde van het bestand",
    "end": "weg, doordat het bestand zijn einde verloor",
}
"""Why lines are gone, by `gpconnect.domain.access.Gap.why`."""
_ABOUT_NOBODY = {
    "read": ("keek", "iets na in het bestand"),
    "change": ("wijzigde", "iets aan het bestand"),
    "erase": ("wiste", "iets in het bestand"),
}
"""What is not about one child is about the file itself: its keys, its copies."""
KINDS = tuple(_OTHERWISE)
"""The kinds of event, in the order in which a list of them is shown."""


def failed(look: Look) -> bool:
    """Whether a change of the keys was allowed and went wrong; anything else that has no good end was refused."""
    return look.purpose.startswith(("slot.", "file_key.")) and look.outcome not in {"ok", BEGUN}


def deed(look: Look) -> tuple[str, str]:
    """What was done: the verb, and what comes behind the name."""
    if look.outcome == BEGUN:
        return "begon", "aan een wijziging van de sleutels van het bestand"
    if failed(look):
        return "probeerde", "de sleutels van het bestand te wijzigen; dat lukte niet"
    if look.outcome != "ok" and look.event != "login_failed":
        return "probeerde", "iets wat niet mocht; dat is tegengehouden"
    kind = look.purpose.partition(".")[0]
    by_kind = {"create": _MADE, "change": _CHANGED}.get(look.event, {})
    otherwise = _OTHERWISE if look.about else _OTHERWISE | _ABOUT_NOBODY
    verb, rest = (
        _DEEDS.get((look.event, look.purpose)) or by_kind.get(kind) or otherwise.get(look.event, ("deed", "iets"))
    )
    if look.reason:
        rest = f"{rest}. De reden: “{look.reason}”"
    return verb, rest


def sentence(look: Look) -> str:
    """One look in one sentence: ``op di 24 nov keek Sanne in het dossier, om een afspraak voor te bereiden``."""
    if look.event == "login_failed":
        return f"op {short_day(look.at)} bleek: {_typed_wrong(look)}"
    if look.gap is not None:
        return f"op {short_day(look.at)} bleek: {_lost_lines(look.gap)}"
    verb, rest = deed(look)
    return f"op {short_day(look.at)} {verb} {look.name or SOMEBODY} {rest}"


def told(look: Look, times: int = 1) -> str:
    """The same below a day: ``Sanne keek in het dossier, om een afspraak voor te bereiden``, and how often."""
    if look.event == "login_failed":
        return f"Er {_typed_wrong(look).removeprefix('er ')}"
    if look.gap is not None:
        return f"Van dit overzicht {_lost_lines(look.gap).removeprefix('van dit overzicht ')}"
    verb, rest = deed(look)
    name = look.name or SOMEBODY
    often = f" ({times} keer)" if times > 1 else ""
    return f"{name[0].upper()}{name[1:]} {verb} {rest}{often}"


def _lost_lines(gap: Gap) -> str:
    """Lines that are gone, without a name: nobody did it."""
    one = gap.first == gap.last
    which = f"is regel {gap.first}" if one else f"zijn de regels {gap.first} tot en met {gap.last}"
    return f"van dit overzicht {which} {_GAPS[gap.why]}"


def _typed_wrong(look: Look) -> str:
    """Wrong secrets, without a name: the file was closed, so nobody knows whose fingers it were."""
    often = f" {look.tries} keer" if look.tries else ""
    what = _WRONG.get(look.purpose, "een verkeerde wachtwoordzin")
    last = look.last_try
    when = f", voor het laatst op {short_day(last)} om {last.astimezone(_HERE):%H:%M}" if last else ""
    return f"er is{often} {what} ingevuld{when}"


def gathered(looks: Iterable[Look]) -> list[tuple[Look, int]]:
    """Looks with how often in a row: one act of work leaves several lines in the same minute, which say the same."""
    found: list[tuple[Look, int]] = []
    for _, same in groupby(
        looks, key=lambda one: (f"{one.at:%Y%m%d%H%M}", told(one), _who(one), one.device, one.reason, one.child)
    ):
        lines = list(same)
        found.append((lines[0], len(lines)))
    return found


def short_day(at: datetime) -> str:
    """``di 24 nov``, in Europe/Amsterdam."""
    day = at.astimezone(_HERE).date()
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def days(looks: Iterable[Look]) -> list[tuple[date, list[Look]]]:
    """Looks by day in Europe/Amsterdam, in the order in which they come."""
    return [(day, list(found)) for day, found in groupby(looks, key=lambda one: one.at.astimezone(_HERE).date())]


def looking_list(name: str, looks: Sequence[Look], made_on: date, organization: str) -> bytes:
    """The list for the family as PDF, newest first. Its title and metadata hold no name of the child.

    Args:
        name: of the child, on the page itself, or `ERASED`.
        looks: what was done with the dossier.
        made_on: the day it is printed.
        organization: who keeps the dossier.
    """
    sheet = Sheet("Wie keek er", organization, "Wie keek er in het dossier", footer="Vertrouwelijk · wie keek er")
    return build(lambda: _story(name, looks, made_on, organization), sheet)


def _story(name: str, looks: Sequence[Look], made_on: date, organization: str) -> Story:
    found: Story = [
        small(f"{escape(organization)} · {texts.day_text(made_on)}", after=4),
        heading("Wie keek er in het dossier", 1),
        body(f"<b>{ERASED.capitalize()}</b>" if name == ERASED else f"Het dossier van <b>{escape(name)}</b>", after=4),
        body(
            "Hier staat wie in het dossier keek of er iets mee deed, wanneer en waarvoor; nooit wat er stond. Wat op "
            "een ander apparaat gebeurde staat erbij zodra dat apparaat het heeft doorgegeven. Klopt er iets niet, of "
            "wil je weten waarom iemand keek? Vraag het ons, of de privacyfunctionaris van onze organisatie.",
            after=8,
        ),
    ]
    for day, of_day in days(looks):
        lines = [
            (f"{one.at.astimezone(_HERE):%H:%M}", escape(told(one, times)), escape(_who(one)))
            for one, times in gathered(of_day)
        ]
        grid = table(("Tijd", "Wat", "Wie is dat"), lines, (0.1, 0.58, 0.32), whole=False)
        # A long day goes on over the page, under the same header; its title stays with its first lines.
        found += [CondPageBreak(_LEAST_ROOM), heading(texts.long_day(day), keep=False), grid, Spacer(1, 6)]
    if not looks:
        found.append(body("Er heeft nog niemand in het dossier gekeken."))
    return found


def _who(look: Look) -> str:
    role = ROLES.get(look.role, look.role)
    return f"{role}, voor {look.on_behalf_of}" if look.on_behalf_of else role
