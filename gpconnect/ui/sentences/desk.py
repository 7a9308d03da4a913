"""What went wrong, what is safe, what to do: agenda, booking and the half-day."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "appointment.requested_after_talk": QT_TRANSLATE_NOOP(
        "messages",
        "De dag van aanvragen ligt na het eerste gesprek. Er is niets veranderd; kijk de aanvraagdatum na.",
    ),
    "schedule.interval.wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Een reeks herhaalt elke week of om de zoveel weken. Er is niets gepland; kies 1 of meer.",
    ),
    "schedule.past_midnight": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel loopt door na middernacht. Er is niets gepland; begin eerder.",
    ),
    "schedule.pattern.empty": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel heeft nog geen plekken. Er is niets gepland; voeg een plek van 20 of 45 minuten toe.",
    ),
    "schedule.pattern.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Samen duren de plekken {minutes} minuten; een dagdeel heeft er {limit}. Er is niets gepland; haal "
        "een plek weg.",
    ),
    "schedule.pattern.wrong": QT_TRANSLATE_NOOP(
        "messages",
        "“{entry}” is geen plek. Er is niets gepland; gebruik 20 of 45, met een w erachter voor inloop.",
    ),
    "schedule.session.backwards": QT_TRANSLATE_NOOP(
        "messages",
        "Het einde ligt voor het begin. Er is niets gepland; kijk de tijden na.",
    ),
    "schedule.session.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel duurt {minutes} minuten; een dagdeel is hooguit {limit} minuten. Er is niets gepland; "
        "maak het korter of plan er twee.",
    ),
    "schedule.slots_past_end": QT_TRANSLATE_NOOP(
        "messages",
        "De plekken lopen {minutes} minuten door na het einde. Er is niets gepland; haal een plek weg of eindig later.",
    ),
    "site.name_missing": QT_TRANSLATE_NOOP(
        "messages",
        "De plek heeft nog geen naam. Vul de naam in; wat je verder typte staat er nog.",
    ),
}
