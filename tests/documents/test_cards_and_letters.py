"""What families and receivers take home."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2

from gpconnect.documents.cards import CardData, DayRow, DaySheet, appointment_card, card_text, day_sheet
from gpconnect.documents.letters import LetterData, LetterPoint, handover_letter
from gpconnect.documents.preview import page_count

CARD = CardData(
    "Noor", datetime(2026, 11, 24, 8, 20, tzinfo=UTC), 45, "De Waluwe", "Dorpsstraat 1", "Sanne", "0418 55 51 23",
    room="2", interpreter="Tigrinya",
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


def test_a_card_tells_when_where_and_whom_to_phone_in_dutch_wall_time() -> None:
    assert card_text(CARD).split("\n") == [
        "Afspraak voor Noor",
        "dinsdag 24 november 2026, 09:20 uur (45 minuten)",
        "De Waluwe, Dorpsstraat 1, kamer 2",
        "Met Sanne",
        "Er is een tolk: Tigrinya",
        "Kunt u niet? Bel 0418 55 51 23.",
    ]


def test_a_card_without_address_interpreter_or_phone_is_short() -> None:
    assert len(card_text(replace(CARD, address="", interpreter="", phone="", room="")).split("\n")) == 4


def test_the_printed_card_is_one_page_with_a_line_to_cut() -> None:
    pdf = appointment_card(CARD)

    assert page_count(pdf) == 1
    assert "Afspraak voor Noor" in text(pdf)
    assert "hier afknippen" in text(pdf)
    assert b"Noor" not in pdf[:2_000]


def test_a_day_sheet_lists_slots_and_says_where_it_belongs() -> None:
    rows = (
        DayRow(CARD.starts_at, 45, "Noor (9)", "eerste gesprek", "spanning", "huisarts loopt mee"),
        DayRow(datetime(2026, 11, 24, 9, 5, tzinfo=UTC), 20, "", "inloop"),
    )
    printed = text(day_sheet(DaySheet("De Waluwe", "Sanne", date(2026, 11, 24), rows, room="2")))

    assert "09:20 45 min Noor (9) eerste gesprek spanning · huisarts loopt mee" in printed
    assert "10:05 20 min vrij" in printed
    assert "vernietigen" in printed
    assert "nog geen plekken" in text(day_sheet(DaySheet("De Waluwe", "Sanne", date(2026, 11, 24), ())))


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
