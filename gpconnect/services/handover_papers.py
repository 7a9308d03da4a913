"""What leaves with a warm handover: the letter, the file for the receiver's own system, or both in a secure mail.

Each is made from the view of the handover: what is withheld from this receiver is in none of them.
"""

from collections.abc import Mapping
from datetime import date

from gpconnect.domain.consent import Ground
from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import RelatedPerson
from gpconnect.domain.schedule import Site
from gpconnect.domain.typed import readable_phone
from gpconnect.exchange.referral import Agreed, Child, Near, Party, Referral, Section
from gpconnect.services import handover_letters
from gpconnect.services.handover_views import DetailView
from gpconnect.services.session import Session
from gpconnect.storage import rows

FILES = {"letter": ".pdf", "mail": ".eml", "file": ".json"}
"""How a handover leaves on paper or as a file, and what such a file ends in."""
_PDF, _FHIR = "application/pdf", "application/fhir+json"


def made(session: Session, view: DetailView, dates: Mapping[str, date], how: str) -> bytes:
    """What leaves, as a file.

    Args:
        session: of the worker, who sends it.
        view: the handover.
        dates: `answer_due` and `callback_due`, as sending sets them.
        how: one of `FILES`.

    Raises:
        KnownError: ``handover.no_secure_mail`` when the receiver has no address for secure mail.
    """
    makers = {"letter": handover_letters.letter, "mail": _mail, "file": _bundle}
    return makers[how](session, view, dates)


def referral(session: Session, view: DetailView, dates: Mapping[str, date]) -> Referral:
    """The handover free of any format: what the letter says."""
    one, patient = view.handover, view.patient
    site = rows.get(session.db, Site, patient.site_id) if patient.site_id else None
    agreed = handover_letters.consent_text(view)
    texts = {point.key: point.text for point in view.points} | ({"consent": agreed} if agreed else {})
    near = rows.where(session.db, RelatedPerson, "patient_id = ? AND archived = 0", (patient.id,), order="name")
    provider = view.provider
    return Referral(
        number=one.id,
        status=one.status,
        made_at=session.now(),
        child=Child(
            patient.given_name,
            patient.prefix,
            patient.family_name,
            patient.birth_date,
            patient.gender,
            patient.phone,
            patient.interpreter,
        ),
        sender=Party(session.actor.organization, session.actor.name, site.phone if site else ""),
        receiver=Party(
            one.provider_name,
            provider.contact if provider else "",
            provider.phone if provider else "",
            provider.secure_mail if provider else "",
        ),
        access_route=one.access_route,
        safety=one.safety,
        ground=one.ground or Ground.CONSENT,
        ground_why=one.ground_reason,
        doctor=patient.practitioner_name,
        people=tuple(Near(each.name, each.relation, each.phone) for each in near),
        sections=tuple(
            Section(point.key, point.label, "" if point.withheld else texts[point.key], withheld=point.withheld)
            for point in view.points
        ),
        agreed=_agreed(view),
        answer_by=dates["answer_due"],
        callback_on=dates["callback_due"],
    )


def _agreed(view: DetailView) -> tuple[Agreed, ...]:
    """Who agreed to sharing with this receiver; nobody where it rests on another ground."""
    if (view.handover.ground or Ground.CONSENT) is not Ground.CONSENT:
        return ()
    return tuple(
        Agreed("" if one.given_by == PATIENT else one.given_by_name or "ouder", one.form, one.acted_on)
        for one in handover_letters.agreed(view)
    )


def _bundle(session: Session, view: DetailView, dates: Mapping[str, date]) -> bytes:
    from gpconnect.exchange.referral_bundle import bundle

    return bundle(referral(session, view, dates))


def _mail(session: Session, view: DetailView, dates: Mapping[str, date]) -> bytes:
    """A draft to the receiver's secure address with letter and file; nothing outside them names the child."""
    from gpconnect.exchange.mail_file import Attachment, message

    address = view.provider.secure_mail if view.provider else ""
    if not address:
        raise KnownError("handover.no_secure_mail", name=view.handover.provider_name)
    site = rows.get(session.db, Site, view.patient.site_id) if view.patient.site_id else None
    sender = ", ".join(filter(None, (session.actor.name, session.actor.organization)))
    phone = f"\nTelefoon: {readable_phone(site.phone)}" if site and site.phone else ""
    words = (
        "Goedendag,\n\nIn de bijlagen staat een overdracht: een brief om te lezen, en hetzelfde als bestand voor uw "
        f"eigen systeem (FHIR R4).\nGraag uw antwoord uiterlijk {dates['answer_due']:%d-%m-%Y}.\n\n"
        f"Vriendelijke groet,\n{sender}{phone}\n"
    )
    return message(
        address,
        f"Beveiligd bericht van {session.actor.organization}",
        words,
        (
            Attachment("overdracht.pdf", _PDF, handover_letters.letter(session, view, dates)),
            Attachment("overdracht.json", _FHIR, _bundle(session, view, dates)),
        ),
    )
