"""What went wrong, what is safe, what to do: keys."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "employer.already": QT_TRANSLATE_NOOP(
        "messages",
        "Deze sleutel van je werkgever is al toegevoegd. Er is niets veranderd; je hoeft niets te doen.",
    ),
    "employer.name_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Zonder naam weet later niemand in welke kluis het blad ligt. Er is niets gemaakt. Vul de naam van de"
        " werkgever in.",
    ),
    "employer.not_a_key": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is geen sleutelbestand van een werkgever, of het is beschadigd. Er is niets veranderd. Vraag je "
        "werkgever om het bestand dat eindigt op .sleutel.json.",
    ),
    "employer.other_fingerprint": QT_TRANSLATE_NOOP(
        "messages",
        "Deze vingerafdruk hoort niet bij dit bestand. Er is niets toegevoegd. Laat hem nog eens voorlezen "
        "van het blad; klopt hij weer niet, gebruik dit bestand dan niet en vraag je werkgever om het goede.",
    ),
    "file.employer_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Deze code opent dit bestand niet, al is hij goed getypt. Er is niets veranderd. Kijk of het blad van"
        " de goede werkgever is, en of deze computer er ooit aan is toegevoegd.",
    ),
    "key.not_verified": QT_TRANSLATE_NOOP(
        "messages",
        "De nieuwe versleuteling klopte niet bij het nalezen en is weggegooid. Je bestand is zoals het was en"
        " opent zoals altijd. Probeer het later opnieuw; lukt het weer niet, kijk dan het bestand na bij "
        "Kopieën.",
    ),
    "keyring.shared": QT_TRANSLATE_NOOP(
        "messages",
        "Op een account dat je deelt zou een ander je bestand kunnen openen. Er is niets veranderd; je opent "
        "GPConnect met je wachtwoordzin.",
    ),
    "migration.not_verified": QT_TRANSLATE_NOOP(
        "messages",
        "Je bestand past nog niet bij deze versie van GPConnect: bij het nalezen klopte iets niet. Je bestand"
        " is zoals het was en er is niets kwijt. Gebruik de vorige versie en meld deze code aan de beheerder.",
    ),
    "paper.length": QT_TRANSLATE_NOOP(
        "messages",
        "De code is niet volledig: je typte {typed} tekens en het blad heeft er {wanted}. Er is niets "
        "veranderd. Vul aan wat ontbreekt.",
    ),
    "paper.typo": QT_TRANSLATE_NOOP(
        "messages",
        "Er zit een tikfout in de code, waarschijnlijk in groep {group}. Er is niets veranderd. Vergelijk die"
        " groep met het blad; klopt hij, kijk dan ook de andere na.",
    ),
    "paper.typos": QT_TRANSLATE_NOOP(
        "messages",
        "Er zitten tikfouten in de code. Er is niets veranderd. Vergelijk elke groep met het blad.",
    ),
    "passphrase.not_by_paper": QT_TRANSLATE_NOOP(
        "messages",
        "Zonder je oude wachtwoordzin kies je alleen een nieuwe als je met een blad bent binnengekomen. Er is niets "
        "veranderd. Wijzig je wachtwoordzin bij Beheer, Sleutels.",
    ),
    "passphrase.weak": QT_TRANSLATE_NOOP(
        "messages",
        "Deze wachtwoordzin is te snel te raden. Er is niets veranderd. Neem vier losse woorden die niets met"
        " elkaar of met jou te maken hebben.",
    ),
    "recovery.other_sheet": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is de code van een ander blad. Er is niets veranderd. Typ de code over van het blad dat je net "
        "hebt gemaakt.",
    ),
    "slot.only_keyring": QT_TRANSLATE_NOOP(
        "messages",
        "Dan bleef alleen de sleutelbos van deze computer over, en die gaat stuk met de computer. Deze manier"
        " blijft staan. Maak eerst een herstelblad.",
    ),
    "slot.passphrase_stays": QT_TRANSLATE_NOOP(
        "messages",
        "Na het vergrendelen opent alleen je wachtwoordzin, dus die blijft. Je kunt hem wel wijzigen.",
    ),
    "ways.employer": QT_TRANSLATE_NOOP(
        "messages",
        "Je komt er nog in met het blad in de kluis van je werkgever (Buurtzorg Jong voor het team). Je "
        "bestand is veilig. Vraag je werkgever om met dat blad te komen, en kies daarna een nieuwe "
        "wachtwoordzin.",
    ),
    "ways.keyring": QT_TRANSLATE_NOOP(
        "messages",
        "Je komt er alleen nog in met de sleutelbos van deze computer. Je bestand is veilig. Sluit GPConnect,"
        " meld je aan bij deze computer zoals altijd en start het opnieuw; maak daarna meteen een nieuwe "
        "wachtwoordzin en een herstelblad.",
    ),
    "ways.none": QT_TRANSLATE_NOOP(
        "messages",
        "Op deze computer is er geen manier meer om dit bestand te openen. Er is niets gewist. Zet een kopie "
        "terug waarvan je de wachtwoordzin of het herstelblad hebt; heb je die niet, laat je dan opnieuw "
        "toevoegen en haal op wat de server heeft.",
    ),
    "ways.paper": QT_TRANSLATE_NOOP(
        "messages",
        "Je komt er nog in met je herstelblad, of met het blad in de kluis van je werkgever. Je bestand is "
        "veilig. Haal een van de twee en kies daarna een nieuwe wachtwoordzin.",
    ),
    "ways.passphrase": QT_TRANSLATE_NOOP(
        "messages",
        "Deze manier is er voor dit bestand niet meer. Je bestand is veilig; open het met je wachtwoordzin.",
    ),
    "ways.recovery": QT_TRANSLATE_NOOP(
        "messages",
        "Je komt er nog in met je herstelblad. Je bestand is veilig. Haal het blad en kies daarna een nieuwe "
        "wachtwoordzin.",
    ),
}
