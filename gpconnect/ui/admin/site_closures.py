"""Days on which a practice shuts its own site: what is coming, and one more, with whom that concerns beforehand."""

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from gpconnect.domain.changes import Changes
from gpconnect.domain.schedule import SiteClosure
from gpconnect.services import site_closures
from gpconnect.services.closures import ClosureRequest, ClosuresView
from gpconnect.services.site_closures import BookedThere, SiteShut
from gpconnect.ui import messages, text
from gpconnect.ui.admin.closures_import import span
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, DayField, FormRow, PushButton, Row, RowList, Sheet, column, label, line

_MOST_NAMED = 8


class SiteClosuresSection(QWidget):
    """What is closed on the left; closing on the right, with the families who are to be phoned."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._rows = RowList(self.tr("Gesloten dagen"))
        self._rows.setObjectName("siteClosures")
        self._rows.action_clicked.connect(self._open_again)
        none = label(self.tr("Er komen geen gesloten dagen. Feestdagen kent het programma al."), "muted")
        self._listed = Card(self.tr("Gesloten dagen"), flush=True)
        self._listed.add(self._rows)
        self._below = QWidget()
        self._below.setLayout(column(none, margin=2))
        self._listed.add(self._below)
        left, right = QWidget(), QWidget()
        for side, card in ((left, self._listed), (right, self._new_card())):
            stack = column(card, spacing=2)
            stack.addStretch(1)
            side.setLayout(stack)
        layout = column(Sheet(main=left, side=right, side_width=460))
        layout.addStretch(1)
        self.setLayout(layout)

    def load(self) -> None:
        """Ask what is closed."""
        self.desk.tasks.run(site_closures.overview).then(self._show)

    def _new_card(self) -> Card:
        today = text.local(self.desk.clock()).date()
        self.first, self.last = DayField("siteClosureFirst", today), DayField("siteClosureLast", today)
        self.reason, self.where = QLineEdit(), QComboBox()
        self.reason.setObjectName("siteClosureReason")
        self.where.setObjectName("siteClosureSite")
        self._why = FormRow(self.tr("Waarom"), self.reason, self.tr("Bijvoorbeeld Verbouwing. Iedereen leest dit."))
        self._where_row = FormRow(self.tr("Waar"), self.where)
        self._hit = label("")
        self._hit.setObjectName("siteClosureHit")
        self._close = PushButton(self.tr("Sluit deze dagen"), self._enter)
        self._close.setObjectName("siteClosureEnter")
        card = Card(self.tr("Onze locatie sluiten"))
        card.add(FormRow(self.tr("Eerste dag"), self.first))
        card.add(FormRow(self.tr("Laatste dag"), self.last))
        for part in (self._why, self._where_row, self._hit):
            card.add(part)
        buttons = line(self._close)
        buttons.addStretch(1)
        card.add(buttons)
        self.first.dateChanged.connect(self._first_changed)
        self.last.dateChanged.connect(self._try)
        self.where.currentIndexChanged.connect(self._try)
        return card

    @Slot(object)
    def _show(self, view: ClosuresView) -> None:
        self._rows.set_rows(
            [
                Row(
                    one.id,
                    span(one.first_day, one.last_day),
                    detail=text.join(one.reason, one.site_name),
                    action=self.tr("Toch open"),
                    action_role="quiet",
                    bold=False,
                )
                for one in view.closures
            ]
        )
        self._below.setVisible(not view.closures)
        self._listed.set_title(self.tr("Gesloten dagen"), text.integer(len(view.closures)) if view.closures else "")
        if [self.where.itemData(place) for place in range(self.where.count())] != [key for key, _ in view.sites]:
            self.where.clear()
            for key, name in view.sites:
                self.where.addItem(name, key)
        self._where_row.setVisible(len(view.sites) > 1)
        self._try()
        follow_reading(self)

    def _first_changed(self, day: QDate) -> None:
        """The last day is never before the first."""
        if self.last.date() < day:
            self.last.setDate(day)
        else:
            self._try()

    def _request(self) -> ClosureRequest:
        return ClosureRequest(
            self.first.day(), self.last.day(), self.reason.text(), str(self.where.currentData() or "")
        )

    def _try(self) -> None:
        """Say what it comes to before anybody agrees."""
        if self.where.currentData():
            job = self.desk.tasks.run(site_closures.enter, self._request(), dry_run=True)
            job.then(self._show_hit).otherwise(self._refused)

    @Slot(object)
    def _show_hit(self, outcome: tuple[Changes, SiteShut]) -> None:
        self._why.set_error("")
        self._hit.setText(self._words(outcome[1]))

    def _words(self, shut: SiteShut) -> str:
        if not shut.half_days:
            return self.tr("Er is dan geen spreekuur gepland.")
        count = text.count(len(shut.half_days), self.tr("dagdeel"), self.tr("dagdelen"))
        lines = [self.tr("Dan vervalt: {count}.").format(count=count)]
        if shut.booked:
            lines.append(self.tr("Deze gezinnen worden een taak op Vandaag: bellen voor een andere tijd."))
        lines += [text.join(text.moment(one.starts_at), self._name(one)) for one in shut.booked[:_MOST_NAMED]]
        if len(shut.booked) > _MOST_NAMED:
            lines.append(self.tr("en nog {n}").format(n=len(shut.booked) - _MOST_NAMED))
        return "\n".join(lines)

    def _name(self, one: BookedThere) -> str:
        if one.person is not None:
            return one.person.name
        return text.join(self.tr("Jeugdige"), text.age(one.age) if one.age is not None else "")

    def _enter(self) -> None:
        job = self.desk.tasks.run(site_closures.enter, self._request(), dry_run=False)
        job.then(self._entered).otherwise(self._refused)

    @Slot(object)
    def _entered(self, outcome: tuple[Changes, SiteShut]) -> None:
        self.reason.clear()
        self._back = _Back(self.desk, outcome[1].before)
        self.desk.toast(self.tr("De dagen zijn gesloten."), self._back.put_back)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._why.set_error(messages.say(error))

    @Slot(str)
    def _open_again(self, closure_id: str) -> None:
        self.desk.tasks.run(site_closures.archive, closure_id).then(self._opened)

    @Slot(object)
    def _opened(self, outcome: tuple[Changes, SiteClosure]) -> None:
        self._back = _Back(self.desk, outcome[1])
        self.desk.toast(self.tr("Deze dagen zijn weer open."), self._back.put_back)


class _Back:
    """The closure as it was before what was done just now."""

    def __init__(self, desk: Desk, before: SiteClosure) -> None:
        self._desk, self._before = desk, before

    def put_back(self) -> None:
        self._desk.tasks.run(site_closures.put_back, self._before)
