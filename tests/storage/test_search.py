from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gpconnect.domain.directory import AccessRoute, Provider
from gpconnect.domain.handover import Handover
from gpconnect.domain.notes import Addendum, Note
from gpconnect.domain.people import Patient, PersonCard
from gpconnect.domain.schedule import Site
from gpconnect.storage import rows, search
from gpconnect.storage.search import Hit

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ANSWERS = {"S": "Piekert, slaapt slecht", "x": [3, "méér"]}


def ids(db: Database, text: str, *kinds: str) -> list[str]:
    return [hit.id for hit in search.find(db, text, kinds)]


def provider(identity: str, name: str, contact: str = "") -> Provider:
    return Provider(identity, name, "community_team", (), contact=contact)


@pytest.fixture
def filled(db: Database) -> Database:
    for record in (
        Patient("p1", "Zoë", "Bruijn", date(2011, 3, 9), "w1", NOW, prefix="de", phone="+31612345678"),
        PersonCard("p2", "site", "Mees", "Berg", date(2014, 12, 1), prefix="van der"),
        Note(
            "n1", "p1", "a1", "intake", 1, "w1", "Noor Dijkstra", NOW, {"S": "Piekert, slaapt slecht", "x": [3, "méér"]}
        ),
        Addendum("d1", "n1", "p1", "School belde terug", "w1", "Noor Dijkstra", NOW),
        Provider("v1", "Wijkteam Zuid", "community_team", ("slapen", "gezin"), phone="0201234567"),
        Site("s1", "Praktijk Slaap"),
    ):
        rows.put(db, record)
        search.index_record(db, record)
    return db


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zoe", ["p1"]),
        ("ZOË bruyn", ["p1"]),
        ("bruĳn", ["p1"]),
        ("berg", ["p2"]),
        ("v.d. Berg", ["p2"]),
        ("vd berg", ["p2"]),
        ("v/d Berg", ["p2"]),
        ("van den berg", ["p2"]),
        ("0612345678", ["p1"]),
        ("+31 (0)6-12345678", ["p1"]),
        ("0031612345678", ["p1"]),
        ("piekert zoe", ["n1"]),
        ("bruijn school", ["d1"]),
        ("debruijn", ["p1"]),
        ("06 1234 5678", ["p1"]),
        ("9-3-2011", ["p1"]),
        ("09-03-2011", ["p1"]),
        ("2011-03-09", ["p1"]),
        ("piekert slecht", ["n1"]),
        ("meer", ["n1"]),
        ("terug", ["d1"]),
        ("dijkstra", ["d1", "n1"]),
        ("sla", ["v1", "n1"]),
        ("wykteam", ["v1"]),
        ("nergens", []),
        ("", []),
        ("  --- ", []),
    ],
)
def test_what_people_type_finds_what_they_mean(filled: Database, text: str, found: list[str]) -> None:
    assert sorted(ids(filled, text)) == sorted(found)


def test_a_hit_says_what_it_is(filled: Database) -> None:
    assert search.find(filled, "bruijn") == [Hit("patient", "p1", "p1", "Zoë de Bruijn")]


def test_up_to_three_letters_the_newest_is_first_then_the_most_relevant(db: Database) -> None:
    search.index_record(db, provider("name", "Slaappoli"))
    search.index_record(db, provider("text", "Elders", "zegt iets over een slaappoli in een heel lange zin"))
    assert ids(db, "sla") == ["text", "name"]
    assert ids(db, "slaap") == ["name", "text"]
    assert [hit.id for hit in search.find(db, "sla", limit=1)] == ["text"]
    assert [hit.id for hit in search.find(db, "slaap", limit=1)] == ["name"]


def test_looking_among_some_kinds_only(filled: Database) -> None:
    assert ids(filled, "sla", "note", "addendum") == ["n1"]
    assert ids(filled, "sla", "provider") == ["v1"]


def test_a_record_is_indexed_once_and_can_be_taken_out(filled: Database) -> None:
    search.index_record(filled, provider("v1", "Wijkteam Noord"))
    assert ids(filled, "zuid") == []
    assert ids(filled, "noord") == ["v1"]
    search.remove_of_patient(filled, "p1")
    assert ids(filled, "zoe") == ids(filled, "piekert") == ids(filled, "terug") == []
    assert search.intact(filled)


def test_an_index_with_a_hole_is_noticed(filled: Database) -> None:
    filled.execute("DELETE FROM search_entry WHERE record = 'n1'")
    assert not search.intact(filled)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(alphabet="ab\"'*():^-+{}.ANDORNT \x00ĳéß²"))
def test_nothing_a_person_types_is_syntax(filled: Database, text: str) -> None:
    search.find(filled, text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=20))
def test_whatever_has_a_letter_is_found_by_its_own_name(db: Database, name: str) -> None:
    search.index_record(db, provider("v", name))
    assert ids(db, name) in ([], ["v"])
    if name.isascii() and name.isalnum():
        assert ids(db, name) == ["v"]


def note(number: int, words: str = "Piekert") -> Note:
    return Note(f"n{number}", "p1", "a1", "intake", 1, "w1", "Noor Dijkstra", NOW, {"S": words})


class TestManyAtOnce:
    """What comes in many at a time is listed at once, and found a little later."""

    @pytest.fixture
    def behind(self, db: Database) -> Database:
        """One note is found; three more are listed."""
        rows.put_many(db, [note(1), note(2), note(3, "school"), note(4)])
        search.index_record(db, note(1))
        search.list_new(db, [note(2), note(3, "school"), note(4), Site("s1", "nobody searches this")])
        return db

    def test_it_is_found_once_its_words_were_read_oldest_first(self, behind: Database) -> None:
        assert ids(behind, "piekert") == ["n1"]
        assert search.is_behind(behind)
        assert search.catch_up(behind, 2) == 2
        assert ids(behind, "piekert") == ["n2", "n1"]
        assert ids(behind, "school") == ["n3"]
        assert (search.catch_up(behind), search.is_behind(behind), search.catch_up(behind)) == (1, False, 0)
        assert ids(behind, "piekert") == ["n4", "n2", "n1"]
        assert (search.intact(behind), search.compare(behind)) == (True, ((), ()))

    def test_a_check_misses_nothing_meanwhile(self, behind: Database) -> None:
        assert (search.intact(behind), search.compare(behind)) == (True, ((), ()))

    def test_what_is_written_meanwhile_is_found_at_once(self, behind: Database) -> None:
        rows.put(behind, note(5, "vrijdag"))
        search.index_record(behind, note(5, "vrijdag"))
        assert ids(behind, "vrijdag") == ["n5"]
        assert search.is_behind(behind)

    def test_what_is_removed_meanwhile_is_never_found(self, behind: Database) -> None:
        search.remove(behind, "note", "n1")
        search.remove(behind, "note", "n4")
        search.catch_up(behind)
        assert ids(behind, "piekert") == ["n2"]

    def test_a_record_that_comes_again_is_listed_once(self, behind: Database) -> None:
        rows.put(behind, note(1, "vrijdag"))
        search.list_new(behind, [note(1, "vrijdag")])
        search.catch_up(behind)
        assert ids(behind, "vrijdag") == ["n1"]
        assert ids(behind, "piekert") == ["n4", "n2"]

    def test_an_entry_whose_record_went_another_way_is_told_by_a_check(self, behind: Database) -> None:
        rows.delete(behind, Note, "n3")
        search.catch_up(behind)
        _, leftover = search.compare(behind)
        assert len(leftover) == 1


class TestTheChildsName:
    """A note is found by a word of it together with the name of its child, whichever of the two came first."""

    KNOWN = Patient("p1", "Lieke", "Berg", date(2011, 3, 9), "w1", NOW, prefix="van den")
    HANDED = Handover("h1", "p1", "e1", "v1", "Jeugdarts", AccessRoute.FREELY_ACCESSIBLE, NOW, "w1", reason="Angst")

    def put(self, db: Database, *records: Any) -> None:
        for record in records:
            rows.put(db, record)
            search.index_record(db, record)

    def test_with_a_word_of_the_note_and_never_alone(self, db: Database) -> None:
        self.put(db, self.KNOWN, note(1, "rust in huis"), note(2, "school"))
        assert ids(db, "lieke rust") == ids(db, "rust berg lieke") == ids(db, "huis rust") == ["n1"]
        assert ids(db, "lieke berg", "note") == ids(db, "daan rust") == []

    def test_a_handover_is_found_by_receiver_child_and_words(self, db: Database) -> None:
        self.put(db, self.KNOWN, self.HANDED)
        assert ids(db, "jeugdarts lieke") == ids(db, "angst") == ids(db, "lieke", "handover") == ["h1"]

    def test_a_dossier_that_came_later_and_another_name(self, db: Database) -> None:
        self.put(db, note(1, "rust"), self.HANDED)
        assert ids(db, "lieke rust") == []
        self.put(db, self.KNOWN)
        assert ids(db, "lieke rust") == ["n1"]
        self.put(db, replace(self.KNOWN, given_name="Liene"))
        assert ids(db, "lieke rust") == ids(db, "lieke jeugdarts") == []
        assert ids(db, "liene rust") == ["n1"]
        assert ids(db, "liene jeugdarts") == ["h1"]
        assert (search.intact(db), search.compare(db)) == (True, ((), ()))

    def test_also_when_the_name_came_with_many(self, db: Database) -> None:
        self.put(db, note(1, "rust"))
        rows.put(db, self.KNOWN)
        search.list_new(db, [self.KNOWN])
        search.catch_up(db)
        assert ids(db, "lieke rust") == ["n1"]
        assert search.compare(db) == ((), ())

    def test_what_went_another_way_does_not_stop_it(self, db: Database) -> None:
        self.put(db, note(1, "rust"), note(2, "rust"))
        rows.delete(db, Note, "n1")
        self.put(db, self.KNOWN)
        assert ids(db, "lieke rust") == ["n2"]


class TestWhatIsWritten:
    def test_up_to_three_letters_the_latest_written_is_first_whenever_it_came(self, db: Database) -> None:
        for number, days in ((1, 0), (2, 5), (3, 2)):
            search.index_record(db, replace(note(number), signed_at=NOW + timedelta(days=days)))
        assert ids(db, "pie") == ["n2", "n3", "n1"]
        assert [hit.id for hit in search.find(db, "pie", limit=1)] == ["n2"]

    def test_the_most_relevant_is_first_unless_the_word_stands_in_very_many(
        self, db: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        search.index_record(db, note(1, "piekert piekert"))
        search.index_record(db, note(2, "piekert soms, en verder gaat het over heel andere dingen"))
        assert ids(db, "piekert") == ["n1", "n2"]
        monkeypatch.setattr(search, "NEWEST", 2)
        assert [hit.id for hit in search.find(db, "piekert", limit=2)] == ["n2", "n1"]

    def test_a_child_that_is_left_out_hides_nobody_else(self, db: Database) -> None:
        search.index_record(db, replace(note(0, "rust"), patient_id="p2"))
        for number in range(1, 30):
            search.index_record(db, note(number, "rust"))
        assert [hit.id for hit in search.find(db, "rust", ("note",), 12, without={"p1"})] == ["n0"]
        assert [hit.id for hit in search.find(db, "ru", ("note",), 12, without={"p1"})] == ["n0"]


def test_an_index_that_is_built_again_gives_the_newest_first_whatever_the_ids(db: Database) -> None:
    """Identities say nothing about time: what is built again stands as it was listed the first time."""
    for place, letter in enumerate("dacb"):
        at = NOW + timedelta(days=place)
        child = f"p{letter}"
        rows.put(db, Patient(child, "Noor", "Berg", date(2011, 3, 9), "w1", at))
        rows.put(db, Note(f"n{letter}", child, "", "intake", 1, "w1", "Ali", at, {"S": "Slaapt"}))
        rows.put(db, Addendum(f"a{letter}", f"n{letter}", child, "Slaapt beter", "w1", "Ali", at))
        rows.put(
            db,
            Handover(f"h{letter}", child, "e1", "v1", "Mozaïek", AccessRoute.DECISION, at, "w1"),
        )
    rows.put(db, PersonCard("c1", "site", "Noor", "Berg", date(2014, 12, 1)))
    rows.put(db, provider("v1", "Noordwijk"))

    search.rebuild(db)

    assert ids(db, "noo") == ["hb", "hc", "ha", "hd", "v1", "pb", "pc", "pa", "pd", "c1"]
    assert ids(db, "moz") == ["hb", "hc", "ha", "hd"]
    assert ids(db, "sla", "note") == ["nb", "nc", "na", "nd"]
    listed = [row[0] for row in db.execute("SELECT record FROM search_entry WHERE kind = 'addendum' ORDER BY row")]
    assert listed == ["ad", "aa", "ac", "ab"]
    listed = [row[0] for row in db.execute("SELECT DISTINCT kind FROM search_entry ORDER BY row")]
    assert listed == ["person_card", "patient", "provider", "handover", "addendum", "note"]
