"""How long somebody would need to guess a passphrase, judged by zxcvbn with Dutch words beside its own lists.

Codes, no sentences: the screen says them in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gpconnect.domain.errors import KnownError

MINIMUM = 12
"""Characters; NIST SP 800-63B asks at least 8, and this file is guessed at offline."""
GOOD = 3
"""Of 4, as zxcvbn counts: safe against somebody who has the file and guesses slowly."""
_MOST = 72
_UNITS = (
    ("century", 100 * 31_557_600),
    ("year", 31_557_600),
    ("month", 2_629_800),
    ("day", 86_400),
    ("hour", 3_600),
    ("minute", 60),
)
# zxcvbn knows English, names and keyboards. These are what a Dutch hand types first, in this work above all.
_DUTCH = """
    wachtwoord wachtzin wachtwoordzin geheim welkom hallo daar goedemorgen zomer winter lente herfst januari februari
    maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag
    zaterdag zondag jeugd jeugdhulp jeugdwerker spreekuur huisarts praktijk gemeente buurtzorg jong zorg gezin kind
    kinderen ouder ouders moeder vader familie school team werk computer laptop inloggen zaltbommel amsterdam rotterdam
    utrecht nederland holland oranje ajax feyenoord een het de van voor met ik ben mijn jij wij niet alles goed lekker
    liefde schatje poes hond katje vakantie koffie fiets gpconnect demo test
"""
_WEAKNESSES = (
    ("Straight rows", "keyboard"),
    ("Short keyboard", "keyboard"),
    ("Repeats", "repeat"),
    ("Sequences", "sequence"),
    ("Recent years", "date"),
    ("Dates", "date"),
    ("This is", "common"),
    ("A word by itself", "one_word"),
    ("Names", "name"),
    ("Common names", "name"),
)


@dataclass(frozen=True, slots=True)
class Strength:
    """What is to be said of a passphrase.

    Attributes:
        score: 0 to 4; from `GOOD` on it is taken.
        weakness: what makes it easy to guess: ``short``, ``keyboard``, ``repeat``, ``sequence``, ``date``,
            ``common``, ``one_word``, ``name``, ``words`` (too few or too ordinary words), or empty.
        unit: ``second`` to ``century``: how long somebody with the file needs, at ten thousand guesses a second.
        count: how many of those, rounded down.
    """

    score: int
    weakness: str
    unit: str
    count: int

    @property
    def good(self) -> bool:
        """Whether it is taken."""
        return self.score >= GOOD and self.weakness != "short"


def strength(passphrase: str, user_inputs: Sequence[str] = ()) -> Strength:
    """Judge a passphrase; the rate is that of a slow hash, and ours (Argon2id, 64 MiB) is slower still.

    Args:
        passphrase: as typed; nothing of it is kept.
        user_inputs: what somebody would try first: the person's name, the employer's, the town.
    """
    from zxcvbn import zxcvbn

    known = [word.lower() for said in user_inputs if said for word in (said, *said.split())]
    # What comes after 72 characters can only make it stronger, and zxcvbn grows slow on it.
    found = zxcvbn(passphrase[:_MOST], [*known, *_DUTCH.split()])
    seconds = int(found["crack_times_seconds"]["offline_slow_hashing_1e4_per_second"])
    unit, size = next(((name, size) for name, size in _UNITS if seconds >= size), ("second", 1))
    said = str(found["feedback"]["warning"])
    weakness = next((code for start, code in _WEAKNESSES if said.startswith(start)), "")
    score = int(found["score"])
    if len(passphrase) < MINIMUM:
        weakness = "short"
    elif score < GOOD:
        weakness = weakness or "words"
    return Strength(score, weakness if score < GOOD or weakness == "short" else "", unit, seconds // size)


def require_strong(passphrase: str, user_inputs: Sequence[str] = ()) -> None:
    """Refuse a passphrase that is guessed too soon.

    Raises:
        KnownError: ``passphrase.empty``, ``passphrase.short`` (minimum), ``passphrase.weak``.
    """
    if not passphrase.strip():
        raise KnownError("passphrase.empty")
    if len(passphrase) < MINIMUM:
        raise KnownError("passphrase.short", minimum=MINIMUM)
    if not strength(passphrase, user_inputs).good:
        raise KnownError("passphrase.weak")
