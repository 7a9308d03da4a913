"""The parts of a page, used by mouse and by keyboard alone."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gpconnect.ui import theme
from gpconnect.ui.inspection import inspect
from gpconnect.ui.parts import (
    Banner,
    BoardCard,
    BoardColumn,
    Card,
    Chip,
    ChipGroup,
    EmptyState,
    FormRow,
    PageHeader,
    Pages,
    PushButton,
    Row,
    RowList,
    Scroller,
    SentenceBox,
    Sheet,
    Stat,
    StatusBadge,
    Toast,
    column,
    label,
)
from tests.ui.conftest import Heard

Show = Callable[..., QWidget]
ROWS = (
    Row("1", "Noor", "9 jaar", "Slecht slapen", "09:00", "Afgerond", "good", aside="Klaar"),
    Row("2", "Yusuf", "14 jaar", "Spanning", "09:45", "In gesprek", "accent", "Open", "primary", current=True),
    Row("3", "Vrij", time="10:30", muted=True),
)


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def words(widget: QWidget) -> str:
    return " ".join(found.text() for found in widget.findChildren(QLabel))


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_rows_are_walked_and_opened_by_keyboard(shown: Show, heard: Heard) -> None:
    rows = RowList("Spreekuur", ROWS)
    rows.activated.connect(heard.hear)
    shown(rows)
    rows.focus_row("1")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        press(key)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_A)
    assert heard.items == ["2"]
    assert rows.selected() == "3"


def test_a_row_that_grows_takes_the_line_of_now_along(shown: Show) -> None:
    rows = RowList("Spreekuur", ROWS)
    shown(rows)
    rows.set_now("09:52", 1)
    rows.rows()[0].setMinimumHeight(rows.rows()[0].height() + 40)
    QApplication.processEvents()
    assert abs(rows._now.geometry().center().y() - rows.rows()[1].geometry().bottom()) <= 1


def test_tab_enters_the_list_at_one_row_only(shown: Show) -> None:
    rows = RowList("Spreekuur", ROWS)
    shown(rows)
    reachable = [bool(row.focusPolicy() & Qt.FocusPolicy.TabFocus) for row in rows.rows()]
    assert reachable == [True, False, False]


def test_row_reads_as_one_sentence_and_its_action_names_the_person(shown: Show, heard: Heard) -> None:
    rows = RowList("Spreekuur", ROWS)
    rows.action_clicked.connect(heard.hear)
    rows.activated.connect(heard.hear)
    shown(rows)
    second = rows.rows()[1]
    assert spoken(second) == "09:45, Yusuf, 14 jaar, Spanning, In gesprek"
    assert isinstance(second.last, PushButton)
    assert spoken(second.last) == "Open: Yusuf"
    QTest.mouseClick(second.last, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(rows.rows()[0], Qt.MouseButton.LeftButton)
    assert heard.items == ["2", "1"]


def test_selection_survives_a_reload_while_the_row_exists(shown: Show) -> None:
    rows = RowList("Spreekuur", ROWS)
    shown(rows)
    QTest.mouseClick(rows.rows()[1], Qt.MouseButton.LeftButton)
    rows.set_rows(ROWS)
    assert rows.selected() == "2"
    assert rows.rows()[1].hasFocus()
    rows.set_rows(ROWS[:1])
    assert rows.selected() == ""
    assert rows.rows()[0].hasFocus()


def test_the_keyboard_goes_on_to_the_button_of_the_next_row_when_one_is_done(shown: Show) -> None:
    rows = RowList("Nog te doen", [Row(str(n), f"Bel {n}", action="Gebeld") for n in range(4)])
    looked: list[str] = []
    rows.selected_changed.connect(looked.append)
    shown(rows)
    button = rows.rows()[1].last
    assert button is not None
    button.setFocus()
    looked.clear()
    rows.set_rows([Row(str(n), f"Bel {n}", action="Gebeld") for n in (0, 2, 3)])
    after = rows.rows()[1]
    assert after.row.key == "2"
    assert after.last is not None
    assert after.last.hasFocus()
    assert looked == []


def test_narrow_rows_stand_under_each_other_and_now_has_a_line(shown: Show, qtbot: QtBot) -> None:
    rows = RowList("Spreekuur", ROWS)
    rows.set_now("09:52", after=1)
    shown(rows, 400, 600)
    last, badge = rows.rows()[1].last, rows.rows()[1].badge
    assert last is not None
    assert badge is not None
    assert last.y() > badge.y()
    assert not rows.grab().isNull()
    rows.resize(900, 600)
    qtbot.waitUntil(lambda: last.x() > badge.x())
    rows.set_now("", after=0)


def test_chips_for_several_answers(shown: Show, heard: Heard) -> None:
    group = ChipGroup("Waar gaat het over?", [("sleep", "Slapen"), ("school", "School"), ("mood", "Somber")])
    group.changed.connect(heard.hear)
    shown(group, 200, 200)
    group.chip("sleep").setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    assert heard.items == [["sleep"], ["sleep", "school"]]
    assert group.chip("mood").y() > group.chip("sleep").y()
    group.choose(["mood"])
    group.set_options([("mood", "Somber"), ("other", "Anders")])
    assert group.chosen() == ["mood"]


def test_chips_for_one_answer_can_be_taken_back(shown: Show) -> None:
    group = ChipGroup("Mag dit?", [("yes", "Ja"), ("ask", "Nog vragen")], multi=False)
    shown(group)
    for key, expected in (("yes", ["yes"]), ("ask", ["ask"]), ("ask", [])):
        QTest.mouseClick(group.chip(key), Qt.MouseButton.LeftButton)
        assert group.chosen() == expected


def test_choosing_a_chip_moves_nothing(shown: Show) -> None:
    chip = Chip("Spanning of angst")
    shown(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_form_row_names_its_field_and_tells_the_error(shown: Show) -> None:
    field = QLineEdit("06-123")
    row = FormRow("&Telefoon", field, "Tien cijfers.")
    shown(row)
    row.set_error("Dit nummer is te kort.")
    assert spoken(field) == "Telefoon"
    assert field.accessibleDescription() == "Dit nummer is te kort. Tien cijfers."
    assert (row.error(), field.text()) == ("Dit nummer is te kort.", "06-123")
    row.set_error("")
    row.set_help("")
    assert field.accessibleDescription() == ""


def test_badge_says_its_state_in_words_and_wraps(shown: Show) -> None:
    for tone in ("neutral", "accent", "good", "attention", "danger"):
        badge = StatusBadge("toestemming ingetrokken, niets verzonden", tone)
        shown(badge, 120, 100)
        assert spoken(badge) == "toestemming ingetrokken, niets verzonden"
        assert badge.heightForWidth(120) > badge.sizeHint().height()
        assert not badge.grab().isNull()


def test_pages_are_as_high_as_the_one_that_is_shown(shown: Show) -> None:
    pages, short, tall = Pages(), QWidget(), QWidget()
    short.setFixedHeight(50)
    tall.setFixedHeight(5000)
    pages.addWidget(short)
    pages.addWidget(tall)
    shown(pages, 300, 300)
    assert pages.minimumSizeHint().height() == 50
    pages.setCurrentIndex(1)
    assert pages.currentIndex() == 1
    assert pages.minimumSizeHint().height() == 5000


def test_board_is_walked_by_keyboard(shown: Show, heard: Heard) -> None:
    cards = [BoardCard("1", "Daan", "11", "aan Mozaïek", "vóór do", "attention"), BoardCard("2", "Aisha")]
    board = BoardColumn("Gevraagd", cards)
    neighbour = Heard()
    board.activated.connect(heard.hear)
    board.left_column.connect(neighbour.hear)
    shown(board, 300, 500)
    board.focus_card(0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_A):
        press(key)
    QTest.mouseClick(cards[0], Qt.MouseButton.LeftButton)
    assert heard.items == ["2", "1"]
    assert neighbour.items == [(1, 1)]
    assert spoken(cards[0]) == "Daan, 11, aan Mozaïek, vóór do"
    board.set_cards([])
    assert board.cards() == []


def test_toast_can_be_taken_back_by_keyboard(shown: Show, heard: Heard) -> None:
    window = shown(QWidget())
    toast = Toast(window, "Afspraak verzet.", heard.hear)
    closed = Heard()
    toast.closed.connect(closed.hear)
    toast.focus()
    press(Qt.Key.Key_Space)
    assert heard.items == [()]
    assert closed.items == [()]


def test_toast_goes_by_itself_or_with_escape(shown: Show, qtbot: QtBot) -> None:
    window = shown(Card().add(QLineEdit()))
    QTest.mouseMove(window, QPoint(1, 1))
    toast = Toast(window, "Opgeslagen.", stays_ms=10)
    with qtbot.waitSignal(toast.closed):
        window.resize(1300, 800)
    second = Toast(window, "Opgeslagen.")
    second.focus()
    with qtbot.waitSignal(second.closed):
        QTest.keyClick(second, Qt.Key.Key_Escape)


def test_banner_says_what_to_do_and_goes(shown: Show, qtbot: QtBot, heard: Heard) -> None:
    banner = Banner("De server antwoordt niet.", title="Geen verbinding", action="Probeer nu", clicked=heard.hear)
    shown(banner, 800, 100)
    first, last = banner.findChildren(PushButton)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.closed):
        QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    assert len(heard.items) == 1


def test_sheet_becomes_one_column_when_narrow(shown: Show) -> None:
    sheet = Sheet(QWidget(), QWidget())
    shown(sheet, 1000, 400)
    assert not sheet.is_narrow
    sheet.resize(500, 400)
    assert sheet.is_narrow


def test_a_side_that_is_read_first_stands_on_top_when_narrow(shown: Show) -> None:
    main, side = QLabel("Wat geldt?"), QLabel("Hoe het staat")
    sheet = Sheet(main, side, side_first=True)
    shown(sheet, 1000, 400)
    assert main.x() < side.x()
    sheet.resize(500, 400)
    QApplication.processEvents()
    assert sheet.is_narrow
    assert side.y() < main.y()


def test_header_card_and_empty_state(shown: Show, heard: Heard) -> None:
    header = PageHeader("Vandaag", "dagdeel", [PushButton("Inloop", key="Ctrl+I")])
    header.set_actions([PushButton("Nieuw", role="primary", key="Ctrl+N", bind_key=True)])
    header.set_title("Agenda")
    card = Card("Spreekuur", "3").add(EmptyState("Leeg", "Begin hier.", "Boeken", heard.hear))
    shown(header, 300, 200)
    shown(card)
    empty = card.findChild(EmptyState)
    assert empty is not None
    assert empty.button is not None
    QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert header.title() == "Agenda"
    assert len(heard.items) == 1


def test_a_long_empty_state_wraps_and_shows_every_line(shown: Show) -> None:
    """Wider than its words may be, it is still as high as their lines need."""
    said = "Zodra de eerste jeugdige is geweest, staan hier de cijfers van deze periode, met uitleg waarop ze rusten."
    empty = EmptyState("Nog geen cijfers", said)
    shown(empty, 1200, 300)
    (words,) = (one for one in empty.findChildren(QLabel) if one.text() == said)
    assert words.width() <= theme.current().px(480)
    assert words.height() >= words.heightForWidth(words.width()) > words.fontMetrics().height() * 1.5


def test_figures_and_sentences_carry_what_they_rest_on(shown: Show) -> None:
    stat = Stat("58%", "zonder verwijzing", "52 van 89 afgesloten")
    box = SentenceBox([("Emma <13> beslist zelf.", "Jeugdwet 7.3.11")])
    shown(stat)
    shown(box)
    assert spoken(stat) == "58% zonder verwijzing, 52 van 89 afgesloten"
    assert spoken(box) == "Emma <13> beslist zelf. Jeugdwet 7.3.11"
    assert "&lt;13&gt;" in words(box)


def test_a_narrow_card_with_much_beside_its_title_cuts_nothing(shown: Show) -> None:
    card = Card("Vervolggesprek", "Sanne de Vries · di 10 nov, 16:30")
    for _ in range(4):
        card.add(label("Ouders zoeken samen naar een oplossing en houden zich aan afspraken, ook in het weekend."))
    side = QWidget()
    beside = column(card)
    beside.addStretch(1)
    side.setLayout(beside)

    window = shown(Scroller(Sheet(QWidget(), side, side_width=320)), 1200, 500)

    assert card.width() <= 320
    assert inspect(window) == []
