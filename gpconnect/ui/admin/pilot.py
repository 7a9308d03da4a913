"""Where the pilot works: places and forms."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gpconnect.services import admin
from gpconnect.ui import messages, text
from gpconnect.ui.desk import Desk
from gpconnect.ui.parts import Card, FormRow, PushButton, Row, RowList, Sheet, column, line


class SitesSection(QWidget):
    """Places with a short form to open another, and the forms the program knows."""

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
        self._add = PushButton(self.tr("Plek openen"), self._open_site)
        self._new = Card(self.tr("Nieuwe plek"))
        self._new.add(self._row)
        self._new.add(FormRow(self.tr("Adres"), self._address))
        self._new.add(FormRow(self.tr("Plaats"), self._city))
        self._new.add(FormRow(self.tr("Telefoon"), self._phone))
        buttons = line(self._add)
        buttons.addStretch(1)
        self._new.add(buttons)
        left = QWidget()
        stack = column(sites, self._new, spacing=2)
        stack.addStretch(1)
        left.setLayout(stack)
        layout = column(Sheet(main=left, side=forms, side_width=420))
        layout.addStretch(1)
        self.setLayout(layout)

    def show_view(self, view: admin.AdminView) -> None:
        """Fill the lists; only who may open a place sees the form for it."""
        self._sites.set_rows(
            [Row(one.id, one.name, detail=text.join(one.address, one.city, one.phone)) for one in view.sites]
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

    def _open_site(self) -> None:
        fields = (self._name.text(), self._address.text(), self._city.text(), self._phone.text())
        self.desk.tasks.run(admin.add_site, *fields).then(self._opened).otherwise(self._refused)

    @Slot(object)
    def _opened(self, _changes: object) -> None:
        self._row.set_error("")
        for field in (self._name, self._address, self._city, self._phone):
            field.clear()
        self.desk.toast(self.tr("De plek staat open. Plan er dagdelen in de agenda."))

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._row.set_error(messages.say(error))
