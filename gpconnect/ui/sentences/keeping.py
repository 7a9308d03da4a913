"""What went wrong, what is safe, what to do: the encrypted file, its keys and its copies."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "copy.broken": QT_TRANSLATE_NOOP(
        "messages",
        "De kopie is niet in orde en is niet gebruikt. Je eigen bestand is niet veranderd. Maak of kies een "
        "andere kopie.",
    ),
    "demo.folder_taken": QT_TRANSLATE_NOOP(
        "messages",
        "In deze map staat iets dat geen voorbeeldpilot is. Er is niets veranderd; kies een lege map.",
    ),
    "demo.sites": QT_TRANSLATE_NOOP(
        "messages",
        "De voorbeeldpilot kent één tot {most} plekken. Er is nog niets gemaakt; kies een ander aantal.",
    ),
    "driver.too_old": QT_TRANSLATE_NOOP(
        "messages",
        "De databasesoftware (SQLite {version}) is te oud en kan gegevens beschadigen. GPConnect opent daarom"
        " niets. Installeer GPConnect opnieuw.",
    ),
    "file.damaged": QT_TRANSLATE_NOOP(
        "messages",
        "Het bestand met je gegevens is beschadigd. Er is niets aan veranderd. Zet een kopie terug, of haal "
        "alles opnieuw op met je herstelcode.",
    ),
    "file.disk_full": QT_TRANSLATE_NOOP(
        "messages",
        "De schijf is vol. Je laatste wijziging is niet bewaard, alles daarvoor wel. Maak ruimte vrij en "
        "probeer het opnieuw.",
    ),
    "file.exists": QT_TRANSLATE_NOOP(
        "messages",
        "Hier staat al een bestand met die naam. Het is niet overschreven. Kies een andere plek of naam.",
    ),
    "file.in_use": QT_TRANSLATE_NOOP(
        "messages",
        "Dit profiel is al open in een ander venster of programma. Er is niets veranderd. Sluit het daar en "
        "probeer het opnieuw.",
    ),
    "file.io": QT_TRANSLATE_NOOP(
        "messages",
        "De schijf geeft een fout bij lezen of schrijven. Wat al bewaard was, is niet veranderd. Maak een "
        "kopie en laat de schijf nakijken.",
    ),
    "file.missing": QT_TRANSLATE_NOOP(
        "messages",
        "Het bestand met je gegevens staat niet op deze plek. Kijk of de map klopt, of zet een kopie terug.",
    ),
    "file.newer": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is gemaakt met een nieuwere versie van GPConnect. Er is niets aan veranderd. Werk "
        "GPConnect op deze computer bij.",
    ),
    "file.passphrase_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Deze wachtwoordzin klopt niet. Er is niets veranderd. Probeer het opnieuw; let op hoofdletters.",
    ),
    "file.read_only": QT_TRANSLATE_NOOP(
        "messages",
        "GPConnect mag hier niet schrijven. Er is niets veranderd. Vraag je beheerder om schrijfrechten op de map.",
    ),
    "file.recovery_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Deze code is goed getypt, maar is van een ander blad. Er is niets veranderd. Zoek het nieuwste herstelblad "
        "van dit profiel.",
    ),
    "file.unreachable": QT_TRANSLATE_NOOP(
        "messages",
        "GPConnect kan het bestand niet openen. Er is niets veranderd. Kijk of de schijf aangesloten is en de"
        " map bestaat.",
    ),
    "file.write_failed": QT_TRANSLATE_NOOP(
        "messages",
        "Opslaan is niet gelukt. Wat er al stond is nog heel. Kijk of de map bestaat en of er ruimte op de schijf is, "
        "en probeer het opnieuw.",
    ),
    "keyring.forgotten": QT_TRANSLATE_NOOP(
        "messages",
        "De sleutelbos van deze computer kent de sleutel niet (meer). Je gegevens zijn veilig. Gebruik je "
        "wachtwoordzin.",
    ),
    "keyring.locked": QT_TRANSLATE_NOOP(
        "messages",
        "De sleutelbos van deze computer is op slot. Er is niets veranderd. Ontgrendel hem, of gebruik je "
        "wachtwoordzin.",
    ),
    "keyring.no_slot": QT_TRANSLATE_NOOP(
        "messages",
        "Openen met de sleutelbos staat niet aan. Gebruik je wachtwoordzin.",
    ),
    "keyring.none": QT_TRANSLATE_NOOP(
        "messages",
        "Deze computer heeft geen veilige sleutelbos. Je gegevens zijn veilig; je opent GPConnect met je "
        "wachtwoordzin.",
    ),
    "operation.too_large": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is te groot om te delen: {size} kB, en er past {limit} kB in één keer. Je tekst staat er nog. "
        "Maak de tekst korter of verdeel die over twee notities.",
    ),
    "parcel.epoch_stale": QT_TRANSLATE_NOOP(
        "messages",
        "De server nam een zending aan met een sleutel die niet meer geldt. Ze is bewaard en telt niet mee. Meld"
        " deze code meteen aan de beheerder.",
    ),
    "parcel.signature": QT_TRANSLATE_NOOP(
        "messages",
        "Een zending draagt niet de handtekening van haar afzender. Ze is bewaard en telt niet mee. Meld deze"
        " code meteen aan de beheerder.",
    ),
    "parcel.too_large": QT_TRANSLATE_NOOP(
        "messages",
        "Dit past niet in één zending: {size} kB, en er past {limit} kB in. Er is niets verstuurd en er is "
        "niets kwijt. Voeg minder mensen tegelijk toe.",
    ),
    "passphrase.empty": QT_TRANSLATE_NOOP(
        "messages",
        "Vul een wachtwoordzin in.",
    ),
    "passphrase.file": QT_TRANSLATE_NOOP(
        "messages",
        "Het bestand met de wachtwoordzin is niet te lezen. Er is niets geopend; kijk of "
        "GPCONNECT_PASSPHRASE_FILE naar het goede bestand wijst.",
    ),
    "copy.not_agreed": QT_TRANSLATE_NOOP(
        "messages",
        "Er is niemand om ja te typen. Er is niets veranderd; wil je de kopie zonder vraag terugzetten, zet er dan "
        "--yes bij.",
    ),
    "passphrase.no_prompt": QT_TRANSLATE_NOOP(
        "messages",
        "Er is niemand om de wachtwoordzin te typen. Er is niets geopend; zet hem in een bestand en noem dat "
        "in GPCONNECT_PASSPHRASE_FILE.",
    ),
    "passphrase.short": QT_TRANSLATE_NOOP(
        "messages",
        "Die wachtwoordzin is te kort. Neem er een van minstens {minimum} tekens; vier losse woorden onthoud "
        "je makkelijk.",
    ),
    "record.missing": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is hier nog niet binnen of bestaat niet meer. Er is niets veranderd. Synchroniseer en probeer het "
        "opnieuw.",
    ),
    "session.closed": QT_TRANSLATE_NOOP(
        "messages",
        "Het bestand is vergrendeld. Er is niets verloren; ontgrendel met je wachtwoordzin en probeer het opnieuw.",
    ),
    "slot.closed": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel is afgesloten. Er is niets geboekt; kies een andere plek.",
    ),
    "slot.last": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is de enige manier om het bestand te openen. Hij blijft staan. Maak eerst een andere.",
    ),
    "slot.past": QT_TRANSLATE_NOOP(
        "messages",
        "Deze plek is voorbij. Er is niets geboekt; kies een andere plek. Wat je invulde staat er nog.",
    ),
    "slot.kept": QT_TRANSLATE_NOOP(
        "messages",
        "Deze plek houdt de computer van de jeugdwerker vrij voor inloop. Er is niets geboekt. Komt er nu iemand "
        "binnen? Kies Inloop: de jeugdige staat dan meteen in de daglijst, ook zonder plek.",
    ),
    "slot.taken": QT_TRANSLATE_NOOP(
        "messages",
        "Deze plek is net vergeven. Er is niets geboekt; kies een andere plek. Wat je invulde staat er nog.",
    ),
    "verify.no_screen": QT_TRANSLATE_NOOP(
        "messages",
        "Namen van dossiers komen niet in een bestand of een ander programma. Er is nog niets gecontroleerd. Laat "
        "--names weg, of kies het op je eigen scherm.",
    ),
}
