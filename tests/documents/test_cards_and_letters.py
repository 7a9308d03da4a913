"""What families and receivers take home."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2
import pytest

from gpconnect.documents.card_words import CardWords
from gpconnect.documents.cards import HELP, CardData, DayRow, DaySheet, appointment_card, card_text, day_sheet
from gpconnect.documents.letters import LetterData, LetterPoint, handover_letter
from gpconnect.documents.preview import page_count
from gpconnect.documents.reminders import ReminderDay, ReminderRow, reminder_list
from gpconnect.services.card_languages import load_languages

CARD = CardData(
    "Noor", datetime(2026, 11, 24, 8, 20, tzinfo=UTC), 45, "De Waluwe", "Dorpsstraat 1", "Sanne", "0418 55 51 23",
    room="2", interpreter="Tigrinya", doctor="dr. Jansen",
)  # fmt: skip
LETTER = LetterData(
    "Basis-ggz", "Markt 3\n5301 AL Zaltbommel", "Sanne de Wit", "Buurtzorg Jong", "0418 55 51 23", date(2026, 11, 24),
    "Noor van den Berg", date(2017, 3, 2), "Brief van de huisarts", "Veilig", "Toestemming (Jeugdwet art. 7.3.11)",
    (LetterPoint("Hulpvraag", "Weer durven slapen & <dromen>"), LetterPoint("Achtergrond", "geheim", withheld=True)),
    (("Moeder", "ouder met gezag", "06 12 34 56 78"),), "Sanne de Wit", date(2026, 12, 1), date(2026, 12, 8),
)  # fmt: skip


def text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in document)
    finally:
        document.close()


PHONES = {key: f"0800 {place}000" for place, key in enumerate(HELP)}


def words(language: str = "nl") -> CardWords:
    return load_languages()[language]


def test_a_card_tells_when_where_and_whom_to_phone_in_dutch_wall_time() -> None:
    lines = card_text(CARD, words(), PHONES).split("\n")

    assert lines[:9] == [
        "Afspraak voor Noor",
        "dinsdag 24 november 2026, 09:20 uur",
        "Het gesprek duurt 45 minuten.",
        "De Waluwe, Dorpsstraat 1, kamer 2",
        "Met Sanne",
        "Huisarts: dr. Jansen",
        "Er is een tolk: Tigrinya",
        "Kunt u niet? Bel 0418 55 51 23.",
        "",
    ]
    assert [number for line in lines[9:] for number in PHONES.values() if number in line] == list(PHONES.values())


def test_the_same_card_in_english_and_each_day_and_month_by_its_own_name() -> None:
    assert card_text(CARD, words("en"), PHONES).split("\n")[:3] == [
        "Appointment for Noor",
        "Tuesday 24 November 2026, 09:20",
        "It takes 45 minutes.",
    ]
    for month in range(1, 13):
        day = date(2027, month, 1)
        assert words("en").when(day, "09:00").startswith(f"{day:%A} 1 {day:%B} 2027")


def test_a_card_without_address_interpreter_or_phone_is_short() -> None:
    short = card_text(replace(CARD, address="", interpreter="", phone="", room="", doctor=""), words(), PHONES)
    assert short.split("\n\n")[0].count("\n") == 4


@pytest.mark.parametrize("language", load_languages())
def test_the_printed_card_is_one_a6_that_names_the_child_nowhere_but_on_the_paper(language: str) -> None:
    pdf = appointment_card(CARD, words(language), PHONES)
    document = pypdfium2.PdfDocument(pdf)
    size, about = document[0].get_size(), document.get_metadata_dict()
    document.close()

    assert page_count(pdf) == 1
    assert [round(one / 72 * 25.4) for one in size] == [105, 148]
    assert "Noor" in text(pdf)
    for number in PHONES.values():
        assert number in text(pdf).replace("\N{NO-BREAK SPACE}", " ")
    assert "Noor" not in " ".join(about.values())
    assert b"Noor" not in pdf[:2_000]


def test_a_very_long_name_makes_the_card_smaller_and_never_two_pages() -> None:
    long = replace(CARD, site_name="Gezondheidscentrum " * 12, given_name="Maximiliaan " * 8, address="Straat " * 30)

    assert page_count(appointment_card(long, words(), PHONES)) == 1


def plain(pdf: bytes) -> str:
    """The words of a paper, with ordinary blanks."""
    return " ".join(text(pdf).replace("\N{NO-BREAK SPACE}", " ").split())


def test_a_day_sheet_is_enough_to_work_with_when_the_computer_fails() -> None:
    rows = (
        DayRow(
            CARD.starts_at, 45, "Noor (9)", "eerste gesprek", "spanning", "huisarts loopt mee", "06 12 34 56 78",
            "alleen moeder",
        ),
        DayRow(datetime(2026, 11, 24, 9, 5, tzinfo=UTC), 20, "", "inloop"),
    )  # fmt: skip
    calls = (("Direct gevaar", "112"), ("Sanne, jeugdwerker", "06 11 22 33 44"))
    sheet = DaySheet("De Waluwe", "Sanne", date(2026, 11, 24), rows, "2", "Gebruik de zijdeur", calls)
    printed = plain(day_sheet(sheet))

    for words in (
        "Dinsdag 24 november 2026", "De Waluwe, kamer 2 · Sanne", "Gebruik de zijdeur", "09:20 45 min", "Noor (9)",
        "06 12 34 56 78", "Veilig bereiken: alleen moeder", "eerste gesprek spanning huisarts loopt mee",
        "10:05 20 min", "vrij", "inloop", "niet gekomen", "overdracht", "Direct gevaar: 112", "06 11 22 33 44",
        "vernietig",
    ):  # fmt: skip
        assert words in printed
    assert printed.count("niet gekomen") == 2, "a line for what comes of each place, also of a free one"
    assert "Gesloten" not in printed


def test_a_day_sheet_of_a_closed_day_says_so_first_and_one_without_places_says_that() -> None:
    sheet = DaySheet("De Waluwe", "Sanne", date(2026, 11, 24), (), closed="Studieweek")

    assert "Gesloten: Studieweek. Verzet de afspraken." in plain(day_sheet(sheet))
    assert "nog geen plekken" in plain(day_sheet(sheet))
    assert "Wie te bellen" not in plain(day_sheet(sheet))


def test_the_reminder_list_says_whom_to_phone_before_which_day_and_how() -> None:
    noor = ReminderRow(CARD.starts_at, "Noor, 9 jaar", "Sanne", "06 12 34 56 78", "Anna", "na 15 uur", "Tigrinya")
    days = [ReminderDay(date(2026, 11, 23), (noor, ReminderRow(CARD.starts_at, "Jeugdige, 12 jaar", "Sanne")))]
    printed = plain(reminder_list("De Waluwe", days))

    for words in (
        "Bel uiterlijk maandag 23 november 2026", "09:20 di 24 nov", "Noor, 9 jaar", "tolk: Tigrinya", "06 12 34 56 78",
        "Anna", "Veilig bereiken: na 15 uur", "geen nummer op deze lijst", "geen gehoor", "vernietigen",
    ):  # fmt: skip
        assert words in printed
    assert "Niemand om te bellen" in plain(reminder_list("De Waluwe", []))


def test_a_letter_holds_core_ground_dates_and_never_what_is_withheld() -> None:
    printed = text(handover_letter(LETTER))

    for words in ("Noor van den Berg", "art. 7.3.11", "1 december 2026", "8 december 2026", "slapen & <dromen>"):
        assert words in printed
    assert "geheim" not in printed
    assert "Niet gedeeld met deze ontvanger" in printed


def test_a_bare_letter_still_reads_well_and_its_metadata_names_nobody() -> None:
    pdf = handover_letter(replace(LETTER, people=(), answer_by=None, callback_on=None, case_lead=""))
    document = pypdfium2.PdfDocument(pdf)
    about = document.get_metadata_dict()
    document.close()

    assert "Betrokkenen" not in text(pdf)
    assert "Noor" not in " ".join(about.values())
