"""FHIR R4 as plain objects, from JSON or XML, and what is read from them: anything may stand anywhere in such a file.

Every reader here gives something empty where it finds nothing of the kind; none fails on what somebody else wrote.
"""

import re
from datetime import date, datetime
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

from gpconnect.domain.errors import KnownError

Json = dict[str, Any]
_FHIR = "{http://hl7.org/fhir}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_LINE_END = re.compile(r"<(?:\w+:)?br\s*/?>|</(?:\w+:)?(?:p|div|li|tr|h\d)>")
_TAG = re.compile(r"<[^>]*>")


def parse(data: bytes) -> Any:
    """A file in the shape of FHIR's JSON.

    Raises:
        KnownError: ``referral.not_fhir``.
    """
    try:
        words = data.decode("utf-8-sig").strip()
        return _of_xml(words) if words.startswith("<") else msgspec.json.decode(words.encode())
    except (ValueError, msgspec.DecodeError, ET.ParseError, RecursionError) as error:
        raise KnownError("referral.not_fhir") from error


def _of_xml(words: str) -> Json:
    """FHIR's XML in the shape of its JSON, but that what stands there once is not in a list."""
    if "<!DOCTYPE" in words or "<!ENTITY" in words:
        raise ValueError("FHIR has no document type")  # it could swell a small file without end
    root = ET.fromstring(words)  # noqa: S314 - without a document type there is nothing to expand or fetch
    return {"resourceType": root.tag.removeprefix(_FHIR), **_of_element(root)}


def _of_element(element: ET.Element) -> Json:
    made: Json = {name: value for name, value in element.attrib.items() if name in {"id", "url"}}
    for child in element:
        name = child.tag.removeprefix(_FHIR)
        if name == "resource" and len(child):
            value: Any = {"resourceType": child[0].tag.removeprefix(_FHIR), **_of_element(child[0])}
        elif "value" in child.attrib:
            value = child.attrib["value"]
            if len(child):
                _put(made, f"_{name}", _of_element(child))
        elif child.tag.startswith(_XHTML):
            child.tail = None
            name, value = "div", ET.tostring(child, encoding="unicode", method="html")
        else:
            value = _of_element(child)
        _put(made, name, value)
    return made


def _put(made: Json, name: str, value: Any) -> None:
    if name in made:
        made[name] = [*many(made[name]), value]
    else:
        made[name] = value


def plain(narrative: str) -> str:
    """The words of a narrative (XHTML): what people read, without what it looks like."""
    lines = unescape(_TAG.sub("", _LINE_END.sub("\n", narrative))).splitlines()
    return "\n".join(filter(None, (line.strip() for line in lines)))


def many(value: Any) -> list[Any]:
    """What stands there as a list; FHIR's XML does not say whether one thing is one of several."""
    return value if isinstance(value, list) else [] if value is None else [value]


def dicts(value: Any) -> list[Json]:
    """The objects that stand there."""
    return [one for one in many(value) if isinstance(one, dict)]


def only(value: Any) -> Json:
    """The first of what stands there, as an object; empty where there is none."""
    return next(iter(dicts(value)), {})


def words_of(value: Any) -> str:
    """Text as it stands; anything else than text or a number is none."""
    return value if isinstance(value, str) else str(value) if type(value) in {int, float} else ""


def shown(reference: Any) -> str:
    """What a reference says for people to read."""
    return words_of(only(reference).get("display"))


def codings(concepts: Any) -> list[Json]:
    """The codes of one or several concepts."""
    return [coding for one in dicts(concepts) for coding in dicts(one.get("coding"))]


def code_words(resource: Json) -> str:
    """The words of the first code of a resource that has any."""
    return next((words_of(one.get("display")) for one in codings(resource.get("code"))), "")


def extension(holder: Any, url: str, value: str) -> Any:
    """The value of an extension, by its whole address or by the end of one of HL7's."""
    found = dicts(only(holder).get("extension"))
    return next(
        (
            one.get(value)
            for one in found
            if words_of(one.get("url")).rpartition("/")[2] == url or one.get("url") == url
        ),
        None,
    )


def day_of(value: Any) -> date | None:
    """A date; of a moment its day, and of a year or month alone none."""
    try:
        return date.fromisoformat(words_of(value)[:10])
    except ValueError:
        return None


def moment_of(value: Any) -> datetime | None:
    """An aware moment; a day alone is none."""
    try:
        found = datetime.fromisoformat(words_of(value))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
