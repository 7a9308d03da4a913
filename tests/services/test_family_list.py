"""The list of who looked, for a family from whom something of the dossier is kept back."""

from collections import Counter
from datetime import UTC, datetime

from gpconnect.documents import access_words
from gpconnect.domain.access import EventType, Look
from gpconnect.domain.consent import Scope
from gpconnect.domain.directory import AccessRoute
from gpconnect.domain.notes import Note
from gpconnect.domain.people import RelatedPerson
from gpconnect.domain.rights import FIELD, Ground, Withholding
from gpconnect.services import (
    access,
    consents,
    dossier_views,
    erasing,
    family_list,
    handover_starts,
    handovers,
    inspection,
    notes,
    rights,
    timelines,
)
from gpconnect.services.acting import saw
from gpconnect.services.consents import NewConsent, Question
from gpconnect.services.handovers import Content
from gpconnect.services.purposes import HANDOVER
from gpconnect.services.rights import NewWithholding
from gpconnect.services.session import Session
from gpconnect.storage import rows
from tests.services.conftest import Clock
from tests.services.dossier_help import DOCTOR, MOZAIEK, a_dossier
from tests.services.erasing_help import a_note, ask
from tests.services.online import Wire, sync

Pair = tuple[Session, Session]
AT = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)
LOOKED, CHANGED = "keek in het dossier", "wijzigde gegevens in het dossier"
SENT, PREPARED, ANSWERED = (
    "stuurde een overdracht",
    "keek in het dossier, om een overdracht voor te bereiden",
    "legde een antwoord over toestemming vast",
)
LETTER = "bekeek de brief van een overdracht om te printen"
SIGNED, READ = "ondertekende een notitie", "las een notitie in het dossier"
REASON = "Moeder belt: zij is bang dat haar zoon zich iets aandoet"


def keep_back(session: Session, child: str, kind: str, record: str, ground: Ground = Ground.GOOD_CARE) -> str:
    """Nobody of the family but the youth gets this; gives the decision's id."""
    rights.withhold(session, child, NewWithholding(kind, record, ground, "gevaar thuis"))
    return rows.where(session.db, Withholding, "record = ?", (record,))[0].id


def told(session: Session, child: str) -> Counter[str]:
    """What the list for the family says, without when and who: how often each."""
    looks = access.named(session, family_list.softened(session, child, access.events_about(session, child)))
    return Counter(" ".join(access_words.deed(one)) for one in looks)


def asked_for(session: Session, child: str, provider: str, name: str) -> None:
    """The mother agrees to tell this receiver."""
    mother = rows.where(session.db, RelatedPerson, "patient_id = ?", (child,))[0].id
    question = Question(Scope.SHARE, HANDOVER, provider, name)
    consents.record_consent(session, NewConsent(child, question, mother))


def handed_over(session: Session, child: str, provider: str, name: str) -> str:
    """A handover that was prepared, agreed to and told by phone; gives its id."""
    handover_starts.start(session, child)
    asked_for(session, child, provider, name)
    content = Content({"reason": "Durft niet", "question": "Hulp"}, access_route=AccessRoute.DECISION)
    made = handovers.create_handover(session, child, provider, content)[1]
    handovers.send(session, made, how="phone")
    handovers.letter(session, made)
    return made


def first_note(session: Session, child: str) -> str:
    return rows.where(session.db, Note, "patient_id = ?", (child,))[0].id


def test_without_anything_kept_back_every_line_says_what_it_was_for(worker: Session) -> None:
    child = a_dossier(worker)
    handed_over(worker, child, MOZAIEK, "Mozaïek jeugdhulp")
    events = access.events_about(worker, child)

    assert family_list.softened(worker, child, events) == events
    assert told(worker, child)[SENT] == 1


def test_what_was_done_with_a_handover_that_is_kept_back_reads_as_everyday_work(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    clock.forward(hours=1)
    secret = handed_over(worker, child, MOZAIEK, "Mozaïek jeugdhulp")
    whole = told(worker, child)
    keep_back(worker, child, "handover", secret)
    said = told(worker, child)

    about_it = {SENT, PREPARED, ANSWERED, "begon een overdracht", "werkte een overdracht bij", LETTER}
    assert about_it <= set(whole)
    assert not about_it & set(said)
    assert set(said) <= {*whole, LOOKED, CHANGED}
    assert said.total() == whole.total() + 1, "the decision itself is a line as well, and none was left out"


def test_another_handover_is_told_as_it_was(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    handed_over(worker, child, DOCTOR, "Jeugdarts GGD")
    clock.forward(days=1)
    secret = handed_over(worker, child, MOZAIEK, "Mozaïek jeugdhulp")
    assert told(worker, child)[SENT] == 2
    keep_back(worker, child, "handover", secret)

    said = told(worker, child)
    assert (said[SENT], said["begon een overdracht"], said[ANSWERED]) == (1, 1, 2)
    # Looking at "a handover" is said of both days: there was one that everybody may know of.
    assert said[LETTER] == 2


def test_lines_about_something_else_say_what_they_always_said(worker: Session) -> None:
    child = a_dossier(worker)
    saw(worker, child, "new_handover")
    keep_back(worker, child, FIELD, "school", Ground.PRIVACY_OF_ANOTHER)

    said = told(worker, child)
    assert said[PREPARED] == 1
    assert not any("niet in een kopie" in one for one in said), "that something is kept back is the secret itself"


def test_reading_a_note_is_told_once_there_is_one_to_know_of(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    secret = first_note(worker, child)
    keep_back(worker, child, "note", secret)
    clock.forward(days=1)
    timelines.read_note(worker, secret)
    assert READ not in told(worker, child)

    clock.forward(days=1)
    a_note(worker, child, "Gaat goed op school")
    timelines.read_note(worker, secret)
    said = told(worker, child)
    assert (said[READ], said[SIGNED]) == (1, 1)


def test_an_addendum_goes_with_its_note_and_a_draft_is_not_mentioned(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    clock.forward(days=1)
    secret = a_note(worker, child, "Vader dreigt")
    clock.forward(days=1)
    notes.add_addendum(worker, secret, "Gebeld met Veilig Thuis")
    notes.open_patient(worker, child)
    keep_back(worker, child, "note", secret)

    said = told(worker, child)
    assert not {SIGNED, "vulde een notitie aan", "keek in het dossier, om een notitie te schrijven"} & set(said)
    assert said["schreef een notitie"] == 1, "the note that everybody may know of"


def test_a_look_in_an_emergency_reads_as_a_look(team: Pair, wire: Wire) -> None:
    sanne, joris = team
    child = a_dossier(sanne)
    access.restrict(sanne, child, ())
    sync(sanne, joris, wire=wire)
    access.open_in_emergency(joris, child, REASON)
    dossier_views.open_dossier(joris, child)
    sync(joris, sanne, wire=wire)
    assert any(REASON in one for one in told(sanne, child))

    keep_back(sanne, child, "note", first_note(sanne, child))
    said = told(sanne, child)
    assert not any("spoed" in one or "reden" in one for one in said)
    assert access.restriction(sanne, child).emergencies[0].reason == REASON


def test_what_is_no_longer_kept_back_is_told_again(worker: Session) -> None:
    child = a_dossier(worker)
    decision = keep_back(worker, child, "note", first_note(worker, child))
    assert "schreef een notitie" not in told(worker, child)
    rights.lift(worker, decision)

    assert told(worker, child)["schreef een notitie"] == 1


def test_it_is_kept_back_while_the_dossier_is_blocked_and_after_it_is_gone(worker: Session, clock: Clock) -> None:
    child = a_dossier(worker)
    keep_back(worker, child, "note", first_note(worker, child))
    asked = ask(worker, child)
    said = told(worker, child)
    assert "schreef een notitie" not in said
    assert said["vroeg aan om te wissen"] == 1
    clock.forward(days=8)
    erasing.destroy(worker, asked)

    said = told(worker, child)
    assert not any("notitie" in one or "kopie" in one for one in said)
    assert said["wiste wat gewist moest worden"] == 2


def test_the_copy_and_the_list_of_who_looked_say_the_same_of_a_handover_that_is_kept_back(worker: Session) -> None:
    child = a_dossier(worker)
    saw(worker, child, "handover.sent", event=EventType.EXPORT)
    keep_back(worker, child, "handover", "a1" * 16)

    assert not any("overdracht" in sentence for _, sentence in inspection.looks(worker, child))
    assert any("stuurde een overdracht" in sentence for _, sentence in inspection.looks(worker, child, complete=True))


def test_every_everyday_purpose_has_its_own_words() -> None:
    for type_, purpose in family_list.ORDINARY.values():
        look = Look(AT, "Sanne", "youth_worker", str(type_), purpose)
        assert " ".join(access_words.deed(look)) in {LOOKED, CHANGED}
