"""What belongs to this device: secrets, claims, small values, drafts, held cards, conflicts and marks."""

from datetime import UTC, date, datetime, timedelta

from sqlite_utils import Database

from gpconnect.domain.notes import NoteDraft
from gpconnect.domain.people import Gender, PersonCard
from gpconnect.storage import conflicts, drafts, keys, meta
from gpconnect.storage.conflicts import Conflict, Marked
from gpconnect.storage.keys import ClaimToken

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def test_secrets_are_kept_by_name(db: Database) -> None:
    assert keys.secret_blob(db, "device") is None
    keys.put_secret_blob(db, "space/team/x", b"one")
    keys.put_secret_blob(db, "space/team/x", b"two")
    keys.put_secret_blob(db, "space%", b"three")
    assert keys.secret_blob(db, "space/team/x") == b"two"
    assert keys.secret_blobs(db, "space/") == {"space/team/x": b"two"}
    assert keys.secret_blobs(db, "space%") == {"space%": b"three"}
    keys.remove_secret_blob(db, "space/team/x")
    assert keys.secret_blobs(db, "") == {"space%": b"three"}


def test_a_claims_proof_is_kept_until_it_is_spent(db: Database) -> None:
    token = ClaimToken("practice/s", b"c" * 16, b"t" * 32, "appointment1")
    assert "tttt" not in repr(token)
    keys.put_claim_token(db, token)
    assert keys.claim_token(db, "practice/s", token.claim) == token
    assert keys.claim_tokens_about(db, "appointment1") == [token]
    keys.remove_claim_token(db, "practice/s", token.claim)
    assert keys.claim_token(db, "practice/s", token.claim) is None


def test_who_holds_a_thing_by_the_order_of_the_hub(db: Database) -> None:
    assert keys.holder(db, "practice/s", b"c") is None
    keys.set_holder(db, "practice/s", b"c", b"first")
    keys.set_holder(db, "practice/s", b"c", b"second")
    assert keys.holder(db, "practice/s", b"c") == b"second"
    assert keys.holder(db, "practice/other", b"c") is None
    keys.set_holder(db, "practice/s", b"c", None)
    assert keys.holder(db, "practice/s", b"c") is None


def test_small_values_about_the_file(db: Database) -> None:
    assert meta.get_meta(db, "actor") is None
    meta.put_meta(db, "actor", {"staff_id": "w1", "sites": ["a"]})
    meta.put_meta(db, "actor", {"staff_id": "w2", "sites": []})
    assert meta.get_meta(db, "actor") == {"staff_id": "w2", "sites": []}


def draft(identity: str, minutes: int, **answers: str) -> NoteDraft:
    saved = NOW + timedelta(minutes=minutes)
    return NoteDraft(identity, "p1", "a1", "intake", 1, "w1", "device", NOW, saved, dict(answers))


def test_a_draft_is_saved_at_every_pause_and_thrown_away_after_signing(db: Database) -> None:
    drafts.save(db, draft("d1", 1, S="Slaapt"))
    drafts.save(db, draft("d1", 2, S="Slaapt slecht"))
    drafts.save(db, draft("d2", 1))
    assert drafts.load(db, "d1") == draft("d1", 2, S="Slaapt slecht")
    assert [one.id for one in drafts.of_author(db, "w1")] == ["d1", "d2"]
    assert drafts.of_appointment(db, "a1") == drafts.load(db, "d1")
    drafts.delete(db, "d1")
    drafts.delete(db, "d2")
    assert drafts.load(db, "d1") is None
    assert drafts.of_appointment(db, "a1") is None


def test_a_card_stays_on_this_device_until_consent(db: Database) -> None:
    first = PersonCard("p1", "site", "Zoë", "Berg", date(2011, 3, 9), gender=Gender.FEMALE, recorded_at=NOW)
    second = PersonCard("p2", "site", "Mees", "Dal", date(2014, 3, 9))
    drafts.hold_card(db, second, NOW + timedelta(minutes=1))
    drafts.hold_card(db, first, NOW)
    assert drafts.held_card(db, "p1") == first
    assert drafts.held_cards(db) == [first, second]
    assert drafts.release_card(db, "p1") == first
    assert drafts.release_card(db, "p1") is None
    assert drafts.held_cards(db) == [second]


def test_two_values_are_kept_until_somebody_chooses(db: Database) -> None:
    earlier = Conflict("patient", "p1", "phone", [{"op_id": "a", "phone": "1"}])
    later = Conflict("patient", "p1", "phone", [{"op_id": "a", "phone": "1"}, {"op_id": "b", "phone": "2"}])
    other = Conflict("related_person", "r1", "lives_with", {"a": True})
    for conflict in (earlier, later, other):
        conflicts.put_conflict(db, conflict)
    assert conflicts.conflicts(db) == [later, other]
    assert conflicts.conflicts(db, "patient", "p1") == conflicts.conflicts(db, record="p1") == [later]
    conflicts.clear_conflict(db, "patient", "p1", "phone")
    assert conflicts.conflicts(db) == [other]


def test_what_does_not_count_is_kept_marked_and_shown_to_its_author(db: Database) -> None:
    first = Marked("op1", "appointment", "a1", "appointment.illegal", "w1", NOW)
    second = Marked("op2", "note", "n1", "note.second", "w2", NOW + timedelta(minutes=1))
    conflicts.mark(db, second)
    conflicts.mark(db, first)
    assert conflicts.marked(db) == [first, second]
    assert conflicts.marked(db, author="w2") == conflicts.marked(db, kind="note", record="n1") == [second]
    conflicts.see_mark(db, "op2")
    conflicts.mark(db, second)
    assert conflicts.marked(db) == [first, second]
    assert conflicts.marked(db, unseen=True) == [first]
    conflicts.clear_record(db, "note", "n1")
    conflicts.clear_marks(db, "appointment", "a1", keep=["appointment.illegal"])
    assert conflicts.marked(db) == [first]
    conflicts.clear_marks(db, "appointment", "a1", keep=["other_bytes"])
    assert conflicts.marked(db) == []
    conflicts.mark(db, first)
    conflicts.put_conflict(db, Conflict("appointment", "a1", "x", None))
    conflicts.clear_record(db, "appointment", "a1")
    assert conflicts.marked(db) == []
    assert conflicts.conflicts(db) == []
