"""What went wrong, what is safe, what to do: dossiers, notes, consent and forms."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "answer.date": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is geen datum. Typ dag, maand en jaar.",
    ),
    "answer.kind": QT_TRANSLATE_NOOP(
        "messages",
        "Dit past niet bij deze vraag. Kies of typ het opnieuw.",
    ),
    "answer.option": QT_TRANSLATE_NOOP(
        "messages",
        "Dit antwoord staat niet in de lijst. Kies er een uit de lijst.",
    ),
    "answer.range": QT_TRANSLATE_NOOP(
        "messages",
        "Kies een getal van {minimum} tot en met {maximum}.",
    ),
    "answer.required": QT_TRANSLATE_NOOP(
        "messages",
        "Vul dit nog in.",
    ),
    "answer.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is te lang: {length} tekens, er passen er {limit}.",
    ),
    "consent.day_before_birth": QT_TRANSLATE_NOOP(
        "messages",
        "Deze dag ligt voor de geboorte. Er is niets vastgelegd; kijk de datum na.",
    ),
    "bsn.not_checked": QT_TRANSLATE_NOOP(
        "messages",
        "Het burgerservicenummer is niet nagekeken en gaat niet mee. Er is niets bewaard; kijk het na in het dossier, "
        "of bewaar het bericht zonder nummer.",
    ),
    "consent.ends_before": QT_TRANSLATE_NOOP(
        "messages",
        "De laatste dag ligt voor vandaag. Er is niets vastgelegd; kies een latere dag, of laat hem leeg.",
    ),
    "consent.day_future": QT_TRANSLATE_NOOP(
        "messages",
        "Deze dag moet nog komen. Er is niets vastgelegd; kies vandaag of eerder.",
    ),
    "dossier.not_shared": QT_TRANSLATE_NOOP(
        "messages",
        "De familie is nog niet gevraagd of jij dit mag weten. Vraag het, en laat het bij de afspraak "
        "vastleggen; daarna opent het dossier vanzelf.",
    ),
    "double.coming": QT_TRANSLATE_NOOP(
        "messages",
        "In het andere dossier staan nog afspraken ({count}). Er is niets veranderd; zeg ze daar af en plan ze hier, "
        "of ga verder in het andere dossier.",
    ),
    "double.handover": QT_TRANSLATE_NOOP(
        "messages",
        "In het andere dossier loopt nog een overdracht. Er is niets veranderd; rond die eerst af, of ga verder in het "
        "andere dossier.",
    ),
    "double.meldcode": QT_TRANSLATE_NOOP(
        "messages",
        "In het vertrouwelijke deel van het andere dossier is nog een volgende stap nodig. Er is niets veranderd; rond "
        "die daar eerst af, of ga verder in het andere dossier.",
    ),
    "double.off_list": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dossier is zelf van de lijst gehaald. Er is niets veranderd; ga verder in het andere dossier.",
    ),
    "double.waiting": QT_TRANSLATE_NOOP(
        "messages",
        "In het andere dossier staat het gezin nog op de wachtlijst. Er is niets veranderd; haal het daar eerst van de "
        "wachtlijst en zet het hier erop, of ga verder in het andere dossier.",
    ),
    "episode.aftercare_done": QT_TRANSLATE_NOOP(
        "messages",
        "De nazorg van dit traject is al gedaan, dus het blijft afgesloten. Begin een nieuw traject als het "
        "gezin weer hulp vraagt.",
    ),
    "episode.closing_told": QT_TRANSLATE_NOOP(
        "messages",
        "De huisarts weet al dat dit traject is afgesloten, dus het blijft afgesloten. Begin een nieuw "
        "traject als het gezin weer hulp vraagt.",
    ),
    "episode.ended": QT_TRANSLATE_NOOP(
        "messages",
        "Dit traject is al afgesloten. Er is niets veranderd; in het dossier zie je wanneer en waarom.",
    ),
    "episode.handed_over": QT_TRANSLATE_NOOP(
        "messages",
        "De ontvanger heeft de overdracht al bevestigd, dus dit traject blijft afgesloten. Begin een nieuw "
        "traject als het gezin weer hulp vraagt.",
    ),
    "episode.other_open": QT_TRANSLATE_NOOP(
        "messages",
        "Er loopt al een ander traject voor deze jeugdige, dus dit blijft afgesloten. Schrijf verder in het "
        "traject dat loopt.",
    ),
    "episode.still_open": QT_TRANSLATE_NOOP(
        "messages",
        "Dit traject loopt nog, dus nazorg kan nog niet. Sluit eerst het traject af.",
    ),
    "feedback.acknowledged": QT_TRANSLATE_NOOP(
        "messages",
        "De praktijk heeft de terugkoppeling al gezien. Er is niets veranderd; vul zo nodig aan met een "
        "nieuwe terugkoppeling.",
    ),
    "feedback.already_sent": QT_TRANSLATE_NOOP(
        "messages",
        "Deze terugkoppeling is al verstuurd. Er is niets nog eens gestuurd.",
    ),
    "feedback.consent_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Er is nog geen toestemming om dit met de praktijk te delen. Er is niets verstuurd; leg toestemming "
        "vast of kies Later.",
    ),
    "feedback.day_past": QT_TRANSLATE_NOOP(
        "messages",
        "Die dag is al voorbij. De dag is niet veranderd; kies vandaag of later.",
    ),
    "feedback.why": QT_TRANSLATE_NOOP(
        "messages",
        "Kies waarom de praktijk dit niet hoort. Er is niets veranderd.",
    ),
    "feedback.who_said": QT_TRANSLATE_NOOP(
        "messages",
        "Het is nog niet duidelijk wie niet wil dat de praktijk dit hoort. Er is niets veranderd; leg het eerst in het "
        "dossier vast bij Toestemming, dan wordt het ook niet meer gevraagd.",
    ),
    "feedback.empty": QT_TRANSLATE_NOOP(
        "messages",
        "Er staat nog niets in de terugkoppeling. Er is niets verstuurd; vul ten minste één regel in.",
    ),
    "feedback.not_sent": QT_TRANSLATE_NOOP(
        "messages",
        "Deze terugkoppeling is nog niet verstuurd. Er is niets veranderd.",
    ),
    "form.missing": QT_TRANSLATE_NOOP(
        "messages",
        "Formulier {form} hoort niet bij deze versie. De antwoorden zijn veilig; werk het programma bij.",
    ),
    "form.unknown_key": QT_TRANSLATE_NOOP(
        "messages",
        "Formulier {file} heeft een onbekend veld: {field}. Je gegevens zijn veilig; installeer het programma"
        " opnieuw of meld dit bij beheer.",
    ),
    "form.wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Formulier {file} klopt niet bij {field}: {detail}. Je gegevens zijn veilig; installeer het programma"
        " opnieuw of meld dit bij beheer.",
    ),
    "goal.levels": QT_TRANSLATE_NOOP(
        "messages",
        "Beschrijf alle {number} scores of geen enkele. Wat je typte staat er nog.",
    ),
    "goal.no_episode": QT_TRANSLATE_NOOP(
        "messages",
        "Er loopt nog geen hulp waar dit doel bij hoort. Wat je typte staat er nog; open eerst een gesprek "
        "vanuit de agenda.",
    ),
    "goal.score": QT_TRANSLATE_NOOP(
        "messages",
        "Een doel krijgt een score van {lowest} tot en met {highest}. De vorige score staat er nog.",
    ),
    "goal.words_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Schrijf het doel op in de woorden van het gezin. Er is nog niets bewaard.",
    ),
    "note.addendum_empty": QT_TRANSLATE_NOOP(
        "messages",
        "Schrijf eerst wat je wilt toevoegen. De notitie is niet veranderd.",
    ),
    "note.draft_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Dit concept is al ondertekend of weggegooid. Er is niets veranderd; kijk bij de notities van deze jeugdige.",
    ),
    "snippet.keyword": QT_TRANSLATE_NOOP(
        "messages",
        "Een teken is een punt met letters en cijfers, zonder spatie. Er is niets veranderd; kies bijvoorbeeld .eer.",
    ),
    "snippet.empty": QT_TRANSLATE_NOOP(
        "messages",
        "Schrijf eerst de zin die het teken wordt. Er is niets veranderd.",
    ),
    "help.withdrawn": QT_TRANSLATE_NOOP(
        "messages",
        "De toestemming voor hulp is ingetrokken of geweigerd (Jeugdwet 7.3.4). De notitie is bewaard en er is nog "
        "niets afgerond. Kies een uitkomst waarbij de hulp stopt, zonder volgend gesprek, of vraag het opnieuw.",
    ),
    "outcome.missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies eerst waar dit gesprek toe leidde. Er is nog niets vastgelegd.",
    ),
    "person.birth_date.future": QT_TRANSLATE_NOOP(
        "messages",
        "Deze geboortedatum ligt in de toekomst. Er is niets opgeslagen; kijk de datum na.",
    ),
    "person.birth_date.missing": QT_TRANSLATE_NOOP(
        "messages",
        "Vul de geboortedatum in, bijvoorbeeld 13-2-2013. Wat je typte staat er nog.",
    ),
    "person.birth_date.outside_pilot": QT_TRANSLATE_NOOP(
        "messages",
        "Het spreekuur is voor 0 tot en met 23 jaar. Je kunt gewoon doorgaan; kijk nog even of de datum klopt.",
    ),
    "person.birth_date.too_long_ago": QT_TRANSLATE_NOOP(
        "messages",
        "Deze geboortedatum ligt meer dan {limit} jaar terug. Er is niets opgeslagen; kijk het jaartal na.",
    ),
    "person.birth_date.unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "“{typed}” is geen datum. Typ dag, maand en jaar, bijvoorbeeld 13-2-2013. De rest staat er nog.",
    ),
    "person.bsn.invalid": QT_TRANSLATE_NOOP(
        "messages",
        "Dit burgerservicenummer klopt niet. De rest is bewaard; typ het over van een identiteitsbewijs of "
        "laat het leeg.",
    ),
    "lead.kept_from": QT_TRANSLATE_NOOP(
        "messages",
        "Deze collega mag dit dossier niet lezen. Er is niets overgedragen; kies iemand anders, of laat eerst toe dat "
        "deze collega meeleest.",
    ),
    "lead.reason_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Schrijf kort op waarom. Er is nog niets overgedragen.",
    ),
    "person.bsn.contradicts": QT_TRANSLATE_NOOP(
        "messages",
        "Er staat een nummer, en ook dat het er niet is. Haal een van de twee weg; er is nog niets bewaard.",
    ),
    "person.bsn.day_future": QT_TRANSLATE_NOOP(
        "messages",
        "Deze dag moet nog komen, dus toen kan het nummer niet zijn gecontroleerd. Er is nog niets bewaard.",
    ),
    "person.bsn.how_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies waarmee het nummer is gecontroleerd. Er is nog niets bewaard.",
    ),
    "person.bsn.missing": QT_TRANSLATE_NOOP(
        "messages",
        "Er staat geen nummer om iets van te zeggen. Vul het in, of kies dat het er niet is.",
    ),
    "review.not_reached": QT_TRANSLATE_NOOP(
        "messages",
        "Deze verjaardag is nog niet geweest. Er is niets vastgelegd; kijk de geboortedatum na.",
    ),
    "review.words_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Schrijf in één zin op wat er is besproken. Er is nog niets vastgelegd.",
    ),
    "person.lead_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Er is altijd één casusregisseur. Er is niets veranderd; kies een collega.",
    ),
    "person.lead_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Een casusregisseur is een jeugdwerker die nu in dit team werkt. Er is niets veranderd; kies een collega.",
    ),
    "person.name_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Vul voornaam en achternaam in. Wat je typte staat er nog.",
    ),
    "person.phone.invalid": QT_TRANSLATE_NOOP(
        "messages",
        "“{typed}” lijkt geen telefoonnummer. De rest is bewaard; vul tien cijfers in, of + en het landnummer.",
    ),
    "person.postcode.invalid": QT_TRANSLATE_NOOP(
        "messages",
        "“{typed}” is geen postcode. Wat je typte staat er nog; vul vier cijfers en twee letters in.",
    ),
    "related.verified_future": QT_TRANSLATE_NOOP(
        "messages",
        "Het gezag kan niet later dan vandaag zijn nagekeken. Wat je typte staat er nog; kijk de datum na.",
    ),
    "related.verified_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Deze datum kan ik niet lezen. Wat je typte staat er nog; typ dag, maand en jaar.",
    ),
    "text.control_character": QT_TRANSLATE_NOOP(
        "messages",
        "In deze tekst staat een onzichtbaar stuurteken. Je tekst staat er nog; plak hem opnieuw als gewone tekst.",
    ),
    "text.reason_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Hier hoort een reden bij. Er is nog niets veranderd; schrijf in een paar woorden waarom.",
    ),
    "text.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is te lang: {length} tekens, er passen er {limit}. Je tekst staat er nog; maak hem korter.",
    ),
}
