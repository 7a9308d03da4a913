"""What went wrong, what is safe, what to do: agenda, booking and the half-day."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "appointment.not_cancelled": QT_TRANSLATE_NOOP(
        "messages",
        "Deze afspraak is niet afgezegd. Er is niets veranderd; hij staat gewoon in de agenda.",
    ),
    "appointment.other_site": QT_TRANSLATE_NOOP(
        "messages",
        "Deze plek is op een andere locatie. Er is niets veranderd; zeg de afspraak af en boek op de andere locatie.",
    ),
    "appointment.requested_after_talk": QT_TRANSLATE_NOOP(
        "messages",
        "De dag van aanvragen ligt na het eerste gesprek. Er is niets veranderd; kijk de aanvraagdatum na.",
    ),
    "appointment.state_moved_on": QT_TRANSLATE_NOOP(
        "messages",
        "Iemand anders was je voor: deze afspraak staat nu anders. Er is niets veranderd; kijk hoe hij er nu "
        "voor staat.",
    ),
    "booking.doctor_elsewhere": QT_TRANSLATE_NOOP(
        "messages",
        "Deze huisarts werkt niet (meer) op deze locatie. Er is nog niets geboekt; kies een andere huisarts, of geen.",
    ),
    "booking.person_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies eerst een jeugdige of vul een nieuwe in. Wat je typte staat er nog.",
    ),
    "booking.reason_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Deze reden staat niet in de lijst. Er is niets geboekt; kies een andere.",
    ),
    "booking.reasons_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies minstens één reden. Er is nog niets geboekt.",
    ),
    "booking.slot_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies eerst een plek, of de wachtlijst. Wat je invulde staat er nog.",
    ),
    "card.cancelled": QT_TRANSLATE_NOOP(
        "messages",
        "Deze afspraak is afgezegd, dus er is geen kaartje. Er is niets geprint.",
    ),
    "card.nobody_sits": QT_TRANSLATE_NOOP(
        "messages",
        "Op dit moment is er geen spreekuur meer, dus er is geen kaartje. Er is niets geprint; kies eerst een"
        " andere plek.",
    ),
    "card.no_slot": QT_TRANSLATE_NOOP(
        "messages",
        "Deze afspraak heeft geen vaste tijd en dus geen kaartje. Er is niets geprint.",
    ),
    "schedule.day_full": QT_TRANSLATE_NOOP(
        "messages",
        "Op {day} zou deze jeugdwerker langer dan {hours} uur spreekuur houden. Er is niets gepland; kies een andere "
        "weekdag of minder plekken.",
    ),
    "schedule.interval.wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Een reeks herhaalt elke week of om de zoveel weken. Er is niets gepland; kies 1 of meer.",
    ),
    "schedule.no_series": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel hoort niet bij een reeks. Er is niets gewijzigd; wijzig alleen dit dagdeel.",
    ),
    "schedule.nothing_left": QT_TRANSLATE_NOOP(
        "messages",
        "Er blijft geen dag over om te plannen. Er is niets gepland; kies een andere periode of weekdag.",
    ),
    "schedule.order": QT_TRANSLATE_NOOP(
        "messages",
        "De laatste dag ligt voor de eerste. Er is niets gepland; kijk de datums na.",
    ),
    "schedule.over": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel is al begonnen, afgesloten of afgezegd. Er is niets gewijzigd; wijzig een later dagdeel.",
    ),
    "schedule.past": QT_TRANSLATE_NOOP(
        "messages",
        "Die dag is al voorbij. Er is niets gewijzigd; kies vandaag of later.",
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
    "schedule.rule.wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Zo vaak kan een reeks niet terugkomen. Er is niets gepland; kies elke week, om de zoveel weken of een dag in "
        "de maand.",
    ),
    "schedule.series_booked": QT_TRANSLATE_NOOP(
        "messages",
        "In deze reeks is al geboekt ({count}). De reeks blijft staan; zeg de dagdelen af die niet doorgaan.",
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
    "schedule.too_many": QT_TRANSLATE_NOOP(
        "messages",
        "Dit zijn meer dan {limit} dagdelen in één keer. Er is niets gepland; kies een kortere periode.",
    ),
    "schedule.worker_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies eerst een jeugdwerker. Er is niets gepland.",
    ),
    "site.name_missing": QT_TRANSLATE_NOOP(
        "messages",
        "De plek heeft nog geen naam. Vul de naam in; wat je verder typte staat er nog.",
    ),
    "site.worker_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Deze jeugdwerker doet niet (meer) mee. Er is niets bewaard; kies iemand anders, of niemand.",
    ),
    "slot.for_walk_in": QT_TRANSLATE_NOOP(
        "messages",
        "Deze plek blijft vrij voor inloop. Er is niets geboekt of verplaatst; kies een gewone plek. Staat er nu iemand"
        " aan de balie? Kies Inloop. Kan het niet wachten? Kies Spoed.",
    ),
    "slot.held": QT_TRANSLATE_NOOP(
        "messages",
        "Deze plek wordt vastgehouden door {by} tot {until}, voor een familie op de wachtlijst. Er is niets geboekt of"
        " verplaatst; kies een andere plek, of overleg even.",
    ),
    "slot.held_elsewhere": QT_TRANSLATE_NOOP(
        "messages",
        "Deze plek wordt op een andere computer vastgehouden tot {until}, voor een familie op de wachtlijst. Er is"
        " niets geboekt of verplaatst; kies een andere plek, of overleg even.",
    ),
    "slot.too_short": QT_TRANSLATE_NOOP(
        "messages",
        "Deze plek duurt {minutes} minuten en het gesprek {needed}. Er is niets geboekt of verplaatst; kies een langere"
        " plek.",
    ),
    "waiting.booked": QT_TRANSLATE_NOOP(
        "messages",
        "Deze familie heeft al een afspraak. Er is niets veranderd; zeg die eerst af.",
    ),
    "waiting.priority_why": QT_TRANSLATE_NOOP(
        "messages",
        "Schrijf waarom deze familie voorgaat. Er is nog niets veranderd; wat je koos staat er nog.",
    ),
    "waiting.ended": QT_TRANSLATE_NOOP(
        "messages",
        "Deze familie staat niet meer op de wachtlijst. Er is niets veranderd.",
    ),
}
