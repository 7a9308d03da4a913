<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
<context>
    <name></name>
    <message>
        <source>Collegiale vraag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige, nog geen naam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afgesloten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gaat niet door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} vrij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} inloop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inloop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vrij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leeg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plek kwijt: kies een andere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toestemming nog vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voorlopig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inloop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toestemming ingetrokken, niets verzonden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>driegesprek {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overbrugging elke week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wachttijd {weeks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eerste gesprek geweest {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bevestigd door {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aan {receiver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eerste gesprek nog te plannen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is het eerste gesprek geweest?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eerste gesprek {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afgerond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} tot eerste contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccessSection</name>
    <message>
        <source>Wie keek er</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De laatste 30 dagen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niets te zien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zodra iemand een dossier opent of iets wijzigt, staat het hier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ook dat je dit nu leest is genoteerd. Hier staat nooit wat iemand las of typte (NEN 7513).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} van {all} regels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legde iets vast in een dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keek in een dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijzigde iets in een dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wilde iets doen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wiste een dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zocht en opende een dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printte iets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maakte een bestand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keek met spoed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>las dit overzicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iemand die hier niet meer bekend is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet toegestaan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionsCard</name>
    <message>
        <source>Wat gaan we doen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog geen acties. Schrijf hieronder op wat de bijeenkomst afsprak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat is ervan geworden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haal weg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Andere actie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie zorgt ervoor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klaar op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>klaar op {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gedaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over tijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actie bewaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actie toevoegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gedaan. Schrijf erbij wat het opleverde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De actie is weggehaald.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De actie is bewaard en staat in het verslag.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdminPage</name>
    <message>
        <source>Beheer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mensen, plekken, kopieën en wie er keek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mensen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plekken en formulieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopieën en wachtwoordzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie keek er</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit programma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onderdeel van beheer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AfterCard</name>
    <message>
        <source>Na het gesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waar leidde dit gesprek toe?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volgend gesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rond gesprek af</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgerond: {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goedkeuren en sturen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terugkoppeling aan {doctor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onderteken eerst een notitie; daaruit komen de regels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stuur via GPConnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Al gekopieerd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe hoort de huisarts dit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De praktijk heeft het gezien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verstuurd, nog niet gezien</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>Locatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorige week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar deze week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volgende week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan reeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan een reeks dagdelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>week {number} · {first} t/m {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inloop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuwe afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boekt als {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, {when}: iemand anders was eerder. De boeking is bewaard; kies een andere plek.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En nog {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een plek ging naar iemand anders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies een plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is nu geen vrije plek om aan te bieden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Sluit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit antwoorden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Wie zei dat?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam van wie bevestigt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dag, bijvoorbeeld 3-12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat hoorde je? (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat zei de ontvanger terug? (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ja, er is contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is er contact gelegd?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terug</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Sluit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit melding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookingView</name>
    <message>
        <source>Waar gaat het over?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annuleer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annuleer het boeken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuwe afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inloop: zonder afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies iemand uit de lijst of Nieuwe jeugdige; maak het veld leeg voor inloop zonder naam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoek een jeugdige, of typ naam en geboortedatum van een nieuwe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leg de vraag neer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is er nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maak een taak voor vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zet op de wachtlijst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De taak staat op vandaag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op de wachtlijst gezet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vergissing bij het boeken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geboekt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Bel nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er komt een taak voor vandaag bij, zodat niemand het vergeet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct gevaar voor iemands leven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veilig Thuis, dag en nacht: ook voor advies zonder naam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, jeugdwerker van dit spreekuur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChildPicker</name>
    <message>
        <source>Wie draag je over?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niemand gevonden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoek op naam of geboortedatum. Een dossier open je bij Jeugdigen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam of geboortedatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>onbekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staat er nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze geldt: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze geldt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Tussenevaluatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eindevaluatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soort verslag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Van de maand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tot en met de maand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tot en met</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChosenCard</name>
    <message>
        <source>Niet verschenen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stap terug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseCard</name>
    <message>
        <source>Dit dagdeel afsluiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site} afsluiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgesloten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heropen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afspraken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog {count} zonder uitkomst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afsluiten kan als elke afspraak een uitkomst heeft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elke afspraak heeft een uitkomst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit af</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Papieren formulier overtypen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code op het formulier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zes tekens, bijvoorbeeld 4F09AB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoek het formulier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit overtypen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictsCard</name>
    <message>
        <source>Niemand wijzigde hetzelfde tegelijk. Er is niets te kiezen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat geldt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Je keuze geldt nu voor iedereen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentBox</name>
    <message>
        <source>Mag de praktijk dit weten?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mag Buurtzorg Jong dit weten?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie hierover beslist, hangt af van de leeftijd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het mag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} vindt het goed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liever niet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> en </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>de praktijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({age}) beslist zelf of {whom} dit mag weten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {age}: een ouder met gezag of de voogd beslist of {whom} dit mag weten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>de jeugdwerker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voor hulp zijn ook de ouders met gezag nodig; dat regelt {worker}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voor hulp zijn alle ouders met gezag nodig; dat regelt {worker}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ook over hulp beslist {name} zelf.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Toestemming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dag waarop het is gezegd (leeg is vandaag)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContentForm</name>
    <message>
        <source>Hoe komt het gezin binnen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe veilig is de jeugdige?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarom mag dit gedeeld?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrijf op waarom dit zonder toestemming moet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zonder reden gaat er niets weg. Het gezin kan dit lezen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inhoud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twaalf punten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voorgevuld uit de notities. Kort is goed; wat leeg is, staat niet in de brief.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Sluit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit de afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vindt het nu goed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verplaats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeg af</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kaartje printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopieer tekst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op een andere manier opgelost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ziek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verhinderd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niet meer nodig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jeugdwerker afwezig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarom gaat het niet door?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeg de afspraak af</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zonder vaste tijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plek kwijt: kies een andere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toestemming nog vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wil liever niet delen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In hun woorden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veilig contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loopt even mee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uit het huisartssysteem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geboekt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgezegd omdat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} vindt het nu goed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vastgelegd. De jeugdwerker ziet nu naam en hulpvraag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar welke plek?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is geen andere plek vrij op deze locatie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verplaatst. Geef de familie de nieuwe tijd door.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgezegd. De plek is weer vrij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De tekst van het kaartje is gekopieerd.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message>
        <source>Hulp toevoegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie kan verder helpen, en hoe snel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarmee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hulp, kortste wachttijd eerst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De sociale kaart is nog leeg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voeg de eerste hulp toe: naam, waarmee zij helpen en hoe lang je wacht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niets past hierbij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies minder onderwerpen of laat leeftijd en plaats leeg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leeftijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} van {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kortste wachttijd eerst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weeks}, verouderd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bekijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaard. Iedereen in de pilot ziet dit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weggehaald. Lopende overdrachten blijven staan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <source>Kaartje printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopieer tekst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog een afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar de agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inloop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geboekt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toestemming nog vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met {worker}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De tekst van het kaartje is gekopieerd; plak hem in een bericht.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DossierPart</name>
    <message>
        <source>Vervolgafspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle jeugdigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie keek er in dit dossier?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haal van de lijst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geheim adres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolk: {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is {age} geworden op {day}: kijk toestemming na</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Van de lijst gehaald</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtPanel</name>
    <message>
        <source>Lijkt op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nee, dit is iemand anders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze jeugdige lijkt op iemand die al bekend is. Er is nog niets geboekt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zelfde naam en geboortedatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>misschien een tikfout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>misschien een tweeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zelfde naam, andere geboortedatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze is het</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DutiesCard</name>
    <message>
        <source>Nog te doen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niets dat wacht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en nog {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpisodeCard</name>
    <message>
        <source>Doelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuw doel, in de woorden van het gezin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter voegt het doel toe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EpisodesCard</name>
    <message>
        <source>Hulpvraag en doelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hulpvraag nog niet opgeschreven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gevraagd op {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afgesloten op {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nazorg op {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bij de start {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nu {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog niet gescoord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doel (schaal van −3 tot +2): {steps}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>Fout in het programma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er ging iets mis in het programma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat je opsloeg, is veilig bewaard. Je kunt verder werken. Gebeurt het vaker, stuur dan het logboek naar de beheerder; er staan geen persoonsgegevens in.

{folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Evaluatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vier stemmen: jeugdige, ouder, huisarts en jeugdwerker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code van een papieren formulier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opent het formulier om over te typen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op papier ingevuld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoeveel antwoorden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niets te vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na het eerste gesprek van een jeugdige staan hier de eerste vragen, aan het eind de rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle jeugdigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formulier nog te vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formulieren nog te vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles is gevraagd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{voice}: {answered} van {asked}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingeleverd. Dank aan wie het invulde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingeleverd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half ingevuld, en bewaard op dit apparaat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doel toegevoegd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traject wacht op uw oordeel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajecten wachten op uw oordeel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vier klikken per traject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaard. Dank u wel.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Extras</name>
    <message>
        <source>Ik loop de eerste minuten mee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huisarts loopt even mee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bijzonderheden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolk nodig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veilig contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regel uit eigen systeem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoed: bel nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welke taal?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe kunnen we veilig contact opnemen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bijvoorbeeld: alleen het nummer van oma, geen voicemail, geen post.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plak de regel uit het huisartssysteem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nodig, taal nog vragen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedbackEditor</name>
    <message>
        <source>Kopieer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopieer de SOEP-regels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gekopieerd: {n} regels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} van {most} regels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site} mag dit weten; dat is vastgelegd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vraag nog of {site} dit mag weten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site} mag dit niet weten; er wordt niets gestuurd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouder vindt het goed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} vindt het goed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>Annuleer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Jeugdigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bekend bij de praktijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wachttijd {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>{label} (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FourClicks</name>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afgesloten {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaard. Dit antwoord staat vast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 {low}, {n} {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FreePanel</name>
    <message>
        <source>Boek hier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bied deze plek aan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ja, boek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nee, blijft wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit de vrije plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze plek is voorbij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vrije plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} wacht het langst, al {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bel {phone}. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Komt deze tijd {who} uit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geboekt, en van de wachtlijst af.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blijft op de wachtlijst, op dezelfde plaats.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>Bijvoorbeeld: weer met een rustige buik naar school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuw doel, in de woorden van het gezin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voeg doel toe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−3 slechter, 0 bereikt, +2 veel meer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haal weg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haal doel weg: {g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe ver zijn jullie gekomen: {g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bij de start {score}, {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GpCard</name>
    <message>
        <source>Jeugdige van uw praktijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afgesloten {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GpPart</name>
    <message>
        <source>Afgesloten bij uw praktijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niets te beantwoorden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na een afgesloten traject staan hier vier korte vragen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vier klikken over elk traject dat is afgesloten. {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traject wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajecten wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles is beantwoord. Dank u wel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beantwoord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaard. Dank u wel.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GpView</name>
    <message>
        <source>Niets te beoordelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als de jeugdwerker een traject afsluit en u dat terugkoppelt, staan hier vier korte vragen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traject beoordeeld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trajecten beoordeeld</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupsCard</name>
    <message>
        <source>Gegevens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gegevens van deze jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toon geheim adres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog niet ingevuld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wijzig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niet ingevuld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vrouw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veilig contact (nummer, voicemail, post)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam en geboortedatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voornaam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geboortedatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geslacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bereikbaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geheim adres, niet in beeld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geheim adres: niet in beeld, niet op papier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straat en nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Woonplaats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School en groep of klas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolk en toegankelijkheid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolk in welke taal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat helpt om te kunnen komen en meedoen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telt niet mee in de cijfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telt mee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezin wil niet meetellen in de cijfers (Jeugdwet 7.3.12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vastgelegd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praktijk en huisarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praktijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Casusregisseur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eén vertrouwd gezicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burgerservicenummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cijfers van de pilot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HalfDayCard</name>
    <message>
        <source>Spreekuur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit dagdeel heeft nog geen plekken. Maak ze in de Agenda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen plekken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vrij: {first}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandoverBoard</name>
    <message>
        <source>Gevraagd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aangenomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgerond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog geen overdrachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies een jeugdige en een ontvanger uit de sociale kaart. De notities vullen de overdracht voor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuwe overdracht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdrachten, de dringendste eerst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gestopt of elders verder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gestopte overdracht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gestopte overdrachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toon {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandoversPage</name>
    <message>
        <source>{n} lopend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vraagt vandaag iets van jou</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vragen vandaag iets van jou</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niets voor vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdrachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuwe overdracht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm: samen met het gezin en de ontvanger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle overdrachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De overdracht is bewaard bij Gevraagd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaard bij Gevraagd. Er is nog niets verstuurd.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HubCard</name>
    <message>
        <source>Hoe het staat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nu synchroniseren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat wacht op verzending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog nooit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laatst gesynct: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijziging wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijzigingen wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchroniseren lukt nu niet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanzelf opnieuw om {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezig met synchroniseren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles is verstuurd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sinds {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijziging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijzigingen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Werkt zonder hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijziging staat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijzigingen staan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles is veilig opgeslagen op deze computer. {n} klaar om te delen zodra er een hub is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssuesCard</name>
    <message>
        <source>Vastgestelde verslagen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niets vastgesteld. Dit verslag is een concept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vaststellen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ja, stel vast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na het vaststellen blijven deze cijfers zo. Er komt geen wijziging meer in; een latere uitgave krijgt een nieuw nummer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tussenevaluatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eindevaluatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vastgesteld op {day} door {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat verschilt nu?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, toen en nu. Een punt betekent: niet getoond ter bescherming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: opnieuw geteld komt er hetzelfde uit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vastgesteld verslag opslaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het vastgestelde verslag is opgeslagen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message>
        <source>Wat niet meetelt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles wat gedaan is, telt mee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geweigerd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezien</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepingSection</name>
    <message>
        <source>Nog geen kopie gemaakt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laatste kopie {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>je wachtwoordzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>de sleutelbos van deze computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit bestand gaat open met: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een kopie is net zo versleuteld als het bestand zelf en wordt na het maken nagelezen. Bewaar hem op een andere plek dan deze computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Je wachtwoordzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopie maken …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De kopie wordt gemaakt en nagelezen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachtwoordzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachtwoordzin van nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minstens 12 tekens. Vier losse woorden onthoud je makkelijk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog een keer de nieuwe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuwe wachtwoordzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachtwoordzin wijzigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopie bewaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De kopie is gemaakt en nagelezen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De twee nieuwe wachtwoordzinnen zijn niet gelijk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Je nieuwe wachtwoordzin geldt vanaf nu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Hoe ver je bent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voor de jeugdwerker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vraag {n} van {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inleveren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overslaan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListingPart</name>
    <message>
        <source>Naam of geboortedatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog geen dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een dossier begint bij het eerste gesprek, of maak er zelf een.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niemand gevonden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typ een deel van de naam of een datum, bijvoorbeeld 13-2-2013.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoek een jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gevonden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laatst gezien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} van {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tweeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgesloten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>laatst {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Kleuren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoals de computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Donker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>na {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit programma op deze computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tekstgrootte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geldt vanaf de volgende keer dat je opent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergrendelen als niemand iets doet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat je typte blijft bewaard. Ctrl+L vergrendelt meteen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze keuzes gelden alleen hier en worden niet gedeeld.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookingPart</name>
    <message>
        <source>Wie keek er in dit dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terug naar het dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit staat op dit apparaat: wie keek of iets deed, wanneer en waarom. Nooit wat er stond. De jeugdige en de ouders mogen deze lijst zien.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie keek er</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een collega die hier niet meer staat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message>
        <source>Plek was al vergeven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies een andere plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} kreeg geen plek: iemand anders boekte tegelijk en was eerder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afspraken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeaningCard</name>
    <message>
        <source>Wat betekent het?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gewone woorden, zonder namen van jeugdigen. Dit komt in het verslag te staan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Betekenis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themabijeenkomst van …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Betekenis bewaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bij welk cijfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Van wie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opgeschreven op {day} door {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier staat nog niets bij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaard. Het staat nu ook in het verslag.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MunicipalitySection</name>
    <message>
        <source>Dit gaat er nooit heen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bij elk gegeven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eén keer per dag gaat van dit apparaat naar de gemeente wat jouw werk optelt, en verder niets. De gemeente ziet alleen optellingen van het hele team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Van dit apparaat gaat niets over jeugdigen naar de gemeente. Dit leveren de jeugdwerkers; te zien zijn alleen optellingen waarin kleine aantallen zijn verborgen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verstuurd per maand: {months}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gegeven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gegevens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog niets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewHandover</name>
    <message>
        <source>Nieuwe overdracht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {age} overdragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {age} naar {receiver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ontvanger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Andere kiezen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toestemming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verstuur brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mondeling overgedragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaar voor later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zonder toestemming of wettelijke grond gaat er niets weg.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Sluit notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aanvulling van {who}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotePage</name>
    <message>
        <source>Notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat nog openstaat, en de gesprekken van vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notitie zonder gesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle notities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onderteken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niets getypt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Je tekst wordt vanzelf bewaard op dit apparaat, bij elke pauze.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De vraag bij het boeken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opgeslagen om {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet opgeslagen. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ondertekend. Wat je later toevoegt, komt er als aanvulling onder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concept weggegooid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgerond: {outcome}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OneForm</name>
    <message>
        <source>Bewaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neem over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later verder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenedHandover</name>
    <message>
        <source>Toestemming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aan {receiver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>casusregie: {lead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reden: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} bevestigde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verstuurd {day}. Jij blijft verantwoordelijk tot de ontvanger bevestigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog leeg: {points}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veiligheid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toegang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eerste gesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nabellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De brief staat in {folder} als {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vastgelegd: mondeling overgedragen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vastgelegd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driegesprek bewaard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningPart</name>
    <message>
        <source>Voornaam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geboortedatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bijvoorbeeld 13-2-2013</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefoon (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praktijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hulpvraag in de woorden van het gezin (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maak dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lijkt op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het is iemand anders: maak toch een dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze jeugdige is misschien al bekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is nog niets opgeslagen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuwe jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zelfde naam en geboortedatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lijkt een tikfout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tweeling?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heeft een dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bekend bij de praktijk, nog geen dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ja, tweeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze is het</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Concepten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog te ondertekenen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesprekken van vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog geen notities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open een gesprek bij Vandaag, of zoek een jeugdige. Je notitie begint dan vanzelf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ondertekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lezen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrijven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog niet ondertekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verder schrijven</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Bladzijde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorige bladzijde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volgende bladzijde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>van {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het verslag wordt gemaakt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop met maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bladzijde {n} van het verslag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Voorbeeld van de afdruk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaar als PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaard als {name} bij je documenten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen printer gevonden. Het staat als {name} bij je documenten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar de printer gestuurd.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>Wachtzin van de jeugdwerker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terug naar het programma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verder met invullen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat al is ingevuld, blijft bewaard op deze computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even stoppen?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Nieuwe jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuwe notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossiers van het team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tweeling met {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>casusregisseur {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie keek er in dit dossier?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een dossier zonder afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het dossier is gemaakt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weggehaald. Wat eerder is afgesproken blijft staan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vastgelegd. Een ander antwoord kan altijd nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Van de lijst gehaald. Er is niets gewist.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Mensen eromheen en gezag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mensen om deze jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niemand. Voeg eerst de ouders toe: zonder hen is toestemming niet rond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iemand toevoegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haal weg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haal weg: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie is dit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Woont bij de jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe nagekeken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nagekeken op (leeg is vandaag)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{authority}, niet nagekeken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>woont ergens anders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wijzig</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Mensen in de pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruimten van dit apparaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat dit apparaat deelt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elke ruimte wordt beheerd door wie erin werkt. De gemeente kan niemand toelaten tot een praktijk of team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apparaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apparaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog geen apparaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemeenschappelijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praktijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team Buurtzorg Jong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cijfers voor de pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jij beheert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Je doet mee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Je levert, je leest niet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alleen herstel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vergelijk: {root}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niet toegelaten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonAnswer</name>
    <message>
        <source>Trek in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trek in: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mondeling akkoord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schriftelijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zegt nee</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Naam of geboortedatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gevonden jeugdigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voornaam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geboortedatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>13-2-2013</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toch zoeken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heeft een dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bekend in deze praktijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ander</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Andere jeugdige kiezen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuwe jeugdige: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointRow</name>
    <message>
        <source>{label} (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet voor deze ontvanger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet voor deze ontvanger: {point}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uit {note}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderCard</name>
    <message>
        <source>Overdragen hierheen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wijzig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haal weg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachttijd is ouder dan 3 maanden: vraag opnieuw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helpt bij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachttijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe kom je er</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beveiligde mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doet mee aan het open huis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>{step} van {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionPart</name>
    <message>
        <source>Alleen om ernstig nadeel te voorkomen of bij een weloverwogen wens (7.3.4 lid 2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zonder de ouders? Schrijf waarom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Onderdelen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>{n} wacht op jou</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} wachten op jou</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceivedCard</name>
    <message>
        <source>Teruggehoord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezien</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiverPicker</name>
    <message>
        <source>Aan wie?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kortste wachttijd eerst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ontvangers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De sociale kaart is nog leeg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voeg eerst toe wie verder kan helpen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar de sociale kaart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Rapportage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cijfers, wat ze betekenen en wat er gaat gebeuren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opslaan als PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verslag opslaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabellen opslaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tussenevaluatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eindevaluatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afdrukken …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabellen als Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabellen als CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over deze maanden zijn er nog geen cijfers. Ze komen vanzelf zodra jeugdwerkers synchroniseren; kies anders een andere periode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vastgesteld. De cijfers van dit verslag veranderen niet meer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opgeslagen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verslag afdrukken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar de printer gestuurd.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPopup</name>
    <message>
        <source>Gevonden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niets gevonden. Probeer een deel van de naam of een geboortedatum.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Zoek jeugdige of notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentContent</name>
    <message>
        <source>Kern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inhoud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoals verstuurd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet voor deze ontvanger.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesPanel</name>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annuleer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annuleer het plannen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit wordt gepland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elke week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Om de {n} weken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minuten per plek, 45 of 20; een w erachter houdt de plek vrij voor inloop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdwerker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kamer (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eerste keer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De weekdag blijft hetzelfde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begint om</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe vaak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plekken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dagdeel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dagdelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plekken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waarvan {n} inloop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> en verder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vervalt:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er vervalt niets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} gepland.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Delen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat wacht, wat een keuze vraagt en wat de gemeente ziet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe het staat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat ziet de gemeente?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onderdeel van delen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Toetsen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Dagdelen van deze week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachtlijst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgezegd deze week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dagdelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgezegd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daglijst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wacht {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bied plek aan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toch weer boeken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignedCard</name>
    <message>
        <source>Aanvulling van {name}, {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aanvulling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Komt onder de notitie, met je naam en de tijd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voeg toe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SitesSection</name>
    <message>
        <source>Plekken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plekken met een spreekuur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam van de plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plek openen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuwe plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>versie {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De plek staat open. Plan er dagdelen in de agenda.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlotChoice</name>
    <message>
        <source>Moment kiezen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eerste vrije plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is nu geen vrije plek op deze locatie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wachtende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wachtenden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eerst vrijkomende plek, nu {waiting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachtlijst</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Alles opgeslagen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezig met opslaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niet gesynct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesynct om {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niets wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijziging wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijzigingen wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergrendelt na {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergrendelt met</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>Nu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TalkCard</name>
    <message>
        <source>Driegesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>27-11 13:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie waren erbij?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarom was het gezin er niet bij?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesprek bewaren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samen met gezin en ontvanger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie waren erbij? (na het gesprek)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Je antwoorden zijn ingeleverd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uw antwoorden zijn ingeleverd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geef het scherm terug aan {worker}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dank je wel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dank u wel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Tijdlijn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tijdlijn, nieuwste boven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niets gebeurd. Begin met een notitie of plan een gesprek.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toon meer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>momenten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Ongedaan maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit melding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Vorige dagdeel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volgende dagdeel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inloop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieuwe afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volgende dagdeel, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site} · {hours} · {taken} van {slots} plekken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog geen spreekuur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan eerst de dagdelen in de Agenda. Daarna staat hier wie er komt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar de Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aangeboden. Bel de familie en boek in als het past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet verschenen. Bel vandaag; het staat bij Nog te doen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gedaan: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dagdeel afgesloten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezien. De jeugdwerker kan dat ook zien.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypedForm</name>
    <message>
        <source>Lever in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later verder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Toon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toon wachtwoordzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachtwoordzin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoofdletters staan aan (Caps Lock).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezig met openen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles is opgeslagen. {waiting} om verstuurd te worden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijziging wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijzigingen wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verberg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vul je wachtwoordzin in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoiceCell</name>
    <message>
        <source>Code op papier: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invullen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invullen op dit scherm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overtypen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Voices</name>
    <message>
        <source>{n} van {all} ingevuld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bekijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zelf invullen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op dit scherm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Van papier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Wachtlijst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wacht {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekColumns</name>
    <message>
        <source>Nog geen spreekuur in deze week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan eerst een reeks dagdelen. Feestdagen en vakanties worden overgeslagen en genoemd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan een reeks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Hoi {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{worker} en de jeugdwerkers van het team lezen je antwoorden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School en de huisarts krijgen ze niet van ons te zien.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welkom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{worker} en de jeugdwerkers van het team lezen uw antwoorden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In het verslag voor de gemeente staan alleen opgetelde cijfers, zonder namen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ga verder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>In de woorden van het gezin (mag leeg, 200 tekens)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te lang: nog {n} tekens weghalen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Je vraag aan de jeugdwerker, zonder naam van een kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog {n} tekens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkerPart</name>
    <message>
        <source>Papier overtypen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niemand om te vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na een eerste gesprek staan hier de vragenlijsten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie is aan de beurt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toon iedereen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vragenlijst wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vragenlijsten wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iedereen is gevraagd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>te laat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} van {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingeleverd. Deze antwoorden staan nu vast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doel weggehaald.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingCard</name>
    <message>
        <source>Sjabloon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gooi concept weg</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agenda</name>
    <message>
        <source>Verwacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aanwezig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In gesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geweest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet verschenen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgezegd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>areas</name>
    <message>
        <source>Vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdrachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rapportage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beheer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>directory</name>
    <message>
        <source>Vrij toegankelijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brief van de huisarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Besluit van de gemeente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gecertificeerde instelling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evaluation</name>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdwerker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aan het begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aan het eind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een tijd later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>op dit scherm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>van papier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zelf ingevuld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slechter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoals bij de start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>een stukje</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bereikt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meer dan gehoopt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>veel meer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingevuld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half ingevuld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bij de praktijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te laat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sinds {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Nog geen dag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handovers</name>
    <message>
        <source>Verstuur brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mondeling overgedragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neemt aan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De ontvanger neemt het aan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vraagt andere datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welke datum vraagt de ontvanger?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neemt niet aan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarom kan de ontvanger het niet aannemen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze datum past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eerste gesprek is geweest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanneer was het eerste gesprek?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ontvanger bevestigt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie bevestigt dat zij het hebben overgenomen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nabellen vastleggen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is er contact gelegd?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezin gesproken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoek een andere plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop deze overdracht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarom stopt deze overdracht? Vertel het ook aan wie het al weet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gevraagd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aangenomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Andere datum gevraagd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet aangenomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgerond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gestopt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veilig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zorgen, met afspraken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onveilig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vrij toegankelijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwijsbrief huisarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Besluit van de gemeente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gecertificeerde instelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toestemming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechtstreeks betrokken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vervanging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maatregel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veilig Thuis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Andere wettelijke plicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog invullen en versturen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>antwoord vóór {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geen antwoord sinds {day}: bel de ontvanger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>te lang stil: vraag de procesregisseur erbij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ontvanger vraagt {day}: past dat?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nabellen: is er contact?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bel het gezin, zij wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eerste gesprek {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ontvanger bevestigt nog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoek een andere plek</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Dit lukte niet ({code}). Wat je eerder opsloeg is veilig. Meld deze code aan de beheerder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze afspraak is niet afgezegd. Er is niets veranderd; hij staat gewoon in de agenda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze plek is op een andere locatie. Er is niets veranderd; zeg de afspraak af en boek op de andere locatie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De dag van aanvragen ligt na het eerste gesprek. Er is niets veranderd; kijk de aanvraagdatum na.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iemand anders was je voor: deze afspraak staat nu anders. Er is niets veranderd; kijk hoe hij er nu voor staat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst een jeugdige of vul een nieuwe in. Wat je typte staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze reden staat niet in de lijst. Er is niets geboekt; kies een andere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies minstens één reden. Er is nog niets geboekt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst een plek, of de wachtlijst. Wat je invulde staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze afspraak heeft geen vaste tijd en dus geen kaartje. Er is niets geprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog {count} afspraken zonder uitkomst. Het dagdeel blijft open; geef ze eerst een uitkomst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een reeks herhaalt elke week of om de zoveel weken. Er is niets gepland; kies 1 of meer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er blijft geen dag over om te plannen. Er is niets gepland; kies een andere periode of weekdag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De laatste dag ligt voor de eerste. Er is niets gepland; kijk de datums na.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit dagdeel loopt door na middernacht. Er is niets gepland; begin eerder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit dagdeel heeft nog geen plekken. Er is niets gepland; voeg een plek van 20 of 45 minuten toe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samen duren de plekken {minutes} minuten; een dagdeel heeft er {limit}. Er is niets gepland; haal een plek weg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{entry}” is geen plek. Er is niets gepland; gebruik 20 of 45, met een w erachter voor inloop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het einde ligt voor het begin. Er is niets gepland; kijk de tijden na.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit dagdeel duurt {minutes} minuten; een dagdeel is hooguit {limit} minuten. Er is niets gepland; maak het korter of plan er twee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De plekken lopen {minutes} minuten door na het einde. Er is niets gepland; haal een plek weg of eindig later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit zijn meer dan {limit} dagdelen in één keer. Er is niets gepland; kies een kortere periode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst een jeugdwerker. Er is niets gepland.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De plek heeft nog geen naam. Vul de naam in; wat je verder typte staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze familie staat niet meer op de wachtlijst. Er is niets veranderd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is geen datum. Typ dag, maand en jaar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit past niet bij deze vraag. Kies of typ het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit antwoord staat niet in de lijst. Kies er een uit de lijst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies een getal van {minimum} tot en met {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vul dit nog in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is te lang: {length} tekens, er passen er {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze dag ligt voor de geboorte. Er is niets vastgelegd; kijk de datum na.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze dag moet nog komen. Er is niets vastgelegd; kies vandaag of eerder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De familie is nog niet gevraagd of jij dit mag weten. Vraag het, en laat het bij de afspraak vastleggen; daarna opent het dossier vanzelf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De praktijk heeft de terugkoppeling al gezien. Er is niets veranderd; vul zo nodig aan met een nieuwe terugkoppeling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze terugkoppeling is al verstuurd. Er is niets nog eens gestuurd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is nog geen toestemming om dit met de praktijk te delen. Er is niets verstuurd; leg toestemming vast of kies Later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er staat nog niets in de terugkoppeling. Er is niets verstuurd; vul ten minste één regel in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze terugkoppeling is nog niet verstuurd. Er is niets veranderd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulier {form} hoort niet bij deze versie. De antwoorden zijn veilig; werk het programma bij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulier {file} heeft een onbekend veld: {field}. Je gegevens zijn veilig; installeer het programma opnieuw of meld dit bij beheer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulier {file} klopt niet bij {field}: {detail}. Je gegevens zijn veilig; installeer het programma opnieuw of meld dit bij beheer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beschrijf alle {number} scores of geen enkele. Wat je typte staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er loopt nog geen hulp waar dit doel bij hoort. Wat je typte staat er nog; open eerst een gesprek vanuit de agenda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een doel krijgt een score van {lowest} tot en met {highest}. De vorige score staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrijf het doel op in de woorden van het gezin. Er is nog niets bewaard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrijf eerst wat je wilt toevoegen. De notitie is niet veranderd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit concept is al ondertekend of weggegooid. Er is niets veranderd; kijk bij de notities van deze jeugdige.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst waar dit gesprek toe leidde. Er is nog niets vastgelegd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze geboortedatum ligt in de toekomst. Er is niets opgeslagen; kijk de datum na.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vul de geboortedatum in, bijvoorbeeld 13-2-2013. Wat je typte staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het spreekuur is voor 0 tot en met 23 jaar. Je kunt gewoon doorgaan; kijk nog even of de datum klopt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze geboortedatum ligt meer dan {limit} jaar terug. Er is niets opgeslagen; kijk het jaartal na.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is geen datum. Typ dag, maand en jaar, bijvoorbeeld 13-2-2013. De rest staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit burgerservicenummer klopt niet. De rest is bewaard; typ het over van een identiteitsbewijs of laat het leeg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is altijd één casusregisseur. Er is niets veranderd; kies een collega.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vul voornaam en achternaam in. Wat je typte staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” lijkt geen telefoonnummer. De rest is bewaard; vul tien cijfers in, of + en het landnummer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” is geen postcode. Wat je typte staat er nog; vul vier cijfers en twee letters in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het gezag kan niet later dan vandaag zijn nagekeken. Wat je typte staat er nog; kijk de datum na.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze datum kan ik niet lezen. Wat je typte staat er nog; typ dag, maand en jaar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In deze tekst staat een onzichtbaar stuurteken. Je tekst staat er nog; plak hem opnieuw als gewone tekst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier hoort een reden bij. Er is nog niets veranderd; schrijf in een paar woorden waarom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is te lang: {length} tekens, er passen er {limit}. Je tekst staat er nog; maak hem korter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er staat nog niet wie ervoor zorgt. Vul een naam of organisatie in; wat je schreef staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er staat nog niet wat er gaat gebeuren. Schrijf de actie in één zin op.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {file} staat iets wat het programma niet kent: {detail}. Uw gegevens zijn veilig. Herstel het bestand of installeer het programma opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze leeftijden kloppen niet. Er is niets opgeslagen; vul twee getallen van 0 tot en met {limit} in, de laagste eerst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze datum kan ik niet lezen, of hij moet nog komen. Er is niets opgeslagen; typ dag, maand en jaar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies nog wat voor hulp dit is. Er is niets opgeslagen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit lijkt geen e-mailadres. Er is niets opgeslagen; kijk het na of laat het leeg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De naam ontbreekt nog. Er is niets opgeslagen; vul in hoe deze hulp heet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies hoe een gezin hier binnenkomt. Er is niets opgeslagen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De wachttijd is een aantal weken. Er is niets opgeslagen; vul een getal van 0 tot en met {limit} in of laat het leeg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hierover heeft uw praktijk al geantwoord. Dat antwoord staat vast; er is niets dubbel bewaard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bij de code {typed} hoort hier geen vragenlijst. Er is niets veranderd; kijk de code op het papier nog eens na.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is nog niets ingevuld. Beantwoord minstens één vraag; de rest mag leeg blijven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze vragenlijst wordt hier nu niet gevraagd. Er is niets veranderd; kijk op Evaluatie wie aan de beurt is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze hulp kan pas beginnen met een brief van de huisarts, een besluit of een gecertificeerde instelling. Er is niets verstuurd; kies de toegang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze overdracht is al verstuurd. Er is niets nog eens verstuurd; leg nieuwe afspraken vast bij het gesprek.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De toestemming voor deze ontvanger is nog niet compleet. Er is niets verstuurd; kijk wie je nog moet vragen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De toestemming is ingetrokken. Er is niets verstuurd; bespreek het opnieuw met het gezin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er staat nog niet waarom je dit mag delen. Er is niets verstuurd; leg toestemming vast of kies een wettelijke grond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bij deze grond hoort een reden. Er is niets verstuurd; schrijf op waarom je deelt zonder toestemming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er zijn nog {number} punten leeg die de ontvanger nodig heeft. Er is niets verstuurd; vul ze aan of geef aan dat je ze niet deelt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze overdracht is al beantwoord of gestopt. Er is niets verstuurd; maak zo nodig een nieuwe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze overdracht is nog niet verstuurd, dus de ontvanger kan hem nog niet aannemen. Verstuur hem eerst; alles wat je invulde staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze overdracht is al verstuurd. Er is niets opnieuw verzonden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrijf op wie bij de ontvanger het bevestigt. De overdracht loopt tot die tijd door en jij blijft verantwoordelijk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze overdracht bestaat al.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is niets ingevuld om te bewaren.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze overdracht is hier nog niet binnen. Synchroniseer en probeer het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dat kan nu niet met deze overdracht. Er is niets gewijzigd; kijk wat de volgende stap is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrijf kort op waarom. Er is nog niets gewijzigd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iemand anders was je voor: deze overdracht staat inmiddels ergens anders. Er is niets verloren; kijk opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een rapport met het einde “{ending}” kan ik niet schrijven. Er is niets gemaakt; kies .pdf, .xlsx of .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit soort verslag bestaat niet ({kind}). Er is niets gemaakt. Kies tussenevaluatie (interim) of eindevaluatie (final).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er staat nog niets om te bewaren. Schrijf eerst wat het cijfer betekent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op die plek kon niet worden geschreven. Het verslag zelf is veilig; kies een andere map of sluit het bestand dat nog open staat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De laatste dag ({last}) ligt vóór de eerste ({first}). Er is niets gemaakt of veranderd. Kies een andere periode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit hoort niet bij jouw rol. Er is niets veranderd; vraag een collega die dit wel mag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{letter}” is geen letter van SOEP. Er is niets verstuurd; gebruik S, O, E of P.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een regel bij {letter} heeft {length} tekens; er passen er {limit}. Er is niets verstuurd; maak hem korter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit zijn {lines} regels; een terugkoppeling heeft er hooguit {limit}. Er is niets verstuurd; haal regels weg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze keuze is er niet meer: iemand heeft al gekozen. Er is niets veranderd. Kijk in het dossier wat er nu staat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server laat deze computer niet toe. Uw gegevens staan veilig op deze computer. Vraag uw beheerder om deze computer opnieuw aan te melden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is geen bruikbaar adres voor de server. Er is niets veranderd. Vul een adres in dat begint met https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De hub vertelt iets anders dan eerder ({alarm}). Er is niets overgenomen en niets verloren. Meld deze code aan de beheerder voordat je verder synchroniseert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server stuurt meer dan dit programma in één keer aanneemt. Er is niets veranderd. Waarschuw uw beheerder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het antwoord van de server is niet te begrijpen. Er is niets verloren; we proberen het vanzelf opnieuw. Blijft dit zo, waarschuw dan uw beheerder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op die plek staat al iets. Er is niets overschreven. Kies een lege map of een lege database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server heeft het even druk. Er is niets verloren; we proberen het zo vanzelf opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De beveiligde verbinding met de server klopt niet. Er is niets verstuurd. Gebruik een ander netwerk of vraag uw beheerder om hulp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is geen bruikbaar adres voor de database. Er is niets veranderd. Gebruik postgresql://… of laat het adres weg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De database-software ({version}) is te oud en kan het bestand beschadigen. Er is niets geopend. Werk GPConnect bij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het databasebestand en de sleutel ernaast horen niet bij elkaar. Er is niets veranderd. Zet hub.db en hub.key van dezelfde server terug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De database antwoordt niet. Er is niets veranderd. Controleer of PostgreSQL draait en of het adres en de toegang kloppen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server kent deze computer nog niet. Uw gegevens staan veilig op deze computer. Meld de computer aan bij Instellingen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De hub vraagt om over {seconds} seconden terug te komen. Alles staat veilig op deze computer en gaat dan vanzelf mee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{listen}&quot; is geen adres om op te luisteren. Er is niets gestart. Schrijf het als 127.0.0.1:8000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server spreekt een andere versie ({protocol}) dan dit programma. Alles staat veilig op deze computer. Werk GPConnect bij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op dit adres antwoordt iets anders dan de server van GPConnect, bijvoorbeeld een aanmeldpagina van het wifinetwerk. Er is niets verstuurd. Meld u eerst aan bij het netwerk of controleer het adres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze computer hoort niet (meer) bij deze ruimte. Wat hier staat blijft staan, er komt niets nieuws bij. Vraag de beheerder van de ruimte om hulp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is een andere server dan eerst. Er is niets verstuurd of overgenomen. Vraag uw beheerder of de server is vervangen voordat u verdergaat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op {host} poort {port} kan de server niet luisteren; daar draait al iets, of het mag niet. Er is niets gestart. Kies een andere poort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat de server zegt, is niet door de server ondertekend. Er is niets overgenomen. Gebruik een ander netwerk; blijft dit zo, waarschuw dan uw beheerder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De hub nam dit pakket niet aan ({reason}). Alles staat veilig op deze computer. Meld deze code aan de beheerder; daarna gaat het vanzelf mee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De hub is teruggezet uit een kopie. Alles staat veilig op deze computer; meld het aan de beheerder, dan kan het ontbrekende worden aangevuld.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server antwoordt te langzaam. Er is niets verloren; we proberen het zo vanzelf opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server vindt dit te groot om in één keer aan te nemen. Het staat veilig op deze computer. Waarschuw uw beheerder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server heeft een storing (code {status}). Alles staat veilig op deze computer en gaat later mee. Waarschuw uw beheerder als dit lang duurt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De server is niet bereikbaar. Alles wat u vastlegt staat veilig op deze computer en gaat vanzelf mee zodra er weer verbinding is. Controleer de internetverbinding als dit lang duurt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De gegevens van deze jeugdige staan op de computer waarop geboekt is. Er is niets veranderd; leg het daar vast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De regels voor delen in {file} kloppen niet: {detail}. Er wordt niets gedeeld. Herstel het bestand of installeer het programma opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit apparaat beheert deze ruimte niet. Er is niets gewijzigd; vraag het de collega die de ruimte beheert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze functie kan geen lid zijn van deze ruimte. Er is niets gedeeld; de praktijk of het team laat zelf toe wie er werkt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De kopie is niet in orde en is niet gebruikt. Je eigen bestand is niet veranderd. Maak of kies een andere kopie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In deze map staat iets dat geen voorbeeldpilot is. Er is niets veranderd; kies een lege map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De voorbeeldpilot kent één tot {most} plekken. Er is nog niets gemaakt; kies een ander aantal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De databasesoftware (SQLite {version}) is te oud en kan gegevens beschadigen. GPConnect opent daarom niets. Installeer GPConnect opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het bestand met je gegevens is beschadigd. Er is niets aan veranderd. Zet een kopie terug, of haal alles opnieuw op met je herstelcode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De schijf is vol. Je laatste wijziging is niet bewaard, alles daarvoor wel. Maak ruimte vrij en probeer het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier staat al een bestand met die naam. Het is niet overschreven. Kies een andere plek of naam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit profiel is al open in een ander venster of programma. Er is niets veranderd. Sluit het daar en probeer het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De schijf geeft een fout bij lezen of schrijven. Wat al bewaard was, is niet veranderd. Maak een kopie en laat de schijf nakijken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het bestand met je gegevens staat niet op deze plek. Kijk of de map klopt, of zet een kopie terug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit bestand is gemaakt met een nieuwere versie van GPConnect. Er is niets aan veranderd. Werk GPConnect op deze computer bij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze wachtwoordzin klopt niet. Er is niets veranderd. Probeer het opnieuw; let op hoofdletters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPConnect mag hier niet schrijven. Er is niets veranderd. Vraag je beheerder om schrijfrechten op de map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze herstelcode klopt niet. Er is niets veranderd. Typ de code over zoals hij op papier staat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPConnect kan het bestand niet openen. Er is niets veranderd. Kijk of de schijf aangesloten is en de map bestaat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opslaan is niet gelukt. Het oude bestand is nog heel. Kijk of er ruimte op de schijf is en probeer het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De sleutelbos van deze computer kent de sleutel niet (meer). Je gegevens zijn veilig. Gebruik je wachtwoordzin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De sleutelbos van deze computer is op slot. Er is niets veranderd. Ontgrendel hem, of gebruik je wachtwoordzin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openen met de sleutelbos staat niet aan. Gebruik je wachtwoordzin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze computer heeft geen veilige sleutelbos. Je gegevens zijn veilig; je opent GPConnect met je wachtwoordzin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is te groot om te delen: {size} kB, en er past {limit} kB in één keer. Uw tekst staat er nog. Maak de tekst korter of verdeel die over twee notities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit past niet in één zending: {size} kB, en er past {limit} kB in. Er is niets verstuurd en er is niets kwijt. Voeg minder mensen tegelijk toe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vul een wachtwoordzin in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het bestand met de wachtwoordzin is niet te lezen. Er is niets geopend; kijk of GPCONNECT_PASSPHRASE_FILE naar het goede bestand wijst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is niemand om de wachtwoordzin te typen. Er is niets geopend; zet hem in een bestand en noem dat in GPCONNECT_PASSPHRASE_FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die wachtwoordzin is te kort. Neem er een van minstens {minimum} tekens; vier losse woorden onthoud je makkelijk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is hier nog niet binnen of bestaat niet meer. Er is niets veranderd. Werk bij en probeer het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het bestand is vergrendeld. Er is niets verloren; ontgrendel met je wachtwoordzin en probeer het opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit dagdeel is afgesloten. Er is niets geboekt; kies een andere plek.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit is de enige manier om het bestand te openen. Hij blijft staan. Maak eerst een andere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze plek is voorbij. Er is niets geboekt; kies een andere plek. Wat je invulde staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze plek is net vergeven. Er is niets geboekt; kies een andere plek. Wat je invulde staat er nog.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>patients</name>
    <message>
        <source>Eerste gesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vervolggesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inloop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driegesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gepland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aanwezig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In gesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geweest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet gekomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgezegd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alleen advies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kort zelf helpen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overbruggen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen hulp meer nodig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gevraagd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aangenomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Andere datum gevraagd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet aangenomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loopt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgerond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gestopt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akkoord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zegt nee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingetrokken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mondeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schriftelijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog te sturen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te laat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verstuurd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gelezen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terugkoppeling bij de start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terugkoppeling over het verloop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terugkoppeling bij het einde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdwerker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vragenlijst bij de start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vragenlijst bij het einde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vragenlijst achteraf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ouder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stiefouder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pleegouder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voogd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grootouder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broer of zus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niet nagekeken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen gezag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezag van rechtswege</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezag door aantekening in het gezagsregister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezag door de rechter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voogdij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog niet gecontroleerd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezagsregister ingezien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document gezien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alleen verteld, niet gecontroleerd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intrekken stopt de hulp van het team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intrekken stopt het delen van nieuwe afspraken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intrekken stopt nieuwe terugkoppeling aan de praktijk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intrekken stopt alles wat nog niet is verstuurd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingetrokken. De hulp van het team stopt nu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingetrokken. Nieuwe afspraken worden niet meer gedeeld.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingetrokken. Er gaat geen terugkoppeling meer naar de praktijk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingetrokken. Wat nog niet was verstuurd, blijft hier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geweigerd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verlopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legde iets vast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>las dit dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wijzigde iets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wiste iets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opende dit vanuit de zoekbalk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drukte iets af</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maakte een kopie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>las dit in een noodgeval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bekeek wie er keek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>las een notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legde toestemming vast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ondertekende een notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jeugdwerker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>huisarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>praktijkassistent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coördinator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sharing</name>
    <message>
        <source>Voor iedereen in de pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praktijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ons team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cijfers voor de gemeente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gegevens van een jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iemand om de jeugdige heen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aanvulling op een notitie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toestemming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terugkoppeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluatieformulier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plek in het spreekuur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dagdeel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachtlijst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cijfer voor de gemeente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vastgesteld verslag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een wijziging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voornaam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tussenvoegsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geboren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geslacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veilig bereiken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adres geheim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burgerservicenummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toegankelijkheid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezwaar tegen meetellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gearchiveerd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relatie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Woont bij de jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezag nagekeken op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iemand anders was eerder; wat die deed telt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit kon niet meer zoals het er toen voor stond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waar dit bij hoort, is er niet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit bestond al.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er staat al een getekende versie; die blijft gelden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De toestemming was intussen ingetrokken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie dit deed, mag dit niet in deze ruimte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemaakt met een nieuwere versie; werk GPConnect bij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hetzelfde kwam twee keer met andere inhoud. Meld dit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit telt niet mee ({code}). Het staat nog wel in het logboek.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leeg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instelling van het dossier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Nieuwe afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inloop: jeugdige zonder afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar de melding, bijvoorbeeld om ongedaan te maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze lijst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar het eerste, tweede, … onderdeel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>visits</name>
    <message>
        <source>eerste gesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vervolggesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inloop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collegiale vraag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>driegesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alleen advies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kort traject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overbrugging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warme overdracht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen verdere hulp nodig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeugdige, {age}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widget</name>
    <message>
        <source>jeugdwerker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>huisarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doktersassistent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coördinator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{n} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oud cijfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} tot en met {high} jaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>andere leeftijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wachttijd onbekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geen wachttijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weeks} wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
