<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
<context>
    <name>AbsencePanel</name>
    <message>
        <source>Afwezigheid</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>Wie is er niet?</source>
        <translation>Who is away?</translation>
    </message>
    <message>
        <source>Waarom hoeft niemand te weten.</source>
        <translation>Nobody needs to know why.</translation>
    </message>
    <message>
        <source>Eerste dag</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Laatste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Wie neemt over?</source>
        <translation>Who takes over?</translation>
    </message>
    <message>
        <source>Leg vast</source>
        <translation>Record it</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Annuleren: afwezigheid</source>
        <translation>Cancel: absence</translation>
    </message>
    <message>
        <source>Wie er niet is</source>
        <translation>Who is away</translation>
    </message>
    <message>
        <source>Niemand: bel de families</source>
        <translation>Nobody: phone the families</translation>
    </message>
    <message>
        <source>{name} neemt over</source>
        <translation>{name} takes over</translation>
    </message>
    <message>
        <source>niemand neemt over</source>
        <translation>nobody takes over</translation>
    </message>
    <message>
        <source>Toch aanwezig</source>
        <translation>Present after all</translation>
    </message>
    <message>
        <source>Er is dan nog geen dagdeel gepland.</source>
        <translation>No half-day is planned then yet.</translation>
    </message>
    <message>
        <source>dagdeel</source>
        <translation>half-day</translation>
    </message>
    <message>
        <source>dagdelen</source>
        <translation>half-days</translation>
    </message>
    <message>
        <source>Dit gaat over {count}:</source>
        <translation>This is about {count}:</translation>
    </message>
    <message>
        <source>afspraak</source>
        <translation>appointment</translation>
    </message>
    <message>
        <source>afspraken</source>
        <translation>appointments</translation>
    </message>
    <message>
        <source>wordt overgenomen</source>
        <translation>is taken over</translation>
    </message>
    <message>
        <source>gaat niet door</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>en nog {n}</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>gezin</source>
        <translation>family</translation>
    </message>
    <message>
        <source>gezinnen</source>
        <translation>families</translation>
    </message>
    <message>
        <source>Te bellen voor een andere tijd: {count}.</source>
        <translation>To be phoned for another time: {count}.</translation>
    </message>
    <message>
        <source>De afwezigheid is vastgelegd.</source>
        <translation>The absence is recorded.</translation>
    </message>
    <message>
        <source>De jeugdwerker is er weer.</source>
        <translation>The youth worker is back.</translation>
    </message>
</context>
<context>
    <name>Accepting</name>
    <message>
        <source>Geboekt, en van de wachtlijst af.</source>
        <translation>Booked, and off the waiting list.</translation>
    </message>
</context>
<context>
    <name>AccessSection</name>
    <message>
        <source>Nog niets te zien</source>
        <translation>Nothing to see yet</translation>
    </message>
    <message>
        <source>Zodra iemand een dossier opent of iets wijzigt, staat het hier.</source>
        <translation>As soon as someone opens a record or changes something, it appears here.</translation>
    </message>
    <message>
        <source>Kies wat je wilt zien</source>
        <translation>Choose what to see</translation>
    </message>
    <message>
        <source>Iedereen</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Alles</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Nakijken of er niets aan veranderd is</source>
        <translation>Check that nothing was changed</translation>
    </message>
    <message>
        <source>Regels worden nooit gewist, ook niet als een dossier wordt gewist: minstens {n} jaar, zolang dit bestand bestaat. Het bestand is voor een toezichthouder (FHIR AuditEvent); er staan geen namen van jeugdigen in.</source>
        <translation>Lines are never erased, not even when a dossier is: at least {n} years, as long as this file exists. The saved file is for an inspector (FHIR AuditEvent); it holds no names of children.</translation>
    </message>
    <message>
        <source>Iets vastleggen</source>
        <translation>Recording something</translation>
    </message>
    <message>
        <source>Lezen</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Changing</translation>
    </message>
    <message>
        <source>Wissen</source>
        <translation>Erasing</translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation>Searching</translation>
    </message>
    <message>
        <source>Printen</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Een bestand maken of versturen</source>
        <translation>Making or sending a file</translation>
    </message>
    <message>
        <source>Met spoed kijken</source>
        <translation>Looking in an emergency</translation>
    </message>
    <message>
        <source>Dit overzicht lezen</source>
        <translation>Reading this overview</translation>
    </message>
    <message>
        <source>Ook dat je dit nu leest is genoteerd. Hier staat nooit wat iemand las of typte (NEN 7513).</source>
        <translation>That you are reading this now has been noted too. What someone read or typed never appears here (NEN 7513).</translation>
    </message>
    <message>
        <source>{first} tot en met {last}</source>
        <translation>{first} up to and including {last}</translation>
    </message>
    <message>
        <source>Niet gelukt</source>
        <translation>Did not work</translation>
    </message>
    <message>
        <source>Spoed</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>De dossiers zelf zijn hiermee niet beschadigd. Wis niets en meld dit bij de beheerder of de privacyfunctionaris.</source>
        <translation>The dossiers themselves are not damaged by this. Erase nothing, and tell the administrator or the privacy officer.</translation>
    </message>
    <message>
        <source>Alles klopt: {n} regels van dit apparaat sluiten op elkaar aan.</source>
        <translation>All is well: {n} lines of this device follow from each other.</translation>
    </message>
    <message>
        <source>Wat {n} andere apparaten doorgaven ook.</source>
        <translation>So does what {n} other devices told.</translation>
    </message>
    <message>
        <source>Regel {row} van dit apparaat is veranderd of verdwenen.</source>
        <translation>Line {row} of this device was changed or is gone.</translation>
    </message>
    <message>
        <source>Regel {row} van dit apparaat is anders dan eerder is doorgegeven: er is iets veranderd, of er is een oud bestand teruggezet.</source>
        <translation>Line {row} of this device is not what was told before: something was changed, or an old file was put back.</translation>
    </message>
    <message>
        <source>Regel {row} van dit apparaat klopt niet.</source>
        <translation>Line {row} of this device is not right.</translation>
    </message>
    <message>
        <source>Van {name} (apparaat {id}) ontbreken regels, vanaf regel {row}.</source>
        <translation>Lines of {name} (device {id}) are missing, from line {row} on.</translation>
    </message>
    <message>
        <source>Regel {row} op naam van {name} (apparaat {id}) kwam van een ander apparaat.</source>
        <translation>Line {row} in the name of {name} (device {id}) came from another device.</translation>
    </message>
    <message>
        <source>Regel {row} van {name} (apparaat {id}) spreekt tegen wat eerder is doorgegeven: er is iets veranderd, of er is een oud bestand teruggezet.</source>
        <translation>Line {row} of {name} (device {id}) contradicts what was told before: something was changed, or an old file was put back.</translation>
    </message>
    <message>
        <source>iemand die hier niet meer bekend is</source>
        <translation>somebody who is no longer known here</translation>
    </message>
    <message>
        <source>Bewaar wie er keek</source>
        <translation>Save who looked</translation>
    </message>
    <message>
        <source>Bewaard: {n} regels. Dat je dit deed is genoteerd.</source>
        <translation>Saved: {n} lines. That you did this is on record.</translation>
    </message>
    <message>
        <source>Iemand die hier niet meer bekend is</source>
        <translation>Someone no longer known here</translation>
    </message>
    <message>
        <source>Meer tonen</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Tonen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Bewaren als bestand …</source>
        <translation>Save as a file …</translation>
    </message>
    <message>
        <source>Verkeerde wachtwoordzin</source>
        <translation>Wrong passphrase</translation>
    </message>
    <message>
        <source>regel</source>
        <translation>line</translation>
    </message>
    <message>
        <source>regels</source>
        <translation>lines</translation>
    </message>
    <message>
        <source>{shown} van {many}</source>
        <translation>{shown} of {many}</translation>
    </message>
    <message>
        <source>voor {name}</source>
        <translation>on behalf of {name}</translation>
    </message>
    <message>
        <source>op een ander apparaat ({id})</source>
        <translation>on another device ({id})</translation>
    </message>
    <message>
        <source>Niet toegestaan</source>
        <translation>Not allowed</translation>
    </message>
</context>
<context>
    <name>ActionsCard</name>
    <message>
        <source>Wat gaan we doen?</source>
        <translation>What are we going to do?</translation>
    </message>
    <message>
        <source>Acties</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Nog geen acties. Schrijf hieronder op wat de bijeenkomst afsprak.</source>
        <translation>No actions yet. Write down below what the meeting agreed.</translation>
    </message>
    <message>
        <source>Actie</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Wat is ervan geworden</source>
        <translation>What came of it</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Andere actie</source>
        <translation>Another action</translation>
    </message>
    <message>
        <source>Wie zorgt ervoor</source>
        <translation>Who takes care of it</translation>
    </message>
    <message>
        <source>Klaar op</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>klaar op {day}</source>
        <translation>due on {day}</translation>
    </message>
    <message>
        <source>Gedaan</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Over tijd</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Actie bewaren</source>
        <translation>Save action</translation>
    </message>
    <message>
        <source>Actie toevoegen</source>
        <translation>Add action</translation>
    </message>
    <message>
        <source>Gedaan. Schrijf erbij wat het opleverde.</source>
        <translation>Done. Add what came of it.</translation>
    </message>
    <message>
        <source>De actie is weggehaald.</source>
        <translation>The action has been removed.</translation>
    </message>
    <message>
        <source>De actie is bewaard en staat in het verslag.</source>
        <translation>The action has been saved and is in the report.</translation>
    </message>
</context>
<context>
    <name>AdminPage</name>
    <message>
        <source>Beheer</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Plekken en formulieren</source>
        <translation>Places and forms</translation>
    </message>
    <message>
        <source>Mensen, plekken, sleutels, kopieën en wie er keek</source>
        <translation>People, places, keys, copies and who looked</translation>
    </message>
    <message>
        <source>Mensen en apparaten</source>
        <translation>People and devices</translation>
    </message>
    <message>
        <source>Gesloten dagen</source>
        <translation>Closed days</translation>
    </message>
    <message>
        <source>Onze gesloten dagen</source>
        <translation>Our closed days</translation>
    </message>
    <message>
        <source>Agendabestand</source>
        <translation>Calendar file</translation>
    </message>
    <message>
        <source>Sleutels</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Kopieën</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Wie keek er</source>
        <translation>Who looked</translation>
    </message>
    <message>
        <source>Dit programma</source>
        <translation>This program</translation>
    </message>
    <message>
        <source>Onderdeel van beheer</source>
        <translation>Part of settings</translation>
    </message>
</context>
<context>
    <name>AfterCard</name>
    <message>
        <source>Na het gesprek</source>
        <translation>After the conversation</translation>
    </message>
    <message>
        <source>Waar leidde dit gesprek toe?</source>
        <translation>What did this conversation lead to?</translation>
    </message>
    <message>
        <source>Geen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Volgend gesprek</source>
        <translation>Next conversation</translation>
    </message>
    <message>
        <source>Gesprek afronden</source>
        <translation>Complete conversation</translation>
    </message>
    <message>
        <source>Afgerond: {outcome}</source>
        <translation>Completed: {outcome}</translation>
    </message>
    <message>
        <source>Goedkeuren en sturen</source>
        <translation>Approve and send</translation>
    </message>
    <message>
        <source>Toch terugkoppelen</source>
        <translation>Tell them after all</translation>
    </message>
    <message>
        <source>Terugkoppeling aan {doctor}</source>
        <translation>Feedback to {doctor}</translation>
    </message>
    <message>
        <source>Onderteken eerst een notitie; daaruit komen de regels.</source>
        <translation>Sign a note first; the lines come from it.</translation>
    </message>
    <message>
        <source>Stuur via GPConnect</source>
        <translation>Send through GPConnect</translation>
    </message>
    <message>
        <source>Al gekopieerd</source>
        <translation>Already copied</translation>
    </message>
    <message>
        <source>Per brief</source>
        <translation>By letter</translation>
    </message>
    <message>
        <source>Als MEDVRI-bericht</source>
        <translation>As a MEDVRI message</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Hoe hoort de huisarts dit?</source>
        <translation>How will the GP hear about this?</translation>
    </message>
    <message>
        <source>De notitie is verbeterd nadat de praktijk dit hoorde; daar staan nog de oude woorden. Laat weten wat er anders is (AVG artikel 19).</source>
        <translation>The note was corrected after the practice heard this; they still have the old words. Let them know what is different (GDPR article 19).</translation>
    </message>
    <message>
        <source>De praktijk heeft het gezien</source>
        <translation>The practice has seen it</translation>
    </message>
    <message>
        <source>Niet verteld</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>Niet verteld: {why}</source>
        <translation>Not told: {why}</translation>
    </message>
    <message>
        <source>Verstuurd, nog niet gezien</source>
        <translation>Sent, not seen yet</translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>Bellijst</source>
        <translation>Call list</translation>
    </message>
    <message>
        <source>Plan een reeks dagdelen</source>
        <translation>Plan a series of half-days</translation>
    </message>
    <message>
        <source>week {number} · {first} t/m {last}</source>
        <translation>week {number} · {first} to {last}</translation>
    </message>
    <message>
        <source>alle locaties</source>
        <translation>all sites</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>boekt als {name}</source>
        <translation>booking as {name}</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sluiten: antwoorden</source>
        <translation>Close answers</translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Wie zei dat?</source>
        <translation>Who said so?</translation>
    </message>
    <message>
        <source>Naam van wie bevestigt</source>
        <translation>Name of the person confirming</translation>
    </message>
    <message>
        <source>Dag, bijvoorbeeld 3-12</source>
        <translation>Day, for example 3-12</translation>
    </message>
    <message>
        <source>Reden</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Wat hoorde je? (mag leeg)</source>
        <translation>What did you hear? (optional)</translation>
    </message>
    <message>
        <source>Wat zei de ontvanger terug? (mag leeg)</source>
        <translation>What did the receiver say back? (optional)</translation>
    </message>
    <message>
        <source>Ja, er is contact</source>
        <translation>Yes, they are in touch</translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Is er contact gelegd?</source>
        <translation>Has contact been made?</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>AskStep</name>
    <message>
        <source>Wil je mijn computer (apparaat {id}) toelaten in GPConnect? Het gaat om: {spaces}. Kies Beheer, Mensen en apparaten, Iemand uitnodigen, en mijn naam: {name}. Bel me daarna, dan typ ik de code en vergelijken we de cijfers.</source>
        <translation>Will you let my computer (device {id}) into GPConnect? It is about: {spaces}. Choose Admin, People and devices, Invite somebody, and my name: {name}. Call me after that, then I type the code and we compare the digits.</translation>
    </message>
    <message>
        <source>Stuur of lees dit voor aan: {who}. Wie jou al in een gedeelde ruimte ziet, krijgt het ook zelf te zien, bij Beheer.</source>
        <translation>Send or read this to: {who}. Whoever sees you in a shared space already is told in Admin as well.</translation>
    </message>
    <message>
        <source>Kreeg je een code, of ligt er een herstelblad? Kies dat dan bij Wat dit apparaat deelt.</source>
        <translation>Did you get a code, or is there a recovery sheet? Then choose that at What this device shares.</translation>
    </message>
    <message>
        <source>Kopieer de vraag</source>
        <translation>Copy the question</translation>
    </message>
    <message>
        <source>De vraag staat op het klembord. Plak hem in een bericht.</source>
        <translation>The question is on the clipboard. Paste it into a message.</translation>
    </message>
</context>
<context>
    <name>AskedPart</name>
    <message>
        <source>Per apparaat</source>
        <translation>Per device</translation>
    </message>
    <message>
        <source>Op welke apparaten het weg is</source>
        <translation>On which devices it is gone</translation>
    </message>
    <message>
        <source>De server heeft de sleutels nog niet weggehaald; dat gaat vanzelf.</source>
        <translation>The server has not removed the keys yet; that happens by itself.</translation>
    </message>
    <message>
        <source>Terugdraaien</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Vernietigen …</source>
        <translation>Destroy …</translation>
    </message>
    <message>
        <source>Weigeren …</source>
        <translation>Refuse …</translation>
    </message>
    <message>
        <source>stuk</source>
        <translation>record</translation>
    </message>
    <message>
        <source>stukken</source>
        <translation>records</translation>
    </message>
    <message>
        <source>Hiermee verdwijnt voorgoed: {count}, hier en op elk apparaat van het team. Niemand kan dit terughalen, ook wij niet.</source>
        <translation>This goes for good: {count}, here and on every device of the team. Nobody can bring it back, not even we.</translation>
    </message>
    <message>
        <source>Ja, vernietig voorgoed</source>
        <translation>Yes, destroy for good</translation>
    </message>
    <message>
        <source>Nee, laat staan</source>
        <translation>No, leave it</translation>
    </message>
</context>
<context>
    <name>AskingPart</name>
    <message>
        <source>stuk</source>
        <translation>record</translation>
    </message>
    <message>
        <source>stukken</source>
        <translation>records</translation>
    </message>
    <message>
        <source>Wat moet weg?</source>
        <translation>What has to go?</translation>
    </message>
    <message>
        <source>Het hele dossier, {count}</source>
        <translation>The whole record, {count}</translation>
    </message>
    <message>
        <source>Een deel</source>
        <translation>Part of it</translation>
    </message>
    <message>
        <source>De jeugdige zelf</source>
        <translation>The young person</translation>
    </message>
    <message>
        <source>Iemand anders die dat mag</source>
        <translation>Somebody else who may ask</translation>
    </message>
    <message>
        <source>Blokkeren en wissen aanvragen</source>
        <translation>Block and request erasure</translation>
    </message>
    <message>
        <source>Verzoek weigeren …</source>
        <translation>Refuse the request …</translation>
    </message>
    <message>
        <source>Kies de stukken</source>
        <translation>Choose the records</translation>
    </message>
    <message>
        <source>Waarop rust het verzoek?</source>
        <translation>What is the request based on?</translation>
    </message>
    <message>
        <source>Wie vraagt het?</source>
        <translation>Who asks?</translation>
    </message>
    <message>
        <source>Wat je kiest is meteen geblokkeerd, ook bij collega&apos;s die syncen. Er is dan nog niets weg.</source>
        <translation>What you choose is blocked at once, also for colleagues who sync. Nothing is gone yet.</translation>
    </message>
    <message>
        <source>Zeven dagen kan iedereen in het team het terugdraaien.</source>
        <translation>For seven days anybody in the team can undo it.</translation>
    </message>
    <message>
        <source>Daarna wordt het vernietigd, voorgoed. Een laptop die uit staat wist zodra hij weer synct.</source>
        <translation>After that it is destroyed, for good. A laptop that is off erases as soon as it syncs again.</translation>
    </message>
    <message>
        <source>Meer dan {n} stukken in een week vernietigt een collega.</source>
        <translation>More than {n} records in a week are destroyed by a colleague.</translation>
    </message>
    <message>
        <source>Dit blijft: de kaart, afspraken en toestemmingen bij de praktijk, wat de huisarts al hoorde, wie er keek, en dat er is gewist (wanneer, waarop en wie het vroeg).</source>
        <translation>This stays: the card, appointments and consents at the practice, what the GP has heard, who looked, and that it was erased (when, on what ground and who asked).</translation>
    </message>
    <message>
        <source>Cijfers over een heel dossier halen we terug.</source>
        <translation>Figures about a whole record are taken back.</translation>
    </message>
    <message>
        <source>Weigeren kan alleen bij groot belang van een ander of als een wet het eist.</source>
        <translation>Refusing is possible only for somebody else&apos;s considerable interest or where a law demands it.</translation>
    </message>
    <message>
        <source>Kies eerst wat het gezin weg wil hebben.</source>
        <translation>First choose what the family wants to have removed.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sluiten: melding</source>
        <translation>Close message</translation>
    </message>
    <message>
        <source>Minder</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>BeginPanel</name>
    <message>
        <source>Je naam</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Adres van de server</source>
        <translation>Address of the server</translation>
    </message>
    <message>
        <source>Minstens 12 tekens. Vier losse woorden onthoud je makkelijk.</source>
        <translation>At least 12 characters. Four unrelated words are easy to remember.</translation>
    </message>
    <message>
        <source>Kies een wachtwoordzin</source>
        <translation>Choose a passphrase</translation>
    </message>
    <message>
        <source>Nog een keer dezelfde</source>
        <translation>The same once more</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Hiermee gaat je bestand op deze computer open. Alleen jij kent hem. Daarna typ je het blad over.</source>
        <translation>This opens your file on this computer. Only you know it. After that you type over the sheet.</translation>
    </message>
    <message>
        <source>Een pilot beginnen</source>
        <translation>Start a pilot</translation>
    </message>
    <message>
        <source>Eerst een wachtwoordzin</source>
        <translation>First a passphrase</translation>
    </message>
    <message>
        <source>Jij wordt coördinator. Daarna nodig je jeugdwerkers en praktijken uit.</source>
        <translation>You become the coordinator. After this you invite youth workers and practices.</translation>
    </message>
    <message>
        <source>Hiermee gaat je bestand op deze computer open. Alleen jij kent hem. Daarna vul je je code in.</source>
        <translation>This opens your file on this computer. Only you know it. After this you fill in your code.</translation>
    </message>
    <message>
        <source>Met de oprichtcode van de beheerder erachter: https://…#code. Nog geen server? Laat leeg.</source>
        <translation>With the operator&apos;s founding code after it: https://…#code. No server yet? Leave it empty.</translation>
    </message>
    <message>
        <source>Vul je naam in.</source>
        <translation>Fill in your name.</translation>
    </message>
    <message>
        <source>Kies een wachtwoordzin.</source>
        <translation>Choose a passphrase.</translation>
    </message>
    <message>
        <source>De twee wachtwoordzinnen zijn niet gelijk.</source>
        <translation>The two passphrases are not the same.</translation>
    </message>
</context>
<context>
    <name>Behalf</name>
    <message>
        <source>Namens welke huisarts?</source>
        <translation>On behalf of which GP?</translation>
    </message>
</context>
<context>
    <name>BookingView</name>
    <message>
        <source>Waar gaat het over?</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>Boeken</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Annuleren: het boeken</source>
        <translation>Cancel the booking</translation>
    </message>
    <message>
        <source>Nieuwe afspraak</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>Inloop: zonder afspraak</source>
        <translation>Walk-in: no appointment</translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation>Question between colleagues</translation>
    </message>
    <message>
        <source>Kies iemand uit de lijst of Nieuwe jeugdige; maak het veld leeg voor inloop zonder naam.</source>
        <translation>Choose someone from the list or New child; clear the field for a walk-in without a name.</translation>
    </message>
    <message>
        <source>Zoek een jeugdige, of typ naam en geboortedatum van een nieuwe.</source>
        <translation>Search for a child, or type the name and date of birth of a new one.</translation>
    </message>
    <message>
        <source>Leg de vraag neer</source>
        <translation>Put the question</translation>
    </message>
    <message>
        <source>Is er nu</source>
        <translation>Is here now</translation>
    </message>
    <message>
        <source>Maak een taak voor vandaag</source>
        <translation>Create a task for today</translation>
    </message>
    <message>
        <source>Toch boeken, ook al is de plek vastgehouden</source>
        <translation>Book all the same, although the place is held</translation>
    </message>
    <message>
        <source>Op de wachtlijst zetten</source>
        <translation>Put on the waiting list</translation>
    </message>
    <message>
        <source>De taak staat op vandaag.</source>
        <translation>The task is set for today.</translation>
    </message>
    <message>
        <source>Op de wachtlijst gezet.</source>
        <translation>Put on the waiting list.</translation>
    </message>
    <message>
        <source>Geboekt.</source>
        <translation>Booked.</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Bel nu</source>
        <translation>Call now</translation>
    </message>
    <message>
        <source>Er komt een taak voor vandaag bij, zodat niemand het vergeet.</source>
        <translation>A task is added for today, so that nobody forgets.</translation>
    </message>
    <message>
        <source>Direct gevaar voor iemands leven</source>
        <translation>Immediate danger to someone’s life</translation>
    </message>
    <message>
        <source>Veilig Thuis, dag en nacht: ook voor advies zonder naam</source>
        <translation>Veilig Thuis, day and night: also for advice without giving a name</translation>
    </message>
    <message>
        <source>{name}, jeugdwerker van dit spreekuur</source>
        <translation>{name}, youth worker for these office hours</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
</context>
<context>
    <name>CallingOff</name>
    <message>
        <source>Dagdeel afzeggen</source>
        <translation>Call off this half-day</translation>
    </message>
    <message>
        <source>Laat toch doorgaan</source>
        <translation>Let it take place after all</translation>
    </message>
    <message>
        <source>Waarom gaat dit dagdeel niet door?</source>
        <translation>Why does this half-day not take place?</translation>
    </message>
    <message>
        <source>jeugdwerker afwezig</source>
        <translation>youth worker away</translation>
    </message>
    <message>
        <source>geen kamer vrij</source>
        <translation>no room free</translation>
    </message>
    <message>
        <source>praktijk dicht</source>
        <translation>practice closed</translation>
    </message>
    <message>
        <source>Zeg dit dagdeel af</source>
        <translation>Call off this half-day</translation>
    </message>
    <message>
        <source>Laat staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Of in eigen woorden</source>
        <translation>Or in your own words</translation>
    </message>
    <message>
        <source>Enter zegt het dagdeel af. Iedereen leest dit.</source>
        <translation>Enter calls off the half-day. Everybody reads this.</translation>
    </message>
    <message>
        <source>Gaat niet door: {why}</source>
        <translation>Does not take place: {why}</translation>
    </message>
    <message>
        <source>afspraak</source>
        <translation>appointment</translation>
    </message>
    <message>
        <source>afspraken</source>
        <translation>appointments</translation>
    </message>
    <message>
        <source>Zeg af: {count}</source>
        <translation>Call off: {count}</translation>
    </message>
    <message>
        <source>Er staat nog niemand in dit dagdeel.</source>
        <translation>Nobody is booked in this half-day yet.</translation>
    </message>
    <message>
        <source>Dit raakt {count}; bellen voor een andere tijd komt op Vandaag:</source>
        <translation>This affects {count}; phoning them for another time comes on Today:</translation>
    </message>
    <message>
        <source>en nog {n}</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Het dagdeel gaat niet door. Wie een afspraak had, staat op Vandaag.</source>
        <translation>The half-day does not take place. Whoever had an appointment is on Today.</translation>
    </message>
    <message>
        <source>Het dagdeel gaat toch door.</source>
        <translation>The half-day takes place after all.</translation>
    </message>
</context>
<context>
    <name>ChildPicker</name>
    <message>
        <source>Wie draag je over?</source>
        <translation>Who are you handing over?</translation>
    </message>
    <message>
        <source>Jeugdigen</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Niemand gevonden</source>
        <translation>Nobody found</translation>
    </message>
    <message>
        <source>Zoek op naam of geboortedatum. Een dossier open je bij Jeugdigen.</source>
        <translation>Search by name or date of birth. You can open a record under Children.</translation>
    </message>
    <message>
        <source>Naam of geboortedatum</source>
        <translation>Name or date of birth</translation>
    </message>
    <message>
        <source>Kies</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>onbekend</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>staat er nu</source>
        <translation>there now</translation>
    </message>
    <message>
        <source>Deze geldt: {value}</source>
        <translation>This one counts: {value}</translation>
    </message>
    <message>
        <source>Deze geldt</source>
        <translation>This one counts</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Tussenevaluatie</source>
        <translation>Interim evaluation</translation>
    </message>
    <message>
        <source>Eindevaluatie</source>
        <translation>Final evaluation</translation>
    </message>
    <message>
        <source>Soort verslag</source>
        <translation>Type of report</translation>
    </message>
    <message>
        <source>Van de maand</source>
        <translation>From month</translation>
    </message>
    <message>
        <source>Tot en met de maand</source>
        <translation>Up to and including month</translation>
    </message>
    <message>
        <source>over</source>
        <translation>for</translation>
    </message>
    <message>
        <source>tot en met</source>
        <translation>up to and including</translation>
    </message>
</context>
<context>
    <name>ChosenCard</name>
    <message>
        <source>Toestemming vragen</source>
        <translation>Ask for consent</translation>
    </message>
    <message>
        <source>Niet verschenen</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>Stap terug</source>
        <translation>Step back</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>CloseCard</name>
    <message>
        <source>Dit dagdeel afsluiten</source>
        <translation>Close this half-day</translation>
    </message>
    <message>
        <source>{site} afsluiten</source>
        <translation>Close {site}</translation>
    </message>
    <message>
        <source>Afgesloten</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Heropenen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Nog zonder uitkomst: {times}</source>
        <translation>Still without an outcome: {times}</translation>
    </message>
    <message>
        <source>Afsluiten kan als elke afspraak een uitkomst heeft.</source>
        <translation>You can close once every appointment has an outcome.</translation>
    </message>
    <message>
        <source>Elke afspraak heeft een uitkomst.</source>
        <translation>Every appointment has an outcome.</translation>
    </message>
    <message>
        <source>Afsluiten</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ClosedPart</name>
    <message>
        <source>Alle jeugdigen</source>
        <translation>All children</translation>
    </message>
    <message>
        <source>Waarom moet je nu kijken?</source>
        <translation>Why do you have to look now?</translation>
    </message>
    <message>
        <source>Minstens {n} tekens. De casusregisseur en het gezin kunnen dit lezen.</source>
        <translation>At least {n} characters. The case lead and the family can read this.</translation>
    </message>
    <message>
        <source>Met spoed openen</source>
        <translation>Open in an emergency</translation>
    </message>
    <message>
        <source>Dit dossier is afgeschermd</source>
        <translation>This dossier is kept apart</translation>
    </message>
    <message>
        <source>De casusregisseur koos welke collega&apos;s het mogen lezen. Heb je het nodig voor je werk? Vraag de casusregisseur om je erbij te zetten. Afspraken bij de praktijk blijven gewoon zichtbaar.</source>
        <translation>The case lead chose which colleagues may read it. Do you need it for your work? Ask the case lead to add you. Appointments at the practice stay visible as usual.</translation>
    </message>
    <message>
        <source>Spoed: er kan niet gewacht worden</source>
        <translation>Emergency: it cannot wait</translation>
    </message>
    <message>
        <source>Bijvoorbeeld als een jeugdige nu gevaar loopt. Het dossier gaat een uur open op dit apparaat. Dat en je reden komen in de lijst van wie er keek; de casusregisseur ziet het bovenaan.</source>
        <translation>For example when a child is in danger now. The dossier opens for an hour on this device. That and your reason are added to the list of who looked; the case lead sees it on top.</translation>
    </message>
</context>
<context>
    <name>ClosuresSection</name>
    <message>
        <source>Gesloten dagen</source>
        <translation>Closed days</translation>
    </message>
    <message>
        <source>Er komen geen gesloten dagen. Feestdagen kent het programma al.</source>
        <translation>No closed days are coming. The program knows public holidays already.</translation>
    </message>
    <message>
        <source>Waarom</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Bijvoorbeeld Kerstvakantie. Iedereen leest dit.</source>
        <translation>For example Christmas holidays. Everybody reads this.</translation>
    </message>
    <message>
        <source>Sluit deze dagen</source>
        <translation>Close these days</translation>
    </message>
    <message>
        <source>Dagen sluiten</source>
        <translation>Close days</translation>
    </message>
    <message>
        <source>Eerste dag</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Laatste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Wie er dan een afspraak heeft, wordt een taak aan de balie: verzetten.</source>
        <translation>Whoever has an appointment then becomes a task at the desk: move it.</translation>
    </message>
    <message>
        <source>hele pilot</source>
        <translation>whole pilot</translation>
    </message>
    <message>
        <source>Toch open</source>
        <translation>Open after all</translation>
    </message>
    <message>
        <source>Hele pilot</source>
        <translation>Whole pilot</translation>
    </message>
    <message>
        <source>De dagen zijn gesloten.</source>
        <translation>The days are closed.</translation>
    </message>
    <message>
        <source>Deze dagen zijn weer open.</source>
        <translation>These days are open again.</translation>
    </message>
    <message>
        <source>sluiting</source>
        <translation>closure</translation>
    </message>
    <message>
        <source>sluitingen</source>
        <translation>closures</translation>
    </message>
    <message>
        <source>{count} overgenomen.</source>
        <translation>{count} taken over.</translation>
    </message>
    <message>
        <source>Agendabestand (*.ics *.ical *.ifb);;Alle bestanden (*)</source>
        <translation>Calendar file (*.ics *.ical *.ifb);;All files (*)</translation>
    </message>
    <message>
        <source>Welke agenda?</source>
        <translation>Which calendar?</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Papieren formulier overtypen</source>
        <translation>Type in a paper form</translation>
    </message>
    <message>
        <source>Code op het formulier</source>
        <translation>Code on the form</translation>
    </message>
    <message>
        <source>Zes tekens, bijvoorbeeld 4F09AB</source>
        <translation>Six characters, for example 4F09AB</translation>
    </message>
    <message>
        <source>Formulier zoeken</source>
        <translation>Find the form</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sluiten: overtypen</source>
        <translation>Close: typing in</translation>
    </message>
    <message>
        <source>Code intrekken</source>
        <translation>Withdraw the code</translation>
    </message>
    <message>
        <source>Op papier</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>Uitnodiging bewaren</source>
        <translation>Save invitation</translation>
    </message>
    <message>
        <source>Trek de code voor {name} in</source>
        <translation>Withdraw the code for {name}</translation>
    </message>
    <message>
        <source>Zet de uitnodiging van {name} op papier</source>
        <translation>Put {name}&apos;s invitation on paper</translation>
    </message>
    <message>
        <source>Lees deze twee regels voor, of geef ze op papier; mail ze nooit via de gemeente. Voor: {where}.</source>
        <translation>Read these two lines aloud, or give them on paper; never mail them through the municipality. For: {where}.</translation>
    </message>
    <message>
        <source>De code is ingetypt. De apparaten maken kennis …</source>
        <translation>The code has been typed. The devices are getting to know each other …</translation>
    </message>
    <message>
        <source>{name} wacht. Bel, of kijk samen.</source>
        <translation>{name} is waiting. Call, or look together.</translation>
    </message>
    <message>
        <source>Toegelaten. Het staat op de server zodra er verbinding is.</source>
        <translation>Let in. It is on the server as soon as there is a connection.</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>nog geen server</source>
        <translation>no server yet</translation>
    </message>
    <message>
        <source>{hub} · goed tot {until}, voor één apparaat</source>
        <translation>{hub} · good until {until}, for one device</translation>
    </message>
    <message>
        <source>Staan op het andere scherm dezelfde cijfers?</source>
        <translation>Does the other screen show the same digits?</translation>
    </message>
</context>
<context>
    <name>CodeForm</name>
    <message>
        <source>Zestien tekens. Hoofdletters, streepjes en spaties maken niet uit; een O is een nul.</source>
        <translation>Sixteen characters. Capitals, dashes and spaces do not matter; an O is a zero.</translation>
    </message>
    <message>
        <source>Code van je uitnodiging</source>
        <translation>Code of your invitation</translation>
    </message>
    <message>
        <source>Adres van de server</source>
        <translation>Address of the server</translation>
    </message>
    <message>
        <source>Staat bij de code.</source>
        <translation>It stands beside the code.</translation>
    </message>
    <message>
        <source>Meld je aan</source>
        <translation>Sign up</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Je doet mee. Wat er al was staat nu op deze computer.</source>
        <translation>You take part. What was there already is on this computer now.</translation>
    </message>
</context>
<context>
    <name>ComingTalksCard</name>
    <message>
        <source>Nog geplande gesprekken</source>
        <translation>Talks still planned</translation>
    </message>
    <message>
        <source>Het gezin wil geen hulp meer. Zeg af wat nog gepland staat; de plekken komen vrij.</source>
        <translation>The family no longer wants help. Call off what is still planned; the slots become free.</translation>
    </message>
    <message>
        <source>Alles afzeggen</source>
        <translation>Call everything off</translation>
    </message>
    <message>
        <source>Op de wachtlijst</source>
        <translation>On the waiting list</translation>
    </message>
    <message>
        <source>Afgezegd. Bel het gezin als zij dit nog niet weten.</source>
        <translation>Called off. Phone the family if they do not know yet.</translation>
    </message>
</context>
<context>
    <name>ConflictsCard</name>
    <message>
        <source>Niemand wijzigde hetzelfde tegelijk. Er is niets te kiezen.</source>
        <translation>Nobody changed the same thing at the same time. There is nothing to choose.</translation>
    </message>
    <message>
        <source>Wat geldt?</source>
        <translation>Which one counts?</translation>
    </message>
    <message>
        <source>Je keuze geldt nu voor iedereen.</source>
        <translation>Your choice now counts for everyone.</translation>
    </message>
</context>
<context>
    <name>ConsentBox</name>
    <message>
        <source>Mag de praktijk dit weten?</source>
        <translation>May the practice know this?</translation>
    </message>
    <message>
        <source>Mag Buurtzorg Jong dit weten?</source>
        <translation>May Buurtzorg Jong know this?</translation>
    </message>
    <message>
        <source>Wie hierover beslist, hangt af van de leeftijd.</source>
        <translation>Who decides about this depends on age.</translation>
    </message>
    <message>
        <source>Het mag</source>
        <translation>That’s fine</translation>
    </message>
    <message>
        <source>De jeugdige</source>
        <translation>The child</translation>
    </message>
    <message>
        <source>Ouder</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>{who} vindt het goed</source>
        <translation>{who} agrees</translation>
    </message>
    <message>
        <source>g</source>
        <comment>toets bij: vindt het goed</comment>
        <translation>g</translation>
    </message>
    <message>
        <source>n</source>
        <comment>toets bij: nog vragen</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>l</source>
        <comment>toets bij: liever niet</comment>
        <translation>r</translation>
    </message>
    <message>
        <source>Nog vragen</source>
        <translation>Still to ask</translation>
    </message>
    <message>
        <source>Liever niet</source>
        <translation>Rather not</translation>
    </message>
    <message>
        <source> en </source>
        <translation> and </translation>
    </message>
    <message>
        <source>de praktijk</source>
        <translation>the practice</translation>
    </message>
    <message>
        <source>{name} ({age}) beslist zelf of {whom} dit mag weten.</source>
        <translation>{name} ({age}) decides personally whether {whom} may know this.</translation>
    </message>
    <message>
        <source>{name} is {age}: een ouder met gezag of de voogd beslist of {whom} dit mag weten.</source>
        <translation>{name} is {age}: a parent with parental authority or the guardian decides whether {whom} may know this.</translation>
    </message>
    <message>
        <source>de jeugdwerker</source>
        <translation>the youth worker</translation>
    </message>
    <message>
        <source>Voor hulp zijn ook de ouders met gezag nodig; dat regelt {worker}.</source>
        <translation>Support also needs the parents with parental authority; {worker} arranges that.</translation>
    </message>
    <message>
        <source>Voor hulp zijn alle ouders met gezag nodig; dat regelt {worker}.</source>
        <translation>Support needs all parents with parental authority; {worker} arranges that.</translation>
    </message>
    <message>
        <source>Ook over hulp beslist {name} zelf.</source>
        <translation>{name} also decides personally about support.</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Toestemming</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>vandaag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Dag waarop het is gezegd (leeg is vandaag)</source>
        <translation>Day it was said (empty means today)</translation>
    </message>
    <message>
        <source>tot het wordt ingetrokken</source>
        <translation>until it is withdrawn</translation>
    </message>
    <message>
        <source>Een ja geldt tot en met (leeg is tot het wordt ingetrokken)</source>
        <translation>A yes counts until and including (empty is until it is withdrawn)</translation>
    </message>
</context>
<context>
    <name>ContentForm</name>
    <message>
        <source>Hoe komt het gezin binnen?</source>
        <translation>How does the family get access?</translation>
    </message>
    <message>
        <source>Hoe veilig is de jeugdige?</source>
        <translation>How safe is the child?</translation>
    </message>
    <message>
        <source>Op welke grond mag dit gedeeld worden?</source>
        <translation>On what ground may this be shared?</translation>
    </message>
    <message>
        <source>Schrijf op waarom dit zonder toestemming moet</source>
        <translation>Write down why this has to happen without consent</translation>
    </message>
    <message>
        <source>Zonder reden gaat er niets weg. Het gezin kan dit lezen.</source>
        <translation>Nothing is sent without a reason. The family can read this.</translation>
    </message>
    <message>
        <source>Kern</source>
        <translation>Essentials</translation>
    </message>
    <message>
        <source>Inhoud</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>twaalf punten</source>
        <translation>twelve points</translation>
    </message>
    <message>
        <source>Voorgevuld uit de notities. Kort is goed; wat leeg is, staat niet in de brief.</source>
        <translation>Filled in from the notes. Short is fine; anything left empty is not in the letter.</translation>
    </message>
</context>
<context>
    <name>CopyCard</name>
    <message>
        <source>Inzage en afschrift</source>
        <translation>Inspection and copy</translation>
    </message>
    <message>
        <source>Voor wie is het afschrift?</source>
        <translation>For whom is the copy?</translation>
    </message>
    <message>
        <source>{child} kan dit (nog) niet zelf overzien</source>
        <translation>{child} cannot weigh this (yet)</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Opslaan als PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Opslaan als data</source>
        <translation>Save as data</translation>
    </message>
    <message>
        <source>Opslaan als data (JSON)</source>
        <translation>Save as data (JSON)</translation>
    </message>
    <message>
        <source>Afdrukken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Vorige</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Vorige bladzijde</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Volgende bladzijde</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Jeugdwet {article}</source>
        <translation>Youth Act {article}</translation>
    </message>
    <message>
        <source>Mag</source>
        <translation>Allowed</translation>
    </message>
    <message>
        <source>Mag nu niet</source>
        <translation>Not allowed now</translation>
    </message>
    <message>
        <source>{child} vindt het goed</source>
        <translation>{child} agrees</translation>
    </message>
    <message>
        <source>Vastgelegd. Intrekken kan bij Toestemming.</source>
        <translation>Recorded. It can be withdrawn under Consent.</translation>
    </message>
    <message>
        <source>plek</source>
        <translation>place</translation>
    </message>
    <message>
        <source>plekken</source>
        <translation>places</translation>
    </message>
    <message>
        <source>Lees het eerst zelf door.</source>
        <translation>Read it through yourself first.</translation>
    </message>
    <message>
        <source>Op {n} staat dat iets over een ander is weggelaten.</source>
        <translation>In {n} it says that something about another was left out.</translation>
    </message>
    <message>
        <source>Er wordt ook iets achtergehouden voor deze persoon; dat staat er niet bij.</source>
        <translation>Something is also kept back from this person; the copy does not say so.</translation>
    </message>
    <message>
        <source>Het geheime adres staat er niet in. Kijk of school of telefoon het niet verraadt.</source>
        <translation>The confidential address is not in it. Check that school or phone do not give it away.</translation>
    </message>
    <message>
        <source>Let op: er staat een stap van de meldcode in. Houd die zo nodig hieronder achter.</source>
        <translation>Note: a step of the reporting code is in it. Keep it back below if needed.</translation>
    </message>
    <message>
        <source>Bladzijde {n} van {all}</source>
        <translation>Page {n} of {all}</translation>
    </message>
    <message>
        <source>Afschrift opslaan</source>
        <translation>Save the copy</translation>
    </message>
    <message>
        <source>Opgeslagen, buiten het versleutelde bestand. Geef het mee en wis het daarna hier.</source>
        <translation>Saved, outside the encrypted file. Hand it over and delete it here afterwards.</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Iets verbeteren</source>
        <translation>Correct something</translation>
    </message>
    <message>
        <source>Verbetering bewaren</source>
        <translation>Keep correction</translation>
    </message>
    <message>
        <source>De oude tekst blijft leesbaar, de verbetering staat erbij (AVG artikel 16).</source>
        <translation>The old text stays readable, the correction stands beside it (GDPR article 16).</translation>
    </message>
    <message>
        <source>Wat klopt er niet?</source>
        <translation>What is wrong?</translation>
    </message>
    <message>
        <source>Hoe is het wel?</source>
        <translation>What should it say?</translation>
    </message>
    <message>
        <source>Waarom? Bijvoorbeeld: verkeerd gehoord</source>
        <translation>Why? For example: misheard</translation>
    </message>
    <message>
        <source>Wie vroeg erom? (mag leeg)</source>
        <translation>Who asked for it? (may be empty)</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Wat niet klopt, verbeter je: de oude tekst blijft leesbaar, de verbetering staat erbij. Vertel het ook aan wie de oude tekst al kreeg.</source>
        <translation>What is wrong is put right: the old text stays readable, with the correction beside it. Also tell whoever already received the old text.</translation>
    </message>
    <message>
        <source>Nog niets verbeterd. Ben je het niet eens met een verzoek? Dan kan het gezin een eigen verklaring geven.</source>
        <translation>Nothing corrected yet. Do you not agree with a request? Then the family can give a statement of their own.</translation>
    </message>
    <message>
        <source>Verbeteren</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>AVG artikel 16 en 19</source>
        <translation>GDPR articles 16 and 19</translation>
    </message>
    <message>
        <source>Iets verbeteren in een notitie</source>
        <translation>Correct something in a note</translation>
    </message>
    <message>
        <source>Ik zag het zelf</source>
        <translation>I saw it myself</translation>
    </message>
    <message>
        <source>Wat klopt er niet?</source>
        <translation>What is wrong?</translation>
    </message>
    <message>
        <source>Kies …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Hoe is het wel?</source>
        <translation>What should it say?</translation>
    </message>
    <message>
        <source>Waarom? Bijvoorbeeld: verkeerd gehoord</source>
        <translation>Why? For example: misheard</translation>
    </message>
    <message>
        <source>Wie vroeg erom?</source>
        <translation>Who asked for it?</translation>
    </message>
</context>
<context>
    <name>DamagedPanel</name>
    <message>
        <source>Dit bestand is beschadigd</source>
        <translation>This file is damaged</translation>
    </message>
    <message>
        <source>Zet een kopie terug …</source>
        <translation>Put a copy back …</translation>
    </message>
    <message>
        <source>Opnieuw proberen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Dit ligt niet aan je wachtwoordzin: het bestand zelf is niet meer te lezen. Er is niets aan veranderd. Zet je nieuwste kopie terug: het beschadigde bestand blijft apart bewaard, wat er nog uit te lezen is komt erbij, en wat al verstuurd was komt terug van de server.</source>
        <translation>This is not about your passphrase: the file itself can no longer be read. Nothing in it has changed. Put your newest copy back: the damaged file is kept apart, what can still be read of it is added, and what was sent already comes back from the server.</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Vindt het nu goed</source>
        <translation>Agrees now</translation>
    </message>
    <message>
        <source>Kaartje printen</source>
        <translation>Print card</translation>
    </message>
    <message>
        <source>Op een andere manier opgelost</source>
        <translation>Solved another way</translation>
    </message>
    <message>
        <source>ziek</source>
        <translation>ill</translation>
    </message>
    <message>
        <source>verhinderd</source>
        <translation>unable to come</translation>
    </message>
    <message>
        <source>niet meer nodig</source>
        <translation>no longer needed</translation>
    </message>
    <message>
        <source>jeugdwerker afwezig</source>
        <translation>youth worker away</translation>
    </message>
    <message>
        <source>Waarom gaat het niet door?</source>
        <translation>Why is it cancelled?</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sluiten: de afspraak</source>
        <translation>Close the appointment</translation>
    </message>
    <message>
        <source>Verplaatsen</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Afzeggen</source>
        <translation>Cancel appointment</translation>
    </message>
    <message>
        <source>Tekst kopiëren</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>zonder vaste tijd</source>
        <translation>no fixed time</translation>
    </message>
    <message>
        <source>Plek kwijt: kies een andere</source>
        <translation>Slot lost: choose another</translation>
    </message>
    <message>
        <source>Toestemming nog vragen</source>
        <translation>Consent still to be asked</translation>
    </message>
    <message>
        <source>Enter zegt de afspraak af. Zonder toestemming om te delen blijven deze woorden op deze computer.</source>
        <translation>Enter cancels the appointment. Without consent to share, these words stay on this computer.</translation>
    </message>
    <message>
        <source>Wil liever niet delen</source>
        <translation>Would rather not share</translation>
    </message>
    <message>
        <source>Waarover</source>
        <translation>About</translation>
    </message>
    <message>
        <source>In hun woorden</source>
        <translation>In their words</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Veilig contact</source>
        <translation>Safe contact</translation>
    </message>
    <message>
        <source>Tolk</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation>GP</translation>
    </message>
    <message>
        <source>loopt even mee</source>
        <translation>joins for a moment</translation>
    </message>
    <message>
        <source>Nieuwe tijd is doorgegeven</source>
        <translation>New time has been passed on</translation>
    </message>
    <message>
        <source>Of in eigen woorden</source>
        <translation>Or in your own words</translation>
    </message>
    <message>
        <source>Een reden kiezen zegt de afspraak meteen af; dat kan ongedaan worden gemaakt.</source>
        <translation>Choosing a reason cancels the appointment at once; that can be undone.</translation>
    </message>
    <message>
        <source>Gaat niet door: bel voor een andere tijd</source>
        <translation>Does not take place: phone for another time</translation>
    </message>
    <message>
        <source>Nog niet binnen</source>
        <translation>Not in yet</translation>
    </message>
    <message>
        <source>loopt even mee; vraag het gezin nog</source>
        <translation>joins briefly; still ask the family</translation>
    </message>
    <message>
        <source>Gaat niet door omdat</source>
        <translation>Does not take place because</translation>
    </message>
    <message>
        <source>Het gezin weet nog</source>
        <translation>The family still knows</translation>
    </message>
    <message>
        <source>Uit het huisartssysteem</source>
        <translation>From the GP system</translation>
    </message>
    <message>
        <source>Geboekt</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>Afgezegd omdat</source>
        <translation>Cancelled because</translation>
    </message>
    <message>
        <source>Ouder</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>{who} vindt het nu goed</source>
        <translation>{who} agrees now</translation>
    </message>
    <message>
        <source>Vastgelegd. De jeugdwerker ziet nu naam en hulpvraag.</source>
        <translation>Recorded. The youth worker can now see the name and request for help.</translation>
    </message>
    <message>
        <source>Naar welke plek?</source>
        <translation>To which slot?</translation>
    </message>
    <message>
        <source>Er is geen andere plek vrij op deze locatie.</source>
        <translation>No other slot is free at this site.</translation>
    </message>
    <message>
        <source>Opgelost. De boeking vraagt geen andere plek meer.</source>
        <translation>Solved. The booking no longer asks for another slot.</translation>
    </message>
    <message>
        <source>De tekst van het kaartje is gekopieerd.</source>
        <translation>The text of the card has been copied.</translation>
    </message>
</context>
<context>
    <name>DigitsView</name>
    <message>
        <source>Ze zijn gelijk</source>
        <translation>They are the same</translation>
    </message>
    <message>
        <source>Niet gelijk</source>
        <translation>Not the same</translation>
    </message>
    <message>
        <source>Vergelijk deze cijfers: {digits}</source>
        <translation>Compare these digits: {digits}</translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message>
        <source>Hulp toevoegen</source>
        <translation>Add support</translation>
    </message>
    <message>
        <source>Bewaar als tabel …</source>
        <translation>Save as a table …</translation>
    </message>
    <message>
        <source>Tabel inlezen …</source>
        <translation>Read a table …</translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Wie kan verder helpen, en hoe snel</source>
        <translation>Who can help further, and how soon</translation>
    </message>
    <message>
        <source>Waarmee</source>
        <translation>Helps with</translation>
    </message>
    <message>
        <source>Hulp, kortste wachttijd eerst</source>
        <translation>Support, shortest wait first</translation>
    </message>
    <message>
        <source>De sociale kaart is nog leeg</source>
        <translation>The directory is still empty</translation>
    </message>
    <message>
        <source>Voeg de eerste hulp toe: naam, waarmee zij helpen en hoe lang je wacht.</source>
        <translation>Add the first support: name, what they help with and how long the wait is.</translation>
    </message>
    <message>
        <source>Niets past hierbij</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Kies minder onderwerpen of laat leeftijd en plaats leeg.</source>
        <translation>Choose fewer topics, or leave age and town empty.</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Leeftijd</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>{n} van {total}</source>
        <translation>{n} of {total}</translation>
    </message>
    <message>
        <source>Kortste wachttijd eerst</source>
        <translation>Shortest wait first</translation>
    </message>
    <message>
        <source>{weeks}, verouderd</source>
        <translation>{weeks}, out of date</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Bewaard. Iedereen in de pilot ziet dit.</source>
        <translation>Saved. Everyone in the pilot can see this.</translation>
    </message>
    <message>
        <source>Weggehaald. Lopende overdrachten blijven staan.</source>
        <translation>Removed. Ongoing handovers stay in place.</translation>
    </message>
    <message>
        <source>Bewaar de sociale kaart</source>
        <translation>Save the directory</translation>
    </message>
    <message>
        <source>De sociale kaart staat in {folder} als {name}.</source>
        <translation>The directory is in {folder} as {name}.</translation>
    </message>
    <message>
        <source>Tabel (*.csv *.txt);;Alle bestanden (*)</source>
        <translation>Table (*.csv *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Welke tabel?</source>
        <translation>Which table?</translation>
    </message>
    <message>
        <source>{n} overgenomen. Iedereen in de pilot ziet dit.</source>
        <translation>{n} taken over. Everybody in the pilot sees this.</translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <source>Kaartje printen</source>
        <translation>Print card</translation>
    </message>
    <message>
        <source>Tekst kopiëren</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>Nog iemand uit dit gezin</source>
        <translation>Somebody else of this family</translation>
    </message>
    <message>
        <source>Nog een afspraak</source>
        <translation>Another appointment</translation>
    </message>
    <message>
        <source>Naar de agenda</source>
        <translation>Go to the schedule</translation>
    </message>
    <message>
        <source>Inloop</source>
        <translation>Walk-in</translation>
    </message>
    <message>
        <source>Geboekt</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>{who} staat op de wachtlijst</source>
        <translation>{who} is on the waiting list</translation>
    </message>
    <message>
        <source>Het gezin</source>
        <translation>The family</translation>
    </message>
    <message>
        <source>Toestemming nog vragen</source>
        <translation>Consent still to be asked</translation>
    </message>
    <message>
        <source>Met {worker}.</source>
        <translation>With {worker}.</translation>
    </message>
    <message>
        <source>Wacht sinds vandaag</source>
        <translation>Waits since today</translation>
    </message>
    <message>
        <source>Wacht al {time}</source>
        <translation>Has waited {time}</translation>
    </message>
    <message>
        <source>{since}, met {reasons}.</source>
        <translation>{since}, about {reasons}.</translation>
    </message>
    <message>
        <source>ander gezin</source>
        <translation>other family</translation>
    </message>
    <message>
        <source>andere gezinnen</source>
        <translation>other families</translation>
    </message>
    <message>
        <source>Er wachten nog {count}; de langste al {time}.</source>
        <translation>{count} also waiting; the longest for {time}.</translation>
    </message>
    <message>
        <source>Er wacht verder niemand op deze locatie.</source>
        <translation>Nobody else is waiting at this site.</translation>
    </message>
    <message>
        <source>Komt er een plek vrij, dan staat het gezin op Vandaag om te bellen.</source>
        <translation>When a place falls free, the family is on Today to be phoned.</translation>
    </message>
    <message>
        <source>Komt er een plek vrij, dan staat het gezin op Vandaag om te bellen: {phone}.</source>
        <translation>When a place falls free, the family is on Today to be phoned: {phone}.</translation>
    </message>
    <message>
        <source>Voorlopig</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>Er is nu geen verbinding. De afspraak is bewaard, maar een ander kan deze plek ook geboekt hebben. Zeg het gezin dat de tijd voorlopig is. Is de plek vergeven, dan zie je dat bij Vandaag.</source>
        <translation>There is no connection now. The appointment is kept, but somebody else may have booked this place as well. Tell the family that the time is provisional. If the place was given away, you will see it on Today.</translation>
    </message>
    <message>
        <source>De tekst van het kaartje is gekopieerd; plak hem in een bericht.</source>
        <translation>The text of the card has been copied; paste it into a message.</translation>
    </message>
</context>
<context>
    <name>DossierPart</name>
    <message>
        <source>Vervolgafspraak</source>
        <translation>Follow-up appointment</translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Evaluatie</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Alle jeugdigen</source>
        <translation>All children</translation>
    </message>
    <message>
        <source>Wie keek er in dit dossier?</source>
        <translation>Who looked in this record?</translation>
    </message>
    <message>
        <source>Rechten van het gezin</source>
        <translation>Rights of the family</translation>
    </message>
    <message>
        <source>Van de lijst halen</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>Geheim adres</source>
        <translation>Secret address</translation>
    </message>
    <message>
        <source>Tolk: {language}</source>
        <translation>Interpreter: {language}</translation>
    </message>
    <message>
        <source>Is {age} geworden op {day}: kijk toestemming na</source>
        <translation>Turned {age} on {day}: check consent</translation>
    </message>
    <message>
        <source>Wordt {age} op {day}</source>
        <translation>Turns {age} on {day}</translation>
    </message>
    <message>
        <source>Casusregisseur heeft geen toegang meer</source>
        <translation>Case lead has no access any more</translation>
    </message>
    <message>
        <source>Afgeschermd</source>
        <translation>Kept apart</translation>
    </message>
    <message>
        <source>Van de lijst gehaald</source>
        <translation>Taken off the list</translation>
    </message>
</context>
<context>
    <name>DossierSaver</name>
    <message>
        <source>Bewaard.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>De leiding is overgedragen.</source>
        <translation>The lead has been handed over.</translation>
    </message>
    <message>
        <source>Overdragen ongedaan gemaakt</source>
        <translation>Handing over undone</translation>
    </message>
    <message>
        <source>Vastgelegd. Het staat op de tijdlijn.</source>
        <translation>Recorded. It stands on the time line.</translation>
    </message>
    <message>
        <source>Jullie gaan verder in dit dossier. Er is niets gewist.</source>
        <translation>You go on in this record. Nothing was erased.</translation>
    </message>
    <message>
        <source>Het dossier staat weer op de lijst.</source>
        <translation>The record is on the list again.</translation>
    </message>
    <message>
        <source>Vastgelegd: dit zijn twee jeugdigen.</source>
        <translation>Recorded: these are two young people.</translation>
    </message>
    <message>
        <source>Traject afgesloten. Over zes weken vragen we hoe het gaat.</source>
        <translation>Episode closed. In six weeks we ask how it goes.</translation>
    </message>
    <message>
        <source>Nazorg vastgelegd.</source>
        <translation>Aftercare recorded.</translation>
    </message>
    <message>
        <source>Weggehaald. Wat eerder is afgesproken blijft staan.</source>
        <translation>Removed. What was agreed earlier still stands.</translation>
    </message>
    <message>
        <source>Vastgelegd. Een ander antwoord kan altijd nog.</source>
        <translation>Recorded. The answer can still be changed at any time.</translation>
    </message>
</context>
<context>
    <name>DoubleCard</name>
    <message>
        <source>Twee dossiers van dezelfde jeugdige?</source>
        <translation>Two records of the same young person?</translation>
    </message>
    <message>
        <source>notitie</source>
        <translation>note</translation>
    </message>
    <message>
        <source>notities</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>afspraak die nog komt</source>
        <translation>appointment to come</translation>
    </message>
    <message>
        <source>afspraken die nog komen</source>
        <translation>appointments to come</translation>
    </message>
    <message>
        <source>geopend op {day}</source>
        <translation>opened on {day}</translation>
    </message>
    <message>
        <source>casusregisseur {name}</source>
        <translation>case lead {name}</translation>
    </message>
    <message>
        <source>geen notities</source>
        <translation>no notes</translation>
    </message>
    <message>
        <source>Beide dossiers zijn van de lijst gehaald, ook dit. Komt het gezin nog, zet dan het dossier terug waarin jullie verdergaan.</source>
        <translation>Both records were taken off the list, this one as well. If the family still comes, put back the record that you go on in.</translation>
    </message>
    <message>
        <source>Dit dossier is van de lijst gehaald. Jullie gaan verder in het andere.</source>
        <translation>This record was taken off the list. You go on in the other one.</translation>
    </message>
    <message>
        <source>Het andere dossier is van de lijst gehaald. Wat daar gebeurde staat hier op de tijdlijn; gegevens, toestemming en een kopie voor het gezin staan nog daar.</source>
        <translation>The other record was taken off the list. What happened there stands on the time line here; details, consent and a copy for the family are still there.</translation>
    </message>
    <message>
        <source>Naam en geboortedatum zijn gelijk. Kies samen in welk dossier jullie verdergaan. Het andere gaat van de lijst; er wordt niets gewist, en wat daar gebeurde komt hier op de tijdlijn.</source>
        <translation>Name and date of birth are the same. Choose together in which record you go on. The other one goes off the list; nothing is erased, and what happened there comes on the time line here.</translation>
    </message>
    <message>
        <source>Verder in dit dossier</source>
        <translation>Go on in this record</translation>
    </message>
    <message>
        <source>Het andere openen</source>
        <translation>Open the other one</translation>
    </message>
    <message>
        <source>Dit zijn twee jeugdigen</source>
        <translation>These are two young people</translation>
    </message>
    <message>
        <source>Terug op de lijst</source>
        <translation>Back on the list</translation>
    </message>
</context>
<context>
    <name>DoubtPanel</name>
    <message>
        <source>Lijkt op</source>
        <translation>Looks like</translation>
    </message>
    <message>
        <source>Nee, dit is iemand anders</source>
        <translation>No, this is someone else</translation>
    </message>
    <message>
        <source>Deze jeugdige lijkt op iemand die al bekend is. Er is nog niets geboekt.</source>
        <translation>This child looks like someone already known. Nothing has been booked yet.</translation>
    </message>
    <message>
        <source>Deze jeugdige heeft al een afspraak: {when}. Er is nog niets geboekt.</source>
        <translation>This child already has an appointment: {when}. Nothing has been booked yet.</translation>
    </message>
    <message>
        <source>Deze jeugdige was hier vandaag al: {when}. Er is nog niets geboekt.</source>
        <translation>This child was already here today: {when}. Nothing has been booked yet.</translation>
    </message>
    <message>
        <source>Toch boeken</source>
        <translation>Book anyway</translation>
    </message>
    <message>
        <source>zelfde naam en geboortedatum</source>
        <translation>same name and date of birth</translation>
    </message>
    <message>
        <source>misschien een tikfout</source>
        <translation>perhaps a typo</translation>
    </message>
    <message>
        <source>misschien een tweeling</source>
        <translation>perhaps a twin</translation>
    </message>
    <message>
        <source>zelfde naam, andere geboortedatum</source>
        <translation>same name, different date of birth</translation>
    </message>
    <message>
        <source>Deze is het</source>
        <translation>This is the one</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Dossiers waarvan de bewaartermijn dit jaar voorbij is</source>
        <translation>Dossiers whose retention term ends this year</translation>
    </message>
    <message>
        <source>Bewaartermijn voorbij in {year}</source>
        <translation>Retention term ends in {year}</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>dossiers</source>
        <translation>dossiers</translation>
    </message>
    <message>
        <source>Langer bewaren tot</source>
        <translation>Keep longer until</translation>
    </message>
    <message>
        <source>Bijvoorbeeld 1-1-2050.</source>
        <translation>For example 1-1-2050.</translation>
    </message>
    <message>
        <source>Waarom is dat nodig?</source>
        <translation>Why is that needed?</translation>
    </message>
    <message>
        <source>Langer bewaren</source>
        <translation>Keep longer</translation>
    </message>
    <message>
        <source>Beslissen</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Naar vernietigen …</source>
        <translation>Go to destroying …</translation>
    </message>
    <message>
        <source>Afgeschermd dossier</source>
        <translation>Dossier kept apart</translation>
    </message>
    <message>
        <source>laatste wijziging {day}</source>
        <translation>last change {day}</translation>
    </message>
    <message>
        <source>bewaard tot {day}</source>
        <translation>kept until {day}</translation>
    </message>
    <message>
        <source>Termijn voorbij</source>
        <translation>Term has ended</translation>
    </message>
    <message>
        <source>Er zijn nog geen dossiers. Zodra een termijn afloopt, staat het dossier hier.</source>
        <translation>There are no dossiers yet. As soon as a term ends, the dossier is listed here.</translation>
    </message>
    <message>
        <source>dossier bewaard</source>
        <translation>dossier kept</translation>
    </message>
    <message>
        <source>dossiers bewaard</source>
        <translation>dossiers kept</translation>
    </message>
    <message>
        <source>het eerstvolgende mag weg op {day}</source>
        <translation>the next one may go on {day}</translation>
    </message>
    <message>
        <source>Dit jaar hoeft er niets weg.</source>
        <translation>Nothing has to go this year.</translation>
    </message>
    <message>
        <source>Vastgelegd, met de reden. Dit dossier blijft langer.</source>
        <translation>Recorded, with the reason. This dossier is kept longer.</translation>
    </message>
</context>
<context>
    <name>DutiesCard</name>
    <message>
        <source>Nog te doen</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Niets dat wacht.</source>
        <translation>Nothing waiting.</translation>
    </message>
    <message>
        <source>en nog {n}</source>
        <translation>and {n} more</translation>
    </message>
</context>
<context>
    <name>EmergencyBar</name>
    <message>
        <source>Je kunt alleen lezen. Je reden staat in de lijst van wie er keek: de casusregisseur beoordeelt die en het gezin mag hem lezen.</source>
        <translation>You can only read. Your reason is in the list of who looked: the case lead judges it and the family may read it.</translation>
    </message>
    <message>
        <source>Klaar met lezen</source>
        <translation>Done reading</translation>
    </message>
    <message>
        <source>Met spoed geopend, nog 1 minuut</source>
        <translation>Opened in an emergency, 1 minute left</translation>
    </message>
    <message>
        <source>Met spoed geopend, nog {n} minuten</source>
        <translation>Opened in an emergency, {n} minutes left</translation>
    </message>
</context>
<context>
    <name>EmployerCard</name>
    <message>
        <source>Een blad in de kluis van je werkgever (nooit bij de gemeente), voor als jij er zelf niet bij kunt. De code daarvan komt nooit op deze computer.</source>
        <translation>A sheet in your employer’s safe (never at the municipality), for when you cannot get in yourself. Its code never comes onto this computer.</translation>
    </message>
    <message>
        <source>Werkgever toevoegen …</source>
        <translation>Add employer …</translation>
    </message>
    <message>
        <source>Proberen</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Nieuw blad toevoegen …</source>
        <translation>Add a new sheet …</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Werkgever</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Nog niet toegevoegd</source>
        <translation>Not added yet</translation>
    </message>
    <message>
        <source>Er is ook een ouder blad.</source>
        <translation>There is an older sheet as well.</translation>
    </message>
    <message>
        <source>In gebruik</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Nog niet geprobeerd</source>
        <translation>Not tried yet</translation>
    </message>
</context>
<context>
    <name>EmployerStep</name>
    <message>
        <source>Vraag je werkgever om het bestand dat eindigt op .sleutel.json. Het blad met de code blijft in de kluis.</source>
        <translation>Ask your employer for the file that ends in .sleutel.json. The sheet with the code stays in the safe.</translation>
    </message>
    <message>
        <source>Bestand kiezen …</source>
        <translation>Choose file …</translation>
    </message>
    <message>
        <source>De vingerafdruk die je hoort</source>
        <translation>The fingerprint you hear</translation>
    </message>
    <message>
        <source>Bel je werkgever en laat de twaalf tekens voorlezen van het blad.</source>
        <translation>Phone your employer and have the twelve characters read aloud from the sheet.</translation>
    </message>
    <message>
        <source>Werkgever toevoegen</source>
        <translation>Add employer</translation>
    </message>
    <message>
        <source>Sleutelbestand van je werkgever</source>
        <translation>Your employer’s key file</translation>
    </message>
    <message>
        <source>Sleutel van {employer}, gemaakt op {day}.</source>
        <translation>Key of {employer}, made on {day}.</translation>
    </message>
    <message>
        <source>Het blad in de kluis van je werkgever opent vanaf nu je bestand.</source>
        <translation>From now on the sheet in your employer’s safe opens your file.</translation>
    </message>
</context>
<context>
    <name>EndStep</name>
    <message>
        <source>Aan het eind van de pilot gaat alles van de server. Iedereen houdt zijn eigen bestand, met alles erin. Eerst krijgt de werkgever een volledige export van elk dossier. Dan vraag je het hier, en zeven dagen later leeg je de server. Tot dan kan elke beheerder van de ruimte het terugnemen; daarna niemand meer.</source>
        <translation>At the end of the pilot everything goes off the server. Everybody keeps their own file, with everything in it. First the employer gets a complete export of every dossier. Then you ask here, and seven days later you empty the server. Until then any admin of the space can take it back; after that nobody can.</translation>
    </message>
    <message>
        <source>Ruimten op de server</source>
        <translation>Spaces on the server</translation>
    </message>
    <message>
        <source>Terugnemen</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Wordt geleegd</source>
        <translation>Being emptied</translation>
    </message>
    <message>
        <source>Kan nu leeg</source>
        <translation>Can be emptied now</translation>
    </message>
    <message>
        <source>Van de server</source>
        <translation>Off the server</translation>
    </message>
    <message>
        <source>gaat mee in de volgende ronde</source>
        <translation>goes with the next round</translation>
    </message>
    <message>
        <source>kan leeg vanaf {when}</source>
        <translation>can be emptied from {when}</translation>
    </message>
    <message>
        <source>leeg sinds {when}; hier staat alles nog</source>
        <translation>empty since {when}; everything is still here</translation>
    </message>
    <message>
        <source>Beëindigen …</source>
        <translation>End …</translation>
    </message>
    <message>
        <source>Terugnemen …</source>
        <translation>Take back …</translation>
    </message>
    <message>
        <source>Legen …</source>
        <translation>Empty …</translation>
    </message>
    <message>
        <source>Na zeven dagen kan de server {name} vergeten. Tot dan verandert er niets en werkt iedereen door.</source>
        <translation>After seven days the server can forget {name}. Until then nothing changes and everybody goes on working.</translation>
    </message>
    <message>
        <source>Neem je het terug, dan gaat de pilot voor {name} gewoon door.</source>
        <translation>If you take it back, the pilot simply goes on for {name}.</translation>
    </message>
    <message>
        <source>De server vergeet {name} voorgoed: alles wat is verstuurd, de sleutels en de apparaten. Wie nu nog iets moet ophalen, krijgt het daarna niet meer. Dat het gebeurde blijft staan. Dit kan niet terug.</source>
        <translation>The server forgets {name} for good: everything that was sent, the keys and the devices. Who still has something to fetch will not get it after this. That it happened stays on record. This cannot be undone.</translation>
    </message>
    <message>
        <source>Vraag het voor {name}</source>
        <translation>Ask it for {name}</translation>
    </message>
    <message>
        <source>Leeg de server voor {name}</source>
        <translation>Empty the server for {name}</translation>
    </message>
    <message>
        <source>Het gaat mee in de volgende ronde met de server.</source>
        <translation>It goes with the next round with the server.</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Herstellen met een blad van mijn werk</source>
        <translation>Restore with a sheet from my work</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>EpisodesCard</name>
    <message>
        <source>Hulpvraag en doelen</source>
        <translation>Request for help and goals</translation>
    </message>
    <message>
        <source>Hulpvraag nog niet opgeschreven</source>
        <translation>Request for help not written down yet</translation>
    </message>
    <message>
        <source>gevraagd op {day}</source>
        <translation>asked on {day}</translation>
    </message>
    <message>
        <source>afgesloten op {day}</source>
        <translation>closed on {day}</translation>
    </message>
    <message>
        <source>verder bij: {place}</source>
        <translation>goes on to: {place}</translation>
    </message>
    <message>
        <source>nazorg gedaan op {day}</source>
        <translation>aftercare done on {day}</translation>
    </message>
    <message>
        <source>nazorg op {day}</source>
        <translation>aftercare on {day}</translation>
    </message>
    <message>
        <source>Traject afsluiten</source>
        <translation>Close episode</translation>
    </message>
    <message>
        <source>Nazorg gedaan</source>
        <translation>Aftercare done</translation>
    </message>
    <message>
        <source>Nazorg gedaan, opnieuw hulp nodig</source>
        <translation>Aftercare done, help needed again</translation>
    </message>
    <message>
        <source>Hoe eindigt het?</source>
        <translation>How does it end?</translation>
    </message>
    <message>
        <source>Waar gaat de jeugdige verder?</source>
        <translation>Where does the child go on to?</translation>
    </message>
    <message>
        <source>Afsluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Over zes weken vragen we hoe het gaat. Was er een gesprek, dan staat de terugkoppeling aan de huisarts daarna bij Nog te doen.</source>
        <translation>In six weeks we ask how it goes. If there was a talk, the feedback to the GP is now in To do.</translation>
    </message>
    <message>
        <source>bij de start {n}</source>
        <translation>at the start {n}</translation>
    </message>
    <message>
        <source>nu {n}</source>
        <translation>now {n}</translation>
    </message>
    <message>
        <source>nog niet gescoord</source>
        <translation>not scored yet</translation>
    </message>
    <message>
        <source>Doel (schaal van −3 tot +2): {steps}</source>
        <translation>Goal (scale from −3 to +2): {steps}</translation>
    </message>
</context>
<context>
    <name>ErasingCard</name>
    <message>
        <source>Wissen</source>
        <translation>Erasing</translation>
    </message>
    <message>
        <source>Hier is niets om te wissen.</source>
        <translation>There is nothing to erase here.</translation>
    </message>
    <message>
        <source>Geblokkeerd. Zeven dagen lang kan iedereen in het team dit terugdraaien.</source>
        <translation>Blocked. For seven days anybody in the team can undo this.</translation>
    </message>
    <message>
        <source>Teruggedraaid. Alles is er weer zoals het was.</source>
        <translation>Undone. Everything is there again as it was.</translation>
    </message>
    <message>
        <source>Geweigerd. Vertel het gezin nu waarom, en waar ze kunnen klagen.</source>
        <translation>Refused. Now tell the family why, and where they can complain.</translation>
    </message>
    <message>
        <source>Opgeschreven: het gezin weet het.</source>
        <translation>Written down: the family knows.</translation>
    </message>
    <message>
        <source>Vernietigd. Op andere apparaten gebeurt het zodra ze syncen.</source>
        <translation>Destroyed. On other devices it happens as soon as they sync.</translation>
    </message>
</context>
<context>
    <name>ErasingPart</name>
    <message>
        <source>Terug naar de lijst</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>Fout in het programma</source>
        <translation>Error in the program</translation>
    </message>
    <message>
        <source>Er ging iets mis in het programma.</source>
        <translation>Something went wrong in the program.</translation>
    </message>
    <message>
        <source>Wat je opsloeg, is veilig bewaard. Je kunt verder werken. Gebeurt het vaker, stuur dan het logboek naar de beheerder; er staan geen persoonsgegevens in.

{folder}</source>
        <translation>What you saved is safe. You can carry on working. If it happens more often, send the log to the administrator; it contains no personal data.

{folder}</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Evaluatie</source>
        <translation>Evaluation</translation>
    </message>
</context>
<context>
    <name>Extras</name>
    <message>
        <source>Ik loop de eerste minuten mee</source>
        <translation>I&apos;ll join for the first few minutes</translation>
    </message>
    <message>
        <source>Huisarts loopt even mee</source>
        <translation>GP joins briefly</translation>
    </message>
    <message>
        <source>Bijzonderheden</source>
        <translation>Particulars</translation>
    </message>
    <message>
        <source>Tolk nodig</source>
        <translation>Interpreter needed</translation>
    </message>
    <message>
        <source>Veilig contact</source>
        <translation>Safe contact</translation>
    </message>
    <message>
        <source>Regel uit eigen systeem</source>
        <translation>Line from own system</translation>
    </message>
    <message>
        <source>Spoed: bel nu</source>
        <translation>Urgent: call now</translation>
    </message>
    <message>
        <source>Vindt het gezin dat goed?</source>
        <translation>Is that all right with the family?</translation>
    </message>
    <message>
        <source>Gezin vindt het goed</source>
        <translation>All right with the family</translation>
    </message>
    <message>
        <source>Nog vragen</source>
        <translation>Still to ask</translation>
    </message>
    <message>
        <source>Vindt het gezin goed dat de huisarts meeloopt?</source>
        <translation>Is it all right with the family that the GP joins?</translation>
    </message>
    <message>
        <source>Welke taal?</source>
        <translation>Which language?</translation>
    </message>
    <message>
        <source>Hoe kunnen we veilig contact opnemen?</source>
        <translation>How can we get in touch safely?</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: alleen het nummer van oma, geen voicemail, geen post.</source>
        <translation>For example: only grandma&apos;s number, no voicemail, no post.</translation>
    </message>
    <message>
        <source>Plak de regel uit het huisartssysteem</source>
        <translation>Paste the line from the GP system</translation>
    </message>
    <message>
        <source>Een BSN wordt niet bewaard.</source>
        <translation>A citizen service number (BSN) is not kept.</translation>
    </message>
    <message>
        <source>Overgenomen: {fields}. Kijk het na. </source>
        <translation>Taken over: {fields}. Please check. </translation>
    </message>
    <message>
        <source>nodig, taal nog vragen</source>
        <translation>needed, language still to ask</translation>
    </message>
</context>
<context>
    <name>FeedSection</name>
    <message>
        <source>Het spreekuur in een andere agenda</source>
        <translation>The office hours in another calendar</translation>
    </message>
    <message>
        <source>Kies eerst waar de agendabestanden komen</source>
        <translation>First choose where the calendar files go</translation>
    </message>
    <message>
        <source>Een map die je andere agenda kan lezen. GPConnect zet er per plek een bestand (.ics) neer en schrijft het na elke wijziging opnieuw.</source>
        <translation>A folder that your other calendar can read. GPConnect puts a file (.ics) there for each place and writes it again after each change.</translation>
    </message>
    <message>
        <source>Map kiezen …</source>
        <translation>Choose a folder …</translation>
    </message>
    <message>
        <source>Andere map kiezen …</source>
        <translation>Choose another folder …</translation>
    </message>
    <message>
        <source>Niet meer schrijven</source>
        <translation>Stop writing</translation>
    </message>
    <message>
        <source>Agendabestanden</source>
        <translation>Calendar files</translation>
    </message>
    <message>
        <source>Wat staat erin</source>
        <translation>What is in it</translation>
    </message>
    <message>
        <source>Wel: dat er spreekuur is, op welke dag, van hoe laat tot hoe laat, en waar.</source>
        <translation>In it: that there are office hours, on which day, from when until when, and where.</translation>
    </message>
    <message>
        <source>Niet: wie er komt, wie er werkt, hoeveel plekken bezet zijn of een notitie. Het bestand is niet versleuteld; iedereen die bij de map kan, kan het lezen.</source>
        <translation>Not in it: who comes, who works there, how many slots are taken, or a note. The file is not encrypted; whoever can reach the folder can read it.</translation>
    </message>
    <message>
        <source>Een dagdeel dat vervalt blijft erin staan, doorgehaald, zodat andere agenda&apos;s het weghalen.</source>
        <translation>A half-day that is dropped stays in it, struck out, so that other calendars take it away.</translation>
    </message>
    <message>
        <source>Naar {folder}</source>
        <translation>To {folder}</translation>
    </message>
    <message>
        <source>De laatste keer lukte het niet</source>
        <translation>It did not work the last time</translation>
    </message>
    <message>
        <source>Wordt na elke wijziging geschreven</source>
        <translation>Written after each change</translation>
    </message>
    <message>
        <source>Abonneer je andere agenda op het bestand van jouw plek.</source>
        <translation>Subscribe your other calendar to the file of your place.</translation>
    </message>
    <message>
        <source>Waar komen de agendabestanden?</source>
        <translation>Where do the calendar files go?</translation>
    </message>
    <message>
        <source>De bestanden worden niet meer bijgewerkt; ze blijven wel staan.</source>
        <translation>The files are no longer updated; they stay where they are.</translation>
    </message>
</context>
<context>
    <name>FeedbackEditor</name>
    <message>
        <source>Kopiëren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Kopiëren: de SOEP-regels</source>
        <translation>Copy the SOAP lines</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Brief aan de praktijk maken</source>
        <translation>Make a letter to the practice</translation>
    </message>
    <message>
        <source>MEDVRI</source>
        <translation>MEDVRI</translation>
    </message>
    <message>
        <source>Bericht voor het systeem van de praktijk maken (MEDVRI)</source>
        <translation>Make a message for the practice&apos;s own system (MEDVRI)</translation>
    </message>
    <message>
        <source>Gekopieerd: {n} regels. Plak ze binnen een minuut.</source>
        <translation>Copied: {n} lines. Paste them within a minute.</translation>
    </message>
    <message>
        <source>{used} van {most} regels</source>
        <translation>{used} of {most} lines</translation>
    </message>
    <message>
        <source>{site} mag dit weten; dat is vastgelegd.</source>
        <translation>{site} may know this; that is on record.</translation>
    </message>
    <message>
        <source>Vraag nog of {site} dit mag weten.</source>
        <translation>Still need to ask whether {site} may know this.</translation>
    </message>
    <message>
        <source>{site} mag dit niet weten; er wordt niets gestuurd.</source>
        <translation>{site} may not know this; nothing will be sent.</translation>
    </message>
    <message>
        <source>Kijk eerst in het dossier na wie gezag heeft.</source>
        <translation>First look up in the dossier who holds parental authority.</translation>
    </message>
    <message>
        <source>{name} vindt het goed</source>
        <translation>{name} is happy with this</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
</context>
<context>
    <name>FeedbackPapers</name>
    <message>
        <source>Burgerservicenummer meesturen, zodat hun systeem de jeugdige herkent</source>
        <translation>Send the citizen service number along, so that their system recognises the child</translation>
    </message>
    <message>
        <source>Bewaren als bestand</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>Brief aan de praktijk</source>
        <translation>Letter to the practice</translation>
    </message>
    <message>
        <source>Bericht voor het systeem van de praktijk (MEDVRI)</source>
        <translation>Message for the practice&apos;s own system (MEDVRI)</translation>
    </message>
    <message>
        <source>Dit kan niet mee in zo&apos;n bericht, en is [teken] geworden: {signs}</source>
        <translation>This cannot go along in such a message, and became [teken]: {signs}</translation>
    </message>
    <message>
        <source>Bewaard als {name} bij je documenten, buiten het versleutelde bestand. Wis het daar als het is verstuurd.</source>
        <translation>Saved as {name} in your documents, outside the encrypted file. Delete it there once it has been sent.</translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Jeugdigen</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Notities</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Overdrachten</source>
        <translation>Handovers</translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>afgeschermd dossier</source>
        <translation>dossier kept apart</translation>
    </message>
    <message>
        <source>bekend bij de praktijk</source>
        <translation>known to the practice</translation>
    </message>
    <message>
        <source>wachttijd {time}</source>
        <translation>waiting time {time}</translation>
    </message>
</context>
<context>
    <name>FirstFree</name>
    <message>
        <source>Er is geen vrije plek gepland.</source>
        <translation>No free slot is planned.</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>{label} (mag leeg)</source>
        <translation>{label} (optional)</translation>
    </message>
</context>
<context>
    <name>FoundStep</name>
    <message>
        <source>Jij bent hier de eerste. Je apparaat maakt de sleutel; jij nodigt daarna je collega&apos;s uit. De gemeente kan hier niemand toelaten.</source>
        <translation>You are the first here. Your device makes the key; after that you invite your colleagues. The municipality cannot let anybody in here.</translation>
    </message>
    <message>
        <source>Richt {name} op</source>
        <translation>Found {name}</translation>
    </message>
    <message>
        <source>Opgericht. Maak nu ook een herstelblad, en nodig collega&apos;s uit.</source>
        <translation>Founded. Now make a recovery sheet too, and invite colleagues.</translation>
    </message>
</context>
<context>
    <name>FourClicks</name>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>afgesloten {day}</source>
        <translation>closed {day}</translation>
    </message>
    <message>
        <source>Bewaard. Dit antwoord staat vast.</source>
        <translation>Saved. This answer is final.</translation>
    </message>
    <message>
        <source>1 {low}, {n} {high}</source>
        <translation>1 {low}, {n} {high}</translation>
    </message>
</context>
<context>
    <name>FreePanel</name>
    <message>
        <source>Ja, boek</source>
        <translation>Yes, book</translation>
    </message>
    <message>
        <source>Nee, blijft wachten</source>
        <translation>No, keeps waiting</translation>
    </message>
    <message>
        <source>Hier boeken</source>
        <translation>Book here</translation>
    </message>
    <message>
        <source>Houd vast tijdens het bellen</source>
        <translation>Hold while phoning</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sluiten: de vrije plek</source>
        <translation>Close the free slot</translation>
    </message>
    <message>
        <source>Deze plek is voorbij</source>
        <translation>This slot has passed</translation>
    </message>
    <message>
        <source>Vrije plek</source>
        <translation>Free slot</translation>
    </message>
    <message>
        <source>Vastgehouden plek</source>
        <translation>Held place</translation>
    </message>
    <message>
        <source>{who} wacht het langst, al {time}.</source>
        <translation>{who} has been waiting longest, {time} so far.</translation>
    </message>
    <message>
        <source>{who} gaat voor en wacht al {time}.</source>
        <translation>{who} goes first and has waited {time}.</translation>
    </message>
    <message>
        <source>Bel {phone}. </source>
        <translation>Call {phone}. </translation>
    </message>
    <message>
        <source>Boek {who} in</source>
        <translation>Book {who}</translation>
    </message>
    <message>
        <source>De plek wordt een kwartier vastgehouden.</source>
        <translation>The place is held for a quarter of an hour.</translation>
    </message>
    <message>
        <source>Komt deze tijd {who} uit?</source>
        <translation>Does this time suit {who}?</translation>
    </message>
    <message>
        <source>Blijft op de wachtlijst, op dezelfde plaats.</source>
        <translation>Stays on the waiting list, in the same position.</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>Bijvoorbeeld: weer met een rustige buik naar school</source>
        <translation>For example: going to school with a calm tummy again</translation>
    </message>
    <message>
        <source>Nieuw doel, in de woorden van het gezin</source>
        <translation>New goal, in the family’s words</translation>
    </message>
    <message>
        <source>Doel toevoegen</source>
        <translation>Add goal</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Weghalen: {g}</source>
        <translation>Remove goal: {g}</translation>
    </message>
    <message>
        <source>Doelen</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>−3 slechter, 0 bereikt, +2 veel meer</source>
        <translation>−3 worse, 0 reached, +2 much more</translation>
    </message>
    <message>
        <source>Hoe ver zijn jullie gekomen: {g}</source>
        <translation>How far have you come together: {g}</translation>
    </message>
    <message>
        <source>Bij de start {score}, {words}</source>
        <translation>At the start {score}, {words}</translation>
    </message>
</context>
<context>
    <name>GpPart</name>
    <message>
        <source>Afgesloten bij uw praktijk</source>
        <translation>Closed at your practice</translation>
    </message>
    <message>
        <source>Niets te beantwoorden</source>
        <translation>Nothing to answer</translation>
    </message>
    <message>
        <source>Na een afgesloten traject staan hier vier korte vragen.</source>
        <translation>After an episode closes, you will find four short questions here.</translation>
    </message>
    <message>
        <source>Vier klikken over elk traject dat is afgesloten. {n}</source>
        <translation>Four clicks about each closed episode. {n}</translation>
    </message>
    <message>
        <source>traject wacht</source>
        <translation>episode is waiting</translation>
    </message>
    <message>
        <source>trajecten wachten</source>
        <translation>episodes are waiting</translation>
    </message>
    <message>
        <source>Alles is beantwoord. Dank u wel.</source>
        <translation>Everything is answered. Thank you.</translation>
    </message>
    <message>
        <source>Beantwoord</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Bewaard. Dank u wel.</source>
        <translation>Saved. Thank you.</translation>
    </message>
</context>
<context>
    <name>GroupsCard</name>
    <message>
        <source>Gegevens</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Gegevens van deze jeugdige</source>
        <translation>This child&apos;s details</translation>
    </message>
    <message>
        <source>nog niet ingevuld</source>
        <translation>not filled in yet</translation>
    </message>
    <message>
        <source>Geheim adres tonen</source>
        <translation>Show confidential address</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Overdragen</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>niet ingevuld</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>vrouw</source>
        <translation>female</translation>
    </message>
    <message>
        <source>man</source>
        <translation>male</translation>
    </message>
    <message>
        <source>anders</source>
        <translation>other</translation>
    </message>
    <message>
        <source>Veilig contact (nummer, voicemail, post)</source>
        <translation>Safe contact (number, voicemail, post)</translation>
    </message>
    <message>
        <source>Naam en geboortedatum</source>
        <translation>Name and date of birth</translation>
    </message>
    <message>
        <source>Voornaam</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Geboortedatum</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Geslacht</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Bereikbaar</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>geheim adres, niet in beeld</source>
        <translation>confidential address, not shown</translation>
    </message>
    <message>
        <source>Geheim adres: niet in beeld, niet op papier</source>
        <translation>Confidential address: not on screen, not on paper</translation>
    </message>
    <message>
        <source>Adres</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Straat en nummer</source>
        <translation>Street and number</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Woonplaats</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>School</source>
        <translation>School</translation>
    </message>
    <message>
        <source>School en groep of klas</source>
        <translation>School and year or class</translation>
    </message>
    <message>
        <source>Tolk en toegankelijkheid</source>
        <translation>Interpreter and accessibility</translation>
    </message>
    <message>
        <source>Tolk in welke taal</source>
        <translation>Interpreter in which language</translation>
    </message>
    <message>
        <source>Wat helpt om te kunnen komen en meedoen</source>
        <translation>What helps to be able to come and take part</translation>
    </message>
    <message>
        <source>geen</source>
        <translation>none</translation>
    </message>
    <message>
        <source>heeft geen toegang meer</source>
        <translation>has no access any more</translation>
    </message>
    <message>
        <source>Telt niet mee in de cijfers</source>
        <translation>Not counted in the figures</translation>
    </message>
    <message>
        <source>Telt mee</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Gezin wil niet meetellen in de cijfers (Jeugdwet 7.3.12)</source>
        <translation>Family does not want to be counted in the figures (Youth Act (Jeugdwet) 7.3.12)</translation>
    </message>
    <message>
        <source>Wie neemt het over?</source>
        <translation>Who takes over?</translation>
    </message>
    <message>
        <source>kies een collega</source>
        <translation>choose a colleague</translation>
    </message>
    <message>
        <source>Leidt voortaan dit dossier en alles wat daarin loopt.</source>
        <translation>Leads this record and all that goes on in it from now on.</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Komt op de tijdlijn.</source>
        <translation>Goes on the time line.</translation>
    </message>
    <message>
        <source>eindigt op {digits}</source>
        <translation>ends in {digits}</translation>
    </message>
    <message>
        <source>Hoe staat het?</source>
        <translation>How does it stand?</translation>
    </message>
    <message>
        <source>Waarmee gecontroleerd?</source>
        <translation>Checked against what?</translation>
    </message>
    <message>
        <source>Gecontroleerd op</source>
        <translation>Checked on</translation>
    </message>
    <message>
        <source>Leeg is vandaag.</source>
        <translation>Empty is today.</translation>
    </message>
    <message>
        <source>Praktijk en huisarts</source>
        <translation>Practice and GP</translation>
    </message>
    <message>
        <source>Praktijk</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation>GP</translation>
    </message>
    <message>
        <source>Casusregisseur</source>
        <translation>Case lead</translation>
    </message>
    <message>
        <source>Burgerservicenummer</source>
        <translation>Citizen service number (BSN)</translation>
    </message>
    <message>
        <source>Cijfers van de pilot</source>
        <translation>Pilot figures</translation>
    </message>
</context>
<context>
    <name>HalfDayCard</name>
    <message>
        <source>Spreekuur</source>
        <translation>Office hours</translation>
    </message>
    <message>
        <source>In plaats van {name}</source>
        <translation>In place of {name}</translation>
    </message>
    <message>
        <source>Voor vandaag: {note}</source>
        <translation>For today: {note}</translation>
    </message>
    <message>
        <source>Dit dagdeel heeft nog geen plekken. Maak ze in de Agenda.</source>
        <translation>This half-day has no slots yet. Add them in Schedule.</translation>
    </message>
    <message>
        <source>Geen plekken</source>
        <translation>No slots</translation>
    </message>
    <message>
        <source>Er is geen spreekuur, en er staat niemand meer in dit dagdeel.</source>
        <translation>There are no office hours, and nobody is left in this half-day.</translation>
    </message>
    <message>
        <source>Gesloten: {why}</source>
        <translation>Closed: {why}</translation>
    </message>
    <message>
        <source>Er is geen spreekuur, en er staat niemand meer op deze dag.</source>
        <translation>There are no office hours, and nobody is booked on this day any more.</translation>
    </message>
    <message>
        <source>Verzetten</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Gaat niet door</source>
        <translation>Does not take place</translation>
    </message>
    <message>
        <source>Gaat niet door: {why}</source>
        <translation>Does not take place: {why}</translation>
    </message>
    <message>
        <source>gesloten: {why}</source>
        <translation>closed: {why}</translation>
    </message>
    <message>
        <source>vol</source>
        <translation>full</translation>
    </message>
    <message>
        <source>vrij: {first}</source>
        <translation>free: {first}</translation>
    </message>
</context>
<context>
    <name>HalfDayPanel</name>
    <message>
        <source>Daglijst</source>
        <translation>Day list</translation>
    </message>
    <message>
        <source>Jeugdwerker afwezig</source>
        <translation>Youth worker away</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Wijzigen: het dagdeel</source>
        <translation>Change: the half-day</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sluiten: het dagdeel</source>
        <translation>Close: the half-day</translation>
    </message>
    <message>
        <source>voor {name}</source>
        <translation>for {name}</translation>
    </message>
    <message>
        <source>{taken} van {slots} plekken bezet</source>
        <translation>{taken} of {slots} slots taken</translation>
    </message>
    <message>
        <source>afspraak</source>
        <translation>appointment</translation>
    </message>
    <message>
        <source>afspraken</source>
        <translation>appointments</translation>
    </message>
    <message>
        <source>Nog zonder uitkomst: {times}</source>
        <translation>Still without an outcome: {times}</translation>
    </message>
    <message>
        <source>Elke afspraak heeft een uitkomst; afsluiten kan op Vandaag.</source>
        <translation>Every appointment has an outcome; you can close it on Today.</translation>
    </message>
</context>
<context>
    <name>HandoverBoard</name>
    <message>
        <source>Gevraagd</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>Aangenomen</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Loopt</source>
        <translation>Ongoing</translation>
    </message>
    <message>
        <source>Afgerond</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Nog geen overdrachten</source>
        <translation>No handovers yet</translation>
    </message>
    <message>
        <source>Kies een jeugdige en een ontvanger uit de sociale kaart. De notities vullen de overdracht voor.</source>
        <translation>Choose a child and a receiver from the Directory. The notes will prefill the handover.</translation>
    </message>
    <message>
        <source>Nieuwe overdracht</source>
        <translation>New handover</translation>
    </message>
    <message>
        <source>Overdrachten, de dringendste eerst</source>
        <translation>Handovers, most urgent first</translation>
    </message>
    <message>
        <source>Gestopt of elders verder</source>
        <translation>Stopped or continued elsewhere</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{number} tonen</source>
        <translation>Show {number}</translation>
    </message>
    <message>
        <source>gestopte overdracht</source>
        <translation>stopped handover</translation>
    </message>
    <message>
        <source>gestopte overdrachten</source>
        <translation>stopped handovers</translation>
    </message>
</context>
<context>
    <name>HandoversPage</name>
    <message>
        <source>{n} lopend</source>
        <translation>{n} ongoing</translation>
    </message>
    <message>
        <source>vraagt vandaag iets van jou</source>
        <translation>needs something from you today</translation>
    </message>
    <message>
        <source>vragen vandaag iets van jou</source>
        <translation>need something from you today</translation>
    </message>
    <message>
        <source>niets voor vandaag</source>
        <translation>nothing for today</translation>
    </message>
    <message>
        <source>Overdrachten</source>
        <translation>Handovers</translation>
    </message>
    <message>
        <source>Op deadline</source>
        <translation>By deadline</translation>
    </message>
    <message>
        <source>Nieuwe overdracht</source>
        <translation>New handover</translation>
    </message>
    <message>
        <source>Verwijzing inlezen …</source>
        <translation>Read a referral …</translation>
    </message>
    <message>
        <source>Warm: samen met het gezin en de ontvanger</source>
        <translation>Warm: together with the family and the receiver</translation>
    </message>
    <message>
        <source>Er is nog niets opgeslagen</source>
        <translation>Nothing has been saved yet</translation>
    </message>
    <message>
        <source>Verwijzing (*.json *.xml);;Alle bestanden (*)</source>
        <translation>Referral (*.json *.xml);;All files (*)</translation>
    </message>
    <message>
        <source>Welke verwijzing?</source>
        <translation>Which referral?</translation>
    </message>
    <message>
        <source>Alle overdrachten</source>
        <translation>All handovers</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>De overdracht is bewaard bij Gevraagd.</source>
        <translation>The handover is saved under Requested.</translation>
    </message>
    <message>
        <source>Bewaard bij Gevraagd. Er is nog niets verstuurd.</source>
        <translation>Saved under Requested. Nothing has been sent yet.</translation>
    </message>
    <message>
        <source>Vergissing, nog niets verstuurd</source>
        <translation>A mistake, nothing sent yet</translation>
    </message>
</context>
<context>
    <name>HealingCard</name>
    <message>
        <source>Wat na de reservekopie kwam, brengen de computers van iedereen terug, in dezelfde volgorde. Er gaat niets verloren. Nieuwe wijzigingen en plekken gaan mee zodra alles terug is.</source>
        <translation>What came after the backup is brought back by everybody&apos;s computers, in the same order. Nothing is lost. New changes and slots follow as soon as everything is back.</translation>
    </message>
    <message>
        <source>computer heeft</source>
        <translation>computer has</translation>
    </message>
    <message>
        <source>computers hebben</source>
        <translation>computers have</translation>
    </message>
    <message>
        <source>{space}: {waits} zich nog niet gemeld.</source>
        <translation>{space}: {waits} not reported yet.</translation>
    </message>
    <message>
        <source>{space}: iedereen heeft zich gemeld, maar niet alles is terug.</source>
        <translation>{space}: everybody has reported, but not everything is back.</translation>
    </message>
    <message>
        <source>Komt een computer niet meer terug, ga dan verder. Wat die al had verstuurd, gaat later vanzelf opnieuw mee; een plek die daar was geboekt, kan dan vergeven zijn.</source>
        <translation>If a computer will not come back, go on. What it had sent goes out again later by itself; a slot that was booked there may have been given away by then.</translation>
    </message>
    <message>
        <source>Ga verder zonder</source>
        <translation>Go on without</translation>
    </message>
    <message>
        <source>Ga verder zonder, {space}</source>
        <translation>Go on without, {space}</translation>
    </message>
    <message>
        <source>{who}, apparaat {id}</source>
        <translation>{who}, device {id}</translation>
    </message>
    <message>
        <source>Zeker weten? De server wacht dan niet meer op: {names}.</source>
        <translation>Are you sure? The server then no longer waits for: {names}.</translation>
    </message>
    <message>
        <source>computer</source>
        <translation>computer</translation>
    </message>
    <message>
        <source>computers</source>
        <translation>computers</translation>
    </message>
    <message>
        <source>Zeker weten? De server wacht dan niet meer op {count}.</source>
        <translation>Are you sure? The server then no longer waits for {count}.</translation>
    </message>
    <message>
        <source>Zeker weten? De server wacht dan niet meer op wat nog niet terug is.</source>
        <translation>Are you sure? The server then no longer waits for what is not back yet.</translation>
    </message>
    <message>
        <source>Alles op die computers blijft staan en gaat later opnieuw mee. Een plek die zij boekten, kan dan vergeven zijn. Dit is niet terug te draaien.</source>
        <translation>Everything on those computers stays there and goes along again later. A place that they booked may be given away by then. This cannot be undone.</translation>
    </message>
    <message>
        <source>Ja, ga verder zonder</source>
        <translation>Yes, go on without</translation>
    </message>
    <message>
        <source>Nee, wacht nog</source>
        <translation>No, wait a little</translation>
    </message>
    <message>
        <source>Alles wat deze computer had gelezen, is terug. Wat een ander daarna nog verstuurde, weet deze computer niet.</source>
        <translation>Everything that this computer had read is back. What somebody else sent after that, this computer does not know.</translation>
    </message>
    <message>
        <source>Nog niet terug, voor zover deze computer weet:</source>
        <translation>Not back yet, as far as this computer knows:</translation>
    </message>
    <message>
        <source>Let op: wie na de reservekopie is weggehaald, hoort er even weer bij. Een computer die dat weet, haalt die opnieuw weg. Kijk het na bij Mensen en apparaten.</source>
        <translation>Mind: who was put out after the backup is in again for a while. A computer that knows puts them out once more. Check it under People and devices.</translation>
    </message>
    <message>
        <source>wijziging</source>
        <translation>change</translation>
    </message>
    <message>
        <source>wijzigingen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>afspraak</source>
        <translation>appointment</translation>
    </message>
    <message>
        <source>afspraken</source>
        <translation>appointments</translation>
    </message>
    <message>
        <source>plek</source>
        <translation>slot</translation>
    </message>
    <message>
        <source>plekken</source>
        <translation>slots</translation>
    </message>
    <message>
        <source>apparaat toegelaten</source>
        <translation>device let in</translation>
    </message>
    <message>
        <source>apparaten toegelaten</source>
        <translation>devices let in</translation>
    </message>
    <message>
        <source>apparaat weggehaald</source>
        <translation>device put out</translation>
    </message>
    <message>
        <source>apparaten weggehaald</source>
        <translation>devices put out</translation>
    </message>
    <message>
        <source>Van deze computer: {listed}. Gaat vanzelf opnieuw mee.</source>
        <translation>Of this computer: {listed}. Goes along again by itself.</translation>
    </message>
    <message>
        <source>{space}: de server is verdergegaan zonder dit apparaat.</source>
        <translation>{space}: the server went on without this device.</translation>
    </message>
    <message>
        <source>Er is niets weg: alles staat nog op deze computer. De server kende dit apparaat na de reservekopie niet meer en de anderen werken verder. Doe weer mee, dan gaat wat hier is gemaakt opnieuw mee. Hoort dit apparaat er dan niet meer bij, vraag dan een beheerder om het weer toe te laten. Twijfel je? Bel dan eerst.</source>
        <translation>Nothing is lost: everything is still on this computer. After the backup the server did not know this device any more, and the others work on. Take part again, and what was made here goes along once more. Should this device not belong any more then, ask an admin to let it in again. In doubt? Call first.</translation>
    </message>
    <message>
        <source>{space}: de server is op {when} verdergegaan zonder wat deze computer al had gelezen of verstuurd. {ours} vanzelf opnieuw mee. Kijk na of je afspraken hun plek nog hebben.</source>
        <translation>{space}: on {when} the server went on without what this computer had read or sent. {ours} along again by itself. Check whether your appointments still have their slots.</translation>
    </message>
    <message>
        <source>Gezien: de server is verdergegaan, {space}</source>
        <translation>Seen: the server went on, {space}</translation>
    </message>
    <message>
        <source>iemand die hier niet bekend is</source>
        <translation>somebody who is not known here</translation>
    </message>
    <message>
        <source>De server is teruggezet uit een reservekopie</source>
        <translation>The server was put back from a backup</translation>
    </message>
    <message>
        <source>Vraag hun GPConnect te openen; is hun computer stuk of weg, ga dan verder zonder.</source>
        <translation>Ask them to open GPConnect; if their computer is broken or gone, go on without.</translation>
    </message>
    <message>
        <source>De server gaat verder bij de volgende synchronisatie.</source>
        <translation>The server goes on at the next sync.</translation>
    </message>
    <message>
        <source>Van {who}: {listed}. Wacht tot die computer weer meedoet.</source>
        <translation>Of {who}: {listed}. Waits until that computer takes part again.</translation>
    </message>
    <message>
        <source>Dit apparaat doet weer mee bij de volgende synchronisatie.</source>
        <translation>This device takes part again at the next synchronisation.</translation>
    </message>
    <message>
        <source>Doe weer mee</source>
        <translation>Take part again</translation>
    </message>
    <message>
        <source>Doe weer mee, {space}</source>
        <translation>Take part again, {space}</translation>
    </message>
    <message>
        <source>wijziging van dit apparaat gaat</source>
        <translation>change of this device goes</translation>
    </message>
    <message>
        <source>wijzigingen van dit apparaat gaan</source>
        <translation>changes of this device go</translation>
    </message>
    <message>
        <source>Gezien</source>
        <translation>Seen</translation>
    </message>
</context>
<context>
    <name>HubCard</name>
    <message>
        <source>Hoe het staat</source>
        <translation>How things stand</translation>
    </message>
    <message>
        <source>Nu synchroniseren</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Wat wacht op verzending</source>
        <translation>What is waiting to be sent</translation>
    </message>
    <message>
        <source>Hoever het eerste ophalen is</source>
        <translation>How far the first sync is</translation>
    </message>
    <message>
        <source>Even stoppen</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>nog nooit</source>
        <translation>never yet</translation>
    </message>
    <message>
        <source>Laatst gesynct: {when}</source>
        <translation>Last synced: {when}</translation>
    </message>
    <message>
        <source>wijziging wacht</source>
        <translation>change is waiting</translation>
    </message>
    <message>
        <source>wijzigingen wachten</source>
        <translation>changes are waiting</translation>
    </message>
    <message>
        <source>Synchroniseren lukt nu niet</source>
        <translation>Syncing isn&apos;t working right now</translation>
    </message>
    <message>
        <source>Vanzelf opnieuw om {time}.</source>
        <translation>Will retry by itself at {time}.</translation>
    </message>
    <message>
        <source>Bezig met synchroniseren</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>Er klopt iets niet</source>
        <translation>Something is not right</translation>
    </message>
    <message>
        <source>Kijk bij wat niet meetelt en meld het bij de beheerder. Je eigen werk is veilig.</source>
        <translation>Look at what does not count and report it to the administrator. Your own work is safe.</translation>
    </message>
    <message>
        <source>Alles is verstuurd</source>
        <translation>Everything has been sent</translation>
    </message>
    <message>
        <source>Ga verder</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Wat binnen is, blijft. Zodra je verdergaat, komt de rest.</source>
        <translation>What is in stays in. The rest comes as soon as you go on.</translation>
    </message>
    <message>
        <source>Dit gebeurt één keer. Je kunt intussen werken, het programma sluiten of even stoppen: het gaat verder waar het was.</source>
        <translation>This happens once. Meanwhile you can work, close the program or pause: it goes on where it was.</translation>
    </message>
    <message>
        <source>Wat jij doet is veilig opgeslagen en gaat mee zodra de server weer compleet is.</source>
        <translation>What you do is safely stored and goes along as soon as the server is whole again.</translation>
    </message>
    <message>
        <source>Werkt zonder server</source>
        <translation>Works without a server</translation>
    </message>
    <message>
        <source>Alles is veilig opgeslagen op deze computer. {n} klaar om te delen zodra er een server is.</source>
        <translation>Everything is stored safely on this computer. {n} ready to share as soon as there is a server.</translation>
    </message>
    <message>
        <source>Wie de ruimte beheert heeft dit apparaat eruit gezet: {places}. Wat hier stond blijft leesbaar; er komt niets nieuws bij en er gaat niets meer heen. Klopt dat niet, bel dan wie jou uitnodigde.</source>
        <translation>Whoever administers the space has put this device out: {places}. What was here stays readable; nothing new comes in and nothing goes there any more. If that is not right, call whoever invited you.</translation>
    </message>
    <message>
        <source>Een beheerder deelde een sleutel uit die op dit apparaat niets opent: {places}. Wat je daar doet is veilig opgeslagen en wacht; al het andere gaat gewoon door. Bel een andere beheerder en vraag om een nieuw herstelblad te maken: dan krijgt iedereen een nieuwe sleutel.</source>
        <translation>An administrator handed out a key that opens nothing on this device: {places}. What you do there is safely stored and waits; everything else simply goes on. Call another administrator and ask for a new recovery sheet: then everybody gets a new key.</translation>
    </message>
    <message>
        <source>sinds {when}</source>
        <translation>since {when}</translation>
    </message>
    <message>
        <source>wijziging</source>
        <translation>change</translation>
    </message>
    <message>
        <source>wijzigingen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>wijziging staat</source>
        <translation>change is</translation>
    </message>
    <message>
        <source>wijzigingen staan</source>
        <translation>changes are</translation>
    </message>
    <message>
        <source>De klok van deze computer loopt {n} minuten voor.</source>
        <translation>The clock of this computer is {n} minutes fast.</translation>
    </message>
    <message>
        <source>De klok van deze computer loopt {n} minuten achter.</source>
        <translation>The clock of this computer is {n} minutes slow.</translation>
    </message>
    <message>
        <source>Er gaat niets verloren. Zet de klok goed, dan kloppen ook de tijden die je collega&apos;s zien.</source>
        <translation>Nothing is lost. Put the clock right, and the times that your colleagues see are right as well.</translation>
    </message>
</context>
<context>
    <name>HubStep</name>
    <message>
        <source>Adres van de server</source>
        <translation>Address of the server</translation>
    </message>
    <message>
        <source>Zonder server werkt alles op deze computer; er wordt dan niets gedeeld.</source>
        <translation>Without a server everything works on this computer; nothing is shared then.</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Het adres is bewaard. De eerste ronde begint nu.</source>
        <translation>The address is kept. The first round begins now.</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>Uit een agenda overnemen</source>
        <translation>Take over from a calendar</translation>
    </message>
    <message>
        <source>Agendabestand kiezen …</source>
        <translation>Choose calendar file …</translation>
    </message>
    <message>
        <source>Het bestand wordt gelezen …</source>
        <translation>Reading the file …</translation>
    </message>
    <message>
        <source>Een .ics-bestand van school, gemeente of praktijk. Je ziet eerst wat erin staat.</source>
        <translation>An .ics file of a school, municipality or practice. You first see what is in it.</translation>
    </message>
    <message>
        <source>Geldt voor</source>
        <translation>Applies to</translation>
    </message>
    <message>
        <source>Wat er in de agenda staat</source>
        <translation>What is in the calendar</translation>
    </message>
    <message>
        <source>Neem over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Annuleer</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Annuleer het overnemen</source>
        <translation>Cancel taking over</translation>
    </message>
    <message>
        <source>sluiting</source>
        <translation>closure</translation>
    </message>
    <message>
        <source>sluitingen</source>
        <translation>closures</translation>
    </message>
    <message>
        <source>{count} om over te nemen</source>
        <translation>{count} to take over</translation>
    </message>
    <message>
        <source>Neem {n} over</source>
        <translation>Take over {n}</translation>
    </message>
    <message>
        <source>verandert</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>staat er al</source>
        <translation>is there already</translation>
    </message>
    <message>
        <source>was weggehaald, komt terug</source>
        <translation>was taken out, comes back</translation>
    </message>
    <message>
        <source>afgezegd</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>duurt geen hele dag</source>
        <translation>does not last a whole day</translation>
    </message>
    <message>
        <source>duurt langer dan een jaar</source>
        <translation>lasts longer than a year</translation>
    </message>
    <message>
        <source>heeft geen begin</source>
        <translation>has no beginning</translation>
    </message>
    <message>
        <source>klopt niet</source>
        <translation>is not right</translation>
    </message>
    <message>
        <source>herhaalt op een manier die we niet kennen</source>
        <translation>repeats in a way that we do not know</translation>
    </message>
    <message>
        <source>en nog {n}</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Niet overgenomen:</source>
        <translation>Not taken over:</translation>
    </message>
    <message>
        <source>De spreekuren staan bij de praktijken, niet op deze computer. Valt er een weg, dan ziet de balie dat in de agenda, en wie er een afspraak had als taak.</source>
        <translation>The office hours are with the practices, not on this computer. When one is dropped the desk sees that in the schedule, and whoever had an appointment as a task.</translation>
    </message>
    <message>
        <source>afspraak</source>
        <translation>appointment</translation>
    </message>
    <message>
        <source>afspraken</source>
        <translation>appointments</translation>
    </message>
    <message>
        <source>Vervalt:</source>
        <translation>Skipped:</translation>
    </message>
</context>
<context>
    <name>IncomingReferral</name>
    <message>
        <source>Het bestand wordt gelezen …</source>
        <translation>The file is being read …</translation>
    </message>
    <message>
        <source>Verwijzing inlezen</source>
        <translation>Read a referral</translation>
    </message>
    <message>
        <source>Verwijzing</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Verwijzing van {sender}</source>
        <translation>Referral from {sender}</translation>
    </message>
    <message>
        <source>onbekend</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Young person</translation>
    </message>
    <message>
        <source>Bereikbaar</source>
        <translation>Reachable at</translation>
    </message>
    <message>
        <source>Tolk</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation>GP</translation>
    </message>
    <message>
        <source>Rondom</source>
        <translation>Around them</translation>
    </message>
    <message>
        <source>Over wie</source>
        <translation>About whom</translation>
    </message>
    <message>
        <source>Wat erbij hoort</source>
        <translation>What goes with it</translation>
    </message>
    <message>
        <source>Niet met jou gedeeld</source>
        <translation>Not shared with you</translation>
    </message>
    <message>
        <source>Wat er staat</source>
        <translation>What it says</translation>
    </message>
    <message>
        <source>Veiligheid</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>niet gezegd</source>
        <translation>not said</translation>
    </message>
    <message>
        <source>Toegang</source>
        <translation>Way in</translation>
    </message>
    <message>
        <source>Grond</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Akkoord</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Antwoord uiterlijk</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>De verwijzer belt op</source>
        <translation>The referrer phones on</translation>
    </message>
    <message>
        <source>Let op: deze verwijzing is ingetrokken.</source>
        <translation>Mind: this referral was withdrawn.</translation>
    </message>
    <message>
        <source>Let op: deze verwijzing is niet aangenomen.</source>
        <translation>Mind: this referral was not accepted.</translation>
    </message>
    <message>
        <source>Let op: deze verwijzing is al afgerond.</source>
        <translation>Mind: this referral is completed already.</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Deze jeugdige is misschien al bekend. Er is nog niets opgeslagen.</source>
        <translation>This young person may be known already. Nothing has been saved yet.</translation>
    </message>
    <message>
        <source>Lijkt op</source>
        <translation>Looks like</translation>
    </message>
    <message>
        <source>Je krijgt een dossier met een concept van het eerste gesprek. Lees het na met het gezin.</source>
        <translation>You get a file with a draft of the first talk. Read it through with the family.</translation>
    </message>
    <message>
        <source>Het is iemand anders: maak een dossier</source>
        <translation>It is somebody else: open a file</translation>
    </message>
    <message>
        <source>Maak een dossier</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>De geboortedatum ontbreekt in het bestand. Maak het dossier zelf bij Jeugdigen.</source>
        <translation>The date of birth is missing in the file. Open the young person&apos;s file yourself under Young people.</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Niet begrepen</source>
        <translation>Not understood</translation>
    </message>
    <message>
        <source>Dit heeft bij ons geen plek. Tekst komt in het concept; de rest staat alleen in het bestand.</source>
        <translation>We have no place for this. Text goes into the draft; the rest stands in the file only.</translation>
    </message>
    <message>
        <source>en nog {n}</source>
        <translation>and {n} more</translation>
    </message>
</context>
<context>
    <name>Invitations</name>
    <message>
        <source>Uitnodigingen van de afgelopen week</source>
        <translation>Invitations of the past week</translation>
    </message>
    <message>
        <source>Afgelopen week</source>
        <translation>Past week</translation>
    </message>
    <message>
        <source>Doet mee</source>
        <translation>Takes part</translation>
    </message>
    <message>
        <source>Niet toegelaten</source>
        <translation>Not let in</translation>
    </message>
</context>
<context>
    <name>InviteStep</name>
    <message>
        <source>Iemand die nieuw is</source>
        <translation>Somebody who is new</translation>
    </message>
    <message>
        <source>Ikzelf, op nog een apparaat</source>
        <translation>Myself, on another device</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Werkt bij</source>
        <translation>Works at</translation>
    </message>
    <message>
        <source>Krijgt toegang tot</source>
        <translation>Gets access to</translation>
    </message>
    <message>
        <source>Mag zelf ook mensen toelaten</source>
        <translation>May also let people in</translation>
    </message>
    <message>
        <source>Code maken</source>
        <translation>Make a code</translation>
    </message>
    <message>
        <source>Wie nodig je uit?</source>
        <translation>Whom do you invite?</translation>
    </message>
    <message>
        <source>De code is gemaakt. Geef hem zelf door: op papier of hardop.</source>
        <translation>The code has been made. Pass it on yourself: on paper or aloud.</translation>
    </message>
</context>
<context>
    <name>IssuesCard</name>
    <message>
        <source>Vastgestelde verslagen</source>
        <translation>Finalised reports</translation>
    </message>
    <message>
        <source>Nog niets vastgesteld. Dit verslag is een concept.</source>
        <translation>Nothing finalised yet. This report is a draft.</translation>
    </message>
    <message>
        <source>Vaststellen …</source>
        <translation>Finalise …</translation>
    </message>
    <message>
        <source>Ja, stel vast</source>
        <translation>Yes, finalise</translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Na het vaststellen blijven deze cijfers zo. Er komt geen wijziging meer in; een latere uitgave krijgt een nieuw nummer.</source>
        <translation>Once finalised, these figures stay as they are. Nothing in them changes any more; a later edition gets a new number.</translation>
    </message>
    <message>
        <source>Tussenevaluatie</source>
        <translation>Interim evaluation</translation>
    </message>
    <message>
        <source>Eindevaluatie</source>
        <translation>Final evaluation</translation>
    </message>
    <message>
        <source>vastgesteld op {day} door {who}</source>
        <translation>finalised on {day} by {who}</translation>
    </message>
    <message>
        <source>Wat verschilt nu?</source>
        <translation>What is different now?</translation>
    </message>
    <message>
        <source>{title}, toen en nu. Een punt betekent: niet getoond ter bescherming.</source>
        <translation>{title}, then and now. A dot means: not shown, to protect privacy.</translation>
    </message>
    <message>
        <source>{title}: opnieuw geteld komt er hetzelfde uit.</source>
        <translation>{title}: counted again, the result is the same.</translation>
    </message>
    <message>
        <source>Vastgesteld verslag opslaan</source>
        <translation>Save finalised report</translation>
    </message>
    <message>
        <source>Het vastgestelde verslag is opgeslagen.</source>
        <translation>The finalised report has been saved.</translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message>
        <source>Wat niet meetelt</source>
        <translation>What does not count</translation>
    </message>
    <message>
        <source>Alles wat gedaan is, telt mee.</source>
        <translation>Everything that was done counts.</translation>
    </message>
    <message>
        <source>Het staat nog op dit apparaat. Doe het zo nodig opnieuw.</source>
        <translation>It is still on this device. Do it again if need be.</translation>
    </message>
    <message>
        <source>Geweigerd</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Gezien</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Er is niets veranderd. Doe het opnieuw bij Beheer, of vraag het een andere beheerder.</source>
        <translation>Nothing has changed. Do it again under Settings, or ask another administrator.</translation>
    </message>
    <message>
        <source>Het nieuwe blad opent niets; bewaar het vorige. Maak het opnieuw bij Beheer.</source>
        <translation>The new sheet opens nothing; keep the one before. Make it again under Settings.</translation>
    </message>
    <message>
        <source>Niet gelukt</source>
        <translation>Did not work</translation>
    </message>
    <message>
        <source>pakket wacht</source>
        <translation>parcel is waiting</translation>
    </message>
    <message>
        <source>pakketten wachten</source>
        <translation>parcels are waiting</translation>
    </message>
    <message>
        <source>sinds {when}</source>
        <translation>since {when}</translation>
    </message>
    <message>
        <source>Nieuwere versie nodig</source>
        <translation>Newer version needed</translation>
    </message>
    <message>
        <source>Wacht op een sleutel</source>
        <translation>Waiting for a key</translation>
    </message>
    <message>
        <source>gezien door {who}, {when}</source>
        <translation>seen by {who}, {when}</translation>
    </message>
    <message>
        <source>Iets dat binnenkwam klopt niet</source>
        <translation>Something that came in is not right</translation>
    </message>
    <message>
        <source>Meld dit</source>
        <translation>Report this</translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>Wachten op de ander</source>
        <translation>Waiting for the other</translation>
    </message>
    <message>
        <source>Nu opnieuw zoeken</source>
        <translation>Search again now</translation>
    </message>
    <message>
        <source>Andere code</source>
        <translation>Another code</translation>
    </message>
    <message>
        <source>Vraag of op het andere scherm dezelfde cijfers staan.</source>
        <translation>Ask whether the other screen shows the same digits.</translation>
    </message>
    <message>
        <source>Wacht tot de ander ook op “Ze zijn gelijk” drukt.</source>
        <translation>Wait until the other also presses “They are the same”.</translation>
    </message>
    <message>
        <source>{space}: {read} van {of}</source>
        <translation>{space}: {read} of {of}</translation>
    </message>
    <message>
        <source>Meedoen met een code</source>
        <translation>Join with a code</translation>
    </message>
    <message>
        <source>Je code wordt gezocht</source>
        <translation>Looking for your code</translation>
    </message>
    <message>
        <source>Je bent aangemeld</source>
        <translation>You have signed up</translation>
    </message>
    <message>
        <source>Vergelijk de cijfers</source>
        <translation>Compare the digits</translation>
    </message>
    <message>
        <source>Jij bent klaar</source>
        <translation>You are done</translation>
    </message>
    <message>
        <source>Eerste keer ophalen</source>
        <translation>First sync</translation>
    </message>
    <message>
        <source>Dit lukte niet</source>
        <translation>This did not work</translation>
    </message>
    <message>
        <source>Je kreeg een code van wie jouw team, praktijk of pilot beheert.</source>
        <translation>You got a code from whoever administers your team, practice or pilot.</translation>
    </message>
    <message>
        <source>De server kent deze code nog niet. Kijk of je hem goed typte; of de computer van wie je uitnodigde is nog niet online.</source>
        <translation>The server does not know this code yet. Check whether you typed it well; or the computer of whoever invited you is not online yet.</translation>
    </message>
    <message>
        <source>Nu is wie je uitnodigde aan de beurt: GPConnect moet daar open staan. Je mag dit sluiten en later terugkomen; alles is bewaard.</source>
        <translation>Now it is the turn of whoever invited you: GPConnect has to be open there. You may close this and come back later; everything is kept.</translation>
    </message>
    <message>
        <source>Je doet mee als {who}.</source>
        <translation>You join as {who}.</translation>
    </message>
    <message>
        <source>Je bent toegelaten. Wat er al is komt nu binnen; daarna opent Vandaag.</source>
        <translation>You have been let in. What is there already comes in now; then Today opens.</translation>
    </message>
</context>
<context>
    <name>JudgingPart</name>
    <message>
        <source>Een collega las dit afgeschermde dossier. Lees de reden en beoordeel of het nodig was.</source>
        <translation>A colleague read this restricted record. Read the reason and judge whether it was needed.</translation>
    </message>
</context>
<context>
    <name>KeepingSection</name>
    <message>
        <source>Laatste kopie {when}</source>
        <translation>Last copy {when}</translation>
    </message>
    <message>
        <source>Kopieën vanzelf</source>
        <translation>Copies by themselves</translation>
    </message>
    <message>
        <source>Map kiezen …</source>
        <translation>Choose a folder …</translation>
    </message>
    <message>
        <source>Niet meer vanzelf</source>
        <translation>No more by themselves</translation>
    </message>
    <message>
        <source>Nu een kopie maken</source>
        <translation>Make a copy now</translation>
    </message>
    <message>
        <source>Kopie ergens anders …</source>
        <translation>Copy somewhere else …</translation>
    </message>
    <message>
        <source>Kies eerst waar de kopieën komen</source>
        <translation>First choose where the copies go</translation>
    </message>
    <message>
        <source>Een stick, een andere schijf of een map op het netwerk. Daarna maakt GPConnect er elke dag vanzelf een, terwijl jij verder werkt. Gaat deze computer stuk, dan zet je die terug.</source>
        <translation>A stick, another disk or a folder on the network. After that GPConnect makes one every day by itself, while you go on working. If this computer breaks, you put it back.</translation>
    </message>
    <message>
        <source>Kopieën</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Bezig</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Je kunt gewoon doorwerken.</source>
        <translation>You can simply go on working.</translation>
    </message>
    <message>
        <source>Nakijken</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Nu nakijken</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Zoekindex opnieuw opbouwen</source>
        <translation>Build the search index again</translation>
    </message>
    <message>
        <source>Elke dag naar {folder}</source>
        <translation>Every day to {folder}</translation>
    </message>
    <message>
        <source>De map is er nu niet</source>
        <translation>The folder is not there now</translation>
    </message>
    <message>
        <source>Steek de stick erin of verbind met het netwerk; GPConnect probeert het elk uur opnieuw.</source>
        <translation>Plug in the stick or connect to the network; GPConnect tries again every hour.</translation>
    </message>
    <message>
        <source>Deze map staat op dezelfde schijf als je bestand. Gaat de schijf stuk, dan zijn beide weg.</source>
        <translation>This folder is on the same disk as your file. If the disk breaks, both are gone.</translation>
    </message>
    <message>
        <source>We bewaren er een van de laatste 7 dagen, 4 weken en 12 maanden. Elke kopie is net zo versleuteld als het bestand zelf en wordt helemaal nagelezen.</source>
        <translation>One is kept of each of the last 7 days, 4 weeks and 12 months. Every copy is as encrypted as the file itself and is read back completely.</translation>
    </message>
    <message>
        <source>De laatste keer lukte het niet, {when}</source>
        <translation>The last time it did not work, {when}</translation>
    </message>
    <message>
        <source>Nog geen kopie</source>
        <translation>No copy yet</translation>
    </message>
    <message>
        <source>Het bestand kijkt zichzelf elke maand na, de volgende keer rond {day}.</source>
        <translation>The file checks itself every month, next time around {day}.</translation>
    </message>
    <message>
        <source>Het bestand kijkt zichzelf elke maand na, voor het eerst als je even niets doet.</source>
        <translation>The file checks itself every month, for the first time when you do nothing for a moment.</translation>
    </message>
    <message>
        <source>Nog niet nagekeken</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>Nakijken leest elke bladzijde en elke rij, en verandert niets.</source>
        <translation>Checking reads every page and every row, and changes nothing.</translation>
    </message>
    <message>
        <source>In orde, {when}</source>
        <translation>In order, {when}</translation>
    </message>
    <message>
        <source>Niet in orde, {when}</source>
        <translation>Not in order, {when}</translation>
    </message>
    <message>
        <source>Dit bestand is een oudere versie</source>
        <translation>This file is an older version</translation>
    </message>
    <message>
        <source>kopie</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>kopieën</source>
        <translation>copies</translation>
    </message>
    <message>
        <source>Niet in orde</source>
        <translation>Not in order</translation>
    </message>
    <message>
        <source>Nu niet bereikbaar</source>
        <translation>Out of reach now</translation>
    </message>
    <message>
        <source>Is er niet meer</source>
        <translation>No longer there</translation>
    </message>
    <message>
        <source>Gaat weg vóór {day}</source>
        <translation>Goes before {day}</translation>
    </message>
    <message>
        <source>vanzelf</source>
        <translation>by itself</translation>
    </message>
    <message>
        <source>door jou</source>
        <translation>by you</translation>
    </message>
    <message>
        <source>bestand van voor het terugzetten</source>
        <translation>file from before a copy was put back</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Terugzetten …</source>
        <translation>Put back …</translation>
    </message>
    <message>
        <source>Waar komen de kopieën?</source>
        <translation>Where do the copies go?</translation>
    </message>
    <message>
        <source>Er worden vanzelf geen kopieën meer gemaakt. Wat er staat, blijft staan.</source>
        <translation>No more copies are made by themselves. What is there stays there.</translation>
    </message>
    <message>
        <source>Kopie bewaren</source>
        <translation>Save copy</translation>
    </message>
    <message>
        <source>De zoekindex is opnieuw opgebouwd.</source>
        <translation>The search index has been built again.</translation>
    </message>
    <message>
        <source>Er wordt een kopie gemaakt</source>
        <translation>A copy is being made</translation>
    </message>
    <message>
        <source>Het bestand wordt nagekeken</source>
        <translation>The file is being checked</translation>
    </message>
    <message>
        <source>Oude kopieën worden opgeruimd</source>
        <translation>Old copies are being cleared away</translation>
    </message>
    <message>
        <source>Begint …</source>
        <translation>Starting …</translation>
    </message>
    <message>
        <source>Bladzijden</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Opbouw</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>Rijen</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Ketens en nummering</source>
        <translation>Chains and numbering</translation>
    </message>
    <message>
        <source>Zoekindex</source>
        <translation>Search index</translation>
    </message>
    <message>
        <source>Gegevens tegen wat is vastgelegd</source>
        <translation>Records against what was written down</translation>
    </message>
    <message>
        <source>De kopie is gemaakt en nagelezen.</source>
        <translation>The copy has been made and checked.</translation>
    </message>
</context>
<context>
    <name>KeyringCard</name>
    <message>
        <source>Opent je bestand bij het starten, als je je hebt aangemeld bij deze computer.</source>
        <translation>Opens your file when the program starts, once you have signed in to this computer.</translation>
    </message>
    <message>
        <source>Aanzetten …</source>
        <translation>Switch on …</translation>
    </message>
    <message>
        <source>Proberen</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Vervangen</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Sleutelbos van deze computer</source>
        <translation>This computer’s keychain</translation>
    </message>
    <message>
        <source>Deze computer heeft geen veilige sleutelbos. Je gegevens zijn veilig: dit programma opent hier alleen met je wachtwoordzin.</source>
        <translation>This computer has no safe keychain. Your data is safe: here this program opens with your passphrase only.</translation>
    </message>
    <message>
        <source>Kan hier niet</source>
        <translation>Not possible here</translation>
    </message>
    <message>
        <source>Staat uit</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Niet nodig om te werken.</source>
        <translation>Not needed to work.</translation>
    </message>
    <message>
        <source>In gebruik</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Dit opent je bestand.</source>
        <translation>This opens your file.</translation>
    </message>
</context>
<context>
    <name>KeyringPanel</name>
    <message>
        <source>Je profiel gaat open met de sleutelbos van deze computer.</source>
        <translation>Your profile is being opened with this computer’s keyring.</translation>
    </message>
    <message>
        <source>Een ander</source>
        <translation>Somebody else</translation>
    </message>
</context>
<context>
    <name>KeyringStep</name>
    <message>
        <source>Gebruik jij als enige dit account op deze computer?</source>
        <translation>Are you the only one who uses this account on this computer?</translation>
    </message>
    <message>
        <source>Wie zich hier aanmeldt, opent dan ook je bestand bij het starten. Na vergrendelen vraagt GPConnect altijd je wachtwoordzin.</source>
        <translation>Whoever signs in here then also opens your file when the program starts. After locking, GPConnect always asks for your passphrase.</translation>
    </message>
    <message>
        <source>Ja, alleen ik</source>
        <translation>Yes, only me</translation>
    </message>
    <message>
        <source>Nee, we delen het</source>
        <translation>No, we share it</translation>
    </message>
    <message>
        <source>Deze computer opent je bestand vanaf nu bij het starten.</source>
        <translation>From now on this computer opens your file when the program starts.</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Maak minstens één blad. Vergeet je je wachtwoordzin, dan kan zonder blad niemand je bestand openen.</source>
        <translation>Make at least one sheet. If you forget your passphrase, nobody can open your file without a sheet.</translation>
    </message>
    <message>
        <source>Wat hier verandert, komt in het inzagelog.</source>
        <translation>What changes here goes into the access log.</translation>
    </message>
</context>
<context>
    <name>KindCard</name>
    <message>
        <source>Per maand: {months}</source>
        <translation>Per month: {months}</translation>
    </message>
    <message>
        <source>Bekijk de regels: {kind}</source>
        <translation>View the lines: {kind}</translation>
    </message>
    <message>
        <source>Regels bekijken</source>
        <translation>View the lines</translation>
    </message>
    <message>
        <source>gegeven</source>
        <translation>fact</translation>
    </message>
    <message>
        <source>gegevens</source>
        <translation>facts</translation>
    </message>
    <message>
        <source>nog niets</source>
        <translation>nothing yet</translation>
    </message>
    <message>
        <source>Wat van dit apparaat naar de gemeente ging</source>
        <translation>What went from this device to the municipality</translation>
    </message>
    <message>
        <source>eerdere regel</source>
        <translation>earlier line</translation>
    </message>
    <message>
        <source>eerdere regels</source>
        <translation>earlier lines</translation>
    </message>
    <message>
        <source>En nog {more}.</source>
        <translation>And {more} more.</translation>
    </message>
    <message>
        <source>Willekeurig nummer {start}…</source>
        <translation>Random number {start}…</translation>
    </message>
    <message>
        <source>ingetrokken, leeg</source>
        <translation>taken back, empty</translation>
    </message>
    <message>
        <source>{n} keer bijgewerkt</source>
        <translation>updated {n} times</translation>
    </message>
    <message>
        <source>staat klaar, nog niet weg</source>
        <translation>ready, not gone yet</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Hoe ver je bent</source>
        <translation>How far you are</translation>
    </message>
    <message>
        <source>Voor de jeugdwerker</source>
        <translation>For the youth worker</translation>
    </message>
    <message>
        <source>Vorige</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Vraag {n} van {all}</source>
        <translation>Question {n} of {all}</translation>
    </message>
    <message>
        <source>Inleveren</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>Overslaan</source>
        <translation>Skip</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Taal van het kaartje</source>
        <translation>Language of the card</translation>
    </message>
</context>
<context>
    <name>LaterBox</name>
    <message>
        <source>De praktijk hoort dit uiterlijk {day}.</source>
        <translation>The practice hears this by {day} at the latest.</translation>
    </message>
    <message>
        <source>Er is iets veranderd; de praktijk hoort dat uiterlijk {day}.</source>
        <translation>Something changed; the practice hears of it by {day} at the latest.</translation>
    </message>
    <message>
        <source>Andere dag</source>
        <translation>Another day</translation>
    </message>
    <message>
        <source>Op een andere dag</source>
        <translation>On another day</translation>
    </message>
    <message>
        <source>Of laat het, omdat:</source>
        <translation>Or leave it, because:</translation>
    </message>
    <message>
        <source>Niet vertellen: {why}</source>
        <translation>Do not tell: {why}</translation>
    </message>
</context>
<context>
    <name>ListingPart</name>
    <message>
        <source>Naam of geboortedatum</source>
        <translation>Name or date of birth</translation>
    </message>
    <message>
        <source>Jeugdigen</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Nog geen dossiers</source>
        <translation>No records yet</translation>
    </message>
    <message>
        <source>Een dossier begint bij het eerste gesprek, of maak er zelf een.</source>
        <translation>A record starts with the first conversation, or you can create one yourself.</translation>
    </message>
    <message>
        <source>Niemand gevonden</source>
        <translation>Nobody found</translation>
    </message>
    <message>
        <source>Typ een deel van de naam of een datum, bijvoorbeeld 13-2-2013.</source>
        <translation>Type part of the name or a date, for example 13-2-2013.</translation>
    </message>
    <message>
        <source>Zoek een jeugdige</source>
        <translation>Find a child</translation>
    </message>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Laatst gezien</source>
        <translation>Last seen</translation>
    </message>
    <message>
        <source>{n} van {total}</source>
        <translation>{n} of {total}</translation>
    </message>
    <message>
        <source>Geblokkeerd dossier</source>
        <translation>Blocked record</translation>
    </message>
    <message>
        <source>Gevraagd om te wissen. Er is nog niets weg.</source>
        <translation>Asked to be erased. Nothing is gone yet.</translation>
    </message>
    <message>
        <source>Geblokkeerd</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>tweeling</source>
        <translation>twin</translation>
    </message>
    <message>
        <source>Loopt</source>
        <translation>Ongoing</translation>
    </message>
    <message>
        <source>Afgesloten</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>laatst {day}</source>
        <translation>last {day}</translation>
    </message>
    <message>
        <source>Afgeschermd</source>
        <translation>Kept apart</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Kleuren</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Zoals de computer</source>
        <translation>Same as the computer</translation>
    </message>
    <message>
        <source>Licht</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Donker</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>na {n} min</source>
        <translation>after {n} min</translation>
    </message>
    <message>
        <source>Dit programma op deze computer</source>
        <translation>This program on this computer</translation>
    </message>
    <message>
        <source>Tekstgrootte</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Geldt vanaf de volgende keer dat je opent.</source>
        <translation>Applies from the next time you open the program.</translation>
    </message>
    <message>
        <source>Vergrendelen als niemand iets doet</source>
        <translation>Lock when nobody is using it</translation>
    </message>
    <message>
        <source>Wat je typte blijft bewaard. Ctrl+L vergrendelt meteen.</source>
        <translation>What you typed is kept. Ctrl+L locks straight away.</translation>
    </message>
    <message>
        <source>Deze keuzes gelden alleen hier en worden niet gedeeld.</source>
        <translation>These choices apply only here and are not shared.</translation>
    </message>
</context>
<context>
    <name>LookingPart</name>
    <message>
        <source>Terug naar het dossier</source>
        <translation>Back to the record</translation>
    </message>
    <message>
        <source>Lijst voor het gezin</source>
        <translation>List for the family</translation>
    </message>
    <message>
        <source>Wie keek of iets deed, wanneer en waarvoor; nooit wat er stond. De jeugdige en de ouders mogen deze lijst zien: op papier staat hetzelfde. Wat collega&apos;s op hun eigen apparaat deden staat erbij zodra dat apparaat heeft gesynchroniseerd.</source>
        <translation>Who looked or did something, when and why; never what it said. The young person and the parents may see this list: on paper it says the same. What colleagues did on their own device is added once that device has synced.</translation>
    </message>
    <message>
        <source>Meer tonen</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Voor het team: met spoed gekeken in een afgeschermd dossier</source>
        <translation>For the team: looked in a restricted record in an emergency</translation>
    </message>
    <message>
        <source>{shown} van {many}, nieuwste boven</source>
        <translation>{shown} of {many}, newest first</translation>
    </message>
    <message>
        <source>voor {name}</source>
        <translation>on behalf of {name}</translation>
    </message>
    <message>
        <source>op een ander apparaat ({id})</source>
        <translation>on another device ({id})</translation>
    </message>
    <message>
        <source>Spoed</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>keer</source>
        <translation>times</translation>
    </message>
</context>
<context>
    <name>LoosePanel</name>
    <message>
        <source>Eén dagdeel plannen</source>
        <translation>Plan one half-day</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Jeugdwerker</source>
        <translation>Youth worker</translation>
    </message>
    <message>
        <source>Begint om</source>
        <translation>Starts at</translation>
    </message>
    <message>
        <source>Plekken</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>Kamer (mag leeg)</source>
        <translation>Room (optional)</translation>
    </message>
    <message>
        <source>Notitie voor deze dag (mag leeg)</source>
        <translation>Note for this day (may be empty)</translation>
    </message>
    <message>
        <source>Plan dit dagdeel</source>
        <translation>Plan this half-day</translation>
    </message>
    <message>
        <source>Toch open: plan het</source>
        <translation>Open all the same: plan it</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Annuleren: dit dagdeel plannen</source>
        <translation>Cancel: planning this half-day</translation>
    </message>
    <message>
        <source>Het dagdeel is gepland.</source>
        <translation>The half-day is planned.</translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message>
        <source>Plek was al vergeven</source>
        <translation>Slot was already taken</translation>
    </message>
    <message>
        <source>Andere plek kiezen</source>
        <translation>Choose another slot</translation>
    </message>
    <message>
        <source>{n} kreeg geen plek: iemand anders boekte tegelijk en was eerder.</source>
        <translation>{n} did not get a slot: someone else booked at the same time and was first.</translation>
    </message>
    <message>
        <source>afspraak</source>
        <translation>appointment</translation>
    </message>
    <message>
        <source>afspraken</source>
        <translation>appointments</translation>
    </message>
</context>
<context>
    <name>LostNotice</name>
    <message>
        <source>{who}, {when}: iemand anders was eerder. De boeking is bewaard; kies een andere plek.</source>
        <translation>{who}, {when}: someone else was first. The booking has been kept; choose another slot.</translation>
    </message>
    <message>
        <source>En nog {n}.</source>
        <translation>And {n} more.</translation>
    </message>
    <message>
        <source>Een plek ging naar iemand anders</source>
        <translation>A slot went to someone else</translation>
    </message>
    <message>
        <source>Plek kiezen</source>
        <translation>Choose slot</translation>
    </message>
</context>
<context>
    <name>MeaningCard</name>
    <message>
        <source>Wat betekent het?</source>
        <translation>What does it mean?</translation>
    </message>
    <message>
        <source>Gewone woorden, zonder namen van jeugdigen. Dit komt in het verslag te staan.</source>
        <translation>Plain words, without names of children. This will appear in the report.</translation>
    </message>
    <message>
        <source>Betekenis</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>Themabijeenkomst van …</source>
        <translation>Theme meeting on …</translation>
    </message>
    <message>
        <source>Betekenis bewaren</source>
        <translation>Save meaning</translation>
    </message>
    <message>
        <source>Bij welk cijfer</source>
        <translation>Which figure</translation>
    </message>
    <message>
        <source>Van wie</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Opgeschreven op {day} door {who}</source>
        <translation>Written down on {day} by {who}</translation>
    </message>
    <message>
        <source>Hier staat nog niets bij.</source>
        <translation>Nothing has been added here yet.</translation>
    </message>
    <message>
        <source>Bewaard. Het staat nu ook in het verslag.</source>
        <translation>Saved. It is now in the report too.</translation>
    </message>
</context>
<context>
    <name>MeldcodeCard</name>
    <message>
        <source>Vertrouwelijk deel</source>
        <translation>Confidential part</translation>
    </message>
    <message>
        <source>Meldcode openen</source>
        <translation>Open the reporting code</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Voor de stappen van de meldcode. Ze staan niet in de notities, worden niet gevonden met zoeken en komen niet in een kopie voor ouders. Wie dit opent, komt in de lijst van wie er keek.</source>
        <translation>For the steps of the reporting code. They are not in the notes, are not found by searching and are in no copy for parents. Whoever opens this comes in the list of who looked.</translation>
    </message>
    <message>
        <source>eerdere versie</source>
        <translation>earlier version</translation>
    </message>
    <message>
        <source>eerdere versies</source>
        <translation>earlier versions</translation>
    </message>
    <message>
        <source>Verbeterd: {n} blijft bewaard.</source>
        <translation>Corrected: {n} kept.</translation>
    </message>
    <message>
        <source>Volgende stap uiterlijk {day}.</source>
        <translation>Next step by {day}.</translation>
    </message>
    <message>
        <source>Veilig Thuis, dag en nacht: {phone}. Bel 112 als het nu gevaarlijk is.</source>
        <translation>Veilig Thuis, day and night: {phone}. Call 112 when it is dangerous now.</translation>
    </message>
    <message>
        <source>Overlegd met: {who}</source>
        <translation>Consulted: {who}</translation>
    </message>
    <message>
        <source>Gemeld op {day}</source>
        <translation>Reported on {day}</translation>
    </message>
    <message>
        <source>verbeterd</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>Verbeteren</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Verbeteren: {step}</source>
        <translation>Correct: {step}</translation>
    </message>
    <message>
        <source>Verbetering bewaren</source>
        <translation>Keep correction</translation>
    </message>
    <message>
        <source>Stap bewaren</source>
        <translation>Keep the step</translation>
    </message>
    <message>
        <source>Welke stap</source>
        <translation>Which step</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Bijvoorbeeld 27-11</source>
        <translation>For example 27-11</translation>
    </message>
    <message>
        <source>Wat je zag, hoorde of besprak</source>
        <translation>What you saw, heard or discussed</translation>
    </message>
    <message>
        <source>Met wie</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Wat is besloten</source>
        <translation>What was decided</translation>
    </message>
    <message>
        <source>Gemeld bij Veilig Thuis op (mag leeg)</source>
        <translation>Reported to Veilig Thuis on (may stay empty)</translation>
    </message>
    <message>
        <source>Bewaard in het vertrouwelijke deel.</source>
        <translation>Kept in the confidential part.</translation>
    </message>
</context>
<context>
    <name>MendCard</name>
    <message>
        <source>Herstellen</source>
        <translation>Mend</translation>
    </message>
    <message>
        <source>GPConnect zet het bestand opnieuw in elkaar uit je nieuwste goede kopie en alles wat hier nog te lezen is. Je ziet eerst wat er terugkomt. Er verandert niets voordat je ja zegt.</source>
        <translation>GPConnect puts the file together again from your newest good copy and everything that can still be read here. You see first what comes back. Nothing changes before you say yes.</translation>
    </message>
    <message>
        <source>Herstellen …</source>
        <translation>Mend …</translation>
    </message>
    <message>
        <source>De kopieën en het bestand worden bekeken …</source>
        <translation>Looking at the copies and the file …</translation>
    </message>
    <message>
        <source>Nu herstellen</source>
        <translation>Mend now</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Not after all</translation>
    </message>
    <message>
        <source>Het beschadigde bestand wordt niet overschreven maar een maand apart bewaard. Je wachtwoordzin en sleutels blijven dezelfde.</source>
        <translation>The damaged file is not overwritten but kept apart for a month. Your passphrase and keys stay the same.</translation>
    </message>
    <message>
        <source>Je bestand is hersteld. Open het zoals je gewend bent.</source>
        <translation>Your file has been mended. Open it as you always do.</translation>
    </message>
    <message>
        <source>Je bestand wordt hersteld</source>
        <translation>Your file is being mended</translation>
    </message>
</context>
<context>
    <name>Moved</name>
    <message>
        <source>Verplaatst. Geef de familie de nieuwe tijd door.</source>
        <translation>Moved. Tell the family the new time.</translation>
    </message>
    <message>
        <source>Is doorgegeven</source>
        <translation>Has been passed on</translation>
    </message>
    <message>
        <source>{who} wacht en past op de oude plek.</source>
        <translation>{who} is waiting and fits the old place.</translation>
    </message>
    <message>
        <source>Bel {phone}.</source>
        <translation>Phone {phone}.</translation>
    </message>
    <message>
        <source>Bel {who}, boek in</source>
        <translation>Phone {who}, book them in</translation>
    </message>
</context>
<context>
    <name>MunicipalitySection</name>
    <message>
        <source>Dit gaat er nooit heen</source>
        <translation>This never goes there</translation>
    </message>
    <message>
        <source>Bij elk gegeven</source>
        <translation>With each item of data</translation>
    </message>
    <message>
        <source>Eén keer per dag gaan van dit apparaat losse feiten zonder naam naar de gemeente: wat hieronder staat, en verder niets. Niemand krijgt zo&apos;n feit te zien. Alles wat wordt getoond is een optelling van het hele team, waarin kleine aantallen zijn verborgen.</source>
        <translation>Once a day, separate facts without names go from this device to the municipality: what is listed below, and nothing else. Nobody gets to see such a fact. Everything that is shown is a sum over the whole team, in which small numbers are hidden.</translation>
    </message>
    <message>
        <source>Van dit apparaat gaat niets over jeugdigen naar de gemeente. De jeugdwerkers leveren losse feiten zonder naam. Niemand krijgt zo&apos;n feit te zien: alles wat wordt getoond is een optelling, waarin kleine aantallen zijn verborgen.</source>
        <translation>Nothing about children goes from this device to the municipality. The youth workers deliver separate facts without names. Nobody gets to see such a fact: everything that is shown is a sum, in which small numbers are hidden.</translation>
    </message>
</context>
<context>
    <name>NewHandover</name>
    <message>
        <source>Nieuwe overdracht</source>
        <translation>New handover</translation>
    </message>
    <message>
        <source>{name}, {age} overdragen</source>
        <translation>Hand over {name}, {age}</translation>
    </message>
    <message>
        <source>{name}, {age} naar {receiver}</source>
        <translation>{name}, {age} to {receiver}</translation>
    </message>
    <message>
        <source>Ontvanger</source>
        <translation>Receiver</translation>
    </message>
    <message>
        <source>Andere kiezen</source>
        <translation>Choose another</translation>
    </message>
    <message>
        <source>Toestemming</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Brief versturen</source>
        <translation>Send letter</translation>
    </message>
    <message>
        <source>Beveiligd mailen</source>
        <translation>Send by secure mail</translation>
    </message>
    <message>
        <source>Bestand voor hun systeem</source>
        <translation>File for their system</translation>
    </message>
    <message>
        <source>Bewaren voor later</source>
        <translation>Save for later</translation>
    </message>
    <message>
        <source>Mondeling overgedragen</source>
        <translation>Handed over verbally</translation>
    </message>
    <message>
        <source>Zonder toestemming of wettelijke grond gaat er niets weg.</source>
        <translation>Nothing is sent without consent or a legal basis.</translation>
    </message>
</context>
<context>
    <name>NewPassphrasePanel</name>
    <message>
        <source>Minstens 12 tekens. Vier losse woorden onthoud je makkelijk.</source>
        <translation>At least 12 characters. Four unrelated words are easy to remember.</translation>
    </message>
    <message>
        <source>Nieuwe wachtwoordzin</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Nog een keer de nieuwe</source>
        <translation>The new one once more</translation>
    </message>
    <message>
        <source>Deze zin gebruiken</source>
        <translation>Use this phrase</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>De code klopt</source>
        <translation>The code is right</translation>
    </message>
    <message>
        <source>Kies nu een nieuwe wachtwoordzin. De oude werkt daarna niet meer.</source>
        <translation>Now choose a new passphrase. After that the old one no longer works.</translation>
    </message>
    <message>
        <source>Kies een nieuwe wachtwoordzin.</source>
        <translation>Choose a new passphrase.</translation>
    </message>
    <message>
        <source>De twee nieuwe wachtwoordzinnen zijn niet gelijk.</source>
        <translation>The two new passphrases are not the same.</translation>
    </message>
</context>
<context>
    <name>NobodyPanel</name>
    <message>
        <source>Kopie terugzetten …</source>
        <translation>Put a copy back …</translation>
    </message>
    <message>
        <source>Ik heb een code</source>
        <translation>I have a code</translation>
    </message>
    <message>
        <source>Ik heb een herstelblad van mijn werk</source>
        <translation>I have a recovery sheet from my work</translation>
    </message>
    <message>
        <source>Een pilot beginnen</source>
        <translation>Start a pilot</translation>
    </message>
    <message>
        <source>Profiel op een andere plek …</source>
        <translation>Profile in another place …</translation>
    </message>
    <message>
        <source>Op deze computer staat nog geen profiel</source>
        <translation>There is no profile on this computer yet</translation>
    </message>
    <message>
        <source>Ga je meedoen? Vraag een code aan wie jouw team, praktijk of pilot beheert.</source>
        <translation>Are you joining? Ask whoever administers your team, practice or pilot for a code.</translation>
    </message>
    <message>
        <source>Werkte je al met GPConnect? Zet dan je kopie terug, of wijs aan waar je profiel staat.</source>
        <translation>Did you work with GPConnect before? Put your copy back, or show where your profile is.</translation>
    </message>
    <message>
        <source>Eerst rondkijken? De opdracht gpconnect demo maakt en opent een verzonnen pilot.</source>
        <translation>Want to look around first? The command gpconnect demo makes and opens an invented pilot.</translation>
    </message>
    <message>
        <source>Map van je profiel kiezen</source>
        <translation>Choose the folder of your profile</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Notitie sluiten</source>
        <translation>Close note</translation>
    </message>
    <message>
        <source>Aanvulling van {who}, {when}</source>
        <translation>Addition by {who}, {when}</translation>
    </message>
</context>
<context>
    <name>NotePage</name>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Wat nog openstaat, en de gesprekken van vandaag</source>
        <translation>What is still open, and today&apos;s conversations</translation>
    </message>
    <message>
        <source>Notitie zonder gesprek</source>
        <translation>Note without a conversation</translation>
    </message>
    <message>
        <source>Alle notities</source>
        <translation>All notes</translation>
    </message>
    <message>
        <source>Bewaard</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Nog niets getypt</source>
        <translation>Nothing typed yet</translation>
    </message>
    <message>
        <source>Ondertekenen</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Je tekst wordt vanzelf bewaard op dit apparaat, bij elke pauze.</source>
        <translation>Your text is saved automatically on this device, whenever you pause.</translation>
    </message>
    <message>
        <source>De vraag bij het boeken</source>
        <translation>The question when booking</translation>
    </message>
    <message>
        <source>Opgeslagen om {time}</source>
        <translation>Saved at {time}</translation>
    </message>
    <message>
        <source>Niet opgeslagen. {why}</source>
        <translation>Not saved. {why}</translation>
    </message>
    <message>
        <source>Ondertekend. Wat je later toevoegt, komt er als aanvulling onder.</source>
        <translation>Signed. Anything you add later goes underneath as an addition.</translation>
    </message>
    <message>
        <source>Staat nu bij: {question}</source>
        <translation>Now stands with: {question}</translation>
    </message>
    <message>
        <source>Er is niets verplaatst. Selecteer eerst de woorden die over een ander gaan.</source>
        <translation>Nothing was moved. First select the words that are about another.</translation>
    </message>
    <message>
        <source>Concept weggegooid.</source>
        <translation>Draft discarded.</translation>
    </message>
    <message>
        <source>Afgerond: {outcome}.</source>
        <translation>Completed: {outcome}.</translation>
    </message>
</context>
<context>
    <name>NotePart</name>
    <message>
        <source>Notitie bewaren</source>
        <translation>Save the note</translation>
    </message>
    <message>
        <source>Voor iedereen die deze dag opent, ook op de daglijst. Geen namen van jeugdigen of gezinnen.</source>
        <translation>For everyone who opens this day, on the day sheet too. No names of young people or families.</translation>
    </message>
    <message>
        <source>Notitie voor deze dag</source>
        <translation>Note for this day</translation>
    </message>
    <message>
        <source>De notitie is bewaard.</source>
        <translation>The note is saved.</translation>
    </message>
</context>
<context>
    <name>ObjectionCard</name>
    <message>
        <source>Meetellen in de cijfers</source>
        <translation>Being counted in the figures</translation>
    </message>
    <message>
        <source>Telt niet mee</source>
        <translation>Is not counted</translation>
    </message>
    <message>
        <source>Wat al was doorgegeven, is uiterlijk de volgende werkdag teruggenomen.</source>
        <translation>What was already passed on is taken back on the next working day at the latest.</translation>
    </message>
    <message>
        <source>Telt weer mee</source>
        <translation>Counts again</translation>
    </message>
    <message>
        <source>Telt mee, zonder naam</source>
        <translation>Is counted, without a name</translation>
    </message>
    <message>
        <source>Zegt het gezin nee, dan nemen we ook terug wat al was doorgegeven.</source>
        <translation>If the family says no, we also take back what was already passed on.</translation>
    </message>
    <message>
        <source>Gezin wil niet meetellen</source>
        <translation>Family does not want to be counted</translation>
    </message>
    <message>
        <source>Wie de hulp krijgt, of onder de 12 een ouder met gezag, kan bezwaar maken.</source>
        <translation>Whoever receives the help, or under 12 a parent with authority, can object.</translation>
    </message>
    <message>
        <source>Jeugdwet 7.3.12 lid 2.</source>
        <translation>Youth Act 7.3.12(2).</translation>
    </message>
</context>
<context>
    <name>OneForm</name>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Overnemen</source>
        <translation>Copy across</translation>
    </message>
    <message>
        <source>Later verder</source>
        <translation>Continue later</translation>
    </message>
</context>
<context>
    <name>OpenedHandover</name>
    <message>
        <source>Toestemming</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>{name}, {age}</source>
        <translation>{name}, {age}</translation>
    </message>
    <message>
        <source>aan {receiver}</source>
        <translation>to {receiver}</translation>
    </message>
    <message>
        <source>casusregie: {lead}</source>
        <translation>case lead: {lead}</translation>
    </message>
    <message>
        <source>Reden: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>{name} bevestigde.</source>
        <translation>{name} confirmed.</translation>
    </message>
    <message>
        <source>Verstuurd {day}. Jij blijft verantwoordelijk tot de ontvanger bevestigt.</source>
        <translation>Sent {day}. You remain responsible until the receiver confirms.</translation>
    </message>
    <message>
        <source>Nog leeg: {points}.</source>
        <translation>Still empty: {points}.</translation>
    </message>
    <message>
        <source>Veiligheid</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Toegang</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Grond</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Eerste gesprek</source>
        <translation>First conversation</translation>
    </message>
    <message>
        <source>Nabellen</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>De brief staat in {folder} als {name}.</source>
        <translation>The letter is in {folder} as {name}.</translation>
    </message>
    <message>
        <source>Het bericht staat in {folder} als {name}. Open het in je beveiligde mailprogramma.</source>
        <translation>The message is in {folder} as {name}. Open it in your secure mail program.</translation>
    </message>
    <message>
        <source>Het bestand voor hun systeem staat in {folder} als {name}.</source>
        <translation>The file for their system is in {folder} as {name}.</translation>
    </message>
    <message>
        <source>Vastgelegd: mondeling overgedragen.</source>
        <translation>Recorded: handed over verbally.</translation>
    </message>
    <message>
        <source>Vastgelegd.</source>
        <translation>Recorded.</translation>
    </message>
    <message>
        <source>Driegesprek bewaard.</source>
        <translation>Three-way talk saved.</translation>
    </message>
</context>
<context>
    <name>OpeningPart</name>
    <message>
        <source>Voornaam</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Geboortedatum</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Bijvoorbeeld 13-2-2013</source>
        <translation>For example 13-2-2013</translation>
    </message>
    <message>
        <source>Telefoon (mag leeg)</source>
        <translation>Phone (optional)</translation>
    </message>
    <message>
        <source>Praktijk</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>geen</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Hulpvraag in de woorden van het gezin (mag leeg)</source>
        <translation>Request for help in the family&apos;s own words (optional)</translation>
    </message>
    <message>
        <source>Dossier maken</source>
        <translation>Create record</translation>
    </message>
    <message>
        <source>Lijkt op</source>
        <translation>Looks like</translation>
    </message>
    <message>
        <source>Het is iemand anders: maak toch een dossier</source>
        <translation>It is someone else: create a record anyway</translation>
    </message>
    <message>
        <source>Deze jeugdige is misschien al bekend</source>
        <translation>This child may already be known</translation>
    </message>
    <message>
        <source>Er is nog niets opgeslagen.</source>
        <translation>Nothing has been saved yet.</translation>
    </message>
    <message>
        <source>Nieuwe jeugdige</source>
        <translation>New child</translation>
    </message>
    <message>
        <source>Zelfde naam en geboortedatum</source>
        <translation>Same name and date of birth</translation>
    </message>
    <message>
        <source>Lijkt een tikfout</source>
        <translation>Looks like a typo</translation>
    </message>
    <message>
        <source>Tweeling?</source>
        <translation>Twins?</translation>
    </message>
    <message>
        <source>heeft een dossier</source>
        <translation>has a record</translation>
    </message>
    <message>
        <source>bekend bij de praktijk, nog geen dossier</source>
        <translation>known to the practice, no record yet</translation>
    </message>
    <message>
        <source>Ja, tweeling</source>
        <translation>Yes, twins</translation>
    </message>
    <message>
        <source>Deze is het</source>
        <translation>This is the one</translation>
    </message>
</context>
<context>
    <name>OutcomeButtons</name>
    <message>
        <source>Niet verschenen</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>Stap terug</source>
        <translation>Step back</translation>
    </message>
    <message>
        <source>Niet verschenen. Bel vandaag; het staat bij Nog te doen.</source>
        <translation>Did not come. Call today; it is under To do.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Concepten</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Nog te ondertekenen</source>
        <translation>Still to sign</translation>
    </message>
    <message>
        <source>Gesprekken van vandaag</source>
        <translation>Today&apos;s conversations</translation>
    </message>
    <message>
        <source>Nog geen notities</source>
        <translation>No notes yet</translation>
    </message>
    <message>
        <source>Open een gesprek bij Vandaag, of zoek een jeugdige. Je notitie begint dan vanzelf.</source>
        <translation>Open a conversation in Today, or find a child. Your note then starts by itself.</translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation>Question between colleagues</translation>
    </message>
    <message>
        <source>Ondertekend</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Lezen</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Schrijven</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>nog niet ondertekend</source>
        <translation>not signed yet</translation>
    </message>
    <message>
        <source>Te lang: staat alleen op deze laptop tot je hem inkort, splitst of ondertekent</source>
        <translation>Too long: it is on this laptop only, until you shorten, split or sign it</translation>
    </message>
    <message>
        <source>Concept van je andere laptop, van {when}</source>
        <translation>Draft from your other laptop, of {when}</translation>
    </message>
    <message>
        <source>Verder schrijven</source>
        <translation>Continue writing</translation>
    </message>
</context>
<context>
    <name>OwnDeviceStep</name>
    <message>
        <source>Dit apparaat is op jouw naam toegelaten. Is het echt jouw computer? Kijk daar bij Beheer, Mensen en apparaten: bij ‘deze computer’ moet de code {code} staan. Pas als jij het bevestigt, gaan je concepten ook daarheen. Bevestig op die computer ook deze.</source>
        <translation>This device was let in under your name. Is it really your computer? Look there under Administration, People and devices: ‘this computer’ must show the code {code}. Only once you confirm it do your drafts go there as well. Confirm this one on that computer too.</translation>
    </message>
    <message>
        <source>Ken je dit apparaat niet? Bevestig het dan niet, en vraag wie de ruimte beheert wie het toeliet.</source>
        <translation>You do not know this device? Then do not confirm it, and ask whoever administers the space who let it in.</translation>
    </message>
    <message>
        <source>Ja, dit is mijn computer</source>
        <translation>Yes, this is my computer</translation>
    </message>
    <message>
        <source>Eruit halen …</source>
        <translation>Put out …</translation>
    </message>
    <message>
        <source>Bevestigd. Je concepten gaan voortaan ook naar die computer.</source>
        <translation>Confirmed. From now on your drafts go to that computer as well.</translation>
    </message>
</context>
<context>
    <name>OwnPassphrase</name>
    <message>
        <source>Je wachtwoordzin</source>
        <translation>Your passphrase</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Bladzijde</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Vorige</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Vorige bladzijde</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Volgende bladzijde</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>van {n}</source>
        <translation>of {n}</translation>
    </message>
    <message>
        <source>Het verslag wordt gemaakt</source>
        <translation>The report is being made</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stoppen met maken</source>
        <translation>Stop making the report</translation>
    </message>
    <message>
        <source>Bladzijde {n} van het verslag</source>
        <translation>Page {n} of the report</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Mijn herstelblad</source>
        <translation>My recovery sheet</translation>
    </message>
    <message>
        <source>Sleutelblad van mijn werk</source>
        <translation>Key sheet from my work</translation>
    </message>
    <message>
        <source>Wat heb je bij de hand?</source>
        <translation>What do you have at hand?</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kom je er niet in?</source>
        <translation>Can’t get in?</translation>
    </message>
    <message>
        <source>Met een code van papier kom je er wel in. Daarna kies je een nieuwe wachtwoordzin.</source>
        <translation>A code on paper will let you in. After that you choose a new passphrase.</translation>
    </message>
    <message>
        <source>Dit profiel heeft geen herstelblad en geen sleutelblad van je werkgever. Zonder je wachtwoordzin of een kopie gaat het niet open. Wat je deelde, staat nog bij je team; wie het team beheert kan je opnieuw toelaten.</source>
        <translation>This profile has no recovery sheet and no key sheet of your employer. Without your passphrase or a copy it will not open. What you shared is still with your team; whoever manages the team can let you in again.</translation>
    </message>
    <message>
        <source>Typ alle regels van de code over zoals op het blad. Streepjes en hoofdletters maken niet uit.</source>
        <translation>Type all lines of the code as they are on the sheet. Dashes and capitals do not matter.</translation>
    </message>
    <message>
        <source>Typ de code over zoals hij op papier staat. Streepjes en hoofdletters maken niet uit.</source>
        <translation>Type the code as it is on paper. Dashes and capitals do not matter.</translation>
    </message>
    <message>
        <source>Typ de code die op het blad staat.</source>
        <translation>Type the code that is on the sheet.</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Voorbeeld van de afdruk</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>Printen</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Bewaren als PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Hier staan namen op. Laat het niet liggen en vernietig het na het spreekuur.</source>
        <translation>There are names on this. Do not leave it lying about, and destroy it after the consultation hours.</translation>
    </message>
    <message>
        <source>Dit is de eerste van {n} bladzijden; ze worden allemaal geprint en bewaard.</source>
        <translation>This is the first of {n} pages; all of them are printed and saved.</translation>
    </message>
    <message>
        <source>Bewaard als {name} bij je documenten, buiten het versleutelde bestand. Geef het mee en wis het daarna hier.</source>
        <translation>Saved as {name} with your documents, outside the encrypted file. Hand it over and erase it here afterwards.</translation>
    </message>
    <message>
        <source>Bewaard als {name} bij je documenten.</source>
        <translation>Saved as {name} in your documents.</translation>
    </message>
    <message>
        <source>Bewaard als {name} bij je documenten, buiten het versleutelde bestand. Er staan namen op: wis het daar na het spreekuur.</source>
        <translation>Saved as {name} in your documents, outside the encrypted file. It has names on it: delete it there after the consultation hours.</translation>
    </message>
    <message>
        <source>Geen printer gevonden. Het staat als {name} bij je documenten, buiten het versleutelde bestand. Geef het mee en wis het daarna hier.</source>
        <translation>No printer found. It is with your documents as {name}, outside the encrypted file. Hand it over and erase it here afterwards.</translation>
    </message>
    <message>
        <source>Geen printer gevonden.</source>
        <translation>No printer found.</translation>
    </message>
    <message>
        <source>Naar de printer gestuurd.</source>
        <translation>Sent to the printer.</translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>Terug naar het programma</source>
        <translation>Back to the program</translation>
    </message>
    <message>
        <source>Geef het scherm terug</source>
        <translation>Give the screen back</translation>
    </message>
    <message>
        <source>De antwoorden zijn ingeleverd. Alleen de jeugdwerker kan nu verder.</source>
        <translation>The answers have been handed in. Only the youth worker can go on now.</translation>
    </message>
    <message>
        <source>Verder met invullen</source>
        <translation>Carry on answering</translation>
    </message>
    <message>
        <source>Wat al is ingevuld, blijft bewaard op deze computer.</source>
        <translation>What has been filled in stays saved on this computer.</translation>
    </message>
    <message>
        <source>Wachtwoordzin van de jeugdwerker</source>
        <translation>Passphrase of the youth worker</translation>
    </message>
    <message>
        <source>Even stoppen?</source>
        <translation>Stop for a moment?</translation>
    </message>
</context>
<context>
    <name>PassphraseCard</name>
    <message>
        <source>Hiermee open je het programma, en altijd na vergrendelen.</source>
        <translation>You open the program with it, and always after locking.</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Changing</translation>
    </message>
    <message>
        <source>Proberen</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Wachtwoordzin</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>In gebruik</source>
        <translation>In use</translation>
    </message>
</context>
<context>
    <name>PassphrasePanel</name>
    <message>
        <source>Tonen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Tonen: wachtwoordzin</source>
        <translation>Show passphrase</translation>
    </message>
    <message>
        <source>Wachtwoordzin</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Hoofdletters staan aan (Caps Lock).</source>
        <translation>Capitals are on (Caps Lock).</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Bezig met openen</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Verbergen</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Vul je wachtwoordzin in.</source>
        <translation>Enter your passphrase.</translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message>
        <source>Wachtwoordzin van nu</source>
        <translation>Current passphrase</translation>
    </message>
    <message>
        <source>Nog een keer de nieuwe</source>
        <translation>The new one once more</translation>
    </message>
    <message>
        <source>Minstens 12 tekens. Vier losse woorden onthoud je makkelijk.</source>
        <translation>At least 12 characters. Four unrelated words are easy to remember.</translation>
    </message>
    <message>
        <source>Nieuwe wachtwoordzin</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Wachtwoordzin wijzigen</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>De twee nieuwe wachtwoordzinnen zijn niet gelijk.</source>
        <translation>The two new passphrases are not the same.</translation>
    </message>
    <message>
        <source>Je nieuwe wachtwoordzin geldt vanaf nu.</source>
        <translation>Your new passphrase applies from now on.</translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Nieuwe jeugdige</source>
        <translation>New child</translation>
    </message>
    <message>
        <source>Nieuwe notitie</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>Rechten van het gezin</source>
        <translation>Rights of the family</translation>
    </message>
    <message>
        <source>Wissen</source>
        <translation>Erasing</translation>
    </message>
    <message>
        <source>Op verzoek van het gezin, of na de bewaartermijn</source>
        <translation>At the family&apos;s request, or after the time to keep it</translation>
    </message>
    <message>
        <source>Jeugdigen</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Dossiers van het team</source>
        <translation>The team&apos;s records</translation>
    </message>
    <message>
        <source>tweeling met {names}</source>
        <translation>twin of {names}</translation>
    </message>
    <message>
        <source>casusregisseur {name}</source>
        <translation>case lead {name}</translation>
    </message>
    <message>
        <source>Afgeschermd dossier</source>
        <translation>Dossier kept apart</translation>
    </message>
    <message>
        <source>Wie keek er in dit dossier?</source>
        <translation>Who looked in this record?</translation>
    </message>
    <message>
        <source>Een dossier zonder afspraak</source>
        <translation>A record without an appointment</translation>
    </message>
    <message>
        <source>Het dossier is gemaakt.</source>
        <translation>The record has been made.</translation>
    </message>
    <message>
        <source>Van de lijst gehaald. Er is niets gewist.</source>
        <translation>Taken off the list. Nothing has been erased.</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Mensen eromheen en gezag</source>
        <translation>People around the child and parental authority</translation>
    </message>
    <message>
        <source>Mensen om deze jeugdige</source>
        <translation>People around this child</translation>
    </message>
    <message>
        <source>Nog niemand. Voeg eerst de ouders toe: zonder hen is toestemming niet rond.</source>
        <translation>No one yet. Add the parents first: without them, consent is not complete.</translation>
    </message>
    <message>
        <source>Iemand toevoegen</source>
        <translation>Add someone</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Weghalen: {n}</source>
        <translation>Remove: {n}</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Wie is dit</source>
        <translation>Who is this</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Woont bij de jeugdige</source>
        <translation>Lives with the child</translation>
    </message>
    <message>
        <source>Gezag</source>
        <translation>Parental authority</translation>
    </message>
    <message>
        <source>Hoe nagekeken</source>
        <translation>How it was checked</translation>
    </message>
    <message>
        <source>Nagekeken op (leeg is vandaag)</source>
        <translation>Checked on (empty means today)</translation>
    </message>
    <message>
        <source>{authority}, niet nagekeken</source>
        <translation>{authority}, not checked</translation>
    </message>
    <message>
        <source>woont ergens anders</source>
        <translation>lives elsewhere</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Andere profielen op deze computer</source>
        <translation>Other profiles on this computer</translation>
    </message>
    <message>
        <source>Of open een ander profiel op deze computer</source>
        <translation>Or open another profile on this computer</translation>
    </message>
    <message>
        <source>Open het profiel {name}</source>
        <translation>Open the profile {name}</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Ruimten van dit apparaat</source>
        <translation>Spaces on this device</translation>
    </message>
    <message>
        <source>Wat dit apparaat deelt</source>
        <translation>What this device shares</translation>
    </message>
    <message>
        <source>Elke ruimte wordt beheerd door wie erin werkt. De gemeente kan niemand toelaten tot een praktijk of team.</source>
        <translation>Each space is managed by the people who work in it. The municipality cannot admit anyone to a practice or team.</translation>
    </message>
    <message>
        <source>Nog geen apparaat</source>
        <translation>No device yet</translation>
    </message>
    <message>
        <source>Mensen en apparaten</source>
        <translation>People and devices</translation>
    </message>
    <message>
        <source>Iemand uitnodigen</source>
        <translation>Invite somebody</translation>
    </message>
    <message>
        <source>Ik heb nog een code</source>
        <translation>I have another code</translation>
    </message>
    <message>
        <source>Ik heb nog een herstelblad</source>
        <translation>I have another recovery sheet</translation>
    </message>
    <message>
        <source>Server instellen</source>
        <translation>Set the server</translation>
    </message>
    <message>
        <source>De pilot beëindigen</source>
        <translation>End the pilot</translation>
    </message>
    <message>
        <source>sinds {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>beheert</source>
        <translation>administers</translation>
    </message>
    <message>
        <source>deze computer</source>
        <translation>this computer</translation>
    </message>
    <message>
        <source>apparaat {id}</source>
        <translation>device {id}</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>code {code}</translation>
    </message>
    <message>
        <source>Gaat eruit</source>
        <translation>Is being put out</translation>
    </message>
    <message>
        <source>Van jou?</source>
        <translation>Yours?</translation>
    </message>
    <message>
        <source>Eruit halen …</source>
        <translation>Put out …</translation>
    </message>
    <message>
        <source>Bekijken …</source>
        <translation>Look …</translation>
    </message>
    <message>
        <source>Eruit gehaald</source>
        <translation>Put out</translation>
    </message>
    <message>
        <source>Nog op te richten</source>
        <translation>Still to be founded</translation>
    </message>
    <message>
        <source>Wacht op de server</source>
        <translation>Waiting for the server</translation>
    </message>
    <message>
        <source>Dit apparaat is eruit gezet</source>
        <translation>This device was put out</translation>
    </message>
    <message>
        <source>Jij beheert</source>
        <translation>You manage this</translation>
    </message>
    <message>
        <source>Je doet mee</source>
        <translation>You take part</translation>
    </message>
    <message>
        <source>Je levert, je leest niet</source>
        <translation>You contribute, you do not read</translation>
    </message>
    <message>
        <source>Alleen herstel</source>
        <translation>Recovery only</translation>
    </message>
    <message>
        <source>persoon</source>
        <translation>person</translation>
    </message>
    <message>
        <source>personen</source>
        <translation>people</translation>
    </message>
    <message>
        <source>Oprichten</source>
        <translation>Found it</translation>
    </message>
    <message>
        <source>Herstelblad …</source>
        <translation>Recovery sheet …</translation>
    </message>
    <message>
        <source>herstelblad ligt klaar</source>
        <translation>recovery sheet is in place</translation>
    </message>
    <message>
        <source>nog geen herstelblad</source>
        <translation>no recovery sheet yet</translation>
    </message>
    <message>
        <source>iemand ging weg: maak een nieuw herstelblad</source>
        <translation>somebody left: make a new recovery sheet</translation>
    </message>
    <message>
        <source>nieuw herstelblad nog niet bij de server: bewaar het vorige</source>
        <translation>new recovery sheet not at the server yet: keep the one before</translation>
    </message>
    <message>
        <source>herstelblad nog niet bij de server</source>
        <translation>recovery sheet not at the server yet</translation>
    </message>
    <message>
        <source>Nog niet toegelaten</source>
        <translation>Not admitted yet</translation>
    </message>
</context>
<context>
    <name>PersonAnswer</name>
    <message>
        <source>Intrekken</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Intrekken: {who}</source>
        <translation>Withdraw: {who}</translation>
    </message>
    <message>
        <source>Mondeling akkoord</source>
        <translation>Agreed verbally</translation>
    </message>
    <message>
        <source>Schriftelijk</source>
        <translation>In writing</translation>
    </message>
    <message>
        <source>Zegt nee</source>
        <translation>Says no</translation>
    </message>
</context>
<context>
    <name>PersonButton</name>
    <message>
        <source>{name}: vergrendelen of wisselen</source>
        <translation>{name}: lock or switch</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Wisselen van profiel</source>
        <translation>Switch profile</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Naam of geboortedatum</source>
        <translation>Name or date of birth</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Gevonden jeugdigen</source>
        <translation>Children found</translation>
    </message>
    <message>
        <source>Voornaam</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Geboortedatum</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Nieuwe jeugdige</source>
        <translation>New child</translation>
    </message>
    <message>
        <source>13-2-2013</source>
        <translation>13-2-2013</translation>
    </message>
    <message>
        <source>Toch zoeken</source>
        <translation>Search anyway</translation>
    </message>
    <message>
        <source>heeft een dossier</source>
        <translation>has a record</translation>
    </message>
    <message>
        <source>bekend in deze praktijk</source>
        <translation>known at this practice</translation>
    </message>
    <message>
        <source>Ander</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Andere jeugdige kiezen</source>
        <translation>Choose another child</translation>
    </message>
    <message>
        <source>Guus 3-4-2016</source>
        <translation>Guus 3-4-2016</translation>
    </message>
    <message>
        <source>Nieuwe jeugdige: {name}</source>
        <translation>New child: {name}</translation>
    </message>
</context>
<context>
    <name>PilotEndCard</name>
    <message>
        <source>Einde van de pilot</source>
        <translation>End of the pilot</translation>
    </message>
    <message>
        <source>Alle dossiers gaan volledig in één versleuteld bestand naar het eigen dossiersysteem van de werkgever. Elk dossier krijgt een regel bij Wie keek er.</source>
        <translation>All dossiers go complete, in one encrypted file, to the employer&apos;s own record system. Each dossier gets a line under Who looked.</translation>
    </message>
    <message>
        <source>De server leegmaken doet wie hem beheert, pas als de werkgever zegt dat alles goed is aangekomen.</source>
        <translation>Emptying the server is done by who runs it, only after the employer says that everything arrived well.</translation>
    </message>
    <message>
        <source>Notities op dit apparaat die nog niemand tekende, gaan mee als concept; die op een ander apparaat niet. Teken ze dus liever eerst.</source>
        <translation>Notes on this device that nobody has signed yet go along as drafts; those on another device do not. So it is better to sign them first.</translation>
    </message>
    <message>
        <source>Jeugdwet 7.3.8.</source>
        <translation>Youth Act 7.3.8.</translation>
    </message>
    <message>
        <source>Minstens 12 tekens. Vertel hem de werkgever op een andere manier dan met het bestand.</source>
        <translation>At least 12 characters. Tell it to the employer in another way than with the file.</translation>
    </message>
    <message>
        <source>Wachtwoordzin voor dit bestand</source>
        <translation>Passphrase for this file</translation>
    </message>
    <message>
        <source>Nog een keer</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Bestand maken …</source>
        <translation>Make the file …</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stoppen met het bestand</source>
        <translation>Stop making the file</translation>
    </message>
    <message>
        <source>Dossiers in het bestand</source>
        <translation>Dossiers in the file</translation>
    </message>
    <message>
        <source>De twee wachtwoordzinnen zijn niet gelijk.</source>
        <translation>The two passphrases are not the same.</translation>
    </message>
    <message>
        <source>Waar komt het bestand?</source>
        <translation>Where does the file go?</translation>
    </message>
    <message>
        <source>Gestopt. Er is geen bestand gemaakt.</source>
        <translation>Stopped. No file was made.</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>dossiers</source>
        <translation>dossiers</translation>
    </message>
    <message>
        <source>Klaar en helemaal nagelezen: {n} in {file}.</source>
        <translation>Done and read back in full: {n} in {file}.</translation>
    </message>
    <message>
        <source>notitie</source>
        <translation>note</translation>
    </message>
    <message>
        <source>notities</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>Als concept erin, niet ondertekend: {n}.</source>
        <translation>In it as a draft, not signed: {n}.</translation>
    </message>
    <message>
        <source>Niet erin: {n} waarvan is gevraagd het te wissen. Zolang het niet is vernietigd, kan dat nog ongedaan worden gemaakt.</source>
        <translation>Not in it: {n} that is asked to be erased. As long as it is not destroyed, that can still be undone.</translation>
    </message>
    <message>
        <source>Niet erin: {n} die jij nu niet mag lezen. Laat de casusregisseur daarvan een eigen bestand maken.</source>
        <translation>Not in it: {n} that you may not read now. Let the case lead make a file of those.</translation>
    </message>
</context>
<context>
    <name>PointRow</name>
    <message>
        <source>{label} (mag leeg)</source>
        <translation>{label} (optional)</translation>
    </message>
    <message>
        <source>Niet voor deze ontvanger</source>
        <translation>Not for this recipient</translation>
    </message>
    <message>
        <source>Niet voor deze ontvanger: {point}</source>
        <translation>Not for this recipient: {point}</translation>
    </message>
    <message>
        <source>Uit {note}, {day}</source>
        <translation>From {note}, {day}</translation>
    </message>
</context>
<context>
    <name>ProviderCard</name>
    <message>
        <source>Overdragen hierheen</source>
        <translation>Hand over to them</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Wachttijd is ouder dan 3 maanden: vraag opnieuw</source>
        <translation>Waiting time is more than 3 months old: ask again</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Helpt bij</source>
        <translation>Helps with</translation>
    </message>
    <message>
        <source>Wachttijd</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Hoe kom je er</source>
        <translation>How to get in</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Beveiligde mail</source>
        <translation>Secure mail</translation>
    </message>
    <message>
        <source>doet mee aan het open huis</source>
        <translation>takes part in the open house</translation>
    </message>
</context>
<context>
    <name>PuttingBack</name>
    <message>
        <source>Wachtwoordzin</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Mijn herstelblad</source>
        <translation>My recovery sheet</translation>
    </message>
    <message>
        <source>Sleutelblad van mijn werk</source>
        <translation>Key sheet from my work</translation>
    </message>
    <message>
        <source>Waarmee open je deze kopie?</source>
        <translation>What opens this copy?</translation>
    </message>
    <message>
        <source>Wachtwoordzin van de kopie</source>
        <translation>Passphrase of the copy</translation>
    </message>
    <message>
        <source>Die je had toen de kopie werd gemaakt.</source>
        <translation>The one you had when the copy was made.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Van het blad dat gold toen de kopie werd gemaakt. Daarna kies je een nieuwe wachtwoordzin.</source>
        <translation>From the sheet that was valid when the copy was made. After that you choose a new passphrase.</translation>
    </message>
    <message>
        <source>Terugzetten</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Van {file}</source>
        <translation>Of {file}</translation>
    </message>
    <message>
        <source>Kopie kiezen</source>
        <translation>Choose a copy</translation>
    </message>
    <message>
        <source>Vul de wachtwoordzin in die gold toen je de kopie maakte.</source>
        <translation>Enter the passphrase that was in use when you made the copy.</translation>
    </message>
    <message>
        <source>Typ de code die op het blad staat.</source>
        <translation>Type the code on the sheet.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>{step} van {high}</source>
        <translation>{step} of {high}</translation>
    </message>
</context>
<context>
    <name>QuestionPart</name>
    <message>
        <source>Alleen om ernstig nadeel te voorkomen of bij een weloverwogen wens (7.3.4 lid 2).</source>
        <translation>Only to prevent serious harm, or for a well-considered wish (7.3.4 paragraph 2).</translation>
    </message>
    <message>
        <source>Zonder de ouders? Schrijf waarom</source>
        <translation>Without the parents? Write down why</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Onderdelen</source>
        <translation>Sections</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>{n} wacht op jou</source>
        <translation>{n} waiting for you</translation>
    </message>
    <message>
        <source>{n} wachten op jou</source>
        <translation>{n} waiting for you</translation>
    </message>
</context>
<context>
    <name>ReceivedCard</name>
    <message>
        <source>Teruggehoord</source>
        <translation>Heard back</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Gezien</source>
        <translation>Seen</translation>
    </message>
</context>
<context>
    <name>ReceiverPicker</name>
    <message>
        <source>Aan wie?</source>
        <translation>To whom?</translation>
    </message>
    <message>
        <source>kortste wachttijd eerst</source>
        <translation>shortest waiting time first</translation>
    </message>
    <message>
        <source>Ontvangers</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>Kies</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>De sociale kaart is nog leeg</source>
        <translation>The directory is still empty</translation>
    </message>
    <message>
        <source>Voeg eerst toe wie verder kan helpen.</source>
        <translation>First add who can help further.</translation>
    </message>
    <message>
        <source>Naar de sociale kaart</source>
        <translation>Go to the directory</translation>
    </message>
</context>
<context>
    <name>RecoverPanel</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Herstellen met een blad</source>
        <translation>Restore with a sheet</translation>
    </message>
    <message>
        <source>Typ alle regels over zoals op het blad. Streepjes en hoofdletters maken niet uit.</source>
        <translation>Type all lines as they stand on the sheet. Dashes and capitals do not matter.</translation>
    </message>
    <message>
        <source>Zoek op de server</source>
        <translation>Search on the server</translation>
    </message>
    <message>
        <source>Adres van de server</source>
        <translation>Address of the server</translation>
    </message>
    <message>
        <source>Wie ben jij hier?</source>
        <translation>Who are you here?</translation>
    </message>
    <message>
        <source>Je naam</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Staat deze vingerafdruk ook op het blad?</source>
        <translation>Does this fingerprint also stand on the sheet?</translation>
    </message>
    <message>
        <source>Code op het herstelblad</source>
        <translation>Code on the recovery sheet</translation>
    </message>
    <message>
        <source>Elk blad brengt één ruimte terug: je team, je praktijk, of wat de coördinator deelt. Heb je er meer, begin dan met het blad van je team of praktijk.</source>
        <translation>Each sheet brings one space back: your team, your practice, or what the coordinator shares. If you have more, begin with the sheet of your team or practice.</translation>
    </message>
    <message>
        <source>Ja, herstel dit</source>
        <translation>Yes, recover this</translation>
    </message>
    <message>
        <source>Deze ruimte ophalen</source>
        <translation>Fetching this space</translation>
    </message>
    <message>
        <source>persoon</source>
        <translation>person</translation>
    </message>
    <message>
        <source>personen</source>
        <translation>people</translation>
    </message>
    <message>
        <source>Gevonden: {space}, met {people}.</source>
        <translation>Found: {space}, with {people}.</translation>
    </message>
    <message>
        <source>Dit blad brengt alleen deze ruimte terug. Wat daarnaast van jou is, gaat niet verloren: zodra dit klaar is, zegt GPConnect welke ruimten er nog ontbreken en wie je daar toelaat.</source>
        <translation>This sheet brings only this space back. What is yours besides is not lost: as soon as this is done, GPConnect says which spaces are still missing and who lets you in there.</translation>
    </message>
    <message>
        <source>apparaat</source>
        <translation>device</translation>
    </message>
    <message>
        <source>apparaten</source>
        <translation>devices</translation>
    </message>
    <message>
        <source>Vul je naam in.</source>
        <translation>Fill in your name.</translation>
    </message>
    <message>
        <source>Deze ruimte komt nu binnen: {read} van {of}.</source>
        <translation>This space is coming in now: {read} of {of}.</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>Een code op papier, voor als je je wachtwoordzin vergeet. Bewaar het thuis of in een kluis, niet bij de laptop.</source>
        <translation>A code on paper, for when you forget your passphrase. Keep it at home or in a safe, not with the laptop.</translation>
    </message>
    <message>
        <source>Herstelblad maken</source>
        <translation>Make a recovery sheet</translation>
    </message>
    <message>
        <source>Proberen</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Vervangen</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Herstelblad</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Nog niet gemaakt</source>
        <translation>Not made yet</translation>
    </message>
    <message>
        <source>In gebruik</source>
        <translation>In use</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyStep</name>
    <message>
        <source>De code van het herstelblad</source>
        <translation>The code of the recovery sheet</translation>
    </message>
    <message>
        <source>Ik heb de code op papier</source>
        <translation>I have the code on paper</translation>
    </message>
    <message>
        <source>Brandt de laatste computer af, dan brengt dit blad met de server alles terug. Leg het in de kluis van je werkgever of praktijk, nooit bij de gemeente. Een eerder blad werkt daarna niet meer.</source>
        <translation>If the last computer burns, this sheet and the server bring everything back. Put it in the safe of your employer or practice, never at the municipality. An earlier sheet does not work after this.</translation>
    </message>
    <message>
        <source>Typ de code over van papier</source>
        <translation>Type the code from paper</translation>
    </message>
    <message>
        <source>Hoofdletters, streepjes en spaties maken niet uit.</source>
        <translation>Capitals, dashes and spaces do not matter.</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Klaar met het herstelblad</source>
        <translation>Done with the recovery sheet</translation>
    </message>
    <message>
        <source>Laat de code nog eens zien</source>
        <translation>Show the code again</translation>
    </message>
    <message>
        <source>Het blad klopt. Leg het in de kluis. Het geldt zodra de server het weet; dat staat hier bij de ruimte. Bewaar een eerder blad tot dan.</source>
        <translation>The sheet is right. Put it in the safe. It counts once the server knows; that is said here with the space. Keep an earlier sheet until then.</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>De nieuwe code</source>
        <translation>The new code</translation>
    </message>
    <message>
        <source>Ik heb de code op papier</source>
        <translation>I have the code on paper</translation>
    </message>
    <message>
        <source>Print het blad, of schrijf de code over. Daarna typ je hem over van papier: dan weet je dat hij klopt.</source>
        <translation>Print the sheet, or write the code down. Then you type it back from paper: so you know that it is right.</translation>
    </message>
    <message>
        <source>Typ de code over van papier</source>
        <translation>Type the code from paper</translation>
    </message>
    <message>
        <source>Hoofdletters, streepjes en spaties maken niet uit.</source>
        <translation>Capitals, dashes and spaces do not matter.</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Klaar met het herstelblad</source>
        <translation>Done with the recovery sheet</translation>
    </message>
    <message>
        <source>Laat de code nog eens zien</source>
        <translation>Show the code again</translation>
    </message>
    <message>
        <source>Je herstelblad opent vanaf nu je bestand. Leg het op een veilige plek.</source>
        <translation>From now on your recovery sheet opens your file. Put it in a safe place.</translation>
    </message>
</context>
<context>
    <name>RefusedPart</name>
    <message>
        <source>Geweigerd door {who} op {day}.</source>
        <translation>Refused by {who} on {day}.</translation>
    </message>
    <message>
        <source>Brief voor het gezin</source>
        <translation>Letter for the family</translation>
    </message>
    <message>
        <source>Het gezin weet het</source>
        <translation>The family knows</translation>
    </message>
    <message>
        <source>Lees voor, of geef de brief mee</source>
        <translation>Read this out, or give them the letter</translation>
    </message>
</context>
<context>
    <name>RefusingPart</name>
    <message>
        <source>Kies …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Op welke grond?</source>
        <translation>On which ground?</translation>
    </message>
    <message>
        <source>Waarom geldt die hier?</source>
        <translation>Why does it hold here?</translation>
    </message>
    <message>
        <source>Schrijf het zo dat het gezin het mag lezen: dit komt in het dossier, in de brief en in elk afschrift.</source>
        <translation>Write it so that the family may read it: it goes into the record, the letter and every copy.</translation>
    </message>
    <message>
        <source>Verzoek weigeren</source>
        <translation>Refuse the request</translation>
    </message>
    <message>
        <source>Het dossier gaat weer open zoals het was. Jouw naam en de dag komen erbij te staan. Daarna vertel je het gezin binnen een maand waarom, en waar ze kunnen klagen.</source>
        <translation>The record opens again as it was. Your name and the day are kept with it. Then you tell the family within a month why, and where they can complain.</translation>
    </message>
</context>
<context>
    <name>RemindersPanel</name>
    <message>
        <source>Bellijst printen</source>
        <translation>Print call list</translation>
    </message>
    <message>
        <source>Naar de agenda</source>
        <translation>Go to the schedule</translation>
    </message>
    <message>
        <source>Op papier</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>Met hokjes om af te vinken. Het printen staat bij elke jeugdige in Wie keek er.</source>
        <translation>With boxes to tick. For each child the printing is on record under Who looked.</translation>
    </message>
    <message>
        <source>In de komende week staat er geen afspraak. Hier staat straks wie je vooraf belt.</source>
        <translation>There is no appointment in the coming week. Whom to phone beforehand will stand here.</translation>
    </message>
    <message>
        <source>Niemand om te bellen</source>
        <translation>Nobody to phone</translation>
    </message>
    <message>
        <source>Bel uiterlijk {day}</source>
        <translation>Phone by {day}</translation>
    </message>
    <message>
        <source>nummer niet gedeeld: wie boekte weet het</source>
        <translation>number not shared: whoever booked knows it</translation>
    </message>
    <message>
        <source>Veilig bereiken: {how}</source>
        <translation>Safe contact: {how}</translation>
    </message>
    <message>
        <source>tolk: {who}</source>
        <translation>interpreter: {who}</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
</context>
<context>
    <name>RemoveStep</name>
    <message>
        <source>Je herstelblad opent dan niets meer. Weet je het zeker?</source>
        <translation>Your recovery sheet will then open nothing. Are you sure?</translation>
    </message>
    <message>
        <source>Het blad van je werkgever opent dan niets meer op deze computer. Weet je het zeker?</source>
        <translation>Your employer’s sheet will then open nothing on this computer. Are you sure?</translation>
    </message>
    <message>
        <source>Ook bij het starten vraagt GPConnect dan je wachtwoordzin. Weet je het zeker?</source>
        <translation>GPConnect will then ask for your passphrase at the start as well. Are you sure?</translation>
    </message>
    <message>
        <source>Ja, haal weg</source>
        <translation>Yes, remove it</translation>
    </message>
    <message>
        <source>Deze manier opent je bestand niet meer.</source>
        <translation>This way no longer opens your file.</translation>
    </message>
    <message>
        <source>Het apparaat van {who} krijgt vanaf nu niets meer en de server weigert het meteen. Wat er al op stond kan niemand ongelezen maken: dat blijft daar, achter de wachtwoordzin. Maak daarna een nieuw herstelblad als {who} het oude kon zien.</source>
        <translation>The device of {who} gets nothing from now on and the server refuses it at once. Nobody can make unread what was on it already: that stays there, behind its passphrase. Make a new recovery sheet after this if {who} could see the old one.</translation>
    </message>
    <message>
        <source>Dit apparaat eruit halen</source>
        <translation>Put this device out</translation>
    </message>
    <message>
        <source>Alle apparaten van {who}</source>
        <translation>All devices of {who}</translation>
    </message>
    <message>
        <source>Eruit gehaald. Zodra de server het weet, komt er niets nieuws meer op dat apparaat.</source>
        <translation>Put out. As soon as the server knows, nothing new reaches that device.</translation>
    </message>
</context>
<context>
    <name>RenewCard</name>
    <message>
        <source>Alleen nodig als je denkt dat een ander bij de sleutel zelf kon, zoals na een inbraak op deze computer. Kopieën van eerder houden hun oude sleutel.</source>
        <translation>Only needed when you think that somebody else could get at the key itself, such as after a break-in on this computer. Earlier copies keep their old key.</translation>
    </message>
    <message>
        <source>Nieuwe versleuteling</source>
        <translation>New encryption</translation>
    </message>
    <message>
        <source>Vernieuwen …</source>
        <translation>Renew …</translation>
    </message>
</context>
<context>
    <name>RenewStep</name>
    <message>
        <source>Je wachtwoordzin</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>Je wachtwoordzin en je bladen blijven dezelfde. Dit duurt even; laat de computer aan staan.</source>
        <translation>Your passphrase and your sheets stay the same. This takes a while; leave the computer on.</translation>
    </message>
    <message>
        <source>Het bestand krijgt een nieuwe sleutel</source>
        <translation>The file is being given a new key</translation>
    </message>
    <message>
        <source>Versleuteling vernieuwen</source>
        <translation>Renew the encryption</translation>
    </message>
    <message>
        <source>Je bestand heeft een nieuwe sleutel, en is daarna nagelezen.</source>
        <translation>Your file has a new key, and was read back afterwards.</translation>
    </message>
</context>
<context>
    <name>ReplanCard</name>
    <message>
        <source>Bel voor een andere tijd</source>
        <translation>Phone for another time</translation>
    </message>
    <message>
        <source>De praktijk belt voor een andere tijd</source>
        <translation>The practice phones about another time</translation>
    </message>
    <message>
        <source>en nog {n}</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Young person</translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation>Question between colleagues</translation>
    </message>
    <message>
        <source>stond {when}</source>
        <translation>was {when}</translation>
    </message>
    <message>
        <source>{site} belt.</source>
        <translation>{site} phones.</translation>
    </message>
    <message>
        <source>Er is nog geen andere plek vrij op deze locatie.</source>
        <translation>No other slot is free at this site yet.</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Bekijken: {who}</source>
        <translation>View: {who}</translation>
    </message>
    <message>
        <source>Verzet {who} naar {when}</source>
        <translation>Move {who} to {when}</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Rapportage</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Cijfers, wat ze betekenen en wat er gaat gebeuren</source>
        <translation>Figures, what they mean and what happens next</translation>
    </message>
    <message>
        <source>Opslaan als PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Verslag opslaan</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>Tabellen opslaan</source>
        <translation>Save tables</translation>
    </message>
    <message>
        <source>tussenevaluatie</source>
        <translation>interim evaluation</translation>
    </message>
    <message>
        <source>eindevaluatie</source>
        <translation>final evaluation</translation>
    </message>
    <message>
        <source>Afdrukken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Tabellen als Excel</source>
        <translation>Tables as Excel</translation>
    </message>
    <message>
        <source>Tabellen als CSV</source>
        <translation>Tables as CSV</translation>
    </message>
    <message>
        <source>De cijfers van de pilot zijn voor deze computer nog gesloten. Er is niets kwijt: ze staan bij de server. Kijk bij Beheer, Mensen en apparaten, wie deze computer toelaat of welk herstelblad ze brengt.</source>
        <translation>The figures of the pilot are still closed for this computer. Nothing is lost: they are at the server. See in Admin, People and devices, who lets this computer in or which recovery sheet brings them.</translation>
    </message>
    <message>
        <source>Over deze maanden zijn er nog geen cijfers. Ze komen vanzelf zodra jeugdwerkers synchroniseren; kies anders een andere periode.</source>
        <translation>There are no figures for these months yet. They will appear once youth workers sync; or choose another period.</translation>
    </message>
    <message>
        <source>Vastgesteld. De cijfers van dit verslag veranderen niet meer.</source>
        <translation>Finalised. The figures in this report will not change any more.</translation>
    </message>
    <message>
        <source>Opgeslagen.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Verslag afdrukken</source>
        <translation>Print report</translation>
    </message>
    <message>
        <source>Naar de printer gestuurd.</source>
        <translation>Sent to the printer.</translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message>
        <source>Terugzetten</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Kopie kiezen …</source>
        <translation>Choose a copy …</translation>
    </message>
    <message>
        <source>Wachtwoordzin of code van die kopie</source>
        <translation>Passphrase or code of that copy</translation>
    </message>
    <message>
        <source>Die je had toen de kopie werd gemaakt.</source>
        <translation>The one you had when the copy was made.</translation>
    </message>
    <message>
        <source>Waarmee open je deze kopie?</source>
        <translation>What opens this copy?</translation>
    </message>
    <message>
        <source>Wachtwoordzin</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Code van je herstelblad</source>
        <translation>Code on your recovery sheet</translation>
    </message>
    <message>
        <source>Code uit de kluis</source>
        <translation>Code from the safe</translation>
    </message>
    <message>
        <source>Laten zien wat erin zit</source>
        <translation>Show what is in it</translation>
    </message>
    <message>
        <source>Deze kopie terugzetten</source>
        <translation>Put this copy back</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Not after all</translation>
    </message>
    <message>
        <source>Je bestand van nu wordt niet overschreven maar apart bewaard. Daarna open je met de wachtwoordzin van de kopie, en komt terug wat de server heeft.</source>
        <translation>Your present file is not overwritten but kept aside. After that you open with the passphrase of the copy, and what the server has comes back.</translation>
    </message>
    <message>
        <source>Je ziet eerst wat een kopie bevat. Er verandert niets voordat je ja zegt.</source>
        <translation>First you see what a copy holds. Nothing changes before you say yes.</translation>
    </message>
    <message>
        <source>Welke kopie?</source>
        <translation>Which copy?</translation>
    </message>
    <message>
        <source>De kopie is teruggezet. Open hem met de wachtwoordzin van die kopie.</source>
        <translation>The copy has been put back. Open it with the passphrase of that copy.</translation>
    </message>
    <message>
        <source>De kopie wordt teruggezet</source>
        <translation>The copy is being put back</translation>
    </message>
</context>
<context>
    <name>RestrictionCard</name>
    <message>
        <source>Wie mag in dit dossier</source>
        <translation>Who may read this dossier</translation>
    </message>
    <message>
        <source>Het hele team</source>
        <translation>The whole team</translation>
    </message>
    <message>
        <source>Ik en wie ik kies</source>
        <translation>Me and whom I choose</translation>
    </message>
    <message>
        <source>Bewaren wie erin mag</source>
        <translation>Save who may read it</translation>
    </message>
    <message>
        <source>Bijvoorbeeld als een collega het gezin kent. Het programma houdt het dossier dan dicht voor de anderen in het team; het wordt niet apart versleuteld. In nood kan een collega kijken, met een reden die jij leest.</source>
        <translation>For example when a colleague knows the family. The program then keeps the dossier closed for the others in the team; it is not encrypted apart. In an emergency a colleague can look, with a reason that you read.</translation>
    </message>
    <message>
        <source>Het hele team mag dit dossier lezen.</source>
        <translation>The whole team may read this dossier.</translation>
    </message>
    <message>
        <source>Alleen {names} mogen dit dossier lezen.</source>
        <translation>Only {names} may read this dossier.</translation>
    </message>
    <message>
        <source>Alleen {names} mag dit dossier lezen.</source>
        <translation>Only {names} may read this dossier.</translation>
    </message>
    <message>
        <source>{name} keek met spoed, {when}</source>
        <translation>{name} looked in an emergency, {when}</translation>
    </message>
    <message>
        <source>Welke collega&apos;s nog meer</source>
        <translation>Which other colleagues</translation>
    </message>
    <message>
        <source>Bewaard. Bij collega&apos;s geldt het zodra hun apparaat heeft gesynchroniseerd.</source>
        <translation>Saved. For colleagues it holds as soon as their device has synced.</translation>
    </message>
</context>
<context>
    <name>ResultPopup</name>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
    </message>
</context>
<context>
    <name>RetentionSection</name>
    <message>
        <source>Wat blijft hoe lang?</source>
        <translation>What is kept how long?</translation>
    </message>
    <message>
        <source>Een dossier blijft twintig jaar na de laatste wijziging, of langer als goede zorg dat vraagt.</source>
        <translation>A dossier is kept for twenty years after the last change, or longer if good care asks for it.</translation>
    </message>
    <message>
        <source>Wie in een dossier keek, blijft minstens vijf jaar staan; dit programma wist zulke regels nooit.</source>
        <translation>Who looked in a dossier is kept for at least five years; this program never erases such lines.</translation>
    </message>
    <message>
        <source>Een kopie bevat wat er was toen hij werd gemaakt. Bij Kopieën staat welke kopieën er zijn.</source>
        <translation>A backup holds what there was when it was made. Backups shows which ones there are.</translation>
    </message>
    <message>
        <source>Jeugdwet 7.3.8 lid 3.</source>
        <translation>Youth Act 7.3.8(3).</translation>
    </message>
    <message>
        <source>NEN 7513.</source>
        <translation>Standard NEN 7513.</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Wat is er besproken?</source>
        <translation>What was discussed?</translation>
    </message>
    <message>
        <source>Eén zin; komt op de tijdlijn.</source>
        <translation>One sentence; goes on the time line.</translation>
    </message>
    <message>
        <source>Nagekeken</source>
        <translation>Looked at</translation>
    </message>
    <message>
        <source>Werd {age} op {day}</source>
        <translation>Turned {age} on {day}</translation>
    </message>
    <message>
        <source>{name} en wie het gezag heeft beslissen nu samen over hulp; over delen beslist {name} zelf. Kijk de toestemming na met {name}.</source>
        <translation>{name} and whoever has authority now decide together about help; {name} decides about sharing. Go through the consent with {name}.</translation>
    </message>
    <message>
        <source>{name} beslist nu zelf over hulp en over delen. Kijk de toestemming na met {name}.</source>
        <translation>{name} now decides about help and about sharing. Go through the consent with {name}.</translation>
    </message>
    <message>
        <source>{name} is meerderjarig: het gezag van de ouders is voorbij. Wat zij eerder goedvonden telt niet meer. Kijk de toestemming na met {name}.</source>
        <translation>{name} is of age: the parents&apos; authority has ended. What they agreed to before no longer counts. Go through the consent with {name}.</translation>
    </message>
</context>
<context>
    <name>RightsPart</name>
    <message>
        <source>Terug naar het dossier</source>
        <translation>Back to the record</translation>
    </message>
    <message>
        <source>De verklaring staat in het dossier en komt op het afschrift.</source>
        <translation>The statement is in the dossier and will be on the copy.</translation>
    </message>
    <message>
        <source>Verbeterd. De oude tekst blijft leesbaar, met de verbetering erbij.</source>
        <translation>Corrected. The old text stays readable, with the correction beside it.</translation>
    </message>
    <message>
        <source>Dit komt niet op het afschrift.</source>
        <translation>This will not be on the copy.</translation>
    </message>
    <message>
        <source>Opgeheven. Dit komt weer op het afschrift.</source>
        <translation>Lifted. This will be on the copy again.</translation>
    </message>
    <message>
        <source>Vastgelegd.</source>
        <translation>Recorded.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Zoek jeugdige of notitie</source>
        <translation>Search for a child or note</translation>
    </message>
    <message>
        <source>Zoek op de sociale kaart</source>
        <translation>Search the social map</translation>
    </message>
    <message>
        <source>Zoek jeugdige of afspraak</source>
        <translation>Search young person or appointment</translation>
    </message>
    <message>
        <source>Niets gevonden. Probeer een deel van de naam van de organisatie.</source>
        <translation>Nothing found. Try part of the organisation&apos;s name.</translation>
    </message>
    <message>
        <source>Niets gevonden. Probeer een deel van de naam of een geboortedatum.</source>
        <translation>Nothing found. Try part of the name or a date of birth.</translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>Seat</name>
    <message>
        <source>De kopie is teruggezet. Open hem met de wachtwoordzin van die kopie.</source>
        <translation>The copy has been put back. Open it with the passphrase of that copy.</translation>
    </message>
    <message>
        <source>De kopie is teruggezet.</source>
        <translation>The copy has been put back.</translation>
    </message>
</context>
<context>
    <name>SentContent</name>
    <message>
        <source>Kern</source>
        <translation>Essentials</translation>
    </message>
    <message>
        <source>Inhoud</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>zoals verstuurd</source>
        <translation>as sent</translation>
    </message>
    <message>
        <source>Niet voor deze ontvanger.</source>
        <translation>Not for this recipient.</translation>
    </message>
</context>
<context>
    <name>SeriesEditPanel</name>
    <message>
        <source>Alleen dit dagdeel</source>
        <translation>Only this half-day</translation>
    </message>
    <message>
        <source>Dit en de latere</source>
        <translation>This one and later ones</translation>
    </message>
    <message>
        <source>Alle komende</source>
        <translation>All that are to come</translation>
    </message>
    <message>
        <source>Wat wijzigt er</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Annuleren: het wijzigen</source>
        <translation>Cancel: the change</translation>
    </message>
    <message>
        <source>dagdeel wijzigt</source>
        <translation>half-day changes</translation>
    </message>
    <message>
        <source>dagdelen wijzigen</source>
        <translation>half-days change</translation>
    </message>
    <message>
        <source>dagdeel komt erbij</source>
        <translation>half-day is added</translation>
    </message>
    <message>
        <source>dagdelen komen erbij</source>
        <translation>half-days are added</translation>
    </message>
    <message>
        <source>dagdeel vervalt</source>
        <translation>half-day is dropped</translation>
    </message>
    <message>
        <source>dagdelen vervallen</source>
        <translation>half-days are dropped</translation>
    </message>
    <message>
        <source>gezin krijgt een nieuwe tijd</source>
        <translation>family gets a new time</translation>
    </message>
    <message>
        <source>gezinnen krijgen een nieuwe tijd</source>
        <translation>families get a new time</translation>
    </message>
    <message>
        <source>gezin verliest de plek</source>
        <translation>family loses its slot</translation>
    </message>
    <message>
        <source>gezinnen verliezen hun plek</source>
        <translation>families lose their slot</translation>
    </message>
    <message>
        <source>Er blijft geen dagdeel over.</source>
        <translation>No half-day is left.</translation>
    </message>
    <message>
        <source>Bel en geef de nieuwe tijd door; dit komt ook op Vandaag:</source>
        <translation>Phone them the new time; this also comes on Today:</translation>
    </message>
    <message>
        <source>Bel en kies een andere plek; dit komt ook op Vandaag:</source>
        <translation>Phone them and choose another slot; this also comes on Today:</translation>
    </message>
    <message>
        <source>Vervalt:</source>
        <translation>Skipped:</translation>
    </message>
    <message>
        <source>Kan niet:</source>
        <translation>Cannot be:</translation>
    </message>
    <message>
        <source>Blijft zoals het is, want eerder apart gewijzigd of afgezegd:</source>
        <translation>Stays as it is, because it was changed or called off by itself before:</translation>
    </message>
    <message>
        <source>Wordt:</source>
        <translation>Becomes:</translation>
    </message>
    <message>
        <source>een jeugdige</source>
        <translation>a young person</translation>
    </message>
    <message>
        <source>{name}: {before} wordt {after}</source>
        <translation>{name}: {before} becomes {after}</translation>
    </message>
    <message>
        <source>Gewijzigd.</source>
        <translation>Changed.</translation>
    </message>
    <message>
        <source>gezin</source>
        <translation>family</translation>
    </message>
    <message>
        <source>gezinnen</source>
        <translation>families</translation>
    </message>
    <message>
        <source>Gewijzigd. Bel {count}; het staat op Vandaag.</source>
        <translation>Changed. Phone {count}; it is on Today.</translation>
    </message>
</context>
<context>
    <name>SeriesFields</name>
    <message>
        <source>Eerste keer</source>
        <translation>First time</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Plekken</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>Jeugdwerker</source>
        <translation>Youth worker</translation>
    </message>
    <message>
        <source>Kamer (mag leeg)</source>
        <translation>Room (optional)</translation>
    </message>
    <message>
        <source>De weekdag blijft hetzelfde.</source>
        <translation>The weekday stays the same.</translation>
    </message>
    <message>
        <source>Begint om</source>
        <translation>Starts at</translation>
    </message>
    <message>
        <source>Hoe vaak</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>Hoe lang</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>Elke week</source>
        <translation>Every week</translation>
    </message>
    <message>
        <source>Om de {n} weken</source>
        <translation>Every {n} weeks</translation>
    </message>
    <message>
        <source>Tot en met een dag</source>
        <translation>Until a day</translation>
    </message>
    <message>
        <source>{n} keer</source>
        <translation>{n} times</translation>
    </message>
    <message>
        <source>De andere dagdelen schuiven mee.</source>
        <translation>The other half-days move along.</translation>
    </message>
    <message>
        <source>Elke eerste {day} van de maand</source>
        <translation>Every first {day} of the month</translation>
    </message>
    <message>
        <source>Elke tweede {day} van de maand</source>
        <translation>Every second {day} of the month</translation>
    </message>
    <message>
        <source>Elke derde {day} van de maand</source>
        <translation>Every third {day} of the month</translation>
    </message>
    <message>
        <source>Elke vierde {day} van de maand</source>
        <translation>Every fourth {day} of the month</translation>
    </message>
    <message>
        <source>Elke laatste {day} van de maand</source>
        <translation>Every last {day} of the month</translation>
    </message>
    <message>
        <source>Een keer die vervalt telt mee.</source>
        <translation>A time that is dropped counts as well.</translation>
    </message>
</context>
<context>
    <name>SeriesPanel</name>
    <message>
        <source>Plannen</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Annuleren: het plannen</source>
        <translation>Cancel planning</translation>
    </message>
    <message>
        <source>Dit wordt gepland</source>
        <translation>This will be planned</translation>
    </message>
    <message>
        <source>Ook op feestdagen en gesloten dagen</source>
        <translation>Also on public holidays and closed days</translation>
    </message>
    <message>
        <source>dagdeel</source>
        <translation>half-day</translation>
    </message>
    <message>
        <source>dagdelen</source>
        <translation>half-days</translation>
    </message>
    <message>
        <source>plek</source>
        <translation>slot</translation>
    </message>
    <message>
        <source>plekken</source>
        <translation>slots</translation>
    </message>
    <message>
        <source>waarvan {n} inloop</source>
        <translation>{n} of them walk-in</translation>
    </message>
    <message>
        <source>Er vervalt niets.</source>
        <translation>Nothing is skipped.</translation>
    </message>
    <message>
        <source>Toch gepland, terwijl het gesloten is:</source>
        <translation>Planned all the same, while it is closed:</translation>
    </message>
    <message>
        <source>Plan {count}</source>
        <translation>Plan {count}</translation>
    </message>
    <message>
        <source>{count} gepland.</source>
        <translation>{count} planned.</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Delen</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>Wat wacht, wat een keuze vraagt en wat de gemeente ziet</source>
        <translation>What is waiting, what needs a choice and what the municipality sees</translation>
    </message>
    <message>
        <source>Hoe het staat</source>
        <translation>How things stand</translation>
    </message>
    <message>
        <source>Wat ziet de gemeente?</source>
        <translation>What does the municipality see?</translation>
    </message>
    <message>
        <source>Onderdeel van delen</source>
        <translation>Part of sharing</translation>
    </message>
</context>
<context>
    <name>SheetStep</name>
    <message>
        <source>Teruggekomen. Wat er in die ruimte was staat nu op deze computer.</source>
        <translation>It is back. What was in that space is on this computer now.</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Herstelblad bewaren</source>
        <translation>Save the recovery sheet</translation>
    </message>
    <message>
        <source>Daar kon het niet worden bewaard. Kies een andere plek.</source>
        <translation>It could not be saved there. Choose another place.</translation>
    </message>
    <message>
        <source>Bewaard. Print het en gooi het bestand daarna weg.</source>
        <translation>Saved. Print it, and then throw the file away.</translation>
    </message>
    <message>
        <source>Geen printer gevonden. Schrijf de code over, of bewaar het blad op een stick.</source>
        <translation>No printer found. Write the code down, or save the sheet on a stick.</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Toetsen</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Dagdelen van deze week</source>
        <translation>Half-days this week</translation>
    </message>
    <message>
        <source>Ruimte per locatie</source>
        <translation>Room per site</translation>
    </message>
    <message>
        <source>Wachtlijst</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>Afgezegd deze week</source>
        <translation>Cancelled this week</translation>
    </message>
    <message>
        <source>Dagdelen</source>
        <translation>Half-days</translation>
    </message>
    <message>
        <source>Afgezegd</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Eén dagdeel plannen</source>
        <translation>Plan one half-day</translation>
    </message>
    <message>
        <source>Afwezigheid</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>dagdeel</source>
        <translation>half-day</translation>
    </message>
    <message>
        <source>dagdelen</source>
        <translation>half-days</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Daglijst</source>
        <translation>Day list</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>wacht {time}</source>
        <translation>waiting {time}</translation>
    </message>
    <message>
        <source>Plek aanbieden</source>
        <translation>Offer slot</translation>
    </message>
    <message>
        <source>Toch weer boeken</source>
        <translation>Book again after all</translation>
    </message>
</context>
<context>
    <name>SignedCard</name>
    <message>
        <source>Aanvulling van {name}, {moment}</source>
        <translation>Addition by {name}, {moment}</translation>
    </message>
    <message>
        <source>Aanvulling</source>
        <translation>Addition</translation>
    </message>
    <message>
        <source>Komt onder de notitie, met je naam en de tijd.</source>
        <translation>Goes below the note, with your name and the time.</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>SiteCard</name>
    <message>
        <source>Naam van de plek</source>
        <translation>Name of the place</translation>
    </message>
    <message>
        <source>Wat voor plek is het?</source>
        <translation>What kind of place is it?</translation>
    </message>
    <message>
        <source>Wie houdt er spreekuur?</source>
        <translation>Who holds office hours there?</translation>
    </message>
    <message>
        <source>Plek openen</source>
        <translation>Open place</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Plek sluiten …</source>
        <translation>Close place …</translation>
    </message>
    <message>
        <source>Vanaf vandaag wordt hier niets meer aangeboden. Wie hier nog een afspraak heeft, staat bij de plek zelf op Vandaag om te verzetten; niemand verdwijnt. Je kunt de plek later weer openen.</source>
        <translation>From today on nothing is offered here any more. Whoever still has an appointment here stands on Today at the place itself, to be moved; nobody disappears. You can open the place again later.</translation>
    </message>
    <message>
        <source>Ja, sluit deze plek</source>
        <translation>Yes, close this place</translation>
    </message>
    <message>
        <source>Adres</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Nieuwe plek</source>
        <translation>New place</translation>
    </message>
    <message>
        <source>Plek wijzigen</source>
        <translation>Change place</translation>
    </message>
    <message>
        <source>De praktijk zelf laat deze jeugdwerker binnen.</source>
        <translation>The practice itself lets this youth worker in.</translation>
    </message>
    <message>
        <source>De plek staat na de volgende ronde in de agenda van wie je kiest, zonder uitnodiging.</source>
        <translation>After the next round the place is in the agenda of whom you choose, without an invitation.</translation>
    </message>
</context>
<context>
    <name>SiteClosuresSection</name>
    <message>
        <source>Gesloten dagen</source>
        <translation>Closed days</translation>
    </message>
    <message>
        <source>Er komen geen gesloten dagen. Feestdagen kent het programma al.</source>
        <translation>No closed days are coming. The program knows public holidays already.</translation>
    </message>
    <message>
        <source>Waarom</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Bijvoorbeeld Verbouwing. Iedereen leest dit.</source>
        <translation>For example Renovation. Everybody reads this.</translation>
    </message>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Sluit deze dagen</source>
        <translation>Close these days</translation>
    </message>
    <message>
        <source>Onze locatie sluiten</source>
        <translation>Close our site</translation>
    </message>
    <message>
        <source>Eerste dag</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Laatste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Toch open</source>
        <translation>Open after all</translation>
    </message>
    <message>
        <source>Er is dan geen spreekuur gepland.</source>
        <translation>No office hours are planned then.</translation>
    </message>
    <message>
        <source>dagdeel</source>
        <translation>half-day</translation>
    </message>
    <message>
        <source>dagdelen</source>
        <translation>half-days</translation>
    </message>
    <message>
        <source>Dan vervalt: {count}.</source>
        <translation>Then this falls away: {count}.</translation>
    </message>
    <message>
        <source>Deze gezinnen worden een taak op Vandaag: bellen voor een andere tijd.</source>
        <translation>These families become tasks on Today: phone for another time.</translation>
    </message>
    <message>
        <source>en nog {n}</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Young person</translation>
    </message>
    <message>
        <source>De dagen zijn gesloten.</source>
        <translation>The days are closed.</translation>
    </message>
    <message>
        <source>Deze dagen zijn weer open.</source>
        <translation>These days are open again.</translation>
    </message>
</context>
<context>
    <name>SitesSection</name>
    <message>
        <source>Plekken</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>Formulieren</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Plekken met een spreekuur</source>
        <translation>Places with office hours</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Evaluatie</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>versie {n}</source>
        <translation>version {n}</translation>
    </message>
    <message>
        <source>Heropenen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Gesloten</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>De plek staat open. Plan er dagdelen in de agenda.</source>
        <translation>The place is open. Plan half-days for it in the schedule.</translation>
    </message>
    <message>
        <source>deze plek is gesloten</source>
        <translation>this place has closed</translation>
    </message>
    <message>
        <source>De plek is gesloten. Wie er stond, staat bij die plek op Vandaag.</source>
        <translation>The place has closed. Who was booked there stands on Today at that place.</translation>
    </message>
    <message>
        <source>De plek is weer open.</source>
        <translation>The place is open again.</translation>
    </message>
    <message>
        <source>Bewaard. Iedereen in de pilot ziet het na het syncen.</source>
        <translation>Saved. Everybody in the pilot sees it after syncing.</translation>
    </message>
</context>
<context>
    <name>SlotChoice</name>
    <message>
        <source>Moment kiezen</source>
        <translation>Choose a time</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Or</translation>
    </message>
    <message>
        <source>Eerste vrije plek</source>
        <translation>First free slot</translation>
    </message>
    <message>
        <source>Naast de vorige van dit gezin</source>
        <translation>Beside the other one of this family</translation>
    </message>
    <message>
        <source>Er is nu geen vrije plek op deze locatie.</source>
        <translation>There is no free slot at this location right now.</translation>
    </message>
    <message>
        <source>wachtende</source>
        <translation>person waiting</translation>
    </message>
    <message>
        <source>wachtenden</source>
        <translation>people waiting</translation>
    </message>
    <message>
        <source>eerst vrijkomende plek, nu {waiting}</source>
        <translation>next slot to come free, now {waiting}</translation>
    </message>
    <message>
        <source>Wachtlijst</source>
        <translation>Waiting list</translation>
    </message>
</context>
<context>
    <name>SlotPattern</name>
    <message>
        <source>Gewoon</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>Eerste gesprekken</source>
        <translation>First talks</translation>
    </message>
    <message>
        <source>Korte gesprekken</source>
        <translation>Short talks</translation>
    </message>
    <message>
        <source>Veel inloop</source>
        <translation>Much walk-in</translation>
    </message>
    <message>
        <source>Indeling</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Plekken, zelf ingedeeld</source>
        <translation>Places, laid out yourself</translation>
    </message>
    <message>
        <source>Of deel zelf in: minuten per plek, 45 of 20, met een spatie ertussen; een w erachter houdt de plek vrij voor inloop.</source>
        <translation>Or lay it out yourself: minutes per place, 45 or 20, with a space between; a w behind it keeps the place free for walk-in.</translation>
    </message>
    <message>
        <source>plek</source>
        <translation>slot</translation>
    </message>
    <message>
        <source>plekken</source>
        <translation>slots</translation>
    </message>
    <message>
        <source>{count} van {minutes} minuten</source>
        <translation>{count} of {minutes} minutes</translation>
    </message>
    <message>
        <source>{count} van {minutes} minuten voor inloop</source>
        <translation>{count} of {minutes} minutes for walk-in</translation>
    </message>
    <message>
        <source>{places}; {hours}.</source>
        <translation>{places}; {hours}.</translation>
    </message>
</context>
<context>
    <name>SlotWishes</name>
    <message>
        <source>Hoe lang?</source>
        <translation>How long?</translation>
    </message>
    <message>
        <source>Met wie?</source>
        <translation>With whom?</translation>
    </message>
    <message>
        <source>Maakt niet uit</source>
        <translation>Anybody</translation>
    </message>
</context>
<context>
    <name>SnippetCard</name>
    <message>
        <source>Vaste zinnen</source>
        <translation>Set phrases</translation>
    </message>
    <message>
        <source>Bekijken en toevoegen</source>
        <translation>Look and add</translation>
    </message>
    <message>
        <source>Typ een teken zoals .vt en een spatie. Esc haalt de zin weer weg.</source>
        <translation>Type a sign such as .vt and a space. Esc takes the phrase away again.</translation>
    </message>
    <message>
        <source>Teken</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Een punt en een paar letters.</source>
        <translation>A point and a few letters.</translation>
    </message>
    <message>
        <source>Zin</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>Blijft op deze computer. Zet er geen namen in.</source>
        <translation>Stays on this computer. Put no names in it.</translation>
    </message>
    <message>
        <source>Zin bewaren</source>
        <translation>Keep phrase</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Weghalen: {name}</source>
        <translation>Remove: {name}</translation>
    </message>
    <message>
        <source>Inklappen</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>Zin weggehaald: {name}</source>
        <translation>Phrase removed: {name}</translation>
    </message>
</context>
<context>
    <name>StatementCard</name>
    <message>
        <source>Wie de hulp krijgt, kan een eigen verklaring aan het dossier laten toevoegen.</source>
        <translation>Whoever receives the help can have a statement of their own added to the dossier.</translation>
    </message>
    <message>
        <source>Nog geen verklaring. Neem over wat het gezin schrijft of zegt; je verandert er niets aan.</source>
        <translation>No statement yet. Copy what the family writes or says; you change nothing in it.</translation>
    </message>
    <message>
        <source>Eigen verklaring</source>
        <translation>Own statement</translation>
    </message>
    <message>
        <source>Jeugdwet 7.3.8 lid 2</source>
        <translation>Youth Act 7.3.8(2)</translation>
    </message>
    <message>
        <source>Verklaring toevoegen</source>
        <translation>Add a statement</translation>
    </message>
    <message>
        <source>Woord voor woord. Blijft staan zoals het er staat.</source>
        <translation>Word for word. It stays exactly as it stands.</translation>
    </message>
    <message>
        <source>Wie verklaart dit?</source>
        <translation>Who states this?</translation>
    </message>
    <message>
        <source>De verklaring</source>
        <translation>The statement</translation>
    </message>
    <message>
        <source>Dag (leeg is vandaag)</source>
        <translation>Day (empty is today)</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Wordt bewaard …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Alleen lezen</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>Alles opgeslagen</source>
        <translation>Everything saved</translation>
    </message>
    <message>
        <source>Bezig met opslaan</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>Nog niet gesynct</source>
        <translation>Not synced yet</translation>
    </message>
    <message>
        <source>Gesynct om {time}</source>
        <translation>Synced at {time}</translation>
    </message>
    <message>
        <source>niets wacht</source>
        <translation>nothing waiting</translation>
    </message>
    <message>
        <source>wacht</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>wachten</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>wijziging wacht</source>
        <translation>change is waiting</translation>
    </message>
    <message>
        <source>wijzigingen wachten</source>
        <translation>changes are waiting</translation>
    </message>
    <message>
        <source>opnieuw om {time}</source>
        <translation>again at {time}</translation>
    </message>
    <message>
        <source>Synchroniseren lukt niet</source>
        <translation>Syncing is not working</translation>
    </message>
    <message>
        <source>De klok van deze computer loopt {n} min voor</source>
        <translation>This computer&apos;s clock is {n} min fast</translation>
    </message>
    <message>
        <source>De klok van deze computer loopt {n} min achter</source>
        <translation>This computer&apos;s clock is {n} min slow</translation>
    </message>
    <message>
        <source>Vergrendelt na {n} min</source>
        <translation>Locks after {n} min</translation>
    </message>
    <message>
        <source>Vergrendelt met</source>
        <translation>Locks with</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Heel zwak</source>
        <translation>Very weak</translation>
    </message>
    <message>
        <source>Zwak</source>
        <translation>Weak</translation>
    </message>
    <message>
        <source>Matig</source>
        <translation>Moderate</translation>
    </message>
    <message>
        <source>Redelijk</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>Sterk</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>Te kort</source>
        <translation>Too short</translation>
    </message>
    <message>
        <source>Neem minstens 12 tekens.</source>
        <translation>Use at least 12 characters.</translation>
    </message>
    <message>
        <source>Toetsen naast elkaar raadt een ander snel.</source>
        <translation>Keys next to each other are guessed soon.</translation>
    </message>
    <message>
        <source>Herhalen maakt het niet moeilijker.</source>
        <translation>Repeating does not make it harder.</translation>
    </message>
    <message>
        <source>Reeksen zoals abc of 6543 raadt een ander snel.</source>
        <translation>Sequences such as abc or 6543 are guessed soon.</translation>
    </message>
    <message>
        <source>Jaren en datums raadt een ander snel.</source>
        <translation>Years and dates are guessed soon.</translation>
    </message>
    <message>
        <source>Dit lijkt op een veelgebruikt wachtwoord.</source>
        <translation>This looks like a common password.</translation>
    </message>
    <message>
        <source>Eén woord is te weinig.</source>
        <translation>One word is too little.</translation>
    </message>
    <message>
        <source>Namen raadt een ander snel.</source>
        <translation>Names are guessed soon.</translation>
    </message>
    <message>
        <source>Deze woorden liggen voor de hand; neem vier losse woorden.</source>
        <translation>These words are easy to think of; take four unrelated words.</translation>
    </message>
    <message>
        <source>minuut</source>
        <translation>minute</translation>
    </message>
    <message>
        <source>minuten</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>uur</source>
        <translation>hr</translation>
    </message>
    <message>
        <source>dag</source>
        <translation>day</translation>
    </message>
    <message>
        <source>dagen</source>
        <translation>days</translation>
    </message>
    <message>
        <source>maand</source>
        <translation>month</translation>
    </message>
    <message>
        <source>maanden</source>
        <translation>months</translation>
    </message>
    <message>
        <source>jaar</source>
        <translation>yr</translation>
    </message>
    <message>
        <source>eeuwen</source>
        <translation>centuries</translation>
    </message>
    <message>
        <source>een paar tellen</source>
        <translation>a few seconds</translation>
    </message>
    <message>
        <source>Wie deze computer steelt, raadt dit in {time}.</source>
        <translation>Whoever steals this computer guesses this in {time}.</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>Uit een tabel overnemen</source>
        <translation>Take over from a table</translation>
    </message>
    <message>
        <source>Het bestand wordt gelezen …</source>
        <translation>The file is being read …</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{n} over te nemen</source>
        <translation>{n} to take over</translation>
    </message>
    <message>
        <source>{n} staat er al zo</source>
        <translation>{n} already so</translation>
    </message>
    <message>
        <source>{n} met een fout</source>
        <translation>{n} with a mistake</translation>
    </message>
    <message>
        <source>Regels van het bestand</source>
        <translation>Rows of the file</translation>
    </message>
    <message>
        <source>en nog {n}</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Neem {n} over</source>
        <translation>Take over {n}</translation>
    </message>
    <message>
        <source>nieuw</source>
        <translation>new</translation>
    </message>
    <message>
        <source>verandert</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>was weggehaald, komt terug</source>
        <translation>was taken off, comes back</translation>
    </message>
    <message>
        <source>fout</source>
        <translation>mistake</translation>
    </message>
    <message>
        <source>zonder naam</source>
        <translation>without a name</translation>
    </message>
    <message>
        <source>regel {n}</source>
        <translation>row {n}</translation>
    </message>
</context>
<context>
    <name>TalkCard</name>
    <message>
        <source>Driegesprek</source>
        <translation>Three-way talk</translation>
    </message>
    <message>
        <source>27-11 13:30</source>
        <translation>27-11 13:30</translation>
    </message>
    <message>
        <source>Wie waren erbij?</source>
        <translation>Who was there?</translation>
    </message>
    <message>
        <source>Waarom was het gezin er niet bij?</source>
        <translation>Why was the family not there?</translation>
    </message>
    <message>
        <source>Gesprek bewaren</source>
        <translation>Save talk</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Samen met gezin en ontvanger.</source>
        <translation>Together with the family and the recipient.</translation>
    </message>
    <message>
        <source>Wie waren erbij? (na het gesprek)</source>
        <translation>Who was there? (after the talk)</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Appointments</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Je antwoorden zijn ingeleverd.</source>
        <translation>Your answers have been handed in.</translation>
    </message>
    <message>
        <source>Uw antwoorden zijn ingeleverd.</source>
        <translation>Your answers have been handed in.</translation>
    </message>
    <message>
        <source>Geef het scherm terug aan {worker}.</source>
        <translation>Please give the screen back to {worker}.</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Dank je wel</source>
        <translation>Thank you</translation>
    </message>
    <message>
        <source>Dank u wel</source>
        <translation>Thank you</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Agenda</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Geen spreekuur in deze week. PgUp en PgDn gaan verder, Escape zet hem terug.</source>
        <translation>No consultation hours in this week. PgUp and PgDn go on, Escape puts it back.</translation>
    </message>
    <message>
        <source>Pijltjes kiezen een andere plek, Escape laat de afspraak staan.</source>
        <translation>Arrow keys choose another slot, Escape leaves the appointment where it is.</translation>
    </message>
    <message>
        <source>Enter zet {who} hier neer.</source>
        <translation>Enter puts {who} here.</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Tijdlijn</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Tijdlijn, nieuwste boven</source>
        <translation>Timeline, newest first</translation>
    </message>
    <message>
        <source>Nog niets gebeurd. Begin met een notitie of plan een gesprek.</source>
        <translation>Nothing has happened yet. Start with a note or plan a talk.</translation>
    </message>
    <message>
        <source>Meer tonen</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>moment</translation>
    </message>
    <message>
        <source>momenten</source>
        <translation>moments</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sluiten: melding</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Inloop</source>
        <translation>Walk-in</translation>
    </message>
    <message>
        <source>Nieuwe afspraak</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>Vorig dagdeel</source>
        <translation>Previous half-day</translation>
    </message>
    <message>
        <source>Volgend dagdeel</source>
        <translation>Next half-day</translation>
    </message>
    <message>
        <source>Volgend dagdeel, {when}</source>
        <translation>Next half-day, {when}</translation>
    </message>
    <message>
        <source>{site} · {hours} · {taken} van {slots} plekken</source>
        <translation>{site} · {hours} · {taken} of {slots} slots</translation>
    </message>
    <message>
        <source>Nog geen spreekuur</source>
        <translation>No office hours yet</translation>
    </message>
    <message>
        <source>Plan eerst de dagdelen in de Agenda. Daarna staat hier wie er komt.</source>
        <translation>Plan the half-days in the Schedule first. After that you will see here who is coming.</translation>
    </message>
    <message>
        <source>Naar de Agenda</source>
        <translation>Go to the Schedule</translation>
    </message>
    <message>
        <source>Aangeboden. Bel de familie en boek in als het past.</source>
        <translation>Offered. Call the family and book it if it suits them.</translation>
    </message>
    <message>
        <source>Niet verschenen. Bel vandaag; het staat bij Nog te doen.</source>
        <translation>Did not come. Call today; it is under To do.</translation>
    </message>
    <message>
        <source>Gedaan: {what}</source>
        <translation>Done: {what}</translation>
    </message>
    <message>
        <source>Verplaatst.</source>
        <translation>Moved.</translation>
    </message>
    <message>
        <source>Dagdeel afgesloten.</source>
        <translation>Half-day closed.</translation>
    </message>
    <message>
        <source>Gezien. De jeugdwerker kan dat ook zien.</source>
        <translation>Seen. The youth worker can see that too.</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Kleiner</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Gewone grootte</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>Groter</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Wat je ziet</source>
        <translation>What you see</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Locatie</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Reeks plannen</source>
        <translation>Plan series</translation>
    </message>
    <message>
        <source>Eerste vrije plek</source>
        <translation>First free slot</translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation>Question between colleagues</translation>
    </message>
    <message>
        <source>Bellijst</source>
        <translation>Call list</translation>
    </message>
    <message>
        <source>Vorige week</source>
        <translation>Previous week</translation>
    </message>
    <message>
        <source>Vorige dag</source>
        <translation>Previous day</translation>
    </message>
    <message>
        <source>Volgende week</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>Volgende dag</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>Naar deze week</source>
        <translation>Go to this week</translation>
    </message>
    <message>
        <source>Naar vandaag</source>
        <translation>Go to today</translation>
    </message>
    <message>
        <source>{n} vrij</source>
        <translation>{n} free</translation>
    </message>
    <message>
        <source>Alle locaties</source>
        <translation>All sites</translation>
    </message>
</context>
<context>
    <name>TroubleWatch</name>
    <message>
        <source> Nu is er {free} MB vrij.</source>
        <translation> Now {free} MB is free.</translation>
    </message>
    <message>
        <source>Alles wat je eerder opsloeg is veilig, en een notitie die je aan het typen bent wordt nog bewaard. Maak minstens {needed} MB vrij, bijvoorbeeld door de prullenbak te legen.{free}</source>
        <translation>All that you saved before is safe, and a note that you are typing is still kept. Free at least {needed} MB, for example by emptying the bin.{free}</translation>
    </message>
    <message>
        <source>De schijf is vol: je kunt nu alleen lezen</source>
        <translation>The disk is full: for now you can only read</translation>
    </message>
    <message>
        <source>Opnieuw proberen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Dit bestand is een oudere versie waarin is doorgewerkt</source>
        <translation>This file is an older version in which somebody worked on</translation>
    </message>
    <message>
        <source>Aan het eind van dit bestand ontbreken {many}, tot {until}</source>
        <translation>At the end of this file {many} are missing, up to {until}</translation>
    </message>
    <message>
        <source>Aan het eind van dit bestand ontbreken regels van het inzagelog</source>
        <translation>At the end of this file lines of the access log are missing</translation>
    </message>
    <message>
        <source>Gezien</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Wat te lezen is, kun je blijven lezen. Bij Beheer, Kopieën, staat om welke dossiers het gaat, wat een kopie en de server kunnen teruggeven, en de knop om het bestand te herstellen.</source>
        <translation>What can be read you can go on reading. Under Settings, Copies, you find which dossiers are concerned, what a copy and the server can give back, and the button that mends the file.</translation>
    </message>
    <message>
        <source>Een deel van dit bestand is beschadigd</source>
        <translation>Part of this file is damaged</translation>
    </message>
    <message>
        <source>Herstellen …</source>
        <translation>Mend …</translation>
    </message>
    <message>
        <source>Je bestand is hersteld</source>
        <translation>Your file has been mended</translation>
    </message>
    <message>
        <source>Er is een kopie teruggezet</source>
        <translation>A copy has been put back</translation>
    </message>
    <message>
        <source>wijziging</source>
        <translation>change</translation>
    </message>
    <message>
        <source>wijzigingen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>Wat al verstuurd was, is teruggehaald bij de server. Kijk na wat je daarna nog deed.</source>
        <translation>What had been sent was fetched back from the server. Check what you did after that.</translation>
    </message>
    <message>
        <source>Wat al verstuurd was, halen we terug bij de server zodra die bereikbaar is. Kijk daarna na wat je als laatste deed.</source>
        <translation>What had been sent we fetch back from the server as soon as it can be reached. Then check what you did last.</translation>
    </message>
    <message>
        <source>Wat gewist is, kan hier weer staan.</source>
        <translation>What was erased may be here again.</translation>
    </message>
    <message>
        <source>Wat na {moment} gewist is, kan hier weer staan.</source>
        <translation>What was erased after {moment} may be here again.</translation>
    </message>
    <message>
        <source>Kijk of je dossiers ziet die gewist waren, en laat die opnieuw wissen.</source>
        <translation>Check whether you see files that were erased, and have those erased again.</translation>
    </message>
    <message>
        <source>De server is gevraagd wat er gewist is. Kijk of je nog dossiers ziet die gewist waren.</source>
        <translation>The server was asked what was erased. Check whether you still see files that were erased.</translation>
    </message>
    <message>
        <source>Zodra de server bereikbaar is, wissen we opnieuw wat die als gewist kent.</source>
        <translation>As soon as the server can be reached, we erase again what it knows as erased.</translation>
    </message>
    <message>
        <source>De onleesbare lijst is bewaard in de map van je profiel.</source>
        <translation>The unreadable list has been kept in the folder of your profile.</translation>
    </message>
    <message>
        <source>Dit is een ouder bestand, en de lijst van wat gewist is, is weg</source>
        <translation>This is an older file, and the list of what was erased is gone</translation>
    </message>
    <message>
        <source>De lijst van wat gewist is, is niet te lezen</source>
        <translation>The list of what was erased cannot be read</translation>
    </message>
    <message>
        <source>Hier is voor het laatst gewerkt op {last}. Er is niets weg: zolang het niet zeker is, gaan er geen kopieën weg en wordt er niets vernietigd. Klopt de datum niet, zet dan de klok goed en open GPConnect opnieuw.</source>
        <translation>Somebody last worked here on {last}. Nothing is gone: as long as it is not certain, no copies are removed and nothing is destroyed. If the date is wrong, set the clock right and open GPConnect again.</translation>
    </message>
    <message>
        <source>Volgens deze computer is het {now}. Klopt dat?</source>
        <translation>By this computer it is {now}. Is that right?</translation>
    </message>
    <message>
        <source>De datum klopt</source>
        <translation>The date is right</translation>
    </message>
    <message>
        <source>Een programma als OneDrive of Dropbox kan er een oudere versie overheen zetten. Er is nu niets mis. Verplaats de hele map naar een gewone map op deze computer als het programma dicht is.</source>
        <translation>A program such as OneDrive or Dropbox may put an older version over it. Nothing is wrong now. Move the whole folder to an ordinary folder on this computer while the program is closed.</translation>
    </message>
    <message>
        <source>Dit profiel staat in een map die wordt meegekopieerd</source>
        <translation>This profile is in a folder that is copied elsewhere</translation>
    </message>
    <message>
        <source>Er is nog niet genoeg ruimte.</source>
        <translation>There is not enough room yet.</translation>
    </message>
    <message>
        <source>Er is weer ruimte. Je kunt verder werken.</source>
        <translation>There is room again. You can go on working.</translation>
    </message>
</context>
<context>
    <name>TryStep</name>
    <message>
        <source>Typ je wachtwoordzin</source>
        <translation>Type your passphrase</translation>
    </message>
    <message>
        <source>Typ de code van je herstelblad</source>
        <translation>Type the code of your recovery sheet</translation>
    </message>
    <message>
        <source>Typ de twee regels van het blad van je werkgever</source>
        <translation>Type the two lines of your employer’s sheet</translation>
    </message>
    <message>
        <source>Kijk of het opent</source>
        <translation>See whether it opens</translation>
    </message>
    <message>
        <source>Dit opent je bestand.</source>
        <translation>This opens your file.</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Kom je er niet in?</source>
        <translation>Can’t get in?</translation>
    </message>
    <message>
        <source>Ik ben nieuw op deze computer</source>
        <translation>I am new on this computer</translation>
    </message>
    <message>
        <source>Alles is opgeslagen. {waiting} om verstuurd te worden.</source>
        <translation>Everything is saved. {waiting} to be sent.</translation>
    </message>
    <message>
        <source>wijziging wacht</source>
        <translation>change is waiting</translation>
    </message>
    <message>
        <source>wijzigingen wachten</source>
        <translation>changes are waiting</translation>
    </message>
</context>
<context>
    <name>Voices</name>
    <message>
        <source>{n} van {all} ingevuld</source>
        <translation>{n} of {all} filled in</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Zelf invullen</source>
        <translation>Fill in yourself</translation>
    </message>
    <message>
        <source>Op dit scherm</source>
        <translation>On this screen</translation>
    </message>
    <message>
        <source>Van papier</source>
        <translation>From paper</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Wachtlijst</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>wacht {time}</source>
        <translation>waiting {time}</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Wie op jou wacht</source>
        <translation>Who waits for you</translation>
    </message>
    <message>
        <source>Jijzelf</source>
        <translation>You yourself</translation>
    </message>
    <message>
        <source>apparaat {id}</source>
        <translation>device {id}</translation>
    </message>
    <message>
        <source>nog niet bij: {spaces}</source>
        <translation>not yet in: {spaces}</translation>
    </message>
    <message>
        <source>Toelaten …</source>
        <translation>Let in …</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>Boek in</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Houd vast tijdens het bellen</source>
        <translation>Hold while phoning</translation>
    </message>
    <message>
        <source>Nee, blijft wachten</source>
        <translation>No, keeps waiting</translation>
    </message>
    <message>
        <source>Wacht niet meer</source>
        <translation>No longer waits</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sluiten: de wachtende familie</source>
        <translation>Close: the family that waits</translation>
    </message>
    <message>
        <source>Wensen en voorrang</source>
        <translation>Wishes and priority</translation>
    </message>
    <message>
        <source>Waarom wacht deze familie niet meer?</source>
        <translation>Why does this family no longer wait?</translation>
    </message>
    <message>
        <source>elders geholpen</source>
        <translation>helped elsewhere</translation>
    </message>
    <message>
        <source>niet meer nodig</source>
        <translation>no longer needed</translation>
    </message>
    <message>
        <source>niet bereikbaar</source>
        <translation>cannot be reached</translation>
    </message>
    <message>
        <source>wacht {time}</source>
        <translation>waiting {time}</translation>
    </message>
    <message>
        <source>Gaat voor: {why}</source>
        <translation>Goes first: {why}</translation>
    </message>
    <message>
        <source>Gaat voor</source>
        <translation>Goes first</translation>
    </message>
    <message>
        <source>Bel {phone}</source>
        <translation>Phone {phone}</translation>
    </message>
    <message>
        <source>Er is nu geen vrije plek die past.</source>
        <translation>There is no free slot that suits now.</translation>
    </message>
    <message>
        <source>Eerste plek: {slot}</source>
        <translation>First slot: {slot}</translation>
    </message>
    <message>
        <source>De plek wordt een kwartier vastgehouden.</source>
        <translation>The place is held for a quarter of an hour.</translation>
    </message>
    <message>
        <source>Blijft op de wachtlijst, op dezelfde plaats.</source>
        <translation>Stays on the waiting list, in the same place.</translation>
    </message>
    <message>
        <source>De wensen zijn bewaard.</source>
        <translation>The wishes are saved.</translation>
    </message>
    <message>
        <source>Van de wachtlijst af.</source>
        <translation>Off the waiting list.</translation>
    </message>
</context>
<context>
    <name>WayCard</name>
    <message>
        <source>Gemaakt {when}</source>
        <translation>Made {when}</translation>
    </message>
    <message>
        <source>Laatst geprobeerd {when}</source>
        <translation>Last tried {when}</translation>
    </message>
</context>
<context>
    <name>WeekPart</name>
    <message>
        <source>Nog geen spreekuur in deze week</source>
        <translation>No office hours this week yet</translation>
    </message>
    <message>
        <source>Plan eerst een reeks dagdelen. Feestdagen en vakanties worden overgeslagen en genoemd.</source>
        <translation>Plan a series of half-days first. Public holidays and school holidays are skipped and listed.</translation>
    </message>
    <message>
        <source>Reeks plannen</source>
        <translation>Plan series</translation>
    </message>
    <message>
        <source>Onderweg: {who}, stond {when}.</source>
        <translation>On its way: {who}, was {when}.</translation>
    </message>
    <message>
        <source>Pijltjes kiezen een plek · PgUp en PgDn, of slepen naar de zijkant: andere week · Enter zet neer · Esc zet terug</source>
        <translation>Arrows choose a place · PgUp and PgDn, or dragging to the side: another week · Enter puts it down · Esc puts it back</translation>
    </message>
    <message>
        <source>Pijltjes lopen langs de plekken · Enter opent · M of slepen verplaatst · Ctrl + en − zoomen</source>
        <translation>Arrow keys walk along the slots · Enter opens · M or dragging moves · Ctrl + and − zoom</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Hoi {name}</source>
        <translation>Hi {name}</translation>
    </message>
    <message>
        <source>{worker} en de jeugdwerkers van het team lezen je antwoorden.</source>
        <translation>{worker} and the youth workers in the team will read your answers.</translation>
    </message>
    <message>
        <source>School en de huisarts krijgen ze niet van ons te zien.</source>
        <translation>We will not show them to school or the GP.</translation>
    </message>
    <message>
        <source>Welkom</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>{worker} en de jeugdwerkers van het team lezen uw antwoorden.</source>
        <translation>{worker} and the youth workers in the team will read your answers.</translation>
    </message>
    <message>
        <source>In het verslag voor de gemeente staan alleen opgetelde cijfers, zonder namen.</source>
        <translation>The report for the municipality only contains totals, without names.</translation>
    </message>
    <message>
        <source>Ga verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>WishForm</name>
    <message>
        <source>ma</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>di</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>wo</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>do</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>vr</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>Welke dagen?</source>
        <translation>Which days?</translation>
    </message>
    <message>
        <source>ochtend</source>
        <translation>morning</translation>
    </message>
    <message>
        <source>middag</source>
        <translation>afternoon</translation>
    </message>
    <message>
        <source>Welk dagdeel?</source>
        <translation>Which part of the day?</translation>
    </message>
    <message>
        <source>Met wie?</source>
        <translation>With whom?</translation>
    </message>
    <message>
        <source>Voorrang</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Gaat voor</source>
        <translation>Goes first</translation>
    </message>
    <message>
        <source>Waarom gaat deze familie voor?</source>
        <translation>Why does this family go first?</translation>
    </message>
    <message>
        <source>Wensen bewaren</source>
        <translation>Save wishes</translation>
    </message>
    <message>
        <source>Niets gekozen: het maakt niet uit.</source>
        <translation>Nothing chosen: any will do.</translation>
    </message>
</context>
<context>
    <name>WithholdingCard</name>
    <message>
        <source>Voor iedereen: wat de privacy van een ander raakt. Voor ouders en voogd ook: wat gevaar of schade geeft, zoals stappen van de meldcode. Het afschrift verraadt niet dat je dit laatste achterhoudt.</source>
        <translation>From everybody: what touches the privacy of another. From parents and guardian also: what brings danger or harm, such as steps of the reporting code. The copy does not give away that you keep the latter back.</translation>
    </message>
    <message>
        <source>Er wordt niets achtergehouden. Een geheim adres en antwoorden over anderen blijven vanzelf weg.</source>
        <translation>Nothing is kept back. A confidential address and answers about others stay out by themselves.</translation>
    </message>
    <message>
        <source>Achterhouden</source>
        <translation>Keep back</translation>
    </message>
    <message>
        <source>Jeugdwet 7.3.10 en 7.3.15 lid 4</source>
        <translation>Youth Act 7.3.10 and 7.3.15(4)</translation>
    </message>
    <message>
        <source>Iets achterhouden</source>
        <translation>Keep something back</translation>
    </message>
    <message>
        <source>Iedereen voor wie die grond geldt</source>
        <translation>Everybody to whom that ground applies</translation>
    </message>
    <message>
        <source>Leeg: tot iemand het opheft.</source>
        <translation>Empty: until somebody lifts it.</translation>
    </message>
    <message>
        <source>Wat houd je achter?</source>
        <translation>What do you keep back?</translation>
    </message>
    <message>
        <source>Kies …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Op welke grond?</source>
        <translation>On which ground?</translation>
    </message>
    <message>
        <source>Voor wie?</source>
        <translation>From whom?</translation>
    </message>
    <message>
        <source>Waarom? Alleen het team leest dit</source>
        <translation>Why? Only the team reads this</translation>
    </message>
    <message>
        <source>Tot en met welke dag?</source>
        <translation>Up to and including which day?</translation>
    </message>
    <message>
        <source>tot en met {day}</source>
        <translation>up to and including {day}</translation>
    </message>
    <message>
        <source>iedereen voor wie dit geldt</source>
        <translation>everybody to whom this applies</translation>
    </message>
    <message>
        <source>Opheffen</source>
        <translation>Lift</translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>In de woorden van het gezin (mag leeg, 200 tekens)</source>
        <translation>In the family&apos;s own words (optional, 200 characters)</translation>
    </message>
    <message>
        <source>Te lang: nog {n} tekens weghalen.</source>
        <translation>Too long: remove {n} more characters.</translation>
    </message>
    <message>
        <source>Je vraag aan de jeugdwerker, zonder naam van een kind.</source>
        <translation>Your question for the youth worker, without naming a child.</translation>
    </message>
    <message>
        <source>nog {n} tekens</source>
        <translation>{n} characters left</translation>
    </message>
</context>
<context>
    <name>WorkerPart</name>
    <message>
        <source>Papier overtypen</source>
        <translation>Type in from paper</translation>
    </message>
    <message>
        <source>Nog niemand om te vragen</source>
        <translation>No one to ask yet</translation>
    </message>
    <message>
        <source>Na een eerste gesprek staan hier de vragenlijsten.</source>
        <translation>After a first talk, the questionnaires will appear here.</translation>
    </message>
    <message>
        <source>Wie is aan de beurt</source>
        <translation>Whose turn it is</translation>
    </message>
    <message>
        <source>Iedereen tonen</source>
        <translation>Show everyone</translation>
    </message>
    <message>
        <source>Respons</source>
        <translation>Response rate</translation>
    </message>
    <message>
        <source>vragenlijst wacht</source>
        <translation>questionnaire waiting</translation>
    </message>
    <message>
        <source>vragenlijsten wachten</source>
        <translation>questionnaires waiting</translation>
    </message>
    <message>
        <source>Iedereen is gevraagd</source>
        <translation>Everyone has been asked</translation>
    </message>
    <message>
        <source>te laat</source>
        <translation>late</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{n} van {all}</source>
        <translation>{n} of {all}</translation>
    </message>
    <message>
        <source>Ingeleverd. Deze antwoorden staan nu vast.</source>
        <translation>Handed in. These answers are now final.</translation>
    </message>
    <message>
        <source>Doel weggehaald.</source>
        <translation>Goal removed.</translation>
    </message>
</context>
<context>
    <name>WorkingPanel</name>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Tot het klaar is verandert er niets aan je bestand.</source>
        <translation>Until it is done nothing in your file changes.</translation>
    </message>
    <message>
        <source>De kopie wordt nagelezen: bladzijden</source>
        <translation>Reading the copy: pages</translation>
    </message>
    <message>
        <source>De kopie wordt nagelezen: opbouw</source>
        <translation>Reading the copy: structure</translation>
    </message>
    <message>
        <source>De kopie wordt nagelezen: rijen</source>
        <translation>Reading the copy: rows</translation>
    </message>
    <message>
        <source>De kopie wordt nagelezen: ketens en nummering</source>
        <translation>Reading the copy: chains and numbering</translation>
    </message>
    <message>
        <source>De kopie wordt nagelezen: zoekindex</source>
        <translation>Reading the copy: search index</translation>
    </message>
    <message>
        <source>Wat nog te lezen is, komt erbij</source>
        <translation>Adding what can still be read</translation>
    </message>
    <message>
        <source>Gegevens worden bijgewerkt</source>
        <translation>Bringing records up to date</translation>
    </message>
    <message>
        <source>Het bestand wordt op zijn plaats gezet</source>
        <translation>Putting the file in its place</translation>
    </message>
    <message>
        <source>Begint …</source>
        <translation>Starting …</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Er staat nog iets half ingevuld. Zodra dat klaar is, verandert het uiterlijk.</source>
        <translation>Something is still half filled in. Once that is done, the look changes.</translation>
    </message>
</context>
<context>
    <name>WritingCard</name>
    <message>
        <source>Sjabloon</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Concept weggooien</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Gaat over een ander</source>
        <translation>About another</translation>
    </message>
    <message>
        <source>Zet wat je selecteerde bij wat over een ander gaat</source>
        <translation>Puts what you selected with what is about another</translation>
    </message>
    <message>
        <source>{title} (eerdere versie)</source>
        <translation>{title} (earlier version)</translation>
    </message>
</context>
<context>
    <name>_Freed</name>
    <message>
        <source>Afgezegd. De plek is weer vrij.</source>
        <translation>Cancelled. The slot is free again.</translation>
    </message>
    <message>
        <source>Afgezegd.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>Afgezegd. {who} wacht en past hier.</source>
        <translation>Cancelled. {who} is waiting and fits here.</translation>
    </message>
    <message>
        <source>Bel {phone}.</source>
        <translation>Phone {phone}.</translation>
    </message>
    <message>
        <source>Bel {who}, boek in</source>
        <translation>Phone {who}, book them in</translation>
    </message>
</context>
<context>
    <name>_Met</name>
    <message>
        <source>De familie weet wie het gesprek doet.</source>
        <translation>The family knows who will talk with them.</translation>
    </message>
</context>
<context>
    <name>_Told</name>
    <message>
        <source>De familie weet de nieuwe tijd.</source>
        <translation>The family knows the new time.</translation>
    </message>
</context>
<context>
    <name>admin</name>
    <message>
        <source>Jij bent hier de eerste. Richt {name} op; daarna laat jij je collega&apos;s toe, en niemand anders.</source>
        <translation>You are the first here. Found {name}; after that you let your colleagues in, and nobody else does.</translation>
    </message>
    <message>
        <source>Wat nu? {name} oprichten</source>
        <translation>What now? Found {name}</translation>
    </message>
    <message>
        <source>Nu oprichten</source>
        <translation>Found it now</translation>
    </message>
    <message>
        <source>Op deze computer staat: {here}. Wat je doet is veilig en blijft bewaard.</source>
        <translation>On this computer is: {here}. What you do is safe and stays kept.</translation>
    </message>
    <message>
        <source>Nog gesloten. Alleen wie daar beheert kan deze computer toelaten:</source>
        <translation>Still closed. Only who administers it can let this computer in:</translation>
    </message>
    <message>
        <source>Nog niet alles staat op deze computer</source>
        <translation>Not everything is on this computer yet</translation>
    </message>
    <message>
        <source>Vraag om toegang …</source>
        <translation>Ask to be let in …</translation>
    </message>
    <message>
        <source>je andere computer, of het herstelblad van deze ruimte</source>
        <translation>your other computer, or the recovery sheet of this space</translation>
    </message>
    <message>
        <source>de coördinator van de pilot</source>
        <translation>the coordinator of the pilot</translation>
    </message>
    <message>
        <source>de huisarts of assistent van die praktijk</source>
        <translation>the GP or assistant of that practice</translation>
    </message>
    <message>
        <source>een collega van het team</source>
        <translation>a colleague of the team</translation>
    </message>
    <message>
        <source> of </source>
        <translation> or </translation>
    </message>
    <message>
        <source>Zonder praktijk of andere plek is er geen agenda. Daarna nodig je mensen uit.</source>
        <translation>Without a practice or another place there is no agenda. After that you invite people.</translation>
    </message>
    <message>
        <source>Wat nu? De eerste praktijk toevoegen</source>
        <translation>What now? Add the first practice</translation>
    </message>
    <message>
        <source>Praktijk toevoegen …</source>
        <translation>Add a practice …</translation>
    </message>
    <message>
        <source>Gaat de laatste computer stuk, dan komt {name} alleen met een herstelblad terug. Maak het nu en leg het in de kluis.</source>
        <translation>If the last computer breaks, {name} comes back with a recovery sheet only. Make it now and put it in the safe.</translation>
    </message>
    <message>
        <source>Wat nu? Een herstelblad maken</source>
        <translation>What now? Make a recovery sheet</translation>
    </message>
    <message>
        <source>Herstelblad maken …</source>
        <translation>Make a recovery sheet …</translation>
    </message>
    <message>
        <source>Je bent hier nog alleen. Nodig de eerste collega uit; die krijgt een code van jou.</source>
        <translation>You are still alone here. Invite the first colleague, who gets a code from you.</translation>
    </message>
    <message>
        <source>Wat nu? De eerste uitnodigen</source>
        <translation>What now? Invite the first</translation>
    </message>
    <message>
        <source>Nu uitnodigen …</source>
        <translation>Invite now …</translation>
    </message>
    <message>
        <source>Huisartsenpraktijk</source>
        <translation>GP practice</translation>
    </message>
    <message>
        <source>Consultatiebureau</source>
        <translation>Child health clinic</translation>
    </message>
    <message>
        <source>School</source>
        <translation>School</translation>
    </message>
</context>
<context>
    <name>agenda</name>
    <message>
        <source>Verwacht</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Aanwezig</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>In gesprek</source>
        <translation>In conversation</translation>
    </message>
    <message>
        <source>Geweest</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Niet verschenen</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>Afgezegd</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>Nog af te sluiten</source>
        <translation>Still to be closed</translation>
    </message>
    <message>
        <source>Afgesloten</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Gaat niet door</source>
        <translation>Does not take place</translation>
    </message>
    <message>
        <source>de reden staat alleen op de computer waar is afgezegd</source>
        <translation>the reason is only on the computer where it was cancelled</translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation>Question between colleagues</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Jeugdige, nog geen naam</source>
        <translation>Child, no name yet</translation>
    </message>
    <message>
        <source>afgesloten</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>gaat niet door</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>{n} vrij</source>
        <translation>{n} free</translation>
    </message>
    <message>
        <source>{n} inloop</source>
        <translation>{n} walk-in</translation>
    </message>
    <message>
        <source>vol</source>
        <translation>full</translation>
    </message>
    <message>
        <source>voorbij</source>
        <translation>over</translation>
    </message>
    <message>
        <source>Inloop</source>
        <translation>Walk-in</translation>
    </message>
    <message>
        <source>Nieuwe afspraak</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>Vrij</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Gesloten</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Vastgehouden tot {time}</source>
        <translation>Held until {time}</translation>
    </message>
    <message>
        <source>Leeg</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>Plek kwijt: kies een andere</source>
        <translation>Slot lost: choose another</translation>
    </message>
    <message>
        <source>Gaat niet door: verzetten</source>
        <translation>Does not take place: move it</translation>
    </message>
    <message>
        <source>toestemming nog vragen</source>
        <translation>consent still to be asked</translation>
    </message>
    <message>
        <source>Nog niet binnen</source>
        <translation>Not in yet</translation>
    </message>
    <message>
        <source>voorlopig</source>
        <translation>provisional</translation>
    </message>
    <message>
        <source>inloop</source>
        <translation>walk-in</translation>
    </message>
    <message>
        <source>Dit is een dagdeel. Kies een plek eronder.</source>
        <translation>This is a half-day. Choose a slot below it.</translation>
    </message>
    <message>
        <source>Deze plek is {short} minuten en de afspraak {long}. Kies een langere plek.</source>
        <translation>This slot is {short} minutes and the appointment {long}. Choose a longer slot.</translation>
    </message>
    <message>
        <source>Hier staat al iemand. De afspraak blijft waar hij stond; kies een vrije plek.</source>
        <translation>Someone is here already. The appointment stays where it was; choose a free slot.</translation>
    </message>
    <message>
        <source>Dit dagdeel is dicht. De afspraak blijft waar hij stond; kies een andere plek.</source>
        <translation>This half-day is closed. The appointment stays where it was; choose another slot.</translation>
    </message>
    <message>
        <source>Deze plek is voorbij. De afspraak blijft waar hij stond; kies een latere plek.</source>
        <translation>This slot is over. The appointment stays where it was; choose a later slot.</translation>
    </message>
    <message>
        <source>Deze plek blijft vrij voor inloop. Kies een gewone plek.</source>
        <translation>This slot is kept for walk-ins. Choose an ordinary slot.</translation>
    </message>
    <message>
        <source>De plek duurt {slot} minuten, het gesprek {talk}.</source>
        <translation>The place takes {slot} minutes, the talk {talk}.</translation>
    </message>
    <message>
        <source>tot {time}</source>
        <translation>until {time}</translation>
    </message>
    <message>
        <source>Dagdeel</source>
        <translation>Half-day</translation>
    </message>
    <message>
        <source>{n} minuten</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>Enter opent, M verplaatst.</source>
        <translation>Enter opens, M moves.</translation>
    </message>
    <message>
        <source>Enter opent.</source>
        <translation>Enter opens.</translation>
    </message>
    <message>
        <source>Hierheen: {who}</source>
        <translation>To here: {who}</translation>
    </message>
    <message>
        <source> en verder</source>
        <translation> and so on</translation>
    </message>
    <message>
        <source>Vervalt:</source>
        <translation>Skipped:</translation>
    </message>
    <message>
        <source>de jeugdwerker zit dan al bij {name}</source>
        <translation>the youth worker already sits at {name} then</translation>
    </message>
    <message>
        <source>kamer {name} is dan bezet</source>
        <translation>room {name} is taken then</translation>
    </message>
    <message>
        <source>Vastgehouden door {by} tot {time}</source>
        <translation>Held by {by} until {time}</translation>
    </message>
    <message>
        <source>Veilig contact: {how}</source>
        <translation>Safe contact: {how}</translation>
    </message>
    <message>
        <source>Tolk: {which}</source>
        <translation>Interpreter: {which}</translation>
    </message>
    <message>
        <source>Huisarts loopt even mee</source>
        <translation>GP joins briefly</translation>
    </message>
</context>
<context>
    <name>areas</name>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Jeugdigen</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Overdrachten</source>
        <translation>Handovers</translation>
    </message>
    <message>
        <source>Evaluatie</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Rapportage</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Delen</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>Beheer</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>booking</name>
    <message>
        <source>vergissing bij het boeken</source>
        <translation>booked by mistake</translation>
    </message>
    <message>
        <source>vastgehouden door {by} tot {time}</source>
        <translation>held by {by} until {time}</translation>
    </message>
    <message>
        <source>vastgehouden tot {time}</source>
        <translation>held until {time}</translation>
    </message>
    <message>
        <source>eerst voor {who} (wachtlijst)</source>
        <translation>first for {who} (waiting list)</translation>
    </message>
</context>
<context>
    <name>copies</name>
    <message>
        <source>Alle bladzijden zijn heel. Alle rijen zijn gelezen en de ketens, de nummering en de zoekindex kloppen.</source>
        <translation>All pages are whole. All rows have been read, and the chains, the numbering and the search index are right.</translation>
    </message>
    <message>
        <source>onbekend wanneer</source>
        <translation>unknown when</translation>
    </message>
    <message>
        <source>Gemaakt {when} van het bestand van {person}, op dit apparaat.</source>
        <translation>Made {when} of the file of {person}, on this device.</translation>
    </message>
    <message>
        <source>Gemaakt {when} van het bestand van {person}, op een ander apparaat.</source>
        <translation>Made {when} of the file of {person}, on another device.</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>Er is niets meer uit dit bestand te lezen. Zet de nieuwste kopie terug.</source>
        <translation>Nothing can be read from this file any more. Put the newest copy back.</translation>
    </message>
    <message>
        <source>In deze dossiers is iets beschadigd: {names}.</source>
        <translation>Something in these records is damaged: {names}.</translation>
    </message>
    <message>
        <source>dossiers</source>
        <translation>dossiers</translation>
    </message>
    <message>
        <source>Beschadigd, zonder naam: {count}.</source>
        <translation>Damaged, without a name: {count}.</translation>
    </message>
    <message>
        <source>Ook iets buiten de dossiers is niet te lezen.</source>
        <translation>Something outside the records cannot be read either.</translation>
    </message>
    <message>
        <source>Er is geen dossier beschadigd; wat stuk is, hoort bij geen enkel kind.</source>
        <translation>No record is damaged; what is broken belongs to no child.</translation>
    </message>
    <message>
        <source>notitie</source>
        <translation>note</translation>
    </message>
    <message>
        <source>notities</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>laatste wijziging {when}</source>
        <translation>last change {when}</translation>
    </message>
    <message>
        <source>laatste boeking {when}</source>
        <translation>last booking {when}</translation>
    </message>
    <message>
        <source>Het bestand van nu gaat niet open, dus er is niets om mee te vergelijken.</source>
        <translation>The present file does not open, so there is nothing to compare with.</translation>
    </message>
    <message>
        <source>De kopie heeft alles wat het bestand van nu ook heeft.</source>
        <translation>The copy has everything that the present file has.</translation>
    </message>
    <message>
        <source>en meer</source>
        <translation>and more</translation>
    </message>
    <message>
        <source>Hier niet meer te lezen en wel in de kopie: {count}.</source>
        <translation>No longer readable here but there in the copy: {count}.</translation>
    </message>
    <message>
        <source>Ook {count} van het inzagelog zijn niet meer te lezen. Op hun plek staat straks dat ze er waren.</source>
        <translation>Also, {count} of the access log can no longer be read. In their place it will say that they were there.</translation>
    </message>
    <message>
        <source>regel</source>
        <translation>line</translation>
    </message>
    <message>
        <source>regels</source>
        <translation>lines</translation>
    </message>
    <message>
        <source>Van een deel is niet meer te zien wat het was. Wat daarvan niet verstuurd was, is verloren: kijk na het herstellen na wat je als laatste deed.</source>
        <translation>Of some of it nobody can tell any more what it was. What of that was not sent is lost: after mending, check what you did last.</translation>
    </message>
    <message>
        <source>Er gaat niets van je werk verloren.</source>
        <translation>None of your work is lost.</translation>
    </message>
    <message>
        <source>Niet meer te lezen: {drafts} waar je nog aan schrijft. Wat daarvan in de kopie staat, komt terug.</source>
        <translation>No longer readable: {drafts} that you are still writing. What the copy has of it comes back.</translation>
    </message>
    <message>
        <source>{count} zonder naam</source>
        <translation>{count} without a name</translation>
    </message>
    <message>
        <source>, bij {whose}</source>
        <translation>, of {whose}</translation>
    </message>
    <message>
        <source>Verloren: {count} die nog nergens anders staat{whose}. Kijk die na het herstellen na.</source>
        <translation>Lost: {count} that stands nowhere else yet{whose}. Check it after mending.</translation>
    </message>
    <message>
        <source>Verloren: {count} die nog nergens anders staan{whose}. Kijk die na het herstellen na.</source>
        <translation>Lost: {count} that stand nowhere else yet{whose}. Check them after mending.</translation>
    </message>
    <message>
        <source>Wat verder al verstuurd was, is teruggehaald bij de server.</source>
        <translation>What else had been sent already was fetched back from the server.</translation>
    </message>
    <message>
        <source>Wat verder al verstuurd was, halen we terug bij de server zodra die bereikbaar is.</source>
        <translation>What else had been sent already is fetched back from the server as soon as it can be reached.</translation>
    </message>
    <message>
        <source>Op {at} is de kopie van {when} de basis geworden, met {kept} van daarna.</source>
        <translation>On {at} the copy of {when} became the base, with {kept} of after it.</translation>
    </message>
    <message>
        <source>Op {at} is je bestand opnieuw opgebouwd uit wat nog te lezen was: {kept}.</source>
        <translation>On {at} your file was built again from what could still be read: {kept}.</translation>
    </message>
    <message>
        <source>Let op: {count} heeft de server nog niet. Synchroniseer eerst, anders staan die alleen nog in het oude bestand, dat bewaard blijft.</source>
        <translation>Mind: the server does not have {count} yet. Sync first, or those stand in the old file only, which is kept.</translation>
    </message>
    <message>
        <source>De server heeft dit allemaal; na het terugzetten komt het vanzelf weer binnen.</source>
        <translation>The server has all of this; after putting back it comes in again by itself.</translation>
    </message>
    <message>
        <source>Let op: wat sinds deze kopie is gewist of geblokkeerd, is hier niet te lezen. Een dossier dat intussen is gewist, staat na het terugzetten weer in het bestand, tot de server het bij de eerste synchronisatie doorgeeft. Synchroniseer daarom meteen, en kijk tot dan niet in die dossiers.</source>
        <translation>Mind: what was erased or blocked since this copy cannot be read here. A dossier that was erased meanwhile is in the file again after putting the copy back, until the server tells at the first sync. So sync at once, and do not look in those dossiers until then.</translation>
    </message>
    <message>
        <source>Op {when} bleek dat de server dit bestand in een nieuwere versie kent: er is een kopie of een oude stand van de computer teruggezet. Er raakt niets dubbel: dit apparaat nummert opnieuw en haalt op wat ontbreekt. Wat nog niet verstuurd was, staat alleen in het nieuwere bestand; zet dat terug als je het nog hebt.</source>
        <translation>On {when} it turned out that the server knows a newer version of this file: a copy or an old state of the computer was put back. Nothing is doubled: this device starts new numbers and fetches what is missing. What had not been sent is only in the newer file; put that back if you still have it.</translation>
    </message>
    <message>
        <source>Op {at} is de kopie van {when} teruggezet.</source>
        <translation>On {at} the copy of {when} was put back.</translation>
    </message>
    <message>
        <source>Er is geen goede kopie. Met Herstellen wordt het bestand opnieuw opgebouwd uit wat hier nog te lezen is en uit wat de server heeft. Je ziet eerst wat er gebeurt.</source>
        <translation>There is no good copy. Mend builds the file again from what can still be read here and what the server has. You see first what will happen.</translation>
    </message>
    <message>
        <source>Met Herstellen wordt de kopie van {when} de basis, en komt erbij wat hier nog te lezen is. Wat je daarna deed en al verstuurd was, komt vanzelf terug van de server. Je ziet eerst wat er gebeurt.</source>
        <translation>Mend takes the copy of {when} as the base and adds what can still be read here. What you did after it and was sent already comes back from the server by itself. You see first what will happen.</translation>
    </message>
    <message>
        <source>wijziging</source>
        <translation>change</translation>
    </message>
    <message>
        <source>wijzigingen</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>Let op: {count} in deze dossiers heeft de server nog niet. Synchroniseer eerst als dat lukt.</source>
        <translation>Mind: the server does not have {count} in these dossiers yet. Sync first if that works.</translation>
    </message>
    <message>
        <source>Wat al verstuurd was, haalt GPConnect helemaal opnieuw op bij de server.</source>
        <translation>What was sent already GPConnect fetches from the server all over again.</translation>
    </message>
    <message>
        <source>Van de server komt bij de eerstvolgende synchronisatie: {count}.</source>
        <translation>From the server comes at the next sync: {count}.</translation>
    </message>
    <message>
        <source>Er is geen goede kopie. De basis is een leeg bestand.</source>
        <translation>There is no good copy. The base is an empty file.</translation>
    </message>
    <message>
        <source>De basis is de kopie van {when}.</source>
        <translation>The base is the copy of {when}.</translation>
    </message>
    <message>
        <source>{kept} van daarna</source>
        <translation>{kept} made after it</translation>
    </message>
    <message>
        <source>{drafts} waar je nog aan schrijft</source>
        <translation>{drafts} that you are still writing</translation>
    </message>
    <message>
        <source>Daarbij komt wat hier nog te lezen is: {what}.</source>
        <translation>What can still be read here is added: {what}.</translation>
    </message>
    <message>
        <source>{kept} en {drafts}</source>
        <translation>{kept} and {drafts}</translation>
    </message>
    <message>
        <source>Verloren: {count} die nog niet verstuurd waren. Kijk na wat je als laatste deed.</source>
        <translation>Lost: {count} not sent yet. Check what you did last.</translation>
    </message>
    <message>
        <source>Het bestand van daarvoor blijft een maand apart bewaard.</source>
        <translation>The file of before is kept apart for a month.</translation>
    </message>
    <message>
        <source>Op {at} is de kopie van {when} de basis van je bestand geworden.</source>
        <translation>On {at} the copy of {when} became the base of your file.</translation>
    </message>
    <message>
        <source>Op {at} is je bestand opnieuw opgebouwd.</source>
        <translation>On {at} your file was built anew.</translation>
    </message>
    <message>
        <source>Uit het bestand van daarvoor was niets te lezen. Wat je na de kopie deed en niet verstuurd was, is er niet bij: kijk na wat je als laatste deed.</source>
        <translation>Nothing could be read from the file of before. What you did after the copy and was not sent is not included: check what you did last.</translation>
    </message>
    <message>
        <source>Het bestand van daarvoor hield {count} meer vast dan de kopie, tot {until}.</source>
        <translation>The file before it held {count} more than the copy, up to {until}.</translation>
    </message>
    <message>
        <source>Het bestand van daarvoor hield {count} meer vast dan de kopie.</source>
        <translation>The file before it held {count} more than the copy.</translation>
    </message>
    <message>
        <source>Daarvan kwamen {back} terug van de hub, en {missing} niet: kijk na wat je als laatste deed.</source>
        <translation>Of those, {back} came back from the hub and {missing} did not: check what you did last.</translation>
    </message>
    <message>
        <source>Sindsdien kwam er minstens zoveel terug van de server.</source>
        <translation>At least as much came back from the server since.</translation>
    </message>
    <message>
        <source>Van een deel was niet meer te zien wat het was. Wat daarvan niet verstuurd was, is verloren: kijk na wat je als laatste deed.</source>
        <translation>Of a part it could no longer be seen what it was. What of it was not sent is lost: check what you did last.</translation>
    </message>
    <message>
        <source>Niet meer te lezen: {drafts} waar je nog aan schreef. Wat daarvan in de kopie stond, is terug.</source>
        <translation>No longer readable: {drafts} that you were still writing. What the copy had of it is back.</translation>
    </message>
    <message>
        <source>Hier staat nog geen bestand, dus er gaat niets verloren.</source>
        <translation>There is no file here yet, so nothing gets lost.</translation>
    </message>
    <message>
        <source>Niet in de kopie: {total}, namelijk {kinds}.</source>
        <translation>Not in the copy: {total}, namely {kinds}.</translation>
    </message>
    <message>
        <source>In de kopie: {what}.</source>
        <translation>In the copy: {what}.</translation>
    </message>
    <message>
        <source>Nu hier: {what}.</source>
        <translation>Here now: {what}.</translation>
    </message>
    <message>
        <source>Nummers van deze dossiers: {numbers}.</source>
        <translation>Numbers of these files: {numbers}.</translation>
    </message>
    <message>
        <source>De namen staan in het programma onder Beheer, of kies hier --names op je eigen scherm.</source>
        <translation>The names are in the program under Admin, or choose --names here on your own screen.</translation>
    </message>
    <message>
        <source>De wachtwoordzin van nu opent het bestand dan niet meer; die van toen wel.</source>
        <translation>The present passphrase no longer opens the file then; that of the copy does.</translation>
    </message>
    <message>
        <source>Het herstelblad van nu opent het bestand dan niet meer; dat van toen weer wel.</source>
        <translation>The present recovery sheet no longer opens the file then; that of the copy does again.</translation>
    </message>
    <message>
        <source>Een herstelblad dat je na deze kopie maakte, opent het bestand dan niet meer. Maak daarna een nieuw blad (Beheer, Sleutels).</source>
        <translation>A recovery sheet that you made after this copy no longer opens the file then. Make a new sheet afterwards (Administration, Keys).</translation>
    </message>
    <message>
        <source>Een herstelblad dat je na deze kopie introk, opent het bestand dan weer. Is dat blad kwijt, trek het dan opnieuw in (Beheer, Sleutels).</source>
        <translation>A recovery sheet that you withdrew after this copy opens the file again then. If that sheet is lost, withdraw it again (Administration, Keys).</translation>
    </message>
    <message>
        <source>Het blad van de werkgever van nu opent het bestand dan niet meer; dat van toen weer wel.</source>
        <translation>The employer&apos;s present sheet no longer opens the file then; that of the copy does again.</translation>
    </message>
    <message>
        <source>Een blad van de werkgever dat er na deze kopie bij kwam, opent het bestand dan niet meer. Voeg de werkgever daarna opnieuw toe (Beheer, Sleutels).</source>
        <translation>An employer&apos;s sheet that was added after this copy no longer opens the file then. Add the employer again afterwards (Administration, Keys).</translation>
    </message>
    <message>
        <source>Een blad van de werkgever dat je na deze kopie weghaalde, opent het bestand dan weer.</source>
        <translation>An employer&apos;s sheet that you removed after this copy opens the file again then.</translation>
    </message>
    <message>
        <source>Vanzelf openen met deze computer werkt dan niet meer. Zet het daarna opnieuw aan (Beheer, Sleutels).</source>
        <translation>Opening by itself with this computer no longer works then. Turn it on again afterwards (Administration, Keys).</translation>
    </message>
    <message>
        <source>Vanzelf openen met deze computer staat dan uit, zoals toen. Je kunt het daarna weer aanzetten.</source>
        <translation>Opening by itself with this computer is off then, as it was. You can turn it on again afterwards.</translation>
    </message>
    <message>
        <source>Vanzelf openen met deze computer staat dan weer aan, zoals toen. Wil je dat niet, zet het dan uit (Beheer, Sleutels).</source>
        <translation>Opening by itself with this computer is on again then, as it was. If you do not want that, turn it off (Administration, Keys).</translation>
    </message>
    <message>
        <source>De manieren om te openen en de map voor kopieën blijven zoals ze nu zijn.</source>
        <translation>The ways to open and the folder for copies stay as they are now.</translation>
    </message>
    <message>
        <source>Hoe het bestand van nu open ging is niet te lezen. Daarna openen de wachtwoordzin en de bladen van toen.</source>
        <translation>How the present file was opened cannot be read. Afterwards the passphrase and the sheets of the copy open it.</translation>
    </message>
    <message>
        <source>Kopieën worden dan niet meer vanzelf gemaakt, zoals toen. Kies daarna opnieuw een map.</source>
        <translation>Copies are no longer made by themselves then, as it was. Choose a folder again afterwards.</translation>
    </message>
    <message>
        <source>Kopieën gaan dan vanzelf naar {then}, zoals toen.</source>
        <translation>Copies go to {then} by themselves then, as they did.</translation>
    </message>
    <message>
        <source>Kopieën gaan dan weer naar {then}, en niet meer naar {now}.</source>
        <translation>Copies go to {then} again then, and no longer to {now}.</translation>
    </message>
</context>
<context>
    <name>directory</name>
    <message>
        <source>Vrij toegankelijk</source>
        <translation>Open to everyone</translation>
    </message>
    <message>
        <source>Brief van de huisarts</source>
        <translation>Letter from the GP</translation>
    </message>
    <message>
        <source>Besluit van de gemeente</source>
        <translation>Decision by the municipality</translation>
    </message>
    <message>
        <source>Gecertificeerde instelling</source>
        <translation>Certified institution</translation>
    </message>
    <message>
        <source>Wachttijd onbekend</source>
        <translation>Waiting time unknown</translation>
    </message>
    <message>
        <source>Direct plek</source>
        <translation>Place available now</translation>
    </message>
    <message>
        <source>week wachten</source>
        <translation>week&apos;s wait</translation>
    </message>
    <message>
        <source>weken wachten</source>
        <translation>weeks&apos; wait</translation>
    </message>
    <message>
        <source>gevraagd op {day}</source>
        <translation>asked on {day}</translation>
    </message>
    <message>
        <source>dag onbekend</source>
        <translation>date unknown</translation>
    </message>
    <message>
        <source>{low} t/m {high} jaar</source>
        <translation>{low} to {high} years</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Wat voor hulp</source>
        <translation>What kind of support</translation>
    </message>
    <message>
        <source>kies</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>Helpt bij</source>
        <translation>Helps with</translation>
    </message>
    <message>
        <source>Wachttijd in weken (leeg is onbekend)</source>
        <translation>Waiting time in weeks (empty means unknown)</translation>
    </message>
    <message>
        <source>Gevraagd op (leeg is vandaag)</source>
        <translation>Asked on (empty means today)</translation>
    </message>
    <message>
        <source>Van wie of waar</source>
        <translation>From whom or where</translation>
    </message>
    <message>
        <source>Vanaf leeftijd</source>
        <translation>From age</translation>
    </message>
    <message>
        <source>Tot en met leeftijd</source>
        <translation>Up to and including age</translation>
    </message>
    <message>
        <source>Werkgebied (leeg is overal)</source>
        <translation>Area covered (empty means everywhere)</translation>
    </message>
    <message>
        <source>Hoe kom je er</source>
        <translation>How to get in</translation>
    </message>
    <message>
        <source>Doet mee aan het open huis</source>
        <translation>Takes part in the open house</translation>
    </message>
    <message>
        <source>Contactpersoon</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Beveiligde mail</source>
        <translation>Secure mail</translation>
    </message>
</context>
<context>
    <name>evaluation</name>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Ouder</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation>GP</translation>
    </message>
    <message>
        <source>Jeugdwerker</source>
        <translation>Youth worker</translation>
    </message>
    <message>
        <source>Aan het begin</source>
        <translation>At the start</translation>
    </message>
    <message>
        <source>Aan het eind</source>
        <translation>At the end</translation>
    </message>
    <message>
        <source>Een tijd later</source>
        <translation>Some time later</translation>
    </message>
    <message>
        <source>op dit scherm</source>
        <translation>on this screen</translation>
    </message>
    <message>
        <source>van papier</source>
        <translation>from paper</translation>
    </message>
    <message>
        <source>zelf ingevuld</source>
        <translation>self-completed</translation>
    </message>
    <message>
        <source>slechter</source>
        <translation>worse</translation>
    </message>
    <message>
        <source>zoals bij de start</source>
        <translation>same as at the start</translation>
    </message>
    <message>
        <source>een stukje</source>
        <translation>part of the way</translation>
    </message>
    <message>
        <source>bereikt</source>
        <translation>reached</translation>
    </message>
    <message>
        <source>meer dan gehoopt</source>
        <translation>more than hoped for</translation>
    </message>
    <message>
        <source>veel meer</source>
        <translation>much more</translation>
    </message>
    <message>
        <source>Ingevuld</source>
        <translation>Filled in</translation>
    </message>
    <message>
        <source>Half ingevuld</source>
        <translation>Half filled in</translation>
    </message>
    <message>
        <source>Bij de praktijk</source>
        <translation>With the practice</translation>
    </message>
    <message>
        <source>Niet ingevuld</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>Te laat</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Nog vragen</source>
        <translation>Still to ask</translation>
    </message>
    <message>
        <source>sinds {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>code {code}</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Nog geen dag</source>
        <translation>No date yet</translation>
    </message>
</context>
<context>
    <name>handovers</name>
    <message>
        <source>Brief versturen</source>
        <translation>Send letter</translation>
    </message>
    <message>
        <source>Beveiligd mailen</source>
        <translation>Send by secure mail</translation>
    </message>
    <message>
        <source>Bestand voor hun systeem</source>
        <translation>File for their system</translation>
    </message>
    <message>
        <source>Mondeling overgedragen</source>
        <translation>Handed over verbally</translation>
    </message>
    <message>
        <source>Neemt aan</source>
        <translation>Accepts</translation>
    </message>
    <message>
        <source>De ontvanger neemt het aan</source>
        <translation>The recipient accepts it</translation>
    </message>
    <message>
        <source>Vraagt andere datum</source>
        <translation>Asks for another date</translation>
    </message>
    <message>
        <source>Welke datum vraagt de ontvanger?</source>
        <translation>Which date does the recipient ask for?</translation>
    </message>
    <message>
        <source>Neemt niet aan</source>
        <translation>Does not accept</translation>
    </message>
    <message>
        <source>Waarom kan de ontvanger het niet aannemen?</source>
        <translation>Why can the recipient not accept it?</translation>
    </message>
    <message>
        <source>Deze datum past</source>
        <translation>This date works</translation>
    </message>
    <message>
        <source>Eerste gesprek is geweest</source>
        <translation>First talk has taken place</translation>
    </message>
    <message>
        <source>Wanneer was het eerste gesprek?</source>
        <translation>When was the first talk?</translation>
    </message>
    <message>
        <source>Ontvanger bevestigt</source>
        <translation>Recipient confirms</translation>
    </message>
    <message>
        <source>Wie bevestigt dat zij het hebben overgenomen?</source>
        <translation>Who confirms that they have taken over?</translation>
    </message>
    <message>
        <source>Nabellen vastleggen</source>
        <translation>Record the call back</translation>
    </message>
    <message>
        <source>Is er contact gelegd?</source>
        <translation>Has contact been made?</translation>
    </message>
    <message>
        <source>Gezin gesproken</source>
        <translation>Spoke with the family</translation>
    </message>
    <message>
        <source>Zoek een andere plek</source>
        <translation>Look for another place</translation>
    </message>
    <message>
        <source>Stop deze overdracht</source>
        <translation>Stop this handover</translation>
    </message>
    <message>
        <source>Waarom stopt deze overdracht? Vertel het ook aan wie het al weet.</source>
        <translation>Why is this handover stopping? Also tell those who already know about it.</translation>
    </message>
    <message>
        <source>Gevraagd</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>Aangenomen</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Andere datum gevraagd</source>
        <translation>Another date requested</translation>
    </message>
    <message>
        <source>Niet aangenomen</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>Loopt</source>
        <translation>Ongoing</translation>
    </message>
    <message>
        <source>Afgerond</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Gestopt</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Veilig</source>
        <translation>Safe</translation>
    </message>
    <message>
        <source>Zorgen, met afspraken</source>
        <translation>Concerns, with agreements</translation>
    </message>
    <message>
        <source>Onveilig</source>
        <translation>Unsafe</translation>
    </message>
    <message>
        <source>Vrij toegankelijk</source>
        <translation>Open to everyone</translation>
    </message>
    <message>
        <source>Verwijsbrief huisarts</source>
        <translation>GP referral letter</translation>
    </message>
    <message>
        <source>Besluit van de gemeente</source>
        <translation>Decision by the municipality</translation>
    </message>
    <message>
        <source>Gecertificeerde instelling</source>
        <translation>Certified institution</translation>
    </message>
    <message>
        <source>Toestemming</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Rechtstreeks betrokken</source>
        <translation>Directly involved</translation>
    </message>
    <message>
        <source>Vervanging</source>
        <translation>Standing in</translation>
    </message>
    <message>
        <source>Maatregel</source>
        <translation>Child protection order</translation>
    </message>
    <message>
        <source>Veilig Thuis</source>
        <translation>Veilig Thuis</translation>
    </message>
    <message>
        <source>Andere wettelijke plicht</source>
        <translation>Other legal duty</translation>
    </message>
    <message>
        <source>nog invullen en versturen</source>
        <translation>still to fill in and send</translation>
    </message>
    <message>
        <source>antwoord vóór {day}</source>
        <translation>answer before {day}</translation>
    </message>
    <message>
        <source>geen antwoord sinds {day}: bel de ontvanger</source>
        <translation>no answer since {day}: call the recipient</translation>
    </message>
    <message>
        <source>te lang stil: vraag de procesregisseur erbij</source>
        <translation>silent too long: bring in the process coordinator</translation>
    </message>
    <message>
        <source>ontvanger vraagt {day}: past dat?</source>
        <translation>recipient suggests {day}: does that suit?</translation>
    </message>
    <message>
        <source>nabellen: is er contact?</source>
        <translation>call back: are they in touch?</translation>
    </message>
    <message>
        <source>bel het gezin, zij wachten</source>
        <translation>call the family, they are waiting</translation>
    </message>
    <message>
        <source>eerste gesprek {day}</source>
        <translation>first conversation {day}</translation>
    </message>
    <message>
        <source>ontvanger bevestigt nog</source>
        <translation>recipient has yet to confirm</translation>
    </message>
    <message>
        <source>vraag om bevestiging</source>
        <translation>ask for confirmation</translation>
    </message>
    <message>
        <source>zoek een andere plek</source>
        <translation>look for another place</translation>
    </message>
    <message>
        <source>toestemming ingetrokken, niets verzonden</source>
        <translation>consent withdrawn, nothing sent</translation>
    </message>
    <message>
        <source>datum voorbij: kies opnieuw</source>
        <translation>date has passed: choose again</translation>
    </message>
    <message>
        <source>aan jou</source>
        <translation>up to you</translation>
    </message>
    <message>
        <source>driegesprek {moment}</source>
        <translation>three-way talk {moment}</translation>
    </message>
    <message>
        <source>overbrugging elke week</source>
        <translation>bridging every week</translation>
    </message>
    <message>
        <source>wachttijd {weeks}</source>
        <translation>waiting time {weeks}</translation>
    </message>
    <message>
        <source>eerste gesprek geweest {day}</source>
        <translation>first conversation held {day}</translation>
    </message>
    <message>
        <source>bevestigd door {name}</source>
        <translation>confirmed by {name}</translation>
    </message>
    <message>
        <source>aan {receiver}</source>
        <translation>to {receiver}</translation>
    </message>
    <message>
        <source>eerste gesprek nog te plannen</source>
        <translation>first conversation still to be planned</translation>
    </message>
    <message>
        <source>is het eerste gesprek geweest?</source>
        <translation>has the first conversation taken place?</translation>
    </message>
    <message>
        <source>afgerond</source>
        <translation>completed</translation>
    </message>
    <message>
        <source>{days} tot eerste contact</source>
        <translation>{days} until first contact</translation>
    </message>
    <message>
        <source>oud cijfer</source>
        <translation>old figure</translation>
    </message>
    <message>
        <source>{low} tot en met {high} jaar</source>
        <translation>{low} to {high} years</translation>
    </message>
    <message>
        <source>open house</source>
        <translation>open house</translation>
    </message>
    <message>
        <source>andere leeftijd</source>
        <translation>other age</translation>
    </message>
    <message>
        <source>wachttijd onbekend</source>
        <translation>waiting time unknown</translation>
    </message>
    <message>
        <source>geen wachttijd</source>
        <translation>no waiting time</translation>
    </message>
    <message>
        <source>{weeks} wachten</source>
        <translation>{weeks} wait</translation>
    </message>
    <message>
        <source>week</source>
        <translation>week</translation>
    </message>
    <message>
        <source>weken</source>
        <translation>weeks</translation>
    </message>
    <message>
        <source>Adres</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Nummer van de jeugdige</source>
        <translation>Number of the young person</translation>
    </message>
    <message>
        <source>Contactpersoon</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Probleem of diagnose</source>
        <translation>Problem or diagnosis</translation>
    </message>
    <message>
        <source>Medicijnen</source>
        <translation>Medicines</translation>
    </message>
    <message>
        <source>Allergie</source>
        <translation>Allergy</translation>
    </message>
    <message>
        <source>Locatie</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Meegestuurd document</source>
        <translation>Document that came along</translation>
    </message>
    <message>
        <source>Meegestuurd bestand</source>
        <translation>File that came along</translation>
    </message>
    <message>
        <source>Zelfde naam en geboortedatum</source>
        <translation>Same name and date of birth</translation>
    </message>
    <message>
        <source>Lijkt een tikfout</source>
        <translation>Looks like a typing error</translation>
    </message>
    <message>
        <source>Tweeling?</source>
        <translation>Twins?</translation>
    </message>
    <message>
        <source>heeft een dossier</source>
        <translation>has a file</translation>
    </message>
    <message>
        <source>bekend bij de praktijk, nog geen dossier</source>
        <translation>known at the practice, no file yet</translation>
    </message>
    <message>
        <source>Deze is het</source>
        <translation>This is the one</translation>
    </message>
</context>
<context>
    <name>joining</name>
    <message>
        <source>jeugdwerker</source>
        <translation>youth worker</translation>
    </message>
    <message>
        <source>huisarts</source>
        <translation>GP</translation>
    </message>
    <message>
        <source>praktijkassistent</source>
        <translation>practice assistant</translation>
    </message>
    <message>
        <source>coördinator</source>
        <translation>coordinator</translation>
    </message>
    <message>
        <source>Gemeenschappelijk</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>Praktijk</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Team Buurtzorg Jong</source>
        <translation>Buurtzorg Jong team</translation>
    </message>
    <message>
        <source>Cijfers voor de pilot</source>
        <translation>Figures for the pilot</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Dit lukte niet ({code}). Wat je eerder opsloeg is veilig. Meld deze code aan de beheerder.</source>
        <translation>This did not work ({code}). What you saved earlier is safe. Report this code to the administrator.</translation>
    </message>
    <message>
        <source>Deze afspraak is niet afgezegd. Er is niets veranderd; hij staat gewoon in de agenda.</source>
        <translation>This appointment has not been cancelled. Nothing has changed; it is still in the schedule.</translation>
    </message>
    <message>
        <source>Deze plek is op een andere locatie. Er is niets veranderd; zeg de afspraak af en boek op de andere locatie.</source>
        <translation>This slot is at another location. Nothing has changed; cancel the appointment and book at the other location.</translation>
    </message>
    <message>
        <source>De dag van aanvragen ligt na het eerste gesprek. Er is niets veranderd; kijk de aanvraagdatum na.</source>
        <translation>The day of the request is after the first talk. Nothing has changed; check the request date.</translation>
    </message>
    <message>
        <source>Iemand anders was je voor: deze afspraak staat nu anders. Er is niets veranderd; kijk hoe hij er nu voor staat.</source>
        <translation>Someone else got there first: this appointment is different now. Nothing has changed; see how it stands now.</translation>
    </message>
    <message>
        <source>Deze huisarts werkt niet (meer) op deze locatie. Er is nog niets geboekt; kies een andere huisarts, of geen.</source>
        <translation>This GP does not work (any more) at this site. Nothing was booked yet; choose another GP, or none.</translation>
    </message>
    <message>
        <source>Kies eerst een jeugdige of vul een nieuwe in. Wat je typte staat er nog.</source>
        <translation>First choose a child or enter a new one. What you typed is still there.</translation>
    </message>
    <message>
        <source>Deze reden staat niet in de lijst. Er is niets geboekt; kies een andere.</source>
        <translation>This reason is not in the list. Nothing has been booked; choose another.</translation>
    </message>
    <message>
        <source>Kies minstens één reden. Er is nog niets geboekt.</source>
        <translation>Choose at least one reason. Nothing has been booked yet.</translation>
    </message>
    <message>
        <source>Kies eerst een plek, of de wachtlijst. Wat je invulde staat er nog.</source>
        <translation>First choose a slot, or the waiting list. What you filled in is still there.</translation>
    </message>
    <message>
        <source>Deze afspraak is afgezegd, dus er is geen kaartje. Er is niets geprint.</source>
        <translation>This appointment was cancelled, so there is no card. Nothing was printed.</translation>
    </message>
    <message>
        <source>Op dit moment is er geen spreekuur meer, dus er is geen kaartje. Er is niets geprint; kies eerst een andere plek.</source>
        <translation>Nobody holds office hours then any more, so there is no card. Nothing was printed; choose another slot first.</translation>
    </message>
    <message>
        <source>Deze afspraak heeft geen vaste tijd en dus geen kaartje. Er is niets geprint.</source>
        <translation>This appointment has no fixed time, so there is no card. Nothing has been printed.</translation>
    </message>
    <message>
        <source>Op {day} zou deze jeugdwerker langer dan {hours} uur spreekuur houden. Er is niets gepland; kies een andere weekdag of minder plekken.</source>
        <translation>On {day} this youth worker would hold office hours for more than {hours} hours. Nothing was planned; choose another weekday or fewer slots.</translation>
    </message>
    <message>
        <source>Een reeks herhaalt elke week of om de zoveel weken. Er is niets gepland; kies 1 of meer.</source>
        <translation>A series repeats every week or every so many weeks. Nothing has been planned; choose 1 or more.</translation>
    </message>
    <message>
        <source>Dit dagdeel hoort niet bij een reeks. Er is niets gewijzigd; wijzig alleen dit dagdeel.</source>
        <translation>This half-day belongs to no series. Nothing was changed; change only this half-day.</translation>
    </message>
    <message>
        <source>Er blijft geen dag over om te plannen. Er is niets gepland; kies een andere periode of weekdag.</source>
        <translation>There is no day left to plan. Nothing has been planned; choose another period or weekday.</translation>
    </message>
    <message>
        <source>De laatste dag ligt voor de eerste. Er is niets gepland; kijk de datums na.</source>
        <translation>The last day is before the first. Nothing has been planned; check the dates.</translation>
    </message>
    <message>
        <source>Dit dagdeel is al begonnen, afgesloten of afgezegd. Er is niets gewijzigd; wijzig een later dagdeel.</source>
        <translation>This half-day has begun, is closed or was called off. Nothing was changed; change a later half-day.</translation>
    </message>
    <message>
        <source>Die dag is al voorbij. Er is niets gewijzigd; kies vandaag of later.</source>
        <translation>That day is over. Nothing was changed; choose today or later.</translation>
    </message>
    <message>
        <source>Dit dagdeel loopt door na middernacht. Er is niets gepland; begin eerder.</source>
        <translation>This half-day runs past midnight. Nothing has been planned; start earlier.</translation>
    </message>
    <message>
        <source>Dit dagdeel heeft nog geen plekken. Er is niets gepland; voeg een plek van 20 of 45 minuten toe.</source>
        <translation>This half-day has no slots yet. Nothing has been planned; add a slot of 20 or 45 minutes.</translation>
    </message>
    <message>
        <source>Samen duren de plekken {minutes} minuten; een dagdeel heeft er {limit}. Er is niets gepland; haal een plek weg.</source>
        <translation>Together the slots take {minutes} minutes; a half-day has {limit}. Nothing has been planned; remove a slot.</translation>
    </message>
    <message>
        <source>“{entry}” is geen plek. Er is niets gepland; gebruik 20 of 45, met een w erachter voor inloop.</source>
        <translation>“{entry}” is not a slot. Nothing has been planned; use 20 or 45, followed by a w for walk-in.</translation>
    </message>
    <message>
        <source>Zo vaak kan een reeks niet terugkomen. Er is niets gepland; kies elke week, om de zoveel weken of een dag in de maand.</source>
        <translation>A series cannot return like that. Nothing was planned; choose every week, every so many weeks or a day of the month.</translation>
    </message>
    <message>
        <source>In deze reeks is al geboekt ({count}). De reeks blijft staan; zeg de dagdelen af die niet doorgaan.</source>
        <translation>Somebody is booked in this series ({count}). The series stays; call off the half-days that do not take place.</translation>
    </message>
    <message>
        <source>Het einde ligt voor het begin. Er is niets gepland; kijk de tijden na.</source>
        <translation>The end is before the start. Nothing has been planned; check the times.</translation>
    </message>
    <message>
        <source>Dit dagdeel duurt {minutes} minuten; een dagdeel is hooguit {limit} minuten. Er is niets gepland; maak het korter of plan er twee.</source>
        <translation>This half-day takes {minutes} minutes; a half-day is {limit} minutes at most. Nothing has been planned; make it shorter or plan two.</translation>
    </message>
    <message>
        <source>De plekken lopen {minutes} minuten door na het einde. Er is niets gepland; haal een plek weg of eindig later.</source>
        <translation>The slots run {minutes} minutes past the end. Nothing has been planned; remove a slot or end later.</translation>
    </message>
    <message>
        <source>Dit zijn meer dan {limit} dagdelen in één keer. Er is niets gepland; kies een kortere periode.</source>
        <translation>These are more than {limit} half-days in one go. Nothing has been planned; choose a shorter period.</translation>
    </message>
    <message>
        <source>Kies eerst een jeugdwerker. Er is niets gepland.</source>
        <translation>First choose a youth worker. Nothing has been planned.</translation>
    </message>
    <message>
        <source>De plek heeft nog geen naam. Vul de naam in; wat je verder typte staat er nog.</source>
        <translation>The place has no name yet. Fill in the name; the rest of what you typed is still there.</translation>
    </message>
    <message>
        <source>Deze jeugdwerker doet niet (meer) mee. Er is niets bewaard; kies iemand anders, of niemand.</source>
        <translation>This youth worker does not take part (any more). Nothing was kept; choose somebody else, or nobody.</translation>
    </message>
    <message>
        <source>Deze plek blijft vrij voor inloop. Er is niets geboekt of verplaatst; kies een gewone plek. Staat er nu iemand aan de balie? Kies Inloop. Kan het niet wachten? Kies Spoed.</source>
        <translation>This place is kept for walk-ins. Nothing was booked or moved; choose an ordinary place. Is somebody at the desk now? Choose Walk-in. Can it not wait? Choose Urgent.</translation>
    </message>
    <message>
        <source>Deze plek wordt vastgehouden door {by} tot {until}, voor een familie op de wachtlijst. Er is niets geboekt of verplaatst; kies een andere plek, of overleg even.</source>
        <translation>This place is held by {by} until {until}, for a family on the waiting list. Nothing was booked or moved; choose another place, or talk to each other.</translation>
    </message>
    <message>
        <source>Deze plek wordt op een andere computer vastgehouden tot {until}, voor een familie op de wachtlijst. Er is niets geboekt of verplaatst; kies een andere plek, of overleg even.</source>
        <translation>This place is held on another computer until {until}, for a family on the waiting list. Nothing was booked or moved; choose another place, or talk to each other.</translation>
    </message>
    <message>
        <source>Deze plek duurt {minutes} minuten en het gesprek {needed}. Er is niets geboekt of verplaatst; kies een langere plek.</source>
        <translation>This slot takes {minutes} minutes and the talk {needed}. Nothing was booked or moved; choose a longer slot.</translation>
    </message>
    <message>
        <source>Deze familie heeft al een afspraak. Er is niets veranderd; zeg die eerst af.</source>
        <translation>This family has an appointment already. Nothing was changed; cancel that first.</translation>
    </message>
    <message>
        <source>Schrijf waarom deze familie voorgaat. Er is nog niets veranderd; wat je koos staat er nog.</source>
        <translation>Write why this family goes first. Nothing was changed yet; what you chose is still there.</translation>
    </message>
    <message>
        <source>Deze familie staat niet meer op de wachtlijst. Er is niets veranderd.</source>
        <translation>This family is no longer on the waiting list. Nothing has changed.</translation>
    </message>
    <message>
        <source>Dit is geen datum. Typ dag, maand en jaar.</source>
        <translation>This is not a date. Type day, month and year.</translation>
    </message>
    <message>
        <source>Dit past niet bij deze vraag. Kies of typ het opnieuw.</source>
        <translation>This does not fit this question. Choose or type it again.</translation>
    </message>
    <message>
        <source>Dit antwoord staat niet in de lijst. Kies er een uit de lijst.</source>
        <translation>This answer is not in the list. Choose one from the list.</translation>
    </message>
    <message>
        <source>Kies een getal van {minimum} tot en met {maximum}.</source>
        <translation>Choose a number from {minimum} to {maximum}.</translation>
    </message>
    <message>
        <source>Vul dit nog in.</source>
        <translation>Please fill this in.</translation>
    </message>
    <message>
        <source>Dit is te lang: {length} tekens, er passen er {limit}.</source>
        <translation>This is too long: {length} characters, {limit} fit.</translation>
    </message>
    <message>
        <source>Deze dag ligt voor de geboorte. Er is niets vastgelegd; kijk de datum na.</source>
        <translation>This day is before the birth. Nothing has been recorded; check the date.</translation>
    </message>
    <message>
        <source>Het burgerservicenummer is niet nagekeken en gaat niet mee. Er is niets bewaard; kijk het na in het dossier, of bewaar het bericht zonder nummer.</source>
        <translation>The citizen service number was not checked and does not go along. Nothing was saved; check it in the dossier, or save the message without the number.</translation>
    </message>
    <message>
        <source>De laatste dag ligt voor vandaag. Er is niets vastgelegd; kies een latere dag, of laat hem leeg.</source>
        <translation>The last day is before today. Nothing was recorded; choose a later day, or leave it empty.</translation>
    </message>
    <message>
        <source>Deze dag moet nog komen. Er is niets vastgelegd; kies vandaag of eerder.</source>
        <translation>This day is still to come. Nothing has been recorded; choose today or earlier.</translation>
    </message>
    <message>
        <source>De familie is nog niet gevraagd of jij dit mag weten. Vraag het, en laat het bij de afspraak vastleggen; daarna opent het dossier vanzelf.</source>
        <translation>The family has not yet been asked whether you may know this. Ask them, and have it recorded with the appointment; the record then opens by itself.</translation>
    </message>
    <message>
        <source>In het andere dossier staan nog afspraken ({count}). Er is niets veranderd; zeg ze daar af en plan ze hier, of ga verder in het andere dossier.</source>
        <translation>The other record still has appointments ({count}). Nothing was changed; cancel them there and plan them here, or go on in the other record.</translation>
    </message>
    <message>
        <source>In het andere dossier loopt nog een overdracht. Er is niets veranderd; rond die eerst af, of ga verder in het andere dossier.</source>
        <translation>A handover still goes on in the other record. Nothing was changed; finish it first, or go on in the other record.</translation>
    </message>
    <message>
        <source>In het vertrouwelijke deel van het andere dossier is nog een volgende stap nodig. Er is niets veranderd; rond die daar eerst af, of ga verder in het andere dossier.</source>
        <translation>A next step is still needed in the confidential part of the other record. Nothing has changed; finish it there first, or go on in the other record.</translation>
    </message>
    <message>
        <source>Dit dossier is zelf van de lijst gehaald. Er is niets veranderd; ga verder in het andere dossier.</source>
        <translation>This record itself was taken off the list. Nothing was changed; go on in the other record.</translation>
    </message>
    <message>
        <source>In het andere dossier staat het gezin nog op de wachtlijst. Er is niets veranderd; haal het daar eerst van de wachtlijst en zet het hier erop, of ga verder in het andere dossier.</source>
        <translation>In the other record the family is still on the waiting list. Nothing has changed; take it off the list there first and put it on here, or go on in the other record.</translation>
    </message>
    <message>
        <source>De nazorg van dit traject is al gedaan, dus het blijft afgesloten. Begin een nieuw traject als het gezin weer hulp vraagt.</source>
        <translation>The aftercare of this episode has been done, so it stays closed. Begin a new episode if the family asks for help again.</translation>
    </message>
    <message>
        <source>De huisarts weet al dat dit traject is afgesloten, dus het blijft afgesloten. Begin een nieuw traject als het gezin weer hulp vraagt.</source>
        <translation>The GP already knows that this episode is closed, so it stays closed. Begin a new episode if the family asks for help again.</translation>
    </message>
    <message>
        <source>Dit traject is al afgesloten. Er is niets veranderd; in het dossier zie je wanneer en waarom.</source>
        <translation>This episode is already closed. Nothing has changed; the record shows when and why.</translation>
    </message>
    <message>
        <source>De ontvanger heeft de overdracht al bevestigd, dus dit traject blijft afgesloten. Begin een nieuw traject als het gezin weer hulp vraagt.</source>
        <translation>The receiver has already confirmed the handover, so this episode stays closed. Begin a new episode if the family asks for help again.</translation>
    </message>
    <message>
        <source>Er loopt al een ander traject voor deze jeugdige, dus dit blijft afgesloten. Schrijf verder in het traject dat loopt.</source>
        <translation>Another episode is open for this child, so this one stays closed. Go on in the episode that is open.</translation>
    </message>
    <message>
        <source>Dit traject loopt nog, dus nazorg kan nog niet. Sluit eerst het traject af.</source>
        <translation>This episode is still open, so aftercare has to wait. Close the episode first.</translation>
    </message>
    <message>
        <source>De praktijk heeft de terugkoppeling al gezien. Er is niets veranderd; vul zo nodig aan met een nieuwe terugkoppeling.</source>
        <translation>The practice has already seen the feedback. Nothing has changed; if needed, add to it with new feedback.</translation>
    </message>
    <message>
        <source>Deze terugkoppeling is al verstuurd. Er is niets nog eens gestuurd.</source>
        <translation>This feedback has already been sent. Nothing has been sent again.</translation>
    </message>
    <message>
        <source>Er is nog geen toestemming om dit met de praktijk te delen. Er is niets verstuurd; leg toestemming vast of kies Later.</source>
        <translation>There is no consent yet to share this with the practice. Nothing has been sent; record consent or choose Later.</translation>
    </message>
    <message>
        <source>Die dag is al voorbij. De dag is niet veranderd; kies vandaag of later.</source>
        <translation>That day has passed. The day was not changed; choose today or later.</translation>
    </message>
    <message>
        <source>Kies waarom de praktijk dit niet hoort. Er is niets veranderd.</source>
        <translation>Choose why the practice is not told. Nothing changed.</translation>
    </message>
    <message>
        <source>Het is nog niet duidelijk wie niet wil dat de praktijk dit hoort. Er is niets veranderd; leg het eerst in het dossier vast bij Toestemming, dan wordt het ook niet meer gevraagd.</source>
        <translation>It is not clear yet who does not want the practice to hear this. Nothing has changed; record it first in the dossier under Consent, then it is not asked any more either.</translation>
    </message>
    <message>
        <source>Er staat nog niets in de terugkoppeling. Er is niets verstuurd; vul ten minste één regel in.</source>
        <translation>The feedback is still empty. Nothing has been sent; fill in at least one line.</translation>
    </message>
    <message>
        <source>Deze terugkoppeling is nog niet verstuurd. Er is niets veranderd.</source>
        <translation>This feedback has not been sent yet. Nothing has changed.</translation>
    </message>
    <message>
        <source>Formulier {form} hoort niet bij deze versie. De antwoorden zijn veilig; werk het programma bij.</source>
        <translation>Form {form} does not belong to this version. The answers are safe; update the program.</translation>
    </message>
    <message>
        <source>Formulier {file} heeft een onbekend veld: {field}. Je gegevens zijn veilig; installeer het programma opnieuw of meld dit bij beheer.</source>
        <translation>Form {file} has an unknown field: {field}. Your data is safe; reinstall the program or report this to the administrator.</translation>
    </message>
    <message>
        <source>Formulier {file} klopt niet bij {field}: {detail}. Je gegevens zijn veilig; installeer het programma opnieuw of meld dit bij beheer.</source>
        <translation>Form {file} is not right at {field}: {detail}. Your data is safe; reinstall the program or report this to the administrator.</translation>
    </message>
    <message>
        <source>Beschrijf alle {number} scores of geen enkele. Wat je typte staat er nog.</source>
        <translation>Describe all {number} scores or none. What you typed is still there.</translation>
    </message>
    <message>
        <source>Er loopt nog geen hulp waar dit doel bij hoort. Wat je typte staat er nog; open eerst een gesprek vanuit de agenda.</source>
        <translation>There is no help under way yet that this goal belongs to. What you typed is still there; first open a talk from the schedule.</translation>
    </message>
    <message>
        <source>Een doel krijgt een score van {lowest} tot en met {highest}. De vorige score staat er nog.</source>
        <translation>A goal gets a score from {lowest} to {highest}. The previous score is still there.</translation>
    </message>
    <message>
        <source>Schrijf het doel op in de woorden van het gezin. Er is nog niets bewaard.</source>
        <translation>Write the goal in the family&apos;s own words. Nothing has been saved yet.</translation>
    </message>
    <message>
        <source>Schrijf eerst wat je wilt toevoegen. De notitie is niet veranderd.</source>
        <translation>First write what you want to add. The note has not changed.</translation>
    </message>
    <message>
        <source>Dit concept is al ondertekend of weggegooid. Er is niets veranderd; kijk bij de notities van deze jeugdige.</source>
        <translation>This draft has already been signed or discarded. Nothing has changed; look at this child&apos;s notes.</translation>
    </message>
    <message>
        <source>Een teken is een punt met letters en cijfers, zonder spatie. Er is niets veranderd; kies bijvoorbeeld .eer.</source>
        <translation>A sign is a point with letters and digits, without a space. Nothing was changed; choose for example .eer.</translation>
    </message>
    <message>
        <source>Schrijf eerst de zin die het teken wordt. Er is niets veranderd.</source>
        <translation>First write the phrase that the sign becomes. Nothing was changed.</translation>
    </message>
    <message>
        <source>De toestemming voor hulp is ingetrokken of geweigerd (Jeugdwet 7.3.4). De notitie is bewaard en er is nog niets afgerond. Kies een uitkomst waarbij de hulp stopt, zonder volgend gesprek, of vraag het opnieuw.</source>
        <translation>Consent to help was withdrawn or refused (Jeugdwet 7.3.4). The note is kept and nothing is finished yet. Choose an outcome with which help ends, without a next talk, or ask again.</translation>
    </message>
    <message>
        <source>Kies eerst waar dit gesprek toe leidde. Er is nog niets vastgelegd.</source>
        <translation>First choose what this talk led to. Nothing has been recorded yet.</translation>
    </message>
    <message>
        <source>Deze geboortedatum ligt in de toekomst. Er is niets opgeslagen; kijk de datum na.</source>
        <translation>This date of birth is in the future. Nothing has been saved; check the date.</translation>
    </message>
    <message>
        <source>Vul de geboortedatum in, bijvoorbeeld 13-2-2013. Wat je typte staat er nog.</source>
        <translation>Fill in the date of birth, for example 13-2-2013. What you typed is still there.</translation>
    </message>
    <message>
        <source>Het spreekuur is voor 0 tot en met 23 jaar. Je kunt gewoon doorgaan; kijk nog even of de datum klopt.</source>
        <translation>Office hours are for ages 0 to 23. You can simply carry on; just check that the date is right.</translation>
    </message>
    <message>
        <source>Deze geboortedatum ligt meer dan {limit} jaar terug. Er is niets opgeslagen; kijk het jaartal na.</source>
        <translation>This date of birth is more than {limit} years ago. Nothing has been saved; check the year.</translation>
    </message>
    <message>
        <source>“{typed}” is geen datum. Typ dag, maand en jaar, bijvoorbeeld 13-2-2013. De rest staat er nog.</source>
        <translation>“{typed}” is not a date. Type day, month and year, for example 13-2-2013. The rest is still there.</translation>
    </message>
    <message>
        <source>Dit burgerservicenummer klopt niet. De rest is bewaard; typ het over van een identiteitsbewijs of laat het leeg.</source>
        <translation>This citizen service number (BSN) is not right. The rest has been kept; copy it from an identity document or leave it empty.</translation>
    </message>
    <message>
        <source>Deze collega mag dit dossier niet lezen. Er is niets overgedragen; kies iemand anders, of laat eerst toe dat deze collega meeleest.</source>
        <translation>This colleague may not read this record. Nothing was handed over; choose somebody else, or first let this colleague read it.</translation>
    </message>
    <message>
        <source>Schrijf kort op waarom. Er is nog niets overgedragen.</source>
        <translation>Write briefly why. Nothing has been handed over yet.</translation>
    </message>
    <message>
        <source>Er staat een nummer, en ook dat het er niet is. Haal een van de twee weg; er is nog niets bewaard.</source>
        <translation>There is a number, and also that there is none. Take one of the two away; nothing has been saved yet.</translation>
    </message>
    <message>
        <source>Deze dag moet nog komen, dus toen kan het nummer niet zijn gecontroleerd. Er is nog niets bewaard.</source>
        <translation>This day is still to come, so the number cannot have been checked then. Nothing has been saved yet.</translation>
    </message>
    <message>
        <source>Kies waarmee het nummer is gecontroleerd. Er is nog niets bewaard.</source>
        <translation>Choose against what the number was checked. Nothing has been saved yet.</translation>
    </message>
    <message>
        <source>Er staat geen nummer om iets van te zeggen. Vul het in, of kies dat het er niet is.</source>
        <translation>There is no number to say anything about. Fill it in, or choose that there is none.</translation>
    </message>
    <message>
        <source>Deze verjaardag is nog niet geweest. Er is niets vastgelegd; kijk de geboortedatum na.</source>
        <translation>This birthday has not come yet. Nothing was recorded; check the date of birth.</translation>
    </message>
    <message>
        <source>Schrijf in één zin op wat er is besproken. Er is nog niets vastgelegd.</source>
        <translation>Write in one sentence what was discussed. Nothing has been recorded yet.</translation>
    </message>
    <message>
        <source>Er is altijd één casusregisseur. Er is niets veranderd; kies een collega.</source>
        <translation>There is always one case lead. Nothing has changed; choose a colleague.</translation>
    </message>
    <message>
        <source>Een casusregisseur is een jeugdwerker die nu in dit team werkt. Er is niets veranderd; kies een collega.</source>
        <translation>A case lead is a youth worker who works in this team now. Nothing was changed; choose a colleague.</translation>
    </message>
    <message>
        <source>Vul voornaam en achternaam in. Wat je typte staat er nog.</source>
        <translation>Fill in first name and surname. What you typed is still there.</translation>
    </message>
    <message>
        <source>“{typed}” lijkt geen telefoonnummer. De rest is bewaard; vul tien cijfers in, of + en het landnummer.</source>
        <translation>“{typed}” does not look like a phone number. The rest has been kept; fill in ten digits, or + and the country code.</translation>
    </message>
    <message>
        <source>“{typed}” is geen postcode. Wat je typte staat er nog; vul vier cijfers en twee letters in.</source>
        <translation>“{typed}” is not a postcode. What you typed is still there; fill in four digits and two letters.</translation>
    </message>
    <message>
        <source>Het gezag kan niet later dan vandaag zijn nagekeken. Wat je typte staat er nog; kijk de datum na.</source>
        <translation>Parental authority cannot have been checked later than today. What you typed is still there; check the date.</translation>
    </message>
    <message>
        <source>Deze datum kan ik niet lezen. Wat je typte staat er nog; typ dag, maand en jaar.</source>
        <translation>I can&apos;t read this date. What you typed is still there; type day, month and year.</translation>
    </message>
    <message>
        <source>In deze tekst staat een onzichtbaar stuurteken. Je tekst staat er nog; plak hem opnieuw als gewone tekst.</source>
        <translation>This text contains an invisible control character. Your text is still there; paste it again as plain text.</translation>
    </message>
    <message>
        <source>Hier hoort een reden bij. Er is nog niets veranderd; schrijf in een paar woorden waarom.</source>
        <translation>This needs a reason. Nothing has changed yet; write why in a few words.</translation>
    </message>
    <message>
        <source>Dit is te lang: {length} tekens, er passen er {limit}. Je tekst staat er nog; maak hem korter.</source>
        <translation>This is too long: {length} characters, {limit} fit. Your text is still there; make it shorter.</translation>
    </message>
    <message>
        <source>Er staat nog niet wie ervoor zorgt. Vul een naam of organisatie in; wat je schreef staat er nog.</source>
        <translation>It does not yet say who takes care of this. Fill in a name or organisation; what you wrote is still there.</translation>
    </message>
    <message>
        <source>Er staat nog niet wat er gaat gebeuren. Schrijf de actie in één zin op.</source>
        <translation>It does not yet say what will happen. Write the action in one sentence.</translation>
    </message>
    <message>
        <source>Twee bestanden sturen onder hetzelfde nummer: er is een kopie in gebruik. Niets is kwijt. Meld deze code aan de beheerder.</source>
        <translation>Two files send under the same number: a copy is in use. Nothing is lost. Report this code to the administrator.</translation>
    </message>
    <message>
        <source>Er ontbreekt een zending van een apparaat. Wat binnenkwam is veilig. Meld deze code aan de beheerder.</source>
        <translation>A parcel of a device is missing. What came in is safe. Report this code to the administrator.</translation>
    </message>
    <message>
        <source>Een zending sluit niet aan op de vorige van hetzelfde apparaat. Niets is kwijt. Meld deze code aan de beheerder.</source>
        <translation>A parcel does not follow on from the previous one of the same device. Nothing is lost. Report this code to the administrator.</translation>
    </message>
    <message>
        <source>Dezelfde zending kwam twee keer binnen. Ze telt één keer. Meld deze code als het vaker gebeurt.</source>
        <translation>The same parcel came in twice. It counts once. Report this code if it happens more often.</translation>
    </message>
    <message>
        <source>&apos;{typed}&apos; is geen dag. Typ bijvoorbeeld 27-11 of 27-11-2026.</source>
        <translation>&apos;{typed}&apos; is not a day. Type, for example, 27-11 or 27-11-2026.</translation>
    </message>
    <message>
        <source>Deze leeftijden kloppen niet. Er is niets opgeslagen; vul twee getallen van 0 tot en met {limit} in, de laagste eerst.</source>
        <translation>These ages are not right. Nothing has been saved; fill in two numbers from 0 to {limit}, the lowest first.</translation>
    </message>
    <message>
        <source>Deze datum kan ik niet lezen, of hij moet nog komen. Er is niets opgeslagen; typ dag, maand en jaar.</source>
        <translation>I can&apos;t read this date, or it is still to come. Nothing has been saved; type day, month and year.</translation>
    </message>
    <message>
        <source>Kies nog wat voor hulp dit is. Er is niets opgeslagen.</source>
        <translation>Choose what kind of help this is. Nothing has been saved.</translation>
    </message>
    <message>
        <source>Dit bestand is geen tabel met een kolom Naam. Er is niets opgeslagen; bewaar eerst de sociale kaart als tabel, dan heb je een voorbeeld.</source>
        <translation>This file is no table with a column Naam. Nothing was saved; save the directory as a table first, then you have an example.</translation>
    </message>
    <message>
        <source>Dit bestand is te groot voor een sociale kaart. Er is niets opgeslagen; kijk of je het goede bestand koos.</source>
        <translation>This file is too large for a directory. Nothing was saved; see whether you chose the right file.</translation>
    </message>
    <message>
        <source>Dit bestand is niet te lezen. Er is niets opgeslagen; kijk of het er nog staat en of je het mag openen.</source>
        <translation>This file cannot be read. Nothing was saved; see whether it is still there and whether you may open it.</translation>
    </message>
    <message>
        <source>Dit lijkt geen e-mailadres. Er is niets opgeslagen; kijk het na of laat het leeg.</source>
        <translation>This does not look like an email address. Nothing has been saved; check it or leave it empty.</translation>
    </message>
    <message>
        <source>De naam ontbreekt nog. Er is niets opgeslagen; vul in hoe deze hulp heet.</source>
        <translation>The name is still missing. Nothing has been saved; fill in what this help is called.</translation>
    </message>
    <message>
        <source>Kies hoe een gezin hier binnenkomt. Er is niets opgeslagen.</source>
        <translation>Choose how a family comes in here. Nothing has been saved.</translation>
    </message>
    <message>
        <source>Deze hulp staat hoger in het bestand al. De eerste regel telt; haal deze regel weg.</source>
        <translation>This help stands higher in the file already. The first row counts; remove this one.</translation>
    </message>
    <message>
        <source>“{typed}” kennen we hier niet. Deze regel wordt niet overgenomen; gebruik de woorden uit de sociale kaart.</source>
        <translation>“{typed}” is not known here. This row is not taken over; use the words of the directory.</translation>
    </message>
    <message>
        <source>De wachttijd is een aantal weken. Er is niets opgeslagen; vul een getal van 0 tot en met {limit} in of laat het leeg.</source>
        <translation>The waiting time is a number of weeks. Nothing has been saved; fill in a number from 0 to {limit} or leave it empty.</translation>
    </message>
    <message>
        <source>Hierover heeft uw praktijk al geantwoord. Dat antwoord staat vast; er is niets dubbel bewaard.</source>
        <translation>Your practice has already answered about this. That answer is final; nothing has been saved twice.</translation>
    </message>
    <message>
        <source>Bij de code {typed} hoort hier geen vragenlijst. Er is niets veranderd; kijk de code op het papier nog eens na.</source>
        <translation>There is no questionnaire here for the code {typed}. Nothing has changed; check the code on the paper again.</translation>
    </message>
    <message>
        <source>Er is nog niets ingevuld. Beantwoord minstens één vraag; de rest mag leeg blijven.</source>
        <translation>Nothing has been filled in yet. Answer at least one question; the rest may stay empty.</translation>
    </message>
    <message>
        <source>Deze vragenlijst wordt hier nu niet gevraagd. Er is niets veranderd; kijk op Evaluatie wie aan de beurt is.</source>
        <translation>This questionnaire is not being asked here now. Nothing has changed; see on Evaluation whose turn it is.</translation>
    </message>
    <message>
        <source>Er was niemand van het gezin bij het driegesprek. Schrijf op waarom.</source>
        <translation>Nobody of the family was at the three-way talk. Write down why.</translation>
    </message>
    <message>
        <source>Deze hulp kan pas beginnen met een brief van de huisarts, een besluit of een gecertificeerde instelling. Er is niets verstuurd; kies de toegang.</source>
        <translation>This help can only start with a letter from the GP, a decision or a certified institution. Nothing has been sent; choose the way in.</translation>
    </message>
    <message>
        <source>Deze overdracht is al verstuurd. Er is niets nog eens verstuurd; leg nieuwe afspraken vast bij het gesprek.</source>
        <translation>This handover has already been sent. Nothing has been sent again; record new agreements with the talk.</translation>
    </message>
    <message>
        <source>Kies of er contact is gelegd.</source>
        <translation>Choose whether contact was made.</translation>
    </message>
    <message>
        <source>Vul de naam in van wie bij de ontvanger bevestigt. Tot die tijd blijf jij verantwoordelijk.</source>
        <translation>Fill in the name of who confirms on the receiver&apos;s side. Until then you remain responsible.</translation>
    </message>
    <message>
        <source>De toestemming voor deze ontvanger is nog niet compleet. Er is niets verstuurd; kijk wie je nog moet vragen.</source>
        <translation>Consent for this recipient is not complete yet. Nothing has been sent; see who you still need to ask.</translation>
    </message>
    <message>
        <source>De toestemming is ingetrokken. Er is niets verstuurd; bespreek het opnieuw met het gezin.</source>
        <translation>Consent has been withdrawn. Nothing has been sent; talk it over with the family again.</translation>
    </message>
    <message>
        <source>Deze dag moet nog komen. Leg het eerste gesprek vast als het is geweest.</source>
        <translation>This day is still to come. Record the first talk once it has taken place.</translation>
    </message>
    <message>
        <source>Vul de dag in, bijvoorbeeld 3-12.</source>
        <translation>Fill in the day, for example 3-12.</translation>
    </message>
    <message>
        <source>Er loopt al een overdracht aan {name} voor deze jeugdige. Open die overdracht, of stop haar eerst.</source>
        <translation>A handover of this child to {name} is already under way. Open that handover, or stop it first.</translation>
    </message>
    <message>
        <source>Er staat nog niet waarom je dit mag delen. Er is niets verstuurd; leg toestemming vast of kies een wettelijke grond.</source>
        <translation>It does not yet say why you may share this. Nothing has been sent; record consent or choose a legal ground.</translation>
    </message>
    <message>
        <source>Bij deze grond hoort een reden. Er is niets verstuurd; schrijf op waarom je deelt zonder toestemming.</source>
        <translation>This ground needs a reason. Nothing has been sent; write why you are sharing without consent.</translation>
    </message>
    <message>
        <source>Van {name} staat geen adres voor beveiligde mail op de sociale kaart. Er is niets verstuurd. Vul het adres daar aan, of stuur de brief.</source>
        <translation>The directory has no address for secure mail of {name}. Nothing was sent. Add the address there, or send the letter.</translation>
    </message>
    <message>
        <source>Deze overdracht is al beantwoord of gestopt. Er is niets verstuurd; maak zo nodig een nieuwe.</source>
        <translation>This handover has already been answered or stopped. Nothing has been sent; make a new one if needed.</translation>
    </message>
    <message>
        <source>Deze overdracht is al verstuurd. Er is niets opnieuw verzonden.</source>
        <translation>This handover has already been sent. Nothing has been sent again.</translation>
    </message>
    <message>
        <source>Schrijf op wie bij de ontvanger het bevestigt. De overdracht loopt tot die tijd door en jij blijft verantwoordelijk.</source>
        <translation>Write who confirms it at the recipient&apos;s end. Until then the handover continues and you stay responsible.</translation>
    </message>
    <message>
        <source>Deze overdracht bestaat al.</source>
        <translation>This handover already exists.</translation>
    </message>
    <message>
        <source>Er is niets ingevuld om te bewaren.</source>
        <translation>Nothing has been filled in to save.</translation>
    </message>
    <message>
        <source>Deze overdracht is hier nog niet binnen. Synchroniseer en probeer het opnieuw.</source>
        <translation>This handover has not arrived here yet. Synchronise and try again.</translation>
    </message>
    <message>
        <source>In {file} staat iets wat het programma niet kent: {detail}. Je gegevens zijn veilig. Herstel het bestand of installeer het programma opnieuw.</source>
        <translation>{file} contains something the program does not know: {detail}. Your data is safe. Restore the file or reinstall the program.</translation>
    </message>
    <message>
        <source>Er is niets ingevuld om vast te leggen.</source>
        <translation>Nothing has been filled in to record.</translation>
    </message>
    <message>
        <source>Deze stap kan nu niet. De overdracht is niet veranderd. Kijk wat er al is vastgelegd.</source>
        <translation>This step is not possible now. The handover has not changed. See what has been recorded already.</translation>
    </message>
    <message>
        <source>Deze overdracht is nog niet verstuurd, dus er kan nog geen antwoord zijn. Verstuur haar eerst.</source>
        <translation>This handover has not been sent yet, so there can be no answer. Send it first.</translation>
    </message>
    <message>
        <source>Schrijf de reden erbij. Wat je hebt ingevuld, staat er nog.</source>
        <translation>Add the reason. What you filled in is still there.</translation>
    </message>
    <message>
        <source>{name} staat niet meer op de sociale kaart. Er is niets verstuurd. Kies een andere ontvanger.</source>
        <translation>{name} is no longer in the directory. Nothing has been sent. Choose another receiver.</translation>
    </message>
    <message>
        <source>Iemand anders heeft deze overdracht intussen veranderd. Er is niets overschreven. Kijk naar de nieuwe stand en kies opnieuw.</source>
        <translation>Somebody else has changed this handover meanwhile. Nothing was overwritten. Look at how it stands now and choose again.</translation>
    </message>
    <message>
        <source>Dat kan nu niet met deze overdracht. Er is niets gewijzigd; kijk wat de volgende stap is.</source>
        <translation>That is not possible with this handover right now. Nothing has changed; see what the next step is.</translation>
    </message>
    <message>
        <source>Schrijf kort op waarom. Er is nog niets gewijzigd.</source>
        <translation>Write briefly why. Nothing has changed yet.</translation>
    </message>
    <message>
        <source>Iemand anders was je voor: deze overdracht staat inmiddels ergens anders. Er is niets verloren; kijk opnieuw.</source>
        <translation>Someone else got there first: this handover has moved on. Nothing is lost; look again.</translation>
    </message>
    <message>
        <source>Een zending kwam van een apparaat dat hier niet bij hoort. Ze is bewaard en telt niet mee. Meld deze code aan de beheerder.</source>
        <translation>A parcel came from a device that does not belong here. It is kept and does not count. Report this code to the administrator.</translation>
    </message>
    <message>
        <source>&apos;{typed}&apos; is geen moment. Typ een dag en een tijd, bijvoorbeeld 27-11 13:30.</source>
        <translation>&apos;{typed}&apos; is not a moment. Type a day and a time, for example 27-11 13:30.</translation>
    </message>
    <message>
        <source>Een rapport met het einde “{ending}” kan ik niet schrijven. Er is niets gemaakt; kies .pdf, .xlsx of .csv.</source>
        <translation>I can&apos;t write a report ending in “{ending}”. Nothing has been made; choose .pdf, .xlsx or .csv.</translation>
    </message>
    <message>
        <source>Dit soort verslag bestaat niet ({kind}). Er is niets gemaakt. Kies tussenevaluatie (interim) of eindevaluatie (final).</source>
        <translation>This kind of report does not exist ({kind}). Nothing has been made. Choose interim evaluation (interim) or final evaluation (final).</translation>
    </message>
    <message>
        <source>Er staat nog niets om te bewaren. Schrijf eerst wat het cijfer betekent.</source>
        <translation>There is nothing to save yet. First write what the figure means.</translation>
    </message>
    <message>
        <source>Op die plek kon niet worden geschreven. Het verslag zelf is veilig; kies een andere map of sluit het bestand dat nog open staat.</source>
        <translation>It was not possible to write to that location. The report itself is safe; choose another folder or close the file that is still open.</translation>
    </message>
    <message>
        <source>De laatste dag ({last}) ligt vóór de eerste ({first}). Er is niets gemaakt of veranderd. Kies een andere periode.</source>
        <translation>The last day ({last}) is before the first ({first}). Nothing has been made or changed. Choose another period.</translation>
    </message>
    <message>
        <source>Dit hoort niet bij jouw rol. Er is niets veranderd; vraag een collega die dit wel mag.</source>
        <translation>This is not part of your role. Nothing has changed; ask a colleague who may do this.</translation>
    </message>
    <message>
        <source>Deze computer heeft geen scherm om een venster op te tonen. Er is niets gewijzigd; open het programma op een computer met scherm, of gebruik demo --tour.</source>
        <translation>This computer has no screen to show a window on. Nothing has changed; open the program on a computer with a screen, or use demo --tour.</translation>
    </message>
    <message>
        <source>In het bestand staat geen geboortedatum. Er is niets opgeslagen; maak het dossier zelf bij Jeugdigen.</source>
        <translation>The file has no date of birth. Nothing was saved; open the young person&apos;s file yourself under Young people.</translation>
    </message>
    <message>
        <source>In dit bestand staat geen verwijzing van een jeugdige. Er is niets opgeslagen; vraag de afzender om de verwijzing zelf.</source>
        <translation>This file holds no referral of a young person. Nothing was saved; ask the sender for the referral itself.</translation>
    </message>
    <message>
        <source>Dit bestand is geen verwijzing in FHIR. Er is niets opgeslagen; vraag de afzender om een FHIR-bestand of een brief.</source>
        <translation>This file is no referral in FHIR. Nothing was saved; ask the sender for a FHIR file or a letter.</translation>
    </message>
    <message>
        <source>Dit bestand is te groot voor een verwijzing. Er is niets opgeslagen; kijk of je het goede bestand koos.</source>
        <translation>This file is too large for a referral. Nothing was saved; see whether you chose the right file.</translation>
    </message>
    <message>
        <source>Een zending kon niet worden geopend. Ze is bewaard en telt niet mee. Meld deze code aan de beheerder.</source>
        <translation>A parcel could not be opened. It is kept and does not count. Report this code to the administrator.</translation>
    </message>
    <message>
        <source>“{letter}” is geen letter van SOEP. Er is niets verstuurd; gebruik S, O, E of P.</source>
        <translation>“{letter}” is not a SOEP letter. Nothing has been sent; use S, O, E or P.</translation>
    </message>
    <message>
        <source>Een regel bij {letter} heeft {length} tekens; er passen er {limit}. Er is niets verstuurd; maak hem korter.</source>
        <translation>A line under {letter} has {length} characters; {limit} fit. Nothing has been sent; make it shorter.</translation>
    </message>
    <message>
        <source>Dit zijn {lines} regels; een terugkoppeling heeft er hooguit {limit}. Er is niets verstuurd; haal regels weg.</source>
        <translation>These are {lines} lines; feedback has {limit} at most. Nothing has been sent; remove some lines.</translation>
    </message>
    <message>
        <source>Deze keuze is er niet meer: iemand heeft al gekozen. Er is niets veranderd. Kijk in het dossier wat er nu staat.</source>
        <translation>This choice is gone: someone has already chosen. Nothing has changed. See in the record what it says now.</translation>
    </message>
    <message>
        <source>Dit is geen bruikbaar adres voor de server. Er is niets veranderd. Vul een adres in dat begint met https://.</source>
        <translation>This is not a usable address for the server. Nothing has changed. Fill in an address that starts with https://.</translation>
    </message>
    <message>
        <source>Het synchroniseren brak onverwacht af. Je gegevens staan veilig op deze computer; we proberen het vanzelf opnieuw. Blijft dit zo, waarschuw dan je beheerder.</source>
        <translation>Synchronising broke off unexpectedly. Your data is safe on this computer; we will try again by ourselves. If this goes on, tell your administrator.</translation>
    </message>
    <message>
        <source>Op die plek staat al iets. Er is niets overschreven. Kies een lege map of een lege database.</source>
        <translation>There is already something in that location. Nothing has been overwritten. Choose an empty folder or an empty database.</translation>
    </message>
    <message>
        <source>De server heeft het even druk. Er is niets verloren; we proberen het zo vanzelf opnieuw.</source>
        <translation>The server is busy for a moment. Nothing is lost; we will try again shortly.</translation>
    </message>
    <message>
        <source>Dit is geen bruikbaar adres voor de database. Er is niets veranderd. Gebruik postgresql://… of laat het adres weg.</source>
        <translation>This is not a usable address for the database. Nothing has changed. Use postgresql://… or leave the address out.</translation>
    </message>
    <message>
        <source>De database-software ({version}) is te oud en kan het bestand beschadigen. Er is niets geopend. Werk GPConnect bij.</source>
        <translation>The database software ({version}) is too old and may damage the file. Nothing has been opened. Update GPConnect.</translation>
    </message>
    <message>
        <source>Het databasebestand en de sleutel ernaast horen niet bij elkaar. Er is niets veranderd. Zet hub.db en hub.key van dezelfde server terug.</source>
        <translation>The database file and the key next to it do not belong together. Nothing has changed. Put back hub.db and hub.key from the same server.</translation>
    </message>
    <message>
        <source>Deze database is al bijgewerkt door een nieuwere versie van GPConnect. Er is niets veranderd. Gebruik die nieuwere versie.</source>
        <translation>This database has already been updated by a newer version of GPConnect. Nothing has changed. Use that newer version.</translation>
    </message>
    <message>
        <source>Deze database is nog van een oudere versie, of leeg. Er is niets veranderd. Werk hem bij met gpconnect hub migrate.</source>
        <translation>This database is still of an older version, or empty. Nothing has changed. Update it with gpconnect hub migrate.</translation>
    </message>
    <message>
        <source>De database antwoordt niet. Er is niets veranderd. Controleer of PostgreSQL draait en of het adres en de toegang kloppen.</source>
        <translation>The database is not answering. Nothing has changed. Check that PostgreSQL is running and that the address and access are right.</translation>
    </message>
    <message>
        <source>Vanaf deze computer zijn te veel codes geprobeerd. Er is niets veranderd. Wacht een uur, lees de code dan rustig na en probeer het opnieuw.</source>
        <translation>Too many codes were tried from this computer. Nothing has changed. Wait an hour, then read the code again calmly and try once more.</translation>
    </message>
    <message>
        <source>Deze code is al gebruikt of ingetrokken. Er is niets veranderd. Vraag om een nieuwe code.</source>
        <translation>This code has already been used or withdrawn. Nothing has changed. Ask for a new code.</translation>
    </message>
    <message>
        <source>Bij deze code ligt niets klaar: hij klopt niet, is ouder dan een dag of is ingetrokken. Er is niets veranderd. Lees de code na of vraag om een nieuwe.</source>
        <translation>Nothing is waiting under this code: it is wrong, older than a day, or withdrawn. Nothing has changed. Read the code again or ask for a new one.</translation>
    </message>
    <message>
        <source>Deze computer is bij de server te vaak opnieuw begonnen, bijvoorbeeld vanuit een kopie, en kan er niets meer naartoe sturen. Alles staat veilig op deze computer. Laat een beheerder een nieuw apparaat voor je toelaten en kom daar opnieuw binnen.</source>
        <translation>This computer began anew at the server too often, for example from a copy, and can send nothing there any more. Everything is safe on this computer. Have an administrator let in a new device for you, and come in anew there.</translation>
    </message>
    <message>
        <source>Bij de server meldden zich dit uur te veel nieuwe computers aan. Alles staat veilig op deze computer. Probeer het over een uur opnieuw; blijft het zo, vertel het dan de beheerder van de server.</source>
        <translation>Too many new computers made themselves known to the server this hour. Everything is safe on this computer. Try again in an hour; if it stays this way, tell whoever runs the server.</translation>
    </message>
    <message>
        <source>Op dit adres antwoordt iets anders dan de server van GPConnect, bijvoorbeeld een aanmeldpagina van het wifinetwerk. Er is niets verstuurd. Meld je eerst aan bij het netwerk of controleer het adres.</source>
        <translation>Something other than the GPConnect server is answering at this address, for example a Wi-Fi sign-in page. Nothing has been sent. Sign in to the network first or check the address.</translation>
    </message>
    <message>
        <source>De pilot is voorbij: deze ruimte is van de server gehaald. Wat hier staat blijft staan. Je hoeft niets te doen.</source>
        <translation>The pilot is over: this space was taken off the server. What stands here stays. You need do nothing.</translation>
    </message>
    <message>
        <source>De zeven dagen zijn volgens de klok van de server nog niet om. Er is niets geleegd. Doe het daarna nog eens.</source>
        <translation>By the server&apos;s clock the seven days are not over yet. Nothing was emptied. Do it again after that.</translation>
    </message>
    <message>
        <source>Er is nog niet gevraagd om deze ruimte te legen, of iemand nam het terug. Er is niets geleegd. Vraag het eerst.</source>
        <translation>Nobody asked to empty this space yet, or somebody took it back. Nothing was emptied. Ask first.</translation>
    </message>
    <message>
        <source>Van {count} dossiers heeft de werkgever nog geen export, of er kwam daarna iets bij. Er is niets gevraagd. Maak eerst een volledige export.</source>
        <translation>Of {count} dossiers the employer has no export yet, or something was added since. Nothing was asked. Make a complete export first.</translation>
    </message>
    <message>
        <source>Deze ruimte is al van de server. Alles staat nog op deze computer; er valt niets meer te doen.</source>
        <translation>This space is off the server already. Everything is still on this computer; there is nothing left to do.</translation>
    </message>
    <message>
        <source>Wat de server zegt, is niet door de server ondertekend. Er is niets overgenomen. Gebruik een ander netwerk; blijft dit zo, waarschuw dan je beheerder.</source>
        <translation>What the server says has not been signed by the server. Nothing has been taken over. Use another network; if this goes on, tell your administrator.</translation>
    </message>
    <message>
        <source>De server laat deze computer niet toe. Je gegevens staan veilig op deze computer. Vraag je beheerder om deze computer opnieuw aan te melden.</source>
        <translation>The server does not admit this computer. Your data is safe on this computer. Ask your administrator to register this computer again.</translation>
    </message>
    <message>
        <source>De server vertelt iets anders dan eerder ({alarm}). Er is niets overgenomen en niets verloren. Meld deze code aan de beheerder voordat je verder synchroniseert.</source>
        <translation>The server says something different from before ({alarm}). Nothing has been taken over and nothing is lost. Report this code to the administrator before you synchronise further.</translation>
    </message>
    <message>
        <source>De server stuurt meer dan dit programma in één keer aanneemt. Er is niets veranderd. Waarschuw je beheerder.</source>
        <translation>The server is sending more than this program accepts in one go. Nothing has changed. Tell your administrator.</translation>
    </message>
    <message>
        <source>Het antwoord van de server is niet te begrijpen. Er is niets verloren; we proberen het vanzelf opnieuw. Blijft dit zo, waarschuw dan je beheerder.</source>
        <translation>The server&apos;s answer makes no sense. Nothing is lost; we will try again automatically. If this goes on, tell your administrator.</translation>
    </message>
    <message>
        <source>In die map staat geen hele kopie van een server. Er is niets veranderd. Kies de map die met gpconnect hub backup is gemaakt, met hub.db en hub.key erin.</source>
        <translation>There is no whole copy of a server in that folder. Nothing has changed. Choose the folder that gpconnect hub backup made, with hub.db and hub.key in it.</translation>
    </message>
    <message>
        <source>De beveiligde verbinding met de server klopt niet. Er is niets verstuurd. Gebruik een ander netwerk of vraag je beheerder om hulp.</source>
        <translation>The secure connection to the server is not right. Nothing has been sent. Use another network or ask your administrator for help.</translation>
    </message>
    <message>
        <source>Dit is een kopie; die draait niet zelf. Er is niets veranderd. Zet hem terug in een lege map of database met gpconnect hub restore en start de server daarmee.</source>
        <translation>This is a copy; it is not served itself. Nothing has changed. Put it back into an empty folder or database with gpconnect hub restore and start the server with that.</translation>
    </message>
    <message>
        <source>De server kent deze computer nog niet. Je gegevens staan veilig op deze computer. Meld de computer aan bij Instellingen.</source>
        <translation>The server does not know this computer yet. Your data is safe on this computer. Register the computer under Settings.</translation>
    </message>
    <message>
        <source>De server spreekt een andere versie ({protocol}) dan dit programma. Alles staat veilig op deze computer. Werk GPConnect bij.</source>
        <translation>The server speaks a different version ({protocol}) from this program. Everything is safe on this computer. Update GPConnect.</translation>
    </message>
    <message>
        <source>De server nam dit pakket niet aan ({reason}). Alles staat veilig op deze computer. Meld deze code aan de beheerder; daarna gaat het vanzelf mee.</source>
        <translation>The server did not accept this package ({reason}). Everything is safe on this computer. Report this code to the administrator; after that it will go along by itself.</translation>
    </message>
    <message>
        <source>De server is teruggezet uit een kopie. Alles staat veilig op deze computer; meld het aan de beheerder, dan kan het ontbrekende worden aangevuld.</source>
        <translation>The server has been restored from a copy. Everything is safe on this computer; report it to the administrator, so that what is missing can be added.</translation>
    </message>
    <message>
        <source>Het apparaat van een collega zegt een andere volgorde te hebben gezien dan jij. Of de server toont jullie niet hetzelfde, of dat apparaat zegt iets wat niet klopt. Je eigen werk is veilig. Meld deze code meteen aan de beheerder.</source>
        <translation>A colleague&apos;s device says that it saw another order than you did. Either the server does not show you the same, or that device says something that is not right. Your own work is safe. Report this code to the administrator at once.</translation>
    </message>
    <message>
        <source>Het certificaat en de sleutel zijn niet te lezen of horen niet bij elkaar. De server is niet gestart. Geef ze allebei, als PEM-bestand dat de server mag lezen, de sleutel zonder wachtwoordzin.</source>
        <translation>The certificate and the key cannot be read or do not belong together. The server has not started. Give both, as PEM files that the server may read, the key without a passphrase.</translation>
    </message>
    <message>
        <source>De server vindt dit te groot om in één keer aan te nemen. Het staat veilig op deze computer. Waarschuw je beheerder.</source>
        <translation>The server finds this too large to accept in one go. It is safe on this computer. Tell your administrator.</translation>
    </message>
    <message>
        <source>De server heeft een storing (code {status}). Alles staat veilig op deze computer en gaat later mee. Waarschuw je beheerder als dit lang duurt.</source>
        <translation>The server has a fault (code {status}). Everything is safe on this computer and will go along later. Tell your administrator if this takes long.</translation>
    </message>
    <message>
        <source>Deze computer hoort niet (meer) bij deze ruimte. Wat hier staat blijft staan, er komt niets nieuws bij. Vraag de beheerder van de ruimte om hulp.</source>
        <translation>This computer does not belong to this space (any more). What is here stays here, nothing new will be added. Ask the space&apos;s administrator for help.</translation>
    </message>
    <message>
        <source>Deze computer heeft nog niet alles gelezen wat de server terug heeft. Er is niets veranderd. Synchroniseer eerst en kijk dan wat nog niet terug is.</source>
        <translation>This computer has not read everything that the server has back. Nothing has changed. Synchronise first, and then see what is not back yet.</translation>
    </message>
    <message>
        <source>De server wacht nergens meer op. Er is niets veranderd en er is niets te doen.</source>
        <translation>The server waits for nothing any more. Nothing has changed and there is nothing to do.</translation>
    </message>
    <message>
        <source>Een apparaat dat eruit ging had meer verstuurd dan meetelt, en de server liet dat toe. Wie later meedoet ziet dat laatste niet. Er is hier niets weg. Meld deze code aan de beheerder.</source>
        <translation>A device that was put out had sent more than counts, and the server let that pass. Whoever joins later does not see that last part. Nothing is gone here. Report this code to the administrator.</translation>
    </message>
    <message>
        <source>Op deze server richt je alleen iets op met de oprichtcode van de beheerder. Alles staat veilig op deze computer. Vraag de code en zet hem bij Beheer, Server instellen, achter het adres: https://…#code.</source>
        <translation>On this server you found something only with the operator&apos;s founding code. Everything is safe on this computer. Ask for the code and put it after the address under Administration, Set the server: https://…#code.</translation>
    </message>
    <message>
        <source>De server gaf een plek anders uit dan de volgorde zegt. Je gegevens zijn veilig en iedereen ziet hetzelfde. Meld deze code aan de beheerder.</source>
        <translation>The server gave out a slot differently from what the order says. Your data are safe and everybody sees the same. Report this code to the administrator.</translation>
    </message>
    <message>
        <source>De server vraagt om over {seconds} seconden terug te komen. Alles staat veilig op deze computer en gaat dan vanzelf mee.</source>
        <translation>The server asks to come back in {seconds} seconds. Everything is safe on this computer and will then go along by itself.</translation>
    </message>
    <message>
        <source>“{listen}” is geen adres om op te luisteren. De server is niet gestart; schrijf het als 127.0.0.1:8642.</source>
        <translation>“{listen}” is not an address to listen on. The server has not been started; write it as 127.0.0.1:8642.</translation>
    </message>
    <message>
        <source>Er wachten hier nog {count} wijzigingen op de server. Er is niets gevraagd. Synchroniseer eerst, en probeer het dan opnieuw.</source>
        <translation>There are still {count} changes here that wait for the server. Nothing was asked. Sync first, and try again then.</translation>
    </message>
    <message>
        <source>Dit is een andere server dan eerst. Er is niets verstuurd of overgenomen. Vraag je beheerder of de server is vervangen voordat je verdergaat.</source>
        <translation>This is another server than before. Nothing was sent or taken over. Ask your administrator whether the server was replaced before you go on.</translation>
    </message>
    <message>
        <source>Op “{listen}” kunnen anderen de server bereiken en meekijken wie wanneer iets verstuurt. De server is niet gestart. Geef --certificate en --key, of --behind-proxy als een reverse proxy ervoor de TLS doet.</source>
        <translation>On “{listen}” others can reach the server and watch who sends something when. The server was not started. Give --certificate and --key, or --behind-proxy when a reverse proxy in front of it does the TLS.</translation>
    </message>
    <message>
        <source>Op {host} poort {port} kan de server niet luisteren; daar draait al iets, of het mag niet. Er is niets gestart. Kies een andere poort.</source>
        <translation>The server cannot listen on {host} port {port}; something is already running there, or it is not allowed. Nothing has been started. Choose another port.</translation>
    </message>
    <message>
        <source>De server is teruggezet en verdergegaan zonder dit apparaat. Er is niets weg: alles staat op deze computer. Kijk bij Delen hoe je weer meedoet.</source>
        <translation>The server was put back and went on without this device. Nothing is lost: everything is on this computer. See under Sharing how to take part again.</translation>
    </message>
    <message>
        <source>De server is niet bereikbaar. Alles wat je vastlegt staat veilig op deze computer en gaat vanzelf mee zodra er weer verbinding is. Controleer de internetverbinding als dit lang duurt.</source>
        <translation>The server cannot be reached. Everything that you record is safe on this computer and goes along by itself once there is a connection again. Check the internet connection if this takes long.</translation>
    </message>
    <message>
        <source>Er is geen ander apparaat op jouw naam met deze code. Er is niets veranderd; synchroniseer en kijk opnieuw.</source>
        <translation>There is no other device under your name with this code. Nothing was changed; synchronise and look again.</translation>
    </message>
    <message>
        <source>De server antwoordt te langzaam. Er is niets verloren; we proberen het zo vanzelf opnieuw.</source>
        <translation>The server is answering too slowly. Nothing is lost; we will try again shortly.</translation>
    </message>
    <message>
        <source>De gegevens van deze jeugdige staan op de computer waarop geboekt is. Er is niets veranderd; leg het daar vast.</source>
        <translation>This child&apos;s details are on the computer where the booking was made. Nothing has changed; record it there.</translation>
    </message>
    <message>
        <source>De regels voor delen in {file} kloppen niet: {detail}. Er wordt niets gedeeld. Herstel het bestand of installeer het programma opnieuw.</source>
        <translation>The sharing rules in {file} are not right: {detail}. Nothing is being shared. Restore the file or reinstall the program.</translation>
    </message>
    <message>
        <source>Dit apparaat beheert deze ruimte niet. Er is niets gewijzigd; vraag het de collega die de ruimte beheert.</source>
        <translation>This device does not manage this space. Nothing has changed; ask the colleague who manages the space.</translation>
    </message>
    <message>
        <source>Deze functie kan geen lid zijn van deze ruimte. Er is niets gedeeld; de praktijk of het team laat zelf toe wie er werkt.</source>
        <translation>This role cannot be a member of this space. Nothing has been shared; the practice or the team decides for itself who works there.</translation>
    </message>
    <message>
        <source>De kopie is niet in orde en is niet gebruikt. Je eigen bestand is niet veranderd. Maak of kies een andere kopie.</source>
        <translation>The copy is not in order and has not been used. Your own file has not changed. Make or choose another copy.</translation>
    </message>
    <message>
        <source>In deze map staat iets dat geen voorbeeldpilot is. Er is niets veranderd; kies een lege map.</source>
        <translation>This folder contains something that is not a sample pilot. Nothing has changed; choose an empty folder.</translation>
    </message>
    <message>
        <source>De voorbeeldpilot kent één tot {most} plekken. Er is nog niets gemaakt; kies een ander aantal.</source>
        <translation>The sample pilot has one to {most} places. Nothing has been made yet; choose another number.</translation>
    </message>
    <message>
        <source>De databasesoftware (SQLite {version}) is te oud en kan gegevens beschadigen. GPConnect opent daarom niets. Installeer GPConnect opnieuw.</source>
        <translation>The database software (SQLite {version}) is too old and may damage data. That is why GPConnect opens nothing. Reinstall GPConnect.</translation>
    </message>
    <message>
        <source>Het bestand met je gegevens is beschadigd. Er is niets aan veranderd. Zet een kopie terug, of haal alles opnieuw op met je herstelcode.</source>
        <translation>The file with your data is damaged. Nothing in it has been changed. Restore a copy, or fetch everything again with your recovery code.</translation>
    </message>
    <message>
        <source>De schijf is vol. Je laatste wijziging is niet bewaard, alles daarvoor wel. Maak ruimte vrij en probeer het opnieuw.</source>
        <translation>The disk is full. Your last change has not been saved, everything before it has. Free up some space and try again.</translation>
    </message>
    <message>
        <source>Hier staat al een bestand met die naam. Het is niet overschreven. Kies een andere plek of naam.</source>
        <translation>There is already a file with that name here. It has not been overwritten. Choose another location or name.</translation>
    </message>
    <message>
        <source>Dit profiel is al open in een ander venster of programma. Er is niets veranderd. Sluit het daar en probeer het opnieuw.</source>
        <translation>This profile is already open in another window or program. Nothing has changed. Close it there and try again.</translation>
    </message>
    <message>
        <source>De schijf geeft een fout bij lezen of schrijven. Wat al bewaard was, is niet veranderd. Maak een kopie en laat de schijf nakijken.</source>
        <translation>The disk gives an error when reading or writing. What was already saved has not changed. Make a copy and have the disk checked.</translation>
    </message>
    <message>
        <source>Het bestand met je gegevens staat niet op deze plek. Kijk of de map klopt, of zet een kopie terug.</source>
        <translation>The file with your data is not in this location. Check that the folder is right, or restore a copy.</translation>
    </message>
    <message>
        <source>Dit bestand is gemaakt met een nieuwere versie van GPConnect. Er is niets aan veranderd. Werk GPConnect op deze computer bij.</source>
        <translation>This file was made with a newer version of GPConnect. Nothing in it has been changed. Update GPConnect on this computer.</translation>
    </message>
    <message>
        <source>Deze wachtwoordzin klopt niet. Er is niets veranderd. Probeer het opnieuw; let op hoofdletters.</source>
        <translation>This passphrase is not right. Nothing has changed. Try again; mind the capitals.</translation>
    </message>
    <message>
        <source>GPConnect mag hier niet schrijven. Er is niets veranderd. Vraag je beheerder om schrijfrechten op de map.</source>
        <translation>GPConnect is not allowed to write here. Nothing has changed. Ask your administrator for write access to the folder.</translation>
    </message>
    <message>
        <source>Deze code is goed getypt, maar is van een ander blad. Er is niets veranderd. Zoek het nieuwste herstelblad van dit profiel.</source>
        <translation>This code is typed correctly, but belongs to another sheet. Nothing has changed. Look for the newest recovery sheet of this profile.</translation>
    </message>
    <message>
        <source>GPConnect kan het bestand niet openen. Er is niets veranderd. Kijk of de schijf aangesloten is en de map bestaat.</source>
        <translation>GPConnect cannot open the file. Nothing has changed. Check that the disk is connected and the folder exists.</translation>
    </message>
    <message>
        <source>Opslaan is niet gelukt. Wat er al stond is nog heel. Kijk of de map bestaat en of er ruimte op de schijf is, en probeer het opnieuw.</source>
        <translation>Saving did not work. What was there is still whole. Check that the folder exists and that there is room on the disk, and try again.</translation>
    </message>
    <message>
        <source>De sleutelbos van deze computer kent de sleutel niet (meer). Je gegevens zijn veilig. Gebruik je wachtwoordzin.</source>
        <translation>This computer&apos;s keychain does not know the key (any more). Your data is safe. Use your passphrase.</translation>
    </message>
    <message>
        <source>De sleutelbos van deze computer is op slot. Er is niets veranderd. Ontgrendel hem, of gebruik je wachtwoordzin.</source>
        <translation>This computer&apos;s keychain is locked. Nothing has changed. Unlock it, or use your passphrase.</translation>
    </message>
    <message>
        <source>Openen met de sleutelbos staat niet aan. Gebruik je wachtwoordzin.</source>
        <translation>Opening with the keychain is not switched on. Use your passphrase.</translation>
    </message>
    <message>
        <source>Deze computer heeft geen veilige sleutelbos. Je gegevens zijn veilig; je opent GPConnect met je wachtwoordzin.</source>
        <translation>This computer has no secure keychain. Your data is safe; you open GPConnect with your passphrase.</translation>
    </message>
    <message>
        <source>Dit is te groot om te delen: {size} kB, en er past {limit} kB in één keer. Je tekst staat er nog. Maak de tekst korter of verdeel die over twee notities.</source>
        <translation>This is too large to share: {size} kB, and {limit} kB fits in one go. Your text is still there. Make the text shorter or split it over two notes.</translation>
    </message>
    <message>
        <source>De server nam een zending aan met een sleutel die niet meer geldt. Ze is bewaard en telt niet mee. Meld deze code meteen aan de beheerder.</source>
        <translation>The server took a parcel under a key that is no longer valid. It is kept and does not count. Report this code to the administrator at once.</translation>
    </message>
    <message>
        <source>Dit is hier nog niet binnen of bestaat niet meer. Er is niets veranderd. Synchroniseer en probeer het opnieuw.</source>
        <translation>This has not come in here yet or no longer exists. Nothing has changed. Sync and try again.</translation>
    </message>
    <message>
        <source>Een zending draagt niet de handtekening van haar afzender. Ze is bewaard en telt niet mee. Meld deze code meteen aan de beheerder.</source>
        <translation>A parcel does not carry its sender’s signature. It is kept and does not count. Report this code to the administrator at once.</translation>
    </message>
    <message>
        <source>Dit past niet in één zending: {size} kB, en er past {limit} kB in. Er is niets verstuurd en er is niets kwijt. Voeg minder mensen tegelijk toe.</source>
        <translation>This does not fit in one shipment: {size} kB, and {limit} kB fits. Nothing has been sent and nothing is lost. Add fewer people at once.</translation>
    </message>
    <message>
        <source>Vul een wachtwoordzin in.</source>
        <translation>Fill in a passphrase.</translation>
    </message>
    <message>
        <source>Het bestand met de wachtwoordzin is niet te lezen. Er is niets geopend; kijk of GPCONNECT_PASSPHRASE_FILE naar het goede bestand wijst.</source>
        <translation>The file with the passphrase cannot be read. Nothing has been opened; check that GPCONNECT_PASSPHRASE_FILE points to the right file.</translation>
    </message>
    <message>
        <source>Er is niemand om ja te typen. Er is niets veranderd; wil je de kopie zonder vraag terugzetten, zet er dan --yes bij.</source>
        <translation>Nobody is there to type yes. Nothing has changed; to put the copy back without being asked, add --yes.</translation>
    </message>
    <message>
        <source>Er is niemand om de wachtwoordzin te typen. Er is niets geopend; zet hem in een bestand en noem dat in GPCONNECT_PASSPHRASE_FILE.</source>
        <translation>There is no one to type the passphrase. Nothing has been opened; put it in a file and name that in GPCONNECT_PASSPHRASE_FILE.</translation>
    </message>
    <message>
        <source>Die wachtwoordzin is te kort. Neem er een van minstens {minimum} tekens; vier losse woorden onthoud je makkelijk.</source>
        <translation>That passphrase is too short. Use one of at least {minimum} characters; four separate words are easy to remember.</translation>
    </message>
    <message>
        <source>Het bestand is vergrendeld. Er is niets verloren; ontgrendel met je wachtwoordzin en probeer het opnieuw.</source>
        <translation>The file is locked. Nothing is lost; unlock it with your passphrase and try again.</translation>
    </message>
    <message>
        <source>Dit dagdeel is afgesloten. Er is niets geboekt; kies een andere plek.</source>
        <translation>This half-day is closed. Nothing has been booked; choose another slot.</translation>
    </message>
    <message>
        <source>Dit is de enige manier om het bestand te openen. Hij blijft staan. Maak eerst een andere.</source>
        <translation>This is the only way to open the file. It stays. Make another one first.</translation>
    </message>
    <message>
        <source>Deze plek is voorbij. Er is niets geboekt; kies een andere plek. Wat je invulde staat er nog.</source>
        <translation>This slot is over. Nothing has been booked; choose another slot. What you filled in is still there.</translation>
    </message>
    <message>
        <source>Deze plek houdt de computer van de jeugdwerker vrij voor inloop. Er is niets geboekt. Komt er nu iemand binnen? Kies Inloop: de jeugdige staat dan meteen in de daglijst, ook zonder plek.</source>
        <translation>The youth worker&apos;s computer keeps this slot free for walk-ins. Nothing was booked. Is somebody coming in now? Choose walk-in: the child is then in the day list at once, also without a slot.</translation>
    </message>
    <message>
        <source>Deze plek is net vergeven. Er is niets geboekt; kies een andere plek. Wat je invulde staat er nog.</source>
        <translation>This slot has just been taken. Nothing has been booked; choose another slot. What you filled in is still there.</translation>
    </message>
    <message>
        <source>Namen van dossiers komen niet in een bestand of een ander programma. Er is nog niets gecontroleerd. Laat --names weg, of kies het op je eigen scherm.</source>
        <translation>Names of files do not go to a file or another program. Nothing has been checked yet. Leave out --names, or choose it on your own screen.</translation>
    </message>
    <message>
        <source>Alleen de casusregisseur kiest wie dit dossier mag lezen. Er is niets veranderd; vraag het de casusregisseur.</source>
        <translation>Only the case lead chooses who may read this dossier. Nothing has changed; ask the case lead.</translation>
    </message>
    <message>
        <source>Je las dit dossier met spoed: dan kun je alleen lezen. Er is niets veranderd. Vraag de casusregisseur om je erbij te zetten, of om het zelf te doen.</source>
        <translation>You read this record in an emergency: then you can only read. Nothing was changed. Ask the case lead to add you, or to do it themselves.</translation>
    </message>
    <message>
        <source>Dit dossier is afgeschermd voor jou. Er is niets getoond of veranderd; vraag de casusregisseur, of open het bij spoed vanuit Jeugdigen, met een reden.</source>
        <translation>This dossier is kept apart from you. Nothing was shown or changed; ask the case lead, or in an emergency open it from Children, with a reason.</translation>
    </message>
    <message>
        <source>Je mag dit dossier gewoon lezen; spoed is niet nodig. Er is niets genoteerd. Open het vanuit Jeugdigen.</source>
        <translation>You may simply read this dossier; no emergency is needed. Nothing was recorded. Open it from Children.</translation>
    </message>
    <message>
        <source>Schrijf op waarom je nu moet kijken, in minstens {minimum} tekens. Het dossier is nog dicht.</source>
        <translation>Write down why you have to look now, in at least {minimum} characters. The dossier is still closed.</translation>
    </message>
    <message>
        <source>Het inzagelog is niet meer ononderbroken: er is een regel veranderd of weg. Meld dit aan je beheerder en bewaar de kopieën van vóór vandaag.</source>
        <translation>The access log is no longer unbroken: a line was changed or is gone. Tell your administrator and keep the copies from before today.</translation>
    </message>
    <message>
        <source>Het bestand is nagekeken en er klopt iets niet. Je kunt doorwerken. In Beheer, bij Kopieën, staat wat het is en wat je doet.</source>
        <translation>The file was checked and something is not right. You can go on working. Administration, under Copies, says what it is and what to do.</translation>
    </message>
    <message>
        <source>Niet alle gegevens zeggen wat er is vastgelegd ({count}). Er is niets kwijt; meld dit aan je beheerder.</source>
        <translation>Not all records say what was written down ({count}). Nothing is lost; tell your administrator.</translation>
    </message>
    <message>
        <source>Zoeken vindt niet alles goed ({count}). Je gegevens zijn heel. Bouw de zoekindex opnieuw op.</source>
        <translation>Search does not find everything properly ({count}). Your data are whole. Build the search index again.</translation>
    </message>
    <message>
        <source>Niet alle gegevens zeggen wat er is vastgelegd ({count}). Dat komt door wat beschadigd is: Herstellen brengt terug wat er nog is.</source>
        <translation>Not all data say what was recorded ({count}). That is because of what is damaged: mending brings back what there still is.</translation>
    </message>
    <message>
        <source>Zoeken vindt daardoor niet alles goed ({count}). Na het herstellen is de zoekindex weer compleet.</source>
        <translation>So search does not find everything ({count}). After mending the search index is complete again.</translation>
    </message>
    <message>
        <source>Er is geen ruimte voor de kopie. Er is niets van blijven staan en je eigen bestand is heel. Maak daar ruimte of kies een andere map.</source>
        <translation>There is no room for the copy. Nothing of it was left behind and your own file is whole. Make room there or choose another folder.</translation>
    </message>
    <message>
        <source>Die kopie staat niet op deze plek. Er is niets veranderd. Kies de kopie opnieuw.</source>
        <translation>That copy is not in this place. Nothing has changed. Choose the copy again.</translation>
    </message>
    <message>
        <source>Naast de kopie ontbreekt het bestand {name}; daarin staan de sleutels. Er is niets veranderd. Een kopie bestaat uit twee bestanden: zet ze naast elkaar en probeer het opnieuw.</source>
        <translation>The file {name} is missing next to the copy; it holds the keys. Nothing has changed. A copy is two files: put them next to each other and try again.</translation>
    </message>
    <message>
        <source>Dit is een kopie van het bestand van {name}, niet van jou. Er is niets veranderd. Kies een kopie van jezelf; die van {name} kan terug in een eigen, lege map.</source>
        <translation>This is a copy of the file of {name}, not yours. Nothing has changed. Choose a copy of your own; that of {name} can go back into an empty folder of its own.</translation>
    </message>
    <message>
        <source>Er is al {days} dagen geen kopie gemaakt. Je eigen bestand is heel. Kijk in Beheer, bij Kopieën, of de stick of het netwerk er is.</source>
        <translation>No copy has been made for {days} days. Your own file is whole. See in Administration, under Copies, whether the stick or the network is there.</translation>
    </message>
    <message>
        <source>Een kopie van vóór een vernietiging had al weg moeten zijn, maar is nu niet bereikbaar. Kijk in Beheer, bij Kopieën, welke het is; sluit die schijf of stick aan, dan gaat ze vanzelf weg.</source>
        <translation>A copy from before an erasure should have been gone by now, but is out of reach. See in Administration, under Copies, which one it is; connect that disk or stick and it goes by itself.</translation>
    </message>
    <message>
        <source>De map voor de kopie is er nu niet. Je eigen bestand is heel. Steek de stick erin of verbind met het netwerk, of kies een andere map.</source>
        <translation>The folder for the copy is not there now. Your own file is whole. Plug in the stick or connect to the network, or choose another folder.</translation>
    </message>
    <message>
        <source>Hier staat al een bestand, en dat gaat hiermee niet open. Er is niets veranderd. Wat daarin sinds de kopie is gewist, zou terugkomen. Gebruik de opdracht gpconnect restore: die vraagt ook de wachtwoordzin van nu en laat eerst zien wat er gebeurt.</source>
        <translation>There is a file here already, and this does not open it. Nothing has changed. What was erased in it since the copy would come back. Use the command gpconnect restore: it also asks for the passphrase of now and first shows what will happen.</translation>
    </message>
    <message>
        <source>Wat er gewist is, is niet meer te lezen: niet in dit bestand en niet in de lijst ernaast. Door herstellen kan het terugkomen. Er is niets veranderd, en wat te lezen is kun je blijven lezen. Zet bij Beheer, Kopieën, een kopie terug; daar lees je eerst wat dat voor het gewiste betekent.</source>
        <translation>What was erased can no longer be read: not in this file and not in the list beside it. Mending could bring it back. Nothing has changed, and what can be read you can go on reading. Put a copy back under Beheer, Kopieën; there you first read what that means for what was erased.</translation>
    </message>
    <message>
        <source>Deze map is die van je eigen bestand: gaat de een verloren, dan ook de ander. Er is niets veranderd; kies een map op een andere schijf, een stick of het netwerk.</source>
        <translation>This is the folder of your own file: if one is lost, so is the other. Nothing has changed; choose a folder on another disk, a stick or the network.</translation>
    </message>
    <message>
        <source>De nummering van wat je verstuurt klopt niet overal ({count}). Er kan iets ontbreken. Synchroniseer en kijk daarna nog eens na.</source>
        <translation>The numbering of what you send is not right everywhere ({count}). Something may be missing. Sync and look again after that.</translation>
    </message>
    <message>
        <source>In het bestand zijn bladzijden beschadigd ({count}). Met Herstellen (Beheer, Kopieën) komt terug wat een kopie, dit bestand en de server nog hebben. Laat ook de schijf nakijken.</source>
        <translation>Pages of the file are damaged ({count}). Mend (Settings, Copies) brings back what a copy, this file and the server still have. Have the disk checked as well.</translation>
    </message>
    <message>
        <source>De opbouw van het bestand klopt niet overal ({count}). Met Herstellen (Beheer, Kopieën) komt terug wat een kopie, dit bestand en de server nog hebben.</source>
        <translation>The structure of the file is not right everywhere ({count}). Mend (Settings, Copies) brings back what a copy, this file and the server still have.</translation>
    </message>
    <message>
        <source>De kopie is niet goed terug te lezen en is weggegooid. Dat kan aan je eigen bestand liggen of aan de schijf van de kopie. Kijk eerst je bestand na (Beheer, Kopieën, Nakijken); is dat heel, kies dan een andere map.</source>
        <translation>The copy could not be read back properly and was thrown away. That can be your own file or the disk of the copy. Check your file first (Settings, Copies, Check); if that is whole, choose another folder.</translation>
    </message>
    <message>
        <source>De kopie kon daar niet worden geschreven. Er is niets van blijven staan en je eigen bestand is heel. Kijk of de stick of het netwerk er nog is, of kies een andere map.</source>
        <translation>The copy could not be written there. Nothing of it was left behind and your own file is whole. See whether the stick or the network is still there, or choose another folder.</translation>
    </message>
    <message>
        <source>Je hebt het gestopt. Er is niets van blijven staan en je eigen bestand is heel.</source>
        <translation>You stopped it. Nothing of it was left behind and your own file is whole.</translation>
    </message>
    <message>
        <source>Er is geen goede kopie die hier nu opengaat, en zonder kopie kan GPConnect het bestand niet herstellen. Er is niets veranderd, en wat te lezen is kun je blijven lezen. Steek de stick met kopieën erin en probeer het opnieuw, of vraag je beheerder om hulp.</source>
        <translation>There is no good copy that opens here now, and without a copy GPConnect cannot mend the file. Nothing has changed, and what can be read you can go on reading. Plug in the stick with copies and try again, or ask your administrator for help.</translation>
    </message>
    <message>
        <source>Wat er bij het herstellen uitkwam, was niet helemaal in orde en is niet gebruikt. Je bestand is niet veranderd. Zet bij Beheer, Kopieën, een kopie terug; het bestand van nu blijft dan apart bewaard.</source>
        <translation>What came out of the mending was not quite right and has not been used. Your file has not changed. Put a copy back under Settings, Copies; the file of now is then kept apart.</translation>
    </message>
    <message>
        <source>Dit dossier is geblokkeerd, omdat is gevraagd het te wissen. Er is nog niets weg. Wie het verzoek terugdraait, krijgt alles terug zoals het was.</source>
        <translation>This record is blocked, because somebody asked to erase it. Nothing is gone yet. Whoever undoes the request gets everything back as it was.</translation>
    </message>
    <message>
        <source>Dit dossier is gewist op {on}, op verzoek of na de bewaartermijn. Wie er keek blijft te zien; de rest is weg.</source>
        <translation>This file was erased on {on}, on request or after its term. Who looked can still be seen; the rest is gone.</translation>
    </message>
    <message>
        <source>Dit dossier is intussen gewist. Wat je hier schreef is daarom niet bewaard; de rest van je werk is veilig. Sluit dit scherm.</source>
        <translation>This dossier has been erased in the meantime. What you wrote here was therefore not kept; the rest of your work is safe. Close this screen.</translation>
    </message>
    <message>
        <source>Wie het vraagt mag dat voor dit dossier niet zelf: onder de 12 vraagt een ouder met gezag het, vanaf 12 de jeugdige. Er is niets geblokkeerd of gewist. Kies wie het vraagt, of vul eerst het gezag in.</source>
        <translation>Whoever asks may not do so for this record: under 12 a parent with authority asks, from 12 on the young person. Nothing was blocked or erased. Choose who asks, or fill in the authority first.</translation>
    </message>
    <message>
        <source>Dit dossier moet nog bewaard blijven, tot {day}. Er is niets geblokkeerd of gewist. Vraagt de jeugdige of een ouder erom, kies dan een andere grond.</source>
        <translation>This record still has to be kept, until {day}. Nothing was blocked or erased. If the young person or a parent asks for it, choose another ground.</translation>
    </message>
    <message>
        <source>Voor dit dossier staat al een verzoek om het te wissen. Draai dat eerst terug als het anders moet.</source>
        <translation>There is already a request to erase this record. Undo that one first if it has to be different.</translation>
    </message>
    <message>
        <source>Wat je koos is er niet meer, of staat al in een verzoek. Er is niets gewist. Kies opnieuw.</source>
        <translation>What you chose is no longer there, or is in a request already. Nothing was erased. Choose again.</translation>
    </message>
    <message>
        <source>Kies waarom het mag blijven: de wet kent maar twee gronden. Er is nog niets geweigerd; het verzoek staat er nog.</source>
        <translation>Choose why it may stay: the law knows only two grounds. Nothing was refused yet; the request still stands.</translation>
    </message>
    <message>
        <source>Een collega was eerder: dit verzoek is al afgehandeld. Kijk op het scherm hoe het er nu voor staat.</source>
        <translation>A colleague was first: this request has been dealt with. The screen shows how it stands now.</translation>
    </message>
    <message>
        <source>Je collega&apos;s weten nog niet van dit verzoek: het is nog niet verstuurd. Er is niets gewist. Maak verbinding; de zeven dagen tellen vanaf dat moment.</source>
        <translation>Your colleagues do not know of this request yet: it has not been sent. Nothing was erased. Connect; the seven days count from that moment.</translation>
    </message>
    <message>
        <source>Vernietigen kan vanaf {day}. Tot dan kan iedereen in het team het verzoek nog terugdraaien.</source>
        <translation>It can be destroyed from {day}. Until then anybody in the team can still undo the request.</translation>
    </message>
    <message>
        <source>Dit zijn meer dan twintig stukken in een week. Vraag een collega om te vernietigen; zo gaat er nooit veel weg door één persoon. Er is niets gewist.</source>
        <translation>These are more than twenty records in a week. Ask a colleague to destroy them; that way one person never removes much. Nothing was erased.</translation>
    </message>
    <message>
        <source>De datum van deze computer staat ineens veel verder. Er is niets gewist. Zeg bovenaan het scherm of de datum klopt, en vernietig daarna.</source>
        <translation>The date of this computer is suddenly much later. Nothing was erased. Say at the top of the screen whether the date is right, and destroy after that.</translation>
    </message>
    <message>
        <source>Vernietigen vóór de zeven dagen om waren telt niet. Het dossier is er nog. Kijk of de klok van die computer goed staat.</source>
        <translation>Destroying before the seven days were over does not count. The record is still there. Check whether the clock of that computer is right.</translation>
    </message>
    <message>
        <source>Dit ging over een dossier dat op verzoek is vernietigd. Het is niet toegevoegd en niemand kan het lezen.</source>
        <translation>This was about a record that was destroyed on request. It was not added and nobody can read it.</translation>
    </message>
    <message>
        <source>Een collega stuurde een dossier opnieuw, en daarin klopt iets niet met wat hier staat. Wat hier staat blijft gelden. Meld dit bij de beheerder.</source>
        <translation>A colleague sent a record again, and something in it does not agree with what is here. What is here still counts. Report this to the administrator.</translation>
    </message>
    <message>
        <source>Deze sleutel van je werkgever is al toegevoegd. Er is niets veranderd; je hoeft niets te doen.</source>
        <translation>This key of your employer has already been added. Nothing has changed; you need do nothing.</translation>
    </message>
    <message>
        <source>Zonder naam weet later niemand in welke kluis het blad ligt. Er is niets gemaakt. Vul de naam van de werkgever in.</source>
        <translation>Without a name nobody will know later in which safe the sheet lies. Nothing was made. Enter the name of the employer.</translation>
    </message>
    <message>
        <source>Dit is geen sleutelbestand van een werkgever, of het is beschadigd. Er is niets veranderd. Vraag je werkgever om het bestand dat eindigt op .sleutel.json.</source>
        <translation>This is not an employer’s key file, or it is damaged. Nothing has changed. Ask your employer for the file that ends in .sleutel.json.</translation>
    </message>
    <message>
        <source>Deze vingerafdruk hoort niet bij dit bestand. Er is niets toegevoegd. Laat hem nog eens voorlezen van het blad; klopt hij weer niet, gebruik dit bestand dan niet en vraag je werkgever om het goede.</source>
        <translation>This fingerprint does not belong to this file. Nothing was added. Have it read aloud from the sheet once more; if it is wrong again, do not use this file and ask your employer for the right one.</translation>
    </message>
    <message>
        <source>Deze code opent dit bestand niet, al is hij goed getypt. Er is niets veranderd. Kijk of het blad van de goede werkgever is, en of deze computer er ooit aan is toegevoegd.</source>
        <translation>This code does not open this file, although it is typed correctly. Nothing has changed. See whether the sheet is of the right employer, and whether this computer was ever added to it.</translation>
    </message>
    <message>
        <source>De nieuwe versleuteling klopte niet bij het nalezen en is weggegooid. Je bestand is zoals het was en opent zoals altijd. Probeer het later opnieuw; lukt het weer niet, kijk dan het bestand na bij Kopieën.</source>
        <translation>The new encryption was not right when read back and was thrown away. Your file is as it was and opens as always. Try again later; if it fails again, check the file under Copies.</translation>
    </message>
    <message>
        <source>Op een account dat je deelt zou een ander je bestand kunnen openen. Er is niets veranderd; je opent GPConnect met je wachtwoordzin.</source>
        <translation>On an account that you share, somebody else could open your file. Nothing has changed; you open GPConnect with your passphrase.</translation>
    </message>
    <message>
        <source>Je bestand past nog niet bij deze versie van GPConnect: bij het nalezen klopte iets niet. Je bestand is zoals het was en er is niets kwijt. Gebruik de vorige versie en meld deze code aan de beheerder.</source>
        <translation>Your file does not fit this version of GPConnect yet: something was not right when it was read back. Your file is as it was and nothing is lost. Use the previous version and report this code to the administrator.</translation>
    </message>
    <message>
        <source>De code is niet volledig: je typte {typed} tekens en het blad heeft er {wanted}. Er is niets veranderd. Vul aan wat ontbreekt.</source>
        <translation>The code is not complete: you typed {typed} characters and the sheet has {wanted}. Nothing has changed. Add what is missing.</translation>
    </message>
    <message>
        <source>Er zit een tikfout in de code, waarschijnlijk in groep {group}. Er is niets veranderd. Vergelijk die groep met het blad; klopt hij, kijk dan ook de andere na.</source>
        <translation>There is a typing error in the code, probably in group {group}. Nothing has changed. Compare that group with the sheet; if it is right, check the others too.</translation>
    </message>
    <message>
        <source>Er zitten tikfouten in de code. Er is niets veranderd. Vergelijk elke groep met het blad.</source>
        <translation>There are typing errors in the code. Nothing has changed. Compare every group with the sheet.</translation>
    </message>
    <message>
        <source>Zonder je oude wachtwoordzin kies je alleen een nieuwe als je met een blad bent binnengekomen. Er is niets veranderd. Wijzig je wachtwoordzin bij Beheer, Sleutels.</source>
        <translation>Without your old passphrase you can choose a new one only when you came in with a sheet. Nothing has changed. Change your passphrase under Settings, Keys.</translation>
    </message>
    <message>
        <source>Deze wachtwoordzin is te snel te raden. Er is niets veranderd. Neem vier losse woorden die niets met elkaar of met jou te maken hebben.</source>
        <translation>This passphrase is guessed too soon. Nothing has changed. Take four words that have nothing to do with each other or with you.</translation>
    </message>
    <message>
        <source>Dit is de code van een ander blad. Er is niets veranderd. Typ de code over van het blad dat je net hebt gemaakt.</source>
        <translation>This is the code of another sheet. Nothing has changed. Type the code of the sheet that you have just made.</translation>
    </message>
    <message>
        <source>Dan bleef alleen de sleutelbos van deze computer over, en die gaat stuk met de computer. Deze manier blijft staan. Maak eerst een herstelblad.</source>
        <translation>Then only this computer’s keychain would be left, and it breaks along with the computer. This way stays. Make a recovery sheet first.</translation>
    </message>
    <message>
        <source>Na het vergrendelen opent alleen je wachtwoordzin, dus die blijft. Je kunt hem wel wijzigen.</source>
        <translation>After locking only your passphrase opens, so it stays. You can change it, though.</translation>
    </message>
    <message>
        <source>Je komt er nog in met het blad in de kluis van je werkgever (Buurtzorg Jong voor het team). Je bestand is veilig. Vraag je werkgever om met dat blad te komen, en kies daarna een nieuwe wachtwoordzin.</source>
        <translation>You can still get in with the sheet in your employer’s safe (Buurtzorg Jong for the team). Your file is safe. Ask your employer to come with that sheet, and then choose a new passphrase.</translation>
    </message>
    <message>
        <source>Je komt er alleen nog in met de sleutelbos van deze computer. Je bestand is veilig. Sluit GPConnect, meld je aan bij deze computer zoals altijd en start het opnieuw; maak daarna meteen een nieuwe wachtwoordzin en een herstelblad.</source>
        <translation>You can only get in with this computer’s keychain. Your file is safe. Close GPConnect, sign in to this computer as always and start it again; then make a new passphrase and a recovery sheet at once.</translation>
    </message>
    <message>
        <source>Op deze computer is er geen manier meer om dit bestand te openen. Er is niets gewist. Zet een kopie terug waarvan je de wachtwoordzin of het herstelblad hebt; heb je die niet, laat je dan opnieuw toevoegen en haal op wat de server heeft.</source>
        <translation>On this computer there is no way left to open this file. Nothing was erased. Put back a copy of which you have the passphrase or the recovery sheet; if you have none, have yourself added again and fetch what the server has.</translation>
    </message>
    <message>
        <source>Je komt er nog in met je herstelblad, of met het blad in de kluis van je werkgever. Je bestand is veilig. Haal een van de twee en kies daarna een nieuwe wachtwoordzin.</source>
        <translation>You can still get in with your recovery sheet, or with the sheet in your employer’s safe. Your file is safe. Fetch one of the two and then choose a new passphrase.</translation>
    </message>
    <message>
        <source>Deze manier is er voor dit bestand niet meer. Je bestand is veilig; open het met je wachtwoordzin.</source>
        <translation>This way no longer exists for this file. Your file is safe; open it with your passphrase.</translation>
    </message>
    <message>
        <source>Je komt er nog in met je herstelblad. Je bestand is veilig. Haal het blad en kies daarna een nieuwe wachtwoordzin.</source>
        <translation>You can still get in with your recovery sheet. Your file is safe. Fetch the sheet and then choose a new passphrase.</translation>
    </message>
    <message>
        <source>In deze map staat geen profiel van GPConnect. Er is niets veranderd. Kies de map waarin records.db en slots.json staan.</source>
        <translation>There is no GPConnect profile in this folder. Nothing was changed. Choose the folder that holds records.db and slots.json.</translation>
    </message>
    <message>
        <source>Kies welke stap van de meldcode dit is. Wat je schreef staat er nog.</source>
        <translation>Choose which step of the reporting code this is. What you wrote is still there.</translation>
    </message>
    <message>
        <source>Een stap die nog komt, leg je vast als hij gezet is. Kies vandaag of een eerdere dag.</source>
        <translation>A step that is still to come is written down once it is taken. Choose today or an earlier day.</translation>
    </message>
    <message>
        <source>Er staat nog niet wat er is gedaan. Schrijf in een paar zinnen op wat je zag, hoorde of besprak.</source>
        <translation>It does not say yet what was done. Write in a few sentences what you saw, heard or discussed.</translation>
    </message>
    <message>
        <source>Kies met wie je hebt overlegd. Wat je schreef staat er nog.</source>
        <translation>Choose with whom you consulted. What you wrote is still there.</translation>
    </message>
    <message>
        <source>Beantwoord alle vijf de vragen van het afwegingskader; &apos;niet te zeggen&apos; is ook een antwoord.</source>
        <translation>Answer all five questions of the weighing; &apos;cannot be said&apos; is an answer too.</translation>
    </message>
    <message>
        <source>Kies wat je hebt besloten. Wat je schreef staat er nog.</source>
        <translation>Choose what you decided. What you wrote is still there.</translation>
    </message>
    <message>
        <source>De dag van melden hoort bij het besluit om te melden, en ligt niet in de toekomst. Kijk beide na; wat je schreef staat er nog.</source>
        <translation>The day of reporting goes with the decision to report, and is not in the future. Check both; what you wrote is still there.</translation>
    </message>
    <message>
        <source>Deze stap is al verbeterd, misschien door een collega. Er is niets kwijt: open de meldcode opnieuw en verbeter de nieuwste.</source>
        <translation>This step was corrected already, perhaps by a colleague. Nothing is lost: open the reporting code again and correct the newest.</translation>
    </message>
    <message>
        <source>De export is niet heel: er ontbreekt iets of er is iets veranderd. Er is niets uitgepakt en in de dossiers is niets veranderd. Maak of vraag een nieuwe export.</source>
        <translation>The export is not whole: something is missing or was changed. Nothing was unpacked and nothing in the dossiers changed. Make or ask for a new export.</translation>
    </message>
    <message>
        <source>In deze map staat al iets. Er is niets uitgepakt of overschreven. Kies een nieuwe of lege map.</source>
        <translation>There is something in this folder already. Nothing was unpacked or overwritten. Choose a new or empty folder.</translation>
    </message>
    <message>
        <source>Dit bestand is geen export van GPConnect. Er is niets uitgepakt. Kies het bestand dat op .export eindigt.</source>
        <translation>This file is not an export of GPConnect. Nothing was unpacked. Choose the file that ends in .export.</translation>
    </message>
    <message>
        <source>Er zijn geen dossiers om over te dragen. Er is geen bestand gemaakt.</source>
        <translation>There are no dossiers to hand over. No file was made.</translation>
    </message>
    <message>
        <source>Die dag ligt niet na de bewaartermijn van nu. Er is niets veranderd. Kies een latere dag.</source>
        <translation>That day is not after the present term. Nothing was changed. Choose a later day.</translation>
    </message>
    <message>
        <source>Er staat nog niet hoe het wel is. Er is niets veranderd. Schrijf de verbetering op.</source>
        <translation>It does not say yet what is right. Nothing was changed. Write down the correction.</translation>
    </message>
    <message>
        <source>Die dag moet nog komen. Wat je schreef staat er nog. Kies vandaag of een eerdere dag.</source>
        <translation>That day is still to come. What you wrote is still there. Choose today or an earlier day.</translation>
    </message>
    <message>
        <source>Een afschrift kan als .pdf of als .json. Er is niets gemaakt. Kies een naam die daarop eindigt.</source>
        <translation>A copy can be .pdf or .json. Nothing was made. Choose a name that ends in one of these.</translation>
    </message>
    <message>
        <source>Dat deel staat niet in deze notitie. Er is niets veranderd. Kies een ander deel.</source>
        <translation>That part is not in this note. Nothing was changed. Choose another part.</translation>
    </message>
    <message>
        <source>Deze persoon mag vandaag geen afschrift krijgen. Er is niets gemaakt. Lees bij Inzage wat de wet zegt en wat er nodig is.</source>
        <translation>This person may not get a copy today. Nothing was made. Read under Inspection what the law says and what is needed.</translation>
    </message>
    <message>
        <source>Op die grond houd je niets achter voor de jeugdige zelf, alleen voor ouders en andere vertegenwoordigers (Jeugdwet 7.3.15 lid 4). Er is niets veranderd. Kies privacy van een ander, of iemand anders.</source>
        <translation>On that ground nothing is kept from the young person, only from parents and other representatives (Youth Act 7.3.15(4)). Nothing was changed. Choose privacy of another, or somebody else.</translation>
    </message>
    <message>
        <source>Het afschrift kon daar niet worden bewaard. Het dossier is niet veranderd. Kies een andere plek.</source>
        <translation>The copy could not be saved there. The dossier was not changed. Choose another place.</translation>
    </message>
    <message>
        <source>Er is nog niet gekozen waar het om gaat. Er is niets veranderd. Kies eerst een onderdeel.</source>
        <translation>It was not chosen yet what it is about. Nothing was changed. First choose a part.</translation>
    </message>
    <message>
        <source>De verklaring is nog leeg. Er is niets veranderd. Neem over wat het gezin wil verklaren.</source>
        <translation>The statement is still empty. Nothing was changed. Copy what the family wants to state.</translation>
    </message>
    <message>
        <source>Die dag is al voorbij. Er is niets veranderd. Kies een latere dag, of laat hem leeg.</source>
        <translation>That day has passed. Nothing was changed. Choose a later day, or leave it empty.</translation>
    </message>
    <message>
        <source>Het bestand is zo beschadigd dat er niets meer uit te lezen is. Er is niets aan veranderd. Zet de nieuwste kopie terug; wat daarna gebeurde en al verstuurd was, komt vanzelf terug van de server.</source>
        <translation>The file is so damaged that nothing can be read from it any more. Nothing about it was changed. Put the newest copy back; what happened after it and had been sent comes back from the server by itself.</translation>
    </message>
    <message>
        <source>Dit profiel staat op een netwerkschijf. Daar kan het bestand stukgaan, dus GPConnect opent het niet. Er is niets veranderd. Kopieer de hele map naar deze computer en open die; je wachtwoordzin blijft dezelfde.</source>
        <translation>This profile is on a network drive. The file can break there, so GPConnect does not open it. Nothing was changed. Copy the whole folder to this computer and open that; your passphrase stays the same.</translation>
    </message>
    <message>
        <source>De schijf is vol, daarom kun je nu alleen lezen. Wat je eerder opsloeg is veilig en wat je typt blijft staan. Maak ruimte vrij en kies &apos;Opnieuw proberen&apos;.</source>
        <translation>The disk is full, so for now you can only read. What you saved before is safe and what you type stays. Free some room and choose &apos;Try again&apos;.</translation>
    </message>
    <message>
        <source>Een stukje van het bestand was niet te lezen. Er is niets veranderd. Probeer het nog eens; lukt het weer niet, laat het bestand dan nakijken bij Beheer. Daar zie je ook wat er terug kan komen.</source>
        <translation>A small part of the file could not be read. Nothing was changed. Try once more; if it fails again, have the file checked under Administration. There you also see what can come back.</translation>
    </message>
    <message>
        <source>Een code heeft {wanted} tekens; je typte er {typed}. Er is niets verstuurd. Kijk of je een groep oversloeg of dubbel typte.</source>
        <translation>A code has {wanted} characters; you typed {typed}. Nothing was sent. Check whether you skipped a group or typed one twice.</translation>
    </message>
    <message>
        <source>In groep {group} staat een teken dat niet in een code voorkomt. Er is niets verstuurd. Kijk die groep nog eens na.</source>
        <translation>Group {group} has a character that does not occur in a code. Nothing was sent. Check that group again.</translation>
    </message>
    <message>
        <source>Deze ruimte is er al. Er is niets veranderd; nodig er mensen voor uit.</source>
        <translation>This space is there already. Nothing has changed; invite people to it.</translation>
    </message>
    <message>
        <source>Kies waar deze persoon bij mag. Er is nog geen code gemaakt.</source>
        <translation>Choose where this person may come in. No code has been made yet.</translation>
    </message>
    <message>
        <source>Zeg bij welke praktijk deze persoon werkt. Staat de praktijk er nog niet bij, laat de coördinator hem dan eerst toevoegen. Er is nog geen code gemaakt.</source>
        <translation>Say at which practice this person works. If the practice is not there yet, let the coordinator add it first. No code has been made yet.</translation>
    </message>
    <message>
        <source>Vul een naam in. Zo weten collega&apos;s later wie dit is; er is nog niets gemaakt.</source>
        <translation>Fill in a name, so that colleagues know later who this is; nothing has been made yet.</translation>
    </message>
    <message>
        <source>Er staan al {most} codes open. Er is geen nieuwe gemaakt. Trek eerst codes in die niemand meer gebruikt.</source>
        <translation>There are {most} codes open already. No new one was made. First withdraw codes that nobody uses any more.</translation>
    </message>
    <message>
        <source>Er valt nog niets te vergelijken. Er is niemand toegelaten; wacht tot de cijfers verschijnen.</source>
        <translation>There is nothing to compare yet. Nobody was let in; wait until the digits appear.</translation>
    </message>
    <message>
        <source>Er is nog geen server, dus het blad zou geen adres noemen. De code blijft geldig. Stel eerst de server in en print dan.</source>
        <translation>There is no server yet, so the sheet would name no address. The code stays valid. Set the server first, then print.</translation>
    </message>
    <message>
        <source>Deze code is al gebruikt of verlopen. Er is niets geprint. Maak een nieuwe code.</source>
        <translation>This code has been used or has expired. Nothing was printed. Make a new code.</translation>
    </message>
    <message>
        <source>De code is ouder dan een dag en werkt niet meer. Er is niemand toegelaten. Maak een nieuwe code.</source>
        <translation>The code is more than a day old and does not work any more. Nobody was let in. Make a new code.</translation>
    </message>
    <message>
        <source>De cijfers waren niet gelijk. Er is niemand toegelaten en de code werkt niet meer. Maak een nieuwe, en geef die liefst zelf in handen.</source>
        <translation>The digits were not the same. Nobody was let in and the code does not work any more. Make a new one, and preferably hand it over yourself.</translation>
    </message>
    <message>
        <source>Je trok deze code in. Er is niemand toegelaten. Maak een nieuwe als het toch nodig is.</source>
        <translation>You withdrew this code. Nobody was let in. Make a new one if it is needed after all.</translation>
    </message>
    <message>
        <source>Er kwam een antwoord dat niet met deze code gemaakt is. Er is niemand toegelaten. Maak een nieuwe code, en meld het de beheerder van de server als het weer gebeurt.</source>
        <translation>An answer came that was not made with this code. Nobody was let in. Make a new code, and tell the administrator of the server if it happens again.</translation>
    </message>
    <message>
        <source>De code is gebruikt met het profiel van iemand anders dan je uitnodigde. Er is niemand toegelaten. Werkt die persoon al mee? Kies dan de naam uit de lijst bij het uitnodigen.</source>
        <translation>The code was used with the profile of somebody else than you invited. Nobody was let in. Does that person take part already? Then choose the name from the list when you invite.</translation>
    </message>
    <message>
        <source>Vul ook het adres van de server in; het staat bij de code. Er is nog niets verstuurd.</source>
        <translation>Fill in the address of the server too; it stands beside the code. Nothing has been sent yet.</translation>
    </message>
    <message>
        <source>Dit profiel hoort bij een andere server. Er is niets veranderd. Gebruik de code op de computer waar hij voor bedoeld is, of maak een nieuw profiel.</source>
        <translation>This profile belongs to another server. Nothing has changed. Use the code on the computer it is meant for, or make a new profile.</translation>
    </message>
    <message>
        <source>Je wordt net met een andere code toegelaten. Wacht tot dat klaar is en typ dan deze code.</source>
        <translation>You are being let in with another code right now. Wait until that is done and then type this code.</translation>
    </message>
    <message>
        <source>Zo ver is het nog niet. Alles wat er was is bewaard; wacht tot het scherm verdergaat.</source>
        <translation>It is not that far yet. Everything that was there is kept; wait until the screen goes on.</translation>
    </message>
    <message>
        <source>Dit profiel kent deze ruimte van een andere oprichter. Er is niets overgenomen. Bel wie je de code gaf en ga niet verder.</source>
        <translation>This profile knows this space from another founder. Nothing was taken over. Call whoever gave you the code and go no further.</translation>
    </message>
    <message>
        <source>Deze code is ingetrokken. Je profiel is bewaard; vraag om een nieuwe code.</source>
        <translation>This code was withdrawn. Your profile is kept; ask for a new code.</translation>
    </message>
    <message>
        <source>Deze code was een dag geldig en is verlopen. Je profiel is bewaard; vraag om een nieuwe code.</source>
        <translation>This code was good for a day and has expired. Your profile is kept; ask for a new code.</translation>
    </message>
    <message>
        <source>De ander brak het af: de cijfers leken niet gelijk, of er kwam iets tussen. Er is niets gedeeld. Vraag om een nieuwe code.</source>
        <translation>The other side broke it off: the digits did not seem the same, or something came in between. Nothing was shared. Ask for a new code.</translation>
    </message>
    <message>
        <source>Deze code is voor iemand anders of voor een andere rol dan dit profiel. Er is niets gedeeld. Vraag om een code op jouw naam.</source>
        <translation>This code is for somebody else or for another role than this profile. Nothing was shared. Ask for a code in your name.</translation>
    </message>
    <message>
        <source>Je zei dat de cijfers niet gelijk zijn. Er is niets gedeeld en deze code werkt niet meer. Vraag om een nieuwe, en laat hem liefst op papier geven.</source>
        <translation>You said that the digits are not the same. Nothing was shared and this code does not work any more. Ask for a new one, preferably on paper.</translation>
    </message>
    <message>
        <source>Met deze code is al een ander apparaat bezig. Er is niets gedeeld. Was jij dat niet? Bel dan wie je de code gaf, en vraag om een nieuwe.</source>
        <translation>Another device is busy with this code already. Nothing was shared. Was that not you? Then call whoever gave you the code, and ask for a new one.</translation>
    </message>
    <message>
        <source>Onderweg is iets veranderd, of iemand anders gebruikte deze code. Er is niets gedeeld. Vraag om een nieuwe code.</source>
        <translation>Something was changed on the way, or somebody else used this code. Nothing was shared. Ask for a new code.</translation>
    </message>
    <message>
        <source>Deze server is niet dezelfde als die van wie je uitnodigt. Er is niets gedeeld. Controleer het adres; klopt dat, bel dan de beheerder van de server.</source>
        <translation>This server is not the same as that of whoever invites you. Nothing was shared. Check the address; if it is right, call the administrator of the server.</translation>
    </message>
    <message>
        <source>Je kunt je eigen apparaat er niet uithalen. Er is niets veranderd. Laat een andere beheerder dat doen, zodat er altijd iemand overblijft die kan toelaten.</source>
        <translation>You cannot put out your own device. Nothing has changed. Let another administrator do it, so that somebody always remains who can let people in.</translation>
    </message>
    <message>
        <source>De server kent geen ruimte bij deze code. Er is niets veranderd. Is er later een nieuw blad gemaakt? Dan werkt alleen dat nog. Is dit blad net gemaakt? Zoek dan opnieuw zodra er op die computer ‘herstelblad ligt klaar’ staat.</source>
        <translation>The server knows no space with this code. Nothing has changed. Was a new sheet made later? Then only that one still works. Was this sheet made just now? Then search again once that computer says ‘recovery sheet is in place’.</translation>
    </message>
    <message>
        <source>De server nam het herstel niet aan ({reason}); er veranderde net iets in de ruimte. Er is niets kwijt. Zoek opnieuw en probeer het nog een keer.</source>
        <translation>The server did not take the restore ({reason}); something was just changing in the space. Nothing is lost. Search again and try once more.</translation>
    </message>
    <message>
        <source>Dit blad hoort bij een andere pilot, of je koos een ander dan van wie dit bestand is. Er is niets veranderd. Kies jezelf, of gebruik dit blad met een nieuw profiel.</source>
        <translation>This sheet belongs to another pilot, or you chose somebody else than this file is of. Nothing has changed. Choose yourself, or use this sheet with a new profile.</translation>
    </message>
    <message>
        <source>Kies eerst wie je bent in deze ruimte. Er is nog niets veranderd.</source>
        <translation>First choose who you are in this space. Nothing has changed yet.</translation>
    </message>
    <message>
        <source>Dit is geen agendabestand (iCalendar), of het is beschadigd. Er is niets overgenomen; haal het opnieuw op.</source>
        <translation>This is not a calendar file (iCalendar), or it is damaged. Nothing was taken over; fetch it again.</translation>
    </message>
    <message>
        <source>Dit bestand is groter dan {limit} MB. Er is niets overgenomen; kies een agenda met alleen de sluitingen.</source>
        <translation>This file is larger than {limit} MB. Nothing was taken over; choose a calendar with the closures only.</translation>
    </message>
    <message>
        <source>Dit bestand heeft meer dan {limit} sluitingen. Er is niets overgenomen; kies een agenda met alleen de sluitingen.</source>
        <translation>This file has more than {limit} closures. Nothing was taken over; choose a calendar with the closures only.</translation>
    </message>
    <message>
        <source>Dit bestand is niet te lezen. Er is niets overgenomen; kijk of het er nog staat en of je het mag openen.</source>
        <translation>This file cannot be read. Nothing was taken over; see whether it is still there and whether you may open it.</translation>
    </message>
    <message>
        <source>Het kaartje is er niet in deze taal. Er is niets geprint; kies een andere taal.</source>
        <translation>There is no card in this language. Nothing was printed; choose another language.</translation>
    </message>
    <message>
        <source>De laatste dag ligt voor de eerste. Er is niets gesloten; kijk de dagen na.</source>
        <translation>The last day lies before the first. Nothing was closed; check the days.</translation>
    </message>
    <message>
        <source>Zeg waarom de plek dicht is, bijvoorbeeld Kerstvakantie. Er is nog niets gesloten.</source>
        <translation>Say why the place is closed, for example Christmas holidays. Nothing was closed yet.</translation>
    </message>
    <message>
        <source>Dit is langer dan {limit} dagen. Er is niets gesloten; kijk het jaar na, of voer het in delen in.</source>
        <translation>This is longer than {limit} days. Nothing was closed; check the year, or enter it in parts.</translation>
    </message>
    <message>
        <source>De map voor de agendabestanden is er niet. In GPConnect klopt alles; sluit de schijf aan of kies een andere map bij Beheer.</source>
        <translation>The folder for the calendar files is not there. In GPConnect everything is right; connect the disk or choose another folder under Settings.</translation>
    </message>
    <message>
        <source>Dit is de map van GPConnect zelf, die kan een ander programma niet lezen. Er is niets veranderd; kies een andere map.</source>
        <translation>This is the folder of GPConnect itself, which no other program can read. Nothing has changed; choose another folder.</translation>
    </message>
    <message>
        <source>Op deze dag is de locatie gesloten ({why}). Er is niets geboekt of verzet; kies een andere dag.</source>
        <translation>The location is closed on this day ({why}). Nothing was booked or moved; choose another day.</translation>
    </message>
    <message>
        <source>In deze notitie staat de naam van een jeugdige die die dag komt. Er is nog niets bewaard, want iedereen die de dag opent leest dit, ook op papier. Haal de naam weg; wat bij één jeugdige hoort staat bij de afspraak zelf.</source>
        <translation>This note names a young person who comes that day. Nothing was saved yet, because everyone who opens the day reads it, on paper too. Take the name out; what is about one young person belongs with the appointment itself.</translation>
    </message>
    <message>
        <source>In deze reden staat de naam van een jeugdige die die dag komt. Er is nog niets afgezegd, want iedereen die de dag opent leest dit. Haal de naam weg en zeg het dagdeel dan af.</source>
        <translation>This reason holds the name of a young person who comes that day. Nothing has been called off yet, because everybody who opens the day reads this. Take the name out, then call the half-day off.</translation>
    </message>
    <message>
        <source>Wie overneemt, werkt niet op {site}. Er is niets vastgelegd; kies iemand anders, of niemand.</source>
        <translation>Whoever takes over does not work at {site}. Nothing was recorded; choose somebody else, or nobody.</translation>
    </message>
    <message>
        <source>Niemand vervangt zichzelf. Er is niets vastgelegd; kies iemand anders, of niemand.</source>
        <translation>Nobody stands in for themselves. Nothing was recorded; choose somebody else, or nobody.</translation>
    </message>
    <message>
        <source>De laatste dag ligt voor de eerste. Er is niets vastgelegd; kijk de dagen na.</source>
        <translation>The last day lies before the first. Nothing was recorded; check the days.</translation>
    </message>
    <message>
        <source>Deze dagen zijn voorbij. Er is niets veranderd: wie er toen zat, blijft staan. Kies een laatste dag vanaf vandaag.</source>
        <translation>These days are over. Nothing was changed: whoever sat there then still stands there. Choose a last day from today on.</translation>
    </message>
    <message>
        <source>Dit is langer dan {limit} dagen. Er is niets vastgelegd; kijk het jaar na, of leg het in delen vast.</source>
        <translation>This is longer than {limit} days. Nothing was recorded; check the year, or record it in parts.</translation>
    </message>
    <message>
        <source>Kies wie er niet is: een jeugdwerker van een van deze locaties. Er is niets vastgelegd.</source>
        <translation>Choose who is away: a youth worker of one of these sites. Nothing was recorded.</translation>
    </message>
    <message>
        <source>Dit dagdeel gaat niet door. Er is niets veranderd; laat het eerst weer doorgaan.</source>
        <translation>This half-day does not take place. Nothing was changed; let it take place again first.</translation>
    </message>
    <message>
        <source>Dit dagdeel is al afgesloten. Er is niets veranderd; heropen het eerst op Vandaag.</source>
        <translation>This half-day is closed already. Nothing was changed; reopen it on Today first.</translation>
    </message>
    <message>
        <source>Samen is dit meer dan {hours} uur op één dag. Er is niets veranderd; kies een andere dag of minder plekken.</source>
        <translation>Together this is more than {hours} hours on one day. Nothing was changed; choose another day or fewer slots.</translation>
    </message>
    <message>
        <source>Dit dagdeel begint pas op {day} om {start}. Het blijft open; sluit het af als het voorbij is.</source>
        <translation>This half-day only begins on {day} at {start}. It stays open; close it when it is over.</translation>
    </message>
    <message>
        <source>Dit dagdeel gaat gewoon door. Er is niets veranderd; iemand anders was je misschien voor.</source>
        <translation>This half-day takes place as planned. Nothing was changed; somebody else may have been first.</translation>
    </message>
    <message>
        <source>Deze dag is voorbij. Er is niets gepland; kies vandaag of een latere dag.</source>
        <translation>This day is over. Nothing was planned; choose today or a later day.</translation>
    </message>
    <message>
        <source>In deze kamer is dan al spreekuur, van {start} tot {end}. Er is niets veranderd; kies een andere.</source>
        <translation>This room has office hours then already, from {start} to {end}. Nothing was changed; choose another.</translation>
    </message>
    <message>
        <source>De locatie is dan dicht: {why}. Er is niets gepland; kies een andere dag, of plan het toch.</source>
        <translation>The site is closed then: {why}. Nothing was planned; choose another day, or plan it all the same.</translation>
    </message>
    <message>
        <source>Er is al iemand binnen, van {times}. Het dagdeel blijft staan; geef eerst dat bezoek een uitkomst.</source>
        <translation>Somebody is in the building already, of {times}. The half-day stays; give that visit an outcome first.</translation>
    </message>
    <message>
        <source>Nog zonder uitkomst: {times}. Het dagdeel blijft open; geef eerst deze afspraken een uitkomst.</source>
        <translation>Still without an outcome: {times}. The half-day stays open; give these appointments an outcome first.</translation>
    </message>
    <message>
        <source>Deze jeugdwerker zit dan al ergens, van {start} tot {end}. Er is niets veranderd; kies een andere tijd.</source>
        <translation>This youth worker sits somewhere then already, from {start} to {end}. Nothing was changed; choose another time.</translation>
    </message>
</context>
<context>
    <name>patients</name>
    <message>
        <source>Eerste gesprek</source>
        <translation>First conversation</translation>
    </message>
    <message>
        <source>Vervolggesprek</source>
        <translation>Follow-up talk</translation>
    </message>
    <message>
        <source>Advies</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Inloop</source>
        <translation>Walk-in</translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation>Question between colleagues</translation>
    </message>
    <message>
        <source>Driegesprek</source>
        <translation>Three-way talk</translation>
    </message>
    <message>
        <source>Gepland</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Aanwezig</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>In gesprek</source>
        <translation>In conversation</translation>
    </message>
    <message>
        <source>Geweest</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Niet gekomen</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>Afgezegd</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Alleen advies</source>
        <translation>Advice only</translation>
    </message>
    <message>
        <source>Kort zelf helpen</source>
        <translation>Short help ourselves</translation>
    </message>
    <message>
        <source>Overbruggen</source>
        <translation>Bridging</translation>
    </message>
    <message>
        <source>Ingevuld</source>
        <translation>Filled in</translation>
    </message>
    <message>
        <source>Op verzoek van jeugdige of ouders (Jeugdwet 7.3.9)</source>
        <translation>At the request of the young person or parents (Jeugdwet 7.3.9)</translation>
    </message>
    <message>
        <source>Recht op wissen (AVG artikel 17)</source>
        <translation>Right to erasure (GDPR article 17)</translation>
    </message>
    <message>
        <source>Bewaartermijn voorbij (Jeugdwet 7.3.8)</source>
        <translation>Time to keep it is over (Jeugdwet 7.3.8)</translation>
    </message>
    <message>
        <source>Geweigerd: een ander heeft er groot belang bij</source>
        <translation>Refused: somebody else has a considerable interest in it</translation>
    </message>
    <message>
        <source>Geweigerd: een wet laat het niet toe</source>
        <translation>Refused: a law does not allow it</translation>
    </message>
    <message>
        <source>Een ander heeft er groot belang bij dat het blijft (Jeugdwet 7.3.9 lid 2)</source>
        <translation>Somebody else has a considerable interest in its staying (Youth Act 7.3.9(2))</translation>
    </message>
    <message>
        <source>Een wet eist dat het blijft (Jeugdwet 7.3.9 lid 2)</source>
        <translation>A law requires that it stays (Youth Act 7.3.9(2))</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Doel</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Evaluatieformulier</source>
        <translation>Evaluation form</translation>
    </message>
    <message>
        <source>Eigen verklaring</source>
        <translation>Own statement</translation>
    </message>
    <message>
        <source>Ander stuk</source>
        <translation>Another record</translation>
    </message>
    <message>
        <source>de jeugdige</source>
        <translation>the young person</translation>
    </message>
    <message>
        <source>iemand die dat wettelijk mag</source>
        <translation>somebody who may by law</translation>
    </message>
    <message>
        <source>iemand uit het gezin</source>
        <translation>somebody of the family</translation>
    </message>
    <message>
        <source>Vernietigd</source>
        <translation>Destroyed</translation>
    </message>
    <message>
        <source>Wordt vernietigd</source>
        <translation>Being destroyed</translation>
    </message>
    <message>
        <source>Wacht tot {day}</source>
        <translation>Waits until {day}</translation>
    </message>
    <message>
        <source>Geblokkeerd</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>Teruggedraaid</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>Het hele dossier</source>
        <translation>The whole record</translation>
    </message>
    <message>
        <source>stuk uit het dossier</source>
        <translation>item of the record</translation>
    </message>
    <message>
        <source>stukken uit het dossier</source>
        <translation>items of the record</translation>
    </message>
    <message>
        <source>Gevraagd door {who} op {day}, opgeschreven door {by}.</source>
        <translation>Asked by {who} on {day}, written down by {by}.</translation>
    </message>
    <message>
        <source>Het is onderweg: zodra de server het heeft, verdwijnt alles op dit apparaat en bij de collega&apos;s.</source>
        <translation>It is under way: as soon as the server has it, everything goes from this device and from colleagues&apos;.</translation>
    </message>
    <message>
        <source>{who} wilde dit vernietigen, maar op {at} waren de zeven dagen volgens de server nog niet om. Dat telt niet: er is niets weg. Het kan vanaf {when}. Kijk of de klok van die computer goed staat.</source>
        <translation>{who} wanted to destroy this, but on {at} the seven days were not over by the server’s clock. That does not count: nothing is gone. It can be done from {when}. Check that the clock of that computer is right.</translation>
    </message>
    <message>
        <source>Het gaat om meer dan twintig stukken in een week: een collega vernietigt.</source>
        <translation>This is more than twenty records in a week: a colleague destroys it.</translation>
    </message>
    <message>
        <source>Nog vertellen aan het gezin</source>
        <translation>Still to tell the family</translation>
    </message>
    <message>
        <source>Het gezin weet het sinds {day}, van {who}</source>
        <translation>The family has known since {day}, from {who}</translation>
    </message>
    <message>
        <source>De zeven dagen beginnen zodra dit verzoek is verstuurd.</source>
        <translation>The seven days begin when this request has been sent.</translation>
    </message>
    <message>
        <source>Tot {when} kan iedereen in het team dit terugdraaien. Daarna mag het weg.</source>
        <translation>Until {when} anybody in the team can undo this. After that it may go.</translation>
    </message>
    <message>
        <source>De zeven dagen zijn om sinds {day}. Terugdraaien kan nog.</source>
        <translation>The seven days have been over since {day}. Undoing is still possible.</translation>
    </message>
    <message>
        <source>Een collega</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>Een apparaat dat hier niet meer staat</source>
        <translation>A device that is no longer listed here</translation>
    </message>
    <message>
        <source>dit apparaat</source>
        <translation>this device</translation>
    </message>
    <message>
        <source>gewist op {when}</source>
        <translation>erased on {when}</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>staat uit of synct niet sinds {when}</source>
        <translation>off or not syncing since {when}</translation>
    </message>
    <message>
        <source>heeft nog niet gesynct</source>
        <translation>has not synced yet</translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Verbeterd door {who}, {when}</source>
        <translation>Corrected by {who}, {when}</translation>
    </message>
    <message>
        <source>op verzoek van {name}</source>
        <translation>at the request of {name}</translation>
    </message>
    <message>
        <source>Reden: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Lezen</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>uit het andere dossier</source>
        <translation>from the other record</translation>
    </message>
    <message>
        <source>{name} is casusregisseur</source>
        <translation>{name} is case lead</translation>
    </message>
    <message>
        <source>eerst {name}</source>
        <translation>before: {name}</translation>
    </message>
    <message>
        <source>Nagekeken wie beslist, na de {age}e verjaardag</source>
        <translation>Looked at who decides, after birthday {age}</translation>
    </message>
    <message>
        <source>Verzoek om te wissen geweigerd</source>
        <translation>Request to erase refused</translation>
    </message>
    <message>
        <source>Aanvulling</source>
        <translation>Addition</translation>
    </message>
    <message>
        <source>Verbetering</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Toestemming voor hulp</source>
        <translation>Consent for support</translation>
    </message>
    <message>
        <source>Toestemming voor terugkoppeling</source>
        <translation>Consent for feedback to the GP</translation>
    </message>
    <message>
        <source>Toestemming om afspraken te delen</source>
        <translation>Consent to share appointments</translation>
    </message>
    <message>
        <source>een ouder aan de balie</source>
        <translation>a parent at the desk</translation>
    </message>
    <message>
        <source>Toestemming om te delen</source>
        <translation>Consent to share</translation>
    </message>
    <message>
        <source>Geen hulp meer nodig</source>
        <translation>No more help needed</translation>
    </message>
    <message>
        <source>Volgens plan</source>
        <translation>As planned</translation>
    </message>
    <message>
        <source>Eerder, samen besloten</source>
        <translation>Earlier, decided together</translation>
    </message>
    <message>
        <source>Eerder, het gezin stopt of blijft weg</source>
        <translation>Earlier, the family stops or stays away</translation>
    </message>
    <message>
        <source>Eerder, wij stoppen</source>
        <translation>Earlier, we stop</translation>
    </message>
    <message>
        <source>Eerder, door iets van buiten zoals een verhuizing</source>
        <translation>Earlier, because of something outside such as a move</translation>
    </message>
    <message>
        <source>Gevraagd</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>Aangenomen</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Andere datum gevraagd</source>
        <translation>Another date requested</translation>
    </message>
    <message>
        <source>Niet aangenomen</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>Loopt</source>
        <translation>Ongoing</translation>
    </message>
    <message>
        <source>Afgerond</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Gestopt</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Akkoord</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Zegt nee</source>
        <translation>Says no</translation>
    </message>
    <message>
        <source>Ingetrokken</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>mondeling</source>
        <translation>verbally</translation>
    </message>
    <message>
        <source>schriftelijk</source>
        <translation>in writing</translation>
    </message>
    <message>
        <source>Nog te sturen</source>
        <translation>Still to send</translation>
    </message>
    <message>
        <source>Te laat</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Verstuurd</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Gelezen</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Niet verteld</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>Terugkoppeling bij de start</source>
        <translation>Feedback at the start</translation>
    </message>
    <message>
        <source>Terugkoppeling over het verloop</source>
        <translation>Feedback on progress</translation>
    </message>
    <message>
        <source>Terugkoppeling bij het einde</source>
        <translation>Feedback at the end</translation>
    </message>
    <message>
        <source>Terugkoppeling over een verandering</source>
        <translation>Feedback about a change</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Ouder</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation>GP</translation>
    </message>
    <message>
        <source>Jeugdwerker</source>
        <translation>Youth worker</translation>
    </message>
    <message>
        <source>Vragenlijst bij de start</source>
        <translation>Questionnaire at the start</translation>
    </message>
    <message>
        <source>Vragenlijst bij het einde</source>
        <translation>Questionnaire at the end</translation>
    </message>
    <message>
        <source>Vragenlijst achteraf</source>
        <translation>Questionnaire afterwards</translation>
    </message>
    <message>
        <source>ouder</source>
        <translation>parent</translation>
    </message>
    <message>
        <source>stiefouder</source>
        <translation>step-parent</translation>
    </message>
    <message>
        <source>pleegouder</source>
        <translation>foster parent</translation>
    </message>
    <message>
        <source>voogd</source>
        <translation>guardian</translation>
    </message>
    <message>
        <source>grootouder</source>
        <translation>grandparent</translation>
    </message>
    <message>
        <source>broer of zus</source>
        <translation>brother or sister</translation>
    </message>
    <message>
        <source>school</source>
        <translation>school</translation>
    </message>
    <message>
        <source>anders</source>
        <translation>other</translation>
    </message>
    <message>
        <source>Nog niet nagekeken</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>Geen gezag</source>
        <translation>No parental authority</translation>
    </message>
    <message>
        <source>Gezag van rechtswege</source>
        <translation>Parental authority by law</translation>
    </message>
    <message>
        <source>Gezag door aantekening in het gezagsregister</source>
        <translation>Parental authority by entry in the authority register</translation>
    </message>
    <message>
        <source>Gezag door de rechter</source>
        <translation>Parental authority by court order</translation>
    </message>
    <message>
        <source>Voogdij</source>
        <translation>Guardianship</translation>
    </message>
    <message>
        <source>Nog niet gecontroleerd</source>
        <translation>Not verified yet</translation>
    </message>
    <message>
        <source>Gezagsregister ingezien</source>
        <translation>Authority register consulted</translation>
    </message>
    <message>
        <source>Document gezien</source>
        <translation>Document seen</translation>
    </message>
    <message>
        <source>Alleen verteld, niet gecontroleerd</source>
        <translation>Only told, not verified</translation>
    </message>
    <message>
        <source>Nog niet gevraagd</source>
        <translation>Not asked yet</translation>
    </message>
    <message>
        <source>Verteld, nog niet gecontroleerd</source>
        <translation>Told, not checked yet</translation>
    </message>
    <message>
        <source>Gecontroleerd</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Er is geen nummer</source>
        <translation>There is no number</translation>
    </message>
    <message>
        <source>Het gezin geeft het niet</source>
        <translation>The family does not give it</translation>
    </message>
    <message>
        <source>niet gecontroleerd</source>
        <translation>not checked</translation>
    </message>
    <message>
        <source>identiteitsbewijs gezien</source>
        <translation>identity document seen</translation>
    </message>
    <message>
        <source>opgezocht in de basisregistratie</source>
        <translation>looked up in the population register</translation>
    </message>
    <message>
        <source>Intrekken stopt de hulp van het team.</source>
        <translation>Withdrawing stops the team&apos;s help.</translation>
    </message>
    <message>
        <source>Intrekken stopt het delen van nieuwe afspraken.</source>
        <translation>Withdrawing stops the sharing of new appointments.</translation>
    </message>
    <message>
        <source>Intrekken stopt nieuwe terugkoppeling aan de praktijk.</source>
        <translation>Withdrawing stops new feedback to the practice.</translation>
    </message>
    <message>
        <source>Intrekken stopt alles wat nog niet is verstuurd.</source>
        <translation>Withdrawing stops everything not yet sent.</translation>
    </message>
    <message>
        <source>Ingetrokken. De hulp van het team stopt nu.</source>
        <translation>Withdrawn. The team&apos;s help stops now.</translation>
    </message>
    <message>
        <source>Ingetrokken. Nieuwe afspraken worden niet meer gedeeld.</source>
        <translation>Withdrawn. New appointments are no longer shared.</translation>
    </message>
    <message>
        <source>Ingetrokken. Er gaat geen terugkoppeling meer naar de praktijk.</source>
        <translation>Withdrawn. No more feedback goes to the practice.</translation>
    </message>
    <message>
        <source>Ingetrokken. Wat nog niet was verstuurd, blijft hier.</source>
        <translation>Withdrawn. What had not been sent yet stays here.</translation>
    </message>
    <message>
        <source>Nog vragen</source>
        <translation>Still to ask</translation>
    </message>
    <message>
        <source>Geweigerd</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Verlopen</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>jeugdwerker</source>
        <translation>youth worker</translation>
    </message>
    <message>
        <source>huisarts</source>
        <translation>GP</translation>
    </message>
    <message>
        <source>praktijkassistent</source>
        <translation>practice assistant</translation>
    </message>
    <message>
        <source>coördinator</source>
        <translation>coordinator</translation>
    </message>
    <message>
        <source>Hulp door {recipient}</source>
        <translation>Support from {recipient}</translation>
    </message>
    <message>
        <source>Terugkoppeling aan {recipient}</source>
        <translation>Feedback to {recipient}</translation>
    </message>
    <message>
        <source>Afspraken bij {recipient} delen met het team</source>
        <translation>Share appointments at {recipient} with the team</translation>
    </message>
    <message>
        <source>Delen met {recipient}</source>
        <translation>Share with {recipient}</translation>
    </message>
    <message>
        <source>Jeugdwet {articles}</source>
        <translation>Youth Act (Jeugdwet) {articles}</translation>
    </message>
    <message>
        <source>Reden zonder de ouders: {why}</source>
        <translation>Reason for going ahead without the parents: {why}</translation>
    </message>
    <message>
        <source>Of deze ouder gezag heeft, is aan de balie niet nagekeken.</source>
        <translation>Whether this parent has parental authority was not checked at the desk.</translation>
    </message>
    <message>
        <source>Ouder aan de balie</source>
        <translation>Parent at the desk</translation>
    </message>
    <message>
        <source>Ouder met gezag</source>
        <translation>Parent with parental authority</translation>
    </message>
    <message>
        <source>nog niet gevraagd</source>
        <translation>not asked yet</translation>
    </message>
    <message>
        <source>{said}, tot en met {day}</source>
        <translation>{said}, until {day} inclusive</translation>
    </message>
    <message>
        <source>{name} wordt vertegenwoordigd; de vertegenwoordiger beslist.</source>
        <translation>{name} is represented; the representative decides.</translation>
    </message>
    <message>
        <source>{name} is {age}: alle ouders met gezag beslissen of {recipient} iets mag weten.</source>
        <translation>{name} is {age}: all parents with parental authority decide whether {recipient} may know anything.</translation>
    </message>
    <message>
        <source>{name} is {age} en beslist zelf of {recipient} iets mag weten.</source>
        <translation>{name} is {age} and decides personally whether {recipient} may know anything.</translation>
    </message>
    <message>
        <source>{name} ({age}) krijgt hulp zonder toestemming van de ouders.</source>
        <translation>{name} ({age}) is getting support without the parents&apos; consent.</translation>
    </message>
    <message>
        <source>{name} is {age}: voor hulp moeten {name} zelf en alle ouders met gezag akkoord zijn.</source>
        <translation>{name} is {age}: for support, {name} and all parents with parental authority must agree.</translation>
    </message>
    <message>
        <source>{name} is {age}: alle ouders met gezag beslissen over hulp.</source>
        <translation>{name} is {age}: all parents with parental authority decide about support.</translation>
    </message>
    <message>
        <source>{name} is {age} en beslist zelf over hulp.</source>
        <translation>{name} is {age} and decides personally about support.</translation>
    </message>
    <message>
        <source>Heeft nog een ouder gezag? Zet die hieronder erbij, ook als die geen gezag heeft (BW 1:251).</source>
        <translation>Does another parent hold authority? Add them below, also when they hold none (BW 1:251).</translation>
    </message>
    <message>
        <source>Wie gezag heeft is nog niet vastgelegd; vul dat hieronder in.</source>
        <translation>Who has parental authority has not been recorded yet; fill it in below.</translation>
    </message>
    <message>
        <source>Kijk eerst na of {name} gezag heeft.</source>
        <translation>First check whether {name} has parental authority.</translation>
    </message>
    <message>
        <source>{name} nog vragen.</source>
        <translation>{name} still to be asked.</translation>
    </message>
    <message>
        <source>Het akkoord van {name} is verlopen; vraag het opnieuw.</source>
        <translation>The consent from {name} has expired; ask again.</translation>
    </message>
    <message>
        <source>{name} was toen nog geen 12; vraag het opnieuw.</source>
        <translation>{name} was not yet 12 at the time; ask again.</translation>
    </message>
    <message>
        <source>{name} zei ja, maar het gezag is nog niet nagekeken.</source>
        <translation>{name} said yes, but parental authority has not been checked yet.</translation>
    </message>
    <message>
        <source> en </source>
        <translation> and </translation>
    </message>
    <message>
        <source>{child} is 12 of ouder en beslist zelf: {child} krijgt een afschrift.</source>
        <translation>{child} is 12 or older and decides: {child} gets a copy.</translation>
    </message>
    <message>
        <source>{child} is jonger dan 12. {name} heeft gezag en krijgt een afschrift.</source>
        <translation>{child} is younger than 12. {name} has parental authority and gets a copy.</translation>
    </message>
    <message>
        <source>{child} kan dit nu niet zelf overzien. {name} vertegenwoordigt {child} en krijgt een afschrift.</source>
        <translation>{child} cannot weigh this now. {name} represents {child} and gets a copy.</translation>
    </message>
    <message>
        <source>{child} vindt goed dat {name} een afschrift krijgt.</source>
        <translation>{child} agrees that {name} gets a copy.</translation>
    </message>
    <message>
        <source>{child} is jonger dan 12: het afschrift is voor een ouder met gezag of de voogd. Samen lezen mag altijd.</source>
        <translation>{child} is younger than 12: the copy is for a parent with authority or the guardian. Reading together is always allowed.</translation>
    </message>
    <message>
        <source>{child} kan dit nu niet zelf overzien: het afschrift is voor wie {child} vertegenwoordigt.</source>
        <translation>{child} cannot weigh this now: the copy is for whoever represents {child}.</translation>
    </message>
    <message>
        <source>{child} is 12 of ouder: {name} krijgt alleen een afschrift als {child} dat goedvindt.</source>
        <translation>{child} is 12 or older: {name} only gets a copy if {child} agrees.</translation>
    </message>
    <message>
        <source>Kijk eerst in het gezagsregister of {name} gezag heeft. Leg dat vast bij Mensen eromheen en gezag.</source>
        <translation>First look in the register of parental authority whether {name} has authority. Record that under People around and authority.</translation>
    </message>
    <message>
        <source>{name} heeft geen gezag en krijgt geen afschrift. Een ouder zonder gezag kan wel de hoofdzaken vragen (BW 1:377c).</source>
        <translation>{name} has no parental authority and gets no copy. A parent without authority can ask for the main facts (Civil Code 1:377c).</translation>
    </message>
    <message>
        <source>Privacy van een ander (7.3.10)</source>
        <translation>Privacy of another (7.3.10)</translation>
    </message>
    <message>
        <source>Gevaar of schade (7.3.15 lid 4)</source>
        <translation>Danger or harm (7.3.15(4))</translation>
    </message>
    <message>
        <source>Toestemming</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Traject</source>
        <translation>Episode</translation>
    </message>
    <message>
        <source>Gesprek</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>Vragenlijst</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>Stap van de meldcode</source>
        <translation>Step of the reporting code</translation>
    </message>
    <message>
        <source>Verteld aan de huisarts</source>
        <translation>Told to the GP</translation>
    </message>
    <message>
        <source>Gegeven</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Iets dat hier nog niet binnen is</source>
        <translation>Something that has not arrived here yet</translation>
    </message>
    <message>
        <source>1. Signalen in kaart</source>
        <translation>1. Map the signals</translation>
    </message>
    <message>
        <source>2. Overleg met een collega of Veilig Thuis</source>
        <translation>2. Consult a colleague or Veilig Thuis</translation>
    </message>
    <message>
        <source>3. Gesprek met wie het aangaat</source>
        <translation>3. Talk with those involved</translation>
    </message>
    <message>
        <source>4. Wegen</source>
        <translation>4. Weigh</translation>
    </message>
    <message>
        <source>5. Beslissen</source>
        <translation>5. Decide</translation>
    </message>
    <message>
        <source>Deskundige collega</source>
        <translation>Expert colleague</translation>
    </message>
    <message>
        <source>Veilig Thuis</source>
        <translation>Veilig Thuis</translation>
    </message>
    <message>
        <source>Vertrouwensarts</source>
        <translation>Confidential doctor</translation>
    </message>
    <message>
        <source>Iemand anders</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Is er een vermoeden van (dreigend) geweld thuis of mishandeling?</source>
        <translation>Is there a suspicion of (threatening) violence at home or abuse?</translation>
    </message>
    <message>
        <source>Is er acute of structurele onveiligheid?</source>
        <translation>Is there acute or structural danger?</translation>
    </message>
    <message>
        <source>Kan ik effectieve hulp bieden of organiseren?</source>
        <translation>Can I give or organise help that works?</translation>
    </message>
    <message>
        <source>Aanvaarden de betrokkenen die hulp, en zetten zij zich ervoor in?</source>
        <translation>Do those involved accept that help, and work at it?</translation>
    </message>
    <message>
        <source>Leidt die hulp op tijd tot duurzame veiligheid?</source>
        <translation>Does that help bring lasting safety in time?</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Niet te zeggen</source>
        <translation>Cannot be said</translation>
    </message>
    <message>
        <source>Hulp organiseren</source>
        <translation>Organise help</translation>
    </message>
    <message>
        <source>Melden bij Veilig Thuis</source>
        <translation>Report to Veilig Thuis</translation>
    </message>
    <message>
        <source>Melden, en hulp organiseren</source>
        <translation>Report, and organise help</translation>
    </message>
    <message>
        <source>Geen van beide: het vermoeden is weg</source>
        <translation>Neither: the suspicion is gone</translation>
    </message>
</context>
<context>
    <name>sharing</name>
    <message>
        <source>Afspraak</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Gegevens van een jeugdige</source>
        <translation>A child&apos;s details</translation>
    </message>
    <message>
        <source>Traject</source>
        <translation>Course of help</translation>
    </message>
    <message>
        <source>Gesprek</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>Doel</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Overdracht van de leiding</source>
        <translation>Change of case lead</translation>
    </message>
    <message>
        <source>Nagekeken wie beslist</source>
        <translation>Looked at who decides</translation>
    </message>
    <message>
        <source>Vertrouwelijk deel van een dossier</source>
        <translation>Confidential part of a dossier</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Iemand om de jeugdige heen</source>
        <translation>Someone around the child</translation>
    </message>
    <message>
        <source>Notitie</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Aanvulling op een notitie</source>
        <translation>Addition to a note</translation>
    </message>
    <message>
        <source>Toestemming</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Terugkoppeling</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Evaluatieformulier</source>
        <translation>Evaluation form</translation>
    </message>
    <message>
        <source>Plek in het spreekuur</source>
        <translation>Slot in office hours</translation>
    </message>
    <message>
        <source>Dagdeel</source>
        <translation>Half-day</translation>
    </message>
    <message>
        <source>Wachtlijst</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>Reeks dagdelen</source>
        <translation>Series of half-days</translation>
    </message>
    <message>
        <source>Gesloten dagen</source>
        <translation>Closed days</translation>
    </message>
    <message>
        <source>Afwezigheid</source>
        <translation>Absence</translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Plek met een spreekuur</source>
        <translation>Place with office hours</translation>
    </message>
    <message>
        <source>Collega</source>
        <translation>Colleague</translation>
    </message>
    <message>
        <source>Cijfer voor de pilot</source>
        <translation>Figure for the pilot</translation>
    </message>
    <message>
        <source>Verzoek om te wissen</source>
        <translation>Request to erase</translation>
    </message>
    <message>
        <source>Waarom niet wordt gewist</source>
        <translation>Why it is not erased</translation>
    </message>
    <message>
        <source>Vastgesteld verslag</source>
        <translation>Adopted report</translation>
    </message>
    <message>
        <source>Iemand toelaten</source>
        <translation>Letting somebody in</translation>
    </message>
    <message>
        <source>Een apparaat eruit halen</source>
        <translation>Taking a device out</translation>
    </message>
    <message>
        <source>Een nieuw herstelblad</source>
        <translation>A new recovery sheet</translation>
    </message>
    <message>
        <source>Een wijziging</source>
        <translation>A change</translation>
    </message>
    <message>
        <source>Voornaam</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Tussenvoegsel</source>
        <translation>Surname prefix</translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Geboren</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Geslacht</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Veilig bereiken</source>
        <translation>Safe contact</translation>
    </message>
    <message>
        <source>Adres</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Adres geheim</source>
        <translation>Address confidential</translation>
    </message>
    <message>
        <source>School</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation>GP</translation>
    </message>
    <message>
        <source>Burgerservicenummer</source>
        <translation>Citizen service number (BSN)</translation>
    </message>
    <message>
        <source>Tolk</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Toegankelijkheid</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Bezwaar tegen meetellen</source>
        <translation>Objection to being counted</translation>
    </message>
    <message>
        <source>Gearchiveerd</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Relatie</source>
        <translation>Relationship</translation>
    </message>
    <message>
        <source>Woont bij de jeugdige</source>
        <translation>Lives with the child</translation>
    </message>
    <message>
        <source>Gezag</source>
        <translation>Parental authority</translation>
    </message>
    <message>
        <source>Hoe nagekeken</source>
        <translation>How verified</translation>
    </message>
    <message>
        <source>Wie we bellen</source>
        <translation>Who we call</translation>
    </message>
    <message>
        <source>Helpt bij</source>
        <translation>Helps with</translation>
    </message>
    <message>
        <source>Vanaf (jaar)</source>
        <translation>From (years)</translation>
    </message>
    <message>
        <source>Tot en met (jaar)</source>
        <translation>Up to (years)</translation>
    </message>
    <message>
        <source>Werkgebied</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Inloop</source>
        <translation>Walk-in</translation>
    </message>
    <message>
        <source>Toegang</source>
        <translation>Way in</translation>
    </message>
    <message>
        <source>Wachttijd (weken)</source>
        <translation>Waiting time (weeks)</translation>
    </message>
    <message>
        <source>Wachttijd gevraagd op</source>
        <translation>Waiting time asked on</translation>
    </message>
    <message>
        <source>Hoe gevraagd</source>
        <translation>How asked</translation>
    </message>
    <message>
        <source>Contactpersoon</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Veilige mail</source>
        <translation>Secure mail</translation>
    </message>
    <message>
        <source>AGB-code</source>
        <translation>AGB code</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Mag de jeugdwerker zien</source>
        <translation>The youth worker may see it</translation>
    </message>
    <message>
        <source>Gezag nagekeken op</source>
        <translation>Parental authority checked on</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Eerste dag</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Laatste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Begint om</source>
        <translation>Starts at</translation>
    </message>
    <message>
        <source>Eindigt om</source>
        <translation>Ends at</translation>
    </message>
    <message>
        <source>Kamer</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Opmerking voor de dag</source>
        <translation>Note for the day</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Waarom het niet doorgaat</source>
        <translation>Why it does not take place</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Van de lijst op</source>
        <translation>Off the list on</translation>
    </message>
    <message>
        <source>Waarom van de lijst</source>
        <translation>Why off the list</translation>
    </message>
    <message>
        <source>Waarom eerst</source>
        <translation>Why first</translation>
    </message>
    <message>
        <source>Stand van het nummer</source>
        <translation>State of the number</translation>
    </message>
    <message>
        <source>Nummer gecontroleerd op</source>
        <translation>Number checked on</translation>
    </message>
    <message>
        <source>Waarmee gecontroleerd</source>
        <translation>Checked against</translation>
    </message>
    <message>
        <source>Casusregisseur</source>
        <translation>Case lead</translation>
    </message>
    <message>
        <source>Wie er zit</source>
        <translation>Who sits there</translation>
    </message>
    <message>
        <source>Gevraagd op</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <source>Hulpvraag</source>
        <translation>Request for help</translation>
    </message>
    <message>
        <source>Gaat over</source>
        <translation>Is about</translation>
    </message>
    <message>
        <source>Eerste hulp op</source>
        <translation>First help on</translation>
    </message>
    <message>
        <source>Hoe het eindigde</source>
        <translation>How it ended</translation>
    </message>
    <message>
        <source>Verder bij</source>
        <translation>Goes on with</translation>
    </message>
    <message>
        <source>Nazorg op</source>
        <translation>Aftercare on</translation>
    </message>
    <message>
        <source>Nazorg gedaan op</source>
        <translation>Aftercare given on</translation>
    </message>
    <message>
        <source>Opnieuw hulp nodig</source>
        <translation>Needs help again</translation>
    </message>
    <message>
        <source>Uitkomst</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Soort gesprek</source>
        <translation>Kind of talk</translation>
    </message>
    <message>
        <source>Huisarts erbij</source>
        <translation>GP present</translation>
    </message>
    <message>
        <source>In eigen woorden</source>
        <translation>In own words</translation>
    </message>
    <message>
        <source>Treden</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Score bij de start</source>
        <translation>Score at the start</translation>
    </message>
    <message>
        <source>Score nu</source>
        <translation>Score now</translation>
    </message>
    <message>
        <source>Afgesloten op</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>afgesloten</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>gaat niet door</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>Iemand anders was eerder; wat die deed telt.</source>
        <translation>Someone else was earlier; what they did counts.</translation>
    </message>
    <message>
        <source>Dit kon niet meer zoals het er toen voor stond.</source>
        <translation>This was no longer possible as things stood then.</translation>
    </message>
    <message>
        <source>Waar dit bij hoort, is er niet.</source>
        <translation>What this belongs to is not there.</translation>
    </message>
    <message>
        <source>Dit bestond al.</source>
        <translation>This already existed.</translation>
    </message>
    <message>
        <source>Er staat al een getekende versie; die blijft gelden.</source>
        <translation>There is already a signed version; that one stands.</translation>
    </message>
    <message>
        <source>De toestemming was intussen ingetrokken; dat telt. Vraag het zo nodig opnieuw.</source>
        <translation>Consent had been withdrawn meanwhile; that counts. Ask again if need be.</translation>
    </message>
    <message>
        <source>Niet verstuurd: de toestemming is ingetrokken of geweigerd. De praktijk heeft dit niet gekregen.</source>
        <translation>Not sent: consent was withdrawn or refused. The practice did not receive this.</translation>
    </message>
    <message>
        <source>Verstuurd terwijl de toestemming al was ingetrokken. Bel de ontvanger en leg het vast.</source>
        <translation>Sent while consent had already been withdrawn. Call the receiver and write it down.</translation>
    </message>
    <message>
        <source>Een collega opende dit dossier net eerder en heeft de leiding. Jullie werken in hetzelfde dossier.</source>
        <translation>A colleague opened this dossier just before and leads it. You work in the same dossier.</translation>
    </message>
    <message>
        <source>Dit wordt niet meer verstuurd: de pilot is hier afgelopen. Het staat wel in je eigen bestand.</source>
        <translation>This will not be sent any more: the pilot has ended here. It is in your own file.</translation>
    </message>
    <message>
        <source>Wie dit deed, mag dit niet in deze ruimte.</source>
        <translation>Whoever did this may not do it in this space.</translation>
    </message>
    <message>
        <source>Gemaakt met een nieuwere versie; werk GPConnect bij.</source>
        <translation>Made with a newer version; update GPConnect.</translation>
    </message>
    <message>
        <source>Hierin staat iets wat geen programma kan lezen; het telt niet mee. Bel wie dit deed.</source>
        <translation>This holds something that no program can read; it does not count. Call whoever did this.</translation>
    </message>
    <message>
        <source>Hetzelfde kwam twee keer met andere inhoud. Meld dit.</source>
        <translation>The same thing arrived twice with different content. Report this.</translation>
    </message>
    <message>
        <source>De sleutel die hiermee werd uitgedeeld opent op dit apparaat niets. Wat je in deze ruimte doet wacht veilig. Vraag een andere beheerder om een nieuw herstelblad te maken: dan krijgt iedereen een nieuwe sleutel.</source>
        <translation>The key that was handed out with this opens nothing on this device. What you do in this space waits safely. Ask another administrator to make a new recovery sheet: then everybody gets a new key.</translation>
    </message>
    <message>
        <source>Wie na deze sleutel in de ruimte komt, kan niet lezen wat er eerder stond. Wie er al was, leest alles nog. Bel wie dit deed.</source>
        <translation>Who comes into the space after this key cannot read what was there before. Who was there already still reads everything. Call who did this.</translation>
    </message>
    <message>
        <source>Dit apparaat beheert deze ruimte niet meer.</source>
        <translation>This device administers this space no longer.</translation>
    </message>
    <message>
        <source>Iemand met deze rol hoort niet in deze ruimte.</source>
        <translation>Somebody in this role does not belong in this space.</translation>
    </message>
    <message>
        <source>Het andere apparaat gaf een sleutel die niets opent.</source>
        <translation>The other device gave a key that opens nothing.</translation>
    </message>
    <message>
        <source>De server nam dit niet aan ({code}).</source>
        <translation>The server did not take this ({code}).</translation>
    </message>
    <message>
        <source>Een collega werkt met een nieuwere versie. Werk GPConnect bij, dan komt het vanzelf binnen.</source>
        <translation>A colleague works with a newer version. Update GPConnect and it comes in by itself.</translation>
    </message>
    <message>
        <source>De sleutel van dit dossier is nog onderweg; het gaat vanzelf open zodra die er is.</source>
        <translation>The key of this dossier is still on its way; it opens by itself once it is here.</translation>
    </message>
    <message>
        <source>De sleutel van deze ruimte is nog onderweg. Duurt het langer dan een dag, meld het de beheerder.</source>
        <translation>The key of this space is still on its way. If it takes longer than a day, tell the administrator.</translation>
    </message>
    <message>
        <source>Dit telt niet mee ({code}). Het staat nog wel in het logboek.</source>
        <translation>This does not count ({code}). It is still in the log.</translation>
    </message>
    <message>
        <source>Er is niets weg: wat gedaan is staat nog op dit apparaat.</source>
        <translation>Nothing is lost: what was done is still on this device.</translation>
    </message>
    <message>
        <source>Het is bewaard; er gaat niets verloren.</source>
        <translation>It is kept; nothing gets lost.</translation>
    </message>
    <message>
        <source>Er is niets van overgenomen en je eigen werk is veilig. Meld de code hierachter aan de beheerder.</source>
        <translation>Nothing of it was taken over and your own work is safe. Report the code behind this to the administrator.</translation>
    </message>
    <message>
        <source>Kijk hoe het er nu voor staat en doe het zo nodig opnieuw.</source>
        <translation>See how it stands now and do it again if need be.</translation>
    </message>
    <message>
        <source>Je hoeft niets te doen.</source>
        <translation>There is nothing you need to do.</translation>
    </message>
    <message>
        <source>Synchroniseer; komt het dan niet binnen, bel dan wie dit deed.</source>
        <translation>Sync; if it does not come in then, call who did this.</translation>
    </message>
    <message>
        <source>Schrijf zo nodig een aanvulling bij de getekende versie.</source>
        <translation>If need be, write an addendum to the signed version.</translation>
    </message>
    <message>
        <source>Vraag een beheerder van de ruimte of deze rol nog klopt.</source>
        <translation>Ask an admin of the space whether this role is still right.</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nee</source>
        <translation>no</translation>
    </message>
    <message>
        <source>leeg</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>geheim, kijk in het dossier</source>
        <translation>secret, look in the dossier</translation>
    </message>
    <message>
        <source>Instelling van het dossier</source>
        <translation>Record setting</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Nieuwe afspraak</source>
        <translation>New appointment</translation>
    </message>
    <message>
        <source>Inloop: jeugdige zonder afspraak</source>
        <translation>Walk-in: child without an appointment</translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Notitie ondertekenen</source>
        <translation>Sign the note</translation>
    </message>
    <message>
        <source>In een notitie: dit gaat over een ander</source>
        <translation>In a note: this is about another</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Wisselen van profiel</source>
        <translation>Switch profile</translation>
    </message>
    <message>
        <source>Naar de melding, bijvoorbeeld om ongedaan te maken</source>
        <translation>To the notification, for example to undo</translation>
    </message>
    <message>
        <source>Deze lijst</source>
        <translation>This list</translation>
    </message>
    <message>
        <source>Naar het eerste, tweede, … onderdeel</source>
        <translation>To the first, second, … section</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>Eerste keer ophalen staat stil</source>
        <translation>The first sync is paused</translation>
    </message>
    <message>
        <source>Eerste keer ophalen</source>
        <translation>First sync</translation>
    </message>
    <message>
        <source>Eerste keer ophalen: {done} van {total}</source>
        <translation>First sync: {done} of {total}</translation>
    </message>
    <message>
        <source>Dit apparaat is eruit gezet</source>
        <translation>This device was put out</translation>
    </message>
    <message>
        <source>Een ruimte wacht op een nieuwe sleutel</source>
        <translation>A space waits for a new key</translation>
    </message>
    <message>
        <source>De server wordt weer compleet gemaakt</source>
        <translation>The server is being made whole again</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>{n} jaar</source>
        <translation>{n} years</translation>
    </message>
    <message>
        <source>{n} dag</source>
        <translation>{n} day</translation>
    </message>
    <message>
        <source>{n} dagen</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n} week</source>
        <translation>{n} week</translation>
    </message>
    <message>
        <source>{n} weken</source>
        <translation>{n} weeks</translation>
    </message>
    <message>
        <source>{n} maand</source>
        <translation>{n} month</translation>
    </message>
    <message>
        <source>{n} maanden</source>
        <translation>{n} months</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>vandaag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>morgen</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>gisteren</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>over {duration}</source>
        <translation>in {duration}</translation>
    </message>
    <message>
        <source>{duration} geleden</source>
        <translation>{duration} ago</translation>
    </message>
    <message>
        <source>pijl naar links</source>
        <translation>left arrow</translation>
    </message>
    <message>
        <source>pijl naar rechts</source>
        <translation>right arrow</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>had {when} gemoeten</source>
        <translation>was due {when}</translation>
    </message>
    <message>
        <source>voor {name}</source>
        <translation>for {name}</translation>
    </message>
    <message>
        <source>jeugdige</source>
        <translation>the child</translation>
    </message>
    <message>
        <source>de huisarts</source>
        <translation>the GP</translation>
    </message>
    <message>
        <source>Spoed: bel nu over {name}</source>
        <translation>Urgent: call now about {name}</translation>
    </message>
    <message>
        <source>Gebeld</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>{name} kwam weer niet: weeg de veiligheid</source>
        <translation>{name} again did not come: weigh up safety</translation>
    </message>
    <message>
        <source>Gewogen</source>
        <translation>Weighed up</translation>
    </message>
    <message>
        <source>{name} kwam niet: bel vandaag</source>
        <translation>{name} did not come: call today</translation>
    </message>
    <message>
        <source>Met spoed gekeken in het dossier van {name}</source>
        <translation>Looked in an emergency in the dossier of {name}</translation>
    </message>
    <message>
        <source>De plek van {name} is vergeven</source>
        <translation>The slot for {name} has been taken</translation>
    </message>
    <message>
        <source>Lezen waarom</source>
        <translation>Read why</translation>
    </message>
    <message>
        <source>{name} kwam weer niet: laat het de huisarts weten</source>
        <translation>{name} did not come again: tell the GP</translation>
    </message>
    <message>
        <source>Verteld</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Plek kiezen</source>
        <translation>Choose slot</translation>
    </message>
    <message>
        <source>Verzetten</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Geef {name} de nieuwe tijd door</source>
        <translation>Tell {name} the new time</translation>
    </message>
    <message>
        <source>Doorgegeven</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>{name} is nog binnen, maar de halve dag is afgesloten</source>
        <translation>{name} is still inside, but the half-day was closed</translation>
    </message>
    <message>
        <source>Twee halve dagen tegelijk: {who}</source>
        <translation>Two half-days at once: {who}</translation>
    </message>
    <message>
        <source>Kiezen</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>De plekken lopen door elkaar: {who}</source>
        <translation>The places run through each other: {who}</translation>
    </message>
    <message>
        <source>Vertel {name}: {who} doet het gesprek</source>
        <translation>Tell {name}: {who} will do the talk</translation>
    </message>
    <message>
        <source>De casusregisseur van {name} heeft geen toegang meer</source>
        <translation>The case lead of {name} has no access any more</translation>
    </message>
    <message>
        <source>Overnemen</source>
        <translation>Copy across</translation>
    </message>
    <message>
        <source>{name} heeft twee dossiers</source>
        <translation>{name} has two records</translation>
    </message>
    <message>
        <source>Vraag {name} opnieuw: een akkoord loopt af</source>
        <translation>Ask {name} again: a consent is ending</translation>
    </message>
    <message>
        <source>een collega</source>
        <translation>a colleague</translation>
    </message>
    <message>
        <source>{name}: een volgende stap is nodig</source>
        <translation>{name}: a next step is needed</translation>
    </message>
    <message>
        <source>Nog geen antwoord van {who}</source>
        <translation>No answer yet from {who}</translation>
    </message>
    <message>
        <source>Navragen</source>
        <translation>Follow up</translation>
    </message>
    <message>
        <source>Is {name} aangekomen bij {who}?</source>
        <translation>Has {name} arrived at {who}?</translation>
    </message>
    <message>
        <source>Nabellen</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>{name} wacht nog op {who}: houd contact</source>
        <translation>{name} is still waiting for {who}: stay in touch</translation>
    </message>
    <message>
        <source>Bellen</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Concept: {who}</source>
        <translation>Draft: {who}</translation>
    </message>
    <message>
        <source>Schrijven</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Terugkoppeling aan {who}</source>
        <translation>Feedback to {who}</translation>
    </message>
    <message>
        <source>Sturen</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Toestemming vragen voor {name}</source>
        <translation>Ask for consent for {name}</translation>
    </message>
    <message>
        <source>Vragen</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>Nazorg: hoe gaat het met {name}?</source>
        <translation>Aftercare: how is {name} doing?</translation>
    </message>
    <message>
        <source>Nazorg gedaan</source>
        <translation>Aftercare done</translation>
    </message>
    <message>
        <source>{name} werd {age}: vraag opnieuw toestemming</source>
        <translation>{name} turned {age}: ask for consent again</translation>
    </message>
    <message>
        <source>hulp</source>
        <translation>help</translation>
    </message>
    <message>
        <source>overdracht</source>
        <translation>handover</translation>
    </message>
    <message>
        <source>terugkoppeling</source>
        <translation>feedback</translation>
    </message>
    <message>
        <source>de andere is {when}</source>
        <translation>the other one is {when}</translation>
    </message>
    <message>
        <source>{one} en {other}</source>
        <translation>{one} and {other}</translation>
    </message>
    <message>
        <source>niemand te bellen</source>
        <translation>nobody to phone</translation>
    </message>
    <message>
        <source>1 gezin bellen</source>
        <translation>phone 1 family</translation>
    </message>
    <message>
        <source>{count} gezinnen bellen</source>
        <translation>phone {count} families</translation>
    </message>
    <message>
        <source>zeg die van {time} af: {families}</source>
        <translation>call off the one at {time}: {families}</translation>
    </message>
    <message>
        <source>zeg er een af: {families}</source>
        <translation>call one of them off: {families}</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>{name} staat twee keer ingeboekt: zeg er een af</source>
        <translation>{name} is booked twice: cancel one of them</translation>
    </message>
    <message>
        <source>Bel voor een andere tijd: {name}</source>
        <translation>Phone for another time: {name}</translation>
    </message>
    <message>
        <source>Dossier wissen: de zeven dagen zijn om</source>
        <translation>Erasing a record: the seven days are over</translation>
    </message>
    <message>
        <source>nog niet ondertekend</source>
        <translation>not signed yet</translation>
    </message>
    <message>
        <source>Collegiale vraag</source>
        <translation>Question between colleagues</translation>
    </message>
    <message>
        <source> van {name}</source>
        <translation> from {name}</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Geen jeugdige geregistreerd · telt mee in de pilot</source>
        <translation>No child registered · counts towards the pilot</translation>
    </message>
    <message>
        <source>huisarts loopt even mee</source>
        <translation>GP joins briefly</translation>
    </message>
    <message>
        <source>tolk {language}</source>
        <translation>interpreter {language}</translation>
    </message>
    <message>
        <source>Plek vergeven</source>
        <translation>Slot taken</translation>
    </message>
    <message>
        <source>Aanwezig, {time}</source>
        <translation>Present, {time}</translation>
    </message>
    <message>
        <source>In gesprek, {time}</source>
        <translation>Talking, {time}</translation>
    </message>
    <message>
        <source>Afgerond</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Niet verschenen</source>
        <translation>Did not come</translation>
    </message>
    <message>
        <source>Afgezegd</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Nog niet binnen</source>
        <translation>Not in yet</translation>
    </message>
    <message>
        <source>Verwacht</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Toestemming mist</source>
        <translation>Consent missing</translation>
    </message>
    <message>
        <source>{name} nog vragen</source>
        <translation>{name} still to be asked</translation>
    </message>
    <message>
        <source>Gesprek starten</source>
        <translation>Start talk</translation>
    </message>
    <message>
        <source>Aanwezig</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Inboeken</source>
        <translation>Book in</translation>
    </message>
    <message>
        <source>Aanbieden</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>Toestemming ingetrokken</source>
        <translation>Consent withdrawn</translation>
    </message>
    <message>
        <source>huisarts loopt even mee als het gezin dat goed vindt</source>
        <translation>GP joins briefly if the family agrees</translation>
    </message>
    <message>
        <source>plek voorlopig</source>
        <translation>place provisional</translation>
    </message>
    <message>
        <source>Toestemming geweigerd</source>
        <translation>Consent refused</translation>
    </message>
    <message>
        <source>Toestemming vragen</source>
        <translation>Ask for consent</translation>
    </message>
    <message>
        <source>Notitie openen</source>
        <translation>Open note</translation>
    </message>
    <message>
        <source>Terugkoppelen</source>
        <translation>Give feedback</translation>
    </message>
    <message>
        <source>Terugkoppeling verstuurd</source>
        <translation>Feedback sent</translation>
    </message>
    <message>
        <source>Terugkoppeling gezien</source>
        <translation>Feedback seen</translation>
    </message>
    <message>
        <source>Terugkoppeling volgt</source>
        <translation>Feedback to follow</translation>
    </message>
    <message>
        <source>Niet teruggekoppeld</source>
        <translation>Not told to the practice</translation>
    </message>
    <message>
        <source>{minutes} minuten vrijgehouden</source>
        <translation>{minutes} minutes kept free</translation>
    </message>
    <message>
        <source>Inloop</source>
        <translation>Walk-in</translation>
    </message>
    <message>
        <source>Vrij</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>{name} ({age})</source>
        <translation>{name} ({age})</translation>
    </message>
    <message>
        <source>Aangeboden aan {name}</source>
        <translation>Offered to {name}</translation>
    </message>
    <message>
        <source>tot {time}</source>
        <translation>until {time}</translation>
    </message>
    <message>
        <source>Aangeboden</source>
        <translation>Offered</translation>
    </message>
    <message>
        <source>{name} staat {days} op de wachtlijst en past hier</source>
        <translation>{name} has been on the waiting list for {days} and fits here</translation>
    </message>
    <message>
        <source>dag</source>
        <translation>day</translation>
    </message>
    <message>
        <source>dagen</source>
        <translation>days</translation>
    </message>
    <message>
        <source>Aanbieden?</source>
        <translation>Offer?</translation>
    </message>
    <message>
        <source>dicht op die dag</source>
        <translation>closed on that day</translation>
    </message>
    <message>
        <source>het dagdeel gaat niet door</source>
        <translation>the half-day does not take place</translation>
    </message>
    <message>
        <source>het dagdeel was al afgesloten</source>
        <translation>the half-day was closed already</translation>
    </message>
    <message>
        <source>de plek is vervallen</source>
        <translation>the slot is gone</translation>
    </message>
</context>
<context>
    <name>visits</name>
    <message>
        <source>eerste gesprek</source>
        <translation>first talk</translation>
    </message>
    <message>
        <source>vervolggesprek</source>
        <translation>follow-up talk</translation>
    </message>
    <message>
        <source>advies</source>
        <translation>advice</translation>
    </message>
    <message>
        <source>inloop</source>
        <translation>walk-in</translation>
    </message>
    <message>
        <source>collegiale vraag</source>
        <translation>question between colleagues</translation>
    </message>
    <message>
        <source>driegesprek</source>
        <translation>three-way talk</translation>
    </message>
    <message>
        <source>Alleen advies</source>
        <translation>Advice only</translation>
    </message>
    <message>
        <source>Kort traject</source>
        <translation>Short episode</translation>
    </message>
    <message>
        <source>Overbrugging</source>
        <translation>Bridging</translation>
    </message>
    <message>
        <source>Warme overdracht</source>
        <translation>Warm handover</translation>
    </message>
    <message>
        <source>Geen verdere hulp nodig</source>
        <translation>No further help needed</translation>
    </message>
    <message>
        <source>Gezin wil het niet</source>
        <translation>The family does not want it</translation>
    </message>
    <message>
        <source>Al anders verteld</source>
        <translation>Told in another way</translation>
    </message>
    <message>
        <source>Niet nodig</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>Jeugdige</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Jeugdige, {age}</source>
        <translation>Child, {age}</translation>
    </message>
</context>
</TS>
