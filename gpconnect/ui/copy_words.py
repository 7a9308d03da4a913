"""Copies and checks in words, the same in the window and on the command line."""

from collections import Counter
from datetime import datetime

from gpconnect.domain.errors import KnownError
from gpconnect.services.damaged import Damaged
from gpconnect.services.keeping import FileCheck
from gpconnect.services.mending import Plan
from gpconnect.services.restoring import Contents, Preview
from gpconnect.services.returned import Returned
from gpconnect.ui import messages, text, way_words
from gpconnect.ui.marked import QT_TRANSLATE_NOOP, translate
from gpconnect.ui.sharing import words

_CONTEXT = "copies"
_FINE = QT_TRANSLATE_NOOP(
    "copies", "Alle bladzijden zijn heel. Alle rijen zijn gelezen en de ketens, de nummering en de zoekindex kloppen."
)
_MOST_KINDS = 6
_DAMAGE = {"pages", "structure"}


def found(check: FileCheck) -> list[str]:
    """What a check found, one sentence a subject."""
    if check.ok:
        return [translate(_CONTEXT, _FINE)]
    parts = [(code, number) for code, _, number in (one.partition(" ") for one in check.found)]
    # What says that nothing is lost would contradict what says beside it that something is damaged.
    beside = {one: f"{one}_too" for one in ("search", "records")} if _DAMAGE & {code for code, _ in parts} else {}
    return [messages.say(KnownError(f"check.{beside.get(code, code)}", count=number)) for code, number in parts]


def damage(what: Damaged) -> list[str]:
    """Whose dossiers lost something, where it still stands, what stands nowhere else, and what to do."""
    if what.all:
        return [translate("copies", "Er is niets meer uit dit bestand te lezen. Zet de nieuwste kopie terug.")]
    lines = []
    if what.names:
        lines.append(
            translate("copies", "In deze dossiers is iets beschadigd: {names}.").format(names=", ".join(what.names))
        )
    if what.others:
        many = text.count(what.others, translate("copies", "dossier"), translate("copies", "dossiers"))
        lines.append(translate("copies", "Beschadigd, zonder naam: {count}.").format(count=many))
    if what.besides:
        lines.append(translate("copies", "Ook iets buiten de dossiers is niet te lezen."))
    lines += _comes_back(what) if lines else []
    return lines or [translate("copies", "Er is geen dossier beschadigd; wat stuk is, hoort bij geen enkel kind.")]


def _comes_back(what: Damaged) -> list[str]:
    if what.copy_at is None:
        return [
            translate(
                "copies",
                "Er is geen goede kopie. Met Herstellen wordt het bestand opnieuw opgebouwd uit wat hier nog te "
                "lezen is en uit wat de server heeft. Je ziet eerst wat er gebeurt.",
            )
        ]
    words_of = translate(
        "copies",
        "Met Herstellen wordt de kopie van {when} de basis, en komt erbij wat hier nog te lezen is. Wat je daarna deed "
        "en al verstuurd was, komt vanzelf terug van de server. Je ziet eerst wat er gebeurt.",
    )
    lines = [words_of.format(when=text.moment(what.copy_at))]
    if what.unsent:
        unsent = text.count(what.unsent, translate("copies", "wijziging"), translate("copies", "wijzigingen"))
        lines.append(
            translate(
                "copies", "Let op: {count} in deze dossiers heeft de server nog niet. Synchroniseer eerst als dat lukt."
            ).format(count=unsent)
        )
    return lines


def mending(plan: Plan) -> list[str]:
    """What comes back from where when the file is mended, and what is lost for good."""
    what = plan.outlook
    lines = [_ground(plan)]
    if plan.copy is None and plan.hub:
        lines.append(translate("copies", "Wat al verstuurd was, haalt GPConnect helemaal opnieuw op bij de server."))
    if what.from_copy:
        words_of = translate("copies", "Hier niet meer te lezen en wel in de kopie: {count}.")
        lines.append(words_of.format(count=_deeds(what.from_copy)))
    if what.from_hub:
        words_of = translate("copies", "Van de server komt bij de eerstvolgende synchronisatie: {count}.")
        lines.append(words_of.format(count=_deeds(what.from_hub)))
    lines += _lost(plan)
    if what.lines:
        words_of = translate(
            "copies", "Ook {count} van het inzagelog zijn niet meer te lezen. Op hun plek staat straks dat ze er waren."
        )
        many = text.count(what.lines, translate("copies", "regel"), translate("copies", "regels"))
        lines.append(words_of.format(count=many))
    return lines


def _ground(plan: Plan) -> str:
    """What the mended file begins with, and what comes to it from here; a number is told only when it is one."""
    base = translate("copies", "Er is geen goede kopie. De basis is een leeg bestand.")
    if plan.copy is not None:
        base = translate("copies", "De basis is de kopie van {when}.").format(when=text.moment(plan.copy.made_at))
    parts = []
    if plan.outlook.kept:
        kept = translate("copies", "{kept} van daarna") if plan.copy is not None else "{kept}"
        parts.append(kept.format(kept=_deeds(plan.outlook.kept)))
    if plan.outlook.drafts:
        drafts = translate("copies", "{drafts} waar je nog aan schrijft")
        parts.append(drafts.format(drafts=_drafts(plan.outlook.drafts)))
    if not parts:
        return base
    more = translate("copies", "Daarbij komt wat hier nog te lezen is: {what}.")
    both = translate("copies", "{kept} en {drafts}").format(kept=parts[0], drafts=parts[-1])
    return f"{base} {more.format(what=both if len(parts) > 1 else parts[0])}"


def _lost(plan: Plan) -> list[str]:
    what, lines = plan.outlook, []
    if what.untold:
        lines.append(
            translate(
                "copies",
                "Van een deel is niet meer te zien wat het was. Wat daarvan niet verstuurd was, is verloren: kijk na "
                "het herstellen na wat je als laatste deed.",
            )
        )
    elif not what.lost and not what.lost_drafts:
        lines.append(translate("copies", "Er gaat niets van je werk verloren."))
    if what.lost_drafts:
        words_of = translate(
            "copies",
            "Niet meer te lezen: {drafts} waar je nog aan schrijft. Wat daarvan in de kopie staat, komt terug.",
        )
        lines.append(words_of.format(drafts=_drafts(what.lost_drafts)))
    if what.lost:
        whose = [*plan.names]
        if plan.others:
            others = text.count(plan.others, translate("copies", "dossier"), translate("copies", "dossiers"))
            whose.append(translate("copies", "{count} zonder naam").format(count=others))
        among = translate("copies", ", bij {whose}").format(whose=", ".join(whose)) if whose else ""
        words_of = (
            translate("copies", "Verloren: {count} die nog nergens anders staat{whose}. Kijk die na het herstellen na.")
            if len(what.lost) == 1
            else translate(
                "copies", "Verloren: {count} die nog nergens anders staan{whose}. Kijk die na het herstellen na."
            )
        )
        lines.append(words_of.format(count=_deeds(len(what.lost)), whose=among))
    return lines


def returned(what: Returned) -> str:
    """What took the place of the file, what is still to come from the hub, and what is lost."""
    when = text.moment(what.copy_at) if what.copy_at else translate("copies", "onbekend wanneer")
    lines = [_base(what).format(at=text.moment(what.at), when=when, kept=_deeds(what.kept))]
    if what.asked_hub:
        lines.append(translate("copies", "Wat verder al verstuurd was, is teruggehaald bij de server."))
    elif what.hub:
        lines.append(
            translate("copies", "Wat verder al verstuurd was, halen we terug bij de server zodra die bereikbaar is.")
        )
    if what.lost:
        words_of = translate(
            "copies", "Verloren: {count} die nog niet verstuurd waren. Kijk na wat je als laatste deed."
        )
        lines.append(words_of.format(count=_deeds(what.lost)))
    lines += _gone(what)
    lines.append(translate("copies", "Het bestand van daarvoor blijft een maand apart bewaard."))
    return " ".join(lines)


def _base(what: Returned) -> str:
    if not what.mended:
        return translate("copies", "Op {at} is de kopie van {when} teruggezet.")
    if what.copy_at:
        if what.kept:
            return translate("copies", "Op {at} is de kopie van {when} de basis geworden, met {kept} van daarna.")
        return translate("copies", "Op {at} is de kopie van {when} de basis van je bestand geworden.")
    if what.kept:
        return translate("copies", "Op {at} is je bestand opnieuw opgebouwd uit wat nog te lezen was: {kept}.")
    return translate("copies", "Op {at} is je bestand opnieuw opgebouwd.")


def _gone(what: Returned) -> list[str]:
    """What is lost that no number of operations tells."""
    lines = []
    if what.unread:
        lines.append(
            translate(
                "copies",
                "Uit het bestand van daarvoor was niets te lezen. Wat je na de kopie deed en niet verstuurd was, is er "
                "niet bij: kijk na wat je als laatste deed.",
            )
        )
    if what.behind:
        words_of = (
            translate("copies", "Het bestand van daarvoor hield {count} meer vast dan de kopie, tot {until}.")
            if what.until
            else translate("copies", "Het bestand van daarvoor hield {count} meer vast dan de kopie.")
        )
        lines.append(words_of.format(count=_deeds(what.behind), until=text.moment(what.until) if what.until else ""))
    if what.behind and what.asked_hub:
        missing = max(what.behind - what.back, 0)
        words_of = (
            translate(
                "copies", "Daarvan kwamen {back} terug van de hub, en {missing} niet: kijk na wat je als laatste deed."
            )
            if missing
            else translate("copies", "Sindsdien kwam er minstens zoveel terug van de server.")
        )
        lines.append(words_of.format(back=_deeds(what.back), missing=_deeds(missing)))
    if what.untold:
        lines.append(
            translate(
                "copies",
                "Van een deel was niet meer te zien wat het was. Wat daarvan niet verstuurd was, is verloren: kijk na "
                "wat je als laatste deed.",
            )
        )
    if what.drafts:
        words_of = translate(
            "copies", "Niet meer te lezen: {drafts} waar je nog aan schreef. Wat daarvan in de kopie stond, is terug."
        )
        lines.append(words_of.format(drafts=_drafts(what.drafts)))
    return lines


def _drafts(number: int) -> str:
    return text.count(number, translate("copies", "notitie"), translate("copies", "notities"))


def _deeds(number: int) -> str:
    return text.count(number, translate("copies", "wijziging"), translate("copies", "wijzigingen"))


def born(preview: Preview) -> str:
    """When and by whom the copy was made."""
    made = text.moment(preview.made_at) if preview.made_at else translate("copies", "onbekend wanneer")
    words_of = (
        translate("copies", "Gemaakt {when} van het bestand van {person}, op dit apparaat.")
        if preview.same_device
        else translate("copies", "Gemaakt {when} van het bestand van {person}, op een ander apparaat.")
    )
    return words_of.format(when=made, person=preview.actor.name)


def contents(what: Contents) -> str:
    """``231 dossiers, 804 notities · laatste wijziging di 24 nov, 09:20 · laatste boeking …``."""
    parts = [
        ", ".join(
            (
                text.count(what.dossiers, translate("copies", "dossier"), translate("copies", "dossiers")),
                text.count(what.notes, translate("copies", "notitie"), translate("copies", "notities")),
            )
        )
    ]
    if what.last_change is not None:
        parts.append(translate("copies", "laatste wijziging {when}").format(when=text.moment(what.last_change)))
    if what.newest_appointment is not None:
        parts.append(translate("copies", "laatste boeking {when}").format(when=text.moment(what.newest_appointment)))
    return text.join(*parts)


def lacking(preview: Preview) -> list[str]:
    """What would go from sight: what the file of now has and the copy does not, and what of it is nowhere else."""
    lacks = preview.lacks
    if preview.empty:
        return [translate("copies", "Hier staat nog geen bestand, dus er gaat niets verloren.")]
    if lacks is None:
        return [translate("copies", "Het bestand van nu gaat niet open, dus er is niets om mee te vergelijken.")]
    if not lacks.kinds:
        return [translate("copies", "De kopie heeft alles wat het bestand van nu ook heeft.")]
    kinds: Counter[str] = Counter()
    for kind, number in lacks.kinds.items():
        name = words.kind(kind.partition(".")[0])
        kinds[name[:1].lower() + name[1:]] += number
    shown = [f"{name} ({text.integer(number)})" for name, number in kinds.most_common(_MOST_KINDS)]
    if len(kinds) > _MOST_KINDS:
        shown.append(translate("copies", "en meer"))
    total = text.count(kinds.total(), translate("copies", "wijziging"), translate("copies", "wijzigingen"))
    lines = [
        translate("copies", "Niet in de kopie: {total}, namelijk {kinds}.").format(total=total, kinds=", ".join(shown))
    ]
    if lacks.unsent:
        unsent = text.count(lacks.unsent, translate("copies", "wijziging"), translate("copies", "wijzigingen"))
        lines.append(
            translate(
                "copies",
                "Let op: {count} heeft de server nog niet. Synchroniseer eerst, anders staan die alleen nog in het "
                "oude bestand, dat bewaard blijft.",
            ).format(count=unsent)
        )
    else:
        lines.append(
            translate("copies", "De server heeft dit allemaal; na het terugzetten komt het vanzelf weer binnen.")
        )
    return lines


def preview(chosen: Preview) -> list[str]:
    """Everything to know before a copy is put back."""
    lines = [born(chosen), translate("copies", "In de kopie: {what}.").format(what=contents(chosen.holds))]
    if chosen.present is not None:
        lines.append(translate("copies", "Nu hier: {what}.").format(what=contents(chosen.present)))
    lines += lacking(chosen)
    lines += way_words.ways(chosen.ways)
    if not chosen.erasures:
        lines.append(
            translate(
                "copies",
                "Let op: wat sinds deze kopie is gewist of geblokkeerd, is hier niet te lezen. Een dossier dat "
                "intussen is gewist, staat na het terugzetten weer in het bestand, tot de server het bij de eerste "
                "synchronisatie doorgeeft. Synchroniseer daarom meteen, en kijk tot dan niet in die dossiers.",
            )
        )
    return lines


def rolled_back(at: datetime) -> str:
    """That an older file was put in place, what is safe, and what to do."""
    return translate(
        "copies",
        "Op {when} bleek dat de server dit bestand in een nieuwere versie kent: er is een kopie of een oude stand van "
        "de computer teruggezet. Er raakt niets dubbel: dit apparaat nummert opnieuw en haalt op wat ontbreekt. Wat "
        "nog niet verstuurd was, staat alleen in het nieuwere bestand; zet dat terug als je het nog hebt.",
    ).format(when=text.moment(at))
