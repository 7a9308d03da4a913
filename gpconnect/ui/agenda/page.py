"""The agenda: a week at a site, and everything that is booked from here."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from gpconnect.domain.roles import Intention, may
from gpconnect.domain.schedule import SlotKind
from gpconnect.domain.staff import Role
from gpconnect.services import desk_prints, rebooking, schedule, waiting
from gpconnect.services.desk_prints import Paper
from gpconnect.services.rebooking import LostBooking
from gpconnect.services.schedule import AppointmentView, WeekView
from gpconnect.ui import text, theme
from gpconnect.ui.agenda.detail import DetailPanel
from gpconnect.ui.agenda.free import FreePanel
from gpconnect.ui.agenda.series import SeriesPanel
from gpconnect.ui.agenda.side import SidePanel
from gpconnect.ui.agenda.waiting import WaitingPanel
from gpconnect.ui.agenda.week import WeekColumns
from gpconnect.ui.booking.tabs import flowing, follow_reading
from gpconnect.ui.booking.view import NEW, PEER, WALK_IN, BookingView
from gpconnect.ui.desk import Desk
from gpconnect.ui.page import Page
from gpconnect.ui.parts import Banner, ChipGroup, PushButton, Scroller, Sheet, clear, column

_WEEK = timedelta(weeks=1)


class AgendaPage(Page):
    """Week, booking view or series: one at a time, each a whole page."""

    area = "agenda"
    kinds = frozenset(
        {"appointment", "slot", "half_day_session", "waiting_entry", "person_card", "consent", "site", "closure"}
    )
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.monday = _monday(text.local(desk.clock()).date())
        self.site_id = ""
        self._shown: WeekView | None = None
        self._begin: tuple[str, dict[str, object]] | None = None
        self._open_id = ""
        self._lost_id = ""
        self._make_actions()
        self.booking = BookingView(desk)
        self.booking.titled.connect(self._booking_titled)
        self.booking.closed.connect(self.show_week)
        self.series = SeriesPanel(desk)
        self.series.closed.connect(self.show_week)
        self._stack = QStackedWidget()
        for part in (self._week_part(), self.booking, Scroller(self.series)):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self.show_week()

    def _week_part(self) -> QWidget:
        self.week = WeekColumns()
        self.week.opened.connect(self.open_slot)
        self.week.plan_asked.connect(self.plan)
        self.detail, self.free, self.side = DetailPanel(self.desk), FreePanel(self.desk), SidePanel(self.desk)
        self.detail.closed.connect(self.close_panel)
        self.free.closed.connect(self.close_panel)
        self.free.book_asked.connect(self._book_here)
        self.side.sheet_asked.connect(self._print_sheet)
        self.side.again_asked.connect(self._book_again)
        self.waiting = WaitingPanel(self.desk)
        self.side.waiting_chosen.connect(self.waiting.open_entry)
        self.waiting.opened.connect(self._show_waiting_one)
        self.waiting.closed.connect(self.close_panel)
        self._panels = column(self.side, self.detail, self.free, self.waiting, spacing=0)
        for hidden in (self.detail, self.free, self.waiting):
            hidden.hide()
        panels = QWidget()
        panels.setLayout(self._panels)
        self._lost = column(spacing=1)
        left = QWidget()
        inner = column(spacing=1.5)
        inner.addWidget(self._toolbar())
        inner.addLayout(self._lost)
        inner.addWidget(self.week, 1)
        left.setLayout(inner)
        self.week.setMinimumHeight(theme.current().px(360))
        return Scroller(Sheet(left, panels, side_width=340, turn_below=820))

    def _toolbar(self) -> QWidget:
        self.sites = ChipGroup(self.tr("Locatie"), multi=False)
        self.sites.setObjectName("agendaSite")
        self.sites.changed.connect(self._site_chosen)
        self.before = PushButton(self.tr("Vorige week"), self.week_before)
        self.today = PushButton(self.tr("Vandaag"), self.this_week, name=self.tr("Naar deze week"))
        self.after = PushButton(self.tr("Volgende week"), self.week_after)
        for button, name in ((self.before, "weekBefore"), (self.today, "weekToday"), (self.after, "weekAfter")):
            button.setObjectName(name)
        plan = PushButton(self.tr("Reeks plannen"), self.plan)
        plan.setObjectName("agendaPlan")
        peer = PushButton(self.tr("Collegiale vraag"), self._peer)
        peer.setObjectName("agendaPeer")
        peer.setVisible(may(Role(self.desk.role), Intention.PEER_CONSULTATION))
        return flowing(self.before, self.today, self.after, plan, peer, self.sites)

    def load(self) -> None:
        self.desk.tasks.run(schedule.week, self.site_id, self.monday).then(self._show)

    def show_params(self, params: Mapping[str, object]) -> None:
        """``new``, ``walk_in`` or ``peer`` begin a booking; ``lost`` or ``appointment`` open one; ``day`` its week."""
        if site := params.get("site"):
            self.site_id = str(site)
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
        elif isinstance(day := params.get("day"), date):
            self.monday = _monday(day)
            self.show_week()
            self.reload()

    def show_week(self) -> None:
        """Back to the week."""
        self._stack.setCurrentIndex(0)
        self._set_header()

    def plan(self) -> None:
        """Plan a series, starting in the week that is shown."""
        self._stack.setCurrentIndex(2)
        self.header.set_title(self.tr("Plan een reeks dagdelen"), self._site_name())
        self._hide_actions()
        self.series.start(self.site_id, max(self.monday + timedelta(days=1), self._today()))

    def week_before(self) -> None:
        self._go_to(self.monday - _WEEK)

    def week_after(self) -> None:
        self._go_to(self.monday + _WEEK)

    def this_week(self) -> None:
        self._go_to(_monday(self._today()))

    def open_slot(self, slot_id: str) -> None:
        """Open what is in a slot, or what can be done with a free one."""
        slot = self.week.slot(slot_id)
        if slot is None:
            return
        if slot.appointment_id:
            self._ask(slot.appointment_id)
        else:
            self._open_id = ""
            self.free.show_slot(slot, self.desk.clock())
            self._show_panel(self.free)

    def close_panel(self) -> None:
        """Back to the overview beside the week."""
        self._open_id = ""
        self._show_panel(self.side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: self.week_before, Qt.Key.Key_PageDown: self.week_after}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._stack.currentIndex() == 0:
            step()
        elif event.key() == Qt.Key.Key_Escape and self._stack.currentIndex() == 0:
            self.close_panel()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._stack.currentIndex() == 1:
            self.booking.submit()
        else:
            super().keyPressEvent(event)

    def _go_to(self, monday: date) -> None:
        self.monday = monday
        self.close_panel()
        self.reload()

    def _set_header(self) -> None:
        last = self.monday + timedelta(days=4)
        span = self.tr("week {number} · {first} t/m {last}")
        words = span.format(number=self.monday.isocalendar().week, first=text.day(self.monday), last=text.day(last))
        self.header.set_title(self.tr("Agenda"), text.join(self._site_name(), words))
        for button in self._actions:
            button.show()

    def _make_actions(self) -> None:
        """Once, before the week, so that Tab finds them first."""
        walk_in = PushButton(self.tr("Inloop"), self._walk_in, key="Ctrl+I")
        book = PushButton(self.tr("Nieuwe afspraak"), self._new, role="primary", key="Ctrl+N")
        walk_in.setObjectName("agendaWalkIn")
        book.setObjectName("agendaNew")
        self._actions = (walk_in, book)
        self.header.set_actions(self._actions)

    def _hide_actions(self) -> None:
        for button in self._actions:
            button.hide()

    def _booking_titled(self, title: str) -> None:
        who = self.tr("boekt als {name}").format(name=self.desk.actor.name)
        self.header.set_title(title, text.join(self._site_name(), who))
        self._hide_actions()

    def _new(self) -> None:
        self.show_params({"new": True})

    def _walk_in(self) -> None:
        self.show_params({"walk_in": True})

    def _peer(self) -> None:
        self.show_params({"peer": True})

    def _book_here(self, slot_id: str) -> None:
        slot = self.week.slot(slot_id)
        walk_in = slot is not None and slot.kind is SlotKind.WALK_IN
        self.show_params({"walk_in" if walk_in else "new": True, "slot": slot_id})

    def _begin_booking(self) -> None:
        if self._begin is not None:
            (mode, params), self._begin = self._begin, None
            self._stack.setCurrentIndex(1)
            self.booking.start(self.site_id, mode, params)

    def _site_name(self) -> str:
        return self._shown.site.name if self._shown and self._shown.site else ""

    def _site_chosen(self, keys: list[str]) -> None:
        if keys:
            self.site_id = keys[0]
            self.close_panel()
            self.reload()
        else:
            self.sites.choose([self.site_id])

    def _show(self, week: WeekView) -> None:
        self._shown = week
        self.site_id = week.site.id if week.site else ""
        if len(week.sites) > 1 and not self.sites.chosen():
            self.sites.set_options([(one.id, one.name) for one in week.sites])
        self.sites.setVisible(len(week.sites) > 1)
        self.sites.choose([self.site_id])
        self.week.show_week(week, self.desk.clock())
        self.side.show_week(week)
        if self._stack.currentIndex() == 0:
            self._set_header()
        run = self.desk.tasks.run
        run(rebooking.lost_bookings).then(self._show_lost)
        if self.site_id:
            run(waiting.waiting_list, self.site_id).then(self.side.show_waiting)
            run(schedule.cancelled_in_week, self.site_id, self.monday).then(self.side.show_cancelled)
        if self._open_id:
            self._ask(self._open_id)
        follow_reading(self._stack)
        self._begin_booking()

    def _show_lost(self, lost: list[LostBooking]) -> None:
        clear(self._lost)
        if not lost:
            return
        one = lost[0]
        self._lost_id = one.appointment_id
        who = one.name or (text.age(one.age) if one.age is not None else "")
        when = text.moment(one.starts_at) if one.starts_at else ""
        words = self.tr("{who}, {when}: iemand anders was eerder. De boeking is bewaard; kies een andere plek.")
        more = self.tr("En nog {n}.").format(n=len(lost) - 1) if len(lost) > 1 else ""
        banner = Banner(
            " ".join(filter(None, (words.format(who=who, when=when), more))),
            title=self.tr("Een plek ging naar iemand anders"),
            action=self.tr("Plek kiezen"),
            clicked=self._open_lost,
            closable=False,
        )
        banner.setObjectName("agendaLost")
        self._lost.addWidget(banner)

    def _open_lost(self) -> None:
        self._ask(self._lost_id)

    def _ask(self, appointment_id: str) -> None:
        self._open_id = appointment_id
        self.desk.tasks.run(schedule.open_appointment, appointment_id).then(self._show_detail)

    def _show_detail(self, view: AppointmentView) -> None:
        if view.appointment_id != self._open_id:
            return
        if view.site_id != self.site_id:
            self.site_id = view.site_id
            self.reload()
        self.detail.show_appointment(view)
        self._show_panel(self.detail)

    def _show_panel(self, panel: QWidget) -> None:
        for one in (self.side, self.detail, self.free, self.waiting):
            one.setVisible(one is panel)
        follow_reading(self._stack)

    def _print_sheet(self, half_day_id: str) -> None:
        self.desk.tasks.run(desk_prints.day_sheet, half_day_id).then(self._show_sheet)

    def _show_sheet(self, paper: Paper) -> None:
        self.side.paper.show_paper(paper)

    def _book_again(self, appointment_id: str) -> None:
        self.desk.tasks.run(rebooking.book_again, appointment_id)

    def _show_waiting_one(self) -> None:
        self._open_id = ""
        self._show_panel(self.waiting)

    def _today(self) -> date:
        return text.local(self.desk.clock()).date()


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
