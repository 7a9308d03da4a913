"""What went wrong, what is safe, what to do: the disk, the place of the file, damage."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "file.beyond_repair": QT_TRANSLATE_NOOP(
        "messages",
        "Het bestand is zo beschadigd dat er niets meer uit te lezen is. Er is niets aan veranderd. Zet de nieuwste "
        "kopie terug; wat daarna gebeurde en al verstuurd was, komt vanzelf terug van de server.",
    ),
    "file.on_network": QT_TRANSLATE_NOOP(
        "messages",
        "Dit profiel staat op een netwerkschijf. Daar kan het bestand stukgaan, dus GPConnect opent het niet. Er is "
        "niets veranderd. Kopieer de hele map naar deze computer en open die; je wachtwoordzin blijft dezelfde.",
    ),
    "file.read_only_mode": QT_TRANSLATE_NOOP(
        "messages",
        "De schijf is vol, daarom kun je nu alleen lezen. Wat je eerder opsloeg is veilig en wat je typt blijft "
        "staan. Maak ruimte vrij en kies 'Opnieuw proberen'.",
    ),
    "file.unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Een stukje van het bestand was niet te lezen. Er is niets veranderd. Probeer het nog eens; lukt het weer "
        "niet, laat het bestand dan nakijken bij Beheer. Daar zie je ook wat er terug kan komen.",
    ),
}
