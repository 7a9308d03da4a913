"""What putting a copy back does to the ways into the file and to where copies go, in words."""

from gpconnect.services.ways_back import Turn, WaysBack
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate

_WORDS: dict[tuple[str, Turn], str] = {
    ("passphrase", Turn.OTHER): QT_TRANSLATE_NOOP(
        "copies", "De wachtwoordzin van nu opent het bestand dan niet meer; die van toen wel."
    ),
    ("recovery", Turn.OTHER): QT_TRANSLATE_NOOP(
        "copies", "Het herstelblad van nu opent het bestand dan niet meer; dat van toen weer wel."
    ),
    ("recovery", Turn.GONE): QT_TRANSLATE_NOOP(
        "copies",
        "Een herstelblad dat je na deze kopie maakte, opent het bestand dan niet meer. Maak daarna een nieuw blad "
        "(Beheer, Sleutels).",
    ),
    ("recovery", Turn.BACK): QT_TRANSLATE_NOOP(
        "copies",
        "Een herstelblad dat je na deze kopie introk, opent het bestand dan weer. Is dat blad kwijt, trek het dan "
        "opnieuw in (Beheer, Sleutels).",
    ),
    ("employer", Turn.OTHER): QT_TRANSLATE_NOOP(
        "copies", "Het blad van de werkgever van nu opent het bestand dan niet meer; dat van toen weer wel."
    ),
    ("employer", Turn.GONE): QT_TRANSLATE_NOOP(
        "copies",
        "Een blad van de werkgever dat er na deze kopie bij kwam, opent het bestand dan niet meer. Voeg de werkgever "
        "daarna opnieuw toe (Beheer, Sleutels).",
    ),
    ("employer", Turn.BACK): QT_TRANSLATE_NOOP(
        "copies", "Een blad van de werkgever dat je na deze kopie weghaalde, opent het bestand dan weer."
    ),
    ("keyring", Turn.OTHER): QT_TRANSLATE_NOOP(
        "copies", "Vanzelf openen met deze computer werkt dan niet meer. Zet het daarna opnieuw aan (Beheer, Sleutels)."
    ),
    ("keyring", Turn.GONE): QT_TRANSLATE_NOOP(
        "copies", "Vanzelf openen met deze computer staat dan uit, zoals toen. Je kunt het daarna weer aanzetten."
    ),
    ("keyring", Turn.BACK): QT_TRANSLATE_NOOP(
        "copies",
        "Vanzelf openen met deze computer staat dan weer aan, zoals toen. Wil je dat niet, zet het dan uit (Beheer, "
        "Sleutels).",
    ),
}
_ANY: dict[Turn, str] = {
    Turn.OTHER: _WORDS["passphrase", Turn.OTHER],
    Turn.GONE: _WORDS["passphrase", Turn.OTHER],
    Turn.BACK: _WORDS["passphrase", Turn.OTHER],
}
"""There is one passphrase: whatever changed, that of then is the one that opens."""


def ways(what: WaysBack) -> list[str]:
    """What changes in how the file opens and where copies go, one sentence a subject."""
    if what.none:
        return [
            translate("copies", "De manieren om te openen en de map voor kopieën blijven zoals ze nu zijn."),
        ]
    lines = []
    if what.known:
        for kind, turn in what.turns.items():
            words = _ANY.get(turn, "") if kind == "passphrase" else _WORDS.get((kind, turn), "")
            lines += [translate("copies", words)] if words else []
    else:
        lines.append(
            translate(
                "copies",
                "Hoe het bestand van nu open ging is niet te lezen. Daarna openen de wachtwoordzin en de bladen van "
                "toen.",
            )
        )
    return lines + _folder(what)


def _folder(what: WaysBack) -> list[str]:
    if what.folder_known and what.folder == what.folder_then:
        return []
    if what.folder_then is None:
        return [
            translate(
                "copies", "Kopieën worden dan niet meer vanzelf gemaakt, zoals toen. Kies daarna opnieuw een map."
            )
        ]
    if what.folder is None:
        return [translate("copies", "Kopieën gaan dan vanzelf naar {then}, zoals toen.").format(then=what.folder_then)]
    words = translate("copies", "Kopieën gaan dan weer naar {then}, en niet meer naar {now}.")
    return [words.format(then=what.folder_then, now=what.folder)]
