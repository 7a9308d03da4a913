"""What went wrong, what is safe, what to do: closed days, and calendars that come and go as a file."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "calendar.broken": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is geen agendabestand (iCalendar), of het is beschadigd. Er is niets overgenomen; haal het opnieuw op.",
    ),
    "calendar.too_large": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is groter dan {limit} MB. Er is niets overgenomen; kies een agenda met alleen de sluitingen.",
    ),
    "calendar.too_many": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand heeft meer dan {limit} sluitingen. Er is niets overgenomen; kies een agenda met alleen de "
        "sluitingen.",
    ),
    "calendar.unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is niet te lezen. Er is niets overgenomen; kijk of het er nog staat en of je het mag openen.",
    ),
    "card.language": QT_TRANSLATE_NOOP(
        "messages",
        "Het kaartje is er niet in deze taal. Er is niets geprint; kies een andere taal.",
    ),
    "closure.order": QT_TRANSLATE_NOOP(
        "messages",
        "De laatste dag ligt voor de eerste. Er is niets gesloten; kijk de dagen na.",
    ),
    "closure.reason_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Zeg waarom de plek dicht is, bijvoorbeeld Kerstvakantie. Er is nog niets gesloten.",
    ),
    "closure.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is langer dan {limit} dagen. Er is niets gesloten; kijk het jaar na, of voer het in delen in.",
    ),
    "feed.gone": QT_TRANSLATE_NOOP(
        "messages",
        "De map voor de agendabestanden is er niet. In GPConnect klopt alles; sluit de schijf aan of kies een "
        "andere map bij Beheer.",
    ),
    "feed.same_folder": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is de map van GPConnect zelf, die kan een ander programma niet lezen. Er is niets veranderd; kies een "
        "andere map.",
    ),
    "slot.shut": QT_TRANSLATE_NOOP(
        "messages",
        "Op deze dag is de locatie gesloten ({why}). Er is niets geboekt of verzet; kies een andere dag.",
    ),
}
