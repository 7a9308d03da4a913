"""Delen, as every role uses it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gpconnect.domain.errors import KnownError
from gpconnect.domain.people import Patient
from gpconnect.domain.schedule import Appointment, Placement
from gpconnect.services import facts, sharing, syncing
from gpconnect.services.first_sync import Progress
from gpconnect.services.session import Session
from gpconnect.services.sharing import HIDDEN
from gpconnect.storage import conflicts, rows
from gpconnect.storage.connection import transaction
from gpconnect.storage.parcels import Received, keep_received
from gpconnect.ui.inspection import inspect
from gpconnect.ui.sharing import words
from gpconnect.ui.syncer import Standing, Syncer
from tests.services.conftest import WALUWE
from tests.services.sharing_help import a_step_too_late, two_phones
from tests.services.visits_help import a_booking
from tests.ui.conftest import Heard
from tests.ui.sharing.page_help import OpensPage, all_words, press, settle
from tests.ui.workplace import Opens, find

AT = datetime(2026, 11, 24, 8, 40, tzinfo=UTC)


def phone(session: Session, patient_id: str) -> str:
    return rows.require(session.db, Patient, patient_id).phone


def lose(session: Session) -> None:
    visit = a_booking(session)
    with transaction(session.db):
        rows.put(session.db, replace(rows.require(session.db, Appointment, visit), placement=Placement.LOST))


def test_without_a_hub_it_says_that_all_is_safe_here(opened: OpensPage, desk_of: Opens) -> None:
    page = opened(desk_of("gp"))

    assert page.hub.badge.text() == "Werkt zonder server"
    assert not page.hub.sync.isEnabled()
    assert "Praktijk De Waluwe" in [row.row.title for row in page.hub.waiting.rows()]
    assert "Alles wat gedaan is, telt mee." in all_words(page)
    assert inspect(page) == []


def test_a_choice_takes_one_click_and_can_be_taken_back(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("worker")
    patient_id = place.do(two_phones)
    page = opened(place)
    assert "Noor van den Berg · Dossier" in all_words(page)
    assert "Joris Maas" in all_words(page)
    assert inspect(page) == []

    press(page, "sharingChoose0")
    assert place.do(phone, patient_id) == "+31611112222"
    assert "Er is niets te kiezen" in all_words(page)

    place.toasts[-1][1]()
    assert place.tasks.idle()
    assert place.do(phone, patient_id) == "+31687654321"


def test_what_does_not_count_is_told_in_words_until_it_is_seen(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(a_step_too_late)
    page = opened(place)
    (row,) = page.items.rows.rows()
    assert row.row.title == "Afspraak"
    assert row.row.detail.startswith(
        "Iemand anders was eerder; wat die deed telt. Er is niets weg: wat gedaan is staat nog op dit apparaat. "
        "Kijk hoe het er nu voor staat en doe het zo nodig opnieuw."
    )

    QTest.mouseClick(row.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert place.tasks.idle()

    assert page.items.rows.rows() == []


@pytest.mark.parametrize("code", ["keys", "parcel.newer"])
def test_what_waits_to_be_opened_is_said_to_be_kept(opened: OpensPage, desk_of: Opens, code: str) -> None:
    page = opened(desk_of("worker"))

    page.items.show_items((sharing.Item("practice/x", "parcel", code, "", AT, refused=False, parked=2),))

    (row,) = page.items.rows.rows()
    assert row.row.detail.startswith(f"Het is bewaard; er gaat niets verloren. {words.waiting(code)}")


def test_a_lost_slot_leads_to_today(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("gp")
    place.do(lose)
    page = opened(place)

    press(page, "sharingLost")

    assert place.went == [("today", {})]


def test_the_municipality_line_by_line(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("worker")
    place.do(facts.derive)
    page = opened(place)

    page.show_params({"section": "municipality"})
    settle(place)

    shown = all_words(page)
    assert "Of de huisarts even meeliep." in shown
    assert "Geen namen, geboortedata" in shown
    assert "Eén keer per dag" in shown
    assert inspect(page) == []


def test_a_coordinator_reads_the_same_without_numbers(opened: OpensPage, desk_of: Opens) -> None:
    page = opened(desk_of("coordinator"))

    QTest.mouseClick(page.choice.chip("municipality"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.choice.chip("municipality"), Qt.MouseButton.LeftButton)

    assert page.choice.chosen() == ["municipality"]
    assert "Of de huisarts even meeliep." in all_words(page)
    assert "Per maand" not in all_words(page)


def test_a_coordinator_chooses_about_a_place_and_a_practice_is_not_asked(desk_of: Opens, opened: OpensPage) -> None:
    asking, not_asking = desk_of("coordinator"), desk_of("gp")
    for place in (asking, not_asking):
        place.do(_two_addresses)
    page = opened(asking)

    assert "Praktijk De Waluwe · Plek met een spreekuur" in all_words(page)
    assert "Adres: Waalkade 9" in all_words(page)
    assert [button.isVisible() for button in page.conflicts.choices[0].buttons] == [True, True]
    assert opened(not_asking).conflicts.choices == []


def _two_addresses(session: Session) -> None:
    now = session.now().isoformat()
    heads = [
        {"op_id": name, "author": "f1" * 16, "made_at": now, "value": {"address": where}}
        for name, where in (("o1", "Waalkade 2"), ("o2", "Waalkade 9"))
    ]
    with transaction(session.db):
        conflicts.put_conflict(session.db, conflicts.Conflict("site", WALUWE, "1", heads))


def test_the_standing_with_a_hub_is_told_in_words(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("gp")
    place.desk.services = Syncer(place.desk)
    page = opened(place)
    state = syncing.SyncState("https://hub.example", 2, 0, AT, 0)

    page.hub.show_standing(Standing(state, running=False))
    assert page.hub.badge.text() == "2 wijzigingen wachten"
    assert "di 24 nov, 09:40" in all_words(page)

    page.hub.show_standing(Standing(replace(state, waiting=0), running=False))
    assert page.hub.badge.text() == "Alles is verstuurd"

    page.hub.show_standing(Standing(replace(state, alarms=1), running=False))
    assert page.hub.badge.text() == "Er klopt iets niet"
    assert "Je eigen werk is veilig." in all_words(page)

    page.hub.show_standing(Standing(replace(state, out=("team",)), running=False))
    assert page.hub.badge.text() == "Dit apparaat is eruit gezet"
    assert "eruit gezet: Team Buurtzorg Jong. Wat hier stond blijft leesbaar" in all_words(page)

    # Put out before all was in: the first sync will never be over, so nobody waits for it.
    page.hub.show_standing(Standing(replace(state, out=("team",), first=Progress(3, 9, paused=False)), running=False))
    assert page.hub.badge.text() == "Dit apparaat is eruit gezet"
    assert not page.hub.pause.isVisible()

    page.hub.show_standing(Standing(state, running=True))
    assert page.hub.badge.text() == "Bezig met synchroniseren"
    assert not page.hub.sync.isEnabled()

    page.hub.show_standing(Standing(state, running=False, trouble=KnownError("hub.unreachable"), next_try=AT))
    assert page.hub.badge.text() == "Synchroniseren lukt nu niet"
    assert "Vanzelf opnieuw om 09:40." in all_words(page)
    assert page.hub.sync.isEnabled()


def test_a_clock_that_is_off_is_said_until_it_is_right(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("gp")
    place.desk.services = Syncer(place.desk)
    page = opened(place)
    state = syncing.SyncState("https://hub.example", 0, 0, AT, 0, clock_minutes=61)

    page.hub.show_standing(Standing(state, running=False))
    assert "De klok van deze computer loopt 61 minuten voor. Er gaat niets verloren." in all_words(page)
    assert inspect(page) == []

    page.hub.show_standing(Standing(replace(state, clock_minutes=-5), running=False))
    assert "De klok van deze computer loopt 5 minuten achter." in all_words(page)

    page.hub.show_standing(Standing(replace(state, clock_minutes=0), running=False))
    assert "klok" not in all_words(page)


def test_what_came_in_wrong_is_a_row_with_its_code_and_time(opened: OpensPage, desk_of: Opens) -> None:
    page = opened(desk_of("gp"))

    page.items.show_items((sharing.Item("practice/x#3", "parcel", "seal.broken", "", AT, refused=False, alarm=True),))

    shown = all_words(page)
    assert "Iets dat binnenkwam klopt niet" in shown
    assert "je eigen werk is veilig. Meld de code hierachter aan de beheerder." in shown
    assert "seal.broken" in shown
    assert "di 24 nov, 09:40" in shown


def test_sync_now_asks_the_syncer(opened: OpensPage, desk_of: Opens, qtbot: QtBot) -> None:
    place = desk_of("gp")
    syncer = Syncer(place.desk)
    place.desk.services = syncer
    place.do(syncing.set_hub, "http://127.0.0.1:9")
    page = opened(place)
    page.hub.show_standing(Standing(place.do(syncing.state), running=False))

    heard = Heard()
    syncer.round_finished.connect(heard.hear)

    press(page, "sharingSync")
    qtbot.waitUntil(lambda: bool(heard.items), timeout=5_000)
    syncer.stop()
    assert place.tasks.idle()


def test_every_reason_has_words() -> None:
    assert words.reason("hub.unreachable")
    assert "x.y" in words.reason("x.y")
    assert words.kind("unheard_of") == "Een wijziging"
    assert words.fields((("archived", True), ("school", ""), ("phone", "+31611112222"))) == (
        "Gearchiveerd: ja\nSchool: leeg\nTelefoon: 06-11 11 22 22"
    )
    assert words.fields((("address", HIDDEN), ("bsn", "•••019"))) == (
        "Adres: geheim, kijk in het dossier\nBurgerservicenummer: •••019"
    )
    assert words.fields((("case_lead", "Joris Bakker"),)) == "Casusregisseur: Joris Bakker"
    assert words.fields((("restricted_to", ["c1"]),)) == "Instelling van het dossier"
    ended = (("ended_on", "2026-11-24"), ("end_reason", "02"), ("destination", "school"))
    assert words.fields(ended, "episode_of_care") == (
        "Afgesloten op: 24 november 2026\nHoe het eindigde: Eerder, samen besloten\nVerder bij: school"
    )
    assert words.fields((("ended_on", None),), "waiting_entry") == "Van de lijst op: leeg"
    assert words.fields((("levels", ["slaapt door", "slaapt in"]),), "goal") == "Treden: slaapt door, slaapt in"


def a_first_sync(state: syncing.SyncState, done: int, *, paused: bool = False) -> Standing:
    return Standing(replace(state, first=Progress(done, 800, paused), last=None), running=not paused)


def test_the_first_sync_says_how_far_it_is_and_can_be_put_off(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("worker")
    syncer = Syncer(place.desk)
    place.desk.services = syncer
    place.do(syncing.set_hub, "http://127.0.0.1:9")
    page = opened(place)
    state = place.do(syncing.state)

    page.hub.show_standing(a_first_sync(state, 120))
    assert page.hub.badge.text() == "Eerste keer ophalen: 120 van 800"
    assert (page.hub.bar.isVisible(), page.hub.bar.value(), page.hub.bar.maximum()) == (True, 120, 800)
    assert inspect(page) == []

    syncer.standing = a_first_sync(state, 120)
    press(page, "sharingPause")
    assert place.do(syncing.connection) is None
    assert page.hub.badge.text() == "Eerste keer ophalen staat stil"
    assert find(page, QPushButton, "sharingPause").text() == "Ga verder"

    press(page, "sharingPause")
    assert place.do(syncing.connection) is not None
    syncer.stop()
    assert place.tasks.idle()


def test_an_alarm_is_ticked_off_with_name_and_time(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("gp")
    place.do(an_alarm)
    page = opened(place)
    (row,) = page.items.rows.rows()
    assert row.row.badge == "Meld dit"

    QTest.mouseClick(row.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    settle(place)

    (row,) = page.items.rows.rows()
    assert (row.row.badge, row.row.action) == ("", "")
    assert "gezien door dr. Peters, di 24 nov, 09:52" in row.row.detail
    assert place.do(syncing.state).alarms == 0


def an_alarm(session: Session) -> None:
    wrong = Received("practice/x", 3, b"", b"bytes", (), "", "2026-11-24T08:00:00+00:00")
    with transaction(session.db):
        keep_received(session.db, wrong, "alarm", "seal.broken")


def test_what_waits_for_a_key_or_an_update_is_told_with_what_to_do(opened: OpensPage, desk_of: Opens) -> None:
    place = desk_of("gp")
    place.do(parked)
    page = opened(place)

    shown = all_words(page)
    assert "2 pakketten wachten" in shown
    assert "Werk GPConnect bij" in shown
    assert "De sleutel van dit dossier is nog onderweg" in shown
    assert {row.row.badge for row in page.items.rows.rows()} == {"Nieuwere versie nodig", "Wacht op een sleutel"}


def parked(session: Session) -> None:
    with transaction(session.db):
        for seq, reason in ((1, "parcel.newer"), (2, "parcel.newer"), (3, "keys")):
            waits = Received("practice/x", seq, b"", b"bytes", (), "", "2026-11-24T08:00:00+00:00")
            keep_received(session.db, waits, "parked", reason)
