"""How a waiting time and a way in are said."""

from gpconnect.domain.directory import Provider
from gpconnect.services.resources import load_codes
from gpconnect.ui import text
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate

ROUTES = {
    "freely_accessible": QT_TRANSLATE_NOOP("directory", "Vrij toegankelijk"),
    "gp_letter": QT_TRANSLATE_NOOP("directory", "Brief van de huisarts"),
    "decision": QT_TRANSLATE_NOOP("directory", "Besluit van de gemeente"),
    "certified_institution": QT_TRANSLATE_NOOP("directory", "Gecertificeerde instelling"),
}


def waiting(provider: Provider) -> str:
    """``5 weken``, ``direct``, or that nobody knows."""
    if provider.waiting_weeks is None:
        return translate("directory", "Wachttijd onbekend")
    if not provider.waiting_weeks:
        return translate("directory", "Direct plek")
    return text.count(
        provider.waiting_weeks, translate("directory", "week wachten"), translate("directory", "weken wachten")
    )


def measured(provider: Provider) -> str:
    """When and from whom the waiting time is: ``gevraagd op 1 november 2026, telefonisch``."""
    if provider.waiting_weeks is None:
        return ""
    day = provider.waiting_measured_on
    asked = (
        translate("directory", "gevraagd op {day}").format(day=text.full_date(day))
        if day
        else translate("directory", "dag onbekend")
    )
    return ", ".join(filter(None, (asked, provider.waiting_source)))


def ages(provider: Provider) -> str:
    """``0 t/m 23 jaar``."""
    return translate("directory", "{low} t/m {high} jaar").format(low=provider.age_from, high=provider.age_to)


def routes(provider: Provider) -> str:
    """The ways in."""
    return ", ".join(translate("directory", ROUTES[one]).lower() for one in provider.access_routes)


def choices(name: str) -> tuple[tuple[str, str], ...]:
    """Keys and words of a code list that may be chosen now."""
    codes = load_codes()[name]
    return tuple((one.key, codes.label(one.key)) for one in codes.codes if not one.retired)
