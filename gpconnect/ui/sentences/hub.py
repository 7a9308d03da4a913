"""What went wrong, what is safe, what to do: the hub, spaces and what is shared."""

from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "conflict.gone": QT_TRANSLATE_NOOP(
        "messages",
        "Deze keuze is er niet meer: iemand heeft al gekozen. Er is niets veranderd. Kijk in het dossier wat "
        "er nu staat.",
    ),
    "healing.not_read": QT_TRANSLATE_NOOP(
        "messages",
        "Deze computer heeft nog niet alles gelezen wat de server terug heeft. Er is niets veranderd. Synchroniseer "
        "eerst en kijk dan wat nog niet terug is.",
    ),
    "healing.over": QT_TRANSLATE_NOOP(
        "messages",
        "De server wacht nergens meer op. Er is niets veranderd en er is niets te doen.",
    ),
    "hub.access_denied": QT_TRANSLATE_NOOP(
        "messages",
        "De server laat deze computer niet toe. Je gegevens staan veilig op deze computer. Vraag je beheerder"
        " om deze computer opnieuw aan te melden.",
    ),
    "hub.address": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is geen bruikbaar adres voor de server. Er is niets veranderd. Vul een adres in dat begint met https://.",
    ),
    "hub.round_broke_off": QT_TRANSLATE_NOOP(
        "messages",
        "Het synchroniseren brak onverwacht af. Je gegevens staan veilig op deze computer; we proberen het vanzelf "
        "opnieuw. Blijft dit zo, waarschuw dan je beheerder.",
    ),
    "hub.alarm": QT_TRANSLATE_NOOP(
        "messages",
        "De server vertelt iets anders dan eerder ({alarm}). Er is niets overgenomen en niets verloren. Meld "
        "deze code aan de beheerder voordat je verder synchroniseert.",
    ),
    "hub.answer_too_large": QT_TRANSLATE_NOOP(
        "messages",
        "De server stuurt meer dan dit programma in één keer aanneemt. Er is niets veranderd. Waarschuw je beheerder.",
    ),
    "hub.answer_unclear": QT_TRANSLATE_NOOP(
        "messages",
        "Het antwoord van de server is niet te begrijpen. Er is niets verloren; we proberen het vanzelf "
        "opnieuw. Blijft dit zo, waarschuw dan je beheerder.",
    ),
    "hub.backup.source": QT_TRANSLATE_NOOP(
        "messages",
        "In die map staat geen hele kopie van een server. Er is niets veranderd. Kies de map die met gpconnect hub "
        "backup is gemaakt, met hub.db en hub.key erin.",
    ),
    "hub.backup.target": QT_TRANSLATE_NOOP(
        "messages",
        "Op die plek staat al iets. Er is niets overschreven. Kies een lege map of een lege database.",
    ),
    "hub.busy": QT_TRANSLATE_NOOP(
        "messages",
        "De server heeft het even druk. Er is niets verloren; we proberen het zo vanzelf opnieuw.",
    ),
    "hub.certificate": QT_TRANSLATE_NOOP(
        "messages",
        "De beveiligde verbinding met de server klopt niet. Er is niets verstuurd. Gebruik een ander netwerk "
        "of vraag je beheerder om hulp.",
    ),
    "hub.database.address": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is geen bruikbaar adres voor de database. Er is niets veranderd. Gebruik postgresql://… of laat "
        "het adres weg.",
    ),
    "hub.database.copy": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is een kopie; die draait niet zelf. Er is niets veranderd. Zet hem terug in een lege map of database "
        "met gpconnect hub restore en start de server daarmee.",
    ),
    "hub.database.driver": QT_TRANSLATE_NOOP(
        "messages",
        "De database-software ({version}) is te oud en kan het bestand beschadigen. Er is niets geopend. Werk"
        " GPConnect bij.",
    ),
    "hub.database.key": QT_TRANSLATE_NOOP(
        "messages",
        "Het databasebestand en de sleutel ernaast horen niet bij elkaar. Er is niets veranderd. Zet hub.db "
        "en hub.key van dezelfde server terug.",
    ),
    "hub.database.newer": QT_TRANSLATE_NOOP(
        "messages",
        "Deze database is al bijgewerkt door een nieuwere versie van GPConnect. Er is niets veranderd. Gebruik die "
        "nieuwere versie.",
    ),
    "hub.database.older": QT_TRANSLATE_NOOP(
        "messages",
        "Deze database is nog van een oudere versie, of leeg. Er is niets veranderd. Werk hem bij met gpconnect hub "
        "migrate.",
    ),
    "hub.database.unreachable": QT_TRANSLATE_NOOP(
        "messages",
        "De database antwoordt niet. Er is niets veranderd. Controleer of PostgreSQL draait en of het adres "
        "en de toegang kloppen.",
    ),
    "hub.device_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "De server kent deze computer nog niet. Je gegevens staan veilig op deze computer. Meld de computer "
        "aan bij Instellingen.",
    ),
    "hub.enrolment_later": QT_TRANSLATE_NOOP(
        "messages",
        "Vanaf deze computer zijn te veel codes geprobeerd. Er is niets veranderd. Wacht een uur, lees de code dan "
        "rustig na en probeer het opnieuw.",
    ),
    "entry.removal_stale": QT_TRANSLATE_NOOP(
        "messages",
        "Een apparaat dat eruit ging had meer verstuurd dan meetelt, en de server liet dat toe. Wie later meedoet ziet "
        "dat laatste niet. Er is hier niets weg. Meld deze code aan de beheerder.",
    ),
    "hub.enrolment_taken": QT_TRANSLATE_NOOP(
        "messages",
        "Deze code is al gebruikt of ingetrokken. Er is niets veranderd. Vraag om een nieuwe code.",
    ),
    "hub.enrolment_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Bij deze code ligt niets klaar: hij klopt niet, is ouder dan een dag of is ingetrokken. Er is niets "
        "veranderd. Lees de code na of vraag om een nieuwe.",
    ),
    "hub.founding_code": QT_TRANSLATE_NOOP(
        "messages",
        "Op deze server richt je alleen iets op met de oprichtcode van de beheerder. Alles staat veilig op deze "
        "computer. Vraag de code en zet hem bij Beheer, Server instellen, achter het adres: https://…#code.",
    ),
    "hub.granted_otherwise": QT_TRANSLATE_NOOP(
        "messages",
        "De server gaf een plek anders uit dan de volgorde zegt. Je gegevens zijn veilig en iedereen ziet "
        "hetzelfde. Meld deze code aan de beheerder.",
    ),
    "hub.later": QT_TRANSLATE_NOOP(
        "messages",
        "De server vraagt om over {seconds} seconden terug te komen. Alles staat veilig op deze computer en gaat"
        " dan vanzelf mee.",
    ),
    "hub.listen": QT_TRANSLATE_NOOP(
        "messages",
        "“{listen}” is geen adres om op te luisteren. De server is niet gestart; schrijf het als 127.0.0.1:8642.",
    ),
    "hub.newer_version": QT_TRANSLATE_NOOP(
        "messages",
        "De server spreekt een andere versie ({protocol}) dan dit programma. Alles staat veilig op deze "
        "computer. Werk GPConnect bij.",
    ),
    "hub.lives": QT_TRANSLATE_NOOP(
        "messages",
        "Deze computer is bij de server te vaak opnieuw begonnen, bijvoorbeeld vanuit een kopie, en kan er niets meer "
        "naartoe sturen. Alles staat veilig op deze computer. Laat een beheerder een nieuw apparaat voor je toelaten "
        "en kom daar opnieuw binnen.",
    ),
    "hub.newcomers": QT_TRANSLATE_NOOP(
        "messages",
        "Bij de server meldden zich dit uur te veel nieuwe computers aan. Alles staat veilig op deze computer. Probeer "
        "het over een uur opnieuw; blijft het zo, vertel het dan de beheerder van de server.",
    ),
    "hub.not_a_hub": QT_TRANSLATE_NOOP(
        "messages",
        "Op dit adres antwoordt iets anders dan de server van GPConnect, bijvoorbeeld een aanmeldpagina van "
        "het wifinetwerk. Er is niets verstuurd. Meld je eerst aan bij het netwerk of controleer het adres.",
    ),
    "hub.emptied": QT_TRANSLATE_NOOP(
        "messages",
        "De pilot is voorbij: deze ruimte is van de server gehaald. Wat hier staat blijft staan. Je hoeft niets te "
        "doen.",
    ),
    "hub.ending_early": QT_TRANSLATE_NOOP(
        "messages",
        "De zeven dagen zijn volgens de klok van de server nog niet om. Er is niets geleegd. Doe het daarna nog eens.",
    ),
    "hub.ending_unasked": QT_TRANSLATE_NOOP(
        "messages",
        "Er is nog niet gevraagd om deze ruimte te legen, of iemand nam het terug. Er is niets geleegd. Vraag het "
        "eerst.",
    ),
    "ending.waiting": QT_TRANSLATE_NOOP(
        "messages",
        "Er wachten hier nog {count} wijzigingen op de server. Er is niets gevraagd. Synchroniseer eerst, en probeer "
        "het dan opnieuw.",
    ),
    "ending.not_exported": QT_TRANSLATE_NOOP(
        "messages",
        "Van {count} dossiers heeft de werkgever nog geen export, of er kwam daarna iets bij. Er is niets gevraagd. "
        "Maak eerst een volledige export.",
    ),
    "ending.ended": QT_TRANSLATE_NOOP(
        "messages", "Deze ruimte is al van de server. Alles staat nog op deze computer; er valt niets meer te doen."
    ),
    "hub.not_member": QT_TRANSLATE_NOOP(
        "messages",
        "Deze computer hoort niet (meer) bij deze ruimte. Wat hier staat blijft staan, er komt niets nieuws "
        "bij. Vraag de beheerder van de ruimte om hulp.",
    ),
    "hub.other_key": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is een andere server dan eerst. Er is niets verstuurd of overgenomen. Vraag je beheerder of de "
        "server is vervangen voordat je verdergaat.",
    ),
    "hub.plain_http": QT_TRANSLATE_NOOP(
        "messages",
        "Op “{listen}” kunnen anderen de server bereiken en meekijken wie wanneer iets verstuurt. De server is niet "
        "gestart. Geef --certificate en --key, of --behind-proxy als een reverse proxy ervoor de TLS doet.",
    ),
    "hub.port_taken": QT_TRANSLATE_NOOP(
        "messages",
        "Op {host} poort {port} kan de server niet luisteren; daar draait al iets, of het mag niet. Er is "
        "niets gestart. Kies een andere poort.",
    ),
    "hub.proof": QT_TRANSLATE_NOOP(
        "messages",
        "Wat de server zegt, is niet door de server ondertekend. Er is niets overgenomen. Gebruik een ander "
        "netwerk; blijft dit zo, waarschuw dan je beheerder.",
    ),
    "hub.refused": QT_TRANSLATE_NOOP(
        "messages",
        "De server nam dit pakket niet aan ({reason}). Alles staat veilig op deze computer. Meld deze code aan "
        "de beheerder; daarna gaat het vanzelf mee.",
    ),
    "hub.restored": QT_TRANSLATE_NOOP(
        "messages",
        "De server is teruggezet uit een kopie. Alles staat veilig op deze computer; meld het aan de beheerder, "
        "dan kan het ontbrekende worden aangevuld.",
    ),
    "hub.slow": QT_TRANSLATE_NOOP(
        "messages",
        "De server antwoordt te langzaam. Er is niets verloren; we proberen het zo vanzelf opnieuw.",
    ),
    "hub.split_view": QT_TRANSLATE_NOOP(
        "messages",
        "Het apparaat van een collega zegt een andere volgorde te hebben gezien dan jij. Of de server toont jullie "
        "niet hetzelfde, of dat apparaat zegt iets wat niet klopt. Je eigen werk is veilig. Meld deze code meteen "
        "aan de beheerder.",
    ),
    "hub.tls": QT_TRANSLATE_NOOP(
        "messages",
        "Het certificaat en de sleutel zijn niet te lezen of horen niet bij elkaar. De server is niet gestart. Geef ze "
        "allebei, als PEM-bestand dat de server mag lezen, de sleutel zonder wachtwoordzin.",
    ),
    "hub.too_large": QT_TRANSLATE_NOOP(
        "messages",
        "De server vindt dit te groot om in één keer aan te nemen. Het staat veilig op deze computer. "
        "Waarschuw je beheerder.",
    ),
    "hub.trouble": QT_TRANSLATE_NOOP(
        "messages",
        "De server heeft een storing (code {status}). Alles staat veilig op deze computer en gaat later mee. "
        "Waarschuw je beheerder als dit lang duurt.",
    ),
    "hub.went_on": QT_TRANSLATE_NOOP(
        "messages",
        "De server is teruggezet en verdergegaan zonder dit apparaat. Er is niets weg: alles staat op deze computer. "
        "Kijk bij Delen hoe je weer meedoet.",
    ),
    "hub.unreachable": QT_TRANSLATE_NOOP(
        "messages",
        "De server is niet bereikbaar. Alles wat je vastlegt staat veilig op deze computer en gaat vanzelf mee"
        " zodra er weer verbinding is. Controleer de internetverbinding als dit lang duurt.",
    ),
    "own_device.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Er is geen ander apparaat op jouw naam met deze code. Er is niets veranderd; synchroniseer en kijk opnieuw.",
    ),
    "sharing.card_elsewhere": QT_TRANSLATE_NOOP(
        "messages",
        "De gegevens van deze jeugdige staan op de computer waarop geboekt is. Er is niets veranderd; leg het"
        " daar vast.",
    ),
    "sharing.wrong": QT_TRANSLATE_NOOP(
        "messages",
        "De regels voor delen in {file} kloppen niet: {detail}. Er wordt niets gedeeld. Herstel het bestand "
        "of installeer het programma opnieuw.",
    ),
    "space.not_an_admin": QT_TRANSLATE_NOOP(
        "messages",
        "Dit apparaat beheert deze ruimte niet. Er is niets gewijzigd; vraag het de collega die de ruimte beheert.",
    ),
    "space.not_yours": QT_TRANSLATE_NOOP(
        "messages",
        "Deze functie kan geen lid zijn van deze ruimte. Er is niets gedeeld; de praktijk of het team laat "
        "zelf toe wie er werkt.",
    ),
}
