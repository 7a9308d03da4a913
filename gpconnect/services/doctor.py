"""What works on this machine, and how to mend what does not."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib import metadata, util
from pathlib import Path

from gpconnect.domain.errors import KnownError
from gpconnect.services import commands, damaged, hub_clock, profiles, syncing
from gpconnect.services.resources import RESOURCES
from gpconnect.storage import connection, driver, files, keyring_access, place, reserve, slots

_WAYS = {
    "passphrase": "wachtwoordzin",
    "recovery": "herstelblad",
    "employer": "blad van de werkgever",
    "keyring": "sleutelbos",
}
_LATE = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        only_advice: the program works without it.
    """

    what: str
    ok: bool
    words: str
    only_advice: bool = False


def examine(
    folder: Path | None, passphrase: str | None = None, now: Callable[[], datetime] = profiles.utc_now
) -> list[Finding]:
    """Look at keyring, database driver, fonts, forms and clock; at a profile's folder when one is named.

    Args:
        folder: of the profile, or None.
        passphrase: with it the profile is opened and its hub is called as well.
        now: the clock.
    """
    findings = [_python(), _driver(), _keyring(), _fonts(), _resources(), _clock(now())]
    if folder is not None:
        findings += _profile(folder)
        if passphrase is not None and profiles.exists(folder):
            findings += _inside(folder, passphrase)
    return findings


def _inside(folder: Path, passphrase: str) -> Iterator[Finding]:
    """What can be told of an open file: its last check, and its hub."""
    with commands.opened(folder, passphrase) as session:
        broken = damaged.readable(partial(damaged.standing, session.db), default=True)
    words = "de laatste controle vond beschadigde bladzijden; open het programma en kies Herstellen in Beheer"
    yield Finding("Bestand", not broken, words if broken else "de laatste controle vond geen schade")
    yield from _hub(folder, passphrase)


def _hub(folder: Path, passphrase: str) -> Iterator[Finding]:
    with commands.opened(folder, passphrase) as session:
        known, minutes = syncing.connection(session), syncing.state(session).clock_minutes
    if known is None:
        yield Finding("Server", ok=True, words="dit profiel werkt zonder server", only_advice=True)
        yield _clock_beside("het bestand", minutes)
        return
    try:
        line = syncing.line_to(known)
        try:
            line.hub.health()
        finally:
            line.close()
    except KnownError as error:
        words = f"{known.url} antwoordt niet goed ({error.code}); wat je doet blijft bewaard en gaat later mee"
        yield Finding("Server", ok=False, words=words, only_advice=True)
        ahead = None
    else:
        yield Finding("Server", ok=True, words=f"{known.url} antwoordt")
        ahead = line.hub.clock_ahead
    # A hub that does not answer now said it at the last round.
    yield _clock_beside("de server", minutes if ahead is None else hub_clock.minutes_off(ahead))


def _clock_beside(what: str, minutes: int) -> Finding:
    """The clock beside the hub's last answer; without a hub beside what this computer wrote last."""
    if not minutes:
        return Finding(f"Klok naast {what}", ok=True, words="gelijk, voor zover bekend")
    off, way = abs(minutes), "voor" if minutes > 0 else "achter"
    words = f"de klok van deze computer loopt {off} minuten {way}; er gaat niets verloren, zet de klok goed"
    return Finding(f"Klok naast {what}", ok=False, words=words, only_advice=True)


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    try:
        qt = metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        qt = "in het programma"
    return Finding("Python en Qt", sys.version_info >= (3, 11), f"Python {version}, PySide6 {qt}")


def _driver() -> Finding:
    try:
        connection.check_driver()
    except KnownError as error:
        return Finding("Versleuteld bestand", False, f"de database-driver is te oud ({error.code}); installeer opnieuw")
    return Finding("Versleuteld bestand", True, f"SQLCipher werkt (SQLite {driver.driver_version()})")


def _keyring() -> Finding:
    try:
        keyring_access.system_keyring()
    except KnownError:
        words = "er is geen bruikbare sleutelbos; je opent het programma met je wachtwoordzin"
        return Finding("Sleutelbos", False, words, only_advice=True)
    return Finding("Sleutelbos", True, "gevonden")


def _fonts() -> Finding:
    found = util.find_spec("font_source_sans_pro") is not None
    return Finding(
        "Lettertype", found, "Source Sans gevonden" if found else "Source Sans ontbreekt; installeer opnieuw"
    )


def _resources() -> Finding:
    forms = len(list((RESOURCES / "forms").glob("*/*.toml")))
    return Finding("Formulieren", forms > 0, f"{forms} gevonden" if forms else "geen gevonden; installeer opnieuw")


def _clock(now: datetime) -> Finding:
    words = f"deze computer denkt dat het {now.astimezone():%d-%m-%Y %H:%M} is"
    return Finding("Klok", now > _LATE, words if now > _LATE else f"{words}; zet de klok goed")


def _place(folder: Path) -> Finding:
    kind = place.kind_of(folder)
    if kind is place.Place.NETWORK:
        words = "staat op een netwerkschijf en wordt daar niet geopend; kopieer de map naar deze computer"
        return Finding("Plek", False, words)
    if kind is place.Place.CLOUD:
        words = "staat in een map die een cloudprogramma meekopieert; zet de map op een gewone plek"
        return Finding("Plek", False, words, only_advice=True)
    return Finding("Plek", True, "op een schijf van deze computer")


def _room(folder: Path) -> Finding:
    free = reserve.free_bytes(folder)
    if free is None:
        return Finding("Ruimte", True, "het systeem zegt niet hoeveel er vrij is", only_advice=True)
    kept = "met reserve" if reserve.held(folder) else "zonder reserve"
    words = f"{free // reserve.MEGABYTE} MB vrij, {kept}"
    enough = free >= reserve.ROOM
    needed = reserve.ROOM // reserve.MEGABYTE
    return Finding("Ruimte", enough, words if enough else f"{words}; maak minstens {needed} MB vrij")


def _profile(folder: Path) -> Iterator[Finding]:
    yield _place(folder)
    if not profiles.exists(folder):
        yield Finding("Profiel", False, f"in {folder} staat geen profiel")
        return
    yield _room(folder)
    private = not files.slots_path(folder).stat().st_mode & 0o077
    yield Finding("Profiel", private, "alleen voor jou leesbaar" if private else f"doe: chmod -R go= {folder}")
    try:
        kinds = ", ".join(_WAYS.get(str(slot.kind), str(slot.kind)) for slot in slots.slots(folder))
        yield Finding("Sleutels", True, f"te openen met: {kinds}")
    except KnownError as error:
        yield Finding("Sleutels", False, f"het sleutelbestand is niet leesbaar ({error.code}); zet een kopie terug")
