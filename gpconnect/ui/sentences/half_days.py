"""What went wrong, what is safe, what to do: one half-day, planned, called off or taken over."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "half_day.note_names": QT_TRANSLATE_NOOP(
        "messages",
        "In deze notitie staat de naam van een jeugdige die die dag komt. Er is nog niets bewaard, want iedereen die de"
        " dag opent leest dit, ook op papier. Haal de naam weg; wat bij één jeugdige hoort staat bij de afspraak zelf.",
    ),
    "half_day.reason_names": QT_TRANSLATE_NOOP(
        "messages",
        "In deze reden staat de naam van een jeugdige die die dag komt. Er is nog niets afgezegd, want iedereen die de"
        " dag opent leest dit. Haal de naam weg en zeg het dagdeel dan af.",
    ),
    "absence.deputy_elsewhere": QT_TRANSLATE_NOOP(
        "messages",
        "Wie overneemt, werkt niet op {site}. Er is niets vastgelegd; kies iemand anders, of niemand.",
    ),
    "absence.deputy_self": QT_TRANSLATE_NOOP(
        "messages",
        "Niemand vervangt zichzelf. Er is niets vastgelegd; kies iemand anders, of niemand.",
    ),
    "absence.order": QT_TRANSLATE_NOOP(
        "messages",
        "De laatste dag ligt voor de eerste. Er is niets vastgelegd; kijk de dagen na.",
    ),
    "absence.over": QT_TRANSLATE_NOOP(
        "messages",
        "Deze dagen zijn voorbij. Er is niets veranderd: wie er toen zat, blijft staan. "
        "Kies een laatste dag vanaf vandaag.",
    ),
    "absence.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is langer dan {limit} dagen. Er is niets vastgelegd; kijk het jaar na, of leg het in delen vast.",
    ),
    "absence.worker_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies wie er niet is: een jeugdwerker van een van deze locaties. Er is niets vastgelegd.",
    ),
    "half_day.called_off": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel gaat niet door. Er is niets veranderd; laat het eerst weer doorgaan.",
    ),
    "half_day.closed": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel is al afgesloten. Er is niets veranderd; heropen het eerst op Vandaag.",
    ),
    "half_day.day_full": QT_TRANSLATE_NOOP(
        "messages",
        "Samen is dit meer dan {hours} uur op één dag. Er is niets veranderd; kies een andere dag of minder plekken.",
    ),
    "half_day.not_begun": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel begint pas op {day} om {start}. Het blijft open; sluit het af als het voorbij is.",
    ),
    "half_day.not_called_off": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel gaat gewoon door. Er is niets veranderd; iemand anders was je misschien voor.",
    ),
    "half_day.past": QT_TRANSLATE_NOOP(
        "messages",
        "Deze dag is voorbij. Er is niets gepland; kies vandaag of een latere dag.",
    ),
    "half_day.room_busy": QT_TRANSLATE_NOOP(
        "messages",
        "In deze kamer is dan al spreekuur, van {start} tot {end}. Er is niets veranderd; kies een andere.",
    ),
    "half_day.shut": QT_TRANSLATE_NOOP(
        "messages",
        "De locatie is dan dicht: {why}. Er is niets gepland; kies een andere dag, of plan het toch.",
    ),
    "half_day.somebody_there": QT_TRANSLATE_NOOP(
        "messages",
        "Er is al iemand binnen, van {times}. Het dagdeel blijft staan; geef eerst dat bezoek een uitkomst.",
    ),
    "half_day.unfinished": QT_TRANSLATE_NOOP(
        "messages",
        "Nog zonder uitkomst: {times}. Het dagdeel blijft open; geef eerst deze afspraken een uitkomst.",
    ),
    "half_day.worker_busy": QT_TRANSLATE_NOOP(
        "messages",
        "Deze jeugdwerker zit dan al ergens, van {start} tot {end}. Er is niets veranderd; kies een andere tijd.",
    ),
}
