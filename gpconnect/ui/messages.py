"""Every error a person can act on, in plain Dutch: what happened, what is safe, what to do.

The core raises a code with parameters; this is the only place where the sentence stands. The window and the
command line say the same words.
"""

from PySide6.QtCore import QCoreApplication

from gpconnect.domain.errors import KnownError
from gpconnect.ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "answer.date": QT_TRANSLATE_NOOP("messages", "Dit is geen datum. Typ dag, maand en jaar."),
    "answer.kind": QT_TRANSLATE_NOOP("messages", "Dit past niet bij deze vraag. Kies of typ het opnieuw."),
    "answer.option": QT_TRANSLATE_NOOP("messages", "Dit antwoord staat niet in de lijst. Kies er een uit de lijst."),
    "answer.range": QT_TRANSLATE_NOOP("messages", "Kies een getal van {minimum} tot en met {maximum}."),
    "answer.required": QT_TRANSLATE_NOOP("messages", "Vul dit nog in."),
    "answer.too_long": QT_TRANSLATE_NOOP("messages", "Dit is te lang: {length} tekens, er passen er {limit}."),
    "appointment.requested_after_talk": QT_TRANSLATE_NOOP(
        "messages", "De dag van aanvragen ligt na het eerste gesprek. Er is niets veranderd; kijk de aanvraagdatum na."
    ),
    "copy.broken": QT_TRANSLATE_NOOP(
        "messages",
        "De kopie is niet in orde en is niet gebruikt. Je eigen bestand is niet veranderd. Maak of kies "
        "een andere kopie.",
    ),
    "driver.too_old": QT_TRANSLATE_NOOP(
        "messages",
        "De databasesoftware (SQLite {version}) is te oud en kan gegevens beschadigen. GPConnect opent "
        "daarom niets. Installeer GPConnect opnieuw.",
    ),
    "file.damaged": QT_TRANSLATE_NOOP(
        "messages",
        "Het bestand met je gegevens is beschadigd. Er is niets aan veranderd. Zet een kopie terug, of "
        "haal alles opnieuw op met je herstelcode.",
    ),
    "file.disk_full": QT_TRANSLATE_NOOP(
        "messages",
        "De schijf is vol. Je laatste wijziging is niet bewaard, alles daarvoor wel. Maak ruimte vrij en "
        "probeer het opnieuw.",
    ),
    "file.exists": QT_TRANSLATE_NOOP(
        "messages", "Hier staat al een bestand met die naam. Het is niet overschreven. Kies een andere plek of naam."
    ),
    "file.in_use": QT_TRANSLATE_NOOP(
        "messages",
        "Dit profiel is al open in een ander venster of programma. Er is niets veranderd. Sluit het daar "
        "en probeer het opnieuw.",
    ),
    "file.io": QT_TRANSLATE_NOOP(
        "messages",
        "De schijf geeft een fout bij lezen of schrijven. Wat al bewaard was, is niet veranderd. Maak een"
        " kopie en laat de schijf nakijken.",
    ),
    "file.missing": QT_TRANSLATE_NOOP(
        "messages", "Het bestand met je gegevens staat niet op deze plek. Kijk of de map klopt, of zet een kopie terug."
    ),
    "file.newer": QT_TRANSLATE_NOOP(
        "messages",
        "Dit bestand is gemaakt met een nieuwere versie van GPConnect. Er is niets aan veranderd. Werk "
        "GPConnect op deze computer bij.",
    ),
    "file.passphrase_wrong": QT_TRANSLATE_NOOP(
        "messages", "Deze wachtwoordzin klopt niet. Er is niets veranderd. Probeer het opnieuw; let op hoofdletters."
    ),
    "file.read_only": QT_TRANSLATE_NOOP(
        "messages",
        "GPConnect mag hier niet schrijven. Er is niets veranderd. Vraag je beheerder om schrijfrechten op de map.",
    ),
    "file.recovery_wrong": QT_TRANSLATE_NOOP(
        "messages", "Deze herstelcode klopt niet. Er is niets veranderd. Typ de code over zoals hij op papier staat."
    ),
    "file.unreachable": QT_TRANSLATE_NOOP(
        "messages",
        "GPConnect kan het bestand niet openen. Er is niets veranderd. Kijk of de schijf aangesloten is "
        "en de map bestaat.",
    ),
    "file.write_failed": QT_TRANSLATE_NOOP(
        "messages",
        "Opslaan is niet gelukt. Het oude bestand is nog heel. Kijk of er ruimte op de schijf is en "
        "probeer het opnieuw.",
    ),
    "form.missing": QT_TRANSLATE_NOOP(
        "messages", "Formulier {form} hoort niet bij deze versie. De antwoorden zijn veilig; werk het programma bij."
    ),
    "form.unknown_key": QT_TRANSLATE_NOOP(
        "messages",
        "Formulier {file} heeft een onbekend veld: {field}. Je gegevens zijn veilig; installeer het "
        "programma opnieuw of meld dit bij beheer.",
    ),
    "form.wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Formulier {file} klopt niet bij {field}: {detail}. Je gegevens zijn veilig; installeer het "
        "programma opnieuw of meld dit bij beheer.",
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
    "handover.consent_missing": QT_TRANSLATE_NOOP(
        "messages",
        "De toestemming voor deze ontvanger is nog niet compleet. Er is niets verstuurd; kijk wie je nog moet vragen.",
    ),
    "handover.consent_withdrawn": QT_TRANSLATE_NOOP(
        "messages", "De toestemming is ingetrokken. Er is niets verstuurd; bespreek het opnieuw met het gezin."
    ),
    "handover.ground_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Er staat nog niet waarom je dit mag delen. Er is niets verstuurd; leg toestemming vast of kies "
        "een wettelijke grond.",
    ),
    "handover.ground_reason_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Bij deze grond hoort een reden. Er is niets verstuurd; schrijf op waarom je deelt zonder toestemming.",
    ),
    "handover.not_open": QT_TRANSLATE_NOOP(
        "messages", "Deze overdracht is al beantwoord of gestopt. Er is niets verstuurd; maak zo nodig een nieuwe."
    ),
    "keyring.forgotten": QT_TRANSLATE_NOOP(
        "messages",
        "De sleutelbos van deze computer kent de sleutel niet (meer). Je gegevens zijn veilig. Gebruik je"
        " wachtwoordzin.",
    ),
    "keyring.locked": QT_TRANSLATE_NOOP(
        "messages",
        "De sleutelbos van deze computer is op slot. Er is niets veranderd. Ontgrendel hem, of gebruik je"
        " wachtwoordzin.",
    ),
    "keyring.no_slot": QT_TRANSLATE_NOOP(
        "messages", "Openen met de sleutelbos staat niet aan. Gebruik je wachtwoordzin."
    ),
    "keyring.none": QT_TRANSLATE_NOOP(
        "messages",
        "Deze computer heeft geen veilige sleutelbos. Je gegevens zijn veilig; je opent GPConnect met je "
        "wachtwoordzin.",
    ),
    "passphrase.empty": QT_TRANSLATE_NOOP("messages", "Vul een wachtwoordzin in."),
    "person.birth_date.future": QT_TRANSLATE_NOOP(
        "messages", "Deze geboortedatum ligt in de toekomst. Er is niets opgeslagen; kijk de datum na."
    ),
    "person.birth_date.outside_pilot": QT_TRANSLATE_NOOP(
        "messages",
        "Het spreekuur is voor 0 tot en met 23 jaar. Je kunt gewoon doorgaan; kijk nog even of de datum klopt.",
    ),
    "person.birth_date.too_long_ago": QT_TRANSLATE_NOOP(
        "messages", "Deze geboortedatum ligt meer dan {limit} jaar terug. Er is niets opgeslagen; kijk het jaartal na."
    ),
    "person.bsn.invalid": QT_TRANSLATE_NOOP(
        "messages",
        "Dit burgerservicenummer klopt niet. De rest is bewaard; typ het over van een identiteitsbewijs "
        "of laat het leeg.",
    ),
    "person.phone.invalid": QT_TRANSLATE_NOOP(
        "messages",
        "“{typed}” lijkt geen telefoonnummer. De rest is bewaard; vul tien cijfers in, of + en het landnummer.",
    ),
    "record.missing": QT_TRANSLATE_NOOP(
        "messages",
        "Dit is hier nog niet binnen of bestaat niet meer. Er is niets veranderd. Werk bij en probeer het opnieuw.",
    ),
    "role.may_not": QT_TRANSLATE_NOOP(
        "messages", "Dit hoort niet bij jouw rol. Er is niets veranderd; vraag een collega die dit wel mag."
    ),
    "schedule.interval.wrong": QT_TRANSLATE_NOOP(
        "messages", "Een reeks herhaalt elke week of om de zoveel weken. Er is niets gepland; kies 1 of meer."
    ),
    "schedule.past_midnight": QT_TRANSLATE_NOOP(
        "messages", "Dit dagdeel loopt door na middernacht. Er is niets gepland; begin eerder."
    ),
    "schedule.pattern.empty": QT_TRANSLATE_NOOP(
        "messages", "Dit dagdeel heeft nog geen plekken. Er is niets gepland; voeg een plek van 20 of 45 minuten toe."
    ),
    "schedule.pattern.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Samen duren de plekken {minutes} minuten; een dagdeel heeft er {limit}. Er is niets gepland; "
        "haal een plek weg.",
    ),
    "schedule.pattern.wrong": QT_TRANSLATE_NOOP(
        "messages", "“{entry}” is geen plek. Er is niets gepland; gebruik 20 of 45, met een w erachter voor inloop."
    ),
    "schedule.session.backwards": QT_TRANSLATE_NOOP(
        "messages", "Het einde ligt voor het begin. Er is niets gepland; kijk de tijden na."
    ),
    "schedule.session.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Dit dagdeel duurt {minutes} minuten; een dagdeel is hooguit {limit} minuten. Er is niets "
        "gepland; maak het korter of plan er twee.",
    ),
    "schedule.slots_past_end": QT_TRANSLATE_NOOP(
        "messages",
        "De plekken lopen {minutes} minuten door na het einde. Er is niets gepland; haal een plek weg of eindig later.",
    ),
    "session.closed": QT_TRANSLATE_NOOP(
        "messages",
        "Het bestand is vergrendeld. Er is niets verloren; ontgrendel met je wachtwoordzin en probeer het opnieuw.",
    ),
    "slot.last": QT_TRANSLATE_NOOP(
        "messages", "Dit is de enige manier om het bestand te openen. Hij blijft staan. Maak eerst een andere."
    ),
    "soap.letter": QT_TRANSLATE_NOOP(
        "messages", "“{letter}” is geen letter van SOEP. Er is niets verstuurd; gebruik S, O, E of P."
    ),
    "soap.line_too_long": QT_TRANSLATE_NOOP(
        "messages",
        "Een regel bij {letter} heeft {length} tekens; er passen er {limit}. Er is niets verstuurd; maak hem korter.",
    ),
    "soap.too_many_lines": QT_TRANSLATE_NOOP(
        "messages",
        "Dit zijn {lines} regels; een terugkoppeling heeft er hooguit {limit}. Er is niets verstuurd; haal regels weg.",
    ),
    "text.control_character": QT_TRANSLATE_NOOP(
        "messages",
        "In deze tekst staat een onzichtbaar stuurteken. Je tekst staat er nog; plak hem opnieuw als gewone tekst.",
    ),
    "text.reason_missing": QT_TRANSLATE_NOOP(
        "messages", "Hier hoort een reden bij. Er is nog niets veranderd; schrijf in een paar woorden waarom."
    ),
    "text.too_long": QT_TRANSLATE_NOOP(
        "messages", "Dit is te lang: {length} tekens, er passen er {limit}. Je tekst staat er nog; maak hem korter."
    ),
}
UNKNOWN = QT_TRANSLATE_NOOP(
    "messages", "Dit lukte niet ({code}). Wat je eerder opsloeg is veilig. Meld deze code aan de beheerder."
)


def say(error: BaseException) -> str:
    """The sentence for an error; a code without a sentence, or a bug, gives one that names it."""
    if not isinstance(error, KnownError):
        return _translated(UNKNOWN).format(code=type(error).__name__)
    sentence = SENTENCES.get(error.code)
    if sentence is None:
        return _translated(UNKNOWN).format(code=error.code)
    try:
        return _translated(sentence).format(**error.params)
    except (KeyError, IndexError):
        # A sentence that asks for more than was given still has to help.
        return _translated(sentence)


def _translated(source: str) -> str:
    return QCoreApplication.translate("messages", source)
