"""Who must agree today, why, and who is still to be asked: in one or two sentences with their article."""

from gpconnect.domain.consent import Decision, Scope
from gpconnect.domain.consenting import PATIENT, Party, StandingStatus, Why
from gpconnect.services.cards import SHARING
from gpconnect.services.consents import Asked, ConsentLine
from gpconnect.services.purposes import FEEDBACK, HELP
from gpconnect.ui import text
from gpconnect.ui.marked import translate
from gpconnect.ui.patients import words

_TONES = {
    StandingStatus.GIVEN: "good",
    StandingStatus.MISSING: "attention",
    StandingStatus.EXPIRED: "attention",
    StandingStatus.REFUSED: "danger",
    StandingStatus.WITHDRAWN: "danger",
}


def title(line: ConsentLine) -> str:
    """What is asked: ``Hulp door Buurtzorg Jong``."""
    recipient = line.question.recipient_name
    if line.question.purpose == HELP:
        return translate("patients", "Hulp door {recipient}").format(recipient=recipient)
    if line.question.purpose == FEEDBACK:
        return translate("patients", "Terugkoppeling aan {recipient}").format(recipient=recipient)
    if line.question.purpose == SHARING:
        return translate("patients", "Afspraken bij {recipient} delen met het team").format(recipient=recipient)
    return translate("patients", "Delen met {recipient}").format(recipient=recipient)


def badge(line: ConsentLine) -> tuple[str, str]:
    """Words and tone of where it stands."""
    return words.say(words.STANDING, line.standing.status), _TONES[line.standing.status]


def sentences(line: ConsentLine, given_name: str) -> list[tuple[str, str]]:
    """Who decides with the article, and then who is still to be asked."""
    articles = translate("patients", "Jeugdwet {articles}").format(articles=_and(list(line.articles)))
    found = [(_rule(line).format(name=given_name, age=line.age, recipient=line.question.recipient_name), articles)]
    found += [(_why(one, given_name), "") for one in line.asked if one.why is not None and one.decision is None]
    found += [(_changed(one, given_name), "") for one in line.asked if one.why and one.decision is Decision.GIVEN]
    if line.exception:
        found.append((translate("patients", "Reden zonder de ouders: {why}").format(why=line.exception), ""))
    if "authority_unverified" in line.standing.notes:
        found.append((translate("patients", "Of deze ouder gezag heeft, is aan de balie niet nagekeken."), ""))
    return found


def who(one: Asked, given_name: str) -> str:
    """What somebody is called here."""
    if one.given_by == PATIENT:
        return given_name
    return (
        one.name or translate("patients", "Ouder aan de balie")
        if one.given_by
        else translate("patients", "Ouder met gezag")
    )


def answer(one: Asked) -> str:
    """``akkoord, mondeling, di 3 nov``, or that nobody asked yet."""
    if one.decision is None or one.acted_on is None:
        return translate("patients", "nog niet gevraagd")
    form = words.say(words.FORMS, one.form)
    said = f"{words.say(words.DECISIONS, one.decision).lower()}, {form}, {text.full_date(one.acted_on)}"
    if one.expires_on is None:
        return said
    return translate("patients", "{said}, tot en met {day}").format(said=said, day=text.full_date(one.expires_on))


def _rule(line: ConsentLine) -> str:
    parties = set(line.parties)
    if Party.REPRESENTATIVE in parties:
        return translate("patients", "{name} wordt vertegenwoordigd; de vertegenwoordiger beslist.")
    if line.question.scope is Scope.HELP:
        return _help_rule(line, parties)
    if Party.PARENTS in parties:
        return translate("patients", "{name} is {age}: alle ouders met gezag beslissen of {recipient} iets mag weten.")
    return translate("patients", "{name} is {age} en beslist zelf of {recipient} iets mag weten.")


def _help_rule(line: ConsentLine, parties: set[Party]) -> str:
    if line.exception:
        return translate("patients", "{name} ({age}) krijgt hulp zonder toestemming van de ouders.")
    if len(parties) > 1:
        return translate(
            "patients", "{name} is {age}: voor hulp moeten {name} zelf en alle ouders met gezag akkoord zijn."
        )
    if Party.PARENTS in parties:
        return translate("patients", "{name} is {age}: alle ouders met gezag beslissen over hulp.")
    return translate("patients", "{name} is {age} en beslist zelf over hulp.")


def _why(one: Asked, given_name: str) -> str:
    if one.why is Why.SECOND_UNKNOWN:
        return translate(
            "patients",
            "Heeft nog een ouder gezag? Zet die hieronder erbij, ook als die geen gezag heeft (BW 1:251).",
        )
    if not one.given_by:
        return translate("patients", "Wie gezag heeft is nog niet vastgelegd; vul dat hieronder in.")
    if one.why is Why.AUTHORITY_UNKNOWN:
        return translate("patients", "Kijk eerst na of {name} gezag heeft.").format(name=who(one, given_name))
    return translate("patients", "{name} nog vragen.").format(name=who(one, given_name))


def _changed(one: Asked, given_name: str) -> str:
    """Somebody said yes once, and that no longer counts."""
    if one.why is Why.EXPIRED:
        return translate("patients", "Het akkoord van {name} is verlopen; vraag het opnieuw.").format(
            name=who(one, given_name)
        )
    if one.why is Why.TOO_YOUNG_THEN:
        return translate("patients", "{name} was toen nog geen 12; vraag het opnieuw.").format(name=given_name)
    return translate("patients", "{name} zei ja, maar het gezag is nog niet nagekeken.").format(
        name=who(one, given_name)
    )


def _and(parts: list[str]) -> str:
    return translate("patients", " en ").join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)
