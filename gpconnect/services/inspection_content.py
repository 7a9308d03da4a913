"""What stands in one dossier, in words and in order: everything, before it is decided who gets what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gpconnect.documents import texts
from gpconnect.documents.inspection_data import Entry, Passage
from gpconnect.documents.refusal_letter import COMPLAIN, LAW
from gpconnect.documents.refusal_letter import GROUNDS as GROUNDS_TO_KEEP
from gpconnect.domain.calendar import local_day
from gpconnect.domain.care import Encounter, EpisodeOfCare, Feedback, Goal, LeadChange
from gpconnect.domain.consent import Consent, Review
from gpconnect.domain.consenting import PATIENT
from gpconnect.domain.erasure import Erasure, ErasureRefusal, ErasureStatus
from gpconnect.domain.evaluation import Response
from gpconnect.domain.forms import Form, ItemKind
from gpconnect.domain.forms import Item as ItemOfForm
from gpconnect.domain.handing_over import CHECKLIST
from gpconnect.domain.handover import Handover
from gpconnect.domain.meldcode import MeldcodeStep
from gpconnect.domain.names import full_name
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient, RelatedPerson
from gpconnect.domain.rights import FIELD, Statement
from gpconnect.domain.schedule import Site, VisitKind
from gpconnect.domain.soap import in_words
from gpconnect.domain.staff import Staff
from gpconnect.domain.typed import readable_phone
from gpconnect.services import inspection_words as words
from gpconnect.services.desk_prints import VISITS
from gpconnect.services.handover_letters import GROUNDS, ROUTES, SAFETY
from gpconnect.services.inspection_sieve import Item, Key, Piece, facts
from gpconnect.services.resources import load_codes, load_forms
from gpconnect.services.session import AMSTERDAM, Session
from gpconnect.services.templates import as_written
from gpconnect.storage import rows

_WRITTEN = frozenset({ItemKind.TEXT, ItemKind.LONG_TEXT})
HANDOVER_TO = "handover_to"
"""Kind of a key for whatever names the receiver of a handover: its consents tell as much as itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the dossier, with what is said when nothing is in it."""

    key: str
    title: str
    items: tuple[Item, ...]
    none: str = ""


@dataclass(frozen=True, slots=True)
class _Desk:
    session: Session
    patient: Patient
    staff: dict[str, str]
    sites: dict[str, str]


def parts(session: Session, patient: Patient, *, recipient: str = "") -> tuple[Part, ...]:
    """Everything in a dossier, section by section, oldest first.

    Args:
        session: of the worker.
        patient: whose dossier.
        recipient: a related person who gets their own telephone number; others' numbers are about another.
    """
    desk = _Desk(
        session,
        patient,
        {one.id: one.name for one in rows.where(session.db, Staff)},
        {one.id: one.name for one in rows.where(session.db, Site)},
    )
    return (
        Part("person", "Jeugdige", (_person(desk),)),
        Part("contacts", "Wie eromheen staan, en het gezag", tuple(_contacts(desk, recipient))),
        Part("statements", "Eigen verklaringen", tuple(_statements(desk)), "Er is geen eigen verklaring gegeven."),
        Part("consents", "Toestemming", tuple(_consents(desk))),
        *_leading(desk),
        Part("episodes", "Trajecten", tuple(_episodes(desk))),
        Part("goals", "Doelen", tuple(_goals(desk))),
        Part("talks", "Gesprekken", tuple(_talks(desk))),
        Part("notes", "Notities", tuple(_notes(desk))),
        *_meldcode(desk),
        Part("handovers", "Overdrachten", tuple(_handovers(desk)), "Er is niets overgedragen."),
        Part("evaluation", "Vragenlijsten", tuple(_responses(desk))),
        Part("feedback", "Verteld aan de huisarts", tuple(_feedback(desk)), "Aan de huisarts is niets verteld."),
        *_refusals(desk),
    )


def when(at: datetime | date | None) -> str:
    """A day, or a day with its time, in words."""
    if at is None:
        return ""
    if isinstance(at, datetime):
        local = at.astimezone(AMSTERDAM)
        return f"{texts.day_text(local.date())}, {local:%H:%M}"
    return texts.day_text(at)


def iso(at: datetime | date | None) -> str:
    """A day or an instant in ISO 8601, instants in UTC."""
    return "" if at is None else at.isoformat()


def answers(note_id: str, form: Form | None, note: Note, corrections: list[Addendum]) -> Iterator[Piece]:
    """The passages of a note, each followed by what corrected it (GDPR article 16)."""
    asked = {item.id: item for item in form.items} if form else {}
    order = [*(key for key in asked if key in note.answers), *(key for key in note.answers if key not in asked)]
    for key in order:
        given, item = note.answers[key], asked.get(key)
        said = _said(item, given) if item else str(given if given is not None else "")
        if not said:
            continue
        own: Key = ("note", note_id, key)
        third = key in note.third_party
        yield Piece(Passage(key, item.label if item else key, said), (own,), third, _is_written(item))
        for one in corrections:
            if one.part == key:
                yield Piece(_correction(one), (own, ("addendum", one.id, "")), third)


def _is_written(item: ItemOfForm | None) -> bool:
    """Whether an answer is in somebody's own words; of a form that is not here, that is assumed."""
    return item is None or item.kind in _WRITTEN


def _said(item: ItemOfForm, given: Any) -> str:
    """An answer in words, without the question before it."""
    return in_words(item, given, load_codes()).removeprefix(f"{item.label}: ")


def _correction(one: Addendum) -> Passage:
    asked = f" op verzoek van {one.asked_by}" if one.asked_by else ""
    what = "Verbeterd" if one.part else "Verbetering bij deze notitie"
    label = f"{what}, {when(one.made_at)}, door {one.author_name}{asked}"
    return Passage("correction", label, f"{one.text}\nReden: {one.reason}" if one.reason else one.text)


def _person(desk: _Desk) -> Item:
    one = desk.patient
    name = full_name(one.given_name, one.prefix, one.family_name)
    said = {
        "name": name,
        "birth_date": texts.day_text(one.birth_date),
        "gender": words.GENDERS[one.gender] if one.gender else "",
        "phone": readable_phone(one.phone),
        "case_lead": desk.staff.get(one.case_lead, ""),
        "bsn_status": _bsn(one),
        "opened_at": when(one.opened_at),
        "research_objection": "nee, daar is bezwaar tegen gemaakt (Jeugdwet 7.3.12)" if one.research_objection else "",
    }
    plain = ("bsn", "safe_contact", "address", "postcode", "city", "school", "interpreter", "accessibility")
    said |= {field: str(getattr(one, field)) for field in (*plain, "practitioner_name")}
    given = {field: (label, said[field]) for field, label in words.FIELDS.items()}
    return Item(Entry(""), (), facts(given, keys={field: (FIELD, field, "") for field in given}, free=given))


def _bsn(one: Patient) -> str:
    """How the citizen service number stands (Jeugdwet 7.2.1-7.2.4)."""
    known = words.BSN.get(one.bsn_status, "")
    return " ".join(filter(None, (known, words.BSN_CHECKED.get(one.bsn_checked_how, ""), when(one.bsn_checked_on))))


def _contacts(desk: _Desk, recipient: str) -> Iterator[Item]:
    found = rows.where(desk.session.db, RelatedPerson, "patient_id = ?", (desk.patient.id,), order="archived, name")
    for one in found:
        checked = ", ".join(filter(None, (words.VERIFIED[one.verified_how], when(one.verified_on))))
        pieces = facts(
            {
                "relation": ("Is", words.RELATIONS[one.relation]),
                "authority": ("Gezag", words.AUTHORITY[one.authority]),
                "verified": ("Gecontroleerd", checked),
                "archived": ("Stand", "staat niet meer bij het dossier" if one.archived else ""),
            }
        )
        if one.phone:
            own = Passage("phone", "Telefoon", readable_phone(one.phone))
            pieces = (*pieces, Piece(own, third_party=one.id != recipient))
        yield Item(Entry(one.name), (("related_person", one.id, ""),), pieces, telling=True)


def _statements(desk: _Desk) -> Iterator[Item]:
    found = rows.where(desk.session.db, Statement, "patient_id = ?", (desk.patient.id,), order="said_on, recorded_at")
    for one in found:
        entry = Entry("Verklaring", at=iso(one.said_on), when=when(one.said_on), by=one.said_by_name)
        noted = Passage("recorded", "Toegevoegd", f"{when(one.recorded_at)} door {one.recorded_by_name}")
        pieces = (Piece(Passage("text", "", one.text)), Piece(noted))
        yield Item(entry, (("statement", one.id, ""),), pieces)


def _consents(desk: _Desk) -> Iterator[Item]:
    for one in rows.where(desk.session.db, Consent, "person_id = ?", (desk.patient.id,), order="acted_on, recorded_at"):
        who = desk.patient.given_name if one.given_by == PATIENT else one.given_by_name or "een ouder aan de balie"
        entry = Entry(words.PURPOSES.get(one.purpose, "Toestemming om te delen"), at=iso(one.acted_on), by=who)
        pieces = facts(
            {
                "recipient": ("Voor", one.recipient_name or desk.sites.get(one.recipient, "")),
                "decision": ("Besluit", f"{words.DECISIONS[one.decision]}, {words.FORMS[one.form]}"),
                "reason": ("Toelichting", one.reason),
                "recorded_by": ("Vastgelegd door", desk.staff.get(one.recorded_by, "")),
            },
            free={"reason"},
        )
        keys: tuple[Key, ...] = (("consent", one.id, ""), (HANDOVER_TO, one.recipient, ""))
        yield Item(_dated(entry, one.acted_on), keys, pieces)


def _leading(desk: _Desk) -> Iterator[Part]:
    """Who led, and on which birthday it was looked at who decides. No section without any."""
    items = []
    for lead in rows.where(desk.session.db, LeadChange, "patient_id = ?", (desk.patient.id,), order="made_at, id"):
        given = {"before": ("Van", lead.before_name), "reason": ("Reden", lead.reason)}
        entry = _dated(Entry(f"Casusregisseur: {lead.after_name}", by=lead.made_by_name), lead.made_at)
        items.append(Item(entry, (("lead_change", lead.id, ""),), facts(given, free={"reason"})))
    for one in rows.where(desk.session.db, Review, "patient_id = ?", (desk.patient.id,), order="made_at, id"):
        given = {"age": ("Na", f"de {one.age}e verjaardag"), "words": ("Besproken", one.words)}
        entry = _dated(Entry("Nagekeken wie beslist", by=one.made_by_name), one.made_at)
        items.append(Item(entry, (("review", one.id, ""),), facts(given, free={"words"})))
    if items:
        yield Part("leading", "Wie de leiding had, en wie beslist", tuple(items))


def _meldcode(desk: _Desk) -> Iterator[Part]:
    """The steps of the reporting code; who may not have them gets no trace of the section either."""
    items = []
    found = rows.where(desk.session.db, MeldcodeStep, "patient_id = ?", (desk.patient.id,), order="day, step, id")
    for one in found:
        given = {
            "words": ("Wat er is gedaan", one.words),
            "consulted": ("Overlegd met", ", ".join(words.MELDCODE_WITH[key] for key in one.consulted)),
            **{
                key: (words.MELDCODE_QUESTIONS[key], words.MELDCODE_ANSWERS[said]) for key, said in one.weighing.items()
            },
            "decision": ("Besloten", words.MELDCODE_DECISIONS.get(one.decision, "")),
            "reported_on": ("Gemeld bij Veilig Thuis", when(one.reported_on)),
        }
        title = words.MELDCODE_STEPS[one.step] + (" (verbetert een eerdere)" if one.corrects else "")
        entry = _dated(Entry(title, by=one.made_by_name), one.day)
        items.append(Item(entry, (("meldcode_step", one.id, ""),), facts(given, free={"words"})))
    if items:
        yield Part("meldcode", "Meldcode", tuple(items))


def _episodes(desk: _Desk) -> Iterator[Item]:
    codes = load_codes()
    for one in rows.where(desk.session.db, EpisodeOfCare, "patient_id = ?", (desk.patient.id,), order="requested_on"):
        pieces = facts(
            {
                "request_for_help": ("Hulpvraag", one.request_for_help),
                "reasons": ("Gaat over", ", ".join(codes["reasons"].label(key) for key in one.reasons)),
                "started_on": ("Eerste hulp", when(one.started_on)),
                "ended_on": ("Afgesloten", when(one.ended_on)),
                "end_reason": ("Hoe het eindigde", words.END_REASONS[one.end_reason] if one.end_reason else ""),
                "destination": ("Daarna", codes["destinations"].label(one.destination) if one.destination else ""),
                "aftercare_done": ("Nazorg", when(one.aftercare_done)),
            },
            free={"request_for_help"},
        )
        entry = _dated(Entry("Traject", by=desk.staff.get(one.case_lead, "")), one.requested_on)
        yield Item(entry, (("episode_of_care", one.id, ""),), pieces)


def _goals(desk: _Desk) -> Iterator[Item]:
    for one in rows.where(desk.session.db, Goal, "patient_id = ?", (desk.patient.id,), order="id"):
        score = " → ".join(str(mark) for mark in (one.score_start, one.score_end) if mark is not None)
        pieces = facts({"score": ("Score, van -3 tot 2", score), "levels": ("Treden", "; ".join(one.levels))})
        pieces = pieces or (Piece(Passage("score", "Score", "nog geen")),)
        yield Item(Entry(one.words), (("goal", one.id, ""),), pieces, telling=True)


def _talks(desk: _Desk) -> Iterator[Item]:
    labels = {str(kind): label for kind, label in VISITS.items()} | {str(VisitKind.FIRST): "eerste gesprek"}
    for one in rows.where(desk.session.db, Encounter, "patient_id = ?", (desk.patient.id,), order="day, id"):
        outcome = load_codes()["outcomes"].label(one.outcome) if one.outcome else ""
        pieces = facts(
            {
                "site": ("Waar", desk.sites.get(one.site_id, "")),
                "minutes": ("Duur", f"{one.minutes} minuten"),
                "outcome": ("Uitkomst", outcome),
                "gp_joined": ("Huisarts", "liep even mee" if one.gp_joined else ""),
            }
        )
        title = labels.get(one.visit, one.visit).capitalize()
        entry = _dated(Entry(title, by=desk.staff.get(one.worker_id, "")), one.day)
        yield Item(entry, (("encounter", one.id, ""),), pieces)


def _notes(desk: _Desk) -> Iterator[Item]:
    db = desk.session.db
    for note in rows.where(db, Note, "patient_id = ?", (desk.patient.id,), order="signed_at, id"):
        form = as_written(note)
        added = rows.where(db, Addendum, "note_id = ?", (note.id,), order="made_at, id")
        corrections = [one for one in added if one.correction]
        pieces = list(answers(note.id, form, note, corrections))
        for one in added:
            if one.correction and one.part:
                continue
            label = f"Aanvulling van {one.author_name}, {when(one.made_at)}"
            passage = _correction(one) if one.correction else Passage("addendum", label, one.text)
            pieces.append(Piece(passage, (("addendum", one.id, ""),)))
        entry = _dated(Entry(form.title if form else note.template, by=note.author_name), note.signed_at)
        yield Item(entry, (("note", note.id, ""),), tuple(pieces))


def _handovers(desk: _Desk) -> Iterator[Item]:
    labels = load_codes()["checklist"]
    for one in rows.where(desk.session.db, Handover, "patient_id = ?", (desk.patient.id,), order="created_at, id"):
        given = {
            "status": ("Stand", words.STATES[one.status]),
            "access_route": ("Toegang", ROUTES[one.access_route]),
            "ground": ("Grond om te delen", GROUNDS[one.ground] if one.ground else ""),
            "ground_reason": ("Waarom op die grond", one.ground_reason),
            "safety": ("Veiligheid", SAFETY[one.safety]),
            "sent_at": ("Verstuurd", when(one.sent_at)),
            "meeting_at": ("Gesprek met z’n drieën", when(one.meeting_at)),
            "present": ("Erbij", ", ".join(one.present)),
            "agreements": ("Afspraken", one.agreements),
            "reason": ("Reden", one.reason),
            "callback_result": ("Nagebeld", one.callback_result),
            "completed_on": ("Overgenomen", when(one.completed_on)),
        }
        told = {point.key: (labels.label(point.key), one.checklist.get(point.key, "")) for point in CHECKLIST}
        entry = _dated(Entry(f"Aan {one.provider_name}", by=desk.staff.get(one.recorded_by, "")), one.created_at)
        keys: tuple[Key, ...] = (("handover", one.id, ""),)
        written = {"ground_reason", "agreements", "reason", "callback_result"}
        yield Item(entry, keys, facts(given, free=written) + facts(told, free=told), telling=True)


def _responses(desk: _Desk) -> Iterator[Item]:
    forms = load_forms()
    for one in rows.where(desk.session.db, Response, "patient_id = ?", (desk.patient.id,), order="handed_in_at, id"):
        form = forms.get((one.form, one.form_version))
        given = {
            key: (item.label, _said(item, value)) if item else (key, str(value))
            for key, value in one.answers.items()
            for item in (form.item(key) if form else None,)
        }
        entry = _dated(Entry(words.ASKED[one.moment], by=words.VOICES[one.voice]), one.handed_in_at)
        written = {key for key in given for item in (form.item(key) if form else None,) if _is_written(item)}
        yield Item(entry, (("response", one.id, ""),), facts(given, free=written))


def _feedback(desk: _Desk) -> Iterator[Item]:
    found = rows.where(
        desk.session.db, Feedback, "person_id = ? AND sent_at IS NOT NULL", (desk.patient.id,), order="sent_at, id"
    )
    for one in found:
        given = {letter: (label, one.soap.get(letter, "")) for letter, label in words.SOAP.items()}
        given["to"] = ("Aan", ", ".join(filter(None, (one.practitioner, desk.sites.get(one.site_id, "")))))
        given["status"] = ("Stand", words.TOLD.get(one.status, ""))
        entry = _dated(Entry(words.MOMENTS[one.moment], by=desk.staff.get(one.prepared_by, "")), one.sent_at)
        yield Item(entry, (("feedback", one.id, ""),), facts(given, free=words.SOAP))


def _refusals(desk: _Desk) -> Iterator[Part]:
    """Requests to erase that were refused: why, by whom, and where the family can go. No section without any."""
    items = []
    for one in rows.where(
        desk.session.db, ErasureRefusal, "patient_id = ?", (desk.patient.id,), order="decided_at, id"
    ):
        asked = rows.get(desk.session.db, Erasure, one.erasure_id)
        if asked is None or asked.status is not ErasureStatus.REFUSED:
            continue
        given = {
            "asked_at": ("Gevraagd", when(asked.requested_at)),
            "ground": ("Grond", f"{GROUNDS_TO_KEEP[one.ground]} ({LAW[asked.article]})"),
            "reason": ("Waarom", one.reason),
            "told_at": ("Verteld aan het gezin", f"{when(one.told_at)} door {one.told_by}" if one.told_at else ""),
            "complain": ("Niet eens?", " ".join(COMPLAIN)),
        }
        entry = _dated(Entry("Verzoek om te wissen geweigerd", by=one.decided_by_name), one.decided_at)
        items.append(Item(entry, (("erasure_refusal", one.id, ""),), facts(given, free={"reason"})))
    if items:
        yield Part("refusals", "Verzoeken om te wissen", tuple(items))


def _dated(entry: Entry, at: datetime | date | None) -> Entry:
    return Entry(
        entry.title, entry.passages, iso(at), when(local_day(at) if isinstance(at, datetime) else at), entry.by
    )
