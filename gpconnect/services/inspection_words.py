"""Words on a copy of a dossier, which is Dutch whatever the language of the screen."""

from gpconnect.domain.care import EndReason, FeedbackMoment, FeedbackStatus
from gpconnect.domain.consent import Decision, Form
from gpconnect.domain.evaluation import Moment, Voice
from gpconnect.domain.handover import HandoverStatus
from gpconnect.domain.people import AuthorityBasis, BsnCheck, BsnStatus, Gender, Relation, VerifiedHow
from gpconnect.domain.rights import Ground
from gpconnect.services.cards import SHARING
from gpconnect.services.purposes import FEEDBACK, HANDOVER, HELP, INSPECTION

GENDERS = {Gender.FEMALE: "vrouw", Gender.MALE: "man", Gender.OTHER: "anders"}
RELATIONS = {
    Relation.PARENT: "ouder",
    Relation.STEP_PARENT: "stiefouder",
    Relation.FOSTER_PARENT: "pleegouder",
    Relation.GUARDIAN: "voogd",
    Relation.GRANDPARENT: "grootouder",
    Relation.SIBLING: "broer of zus",
    Relation.SCHOOL: "school",
    Relation.OTHER: "betrokkene",
}
AUTHORITY = {
    AuthorityBasis.UNKNOWN: "nog niet nagekeken",
    AuthorityBasis.NONE: "geen gezag",
    AuthorityBasis.BY_BIRTH: "gezag van rechtswege",
    AuthorityBasis.REGISTER: "gezag door aantekening in het gezagsregister",
    AuthorityBasis.COURT: "gezag door de rechter",
    AuthorityBasis.GUARDIANSHIP: "voogdij",
}
VERIFIED = {
    VerifiedHow.NOT: "nog niet gecontroleerd",
    VerifiedHow.REGISTER: "gezagsregister ingezien",
    VerifiedHow.DOCUMENT: "document gezien",
    VerifiedHow.TOLD: "alleen verteld, niet gecontroleerd",
}
PURPOSES = {
    HELP: "Toestemming voor hulp",
    FEEDBACK: "Toestemming om terug te koppelen",
    SHARING: "Toestemming om afspraken te delen",
    HANDOVER: "Toestemming om over te dragen",
    INSPECTION: "Toestemming voor een afschrift",
}
DECISIONS = {Decision.GIVEN: "akkoord", Decision.REFUSED: "geweigerd", Decision.WITHDRAWN: "ingetrokken"}
FORMS = {Form.ORAL: "mondeling", Form.WRITTEN: "schriftelijk"}
END_REASONS = {
    EndReason.AS_PLANNED: "volgens plan",
    EndReason.EARLY_AGREED: "eerder, samen besloten",
    EndReason.EARLY_CLIENT: "eerder, het gezin stopte of bleef weg",
    EndReason.EARLY_PROVIDER: "eerder, wij stopten",
    EndReason.EXTERNAL: "eerder, door iets van buiten zoals een verhuizing",
}
STATES = {
    HandoverStatus.REQUESTED: "gevraagd",
    HandoverStatus.ACCEPTED: "aangenomen",
    HandoverStatus.ON_HOLD: "andere datum gevraagd",
    HandoverStatus.REJECTED: "niet aangenomen",
    HandoverStatus.IN_PROGRESS: "loopt",
    HandoverStatus.COMPLETED: "afgerond",
    HandoverStatus.CANCELLED: "gestopt",
}
MOMENTS = {
    FeedbackMoment.START: "Terugkoppeling bij de start",
    FeedbackMoment.PROGRESS: "Terugkoppeling over het verloop",
    FeedbackMoment.CLOSURE: "Terugkoppeling bij het einde",
    FeedbackMoment.CHANGE: "Terugkoppeling over een verandering",
}
TOLD = {FeedbackStatus.SENT: "verstuurd", FeedbackStatus.ACKNOWLEDGED: "gelezen door de huisarts"}
ASKED = {
    Moment.START: "Vragenlijst bij de start",
    Moment.END: "Vragenlijst bij het einde",
    Moment.FOLLOW_UP: "Vragenlijst achteraf",
}
VOICES = {Voice.CHILD: "jeugdige", Voice.PARENT: "ouder", Voice.GP: "huisarts", Voice.WORKER: "jeugdwerker"}
GROUNDS = {
    Ground.PRIVACY_OF_ANOTHER: "privacy van een ander (Jeugdwet 7.3.10)",
    Ground.GOOD_CARE: "zorg van een goed jeugdhulpverlener (Jeugdwet 7.3.15 lid 4)",
}
SOAP = {"S": "Wat het gezin zegt", "O": "Wat is gezien", "E": "Wat wij denken", "P": "Wat is afgesproken"}
BSN = {
    BsnStatus.TOLD: "verteld, niet gecontroleerd",
    BsnStatus.CHECKED: "gecontroleerd",
    BsnStatus.NONE: "er is geen nummer",
    BsnStatus.REFUSED: "het gezin geeft het niet",
}
BSN_CHECKED = {BsnCheck.DOCUMENT: "met het identiteitsbewijs", BsnCheck.REGISTER: "in de basisregistratie"}
MELDCODE_STEPS = {
    1: "Stap 1: signalen in kaart",
    2: "Stap 2: overleg",
    3: "Stap 3: gesprek met wie het aangaat",
    4: "Stap 4: wegen",
    5: "Stap 5: beslissen",
}
MELDCODE_WITH = {
    "colleague": "een deskundige collega",
    "safe_home": "Veilig Thuis",
    "confidential_doctor": "een vertrouwensarts",
    "other": "iemand anders",
}
MELDCODE_QUESTIONS = {
    "suspicion": "Is er een vermoeden van (dreigend) huiselijk geweld of kindermishandeling?",
    "danger": "Is er acute of structurele onveiligheid?",
    "able": "Kan ik effectieve hulp bieden of organiseren?",
    "accepted": "Aanvaarden de betrokkenen die hulp, en zetten zij zich ervoor in?",
    "lasting": "Leidt die hulp op tijd tot duurzame veiligheid?",
}
MELDCODE_ANSWERS = {"yes": "ja", "no": "nee", "unknown": "niet te zeggen"}
MELDCODE_DECISIONS = {
    "help": "hulp organiseren",
    "report": "melden bij Veilig Thuis",
    "both": "melden bij Veilig Thuis, en hulp organiseren",
    "none": "geen van beide: het vermoeden is weggenomen",
}
FIELDS = {
    "name": "Naam",
    "birth_date": "Geboortedatum",
    "gender": "Geslacht",
    "bsn": "Burgerservicenummer",
    "bsn_status": "Stand van het nummer",
    "phone": "Telefoon",
    "safe_contact": "Veilig contact",
    "address": "Adres",
    "postcode": "Postcode",
    "city": "Woonplaats",
    "school": "School",
    "interpreter": "Tolk",
    "accessibility": "Toegankelijkheid",
    "practitioner_name": "Huisarts",
    "case_lead": "Casusregisseur",
    "opened_at": "Dossier geopend",
    "research_objection": "Meetellen in cijfers",
}
"""The fields of the person, in the order of the paper; the keys are those of the file."""
REMARKS = (
    "Dit zijn de gegevens uit het dossier van het team.",
    "Wat over een ander gaat staat er niet in, als dat nodig is voor diens privacy (Jeugdwet 7.3.10).",
    "Op die plek staat dat er iets is weggelaten.",
    "Een ouder of voogd krijgt ook niet wat niet past bij de zorg van een goed jeugdhulpverlener (7.3.15 lid 4).",
    "De huisartsenpraktijk bewaart haar eigen gegevens; vraag die daar.",
)
"""Stands on every copy, whether or not something was kept back: so its words give nothing away."""
TERM = "twintig jaar na de laatste wijziging"
LONGER = "langer dan twintig jaar na de laatste wijziging, omdat goede zorg daarom vraagt"
"""Until when the dossier is kept; why exactly may be about another, and stands in the dossier."""
RIGHTS = (
    ("why", "Waarvoor", "Jeugdhulp aan deze jeugdige (Jeugdwet 7.3.8)."),
    (
        "correct",
        "Klopt iets niet?",
        "Vraag om verbetering (AVG artikel 16), of geef een eigen verklaring; die komt er onveranderd bij (7.3.8).",
    ),
    ("erase", "Wissen", "Vraag om gegevens te vernietigen (Jeugdwet 7.3.9, AVG artikel 17)."),
    (
        "complain",
        "Niet eens?",
        "Praat met de casusregisseur, of ga naar de klachtencommissie, de Autoriteit Persoonsgegevens of de rechter.",
    ),
)
"""What GDPR article 15 lid 1 asks to tell along with a copy; who received data and how long it is kept come apart."""
