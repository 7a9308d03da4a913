"""Where the pilot works: places and forms."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gpconnect.domain.schedule import Site
from gpconnect.domain.typed import readable_phone
from gpconnect.services import admin, sites
from gpconnect.services.sites import SiteForm
from gpconnect.ui import messages, text
from gpconnect.ui.admin.sites import SiteCard, kind_words
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, Row, RowList, Sheet, column


class SitesSection(QWidget):
    """Places with a short form to open another or to change one, and the forms the program knows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._sites = RowList(self.tr("Plekken"))
        self._sites.setObjectName("sites")
        self._forms = RowList(self.tr("Formulieren"))
        listed = Card(self.tr("Plekken met een spreekuur"), flush=True)
        listed.add(self._sites)
        forms = Card(self.tr("Formulieren"), flush=True)
        forms.add(self._forms)
        self._known: dict[str, Site] = {}
        self._sites.action_clicked.connect(self._act)
        self.card = SiteCard()
        self.card.opened.connect(self._open_site)
        self.card.saved.connect(self._save_site)
        self.card.closing.connect(self._close_site)
        left = QWidget()
        stack = column(listed, self.card, spacing=2)
        stack.addStretch(1)
        left.setLayout(stack)
        layout = column(Sheet(main=left, side=forms, side_width=420))
        layout.addStretch(1)
        self.setLayout(layout)

    def show_view(self, view: admin.AdminView) -> None:
        """Fill the lists; only who may open a place sees the form for it, and the places that closed."""
        self._known = {one.id: one for one in view.sites}
        shown = [one for one in view.sites if view.may_edit_pilot or not one.archived]
        self._sites.set_rows([self._row(one, view) for one in shown])
        purposes = {"note": self.tr("Notitie"), "evaluation": self.tr("Evaluatie")}
        self._forms.set_rows(
            [
                Row(
                    f"{one.id}{one.version}",
                    one.title,
                    detail=text.join(purposes[one.purpose], self.tr("versie {n}").format(n=one.version)),
                )
                for one in view.forms
            ]
        )
        self.card.show_workers(view.workers)
        self.card.setVisible(view.may_edit_pilot)
        follow_reading(self)

    def _row(self, site: Site, view: admin.AdminView) -> Row:
        action = self.tr("Heropenen") if site.archived else self.tr("Wijzigen")
        who = ", ".join(one.name for one in view.workers if site.id in one.site_ids)
        return Row(
            site.id,
            site.name,
            detail=text.join(kind_words(site.kind), site.address, site.city, readable_phone(site.phone), who),
            badge=self.tr("Gesloten") if site.archived else "",
            tone="neutral",
            action=action if view.may_edit_pilot else "",
            action_role="quiet",
            muted=site.archived,
        )

    @Slot(str)
    def _act(self, site_id: str) -> None:
        site = self._known[site_id]
        if site.archived:
            self.desk.tasks.run(sites.reopen_site, site_id).then(self._reopened).otherwise(self._refused)
        else:
            self.card.change(site)
            follow_reading(self)

    def _open_site(self, form: SiteForm) -> None:
        self.desk.tasks.run(sites.open_site, form).then(self._opened).otherwise(self._refused)

    @Slot(object)
    def _opened(self, _changes: object) -> None:
        self.card.clear()
        self.desk.toast(self.tr("De plek staat open. Plan er dagdelen in de agenda."))

    def _save_site(self, site_id: str, form: SiteForm) -> None:
        self.desk.tasks.run(sites.edit_site, site_id, form).then(self._saved).otherwise(self._refused)

    @Slot(object)
    def _saved(self, _changes: object) -> None:
        self.card.clear()
        self.desk.toast(self.tr("Bewaard. Iedereen in de pilot ziet het na het syncen."))

    def _close_site(self, site_id: str) -> None:
        self._back = _Reopening(self.desk, site_id)
        reason = self.tr("deze plek is gesloten")
        self.desk.tasks.run(sites.close_site, site_id, reason).then(self._closed).otherwise(self._refused)

    @Slot(object)
    def _closed(self, _changes: object) -> None:
        self.card.clear()
        self.desk.toast(self.tr("De plek is gesloten. Wie er stond, staat bij die plek op Vandaag."), self._back.reopen)

    @Slot(object)
    def _reopened(self, _changes: object) -> None:
        self.desk.toast(self.tr("De plek is weer open."))

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self.card.row.set_error(messages.say(error))


class _Reopening:
    """The way back of closing one place."""

    def __init__(self, desk: Desk, site_id: str) -> None:
        self._desk, self._site_id = desk, site_id

    def reopen(self) -> None:
        self._desk.tasks.run(sites.reopen_site, self._site_id)
