"""What went wrong, what is safe, what to do: handover, evaluation, report and the rest."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "action.owner_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Er staat nog niet wie ervoor zorgt. Vul een naam of organisatie in; wat je schreef staat er nog.",
    ),
    "action.text_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Er staat nog niet wat er gaat gebeuren. Schrijf de actie in één zin op.",
    ),
    "benchmarks.wrong": QT_TRANSLATE_NOOP(
        "messages",
        "In {file} staat iets wat het programma niet kent: {detail}. Je gegevens zijn veilig. Herstel het "
        "bestand of installeer het programma opnieuw.",
    ),
    "chain.fork": QT_TRANSLATE_NOOP(
        "messages",
        "Twee bestanden sturen onder hetzelfde nummer: er is een kopie in gebruik. Niets is kwijt. Meld deze "
        "code aan de beheerder.",
    ),
    "chain.gap": QT_TRANSLATE_NOOP(
        "messages",
        "Er ontbreekt een zending van een apparaat. Wat binnenkwam is veilig. Meld deze code aan de beheerder.",
    ),
    "chain.link": QT_TRANSLATE_NOOP(
        "messages",
        "Een zending sluit niet aan op de vorige van hetzelfde apparaat. Niets is kwijt. Meld deze code aan "
        "de beheerder.",
    ),
    "chain.repeated": QT_TRANSLATE_NOOP(
        "messages",
        "Dezelfde zending kwam twee keer binnen. Ze telt één keer. Meld deze code als het vaker gebeurt.",
    ),
    "day.unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "'{typed}' is geen dag. Typ bijvoorbeeld 27-11 of 27-11-2026.",
    ),
    "directory.ages_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Deze leeftijden kloppen niet. Er is niets opgeslagen; vul twee getallen van 0 tot en met {limit} in,"
        " de laagste eerst.",
    ),
    "directory.day_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Deze datum kan ik niet lezen, of hij moet nog komen. Er is niets opgeslagen; typ dag, maand en jaar.",
    ),
    "directory.destination_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies nog wat voor hulp dit is. Er is niets opgeslagen.",
    ),
    "directory.file_no_table": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is geen tabel met een kolom Naam. Er is niets opgeslagen; bewaar eerst de sociale kaart als "
        "tabel, dan heb je een voorbeeld.",
    ),
    "directory.file_too_large": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is te groot voor een sociale kaart. Er is niets opgeslagen; kijk of je het goede bestand koos.",
    ),
    "directory.file_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is niet te lezen. Er is niets opgeslagen; kijk of het er nog staat en of je het mag openen.",
    ),
    "directory.mail_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Dit lijkt geen e-mailadres. Er is niets opgeslagen; kijk het na of laat het leeg.",
    ),
    "directory.name_missing": QT_TRANSLATE_NOOP(
        "messages",
        "De naam ontbreekt nog. Er is niets opgeslagen; vul in hoe deze hulp heet.",
    ),
    "directory.route_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies hoe een gezin hier binnenkomt. Er is niets opgeslagen.",
    ),
    "directory.row_twice": QT_TRANSLATE_NOOP(
        "messages",
        "Deze hulp staat hoger in het bestand al. De eerste regel telt; haal deze regel weg.",
    ),
    "directory.value_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "“{typed}” kennen we hier niet. Deze regel wordt niet overgenomen; gebruik de woorden uit de sociale kaart.",
    ),
    "directory.weeks_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "De wachttijd is een aantal weken. Er is niets opgeslagen; vul een getal van 0 tot en met {limit} in "
        "of laat het leeg.",
    ),
    "evaluation.answered": QT_TRANSLATE_NOOP(
        "messages",
        "Hierover heeft uw praktijk al geantwoord. Dat antwoord staat vast; er is niets dubbel bewaard.",
    ),
    "evaluation.code_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Bij de code {typed} hoort hier geen vragenlijst. Er is niets veranderd; kijk de code op het papier "
        "nog eens na.",
    ),
    "evaluation.empty": QT_TRANSLATE_NOOP(
        "messages",
        "Er is nog niets ingevuld. Beantwoord minstens één vraag; de rest mag leeg blijven.",
    ),
    "evaluation.not_due": QT_TRANSLATE_NOOP(
        "messages",
        "Deze vragenlijst wordt hier nu niet gevraagd. Er is niets veranderd; kijk op Evaluatie wie aan de beurt is.",
    ),
    "handover.absent_why_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Er was niemand van het gezin bij het driegesprek. Schrijf op waarom.",
    ),
    "handover.access_route_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Deze hulp kan pas beginnen met een brief van de huisarts, een besluit of een gecertificeerde "
        "instelling. Er is niets verstuurd; kies de toegang.",
    ),
    "handover.already_sent": QT_TRANSLATE_NOOP(
        "messages",
        "Deze overdracht is al verstuurd. Er is niets nog eens verstuurd; leg nieuwe afspraken vast bij het gesprek.",
    ),
    "handover.call_result_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Kies of er contact is gelegd.",
    ),
    "handover.confirmation_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Vul de naam in van wie bij de ontvanger bevestigt. Tot die tijd blijf jij verantwoordelijk.",
    ),
    "handover.consent_missing": QT_TRANSLATE_NOOP(
        "messages",
        "De toestemming voor deze ontvanger is nog niet compleet. Er is niets verstuurd; kijk wie je nog moet vragen.",
    ),
    "handover.consent_withdrawn": QT_TRANSLATE_NOOP(
        "messages",
        "De toestemming is ingetrokken. Er is niets verstuurd; bespreek het opnieuw met het gezin.",
    ),
    "handover.day_future": QT_TRANSLATE_NOOP(
        "messages",
        "Deze dag moet nog komen. Leg het eerste gesprek vast als het is geweest.",
    ),
    "handover.day_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Vul de dag in, bijvoorbeeld 3-12.",
    ),
    "handover.exists": QT_TRANSLATE_NOOP(
        "messages",
        "Er loopt al een overdracht aan {name} voor deze jeugdige. Open die overdracht, of stop haar eerst.",
    ),
    "handover.ground_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Er staat nog niet waarom je dit mag delen. Er is niets verstuurd; leg toestemming vast of kies een "
        "wettelijke grond.",
    ),
    "handover.ground_reason_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Bij deze grond hoort een reden. Er is niets verstuurd; schrijf op waarom je deelt zonder toestemming.",
    ),
    "handover.incomplete": QT_TRANSLATE_NOOP(
        "messages",
        "Er is niets ingevuld om vast te leggen.",
    ),
    "handover.missing": QT_TRANSLATE_NOOP(
        "messages",
        "Deze overdracht is hier nog niet binnen. Synchroniseer en probeer het opnieuw.",
    ),
    "handover.no_such_step": QT_TRANSLATE_NOOP(
        "messages",
        "Deze stap kan nu niet. De overdracht is niet veranderd. Kijk wat er al is vastgelegd.",
    ),
    "handover.no_secure_mail": QT_TRANSLATE_NOOP(
        "messages",
        "Van {name} staat geen adres voor beveiligde mail op de sociale kaart. Er is niets verstuurd. Vul het adres "
        "daar aan, of stuur de brief.",
    ),
    "handover.not_open": QT_TRANSLATE_NOOP(
        "messages",
        "Deze overdracht is al beantwoord of gestopt. Er is niets verstuurd; maak zo nodig een nieuwe.",
    ),
    "handover.not_sent": QT_TRANSLATE_NOOP(
        "messages",
        "Deze overdracht is nog niet verstuurd, dus er kan nog geen antwoord zijn. Verstuur haar eerst.",
    ),
    "handover.reason_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Schrijf de reden erbij. Wat je hebt ingevuld, staat er nog.",
    ),
    "handover.receiver_gone": QT_TRANSLATE_NOOP(
        "messages",
        "{name} staat niet meer op de sociale kaart. Er is niets verstuurd. Kies een andere ontvanger.",
    ),
    "handover.state_moved_on": QT_TRANSLATE_NOOP(
        "messages",
        "Iemand anders heeft deze overdracht intussen veranderd. Er is niets overschreven. Kijk naar de "
        "nieuwe stand en kies opnieuw.",
    ),
    "handover.step.already_sent": QT_TRANSLATE_NOOP(
        "messages",
        "Deze overdracht is al verstuurd. Er is niets opnieuw verzonden.",
    ),
    "handover.step.confirmation_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Schrijf op wie bij de ontvanger het bevestigt. De overdracht loopt tot die tijd door en jij blijft "
        "verantwoordelijk.",
    ),
    "handover.step.exists": QT_TRANSLATE_NOOP(
        "messages",
        "Deze overdracht bestaat al.",
    ),
    "handover.step.incomplete": QT_TRANSLATE_NOOP(
        "messages",
        "Er is niets ingevuld om te bewaren.",
    ),
    "handover.step.missing": QT_TRANSLATE_NOOP(
        "messages",
        "Deze overdracht is hier nog niet binnen. Synchroniseer en probeer het opnieuw.",
    ),
    "handover.step.no_such_step": QT_TRANSLATE_NOOP(
        "messages",
        "Dat kan nu niet met deze overdracht. Er is niets gewijzigd; kijk wat de volgende stap is.",
    ),
    "handover.step.reason_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Schrijf kort op waarom. Er is nog niets gewijzigd.",
    ),
    "handover.step.state_moved_on": QT_TRANSLATE_NOOP(
        "messages",
        "Iemand anders was je voor: deze overdracht staat inmiddels ergens anders. Er is niets verloren; kijk opnieuw.",
    ),
    "member.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Een zending kwam van een apparaat dat hier niet bij hoort. Ze is bewaard en telt niet mee. Meld deze"
        " code aan de beheerder.",
    ),
    "moment.unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "'{typed}' is geen moment. Typ een dag en een tijd, bijvoorbeeld 27-11 13:30.",
    ),
    "report.format": QT_TRANSLATE_NOOP(
        "messages",
        "Een rapport met het einde “{ending}” kan ik niet schrijven. Er is niets gemaakt; kies .pdf, .xlsx of .csv.",
    ),
    "report.kind": QT_TRANSLATE_NOOP(
        "messages",
        "Dit soort verslag bestaat niet ({kind}). Er is niets gemaakt. Kies tussenevaluatie (interim) of "
        "eindevaluatie (final).",
    ),
    "report.meaning_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Er staat nog niets om te bewaren. Schrijf eerst wat het cijfer betekent.",
    ),
    "report.not_saved": QT_TRANSLATE_NOOP(
        "messages",
        "Op die plek kon niet worden geschreven. Het verslag zelf is veilig; kies een andere map of sluit het"
        " bestand dat nog open staat.",
    ),
    "report.period.order": QT_TRANSLATE_NOOP(
        "messages",
        "De laatste dag ({last}) ligt vóór de eerste ({first}). Er is niets gemaakt of veranderd. Kies een "
        "andere periode.",
    ),
    "role.may_not": QT_TRANSLATE_NOOP(
        "messages",
        "Dit hoort niet bij jouw rol. Er is niets veranderd; vraag een collega die dit wel mag.",
    ),
    "screen.missing": QT_TRANSLATE_NOOP(
        "messages",
        "Deze computer heeft geen scherm om een venster op te tonen. Er is niets gewijzigd; open het "
        "programma op een computer met scherm, of gebruik demo --tour.",
    ),
    "referral.no_birth_date": QT_TRANSLATE_NOOP(
        "messages",
        "In het bestand staat geen geboortedatum. Er is niets opgeslagen; maak het dossier zelf bij Jeugdigen.",
    ),
    "referral.nobody": QT_TRANSLATE_NOOP(
        "messages",
        "In dit bestand staat geen verwijzing van een jeugdige. Er is niets opgeslagen; vraag de afzender om de "
        "verwijzing zelf.",
    ),
    "referral.not_fhir": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is geen verwijzing in FHIR. Er is niets opgeslagen; vraag de afzender om een FHIR-bestand of een "
        "brief.",
    ),
    "referral.too_large": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is te groot voor een verwijzing. Er is niets opgeslagen; kijk of je het goede bestand koos.",
    ),
    "referral.unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is niet te lezen. Er is niets opgeslagen; kijk of het er nog staat en of je het mag openen.",
    ),
    "seal.broken": QT_TRANSLATE_NOOP(
        "messages",
        "Een zending kon niet worden geopend. Ze is bewaard en telt niet mee. Meld deze code aan de beheerder.",
    ),
    "soap.letter": QT_TRANSLATE_NOOP(
        "messages",
        "“{letter}” is geen letter van SOEP. Er is niets verstuurd; gebruik S, O, E of P.",
    ),
    "soap.line_too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Een regel bij {letter} heeft {length} tekens; er passen er {limit}. Er is niets verstuurd; maak hem korter.",
    ),
    "soap.too_many_lines": QT_TRANSLATE_NOOP(
        "messages",
        "Dit zijn {lines} regels; een terugkoppeling heeft er hooguit {limit}. Er is niets verstuurd; haal regels weg.",
    ),
}
