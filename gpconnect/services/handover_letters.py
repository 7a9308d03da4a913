"""The letter of a warm handover, made from its view: what is withheld never reaches the paper."""

from collections.abc import Mapping
from datetime import date

from gpconnect.domain.consent import Consent, Decision, Ground
from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.handover import Safety
from gpconnect.domain.people import Patient, RelatedPerson, Relation
from gpconnect.domain.schedule import Site
from gpconnect.domain.typed import readable_phone
from gpconnect.services.consents import ConsentLine
from gpconnect.services.handover_views import DetailView
from gpconnect.services.session import Session
from gpconnect.storage import rows

GROUNDS = {
    Ground.CONSENT: "Toestemming (Jeugdwet 7.3.11)",
    Ground.DIRECTLY_INVOLVED: "Rechtstreeks betrokken bij de hulp (Jeugdwet 7.3.11 lid 2)",
    Ground.LEGAL_DUTY: "Wettelijke plicht (Jeugdwet 7.3.11 lid 1)",
    Ground.SUBSTITUTE: "Vervanging van de hulpverlener (Jeugdwet 7.3.11 lid 2)",
    Ground.GUARDIANSHIP: "Uitvoering van een maatregel (Jeugdwet 7.3.11 lid 4)",
    Ground.SAFE_HOME: "Melding aan Veilig Thuis (Wmo 2015 5.2.6)",
}
ROUTES = {
    AccessRoute.FREELY_ACCESSIBLE: "Vrij toegankelijk",
    AccessRoute.GP_LETTER: "Verwijsbrief van de huisarts (Jeugdwet 2.6 lid 1 onder g)",
    AccessRoute.DECISION: "Besluit van de gemeente, onder mandaat van de jeugdwerker (Jeugdwet 2.3)",
    AccessRoute.CERTIFIED_INSTITUTION: "Gecertificeerde instelling (Jeugdwet 3.5)",
}
SAFETY = {
    Safety.SAFE: "Veilig",
    Safety.CONCERNS_WITH_AGREEMENTS: "Zorgen, met afspraken",
    Safety.UNSAFE: "Onveilig",
}
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


def letter(session: Session, view: DetailView, dates: Mapping[str, date]) -> bytes:
    """The letter as PDF, dated today.

    Args:
        session: of the worker, who signs it.
        view: the handover.
        dates: `answer_due` and `callback_due`, as sending sets them.
    """
    # reportlab is loaded on first use: nobody waits for it at the start.
    from gpconnect.documents import letters

    handover, patient = view.handover, view.patient
    site = rows.get(session.db, Site, patient.site_id) if patient.site_id else None
    agreed = consent_text(view)
    texts = {point.key: point.text for point in view.points} | ({"consent": agreed} if agreed else {})
    return letters.handover_letter(
        letters.LetterData(
            to_name=handover.provider_name,
            to_address=f"t.a.v. {view.provider.contact}" if view.provider and view.provider.contact else "",
            from_name=session.actor.name,
            from_organization=session.actor.organization,
            from_phone=readable_phone(site.phone) if site else "",
            written_on=session.today(),
            child_name=view.name,
            birth_date=patient.birth_date,
            access_route=ROUTES[handover.access_route],
            safety=SAFETY[handover.safety],
            ground=ground_text(view),
            points=tuple(
                letters.LetterPoint(point.label, "" if point.withheld else texts[point.key], withheld=point.withheld)
                for point in view.points
            ),
            people=_people(session, patient),
            case_lead=view.lead,
            answer_by=dates["answer_due"],
            callback_on=dates["callback_due"],
        )
    )


def ground_text(view: DetailView) -> str:
    """On which ground it is shared, with who agreed or why it is not asked."""
    ground = view.handover.ground or Ground.CONSENT
    more = consent_text(view) if ground is Ground.CONSENT else view.handover.ground_reason
    return ". ".join(filter(None, (GROUNDS[ground], more)))


def consent_text(view: DetailView) -> str:
    """Who agreed to share with this receiver, how and when; empty when that does not stand today."""
    return "; ".join(_said(one, view) for one in agreed(view))


def agreed(view: DetailView) -> list[Consent]:
    """The yes of everybody who agreed, while consent to share with this receiver stands."""
    if view.consent is None or not view.consent.standing.is_given:
        return []
    return _last(view.consent)


def _last(line: ConsentLine) -> list[Consent]:
    """The last word of everybody who decides."""
    found: dict[str, Consent] = {}
    for one in reversed(line.past):
        found[one.given_by] = one
    return [one for one in found.values() if one.decision is Decision.GIVEN]


def _said(consent: Consent, view: DetailView) -> str:
    who = view.patient.given_name if consent.given_by == PATIENT else consent.given_by_name or "ouder"
    how = {"oral": "mondeling", "written": "schriftelijk"}[str(consent.form)]
    return f"{who} is akkoord ({how}, {consent.acted_on:%d-%m-%Y})"


def _people(session: Session, patient: Patient) -> tuple[tuple[str, str, str], ...]:
    near = rows.where(session.db, RelatedPerson, "patient_id = ? AND archived = 0", (patient.id,), order="name")
    found = [(one.name, RELATIONS[one.relation], readable_phone(one.phone)) for one in near]
    own = [(patient.given_name, "jeugdige", readable_phone(patient.phone))] if patient.phone else []
    doctor = [(patient.practitioner_name, "huisarts", "")] if patient.practitioner_name else []
    return tuple(own + found + doctor)
