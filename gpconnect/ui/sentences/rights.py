"""What went wrong, what is safe, what to do: rights."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "meldcode.step": QT_TRANSLATE_NOOP(
        "messages", "Kies welke stap van de meldcode dit is. Wat je schreef staat er nog."
    ),
    "meldcode.day": QT_TRANSLATE_NOOP(
        "messages", "Een stap die nog komt, leg je vast als hij gezet is. Kies vandaag of een eerdere dag."
    ),
    "meldcode.words": QT_TRANSLATE_NOOP(
        "messages", "Er staat nog niet wat er is gedaan. Schrijf in een paar zinnen op wat je zag, hoorde of besprak."
    ),
    "meldcode.consulted": QT_TRANSLATE_NOOP("messages", "Kies met wie je hebt overlegd. Wat je schreef staat er nog."),
    "meldcode.weighing": QT_TRANSLATE_NOOP(
        "messages", "Beantwoord alle vijf de vragen van het afwegingskader; 'niet te zeggen' is ook een antwoord."
    ),
    "meldcode.decision": QT_TRANSLATE_NOOP("messages", "Kies wat je hebt besloten. Wat je schreef staat er nog."),
    "meldcode.reported_on": QT_TRANSLATE_NOOP(
        "messages",
        "De dag van melden hoort bij het besluit om te melden, en ligt niet in de toekomst. Kijk beide na; wat je "
        "schreef staat er nog.",
    ),
    "meldcode.corrected": QT_TRANSLATE_NOOP(
        "messages",
        "Deze stap is al verbeterd, misschien door een collega. Er is niets kwijt: open de meldcode opnieuw en "
        "verbeter de nieuwste.",
    ),
    "export.damaged": QT_TRANSLATE_NOOP(
        "messages",
        "De export is niet heel: er ontbreekt iets of er is iets veranderd. Er is niets uitgepakt en in de dossiers is "
        "niets veranderd. Maak of vraag een nieuwe export.",
    ),
    "export.folder_not_empty": QT_TRANSLATE_NOOP(
        "messages",
        "In deze map staat al iets. Er is niets uitgepakt of overschreven. Kies een nieuwe of lege map.",
    ),
    "export.not_ours": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is geen export van GPConnect. Er is niets uitgepakt. Kies het bestand dat op .export eindigt.",
    ),
    "export.nothing": QT_TRANSLATE_NOOP(
        "messages",
        "Er zijn geen dossiers om over te dragen. Er is geen bestand gemaakt.",
    ),
    "retention.not_longer": QT_TRANSLATE_NOOP(
        "messages",
        "Die dag ligt niet na de bewaartermijn van nu. Er is niets veranderd. Kies een latere dag.",
    ),
    "rights.correction_empty": QT_TRANSLATE_NOOP(
        "messages",
        "Er staat nog niet hoe het wel is. Er is niets veranderd. Schrijf de verbetering op.",
    ),
    "rights.day_future": QT_TRANSLATE_NOOP(
        "messages",
        "Die dag moet nog komen. Wat je schreef staat er nog. Kies vandaag of een eerdere dag.",
    ),
    "rights.format": QT_TRANSLATE_NOOP(
        "messages",
        "Een afschrift kan als .pdf of als .json. Er is niets gemaakt. Kies een naam die daarop eindigt.",
    ),
    "rights.no_passage": QT_TRANSLATE_NOOP(
        "messages",
        "Dat deel staat niet in deze notitie. Er is niets veranderd. Kies een ander deel.",
    ),
    "rights.not_entitled": QT_TRANSLATE_NOOP(
        "messages",
        "Deze persoon mag vandaag geen afschrift krijgen. Er is niets gemaakt. Lees bij Inzage wat de wet zegt en wat "
        "er nodig is.",
    ),
    "rights.not_from_youth": QT_TRANSLATE_NOOP(
        "messages",
        "Op die grond houd je niets achter voor de jeugdige zelf, alleen voor ouders en andere vertegenwoordigers "
        "(Jeugdwet 7.3.15 lid 4). Er is niets veranderd. Kies privacy van een ander, of iemand anders.",
    ),
    "rights.not_saved": QT_TRANSLATE_NOOP(
        "messages",
        "Het afschrift kon daar niet worden bewaard. Het dossier is niet veranderd. Kies een andere plek.",
    ),
    "rights.nothing_chosen": QT_TRANSLATE_NOOP(
        "messages",
        "Er is nog niet gekozen waar het om gaat. Er is niets veranderd. Kies eerst een onderdeel.",
    ),
    "rights.statement_empty": QT_TRANSLATE_NOOP(
        "messages",
        "De verklaring is nog leeg. Er is niets veranderd. Neem over wat het gezin wil verklaren.",
    ),
    "rights.until_past": QT_TRANSLATE_NOOP(
        "messages",
        "Die dag is al voorbij. Er is niets veranderd. Kies een latere dag, of laat hem leeg.",
    ),
}
