"""What went wrong, what is safe, what to do: erasing."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "dossier.blocked": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dossier is geblokkeerd, omdat is gevraagd het te wissen. Er is nog niets weg. Wie het verzoek "
        "terugdraait, krijgt alles terug zoals het was.",
    ),
    "dossier.erased": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dossier is gewist op {on}, op verzoek of na de bewaartermijn. Wie er keek blijft te zien; de rest is weg.",
    ),
    "erasure.gone": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dossier is intussen gewist. Wat je hier schreef is daarom niet bewaard; de rest van je werk is veilig. "
        "Sluit dit scherm.",
    ),
    "erasure.not_entitled": QT_TRANSLATE_NOOP(
        "messages",
        "Wie het vraagt mag dat voor dit dossier niet zelf: onder de 12 vraagt een ouder met gezag het, vanaf 12 de "
        "jeugdige. Er is niets geblokkeerd of gewist. Kies wie het vraagt, of vul eerst het gezag in.",
    ),
    "erasure.term_runs": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dossier moet nog bewaard blijven, tot {day}. Er is niets geblokkeerd of gewist. Vraagt de jeugdige of een "
        "ouder erom, kies dan een andere grond.",
    ),
    "erasure.already": QT_TRANSLATE_NOOP(
        "messages", "Voor dit dossier staat al een verzoek om het te wissen. Draai dat eerst terug als het anders moet."
    ),
    "erasure.part_gone": QT_TRANSLATE_NOOP(
        "messages", "Wat je koos is er niet meer, of staat al in een verzoek. Er is niets gewist. Kies opnieuw."
    ),
    "erasure.ground_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies waarom het mag blijven: de wet kent maar twee gronden. Er is nog niets geweigerd; het verzoek staat er "
        "nog.",
    ),
    "erasure.moved_on": QT_TRANSLATE_NOOP(
        "messages",
        "Een collega was eerder: dit verzoek is al afgehandeld. Kijk op het scherm hoe het er nu voor staat.",
    ),
    "erasure.not_received": QT_TRANSLATE_NOOP(
        "messages",
        "Je collega's weten nog niet van dit verzoek: het is nog niet verstuurd. Er is niets gewist. Maak verbinding; "
        "de zeven dagen tellen vanaf dat moment.",
    ),
    "erasure.days_left": QT_TRANSLATE_NOOP(
        "messages", "Vernietigen kan vanaf {day}. Tot dan kan iedereen in het team het verzoek nog terugdraaien."
    ),
    "erasure.second_person": QT_TRANSLATE_NOOP(
        "messages",
        "Dit zijn meer dan twintig stukken in een week. Vraag een collega om te vernietigen; zo gaat er nooit veel weg "
        "door één persoon. Er is niets gewist.",
    ),
    "erasure.clock_leapt": QT_TRANSLATE_NOOP(
        "messages",
        "De datum van deze computer staat ineens veel verder. Er is niets gewist. Zeg bovenaan het scherm of de datum "
        "klopt, en vernietig daarna.",
    ),
    "erasure.too_early": QT_TRANSLATE_NOOP(
        "messages",
        "Vernietigen vóór de zeven dagen om waren telt niet. Het dossier is er nog. Kijk of de klok van die computer "
        "goed staat.",
    ),
    "erasure.late": QT_TRANSLATE_NOOP(
        "messages",
        "Dit ging over een dossier dat op verzoek is vernietigd. Het is niet toegevoegd en niemand kan het lezen.",
    ),
    "erasure.other_history": QT_TRANSLATE_NOOP(
        "messages",
        "Een collega stuurde een dossier opnieuw, en daarin klopt iets niet met wat hier staat. Wat hier staat blijft "
        "gelden. Meld dit bij de beheerder.",
    ),
}
