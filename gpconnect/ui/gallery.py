"""Pictures of every part with invented people: ``python -m gpconnect.ui.gallery OUT``."""

import sys
from datetime import UTC, datetime, time
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from gpconnect.domain.schedule import AppointmentStatus, SessionStatus, SlotKind
from gpconnect.services.half_day_views import HalfDayView, SlotView
from gpconnect.services.schedule import DayView, SiteOption, SiteWeek, WeeksView
from gpconnect.ui import text, theme
from gpconnect.ui.agenda.timeline import Timeline
from gpconnect.ui.desk import Actor, Area, Desk
from gpconnect.ui.inspection import Problem, inspect
from gpconnect.ui.main_window import MainWindow
from gpconnect.ui.page import Page
from gpconnect.ui.parts import (
    Banner,
    BoardCard,
    BoardColumn,
    Card,
    ChipGroup,
    EmptyState,
    FormRow,
    PushButton,
    Row,
    RowList,
    Scroller,
    SentenceBox,
    Sheet,
    Stat,
    StatusBadge,
    column,
    line,
)
from gpconnect.ui.tasks import Tasks
from gpconnect.ui.unlock import UnlockScreen

NOW = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)

ROWS = (
    Row("1", "Noor van den Berg", "9 jaar", "Slecht slapen, buikpijn · eerste gesprek", "09:00", "Afgerond", "good",
        aside="Terugkoppeling klaar"),
    Row("2", "Yusuf Demir", "14 jaar", "Spanning op school · komt met moeder · huisarts loopt even mee", "09:45",
        "In gesprek, 09:47", "accent", "Notitie openen", "primary", current=True),
    Row("3", "Lotte Verhoeven", "16 jaar", "Somber · komt alleen", "10:30", "Verwacht", action="Aanwezig"),
    Row("4", "Collegiale vraag", " van dr. Peters", "Geen jeugdige geregistreerd · telt mee in de pilot", "10:50",
        "Verwacht"),
    Row("5", "Inloop", "", "20 minuten vrijgehouden", "11:10", "Vrij", muted=True),
    Row("6", "Vrij", "", "Sem (7) staat 12 dagen op de wachtlijst en past hier", "11:30", "Aanbieden?", "attention",
        "Aanbieden", muted=True),
    Row("7", "Mila en Finn Jansen", "6 jaar (tweeling)", "Eerste gesprek · beide ouders hebben gezag", "12:15",
        "Vader nog vragen", "danger", "Bekijken"),
)  # fmt: skip
DUTIES = (
    Row("a", "Is Daan aangekomen bij Mozaïek?", "", "Overdracht van vorige week · vandaag", action="Nabellen",
        action_role="quiet", bold=False),
    Row("b", "Concept van gisteren 11:52", "", "Aisha, vervolggesprek · nog niet ondertekend", action="Schrijven",
        action_role="quiet", bold=False),
    Row("c", "Terugkoppeling aan dr. Peters", "", "Noor · SOEP-tekst staat klaar", action="Sturen",
        action_role="quiet", bold=False),
)  # fmt: skip
REASONS = ("Spanning of angst", "Somberheid", "Slapen", "Gedrag", "Gezin en scheiding", "School", "Lichamelijk")


class TodayLook(Page):
    """The worker's half-day."""

    area = "today"

    def __init__(self, desk: Desk) -> None:
        place = "Praktijk De Waluwe · dagdeel 09:00–13:00 · 5 van 7 plekken bezet"
        super().__init__(desk, text.long_day(text.local(NOW).date()).capitalize(), place)
        self.header.set_actions([PushButton("Inloop", key="Ctrl+I"), PushButton("Nieuwe afspraak", role="primary")])
        hours = Card("Spreekuur", "vrij: 11:30 · 45 min", flush=True)
        self.rows = RowList("Spreekuur", ROWS)
        hours.add(self.rows).body.addStretch(1)
        duties = Card("Nog te doen", "3", flush=True).add(RowList("Nog te doen", DUTIES))
        closing = Card("Dit dagdeel afsluiten").add(StatusBadge("Nog 4 afspraken zonder uitkomst", "attention"))
        side = QWidget()
        side_column = column(duties, closing, spacing=2)
        side_column.addStretch(1)
        side.setLayout(side_column)
        self.body.addWidget(Sheet(hours, side), 1)

    def load(self) -> None:
        self.rows.set_now(text.clock(NOW), 1)


class BookLook(Page):
    """The GP's booking."""

    area = "agenda"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Nieuwe afspraak", "Praktijk De Waluwe · boekt als dr. Peters")
        card = Card()
        who = QLineEdit("Emma de Graaf · 13-02-2013 · 13 jaar")
        card.add(FormRow("Jeugdige", who))
        reasons = ChipGroup("Waar gaat het over?", [(name, name) for name in REASONS])
        reasons.choose(["Slapen", "Spanning of angst"])
        card.add(FormRow("Waar gaat het over?", reasons))
        words = QPlainTextEdit("“Ze durft sinds de herfst niet meer naar gym.”")
        words.setTabChangesFocus(True)
        words.setFixedHeight(theme.current().px(70))
        card.add(FormRow("In de woorden van het gezin (mag leeg, 200 tekens)", words))
        answers = ChipGroup(
            "Mag Buurtzorg Jong dit weten?", [("y", "Emma vindt het goed"), ("n", "Nog vragen")], multi=False
        )
        answers.choose(["y"])
        sentences = [
            ("Emma (13) beslist zelf of Buurtzorg Jong dit mag weten.", "Jeugdwet 7.3.11"),
            ("Voor hulp zijn ook haar ouders met gezag nodig; dat regelt Sanne.", "7.3.4"),
        ]
        card.add(FormRow("Mag Buurtzorg Jong dit weten?", SentenceBox(sentences, answers)))
        phone = FormRow("Telefoon", QLineEdit("06-123"), "Mobiel van wie het belangrijkste contact is.")
        phone.set_error("Dit nummer is te kort. Vul tien cijfers in.")
        when = QDateEdit(QDate(2026, 12, 1))
        when.setCalendarPopup(True)
        site = QComboBox()
        site.addItems(["De Waluwe", "Het Tolhuis"])
        card.add(phone).add(FormRow("Praktijk", site)).add(FormRow("Datum", when))
        card.body.addStretch(1)
        side = QWidget()
        figures = line(
            Stat("58%", "zonder verwijzing", "52 van 89 afgesloten"), Stat("6 dagen", "tot eerste gesprek", "n = 112")
        )
        empty = EmptyState("Nog geen wachtlijst", "Wie geen plek vindt, komt hier te staan.", "Op de wachtlijst zetten")
        buttons = line(PushButton("Boek en print kaartje", role="primary", key="Enter"), PushButton("Annuleren"))
        stack = column(Card().add(empty), spacing=2)
        stack.addLayout(figures)
        stack.addStretch(1)
        stack.addLayout(buttons)
        side.setLayout(stack)
        self.body.addWidget(Sheet(card, side, side_width=380), 1)


CARDS = {
    "Gevraagd": (
        ("1", "Daan Willems", "11", "aan Mozaïek jeugdhulp", "antwoord vóór do 26 nov", "attention"),
        ("2", "Aisha El Amrani", "15", "aan jeugdarts GGD", "verstuurd di 24 nov", "neutral"),
        ("3", "Gezin Kuijpers", "", "aan Schuldhulp gemeente", "toestemming ingetrokken, niets verzonden", "danger"),
    ),
    "Aangenomen": (
        ("4", "Bram Smits", "8", "driegesprek vr 27 nov, 13:30", "warm: ouders, Sanne, Iris (SGGZ)", "accent"),
    ),
    "Afgerond": (
        ("5", "Sem Bakker", "7", "ontvanger bevestigde de samenvatting", "9 dagen tot eerste contact", "good"),
    ),
}
SLOTS = (
    SlotView("a", NOW.replace(hour=8, minute=0), 45, SlotKind.REGULAR, "a", "Noor", status=AppointmentStatus.FULFILLED),
    SlotView("b", NOW.replace(hour=8, minute=45), 45, SlotKind.REGULAR, "b", "Yusuf", status=AppointmentStatus.BOOKED),
    SlotView("c", NOW.replace(hour=9, minute=30), 20, SlotKind.WALK_IN),
    SlotView("d", NOW.replace(hour=9, minute=50), 45, SlotKind.REGULAR, "d", "Lotte", status=AppointmentStatus.NOSHOW),
)
HALF_DAY = HalfDayView("h", "Sanne de Vries", time(9), time(12), "", SessionStatus.OPEN, SLOTS, 0, 1)
DAY = SiteWeek(SiteOption("s", "Praktijk De Waluwe"), (DayView(NOW.date(), (HALF_DAY,)),))
OFFLINE = "De server is niet bereikbaar. Alles is op dit apparaat opgeslagen; we proberen het vanzelf opnieuw."


class BoardLook(Page):
    """Handovers by state."""

    area = "handovers"
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Overdrachten", "10 lopend · 2 vragen vandaag iets van jou")
        self.header.set_actions([PushButton("Op deadline"), PushButton("Nieuwe overdracht", role="primary")])
        day = Timeline()
        day.show_weeks(WeeksView(NOW.date(), (DAY,)), NOW)
        states = [BoardColumn(state, [BoardCard(*card) for card in cards]) for state, cards in CARDS.items()]
        columns = line(*states, day, spacing=1.75)
        for place in range(columns.count()):
            columns.setStretch(place, 1)
        banner = Banner(OFFLINE, tone="attention", title="Geen verbinding", action="Probeer nu")
        self.body.addWidget(banner)
        self.body.addWidget(Scroller(columns), 1)


AREAS = (
    Area("today", "Vandaag", "sun", TodayLook),
    Area("agenda", "Agenda", "calendar-blank", BookLook),
    Area("patients", "Jeugdigen", "smiley", BoardLook),
    Area("handovers", "Overdrachten", "arrows-left-right", BoardLook),
    Area("evaluation", "Evaluatie", "check-square", BoardLook),
    Area("providers", "Sociale kaart", "house", BoardLook),
    Area("sharing", "Delen", "arrows-down-up", BoardLook),
    Area("admin", "Beheer", "gear", BoardLook),
)


def _now() -> datetime:
    return NOW


def photograph(app: QApplication, out: Path, look: theme.Theme, size: tuple[int, int]) -> list[Problem]:
    """Every page of the gallery in one theme; returns what the machine finds wrong."""
    theme.apply(app, look)
    tasks = Tasks()
    window = MainWindow(Desk(tasks, Actor("Sanne", "youth_worker", "Buurtzorg Jong"), _now), AREAS)
    window.resize(*size)
    window.rail.set_waiting("handovers", 2)
    window.strip.show_sync(NOW, 0)
    window.show()
    problems: list[Problem] = []
    suffix = f"{'dark' if look.dark else 'light'}-{round(look.scale * 100)}-{size[0]}"
    for area in ("today", "agenda", "handovers"):
        window.open(area)
        app.processEvents()
        if area == "today":
            window.show_toast("Afspraak verzet naar di 1 dec, 10:30.", _now)
        app.processEvents()
        window.grab().save(str(out / f"{area}-{suffix}.png"))
        problems += inspect(window)
        window.notices.clear()
    screen = UnlockScreen("Sanne")
    screen.resize(*size)
    screen.show_waiting(3)
    screen.show_error("Deze wachtwoordzin past niet. Kijk of Caps Lock aanstaat en probeer het opnieuw.")
    screen.show()
    app.processEvents()
    screen.grab().save(str(out / f"unlock-{suffix}.png"))
    problems += inspect(screen)
    tasks.close()
    for shown in (screen, window):
        shown.close()
        shown.deleteLater()
    return problems


def main() -> int:
    """Photograph light and dark, 100 and 200 %, and say what is wrong."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    text.set_language("nl")
    problems: list[Problem] = []
    for dark in (False, True):
        for scale, size in ((1.0, (1360, 860)), (2.0, (1360, 860)), (1.0, (1024, 700))):
            problems += photograph(app, out, theme.Theme(dark=dark, scale=scale), size)
    for problem in sorted(set(problems), key=str):
        sys.stdout.write(f"{problem}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
