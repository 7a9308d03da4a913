"""What went wrong, what is safe, what to do: inviting, coming in, putting out, and the recovery key of a space."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "code.length": QT_TRANSLATE_NOOP(
        "messages",
        "Een code heeft {wanted} tekens; je typte er {typed}. Er is niets verstuurd. Kijk of je een groep oversloeg of "
        "dubbel typte.",
    ),
    "code.typo": QT_TRANSLATE_NOOP(
        "messages",
        "In groep {group} staat een teken dat niet in een code voorkomt. Er is niets verstuurd. Kijk die groep nog "
        "eens na.",
    ),
    "space.founded": QT_TRANSLATE_NOOP(
        "messages", "Deze ruimte is er al. Er is niets veranderd; nodig er mensen voor uit."
    ),
    "invitation.nowhere": QT_TRANSLATE_NOOP("messages", "Kies waar deze persoon bij mag. Er is nog geen code gemaakt."),
    "invitation.site_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Zeg bij welke praktijk deze persoon werkt. Staat de praktijk er nog niet bij, laat de coördinator hem dan "
        "eerst toevoegen. Er is nog geen code gemaakt.",
    ),
    "invitation.name_missing": QT_TRANSLATE_NOOP(
        "messages", "Vul een naam in. Zo weten collega's later wie dit is; er is nog niets gemaakt."
    ),
    "invitation.too_many": QT_TRANSLATE_NOOP(
        "messages",
        "Er staan al {most} codes open. Er is geen nieuwe gemaakt. Trek eerst codes in die niemand meer gebruikt.",
    ),
    "invitation.not_yet": QT_TRANSLATE_NOOP(
        "messages", "Er valt nog niets te vergelijken. Er is niemand toegelaten; wacht tot de cijfers verschijnen."
    ),
    "invitation.no_hub": QT_TRANSLATE_NOOP(
        "messages",
        "Er is nog geen server, dus het blad zou geen adres noemen. De code blijft geldig. Stel eerst de server in en "
        "print dan.",
    ),
    "invitation.spent": QT_TRANSLATE_NOOP(
        "messages", "Deze code is al gebruikt of verlopen. Er is niets geprint. Maak een nieuwe code."
    ),
    "invitation.expired": QT_TRANSLATE_NOOP(
        "messages", "De code is ouder dan een dag en werkt niet meer. Er is niemand toegelaten. Maak een nieuwe code."
    ),
    "invitation.differs": QT_TRANSLATE_NOOP(
        "messages",
        "De cijfers waren niet gelijk. Er is niemand toegelaten en de code werkt niet meer. Maak een nieuwe, en geef "
        "die liefst zelf in handen.",
    ),
    "invitation.cancelled": QT_TRANSLATE_NOOP(
        "messages", "Je trok deze code in. Er is niemand toegelaten. Maak een nieuwe als het toch nodig is."
    ),
    "invitation.disturbed": QT_TRANSLATE_NOOP(
        "messages",
        "Er kwam een antwoord dat niet met deze code gemaakt is. Er is niemand toegelaten. Maak een nieuwe code, en "
        "meld het de beheerder van de server als het weer gebeurt.",
    ),
    "invitation.other_person": QT_TRANSLATE_NOOP(
        "messages",
        "De code is gebruikt met het profiel van iemand anders dan je uitnodigde. Er is niemand toegelaten. Werkt die "
        "persoon al mee? Kies dan de naam uit de lijst bij het uitnodigen.",
    ),
    "join.hub_missing": QT_TRANSLATE_NOOP(
        "messages", "Vul ook het adres van de server in; het staat bij de code. Er is nog niets verstuurd."
    ),
    "join.other_hub": QT_TRANSLATE_NOOP(
        "messages",
        "Dit profiel hoort bij een andere server. Er is niets veranderd. Gebruik de code op de computer waar hij voor "
        "bedoeld is, of maak een nieuw profiel.",
    ),
    "join.under_way": QT_TRANSLATE_NOOP(
        "messages", "Je wordt net met een andere code toegelaten. Wacht tot dat klaar is en typ dan deze code."
    ),
    "join.not_yet": QT_TRANSLATE_NOOP(
        "messages", "Zo ver is het nog niet. Alles wat er was is bewaard; wacht tot het scherm verdergaat."
    ),
    "join.other_root": QT_TRANSLATE_NOOP(
        "messages",
        "Dit profiel kent deze ruimte van een andere oprichter. Er is niets overgenomen. Bel wie je de code gaf en ga "
        "niet verder.",
    ),
    "join.withdrawn": QT_TRANSLATE_NOOP(
        "messages", "Deze code is ingetrokken. Je profiel is bewaard; vraag om een nieuwe code."
    ),
    "join.expired": QT_TRANSLATE_NOOP(
        "messages", "Deze code was een dag geldig en is verlopen. Je profiel is bewaard; vraag om een nieuwe code."
    ),
    "join.ended": QT_TRANSLATE_NOOP(
        "messages",
        "De ander brak het af: de cijfers leken niet gelijk, of er kwam iets tussen. Er is niets gedeeld. Vraag om een "
        "nieuwe code.",
    ),
    "join.other_person": QT_TRANSLATE_NOOP(
        "messages",
        "Deze code is voor iemand anders of voor een andere rol dan dit profiel. Er is niets gedeeld. Vraag om een "
        "code op jouw naam.",
    ),
    "join.differs": QT_TRANSLATE_NOOP(
        "messages",
        "Je zei dat de cijfers niet gelijk zijn. Er is niets gedeeld en deze code werkt niet meer. Vraag om een "
        "nieuwe, en laat hem liefst op papier geven.",
    ),
    "join.taken": QT_TRANSLATE_NOOP(
        "messages",
        "Met deze code is al een ander apparaat bezig. Er is niets gedeeld. Was jij dat niet? Bel dan wie je de code "
        "gaf, en vraag om een nieuwe.",
    ),
    "join.disturbed": QT_TRANSLATE_NOOP(
        "messages",
        "Onderweg is iets veranderd, of iemand anders gebruikte deze code. Er is niets gedeeld. Vraag om een nieuwe "
        "code.",
    ),
    "join.other_hub_key": QT_TRANSLATE_NOOP(
        "messages",
        "Deze server is niet dezelfde als die van wie je uitnodigt. Er is niets gedeeld. Controleer het adres; klopt "
        "dat, bel dan de beheerder van de server.",
    ),
    "remove.own_device": QT_TRANSLATE_NOOP(
        "messages",
        "Je kunt je eigen apparaat er niet uithalen. Er is niets veranderd. Laat een andere beheerder dat doen, zodat "
        "er altijd iemand overblijft die kan toelaten.",
    ),
    "recovery.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "De server kent geen ruimte bij deze code. Er is niets veranderd. Is er later een nieuw blad gemaakt? Dan "
        "werkt alleen dat nog. Is dit blad net gemaakt? Zoek dan opnieuw zodra er op die computer ‘herstelblad ligt "
        "klaar’ staat.",
    ),
    "recovery.refused": QT_TRANSLATE_NOOP(
        "messages",
        "De server nam het herstel niet aan ({reason}); er veranderde net iets in de ruimte. Er is niets kwijt. Zoek "
        "opnieuw en probeer het nog een keer.",
    ),
    "recovery.other_person": QT_TRANSLATE_NOOP(
        "messages",
        "Dit blad hoort bij een andere pilot, of je koos een ander dan van wie dit bestand is. Er is niets veranderd. "
        "Kies jezelf, of gebruik dit blad met een nieuw profiel.",
    ),
    "recovery.who": QT_TRANSLATE_NOOP("messages", "Kies eerst wie je bent in deze ruimte. Er is nog niets veranderd."),
}
