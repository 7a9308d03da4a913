"""Where the pilot works: places and forms."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.domain.schedule import Site
from gpconnect.services import admin
from gpconnect.ui import messages, text
from gpconnect.ui.booking.tabs import follow_reading
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FormRow, PushButton, Row, RowList, Sheet, column, line


class SitesSection(QWidget):
    """Places with a short form to open another or to change one, and the forms the program knows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._sites = RowList(self.tr("Plekken"))
        self._forms = RowList(self.tr("Formulieren"))
        sites = Card(self.tr("Plekken met een spreekuur"), flush=True)
        sites.add(self._sites)
        forms = Card(self.tr("Formulieren"), flush=True)
        forms.add(self._forms)
        self._name, self._address, self._city, self._phone = (QLineEdit() for _ in range(4))
        self._row = FormRow(self.tr("Naam van de plek"), self._name)
        self._changing = ""
        self._known: dict[str, Site] = {}
        self._sites.action_clicked.connect(self._change)
        self._add = PushButton(self.tr("Plek openen"), self._open_site)
        self._save = PushButton(self.tr("Bewaren"), self._save_site, role="primary")
        self._leave = PushButton(self.tr("Annuleren"), self._done_changing, role="quiet")
        self._new = Card(self.tr("Nieuwe plek"))
        self._new.add(self._row)
        self._new.add(FormRow(self.tr("Adres"), self._address))
        self._new.add(FormRow(self.tr("Plaats"), self._city))
        self._new.add(FormRow(self.tr("Telefoon"), self._phone))
        buttons = line(self._add, self._save, self._leave)
        buttons.addStretch(1)
        self._new.add(buttons)
        left = QWidget()
        stack = column(sites, self._new, spacing=2)
        stack.addStretch(1)
        left.setLayout(stack)
        layout = column(Sheet(main=left, side=forms, side_width=420))
        layout.addStretch(1)
        self.setLayout(layout)
        self._done_changing()

    def show_view(self, view: admin.AdminView) -> None:
        """Fill the lists; only who may open a place sees the form for it."""
        self._known = {one.id: one for one in view.sites}
        change = self.tr("Wijzigen") if view.may_edit_pilot else ""
        self._sites.set_rows(
            [
                Row(
                    one.id,
                    one.name,
                    detail=text.join(one.address, one.city, one.phone),
                    action=change,
                    action_role="quiet",
                )
                for one in view.sites
            ]
        )
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
        self._new.setVisible(view.may_edit_pilot)
        follow_reading(self)

    def _typed(self) -> tuple[str, str, str, str]:
        return self._name.text(), self._address.text(), self._city.text(), self._phone.text()

    def _open_site(self) -> None:
        self.desk.tasks.run(admin.add_site, *self._typed()).then(self._opened).otherwise(self._refused)

    @Slot(object)
    def _opened(self, _changes: object) -> None:
        self._done_changing()
        self.desk.toast(self.tr("De plek staat open. Plan er dagdelen in de agenda."))

    @Slot(str)
    def _change(self, site_id: str) -> None:
        one = self._known[site_id]
        self._changing = site_id
        for field, words in zip(self._fields(), (one.name, one.address, one.city, one.phone), strict=True):
            field.setText(words)
        self._new.set_title(self.tr("Plek wijzigen"))
        self._show_buttons()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save_site(self) -> None:
        job = self.desk.tasks.run(admin.edit_site, self._changing, *self._typed())
        job.then(self._saved).otherwise(self._refused)

    @Slot(object)
    def _saved(self, _changes: object) -> None:
        self._done_changing()
        self.desk.toast(self.tr("Bewaard. Iedereen in de pilot ziet het na het syncen."))

    @Slot()
    def _done_changing(self) -> None:
        self._changing = ""
        self._row.set_error("")
        for field in self._fields():
            field.clear()
        self._new.set_title(self.tr("Nieuwe plek"))
        self._show_buttons()

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self._name, self._address, self._city, self._phone

    def _show_buttons(self) -> None:
        self._add.setVisible(not self._changing)
        self._save.setVisible(bool(self._changing))
        self._leave.setVisible(bool(self._changing))
        follow_reading(self)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._row.set_error(messages.say(error))
