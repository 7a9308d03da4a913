"""The family's copy: who may have it, what it holds, and what it never tells."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from gpconnect.documents.inspection_data import KEYS, Entry
from gpconnect.domain.care import Encounter, Feedback, FeedbackMoment, FeedbackStatus, Goal, Outcome
from gpconnect.domain.consent import Ground as SharingGround
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.errors import KnownError
from gpconnect.domain.evaluation import EnteredHow, Moment, Response, Voice
from gpconnect.domain.handover import Handover
from gpconnect.domain.notes import Note
from gpconnect.domain.people import AuthorityBasis, Patient, RelatedPerson, Relation
from gpconnect.domain.rights import FIELD, Ground, Why
from gpconnect.domain.roles import Intention
from gpconnect.services import consents, inspection, notes, rights
from gpconnect.services.acting import acting
from gpconnect.services.consents import Question
from gpconnect.services.inspection import Wish
from gpconnect.services.purposes import INSPECTION
from gpconnect.services.rights import NewWithholding
from gpconnect.services.session import Session
from gpconnect.storage import access_log, rows
from tests.documents.test_cards_and_letters import text as pdf_text
from tests.services.conftest import TUESDAY, WALUWE
from tests.services.dossier_help import MOZAIEK, a_dossier, agree_to_share

SECRET = "Moeder vertelde dat opa vroeger is opgenomen"
MELDCODE = "Stap 2: overleg met Veilig Thuis over wat vader thuis doet"
YOUTH = date(2012, 1, 5)


def copied(session: Session, child: str, who: str) -> str:
    """The copy for somebody, as one text."""
    patient = rows.require(session.db, Patient, child)
    copy = inspection.make(session, patient, Wish(who))
    return " | ".join(_said(entry) for section in copy.sections for entry in section.entries)


def _said(entry: Entry) -> str:
    parts = [f"{one.label} {'[WEG]' if one.left_out else one.text}" for one in entry.passages]
    return " ".join((entry.title, *parts))


def mother_of(session: Session, child: str) -> str:
    return rows.where(session.db, RelatedPerson, "patient_id = ?", (child,))[0].id


def a_note(session: Session, child: str, **answers: str) -> str:
    me = session.actor
    third = tuple(key for key in answers if key == "about_others")
    note = Note(session.new_id(), child, "", "first_talk", 1, me.staff_id, me.name, session.now(), answers, third)
    with acting(session, Intention.WRITE_NOTE) as action:
        action.write(note, "signed")
    return note.id


def changed(session: Session, child: str, **fields: Any) -> None:
    with acting(session, Intention.EDIT_DOSSIER) as action:
        action.write(replace(rows.require(session.db, Patient, child), **fields))


def keep_back(session: Session, child: str, kind: str, record: str, **more: Any) -> None:
    given: dict[str, Any] = {"ground": Ground.GOOD_CARE, "reason": "gevaar", **more}
    rights.withhold(session, child, NewWithholding(kind, record, **given))


def purposes(session: Session, child: str) -> list[tuple[str, str]]:
    return [(str(one.type), one.purpose) for one in access_log.of_patient(session.db, child)]


def test_under_twelve_the_parent_with_authority_gets_it_and_the_child_does_not(worker: Session) -> None:
    child = a_dossier(worker)

    own, mother = inspection.recipients(worker, child)

    assert (own.name, own.entitlement.why) == ("Daan Willems", Why.TOO_YOUNG)
    assert (mother.name, mother.entitlement.why, mother.entitlement.article) == (
        "Karin van Daan",
        Why.PARENT,
        "7.3.10 en 7.3.15 lid 1",
    )
    with pytest.raises(KnownError, match=r"rights\.not_entitled"):
        inspection.look(worker, child, Wish("patient"))


def test_from_twelve_a_parent_needs_the_youths_yes_which_can_be_taken_back(worker: Session) -> None:
    child = a_dossier(worker, birth_date=YOUTH)
    mother = mother_of(worker, child)
    assert inspection.recipients(worker, child)[1].entitlement.why is Why.NEEDS_AGREEMENT

    inspection.agree(worker, child, mother)
    assert inspection.recipients(worker, child)[1].entitlement.why is Why.AGREED
    assert (
        "met instemming van de jeugdige"
        in inspection.make(worker, rows.require(worker.db, Patient, child), Wish(mother)).recipient
    )

    question = next(
        one.question
        for one in consents.consent_lines(worker, rows.require(worker.db, Patient, child))
        if one.question.purpose == INSPECTION
    )
    assert question == Question(question.scope, INSPECTION, mother, "Karin van Daan")
    consents.withdraw(worker, child, question, "patient")
    assert not inspection.recipients(worker, child)[1].entitlement.may


def test_a_youth_who_cannot_weigh_it_is_represented(worker: Session) -> None:
    child = a_dossier(worker, birth_date=YOUTH)
    own, mother = inspection.recipients(worker, child, able=False)

    assert (own.entitlement.why, mother.entitlement.why) == (Why.UNABLE, Why.REPRESENTATIVE)
    made = inspection.make(worker, rows.require(worker.db, Patient, child), Wish(mother.id, able=False))
    assert made.recipient == "Karin van Daan, ouder, als vertegenwoordiger"


def a_full_dossier(session: Session) -> str:
    """A youth with something of every kind."""
    child = a_dossier(session, birth_date=YOUTH)
    note = rows.where(session.db, Note, "patient_id = ?", (child,))[0]
    changed(session, child, phone="+31612345678", school="De Brug, groep 8", gender="M", research_objection=True)
    agree_to_share(session, child)
    notes.add_addendum(session, note.id, "Karin belde nog")
    rights.correct(session, note.id, "wish", "Twee dagen naar school", "Verkeerd gehoord", "Daan")
    rights.correct(session, note.id, "", "Vader was er niet bij", "Vergissing")
    rights.add_statement(session, child, "Ik ben het niet eens met de weging", "patient")
    me = session.actor.staff_id
    handover = Handover(
        session.new_id(), child, "", MOZAIEK, "Mozaïek jeugdhulp", AccessRoute.GP_LETTER, session.now(), me,
        checklist={"reason": "Ik durf niet meer naar school"}, ground=SharingGround.CONSENT, sent_at=session.now(),
    )  # fmt: skip
    response = Response(
        session.new_id(), "", "youth_12", 1, Moment.START, Voice.CHILD, EnteredHow.PAPER, session.now(),
        {"usefulness": 8, "unknown": "iets"}, child,
    )  # fmt: skip
    unknown = replace(response, id=session.new_id(), form="vroeger", handed_in_at=session.now() + timedelta(hours=1))
    with acting(session, Intention.HAND_OVER) as action:
        action.start(handover, "created")
        action.write(response)
        action.write(unknown)
        action.write(Goal(session.new_id(), child, "", "Weer een dag naar school", ("thuis", "een uur"), -2, 0))
        action.write(Goal(session.new_id(), child, "", "Beter slapen"))
        action.write(
            Encounter(session.new_id(), "", WALUWE, TUESDAY, 45, "first", me, child, "", Outcome.BRIEF_SUPPORT, True)
        )
    told = Feedback(
        session.new_id(),
        WALUWE,
        child,
        "",
        FeedbackMoment.START,
        TUESDAY,
        {"S": "Durft niet naar school"},
        "dr. Peters",
    )
    with acting(session, Intention.GIVE_FEEDBACK) as action:
        rows.put(session.db, replace(told, status=FeedbackStatus.SENT, sent_at=session.now(), prepared_by=me))
        action.touch("feedback")
    return child


def test_the_copy_holds_everything_and_says_what_can_be_asked(worker: Session) -> None:
    child = a_full_dossier(worker)
    said = copied(worker, child, "patient")

    for words in (
        "Naam Daan Willems", "Telefoon 06-12 34 56 78", "School De Brug, groep 8", "Meetellen in cijfers nee",
        "Karin van Daan Is ouder Gezag gezag door aantekening in het gezagsregister",
        "Gecontroleerd gezagsregister ingezien",
        "Toestemming om over te dragen Voor Mozaïek jeugdhulp Besluit akkoord, mondeling",
        "Weer een dag naar school Score, van -3 tot 2 -2 → 0 Treden thuis; een uur", "Beter slapen Score nog geen",
        "Eerste gesprek Waar Praktijk De Waluwe Duur 45 minuten", "Huisarts liep even mee",
        "op verzoek van Daan Twee dagen naar school\nReden: Verkeerd gehoord",
        "Vader was er niet bij\nReden: Vergissing", "Aanvulling van Sanne de Vries", "Karin belde nog",
        "Aan Mozaïek jeugdhulp Stand gevraagd",
        "heel veel aan) 8 (1–10)", "Vragenlijst bij de start", "Wat het gezin zegt Durft niet naar school",
        "Verklaring  Ik ben het niet eens met de weging", "Wie gegevens kreeg Mozaïek jeugdhulp, de huisartsenpraktijk",
        "Bewaard tot 24 november 2046",
    ):  # fmt: skip
        assert words in said
    assert "[WEG]" not in said


def test_what_is_about_another_is_left_out_and_marked(worker: Session) -> None:
    child = a_dossier(worker)
    a_note(worker, child, request="Ik slaap slecht", about_others=SECRET)
    mother = mother_of(worker, child)
    father = RelatedPerson(worker.new_id(), child, "Bas", Relation.PARENT, phone="+31687654321")
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(father)
        action.write(replace(rows.require(worker.db, RelatedPerson, mother), phone="+31611111111"))

    said = copied(worker, child, mother)
    made = inspection.look(worker, child, Wish(mother))

    assert SECRET not in said
    assert "Wat vertelden anderen, of wat gaat over een ander? [WEG]" in said
    assert "06-11 11 11 11" in said
    assert "06-87 65 43 21" not in said
    assert (made.left_out, made.kept_back, made.pages) == (2, 0, made.pages)
    assert "Hier is iets weggelaten over een ander" in pdf_text(made.pdf)
    assert SECRET not in pdf_text(made.pdf)


def test_a_step_of_the_reporting_code_is_kept_from_a_parent_without_a_trace_and_not_from_the_youth(
    worker: Session,
) -> None:
    child = a_dossier(worker, birth_date=YOUTH)
    mother = mother_of(worker, child)
    note = a_note(worker, child, request="Ik durf niet naar huis", reporting_code=MELDCODE)
    inspection.agree(worker, child, mother)
    assert inspection.look(worker, child, Wish(mother)).reporting_code

    keep_back(worker, child, "note", note, part="reporting_code")

    said = copied(worker, child, mother)
    assert "Ik durf niet naar huis" in said
    assert "meldcode" not in said
    assert "[WEG]" not in said
    made = inspection.look(worker, child, Wish(mother))
    assert (made.reporting_code, made.kept_back, made.left_out) == (False, 1, 0)
    assert MELDCODE in copied(worker, child, "patient")


def test_what_is_kept_back_is_found_wherever_the_same_words_stand(worker: Session) -> None:
    child = a_dossier(worker)
    mother = mother_of(worker, child)
    note = a_note(worker, child, weighing=f"{MELDCODE}\nVader mag dit nog niet weten van ons")
    with acting(worker, Intention.HAND_OVER) as action:
        handover = Handover(
            worker.new_id(), child, "", "98" * 16, "GGD", AccessRoute.GP_LETTER, worker.now(), worker.actor.staff_id,
            checklist={"assessment": f"Zorgen.\n{MELDCODE}", "actions": "Vader mag dit  nog niet weten van ons"},
        )  # fmt: skip
        action.start(handover, "created")

    keep_back(worker, child, "note", note, part="weighing")

    said = copied(worker, child, mother)
    assert "Aan GGD" in said
    assert "Veilig Thuis" not in said
    assert "nog niet weten" not in said


def test_a_handover_that_is_kept_back_takes_its_consent_along(worker: Session) -> None:
    child = a_dossier(worker)
    mother = mother_of(worker, child)
    agree_to_share(worker, child)
    handover = Handover(
        worker.new_id(), child, "", MOZAIEK, "Mozaïek jeugdhulp", AccessRoute.GP_LETTER, worker.now(), "c1" * 16
    )
    with acting(worker, Intention.HAND_OVER) as action:
        action.start(handover, "created")
    assert "Mozaïek" in copied(worker, child, mother)

    keep_back(worker, child, "handover", handover.id)

    assert "Mozaïek" not in copied(worker, child, mother)
    assert "Wie gegevens kreeg niemand" in copied(worker, child, mother)


def test_a_whole_record_about_another_says_that_something_stood_there(worker: Session) -> None:
    child = a_dossier(worker)
    note = a_note(worker, child, request="Over mijn zusje wil ik praten")
    keep_back(worker, child, "note", note, ground=Ground.PRIVACY_OF_ANOTHER, towards=mother_of(worker, child))

    said = copied(worker, child, mother_of(worker, child))

    assert "zusje" not in said
    assert "Eerste gesprek  [WEG]" in said


def test_a_confidential_address_is_for_the_youth_only_wherever_it_is_written(worker: Session) -> None:
    child = a_dossier(worker, birth_date=YOUTH)
    mother = mother_of(worker, child)
    changed(worker, child, address="Dorpsstraat 2", postcode="5301AL", city="Zaltbommel", address_confidential=True)
    a_note(worker, child, request="Ik woon nu in de dorpsstraat  2 en daar is het rustig")
    inspection.agree(worker, child, mother)

    said = copied(worker, child, mother)

    assert "orpsstraat" not in said
    assert "Adres [WEG]" in said
    assert inspection.look(worker, child, Wish(mother)).secret_address
    own = copied(worker, child, "patient")
    assert "Adres Dorpsstraat 2" in own
    assert not inspection.look(worker, child, Wish("patient")).secret_address


def test_a_field_can_be_kept_back(worker: Session) -> None:
    child = a_dossier(worker)
    changed(worker, child, school="De Brug")
    keep_back(worker, child, FIELD, "school")
    assert "De Brug" not in copied(worker, child, mother_of(worker, child))


def test_no_line_of_the_log_tells_that_something_is_kept_back(worker: Session) -> None:
    child = a_dossier(worker, birth_date=YOUTH)
    before = {sentence for _, sentence in inspection.looks(worker, child)}
    keep_back(worker, child, FIELD, "school")

    after = {sentence for _, sentence in inspection.looks(worker, child)}
    assert "Sanne de Vries maakte het dossier" in before
    assert after - before == {"Sanne de Vries wijzigde gegevens in het dossier"}


def test_saving_and_printing_are_on_record_with_their_purpose(worker: Session, tmp_path: Path) -> None:
    child = a_dossier(worker)
    wish = Wish(mother_of(worker, child))
    made = inspection.look(worker, child, wish)

    inspection.save(worker, child, wish, tmp_path / f"{made.file_name}.pdf")
    inspection.save(worker, child, wish, tmp_path / "afschrift.JSON")
    pages = inspection.printed(worker, child, wish, 400)

    assert purposes(worker, child)[:4] == [
        ("print", "inspection_copy"),
        ("export", "inspection_copy"),
        ("export", "inspection_copy"),
        ("read", "inspection_copy"),
    ]
    assert len(pages) == made.pages
    assert inspection.picture(worker, made.pdf, 0).startswith(b"\x89PNG")
    assert made.file_name == "afschrift-dossier-2026-11-24"
    assert "Daan" in pdf_text((tmp_path / "afschrift-dossier-2026-11-24.pdf").read_bytes())


def test_the_file_explains_every_key_that_is_in_it(worker: Session, tmp_path: Path) -> None:
    child = a_full_dossier(worker)
    a_note(worker, child, about_others=SECRET)
    inspection.save(worker, child, Wish("patient"), tmp_path / "afschrift.json")

    found = json.loads((tmp_path / "afschrift.json").read_text(encoding="utf-8"))

    assert (found["format"], found["version"], found["complete"]) == ("gpconnect-dossier", 1, False)
    assert found["explanation"] == KEYS
    explained = {**found, "explanation": {}}
    assert set(_keys(explained)) <= set(KEYS)
    assert [one["key"] for one in found["sections"]][-2:] == ["about", "access"]
    assert SECRET not in json.dumps(found, ensure_ascii=False)


def _keys(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in _keys(inner))]
    return [key for inner in value for key in _keys(inner)] if isinstance(value, list) else []


def test_what_cannot_be_written_is_said_and_no_file_is_left(worker: Session, tmp_path: Path) -> None:
    child = a_dossier(worker)
    wish = Wish(mother_of(worker, child))
    for target, code in ((tmp_path / "a.docx", "rights.format"), (tmp_path / "nergens" / "a.pdf", "rights.not_saved")):
        with pytest.raises(KnownError) as refusal:
            inspection.save(worker, child, wish, target)
        assert refusal.value.code == code
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("ask", [inspection.recipients, lambda s, c: inspection.look(s, c, Wish("x"))])
def test_only_a_youth_worker_gives_a_copy(
    coordinator: Session, worker: Session, ask: Callable[[Session, str], object]
) -> None:
    child = a_dossier(worker)
    with pytest.raises(KnownError, match=r"role\.may_not"):
        ask(coordinator, child)


def test_a_parent_whose_authority_was_not_looked_up_does_not_get_it_yet(worker: Session) -> None:
    child = a_dossier(worker)
    mother = rows.require(worker.db, RelatedPerson, mother_of(worker, child))
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(replace(mother, authority=AuthorityBasis.UNKNOWN))
    assert inspection.recipients(worker, child)[1].entitlement.why is Why.AUTHORITY_UNKNOWN


def test_a_choice_from_a_list_tells_nothing_and_stays_elsewhere(worker: Session) -> None:
    child = a_dossier(worker)
    mother = mother_of(worker, child)
    father = RelatedPerson(worker.new_id(), child, "Bas", Relation.PARENT, authority=AuthorityBasis.REGISTER)
    with acting(worker, Intention.EDIT_DOSSIER) as action:
        action.write(father)
    keep_back(worker, child, "related_person", father.id)
    note = a_note(worker, child, safety="concerns_with_agreements", weighing="Kort")
    keep_back(worker, child, "note", note)

    said = copied(worker, child, mother)

    assert "Bas" not in said
    assert "Karin van Daan Is ouder Gezag gezag door aantekening in het gezagsregister" in said
    assert "Zorgen, met afspraken" in said
