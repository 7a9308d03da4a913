"""What went wrong, what is safe, what to do: copies."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "check.access_log": QT_TRANSLATE_NOOP(
        "messages",
        "Het inzagelog is niet meer ononderbroken: er is een regel veranderd of weg. Meld dit aan je beheerder en "
        "bewaar de kopieën van vóór vandaag.",
    ),
    "check.not_fine": QT_TRANSLATE_NOOP(
        "messages",
        "Het bestand is nagekeken en er klopt iets niet. Je kunt doorwerken. In Beheer, bij Kopieën, staat wat het is "
        "en wat je doet.",
    ),
    "check.numbering": QT_TRANSLATE_NOOP(
        "messages",
        "De nummering van wat je verstuurt klopt niet overal ({count}). Er kan iets ontbreken. Synchroniseer en "
        "kijk daarna nog eens na.",
    ),
    "check.pages": QT_TRANSLATE_NOOP(
        "messages",
        "In het bestand zijn bladzijden beschadigd ({count}). Met Herstellen (Beheer, Kopieën) komt terug wat een "
        "kopie, dit bestand en de server nog hebben. Laat ook de schijf nakijken.",
    ),
    "check.records": QT_TRANSLATE_NOOP(
        "messages",
        "Niet alle gegevens zeggen wat er is vastgelegd ({count}). Er is niets kwijt; meld dit aan je beheerder.",
    ),
    "check.records_too": QT_TRANSLATE_NOOP(
        "messages",
        "Niet alle gegevens zeggen wat er is vastgelegd ({count}). Dat komt door wat beschadigd is: Herstellen brengt "
        "terug wat er nog is.",
    ),
    "check.search": QT_TRANSLATE_NOOP(
        "messages",
        "Zoeken vindt niet alles goed ({count}). Je gegevens zijn heel. Bouw de zoekindex opnieuw op.",
    ),
    "check.search_too": QT_TRANSLATE_NOOP(
        "messages", "Zoeken vindt daardoor niet alles goed ({count}). Na het herstellen is de zoekindex weer compleet."
    ),
    "check.structure": QT_TRANSLATE_NOOP(
        "messages",
        "De opbouw van het bestand klopt niet overal ({count}). Met Herstellen (Beheer, Kopieën) komt terug wat een "
        "kopie, dit bestand en de server nog hebben.",
    ),
    "copy.disk_full": QT_TRANSLATE_NOOP(
        "messages",
        "Er is geen ruimte voor de kopie. Er is niets van blijven staan en je eigen bestand is heel. Maak daar ruimte "
        "of kies een andere map.",
    ),
    "copy.gone": QT_TRANSLATE_NOOP(
        "messages", "Die kopie staat niet op deze plek. Er is niets veranderd. Kies de kopie opnieuw."
    ),
    "copy.no_keys": QT_TRANSLATE_NOOP(
        "messages",
        "Naast de kopie ontbreekt het bestand {name}; daarin staan de sleutels. Er is niets veranderd. Een kopie "
        "bestaat uit twee bestanden: zet ze naast elkaar en probeer het opnieuw.",
    ),
    "copy.of_another": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is een kopie van het bestand van {name}, niet van jou. Er is niets veranderd. Kies een kopie van jezelf; "
        "die van {name} kan terug in een eigen, lege map.",
    ),
    "copy.late": QT_TRANSLATE_NOOP(
        "messages",
        "Er is al {days} dagen geen kopie gemaakt. Je eigen bestand is heel. Kijk in Beheer, bij Kopieën, of de stick "
        "of het netwerk er is.",
    ),
    "copy.must_go": QT_TRANSLATE_NOOP(
        "messages",
        "Een kopie van vóór een vernietiging had al weg moeten zijn, maar is nu niet bereikbaar. Kijk in Beheer, bij "
        "Kopieën, welke het is; sluit die schijf of stick aan, dan gaat ze vanzelf weg.",
    ),
    "copy.no_folder": QT_TRANSLATE_NOOP(
        "messages",
        "De map voor de kopie is er nu niet. Je eigen bestand is heel. Steek de stick erin of verbind met het netwerk, "
        "of kies een andere map.",
    ),
    "copy.untold": QT_TRANSLATE_NOOP(
        "messages",
        "Hier staat al een bestand, en dat gaat hiermee niet open. Er is niets veranderd. Wat daarin "
        "sinds de kopie is gewist, zou terugkomen. Gebruik de opdracht gpconnect restore: die vraagt ook de "
        "wachtwoordzin van nu en laat eerst zien wat er gebeurt.",
    ),
    "copy.same_folder": QT_TRANSLATE_NOOP(
        "messages",
        "Deze map is die van je eigen bestand: gaat de een verloren, dan ook de ander. Er is niets veranderd; kies "
        "een map op een andere schijf, een stick of het netwerk.",
    ),
    "copy.not_read_back": QT_TRANSLATE_NOOP(
        "messages",
        "De kopie is niet goed terug te lezen en is weggegooid. Dat kan aan je eigen bestand liggen of aan de schijf "
        "van de kopie. Kijk eerst je bestand na (Beheer, Kopieën, Nakijken); is dat heel, kies dan een andere map.",
    ),
    "copy.write_failed": QT_TRANSLATE_NOOP(
        "messages",
        "De kopie kon daar niet worden geschreven. Er is niets van blijven staan en je eigen bestand is heel. Kijk of "
        "de stick of het netwerk er nog is, of kies een andere map.",
    ),
    "work.stopped": QT_TRANSLATE_NOOP(
        "messages",
        "Je hebt het gestopt. Er is niets van blijven staan en je eigen bestand is heel.",
    ),
    "mend.no_copy": QT_TRANSLATE_NOOP(
        "messages",
        "Er is geen goede kopie die hier nu opengaat, en zonder kopie kan GPConnect het bestand niet herstellen. Er is "
        "niets veranderd, en wat te lezen is kun je blijven lezen. Steek de stick met kopieën erin en probeer het "
        "opnieuw, of vraag je beheerder om hulp.",
    ),
    "mend.not_verified": QT_TRANSLATE_NOOP(
        "messages",
        "Wat er bij het herstellen uitkwam, was niet helemaal in orde en is niet gebruikt. Je bestand is niet "
        "veranderd. Zet bij Beheer, Kopieën, een kopie terug; het bestand van nu blijft dan apart bewaard.",
    ),
    "mend.untold": QT_TRANSLATE_NOOP(
        "messages",
        "Wat er gewist is, is niet meer te lezen: niet in dit bestand en niet in de lijst ernaast. Door herstellen kan "
        "het terugkomen. Er is niets veranderd, en wat te lezen is kun je blijven lezen. Zet bij Beheer, Kopieën, een "
        "kopie terug; daar lees je eerst wat dat voor het gewiste betekent.",
    ),
}
