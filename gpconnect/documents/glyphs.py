"""What a page says of a character that its typeface has no picture of: never an empty box, never nothing.

Families write with emoji, and names come in every script. The bundled typeface (Source Sans) knows the letters of
European languages in Latin script. What it lacks is written out between brackets, in words; the file itself, the
screen and the copy for machines keep it as it was written.
"""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

_KEPT = frozenset("\n\r\t")
_FLAGS = range(0x1F1E6, 0x1F200)
"""Two of these letters are a flag."""
_SKIN = range(0x1F3FB, 0x1F400)
_DROPPED = frozenset({"Cf", "Cc", "Me"})
"""Categories that draw nothing of their own: joiners, directions, controls, the box around a key's digit."""
_UNKNOWN = "onbekend teken"
SCRIPTS = {
    "ARABIC": "Arabisch",
    "ARMENIAN": "Armeens",
    "BENGALI": "Bengaals",
    "CJK": "Chinees",
    "CYRILLIC": "Cyrillisch",
    "DEVANAGARI": "Devanagari-",
    "ETHIOPIC": "Ge'ez-",
    "GEORGIAN": "Georgisch",
    "GREEK": "Grieks",
    "GURMUKHI": "Gurmukhi-",
    "HANGUL": "Koreaans",
    "HEBREW": "Hebreeuws",
    "HIRAGANA": "Japans",
    "KATAKANA": "Japans",
    "LATIN": "Latijns",
    "SYRIAC": "Syrisch",
    "TAMIL": "Tamil-",
    "THAI": "Thais",
    "TIFINAGH": "Tifinagh-",
}
"""The first word of a letter's name in Unicode, and its script in Dutch; a hyphen joins it to "schrift"."""
EMOJI = {
    "☀": "zon",
    "☁": "wolk",
    "☹": "verdrietig gezicht",
    "☺": "blij gezicht",
    "★": "ster",
    "✔": "vinkje",
    "✨": "sterretjes",
    "❌": "kruis",
    "❓": "vraagteken",
    "❗": "uitroepteken",
    "❤": "hart",
    "♥": "hart",
    "⚽": "voetbal",
    "⭐": "ster",
    "🌈": "regenboog",
    "🌹": "roos",
    "🎂": "taart",
    "🎉": "feest",
    "🏠": "huis",
    "🏫": "school",
    "🐱": "kat",
    "🐶": "hond",
    "👋": "zwaaiende hand",
    "👍": "duim omhoog",
    "👎": "duim omlaag",
    "👏": "klappende handen",
    "👦": "jongen",
    "👧": "meisje",
    "👨": "man",
    "👩": "vrouw",
    "👪": "gezin",
    "👶": "baby",
    "💔": "gebroken hart",
    "💕": "hartjes",
    "💖": "hart",
    "💙": "blauw hart",
    "💚": "groen hart",
    "💛": "geel hart",
    "💜": "paars hart",
    "💩": "drol",
    "💪": "sterke arm",
    "💯": "honderd",
    "🔥": "vuur",
    "🖤": "zwart hart",
    "😀": "lachend gezicht",
    "😁": "lachend gezicht",
    "😂": "gezicht dat huilt van het lachen",
    "😃": "lachend gezicht",
    "😄": "lachend gezicht",
    "😅": "opgelucht lachend gezicht",
    "😆": "lachend gezicht",
    "😉": "knipogend gezicht",
    "😊": "blij gezicht",
    "😍": "verliefd gezicht",
    "😎": "gezicht met zonnebril",
    "😐": "gezicht zonder uitdrukking",
    "😔": "verdrietig gezicht",
    "😕": "onzeker gezicht",
    "😘": "kushand",
    "😞": "teleurgesteld gezicht",
    "😟": "bezorgd gezicht",
    "😠": "boos gezicht",
    "😡": "heel boos gezicht",
    "😢": "huilend gezicht",
    "😤": "gefrustreerd gezicht",
    "😨": "bang gezicht",
    "😭": "hard huilend gezicht",
    "😰": "angstig gezicht",
    "😱": "gillend gezicht",
    "😳": "blozend gezicht",
    "😴": "slapend gezicht",
    "🙁": "verdrietig gezicht",
    "🙂": "glimlach",
    "🙄": "rollende ogen",
    "🙈": "aapje dat niet kijkt",
    "🙏": "gevouwen handen",
    "🤔": "nadenkend gezicht",
    "🤗": "knuffel",
    "🤣": "gezicht dat rolt van het lachen",
    "🤷": "schouders ophalen",
    "🥰": "gezicht met hartjes",
    "🥲": "gezicht dat lacht en huilt",
    "🥺": "smekend gezicht",
    "🧡": "oranje hart",
}
"""What families use most, in Dutch. Of any other the name in Unicode is given, which is English."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """One character as it can be printed.

    Attributes:
        text: itself, or what stands for it within a word.
        script: of a letter that cannot be printed.
        name: of a picture that cannot be printed.
    """

    text: str
    script: str = ""
    name: str = ""


def readable(text: str, has: Collection[int]) -> str:
    """A text with every character that cannot be printed in words between brackets.

    Args:
        text: as somebody wrote it.
        has: the code points that the typeface has a picture of.
    """
    if all(ord(one) in has or one in _KEPT for one in text):
        return text
    signs = _signs(unicodedata.normalize("NFC", text), has)
    return "".join(_said(kind, list(found)) for kind, found in groupby(_together(signs), key=_kind))


def _signs(text: str, has: Collection[int]) -> Iterator[_Sign]:
    for one in text:
        category = unicodedata.category(one)
        if one in _KEPT or (ord(one) in has and category != "Cf"):
            yield _Sign(one)
        elif category in _DROPPED or ord(one) in _SKIN or "VARIATION SELECTOR" in unicodedata.name(one, ""):
            continue
        elif category.startswith("Z"):
            yield _Sign(" ")
        else:
            yield _substitute(one, category, has)


def _substitute(one: str, category: str, has: Collection[int]) -> _Sign:
    """The same in letters that there are; otherwise a letter of its script, or a picture by its name."""
    whole = unicodedata.normalize("NFKC", one)
    plain = "".join(part for part in unicodedata.normalize("NFKD", one) if not unicodedata.combining(part))
    for other in (whole, plain):
        if other and all(ord(part) in has for part in other):
            return _Sign(other)
    name = unicodedata.name(one, "")
    if category[0] in "LMN":
        return _Sign(one, script=SCRIPTS.get(name.partition(" ")[0], "onbekend"))
    return _Sign(one, name=EMOJI.get(one) or (f"teken: {name.lower()}" if name else _UNKNOWN))


def _together(signs: Iterator[_Sign]) -> Iterator[_Sign]:
    """Blanks between two words of one unprintable script belong to them; a foreign comma there does as well."""
    waiting: list[_Sign] = []
    script = ""
    for one in signs:
        if script and _is_between(one):
            waiting.append(one)
            continue
        yield from (replace(each, script=script, name="") if one.script == script else each for each in waiting)
        waiting, script = [], one.script
        yield one
    yield from waiting


def _is_between(one: _Sign) -> bool:
    return not one.script and (one.text == " " or unicodedata.category(one.text[0])[0] == "P")


def _kind(one: _Sign) -> str:
    return f"script {one.script}" if one.script else "name" if one.name else ""


def _said(kind: str, signs: list[_Sign]) -> str:
    if not kind:
        return "".join(one.text for one in signs)
    if kind == "name":
        return f"[{', '.join(_names(signs))}]"
    letters = sum(unicodedata.category(one.text)[0] in "LN" for one in signs)
    script = signs[0].script
    called = f"{script}schrift" if script.endswith("-") else f"{script} schrift"
    return f"[{letters} {'teken' if letters == 1 else 'tekens'} in {called}, hier niet te drukken]"


def _names(signs: list[_Sign]) -> Iterator[str]:
    """Each name once in a row, with how often; two letters of a flag as one."""
    letters = [one for one in signs if ord(one.text) in _FLAGS]
    if letters and len(letters) == len(signs):
        code = "".join(chr(ord(one.text) - _FLAGS.start + ord("A")) for one in letters)
        yield f"vlag {code}"
        return
    for name, same in groupby(signs, key=lambda one: one.name):
        times = len(list(same))
        yield f"{name}, {times} keer" if times > 1 else name
