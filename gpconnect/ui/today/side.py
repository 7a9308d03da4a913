"""Beside the half-day: what waits for somebody, the chosen visit, and closing the half-day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gpconnect.domain.schedule import AppointmentStatus, SessionStatus, VisitKind
from gpconnect.services.duties import DutyView
from gpconnect.services.feedback import ReceivedFeedback
from gpconnect.services.today import DayRow, HalfDayView
from gpconnect.services.waiting import WaitingView
from gpconnect.ui import text
from gpconnect.ui.note import words
from gpconnect.ui.parts import Card, PushButton, Row, RowList, StatusBadge, clear, column, label, line
from gpconnect.ui.today.duty_rows import DutyLine, line_of

_S = AppointmentStatus
MOST = 12


class DutiesCard(Card):
    """Nog te doen."""

    acted = Signal(object)
    """The `DutyLine` whose action was asked."""

    def __init__(self) -> None:
        super().__init__(flush=True)
        self._lines: dict[str, DutyLine] = {}
        self.rows = RowList(self.tr("Nog te doen"))
        self.rows.setObjectName("todayDuties")
        self.rows.action_clicked.connect(self._act)
        self.rows.activated.connect(self._open)
        self._none = label(self.tr("Niets dat wacht."), "muted")
        self._more = label("", "small")
        box = QWidget()
        box.setLayout(column(self._none, self._more, margin=2))
        self._below = box
        self.add(self.rows)
        self.add(box)
        self.show_duties((), date.min)

    def show_duties(self, duties: Sequence[DutyView], today: date) -> None:
        """Show these; the most pressing first, the rest counted."""
        lines = [line_of(one, today) for one in duties[:MOST]]
        self._lines = {one.row.key: one for one in lines}
        self.rows.set_rows([one.row for one in lines])
        self.set_title(self.tr("Nog te doen"), str(len(duties)) if duties else "")
        self._none.setVisible(not duties)
        over = len(duties) - len(lines)
        self._more.setText(self.tr("en nog {n}").format(n=over))
        self._more.setVisible(over > 0)
        self._below.setVisible(not duties or over > 0)

    def _act(self, key: str) -> None:
        if key in self._lines:
            self.acted.emit(self._lines[key])

    def _open(self, key: str) -> None:
        """Enter opens; who still has to phone about aftercare finds the number in the dossier."""
        if key in self._lines:
            self.acted.emit(replace(self._lines[key], aftercare_id=""))


class ChosenCard(Card):
    """What else can be done with the visit that is looked at."""

    missed = Signal(str)
    stepped_back = Signal(str)
    dossier_asked = Signal(str)
    note_asked = Signal(str)
    sharing_asked = Signal(str)

    def __init__(self, *, worker: bool) -> None:
        super().__init__()
        self._worker = worker
        self._line: DayRow | None = None
        self._box = column(spacing=1)
        self.add(self._box)
        self.hide()

    def show_line(self, chosen: DayRow | None) -> None:
        """Show the actions for this visit; nothing for a free place."""
        self._line = chosen
        clear(self._box)
        buttons = self._buttons(chosen) if chosen is not None else []
        for button in buttons:
            self._box.addWidget(button)
        if chosen is not None and chosen.visit is not None:
            age = chosen.visit.age
            self.set_title(words.who(chosen.person, age), text.clock(chosen.starts_at))
        self.setVisible(bool(buttons))

    def _buttons(self, chosen: DayRow) -> list[PushButton]:
        visit = chosen.visit
        if visit is None:
            return []
        made: list[PushButton] = []
        if chosen.ask_sharing:
            made.append(self._button("todayAskSharing", self.tr("Toestemming vragen"), self._ask))
        if visit.status in {_S.BOOKED, _S.ARRIVED} and visit.visit is not VisitKind.PEER_CONSULTATION:
            made.append(self._button("todayMissed", self.tr("Niet verschenen"), self._miss))
        if visit.status in {_S.ARRIVED, _S.NOSHOW}:
            made.append(self._button("todayBack", self.tr("Stap terug"), self._back))
        if self._worker and chosen.is_shared and visit.status not in {_S.NOSHOW, _S.CANCELLED}:
            made.append(self._button("todayNote", self.tr("Notitie"), self._note))
        if self._worker and chosen.is_shared and visit.person_id:
            made.append(self._button("todayDossier", self.tr("Dossier"), self._dossier))
        return made

    def _button(self, name: str, words_on: str, clicked: object) -> PushButton:
        button = PushButton(words_on)
        button.setObjectName(name)
        button.clicked.connect(clicked)
        return button

    def _key(self) -> str:
        return self._line.key if self._line is not None else ""

    def _miss(self) -> None:
        self.missed.emit(self._key())

    def _back(self) -> None:
        self.stepped_back.emit(self._key())

    def _note(self) -> None:
        self.note_asked.emit(self._key())

    def _ask(self) -> None:
        self.sharing_asked.emit(self._key())

    def _dossier(self) -> None:
        if self._line is not None and self._line.visit is not None:
            self.dossier_asked.emit(self._line.visit.person_id)


class CloseCard(Card):
    """Dit dagdeel afsluiten: possible once every visit has an outcome."""

    closed = Signal(str)
    reopened = Signal(str)

    def __init__(self, view: HalfDayView, *, alone: bool) -> None:
        super().__init__()
        title = self.tr("Dit dagdeel afsluiten") if alone else self.tr("{site} afsluiten").format(site=view.site_name)
        self.set_title(title)
        self._id = view.id
        if view.status is SessionStatus.CLOSED:
            self.add(StatusBadge(self.tr("Afgesloten"), "good"))
            self._put(PushButton(self.tr("Heropenen"), self._reopen, role="quiet"), "todayReopen")
        elif view.unfinished:
            count = text.count(view.unfinished, self.tr("afspraak"), self.tr("afspraken"))
            self.add(label(self.tr("Nog {count} zonder uitkomst.").format(count=count)))
            self.add(label(self.tr("Afsluiten kan als elke afspraak een uitkomst heeft."), "small"))
        else:
            self.add(label(self.tr("Elke afspraak heeft een uitkomst.")))
            self._put(PushButton(self.tr("Afsluiten"), self._close), "todayClose")

    def _put(self, button: PushButton, name: str) -> None:
        button.setObjectName(name)
        row = line(button)
        row.addStretch(1)
        self.add(row)

    def _close(self) -> None:
        self.closed.emit(self._id)

    def _reopen(self) -> None:
        self.reopened.emit(self._id)


class ReceivedCard(Card):
    """Teruggehoord: what the worker told this practice, until somebody has seen it."""

    seen = Signal(str)

    def __init__(self) -> None:
        super().__init__(flush=True)
        self.rows = RowList(self.tr("Teruggehoord"))
        self.rows.setObjectName("todayReceived")
        self.rows.action_clicked.connect(self.seen)
        self.add(self.rows)
        self.hide()

    def show_received(self, received: Sequence[ReceivedFeedback]) -> None:
        """Show feedback with its SOEP lines."""
        self.set_title(self.tr("Teruggehoord"), str(len(received)))
        self.rows.set_rows([self._row(one) for one in received[:MOST]])
        self.setVisible(bool(received))

    def _row(self, one: ReceivedFeedback) -> Row:
        lines = "\n".join(f"{letter}  {own}" for letter, own in one.feedback.soap.items())
        name = one.person.name if one.person is not None else self.tr("Jeugdige")
        sent = text.day(text.local(one.feedback.sent_at).date()) if one.feedback.sent_at is not None else ""
        detail = f"{text.join(one.worker_name, sent)}\n{lines}"
        return Row(one.feedback.id, name, "", detail, action=self.tr("Gezien"), action_role="quiet", bold=True)


class WaitingCard(Card):
    """Wachtlijst: who waits, the longest first."""

    def __init__(self) -> None:
        super().__init__(flush=True)
        self.rows = RowList(self.tr("Wachtlijst"))
        self.rows.setObjectName("todayWaiting")
        self.add(self.rows)
        self.hide()

    def show_waiting(self, waiting: Sequence[WaitingView], today: date) -> None:
        """Show who waits."""
        self.set_title(self.tr("Wachtlijst"), str(len(waiting)))
        self.rows.set_rows([self._row(one, today) for one in waiting[:MOST]])
        self.setVisible(bool(waiting))

    def _row(self, one: WaitingView, today: date) -> Row:
        waits = self.tr("wacht {time}").format(time=text.duration((today - one.since).days))
        age = text.age(one.age) if one.age is not None else ""
        return Row(one.entry_id, one.name or self.tr("Jeugdige"), age, waits, bold=False)
