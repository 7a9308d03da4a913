"""Codes of sharing in words: which space, what kind of thing, which field, and why something does not count."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from PySide6.QtCore import QCoreApplication

from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.errors import KnownError
from gpconnect.domain.typed import readable_phone
from gpconnect.services.resources import load_codes
from gpconnect.services.sharing import HIDDEN
from gpconnect.ui import messages, text
from gpconnect.ui.directory.words import ROUTES
from gpconnect.ui.joining.words import space_name
from gpconnect.ui.marked import QT_TRANSLATE_NOOP
from gpconnect.ui.patients.words import (
    APPOINTMENT,
    AUTHORITY,
    BSN_CHECKS,
    BSN_STATUS,
    END_REASONS,
    EVALUATIONS,
    FEEDBACK_MOMENTS,
    HANDOVER,
    OUTCOMES,
    RELATIONS,
    VERIFIED,
    VISITS,
    VOICES,
)

_KINDS = {
    "appointment": QT_TRANSLATE_NOOP("sharing", "Afspraak"),
    "person_card": QT_TRANSLATE_NOOP("sharing", "Gegevens van een jeugdige"),
    "episode_of_care": QT_TRANSLATE_NOOP("sharing", "Traject"),
    "encounter": QT_TRANSLATE_NOOP("sharing", "Gesprek"),
    "goal": QT_TRANSLATE_NOOP("sharing", "Doel"),
    "lead_change": QT_TRANSLATE_NOOP("sharing", "Overdracht van de leiding"),
    "review": QT_TRANSLATE_NOOP("sharing", "Nagekeken wie beslist"),
    "meldcode_step": QT_TRANSLATE_NOOP("sharing", "Vertrouwelijk deel van een dossier"),
    "patient": QT_TRANSLATE_NOOP("sharing", "Dossier"),
    "related_person": QT_TRANSLATE_NOOP("sharing", "Iemand om de jeugdige heen"),
    "note": QT_TRANSLATE_NOOP("sharing", "Notitie"),
    "addendum": QT_TRANSLATE_NOOP("sharing", "Aanvulling op een notitie"),
    "consent": QT_TRANSLATE_NOOP("sharing", "Toestemming"),
    "handover": QT_TRANSLATE_NOOP("sharing", "Overdracht"),
    "feedback": QT_TRANSLATE_NOOP("sharing", "Terugkoppeling"),
    "response": QT_TRANSLATE_NOOP("sharing", "Evaluatieformulier"),
    "slot": QT_TRANSLATE_NOOP("sharing", "Plek in het spreekuur"),
    "half_day_session": QT_TRANSLATE_NOOP("sharing", "Dagdeel"),
    "waiting_entry": QT_TRANSLATE_NOOP("sharing", "Wachtlijst"),
    "office_hours": QT_TRANSLATE_NOOP("sharing", "Reeks dagdelen"),
    "site_closure": QT_TRANSLATE_NOOP("sharing", "Gesloten dagen"),
    "absence": QT_TRANSLATE_NOOP("sharing", "Afwezigheid"),
    "provider": QT_TRANSLATE_NOOP("sharing", "Sociale kaart"),
    "site": QT_TRANSLATE_NOOP("sharing", "Plek met een spreekuur"),
    "staff": QT_TRANSLATE_NOOP("sharing", "Collega"),
    "fact": QT_TRANSLATE_NOOP("sharing", "Cijfer voor de pilot"),
    "erasure": QT_TRANSLATE_NOOP("sharing", "Verzoek om te wissen"),
    "erasure_refusal": QT_TRANSLATE_NOOP("sharing", "Waarom niet wordt gewist"),
    "issued_report": QT_TRANSLATE_NOOP("sharing", "Vastgesteld verslag"),
}
ENTRIES = {
    "entry_admit": QT_TRANSLATE_NOOP("sharing", "Iemand toelaten"),
    "entry_remove": QT_TRANSLATE_NOOP("sharing", "Een apparaat eruit halen"),
    "entry_recovery": QT_TRANSLATE_NOOP("sharing", "Een nieuw herstelblad"),
}
"""What can be meant about who belongs to a space."""
_OTHER = QT_TRANSLATE_NOOP("sharing", "Een wijziging")
_FIELDS = {
    "given_name": QT_TRANSLATE_NOOP("sharing", "Voornaam"),
    "prefix": QT_TRANSLATE_NOOP("sharing", "Tussenvoegsel"),
    "family_name": QT_TRANSLATE_NOOP("sharing", "Achternaam"),
    "birth_date": QT_TRANSLATE_NOOP("sharing", "Geboren"),
    "gender": QT_TRANSLATE_NOOP("sharing", "Geslacht"),
    "phone": QT_TRANSLATE_NOOP("sharing", "Telefoon"),
    "safe_contact": QT_TRANSLATE_NOOP("sharing", "Veilig bereiken"),
    "address": QT_TRANSLATE_NOOP("sharing", "Adres"),
    "postcode": QT_TRANSLATE_NOOP("sharing", "Postcode"),
    "city": QT_TRANSLATE_NOOP("sharing", "Plaats"),
    "address_confidential": QT_TRANSLATE_NOOP("sharing", "Adres geheim"),
    "school": QT_TRANSLATE_NOOP("sharing", "School"),
    "practitioner_name": QT_TRANSLATE_NOOP("sharing", "Huisarts"),
    "bsn": QT_TRANSLATE_NOOP("sharing", "Burgerservicenummer"),
    "interpreter": QT_TRANSLATE_NOOP("sharing", "Tolk"),
    "accessibility": QT_TRANSLATE_NOOP("sharing", "Toegankelijkheid"),
    "research_objection": QT_TRANSLATE_NOOP("sharing", "Bezwaar tegen meetellen"),
    "archived": QT_TRANSLATE_NOOP("sharing", "Gearchiveerd"),
    "name": QT_TRANSLATE_NOOP("sharing", "Naam"),
    "relation": QT_TRANSLATE_NOOP("sharing", "Relatie"),
    "lives_with": QT_TRANSLATE_NOOP("sharing", "Woont bij de jeugdige"),
    "authority": QT_TRANSLATE_NOOP("sharing", "Gezag"),
    "verified_how": QT_TRANSLATE_NOOP("sharing", "Hoe nagekeken"),
    "contact_name": QT_TRANSLATE_NOOP("sharing", "Wie we bellen"),
    "helps_with": QT_TRANSLATE_NOOP("sharing", "Helpt bij"),
    "age_from": QT_TRANSLATE_NOOP("sharing", "Vanaf (jaar)"),
    "age_to": QT_TRANSLATE_NOOP("sharing", "Tot en met (jaar)"),
    "area": QT_TRANSLATE_NOOP("sharing", "Werkgebied"),
    "open_house": QT_TRANSLATE_NOOP("sharing", "Inloop"),
    "access_routes": QT_TRANSLATE_NOOP("sharing", "Toegang"),
    "waiting_weeks": QT_TRANSLATE_NOOP("sharing", "Wachttijd (weken)"),
    "waiting_measured_on": QT_TRANSLATE_NOOP("sharing", "Wachttijd gevraagd op"),
    "waiting_source": QT_TRANSLATE_NOOP("sharing", "Hoe gevraagd"),
    "contact": QT_TRANSLATE_NOOP("sharing", "Contactpersoon"),
    "secure_mail": QT_TRANSLATE_NOOP("sharing", "Veilige mail"),
    "agb": QT_TRANSLATE_NOOP("sharing", "AGB-code"),
    "organization": QT_TRANSLATE_NOOP("sharing", "Organisatie"),
    "shared": QT_TRANSLATE_NOOP("sharing", "Mag de jeugdwerker zien"),
    "verified_on": QT_TRANSLATE_NOOP("sharing", "Gezag nagekeken op"),
    "day": QT_TRANSLATE_NOOP("sharing", "Dag"),
    "first_day": QT_TRANSLATE_NOOP("sharing", "Eerste dag"),
    "last_day": QT_TRANSLATE_NOOP("sharing", "Laatste dag"),
    "start": QT_TRANSLATE_NOOP("sharing", "Begint om"),
    "end": QT_TRANSLATE_NOOP("sharing", "Eindigt om"),
    "room": QT_TRANSLATE_NOOP("sharing", "Kamer"),
    "note": QT_TRANSLATE_NOOP("sharing", "Opmerking voor de dag"),
    "status": QT_TRANSLATE_NOOP("sharing", "Stand"),
    "called_off_why": QT_TRANSLATE_NOOP("sharing", "Waarom het niet doorgaat"),
    "minutes": QT_TRANSLATE_NOOP("sharing", "Minuten"),
    "ended_on": QT_TRANSLATE_NOOP("sharing", "Van de lijst op"),
    "ended_why": QT_TRANSLATE_NOOP("sharing", "Waarom van de lijst"),
    "priority_why": QT_TRANSLATE_NOOP("sharing", "Waarom eerst"),
    "bsn_status": QT_TRANSLATE_NOOP("sharing", "Stand van het nummer"),
    "bsn_checked_on": QT_TRANSLATE_NOOP("sharing", "Nummer gecontroleerd op"),
    "bsn_checked_how": QT_TRANSLATE_NOOP("sharing", "Waarmee gecontroleerd"),
    "case_lead": QT_TRANSLATE_NOOP("sharing", "Casusregisseur"),
    "worker_id": QT_TRANSLATE_NOOP("sharing", "Wie er zit"),
    "requested_on": QT_TRANSLATE_NOOP("sharing", "Gevraagd op"),
    "request_for_help": QT_TRANSLATE_NOOP("sharing", "Hulpvraag"),
    "reasons": QT_TRANSLATE_NOOP("sharing", "Gaat over"),
    "started_on": QT_TRANSLATE_NOOP("sharing", "Eerste hulp op"),
    "end_reason": QT_TRANSLATE_NOOP("sharing", "Hoe het eindigde"),
    "destination": QT_TRANSLATE_NOOP("sharing", "Verder bij"),
    "aftercare_due": QT_TRANSLATE_NOOP("sharing", "Nazorg op"),
    "aftercare_done": QT_TRANSLATE_NOOP("sharing", "Nazorg gedaan op"),
    "later_referral": QT_TRANSLATE_NOOP("sharing", "Opnieuw hulp nodig"),
    "outcome": QT_TRANSLATE_NOOP("sharing", "Uitkomst"),
    "visit": QT_TRANSLATE_NOOP("sharing", "Soort gesprek"),
    "gp_joined": QT_TRANSLATE_NOOP("sharing", "Huisarts erbij"),
    "words": QT_TRANSLATE_NOOP("sharing", "In eigen woorden"),
    "levels": QT_TRANSLATE_NOOP("sharing", "Treden"),
    "score_start": QT_TRANSLATE_NOOP("sharing", "Score bij de start"),
    "score_end": QT_TRANSLATE_NOOP("sharing", "Score nu"),
}
_FIELDS_OF = {("episode_of_care", "ended_on"): QT_TRANSLATE_NOOP("sharing", "Afgesloten op")}
"""Fields that mean another thing in this kind of record."""
_HALF_DAY_STATUS = {
    "open": QT_TRANSLATE_NOOP("sharing", "open"),
    "closed": QT_TRANSLATE_NOOP("sharing", "afgesloten"),
    "cancelled": QT_TRANSLATE_NOOP("sharing", "gaat niet door"),
}
_REASONS = {
    "state_moved_on": QT_TRANSLATE_NOOP("sharing", "Iemand anders was eerder; wat die deed telt."),
    "no_such_step": QT_TRANSLATE_NOOP("sharing", "Dit kon niet meer zoals het er toen voor stond."),
    "missing": QT_TRANSLATE_NOOP("sharing", "Waar dit bij hoort, is er niet."),
    "exists": QT_TRANSLATE_NOOP("sharing", "Dit bestond al."),
    "record.fixed": QT_TRANSLATE_NOOP("sharing", "Er staat al een getekende versie; die blijft gelden."),
    "consent.withdrawn_meanwhile": QT_TRANSLATE_NOOP(
        "sharing", "De toestemming was intussen ingetrokken; dat telt. Vraag het zo nodig opnieuw."
    ),
    "consent.held_back": QT_TRANSLATE_NOOP(
        "sharing", "Niet verstuurd: de toestemming is ingetrokken of geweigerd. De praktijk heeft dit niet gekregen."
    ),
    "consent.sent_meanwhile": QT_TRANSLATE_NOOP(
        "sharing", "Verstuurd terwijl de toestemming al was ingetrokken. Bel de ontvanger en leg het vast."
    ),
    "dossier.opened_elsewhere": QT_TRANSLATE_NOOP(
        "sharing", "Een collega opende dit dossier net eerder en heeft de leiding. Jullie werken in hetzelfde dossier."
    ),
    "ending.unsent": QT_TRANSLATE_NOOP(
        "sharing", "Dit wordt niet meer verstuurd: de pilot is hier afgelopen. Het staat wel in je eigen bestand."
    ),
    "operation.not_allowed": QT_TRANSLATE_NOOP("sharing", "Wie dit deed, mag dit niet in deze ruimte."),
    "operation.unknown_kind": QT_TRANSLATE_NOOP("sharing", "Gemaakt met een nieuwere versie; werk GPConnect bij."),
    "operation.newer": QT_TRANSLATE_NOOP("sharing", "Gemaakt met een nieuwere versie; werk GPConnect bij."),
    "operation.not_understood": QT_TRANSLATE_NOOP("sharing", "Gemaakt met een nieuwere versie; werk GPConnect bij."),
    "operation.broken": QT_TRANSLATE_NOOP(
        "sharing", "Hierin staat iets wat geen programma kan lezen; het telt niet mee. Bel wie dit deed."
    ),
    "operation.other_content": QT_TRANSLATE_NOOP("sharing", "Hetzelfde kwam twee keer met andere inhoud. Meld dit."),
    "epoch.wrap_broken": QT_TRANSLATE_NOOP(
        "sharing",
        "De sleutel die hiermee werd uitgedeeld opent op dit apparaat niets. Wat je in deze ruimte doet wacht veilig. "
        "Vraag een andere beheerder om een nieuw herstelblad te maken: dan krijgt iedereen een nieuwe sleutel.",
    ),
    "epoch.previous_broken": QT_TRANSLATE_NOOP(
        "sharing",
        "Wie na deze sleutel in de ruimte komt, kan niet lezen wat er eerder stond. Wie er al was, leest alles nog. "
        "Bel wie dit deed.",
    ),
    "other_bytes": QT_TRANSLATE_NOOP("sharing", "Hetzelfde kwam twee keer met andere inhoud. Meld dit."),
}
_ENTRY_REASONS = {
    "entry.not_an_admin": QT_TRANSLATE_NOOP("sharing", "Dit apparaat beheert deze ruimte niet meer."),
    "entry.role": QT_TRANSLATE_NOOP("sharing", "Iemand met deze rol hoort niet in deze ruimte."),
    "key.malformed": QT_TRANSLATE_NOOP("sharing", "Het andere apparaat gaf een sleutel die niets opent."),
}
_ENTRY_REFUSED = QT_TRANSLATE_NOOP("sharing", "De server nam dit niet aan ({code}).")
_WAITING = {
    "parcel.newer": QT_TRANSLATE_NOOP(
        "sharing", "Een collega werkt met een nieuwere versie. Werk GPConnect bij, dan komt het vanzelf binnen."
    ),
    "keys": QT_TRANSLATE_NOOP(
        "sharing", "De sleutel van dit dossier is nog onderweg; het gaat vanzelf open zodra die er is."
    ),
    "epoch.key_missing": QT_TRANSLATE_NOOP(
        "sharing", "De sleutel van deze ruimte is nog onderweg. Duurt het langer dan een dag, meld het de beheerder."
    ),
}
_NOT_COUNTED = QT_TRANSLATE_NOOP("sharing", "Dit telt niet mee ({code}). Het staat nog wel in het logboek.")
_SAFE = QT_TRANSLATE_NOOP("sharing", "Er is niets weg: wat gedaan is staat nog op dit apparaat.")
_SAFE_WAITING = QT_TRANSLATE_NOOP("sharing", "Het is bewaard; er gaat niets verloren.")
_SAFE_ALARM = QT_TRANSLATE_NOOP(
    "sharing", "Er is niets van overgenomen en je eigen werk is veilig. Meld de code hierachter aan de beheerder."
)
_LOOK = QT_TRANSLATE_NOOP("sharing", "Kijk hoe het er nu voor staat en doe het zo nodig opnieuw.")
_NOTHING = QT_TRANSLATE_NOOP("sharing", "Je hoeft niets te doen.")
_DO = {
    "state_moved_on": _LOOK,
    "no_such_step": _LOOK,
    "missing": QT_TRANSLATE_NOOP("sharing", "Synchroniseer; komt het dan niet binnen, bel dan wie dit deed."),
    "exists": _NOTHING,
    "record.fixed": QT_TRANSLATE_NOOP("sharing", "Schrijf zo nodig een aanvulling bij de getekende versie."),
    "dossier.opened_elsewhere": _NOTHING,
    "operation.not_allowed": QT_TRANSLATE_NOOP("sharing", "Vraag een beheerder van de ruimte of deze rol nog klopt."),
}
"""What to do about what does not count, where the reason itself does not say so."""
_CODES = {
    "relation": RELATIONS,
    "authority": AUTHORITY,
    "verified_how": VERIFIED,
    "end_reason": END_REASONS,
    "outcome": OUTCOMES,
    "visit": VISITS,
    "bsn_status": BSN_STATUS,
    "bsn_checked_how": BSN_CHECKS,
}
_FACT_WORDS: dict[str, tuple[dict[str, str], ...]] = {
    "visit": (VISITS,),
    "outcome": (OUTCOMES,),
    "status": (APPOINTMENT, HANDOVER),
    "end_reason": (END_REASONS,),
    "moment": (EVALUATIONS, FEEDBACK_MOMENTS),
    "voice": (VOICES,),
}
_YES = QT_TRANSLATE_NOOP("sharing", "ja")
_NO = QT_TRANSLATE_NOOP("sharing", "nee")
_EMPTY = QT_TRANSLATE_NOOP("sharing", "leeg")
_SECRET = QT_TRANSLATE_NOOP("sharing", "geheim, kijk in het dossier")
_ELSEWHERE = QT_TRANSLATE_NOOP("sharing", "Instelling van het dossier")


def family(key: str) -> str:
    """A family of spaces, called as on every other screen."""
    return space_name(key)


def kind(name: str) -> str:
    """A kind of record, in the words of the desk."""
    return _translated(ENTRIES.get(name) or _KINDS.get(name, _OTHER))


def reason(code: str) -> str:
    """Why something does not count or was refused."""
    if code in _REASONS:
        return _translated(_REASONS[code])
    if code in messages.SENTENCES:
        return messages.say(KnownError(code))
    return _translated(_NOT_COUNTED).format(code=code)


def safe_and_next(code: str) -> str:
    """After the reason: what is safe, and what to do where the reason did not say so yet."""
    return " ".join(_translated(one) for one in (_SAFE, _DO.get(code, "")) if one)


def safe_waiting() -> str:
    """What came in and is not open yet is kept."""
    return _translated(_SAFE_WAITING)


def safe_alarm() -> str:
    """What came in and was not right: what is safe, and whom to tell."""
    return _translated(_SAFE_ALARM)


def entry_reason(code: str) -> str:
    """Why somebody was not let in or put out, or why a paper does not count."""
    return _translated(_ENTRY_REASONS.get(code, _ENTRY_REFUSED)).format(code=code)


def waiting(code: str) -> str:
    """Why something that came in is not open yet, and what to do."""
    return _translated(_WAITING[code]) if code in _WAITING else reason(code)


def fields(values: tuple[tuple[str, Any], ...], of_kind: str = "") -> str:
    """The fields of one value, a line each; numbers of the program itself are left out."""
    called = {name: _FIELDS_OF.get((of_kind, name)) or _FIELDS.get(name, "") for name, _ in values}
    lines = [f"{_translated(called[name])}: {_value(name, value)}" for name, value in values if called[name]]
    return "\n".join(lines) or _translated(_ELSEWHERE)


def fact_value(name: str, value: Any) -> str:
    """One value of a fact as the municipality gets it, in words where there are words for it."""
    if isinstance(value, list | tuple):
        return ", ".join(_code("reasons", str(one)) for one in value) or _translated(_EMPTY)
    if name == "destination":
        return _destination(str(value))
    for known in _FACT_WORDS.get(name, ()):
        if str(value) in known:
            return QCoreApplication.translate("patients", known[str(value)])
    return f"{value[:8]}…" if name in {"child", "worker"} else _value(name, value)


def _value(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _translated(_YES if value else _NO)
    if isinstance(value, list | tuple):
        return ", ".join(_code(name, str(one)) for one in value) or _translated(_EMPTY)
    if value in {None, "", HIDDEN}:
        return _translated(_SECRET if value == HIDDEN else _EMPTY)
    if name in _CODES and str(value) in _CODES[name]:
        return QCoreApplication.translate("patients", _CODES[name][str(value)])
    return _WRITTEN.get(name, str)(str(value))


def _day(value: str) -> str:
    return text.full_date(date.fromisoformat(value))


def _clock(value: str) -> str:
    return text.clock(time.fromisoformat(value))


def _status(value: str) -> str:
    return _translated(_HALF_DAY_STATUS.get(value, value))


def _destination(value: str) -> str:
    return load_codes()["destinations"].label(value)


def _code(name: str, key: str) -> str:
    if name == "levels":
        return key
    if name == "access_routes":
        return QCoreApplication.translate("directory", ROUTES[AccessRoute(key)]).lower()
    return load_codes()["reasons"].label(key)


def _translated(source: str) -> str:
    return QCoreApplication.translate("sharing", source)


_DAYS = (
    *("birth_date", "verified_on", "waiting_measured_on", "day", "ended_on", "bsn_checked_on", "requested_on"),
    *("started_on", "aftercare_due", "aftercare_done"),
)
_WRITTEN: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(_DAYS, _day),
    **dict.fromkeys(("start", "end"), _clock),
    "phone": readable_phone,
    "status": _status,
    "destination": _destination,
}
"""How a field that is no plain text is written."""
