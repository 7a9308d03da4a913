"""Erasure in the words of the team: what was asked, on which article, what goes and what stays."""

from datetime import datetime

from gpconnect.documents.refusal_letter import COMPLAIN, GROUNDS, LAW
from gpconnect.domain.erasure import Article, Erasure, ErasureRefusal, ErasureStatus, Refusal
from gpconnect.services.erasing import LEGAL, PATIENT, Asked, Part
from gpconnect.services.erasing_standing import DeviceReceipt, TooEarly
from gpconnect.ui import text
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate
from gpconnect.ui.parts import Row
from gpconnect.ui.patients.words import say

ARTICLES: dict[str, str] = {
    Article.ON_REQUEST: QT_TRANSLATE_NOOP("patients", "Op verzoek van jeugdige of ouders (Jeugdwet 7.3.9)"),
    Article.GDPR: QT_TRANSLATE_NOOP("patients", "Recht op wissen (AVG artikel 17)"),
    Article.RETENTION: QT_TRANSLATE_NOOP("patients", "Bewaartermijn voorbij (Jeugdwet 7.3.8)"),
}
REFUSALS: dict[str, str] = {
    Refusal.INTEREST_OF_ANOTHER: QT_TRANSLATE_NOOP("patients", "Geweigerd: een ander heeft er groot belang bij"),
    Refusal.LAW: QT_TRANSLATE_NOOP("patients", "Geweigerd: een wet laat het niet toe"),
}
_GROUNDS: dict[str, str] = {
    Refusal.INTEREST_OF_ANOTHER: QT_TRANSLATE_NOOP(
        "patients", "Een ander heeft er groot belang bij dat het blijft (Jeugdwet 7.3.9 lid 2)"
    ),
    Refusal.LAW: QT_TRANSLATE_NOOP("patients", "Een wet eist dat het blijft (Jeugdwet 7.3.9 lid 2)"),
}
PARTS = {
    "note": QT_TRANSLATE_NOOP("patients", "Notitie"),
    "goal": QT_TRANSLATE_NOOP("patients", "Doel"),
    "handover": QT_TRANSLATE_NOOP("patients", "Overdracht"),
    "response": QT_TRANSLATE_NOOP("patients", "Evaluatieformulier"),
    "statement": QT_TRANSLATE_NOOP("patients", "Eigen verklaring"),
}
_OTHER = QT_TRANSLATE_NOOP("patients", "Ander stuk")


def part(one: Part) -> str:
    """A record that can go by itself: what, when, by whom. Never what stands in it."""
    name = one.title or say(PARTS, one.kind if one.kind in PARTS else "") or translate("patients", _OTHER)
    return text.join(name, text.moment(one.at), one.author)


def requester(one: Asked) -> str:
    """Who asked."""
    known = {
        PATIENT: translate("patients", "de jeugdige"),
        LEGAL: translate("patients", "iemand die dat wettelijk mag"),
    }
    return one.requested_by or known.get(one.erasure.requested_by, translate("patients", "iemand uit het gezin"))


def badge(one: Asked, now: datetime) -> tuple[str, str]:
    """Where it stands, with the tone."""
    if one.done:
        return translate("patients", "Vernietigd"), "neutral"
    if one.under_way:
        return translate("patients", "Wordt vernietigd"), "attention"
    if one.too_early is not None and one.due_at is not None and now < one.due_at:
        return translate("patients", "Wacht tot {day}").format(day=text.moment(one.due_at)), "attention"
    known = {
        ErasureStatus.REQUESTED: (translate("patients", "Geblokkeerd"), "attention"),
        ErasureStatus.UNDONE: (translate("patients", "Teruggedraaid"), "good"),
    }
    return known.get(one.erasure.status, (say(REFUSALS, one.erasure.reason), "neutral"))


def title(asked: Erasure) -> str:
    """What it is about."""
    if not asked.parts:
        return translate("patients", "Het hele dossier")
    return text.count(
        len(asked.parts),
        translate("patients", "stuk uit het dossier"),
        translate("patients", "stukken uit het dossier"),
    )


def sentences(one: Asked, now: datetime) -> list[tuple[str, str]]:
    """What was asked and what can be done now."""
    asked = one.erasure
    said = translate("patients", "Gevraagd door {who} op {day}, opgeschreven door {by}.").format(
        who=requester(one), day=text.full_date(text.local(asked.requested_at).date()), by=one.by
    )
    found = [(said, say(ARTICLES, asked.article))]
    if one.under_way:
        words = translate(
            "patients",
            "Het is onderweg: zodra de server het heeft, verdwijnt alles op dit apparaat en bij de collega's.",
        )
        return [*found, (words, "")]
    if asked.status is not ErasureStatus.REQUESTED:
        return found
    found.append((_when(one, now), ""))
    if one.too_early is not None and one.due_at is not None and now < one.due_at:
        found.append((_too_early(one.too_early, one.due_at), ""))
    if one.second:
        words = translate("patients", "Het gaat om meer dan twintig stukken in een week: een collega vernietigt.")
        found.append((words, ""))
    return found


def grounds() -> tuple[tuple[str, str], ...]:
    """The grounds of the law on which a request may be refused, to choose from."""
    return tuple((str(key), say(_GROUNDS, key)) for key in Refusal)


def law(one: Asked) -> str:
    """The article that a refusal of this request rests on."""
    return LAW[one.erasure.article]


def told_badge(refusal: ErasureRefusal) -> tuple[str, str]:
    """Whether the family knows, with the tone."""
    if refusal.told_at is None:
        return translate("patients", "Nog vertellen aan het gezin"), "attention"
    words = translate("patients", "Het gezin weet het sinds {day}, van {who}")
    return words.format(day=text.full_date(text.local(refusal.told_at).date()), who=refusal.told_by), "good"


def to_read_out(one: Asked, refusal: ErasureRefusal) -> tuple[str, ...]:
    """What to say to the family, in the words of the letter. Dutch, whatever the language of the screen."""
    what = "een deel van het dossier" if one.erasure.parts else "het dossier"
    decided = f"Je vroeg ons {what} te wissen. Dat doen we niet, omdat {GROUNDS[refusal.ground]}."
    return (f"{decided} {refusal.reason}", *COMPLAIN)


def _when(one: Asked, now: datetime) -> str:
    if one.due_at is None:
        return translate("patients", "De zeven dagen beginnen zodra dit verzoek is verstuurd.")
    day = text.full_date(text.local(one.due_at).date())
    if now < one.due_at:
        words = translate("patients", "Tot {when} kan iedereen in het team dit terugdraaien. Daarna mag het weg.")
        return words.format(when=f"{day} {text.clock(one.due_at)}")
    return translate("patients", "De zeven dagen zijn om sinds {day}. Terugdraaien kan nog.").format(day=day)


def _too_early(early: TooEarly, due_at: datetime) -> str:
    """A destruction that the hub's clock refused: what happened, what is safe, when it can."""
    words = translate(
        "patients",
        "{who} wilde dit vernietigen, maar op {at} waren de zeven dagen volgens de server nog niet om. Dat telt niet: "
        "er is niets weg. Het kan vanaf {when}. Kijk of de klok van die computer goed staat.",
    )
    who = early.by or translate("patients", "Een collega")
    return words.format(who=who, at=text.moment(early.at), when=text.moment(due_at))


def receipt(one: DeviceReceipt) -> Row:
    """One device: done, or since when it is off."""
    name = one.name or translate("patients", "Een apparaat dat hier niet meer staat")
    after = translate("patients", "dit apparaat") if one.own else ""
    if one.done_at is not None:
        done = translate("patients", "gewist op {when}").format(when=text.moment(one.done_at))
        return Row(one.device, name, after, done, badge=translate("patients", "Klaar"), tone="good", bold=False)
    heard = (
        translate("patients", "staat uit of synct niet sinds {when}").format(when=text.moment(one.heard_at))
        if one.heard_at is not None
        else translate("patients", "heeft nog niet gesynct")
    )
    return Row(one.device, name, after, heard, badge=translate("patients", "Nog niet"), tone="attention", bold=False)
