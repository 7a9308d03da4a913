"""Invented names and sentences for the demo pilot. Nobody here exists."""

from gpconnect.domain.people import Gender

GIRLS = (
    "Noor", "Emma", "Lotte", "Mila", "Sofie", "Fleur", "Isa", "Eva", "Roos", "Tess", "Fenna", "Liv", "Jip", "Saar",
    "Aisha", "Yara", "Zeynep", "Elif", "Hanna", "Zuzanna", "Luwam", "Salma", "Meryem", "Julia", "Nina", "Puck",
)  # fmt: skip
BOYS = (
    "Daan", "Bram", "Sem", "Finn", "Milan", "Luuk", "Thijs", "Stijn", "Teun", "Jesse", "Mees", "Ties", "Gijs",
    "Yusuf", "Amir", "Emre", "Mehmet", "Jakub", "Filmon", "Youssef", "Omar", "Noah", "Levi", "Sven", "Ruben", "Kai",
)  # fmt: skip
NEUTRAL = ("Robin", "Sam", "Charlie", "Noa")
FAMILIES = (
    ("van den", "Berg"), ("", "Verhoeven"), ("", "Willems"), ("", "Smits"), ("de", "Graaf"), ("", "Bos"),
    ("", "Bakker"), ("van", "Dijk"), ("", "Jansen"), ("", "Kuijpers"), ("van der", "Linden"), ("de", "Wit"),
    ("", "Hendriks"), ("van", "Ooijen"), ("", "van Zanten"), ("", "Vos"), ("", "Timmermans"), ("den", "Otter"),
    ("", "Demir"), ("", "El Amrani"), ("", "Aksoy"), ("", "Kowalska"), ("", "Tesfay"), ("", "Al-Hassan"),
    ("", "Öztürk"), ("van de", "Werken"), ("", "Peeters"), ("", "Schreuders"), ("ter", "Horst"), ("", "Groen"),
    ("", "Merks"), ("van", "Wijk"), ("", "Ekelmans"), ("", "Bouali"), ("in 't", "Veld"), ("", "Sterk"),
)  # fmt: skip
MOTHERS = ("Marloes", "Ingrid", "Fatima", "Saskia", "Ayşe", "Wendy", "Samira", "Petra", "Agnieszka", "Selam", "Linda")
FATHERS = ("Mark", "Hassan", "Peter", "Erik", "Mustafa", "Jeroen", "Piotr", "Dawit", "Rob", "Ahmed", "Wouter")
STREETS = (
    "Gamersestraat", "Waalkade", "Oliestraat", "Koningin Wilhelminaweg", "Boschstraat", "Prins Bernhardstraat",
    "Kerkstraat", "Dorpsstraat", "Molenstraat", "Thorbeckestraat", "Van Heemstraweg", "Langestraat", "Peperstraat",
)  # fmt: skip
TOWNS = (
    ("5301", "Zaltbommel"), ("5301", "Zaltbommel"), ("5302", "Zaltbommel"), ("5306", "Brakel"), ("5311", "Gameren"),
    ("5307", "Poederoijen"), ("5313", "Nieuwaal"), ("5314", "Bruchem"), ("5315", "Kerkwijk"), ("5317", "Nederhemert"),
)  # fmt: skip
SCHOOLS = ("De Walsprong", "’t Stroomdal", "De Waluwe-school", "Cambium College", "De Wielewaal", "Sint Jozef")

REASON_SHARES = (
    ("anxiety", 30), ("behaviour", 24), ("family", 20), ("mood", 13), ("school", 15), ("sleep", 11), ("physical", 9),
    ("other", 5),
)  # fmt: skip
"""How often each reason is mentioned, in proportion; a child may bring more than one."""

WORDS = {
    "anxiety": (
        "“Ze durft sinds de herfst niet meer naar gym.”",
        "“Hij ligt elke zondagavond te piekeren over maandag.”",
        "“Ik krijg buikpijn als ik een spreekbeurt moet houden.”",
        "“Alleen slapen lukt niet meer sinds het onweer.”",
        "“Ze wil mij geen moment uit het oog verliezen.”",
    ),
    "behaviour": (
        "“Thuis ontploft hij om het minste of geringste.”",
        "“Op school gaat het goed, thuis gooit ze met deuren.”",
        "“Wij willen weer gewoon samen kunnen eten zonder ruzie.”",
        "“Ik word zo boos en daarna heb ik spijt.”",
    ),
    "family": (
        "“Sinds de scheiding praat hij niet meer met zijn vader.”",
        "“We weten niet hoe we het de kinderen moeten vertellen.”",
        "“Ik zit er steeds tussenin.”",
        "“Oma is overleden en nu is het stil in huis.”",
    ),
    "mood": (
        "“Ze komt haar kamer bijna niet meer uit.”",
        "“Ik vind niks meer leuk, ook voetbal niet.”",
        "“Hij lacht niet meer zoals vroeger.”",
    ),
    "school": (
        "“Hij wil ’s ochtends niet naar school, we krijgen hem de auto niet in.”",
        "“De juf zegt dat ze het aankan maar thuis huilt ze om haar huiswerk.”",
        "“Ik kan me niet concentreren in de klas.”",
    ),
    "sleep": (
        "“Elke nacht om drie uur staat ze naast ons bed.”",
        "“Ik lig uren wakker met mijn telefoon.”",
        "“Slapen zonder licht lukt niet.”",
    ),
    "physical": (
        "“Buikpijn, elke week weer, en de dokter vindt niets.”",
        "“Hoofdpijn sinds de brugklas.”",
    ),
    "other": (
        "“We willen graag eens met iemand praten.”",
        "“Hoe leren we haar omgaan met haar mobiel?”",
    ),
}
"""Requests for help in a family's own words, by reason."""

OBSERVATIONS = (
    "Kijkt weg als het over school gaat, ontspant zodra we over het paard beginnen.",
    "Moeder vertelt rustig, kind vult aan en corrigeert waar het anders voelde.",
    "Praat zacht maar helder. Wil zelf ook iets veranderen.",
    "Vader en moeder zitten op één lijn over wat er thuis moet gebeuren.",
    "Tekent tijdens het gesprek het gezin: hond in het midden, zelf aan de rand.",
    "Komt alleen, heeft opgeschreven wat er besproken moet worden.",
)
STRENGTHS = (
    "Heeft een vriendin bij wie het wel lukt; oma past op dinsdag op en is een rustpunt.",
    "Goede band met de intern begeleider. Sport geeft energie.",
    "Ouders zoeken samen naar een oplossing en houden zich aan afspraken.",
    "Kan goed vertellen wat helpt: muziek, even naar buiten, de hond.",
)
AGREEMENTS = (
    "Elke avond tien minuten piekertijd, daarna het schrift dicht. Over twee weken kijken we terug.",
    "Ouders spreken één vaste zin af bij een boze bui en gaan daarna niet meer in discussie.",
    "Samen met school een rustige plek afspreken. Ik bel de intern begeleider.",
    "Deze week drie keer samen naar school fietsen, de laatste honderd meter alleen.",
    "Slaapritueel zonder scherm vanaf acht uur. Moeder houdt een week bij hoe het gaat.",
)
FOLLOW_UPS = (
    "Twee van de drie keer gelukt. Trots. De derde keer was na een toets, dat begrijpen we.",
    "Het schrift helpt. Slaapt nu rond tien uur. Ouders merken minder ruzie aan tafel.",
    "Moeilijke week door ziekte van opa. We houden dezelfde afspraak aan.",
    "Gaat merkbaar beter. Gezin wil het nu zelf proberen en weet me te vinden.",
    "Blijft zwaar. Samen besproken dat er meer nodig is dan wij hier kunnen bieden.",
)
PEER_QUESTIONS = (
    "Wat kan ik ouders adviseren bij bedplassen na een verhuizing?",
    "Bij wie kan een meisje van 15 terecht met vragen over eten?",
    "Is er een oudercursus over pubers in de Bommelerwaard?",
)
MEANINGS = (
    (
        "closed_without_referral",
        (
            "Huisartsen noemen vooral de korte lijn: zij horen binnen een week wat er is afgesproken. Gezinnen die wel "
            "verder gingen, hielden in de wachttijd contact met dezelfde jeugdwerker."
        ),
    ),
    (
        "waiting_median",
        (
            "Rond de herfstvakantie liep de wacht op doordat een dagdeel uitviel. Een vast inloopplekje ving de meeste "
            "spoedige vragen op."
        ),
    ),
)
ACTIONS = (
    ("Inloop op het consultatiebureau proberen, één dagdeel per maand", "Buurtzorg Jong, JGZ", 120),
    ("Terugkoppeling ook bij voortgang, niet alleen bij start en eind", "Buurtzorg Jong", 60),
    ("Intern begeleiders uitnodigen voor de volgende themabijeenkomst", "Gemeente, zorggroep", 45),
)


def given_names(gender: Gender) -> tuple[str, ...]:
    """The names to choose from for a child of this gender."""
    return {Gender.FEMALE: GIRLS, Gender.MALE: BOYS, Gender.OTHER: NEUTRAL}[gender]


CANCELLATIONS = (
    "ziek, belt zelf voor een nieuwe afspraak",
    "toetsweek, liever een week later",
    "vader kan geen vrij krijgen",
    "auto stuk",
    "gezin wil eerst zelf nog even kijken",
)
ADVICE = (
    "Boek over slapen meegegeven en uitgelegd. Zelf een week bijhouden.",
    "Verwezen naar de oudercursus in het buurthuis; tips per mail beloofd.",
    "Met de jeugdarts laten meekijken. Geen reden voor extra hulp op dit moment.",
)
NO_SHOW_RESULTS = (
    "Moeder gebeld: vergeten door de verhuizing. Nieuwe afspraak gemaakt.",
    "Ingesproken op het veilige nummer; vader belt terug en maakt een nieuwe afspraak.",
    "Jeugdige had het rooster verkeerd gelezen, komt volgende week.",
)
WISHES = (
    "Weer gewoon zonder buikpijn naar school.",
    "Dat we samen kunnen eten zonder ruzie.",
    "Dat ik zelf mag zeggen hoe het met mij gaat.",
    "Weer een hele nacht slapen.",
)
HOMES = (
    "Woont met beide ouders en een jonger zusje. School gaat redelijk, twee goede vrienden.",
    "Ouders wonen apart, om de week wisselen. Op school stil, thuis druk.",
    "Woont bij moeder, opa en oma om de hoek. Voetbalt twee keer per week.",
    "Druk gezin met vier kinderen. Mentor is betrokken en belt regelmatig.",
)
TRIED = (
    "Beloningskaart: hielp twee weken. Boos worden hielp niet.",
    "Vroeger naar bed: scheelde iets. Praten voor het slapen maakte het juist erger.",
    "Gesprek met de mentor. Daarna ging het op school beter, thuis nog niet.",
    "Nog niets gericht; ouders wilden eerst afwachten.",
)
WEIGHINGS = (
    "Normale reactie op een drukke tijd; gezin heeft genoeg kracht. Kort meelopen is genoeg.",
    "Klachten passen bij spanning. Beginnen klein, over drie weken kijken of het genoeg is.",
    "Zorgen zijn er al langer en op meer plekken. Vinger aan de pols, eventueel verder laten kijken.",
)
HARDER = ("De zondagavond blijft lastig.", "Naar school gaan na een vrije dag.", "Als er onverwacht bezoek komt.")
PRESENT_WITH_PARENT = ("{child} en moeder", "{child} en vader", "{child} met beide ouders")
CALL_NOTES = ("Gebeld met moeder. De week verliep onrustig, afspraak met school staat. Nog navragen bij de mentor hoe",)
GOALS = (
    ("Vijf dagen per week naar school zonder buikpijn", ("thuisblijven", "twee dagen", "drie dagen", "vier dagen",
     "vijf dagen", "vijf dagen en mee op kamp")),
    ("Een boze bui binnen tien minuten weer rustig", ("langer dan een uur", "een uur", "een half uur",
     "een kwartier", "tien minuten", "vijf minuten")),
    ("Zonder hulp in slaap vallen voor negen uur", ("na elf uur", "elf uur", "half elf", "half tien", "negen uur",
     "half negen")),
    ("Twee keer per week iets leuks doen met een vriend", ("nooit", "eens per maand", "eens per twee weken",
     "eens per week", "twee keer", "drie keer")),
)  # fmt: skip
"""Goals in a family's own words with their six levels (GAS, −3 to +2)."""
OPEN_ANSWERS = (
    "", "", "", "Fijn dat het gewoon bij de huisarts kan.", "Mag wel wat vaker na schooltijd.",
    "Er werd echt geluisterd.", "Minder papieren graag.",
)  # fmt: skip
READ_BACKS = (
    "Wij begrijpen: klachten sinds de zomer, thuis veilig, eerste gesprek met ouders. Wij bellen als het niet lukt.",
    "Teruggelezen: vraag is leren omgaan met spanning, school is op de hoogte. Veiligheid besproken, geen zorgen.",
    "Samengevat: gezin wil rust aan tafel. Wij starten met twee gesprekken en koppelen terug aan Buurtzorg Jong.",
)
MEETING_AGREEMENTS = (
    "Eerste gesprek bij de ontvanger over anderhalve week. Tot die tijd elke week een belletje van ons.",
    "Ontvanger belt het gezin zelf. Wij blijven casusregisseur en horen na het derde gesprek hoe het gaat.",
    "School krijgt één lijn van ons drieën. Bij nood bellen ouders eerst ons.",
)
REJECTIONS = (
    "Wachttijd te lang voor deze vraag; adviseert een andere aanbieder.",
    "Vraag past niet bij het aanbod, te licht voor deze zorg.",
)
CALL_RESULTS = ("Er is contact, eerste gesprek is gepland.", "Eerste gesprek is geweest, gezin is tevreden.")
