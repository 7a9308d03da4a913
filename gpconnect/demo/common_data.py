"""What everybody in the invented pilot reads: sites, colleagues, closed weeks, and the sociale kaart."""

from datetime import date, timedelta
from typing import Any

from gpconnect.demo.cast import Cast
from gpconnect.demo.repeatable import Ids
from gpconnect.domain.care import Destination
from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.roles import Intention
from gpconnect.domain.schedule import Closure
from gpconnect.services.acting import acting
from gpconnect.services.session import Session

_FREE = (AccessRoute.FREELY_ACCESSIBLE,)
_SPECIAL = (AccessRoute.GP_LETTER, AccessRoute.DECISION, AccessRoute.CERTIFIED_INSTITUTION)
_DECIDED = (AccessRoute.DECISION, AccessRoute.CERTIFIED_INSTITUTION)
_D = Destination

CLOSED_WEEKS = (
    (date(2025, 10, 11), date(2025, 10, 19), "Herfstvakantie"),
    (date(2025, 12, 20), date(2026, 1, 4), "Kerstvakantie"),
    (date(2026, 2, 14), date(2026, 2, 22), "Voorjaarsvakantie"),
    (date(2026, 4, 25), date(2026, 5, 3), "Meivakantie"),
    (date(2026, 7, 18), date(2026, 8, 9), "Zomersluiting"),
    (date(2026, 10, 17), date(2026, 10, 25), "Herfstvakantie"),
    (date(2026, 12, 19), date(2027, 1, 3), "Kerstvakantie"),
)
"""School holidays of region Zuid in which the pilot is shut; of the summer only the three quietest weeks."""

# Name, destination, helps with, ages, area, ways in, open house, waiting weeks, measured so many days ago, contact.
_PROVIDERS: tuple[tuple[Any, ...], ...] = (
    ("Mozaïek jeugdhulp", _D.SPECIALIST_MH_CARE, ("anxiety", "mood", "behaviour"), 4, 18, "Bommelerwaard", _SPECIAL,
     True, 5, 12, "Iris Blok"),
    ("De Klim jeugdpraktijk", _D.BASIC_MH_CARE, ("anxiety", "mood", "sleep", "loss"), 6, 23, "Bommelerwaard", _SPECIAL,
     True, 3, 20, "Tom Vink"),
    ("Gezinshulp Rivierenland", _D.YOUTH_CARE, ("behaviour", "family", "safety"), 0, 18, "Rivierenland", _DECIDED,
     True, 7, 31, "Anja Roelofs"),
    ("Zorgboerderij De Uiterwaard", _D.YOUTH_CARE, ("behaviour", "attention", "friends"), 6, 16, "Gameren", _DECIDED,
     True, 9, 118, "Kees van Hees"),
    ("Jeugdgezondheidszorg Bommelerwaard", _D.YOUTH_HEALTH_SERVICE, ("sleep", "physical", "behaviour"), 0, 18,
     "Bommelerwaard", _FREE, False, 2, 9, "Mirjam Slot, jeugdarts"),
    ("Sterk op School, schoolmaatschappelijk werk", _D.SCHOOL, ("school", "friends", "anxiety"), 4, 18, "Zaltbommel",
     _FREE, False, 1, 16, "Rianne Prins"),
    ("Samenwerkingsverband De Rivieren", _D.SCHOOL, ("school", "attention"), 4, 18, "Rivierenland", _FREE, False, 4,
     44, "Bureaudienst"),
    ("Wijkteam Zaltbommel", _D.COMMUNITY_TEAM, ("family", "behaviour", "other"), 0, 23, "Zaltbommel", _FREE, False, 2,
     5, "Bureaudienst"),
    ("Wmo-loket Bommelerwaard", _D.SOCIAL_SUPPORT, ("family", "other"), 18, 23, "Bommelerwaard", _FREE, False, 3, 25,
     "Loketmedewerker"),
    ("Schuldhulp De Brug", _D.DEBT_HELP, ("family", "other"), 16, 23, "Zaltbommel", _FREE, False, 2, 38,
     "Herman Post"),
    ("Rots & Water-training Buurthuis De Poort", _D.FREELY_ACCESSIBLE, ("anxiety", "friends", "behaviour"), 8, 16,
     "Zaltbommel", _FREE, False, 6, 14, "Bianca Lever"),
    ("Kinderen na een scheiding, groep KIES", _D.FREELY_ACCESSIBLE, ("family", "loss"), 6, 14, "Bommelerwaard", _FREE,
     False, None, None, "Paula Winter"),
    ("Verslavingspreventie Gelderland-Zuid", _D.FREELY_ACCESSIBLE, ("substances", "media"), 12, 23, "Gelderland-Zuid",
     _FREE, False, 2, 52, "Jos Arends"),
)  # fmt: skip


def providers(today: date, new_id: Ids) -> tuple[Provider, ...]:
    """The sociale kaart as it stood some weeks ago; one waiting time is stale on purpose."""
    return tuple(
        Provider(
            id=new_id(),
            name=name,
            destination=str(destination),
            helps_with=helps,
            age_from=age_from,
            age_to=age_to,
            area=area,
            access_routes=routes,
            open_house=open_house,
            waiting_weeks=weeks,
            waiting_measured_on=None if ago is None else today - timedelta(days=ago),
            waiting_source="" if ago is None else "telefonisch nagevraagd",
            contact=contact,
            phone=f"0418 000 {100 + place}",
            secure_mail=f"aanmelden{place}@voorbeeld.example",
        )
        for place, (name, destination, helps, age_from, age_to, area, routes, open_house, weeks, ago, contact) in (
            enumerate(_PROVIDERS)
        )
    )


def closures(new_id: Ids) -> tuple[Closure, ...]:
    """The weeks in which no site of the pilot is open."""
    return tuple(Closure(new_id(), first, last, reason) for first, last, reason in CLOSED_WEEKS)


def write(coordinator: Session, cast: Cast, sociale_kaart: tuple[Provider, ...], shut: tuple[Closure, ...]) -> None:
    """The coordinator puts the common data in place, as one act of administration."""
    with acting(coordinator, Intention.ADMINISTER) as action:
        for record in (*(place.site for place in cast.places), *cast.staff(), *shut, *sociale_kaart):
            action.write(record)
