"""The agenda: a week at a site, and everything that is booked from here."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from gpconnect.domain.roles import Intention, may
from gpconnect.domain.schedule import SlotKind
from gpconnect.domain.staff import Role
from gpconnect.services import rebooking, schedule, waiting
from gpconnect.services.booking import Booked
from gpconnect.services.schedule import AppointmentView, WeeksView
from gpconnect.services.slots import SlotOffer
from gpconnect.ui import text, theme
from gpconnect.ui.agenda import model, stack
from gpconnect.ui.agenda.actions import Actions
from gpconnect.ui.agenda.dragging import Mover
from gpconnect.ui.agenda.first_free import FirstFree
from gpconnect.ui.agenda.half_day_panel import HalfDayPanel
from gpconnect.ui.agenda.lost import LostNotice
from gpconnect.ui.agenda.minute_clock import MinuteClock
from gpconnect.ui.agenda.panels import Panels
from gpconnect.ui.agenda.stack import AgendaStack, StackedParts
from gpconnect.ui.agenda.timeline_model import Piece
from gpconnect.ui.agenda.toolbar import ALL, DAY, WEEK, Toolbar
from gpconnect.ui.agenda.week import WeekPart
from gpconnect.ui.agenda.week_sheet import WeekSheet
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.booking.view import NEW, PEER, WALK_IN
from gpconnect.ui.desk import Desk
from gpconnect.ui.page import Page
from gpconnect.ui.parts import column

_WEEK = timedelta(weeks=1)
_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}


class AgendaPage(StackedParts, Page):
    """Week, booking view or series: one at a time, each a whole page."""

    area = "agenda"
    kinds = model.KINDS
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.day = text.local(desk.clock()).date()
        self.site_id = ""
        self.is_day = False
        self.all_sites = False
        self._shown: WeeksView | None = None
        self._begin: tuple[str, dict[str, object]] | None = None
        self._open_id = ""
        self._focus_next = ""
        self._towards = 0
        self._actions = Actions(self.header, self._walk_in, self._new)
        self._stack = AgendaStack(desk)
        self._stack.titled.connect(self._booking_titled)
        self._stack.booked.connect(self._booked)
        self._stack.closed.connect(self.show_week)
        self._stack.put(stack.WEEK, self._week_part())
        self.body.addWidget(self._stack, 1)
        self.clock = MinuteClock(self)
        self.clock.ticked.connect(self._draw)
        self.show_week()

    @property
    def monday(self) -> date:
        """The week that is shown."""
        return self.day - timedelta(days=self.day.weekday())

    def _week_part(self) -> QWidget:
        self.week = WeekPart()
        self.week.plan_asked.connect(self.plan)
        self.mover = Mover(self.desk)
        timeline = self.week.timeline
        timeline.opened.connect(self.open_slot)
        timeline.half_day_opened.connect(self.open_half_day)
        timeline.dropped.connect(self.mover.move)
        timeline.stepped.connect(self.step)
        timeline.let_go.connect(self._return_to)
        self.mover.refused.connect(timeline.refuse)
        self.panels = Panels(self.desk)
        self.panels.closed.connect(self.close_panel)
        self.panels.book_asked.connect(self._book_here)
        self.panels.moved.connect(self._moved_to)
        self.panels.waiting_opened.connect(self._show_waiting_one)
        self.panels.side.site_asked.connect(self.choose_site)
        self.lost = LostNotice()
        self.lost.opened.connect(self._ask)
        left = QWidget()
        inner = column(self._make_toolbar(), self.lost, self.week, spacing=1.5)
        inner.setStretch(2, 1)
        left.setLayout(inner)
        self.week.setMinimumHeight(theme.current().px(360))
        return WeekSheet(left, self.panels, self.week.timeline)

    def _make_toolbar(self) -> QWidget:
        self.tools = Toolbar()
        self.tools.stepped.connect(self.step)
        self.tools.site_chosen.connect(self.choose_site)
        self.tools.view_chosen.connect(self.choose_view)
        self.tools.zoomed.connect(self.week.timeline.zoom_by)
        self.week.timeline.zoomed.connect(self.tools.show_zoom)
        self.tools.plan.clicked.connect(self.plan)
        self.first_free = FirstFree(self.desk)
        self.first_free.found.connect(self._go_to_free)
        self.tools.first_free.clicked.connect(self._ask_first_free)
        self.tools.remind.clicked.connect(self.remind)
        self.tools.peer.clicked.connect(self._peer)
        self.tools.peer.setVisible(may(Role(self.desk.role), Intention.PEER_CONSULTATION))
        return self.tools

    def load(self) -> None:
        self.desk.tasks.run(schedule.weeks, (), self.monday).then(self._show)

    def show_params(self, params: Mapping[str, object]) -> None:
        """``new``, ``walk_in`` or ``peer`` begin a booking; ``lost`` or ``appointment`` open one; ``day`` its week.

        ``site`` is one of them or all (``*``), ``view`` is ``week`` or ``day``.
        """
        if site := str(params.get("site") or ""):
            self.all_sites = site == ALL
            self.site_id = self.site_id if self.all_sites else site
        if view := params.get("view"):
            self.choose_view(str(view))
        mode = NEW if params.get("new") else WALK_IN if params.get("walk_in") else PEER if params.get("peer") else ""
        if mode:
            self._begin = (mode, dict(params))
            if self.site_id:
                self._begin_booking()
            else:
                self.reload()
        elif opened := params.get("lost") or params.get("appointment"):
            self.show_week()
            self._ask(str(opened))
        elif isinstance(day := params.get("day", self.day if site else None), date):
            self.day = day
            self.show_week()
            self.reload()

    def place(self) -> dict[str, object]:
        """Where and when is looked at, and how much of it."""
        site, view = ALL if self.all_sites else self.site_id, DAY if self.is_day else WEEK
        # Who was at today comes back to today, also when that is tomorrow.
        day: dict[str, object] = {} if self.day == self._today() else {"day": self.day}
        return {"site": site, "view": view, **day} if site else {}

    def show_week(self) -> None:
        """Back to the week."""
        self._stack.setCurrentIndex(0)
        self._set_header()
        self._stand()

    def plan(self) -> None:
        """Plan a series, starting in the week that is shown."""
        series = self.series
        self._stack.setCurrentIndex(stack.SERIES)
        self.header.set_title(self.tr("Plan een reeks dagdelen"), self._site_name())
        self._actions.show(shown=False)
        series.start(self.site_id, max(self.monday + timedelta(days=1), self._today()))

    def remind(self) -> None:
        """Whom to phone before they come."""
        reminders = self.reminders
        self._stack.setCurrentIndex(stack.REMINDERS)
        self.header.set_title(self.tr("Bellijst"), self._site_name())
        self._actions.show(shown=False)
        reminders.start(self.site_id)

    def step(self, by: int) -> None:
        """So many weeks, or in the day view working days, back or on; 0 is to today."""
        self._towards = by if self.is_day else 0
        if by == 0:
            self._go_to(self._today())
        elif self.is_day:
            self._go_to(model.turned_to(self.day + timedelta(days=by), by, self.monday, self._planned_days()))
        else:
            self._go_to(self.monday + by * _WEEK)

    def choose_site(self, site_id: str) -> None:
        """Look at one site, or at all of them beside each other."""
        self.all_sites = site_id == ALL
        if not self.all_sites:
            self.site_id = site_id
        self.close_panel()
        self.reload()

    def choose_view(self, view: str) -> None:
        """A week, or the day in it that the keyboard is at."""
        at = self.week.timeline.current()
        if at is not None and view == DAY:
            self.day = at.day
        self.is_day = view == DAY
        self.tools.show_view(view)
        self._set_header()
        self._draw()

    def open_slot(self, slot_id: str) -> None:
        """Open what is in a slot, or what can be done with a free one."""
        slot = self.week.slot(slot_id)
        if slot is None:
            return
        if slot.appointment_id:
            self._ask(slot.appointment_id)
        else:
            self._open_id = ""
            self.panels.free.show_slot(slot, self.desk.clock())
            self._show_panel(self.panels.free)

    def open_half_day(self, half_day_id: str) -> None:
        """Open a half-day: its room, and its list to print."""
        head = self.week.piece(half_day_id)
        if head is not None:
            self._open_id = ""
            self.panels.half_day.show_half_day(head)
            self._show_panel(self.panels.half_day)

    def close_panel(self) -> None:
        """Back to the overview beside the week."""
        self._open_id = ""
        self._show_panel(self.panels.side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, on_week = Qt.Key(event.key()), self._stack.currentIndex() == 0
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if on_week and key in _STEPS:
            self.step(_STEPS[key])
        elif on_week and control and key in _ZOOMS:
            self.week.timeline.zoom_by(_ZOOMS[key])
        elif on_week and key == Qt.Key.Key_Escape and self.week.timeline.moving is not None:
            self.week.timeline.leave_move()
        elif on_week and key == Qt.Key.Key_Escape:
            self.close_panel()
        elif not on_week and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._stack.currentIndex() == 1:
            self.booking.submit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.clock.stop()

    def _go_to(self, day: date) -> None:
        before, self.day = self.monday, day
        self.close_panel()
        if self.monday == before and self._shown is not None:
            self._set_header()
            self._draw()
        else:
            self.reload()

    def _set_header(self) -> None:
        if self.is_day:
            words = text.long_day(self.day)
        else:
            span = self.tr("week {number} · {first} t/m {last}")
            last = text.day(self.monday + timedelta(days=4))
            words = span.format(number=self.monday.isocalendar().week, first=text.day(self.monday), last=last)
        where = self.tr("alle locaties") if self.all_sites else self._site_name()
        self.header.set_title(self.tr("Agenda"), text.join(where, words))
        self._actions.show(shown=True)

    def _booking_titled(self, title: str) -> None:
        who = self.tr("boekt als {name}").format(name=self.desk.actor.name)
        self.header.set_title(title, text.join(self._site_name(), who))
        self._actions.show(shown=False)

    def _new(self) -> None:
        self.show_params({"new": True})

    def _walk_in(self) -> None:
        self.show_params({"walk_in": True})

    def _peer(self) -> None:
        self.show_params({"peer": True})

    def _book_here(self, slot_id: str) -> None:
        piece = self.week.piece(slot_id)
        if piece is not None and piece.slot is not None:
            mode = "walk_in" if piece.slot.kind is SlotKind.WALK_IN else "new"
            self.show_params({mode: True, "slot": slot_id, "site": piece.site.id})

    def _begin_booking(self) -> None:
        if self._begin is not None:
            (mode, params), self._begin = self._begin, None
            booking = self.booking
            self._stack.setCurrentIndex(stack.BOOKING)
            booking.start(self.site_id, mode, params)

    def _site_name(self) -> str:
        names = {one.site.id: one.site.name for one in self._shown.sites} if self._shown else {}
        return names.get(self.site_id, "")

    def _planned_days(self) -> set[date]:
        shown = self._in_sight(self._shown).sites if self._shown else ()
        return {day.day for week in shown for day in week.days if day.half_days}

    def _show(self, weeks: WeeksView) -> None:
        self._shown = weeks
        ids = [one.site.id for one in weeks.sites]
        if self.site_id not in ids:
            self.site_id = ids[0] if ids else ""
        self.all_sites = self.all_sites and len(ids) > 1
        self.day = model.turned_to(self.day, self._towards, weeks.monday, self._planned_days())
        self.tools.show_sites(weeks, ALL if self.all_sites else self.site_id)
        self._draw()
        self.panels.side.show_weeks(self._in_sight(weeks))
        if self._stack.currentIndex() == 0:
            self._set_header()
        run = self.desk.tasks.run
        run(rebooking.lost_bookings).then(self.lost.show_lost)
        if self.site_id and not self.all_sites:
            run(waiting.waiting_list, self.site_id).then(self.panels.side.show_waiting)
            run(schedule.cancelled_in_week, self.site_id, self.monday).then(self.panels.side.show_cancelled)
        if self._open_id:
            self._ask(self._open_id)
        elif isinstance(opened := self.panels.current, HalfDayPanel):
            self.open_half_day(opened.half_day_id())
        follow_reading(self._stack)
        self._begin_booking()

    def _in_sight(self, weeks: WeeksView) -> WeeksView:
        chosen = tuple(one for one in weeks.sites if self.all_sites or one.site.id == self.site_id)
        return WeeksView(weeks.monday, chosen)

    def _draw(self) -> None:
        """What is known already, as it stands at this moment."""
        if self._shown is None:
            return
        day = self.day if self.is_day else None
        self.week.show_weeks(self._in_sight(self._shown), self.desk.clock(), day)
        self._stand()

    def _stand(self) -> None:
        """Put the keyboard where it was wanted, once that is in sight: who reads a confirmation keeps it there."""
        if self._focus_next and self._stack.currentIndex() == 0:
            wanted, self._focus_next = self._focus_next, ""
            self.week.timeline.focus_on(wanted)

    def _ask(self, appointment_id: str) -> None:
        self._open_id = appointment_id
        self.desk.tasks.run(schedule.open_appointment, appointment_id).then(self._show_detail)

    def _show_detail(self, view: AppointmentView) -> None:
        if view.appointment_id != self._open_id:
            return
        if view.site_id != self.site_id:
            self.site_id = view.site_id
            self.reload()
        self.panels.detail.show_appointment(view)
        self._show_panel(self.panels.detail)

    def _show_panel(self, panel: QWidget) -> None:
        self.panels.show_one(panel)
        follow_reading(self._stack)

    def _booked(self, made: Booked) -> None:
        """Back in the agenda the keyboard is at what was just booked."""
        if made.slot_id and made.starts_at is not None:
            self._stand_at(made.slot_id, made.starts_at)

    def _moved_to(self, slot: SlotOffer) -> None:
        self._stand_at(slot.slot_id, slot.starts_at)

    def _stand_at(self, slot_id: str, starts_at: datetime) -> None:
        self._focus_next = slot_id
        self.day = text.local(starts_at).date()
        self.reload()

    def _show_waiting_one(self) -> None:
        self._open_id = ""
        self._show_panel(self.panels.waiting)

    def _ask_first_free(self) -> None:
        shown = self._shown.sites if self._shown else ()
        sites = tuple(one.site.id for one in shown if self.all_sites or one.site.id == self.site_id)
        self.first_free.ask(sites)

    def _go_to_free(self, offer: SlotOffer) -> None:
        self._focus_next = offer.slot_id
        self._go_to(text.local(offer.starts_at).date())

    def _return_to(self, booking: Piece) -> None:
        """A booking that was carried to another week was left where it stands."""
        self._focus_next = booking.key
        self._go_to(booking.day)

    def _today(self) -> date:
        return text.local(self.desk.clock()).date()
